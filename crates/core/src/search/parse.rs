//! Reading what a reader typed: any text is a search, and what could not be taken as it stands is said beside it.
//!
//! Words side by side must all be there; `OR` joins less closely than `AND`, and `NOT` or `-` excludes what follows.
//! `"…"` is a phrase, `"…"~5` words near each other, `milit*` the beginning of a word, `place:…` a field; brackets group.
//! What comes out is canonical ([`Query`]); how notes are worded is not known here.

use super::query::{Field, Manner, Node, Phrase, Query, Word};
use super::word::WordReader;

mod days;
mod initials;

/// What a reader typed, understood, and what there is to say about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    /// The search.
    pub query: Query,
    /// In the order of the text, each once.
    pub notes: Vec<Note>,
}

/// What was not taken as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// A quotation mark was closed at the end.
    QuoteClosed,
    /// A bracket was closed at the end.
    BracketClosed,
    /// A closing bracket that closes nothing was passed over.
    BracketIgnored,
    /// Brackets stand too deep in each other; this one was passed over.
    TooDeep,
    /// There is more than can be asked for; the rest was passed over.
    TooLong,
    /// A joining word joins nothing.
    OperatorIgnored(Operator),
    /// A star stands elsewhere than behind a word.
    StarIgnored,
    /// Nothing is asked of a field.
    EmptyField(Field),
    /// There is no such field; its name was taken as a word.
    UnknownField(String),
    /// This is no day, month or year.
    NotADay(String),
    /// The later of two days stood first; they were exchanged.
    DaysTurned(String),
}

/// A word that joins or excludes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `AND`
    And,
    /// `OR`
    Or,
    /// `NOT`
    Not,
}

/// Bytes that are read at most.
const LONGEST: usize = 4096;
/// Words that are asked for at most.
const MOST_WORDS: usize = 100;
/// Brackets in brackets at most.
const DEEPEST: usize = 20;

/// Reads a search.
pub fn parse(text: &str) -> Parsed {
    let short = text.get(..text.floor_char_boundary(LONGEST)).unwrap_or_default();
    let mut parser = Parser { text: short, at: 0, notes: Vec::new(), n_words: 0 };
    let root = parser.any(0, None);
    if short.len() < text.len() {
        parser.note(Note::TooLong);
    }
    Parsed { query: Query { root }, notes: parser.notes }
}

struct Parser<'q> {
    text: &'q str,
    at: usize,
    notes: Vec<Note>,
    n_words: usize,
}

impl<'q> Parser<'q> {
    fn note(&mut self, note: Note) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    fn rest(&self) -> &'q str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn skip_spaces(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    /// Passes over a character, if it stands next.
    fn take(&mut self, is_so: fn(char) -> bool) -> bool {
        let next = self.rest().chars().next().filter(|c| is_so(*c));
        self.at += next.map_or(0, char::len_utf8);
        next.is_some()
    }

