//! Runs the documents of `tests/suite/reading`: prose that explains what reading promises, with examples that are executed.
//!
//! A block "input NAME" holds a file.
//! The blocks "article" and "problems" behind it, up to the next input, hold what must come out: facts as `field: value` (absent means unknown, and is checked), an empty line, then the paragraphs; one sentence per problem.
//! `UPDATE_EXPECT=1 cargo test -p dateline-formats --test suite` rewrites the expected blocks; the difference is then to be reviewed.

use dateline_core::article::{Article, DateBasis};
use dateline_formats::Reading;
use std::path::{Path, PathBuf};

#[test]
fn the_documents_tell_the_truth() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/suite/reading");
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    paths.sort();
    assert!(!paths.is_empty(), "no documents in {}", folder.display());
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut failures = Vec::new();
    for path in paths {
        let source = std::fs::read_to_string(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let (document, wrong) = run(&name, &source);
        if update && document != source {
            std::fs::write(&path, document).unwrap();
        } else if !update {
            failures.extend(wrong);
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

/// A piece of a document.
enum Piece {
    Prose(String),
    Block { fence: String, info: String, line: usize, content: String },
}

/// Runs a document: what it should read like, and what is wrong with it.
fn run(name: &str, source: &str) -> (String, Vec<String>) {
    let mut out = String::new();
    let mut wrong = Vec::new();
    let mut running: Option<Running> = None;
    for piece in pieces(source) {
        let (fence, info, line, content) = match piece {
            Piece::Prose(text) => {
                out.push_str(&text);
                continue;
            }
            Piece::Block { fence, info, line, content } => (fence, info, line, content),
        };
        let at = format!("{name}, line {line}");
        let mut compare = |found: String| {
            if found != content {
                wrong.push(format!("{at}: {info}\n--- expected\n{content}--- found\n{found}"));
            }
            found
        };
        let content = match (info.split_once(' '), info.as_str()) {
            (Some(("input", file)), _) => {
                wrong.extend(running.take().and_then(Running::left_over));
                running = Some(Running::new(&at, file, &content));
                content
            }
            (_, "article") => {
                compare(running.as_mut().map_or(String::new(), Running::next_article))
            }
            (_, "problems") => compare(running.as_mut().map_or(String::new(), Running::problems)),
            _ => content,
        };
        out += &format!("{fence}{info}\n{content}{fence}\n");
    }
    wrong.extend(running.and_then(Running::left_over));
    (out, wrong)
}

/// What an input gave, and how much of it the document has told so far.
struct Running {
    at: String,
    reading: Reading,
    n_told: usize,
    problems_told: bool,
}

impl Running {
    fn new(at: &str, file: &str, content: &str) -> Self {
        let reading = dateline_formats::read(file, content.as_bytes());
        Self { at: at.to_owned(), reading, n_told: 0, problems_told: false }
    }

    fn next_article(&mut self) -> String {
        self.n_told += 1;
        self.reading.articles.get(self.n_told - 1).map(rendered).unwrap_or_default()
    }

    fn problems(&mut self) -> String {
        self.problems_told = true;
        self.reading.problems.iter().map(|problem| format!("{problem}\n")).collect()
    }

    fn left_over(self) -> Option<String> {
        let n = self.reading.articles.len();
        if n != self.n_told {
            return Some(format!("{}: {n} articles were read, {} are told", self.at, self.n_told));
        }
        let silent = !self.reading.problems.is_empty() && !self.problems_told;
        silent.then(|| {
            format!("{}: problems were met and none is told: {:?}", self.at, self.reading.problems)
        })
    }
}

fn rendered(article: &Article) -> String {
    let published = article.published.map(|date| match article.published_basis {
        DateBasis::Stated => date.to_string(),
        DateBasis::Text => format!("{date} (from the text)"),
    });
    let mut out = String::new();
    for (field, value) in [
        ("title", &article.title),
        ("outlet", &article.outlet),
        ("agency", &article.agency),
        ("byline", &article.byline),
        ("published", &published),
        ("url", &article.url),
        ("language", &article.language),
    ] {
        if let Some(value) = value {
            out += &format!("{field}: {value}\n");
        }
    }
    out + &format!("\n{}\n", article.text)
}

fn pieces(source: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut prose = String::new();
    let mut lines = source.split_inclusive('\n').enumerate();
    while let Some((idx, line)) = lines.next() {
        let n_marks = line.bytes().take_while(|b| *b == b'`').count();
        if n_marks < 3 {
            prose.push_str(line);
            continue;
        }
        let (fence, info) = line.trim_end().split_at(n_marks);
        let content =
            lines.by_ref().map(|(_, line)| line).take_while(|line| line.trim_end() != fence);
        let content = content.collect();
        pieces.push(Piece::Prose(std::mem::take(&mut prose)));
        pieces.push(Piece::Block {
            fence: fence.into(),
            info: info.into(),
            line: idx + 1,
            content,
        });
    }
    pieces.push(Piece::Prose(prose));
    pieces
}
