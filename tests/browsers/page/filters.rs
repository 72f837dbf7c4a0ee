//! The column of filters: values found, wanted, left out and asked for together; facets that fold; places under their countries.

use anyhow::{Result, ensure};
use dateline_tests::browser::Browser;
use thirtyfour::Key;

use super::walk::Stops;
use super::{Origin, Visit, check};

#[test]
fn in_chromium() {
    check(Browser::Chromium, Origin::Http, filters);
}
#[test]
fn in_firefox() {
    check(Browser::Firefox, Origin::File, filters);
}

async fn filters(visit: &Visit<'_>) -> Result<()> {
    let mut stops = Stops::default();
    visit.open("").await?;
    values_are_found(visit).await?;
    any_and_all_are_asked_for(visit, &mut stops).await?;
    values_are_left_out(visit, &mut stops).await?;
    facets_fold(visit, &mut stops).await?;
    rows_stand_as_when_opened(visit).await?;
    stops.open_anew(visit).await
}

/// As soon as one row shows that it was chosen, all stand as in a page that is opened with the same address, also those that cannot be seen.
async fn rows_stand_as_when_opened(visit: &Visit<'_>) -> Result<()> {
    const ROWS: &str = "JSON.stringify([...document.querySelectorAll('[data-facet] [data-value]')].map((row) =>
        [row.closest('[data-facet]').dataset.facet, row.dataset.value, row.dataset.count, row.ariaLabel, row.className, row.textContent, row.querySelector('svg').getAttribute('width')]))";
    const UNSEEN: &str = "[...document.querySelectorAll('[data-facet] [data-value]')].filter((row) => row.getBoundingClientRect().top > innerHeight).length";
    let rows = format!("return {ROWS}");
    visit.open("").await?;
    let whole: String = visit.session.ask(&rows).await?;
    for facet in ["place", "person", "outlet"] {
        visit.open("").await?;
        let unseen: u32 = visit.session.ask(&format!("return {UNSEEN}")).await?;
        ensure!(unseen > 10, "{unseen} rows cannot be seen");
        let row = format!("[data-facet={facet}] li:nth-child(2) [data-value]");
        visit.session.click(&row).await?;
        let is_chosen = "document.querySelector('[data-facet] [aria-pressed=true]') !== null";
        visit.shows("a row that is chosen", is_chosen).await?;
        let clicked: String = visit.session.ask(&rows).await?;
        let address = visit.view().await?.address;
        ensure!(clicked != whole, "{address} changes nothing");
        visit.open(&address).await?;
        let opened: String = visit.session.ask(&rows).await?;
        ensure!(clicked == opened, "{address}: {clicked} is not {opened}");
    }
    Ok(())
}

async fn values_are_found(visit: &Visit<'_>) -> Result<()> {
    let all = visit.listed("place").await?;
    visit.focus("[data-facet=place] input").await?;
    visit.press("golan").await?;
    let is_one = "document.querySelectorAll('[data-facet=place] [data-value]').length === 1";
    visit.shows("one place", is_one).await?;
    ensure!(
        visit.listed("place").await? == ["golan-heights"],
        "{:?}",
        visit.listed("place").await?
    );
    visit.press("x").await?;
    let is_none = "document.querySelectorAll('[data-facet=place] [data-value]').length === 0 && document.querySelector('[data-facet=place]').textContent.includes('Nothing of that name.')";
    visit.shows("no place", is_none).await?;
    for _ in 0.."golanx".len() {
        visit.press(Key::Backspace).await?;
    }
    let is_all = format!(
        "document.querySelectorAll('[data-facet=place] [data-value]').length === {}",
        all.len()
    );
    visit.shows("all places", &is_all).await?;
    ensure!(visit.values("q").await?.is_empty(), "what is typed there narrows");

    // Places stand below their country, and no other country between.
    let at = |id: &str| all.iter().position(|listed| listed == id);
    ensure!(
        at("syria").is_some()
            && at("syria") < at("damascus")
            && at("damascus") < at("russia")
            && at("russia") < at("moscow"),
        "{all:?}"
    );
    Ok(())
}

