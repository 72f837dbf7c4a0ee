//! The page on a phone, by taps: filters, map, excerpts, time, reading, and back.

use anyhow::{Context as _, Result, ensure};
use dateline_tests::browser::Browser;
use dateline_tests::page::emulate;
use serde_json::json;

use super::walk::Stops;
use super::{Origin, Visit, check};

#[test]
fn in_chromium() {
    check(Browser::Chromium, Origin::File, async |visit: &Visit<'_>| {
        let driver = &visit.session.driver;
        emulate(driver, 390, 844, "light").await?;
        let touch = json!({ "enabled": true, "maxTouchPoints": 1 });
        driver.cdp().send_raw("Emulation.setTouchEmulationEnabled", touch).await?;
        on_a_phone(visit).await
    });
}
/// Firefox has no narrower window, and no taps.
#[test]
fn in_firefox() {
    check(Browser::Firefox, Origin::File, async |visit: &Visit<'_>| {
        visit.session.driver.set_window_rect(0, 0, 500, 844).await?;
        on_a_phone(visit).await
    });
}

impl Visit<'_> {
    /// Taps the first element that a selector finds.
    async fn tap(&self, selector: &str) -> Result<()> {
        let session = self.session;
        if session.browser == Browser::Firefox {
            return session.click(selector).await;
        }
        let script = "
            const at = document.querySelector(arguments[0]);
            at?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
            const box = at?.getBoundingClientRect();
            if (!box?.width) return null;
            const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
            return at.contains(document.elementFromPoint(x, y)) ? [x, y] : null";
        let at: Option<[f64; 2]> = session.ask_with(script, vec![selector.into()]).await?;
        let [x, y] = at.with_context(|| format!("{selector} cannot be touched"))?;
        for (kind, points) in [("touchStart", json!([{ "x": x, "y": y }])), ("touchEnd", json!([]))]
        {
            let event = json!({ "type": kind, "touchPoints": points });
            session.driver.cdp().send_raw("Input.dispatchTouchEvent", event).await?;
        }
        Ok(())
    }

    /// Taps a tab: of the four parts just these can be seen then, and the page is no wider than the screen.
    async fn tab(&self, nth: u32, parts: &[&str]) -> Result<()> {
        self.tap(&format!(".tabs button:nth-child({nth})")).await?;
        let seen = format!(
            "document.querySelector('.tabs button:nth-child({nth})').ariaCurrent === 'true'
                && JSON.stringify(['facets', 'map', 'timeline', 'excerpts'].filter((part) => {{
                    const box = document.querySelector(`[data-part=${{part}}]`).getBoundingClientRect();
                    return box.width > 0 && box.height > 0;
                }})) === '{}'
                && document.documentElement.scrollWidth <= document.documentElement.clientWidth",
            serde_json::to_string(parts)?
        );
        self.shows(&format!("{parts:?} alone"), &seen).await
    }
}

const MAP: u32 = 1;
const EXCERPTS: u32 = 2;
const FILTERS: u32 = 3;
const TIME: u32 = 4;

async fn on_a_phone(visit: &Visit<'_>) -> Result<()> {
    let mut stops = Stops::default();
    visit.open("").await?;
    visit.tab(FILTERS, &["facets"]).await?;
    visit.tap("[data-facet=place] [data-value=tartous]").await?;
    visit.wait_for("place", &["tartous"]).await?;

    visit.tab(MAP, &["map", "excerpts"]).await?;
    let is_seen = "(() => {
        const [inner, outer] = ['[data-part=map] button[data-place=tartous]', '[data-part=map]'].map((at) => document.querySelector(at)?.getBoundingClientRect());
        return !!inner && inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;
    })()";
    visit.shows("Tartous on the map", is_seen).await?;
    visit.shown().await?.agrees()?;
    stops.add(visit).await?;

    visit.tab(EXCERPTS, &["excerpts"]).await?;
    let listed = visit.view().await?;
    visit.tap("[data-excerpt] .open").await?;
    let is_read = "(() => {
        const [lit, bar] = ['.lit', 'button'].map((at) => document.querySelector(`[data-part=reading] ${at}`)?.getBoundingClientRect());
        return !!lit && !!bar && bar.top >= 0 && lit.top >= 0 && lit.bottom <= innerHeight && lit.right <= innerWidth;
    })()";
    visit.shows("the sentence in its article", is_read).await?;
    stops.add(visit).await?;
    visit.session.driver.back().await?;
    visit.shows("the excerpts again", "!document.querySelector('[data-part=reading]')").await?;
    ensure!(visit.view().await? == listed, "back leads elsewhere");
    visit.tap("[data-excerpt] .open").await?;
    visit.shows("the article again", is_read).await?;
    visit.tap("[data-part=reading] button").await?;
    visit.shows("the article to close", "!document.querySelector('[data-part=reading]')").await?;

    visit.tab(TIME, &["map", "timeline"]).await?;
    visit.tap("[data-part=timeline] [aria-label=Mentioned] [data-bar]").await?;
    visit.shows("a year in the address", "location.hash.includes('on=')").await?;
    stops.add(visit).await?;
    visit.tab(MAP, &["map", "excerpts"]).await?;
    visit.tap("[data-part=counts] .clear").await?;
    visit.wait_for("place", &[]).await?;
    visit.tap("[data-part=map] button[data-place=qamishli]").await?;
    visit.wait_for("place", &["qamishli"]).await?;
    visit.shown().await?.agrees()?;
    visit.session.console_is_silent().await?;
    stops.open_anew(visit).await
}
