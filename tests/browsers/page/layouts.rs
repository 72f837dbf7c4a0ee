//! Every layout fits its screen; a picture of each is kept in target/screenshots.

use anyhow::{Result, ensure};
use dateline_tests::browser::{self, Browser, Session};
use dateline_tests::files::{file_address, page, root};
use dateline_tests::page::emulate;

/// Name, width, height, scheme.
const LAYOUTS: [(&str, u32, u32, &str); 8] = [
    ("desk-light", 1440, 900, "light"),
    ("desk-dark", 1440, 900, "dark"),
    ("tablet-light", 900, 1100, "light"),
    ("phone-light", 390, 844, "light"),
    ("phone-dark", 390, 844, "dark"),
    ("phone-small", 320, 568, "light"),
    ("narrow", 200, 600, "light"),
    ("tiny", 200, 200, "light"),
];

const VIEWS: [(&str, &str); 3] = [
    ("", ""),
    ("-selected", "#/v1/?place=qamishli"),
    ("-area", "#/v1/?place=qamishli&box=30/30/50/40&nosuch=1"),
];

async fn keep(session: &Session, name: &str) -> Result<()> {
    let folder = root().join("target").join("screenshots");
    std::fs::create_dir_all(&folder)?;
    session
        .driver
        .screenshot(&folder.join(format!("{}-{name}.png", session.browser.name())))
        .await?;
    Ok(())
}

/// What sticks out at a side, but for what is cut off there on purpose.
const BEYOND: &str = "
    const width = document.documentElement.clientWidth;
    return [...document.querySelectorAll('#app *')].filter((element) => {
        const { left, right, height } = element.getBoundingClientRect();
        return height > 0 && (left < -1 || right > width + 1)
            && !element.closest('.view, .off-view, .beyond-sight, svg');
    }).map((element) => `${element.tagName} ${element.className}`)";

async fn fits(session: &Session, name: &str) -> Result<()> {
    let (wide, room): (u32, u32) = session
        .ask("return [document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        .await?;
    ensure!(wide <= room, "{name}: the page is {wide} wide on a screen of {room}");
    let beyond: Vec<String> = session.ask(BEYOND).await?;
    ensure!(beyond.is_empty(), "{name}: beyond the side of the screen are {beyond:?}");
    let map: f64 = session
        .ask(
            "return document.querySelector('[data-part=map] .view').getBoundingClientRect().height",
        )
        .await?;
    ensure!(map >= 120.0, "{name}: the map is {map} high");
    Ok(())
}

#[test]
fn chromium() {
    let done = browser::with(Browser::Chromium, async |session| -> Result<()> {
        for (name, width, height, scheme) in LAYOUTS {
            emulate(&session.driver, width, height, scheme).await?;
            for (view, fragment) in VIEWS {
                let ready = session.open(&format!("{}{fragment}", file_address(&page()))).await?;
                ensure!(ready == "true", "{name}: the page says `{ready}`");
                tokio::time::sleep(std::time::Duration::from_millis(300)).await;
                keep(session, &format!("{name}{view}")).await?;
                fits(session, name).await?;
            }
        }
        Ok(())
    });
    done.unwrap_or_else(|error| panic!("{error:#}"));
}

#[test]
fn firefox() {
    let done = browser::with(Browser::Firefox, async |session| -> Result<()> {
        // Firefox has no narrower window; the phone is Chromium's.
        for (name, width, height) in
            [("desk", 1440, 900), ("tablet", 900, 1100), ("narrow", 500, 844)]
        {
            session.driver.set_window_rect(0, 0, width, height).await?;
            let ready = session.open(&file_address(&page())).await?;
            ensure!(ready == "true", "{name}: the page says `{ready}`");
            tokio::time::sleep(std::time::Duration::from_millis(300)).await;
            keep(session, name).await?;
            fits(session, name).await?;
        }
        Ok(())
    });
    done.unwrap_or_else(|error| panic!("{error:#}"));
}

/// The tools of an excerpt lie on the text of none, and stand in one line where they are always seen.
const TOOLS: &str = "
    const texts = [...document.querySelectorAll('blockquote .text')].flatMap((text) => [...text.getClientRects()]);
    const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
    return [...document.querySelectorAll('.does')].slice(0, 20).flatMap((does) => {
        const buttons = [...does.querySelectorAll('button')].map((button) => button.getBoundingClientRect());
        const found = [];
        if (buttons.some((button) => texts.some((text) => meet(button, text)))) found.push('covered');
        if (innerWidth < 600 && buttons.some((button) => Math.abs(button.top - buttons[0].top) > 4)) found.push('broken');
        if (buttons.some((button) => button.height < 24)) found.push('small');
        return found.map((what) => `${what}: ${does.closest('blockquote').textContent}`);
    });";

/// How wide the search is as a share of the screen, how many places are seen, and whether their list scrolls by itself.
const FILTERS: &str = "
    const list = document.querySelector('[data-facet=place] ul');
    const search = document.querySelector('.search').getBoundingClientRect();
    return [search.width / innerWidth, [...list.children].filter((row) => row.getClientRects().length > 0).length, list.scrollHeight > list.clientHeight + 1]";

#[test]
fn parts_have_room() {
    let done = browser::with(Browser::Chromium, async |session| -> Result<()> {
        for (width, height) in [(1440, 900), (390, 844), (320, 568)] {
            emulate(&session.driver, width, height, "light").await?;
            let touch = serde_json::json!({ "enabled": width < 600 });
            session.driver.cdp().send_raw("Emulation.setTouchEmulationEnabled", touch).await?;
            session.open(&file_address(&page())).await?;
            let found: Vec<String> = session.ask(TOOLS).await?;
            ensure!(found.is_empty(), "{width}: {found:#?}");
            if width > 600 {
                continue;
            }
            session.click(".tabs button:nth-child(3)").await?;
            let (search, n_before, _): (f64, u32, bool) = session.ask(FILTERS).await?;
            ensure!(search > 0.85, "{width}: the search takes {search} of the width");
            session.click("[data-facet=place] .more").await?;
            session
                .until::<bool>("all places", "return document.querySelector('.brief') === null")
                .await?;
            let (_, n_after, scrolls): (f64, u32, bool) = session.ask(FILTERS).await?;
            ensure!(n_before == 12 && n_after > 20, "{width}: {n_before}, then {n_after} places");
            ensure!(!scrolls, "{width}: the list of places scrolls within the page");
            // The same button takes the rows back, and keeps the keyboard.
            let is_held = "return document.activeElement.matches('[data-facet=place] .more')";
            ensure!(session.ask::<bool>(is_held).await?, "{width}: the keyboard is lost");
            session.click("[data-facet=place] .more").await?;
            session
                .until::<bool>("fewer", "return document.querySelector('.brief') !== null")
                .await?;
        }
        Ok(())
    });
    done.unwrap_or_else(|error| panic!("{error:#}"));
}
