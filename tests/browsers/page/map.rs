//! The map by hand and by keyboard: areas, the list of places, one stop for all markers, a drag that glides out.

use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use dateline_tests::browser::Browser;
use thirtyfour::{Key, TypingData};

use super::{Origin, Visit, check};

/// The coast with Hmeimim and Tartous.
const COAST: &str = "#/v1/?box=35.5/34.5/36.5/36.2";

#[test]
fn by_hand_in_chromium() {
    check(Browser::Chromium, Origin::File, by_hand);
}
#[test]
fn by_hand_in_firefox() {
    check(Browser::Firefox, Origin::File, by_hand);
}
#[test]
fn by_keyboard_in_chromium() {
    check(Browser::Chromium, Origin::File, by_keyboard);
}
#[test]
fn by_keyboard_in_firefox() {
    check(Browser::Firefox, Origin::File, by_keyboard);
}

async fn by_hand(visit: &Visit<'_>) -> Result<()> {
    an_area_of_the_address_narrows(visit).await?;
    an_outline_follows_the_hand(visit).await?;
    a_drawn_box_narrows(visit).await?;
    escape_gives_a_drag_up(visit).await?;
    a_drag_glides_out_and_the_address_follows(visit).await
}

async fn by_keyboard(visit: &Visit<'_>) -> Result<()> {
    markers_are_one_stop(visit).await?;
    a_place_is_chosen_from_the_list(visit).await
}

impl Visit<'_> {
    pub(super) async fn press(&self, keys: impl Into<TypingData>) -> Result<()> {
        Ok(self.session.driver.action_chain().send_keys(keys).perform().await?)
    }

    /// The values of a key of the address.
    pub(super) async fn values(&self, key: &str) -> Result<Vec<String>> {
        let script =
            "return new URLSearchParams(location.hash.split('?')[1] ?? '').getAll(arguments[0])";
        self.session.ask_with(script, vec![key.into()]).await
    }

    /// The middle of an element on the screen.
    pub(super) async fn middle(&self, selector: &str) -> Result<(i64, i64)> {
        let script = "
            const box = document.querySelector(arguments[0]).getBoundingClientRect();
            return [box.left + box.width / 2, box.top + box.height / 2].map(Math.round)";
        self.session.ask_with(script, vec![selector.into()]).await
    }

    /// An attribute of the element that has the keyboard.
    pub(super) async fn focused(&self, attribute: &str) -> Result<String> {
        let script = "return document.activeElement?.getAttribute(arguments[0]) ?? ''";
        self.session.ask_with(script, vec![attribute.into()]).await
    }
}

async fn an_area_of_the_address_narrows(visit: &Visit<'_>) -> Result<()> {
    visit.open("").await?;
    let whole = visit.shown().await?;
    visit.open(COAST).await?;
    let narrowed = visit.shown().await?;
    narrowed.agrees()?;
    ensure!(
        narrowed.said[1] > 0 && narrowed.said[1] < whole.said[1],
        "{} of {} excerpts are left",
        narrowed.said[1],
        whole.said[1]
    );
    visit.session.click("[data-part=counts] button").await?;
    let gone = "return !location.hash.includes('box=')";
    visit.session.until("the area to go", gone).await.map(|_: bool| ())?;
    Ok(())
}

async fn a_drawn_box_narrows(visit: &Visit<'_>) -> Result<()> {
    let session = visit.session;
    visit.open("").await?;
    let whole = visit.shown().await?;
    session.click("[data-tool=area]").await?;
    visit.press(Key::Escape).await?;
    let left = "return document.querySelector('[data-tool=area]').ariaPressed === 'false'";
    session.until("Escape to leave drawing", left).await.map(|_: bool| ())?;

    session.click("[data-tool=area]").await?;
    let (x, y) = visit.middle("[data-part=map] [data-place=quneitra]").await?;
    let chain = session.driver.action_chain().move_to(x - 25, y - 25).click_and_hold();
    chain.move_by_offset(20, 20).move_by_offset(30, 30).release().perform().await?;
    let drawn = "return location.hash.includes('box=') && location.hash.includes('map=')";
    session.until("the box to be in the address", drawn).await.map(|_: bool| ())?;
    let narrowed = visit.shown().await?;
    narrowed.agrees()?;
    ensure!(narrowed.said[1] > 0 && narrowed.said[1] < whole.said[1], "{:?}", narrowed.said);
    ensure!(narrowed.selected.is_empty(), "drawing over a marker chose it");
    let pressed: bool = session.ask(left).await?;
    ensure!(pressed, "drawing goes on after a box");
    Ok(())
}

