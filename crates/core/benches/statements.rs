//! How fast statements are found once a text is read: `cargo bench -p dateline-core --bench statements`.
//!
//! The text is that of the bundled corpus, and one of nothing but quotations; divan prints time and throughput.
#![allow(clippy::unwrap_used, reason = "what fails here is a failed benchmark")]

use dateline_core::identify::Actors;
use dateline_core::speech::statements;
use dateline_core::text::prose::Prose;
use divan::Bencher;
use divan::counter::BytesCount;
use std::fs;
use std::path::Path;

fn main() {
    divan::main();
}

#[divan::bench]
fn of_five_articles(bencher: Bencher) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    let texts: Vec<String> = files.iter().map(|f| fs::read_to_string(f).unwrap()).collect();
    measure(bencher, &texts.join("\n\n"));
}

#[divan::bench]
fn of_quotations_alone(bencher: Bencher) {
    measure(
        bencher,
        &"“We will go there again,” Maria Lopez told reporters. She left.\n".repeat(500),
    );
}

fn measure(bencher: Bencher, text: &str) {
    let prose = Prose::of(text);
    let actors = Actors::default();
    bencher.counter(BytesCount::new(text.len())).bench(|| statements(&prose, &actors).len());
}
