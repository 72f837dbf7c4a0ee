//! Measures reading in a page of many articles: `bench_reading DATELINE [N...]`. `cargo xtask bench reading` builds page and command and starts this.
//!
//! Made-up articles (`dateline_tests::many`) go through the command named first, and the page that it writes is opened from `file://`.
//! Each deed is told with its work on the page's thread and with the time until the second frame after it begins, by which what it did has been painted; a screen of 60 Hz adds up to 33 ms to that.
//! Told are the times of building and opening, the memory, and what a reader waits for: filters, search, the column of excerpts.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use dateline_tests::browser::{Browser, Session, with};
use dateline_tests::files::{file_address, root};
use dateline_tests::many::Maker;
use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::By;

const PROBE: &str = include_str!("../bench/reading.js");

/// Keeps hold of the memory of every wasm program that starts.
const WATCH_MEMORY: &str = "
    window.wasmMemories = [];
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const own = WebAssembly[name];
        WebAssembly[name] = async (...args) => {
            const made = await own.apply(WebAssembly, args);
            const { memory } = (made.instance ?? made).exports;
            if (memory) wasmMemories.push(memory);
            return made;
        };
    }";

/// Click to painted; one key in the box; memory for each byte of text.
const CLICK_BUDGET: f64 = 50.0;
const KEY_BUDGET: f64 = 16.7;
const MEMORY_BUDGET: f64 = 4.0;
/// Budgets are meant for so many articles at most.
const BUDGETED: usize = 10_000;
/// Opening may take so long.
const PATIENCE: Duration = Duration::from_secs(180);
/// Deeds of a kind, and where each takes longer.
const N_DEEDS: usize = 12;
const N_LONG_DEEDS: usize = 4;
/// Frames of scrolling.
const N_FRAMES: usize = 200;

/// Facets, by their hooks, with values that are clicked.
const FACETS: [&str; 5] = ["place", "person", "organisation", "said", "outlet"];
/// What has no list of values on the page is asked by the address.
const ADDRESSES: [(&str, &str); 4] = [
    ("kind of statement", "kind=direct"),
    ("language", "lang=en"),
    ("three at once", "within=IN&kind=direct&from=2024-06-01"),
    ("box", "box=35/30/45/38"),
];
/// Typed letter by letter.
const SEARCHES: [&str; 4] =
    ["water in the", "minister delhi", "\"the road from\"", "kasongo wheat"];

#[derive(Deserialize)]
struct Scrolled {
    deltas: Vec<f64>,
    blank: usize,
    looked: usize,
    height: f64,
    /// Most excerpts in the document at a time.
    drawn: usize,
    /// Elements of the page in the end.
    elements: usize,
}

fn main() -> Result<()> {
    let mut args = std::env::args().skip(1);
    let command = PathBuf::from(args.next().context("which command makes pages?")?);
    let numbers: Vec<usize> =
        args.map(|n| n.parse().context("how many articles?")).collect::<Result<_>>()?;
    let folder = root().join("target/bench_reading");
    for n in numbers {
        let (page, n_bytes) = made(&command, &folder, n)?;
        for browser in Browser::ALL {
            if let Err(why) = with(browser, async |session| read(session, &page, n, n_bytes).await)
            {
                println!("  {} does not get through: {why:#}", browser.name());
            }
        }
    }
    Ok(())
}

/// The page of so many articles, and the bytes of their texts.
fn made(command: &Path, folder: &Path, n: usize) -> Result<(PathBuf, usize)> {
    let articles = folder.join(format!("articles-{n}"));
    let n_bytes = Maker::open()?.write(n, &articles)?;
    let page = folder.join(format!("many-{n}.html"));
    let began = Instant::now();
    let done = Command::new(command)
        .args(["build", "--title", "Many articles", "-o"])
        .args([&page, &articles])
        .output()
        .context("the command could not be started")?;
    ensure!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    println!(
        "{n} articles, {:.1} MB of text: page of {:.1} MB built in {:.1} s",
        n_bytes as f64 / 1e6,
        fs::metadata(&page)?.len() as f64 / 1e6,
        began.elapsed().as_secs_f64(),
    );
    Ok((page, n_bytes))
}

