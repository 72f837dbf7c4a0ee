//! The palette, and the keys that stand for themselves: what they do, when they do nothing, and where the keyboard is afterwards.

use anyhow::{Result, ensure};
use dateline_tests::browser::Browser;
use thirtyfour::Key;

use super::walk::Stops;
use super::{Origin, Visit, check};

#[test]
fn in_chromium() {
    check(Browser::Chromium, Origin::File, keys);
}
#[test]
fn in_firefox() {
    check(Browser::Firefox, Origin::Http, keys);
}

async fn keys(visit: &Visit<'_>) -> Result<()> {
    the_palette_gives_the_keyboard_back(visit).await?;
    it_runs_what_is_chosen(visit).await?;
    typing_is_no_command(visit).await?;
    letters_are_listed_and_switched_off(visit).await
}

const ROWS: &str = "[...document.querySelectorAll('[data-part=palette] [role=option]')]";
const SEARCHING: &str = "document.activeElement.matches('input[type=search]')";
const CLOSED: &str = "!document.querySelector('[data-part=palette]')";

impl Visit<'_> {
    /// Opens the palette by its keys and types into it, until the first row begins with a text.
    async fn seek(&self, typed: &str, first: &str) -> Result<()> {
        self.hold(Key::Control, "k").await?;
        let is_open = "document.activeElement.matches('[data-part=palette] [role=combobox]')";
        self.shows("the palette", is_open).await?;
        self.press(typed).await?;
        let is_found = format!(
            "{ROWS}[0]?.textContent.startsWith('{first}') && {ROWS}[0].ariaSelected === 'true'"
        );
        self.shows(first, &is_found).await
    }
}

async fn the_palette_gives_the_keyboard_back(visit: &Visit<'_>) -> Result<()> {
    visit.open("").await?;
    visit.focus(".about-open").await?;
    visit.seek("", "Clear the selection").await?;
    let n_commands: usize = visit.session.ask(&format!("return {ROWS}.length")).await?;
    ensure!(n_commands > 5, "only {n_commands} commands");
    visit.press("qamis").await?;
    let is_less = format!(
        "{ROWS}.length < {n_commands} && {ROWS}[0].textContent.startsWith('Qamishli') && {ROWS}.at(-1).textContent.includes('“qamis”')"
    );
    visit.shows("fewer rows", &is_less).await?;
    visit.press(Key::Escape).await?;
    let is_back = format!("{CLOSED} && document.activeElement.matches('.about-open')");
    visit.shows("the keyboard to come back", &is_back).await?;
    ensure!(visit.values("place").await?.is_empty(), "Escape ran something");
    Ok(())
}

async fn it_runs_what_is_chosen(visit: &Visit<'_>) -> Result<()> {
    let mut stops = Stops::default();
    visit.seek("tartou", "Tartous").await?;
    visit.press(Key::Enter).await?;
    visit.wait_for("place", &["tartous"]).await?;
    visit.shown().await?.agrees()?;
    let is_kept = format!("{CLOSED} && document.activeElement.matches('.about-open')");
    visit.shows("the keyboard to stay", &is_kept).await?;
    stops.add(visit).await?;

    // The second row by an arrow: what was typed is searched.
    visit.seek("qamish", "Qamishli").await?;
    visit.press(Key::Down).await?;
    visit.shows("the second row", &format!("{ROWS}[1].ariaSelected === 'true'")).await?;
    visit.press(Key::Enter).await?;
    visit.wait_for("q", &["qamish"]).await?;
    stops.add(visit).await?;

    visit.seek("vladimir", "Vladimir Putin").await?;
    visit.session.click("[data-part=palette] [role=option]").await?;
    visit.wait_for("person", &["vladimir-putin"]).await?;
    stops.add(visit).await?;

    visit.seek("clear", "Clear the selection").await?;
    visit.press(Key::Enter).await?;
    for key in ["place", "q", "person"] {
        visit.wait_for(key, &[]).await?;
    }
    visit.seek("list the", "List the places").await?;
    visit.press(Key::Enter).await?;
    visit
        .shows(
            "the list of places",
            "document.activeElement.closest('[data-part=places]') !== null",
        )
        .await?;
    visit.press(Key::Escape).await?;
    visit.shows("it to close", "!document.querySelector('[data-part=places]')").await?;
    stops.open_anew(visit).await
}

/// All letters that do something elsewhere, typed into the search box.
async fn typing_is_no_command(visit: &Visit<'_>) -> Result<()> {
    visit.press("/").await?;
    visit.shows("the search box", SEARCHING).await?;
    visit.press("jkcxhfavlri?").await?;
    visit.wait_for("q", &["jkcxhfavlri?"]).await?;
    let opened: u32 = visit
        .session
        .ask("return document.querySelectorAll('[data-part=places], [data-part=about], [data-part=keys], [data-notice]').length")
        .await?;
    ensure!(opened == 0 && visit.values("map").await?.is_empty(), "typing did something");
    visit.press(Key::Escape).await?;
    visit.wait_for("q", &[]).await?;
    visit.press(Key::Escape).await?;
    visit.shows("the box to be left", &format!("!({SEARCHING})")).await
}

async fn letters_are_listed_and_switched_off(visit: &Visit<'_>) -> Result<()> {
    visit.focus("[data-excerpt] .open").await?;
    let n_around = "document.querySelectorAll('[data-excerpt] .around').length";
    let is_open = "document.activeElement.id === 'keys-title'";
    let is_closed = "!document.querySelector('[data-part=keys]') && document.activeElement.matches('[data-excerpt] .open')";
    for (is_on, word) in [(false, "off"), (true, "on")] {
        visit.press("?").await?;
        visit.shows("the list of keys", is_open).await?;
        let n_keys: u32 = visit
            .session
            .ask("return document.querySelectorAll('[data-part=keys] kbd').length")
            .await?;
        ensure!(n_keys > 10, "{n_keys} keys are listed");
        visit.session.click("[data-part=keys] [role=switch]").await?;
        let is_set = format!(
            "document.querySelector('[data-part=keys] [role=switch]').ariaChecked === '{is_on}'"
        );
        visit.shows(word, &is_set).await?;
        visit.press(Key::Escape).await?;
        visit.shows("the list to close", is_closed).await?;
        // What they do is there before the list of keys, which always opens.
        visit.press("xjl?").await?;
        visit
            .shows("the list of keys again", "!!document.querySelector('[data-part=keys]')")
            .await?;
        let (around, is_listed, is_moved): (u32, bool, bool) = visit
            .session
            .ask(&format!("return [{n_around}, !!document.querySelector('[data-part=places]'), !document.querySelector('[data-excerpt]').contains(document.activeElement)]"))
            .await?;
        ensure!(
            (around > 0, is_listed) == (is_on, is_on),
            "{word}: {around} sentences around, list of places {is_listed}"
        );
        ensure!(is_moved, "the list of keys does not take the keyboard");
        visit.press(Key::Escape).await?;
        visit.shows("the list to close", "!document.querySelector('[data-part=keys]')").await?;
        // Known: what is no letter works all the same.
        visit.press("/").await?;
        visit.shows("the search box", SEARCHING).await?;
        visit.focus("[data-excerpt] .open").await?;
    }
    Ok(())
}
