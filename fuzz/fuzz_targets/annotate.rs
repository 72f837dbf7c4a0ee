//! Any text, broken encodings included, is annotated without a panic, and every span stands on borders of characters, in order.

#![no_main]

use dateline_core::annotate::{Annotations, annotate};
use dateline_core::article::Article;
use dateline_core::knowledge::Knowledge;
use dateline_core::text::Span;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static KNOWLEDGE: LazyLock<Knowledge> = LazyLock::new(|| {
    let pocket: &'static [u8] = include_bytes!("../../crates/core/data/gazetteer/pocket.pack");
    let tagger = include_bytes!("../../crates/core/data/tagger/tagger.pack");
    let knowledge = Knowledge::from_pack(pocket).expect("the pack of the program can be read");
    knowledge.with_tagger(tagger).expect("the tagger of the program can be read")
});

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let article = Article::new("fuzz", None, text);
    let found = annotate(&article, &KNOWLEDGE);
    for span in spans(&found) {
        let (start, end) = (span.start as usize, span.end as usize);
        assert!(
            article.text.get(start..end).is_some_and(|surface| !surface.is_empty()),
            "{span:?}"
        );
    }
    let starts: Vec<u32> = found.places.iter().map(|mention| mention.span.start).collect();
    assert!(starts.is_sorted());
});

/// Every span that the engine gives.
fn spans(found: &Annotations) -> impl Iterator<Item = Span> {
    let places = found.places.iter().map(|m| m.span);
    let associated = found.associated.iter().map(|a| a.span);
    let actors = found.actors.mentions.iter().map(|m| m.span);
    let times = found.times.iter().map(|t| t.span);
    let said = found.statements.iter().flat_map(|s| [Some(s.span), s.verb, s.source]).flatten();
    places.chain(associated).chain(actors).chain(times).chain(said)
}
