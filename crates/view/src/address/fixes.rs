//! The corrections of an address: `fix=line` for each of them, or how many there are and the sum of their lines when they would make the address too long.
//!
//! Without the key, those hold that came with the corpus; `fix=0` says that none holds.

use super::passage::{print_words, read_words};
use super::percent;
use crate::corrections::{Corrections, push};
use dateline_core::corpus::Corpus;
use dateline_core::corpus::corrections::{Correction, Names, print as line_of};

/// The key.
pub(super) const KEY: &str = "fix";
/// All corrections of an address take at most so many characters.
const MOST_CHARS: usize = 1500;

/// What an address says of corrections.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Fixes {
    /// Nothing.
    #[default]
    Unsaid,
    /// That these hold.
    Said(Vec<Correction>),
    /// That so many hold that are not in it, and their sum.
    Counted(usize, Option<u32>),
}

/// How many corrections an address does not carry because they are too long for it.
pub fn n_left_out(corrections: &Corrections) -> usize {
    match lines(corrections) {
        None if corrections.list != corrections.own => corrections.list.len(),
        _ => 0,
    }
}

/// The values of the key.
pub(super) fn print(corrections: &Corrections) -> Vec<String> {
    if corrections.list == corrections.own {
        return Vec::new();
    }
    let lines = lines(corrections).filter(|lines| !lines.is_empty());
    lines.unwrap_or_else(|| {
        let n = corrections.list.len();
        let sum = corrections.sum().map(|sum| format!("-{}", print_words(sum)));
        vec![format!("{n}{}", sum.unwrap_or_default())]
    })
}

/// A line for each, if they are short enough.
fn lines(corrections: &Corrections) -> Option<Vec<String>> {
    let mut room = MOST_CHARS;
    let lines = corrections.list.iter().map(|correction| {
        let line = line_of(correction);
        let n_chars = percent::encode(&line).len() + KEY.len() + 2;
        room = room.checked_sub(n_chars)?;
        (line.len() <= super::LONGEST_VALUE).then_some(line)
    });
    lines.collect()
}

/// Reads a value; whether it says anything here.
pub(super) fn read(value: &str, corpus: &Corpus, fixes: &mut Fixes) -> bool {
    if let Some((n, sum)) = counted(value) {
        let is_alone = *fixes == Fixes::Unsaid;
        if is_alone {
            *fixes = if n == 0 { Fixes::Said(Vec::new()) } else { Fixes::Counted(n, sum) };
        }
        return is_alone;
    }
    let Some(correction) = Correction::read(value).filter(|c| is_held(c, corpus)) else {
        return false;
    };
    match fixes {
        Fixes::Said(list) => push(list, correction),
        _ => {
            *fixes = Fixes::Said(vec![correction]);
            true
        }
    }
}

/// `number` or `number-sum`.
fn counted(value: &str) -> Option<(usize, Option<u32>)> {
    let (n, sum) = match value.split_once('-') {
        Some((n, sum)) => (n, Some(read_words(sum)?)),
        None => (value, None),
    };
    n.bytes().all(|b| b.is_ascii_digit()).then(|| n.parse().ok().map(|n| (n, sum)))?
}

/// Whether the corpus has the words that it is about; who goes by which id may itself be corrected.
fn is_held(correction: &Correction, corpus: &Corpus) -> bool {
    match correction {
        Correction::Is(names, _) | Correction::Not(names) | Correction::Apart(names, _) => {
            let Names { article, wording, .. } = names;
            let text = corpus.find_article(article).map(|idx| &corpus.record(idx).article.text);
            text.is_some_and(|text| {
                let mut places = text.char_indices();
                places.any(|(at, _)| text.get(at..).is_some_and(|t| t.starts_with(wording)))
            })
        }
        Correction::Same(..) | Correction::Name(..) => true,
    }
}
