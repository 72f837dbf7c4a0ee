//! The second reading: what the labels of the first one say, everywhere in the document, of the words of a name.
//!
//! A name is read in its sentence first; then each sentence is read again, knowing how the others were read.

use super::document::Document;
use super::hash::{feature, pair};
use super::label::NameKind;
use super::{Tagged, collect};
use std::collections::BTreeMap;

const N_KINDS: usize = NameKind::ALL.len();
const OUTSIDE: usize = N_KINDS;

/// How often each kind was read, and the outside.
type Votes = [u16; N_KINDS + 1];

/// What the first reading found.
pub(super) struct First {
    /// A label for every token.
    pub(super) labels: Vec<u8>,
    /// Votes by the number of the folded word, of its capitalised forms.
    by_word: Vec<Votes>,
    /// For folded words in names of several tokens: kind, and 0 first, 1 inside, 2 last of the longest.
    in_longer: Vec<Option<(NameKind, u8, u16)>>,
    /// Votes by the words of a whole name.
    by_phrase: BTreeMap<u64, Votes>,
    /// The name of each token, by its number; `u32::MAX` for none.
    name_of: Vec<u32>,
    names: Vec<Tagged>,
    /// The hash of each name's words.
    phrases: Vec<u64>,
}

impl First {
    /// From the labels of all tokens.
    pub(super) fn of(document: &Document, labels: Vec<u8>) -> Self {
        let names = collect(&labels);
        let mut first = Self {
            by_word: vec![Votes::default(); document.facts.len()],
            in_longer: vec![None; document.facts.len()],
            by_phrase: BTreeMap::new(),
            name_of: vec![u32::MAX; labels.len()],
            labels,
            phrases: names.iter().map(|&name| phrase(document, name)).collect(),
            names,
        };
        for idx in 0..first.labels.len() {
            if (document.is_capital(idx) || first.label(idx) != 0)
                && let Some(word) = document.word(idx)
                && let Some(votes) = first.by_word.get_mut(word.lower_idx as usize)
            {
                let at = first.labels.get(idx).and_then(|&l| NameKind::of_label(usize::from(l)));
                vote(votes, at.map_or(OUTSIDE, |k| k as usize));
            }
        }
        for number in 0..first.names.len() {
            let Some(&name) = first.names.get(number) else { continue };
            let phrase = first.phrases.get(number).copied().unwrap_or_default();
            vote(first.by_phrase.entry(phrase).or_default(), name.kind as usize);
            first.name_of.get_mut(name.first..name.end).unwrap_or_default().fill(number as u32);
            let len = (name.end - name.first).min(1000) as u16;
            for idx in name.first..name.end {
                let place = if idx == name.first { 0 } else { 1 + u8::from(idx + 1 == name.end) };
                let slot =
                    document.word(idx).and_then(|w| first.in_longer.get_mut(w.lower_idx as usize));
                if let Some(slot) = slot
                    && len > slot.map_or(1, |(_, _, len)| len)
                {
                    *slot = Some((name.kind, place, len));
                }
            }
        }
        first
    }

    fn label(&self, idx: usize) -> u8 {
        self.labels.get(idx).copied().unwrap_or_default()
    }

    fn name(&self, idx: usize) -> Option<Tagged> {
        self.names.get(*self.name_of.get(idx)? as usize).copied()
    }
}

fn vote(votes: &mut Votes, at: usize) {
    if let Some(n) = votes.get_mut(at) {
        *n = n.saturating_add(1);
    }
}

fn phrase(document: &Document, name: Tagged) -> u64 {
    (name.first..name.end).fold(0, |h, idx| pair(h, document.word(idx).map_or(0, |w| w.folded)))
}

/// The kind with most votes, without one vote of the own; and how clear that is: 0 no votes, 1 half or less, 2 most, 3 nearly all.
fn verdict(votes: &Votes, own: usize) -> (u64, u64) {
    let mut others = *votes;
    if let Some(n) = others.get_mut(own) {
        *n = n.saturating_sub(1);
    }
    let total: u32 = others.iter().map(|&n| u32::from(n)).sum();
    let best = (0..others.len()).max_by_key(|&i| (others.get(i).copied(), core::cmp::Reverse(i)));
    let most = best.and_then(|i| others.get(i)).map_or(0, |&n| u32::from(n));
    let clear = match total {
        0 => 0,
        _ if most * 2 <= total => 1,
        _ if most * 10 < total * 9 => 2,
        1..=2 => 3,
        _ => 4,
    };
    (if clear == 0 { 9 } else { best.unwrap_or(9) as u64 }, clear)
}

/// Adds the features of the second reading for a token.
pub(super) fn features(document: &Document, first: &First, idx: usize, mut add: impl FnMut(u64)) {
    let Some(word) = document.word(idx) else { return };
    let label = u64::from(first.label(idx));
    let near =
        |offset: isize| idx.checked_add_signed(offset).map_or(0, |i| u64::from(first.label(i)));
    add(feature(130, label));
    add(feature(131, near(-1) << 8 | label));
    add(feature(132, label << 8 | near(1)));
    add(feature(133, (near(-1) << 8 | label) << 8 | near(1)));
    let own = NameKind::of_label(first.label(idx).into()).map_or(OUTSIDE, |k| k as usize);
    if document.is_capital(idx) || label != 0 {
        let votes = first.by_word.get(word.lower_idx as usize).copied().unwrap_or_default();
        let (best, clear) = verdict(&votes, own);
        add(feature(134, best << 8 | clear));
        add(feature(135, (best << 8 | clear) << 8 | label));
        let kinds = votes
            .iter()
            .enumerate()
            .fold(0u64, |set, (i, &n)| set | u64::from(n > u16::from(i == own)) << i);
        add(feature(136, kinds << 8 | label));
        if let Some((kind, place, len)) =
            first.in_longer.get(word.lower_idx as usize).copied().flatten()
        {
            let alone = first.name(idx).is_none_or(|n| n.end - n.first < usize::from(len));
            let code = (kind as u64) << 8 | u64::from(place) << 1 | u64::from(alone);
            add(feature(137, code));
            add(feature(138, code << 8 | label));
        }
    }
    if let Some(name) = first.name(idx) {
        let phrase = first.name_of.get(idx).and_then(|&n| first.phrases.get(n as usize));
        let votes = phrase.and_then(|p| first.by_phrase.get(p)).copied().unwrap_or_default();
        let (best, clear) = verdict(&votes, own);
        add(feature(139, (best << 8 | clear) << 8 | label));
        // The names before and after, with what stands between.
        for (there, gap, template) in [
            (name.first.checked_sub(2), name.first.checked_sub(1), 140),
            (Some(name.end + 1), Some(name.end), 142),
        ] {
            if let (Some(there), Some(gap)) = (there, gap)
                && let Some(other) = first.name(there)
            {
                let between = document.word(gap).map_or(0, |w| w.folded);
                add(feature(template, pair(between, (other.kind as u64) << 8 | label)));
                add(feature(template + 1, (other.kind as u64) << 8 | label));
            }
        }
    }
}
