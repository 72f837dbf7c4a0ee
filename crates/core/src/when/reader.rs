//! Finds the expressions of time in a text, from left to right.
//!
//! In go the tokens and what each may say; out come expressions in order, without overlap, each the longest that begins there.
//! Every reader looks at a few tokens only, so that the whole is linear.
//! What an expression stands for is worked out by `resolve`.

use super::expression::{Day, Expression, What};
use super::lexicon::Word;
use super::period::{Grain, Period};
use crate::article::Date;
use crate::text::prose::Prose;

/// A text with the word of every token.
pub(super) struct Reader<'a> {
    pub(super) prose: &'a Prose<'a>,
    pub(super) words: &'a [Word],
    pub(super) written: Option<Date>,
}

/// What was read, and the token after it.
pub(super) type Read<T> = Option<(usize, T)>;

impl Reader<'_> {
    /// All expressions of the text.
    pub(super) fn expressions(&self) -> Vec<Expression> {
        let mut out: Vec<Expression> = Vec::new();
        let mut at = 0;
        while let Some(&word) = self.words.get(at) {
            if !opens(word) || self.is_article(at, word) {
                at += 1;
                continue;
            }
            let Some((end, what)) = self.expression(at) else {
                at += 1;
                continue;
            };
            out.push(Expression { first: at, end, what });
            at = end;
            if let Some(second) = out.last().and_then(|first| self.end_of_range(first)) {
                at = second.end;
                out.push(second);
            }
        }
        out
    }

    /// Whether an article stands before a word that is none of the lexicon, as most articles do; but for "the near future".
    fn is_article(&self, at: usize, word: Word) -> bool {
        matches!(word, Word::The | Word::A)
            && matches!(self.word(at + 1), Word::Other)
            && !matches!(self.word(at + 2), Word::Future)
    }

    fn expression(&self, first: usize) -> Read<What> {
        let core = self.modified(first);
        self.core(core)
            .filter(|&(end, ref what)| {
                let on_calendar =
                    matches!(what, What::On(_)) && self.word(end.wrapping_sub(1)) != Word::Ago;
                match self.before(core) {
                    _ if core == first => true,
                    // "At the end of the day" is no time.
                    Word::Of => !matches!(what, What::On(Day::From(_, Grain::Day, _))),
                    // "More than last year" compares two years.
                    Word::Than => !on_calendar,
                    _ => true,
                }
            })
            .or_else(|| if core > first { self.core(first) } else { None })
    }

    fn core(&self, at: usize) -> Read<What> {
        self.repeated(at)
            .or_else(|| self.time(at))
            .or_else(|| self.date(at))
            .or_else(|| self.amount(at))
            .or_else(|| self.pointed(at))
    }

    /// Steps over words such as "nearly", "more than", "early" and "the end of".
    fn modified(&self, first: usize) -> usize {
        let mut at = first;
        // Three of them are more than anybody writes.
        for _ in 0..3 {
            at += match (self.word(at), self.word(at + 1), self.word(at + 2)) {
                (Word::About, ..) => 1,
                (Word::More | Word::Less, Word::Than, _) | (Word::At, Word::Least, _) => 2,
                (Word::Up, Word::To, _) => 2,
                (Word::Early | Word::Late | Word::Earlier | Word::Later, Word::In, Word::The)
                    if matches!(self.word(at + 3), Word::Unit(_) | Word::Part(_)) =>
                {
                    2
                }
                (
                    Word::Early | Word::Late,
                    Word::On | Word::In,
                    Word::Weekday(_) | Word::Month(_),
                ) => 2,
                (Word::Earlier | Word::Later, Word::On, Word::Weekday(_)) => 2,
                (Word::Early | Word::Late | Word::Earlier | Word::Later, ..) => 1,
                (Word::Mid, Word::Hyphen | Word::Dash, _) => 2,
                (Word::Mid, ..) => 1,
                (Word::The, Word::Edge, Word::Of) => 3,
                (Word::Edge, Word::Of, _) => 2,
                (Word::The, Word::Mid, Word::Hyphen | Word::Dash) => 3,
                (Word::The, Word::Early | Word::Late | Word::Mid, _) => 2,
                _ => 0,
            };
        }
        at
    }

    /// The second part of "July 5-8" or "1999-2003".
    fn end_of_range(&self, first: &Expression) -> Option<Expression> {
        let (at, joint) = (first.end + 1, self.word(first.end));
        let Word::Digits(n, n_digits) = self.word(at) else {
            return None;
        };
        let dashed = matches!(joint, Word::Hyphen | Word::Dash);
        let day = match first.what {
            What::On(Day::InYear(month, day, pick)) if day > 0 && n_digits <= 2 => {
                if matches!(self.word(at + 1), Word::Month(_) | Word::ShortMonth(_)) {
                    // "5-7 May": the second is read with its month.
                    return None;
                }
                let last = u8::try_from(n).ok().filter(|&n| n > day && n <= 31)?;
                let closed = !matches!(
                    self.word(at + 1),
                    Word::Other | Word::Units(_) | Word::Hyphen | Word::Colon
                );
                (dashed || matches!(joint, Word::To | Word::And) && closed)
                    .then(|| self.with_year(at + 1, month, last, pick))?
            }
            What::On(Day::Given(Period { start, grain: Grain::Year })) if dashed => {
                let year = match n_digits {
                    4 => n,
                    2 => u32::from(start.year()) / 100 * 100 + n,
                    _ => return None,
                };
                let year = u16::try_from(year).ok().filter(|&y| y > start.year() && y < 2100)?;
                (at + 1, Day::Given(Period::of(year, 0, 0)?))
            }
            _ => return None,
        };
        Some(Expression { first: at, end: day.0, what: What::On(day.1) })
    }

    /// The word at a token; `Other` past the end.
    pub(super) fn word(&self, at: usize) -> Word {
        self.words.get(at).copied().unwrap_or(Word::Other)
    }

    /// The word before a token; a line end before the first.
    pub(super) fn before(&self, at: usize) -> Word {
        at.checked_sub(1).map_or(Word::Break, |at| self.word(at))
    }

    /// Whether nothing stands between a token and the one before it.
    pub(super) fn glued(&self, at: usize) -> bool {
        match (at.checked_sub(1).and_then(|b| self.prose.tokens.get(b)), self.prose.tokens.get(at))
        {
            (Some(before), Some(token)) => before.span.end == token.span.start,
            _ => false,
        }
    }

    /// Whether a token is a word that begins with a capital letter.
    pub(super) fn capitalised(&self, at: usize) -> bool {
        self.prose
            .tokens
            .get(at)
            .is_some_and(|t| t.kind == crate::text::token::TokenKind::Capitalised)
    }

    /// Whether nothing that a noun phrase could go on with follows: a mark, the end, or a small word.
    pub(super) fn closed(&self, at: usize) -> bool {
        at >= self.words.len()
            || !matches!(
                self.word(at),
                Word::Other
                    | Word::Attack
                    | Word::Hyphen
                    | Word::Unit(_)
                    | Word::Units(_)
                    | Word::Often(_)
                    | Word::Count(_)
            )
    }

    /// Whether the word is a preposition that often stands before a time.
    pub(super) fn after_preposition(&self, at: usize) -> bool {
        matches!(
            self.before(at),
            Word::In
                | Word::On
                | Word::By
                | Word::For
                | Word::From
                | Word::To
                | Word::At
                | Word::Of
                | Word::Prep
                | Word::Until
                | Word::Before
                | Word::After
                | Word::About
                | Word::As
        )
    }
}

/// Whether an expression can begin with the word.
fn opens(word: Word) -> bool {
    !matches!(
        word,
        Word::Other
            | Word::Attack
            | Word::Break
            | Word::Comma
            | Word::Dot
            | Word::Colon
            | Word::Slash
            | Word::Hyphen
            | Word::Dash
            | Word::Possessive
            | Word::Bracket
            | Word::Mark
            | Word::Of
            | Word::And
            | Word::Or
            | Word::As
            | Word::So
            | Word::To
            | Word::In
            | Word::On
            | Word::By
            | Word::For
            | Word::From
            | Word::Prep
            | Word::Small
            | Word::Is
            | Word::Until
            | Word::Did
            | Word::Will
    )
}
