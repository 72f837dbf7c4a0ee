//! What stands in quotation marks.
//!
//! In go the tokens of a text; out come its outermost quotations in order, each with the tokens it covers.
//! All kinds of marks are read by where they stand as much as by their form, since writers mix them: a mark before a word and after a space opens, one after a word or a stop closes.
//! Marks of feet and inches, apostrophes and possessives are none.
//! A quotation that is not closed ends with its paragraph; what follows may go on with it.

use crate::text::Span;
use crate::text::prose::Prose;
use crate::text::token::{Token, TokenKind};

/// A stretch of text in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quote {
    /// The words between the marks, without white space at the ends.
    pub(super) inner: Span,
    /// The first token, the opening mark included.
    pub(super) first: usize,
    /// One past the last token, the closing mark included.
    pub(super) end: usize,
    /// Whether a closing mark was found.
    pub(super) closed: bool,
    /// Whether it goes on with a quotation that the paragraph before left open.
    pub(super) continues: bool,
}

/// A quotation mark: its tokens and its bytes.
#[derive(Clone, Copy, Debug)]
struct Mark {
    first: usize,
    n_tokens: usize,
    start: usize,
    end: usize,
    form: Form,
    opens_by_place: bool,
    closes_by_place: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Opening,
    Closing,
    Straight,
}

/// The outermost quotations of a text.
pub(super) fn quotes(prose: &Prose) -> Vec<Quote> {
    let mut doubles = Doubles {
        prose,
        out: Vec::new(),
        open: None,
        inner: Vec::new(),
        carried: false,
        line: 0,
        seen: false,
    };
    let mut singles = Singles { prose, out: Vec::new(), open: None, maybe: None };
    let mut idx = 0;
    while let Some(token) = prose.tokens.get(idx) {
        let mut n_tokens = 1;
        match token.kind {
            TokenKind::Break => {
                doubles.end_line(idx);
                singles.end_line();
            }
            TokenKind::Mark | TokenKind::Possessive => match read(prose, idx, token) {
                Some((mark, true)) => {
                    n_tokens = mark.n_tokens;
                    doubles.take(mark);
                }
                Some((mark, false)) => singles.take(mark),
                None => {}
            },
            _ => {}
        }
        idx += n_tokens;
    }
    doubles.end_line(prose.tokens.len());
    singles.end_line();
    merged(doubles.out, &singles.out)
}

/// The quotation mark at a token, and whether it is a double one.
fn read(prose: &Prose, idx: usize, token: &Token) -> Option<(Mark, bool)> {
    let start = token.span.start as usize;
    let first = *prose.text.as_bytes().get(start)?;
    if !matches!(first, b'"' | b'\'' | b'`' | 0xc2 | 0xe2 | 0xe3 | 0xef) {
        return None;
    }
    let word = token.span.of(prose.text);
    let twice = |mark| {
        prose.tokens.get(idx + 1).is_some_and(|t| {
            t.span.start == token.span.end
                && t.kind != TokenKind::Break
                && t.span.of(prose.text) == mark
        })
    };
    let (form, is_double, n_tokens) = match word {
        "``" => (Form::Opening, true, 1),
        "`" if twice("`") => (Form::Opening, true, 2),
        "'" if twice("'") => (Form::Straight, true, 2),
        "’" if twice("’") => (Form::Closing, true, 2),
        "‘" if twice("‘") => (Form::Opening, true, 2),
        "\"" | "＂" => (Form::Straight, true, 1),
        "“" | "„" | "‟" | "«" | "「" | "『" => (Form::Opening, true, 1),
        "”" | "»" | "」" | "』" => (Form::Closing, true, 1),
        "'" => (Form::Straight, false, 1),
        "‘" | "‚" | "‛" | "`" | "‹" => (Form::Opening, false, 1),
        "’" | "›" => (Form::Closing, false, 1),
        _ => return None,
    };
    let end = prose.tokens.get(idx + n_tokens - 1)?.span.end as usize;
    let before = prose.text.get(..start)?.chars().next_back();
    let after = prose.text.get(end..)?.chars().next();
    let opens_by_place = after.is_some_and(|c| !c.is_whitespace() && !is_stop(c))
        && before.is_none_or(|c| c.is_whitespace() || is_opener(c));
    let closes_by_place = before
        .is_some_and(|c| !c.is_whitespace() && !matches!(c, '(' | '[' | '{'))
        && after.is_none_or(|c| !c.is_alphanumeric());
    Some((
        Mark { first: idx, n_tokens, start, end, form, opens_by_place, closes_by_place },
        is_double,
    ))
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}')
}

