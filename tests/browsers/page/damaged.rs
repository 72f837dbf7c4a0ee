//! A page that lost a part of itself says so in words.

use anyhow::{Result, ensure};
use dateline_formats::page::{CORPUS_ID, PROGRAM_ID, encode_block};
use dateline_tests::browser::{self, Browser};
use dateline_tests::files::file_address;

use super::copy;

/// The data block with this id: where its base64 begins and ends.
fn block(page: &str, id: &str) -> (usize, usize) {
    let start = page.find(&format!("id=\"{id}\">")).unwrap() + id.len() + 6;
    (start, start + page[start..].find('<').unwrap())
}

/// The page with another text in a block.
fn with_block(page: &str, id: &str, change: impl FnOnce(&str) -> String) -> String {
    let (start, end) = block(page, id);
    format!("{}{}{}", &page[..start], change(&page[start..end]), &page[end..])
}

/// Ways to lose a block.
fn damages(id: &'static str) -> Vec<(String, Box<dyn FnOnce(String) -> String>)> {
    let change = |name: &str, change: fn(&str) -> String| {
        let change = move |page: String| with_block(&page, id, change);
        (format!("{id}-{name}"), Box::new(change) as Box<dyn FnOnce(String) -> String>)
    };
    vec![
        (
            format!("{id}-missing"),
            Box::new(move |page: String| page.replacen(&format!("id=\"{id}\""), "id=\"another\"", 1)),
        ),
        change("empty", |_| String::new()),
        change("no-base64", |_| "%%%%".to_owned()),
        change("no-gzip", |_| "AAAA".repeat(100)),
        change("cut-off", |text| text[..text.len() / 8 * 4].to_owned()),
        change("something-else", |_| encode_block(b"neither a pack nor a program")),
    ]
}

fn check_damages(browser: Browser) {
    let done = browser::with(browser, async |session| -> Result<()> {
        for id in [CORPUS_ID, PROGRAM_ID] {
            for (name, damage) in damages(id) {
                let file = copy(&format!("{name}-{}", browser.name()), damage);
                let ready = session.open(&file_address(&file)).await?;
                ensure!(ready == "failed", "{name}: the page says `{ready}`");
                let said: String =
                    session.ask("return document.querySelector('[role=alert]')?.innerText ?? ''").await?;
                ensure!(said.trim().len() > 40, "{name}: the page says only {said:?}");
            }
        }
        Ok(())
    });
    done.unwrap_or_else(|error| panic!("{}: {error:#}", browser.name()));
}

#[test]
fn chromium_says_so() {
    check_damages(Browser::Chromium);
}

#[test]
fn firefox_says_so() {
    check_damages(Browser::Firefox);
}
