//! What a pointer does on the map, done by keyboard alone, from the first Tab on.

use anyhow::{Context as _, Result, ensure};
use dateline_tests::browser::Browser;
use dateline_tests::page::emulate;
use thirtyfour::Key;

use super::{Origin, Visit, check};

/// More presses than the page has stops.
const MOST_STOPS: usize = 250;

#[test]
fn in_chromium() {
    check(Browser::Chromium, Origin::File, by_keyboard_alone);
}
#[test]
fn in_firefox() {
    check(Browser::Firefox, Origin::File, by_keyboard_alone);
}

#[test]
fn skipping_on_a_phone() {
    check(Browser::Chromium, Origin::File, parts_in_other_tabs_are_reached);
}

async fn by_keyboard_alone(visit: &Visit<'_>) -> Result<()> {
    the_first_stops_skip(visit).await?;
    the_map_moves(visit).await?;
    places_are_added(visit).await?;
    a_cluster_opens(visit).await?;
    the_view_narrows(visit).await?;
    the_panel_for_saving_opens(visit).await
}

impl Visit<'_> {
    /// Presses Tab, or Shift+Tab, until the keyboard is on something that a selector names.
    pub(super) async fn tab_to(&self, selector: &str, is_back: bool) -> Result<()> {
        let script = "return document.activeElement?.matches(arguments[0]) ?? false";
        for _ in 0..MOST_STOPS {
            let chain = self.session.driver.action_chain();
            let chain = if is_back {
                chain.key_down(Key::Shift).send_keys(Key::Tab).key_up(Key::Shift)
            } else {
                chain.send_keys(Key::Tab)
            };
            chain.perform().await?;
            if self.session.ask_with(script, vec![selector.into()]).await? {
                return Ok(());
            }
        }
        anyhow::bail!("no way to {selector} by Tab")
    }

    /// Zoom, latitude, longitude in the address, once it has another camera than before.
    async fn camera_after(&self, before: &str) -> Result<String> {
        let script = format!(
            "const map = new URLSearchParams(location.hash.split('?')[1] ?? '').get('map') ?? '';
            // Rounded otherwise it is still the same.
            const figures = (text) => text.split('/').map(Number).join();
            return figures(map) !== figures('{before}') && [map]"
        );
        let [map] = self.session.until::<[String; 1]>("the map to move", &script).await?;
        Ok(map)
    }
}

fn figures(map: &str) -> Vec<f64> {
    map.split('/').filter_map(|figure| figure.parse().ok()).collect()
}

/// The stop of the keyboard: its text, and whether all of it can be seen.
const STOP: &str = "
    const { left, top, right, bottom } = document.activeElement.getBoundingClientRect();
    const isSeen = getComputedStyle(document.activeElement).opacity === '1'
        && left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    return [document.activeElement.textContent, isSeen]";
const TO_MAP: &str = "Skip to the map";
const TO_EXCERPTS: &str = "Skip to the excerpts";
const ON_MAP: &str = "return document.activeElement.matches('[data-part=map] [role=region]') && document.activeElement.getClientRects().length > 0";
const ON_EXCERPTS: &str = "return document.activeElement.matches('[data-part=excerpts] h2') && document.activeElement.getClientRects().length > 0";

async fn the_first_stops_skip(visit: &Visit<'_>) -> Result<()> {
    let session = visit.session;
    for direction in ["ltr", "rtl"] {
        for (presses, expected, target) in [(1, TO_MAP, ON_MAP), (2, TO_EXCERPTS, ON_EXCERPTS)] {
            visit.open("").await?;
            session.ask::<()>(&format!("document.documentElement.dir = '{direction}'")).await?;
            for _ in 0..presses {
                visit.press(Key::Tab).await?;
            }
            let (text, is_seen): (String, bool) = session.ask(STOP).await?;
            ensure!(text == expected && is_seen, "{direction}: {text}, seen: {is_seen}");
            visit.press(Key::Enter).await?;
            session.until::<bool>(expected, target).await?;
        }
    }
    Ok(())
}

async fn parts_in_other_tabs_are_reached(visit: &Visit<'_>) -> Result<()> {
    let session = visit.session;
    emulate(&session.driver, 390, 844, "light").await?;
    for (presses, target) in [(1, ON_MAP), (2, ON_EXCERPTS)] {
        visit.open("").await?;
        session.ask::<()>("document.querySelector('.tabs button:nth-child(3)').click()").await?;
        session
            .until::<bool>("the filters", "return document.querySelector('.tab-filters') !== null")
            .await?;
        for _ in 0..presses {
            visit.press(Key::Tab).await?;
        }
        visit.press(Key::Enter).await?;
        session.until::<bool>("the keyboard in the other tab", target).await?;
    }
    Ok(())
}