async fn read(session: &Session, page: &Path, n: usize, n_bytes: usize) -> Result<()> {
    println!("  {}:", session.browser.name());
    if session.browser == Browser::Chromium {
        let cdp = session.driver.cdp();
        let source = json!({ "source": WATCH_MEMORY });
        cdp.send_raw("Page.addScriptToEvaluateOnNewDocument", source).await?;
    }
    session.driver.goto(file_address(page)).await?;
    ready(session).await?;
    let stage = "return performance.getEntriesByName(arguments[0])[0]?.startTime ?? 0";
    let (mut told, names) =
        (Vec::new(), ["first-contentful-paint", "dateline-start", "dateline-ready"]);
    for name in names {
        told.push(session.ask_with::<f64>(stage, vec![json!(name)]).await?);
    }
    println!(
        "    first text {:.0} ms, program {:.0} ms, ready {:.0} ms",
        told[0], told[1], told[2]
    );
    session.ask::<bool>(PROBE).await?;
    tokio::time::sleep(Duration::from_secs(1)).await;
    if session.browser == Browser::Chromium {
        memory(session, n_bytes, "just opened").await?;
    }
    real_clicks(session, n).await?;
    clicks(session, n).await?;
    typing(session, n).await?;
    scrolling(session).await?;
    if session.browser == Browser::Chromium {
        memory(session, n_bytes, "in the end").await?;
    }
    Ok(())
}

async fn ready(session: &Session) -> Result<()> {
    let began = Instant::now();
    while began.elapsed() < PATIENCE {
        // While the page's thread works, a script waits, and may be told that it waited too long.
        let said: Option<String> =
            session.ask("return document.body?.dataset.ready ?? null").await.unwrap_or_default();
        match said.as_deref() {
            Some("true") => return Ok(()),
            Some(said) => bail!("the page says `{said}`"),
            None => tokio::time::sleep(Duration::from_millis(100)).await,
        }
    }
    bail!("the page is not ready after {PATIENCE:?}")
}

async fn memory(session: &Session, n_bytes: usize, when: &str) -> Result<()> {
    let cdp = session.driver.cdp();
    cdp.send_raw("HeapProfiler.collectGarbage", json!({})).await?;
    cdp.send_raw("Performance.enable", json!({ "timeDomain": "threadTicks" })).await?;
    let said = cdp.send_raw("Performance.getMetrics", json!({})).await?;
    let metrics = said.get("metrics").and_then(Value::as_array).context("no metrics")?;
    let heap = metrics.iter().find(|metric| metric["name"] == "JSHeapUsedSize");
    let heap = heap.and_then(|metric| metric["value"].as_f64()).unwrap_or_default();
    let wasm: f64 =
        session.ask("return wasmMemories.reduce((sum, m) => sum + m.buffer.byteLength, 0)").await?;
    // The blocks of the file stay in the document, as text of one byte a letter.
    let blocks: f64 = session
        .ask("return [...document.querySelectorAll('script')].reduce((sum, e) => sum + e.textContent.length, 0)")
        .await?;
    let times = (wasm + heap) / n_bytes as f64;
    println!(
        "    memory {when}: wasm {:.1} MB, heap of the scripts {:.1} MB: {times:.2} times the text, {} {MEMORY_BUDGET} times; blocks of the file {:.1} MB besides",
        wasm / 1e6,
        heap / 1e6,
        verdict(times, MEMORY_BUDGET),
        blocks / 1e6,
    );
    Ok(())
}

