//! Nothing leaves the page, neither of its own accord nor when something is smuggled in.

use anyhow::{Result, ensure};
use dateline_tests::browser::Browser;
use serde_json::Value;

use super::{Origin, Visit, everywhere};

everywhere!(no_request_leaves, smuggled_requests_are_refused);

/// Where nothing is ever asked for: a name that is reserved for this.
const ELSEWHERE: &str = "http://elsewhere.invalid/";

async fn no_request_leaves(visit: &Visit<'_>) -> Result<()> {
    visit.open("").await?;
    use_the_page(visit).await?;
    let resources: Vec<String> = visit
        .session
        .ask("return performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => !/^(data|blob):/.test(name))")
        .await?;
    ensure!(resources.is_empty(), "the page asked for {resources:?}");
    if visit.session.browser == Browser::Chromium {
        let asked = chromiums_requests(visit).await?;
        ensure!(asked.is_empty(), "Chromium asked for {asked:?}");
    }
    let trapped = visit.session.trapped();
    ensure!(trapped.is_empty(), "these wanted to leave the machine: {trapped:?}");
    if let Some(server) = &visit.server {
        let asked = server.requests();
        ensure!(asked == ["GET /dateline.html"], "the server was asked for {asked:?}");
    }
    ensure!(visit.server.is_some() == (visit.origin == Origin::Http));
    Ok(())
}

/// Does what a reader does: adds an article, selects a place, writes a word, opens an article.
pub(super) async fn use_the_page(visit: &Visit<'_>) -> Result<()> {
    let told = visit
        .session
        .drop_files(&[(
            "a.txt",
            "A road is closed\n\nThe road to Qamishli was closed on Monday, its drivers said.\n",
        )])
        .await?;
    ensure!(told.len() == 1 && told[0].starts_with("Added 1 article"), "{told:?}");
    visit.select("qamishli").await?;
    let script = "
        const search = document.querySelector('input[type=search]');
        if (search) { search.value = 'base'; search.dispatchEvent(new Event('input', { bubbles: true })); }
        return new Promise((done) => setTimeout(() => done(true), 300))";
    visit.session.ask::<bool>(script).await?;
    let article: Option<String> = visit
        .session
        .ask("return document.querySelector('[data-excerpt]')?.dataset.article ?? null")
        .await?;
    if let Some(article) = article {
        visit.session.ask::<bool>(&format!("location.hash = '#/v1/?article={article}'; return new Promise((done) => setTimeout(() => done(true), 300))")).await?;
    }
    Ok(())
}

/// Every address but the page's own that Chromium's log of the network names.
async fn chromiums_requests(visit: &Visit<'_>) -> Result<Vec<String>> {
    let mut asked = Vec::new();
    for entry in visit.session.driver.get_log("performance").await? {
        let entry: Value = serde_json::from_str(&entry.message)?;
        let message = &entry["message"];
        if message["method"] != "Network.requestWillBeSent" {
            continue;
        }
        let address = message["params"]["request"]["url"].as_str().unwrap_or("?");
        let is_inner = ["data:", "blob:", "about:", "chrome:"]
            .iter()
            .any(|scheme| address.starts_with(scheme));
        if !is_inner && address.split('#').next() != Some(&visit.address) {
            asked.push(address.to_owned());
        }
    }
    Ok(asked)
}

async fn smuggled_requests_are_refused(visit: &Visit<'_>) -> Result<()> {
    visit.open("").await?;
    // Each answers true when it got through; Firefox refuses some of them by throwing.
    for (what, script) in [
        ("fetch", "window.fetch(there, { mode: 'no-cors' }).then(() => true, () => false)"),
        (
            "a request",
            "new Promise((done) => { const ask = new XMLHttpRequest(); ask.onload = () => done(true); ask.onerror = () => done(false); ask.open('GET', there); ask.send(); })",
        ),
        (
            "an image",
            "new Promise((done) => { const image = new Image(); image.onload = () => done(true); image.onerror = () => done(false); image.src = there; })",
        ),
        (
            "a style",
            "new Promise((done) => { const link = document.createElement('link'); link.rel = 'stylesheet'; link.onload = () => done(true); link.onerror = () => done(false); link.href = there; document.head.append(link); })",
        ),
        (
            "a script",
            "new Promise((done) => { const script = document.createElement('script'); script.onload = () => done(true); script.onerror = () => done(false); script.src = there; document.head.append(script); })",
        ),
        (
            "an inline script",
            "new Promise((done) => { const script = document.createElement('script'); script.textContent = 'window.smuggled = true'; document.head.append(script); done(window.smuggled === true); })",
        ),
        (
            "a frame",
            "new Promise((done) => { const frame = document.createElement('iframe'); frame.src = there; document.body.append(frame); setTimeout(() => done(false), 300); })",
        ),
        (
            "a beacon",
            "new Promise((done) => { try { navigator.sendBeacon(there, 'x'); } catch {} setTimeout(() => done(false), 300); })",
        ),
        (
            "a form",
            "new Promise((done) => { const form = document.createElement('form'); form.action = there; form.method = 'post'; document.body.append(form); form.submit(); setTimeout(() => done(false), 300); })",
        ),
    ] {
        let script = format!("const there = '{ELSEWHERE}'; return ({script}).catch(() => false)");
        let got_through: bool = visit.session.ask(&script).await?;
        ensure!(!got_through, "{what} got through");
        let trapped = visit.session.trapped();
        ensure!(trapped.is_empty(), "{what} left the page: {trapped:?}");
    }
    let address = visit.session.driver.current_url().await?.to_string();
    ensure!(address.starts_with(&visit.address), "the page went to {address}");
    Ok(())
}
