//! Whom a surname means that several people of the article bear.
//!
//! In go the bearers, each with the places where it is named in full, and the place of the surname; out comes one of them.
//! A title that one of them bears decides; then who is named in full most often; then who was named last.
//! A name that is brought in as somebody's kin ("his wife Asma al-Assad") does not count.

use super::words::is_title;
use crate::text::Span;
use crate::text::fold::fold;
use crate::text::prose::Prose;
use crate::text::token::TokenKind;

/// So many words before a name are asked for kin.
const N_WORDS: usize = 3;
const KIN: [&str; 19] = [
    "aunt",
    "brother",
    "brothers",
    "cousin",
    "daughter",
    "daughters",
    "father",
    "husband",
    "mother",
    "nephew",
    "niece",
    "sister",
    "sisters",
    "son",
    "sons",
    "uncle",
    "widow",
    "wife",
    "lady",
];
const OF_WOMEN: [&str; 9] =
    ["baroness", "dame", "lady", "madame", "miss", "mrs", "ms", "princess", "queen"];
const OF_MEN: [&str; 6] = ["king", "lord", "mr", "prince", "sir", "emir"];

/// Somebody whose full name the article gives.
#[derive(Clone, Debug)]
pub(super) struct Bearer {
    /// What the caller knows it by.
    pub(super) actor: u32,
    /// Where it is named in full, in order.
    named: Vec<u32>,
    /// How often it is named in full and not as kin.
    n_leading: u32,
    titles: Vec<String>,
}

impl Bearer {
    /// Before any name of it was read.
    pub(super) fn new(actor: u32) -> Self {
        Self { actor, named: Vec::new(), n_leading: 0, titles: Vec::new() }
    }

    /// Reads a full name; they come in the order of the text.
    pub(super) fn read(&mut self, prose: &Prose, span: Span) {
        self.named.push(span.start);
        let is_kin = words_before(prose, span, N_WORDS).iter().any(|w| KIN.contains(&w.as_str()));
        self.n_leading += u32::from(!is_kin);
        if let Some(title) = title_before(prose, span)
            && !self.titles.contains(&title)
        {
            self.titles.push(title);
        }
    }

    /// The last place before this one where it is named in full, or else the first one behind, as a number that is greater for the better.
    fn nearness(&self, at: u32) -> (bool, i64) {
        let n_before = self.named.partition_point(|&named| named < at);
        match n_before.checked_sub(1).and_then(|n| self.named.get(n)) {
            Some(&before) => (true, i64::from(before)),
            None => (false, self.named.first().map_or(i64::MIN, |&after| -i64::from(after))),
        }
    }

    fn has_any(&self, titles: &[&str]) -> bool {
        self.titles.iter().any(|title| titles.contains(&title.as_str()))
    }
}

/// The bearer that a surname means; `None` only when there is none.
pub(super) fn choose(prose: &Prose, span: Span, bearers: &[Bearer]) -> Option<u32> {
    let title = title_before(prose, span);
    let mut left: Vec<&Bearer> = bearers.iter().collect();
    if let Some(title) = title.as_deref() {
        let with_title: Vec<&Bearer> =
            bearers.iter().filter(|b| b.titles.iter().any(|t| t == title)).collect();
        if let [one] = with_title.as_slice() {
            return Some(one.actor);
        }
        let others = if OF_WOMEN.contains(&title) {
            &OF_MEN[..]
        } else if OF_MEN.contains(&title) {
            &OF_WOMEN[..]
        } else {
            &[]
        };
        left.retain(|b| !b.has_any(others));
        if left.is_empty() {
            left = bearers.iter().collect();
        }
    }
    left.into_iter().max_by_key(|b| (b.n_leading, b.nearness(span.start))).map(|b| b.actor)
}

/// The title directly before a name, folded.
fn title_before(prose: &Prose, span: Span) -> Option<String> {
    words_before(prose, span, 1).pop().filter(|word| is_title(word))
}

/// The folded words before a name, the nearest first, not beyond a mark that ends a sentence.
fn words_before(prose: &Prose, span: Span, n: usize) -> Vec<String> {
    let (first, _) = prose.token_range(span);
    let mut words = Vec::new();
    for idx in (first.saturating_sub(2 * n + 2)..first).rev() {
        let Some(token) = prose.tokens.get(idx) else { break };
        match token.kind {
            TokenKind::Capitalised | TokenKind::Word => words.push(fold(prose.word(idx))),
            TokenKind::Break => break,
            TokenKind::Mark if matches!(prose.word(idx), "!" | "?" | ";" | ":" | ")") => break,
            // The full stop of "Mr." is none.
            TokenKind::Mark if prose.word(idx) == "." && idx + 1 != first => break,
            _ => {}
        }
        if words.len() == n {
            break;
        }
    }
    words
}