/// A box on the map and the brush of the rows of time: what is dragged when Escape is pressed does nothing when the pointer is lifted.
async fn escape_gives_a_drag_up(visit: &Visit<'_>) -> Result<()> {
    let session = visit.session;
    let shown = |selector: &str| {
        format!("return document.querySelector('{selector}').getBoundingClientRect().width > 10")
    };
    for (tool, on, band) in [
        (Some("[data-tool=area]"), "[data-part=map] .view", "[data-part=map] .band"),
        (None, ".time-row.mentioned .bars", ".time-row.mentioned .brush"),
    ] {
        for is_escaped in [true, false] {
            visit.open("").await?;
            if let Some(tool) = tool {
                session.click(tool).await?;
            }
            let (x, y) = visit.middle(on).await?;
            let drag = session.driver.action_chain().move_to(x - 120, y - 8).click_and_hold();
            drag.move_by_offset(100, 6).move_by_offset(290, 6).perform().await?;
            session.until::<bool>(band, &shown(band)).await?;
            if is_escaped {
                visit.press(Key::Escape).await?;
                let gone = shown(band).replace("> 10", "< 1");
                session.until::<bool>("the box to go", &gone).await?;
            }
            session.driver.action_chain().move_by_offset(10, 0).release().perform().await?;
            let settled =
                "return new Promise((done) => setTimeout(() => done([location.hash]), 500))";
            let [hash] = session.ask::<[String; 1]>(settled).await?;
            let is_narrowed = hash.contains("box=") || hash.contains("on=");
            ensure!(is_narrowed != is_escaped, "{on}, Escape: {is_escaped}: {hash:?}");
        }
    }
    Ok(())
}

/// A drag of 60 pixels in as many milliseconds, made in the page: a busy machine would make a rest of the driver's way to it.
const THROW: &str = "
    window.writes = []; window.moves = [];
    for (const name of ['replaceState', 'pushState']) {
        const write = history[name].bind(history);
        history[name] = (...args) => { window.writes.push(performance.now()); write(...args); };
    }
    const map = document.querySelector('[data-part=map] [role=region]');
    const place = document.querySelector('[data-part=map] [data-place=tartous]');
    const look = () => { window.moves.push(place.getBoundingClientRect().left); requestAnimationFrame(look); };
    const { left, top, width, height } = map.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const point = (kind, by) => map.dispatchEvent(new PointerEvent(kind, {
        bubbles: true, pointerId: 1, pointerType: 'mouse', button: 0, buttons: 1, clientX: x + by, clientY: y,
    }));
    point('pointerdown', 0);
    for (let by = 10; by <= 60; by += 10) {
        for (const start = performance.now(); performance.now() - start < 10;);
        point('pointermove', by);
    }
    point('pointerup', 60);
    window.dragged = place.getBoundingClientRect().left + 60;
    look();";

async fn a_drag_glides_out_and_the_address_follows(visit: &Visit<'_>) -> Result<()> {
    let session = visit.session;
    visit.open("").await?;
    session.ask::<()>(THROW).await?;
    let written = "return location.hash.includes('map=')";
    session.until("the movement to end", written).await.map(|_: bool| ())?;
    // Whatever would still come after the address was written comes within this time.
    tokio::time::sleep(Duration::from_millis(500)).await;
    let (glided, rests, writes): (f64, bool, Vec<f64>) = session
        .ask(
            "const end = window.moves.at(-1);
            return [end - window.dragged, window.moves.at(-8) === end, window.writes]",
        )
        .await?;
    ensure!(glided > 20.0, "the map stops dead: {glided}");
    ensure!(rests, "the map does not come to rest");
    let lost: u32 = session
        .ask("return [...document.querySelectorAll('[data-part=map] .labels > span, [data-part=map] .markers > *')].filter((e) => !e.style.transform).length")
        .await?;
    ensure!(lost == 0, "{lost} names or markers stand nowhere");
    let too_close = writes.windows(2).any(|pair| pair[1] - pair[0] < 333.0);
    ensure!(!too_close && writes.len() <= 3, "the address is written at {writes:?}");
    Ok(())
}

/// Looks at every frame how far the outline of the area stands from a place, while the map is dragged.
const APART: &str = "
    const map = document.querySelector('[data-part=map] [role=region]');
    const left = (selector) => map.querySelector(selector).getBoundingClientRect().left;
    const apart = () => left('.outline .line') - left('[data-place]');
    const before = apart();
    window.apart = [];
    const point = (kind, by) => map.dispatchEvent(new PointerEvent(kind, {
        bubbles: true, pointerId: 1, pointerType: 'mouse', button: 0, buttons: 1, clientX: 300 + by, clientY: 200,
    }));
    point('pointerdown', 0);
    const frame = (by) => {
        window.apart.push(apart() - before);
        if (by <= 60) { point('pointermove', by); requestAnimationFrame(() => frame(by + 10)); }
        else { point('pointercancel', by); window.isOver = true; }
    };
    frame(10);";

