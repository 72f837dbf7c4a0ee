//! The five received articles, read as they came.
//!
//! They lie beside the project, not in it; where they are absent, this test says so and passes.
//! Facts are asserted here, and that nothing of the page around the articles is left; the texts themselves are not repeated.

use dateline_core::article::{Article, DateBasis};
use std::path::Path;

/// What a file is known to say about itself.
struct Facts {
    prefix: &'static str,
    /// The line of the file in which the title first stands, from 1.
    title_line: Option<usize>,
    outlet: Option<&'static str>,
    agency: Option<&'static str>,
    byline: Option<&'static str>,
    basis: DateBasis,
    n_paragraphs: usize,
}

const FACTS: [Facts; 5] = [
    Facts {
        prefix: "000",
        title_line: Some(18),
        outlet: Some("Middle East Eye"),
        agency: None,
        byline: Some("MEE staff"),
        basis: DateBasis::Stated,
        n_paragraphs: 20,
    },
    Facts {
        prefix: "001",
        title_line: Some(1),
        outlet: Some("Global Banking & Finance Review"),
        agency: Some("Reuters"),
        byline: Some("Dmitry Antonov and Suleiman Al-Khalidi"),
        basis: DateBasis::Stated,
        n_paragraphs: 18,
    },
    Facts {
        prefix: "002",
        title_line: None,
        outlet: None,
        agency: None,
        byline: None,
        basis: DateBasis::Stated,
        n_paragraphs: 11,
    },
    Facts {
        prefix: "003",
        title_line: Some(3),
        outlet: Some("bna"),
        agency: None,
        byline: Some("bna Cairo bureau"),
        basis: DateBasis::Stated,
        n_paragraphs: 15,
    },
    Facts {
        prefix: "004",
        title_line: Some(1),
        outlet: None,
        agency: None,
        byline: None,
        basis: DateBasis::Text,
        n_paragraphs: 16,
    },
];

/// What no paragraph may hold.
const AROUND: &[&str] = &[
    "Accueil",
    "www.",
    "http",
    "Home Page",
    "LangueArt",
    "About us",
    "By MEE",
    "By bna",
    "By Dmitry",
    "28.01.2026",
    "Posted on",
    "Published by",
    "min read",
    "Last updated",
    "/ SANA",
    "No comments",
    "Explore more",
    "refers to",
    "28 January 2026.",
    "date 2026",
    "Kurdistan Center",
];

#[test]
fn the_received_articles() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        eprintln!("the received articles are absent ({}): nothing was checked", folder.display());
        return;
    };
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    assert_eq!(paths.len(), FACTS.len());
    for (path, facts) in paths.iter().zip(&FACTS) {
        let name = path.file_name().unwrap().to_str().unwrap();
        assert!(name.starts_with(facts.prefix), "{name}");
        let source = std::fs::read_to_string(path).unwrap();
        let reading = dateline_formats::read(name, source.as_bytes());
        assert_eq!(reading.problems, [], "{name}");
        let [article] = reading.articles.as_slice() else { panic!("{name}: one article expected") };
        if std::env::var_os("SHOW").is_some() {
            show(article);
        }
        let title = facts.title_line.and_then(|number| source.lines().nth(number - 1));
        assert_eq!(article.title.as_deref(), title, "{name}");
        check(article, facts);
    }
}

fn check(article: &Article, facts: &Facts) {
    let name = &article.key;
    assert_eq!(article.outlet.as_deref(), facts.outlet, "{name}");
    assert_eq!(article.agency.as_deref(), facts.agency, "{name}");
    assert_eq!(article.byline.as_deref(), facts.byline, "{name}");
    assert_eq!(article.published.map(|d| d.to_string()).as_deref(), Some("2026-01-28"), "{name}");
    assert_eq!(article.published_basis, facts.basis, "{name}");
    let paragraphs: Vec<&str> = article.text.split("\n\n").collect();
    assert_eq!(paragraphs.len(), facts.n_paragraphs, "{name}");
    for paragraph in paragraphs {
        assert!(!paragraph.is_empty() && paragraph == paragraph.trim(), "{name}: {paragraph}");
        assert!(!paragraph.contains("  ") && !paragraph.contains('\u{a0}'), "{name}: {paragraph}");
        assert!(!matches!(paragraph, "Reuters" | "Tags"), "{name}: {paragraph}");
        assert_ne!(Some(paragraph), article.title.as_deref(), "{name}");
        for around in AROUND {
            assert!(!paragraph.contains(around), "{name}: {around} in {paragraph}");
        }
    }
}

/// Prints what was read, for whoever works on the rules: `SHOW=1 cargo test --test received -- --nocapture`.
fn show(article: &Article) {
    let chars: Vec<char> = article.text.chars().collect();
    let first: String = chars.iter().take(60).collect();
    let last: String = chars.iter().skip(chars.len().saturating_sub(60)).collect();
    println!(
        "{}\n  title {:?}\n  outlet {:?}\n  agency {:?}",
        article.key, article.title, article.outlet, article.agency
    );
    println!(
        "  byline {:?}\n  published {:?} {:?}\n  url {:?}",
        article.byline,
        article.published.map(|d| d.to_string()),
        article.published_basis,
        article.url
    );
    println!("  {} paragraphs\n  {first}\n  {last}", article.text.split("\n\n").count());
    if std::env::var("SHOW").is_ok_and(|how| how == "all") {
        println!("{}", article.text);
    }
}
