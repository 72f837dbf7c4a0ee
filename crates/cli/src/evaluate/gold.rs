//! Gold files: documents in which people marked what there is to find, and pairs of names.
//!
//! In goes a file of JSON Lines; out come documents with their marks by kind, or pairs.
//! `start` and `end` count characters. What a set calls a kind is mapped to ours; kinds that are not ours are passed over.

use anyhow::{Context, Result, bail};
use dateline_core::article::{Article, Date};
use dateline_core::geo::LatLon;
use serde::Deserialize;
use std::fs;
use std::path::Path;

/// What can be scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Place,
    Person,
    Organisation,
    Time,
    Quotation,
}

impl Kind {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Place => "places",
            Self::Person => "people",
            Self::Organisation => "organisations",
            Self::Time => "dates",
            Self::Quotation => "quotations",
        }
    }

    /// The kind that a set's word stands for.
    fn of_type(word: &str) -> Option<Self> {
        match word.to_lowercase().as_str() {
            "loc" | "location" | "gpe" | "facility" | "fac" => Some(Self::Place),
            "per" | "person" => Some(Self::Person),
            "org" | "organization" | "organisation" | "corporation" | "group" => {
                Some(Self::Organisation)
            }
            "time" | "date" | "temporal" | "timex" => Some(Self::Time),
            _ => None,
        }
    }
}

/// Something that people marked, or that was found: half-open range of characters, and what is known of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Mark {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Where the place is.
    pub(super) point: Option<LatLon>,
    /// The value of a date; the speaker of a quotation.
    pub(super) value: Option<String>,
}

/// A document and what is marked in it. A kind that the set does not mark is not scored.
pub(super) struct Document {
    pub(super) article: Article,
    pub(super) marks: Vec<(Kind, Mark)>,
}

/// Two spellings, and whether they are one name.
#[derive(Deserialize)]
pub(super) struct NamePair {
    pub(super) a: String,
    pub(super) b: String,
    pub(super) same: u8,
}

/// What a gold file holds.
pub(super) enum Gold {
    Documents { documents: Vec<Document>, kinds: Vec<Kind> },
    NamePairs(Vec<NamePair>),
}

#[derive(Deserialize)]
struct Line {
    text: String,
    published: Option<String>,
    title: Option<String>,
    toponyms: Option<Vec<Item>>,
    entities: Option<Vec<Item>>,
    timexes: Option<Vec<Item>>,
    quotes: Option<Vec<Item>>,
}

#[derive(Deserialize)]
struct Item {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: Option<String>,
    lat: Option<f64>,
    lon: Option<f64>,
    value: Option<String>,
    speaker: Option<String>,
}

/// Reads a gold file.
pub(super) fn read(path: &Path) -> Result<Gold> {
    let name = path.display();
    let text = fs::read_to_string(path)
        .with_context(|| format!("{name}: cannot be read; check the path and its permissions"))?;
    let lines = || text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let Some((_, first)) = lines().next() else {
        bail!("{name}: is empty; a gold file has one JSON object on each line");
    };
    if serde_json::from_str::<NamePair>(first).is_ok() {
        let pairs = lines().map(|(idx, line)| {
            serde_json::from_str(line)
                .with_context(|| format!("{name}:{}: is no pair of names", idx + 1))
        });
        return Ok(Gold::NamePairs(pairs.collect::<Result<_>>()?));
    }
    let mut documents = Vec::new();
    let mut kinds = Vec::new();
    for (idx, line) in lines() {
        let line: Line = serde_json::from_str(line)
            .with_context(|| format!("{name}:{}: is no document with marks", idx + 1))?;
        documents.push(document(format!("{}", idx + 1), line, &mut kinds));
    }
    kinds.sort_unstable();
    kinds.dedup();
    Ok(Gold::Documents { documents, kinds })
}

fn document(key: String, line: Line, kinds: &mut Vec<Kind>) -> Document {
    let chars: Vec<char> = line.text.chars().collect();
    let mut marks = Vec::new();
    let mut add = |kind: Kind, item: &Item| {
        kinds.push(kind);
        let start = item.start + n_chars_of_article(&chars, item.start, item.end);
        marks.push((
            kind,
            Mark {
                start,
                end: item.end,
                point: item.lat.zip(item.lon).and_then(|(lat, lon)| LatLon::new(lat, lon)),
                value: item.value.clone().or_else(|| item.speaker.clone()),
            },
        ));
    };
    for item in line.toponyms.iter().flatten() {
        add(Kind::Place, item);
    }
    for item in line.entities.iter().flatten() {
        if let Some(kind) = item.kind.as_deref().and_then(Kind::of_type) {
            add(kind, item);
        }
    }
    for item in line.timexes.iter().flatten() {
        add(Kind::Time, item);
    }
    for item in line.quotes.iter().flatten() {
        add(Kind::Quotation, item);
    }
    // The first one counts where a set marks a span twice.
    marks.sort_by_key(|(kind, mark)| (*kind, mark.start, mark.end));
    marks.dedup_by_key(|(kind, mark)| (*kind, mark.start, mark.end));
    let published = line.published.as_deref().and_then(|day| day.get(..10)?.parse::<Date>().ok());
    Document { article: Article { published, ..Article::new(key, line.title, line.text) }, marks }
}

/// How long a leading "the" is: it is not part of a name.
fn n_chars_of_article(chars: &[char], start: usize, end: usize) -> usize {
    const ARTICLE: &str = "the ";
    let head = chars.get(start..end).unwrap_or_default().iter().take(ARTICLE.len());
    let is_article = head.collect::<String>().eq_ignore_ascii_case(ARTICLE);
    if is_article { ARTICLE.len() } else { 0 }
}