/// All filters that can be clicked, on and off again; then those of the address.
async fn clicks(session: &Session, n: usize) -> Result<()> {
    let mut off = Vec::new();
    let all: usize = session.ask("return bench.set()").await?;
    for facet in FACETS {
        let buttons = format!("[data-facet={facet}] button[data-value]");
        let leave = format!("[data-facet={facet}] button[data-exclude]");
        on_and_off(session, n, facet, &buttons, &mut off, all).await?;
        on_and_off(session, n, &format!("no {facet}"), &leave, &mut off, all).await?;
    }
    on_and_off(session, n, "month", ".time-bar", &mut off, all).await?;
    tell(n, "all again", &off);
    for (name, address) in ADDRESSES {
        let mut on = Vec::new();
        for _ in 0..n_deeds(n) / 2 {
            for to in [address, ""] {
                let script = format!("return bench.go('#/v1/?{to}')");
                let seen: [f64; 3] = session.ask(&script).await?;
                if !to.is_empty() {
                    on.push(seen);
                }
                tokio::time::sleep(Duration::from_millis(400)).await;
            }
        }
        tell(n, name, &on);
    }
    Ok(())
}

/// Clicks of a hand, timed by the browser: the form in which the budget is meant.
async fn real_clicks(session: &Session, n: usize) -> Result<()> {
    let rest = Duration::from_millis(400);
    for facet in FACETS {
        let mut seen = Vec::new();
        for at in 1..=n_deeds(n).min(10) {
            let row = format!("[data-facet={facet}] li:nth-child({at}) button[data-value]");
            for selector in [row.as_str(), "[data-part=counts] .clear"] {
                let button = session.driver.find(By::Css(selector)).await?;
                // Scrolling to it is no part of the click.
                button.scroll_into_view().await?;
                tokio::time::sleep(rest).await;
                button.click().await?;
                tokio::time::sleep(rest).await;
                let told: Vec<f64> = session.ask("return bench.told()").await?;
                let painted = told.into_iter().fold(16.0, f64::max);
                seen.push([painted; 3]);
            }
        }
        let name = format!("a hand on {facet}");
        let (half, most) = (share(&seen, 1, 0.5), share(&seen, 1, 1.0));
        println!(
            "    {name:<24} {:>3} clicks: on the screen after {half:.0} ms, p95 {:.0}, max {most:.0}, by the clock of the browser",
            seen.len(),
            share(&seen, 1, 0.95),
        );
    }
    Ok(())
}

/// Milliseconds of processor that the page's thread has used so far, which others on the machine do not lengthen; Firefox does not tell.
async fn processor(session: &Session) -> Result<Option<f64>> {
    if session.browser != Browser::Chromium {
        return Ok(None);
    }
    let cdp = session.driver.cdp();
    cdp.send_raw("Performance.enable", json!({ "timeDomain": "threadTicks" })).await?;
    let said = cdp.send_raw("Performance.getMetrics", json!({})).await?;
    let metrics = said.get("metrics").and_then(Value::as_array).context("no metrics")?;
    let tasks = metrics.iter().find(|metric| metric["name"] == "TaskDuration");
    Ok(tasks.and_then(|metric| metric["value"].as_f64()).map(|seconds| seconds * 1000.0))
}

fn n_deeds(n: usize) -> usize {
    if n > BUDGETED { N_LONG_DEEDS } else { N_DEEDS }
}

async fn on_and_off(
    session: &Session,
    n: usize,
    name: &str,
    buttons: &str,
    off: &mut Vec<[f64; 3]>,
    all: usize,
) -> Result<()> {
    let n_buttons: usize = session
        .ask_with("return document.querySelectorAll(arguments[0]).length", vec![json!(buttons)])
        .await?;
    let mut on = Vec::new();
    let n_deeds = n_buttons.min(n_deeds(n));
    let before = processor(session).await?;
    for i in 0..n_deeds {
        let at = i * n_buttons / n_deeds;
        let click = "return bench.click(...arguments)";
        let seen: [f64; 3] = session.ask_with(click, vec![json!(buttons), json!(at)]).await?;
        ensure!(seen[2] as usize != all || n_buttons == 1, "{name}: the set is still everything");
        on.push(seen);
        tokio::time::sleep(Duration::from_millis(400)).await;
        let clear = vec![json!("[data-part=counts] .clear"), json!(0)];
        off.push(session.ask_with(click, clear).await?);
        tokio::time::sleep(Duration::from_millis(400)).await;
    }
    tell(n, name, &on);
    if let Some((before, after)) = before.zip(processor(session).await?) {
        let each = (after - before) / (2 * n_deeds).max(1) as f64;
        println!("      processor of the page's thread: {each:.1} ms each, on and off again");
    }
    Ok(())
}

