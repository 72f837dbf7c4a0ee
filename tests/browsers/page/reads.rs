//! The reading view: its marks, its notes, the way to the original, and the sentence that an address means.

use anyhow::{Context as _, Result, ensure};

use super::walk::{Stops, close_window, fresh_window};
use super::{Origin, Visit, everywhere};

everywhere!(an_article_is_read);

/// Keeps what would be copied.
const KEEP_COPY: &str = "navigator.clipboard.writeText = (text) => { window.copied = text; return window.Promise.resolve(); }";

/// Whether one lit sentence is there and can be seen.
const IN_SIGHT: &str = "(() => {
    const lit = document.querySelectorAll('[data-part=reading] .lit');
    if (lit.length !== 1) return false;
    const [inner, outer] = [lit[0], lit[0].closest('[data-part=reading]')].map((e) => e.getBoundingClientRect());
    return inner.top >= outer.top && inner.bottom <= Math.min(outer.bottom, innerHeight);
})()";

async fn an_article_is_read(visit: &Visit<'_>) -> Result<()> {
    let mut stops = Stops::default();
    let quoted = a_quotation_leads_back(visit).await?;
    marks_and_notes(visit).await?;
    stops.add(visit).await?;
    // From where the page comes makes no difference to the rest.
    if visit.origin == Origin::File {
        words_find_their_sentence(visit, &quoted).await?;
        stops.open_anew(visit).await?;
    }
    visit.session.console_is_silent().await
}

/// The last excerpt of the article with an original: its text. Its link is opened elsewhere, and then here.
async fn a_quotation_leads_back(visit: &Visit<'_>) -> Result<String> {
    let session = visit.session;
    visit.open("#/v1/?outlet=middle-east-eye").await?;
    session.ask::<()>(KEEP_COPY).await?;
    let last = "[...document.querySelectorAll('[data-excerpt]')].at(-1)";
    let text: String =
        session.ask(&format!("return {last}.querySelector('.text').textContent")).await?;
    let (article, span): (String, String) =
        session.ask(&format!("return [{last}.dataset.article, {last}.dataset.span]")).await?;
    session.ask::<()>(&format!("{last}.querySelector('.open').focus()")).await?;
    visit.press("c").await?;
    let copied: String = session.until("a copy", "return window.copied ?? null").await?;
    let link = copied.split_whitespace().last().context("the copy is empty")?;
    ensure!(link.starts_with(&visit.address) && copied.contains(&text), "{copied}");
    for part in ["Middle East Eye", "28 January 2026", "https://www.middleeasteye.net/news/"] {
        ensure!(copied.contains(part), "the copy lacks {part:?}: {copied}");
    }
    ensure!(link.contains(&format!("article={article}&at={span}&text=")), "{link}");

    let here = session.driver.window().await?;
    fresh_window(visit).await?;
    visit.open(link.strip_prefix(&visit.address).unwrap_or_default()).await?;
    visit.shows("the sentence of the link", IN_SIGHT).await?;
    let view = visit.view().await?;
    ensure!(view.lit == [text.clone()], "the link leads to {:?}", view.lit);
    close_window(visit, here).await?;

    session.ask::<()>(&format!("{last}.querySelector('.open').click()")).await?;
    visit.shows("the sentence", IN_SIGHT).await?;
    ensure!(visit.view().await?.lit == [text.clone()], "{:?}", visit.view().await?.lit);
    Ok(text)
}

async fn marks_and_notes(visit: &Visit<'_>) -> Result<()> {
    let session = visit.session;
    let href: String =
        session.ask("return document.querySelector('[data-part=reading] .source a').href").await?;
    ensure!(
        href.starts_with("https://www.middleeasteye.net/") && href.contains("#:~:text="),
        "{href}"
    );
    let n_marks = |kind: &str| {
        format!("document.querySelectorAll('[data-part=reading] mark[data-kind={kind}]').length")
    };
    let kinds = ["place", "person", "organisation", "date"];
    let count = format!("return [{}]", kinds.map(n_marks).join(","));
    let all: Vec<u32> = session.ask(&count).await?;
    ensure!(all.iter().all(|n| *n > 0), "{all:?}");
    for (i, kind) in kinds.iter().enumerate() {
        let switch = format!("[data-part=reading] [data-marks={kind}]");
        session.click(&switch).await?;
        let is_off = format!(
            "document.querySelector('{switch}').ariaPressed === 'false' && {} === 0",
            n_marks(kind)
        );
        visit.shows("the marks to go", &is_off).await?;
        let left: Vec<u32> = session.ask(&count).await?;
        let others = |n: &[u32]| {
            n.iter().enumerate().filter(|(k, _)| *k != i).map(|(_, n)| *n).collect::<Vec<_>>()
        };
        ensure!(others(&left) == others(&all), "without {kind}: {left:?} of {all:?}");
        session.click(&switch).await?;
        visit.shows("the marks to come back", &format!("{} === {}", n_marks(kind), all[i])).await?;
    }
    // A note beside the text shows its place on the map; the article stays.
    visit.click_named("reading", "Quneitra, town in Syria").await?;
    visit.shows("the map to move", "location.hash.includes('map=') && !!document.querySelector('[data-part=map] button[data-place=quneitra]')").await?;
    visit
        .shows(
            "the sentence to stay",
            "document.querySelectorAll('[data-part=reading] .lit').length === 1",
        )
        .await
}

/// Links with numbers alone, and those that were made before the article changed: with numbers that fit no more, of an article that is not here.
async fn words_find_their_sentence(visit: &Visit<'_>, text: &str) -> Result<()> {
    let key = |name: &str| format!("{name}=");
    let address = visit.view().await?.address;
    let value = |name: &str| {
        address
            .split(['?', '&'])
            .find_map(|pair| pair.strip_prefix(&key(name)))
            .unwrap_or_default()
            .to_owned()
    };
    let (article, at, words) = (value("article"), value("at"), value("text"));
    let (start, end) = at.split_once('-').context("no passage in the address")?;
    let (start, end): (i64, i64) = (start.parse()?, end.parse()?);
    let moved = |by: i64| format!("{}-{}", start + by, end + by);
    for fragment in [
        format!("#/v1/?article={article}&at={at}"),
        format!("#/v1/?article={article}&at={}&text={words}", moved(-150)),
        format!("#/v1/?article={article}&at={}&text={words}", moved(100_000)),
        format!("#/v1/?article=000000000000&at={at}&text={words}"),
    ] {
        visit.open(&fragment).await?;
        visit.shows("the sentence", IN_SIGHT).await?;
        let view = visit.view().await?;
        ensure!(view.lit == [text], "{fragment} lights {:?}", view.lit);
        // The address says where it stands now.
        visit.wait_for("at", &[&at]).await?;
    }
    Ok(())
}
