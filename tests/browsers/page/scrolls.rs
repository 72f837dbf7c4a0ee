//! A long list: all rows are reached by scrolling and by keys, few are in the document, and nothing that is seen moves by itself.

use anyhow::{Result, ensure};
use dateline_tests::browser::Browser;
use dateline_tests::many::Maker;
use serde::Deserialize;
use serde_json::json;
use thirtyfour::Key;

use super::{Origin, Visit, check};

#[test]
fn in_chromium() {
    check(Browser::Chromium, Origin::File, a_long_list);
}
#[test]
fn in_firefox() {
    check(Browser::Firefox, Origin::File, a_long_list);
}

const COLUMN: &str = include_str!("scrolls.js");

/// Articles that are added.
const N_ARTICLES: usize = 120;
/// Elements of the whole page, however long the list.
const MOST_ELEMENTS: usize = 3_000;

#[derive(Deserialize)]
struct Walk {
    rows: Vec<String>,
    /// Rows that stood at another place than before.
    wrong: Vec<String>,
    blank: usize,
    /// Most elements of the page at a time.
    most: usize,
    looked: usize,
}

async fn a_long_list(visit: &Visit<'_>) -> Result<()> {
    let session = visit.session;
    visit.open("").await?;
    let (lines, _) = Maker::open()?.lines(0..N_ARTICLES);
    let told = session.drop_files(&[("many.jsonl", &lines)]).await?;
    ensure!(told.len() == 1, "{told:?}");
    session.ask::<bool>(COLUMN).await?;
    let all = everything_is_reached(visit).await?;
    nothing_moves_by_itself(visit, &all).await?;
    keys_go_through_all(visit, &all).await?;
    paper_holds_the_first(visit, &all).await?;
    another_set_begins_at_its_beginning(visit).await?;
    every_list_is_walked(visit).await
}

async fn walk(visit: &Visit<'_>, screens: f64) -> Result<Walk> {
    let walk: Walk =
        visit.session.ask_with("return column.walk(arguments[0])", vec![json!(screens)]).await?;
    let Walk { rows, wrong, blank, most, looked } = &walk;
    ensure!(*blank == 0, "nothing was seen at {blank} of {looked} looks");
    ensure!(wrong.is_empty(), "{} rows stand elsewhere, first {}", wrong.len(), wrong[0]);
    ensure!(*most < MOST_ELEMENTS, "{most} elements for {} rows", rows.len());
    Ok(walk)
}

/// All rows, from top to end and back.
async fn everything_is_reached(visit: &Visit<'_>) -> Result<Vec<String>> {
    let n_excerpts = visit.session.counts().await?.1 as usize;
    ensure!(n_excerpts > 2000, "{n_excerpts} excerpts are no long list");
    let down = walk(visit, 1.7).await?.rows;
    ensure!(down.len() == n_excerpts, "{} of {n_excerpts} excerpts were seen", down.len());
    let up = walk(visit, -1.7).await?.rows;
    ensure!(up == down, "on the way up {} rows were seen, others than the {n_excerpts}", up.len());
    Ok(down)
}

async fn nothing_moves_by_itself(visit: &Visit<'_>, all: &[String]) -> Result<()> {
    let session = visit.session;
    for (share, step) in [(0.5, -160), (0.3, 160), (0.02, -160), (0.98, 160), (0.0, 160)] {
        let jump = "return column.jump([arguments[0]])";
        let blank: usize = session.ask_with(jump, vec![json!(share)]).await?;
        ensure!(blank == 0, "nothing is seen at {share}");
        let steps = "return column.steps(40, arguments[0])";
        let shifts: Vec<(usize, f64)> = session.ask_with(steps, vec![json!(step)]).await?;
        // At an end there is nothing to scroll any more.
        let at_end = shifts.iter().all(|(_, moved)| moved.abs() < f64::from(step).abs());
        let is_near_end = share < 0.1 && step < 0 || share > 0.9 && step > 0;
        ensure!(shifts.is_empty() || is_near_end && at_end, "from {share}: {shifts:?}");
        let rest: f64 = session.ask("return column.rest()").await?;
        ensure!(rest.abs() <= 1.0, "at rest it moves by {rest}");
    }
    let shares: Vec<f64> = (0..60).map(|i| f64::from(i * 37 % 61) / 60.0).collect();
    let blank: usize =
        session.ask_with("return column.jump(arguments[0])", vec![json!(shares)]).await?;
    ensure!(blank == 0, "nothing was seen after {blank} of {} jumps", shares.len());
    // About where the scroll bar says.
    session.ask::<usize>("return column.jump([0.5])").await?;
    let seen: Vec<String> = session.ask("return column.seen()").await?;
    let at = all.iter().position(|row| *row == seen[0]).unwrap_or_default();
    let share = at as f64 / all.len() as f64;
    ensure!((0.4..0.6).contains(&share), "the middle of the bar shows row {at} of {}", all.len());
    Ok(())
}

