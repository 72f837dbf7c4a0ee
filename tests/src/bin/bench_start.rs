//! Measures how fast the page starts from `file://`: `bench_start TIMES`. `cargo xtask bench start` builds the page and starts this.
//!
//! Each time in a fresh profile. Milliseconds are counted from the start of the navigation, by the page's own clock: to the first text painted, and to the mark `dateline-ready` that the program sets.

use anyhow::{Context as _, Result, ensure};
use dateline_tests::browser::{Browser, with};
use dateline_tests::files::{file_address, page};

/// The page is ready within this on two cores (DESIGN section 6).
const BUDGET_MILLIS: f64 = 400.0;

const FIGURES: &str = "
    const paint = performance.getEntriesByName('first-contentful-paint')[0];
    const ready = performance.getEntriesByName('dateline-ready')[0];
    return [paint?.startTime ?? null, ready?.startTime ?? null];";

fn main() -> Result<()> {
    let times: u32 = match std::env::args().nth(1) {
        Some(times) => times.parse().context("how many times?")?,
        None => 10,
    };
    let page = file_address(&page());
    println!("from opening the file, in milliseconds: median (min to max) of {times}");
    for browser in Browser::ALL {
        let (mut paints, mut readies) = (Vec::new(), Vec::new());
        for _ in 0..times {
            let (paint, ready): (Option<f64>, Option<f64>) = with(browser, async |session| {
                let said = session.open(&page).await?;
                ensure!(said == "true", "the page says `{said}`");
                // A page that was quicker than its first paint has painted by now.
                session.ask(FIGURES).await
            })?;
            paints.extend(paint);
            readies.extend(ready);
        }
        let ready = Spread::of(&mut readies).context("the page sets no mark `dateline-ready`")?;
        let verdict = if ready.median <= BUDGET_MILLIS { "within" } else { "over" };
        match Spread::of(&mut paints) {
            Some(paint) => println!("{:<9} first text {paint}", browser.name()),
            None => println!("{:<9} first text: this browser does not tell", browser.name()),
        }
        println!("{:<9} ready      {ready}, {verdict} the budget of {BUDGET_MILLIS}", browser.name());
    }
    Ok(())
}

struct Spread {
    median: f64,
    min: f64,
    max: f64,
}

impl Spread {
    fn of(values: &mut [f64]) -> Option<Self> {
        values.sort_by(f64::total_cmp);
        let (min, max) = (*values.first()?, *values.last()?);
        let middle = values.len() / 2;
        let median = if values.len() % 2 == 1 {
            values[middle]
        } else {
            f64::midpoint(values[middle - 1], values[middle])
        };
        Some(Self { median, min, max })
    }
}

impl std::fmt::Display for Spread {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{:.0} ({:.0} to {:.0})", self.median, self.min, self.max)
    }
}
