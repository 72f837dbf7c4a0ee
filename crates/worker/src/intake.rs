//! One order after the other: files come in, are read and annotated, and go out in reports of a size that the page takes in its stride.
//!
//! In: names and bytes, one file at a time. Out: reports, each with some articles as a pack, in the order in which they came.
//! Annotating is left to `core`, reading to `formats`; the same files give the same reports, byte for byte, natively and in the browser.

use dateline_core::annotate::{Annotations, annotate};
use dateline_core::article::Article;
use dateline_core::corpus::CorpusData;
use dateline_core::knowledge::Knowledge;
use dateline_core::pack;
use dateline_formats::report::Report;
use dateline_formats::{MAX_FILE_BYTES, Problem, ProblemKind, printable, read};
use std::collections::VecDeque;

/// A report holds articles of about so much text: the page opens it within a frame or two.
const REPORT_BYTES: usize = 48 * 1024;
/// And at most so many articles.
const MOST_ARTICLES: usize = 64;
/// More problems than this of one order are counted, not told.
const MOST_PROBLEMS: usize = 50;

/// The state of one worker.
pub struct Intake {
    knowledge: Knowledge,
    waiting: VecDeque<Article>,
    waiting_bytes: usize,
    problems: Vec<String>,
    n_problems: usize,
    n_files_left: u32,
    n_done: u32,
    /// Counted since the last report, not told.
    n_more_problems: u32,
}

impl Intake {
    /// A worker that waits for its first order.
    pub fn new(knowledge: Knowledge) -> Self {
        Self {
            knowledge,
            waiting: VecDeque::new(),
            waiting_bytes: 0,
            problems: Vec::new(),
            n_problems: 0,
            n_files_left: 0,
            n_done: 0,
            n_more_problems: 0,
        }
    }

    /// An order of so many files begins.
    pub fn begin(&mut self, n_files: u32) {
        self.n_files_left = n_files;
        self.n_done = 0;
        self.n_problems = 0;
    }

    /// Reads a file of the order.
    pub fn take(&mut self, name: &str, bytes: &[u8]) {
        self.n_files_left = self.n_files_left.saturating_sub(1);
        let reading = read(name, bytes);
        for problem in reading.problems {
            self.tell(problem.to_string());
        }
        for article in reading.articles {
            self.waiting_bytes = self.waiting_bytes.saturating_add(article.text.len());
            self.waiting.push_back(article);
        }
    }

    /// Notes a file that is too large to be fetched.
    pub fn refuse_size(&mut self, name: &str, bytes: u64) {
        self.n_files_left = self.n_files_left.saturating_sub(1);
        let kind = ProblemKind::TooLarge { bytes, limit: MAX_FILE_BYTES };
        self.tell(Problem { file: name.to_owned(), line: None, kind }.to_string());
    }

    /// Notes a file that the browser does not hand out.
    pub fn refuse_unreadable(&mut self, name: &str) {
        self.n_files_left = self.n_files_left.saturating_sub(1);
        self.tell(format!(
            "{}: the browser cannot read it; if it is a folder, give the files in it",
            printable(name)
        ));
    }

    /// The next report: when enough articles wait, or when nothing more comes and something is left to say.
    pub fn report(&mut self, is_last: bool) -> Option<Report> {
        let is_full = self.waiting_bytes >= REPORT_BYTES || self.waiting.len() >= MOST_ARTICLES;
        let has_some =
            !self.waiting.is_empty() || !self.problems.is_empty() || self.n_more_problems > 0;
        let is_due = is_full || (is_last && has_some);
        if !is_due {
            return None;
        }
        let annotated = self.annotate_some();
        let n_annotated = annotated.len();
        let data = CorpusData::from_annotated(String::new(), annotated, Vec::new());
        let n_twice = n_annotated - data.records.len();
        let pack = if n_annotated == 0 { Vec::new() } else { pack::encode(&data) };
        Some(Report {
            n_done: self.n_done,
            n_known: self
                .n_done
                .saturating_add(count(self.waiting.len()))
                .saturating_add(self.n_files_left),
            pack,
            n_twice: count(n_twice),
            problems: core::mem::take(&mut self.problems),
            n_more_problems: core::mem::take(&mut self.n_more_problems),
        })
    }

    /// Annotates the first that wait: at least one, and as many as fit into a report.
    fn annotate_some(&mut self) -> Vec<(Article, Annotations)> {
        let mut annotated = Vec::new();
        let mut n_bytes = 0;
        while n_bytes < REPORT_BYTES
            && annotated.len() < MOST_ARTICLES
            && let Some(article) = self.waiting.pop_front()
        {
            n_bytes += article.text.len();
            self.waiting_bytes = self.waiting_bytes.saturating_sub(article.text.len());
            self.n_done = self.n_done.saturating_add(1);
            let annotations = annotate(&article, &self.knowledge);
            annotated.push((article, annotations));
        }
        annotated
    }

    fn tell(&mut self, sentence: String) {
        self.n_problems += 1;
        if self.n_problems <= MOST_PROBLEMS {
            self.problems.push(sentence);
        } else {
            self.n_more_problems = self.n_more_problems.saturating_add(1);
        }
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
