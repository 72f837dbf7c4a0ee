//! The column: its lists, the keys that go through them, and the panel of a name.

use std::cmp::Reverse;

use anyhow::{Result, ensure};
use dateline_tests::browser::Browser;
use thirtyfour::Key;

use super::walk::Stops;
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
    let mut stops = Stops::default();
    keys_go_through_the_excerpts(visit).await?;
    orders_are_chosen_and_taken_back(visit, &mut stops).await?;
    statements_are_listed(visit, &mut stops).await?;
    lines_stand_by_their_neighbours(visit, &mut stops).await?;
    panels_open_and_close(visit, &mut stops).await?;
    stops.open_anew(visit).await
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

impl Visit<'_> {
    /// Chooses an order of the column by its name.
    async fn order(&self, name: &str) -> Result<()> {
        let choose = "const orders = document.querySelector('[data-does=order]');
            orders.value = arguments[0];
            orders.dispatchEvent(new Event('change', { bubbles: true }));
            return orders.value";
        let chosen: String = self.session.ask_with(choose, vec![name.into()]).await?;
        ensure!(chosen == name, "there is no order {name}");
        Ok(())
    }
}

async fn orders_are_chosen_and_taken_back(visit: &Visit<'_>, stops: &mut Stops) -> Result<()> {
    visit.open("#/v1/?outlet=middle-east-eye").await?;
    let whole = visit.view().await?;
    let has_groups = |kind: &str| {
        format!(
            "[...document.querySelectorAll('[data-group]')].every((e) => e.dataset.group === '{kind}') && document.querySelector('[data-group]') !== null"
        )
    };
    for (name, by, kind) in [
        ("by place", "place", "place"),
        ("by date mentioned", "date", "on"),
        ("by speaker", "speaker", "said"),
    ] {
        visit.order(name).await?;
        visit.wait_for("by", &[by]).await?;
        visit.shows(name, &has_groups(kind)).await?;
        let view = visit.view().await?;
        ensure!(view.counts == whole.counts && view.rows[0] > 1, "{name}: {view:?}");
        ensure!(view.rows[1] >= whole.rows[1], "{name} lists {} excerpts", view.rows[1]);
        stops.add(visit).await?;
    }
    for (name, kind) in
        [("by date mentioned", "on"), ("by place", "place"), ("by article", "article")]
    {
        visit.session.driver.back().await?;
        visit.shows("groups of before", &has_groups(kind)).await?;
        let is_told = format!("document.querySelector('[data-does=order]').value === '{name}'");
        visit.shows(name, &is_told).await?;
    }
    Ok(())
}

async fn statements_are_listed(visit: &Visit<'_>, stops: &mut Stops) -> Result<()> {
    visit.open("#/v1/?said=vladimir-putin").await?;
    visit.click_named("excerpts", "Statements").await?;
    visit.wait_for("view", &["statements"]).await?;
    visit.shows("statements", "document.querySelectorAll('[data-statement]').length > 1 && !document.querySelector('[data-excerpt]')").await?;
    stops.add(visit).await?;
    let first: String = visit
        .session
        .ask("return document.querySelector('[data-statement] .text').textContent")
        .await?;
    visit.session.click("[data-statement] .open").await?;
    let words = "document.querySelector('[data-part=reading] .lit')?.textContent";
    visit.shows("it in its article", &format!("!!{words}")).await?;
    let lit: Vec<String> = visit.view().await?.lit;
    ensure!(
        lit.concat().contains(first.split('.').next().unwrap_or("?").trim()),
        "{first:?} leads to {lit:?}"
    );
    stops.add(visit).await?;
    visit.press(Key::Escape).await?;
    visit.click_named("excerpts", "Excerpts").await?;
    visit.wait_for("view", &[]).await
}

/// The word before and the word after the middle of each line.
const NEIGHBOURS: &str = "
    const words = (text) => text.toLowerCase().match(/[a-z]+/g) ?? [''];
    return [...document.querySelectorAll('[data-line]')].map((line) => [
        words(line.querySelector('.left').textContent).at(-1),
        words(line.querySelector('b').nextSibling.textContent)[0],
    ])";

async fn lines_stand_by_their_neighbours(visit: &Visit<'_>, stops: &mut Stops) -> Result<()> {
    let session = visit.session;
    visit.open("#/v1/?q=military").await?;
    visit.click_named("excerpts", "Concordance").await?;
    visit.wait_for("view", &["concordance"]).await?;
    let in_text: Vec<[String; 2]> = session.ask(NEIGHBOURS).await?;
    ensure!(in_text.len() > 5, "{in_text:?}");
    for (side, name, sort) in [(0, "by the word before", "left"), (1, "by the word after", "right")]
    {
        visit.order(name).await?;
        visit.wait_for("sort", &[sort]).await?;
        let lines: Vec<[String; 2]> = session.ask(NEIGHBOURS).await?;
        // The same neighbours stand together, the most frequent first, and those of equal frequency by their letters.
        let runs = lines.chunk_by(|a, b| a[side] == b[side]);
        let runs = runs.map(|run| (Reverse(run.len()), &run[0][side]));
        ensure!(runs.is_sorted(), "{name}: {lines:?}");
        ensure!(lines.len() == in_text.len() && lines != in_text, "{name}: {lines:?}");
        stops.add(visit).await?;
    }
    // By keyboard, and by a click.
    let opened = "document.querySelector('[data-part=reading] .lit')?.textContent.includes('military') ?? false";
    visit.press("j").await?;
    visit.shows("the first line", &format!("{AT} === 0")).await?;
    visit.press(Key::Enter).await?;
    visit.shows("the sentence of the line", opened).await?;
    visit.press(Key::Escape).await?;
    visit
        .shows(
            "the line again",
            &format!("!document.querySelector('[data-part=reading]') && {AT} === 0"),
        )
        .await?;
    let span: String = session
        .ask("return [...document.querySelectorAll('[data-line]')].at(-1).dataset.span")
        .await?;
    session.click(&format!("[data-line][data-span='{span}']")).await?;
    visit.shows("the sentence of the last line", opened).await?;
    stops.add(visit).await?;
    visit.press(Key::Escape).await
}

async fn panels_open_and_close(visit: &Visit<'_>, stops: &mut Stops) -> Result<()> {
    let session = visit.session;
    for (fragment, id, other) in [
        ("#/v1/?place=qamishli", "qamishli", "person"),
        ("#/v1/?person=vladimir-putin", "vladimir-putin", "place"),
    ] {
        visit.open(fragment).await?;
        let whole = visit.view().await?;
        session.click("[data-does=look-at]").await?;
        let is_open = format!(
            "document.querySelector('[data-part=entity][data-entity={id}]') !== null && document.activeElement.id === 'entity-title'"
        );
        visit.shows("the panel", &is_open).await?;
        ensure!(visit.view().await?.counts == whole.counts, "a panel narrows");
        stops.add(visit).await?;
        // Who stands in the same sentences has a panel too; back leads to the first.
        session.click(&format!("[data-part=entity] [data-kind={other}] button")).await?;
        let is_other =
            format!("document.querySelector('[data-part=entity]').dataset.kind === '{other}'");
        visit.shows("another panel", &is_other).await?;
        stops.add(visit).await?;
        session.driver.back().await?;
        visit.shows("the panel of before", &is_open).await?;
        visit.press(Key::Escape).await?;
        visit
            .shows("the panel to close", "document.querySelector('[data-part=entity]') === null")
            .await?;
        visit.wait_for("of", &[]).await?;
        ensure!(visit.view().await?.counts == whole.counts, "closing a panel changes the set");
    }
    Ok(())
}
