//! Takes the page's pictures in Chromium: `screenshots FOLDER`. `cargo xtask screenshots` builds the page and starts this.
//!
//! One picture per layout and view; the same page gives the same picture on the same machine.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use dateline_tests::browser::{Browser, with};
use dateline_tests::files::{file_address, page, root};
use dateline_tests::page::emulate;

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
                let ready = session.open(&format!("{page}{fragment}")).await?;
                ensure!(ready == "true", "the page says `{ready}` with {fragment:?}");
                // Labels and lines are drawn in the frames after the page is ready.
                tokio::time::sleep(Duration::from_millis(400)).await;
                let file = folder.join(format!("{layout}{view}.png"));
                session.driver.screenshot(&file).await?;
                println!("{}", file.display());
            }
        }
        Ok(())
    })
}
