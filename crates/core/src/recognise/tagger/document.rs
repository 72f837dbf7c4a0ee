//! A text as the tagger reads it: distinct words, lines, runs, what it shows of each word, and the segments where names can be.

use super::facts::{self, Facts};
use super::hash;
use super::intern::Interner;
use super::label::NameKind;
use super::lists::{self, Lexicon};
use super::marks::{Known, Mark};
use super::memory::Memory;
use super::runs::{self, Run};
use super::series::{self, Series};
use super::vocabulary::Vocabulary;
use super::word::{Shape, Word};
use super::{Hints, Tagged};
use crate::text::prose::Prose;
use crate::text::token::{Token, TokenKind};

/// How a line is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Line {
    #[default]
    Plain,
    Title,
    Capitals,
}

/// A text as the tagger reads it.
pub(super) struct Document<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    /// The distinct word of each token.
    pub(super) word_of: Vec<u32>,
    pub(super) words: Vec<Word>,
    /// Facts by the number of the folded word.
    pub(super) facts: Vec<Facts>,
    pub(super) lines: Vec<Line>,
    pub(super) begins_sentence: Vec<bool>,
    pub(super) marks: Vec<Mark>,
    known: Vec<Known>,
    /// Whether each token is written as a name.
    capital: Vec<bool>,
    pub(super) runs: Vec<Run>,
    /// The run that each token is part of; `u32::MAX` for none.
    pub(super) run_of: Vec<u32>,
    /// The series of each run.
    pub(super) series: Vec<Series>,
}

impl<'a> Document<'a> {
    /// Reads a text.
    pub(super) fn read(
        prose: &'a Prose,
        hints: Hints,
        language: (&Vocabulary, &Lexicon),
        memory: &mut Memory,
    ) -> Self {
        let tokens = prose.tokens.as_slice();
        let (word_of, words, n_lower) = distinct(prose.text, tokens, language, memory);
        let mut document = Self {
            text: prose.text,
            tokens,
            word_of,
            words,
            facts: vec![Facts::default(); n_lower],
            lines: Vec::new(),
            begins_sentence: begins(prose),
            marks: hints.marks,
            known: hints.known,
            capital: Vec::new(),
            runs: Vec::new(),
            run_of: Vec::new(),
            series: Vec::new(),
        };
        document.lines = document.read_lines();
        document.see_cases();
        document.capital = (0..tokens.len()).map(|i| document.has_capital(i)).collect();
        document.runs = runs::runs(
            tokens.len(),
            |i| document.word(i),
            |i| document.is_capital(i),
            |i| document.touches(i),
        );
        document.run_of = vec![u32::MAX; tokens.len()];
        for (run, number) in document.runs.iter().zip(0..) {
            let covered = document.run_of.get_mut(run.first as usize..=run.last as usize);
            covered.unwrap_or_default().fill(number);
        }
        document.series = series::series(&document);
        super::seen::gather(&mut document);
        document
    }

    /// The word of a token.
    pub(super) fn word(&self, idx: usize) -> Option<&Word> {
        self.words.get(*self.word_of.get(idx)? as usize)
    }

    /// The word so far before or after a token.
    pub(super) fn near(&self, idx: usize, offset: isize) -> Option<&Word> {
        self.word(idx.checked_add_signed(offset)?)
    }

    /// What the document shows of the word of a token.
    pub(super) fn facts_of(&self, word: &Word) -> Facts {
        self.facts.get(word.lower_idx as usize).copied().unwrap_or_default()
    }

    pub(super) fn mark(&self, idx: usize) -> Mark {
        self.marks.get(idx).copied().unwrap_or_default()
    }

    pub(super) fn known(&self, idx: usize) -> Known {
        self.known.get(idx).copied().unwrap_or_default()
    }

    pub(super) fn line(&self, idx: usize) -> Line {
        self.lines.get(idx).copied().unwrap_or_default()
    }

    pub(super) fn run(&self, idx: usize) -> Option<Run> {
        self.runs.get(*self.run_of.get(idx)? as usize).copied()
    }

    pub(super) fn is_first(&self, idx: usize) -> bool {
        self.begins_sentence.get(idx).copied().unwrap_or_default()
    }

