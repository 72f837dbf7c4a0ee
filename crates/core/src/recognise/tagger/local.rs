//! The features of a token that come from where it stands: neighbours together, its run, gazetteer and rules, line and brackets.

use super::document::{Document, Line};
use super::hash::{feature, pair};
use super::lists;
use super::marks::{Known, Mark};
use super::runs::Run;
use super::seen::comma;

/// Adds the features of the token with this index.
pub(super) fn features(document: &Document, idx: usize, mut add: impl FnMut(u64)) {
    let Some(word) = document.word(idx) else { return };
    let folded = |offset| document.near(idx, offset).map_or(0, |w| w.folded);
    let line = match document.line(idx) {
        Line::Plain => 0,
        Line::Title => 1,
        Line::Capitals => 2,
    };
    let is_first = u64::from(document.is_first(idx));
    let here = word.shape as u64;
    add(feature(40, 0));
    add(feature(43, pair(folded(-1), folded(0))));
    add(feature(44, pair(folded(0), folded(1))));
    let facts = document.facts_of(word);
    let case = u64::from(facts.seen & 3);
    add(feature(51, line << 32 | is_first << 24 | case << 16 | u64::from(word.common) << 8 | here));
    marks(document, idx, &mut add);
    known(document, idx, &mut add);
    if let Some(run) = document.run(idx) {
        in_run(document, idx, run, &mut add);
    } else {
        between(document, idx, &mut add);
    }
}

/// For a small word between two runs, "of" or "for the": whether it joins them to one name.
fn between(document: &Document, idx: usize, add: &mut impl FnMut(u64)) {
    let Some(word) = document.word(idx).filter(|w| w.is(lists::OPENER) || w.folded == ampersand())
    else {
        return;
    };
    let before = [1, 2].into_iter().find_map(|n| document.run(idx.checked_sub(n)?));
    let after = [1, 2].into_iter().find_map(|n| document.run(idx + n));
    let (Some(before), Some(after)) = (before, after) else { return };
    let at = |idx: u32| document.word(idx as usize);
    let (Some(lead), Some(head), Some(next)) = (at(before.first), at(before.last), at(after.first))
    else {
        return;
    };
    let last = at(after.last).map_or(0, |w| w.lists);
    let known = document.known(after.first as usize);
    let beyond = u64::from(known.kind) << 16
        | u64::from(known.flags) << 8
        | u64::from(document.mark(after.first as usize).verdict);
    add(feature(120, pair(head.folded, word.folded)));
    add(feature(121, pair(u64::from(head.lists), word.folded)));
    add(feature(122, pair(lead.folded, word.folded)));
    add(feature(123, pair(word.folded, beyond)));
    add(feature(124, pair(pair(u64::from(head.lists), word.folded), beyond)));
    add(feature(125, pair(word.folded, next.folded)));
    add(feature(126, pair(word.folded, u64::from(last))));
    add(feature(
        127,
        pair(word.folded, u64::from(before.len().min(4)) << 8 | u64::from(after.len().min(4))),
    ));
}

fn ampersand() -> u64 {
    super::hash::bytes(*b"&")
}

fn code(mark: Mark) -> u64 {
    u64::from(mark.class) << 16 | u64::from(mark.verdict) << 8 | u64::from(mark.position)
}

fn marks(document: &Document, idx: usize, add: &mut impl FnMut(u64)) {
    let mark = document.mark(idx);
    let before = idx.checked_sub(1).map_or(Mark::default(), |i| document.mark(i));
    add(feature(60, code(mark)));
    if before.verdict != 0 {
        add(feature(64, pair(code(before), u64::from(mark.position))));
    }
}

/// What the gazetteer knows here, whether the rules trust it or not.
fn known(document: &Document, idx: usize, add: &mut impl FnMut(u64)) {
    let known = document.known(idx);
    let code = |k: Known| u64::from(k.kind) << 16 | u64::from(k.flags) << 8 | u64::from(k.position);
    if known != Known::default() {
        let size = u64::from(known.size);
        let n = u64::from(known.n_candidates);
        let run = document.run(idx);
        // Whether the name is all of the run, its beginning or its end.
        let fills = run.map_or(3, |r| {
            let (from, to) = (
                idx.checked_sub(1).map_or(0, |i| document.known(i).position),
                document.known(idx + 1).position,
            );
            let begins = r.first as usize == idx || !matches!(known.position, 1 | 2) || from != 0;
            let ends = r.last as usize == idx || !matches!(known.position, 1 | 4) || to != 0;
            u64::from(begins) | u64::from(ends) << 1
        });
        let word = document.word(idx);
        let facts = word.map(|w| document.facts_of(w)).unwrap_or_default();
        let common = word.map_or(0, |w| u64::from(w.common));
        add(feature(110, code(known)));
        add(feature(111, code(known) << 16 | size << 8 | n));
        add(feature(112, (code(known) << 8 | size) << 8 | fills));
        add(feature(114, (code(known) << 8 | common) << 8 | u64::from(facts.seen & 3)));
    }
}

