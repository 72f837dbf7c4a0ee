//! Measures the frames of a moving map in Chromium: `bench_frames [PACKAGE...]`. `cargo xtask bench map` builds the page and starts this.
//!
//! Made-up places (`dateline_tests::crowd`) are put into the page; leaflet and maplibre, when npm has put them beside each other into target/bench_map, get the same points on a map of the same size, without a base map or names.
//! The hand is the browser's own input: drags to and fro, then notches of the wheel, at three zooms. Of each frame are told the time since the one before, which the screen cuts to multiples of 16.7 ms, and the work of the page's thread from the first event of the frame until it is handed on; both grow when others use the machine. The processor's time does not.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use dateline_core::corpus::CorpusData;
use dateline_core::pack;
use dateline_formats::page::{self as form, FirstView};
use dateline_tests::browser::{Browser, Session, with};
use dateline_tests::crowd::crowd;
use dateline_tests::files::{file_address, page, root};
use dateline_tests::server::Server;
use serde::Deserialize;
use serde_json::{Value, json};

const PROBE: &str = include_str!("../bench/frames.js");
const LEAFLET: &str = include_str!("../bench/leaflet.html");
const MAPLIBRE: &str = include_str!("../bench/maplibre.html");

/// Places, and what a frame may take with so many.
const SIZES: [(usize, f64); 2] = [(10_000, 16.7), (100_000, 33.4)];
/// The map is painted so soon after the page is ready.
const PAINT_BUDGET: f64 = 150.0;
/// Where frames are measured, by zoom at tiles of 256; the middle is that of the first clump.
const ZOOMS: [f64; 3] = [2.0, 5.0, 8.0];
const DRAG: Duration = Duration::from_millis(1500);
const NOTCHES: [f64; 8] = [-100.0, -100.0, -100.0, -100.0, 100.0, 100.0, 100.0, 100.0];

/// What the probe saw.
#[derive(Default, Deserialize)]
struct Seen {
    deltas: Vec<f64>,
    work: Vec<f64>,
    /// Milliseconds of processor that the page's thread has used.
    #[serde(default)]
    processor: f64,
}

/// Where the map lies in the window.
#[derive(Clone, Copy, Deserialize)]
struct Place {
    left: f64,
    top: f64,
    width: f64,
    height: f64,
}

fn main() -> Result<()> {
    let packages: Vec<String> = std::env::args().skip(1).collect();
    let folder = root().join("target/bench_map");
    fs::create_dir_all(&folder)?;
    let shell = fs::read_to_string(page()).context("there is no page; run `cargo xtask build`")?;
    let atlas = pack::decode(&form::read_pack(&shell)?)?.atlas;
    let server = Server::start(&folder)?;
    for (n, budget) in SIZES {
        let data = crowd(n, atlas.clone());
        let file = folder.join(format!("dateline-{n}.html"));
        let first = FirstView { title: data.title.clone(), ..FirstView::default() };
        fs::write(&file, form::write(&shell, &first, &pack::encode(&data))?)?;
        let (place, ours) = ours(&file, &data)?;
        println!("{n} places, map of {:.0} x {:.0}:", place.width, place.height);
        ours.print("dateline");
        // A screen of 60 Hz says 16.7 and a little more or less.
        let verdict = |p95: f64| if p95 <= budget + 0.2 { "within" } else { "over" };
        println!(
            "  frames {} the budget of {budget} ms, work of a frame {} it",
            verdict(of(&ours.deltas, 0.95)),
            verdict(of(&ours.work, 0.95)),
        );
        for package in &packages {
            let html = page_of(package, place);
            match theirs(package, &html, &folder, &data, &server, place) {
                Ok(seen) => {
                    seen.print(package);
                    println!(
                        "    frames {:.2} times as long as ours, work {:.2} times (p95 {:.2} and {:.2} times), processor {:.2} times",
                        of(&seen.deltas, 0.5) / of(&ours.deltas, 0.5),
                        of(&seen.work, 0.5) / of(&ours.work, 0.5),
                        of(&seen.deltas, 0.95) / of(&ours.deltas, 0.95),
                        of(&seen.work, 0.95) / of(&ours.work, 0.95),
                        seen.processor() / ours.processor(),
                    );
                }
                Err(why) => println!("  {package} does not run here: {why:#}"),
            }
        }
    }
    Ok(())
}

fn ours(file: &Path, data: &CorpusData) -> Result<(Place, Seen)> {
    let middle = middle(data);
    with(Browser::Chromium, async |session| {
        probe(session).await?;
        let said = session.open(&file_address(file)).await?;
        ensure!(said == "true", "the page says `{said}`");
        let painted: f64 = session
            .until(
                "the map to be painted",
                "return bench.painted === null ? null : bench.painted - performance.getEntriesByName('dateline-ready')[0].startTime",
            )
            .await?;
        let verdict = if painted <= PAINT_BUDGET { "within" } else { "over" };
        println!(
            "map first painted {painted:.0} ms after ready, {verdict} the budget of {PAINT_BUDGET}"
        );
        let place: Place = session
            .ask("const { left, top, width, height } = document.querySelector('[data-part=map] .view').getBoundingClientRect(); return { left, top, width, height }")
            .await?;
        let show = "const [zoom, lat, lon] = arguments; location.hash = `#/v1/?map=${zoom}/${lat}/${lon}`; return true";
        Ok((place, moved(session, place, middle, show).await?))
    })
}

