//! Correcting from the keyboard: it stays in the panel that corrects, Escape closes one panel at a time, and history keeps what no link carries.

use anyhow::{Result, ensure};
use dateline_tests::browser::Browser;
use thirtyfour::Key;

use super::{Origin, Visit, check};

#[test]
fn in_chromium() {
    check(Browser::Chromium, Origin::File, corrects);
}
#[test]
fn in_firefox() {
    check(Browser::Firefox, Origin::File, corrects);
}

async fn corrects(visit: &Visit<'_>) -> Result<()> {
    a_mark_is_corrected_and_closed_step_by_step(visit).await?;
    history_keeps_a_long_list(visit).await
}

impl Visit<'_> {
    /// Puts the keyboard on the first element that a script finds, and presses Enter.
    async fn enter(&self, element: &str) -> Result<()> {
        let script =
            format!("const it = {element}; it?.focus(); return document.activeElement === it");
        ensure!(self.session.ask::<bool>(&script).await?, "the keyboard cannot go to {element}");
        self.press(Key::Enter).await
    }

    /// Presses Escape; these parts are open then, and the keyboard is where the script says.
    async fn escape_leaves(&self, parts: &str, keyboard: &str) -> Result<()> {
        self.press(Key::Escape).await?;
        let script = format!(
            "const open = ['reading', 'why', 'fixes'].filter((part) => document.querySelector(`[data-part=${{part}}]`));
            return open.join() === '{parts}' && {keyboard}"
        );
        self.session.until::<bool>(&format!("{parts:?} to be left"), &script).await?;
        // One press closes one panel, and nothing more a moment later.
        ensure!(self.session.ask::<bool>(&script).await?, "more than one panel closes");
        Ok(())
    }
}

const WHY_TITLE: &str = "return document.activeElement.id === 'why-title'";

async fn a_mark_is_corrected_and_closed_step_by_step(visit: &Visit<'_>) -> Result<()> {
    let session = visit.session;
    visit.open("").await?;
    visit.enter("document.querySelector('[data-excerpt] .open')").await?;
    let opened = "return document.querySelector('[data-part=reading] mark[data-at]') !== null";
    session.until::<bool>("the article", opened).await?;
    visit.enter("document.querySelector('[data-part=reading] mark[data-kind=place]')").await?;
    session.until::<bool>("the answer", WHY_TITLE).await?;
    visit
        .enter("[...document.querySelectorAll('.why .choices button')].find((b) => b.textContent.endsWith('names nothing here'))")
        .await?;
    let corrected = "return document.querySelector('.why [data-fix]') !== null && document.activeElement.id === 'why-title'";
    session.until::<bool>("the keyboard to stay", corrected).await?;

    visit.enter("[...document.querySelectorAll('.why button')].at(-1)").await?;
    let listed = "return document.querySelectorAll('[data-part=fixes] [data-fix]').length === 1";
    session.until::<bool>("the list", listed).await?;
    visit.enter("document.querySelector('[data-part=fixes] [data-fix] button')").await?;
    let undone = "return document.querySelector('[data-part=fixes] [data-fix]') === null && document.activeElement.id === 'fixes-title'";
    session.until::<bool>("the keyboard to stay in the list", undone).await?;

    visit.escape_leaves("reading,why", "document.activeElement.id === 'why-title'").await?;
    let in_article = "document.activeElement.closest('[data-part=reading]') !== null";
    visit.escape_leaves("reading", in_article).await?;
    visit.escape_leaves("", "true").await
}

async fn history_keeps_a_long_list(visit: &Visit<'_>) -> Result<()> {
    let session = visit.session;
    visit.open("").await?;
    session.ask::<()>("document.querySelector('.about-open').click()").await?;
    session
        .until::<bool>("the panel", "return document.querySelector('[data-part=about]') !== null")
        .await?;
    session
        .ask::<()>("[...document.querySelectorAll('[data-part=about] button')].find((b) => b.textContent === 'Show the corrections').click()")
        .await?;
    // A file of many corrections, as the chooser would hand it over.
    let read = "const input = document.querySelector('[data-part=fixes] input[type=file]');
        if (!input) return false;
        const lines = Array.from({ length: 40 }, (_, i) => `place/gn${i}/name/${'Name '.repeat(12)}${i}`);
        const files = new DataTransfer();
        files.items.add(new File([lines.join('\\n')], 'fixes.txt', { type: 'text/plain' }));
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
        return true";
    session.until::<bool>("the list", read).await?;
    let long = "return location.hash.includes('fix=40-') && document.querySelectorAll('[data-fix]').length === 40";
    session.until::<bool>("the corrections", long).await?;
    session.driver.back().await?;
    let none = "return !location.hash.includes('fix=') && document.querySelectorAll('[data-fix]').length === 0";
    session.until::<bool>("the step before", none).await?;
    session.driver.forward().await?;
    session.until::<bool>("the step behind", long).await?;
    Ok(())
}
