//! Runs the documents of `tests/suite/statements`: prose that explains what counts as a statement, and texts with what is found in them.
//!
//! In a fenced block named `said`, a line is a text, and the lines behind it that begin with `>` are its statements: kind, words, verb and source, parted by bars.
//! `¶` stands for the end of a paragraph; `= name` says who is meant when the source is a pronoun or a description, `@id` which actor that is.
//! Actors are marked in the text: `[Maria Lopez|person:lopez]`, `[Acme|organisation:acme]`.
//! `UPDATE_EXPECT=1 cargo test` writes what the engine says; read the difference before you keep it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what fails here is a failed test"
)]

#[path = "support/documents.rs"]
mod documents;

use dateline_core::identify::{Actor, ActorId, ActorKind, ActorMention, Actors};
use dateline_core::speech::{Statement, statements};
use dateline_core::text::Span;
use dateline_core::text::prose::Prose;

#[test]
fn said() {
    documents::check("statements", "said", |_, block| {
        let texts = block.lines().filter(|line| !line.starts_with('>'));
        let shown: String = texts.map(|line| format!("{line}\n{}", shown(line))).collect();
        shown.trim_end().to_owned()
    });
}

fn shown(marked: &str) -> String {
    let (text, actors) = unmark(&marked.replace('¶', "\n\n"));
    let found = statements(&Prose::of(&text), &actors);
    found.iter().map(|s| format!("> {}\n", row(&text, &actors, s))).collect()
}

fn row(text: &str, actors: &Actors, s: &Statement) -> String {
    let kind = match (s.direct, s.partial, s.continues) {
        (false, ..) => "told",
        (true, true, _) => "partial",
        (true, false, true) => "continues",
        (true, false, false) => "direct",
    };
    let of = |span: Option<Span>| span.map_or("-", |s| s.of(text));
    let mut source = of(s.source).to_owned();
    if s.named != s.source {
        source += &format!(" = {}", of(s.named));
    }
    if let Some(actor) = s.speaker {
        source += &format!(" @{}", actors.list[actor as usize].id.as_str());
    }
    format!("{kind} | {} | {} | {source}", s.span.of(text), of(s.verb))
}

/// The text without its marks, and the actors that they name.
fn unmark(marked: &str) -> (String, Actors) {
    let mut text = String::new();
    let mut actors = Actors::default();
    let mut rest = marked;
    while let Some(open) = rest.find('[') {
        let (before, inside) = rest.split_at(open);
        let (mark, after) = inside[1..].split_once(']').expect("a mark is closed");
        let (surface, what) = mark.split_once('|').expect("a mark has a bar");
        let (kind, id) = what.split_once(':').expect("a mark has a kind");
        text += before;
        let span = Span::new(text.len(), text.len() + surface.len());
        text += surface;
        rest = after;
        let id = ActorId::new(id).expect("an id");
        let known = actors.list.iter().position(|a| a.id == id);
        let actor = known.unwrap_or_else(|| {
            let kind = if kind == "person" { ActorKind::Person } else { ActorKind::Organisation };
            actors.list.push(Actor { id, kind, name: surface.to_owned(), spellings: Vec::new() });
            actors.list.len() - 1
        });
        actors.mentions.push(ActorMention { span, actor: u32::try_from(actor).unwrap() });
    }
    (text + rest, actors)
}