async fn any_and_all_are_asked_for(visit: &Visit<'_>, stops: &mut Stops) -> Result<()> {
    let session = visit.session;
    let value = |id: &str| format!("[data-facet=place] [data-value={id}]");
    session.click(&value("hmeimim")).await?;
    visit.wait_for("place", &["hmeimim"]).await?;
    let one = visit.view().await?;
    session.click(&value("moscow")).await?;
    visit.wait_for("place", &["hmeimim", "moscow"]).await?;
    let any = visit.view().await?;
    stops.add(visit).await?;
    session.click("[data-join=place]").await?;
    visit.wait_for("place-all", &["1"]).await?;
    let all = visit.view().await?;
    stops.add(visit).await?;
    visit.shown().await?.agrees()?;
    ensure!(
        all.counts[1] < one.counts[1] && one.counts[1] < any.counts[1],
        "{all:?} {one:?} {any:?}"
    );
    let is_pressed =
        |is: bool| format!("document.querySelector('[data-join=place]').ariaPressed === '{is}'");
    visit.shows("the switch", &is_pressed(true)).await?;
    session.click("[data-join=place]").await?;
    visit.wait_for("place-all", &[]).await?;
    visit.shows("the switch", &is_pressed(false)).await?;
    ensure!(visit.view().await? == any, "any is not what it was");
    session.click(&value("hmeimim")).await?;
    visit.wait_for("place", &["moscow"]).await?;
    session.click(&value("moscow")).await?;
    visit.wait_for("place", &[]).await
}

async fn values_are_left_out(visit: &Visit<'_>, stops: &mut Stops) -> Result<()> {
    let session = visit.session;
    let whole = visit.view().await?;
    session.click("[data-facet=place] [data-exclude=moscow]").await?;
    visit.wait_for("place", &["-moscow"]).await?;
    let left: u32 = session
        .ask("return document.querySelectorAll('[data-excerpt] mark[data-entity=moscow]').length")
        .await?;
    ensure!(left == 0, "{left} excerpts name what was left out");
    visit.shown().await?.agrees()?;
    // By keyboard, from another facet.
    visit.focus("[data-facet=outlet] [data-value=bna]").await?;
    visit.hold(Key::Shift, Key::Enter).await?;
    visit.wait_for("outlet", &["-bna"]).await?;
    let now = visit.view().await?;
    ensure!(now.counts[0] < whole.counts[0] && now.counts[1] < whole.counts[1], "{now:?}");
    stops.add(visit).await?;
    visit.hold(Key::Shift, Key::Enter).await?;
    visit.wait_for("outlet", &[]).await?;
    session.click("[data-facet=place] [data-exclude=moscow]").await?;
    visit.wait_for("place", &[]).await?;
    ensure!(visit.view().await? == whole, "something is still left out");
    Ok(())
}

/// Countries and divisions: a division stands under its country, and within both lies what lies in the division.
async fn facets_fold(visit: &Visit<'_>, stops: &mut Stops) -> Result<()> {
    let session = visit.session;
    let is_open = |is: bool| {
        format!(
            "document.querySelector('[data-facet=within] .fold').ariaExpanded === '{is}' && (document.querySelector('[data-facet=within] [data-value]') !== null) === {is}"
        )
    };
    visit.shows("a folded facet", &is_open(false)).await?;
    for is in [true, false, true] {
        session.click("[data-facet=within] .fold").await?;
        visit.shows("the facet to fold", &is_open(is)).await?;
    }
    let listed = visit.listed("within").await?;
    let at = listed.iter().position(|id| id == "SY");
    let division = at.and_then(|at| listed.get(at + 1)).cloned().unwrap_or_default();
    ensure!(division.len() > 2, "below Syria stands {division:?}: {listed:?}");
    session.click(&format!("[data-facet=within] [data-value='{division}']")).await?;
    visit.wait_for("within", &[&division]).await?;
    let narrow = visit.view().await?;
    visit.shown().await?.agrees()?;
    stops.add(visit).await?;
    session.click("[data-facet=within] [data-value=SY]").await?;
    visit.wait_for("within", &[&division, "SY"]).await?;
    session.click(&format!("[data-facet=within] [data-value='{division}']")).await?;
    visit.wait_for("within", &["SY"]).await?;
    let wide = visit.view().await?;
    ensure!(0 < narrow.counts[1] && narrow.counts[1] < wide.counts[1], "{narrow:?} {wide:?}");
    // What is chosen is not folded away.
    session.click("[data-facet=within] .fold").await?;
    session.click("[data-part=counts] .chip").await?;
    visit.wait_for("within", &[]).await?;
    visit.shows("it to fold now", &is_open(false)).await
}
