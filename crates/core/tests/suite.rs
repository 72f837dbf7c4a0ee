//! Runs the documents of `tests/suite`, but for those that other tests run: prose that explains a capability, and marked text that shows it.
//!
//! In a fenced block named `marked`, `[Tartous|place:tartous]` says that the engine must find "Tartous" there and mean that place.
//! `metonym:` is a place that stands for its government, `demonym:` and `embedded:` only point to a place.
//! In a block named `marked` with a day behind it, every line is an article of that day, and `[Wednesday|date:2026-01-28]` is an expression of time with its value; `?` is a value that cannot be known.
//! The block is read without its marks, annotated, and marked again: both must be the same.
//! `UPDATE_EXPECT=1 cargo test` writes what the engine says; read the difference before you keep it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what fails here is a failed test"
)]

#[path = "support/documents.rs"]
mod documents;

use dateline_core::annotate::{Annotations, annotate};
use dateline_core::article::Article;
use dateline_core::identify::ActorKind;
use dateline_core::knowledge::Knowledge;
use dateline_core::recognise;
use dateline_core::text::prose::Prose;
use dateline_core::when::{TimeKind, times};
use std::fs;
use std::path::Path;

#[test]
fn places() {
    let knowledge = Knowledge::curated().unwrap();
    check("places", |_, marked| mark(&unmark(marked), &knowledge));
}

/// With the places of the whole world.
#[test]
fn world() {
    let knowledge = knowledge("world");
    check("world", |_, marked| mark(&unmark(marked), &knowledge));
}

/// Names by their kinds, as gazetteer, rules and tagger find them together.
#[test]
fn names() {
    let knowledge = knowledge("pocket");
    check("names", |_, marked| {
        let text = &unmark(marked);
        let names = recognise::names(&Prose::of(text), &knowledge);
        let places = names.places.iter().map(|p| (p.span, "place"));
        let associated = names.associated.iter().map(|a| (a.span, a.role.as_str()));
        let kind = |kind| match kind {
            ActorKind::Person => "person",
            ActorKind::Organisation => "organisation",
        };
        let actors = names.actors.iter().map(|a| (a.span, kind(a.kind)));
        let all = places.chain(associated).chain(actors);
        // A name inside another is marked behind it.
        let mut marks: Vec<_> =
            all.map(|(s, what)| (s.start as usize, s.end as usize, what.to_owned())).collect();
        marks.sort_by_key(|m| (m.0, std::cmp::Reverse(m.1)));
        let mut outer: Vec<(usize, usize, String)> = Vec::new();
        for (start, end, what) in marks {
            match outer.last_mut() {
                Some(last) if start < last.1 => {
                    last.2 += &format!(", {what}:{}", &text[start..end]);
                }
                _ => outer.push((start, end, what)),
            }
        }
        write_marks(text, outer)
    });
}

#[test]
fn dates() {
    check("dates", |day, marked| {
        let lines: Vec<_> = marked.lines().map(|line| mark_times(&unmark(line), day)).collect();
        lines.join("\n")
    });
}

/// All that the engine knows, with one of the gazetteers.
fn knowledge(gazetteer: &str) -> Knowledge {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let pack = fs::read(data.join("gazetteer").join(format!("{gazetteer}.pack"))).unwrap();
    let tagger = fs::read(data.join("tagger/tagger.pack")).unwrap();
    Knowledge::from_pack(pack).unwrap().with_tagger(&tagger).unwrap()
}

fn check(folder: &str, change: impl Fn(&str, &str) -> String) {
    documents::check(folder, "marked", change);
}

fn unmark(marked: &str) -> String {
    let mut out = String::new();
    let mut rest = marked;
    while let Some(open) = rest.find('[') {
        let (before, inside) = rest.split_at(open);
        let (mark, after) = inside[1..].split_once(']').expect("a mark is closed");
        let (surface, _) = mark.split_once('|').expect("a mark has a bar");
        out += before;
        out += surface;
        rest = after;
    }
    out + rest
}

fn mark(text: &str, knowledge: &Knowledge) -> String {
    let found = annotate(&Article::new("suite", None, text.to_owned()), knowledge);
    write_marks(text, marks(&found))
}

fn mark_times(text: &str, day: &str) -> String {
    let found = times(&Prose::of(text), day.parse().ok());
    let marks = found.into_iter().map(|m| {
        let kind = match m.kind {
            TimeKind::Date => "date",
            TimeKind::Time => "time",
            TimeKind::Duration => "duration",
            TimeKind::Set => "set",
        };
        let value = m.value.unwrap_or_else(|| "?".to_owned());
        (m.span.start as usize, m.span.end as usize, format!("{kind}:{value}"))
    });
    write_marks(text, marks.collect())
}

fn write_marks(text: &str, mut marks: Vec<(usize, usize, String)>) -> String {
    marks.sort();
    let mut out = String::new();
    let mut at = 0;
    for (start, end, what) in marks {
        out += &text[at..start];
        out += &format!("[{}|{what}]", &text[start..end]);
        at = end;
    }
    out + &text[at..]
}

fn marks(found: &Annotations) -> Vec<(usize, usize, String)> {
    let id = |place: u32| found.place(place).unwrap().id.as_str().to_owned();
    let places = found.places.iter().map(|m| {
        let kind = if m.metonym { "metonym" } else { "place" };
        (m.span.start as usize, m.span.end as usize, format!("{kind}:{}", id(m.place)))
    });
    let associated = found.associated.iter().map(|a| {
        (a.span.start as usize, a.span.end as usize, format!("{}:{}", a.role.as_str(), id(a.place)))
    });
    places.chain(associated).collect()
}
