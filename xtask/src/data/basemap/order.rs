//! The order of lines in a pack: each begins where the one before ended, as far as that can be, so
//! that its start costs nothing.
//!
//! In go a level or lines, out come the same in another order, some of them turned around. Arcs that
//! no ring has are left out.

use std::collections::BTreeMap;

use dateline_core::basemap::{DivisionSource, LevelSource, SourceLine};

/// Numbers the arcs as the rings meet them, in the direction in which they are met first.
pub(super) fn arcs(level: &mut LevelSource) {
    let mut numbers: BTreeMap<u32, (u32, bool)> = BTreeMap::new();
    let mut arcs = Vec::new();
    for arc in level.countries.iter_mut().flat_map(|country| country.rings.iter_mut().flatten()) {
        let (number, turned) = *numbers.entry(arc.arc_idx).or_insert_with(|| {
            let mut met = level.arcs[arc.arc_idx as usize].clone();
            if arc.reversed {
                turn(&mut met.line);
            }
            arcs.push(met);
            (arcs.len() as u32 - 1, arc.reversed)
        });
        arc.arc_idx = number;
        arc.reversed ^= turned;
    }
    level.arcs = arcs;
}

/// Lets the lines of each country follow each other.
pub(super) fn lines(lines: Vec<DivisionSource>) -> Vec<DivisionSource> {
    let bits = |point: Option<&[f64; 2]>| point.map(|point| point.map(f64::to_bits));
    let mut at: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (i, division) in lines.iter().enumerate() {
        for end in [division.line.points.first(), division.line.points.last()] {
            at.entry(bits(end)).or_default().push(i);
        }
    }
    let mut left: Vec<Option<DivisionSource>> = lines.into_iter().map(Some).collect();
    let mut ordered = Vec::with_capacity(left.len());
    for i in 0..left.len() {
        let mut next = left[i].take();
        while let Some(division) = next {
            let end = bits(division.line.points.last());
            ordered.push(division);
            let follower = at.get(&end).into_iter().flatten().find(|i| left[**i].is_some());
            next = follower.and_then(|i| left[*i].take());
            if let Some(division) = &mut next
                && bits(division.line.points.first()) != end
            {
                turn(&mut division.line);
            }
        }
    }
    ordered
}

fn turn(line: &mut SourceLine) {
    line.points.reverse();
    line.is_detail.reverse();
}
