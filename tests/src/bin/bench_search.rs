//! Measures the search in Chromium, beside packages of npm: `bench_search FOLDER [PACKAGE...]`. `cargo xtask bench search` fills the folder and starts this.
//!
//! All get the same made-up articles (`dateline_tests::many`), the packages both as sentences, which is what ours finds, and as whole articles, which is what they are mostly used for.
//! Each engine has a page of its own. Hits are held against a plain scan: letters and digits, folded to small ones without marks, whole words, beginnings or runs of words.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result};
use dateline_tests::browser::{Browser, Session, with};
use dateline_tests::many::Maker;
use dateline_tests::server::Server;
use serde::Deserialize;
use serde_json::{Value, json};

const PAGE: &str = include_str!("../bench/search.html");
const SCRIPT: &str = include_str!("../bench/search.js");

const N_ARTICLES: usize = 10_000;
/// Searches of each kind.
const N_SEARCHES: usize = 40;

/// Our side of the page, when it has its texts.
#[derive(Deserialize)]
struct Loaded {
    /// Milliseconds of all that is made when a page opens, and of the index of words alone.
    open: f64,
    index: f64,
    /// Bytes of that index.
    bytes: f64,
    texts: usize,
    sentences: usize,
}

/// Of each search: milliseconds, hits, what the scan wants, and what is in both.
type Asked = BTreeMap<String, Vec<[f64; 4]>>;

/// What an engine did.
struct Figures {
    build: f64,
    megabytes: f64,
    asked: Asked,
}

fn main() -> Result<()> {
    let mut args = std::env::args().skip(1);
    let folder = PathBuf::from(args.next().context("which folder?")?);
    let packages: Vec<String> = args.collect();
    let maker = Maker::open()?;
    let texts: Vec<String> = maker.articles(0..N_ARTICLES).map(|article| article.text).collect();
    let n_bytes: usize = texts.iter().map(String::len).sum();
    fs::write(folder.join("articles.json"), serde_json::to_vec(&texts)?)?;
    fs::write(folder.join("search.html"), PAGE)?;
    fs::write(folder.join("search.js"), SCRIPT)?;
    let server = Server::start(&folder)?;
    let page = server.address_of("search.html");
    println!(
        "{N_ARTICLES} articles, {:.1} MB of text, {N_SEARCHES} searches of each kind",
        n_bytes as f64 / 1e6
    );
    let ours = measured(&page, "dateline", "sentence")?;
    ours.print("dateline", "sentence", None);
    for engine in ["minisearch", "flexsearch strict", "flexsearch forward"] {
        let package = engine.split(' ').next().unwrap_or(engine);
        if !packages.iter().any(|name| name == package) {
            continue;
        }
        for unit in ["sentence", "article"] {
            match measured(&page, engine, unit) {
                Ok(theirs) => theirs.print(engine, unit, Some(&ours)),
                Err(why) => println!("{engine} by {unit} does not get through: {why:#}"),
            }
        }
    }
    Ok(())
}

fn measured(page: &str, engine: &str, unit: &str) -> Result<Figures> {
    with(Browser::Chromium, async |session| {
        session.open(page).await?;
        let load = "return bench.load(arguments[0])";
        let loaded: Loaded = session.ask_with(load, vec![json!(unit)]).await?;
        let n_words: usize = session
            .ask_with("return bench.searches(arguments[0])", vec![json!(N_SEARCHES)])
            .await?;
        let is_ours = engine == "dateline";
        let before = heap(session).await?;
        let build: f64 =
            session.ask_with("return bench.make(arguments[0])", vec![json!(engine)]).await?;
        let after = heap(session).await?;
        if is_ours {
            println!(
                "{} sentences, {n_words} different words; all that a page makes when it opens: {:.0} ms",
                loaded.sentences, loaded.open
            );
        } else {
            println!("{engine}, each of {} texts by {unit}:", loaded.texts);
        }
        Ok(Figures {
            build: if is_ours { loaded.index } else { build },
            megabytes: if is_ours { loaded.bytes } else { after - before } / 1e6,
            asked: session.ask("return bench.ask()").await?,
        })
    })
}

/// Bytes that the scripts hold.
async fn heap(session: &Session) -> Result<f64> {
    let cdp = session.driver.cdp();
    cdp.send_raw("HeapProfiler.collectGarbage", json!({})).await?;
    cdp.send_raw("Performance.enable", json!({})).await?;
    let said = cdp.send_raw("Performance.getMetrics", json!({})).await?;
    let metrics = said.get("metrics").and_then(Value::as_array).context("no metrics")?;
    let heap = metrics.iter().find(|metric| metric["name"] == "JSHeapUsedSize");
    Ok(heap.and_then(|metric| metric["value"].as_f64()).unwrap_or_default())
}

impl Figures {
    /// A line for the index and one for each kind of search; beside others' figures, how many times ours they are.
    fn print(&self, engine: &str, unit: &str, ours: Option<&Self>) {
        let times = |theirs: f64, ours: Option<f64>| {
            ours.map_or_else(String::new, |ours| format!(" ({:.2} times ours)", theirs / ours))
        };
        println!(
            "  {engine} by {unit}: index made in {:.0} ms{}, holds {:.1} MB{}",
            self.build,
            times(self.build, ours.map(|o| o.build)),
            self.megabytes,
            times(self.megabytes, ours.map(|o| o.megabytes)),
        );
        for (kind, searches) in &self.asked {
            let own = ours.and_then(|o| o.asked.get(kind));
            let (median, p95) = (share(searches, 0.5), share(searches, 0.95));
            let sum = |column: usize| searches.iter().map(|search| search[column]).sum::<f64>();
            println!(
                "    {kind:<20} {:>8.3} ms{}, p95 {:>8.3}{}; of the hits {:>5.1} % are right, of the right {:>5.1} % are hits",
                median,
                times(median, own.map(|o| share(o, 0.5))),
                p95,
                times(p95, own.map(|o| share(o, 0.95))),
                100.0 * sum(3) / sum(1).max(1.0),
                100.0 * sum(3) / sum(2).max(1.0),
            );
        }
    }
}

/// The milliseconds below which this share lies.
fn share(searches: &[[f64; 4]], share: f64) -> f64 {
    let mut millis: Vec<f64> = searches.iter().map(|search| search[0]).collect();
    millis.sort_by(f64::total_cmp);
    let at = ((millis.len() as f64 * share) as usize).min(millis.len().saturating_sub(1));
    millis.get(at).copied().unwrap_or_default()
}
