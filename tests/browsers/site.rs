//! The hosted form (dist/site): it opens over http, breaks no policy, and opens again without a network.

use anyhow::{Result, ensure};
use dateline_tests::browser::{self, Browser, Session};
use dateline_tests::files;
use dateline_tests::server::Server;

fn check(browser: Browser) {
    let folder = files::dist().join("site");
    assert!(
        folder.join("index.html").is_file(),
        "dist/site is missing; `trunk build --release` makes it"
    );
    let done = browser::with(browser, async |session| -> Result<()> {
        let server = Server::start(&folder)?;
        let address = server.address_of("");
        ensure!(session.open(&address).await? == "true", "the site does not start");
        let n_markers: u32 = session
            .ask("return document.querySelectorAll('[data-part=map] button[data-place]').length")
            .await?;
        ensure!(n_markers >= 4, "the map has {n_markers} markers");
        adds(session).await?;
        session.console_is_silent().await?;
        let trapped = session.trapped();
        ensure!(trapped.is_empty(), "these wanted to leave the machine: {trapped:?}");

        session
            .until::<bool>(
                "the offline copy",
                "return navigator.serviceWorker.ready.then((worker) => worker.active?.state === 'activated')",
            )
            .await?;
        server.close();
        ensure!(
            session.open(&address).await? == "true",
            "the site does not open without its server"
        );
        adds(session).await?;
        Ok(())
    });
    done.unwrap_or_else(|error| panic!("{}: {error:#}", browser.name()));
}

/// The worker wakes, from the parts beside the page.
async fn adds(session: &Session) -> Result<()> {
    let text = "A road is closed\n\nThe road to Nairobi was closed on Monday, its drivers said.\n";
    let told = session.drop_files(&[("a.txt", text)]).await?;
    ensure!(told.len() == 1 && told[0].starts_with("Added 1 article"), "{told:?}");
    Ok(())
}

#[test]
fn chromium() {
    check(Browser::Chromium);
}

#[test]
fn firefox() {
    check(Browser::Firefox);
}