fn theirs(
    package: &str,
    html: &str,
    folder: &Path,
    data: &CorpusData,
    server: &Server,
    place: Place,
) -> Result<Seen> {
    fs::write(folder.join("map.html"), html)?;
    let points: Vec<[f64; 2]> =
        data.places.iter().filter_map(|p| p.point).map(|at| [at.lat, at.lon]).collect();
    fs::write(folder.join("points.json"), serde_json::to_vec(&points)?)?;
    let place = Place { left: 0.0, top: 0.0, ..place };
    with(Browser::Chromium, async |session| {
        probe(session).await?;
        let said = session.open(&server.address_of("map.html")).await?;
        let why: String = session.ask("return document.body.dataset.why ?? ''").await?;
        ensure!(said == "true", "{package} says: {why}");
        moved(session, place, middle(data), "show(...arguments); return true").await
    })
}

/// A page that shows the points with a package.
fn page_of(package: &str, place: Place) -> String {
    let html = if package.starts_with("leaflet") { LEAFLET } else { MAPLIBRE };
    html.replace("PACKAGE", package)
        .replace("WIDTH", &place.width.to_string())
        .replace("HEIGHT", &place.height.to_string())
}

/// Of all places, the one with most others near by: the first clump is the largest.
fn middle(data: &CorpusData) -> (f64, f64) {
    let mut cells = std::collections::BTreeMap::new();
    for at in data.places.iter().filter_map(|place| place.point) {
        let cell = ((at.lat / 2.0).floor() as i32, (at.lon / 2.0).floor() as i32);
        *cells.entry(cell).or_insert(0) += 1;
    }
    let most = cells.into_iter().max_by_key(|(_, n)| *n).map(|(cell, _)| cell);
    most.map_or((0.0, 0.0), |(y, x)| (f64::from(y) * 2.0 + 1.0, f64::from(x) * 2.0 + 1.0))
}

/// Puts the probe into whatever is opened next.
async fn probe(session: &Session) -> Result<()> {
    let source = json!({ "source": PROBE });
    session.driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", source).await?;
    let own = json!({ "timeDomain": "threadTicks" });
    session.driver.cdp().send_raw("Performance.enable", own).await?;
    Ok(())
}

/// One event of the browser's own.
async fn mouse(session: &Session, kind: &str, (x, y): (f64, f64), more: Value) -> Result<()> {
    let mut event = json!({ "type": kind, "x": x, "y": y });
    if let (Some(event), Value::Object(more)) = (event.as_object_mut(), more) {
        event.extend(more);
    }
    session.driver.cdp().send_raw("Input.dispatchMouseEvent", event).await?;
    Ok(())
}

/// Moves the map at all zooms and tells of all frames.
async fn moved(session: &Session, place: Place, at: (f64, f64), show: &str) -> Result<Seen> {
    let middle = (place.left + place.width / 2.0, place.top + place.height / 2.0);
    let held = json!({ "button": "left", "buttons": 1, "clickCount": 1 });
    let mut all = Seen::default();
    for zoom in ZOOMS {
        session.ask_with::<bool>(show, vec![json!(zoom), json!(at.0), json!(at.1)]).await?;
        tokio::time::sleep(Duration::from_millis(700)).await;
        mouse(session, "mousePressed", middle, held.clone()).await?;
        start(session, &mut all).await?;
        let began = Instant::now();
        while began.elapsed() < DRAG {
            let turn = began.elapsed().as_secs_f64() * std::f64::consts::TAU;
            let to = (middle.0 + 180.0 * turn.sin(), middle.1 + 90.0 * (turn * 0.7).sin());
            mouse(session, "mouseMoved", to, json!({ "button": "left", "buttons": 1 })).await?;
        }
        stop(session, &mut all).await?;
        mouse(session, "mouseReleased", middle, held.clone()).await?;
        tokio::time::sleep(Duration::from_millis(900)).await;
        start(session, &mut all).await?;
        for notch in NOTCHES {
            let turned = json!({ "deltaX": 0.0, "deltaY": notch });
            mouse(session, "mouseWheel", middle, turned).await?;
            tokio::time::sleep(Duration::from_millis(150)).await;
        }
        stop(session, &mut all).await?;
    }
    Ok(all)
}

/// Begins a stretch of frames.
async fn start(session: &Session, all: &mut Seen) -> Result<()> {
    all.processor -= processor(session).await?;
    session.ask::<bool>("bench.start(); return true").await?;
    Ok(())
}

/// Milliseconds of processor that the page's thread has used so far.
async fn processor(session: &Session) -> Result<f64> {
    let said = session.driver.cdp().send_raw("Performance.getMetrics", json!({})).await?;
    let metrics = said.get("metrics").and_then(Value::as_array).context("no metrics")?;
    let tasks = metrics.iter().find(|metric| metric["name"] == "TaskDuration");
    Ok(tasks.and_then(|metric| metric["value"].as_f64()).unwrap_or_default() * 1000.0)
}

/// Ends a stretch of frames.
async fn stop(session: &Session, all: &mut Seen) -> Result<()> {
    all.processor += processor(session).await?;
    let seen: Seen = session.ask("return bench.stop()").await?;
    all.deltas.extend(seen.deltas);
    all.work.extend(seen.work);
    Ok(())
}

impl Seen {
    fn print(&self, name: &str) {
        println!(
            "  {name:<19} {} frames: every {:.1} ms, p95 {:.1}; work of each {:.1} ms, p95 {:.1}; processor {:.1} ms each",
            self.deltas.len(),
            of(&self.deltas, 0.5),
            of(&self.deltas, 0.95),
            of(&self.work, 0.5),
            of(&self.work, 0.95),
            self.processor(),
        );
    }

    /// Milliseconds of processor for a frame, of the page's thread alone.
    fn processor(&self) -> f64 {
        self.processor / self.deltas.len().max(1) as f64
    }
}

/// The value below which this share lies.
fn of(values: &[f64], share: f64) -> f64 {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    let at = ((values.len() as f64 * share) as usize).min(values.len().saturating_sub(1));
    values.get(at).copied().unwrap_or_default()
}