fn in_run(document: &Document, idx: usize, run: Run, add: &mut impl FnMut(u64)) {
    let (first, last) = (run.first as usize, run.last as usize);
    let (Some(first_word), Some(last_word)) = (document.word(first), document.word(last)) else {
        return;
    };
    let place = match (idx == first, idx == last) {
        (true, true) => 0u64,
        (true, false) => 1,
        (false, false) => 2,
        (false, true) => 3,
    };
    let len = u64::from(run.len().min(6));
    add(feature(70, len << 8 | place));
    let of_lists = |l: lists::Lists| u64::from(l);
    if first != last {
        add(feature(71, pair(first_word.folded, place)));
        add(feature(73, of_lists(first_word.lists) << 8 | place));
        add(feature(74, of_lists(last_word.lists) << 8 | place));
    }
    let before = document.near(first, -1);
    let after = document.near(last, 1);
    let before_hash = before.map_or(0, |w| w.folded);
    let after_hash = after.map_or(0, |w| w.folded);
    add(feature(76, pair(before_hash, place)));
    add(feature(77, pair(after_hash, place)));
    if let Some(before) = before {
        add(feature(81, (of_lists(before.lists) << 8 | place) << 8 | len));
    }
    if let Some(after) = after {
        add(feature(82, (of_lists(after.lists) << 8 | place) << 8 | len));
        // "City, State".
        if after.folded == comma() {
            let beyond = document.mark(last + 2);
            add(feature(
                83,
                (u64::from(beyond.class) << 8 | u64::from(beyond.verdict)) << 8 | place,
            ));
            let known = document.known(last + 2);
            add(feature(
                118,
                (u64::from(known.kind) << 8 | u64::from(known.flags)) << 16
                    | u64::from(document.known(last).kind) << 8
                    | place,
            ));
        }
    }
    // "State" after "City,".
    if before_hash == comma()
        && let Some(city) = first.checked_sub(2)
    {
        let mark = document.mark(city);
        add(feature(85, (u64::from(mark.class) << 8 | u64::from(mark.verdict)) << 8 | place));
        let known = document.known(city);
        add(feature(
            119,
            (u64::from(known.kind) << 8 | u64::from(known.flags)) << 16
                | u64::from(document.known(idx).flags) << 8
                | place,
        ));
    }
    // A run joined to one before by "of", "for" or "and": the name may go on.
    if before.is_some_and(|w| w.is(lists::OPENER))
        && let Some(earlier) = first
            .checked_sub(2)
            .and_then(|i| document.run(i).or_else(|| document.run(i.checked_sub(1)?)))
        && let (Some(head), Some(lead)) =
            (document.word(earlier.last as usize), document.word(earlier.first as usize))
    {
        add(feature(87, pair(head.folded, before_hash)));
        add(feature(88, of_lists(head.lists) << 8 | place));
        add(feature(89, pair(of_lists(lead.lists), before_hash)));
    }
    // A run that goes on behind "of", "for" or "and": what comes there.
    if after.is_some_and(|w| w.is(lists::OPENER))
        && let Some(at) = [2, 3].into_iter().find(|&n| document.run(last + n).is_some())
        && let Some(later) = document.run(last + at)
    {
        let known = document.known(later.first as usize);
        let beyond = u64::from(known.kind) << 16
            | u64::from(known.flags) << 8
            | u64::from(document.mark(later.first as usize).verdict);
        let lists = document.word(later.last as usize).map_or(0, |w| w.lists);
        add(feature(128, pair(after_hash, beyond << 8 | place)));
        add(feature(129, pair(after_hash, u64::from(lists) << 8 | place)));
    }
    brackets(document, idx, run, add);
    in_series(document, idx, place, add);
}

/// What stands around a series speaks for all its members, and members speak for each other.
fn in_series(document: &Document, idx: usize, place: u64, add: &mut impl FnMut(u64)) {
    let number = document.run_of.get(idx).copied().unwrap_or(u32::MAX);
    let Some(series) = document.series.get(number as usize).filter(|s| s.n_runs > 1) else {
        return;
    };
    let mark = document.mark(idx);
    let n = u64::from(series.n_runs.min(4));
    let n_places = series.n_places - u32::from(mark.is_place()).min(series.n_places);
    let all = u64::from(n_places.min(3)) << 16
        | u64::from(series.n_others.min(2)) << 12
        | u64::from(series.n_given.min(2)) << 8;
    add(feature(100, all << 16 | n << 8 | place));
    add(feature(101, u64::from(n_places.min(2)) << 8 | u64::from(series.n_runs > 2)));
    let before = document.near(series.first as usize, -1).map_or(0, |w| w.folded);
    let after = document.near(series.last as usize, 1).map_or(0, |w| w.folded);
    if series.n_runs > 2 {
        add(feature(102, pair(before, place)));
        add(feature(103, pair(after, place)));
    }
}

/// "Full Name (FN)": what stands alone in brackets has the kind of what stands before.
fn brackets(document: &Document, idx: usize, run: Run, add: &mut impl FnMut(u64)) {
    let (first, last) = (run.first as usize, run.last as usize);
    let mark = |i: usize| {
        let mark = document.tokens.get(i).filter(|t| !t.is_word());
        mark.map_or("", |t| t.span.of(document.text))
    };
    let opens = first > 0 && mark(first - 1) == "(";
    let closes = mark(last + 1) == ")";
    if opens {
        add(feature(90, u64::from(closes) << 8 | document.word(idx).map_or(0, |w| w.shape as u64)));
        if closes
            && let Some(before) = first.checked_sub(2)
            && let Some(head) = document.word(before)
        {
            add(feature(91, head.folded));
            add(feature(92, u64::from(head.lists) << 8 | u64::from(document.mark(before).class)));
            if let Some(run) = document.run(before)
                && let Some(lead) = document.word(run.first as usize)
            {
                add(feature(93, lead.folded));
                add(feature(94, u64::from(run.len().min(4))));
            }
        }
    } else if mark(last + 1) == "(" && document.near(last, 3).is_some() && mark(last + 3) == ")" {
        add(feature(95, document.near(last, 2).map_or(0, |w| w.shape as u64)));
    }
    let quoted = first > 0 && matches!(mark(first - 1), "\"" | "“" | "'" | "‘");
    if quoted {
        let closed = matches!(mark(last + 1), "\"" | "”" | "'" | "’");
        add(feature(96, u64::from(closed) << 8 | u64::from(run.len().min(4))));
    }
}
