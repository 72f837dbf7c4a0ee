//! What the page says of itself: the corpus, the method, how well it reads, whose data it carries.
//!
//! The table of quality is generated (`cargo xtask data quality`) and only laid out here.

use crate::wording::{about, places};
use dateline_core::corpus::Corpus;

/// How well the engine reads, as `dateline evaluate` printed it: one line per set and kind, tabs between the cells.
const QUALITY: &str = include_str!("../../data/quality.tsv");

/// The panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// Its heading.
    pub heading: String,
    /// Sections in their order: heading and paragraphs.
    pub sections: Vec<AboutSection>,
    /// What the figures are.
    pub quality_note: String,
    /// The table of quality: first the heads of the columns, then one row for each set and kind.
    pub quality: Vec<Vec<String>>,
}

/// A heading with its paragraphs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AboutSection {
    /// The heading.
    pub heading: &'static str,
    /// Whole sentences.
    pub paragraphs: Vec<String>,
}

/// The panel for a corpus.
pub(super) fn about(corpus: &Corpus) -> About {
    let section = |heading, paragraphs| AboutSection { heading, paragraphs };
    About {
        heading: about::HEADING.to_owned(),
        sections: vec![
            section(
                about::CORPUS,
                vec![about::corpus(corpus.title(), corpus.records().len(), corpus.places().len())],
            ),
            section(about::PRIVACY, vec![about::PRIVACY_PROMISE.to_owned()]),
            section(places::HELP, places::HELP_SENTENCES.map(str::to_owned).to_vec()),
            section(about::METHOD, about::METHOD_SENTENCES.map(str::to_owned).to_vec()),
            section(about::DATA, about::DATA_SENTENCES.map(str::to_owned).to_vec()),
            section(about::VERSION, vec![about::version(env!("CARGO_PKG_VERSION"))]),
        ],
        quality_note: about::QUALITY_NOTE.to_owned(),
        quality: quality(),
    }
}

/// The columns that the panel has room for, those left out in which no row has a figure.
fn quality() -> Vec<Vec<String>> {
    let mut lines = QUALITY.lines().filter(|line| !line.starts_with('#'));
    let heads: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let rows: Vec<Vec<&str>> = lines.map(|line| line.split('\t').collect()).collect();
    let columns = about::COLUMNS.iter().filter_map(|&(key, word)| {
        let at = heads.iter().position(|head| *head == key)?;
        let cells: Vec<&str> = rows.iter().map(|row| row.get(at).copied().unwrap_or("")).collect();
        cells.iter().any(|cell| !cell.is_empty()).then_some((word, cells))
    });
    let columns: Vec<(&str, Vec<&str>)> = columns.collect();
    let mut table = vec![columns.iter().map(|(word, _)| (*word).to_owned()).collect()];
    for row in 0..rows.len() {
        let cell = |cells: &[&str]| match cells.get(row) {
            Some(&cell) if !cell.is_empty() => cell.to_owned(),
            _ => "–".to_owned(),
        };
        table.push(columns.iter().map(|(_, cells)| cell(cells)).collect());
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_every_column_and_a_figure() {
        let table = quality();
        assert!(table.len() > 1, "{QUALITY}");
        for row in &table[1..] {
            assert_eq!(row.len(), table[0].len());
            assert!(row[3].parse::<f64>().is_ok_and(|f1| (0.0..=1.0).contains(&f1)), "{row:?}");
        }
    }
}
