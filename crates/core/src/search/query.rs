//! A search, understood: words, phrases and fields, joined by AND, OR and NOT.
//!
//! It is plain data in one canonical shape, so that two ways to write one search are equal: brackets that change nothing are gone, and nothing is excluded twice.
//! Printed with `Display` it is what a reader could have typed; read again it is the same.
//! What a reader typed is read by `parse`, what a search finds is found by `find`.

use super::word::is_alone;
use crate::article::Date;
use core::fmt::{self, Write};

/// A search; the default asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What is asked, if anything is.
    pub root: Option<Node>,
}

/// A part of a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// Words of the text.
    Words(Phrase),
    /// What the sentence or its article is about.
    Field(Field, Phrase),
    /// When the article was published.
    On(Days),
    /// Everything but this.
    Not(Box<Node>),
    /// All of these, at least two.
    All(Vec<Node>),
    /// Any of these, at least two.
    Any(Vec<Node>),
}

/// One or more words that stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// At least one.
    pub words: Vec<Word>,
    /// How they stand together.
    pub manner: Manner,
}

/// A folded word, or the beginning of such a one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Letters and digits, folded.
    pub text: String,
    /// Whether longer words that begin so are meant too.
    pub is_beginning: bool,
}

/// How the words of a phrase stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Typed without quotation marks: one behind the other, the last one may be longer; places that are called so are meant too.
    Plain,
    /// In quotation marks: one behind the other, each as it is.
    Quoted,
    /// In any order, with so many words between them at most.
    Near(u8),
}

/// What may be asked for besides words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// A place that the sentence names.
    Place,
    /// A person whom the sentence names.
    Person,
    /// An organisation that the sentence names.
    Organisation,
    /// Who published the article.
    Outlet,
    /// Who says what the sentence tells.
    Said,
    /// When the article was published.
    On,
}

impl Field {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 6] =
        [Self::Place, Self::Person, Self::Organisation, Self::Outlet, Self::Said, Self::On];

    /// What a reader types before the colon.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Person => "person",
            Self::Organisation => "org",
            Self::Outlet => "outlet",
            Self::Said => "said",
            Self::On => "on",
        }
    }
}

/// Days of publication from the first to the last; one of them may be open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
}

impl Days {
    /// Whether a day is one of them.
    pub fn has(self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

impl Phrase {
    /// The words with spaces between them.
    pub fn text(&self) -> String {
        let words: Vec<&str> = self.words.iter().map(|word| word.text.as_str()).collect();
        words.join(" ")
    }
}

impl Node {
    /// Everything but this part.
    pub(super) fn negated(self) -> Self {
        match self {
            Self::Not(inner) => *inner,
            other => Self::Not(Box::new(other)),
        }
    }

    /// All of the parts, or any of them; those of the same kind are taken over.
    pub(super) fn joined(parts: Vec<Self>, is_any: bool) -> Option<Self> {
        let mut flat = Vec::with_capacity(parts.len());
        for part in parts {
            match part {
                Self::All(inner) if !is_any => flat.extend(inner),
                Self::Any(inner) if is_any => flat.extend(inner),
                other => flat.push(other),
            }
        }
        match flat.len() {
            0 | 1 => flat.pop(),
            _ if is_any => Some(Self::Any(flat)),
            _ => Some(Self::All(flat)),
        }
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.root.as_ref().map_or(Ok(()), |root| root.fmt(f))
    }
}

impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Words(phrase) => phrase.fmt(f),
            Self::Field(field, phrase) => {
                f.write_str(field.as_str())?;
                f.write_char(':')?;
                phrase.fmt(f)
            }
            Self::On(days) => {
                f.write_str("on:")?;
                days.fmt(f)
            }
            Self::Not(inner) => {
                f.write_char('-')?;
                bracketed(inner, matches!(**inner, Self::All(_) | Self::Any(_)), f)
            }
            Self::All(parts) => {
                for (i, part) in parts.iter().enumerate() {
                    f.write_str(if i == 0 { "" } else { " " })?;
                    bracketed(part, matches!(part, Self::Any(_)), f)?;
                }
                Ok(())
            }
            Self::Any(parts) => {
                for (i, part) in parts.iter().enumerate() {
                    f.write_str(if i == 0 { "" } else { " OR " })?;
                    part.fmt(f)?;
                }
                Ok(())
            }
        }
    }
}

fn bracketed(node: &Node, is_needed: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(if is_needed { "(" } else { "" })?;
    fmt::Display::fmt(node, f)?;
    f.write_str(if is_needed { ")" } else { "" })
}

impl fmt::Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_plain = self.manner == Manner::Plain;
        f.write_str(if is_plain { "" } else { "\"" })?;
        let mut was_alone = true;
        for (i, word) in self.words.iter().enumerate() {
            let is_alone = word.text.chars().all(is_alone);
            let between = match self.manner {
                _ if i == 0 || is_alone && was_alone => "",
                Manner::Plain => "-",
                _ => " ",
            };
            was_alone = is_alone && !word.is_beginning;
            f.write_str(between)?;
            f.write_str(&word.text)?;
            f.write_str(if word.is_beginning && !is_plain { "*" } else { "" })?;
        }
        match self.manner {
            Manner::Plain => Ok(()),
            Manner::Quoted => f.write_char('"'),
            Manner::Near(most) => write!(f, "\"~{most}"),
        }
    }
}

/// As short as it can be said: a year, a month, a day, or two days.
impl fmt::Display for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let (Some(from), Some(to)) = (self.from, self.to) {
            let begins = from.day() == 1 && from.year() == to.year();
            let is_last = to.plus_days(1).is_none_or(|next| next.day() == 1);
            if from == to {
                return from.fmt(f);
            }
            if begins && is_last && from.month() == to.month() {
                return write!(f, "{:04}-{:02}", from.year(), from.month());
            }
            if begins && is_last && (from.month(), to.month()) == (1, 12) {
                return write!(f, "{:04}", from.year());
            }
        }
        if let Some(from) = self.from {
            from.fmt(f)?;
        }
        f.write_str("..")?;
        self.to.map_or(Ok(()), |to| to.fmt(f))
    }
}
