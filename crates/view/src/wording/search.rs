//! Words about a search: how it was taken, and what was probably meant.

use dateline_core::search::{Note, Operator};

/// What of a search was not taken as it stands; a whole sentence.
pub fn note(note: &Note) -> String {
    match note {
        Note::QuoteClosed => "The quotation mark was closed for you.".to_owned(),
        Note::BracketClosed => "The bracket was closed for you.".to_owned(),
        Note::BracketIgnored => "A bracket that closes nothing was passed over.".to_owned(),
        Note::TooDeep => {
            "Brackets stand too deep in each other; the innermost were passed over.".to_owned()
        }
        Note::TooLong => "The search is too long; its end was passed over.".to_owned(),
        Note::OperatorIgnored(operator) => {
            format!("{} joins nothing here and was passed over.", sign(*operator))
        }
        Note::StarIgnored => "A star stands behind a word; elsewhere it is passed over.".to_owned(),
        Note::EmptyField(field) => {
            format!("Nothing is asked of {}: it was passed over.", field.as_str())
        }
        Note::UnknownField(name) => {
            format!(
                "There is no field “{name}”; it was taken as a word. Fields are place, person, org, outlet, said and on."
            )
        }
        Note::NotADay(text) => {
            format!("“{text}” is no day, month or year; days are written 2026-01-28.")
        }
        Note::DaysTurned(text) => {
            format!("The later day stands first in “{text}”; the two were exchanged.")
        }
    }
}

fn sign(operator: Operator) -> &'static str {
    match operator {
        Operator::And => "AND",
        Operator::Or => "OR",
        Operator::Not => "NOT",
    }
}

/// "Also with “attack”".
pub fn shorter(words: &str) -> String {
    format!("Also look for {}", super::quoted(words))
}

/// "Did you mean “qamishli”?".
pub fn meant(words: &str) -> String {
    format!("Did you mean “{words}”?")
}