async fn keys_go_through_all(visit: &Visit<'_>, all: &[String]) -> Result<()> {
    let session = visit.session;
    let is_at = |row: usize| format!("column.focused() === {}", json!(all[row]));
    session.ask::<usize>("return column.jump([0])").await?;
    for row in (10..=150).step_by(10) {
        visit.press("jjjjjjjjjj").await?;
        visit.shows("the next ten rows", &is_at(row - 1)).await?;
    }
    for row in (0..140).rev().step_by(10).map(|row| row + 1 - 10 + 9) {
        visit.press("kkkkkkkkkk").await?;
        visit.shows("the ten rows before", &is_at(row)).await?;
    }
    // The keys of the browser itself scroll the list on which the keyboard is, also once its row is gone.
    visit.press(Key::End).await?;
    let last = json!(all.last());
    visit.shows("the last row", &format!("column.seen().at(-1) === {last}")).await?;
    visit.press(Key::PageUp).await?;
    visit.shows("a page before it", &format!("column.seen().at(-1) !== {last}")).await?;
    visit.press(Key::Home).await?;
    visit.shows("the first row", &format!("column.seen()[0] === {}", json!(all[0]))).await?;
    Ok(())
}

async fn paper_holds_the_first(visit: &Visit<'_>, all: &[String]) -> Result<()> {
    visit.session.ask::<usize>("return column.jump([0.4])").await?;
    visit.session.ask::<f64>("return column.rest()").await?;
    let (printed, moved): (Vec<String>, Option<f64>) =
        visit.session.ask("return column.print()").await?;
    ensure!(printed == all[..200], "{} rows are printed", printed.len());
    ensure!(
        moved.is_some_and(|moved| moved.abs() <= 1.0),
        "after printing all is moved: {moved:?}"
    );
    Ok(())
}

async fn another_set_begins_at_its_beginning(visit: &Visit<'_>) -> Result<()> {
    let session = visit.session;
    for selector in ["[data-facet=outlet] [data-value]", "[data-part=counts] .clear"] {
        session.ask::<usize>("return column.jump([0.7])").await?;
        session.click(selector).await?;
        let is_there = "document.querySelector('[data-part=excerpts]').scrollTop === 0 && column.seen()[0] === column.drawn()[0]";
        visit.shows("the first rows of another set", is_there).await?;
        session.ask::<f64>("return column.rest()").await?;
        visit.shows("that they stay", is_there).await?;
    }
    Ok(())
}

async fn every_list_is_walked(visit: &Visit<'_>) -> Result<()> {
    for (fragment, least) in [
        ("#/v1/?by=place", 2000),
        ("#/v1/?view=statements", 200),
        ("#/v1/?q=the&by=best", 2000),
        ("#/v1/?q=the&view=concordance&sort=right", 2000),
    ] {
        let go = "location.hash = arguments[0]";
        visit.session.driver.execute(go, vec![json!(fragment)]).await?;
        visit
            .session
            .ask::<bool>("return new Promise((done) => setTimeout(() => done(true), 400))")
            .await?;
        let down = walk(visit, 1.7).await?.rows;
        let up = walk(visit, -1.7).await?.rows;
        ensure!(down.len() > least && up == down, "{fragment}: {} and {}", down.len(), up.len());
    }
    Ok(())
}
