//! Quotations and attributed statements: who, with which verb, what.
//!
//! In go a text and its actors; out come spans of what was said, each with the words that name the source and with the actor, if it is one.
//! A quotation is one statement for each stretch in quotation marks; one that goes over several paragraphs is one for each paragraph, and all but the first are marked as continuing.
//! Whether what was said is true, or whether two statements agree, is not asked here.

use crate::identify::Actors;
use crate::text::Span;
use crate::text::prose::Prose;
use serde::{Deserialize, Serialize};

mod antecedent;
mod before;
mod behind;
mod cue;
mod direct;
mod indirect;
mod lexicon;
mod marks;
mod memory;
mod noun;
mod phrase;
mod place;
mod verbs;

#[cfg(test)]
mod tests;

/// Something that somebody said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// What was said, without the quotation marks around it.
    pub span: Span,
    /// The word that says that it was said ("told", "according to").
    pub verb: Option<Span>,
    /// The words beside the verb that name or describe the source ("Putin", "a Syrian foreign ministry source", "he").
    pub source: Option<Span>,
    /// The words that name or describe the source, once pronouns are resolved; those of `source` when they do so themselves.
    pub named: Option<Span>,
    /// The source, if it is known: index into [`Actors::list`].
    pub speaker: Option<u32>,
    /// Whether the words stand in quotation marks.
    pub direct: bool,
    /// For words in quotation marks: whether they are only a part of what was said, and the writer's own words say the rest.
    pub partial: bool,
    /// Whether it goes on with the statement before, in a paragraph of its own.
    pub continues: bool,
}

/// Finds all statements, in the order of the text; a partial quotation may lie inside the statement that it is a part of.
pub fn statements(prose: &Prose, actors: &Actors) -> Vec<Statement> {
    let quotes = marks::quotes(prose);
    let cues = cue::cues(prose, &quotes);
    if quotes.is_empty() && cues.is_empty() {
        return Vec::new();
    }
    let story = place::Story { prose, actors, quotes: &quotes, cues: &cues };
    let quoted = direct::attribute(&story);
    let told = indirect::clauses(&story, &quoted);
    let mut out = memory::resolve(&story, quoted, told);
    out.sort_by_key(|s| (s.span.start, std::cmp::Reverse(s.span.end)));
    out
}
