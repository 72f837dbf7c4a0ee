//! The rows of time: brushed by mouse and by keyboard, from years to days, with what has no day; both follow the other filters.

use anyhow::{Context as _, Result, ensure};
use dateline_tests::browser::Browser;
use thirtyfour::Key;

use super::walk::Stops;
use super::{Origin, Visit, check};

#[test]
fn in_chromium() {
    check(Browser::Chromium, Origin::File, rows_of_time);
}
#[test]
fn in_firefox() {
    check(Browser::Firefox, Origin::File, rows_of_time);
}

const PUBLISHED: &str = "[data-part=timeline] [role=group][aria-label=Published]";
const MENTIONED: &str = "[data-part=timeline] [role=group][aria-label=Mentioned]";

/// Days before and behind those of the bundled articles, and an article without one, whose "earlier" is no day either.
const DATED: &str = r#"{"id":"a","published":"2026-01-10","text":"Ships wait off Mombasa."}
{"id":"b","published":"2026-01-20","text":"A bus left Nairobi."}
{"id":"c","title":"No day","text":"A bridge in Nairobi was closed the day before."}
"#;

async fn rows_of_time(visit: &Visit<'_>) -> Result<()> {
    let mut stops = Stops::default();
    years_lead_to_days(visit, &mut stops).await?;
    mentions_are_brushed(visit, &mut stops).await?;
    both_rows_follow_a_place(visit, &mut stops).await?;
    stops.open_anew(visit).await?;
    publication_is_brushed(visit).await?;
    what_has_no_day_is_listed(visit).await
}

impl Visit<'_> {
    /// Name of each bar of a row, with plain spaces, and whether it is chosen.
    async fn bars(&self, row: &str) -> Result<Vec<(String, bool)>> {
        let script = "return [...document.querySelectorAll(`${arguments[0]} [data-bar]`)].map(
            (bar) => [bar.ariaLabel.replaceAll('\\u00a0', ' '), bar.ariaPressed === 'true'])";
        self.session.ask_with(script, vec![row.into()]).await
    }

    /// "3 of 5" of each bar.
    async fn shares(&self, row: &str) -> Result<Vec<[u32; 2]>> {
        let bars = self.bars(row).await?;
        let share = |name: &str| -> Option<[u32; 2]> {
            let words: Vec<&str> = name.rsplit_once(", ")?.1.split(' ').collect();
            let at = words.iter().position(|word| *word == "of")?;
            Some([words.get(at.checked_sub(1)?)?.parse().ok()?, words.get(at + 1)?.parse().ok()?])
        };
        bars.iter()
            .map(|(name, _)| share(name).with_context(|| format!("no figures in {name}")))
            .collect()
    }

    /// Clicks the bar whose name begins with a text, where `_` is a space that holds together.
    async fn choose_bar(&self, row: &str, begins: &str) -> Result<()> {
        let begins = begins.replace('_', "\u{a0}");
        self.session.click(&format!("{row} [data-bar][aria-label^=\"{begins}\"]")).await
    }

    /// Drags from the middle of one bar to that of another.
    async fn drag_over(&self, row: &str, from: usize, to: usize) -> Result<()> {
        let bar = |i: usize| format!("{row} [data-bar='{i}']");
        let (a, b) = (self.middle(&bar(from)).await?, self.middle(&bar(to)).await?);
        let chain = self.session.driver.action_chain().move_to(a.0, a.1).click_and_hold();
        let half = ((a.0 + b.0) / 2, (a.1 + b.1) / 2);
        Ok(chain.move_to(half.0, half.1).move_to(b.0, b.1).release().perform().await?)
    }

    /// Takes the range of a row away.
    async fn all_dates(&self, row: &str) -> Result<()> {
        self.session.click(&format!("{row} [data-reset]")).await?;
        for key in ["on", "from", "to"] {
            self.wait_for(key, &[]).await?;
        }
        Ok(())
    }
}

async fn years_lead_to_days(visit: &Visit<'_>, stops: &mut Stops) -> Result<()> {
    visit.open("").await?;
    let years = visit.bars(MENTIONED).await?;
    ensure!(years.len() > 2, "{years:?}");
    for (chosen, value, shown) in
        [("2026", "2026", " 2026, "), ("January 2026", "2026-01", " January 2026, ")]
    {
        visit.choose_bar(MENTIONED, chosen).await?;
        visit.wait_for("on", &[value]).await?;
        let bars = visit.bars(MENTIONED).await?;
        let is_within = |(name, is_chosen): &(String, bool)| name.contains(shown) && *is_chosen;
        ensure!(!bars.is_empty() && bars.iter().all(is_within), "within {value} stand {bars:?}");
        stops.add(visit).await?;
    }
    visit.choose_bar(MENTIONED, "28_January_2026").await?;
    visit.wait_for("on", &["2026-01-28"]).await?;
    let n_chosen = visit.bars(MENTIONED).await?.iter().filter(|bar| bar.1).count();
    ensure!(n_chosen == 1, "{n_chosen} bars are chosen");
    visit.shown().await?.agrees()?;
    stops.add(visit).await?;
    // The same bar again takes it back.
    visit.choose_bar(MENTIONED, "28_January_2026").await?;
    visit.wait_for("on", &[]).await?;
    ensure!(visit.bars(MENTIONED).await? == years, "the years do not come back");
    Ok(())
}

