//! What the page keeps of a reading that is under way: parts of the corpus to come, and problems.
//!
//! In: orders given to the worker and its reports, one by one, each small enough for one turn of the page.
//! Out: the progress, and at the end the corpus with everything joined, and what came of it.
//! Where the reports come from does not matter here: in the page from the worker (`browser`), in tests from the worker's own code without a browser.

use dateline_core::corpus::Corpus;
use dateline_core::pack;
use dateline_formats::report::Report;
use dateline_view::intake::{Broken, Outcome, Progress};
use std::collections::VecDeque;

/// A reading that is under way; it may be of several orders, one after the other.
#[derive(Default)]
pub struct Pending {
    /// Files of each order that is not done, the first under way.
    orders: VecDeque<usize>,
    /// Articles of the orders that are done.
    n_done_before: usize,
    /// Of the order under way.
    current: Option<Progress>,
    parts: Vec<Corpus>,
    n_twice: usize,
    problems: Vec<String>,
    n_more_problems: usize,
}

impl Pending {
    /// Notes an order of so many files.
    pub fn order(&mut self, n_files: usize) -> Progress {
        self.orders.push_back(n_files);
        self.progress()
    }

    /// Takes a report.
    pub fn report(&mut self, report: Report) -> Progress {
        self.current =
            Some(Progress { n_done: report.n_done as usize, n_known: report.n_known as usize });
        if !report.pack.is_empty() {
            match pack::decode(&report.pack) {
                Ok(data) => self.parts.push(Corpus::new(data)),
                Err(error) => self.problems.push(error.to_string()),
            }
        }
        self.n_twice += report.n_twice as usize;
        self.problems.extend(report.problems);
        self.n_more_problems += report.n_more_problems as usize;
        self.progress()
    }

    /// Notes that the order under way is done; whether it was the last.
    pub fn done(&mut self) -> bool {
        self.orders.pop_front();
        self.n_done_before += self.current.take().map_or(0, |progress| progress.n_done);
        self.orders.is_empty()
    }

    /// Whether nothing is under way.
    pub fn is_idle(&self) -> bool {
        self.orders.is_empty()
    }

    /// Joins what came to a corpus; nothing is left under way.
    pub fn finish(&mut self, corpus: &Corpus, broken: Option<Broken>) -> (Option<Corpus>, Outcome) {
        let pending = core::mem::take(self);
        let joined = corpus.join(pending.parts);
        let first = joined.first.0 as usize;
        let added = joined.corpus.records().get(first..).unwrap_or_default();
        let mut is_named = vec![false; joined.corpus.places().len()];
        for mention in added.iter().flat_map(|r| &r.mentions) {
            is_named[mention.place.0 as usize] = true;
        }
        let outcome = Outcome {
            first,
            n_articles: added.len(),
            n_places: is_named.iter().filter(|named| **named).count(),
            n_twice: pending.n_twice + joined.n_twice,
            problems: pending.problems,
            n_more_problems: pending.n_more_problems,
            broken,
        };
        ((outcome.n_articles > 0).then_some(joined.corpus), outcome)
    }

    fn progress(&self) -> Progress {
        let waiting: usize = self.orders.iter().skip(usize::from(self.current.is_some())).sum();
        let current = self.current.unwrap_or(Progress { n_done: 0, n_known: 0 });
        Progress {
            n_done: self.n_done_before + current.n_done,
            n_known: self.n_done_before + current.n_known + waiting,
        }
    }
}
