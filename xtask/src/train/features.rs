//! Samples as numbers: every segment's tokens with the features that occur more than once, and the labels that they may have.

use std::collections::BTreeMap;

use dateline_core::knowledge::Knowledge;
use dateline_core::recognise::tagger::{
    Lexicon, Tagger, Vocabulary, samples as segments_of, vocabulary_key,
};
use dateline_core::text::prose::Prose;
use dateline_core::text::token::TokenKind;

use super::corpus::Document;
use super::gold::{self, Allowed, Conventions};

/// How often a feature must occur.
const FEWEST: u32 = 2;

/// A segment: tokens in a row.
pub(super) struct Segment {
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) weight: f32,
}

/// All samples.
pub(super) struct Data {
    pub(super) segments: Vec<Segment>,
    /// Where the features of each token begin; one more than tokens.
    starts: Vec<usize>,
    /// Numbers of features.
    numbers: Vec<u32>,
    pub(super) allowed: Vec<Allowed>,
    /// The hash of each feature, ascending, and how often it occurs.
    pub(super) hashes: Vec<u32>,
    pub(super) counts: Vec<u32>,
}

impl Data {
    pub(super) fn n_tokens(&self) -> usize {
        self.allowed.len()
    }

    /// The features of a token.
    pub(super) fn features(&self, token: usize) -> &[u32] {
        &self.numbers[self.starts[token]..self.starts[token + 1]]
    }
}

/// The samples of all documents; half of them are read with each of the gazetteers.
pub(super) fn samples(
    documents: &[Document],
    gazetteers: &[Knowledge; 2],
    conventions: &Conventions,
    vocabulary: &Vocabulary,
    first: Option<&[Tagger; N_FOLDS]>,
) -> Data {
    let lexicon = Lexicon::new();
    let mut segments = Vec::new();
    let (mut starts, mut hashes, mut allowed) = (vec![0], Vec::new(), Vec::new());
    for document in documents {
        for copy in copies(document) {
            let prose = Prose::of(&copy.text);
            let labels = gold::allowed(&copy, &prose, conventions);
            let knowledge = &gazetteers[(copy.number() / 4 % 2) as usize];
            // The first reading by a tagger that has not seen the document.
            let labels_before =
                first.map(|taggers| taggers[fold(document)].first_labels(&prose, knowledge));
            for sample in segments_of(&prose, knowledge, (vocabulary, &lexicon), labels_before) {
                let first = allowed.len();
                for (features, idx) in sample.features.iter().zip(sample.first..) {
                    hashes.extend_from_slice(features);
                    starts.push(hashes.len());
                    allowed.push(labels[idx]);
                }
                gold::make_possible(&mut allowed[first..]);
                segments.push(Segment { first, end: allowed.len(), weight: copy.weight });
            }
        }
    }
    number(segments, &starts, &hashes, allowed)
}

/// How many taggers the samples for the second reading are made with.
pub(super) const N_FOLDS: usize = 4;

/// The tagger that has not seen a document.
pub(super) fn fold(document: &Document) -> usize {
    document.number() as usize / 64 % N_FOLDS
}

fn number(
    segments: Vec<Segment>,
    old_starts: &[usize],
    all: &[u32],
    allowed: Vec<Allowed>,
) -> Data {
    let mut sorted = all.to_vec();
    sorted.sort_unstable();
    let (mut hashes, mut counts) = (Vec::new(), Vec::new());
    for same in sorted.chunk_by(|a, b| a == b) {
        if same.len() as u32 >= FEWEST {
            hashes.push(same[0]);
            counts.push(same.len() as u32);
        }
    }
    drop(sorted);
    let tops: Vec<usize> =
        (0..=1u32 << 16).map(|top| hashes.partition_point(|&h| h >> 16 < top)).collect();
    let (mut starts, mut numbers) = (vec![0], Vec::with_capacity(all.len()));
    for pair in old_starts.windows(2) {
        for &hash in &all[pair[0]..pair[1]] {
            let top = (hash >> 16) as usize;
            if let Ok(at) = hashes[tops[top]..tops[top + 1]].binary_search(&hash) {
                numbers.push((tops[top] + at) as u32);
            }
        }
        starts.push(numbers.len());
    }
    Data { segments, starts, numbers, allowed, hashes, counts }
}

/// A document, and for some a copy whose beginning is written as a headline.
fn copies(document: &Document) -> Vec<Document> {
    let mut out = vec![document.clone()];
    let style = document.number() / 16 % 8;
    if style < 3 && document.text.len() > 400 {
        let mut copy = document.clone();
        let end = copy.text[..400].rfind(['\n', '.']).map_or(300, |i| i + 1);
        let end = (end..).find(|&i| copy.text.is_char_boundary(i)).unwrap_or(0);
        let head: String = if style == 0 {
            title_case(&copy.text[..end])
        } else {
            copy.text[..end].to_ascii_uppercase()
        };
        copy.text.replace_range(..end, &head);
        // Most of it is known from the first copy.
        copy.weight *= 0.3;
        out.push(copy);
    }
    out
}

fn title_case(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut begins = true;
    for c in text.chars() {
        out.push(if begins { c.to_ascii_uppercase() } else { c });
        begins = c.is_whitespace();
    }
    out
}

/// Words that stand in small letters in several documents.
pub(super) fn vocabulary(documents: &[Document]) -> Vocabulary {
    const FEWEST_DOCUMENTS: u32 = 3;
    let mut seen: BTreeMap<u32, (u32, u32, u32, usize)> = BTreeMap::new();
    for (document, number) in documents.iter().zip(1..) {
        let prose = Prose::of(&document.text);
        for (token, idx) in prose.tokens.iter().zip(0..) {
            let word = prose.word(idx);
            if !token.is_word() || !word.starts_with(char::is_alphabetic) {
                continue;
            }
            let entry = seen.entry(vocabulary_key(word)).or_default();
            if token.kind == TokenKind::Capitalised {
                let before = idx.checked_sub(1).map_or("", |i| prose.word(i));
                // A capital after a small word is no mere beginning of a sentence.
                if before.chars().next_back().is_some_and(char::is_lowercase) {
                    entry.1 += 1;
                }
            } else {
                entry.0 += 1;
                if entry.3 != number {
                    entry.3 = number;
                    entry.2 += 1;
                }
            }
        }
    }
    let mut vocabulary = Vocabulary::default();
    for (key, (n_small, n_capital, n_documents, _)) in seen {
        if n_documents >= FEWEST_DOCUMENTS {
            if n_small > 12 * n_capital {
                vocabulary.common.push(key);
            } else {
                vocabulary.mixed.push(key);
            }
        }
    }
    vocabulary
}
