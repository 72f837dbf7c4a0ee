//! The column: its lists, the keys that go through them, and the panel of a name.

use anyhow::{Result, ensure};
use dateline_tests::browser::Browser;
use thirtyfour::Key;

use super::{Origin, Visit, check};

#[test]
fn in_chromium() {
    check(Browser::Chromium, Origin::File, the_column);
}
#[test]
fn in_firefox() {
    check(Browser::Firefox, Origin::File, the_column);
}

async fn the_column(visit: &Visit<'_>) -> Result<()> {
    keys_go_through_the_excerpts(visit).await?;
    an_order_is_chosen_and_taken_back(visit).await?;
    a_line_opens_its_sentence(visit).await?;
    a_panel_opens_and_closes(visit).await
}

/// The number of the excerpt or line on which the keyboard is, from 0.
const AT: &str = "[...document.querySelectorAll('[data-excerpt], [data-line]')].findIndex((e) => e.contains(document.activeElement))";

async fn keys_go_through_the_excerpts(visit: &Visit<'_>) -> Result<()> {
    let session = visit.session;
    visit.open("").await?;
    for (key, expected) in [("j", 0), ("j", 1), ("j", 2), ("k", 1)] {
        visit.press(key).await?;
        session.until::<bool>("the keys to move", &format!("return {AT} === {expected}")).await?;
    }
    visit.press(Key::Down).await?;
    session.until::<bool>("the arrow to move", &format!("return {AT} === 2")).await?;
    let n_around = "return document.querySelectorAll('[data-excerpt] .around').length === 2";
    visit.press("x").await?;
    session.until::<bool>("the sentences around it", n_around).await?;
    visit.press("c").await?;
    let told = "return document.querySelector('[data-notice]') !== null";
    session.until::<bool>("word of the copy", told).await?;
    visit.press(Key::Enter).await?;
    let opened = "return document.querySelector('[data-part=reading] .lit') !== null";
    session.until::<bool>("the sentence in its article", opened).await?;
    visit.press(Key::Escape).await?;
    session.until::<bool>("the keyboard to come back", &format!("return {AT} === 2")).await?;
    Ok(())
}

async fn an_order_is_chosen_and_taken_back(visit: &Visit<'_>) -> Result<()> {
    let session = visit.session;
    visit.open("").await?;
    let choose = "const orders = document.querySelector('[data-does=order]');
        orders.selectedIndex = 1;
        orders.dispatchEvent(new Event('change', { bubbles: true }));
        return orders.selectedOptions[0].value";
    let chosen: String = session.ask(choose).await?;
    ensure!(chosen == "by place", "the second order is {chosen}");
    let by_place = "return location.hash.endsWith('by=place') && document.querySelector('[data-group=place]') !== null";
    session.until::<bool>("groups by place", by_place).await?;
    session.driver.back().await?;
    let by_article = "return document.querySelector('[data-group=article]') !== null && document.querySelector('[data-does=order]').value === 'by article'";
    session.until::<bool>("groups by article", by_article).await?;
    Ok(())
}

async fn a_line_opens_its_sentence(visit: &Visit<'_>) -> Result<()> {
    let session = visit.session;
    visit.open("#/v1/?q=military&view=concordance&sort=right").await?;
    visit.press("j").await?;
    session.until::<bool>("the first line", &format!("return {AT} === 0")).await?;
    visit.press(Key::Enter).await?;
    let opened = "return document.querySelector('[data-part=reading] .lit')?.textContent.includes('military') ?? false";
    session.until::<bool>("the sentence of the line", opened).await?;
    Ok(())
}

async fn a_panel_opens_and_closes(visit: &Visit<'_>) -> Result<()> {
    let session = visit.session;
    visit.open("#/v1/?place=qamishli").await?;
    session.ask::<()>("document.querySelector('[data-does=look-at]').click()").await?;
    let opened = "return document.querySelector('[data-part=entity][data-entity=qamishli]') !== null && document.activeElement.id === 'entity-title'";
    session.until::<bool>("the panel", opened).await?;
    visit.press(Key::Escape).await?;
    let closed = "return document.querySelector('[data-part=entity]') === null && !location.hash.includes('of=')";
    session.until::<bool>("the panel to close", closed).await?;
    Ok(())
}
