//! Quotations and attributed statements: who, with which verb, what.
//!
//! In go a text and its actors; out come spans of what was said, each with the words that name the source.

use crate::identify::Actors;
use crate::text::Span;
use crate::text::prose::Prose;
use serde::{Deserialize, Serialize};

/// Something that somebody said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// What was said, without the quotation marks around it.
    pub span: Span,
    /// The word that says that it was said ("told", "according to").
    pub verb: Option<Span>,
    /// The words that name or describe the source ("Putin", "a Syrian foreign ministry source").
    pub source: Option<Span>,
    /// The source, if it is known: index into [`Actors::list`].
    pub speaker: Option<u32>,
    /// Whether the words stand in quotation marks.
    pub direct: bool,
}

/// Finds all statements.
pub fn statements(prose: &Prose, actors: &Actors) -> Vec<Statement> {
    let _ = (prose, actors);
    Vec::new()
}
