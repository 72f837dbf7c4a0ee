//! Markers on one spot, fanned out around it.
//!
//! How many they are goes in, their ways from the spot in pixels come out: a circle for few, a spiral for many.
//! It draws no lines to the spot; the map does.

use core::f64::consts::TAU;

/// From the middle of a marker to its neighbour's: a button of 24 pixels and air.
const STEP: f64 = 30.0;
/// More than this and they stand on a spiral.
const MOST_IN_CIRCLE: usize = 9;

/// Where `n` markers go, east and south of their spot in pixels; the first one in the north, the others after the clock.
pub fn fan(n: usize) -> Vec<(f64, f64)> {
    match n {
        0 | 1 => vec![(0.0, 0.0); n],
        2..=MOST_IN_CIRCLE => circle(n),
        _ => spiral(n),
    }
}

fn circle(n: usize) -> Vec<(f64, f64)> {
    let radius = (STEP * n as f64 / TAU).max(STEP);
    (0..n).map(|i| at(TAU * i as f64 / n as f64, radius)).collect()
}

/// The spiral of Archimedes: one step further out with every turn, one step on along it with every marker.
fn spiral(n: usize) -> Vec<(f64, f64)> {
    let mut angle = 0.0;
    (0..n)
        .map(|_| {
            let radius = STEP * (1.0 + angle / TAU);
            let place = at(angle, radius);
            angle += STEP / radius;
            place
        })
        .collect()
}

fn at(angle: f64, radius: f64) -> (f64, f64) {
    (radius * libm::sin(angle), -radius * libm::cos(angle))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_marker_covers_another() {
        for n in [0, 1, 2, 3, 9, 10, 50, 1000] {
            let places = fan(n);
            assert_eq!(places.len(), n);
            for (i, a) in places.iter().enumerate() {
                for b in &places[..i] {
                    let apart = libm::hypot(a.0 - b.0, a.1 - b.1);
                    assert!(apart >= 24.0, "{n}: {a:?} {b:?} are {apart} apart");
                }
            }
        }
    }

    #[test]
    fn few_stand_in_a_circle_and_many_close_together() {
        let far = |n| fan(n).iter().map(|(x, y)| libm::hypot(*x, *y)).fold(0.0, f64::max);
        assert_eq!(fan(1), [(0.0, 0.0)]);
        for (n, at_most) in [(2, 30.1), (9, 43.0), (10, 70.0), (100, 200.0), (1000, 600.0)] {
            assert!(far(n) <= at_most, "{n}: {}", far(n));
        }
    }
}