/// Marks after which a quotation may open without a space.
fn is_opener(c: char) -> bool {
    matches!(
        c,
        '(' | '['
            | '{'
            | '-'
            | '‑'
            | '–'
            | '—'
            | '/'
            | ':'
            | ','
            | '"'
            | '“'
            | '„'
            | '«'
            | '‘'
            | '\''
            | '…'
    )
}

/// Quotations in double marks.
struct Doubles<'a> {
    prose: &'a Prose<'a>,
    out: Vec<Quote>,
    open: Option<(Mark, bool)>,
    /// Quotations inside the open one; the last may still be open.
    inner: Vec<(Mark, Option<Mark>)>,
    /// Whether the paragraph before left a quotation open.
    carried: bool,
    /// The first token of the paragraph.
    line: usize,
    /// Whether the paragraph has had a mark.
    seen: bool,
}

impl Doubles<'_> {
    fn take(&mut self, mark: Mark) {
        let begins = mark.first == self.line;
        let first_of_line = !std::mem::replace(&mut self.seen, true);
        if self.open.is_none() {
            let opens = match mark.form {
                Form::Opening => true,
                Form::Closing => mark.opens_by_place && !mark.closes_by_place,
                // After a digit it is a mark of inches.
                Form::Straight => mark.opens_by_place || !mark.closes_by_place,
            };
            if opens {
                self.open = Some((mark, begins && self.carried));
                self.inner.clear();
            } else if first_of_line && self.carried && mark.closes_by_place {
                // The paragraph goes on with the quotation before without a mark of its own.
                self.push_span(self.line, self.line, mark, true);
            }
            return;
        }
        let closes = match mark.form {
            Form::Opening => mark.closes_by_place && !mark.opens_by_place,
            Form::Closing => true,
            Form::Straight => mark.closes_by_place || !mark.opens_by_place,
        };
        let inner_is_open = self.inner.last().is_some_and(|(_, end)| end.is_none());
        if !closes {
            if !inner_is_open {
                self.inner.push((mark, None));
            }
        } else if inner_is_open {
            if let Some((_, end)) = self.inner.last_mut() {
                *end = Some(mark);
            }
        } else if let Some((open, continues)) = self.open.take() {
            self.push_span(open.first, open.first + open.n_tokens, mark, continues);
        }
    }

    fn push_span(&mut self, first: usize, words: usize, close: Mark, continues: bool) {
        let start = self.prose.tokens.get(words).map_or(close.start, |t| t.span.start as usize);
        push(
            &mut self.out,
            self.prose,
            Quote {
                inner: Span::new(start.min(close.start), close.start),
                first,
                end: close.first + close.n_tokens,
                closed: true,
                continues,
            },
        );
    }

    /// Ends the paragraph before the token `idx`, unless the line was only wrapped.
    fn end_line(&mut self, idx: usize) {
        let next = self.prose.tokens.get(idx + 1);
        // A line that was only wrapped is long and ends within a sentence.
        const WRAPPED: u32 = 40;
        let text = self.prose.text;
        let begin = self.prose.tokens.get(self.line).map_or(0, |t| t.span.start);
        let last = idx.checked_sub(1).and_then(|i| self.prose.tokens.get(i));
        let stops = last.is_none_or(|t| {
            matches!(t.span.of(text), "." | "!" | "?" | "…" | "\"" | "”" | ":")
                || t.span.end < begin + WRAPPED
        });
        let is_single =
            self.prose.tokens.get(idx).is_some_and(|t| {
                matches!(t.span.of(text).trim_matches([' ', '\t']), "\n" | "\r\n")
            });
        let small = next.is_some_and(|t| {
            t.kind == TokenKind::Word && t.span.of(text).starts_with(char::is_lowercase)
        });
        let wrapped = is_single && (small || !stops && next.is_some_and(Token::is_word));
        if self.open.is_some() && wrapped {
            self.line = idx + 1;
            return;
        }
        let goes_on = self.prose.tokens.get(idx + 1).is_some_and(|t| {
            read(self.prose, idx + 1, t).is_some_and(|(m, d)| d && m.form != Form::Closing)
        });
        self.carried = false;
        if let Some((open, continues)) = self.open.take() {
            let inner = std::mem::take(&mut self.inner);
            let at = |m: &Mark| (m.first + m.n_tokens, m.start);
            let mut end = idx;
            // An opening mark inside, and one mark too few: the first quotation was closed there.
            if let Some((mark, _)) = inner.first().filter(|_| !goes_on) {
                end = mark.first;
            }
            let begin = at(&open).0;
            let last = self
                .prose
                .tokens
                .get(end.wrapping_sub(1))
                .map_or(open.end, |t| t.span.end as usize);
            let start = self.prose.tokens.get(begin).map_or(open.end, |t| t.span.start as usize);
            push(
                &mut self.out,
                self.prose,
                Quote {
                    inner: Span::new(start.min(last), last.max(start.min(last))),
                    first: open.first,
                    end,
                    closed: end != idx,
                    continues,
                },
            );
            if end != idx {
                for (mark, close) in inner {
                    if let Some(close) = close {
                        self.push_span(mark.first, mark.first + mark.n_tokens, close, false);
                    }
                }
            }
            self.carried = end == idx;
        }
        self.line = idx + 1;
        self.seen = false;
    }
}

