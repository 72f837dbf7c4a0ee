//! What clusters promise, on chosen sets of markers and on random ones.

use super::*;
use proptest::prelude::*;

const WORLD: [f64; 4] = [0.0, 0.0, 1.0, 1.0];
const RADIUS: f64 = 20.0;

fn points(at: &[(f64, f64)]) -> Vec<Point> {
    at.iter().map(|(x, y)| Point { x: *x, y: *y, weight: 1 }).collect()
}

fn drawn(clusters: &Clusters, zoom: u8, bounds: [f64; 4]) -> Vec<Node> {
    let mut nodes = Vec::new();
    clusters.within(zoom, bounds, &mut nodes);
    nodes
}

/// The markers of a node, in the order of their indexes.
fn members(clusters: &Clusters, node: &Node) -> Vec<u32> {
    let mut members = match node.kind {
        NodeKind::Point(point) => vec![point],
        NodeKind::Cluster(id) => clusters.members(id).to_vec(),
    };
    members.sort_unstable();
    members
}

/// The sets that a zoom divides the markers into.
fn sets(clusters: &Clusters, zoom: u8) -> Vec<Vec<u32>> {
    let mut sets: Vec<_> =
        drawn(clusters, zoom, WORLD).iter().map(|n| members(clusters, n)).collect();
    sets.sort_unstable();
    sets
}

#[test]
fn markers_near_each_other_are_one_node() {
    // At zoom 0 the radius is 20/256 of the world, at zoom 3 an eighth of that.
    let near = 0.02;
    for (what, at, zoom, nodes) in [
        ("none", vec![], 0, vec![]),
        ("one", vec![(0.5, 0.5)], 0, vec![1]),
        ("two near", vec![(0.5, 0.5), (0.5 + near, 0.5)], 0, vec![2]),
        ("the same, deeper", vec![(0.5, 0.5), (0.5 + near, 0.5)], 3, vec![1, 1]),
        ("two far", vec![(0.3, 0.5), (0.6, 0.5)], 0, vec![1, 1]),
        ("over the date line", vec![(0.999, 0.5), (0.001, 0.5)], 0, vec![2]),
        ("over it, deeper", vec![(0.9999, 0.5), (0.0001, 0.5)], 3, vec![2]),
        ("poles", vec![(0.5, 0.0), (0.5, 1.0), (0.5, -3.0), (0.5, 9.0)], 16, vec![2, 2]),
        ("another world", vec![(0.25, 0.5), (3.25, 0.5), (-1.75, 0.5)], 16, vec![3]),
        ("no numbers", vec![(f64::NAN, 0.5), (0.5, f64::INFINITY), (0.5, 0.5)], 0, vec![1]),
        ("beyond counting", vec![(1e300, 0.5), (0.0, 0.5)], 16, vec![2]),
    ] {
        let clusters = Clusters::of(&points(&at), RADIUS);
        let mut sizes: Vec<u32> =
            drawn(&clusters, zoom, WORLD).iter().map(|n| n.n_points).collect();
        sizes.sort_unstable();
        assert_eq!(sizes, nodes, "{what}");
    }
}

#[test]
fn what_is_no_number_is_left_out_and_counted() {
    let at = [(f64::NAN, 0.5), (0.5, f64::NEG_INFINITY), (0.5, 0.5)];
    let clusters = Clusters::of(&points(&at), RADIUS);
    assert_eq!(clusters.n_refused(), 2);
    assert_eq!(clusters.node_of(0, 3), None);
    assert_eq!(clusters.node_of(2, 3).map(|n| n.kind), Some(NodeKind::Point(2)));
    assert_eq!(clusters.node_of(99, 3), None);
}

#[test]
fn a_thousand_markers_on_one_spot_never_come_apart() {
    let clusters = Clusters::of(&points(&[(0.25, 0.5); 1000]), RADIUS);
    for zoom in [0, 5, 16, 17, 30, 255] {
        let nodes = drawn(&clusters, zoom, WORLD);
        let [Node { kind: NodeKind::Cluster(id), x: 0.25, y: 0.5, n_points: 1000, weight: 1000 }] =
            nodes[..]
        else {
            panic!("{zoom}: {} nodes", nodes.len())
        };
        assert_eq!(clusters.opens_at(id), None);
        assert_eq!(clusters.bounds_of(id), Some([0.25, 0.5, 0.25, 0.5]));
        assert_eq!(clusters.members(id).len(), 1000);
    }
}

#[test]
fn the_centre_lies_where_the_articles_are() {
    let points = [Point { x: 0.5, y: 0.5, weight: 1 }, Point { x: 0.52, y: 0.5, weight: 3 }];
    let clusters = Clusters::of(&points, RADIUS);
    let nodes = drawn(&clusters, 0, WORLD);
    assert_eq!((nodes.len(), nodes[0].weight), (1, 4));
    assert!((nodes[0].x - 0.515).abs() < 1e-8, "{nodes:?}");
}

