//! As many articles as one likes, for measurements: made up, and the same every time.
//!
//! In: numbers of articles. Out: articles of 2 to 3 KB that look like news: towns of the pocket gazetteer, people, organisations, firms, days, quotations.
//! Names and words come as often as Zipf's law says; an article keeps to one topic and mostly to one country.
//! An article depends on its number alone, so the first thousand of many are those of a thousand.

use std::path::Path;
use std::{fs, io};

use anyhow::{Context as _, Result};
use dateline_core::article::{Article, Date};
use serde_json::json;

mod cast;
mod words;
mod writer;

use crate::numbers::Numbers;
use cast::Cast;
use writer::{Topic, Writer};

/// Texts grow until they have so many bytes, and end with their paragraph.
const LEAST_BYTES: usize = 2_000;
/// Articles spread over so many days.
const N_DAYS: usize = 730;
/// Articles to a file.
const TO_A_FILE: usize = 1_000;

/// Makes articles.
pub struct Maker {
    cast: Cast,
    topic: Topic,
}

impl Maker {
    /// With the names of this checkout.
    ///
    /// # Errors
    /// When the gazetteer or the lists of names are missing.
    pub fn open() -> Result<Self> {
        Ok(Self { cast: Cast::open()?, topic: Topic::new() })
    }

    /// The articles with these numbers.
    pub fn articles(
        &self,
        numbers: std::ops::Range<usize>,
    ) -> impl ExactSizeIterator<Item = Article> + '_ {
        numbers.map(|number| self.article(number))
    }

    fn article(&self, number: usize) -> Article {
        let mut numbers = Numbers::new(number as u64 * 0x0001_0000_01b3);
        let day = Date::new(2024, 2, 1).and_then(|day| day.plus_days(numbers.below(N_DAYS) as i32));
        let outlet = (!numbers.is(0.02)).then(|| self.cast.outlet(&mut numbers));
        let mut writer = Writer::new(&self.cast, &self.topic, day, numbers);
        let title = writer.title();
        let text = writer.text(LEAST_BYTES);
        Article { outlet, published: day, ..Article::new(format!("{number}"), Some(title), text) }
    }

    /// The articles with these numbers as JSON Lines, and the bytes of their texts.
    pub fn lines(&self, numbers: std::ops::Range<usize>) -> (String, usize) {
        let (mut lines, mut n_bytes) = (String::new(), 0);
        for article in self.articles(numbers) {
            n_bytes += article.text.len();
            lines.push_str(&line(&article));
        }
        (lines, n_bytes)
    }

    /// Writes so many articles into a folder, as JSON Lines; what else lies in it stays. Returns the bytes of their texts.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn write(&self, n: usize, folder: &Path) -> Result<usize> {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let mut n_bytes = 0;
        for from in (0..n).step_by(TO_A_FILE) {
            let (lines, more) = self.lines(from..n.min(from + TO_A_FILE));
            n_bytes += more;
            let file = folder.join(format!("{:04}.jsonl", from / TO_A_FILE));
            let write = || -> io::Result<()> { fs::write(&file, lines.as_bytes()) };
            write().with_context(|| format!("cannot write {}", file.display()))?;
        }
        Ok(n_bytes)
    }
}

fn line(article: &Article) -> String {
    let line = json!({
        "id": article.key,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published.map(|day| day.to_string()),
        "language": "en",
        "text": article.text,
    });
    format!("{line}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_the_same_every_time_and_look_like_news() {
        let maker = Maker::open().unwrap();
        let all: Vec<Article> = maker.articles(0..50).collect();
        assert!(maker.articles(20..30).eq(all[20..30].iter().cloned()));
        for article in &all {
            let text = &article.text;
            assert!((2_000..3_500).contains(&text.len()), "{} bytes", text.len());
            assert!(text.split("\n\n").count() > 4, "{text}");
            assert!(!text.contains(['{', '}']), "{text}");
        }
        assert!(all.iter().filter(|a| a.text.contains('“')).count() > 40);
    }
}