    /// What stands up to the next space, quotation mark or bracket.
    fn chunk(&self) -> &'q str {
        let rest = self.rest();
        let ends = |c: char| c.is_whitespace() || is_quote(c) || matches!(c, '(' | ')');
        rest.get(..rest.find(ends).unwrap_or(rest.len())).unwrap_or_default()
    }

    fn operator(&self) -> Option<Operator> {
        match self.chunk() {
            "AND" => Some(Operator::And),
            "OR" => Some(Operator::Or),
            "NOT" => Some(Operator::Not),
            _ => None,
        }
    }

    /// Parts with `OR` between them, up to the end or a closing bracket.
    fn any(&mut self, depth: usize, field: Option<Field>) -> Option<Node> {
        let mut parts = Vec::new();
        let mut is_waiting = false;
        loop {
            let part = self.all(depth, field);
            let goes_on = self.operator() == Some(Operator::Or);
            if part.is_none() && (goes_on || is_waiting) {
                self.note(Note::OperatorIgnored(Operator::Or));
            }
            parts.extend(part);
            if !goes_on {
                return Node::joined(parts, true);
            }
            is_waiting = true;
            self.at += "OR".len();
        }
    }

    /// Parts side by side, up to `OR`, the end or a closing bracket.
    fn all(&mut self, depth: usize, field: Option<Field>) -> Option<Node> {
        let mut parts = Vec::new();
        let mut is_waiting = false;
        let mut is_negated = false;
        loop {
            self.skip_spaces();
            let operator = self.operator();
            if depth == 0 && self.take(|c| c == ')') {
                self.note(Note::BracketIgnored);
            } else if self.rest().is_empty()
                || self.rest().starts_with(')')
                || operator == Some(Operator::Or)
            {
                break;
            } else if let Some(operator) = operator {
                self.at += self.chunk().len();
                if operator == Operator::Not {
                    is_negated = !is_negated;
                } else if parts.is_empty() || is_waiting || is_negated {
                    self.note(Note::OperatorIgnored(operator));
                } else {
                    is_waiting = true;
                }
            } else if self.rest().starts_with(['-', '−']) && self.take(|_| true) {
                if !self.rest().starts_with(char::is_whitespace) && !self.rest().is_empty() {
                    is_negated = !is_negated;
                }
            } else if let Some(node) = self.atom(depth, field) {
                parts.push(if is_negated { node.negated() } else { node });
                (is_waiting, is_negated) = (false, false);
            }
        }
        for (is_left, operator) in [(is_waiting, Operator::And), (is_negated, Operator::Not)] {
            if is_left {
                self.note(Note::OperatorIgnored(operator));
            }
        }
        Node::joined(parts, false)
    }

    /// Brackets, a phrase, a field or a word; passes over at least one character.
    fn atom(&mut self, depth: usize, field: Option<Field>) -> Option<Node> {
        if self.take(|c| c == '(') {
            if depth >= DEEPEST {
                self.note(Note::TooDeep);
                return None;
            }
            let node = self.any(depth + 1, field);
            if !self.take(|c| c == ')') {
                self.note(Note::BracketClosed);
            }
            return node;
        }
        if self.take(is_quote) {
            return self.quoted(field);
        }
        let chunk = self.chunk();
        if let Some((name, value)) = chunk.split_once(':') {
            let known = Field::ALL.into_iter().find(|f| name.eq_ignore_ascii_case(f.as_str()));
            if let Some(known) = known.filter(|_| depth < DEEPEST) {
                self.at += name.len() + 1;
                if value.is_empty() {
                    self.skip_spaces();
                }
                let is_end = self.rest().is_empty() || self.rest().starts_with(')');
                let node = if is_end || self.operator().is_some() {
                    None
                } else {
                    let n_notes = self.notes.len();
                    let node = self.atom(depth + 1, Some(known));
                    if node.is_none() && self.notes.len() > n_notes {
                        return None;
                    }
                    node
                };
                if node.is_none() {
                    self.note(Note::EmptyField(known));
                }
                return node;
            }
            let is_name =
                known.is_none() && !name.is_empty() && name.chars().all(char::is_alphabetic);
            if is_name && value.starts_with(char::is_alphanumeric) {
                self.note(Note::UnknownField(name.to_owned()));
            }
        }
        self.at += chunk.len();
        if field == Some(Field::On) {
            return self.on(chunk);
        }
        let phrase = self.phrase(chunk, Manner::Plain)?;
        if let Some(field) = field {
            return Some(Node::Field(field, phrase));
        }
        let words = Node::Words(phrase);
        match initials::other_way(chunk) {
            Some(other) => Node::joined(vec![words, Node::Words(other)], true),
            None => Some(words),
        }
    }

    /// A phrase behind its opening quotation mark.
    fn quoted(&mut self, field: Option<Field>) -> Option<Node> {
        let rest = self.rest();
        let inside = rest.get(..rest.find(is_quote).unwrap_or(rest.len())).unwrap_or_default();
        self.at += inside.len();
        let is_closed = self.take(is_quote);
        if !is_closed {
            self.note(Note::QuoteClosed);
        }
        let mut manner = Manner::Quoted;
        if is_closed && self.take(|c| c == '~') {
            let rest = self.rest();
            let n_digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let digits = rest.get(..n_digits).unwrap_or_default();
            self.at += n_digits;
            if n_digits > 0 {
                manner = Manner::Near(digits.parse().unwrap_or(u8::MAX));
            }
        }
        if field == Some(Field::On) {
            return self.on(inside);
        }
        let mut phrase = self.phrase(inside, manner)?;
        if phrase.words.len() < 2 {
            phrase.manner = Manner::Quoted;
        }
        // Somebody may still be typing it.
        if let Some(last) = phrase.words.last_mut().filter(|_| !is_closed) {
            last.is_beginning = true;
        }
        Some(match field {
            Some(field) => Node::Field(field, phrase),
            None => Node::Words(phrase),
        })
    }

    fn on(&mut self, text: &str) -> Option<Node> {
        let days = days::read(text);
        match days {
            None => self.note(Note::NotADay(text.to_owned())),
            Some((_, true)) => self.note(Note::DaysTurned(text.to_owned())),
            Some((_, false)) => {}
        }
        days.map(|(days, _)| Node::On(days))
    }

    /// The words of a text, if there are any.
    fn phrase(&mut self, text: &str, manner: Manner) -> Option<Phrase> {
        let mut words: Vec<Word> = Vec::new();
        let mut reader = WordReader::new(text);
        let mut n_stars = text.bytes().filter(|b| *b == b'*').count();
        while reader.read() {
            if self.n_words == MOST_WORDS {
                self.note(Note::TooLong);
                break;
            }
            self.n_words += 1;
            let is_starred =
                text.get(reader.span.end as usize..).is_some_and(|rest| rest.starts_with('*'));
            n_stars -= usize::from(is_starred);
            let base = reader.base.filter(|_| manner == Manner::Plain);
            let word = reader.word().get(..base.unwrap_or(reader.word().len())).unwrap_or_default();
            words.push(Word { text: word.to_owned(), is_beginning: is_starred });
        }
        if n_stars > 0 {
            self.note(Note::StarIgnored);
        }
        if manner == Manner::Plain {
            let n_before = words.len().saturating_sub(1);
            for (i, word) in words.iter_mut().enumerate() {
                word.is_beginning = i == n_before;
            }
        }
        (!words.is_empty()).then_some(Phrase { words, manner })
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂')
}
