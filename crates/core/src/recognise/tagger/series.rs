//! Series: runs in a row with nothing but commas, "and" or "or" between them; their members are mostly of one kind.

use super::document::Document;
use super::hash::bytes;
use super::runs::Run;

/// A series of two runs or more.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Series {
    /// The first token of its first run and the last token of its last run.
    pub(super) first: u32,
    pub(super) last: u32,
    pub(super) n_runs: u32,
    /// How many of them the rules hold for places, and for no places although the gazetteer knows them.
    pub(super) n_places: u32,
    pub(super) n_others: u32,
    /// How many begin with a given name.
    pub(super) n_given: u32,
}

/// For every run the series that it is part of; alone, a run is a series of one.
pub(super) fn series(document: &Document) -> Vec<Series> {
    let between = [bytes(*b","), bytes(*b"and"), bytes(*b"or"), bytes(*b"&")];
    let joined = |a: Run, b: Run| {
        let gap = (a.last as usize + 1)..(b.first as usize);
        (1..=2).contains(&gap.len())
            && gap
                .into_iter()
                .all(|i| document.word(i).is_some_and(|w| between.contains(&w.folded)))
    };
    let mut out = vec![Series::default(); document.runs.len()];
    let mut begin = 0;
    while begin < document.runs.len() {
        let mut end = begin + 1;
        while let (Some(&a), Some(&b)) = (document.runs.get(end - 1), document.runs.get(end))
            && joined(a, b)
        {
            end += 1;
        }
        let members = document.runs.get(begin..end).unwrap_or_default();
        let mut whole = Series { n_runs: members.len() as u32, ..Series::default() };
        whole.first = members.first().map_or(0, |r| r.first);
        whole.last = members.last().map_or(0, |r| r.last);
        for run in members {
            let mark = document.mark(run.last as usize);
            whole.n_places += u32::from(mark.is_place());
            whole.n_others += u32::from(mark.class != 0 && !mark.is_place());
            let given = document.word(run.first as usize);
            whole.n_given +=
                u32::from(given.is_some_and(|w| w.is(super::lists::GIVEN_NAME)) && run.len() > 1);
        }
        out.get_mut(begin..end).unwrap_or_default().fill(whole);
        begin = end;
    }
    out
}
