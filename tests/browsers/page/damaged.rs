//! A page that lost a part of itself says so in words.

use anyhow::{Result, ensure};
use dateline_formats::page::{CORPUS_ID, PROGRAM_ID, encode_block};
use dateline_tests::browser::{self, Browser, Session};
use dateline_tests::files::file_address;

use super::copy;

/// The data block with this id: where its base64 begins and ends.
fn block(page: &str, id: &str) -> (usize, usize) {
    let start = page.find(&format!("id=\"{id}\">")).unwrap() + id.len() + 6;
    (start, start + page[start..].find('<').unwrap())
}

/// The page with another text in a block.
pub(super) fn with_block(page: &str, id: &str, change: impl FnOnce(&str) -> String) -> String {
    let (start, end) = block(page, id);
    format!("{}{}{}", &page[..start], change(&page[start..end]), &page[end..])
}

/// A block's new text from its old.
type Damage = fn(&str) -> String;

/// Ways to lose a block, with their names.
const DAMAGES: [(&str, Damage); 5] = [
    ("empty", |_| String::new()),
    ("no-base64", |_| "%%%%".to_owned()),
    ("no-gzip", |_| "AAAA".repeat(100)),
    ("cut-off", |text| text[..text.len() / 8 * 4].to_owned()),
    ("something-else", |_| encode_block(b"neither a pack nor a program")),
];

/// Opens a damaged copy of the page and reads what it says.
async fn says_so(session: &Session, name: &str, damage: impl FnOnce(&str) -> String) -> Result<()> {
    let file = copy(&format!("{name}-{}", session.browser.name()), damage);
    let ready = session.open(&file_address(&file)).await?;
    ensure!(ready == "failed", "{name}: the page says `{ready}`");
    let said: String =
        session.ask("return document.querySelector('[role=alert]')?.innerText ?? ''").await?;
    ensure!(said.trim().len() > 40, "{name}: the page says only {said:?}");
    Ok(())
}

/// A file that was cut off in transit holds no script that could speak: the style sheet does, after a while.
#[test]
fn a_file_cut_in_half_says_so() {
    let done = browser::with(Browser::Chromium, async |session| -> Result<()> {
        let half = copy("cut-in-half", |page| page[..block(page, PROGRAM_ID).1 - 8].to_owned());
        session.driver.goto(file_address(&half)).await?;
        let said: String = session
            .until(
                "the page to say that it is incomplete",
                "const said = document.querySelector('.incomplete');
                 return getComputedStyle(said).visibility === 'visible' && said.innerText",
            )
            .await?;
        ensure!(said.contains("incomplete"), "the page says only {said:?}");
        Ok(())
    });
    done.unwrap_or_else(|error| panic!("{error:#}"));
}

fn check_damages(browser: Browser) {
    let done = browser::with(browser, async |session| -> Result<()> {
        for id in [CORPUS_ID, PROGRAM_ID] {
            let missing = |page: &str| page.replacen(&format!("id=\"{id}\""), "id=\"another\"", 1);
            says_so(session, &format!("{id}-missing"), missing).await?;
            for (name, change) in DAMAGES {
                let damage = |page: &str| with_block(page, id, change);
                says_so(session, &format!("{id}-{name}"), damage).await?;
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