async fn an_outline_follows_the_hand(visit: &Visit<'_>) -> Result<()> {
    let session = visit.session;
    visit.open(COAST).await?;
    session.ask::<()>(APART).await?;
    session.until("the drag to end", "return window.isOver === true").await.map(|_: bool| ())?;
    let apart: Vec<f64> = session.ask("return window.apart").await?;
    let most = apart.iter().fold(0.0, |most: f64, apart| most.max(apart.abs()));
    ensure!(apart.len() > 5 && most < 1.5, "the outline leaves its place: {apart:?}");
    Ok(())
}

async fn markers_are_one_stop(visit: &Visit<'_>) -> Result<()> {
    let session = visit.session;
    visit.open("").await?;
    session.ask::<()>("document.querySelector('[data-part=map] [role=region]').focus()").await?;
    visit.press(Key::Tab).await?;
    let order: Vec<String> = session
        .ask("return [...document.querySelectorAll('[data-part=map] [role=group] button[data-place]')].map((b) => b.dataset.place)")
        .await?;
    let n_stops: u32 = session
        .ask("return document.querySelectorAll('[data-part=map] button[data-place][tabindex=\"0\"]').length")
        .await?;
    ensure!(n_stops == 1, "{n_stops} markers are stops");
    let last = order.last().context("no marker")?.clone();
    for (key, place) in [
        (None, &order[0]),
        (Some(Key::Right), &order[1]),
        (Some(Key::Down), &order[2]),
        (Some(Key::Left), &order[1]),
        (Some(Key::End), &last),
        (Some(Key::Right), &last),
        (Some(Key::Home), &order[0]),
        (Some(Key::Right), &order[1]),
    ] {
        let name = format!("{key:?}");
        if let Some(key) = key {
            visit.press(key).await?;
        }
        let at = visit.focused("data-place").await?;
        ensure!(at == *place, "{name} leads to {at:?}, not to {place}");
    }
    ensure!(visit.values("map").await?.is_empty(), "arrows among the markers moved the map");

    visit.press(Key::Enter).await?;
    visit.wait_for_place(&order[1], true).await?;
    let at = visit.focused("data-place").await?;
    ensure!(at == order[1], "after Enter the keyboard is on {at:?}");
    visit.press(Key::Right).await?;
    let second = visit.focused("data-place").await?;
    let chain = session.driver.action_chain().key_down(Key::Shift).send_keys(Key::Enter);
    chain.key_up(Key::Shift).perform().await?;
    visit.wait_for_place(&second, true).await?;
    let chosen = visit.values("place").await?;
    ensure!(chosen == [order[1].clone(), second], "Shift+Enter made it {chosen:?}");
    visit.press(Key::Escape).await?;
    let role = visit.focused("role").await?;
    ensure!(role == "region", "Escape leads to {role:?}");
    Ok(())
}

async fn a_place_is_chosen_from_the_list(visit: &Visit<'_>) -> Result<()> {
    let session = visit.session;
    visit.open("").await?;
    session.ask::<()>("document.querySelector('[data-part=map] [role=region]').focus()").await?;
    visit.press("l").await?;
    let open = "return document.activeElement.closest('[data-part=places]') !== null";
    session.until("the list to open", open).await.map(|_: bool| ())?;
    for _ in 0..3 {
        visit.press(Key::Tab).await?;
    }
    let does = visit.focused("data-does").await?;
    ensure!(does == "choose", "three tabs lead to {does:?}");
    let place: String = session
        .ask("return document.activeElement.closest('[data-listed]').dataset.listed")
        .await?;
    visit.press(Key::Enter).await?;
    visit.wait_for_place(&place, true).await?;
    visit.shown().await?.agrees()?;
    let (does, said) = (
        visit.focused("data-does").await?,
        "return document.querySelector('[data-part=announced]').textContent || null",
    );
    ensure!(does == "choose", "after Enter the keyboard is on {does:?}");
    let said: String = session.until("the places to be announced", said).await?;
    ensure!(said.contains("in view"), "{said:?}");
    visit.press(Key::Escape).await?;
    let closed = "return !document.querySelector('[data-part=places]') && document.activeElement.getAttribute('role') === 'region'";
    session.until("Escape to close the list", closed).await.map(|_: bool| ())
}