fn push(out: &mut Vec<Quote>, prose: &Prose, mut quote: Quote) {
    let text = quote.inner.of(prose.text);
    let lead = text.len() - text.trim_start().len();
    let start = quote.inner.start as usize + lead;
    quote.inner = Span::new(start, start + text.trim().len());
    if quote.inner.start < quote.inner.end {
        out.push(quote);
    }
}

/// Quotations in single marks.
struct Singles<'a> {
    prose: &'a Prose<'a>,
    out: Vec<Quote>,
    open: Option<Mark>,
    /// A mark after an s, which closes unless a better one follows.
    maybe: Option<Mark>,
}

impl Singles<'_> {
    fn take(&mut self, mark: Mark) {
        if mark.form != Form::Closing && mark.opens_by_place && !self.shortens(mark) {
            self.close_at(self.maybe);
            self.open = Some(mark);
        } else if mark.form != Form::Opening && self.open.is_some() && mark.closes_by_place {
            let after_s =
                self.prose.text.get(..mark.start).is_some_and(|t| t.ends_with(['s', 'S']));
            let before_word = self.prose.tokens.get(mark.first + 1).is_some_and(Token::is_word);
            if after_s && before_word {
                self.maybe = self.maybe.or(Some(mark));
            } else {
                self.close_at(Some(mark));
            }
        }
    }

    /// Whether it stands for letters left out: '90s, 'em.
    fn shortens(&self, mark: Mark) -> bool {
        let word = self.prose.word(mark.first + 1);
        word.starts_with(|c: char| c.is_ascii_digit())
            || ["em", "til", "tis", "twas", "cause", "bout", "round", "n", "s", "t"]
                .iter()
                .any(|w| word.eq_ignore_ascii_case(w))
    }

    fn close_at(&mut self, mark: Option<Mark>) {
        if let (Some(open), Some(mark)) = (self.open.take(), mark)
            && let Some(first) = self.prose.tokens.get(open.first + 1)
        {
            let start = first.span.start as usize;
            push(
                &mut self.out,
                self.prose,
                Quote {
                    inner: Span::new(start.min(mark.start), mark.start),
                    first: open.first,
                    end: mark.first + 1,
                    closed: true,
                    continues: false,
                },
            );
        }
        self.open = None;
        self.maybe = None;
    }

    fn end_line(&mut self) {
        self.close_at(self.maybe);
    }
}

/// Both kinds in order, only the outermost: a single one that crosses a double one is none.
fn merged(doubles: Vec<Quote>, singles: &[Quote]) -> Vec<Quote> {
    if singles.is_empty() {
        return doubles;
    }
    let mut out: Vec<Quote> = Vec::with_capacity(doubles.len() + singles.len());
    let mut doubles = doubles.into_iter().peekable();
    for single in singles {
        while let Some(double) = doubles.next_if(|d| d.first < single.first) {
            out.push(double);
        }
        if out.last().is_some_and(|last| single.first < last.end) {
            continue;
        }
        // Doubles inside are dropped, if all of them end inside.
        let inside: Vec<Quote> =
            std::iter::from_fn(|| doubles.next_if(|d| d.first < single.end)).collect();
        if inside.last().is_some_and(|d| d.end > single.end || !d.closed) {
            out.extend(inside);
        } else {
            out.push(*single);
        }
    }
    out.extend(doubles);
    out
}