#[test]
fn a_box_over_the_date_line_moves_nodes_by_worlds() {
    let clusters = Clusters::of(&points(&[(0.1, 0.5), (0.9, 0.5)]), RADIUS);
    for (bounds, xs) in [
        ([-0.2, 0.0, 0.2, 1.0], vec![-0.1, 0.1]),
        ([0.8, 0.0, 1.2, 1.0], vec![0.9, 1.1]),
        ([-1.0, 0.0, 2.0, 1.0], vec![-0.9, -0.1, 0.1, 0.9, 1.1, 1.9]),
        ([0.0, 0.6, 1.0, 1.0], vec![]),
        ([0.5, 0.0, 0.5, 1.0], vec![]),
        ([f64::NAN, 0.0, 1.0, 1.0], vec![]),
        ([0.0, f64::NAN, 1.0, 1.0], vec![]),
        ([0.9, 0.0, 0.1, 1.0], vec![]),
    ] {
        let mut found: Vec<f64> = drawn(&clusters, 4, bounds).iter().map(|n| n.x).collect();
        found.sort_by(f64::total_cmp);
        assert_eq!(found.len(), xs.len(), "{bounds:?}: {found:?}");
        assert!(found.iter().zip(&xs).all(|(a, b)| (a - b).abs() < 1e-9), "{bounds:?}: {found:?}");
    }
    let all = [f64::NEG_INFINITY, f64::NEG_INFINITY, f64::INFINITY, f64::INFINITY];
    assert_eq!(drawn(&clusters, 4, all).len(), 2 * 33);
}

#[test]
fn a_cluster_over_the_date_line_has_a_box_over_it() {
    let clusters = Clusters::of(&points(&[(0.99, 0.5), (0.01, 0.5)]), RADIUS);
    let NodeKind::Cluster(id) = drawn(&clusters, 0, WORLD)[0].kind else { panic!() };
    let [left, _, right, _] = clusters.bounds_of(id).unwrap();
    assert!((right - left - 0.02).abs() < 1e-8 && (left < 0.0 || right > 1.0), "{left} {right}");
}

#[test]
fn any_radius_will_do() {
    let points = points(&[(0.1, 0.1), (0.1, 0.1), (0.6, 0.6), (0.1001, 0.1)]);
    for radius in [f64::NAN, f64::NEG_INFINITY, -1.0, 0.0, 1e-9, 100.0, 1e9, f64::INFINITY] {
        let clusters = Clusters::of(&points, radius);
        let n: u32 = drawn(&clusters, 0, WORLD).iter().map(|n| n.n_points).sum();
        assert_eq!(n, 4, "{radius}");
    }
}

#[test]
fn a_cluster_of_another_set_is_not_known() {
    let clusters = Clusters::of(&[], RADIUS);
    let id = ClusterId(7);
    assert_eq!(clusters.members(id), &[0u32; 0]);
    assert_eq!((clusters.opens_at(id), clusters.bounds_of(id)), (None, None));
}

/// Markers of which many are near each other, on one spot, or at the date line.
fn some_points() -> impl Strategy<Value = Vec<Point>> {
    let coordinate = prop_oneof![
        3 => 0.0..1.0f64,
        2 => (0..4u32, 0.0..1.0f64).prop_map(|(n, x)| 0.3 + x * 0.1f64.powi(n.cast_signed())),
        1 => (0..8u32).prop_map(|n| f64::from(n) / 8.0),
        1 => (-0.001..0.001f64).prop_map(|x| x.rem_euclid(1.0)),
        1 => -2.0..3.0f64,
    ];
    let point =
        (coordinate.clone(), coordinate, 0..5u32).prop_map(|(x, y, weight)| Point { x, y, weight });
    prop::collection::vec(point, 0..300)
}