    /// Whether a token stands without space between its neighbours.
    fn touches(&self, idx: usize) -> bool {
        let (Some(before), Some(token), Some(after)) = (
            idx.checked_sub(1).and_then(|i| self.tokens.get(i)),
            self.tokens.get(idx),
            self.tokens.get(idx + 1),
        ) else {
            return false;
        };
        before.span.end == token.span.start && token.span.end == after.span.start
    }

    /// Whether a token is written as a name, as far as its line lets that be seen.
    pub(super) fn is_capital(&self, idx: usize) -> bool {
        self.capital.get(idx).copied().unwrap_or_default()
    }

    fn has_capital(&self, idx: usize) -> bool {
        let Some(word) = self.word(idx) else { return false };
        if !matches!(
            word.shape,
            Shape::Capital
                | Shape::Capitals
                | Shape::OneCapital
                | Shape::Initials
                | Shape::Mixed
                | Shape::WithDigits
        ) || word.is(lists::OPENER) && self.is_first(idx)
        {
            return false;
        }
        if word.shape == Shape::WithDigits
            && self.tokens.get(idx).is_none_or(|t| t.kind != TokenKind::Capitalised)
        {
            return false;
        }
        match self.line(idx) {
            Line::Plain => true,
            Line::Title | Line::Capitals => {
                let seen = self.facts_of(word).seen;
                !word.is(lists::OPENER)
                    && (self.mark(idx).is_place()
                        || seen & facts::CAPITAL_INSIDE != 0
                        || seen & facts::SMALL == 0 && word.common != 2)
            }
        }
    }

    fn read_lines(&self) -> Vec<Line> {
        const FEWEST: usize = 3;
        let mut out = vec![Line::Plain; self.tokens.len()];
        let mut first = 0;
        while first < self.tokens.len() {
            let end = (first..self.tokens.len())
                .find(|&i| self.tokens[i].kind == TokenKind::Break)
                .unwrap_or(self.tokens.len());
            let (mut n_words, mut n_small, mut n_long_small, mut n_capital) = (0, 0, 0, 0);
            let line = self.tokens.get(first..end).unwrap_or_default();
            let numbers = self.word_of.get(first..end).unwrap_or_default();
            for (token, &number) in line.iter().zip(numbers) {
                let Some(word) = self.words.get(number as usize) else { continue };
                match word.shape {
                    Shape::Small => {
                        n_words += 1;
                        n_small += 1;
                        let is_long = token.span.end - token.span.start > 3;
                        n_long_small += usize::from(is_long && !word.is(lists::OPENER));
                    }
                    Shape::Capital | Shape::Mixed => {
                        n_words += 1;
                        n_small += 1;
                        n_capital += 1;
                    }
                    Shape::Capitals => n_words += 1,
                    _ => {}
                }
            }
            let line = if n_words >= FEWEST && n_small == 0 {
                Line::Capitals
            } else if n_words >= FEWEST + 2 && n_long_small == 0 && n_capital >= FEWEST {
                Line::Title
            } else {
                Line::Plain
            };
            if line != Line::Plain {
                out.get_mut(first..end).unwrap_or_default().fill(line);
            }
            first = end + 1;
        }
        out
    }

    /// Which words stand in small letters, and which with a capital where nothing but a name asks for one.
    fn see_cases(&mut self) {
        for idx in 0..self.tokens.len() {
            if self.line(idx) != Line::Plain {
                continue;
            }
            let Some(word) = self.word(idx) else { continue };
            let (lower_idx, shape) = (word.lower_idx as usize, word.shape);
            let is_first = self.is_first(idx);
            let Some(facts) = self.facts.get_mut(lower_idx) else { continue };
            match shape {
                Shape::Small => facts.seen |= facts::SMALL,
                Shape::Capital | Shape::Capitals | Shape::Mixed | Shape::Initials => {
                    facts.n_capital += 1;
                    if !is_first {
                        facts.seen |= facts::CAPITAL_INSIDE;
                    }
                }
                _ => {}
            }
        }
    }

