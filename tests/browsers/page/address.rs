//! The address is the view: it survives whatever a browser does with it, and nothing in it breaks the page.

use anyhow::{Result, ensure};
use dateline_tests::page::emulate;

use super::{Visit, everywhere};

everywhere!(
    survives_reload_back_forward_and_a_fresh_window,
    broken_ones_open_with_a_notice,
    broken_ones_typed_into_an_open_page_do_too,
);

async fn survives_reload_back_forward_and_a_fresh_window(visit: &Visit<'_>) -> Result<()> {
    let session = visit.session;
    visit.open("").await?;
    let whole = visit.shown().await?;
    visit.select("qamishli").await?;
    let narrowed = visit.shown().await?;
    let address = session.driver.current_url().await?.to_string();

    session.driver.refresh().await?;
    session.ready().await?;
    ensure!(visit.shown().await? == narrowed, "reload shows something else");

    session.driver.back().await?;
    visit.wait_for_place("qamishli", false).await?;
    ensure!(visit.shown().await? == whole, "back shows something else");

    session.driver.forward().await?;
    visit.wait_for_place("qamishli", true).await?;
    ensure!(visit.shown().await? == narrowed, "forward shows something else");

    let window = session.driver.new_window().await?;
    session.driver.switch_to_window(window).await?;
    if session.browser == dateline_tests::browser::Browser::Chromium {
        emulate(&session.driver, 1440, 900, "light").await?;
    }
    ensure!(session.open(&address).await? == "true");
    ensure!(visit.shown().await? == narrowed, "a fresh window shows something else");
    Ok(())
}

/// Fragments, and whether something in them is dropped and must be named.
fn broken() -> Vec<(String, bool)> {
    let noise: String = noise(10_000);
    let mut table: Vec<(String, bool)> = [
        ("#", false),
        ("#/v1/", false),
        ("#/v1/?", false),
        ("#/v9/", true),
        ("#nonsense", true),
        ("#/v1/?place=%FF%00&map=nan/1/2&from=99", true),
        ("#/v1/?place=atlantis", true),
        ("#/v1/?place=", true),
        ("#/v1/?map=1e999/91/181", true),
        ("#/v1/?from=2026-02-30&to=2026-01-01", true),
        ("#/v1/?article=none&at=9-1", true),
        ("#/v1/?%", true),
        ("#/v1/?unknown=1", true),
        ("#/v1/?place=<script>alert(1)</script>", true),
    ]
    .map(|(fragment, notice)| (fragment.to_owned(), notice))
    .into();
    table.push((format!("#{noise}"), true));
    table.push((format!("#/v1/?place={noise}"), true));
    table
}

/// The same noise every time: bytes of a linear congruential generator (Knuth's MMIX), percent-encoded by turns.
fn noise(n_bytes: usize) -> String {
    let mut state: u64 = 42;
    let mut out = String::new();
    while out.len() < n_bytes {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let [.., byte] = state.to_be_bytes().map(|byte| byte ^ (state >> 33) as u8);
        match byte {
            b'!'..=b'~' if byte % 2 == 0 => out.push(char::from(byte)),
            0x80.. if byte % 2 == 0 => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

const NOTICE: &str = "return [...document.querySelectorAll('[role=status][data-notice]')].map((notice) => notice.textContent.trim()).join(' ')";

async fn broken_ones_open_with_a_notice(visit: &Visit<'_>) -> Result<()> {
    for (fragment, must_say) in broken() {
        let start: String = fragment.chars().take(60).collect();
        visit.open(&fragment).await?;
        let said: String = visit.session.ask(NOTICE).await?;
        ensure!(said.is_empty() != must_say, "{start:?}: the notice is {said:?}");
        ensure!(visit.shown().await?.said[1] > 0 || must_say, "{start:?} shows no excerpt");
    }
    Ok(())
}

async fn broken_ones_typed_into_an_open_page_do_too(visit: &Visit<'_>) -> Result<()> {
    visit.open("").await?;
    for (fragment, must_say) in broken() {
        let start: String = fragment.chars().take(60).collect();
        let script = "location.hash = arguments[0]; return new Promise((done) => setTimeout(() => done(true), 150))";
        visit.session.ask_with::<bool>(script, vec![fragment.into()]).await?;
        let ready = visit.session.ready().await?;
        ensure!(ready == "true", "{start:?}: the page says `{ready}`");
        let said: String = visit.session.ask(NOTICE).await?;
        ensure!(!must_say || !said.is_empty(), "{start:?}: there is no notice");
    }
    Ok(())
}
