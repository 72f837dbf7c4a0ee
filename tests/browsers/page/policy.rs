//! The page itself never does what its policy refuses.
//!
//! A copy of the page carries one more script, allowed by its hash, that counts violations; it stands first, so it misses none.

use anyhow::{Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use dateline_tests::browser::Browser;
use sha2::{Digest as _, Sha256};

use super::requests::use_the_page;
use super::{Origin, Visit, check_file, copy};

const COUNTER: &str = "window.violations = []; document.addEventListener('securitypolicyviolation', (event) => { window.violations.push(`${event.violatedDirective} ${event.blockedURI}`); });";

fn counted(page: &str) -> String {
    let hash = STANDARD.encode(Sha256::digest(COUNTER.as_bytes()));
    page.replacen("script-src ", &format!("script-src 'sha256-{hash}' "), 1).replacen(
        "<title>",
        &format!("<script>{COUNTER}</script><title>"),
        1,
    )
}

async fn breaks_nothing(visit: &Visit<'_>) -> Result<()> {
    visit.open("").await?;
    use_the_page(visit).await?;
    let violations: Vec<String> = visit.session.ask("return window.violations").await?;
    ensure!(violations.is_empty(), "the page's policy refused {violations:?}");
    // The counter counts: this one is refused.
    let script = "document.body.setAttribute('style', 'color: red');
        return new Promise((done) => setTimeout(() => done(window.violations.length), 200))";
    let n_violations: u32 = visit.session.ask(script).await?;
    ensure!(n_violations == 1, "the counter is blind");
    Ok(())
}

/// A page per test, because they run side by side.
fn check_counted(browser: Browser, origin: Origin, name: &str) {
    check_file(browser, origin, &copy(name, counted), breaks_nothing);
}

#[test]
fn chromium_file() {
    check_counted(Browser::Chromium, Origin::File, "policy-chromium-file");
}

#[test]
fn chromium_http() {
    check_counted(Browser::Chromium, Origin::Http, "policy-chromium-http");
}

#[test]
fn firefox_file() {
    check_counted(Browser::Firefox, Origin::File, "policy-firefox-file");
}

#[test]
fn firefox_http() {
    check_counted(Browser::Firefox, Origin::Http, "policy-firefox-http");
}