async fn the_map_moves(visit: &Visit<'_>) -> Result<()> {
    visit.open("#/v1/?map=6/35/38").await?;
    visit.tab_to("[data-part=map] [role=region]", false).await?;
    let mut map = "6/35/38".to_owned();
    // Which figure grows, or shrinks.
    for (key, figure, is_more) in
        [(Key::Right, 2, true), (Key::Left, 2, false), (Key::Up, 1, true), (Key::Down, 1, false)]
    {
        visit.press(key.clone()).await?;
        map = moved(visit, &map, &format!("{key:?}"), figure, is_more).await?;
    }
    for (key, is_more) in [("+", true), ("-", false)] {
        visit.press(key).await?;
        map = moved(visit, &map, key, 0, is_more).await?;
    }
    visit.press(Key::Home).await?;
    let home = visit.camera_after(&map).await?;
    ensure!(home.is_empty(), "Home leads to {home}");
    Ok(())
}

async fn moved(
    visit: &Visit<'_>,
    before: &str,
    key: &str,
    figure: usize,
    is_more: bool,
) -> Result<String> {
    let map = visit.camera_after(before).await?;
    let (old, new) = (figures(before), figures(&map));
    let (old, new) = (old.get(figure), new.get(figure));
    ensure!(old.is_some() && new.is_some() && (new > old) == is_more, "{key}: {before} to {map}");
    Ok(map)
}

async fn places_are_added(visit: &Visit<'_>) -> Result<()> {
    let session = visit.session;
    visit.open("#/v1/?place=moscow&map=6/35/38").await?;
    visit.tab_to("[data-part=map] [role=region]", false).await?;
    visit.press("l").await?;
    visit.tab_to("[data-listed=qamishli] [data-does=toggle]", false).await?;
    visit.press(Key::Enter).await?;
    visit.wait_for_place("qamishli", true).await?;
    ensure!(visit.values("place").await?.len() == 2, "{:?}", visit.values("place").await?);
    visit.shown().await?.agrees()?;
    visit.press(Key::Escape).await?;
    let closed = "return document.activeElement.getAttribute('role') === 'region'";
    session.until::<bool>("Escape to close the list", closed).await?;

    let before = visit.values("map").await?;
    visit.press("f").await?;
    visit.camera_after(before.first().context("no camera in the address")?).await?;
    let is_seen = "return ['moscow', 'qamishli'].every((id) => document.querySelector(`[data-part=map] button[data-place=${id}]`))";
    session.until::<bool>("both places to be in view", is_seen).await?;
    Ok(())
}

async fn a_cluster_opens(visit: &Visit<'_>) -> Result<()> {
    visit.open("#/v1/?map=1.6/25/20").await?;
    visit.tab_to("[data-part=map] [role=region]", false).await?;
    visit.press(Key::Tab).await?;
    visit.press(Key::Home).await?;
    let cluster = visit.focused("data-cluster").await?;
    ensure!(!cluster.is_empty(), "the first stop among the markers is no cluster");
    visit.press(Key::Enter).await?;
    let map = visit.camera_after("1.6/25/20").await?;
    ensure!(figures(&map).first() > Some(&1.6), "the cluster opens to {map}");
    let is_kept = "return document.activeElement.closest('[data-part=map]') !== null";
    ensure!(visit.session.ask::<bool>(is_kept).await?, "the keyboard falls out of the map");
    Ok(())
}

async fn the_view_narrows(visit: &Visit<'_>) -> Result<()> {
    let session = visit.session;
    visit.open("#/v1/?map=7.5/35.3/36.6").await?;
    let whole = visit.shown().await?;
    visit.tab_to("[data-part=map] [role=region]", false).await?;
    visit.press("v").await?;
    let narrowed = "return location.hash.includes('box=')";
    session.until::<bool>("the box in the address", narrowed).await?;
    let shown = visit.shown().await?;
    shown.agrees()?;
    ensure!(shown.said[1] > 0 && shown.said[1] < whole.said[1], "{:?}", shown.said);
    visit.tab_to("[data-part=counts] .chip", true).await?;
    visit.press(Key::Enter).await?;
    let gone = "return !location.hash.includes('box=')";
    session.until::<bool>("the box to go", gone).await?;
    ensure!(visit.shown().await?.said == whole.said, "removing the chip does not undo it");
    Ok(())
}

async fn the_panel_for_saving_opens(visit: &Visit<'_>) -> Result<()> {
    let session = visit.session;
    visit.open("").await?;
    visit.tab_to("[data-part=map] [role=region]", false).await?;
    visit.tab_to(".save-open", false).await?;
    visit.press(Key::Enter).await?;
    visit.tab_to("[data-part=save] [data-save=svg]", false).await?;
    visit.press(Key::Escape).await?;
    let closed = "return !document.querySelector('[data-part=save]') && document.activeElement.matches('.save-open')";
    session.until::<bool>("Escape to close the panel", closed).await?;
    Ok(())
}