proptest! {
    #[test]
    fn every_marker_is_in_one_node_of_every_zoom(points in some_points(), radius in 0.0..100.0f64) {
        let clusters = Clusters::of(&points, radius);
        let weight: u64 = points.iter().map(|p| u64::from(p.weight)).sum();
        for zoom in 0..=18 {
            let mut seen = Vec::new();
            let nodes = drawn(&clusters, zoom, WORLD);
            for node in &nodes {
                let members = members(&clusters, node);
                prop_assert_eq!(members.len(), node.n_points as usize);
                let sum: u64 = members.iter().map(|m| u64::from(points[*m as usize].weight)).sum();
                prop_assert_eq!(sum, node.weight);
                for member in &members {
                    prop_assert_eq!(clusters.node_of(*member, zoom), Some(*node));
                }
                seen.extend(members);
            }
            seen.sort_unstable();
            prop_assert!(seen.into_iter().eq(0..points.len() as u32), "zoom {}", zoom);
            prop_assert_eq!(nodes.iter().map(|n| n.weight).sum::<u64>(), weight);
        }
    }

    #[test]
    fn a_cluster_holds_what_its_parts_hold(points in some_points()) {
        let clusters = Clusters::of(&points, RADIUS);
        for zoom in 0..=16 {
            let finer = sets(&clusters, zoom + 1);
            for node in drawn(&clusters, zoom, WORLD) {
                let whole = members(&clusters, &node);
                let parts = finer.iter().filter(|p| whole.binary_search(&p[0]).is_ok());
                let mut together: Vec<u32> = parts.clone().flatten().copied().collect();
                together.sort_unstable();
                prop_assert_eq!(&together, &whole);
                let NodeKind::Cluster(id) = node.kind else { continue };
                let opens = clusters.opens_at(id);
                prop_assert!(opens.is_none_or(|z| z > zoom));
                prop_assert_eq!(opens == Some(zoom + 1), parts.count() > 1);
            }
        }
    }

    #[test]
    fn the_order_of_markers_does_not_matter(points in some_points(), turn in 0..300usize) {
        let mut other = points.clone();
        other.reverse();
        let turn = turn.min(other.len());
        other.rotate_left(turn);
        let of = |points: &[Point]| {
            let clusters = Clusters::of(points, RADIUS);
            (0..=17).map(|zoom| {
                let mut nodes: Vec<_> = drawn(&clusters, zoom, WORLD)
                    .iter()
                    .map(|n| (n.x.to_bits(), n.y.to_bits(), n.n_points, n.weight))
                    .collect();
                nodes.sort_unstable();
                nodes
            }).collect::<Vec<_>>()
        };
        prop_assert_eq!(of(&points), of(&other));
    }

    /// Whether they sleep at the deep zooms or not; a first zoom near the last one lets nearly none sleep.
    #[test]
    fn sleeping_changes_nothing(points in some_points(), radius in 0.0..40.0f64) {
        let of = |first: u8| {
            let rows = Rows { first, ..Rows::of(&points, radius) };
            let items = spots::sorted(&points, |y| rows.row(y, rows.first));
            let grown = level::grow(&points, &items, rows);
            let clusters = forest::planted(&points, &items, &grown, rows.reach);
            (0..=17).map(|zoom| sets(&clusters, zoom)).collect::<Vec<_>>()
        };
        let never = of(14);
        for first in [0, 3, 8, 11] {
            prop_assert_eq!(&of(first), &never);
        }
    }

    #[test]
    fn a_box_has_the_nodes_that_lie_in_it(
        points in some_points(),
        (x, y) in (-1.5..1.5f64, 0.0..1.0f64),
        (width, height) in (0.0..1.5f64, 0.0..0.5f64),
        zoom in 0..18u8,
    ) {
        let clusters = Clusters::of(&points, RADIUS);
        let bounds = [x, y, x + width, y + height];
        let mut found = drawn(&clusters, zoom, bounds);
        let mut wanted = Vec::new();
        for world in -3..=4 {
            for node in drawn(&clusters, zoom, WORLD) {
                let moved = Node { x: node.x + f64::from(world), ..node };
                if (x..x + width).contains(&moved.x) && (y..=y + height).contains(&moved.y) {
                    wanted.push(moved);
                }
            }
        }
        let by_place = |a: &Node, b: &Node| {
            a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)).then(a.n_points.cmp(&b.n_points))
        };
        found.sort_by(by_place);
        wanted.sort_by(by_place);
        let place = |nodes: &[Node]| nodes.iter().map(|n| (n.x, n.y, n.n_points)).collect::<Vec<_>>();
        prop_assert_eq!(place(&found), place(&wanted));
    }

    #[test]
    fn the_box_of_a_cluster_holds_its_markers(points in some_points()) {
        let clusters = Clusters::of(&points, RADIUS);
        for node in drawn(&clusters, 2, WORLD) {
            let NodeKind::Cluster(id) = node.kind else { continue };
            let [left, top, right, bottom] = clusters.bounds_of(id).unwrap();
            prop_assert!(left <= right && right - left < 1.0 && top <= bottom);
            for member in clusters.members(id) {
                let p = points[*member as usize];
                let x = p.x.rem_euclid(1.0);
                let is_in = [x - 1.0, x, x + 1.0].iter().any(|x| (left - 1e-9..right + 1e-9).contains(x));
                prop_assert!(is_in && (top - 1e-9..bottom + 1e-9).contains(&p.y.clamp(0.0, 1.0)));
            }
        }
    }
}
