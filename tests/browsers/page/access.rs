//! axe-core finds nothing to complain of: in light and dark, left to right and right to left, on desk and phone, in every part that opens.
//!
//! The package is only here when it could be fetched; without it the test says that it was skipped.

use anyhow::{Context as _, ensure};
use dateline_tests::browser::Browser;
use dateline_tests::files;
use dateline_tests::page::emulate;

use super::{Origin, Visit, check};

/// What is looked at: a fragment of the address, what is clicked there, and what must be seen then.
const VIEWS: [(&str, &str, &str); 13] = [
    ("", "", "[data-part=map]"),
    ("#/v1/?map=1.6/25/20", "", "[data-cluster]"),
    ("#/v1/?place=qamishli&box=30/30/50/40&nosuch=1", "", "[data-part=counts] .chip"),
    ("#/v1/?article=…", "", "[data-part=reading]"),
    ("", ".about-open", "[data-part=about]"),
    ("", "[data-tool=places]", "[data-part=places]"),
    ("", ".save-open", "[data-part=save]"),
    ("", ".add-button", "[data-part=add]"),
    ("#/v1/?q=nothing-has-this", "", ".empty"),
    ("#/v1/?place=qamishli&by=place", "[data-does=look-at]", "[data-part=entity]"),
    ("#/v1/?by=date", "", "[data-group=on]"),
    ("#/v1/?view=statements", "", "[data-statement]"),
    ("#/v1/?q=military&view=concordance&sort=left", "", "[data-line]"),
];
/// What a phone has besides: its other tabs.
const TABS: [(&str, &str, &str); 3] = [
    ("", ".tabs button:nth-child(2)", ".tab-excerpts"),
    ("", ".tabs button:nth-child(3)", ".tab-filters"),
    ("", ".tabs button:nth-child(4)", ".tab-time"),
];

/// Runs the checker in one direction; every complaint in a line.
const RUN: &str = "
    document.documentElement.dir = arguments[0];
    return axe.run(document, { resultTypes: ['violations'] }).then((found) => found.violations.flatMap(
        (rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary}`)));";

/// A checker that finds nothing anywhere would pass too: here it must find something.
const SPOIL: &str = "document.querySelector('.bar input').removeAttribute('aria-label');
    document.querySelector('.bar input').removeAttribute('placeholder');
    document.querySelector('.bar input').removeAttribute('title')";

#[test]
fn desk_light() {
    looked_at(1440, 900, "light");
}
#[test]
fn desk_dark() {
    looked_at(1440, 900, "dark");
}
#[test]
fn phone_light() {
    looked_at(390, 844, "light");
}
#[test]
fn phone_dark() {
    looked_at(390, 844, "dark");
}

fn looked_at(width: u32, height: u32, scheme: &str) {
    let Ok(axe) = std::fs::read_to_string(files::axe()) else {
        eprintln!("skipped: axe-core is not here; `cargo xtask test` fetches it with npm");
        return;
    };
    // Scripts of a driver are functions: what they define must be handed to the page.
    let axe = format!("{axe}\nwindow.axe = axe;");
    check(Browser::Chromium, Origin::File, async |visit: &Visit<'_>| {
        let session = visit.session;
        emulate(&session.driver, width, height, scheme).await?;
        visit.open("").await?;
        let article: String =
            session.ask("return document.querySelector('[data-excerpt]').dataset.article").await?;
        let tabs = if width < 600 { &TABS[..] } else { &[] };
        for (fragment, clicked, seen) in VIEWS.iter().chain(tabs) {
            visit.open(&fragment.replace('…', &article)).await?;
            if !clicked.is_empty() {
                session.click(clicked).await?;
            }
            let is_there = format!("return document.querySelector('{seen}') !== null");
            session.until::<bool>(seen, &is_there).await?;
            session.ask::<()>(&axe).await?;
            for direction in ["ltr", "rtl"] {
                let found: Vec<String> = session.ask_with(RUN, vec![direction.into()]).await?;
                ensure!(found.is_empty(), "{fragment} {clicked} {direction}: {found:#?}");
            }
        }
        session.ask::<()>(SPOIL).await?;
        let found: Vec<String> = session.ask_with(RUN, vec!["ltr".into()]).await?;
        found.first().context("the checker sees nothing")?;
        Ok(())
    });
}
