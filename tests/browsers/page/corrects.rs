//! Corrections: made by mouse and by keyboard, shown at once everywhere, undone, saved, read, and carried by the address.

use anyhow::{Context as _, Result, ensure};
use dateline_tests::browser::Browser;
use dateline_tests::files::root;
use thirtyfour::{By, Key};

use super::walk::Stops;
use super::{Origin, Visit, check};

#[test]
fn in_chromium() {
    check(Browser::Chromium, Origin::File, corrected);
}
#[test]
fn in_firefox() {
    check(Browser::Firefox, Origin::Http, corrected);
}

/// Keeps what would be downloaded: its name and its text.
const CATCH: &str = "
    const make = URL.createObjectURL;
    let last;
    URL.createObjectURL = (blob) => { last = blob; return make.call(URL, blob); };
    HTMLAnchorElement.prototype.click = async function () { window.caught = [this.download, await last.text()]; };";

const WASHINGTON: &str = "[data-part=reading] mark[data-entity=washington]";

async fn corrected(visit: &Visit<'_>) -> Result<()> {
    visit.open("").await?;
    let whole = visit.view().await?;
    let script = "return document.querySelector('[data-excerpt] mark[data-entity=washington]').closest('[data-excerpt]').dataset.article";
    let article: String = visit.session.ask(script).await?;
    visit.open(&format!("#/v1/?article={article}")).await?;
    let mut stops = Stops::default();
    another_town_is_meant(visit).await?;
    stops.add(visit).await?;
    a_name_names_nothing(visit).await?;
    stops.add(visit).await?;
    steps_are_undone_and_redone(visit).await?;

    let now = visit.view().await?;
    visit.session.driver.refresh().await?;
    visit.session.ready().await?;
    ensure!(visit.view().await? == now, "reload shows something else");
    stops.open_anew(visit).await?;
    all_are_saved_undone_and_read(visit, &whole.counts).await
}

impl Visit<'_> {
    /// Articles that the facet of places counts for a place; none when it is not listed.
    async fn counted(&self, place: &str) -> Result<Option<u32>> {
        let script = "const row = document.querySelector(`[data-facet=place] [data-value='${arguments[0]}']`);
            return row && Number(row.dataset.count)";
        self.session.ask_with(script, vec![place.into()]).await
    }

    async fn n_fixes(&self, n: usize) -> Result<()> {
        let script = format!(
            "new URLSearchParams(location.hash.split('?')[1] ?? '').getAll('fix').length === {n}"
        );
        self.shows(&format!("{n} corrections in the address"), &script).await
    }
}

/// By mouse: the question, a candidate, and the map.
async fn another_town_is_meant(visit: &Visit<'_>) -> Result<()> {
    let session = visit.session;
    let at: String =
        session.ask(&format!("return document.querySelector('{WASHINGTON}').dataset.at")).await?;
    session.click(WASHINGTON).await?;
    let is_asked = "document.activeElement.id === 'why-title' && document.activeElement.textContent.includes('“Washington”')";
    visit.shows("the answer", is_asked).await?;
    session.click("[data-candidate] button[aria-label^='Only here: Washington, town in']").await?;
    let is_changed = format!(
        "document.querySelector('[data-part=reading] mark[data-at=\"{at}\"]').dataset.entity !== 'washington'"
    );
    visit.shows("another town", &is_changed).await?;
    let town: String = session.ask(&format!("return document.querySelector('[data-part=reading] mark[data-at=\"{at}\"]').dataset.entity")).await?;
    let fixes = visit.values("fix").await?;
    ensure!(
        fixes.len() == 1 && fixes[0].ends_with(&format!("/Washington/is/place/{town}")),
        "{fixes:?}"
    );
    let counted = (visit.counted("washington").await?, visit.counted(&town).await?);
    ensure!(counted == (None, Some(1)), "{counted:?}");
    let n_fixes: u32 = session
        .ask("return document.querySelectorAll('[data-part=why] [data-fix]').length")
        .await?;
    ensure!(n_fixes == 1, "the answer names {n_fixes} corrections");
    visit.click_named("why", "Show on the map").await?;
    let marker = format!(
        "document.querySelector('[data-part=map] button[data-place={town}]')?.dataset.excerpts === '1'"
    );
    visit.shows("its marker", &marker).await?;
    // The address follows the map a little later; the steps below must not meet it half way.
    visit.shows("the map in the address", "location.hash.includes('map=')").await?;
    visit.press(Key::Escape).await?;
    let is_back = format!(
        "!document.querySelector('[data-part=why]') && document.activeElement.matches('mark[data-at=\"{at}\"]')"
    );
    visit.shows("the keyboard to come back to the mark", &is_back).await
}