async fn mentions_are_brushed(visit: &Visit<'_>, stops: &mut Stops) -> Result<()> {
    let years: Vec<String> = visit
        .bars(MENTIONED)
        .await?
        .iter()
        .map(|(name, _)| name.chars().take(4).collect())
        .collect();
    let last = years.len() - 1;
    let range = |to: usize| format!("{}..{}", years[0], years[to]);
    visit.focus(&format!("{MENTIONED} [data-bar='0']")).await?;
    for (key, to) in [(Key::Right, 1), (Key::Right, 2), (Key::Left, 1)] {
        visit.hold(Key::Shift, key).await?;
        visit.wait_for("on", &[&range(to)]).await?;
        ensure!(
            visit.focused("data-bar").await? == to.to_string(),
            "the keyboard is on bar {:?}",
            visit.focused("data-bar").await?
        );
    }
    let chosen: Vec<bool> = visit.bars(MENTIONED).await?.iter().map(|bar| bar.1).collect();
    ensure!(chosen.iter().filter(|is_on| **is_on).count() == 2 && chosen[1], "{chosen:?}");
    visit.shown().await?.agrees()?;
    stops.add(visit).await?;
    // An arrow alone only goes on.
    visit.press(Key::Right).await?;
    ensure!(
        visit.values("on").await? == [range(1)],
        "an arrow chose {:?}",
        visit.values("on").await?
    );
    visit.all_dates(MENTIONED).await?;

    visit.drag_over(MENTIONED, 1, last).await?;
    visit.wait_for("on", &[&format!("{}..{}", years[1], years[last])]).await?;
    visit.shown().await?.agrees()?;
    stops.add(visit).await?;
    visit.all_dates(MENTIONED).await
}

async fn both_rows_follow_a_place(visit: &Visit<'_>, stops: &mut Stops) -> Result<()> {
    let whole = (visit.shares(PUBLISHED).await?, visit.shares(MENTIONED).await?);
    visit.session.click("[data-facet=place] [data-value=hasakah]").await?;
    visit.wait_for("place", &["hasakah"]).await?;
    let rows = (visit.shares(PUBLISHED).await?, visit.shares(MENTIONED).await?);
    let n_articles = visit.view().await?.counts[0];
    ensure!(
        rows.0.iter().map(|share| share[0]).sum::<u32>() == n_articles,
        "{:?} of {n_articles} articles",
        rows.0
    );
    for (rows, whole) in [(rows.0, whole.0), (rows.1, whole.1)] {
        let is_alike =
            rows.iter().zip(&whole).all(|(now, then)| now[1] == then[1] && now[0] <= then[0]);
        ensure!(rows.len() == whole.len() && is_alike && rows != whole, "{rows:?} of {whole:?}");
    }
    visit.choose_bar(PUBLISHED, "28_January_2026").await?;
    visit.wait_for("from", &["2026-01-28"]).await?;
    visit.wait_for("to", &["2026-01-28"]).await?;
    stops.add(visit).await
}

async fn publication_is_brushed(visit: &Visit<'_>) -> Result<()> {
    visit.open("").await?;
    visit.session.drop_files(&[("dated.jsonl", DATED)]).await?;
    ensure!(visit.view().await?.counts[0] == 8, "{:?}", visit.view().await?.counts);
    let days = visit.bars(PUBLISHED).await?;
    ensure!(days.len() == 3 && days[0].0.starts_with("10 January 2026, 1 of 1 "), "{days:?}");

    visit.focus(&format!("{PUBLISHED} [data-bar='0']")).await?;
    visit.hold(Key::Shift, Key::Right).await?;
    visit.wait_for("from", &["2026-01-10"]).await?;
    visit.wait_for("to", &["2026-01-20"]).await?;
    visit.shown().await?.agrees()?;
    ensure!(visit.view().await?.counts == [2, 2, 2], "{:?}", visit.view().await?.counts);
    visit.all_dates(PUBLISHED).await?;

    visit.drag_over(PUBLISHED, 2, 1).await?;
    visit.wait_for("from", &["2026-01-20"]).await?;
    visit.wait_for("to", &["2026-01-28"]).await?;
    visit.shown().await?.agrees()?;
    ensure!(visit.view().await?.counts[0] == 6, "{:?}", visit.view().await?.counts);
    visit.all_dates(PUBLISHED).await
}

async fn what_has_no_day_is_listed(visit: &Visit<'_>) -> Result<()> {
    for (row, counted, listed, lit) in [
        (PUBLISHED, "1 article without a date", "No day", ""),
        (
            MENTIONED,
            "1 date without a day",
            "“the day before”",
            "A bridge in Nairobi was closed the day before.",
        ),
    ] {
        let told: String = visit
            .session
            .ask(&format!("return document.querySelector('{row} summary')?.textContent ?? ''"))
            .await?;
        ensure!(told == counted, "{told:?}");
        visit.session.click(&format!("{row} summary")).await?;
        let name: String = visit
            .session
            .ask(&format!("return document.querySelector('{row} details button').textContent"))
            .await?;
        ensure!(name == listed, "{name:?}");
        visit.session.click(&format!("{row} details button")).await?;
        let is_read = format!(
            "document.querySelector('#reading-title')?.textContent === 'No day' && (document.querySelector('[data-part=reading] .lit')?.textContent ?? '') === '{lit}'"
        );
        visit.shows("the article", &is_read).await?;
        visit.press(Key::Escape).await?;
        visit.shows("it to close", "!document.querySelector('[data-part=reading]')").await?;
    }
    Ok(())
}
