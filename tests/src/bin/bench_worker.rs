//! Measures the worker and the page around it: `bench_worker TIMES`. `cargo xtask bench worker` builds the page and starts this.
//!
//! Per browser: bytes of text annotated per second by the worker alone, and from dropping 1,000 articles on the page to seeing them, with the longest task of the page meanwhile (Chromium alone tells).

use std::fs;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use dateline_tests::browser::{Browser, Session, with};
use dateline_tests::files::{file_address, page, root};

/// Dropped at once.
const N_ARTICLES: usize = 1000;

fn main() -> Result<()> {
    let times: usize = match std::env::args().nth(1) {
        Some(times) => times.parse().context("how many times?")?,
        None => 5,
    };
    let story = story()?;
    let file = lines(&story, 4 * 1024 * 1024);
    for browser in Browser::ALL {
        with(browser, async |session| {
            speed(session, &file, times).await?;
            drops(session, &story).await
        })?;
    }
    Ok(())
}

/// The texts of the bundled corpus.
fn story() -> Result<Vec<String>> {
    let mut texts = Vec::new();
    for entry in fs::read_dir(root().join("crates/core/corpus"))? {
        let text = fs::read_to_string(entry?.path())?;
        texts.push(text.rsplit("---\n").next().unwrap_or_default().to_owned());
    }
    texts.sort();
    Ok(texts)
}

/// JSON Lines of so many bytes of text.
fn lines(story: &[String], n_bytes: usize) -> String {
    let mut out = String::new();
    for (i, text) in story.iter().cycle().enumerate() {
        if out.len() > n_bytes {
            break;
        }
        out.push_str(
            &serde_json::json!({ "id": i, "text": format!("Number {i}. {text}") }).to_string(),
        );
        out.push('\n');
    }
    out
}

async fn speed(session: &Session, file: &str, times: usize) -> Result<()> {
    session.open(&file_address(&page())).await?;
    let order = vec![("a.jsonl".to_owned(), STANDARD.encode(file))];
    let answers = session.order(&vec![order; times]).await?;
    let mut speeds: Vec<f64> =
        answers.iter().map(|(millis, _)| file.len() as f64 / 1000.0 / millis).collect();
    speeds.sort_by(f64::total_cmp);
    println!(
        "{:<9} worker alone     {:>6.1} MB/s (median of {times}; {:.1} to {:.1}), reading and packing included",
        session.browser.name(),
        speeds.get(speeds.len() / 2).copied().unwrap_or_default(),
        speeds.first().copied().unwrap_or_default(),
        speeds.last().copied().unwrap_or_default(),
    );
    Ok(())
}

async fn drops(session: &Session, story: &[String]) -> Result<()> {
    session.open(&file_address(&page())).await?;
    let article = |i: usize| {
        let text = &story[i % story.len()];
        let paragraph = text.split("\n\n").nth(1 + i % 5).unwrap_or(text);
        (
            format!("{i}.txt"),
            format!("Story number {i}\n\n{paragraph}\n\nThis is number {i} of many.\n"),
        )
    };
    let files: Vec<(String, String)> = (0..N_ARTICLES).map(article).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let watch = "
        window.tasks = [];
        if (PerformanceObserver.supportedEntryTypes.includes('longtask')) {
            new PerformanceObserver((list) => tasks.push(...list.getEntries().map((e) => [Math.round(e.startTime), Math.round(e.duration)]))).observe({ type: 'longtask' });
        }
        return true";
    session.ask::<bool>(watch).await?;
    // Files are made in a task of their own, which is not the page's.
    session.drag(&files, &["dragover"]).await?;
    let prepare = "window.carried = new DataTransfer();
        for (const [name, text] of arguments[0]) carried.items.add(new File([text], name));
        return true";
    session.ask_with::<bool>(prepare, vec![serde_json::json!(files)]).await?;
    tokio::time::sleep(Duration::from_millis(500)).await;
    let run = "
        tasks.length = 0;
        const began = performance.now();
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true }));
        return new Promise((done) => {
            const watch = new MutationObserver(() => {
                if (document.querySelector('[data-part=counts]').dataset.articles <= 5) return;
                watch.disconnect();
                requestAnimationFrame(() => setTimeout(() => {
                    const millis = performance.now() - began;
                    setTimeout(() => done([millis, tasks.map(([at, length]) => [at - Math.round(began), length])]), 500);
                }));
            });
            watch.observe(document.body, { subtree: true, childList: true, attributes: true });
        })";
    let (millis, tasks): (f64, Vec<(f64, f64)>) = session.ask(run).await?;
    let (n_articles, ..) = session.counts().await?;
    ensure!(n_articles as usize > N_ARTICLES / 2, "the page counts {n_articles} articles");
    let longest = tasks.iter().map(|(_, length)| *length).fold(0.0, f64::max);
    println!(
        "{:<9} {N_ARTICLES} articles    {millis:>6.0} ms from dropping to seeing them; {}",
        session.browser.name(),
        match session.browser {
            Browser::Chromium if longest == 0.0 => "no task of the page over 50 ms".to_owned(),
            Browser::Chromium => format!("tasks over 50 ms (begin, length): {tasks:?}"),
            Browser::Firefox => "this browser tells of no tasks".to_owned(),
        }
    );
    Ok(())
}