    /// In a headline a name ends before the first word that is none; says whether anything is left.
    pub(super) fn keep_in_headline(&self, name: &mut Tagged) -> bool {
        if self.line(name.first) == Line::Plain
            || self.known(name.first).len as usize == name.end - name.first
        {
            return true;
        }
        let is_name = |idx: usize| {
            self.word(idx).is_some_and(|word| {
                let seen = self.facts_of(word).seen;
                let is_listed =
                    word.is(lists::GIVEN_NAME | lists::SURNAME) || self.known(idx).kind != 0;
                seen & facts::CAPITAL_INSIDE != 0
                    || seen & facts::SMALL == 0
                        && word.common != 2
                        && (self.line(idx) == Line::Title || is_listed)
            })
        };
        let first_other = (name.first..name.end).find(|&i| !is_name(i)).unwrap_or(name.end);
        if name.kind == NameKind::Place || name.kind == NameKind::Person {
            name.end = first_other;
        }
        name.first < name.end
    }

    /// Ranges of tokens in which names can be; elsewhere every token is outside.
    pub(super) fn segments(&self) -> Vec<(usize, usize)> {
        const WIDEST_GAP: usize = 2;
        let mut out: Vec<(usize, usize)> = Vec::new();
        for idx in 0..self.tokens.len() {
            if !self.may_be_name(idx) {
                continue;
            }
            match out.last_mut() {
                Some((_, end))
                    if idx - *end <= WIDEST_GAP
                        && (*end..idx).all(|i| self.tokens[i].kind != TokenKind::Break) =>
                {
                    *end = idx + 1;
                }
                _ => out.push((idx, idx + 1)),
            }
        }
        out
    }

    fn may_be_name(&self, idx: usize) -> bool {
        let Some(word) = self.word(idx) else { return false };
        match word.shape {
            Shape::Capital
            | Shape::Capitals
            | Shape::OneCapital
            | Shape::Initials
            | Shape::Mixed => {
                !(word.is(lists::OPENER) && self.is_first(idx) && self.mark(idx).class == 0)
            }
            Shape::WithDigits => {
                self.tokens.get(idx).is_some_and(|t| t.kind == TokenKind::Capitalised)
            }
            _ => self.mark(idx).class != 0,
        }
    }
}

fn begins(prose: &Prose) -> Vec<bool> {
    let mut out = vec![false; prose.tokens.len()];
    let mut idx = 0;
    for sentence in &prose.sentences {
        while prose.tokens.get(idx).is_some_and(|t| t.span.start < sentence.start) {
            idx += 1;
        }
        // Quotation marks and brackets before the first word.
        let mut first = idx;
        while first < idx + 3
            && prose.tokens.get(first).is_some_and(|t| !t.is_word() && t.span.start < sentence.end)
        {
            first += 1;
        }
        if let Some(slot) = out.get_mut(first) {
            *slot = true;
        }
    }
    // What follows an opening quotation mark begins a sentence of its own.
    for (slot, before) in out.iter_mut().skip(1).zip(&prose.tokens) {
        *slot |= !before.is_word() && matches!(before.span.of(prose.text), "“" | "\"" | "•" | "‘");
    }
    out
}

fn distinct(
    text: &str,
    tokens: &[Token],
    language: (&Vocabulary, &Lexicon),
    memory: &mut Memory,
) -> (Vec<u32>, Vec<Word>, usize) {
    let mut exact = Interner::with_capacity(tokens.len() / 2);
    let mut lower = Interner::with_capacity(tokens.len() / 2);
    let mut words: Vec<Word> = Vec::with_capacity(tokens.len() / 2);
    let mut n_lower = 0;
    let word_of = tokens
        .iter()
        .zip(0u32..)
        .map(|(token, idx)| {
            // All breaks are one word.
            let is_break = token.kind == TokenKind::Break;
            let surface = if is_break { b"\n" } else { token.span.bytes_of(text) };
            let quick = hash::quick(surface);
            let (number, is_new) = exact.number(quick);
            if is_new {
                let surface = || if is_break { "\n" } else { token.span.of(text) };
                let mut word = memory.word(surface, quick, token, language);
                let (lower_idx, is_new) = lower.number(word.folded);
                n_lower += usize::from(is_new);
                word.lower_idx = lower_idx;
                word.token = idx;
                words.push(word);
            }
            number
        })
        .collect();
    (word_of, words, n_lower)
}