async fn typing(session: &Session, n: usize) -> Result<()> {
    let (mut keys, mut lookups) = (Vec::new(), Vec::new());
    for search in SEARCHES {
        for end in search.char_indices().map(|(at, c)| at + c.len_utf8()) {
            type Key = ([f64; 2], Option<[f64; 2]>, f64);
            let (key, lookup, set): Key = session
                .ask_with("return bench.key(arguments[0])", vec![json!(search[..end])])
                .await?;
            keys.push([key[0], key[1], set]);
            lookups.extend(lookup.map(|[work, painted]| [work, painted, set]));
        }
        let clear = vec![json!("[data-part=counts] .clear"), json!(0)];
        session.ask_with::<Value>("return bench.click(...arguments)", clear).await?;
        tokio::time::sleep(Duration::from_millis(400)).await;
    }
    tell(n, "a key in the box", &keys);
    tell(n, "lookup after it", &lookups);
    if n <= BUDGETED {
        for (name, seen) in [("a key", &keys), ("a lookup", &lookups)] {
            let work = share(seen, 0, 0.95);
            println!("    work of {name} {} {KEY_BUDGET} ms at p95", verdict(work, KEY_BUDGET));
        }
    }
    Ok(())
}

async fn scrolling(session: &Session) -> Result<()> {
    for (name, is_dragged) in [("scrolling", false), ("dragging the bar", true)] {
        let before = processor(session).await?;
        let seen: Scrolled = session
            .ask_with("return bench.scroll(...arguments)", vec![json!(N_FRAMES), json!(is_dragged)])
            .await?;
        let deltas: Vec<[f64; 3]> = seen.deltas.iter().map(|d| [*d; 3]).collect();
        println!(
            "    {name}, a list of {:.0} px: frames every {:.1} ms, p95 {:.1}; blank at {} of {} looks; {} excerpts drawn at most, {} elements",
            seen.height,
            share(&deltas, 0, 0.5),
            share(&deltas, 0, 0.95),
            seen.blank,
            seen.looked,
            seen.drawn,
            seen.elements,
        );
        if let Some((before, after)) = before.zip(processor(session).await?) {
            let each = (after - before) / seen.looked.max(1) as f64;
            println!("      processor of the page's thread: {each:.1} ms to a frame");
        }
    }
    Ok(())
}

/// One line: work and painting of deeds of one kind.
fn tell(n: usize, name: &str, seen: &[[f64; 3]]) {
    if seen.is_empty() {
        println!("    {name:<18} nothing to do");
        return;
    }
    let verdict = if n > BUDGETED { "" } else { verdict(share(seen, 1, 1.0), CLICK_BUDGET) };
    println!(
        "    {name:<18} {:>3} times: work {:>6.1} ms, p95 {:>6.1}; painted after {:>6.1} ms, p95 {:>6.1}, max {:>6.1} {verdict}; sets of {:.0} to {:.0}",
        seen.len(),
        share(seen, 0, 0.5),
        share(seen, 0, 0.95),
        share(seen, 1, 0.5),
        share(seen, 1, 0.95),
        share(seen, 1, 1.0),
        share(seen, 2, 0.0),
        share(seen, 2, 1.0),
    );
}

fn verdict(figure: f64, budget: f64) -> &'static str {
    if figure <= budget { "within" } else { "over" }
}

/// The value of a column below which this share lies.
fn share(seen: &[[f64; 3]], column: usize, share: f64) -> f64 {
    let mut values: Vec<f64> = seen.iter().map(|row| row[column]).collect();
    values.sort_by(f64::total_cmp);
    let at = ((values.len() as f64 * share) as usize).min(values.len().saturating_sub(1));
    values.get(at).copied().unwrap_or_default()
}