/// By keyboard, from the mark that was asked before.
async fn a_name_names_nothing(visit: &Visit<'_>) -> Result<()> {
    let before = visit.counted("tartous").await?.context("Tartous is counted")?;
    visit.tab_to("[data-part=reading] mark[data-entity=tartous]", true).await?;
    visit.press(Key::Enter).await?;
    visit.shows("the answer", "document.activeElement.id === 'why-title'").await?;
    visit
        .tab_to("[data-part=why] button[aria-label='“Tartous” names nothing here']", false)
        .await?;
    visit.press(Key::Enter).await?;
    visit.n_fixes(2).await?;
    visit
        .shows(
            "the mark to go",
            "!document.querySelector('[data-part=reading] mark[data-entity=tartous]')",
        )
        .await?;
    ensure!(
        visit.counted("tartous").await? == Some(before - 1),
        "{:?} of {before}",
        visit.counted("tartous").await?
    );
    visit.click_named("why", "Close").await?;
    visit.shows("the answer to close", "!document.querySelector('[data-part=why]')").await
}

async fn steps_are_undone_and_redone(visit: &Visit<'_>) -> Result<()> {
    let both = visit.view().await?;
    let n_here = visit.counted("tartous").await?;
    visit.session.driver.back().await?;
    visit.n_fixes(1).await?;
    visit
        .shows(
            "the mark",
            "!!document.querySelector('[data-part=reading] mark[data-entity=tartous]')",
        )
        .await?;
    ensure!(visit.counted("tartous").await? > n_here, "back undoes nothing");
    visit.session.driver.forward().await?;
    visit.n_fixes(2).await?;
    visit
        .shows(
            "no mark",
            "!document.querySelector('[data-part=reading] mark[data-entity=tartous]')",
        )
        .await?;
    ensure!(visit.view().await? == both, "forward does not redo it");
    Ok(())
}

async fn all_are_saved_undone_and_read(visit: &Visit<'_>, whole: &[u32; 3]) -> Result<()> {
    let session = visit.session;
    let fixes = visit.values("fix").await?;
    let corrected = visit.view().await?;
    visit.click_named("counts", "2 corrections").await?;
    let n_listed = |n: usize| {
        format!("document.querySelectorAll('[data-part=fixes] [data-fix]').length === {n}")
    };
    visit.shows("both in the list", &n_listed(2)).await?;

    session.ask::<()>(CATCH).await?;
    session.click("[data-save-fixes]").await?;
    let (name, text): (String, String) =
        session.until("a file", "return window.caught ?? null").await?;
    ensure!(name == "dateline-corrections.txt", "{name}");
    let lines: Vec<&str> = text.lines().collect();
    ensure!(lines.len() == 3 && lines[0].starts_with('#') && lines[1..] == fixes, "{text}");

    for n in [1, 0] {
        session.click("[data-part=fixes] [data-fix] button").await?;
        visit.shows("one less", &n_listed(n)).await?;
        visit.n_fixes(n).await?;
    }
    ensure!(visit.view().await?.counts == *whole, "without corrections the counts are others");

    let folder = root().join("target").join("tests");
    std::fs::create_dir_all(&folder)?;
    let file = folder.join(format!("fixes-{}-{:?}.txt", session.browser.name(), visit.origin));
    std::fs::write(&file, format!("{text}nonsense\n"))?;
    let input = session.driver.find(By::Css("[data-part=fixes] input[type=file]")).await?;
    input.send_keys(file.display().to_string()).await?;
    let told = session.told().await?;
    let expected = "2 corrections were read; 1 line is no correction (the first is line 4).";
    ensure!(told == [expected], "{told:?}");
    visit.shows("both again", &n_listed(2)).await?;
    visit.n_fixes(2).await?;
    ensure!(
        visit.view().await? == corrected,
        "a file that was saved does not bring back what it holds"
    );
    visit.press(Key::Escape).await?;
    visit.shows("the list to close", "!document.querySelector('[data-part=fixes]')").await?;
    session.console_is_silent().await
}
