//! Takes the page's pictures in Chromium: `screenshots FOLDER`. `cargo xtask screenshots` builds the page and starts this.
//!
//! One picture per layout and view, and of the map at six zooms (`map-…`); the same page gives the same picture on the same machine.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use dateline_tests::browser::{Browser, Session, with};
use dateline_tests::files::{file_address, page, root};
use dateline_tests::page::{MAP_VIEWS, emulate};

/// Name, width, height, scheme.
const LAYOUTS: [(&str, u32, u32, &str); 5] = [
    ("desk-light", 1440, 900, "light"),
    ("desk-dark", 1440, 900, "dark"),
    ("tablet-light", 900, 1100, "light"),
    ("phone-light", 390, 844, "light"),
    ("phone-dark", 390, 844, "dark"),
];

fn main() -> Result<()> {
    let folder =
        root().join(std::env::args_os().nth(1).map(PathBuf::from).context("which folder?")?);
    std::fs::create_dir_all(&folder)
        .with_context(|| format!("cannot make {}", folder.display()))?;
    let page = file_address(&page());
    with(Browser::Chromium, async |session| {
        session.open(&page).await?;
        let article: String = session
            .ask("return document.querySelector('[data-excerpt] mark[data-entity=qamishli]')?.closest('[data-excerpt]').dataset.article ?? ''")
            .await?;
        let views = [
            ("", String::new()),
            ("-selected", "#/v1/?place=qamishli".to_owned()),
            ("-reading", format!("#/v1/?article={article}")),
        ];
        for (layout, width, height, scheme) in LAYOUTS {
            emulate(&session.driver, width, height, scheme).await?;
            for (view, fragment) in &views {
                let file = folder.join(format!("{layout}{view}.png"));
                take(session, &format!("{page}{fragment}"), &file).await?;
            }
        }
        let desk_and_phone = LAYOUTS.iter().filter(|layout| !layout.0.starts_with("tablet"));
        for &(layout, width, height, scheme) in desk_and_phone {
            emulate(&session.driver, width, height, scheme).await?;
            for (view, map) in MAP_VIEWS {
                take(
                    session,
                    &format!("{page}#/v1/?map={map}"),
                    &folder.join(format!("map-{layout}-{view}.png")),
                )
                .await?;
            }
        }
        Ok(())
    })
}

/// One picture of one address.
async fn take(session: &Session, address: &str, file: &Path) -> Result<()> {
    let ready = session.open(address).await?;
    ensure!(ready == "true", "the page says `{ready}` with {address}");
    // Labels and lines are drawn in the frames after the page is ready.
    tokio::time::sleep(Duration::from_millis(400)).await;
    session.driver.screenshot(file).await?;
    println!("{}", file.display());
    Ok(())
}
