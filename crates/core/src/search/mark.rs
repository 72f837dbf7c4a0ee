//! Where in a sentence a search was found, in the words as the article writes them.
//!
//! In go a corpus and a query, once; out come spans of any sentence, in order and apart from each other.
//! The same positions answer here that make the set, so that what is found is marked: whole words, with the article and the ending that belong to them.
//! What is excluded is not marked, nor is what only a field asks for.

use super::build::{TITLE_GAP, sort};
use super::find::{each_leaf, each_spelled};
use super::index::{SLOT, WordIndex};
use super::phrase::{Stretch, needed, stretches};
use super::query::{Manner, Phrase, Query};
use super::word::{WordReader, is_article};
use crate::corpus::{Corpus, SentenceIdx};
use crate::text::Span;

/// Marks what one search finds in one corpus.
#[derive(Clone, Debug, Default)]
pub struct Marker {
    /// Single words, and whether longer ones are meant too.
    words: Vec<(String, bool)>,
    /// Where phrases stand, in the order of the corpus.
    stretches: Vec<Stretch>,
    /// Places that the words spell.
    places: Vec<u32>,
}

impl Marker {
    /// Finds everything that is to be marked.
    pub fn new(corpus: &Corpus, query: &Query) -> Self {
        let index = corpus.search_index();
        let mut out = Self::default();
        let Some(root) = &query.root else { return out };
        each_leaf(root, &mut |run: &[&Phrase]| {
            for phrase in run {
                let mut needed = needed(phrase);
                match (needed.next(), needed.next()) {
                    (Some((word, is_beginning)), None) => {
                        out.words.push((word.to_owned(), is_beginning));
                    }
                    _ => out.stretches.extend(words_of(&index.words, phrase)),
                }
            }
            each_spelled(&index.places, run, &mut |place, _, _| {
                if !out.places.contains(&place) {
                    out.places.push(place);
                }
            });
        });
        // First and last position as key and number.
        let mut keys: Vec<(u64, u32)> =
            out.stretches.iter().map(|(first, last)| (u64::from(*first), *last)).collect();
        sort(&mut keys, &|a, b| a.cmp(&b));
        out.stretches = keys.into_iter().map(|(first, last)| (first as u32, last)).collect();
        out
    }

    /// What is marked in a sentence, as spans of its article's text.
    pub fn spans(&self, corpus: &Corpus, idx: SentenceIdx) -> Vec<Span> {
        let Some(sentence) = corpus.sentences().get(idx.0 as usize) else { return Vec::new() };
        let text = &corpus.record(sentence.article).article.text;
        let ([first, end], mut hits) = (positions_of(corpus, idx), Vec::new());
        let words = self.read(sentence.span.of(text), first, &mut hits);
        let spans = self.spans_of(&words, (first, end), hits, sentence.span.start);
        let mentions = corpus.mentions(sentence).iter();
        let named = mentions.filter(|m| self.places.contains(&m.place.0));
        apart(spans.into_iter().chain(named.map(|mention| mention.span)))
    }

    /// What is marked in the title of the article whose first sentence this is, as spans of the title.
    pub fn title_spans(&self, corpus: &Corpus, idx: SentenceIdx) -> Vec<Span> {
        let Some(sentence) = corpus.sentences().get(idx.0 as usize) else { return Vec::new() };
        let article = &corpus.record(sentence.article).article;
        let ([first, end], mut hits) = (positions_of(corpus, idx), Vec::new());
        let before = self.read(sentence.span.of(&article.text), first, &mut Vec::new());
        let first = before.last().map_or(first, |word| word.0) + TITLE_GAP;
        let words = self.read(article.title.as_deref().unwrap_or_default(), first, &mut hits);
        apart(self.spans_of(&words, (first, end), hits, 0).into_iter())
    }

    /// The stretches that were found among words, as spans of a text that begins at a byte.
    fn spans_of(
        &self,
        words: &[(u32, Span)],
        (first, end): (u32, u32),
        mut hits: Vec<Stretch>,
        base: u32,
    ) -> Vec<Span> {
        let from = self.stretches.partition_point(|stretch| stretch.0 < first);
        hits.extend(self.stretches.iter().skip(from).take_while(|stretch| stretch.0 < end));
        let spans = hits.into_iter().filter_map(|(a, b)| {
            let first = words.get(words.partition_point(|word| word.0 < a))?.1;
            let last = words.get(words.partition_point(|word| word.0 <= b).checked_sub(1)?)?.1;
            Some(Span { start: base + first.start, end: base + last.end })
        });
        spans.collect()
    }

