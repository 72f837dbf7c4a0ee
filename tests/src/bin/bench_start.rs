//! Measures how fast the page starts from `file://`: `bench_start TIMES`. `cargo xtask bench start` builds the page and starts this.
//!
//! Each time in a fresh profile. Milliseconds are counted from the start of the navigation, by the page's own clock: to the first text painted, to the mark `dateline-start` that the loader sets when the program is compiled, and to the mark `dateline-ready` that the program sets.

use anyhow::{Context as _, Result, ensure};
use dateline_tests::browser::{Browser, with};
use dateline_tests::files::{file_address, page};
use serde_json::Value;

/// The page is ready within this on two cores.
const BUDGET_MILLIS: f64 = 400.0;

/// What is measured: name for the reader, name of the browser's own entry.
const STAGES: [(&str, &str); 3] = [
    ("first text", "first-contentful-paint"),
    ("program", "dateline-start"),
    ("ready", "dateline-ready"),
];

const FIGURES: &str =
    "return [...arguments].map((name) => performance.getEntriesByName(name)[0]?.startTime ?? null)";

fn main() -> Result<()> {
    let times: u32 = match std::env::args().nth(1) {
        Some(times) => times.parse().context("how many times?")?,
        None => 10,
    };
    let page = file_address(&page());
    println!("from opening the file, in milliseconds: median (min to max) of {times}");
    for browser in Browser::ALL {
        let mut figures: [Vec<f64>; STAGES.len()] = Default::default();
        for _ in 0..times {
            let run: Vec<Option<f64>> = with(browser, async |session| {
                let said = session.open(&page).await?;
                ensure!(said == "true", "the page says `{said}`");
                let names = STAGES.map(|(_, name)| Value::from(name));
                session.ask_with(FIGURES, names.into()).await
            })?;
            for (figures, figure) in figures.iter_mut().zip(run) {
                figures.extend(figure);
            }
        }
        for ((stage, mark), figures) in STAGES.iter().zip(&mut figures) {
            let spread =
                Spread::of(figures).with_context(|| format!("the page sets no mark `{mark}`"))?;
            println!("{:<9} {stage:<10} {spread}", browser.name());
            if *stage == "ready" {
                let verdict = if spread.median <= BUDGET_MILLIS { "within" } else { "over" };
                println!("{:<9} {verdict} the budget of {BUDGET_MILLIS}", browser.name());
            }
        }
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
