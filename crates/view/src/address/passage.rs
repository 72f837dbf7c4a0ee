//! The passage of an address: `at=start-end` in characters, and `text=` with the sum of its words, by which it is found again when the article has changed.

use crate::state::OpenArticle;
use dateline_core::article::ArticleId;
use dateline_core::checksum::checksum;
use dateline_core::corpus::{ArticleIdx, Corpus};
use dateline_core::text::Span;
use dateline_core::text::fold::fold;

/// What an address says of a passage.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Passage {
    pub(super) at: Option<Span>,
    pub(super) words: Option<u32>,
    /// The article that the address names, when the corpus has none of that id.
    pub(super) lost: Option<String>,
}

/// `start-end` in characters, start before end.
pub(super) fn read_span(value: &str) -> Option<Span> {
    let (start, end) = value.split_once('-')?;
    let number = |n: &str| n.bytes().all(|b| b.is_ascii_digit()).then(|| n.parse::<u32>().ok())?;
    let (start, end) = (number(start)?, number(end)?);
    (start < end).then_some(Span { start, end })
}

/// Eight hexadecimal digits, small letters.
pub(super) fn read_words(value: &str) -> Option<u32> {
    let is_sum =
        value.len() == 8 && value.bytes().all(|b| b.is_ascii_hexdigit() && !b.is_ascii_uppercase());
    is_sum.then(|| u32::from_str_radix(value, 16).ok())?
}

/// The same as text.
pub(super) fn print_words(words: u32) -> String {
    format!("{words:08x}")
}

/// The sum of the words of the sentence that stands at a passage; none where none begins there.
pub fn words_at(corpus: &Corpus, open: &OpenArticle) -> Option<u32> {
    let (idx, at) = (corpus.find_article(&open.id)?, open.at?);
    sentences(corpus, idx).find(|(span, _)| *span == at).map(|(_, words)| words)
}

/// Where the sentence with these words stands: in an article, or in any when that is not here.
pub(super) fn find(
    corpus: &Corpus,
    article: Option<&ArticleId>,
    words: u32,
) -> Option<OpenArticle> {
    let all = (0u32..).take(corpus.records().len()).map(ArticleIdx);
    let wanted = |idx: &ArticleIdx| article.is_none_or(|id| corpus.record(*idx).article.id == *id);
    all.filter(wanted).find_map(|idx| {
        let (at, _) = sentences(corpus, idx).find(|(_, sum)| *sum == words)?;
        Some(OpenArticle { id: corpus.record(idx).article.id.clone(), at: Some(at) })
    })
}

/// The sentences of an article with their places in characters and the sums of their words.
fn sentences(corpus: &Corpus, idx: ArticleIdx) -> impl Iterator<Item = (Span, u32)> + '_ {
    let text = corpus.record(idx).article.text.as_str();
    let mut chars = crate::screen::CharCounter::new(text);
    corpus.sentences_of(idx).iter().map(move |sentence| {
        (chars.span(sentence.span), checksum(fold(sentence.span.of(text)).as_bytes()))
    })
}
