//! Runs of short lines: menus, lists of links, share bars.
//!
//! In go the lines with their first roles; lines in such a run become `Menu`.
//! Inside the article a run of short lines may be a list of facts: there only a run that holds known furniture counts as a menu.

use super::{Line, Role};
use core::ops::RangeInclusive;

/// A run of fewer lines is no menu.
const FEWEST: usize = 4;
/// A line of a menu has at most so many words; more, when it strings other lines of the run together.
const LONGEST: usize = 6;
/// With so many lines of a run each of them is compared; a run of thousands must not cost their square.
const MOST_COMPARED: usize = 200;

/// Marks the menus; `article` reaches from the first line of running text to the last.
pub(super) fn mark(lines: &[Line], roles: &mut [Role], article: RangeInclusive<usize>) {
    let is_candidate = |idx: usize, roles: &[Role]| {
        let role = roles.get(idx).copied();
        let fits = |line: &Line| {
            // Below the opening, items of a list belong to the article.
            let is_item = idx > *article.start() && line.is_item();
            line.n_words <= 12 && !line.ends_sentence && !is_item
        };
        matches!(role, Some(Role::Text | Role::Furniture)) && lines.get(idx).is_some_and(fits)
    };
    let mut start = 0;
    while start < lines.len() {
        if !is_candidate(start, roles) {
            start += 1;
            continue;
        }
        let mut end = start + 1;
        while end < lines.len()
            && is_candidate(end, roles)
            && lines.get(end).is_some_and(|line| !line.gap_before)
        {
            end += 1;
        }
        mark_run(lines.get(start..end).unwrap_or_default(), roles, start, &article);
        start = end;
    }
}

fn mark_run(run: &[Line], roles: &mut [Role], start: usize, article: &RangeInclusive<usize>) {
    let n_short = run.iter().filter(|line| line.n_words <= 4).count();
    let within = roles.get(start..start + run.len()).unwrap_or_default();
    let n_known = within.iter().filter(|role| **role == Role::Furniture).count();
    let is_inside = article.contains(&start);
    if run.len() < FEWEST || n_short * 5 < run.len() * 3 || (is_inside && n_known < 2) {
        return;
    }
    for (idx, line) in run.iter().enumerate() {
        let strings_others = run
            .iter()
            .take(MOST_COMPARED)
            .enumerate()
            .filter(|(other, l)| *other != idx && l.key.len() > 2 && line.key.contains(&l.key))
            .count()
            >= 2;
        if (line.n_words <= LONGEST || strings_others)
            && let Some(role) = roles.get_mut(start + idx)
        {
            *role = Role::Menu;
        }
    }
}
