//! Words that say that somebody said something: verbs in a form that has a subject, and "according to".
//!
//! In go the tokens of a text and its quotations; out come the cues outside of these, in order.
//! Nouns and participles that look like such verbs are left out by the word before them.

use super::lexicon::{is_auxiliary, is_determiner, is_paper, is_plural, makes_noun};
use super::marks::Quote;
use super::verbs::{Class, Form, look_up};
use crate::text::prose::Prose;
use crate::text::token::{Token, TokenKind};

/// A verb of saying, or "according to".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cue {
    /// Its first token.
    pub(super) token: usize,
    /// One past its last token.
    pub(super) end: usize,
    /// What it may govern.
    pub(super) class: Class,
    /// Its form.
    pub(super) form: Form,
}

/// All cues of a text.
pub(super) fn cues(prose: &Prose, quotes: &[Quote]) -> Vec<Cue> {
    let mut out = Vec::new();
    let mut from = 0;
    let ends = quotes.iter().map(|q| (q.first, q.end)).chain([(prose.tokens.len(), 0)]);
    for (first, end) in ends {
        let tokens = prose.tokens.get(from..first).unwrap_or_default();
        for (idx, token) in (from..).zip(tokens) {
            if let Some(cue) = cue(prose, idx, token) {
                out.push(cue);
            }
        }
        from = end;
    }
    out
}

fn cue(prose: &Prose, idx: usize, token: &Token) -> Option<Cue> {
    let written = token.span.bytes_of(prose.text);
    let word: &[u8] = match token.kind {
        TokenKind::Word => written,
        // At the beginning of a sentence: "Says Lopez", "According to".
        TokenKind::Capitalised => match written {
            b"According" => b"according",
            b"Said" => b"said",
            b"Says" => b"says",
            b"Added" => b"added",
            b"Adds" => b"adds",
            b"Wrote" => b"wrote",
            b"Writes" => b"writes",
            _ => return None,
        },
        _ => return None,
    };
    if word == b"according" {
        let to = prose.word(idx + 1) == "to";
        return to.then_some(Cue {
            token: idx,
            end: idx + 2,
            class: Class::According,
            form: Form::Past,
        });
    }
    let (class, form) = look_up(word)?;
    if class == Class::Cite || token.kind == TokenKind::Capitalised && !inverts(prose, idx) {
        return None;
    }
    let before = idx.checked_sub(1).map_or("", |i| prose.word(i));
    (token.kind == TokenKind::Capitalised || has_subject(prose, idx, before, form)).then_some(Cue {
        token: idx,
        end: idx + 1,
        class,
        form,
    })
}

/// Whether a name or a noun follows, as in "Says Lopez".
fn inverts(prose: &Prose, idx: usize) -> bool {
    prose.tokens.get(idx + 1).is_some_and(|t| t.kind == TokenKind::Capitalised)
        || is_determiner(prose.word(idx + 1))
}

fn has_subject(prose: &Prose, idx: usize, before: &str, form: Form) -> bool {
    let word = prose.word(idx);
    let after = prose.word(idx + 1);
    if before.ends_with(['-', '\u{2010}', '\u{2011}']) || after == "-" {
        return false;
    }
    match form {
        Form::Past => {
            let passive = [
                "is", "was", "are", "were", "be", "been", "being", "get", "got", "gets", "a", "an",
                "the", "to", "when", "if", "not", "so", "its", "his", "their", "of",
            ]
            .contains(&before);
            let asked = word == "asked" && (before == "," || before.is_empty());
            let read = word == "read"
                && !(is_paper(before)
                    || matches!(
                        before,
                        "it" | "which"
                            | "that"
                            | "sign"
                            | "also"
                            | "one"
                            | "page"
                            | "words"
                            | "text"
                            | "poster"
                            | "They"
                    ));
            let called = word == "called"
                && matches!(after, "on" | "off" | "up" | "out" | "for" | "in" | "upon");
            let goods = matches!(word, "found" | "thought" | "felt")
                && matches!(after, "in" | "on" | "at" | "by" | "to" | "guilty");
            // "a statement posted on", "remarks reported by".
            let reduced = matches!(after, "by")
                || is_paper(before)
                    && matches!(word, "posted" | "reported" | "announced" | "written");
            !(passive || asked || read || called || goods || reduced)
        }
        Form::Third => {
            !makes_noun(before)
                && (word != "reads" || is_paper(before))
                && !matches!(after, "of" | "by")
        }
        Form::Base => is_plural(before) && !makes_noun(before) && !matches!(after, "of" | "by"),
        Form::Ing => {
            let listed = matches!(before, "," | "as" | "and" | "—" | "–" | "by" | "also");
            let opens = matches!(
                after,
                "that" | ":" | "," | "\"" | "“" | "it" | "he" | "she" | "they" | "the"
            );
            let other = matches!(
                before,
                "without" | "not" | "of" | "for" | "in" | "to" | "keep" | "kept" | "the" | "a"
            ) || is_auxiliary(before);
            listed || is_paper(before) || word == "saying" && opens && !other && !before.is_empty()
        }
    }
}
