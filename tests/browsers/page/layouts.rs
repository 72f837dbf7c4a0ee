//! Every layout fits its screen; a picture of each is kept in target/screenshots.

use anyhow::{Result, ensure};
use dateline_tests::browser::{self, Browser, Session};
use dateline_tests::files::{file_address, page, root};
use dateline_tests::page::emulate;

/// Name, width, height, scheme.
const LAYOUTS: [(&str, u32, u32, &str); 6] = [
    ("desk-light", 1440, 900, "light"),
    ("desk-dark", 1440, 900, "dark"),
    ("tablet-light", 900, 1100, "light"),
    ("phone-light", 390, 844, "light"),
    ("phone-dark", 390, 844, "dark"),
    ("phone-small", 320, 568, "light"),
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

async fn fits(session: &Session, name: &str) -> Result<()> {
    let (wide, room): (u32, u32) = session
        .ask("return [document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        .await?;
    ensure!(wide <= room, "{name}: the page is {wide} wide on a screen of {room}");
    Ok(())
}

#[test]
fn chromium() {
    let done = browser::with(Browser::Chromium, async |session| -> Result<()> {
        for (name, width, height, scheme) in LAYOUTS {
            emulate(&session.driver, width, height, scheme).await?;
            for (view, fragment) in [("", ""), ("-selected", "#/v1/?place=qamishli")] {
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