    /// The words of a sentence with their positions, as the index counts them; those that are found alone go among the hits.
    fn read(&self, text: &str, first: u32, hits: &mut Vec<Stretch>) -> Vec<(u32, Span)> {
        let mut reader = WordReader::new(text);
        let mut out: Vec<(u32, Span)> = Vec::new();
        let mut stays = true;
        let mut position = first;
        while reader.read() {
            position += u32::from(!stays);
            out.push((position, reader.span));
            stays = is_article(reader.word());
            reader.each_form(|form| {
                let mut asked = self.words.iter();
                if asked.any(|(word, longer)| form == word || *longer && form.starts_with(word)) {
                    hits.push((position, position));
                }
            });
        }
        out
    }
}

/// The first position of a sentence, and that behind its last.
fn positions_of(corpus: &Corpus, idx: SentenceIdx) -> [u32; 2] {
    let slots = &corpus.search_index().words.slots;
    let first = slots.partition_point(|of| *of < idx.0);
    let end = slots.partition_point(|of| *of <= idx.0);
    [first, end].map(|slot| (slot as u32).saturating_mul(SLOT))
}

/// The stretches of a phrase; of words near each other, each of them.
fn words_of(index: &WordIndex, phrase: &Phrase) -> Vec<Stretch> {
    let found = stretches(index, phrase);
    if !matches!(phrase.manner, Manner::Near(_)) {
        return found;
    }
    let mut out = Vec::new();
    for word in &phrase.words {
        let alone = Phrase { words: vec![word.clone()], manner: Manner::Quoted };
        let mut within = found.iter().peekable();
        for (position, end) in stretches(index, &alone) {
            // A stretch that ends before this word ends before all that follow, but for some inside longer ones.
            while within.next_if(|stretch| stretch.1 < position).is_some() {}
            if within.peek().is_some_and(|stretch| stretch.0 <= position) {
                out.push((position, end));
            }
        }
    }
    out
}

/// Spans in order, those that overlap as one.
fn apart(spans: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut keys: Vec<(u64, u32)> = spans.map(|s| (u64::from(s.start), s.end)).collect();
    sort(&mut keys, &|a, b| a.cmp(&b));
    let mut out: Vec<Span> = Vec::with_capacity(keys.len());
    for (start, end) in keys {
        match out.last_mut() {
            Some(last) if start < u64::from(last.end) => last.end = last.end.max(end),
            _ => out.push(Span { start: start as u32, end }),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::parse;
    use crate::search::tests::corpus;

    /// The text with brackets around what is marked.
    fn marked(text: &str, query: &str) -> String {
        let corpus = corpus(&[text]);
        let marker = Marker::new(&corpus, &parse(query).query);
        let mut out = String::new();
        let mut at = 0;
        for idx in (0u32..).take(corpus.sentences().len()) {
            for span in marker.spans(&corpus, SentenceIdx(idx)) {
                out += &text[at..span.start as usize];
                out += &format!("[{}]", span.of(text));
                at = span.end as usize;
            }
        }
        out + &text[at..]
    }

    #[test]
    fn what_is_found_is_marked() {
        for (query, text) in [
            ("pol mil", "[Military] [police], a [policy]."),
            (
                "\"military police\"",
                "[Military police] and military men. The police of the [military police].",
            ),
            (
                "\"forces russian\"~1",
                "[Russian] special [forces]; the forces of a Russian town, Russian and other old forces.",
            ),
            ("\"a b\"~1", "[a] c [b] [a] c c [a] [b] c c b"),
            ("hasakah", "In [Al-Ḥasakah], near [Hasakah]."),
            ("\"ahmed al-sharaa\"", "[Ahmed al-Sharaa] met [Ahmed Sharaa]. Sharaa left."),
            ("syria -coast", "[Syria’s] coast, [Syrian] land."),
            ("strasse OR cafe", "Die [Straße] zum [Cafe\u{301}], [CAFÉ]."),
            ("القامشلي", "وصل إلى [القَامِشلي] [والقامشلى]."),
            ("qamishli", "In [Qamishlo] and [Qamishli]. [القامشلي] "),
            ("大马", "在[大马]士革马大。"),
            ("place:tartus", "In Tartus."),
            ("", "Nothing."),
        ] {
            let plain = text.replace(['[', ']'], "");
            assert_eq!(marked(&plain, query), text, "{query}");
        }
    }
}
