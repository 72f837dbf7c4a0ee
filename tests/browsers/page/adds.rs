//! Articles that a reader adds: chosen, dropped or pasted; refused, stopped, and read by a worker that dies.

use anyhow::{Context as _, Result, ensure};
use dateline_formats::page::{WORKER_ID, WORKER_SCRIPT_ID, encode_block};
use dateline_tests::browser::Browser;
use dateline_tests::files::root;
use serde_json::json;
use thirtyfour::By;

use super::damaged::with_block;
use super::{Origin, Visit, check_file, copy, everywhere};

everywhere!(dropped, chosen, pasted, stopped);

/// Two places of which the bundled corpus names neither.
const NAIROBI: &str = "Flood closes two roads\n\nTwo roads in Nairobi lay under water on Monday.\n\nA bus from Mombasa turned back, its driver said.\n";

async fn dropped(visit: &Visit<'_>) -> Result<()> {
    visit.open("").await?;
    let before = visit.session.counts().await?;
    visit.open("#/v1/?place=qamishli").await?;
    visit.session.drag(&[("flood.txt", NAIROBI)], &["dragover"]).await?;
    visit
        .session
        .until::<bool>("the overlay", "return !!document.querySelector('[data-part=drop]')")
        .await?;
    let line = r#"{"id":"a","text":"Ships wait off Mombasa."}"#;
    let files = [
        ("flood.txt", NAIROBI),
        ("lines.jsonl", &format!("{line}\n{{broken\n")),
        ("scan.pdf", "%PDF"),
    ];
    let told = visit.session.drop_files(&files).await?;
    ensure!(told.len() == 3, "{told:?}");
    ensure!(told[0].starts_with("Added 2 articles that name 2 places."), "{told:?}");
    ensure!(told[1].starts_with("Left out: lines.jsonl, line 2:"), "{told:?}");
    ensure!(told[2].contains("scan.pdf"), "{told:?}");
    let counts = visit.session.counts().await?;
    ensure!(counts == (before.0 + 2, before.1 + 3, before.2 + 2), "{counts:?} after {before:?}");
    for place in ["nairobi", "mombasa"] {
        let script = format!(
            "const marker = document.querySelector('[data-part=map] button[data-place={place}]');
             if (!marker) return false;
             const [inner, outer] = [marker.getBoundingClientRect(), document.querySelector('[data-part=map]').getBoundingClientRect()];
             return inner.left > outer.left && inner.right < outer.right && inner.top > outer.top && inner.bottom < outer.bottom"
        );
        visit.session.until::<bool>(&format!("{place} in the map"), &script).await?;
    }
    ensure!(
        !visit.session.ask::<bool>("return !!document.querySelector('[data-part=drop]')").await?
    );
    // The same again changes nothing and is said.
    let told = visit.session.drop_files(&[("flood.txt", NAIROBI)]).await?;
    ensure!(told == ["Nothing was added: the article is here already."], "{told:?}");
    ensure!(visit.session.counts().await?.0 == 7);
    visit.session.console_is_silent().await?;
    ensure!(visit.session.trapped().is_empty());
    Ok(())
}

async fn chosen(visit: &Visit<'_>) -> Result<()> {
    let folder = root().join("target").join("tests");
    std::fs::create_dir_all(&folder)?;
    let name = format!("chosen-{}-{:?}", visit.session.browser.name(), visit.origin);
    let (one, two) = (folder.join(format!("{name}.txt")), folder.join(format!("{name}.md")));
    std::fs::write(&one, NAIROBI)?;
    std::fs::write(&two, "# A quiet week in Mombasa\n\nNothing happened in Mombasa.\n")?;
    visit.open("").await?;
    visit.session.click(".add-button").await?;
    let input = visit.session.driver.find(By::Css("[data-part=add] input[type=file]")).await?;
    input.send_keys(format!("{}\n{}", one.display(), two.display())).await?;
    let told = visit.session.told().await?;
    ensure!(told.len() == 1 && told[0].starts_with("Added 2 articles"), "{told:?}");
    ensure!(visit.session.counts().await?.0 == 7);
    ensure!(
        !visit.session.ask::<bool>("return !!document.querySelector('[data-part=add]')").await?
    );
    Ok(())
}

async fn pasted(visit: &Visit<'_>) -> Result<()> {
    visit.open("").await?;
    let paste = "
        const carried = new DataTransfer();
        carried.setData('text/plain', arguments[0]);
        document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: carried, dataType: 'text/plain', data: arguments[0], bubbles: true, cancelable: true }))";
    visit.session.driver.execute(paste, vec![json!(NAIROBI)]).await?;
    let shown: String = visit
        .session
        .until(
            "the dialog",
            "return document.querySelector('dialog[open] textarea')?.value ?? null",
        )
        .await?;
    ensure!(shown == NAIROBI, "{shown:?}");
    visit.session.click("[data-add-text]").await?;
    let told = visit.session.told().await?;
    ensure!(
        told.len() == 1 && told[0].starts_with("Added 1 article that names 2 places."),
        "{told:?}"
    );
    // A dialog that is put away leaves everything as it was.
    visit.session.click(".add-button").await?;
    let area = visit.session.driver.find(By::Css("dialog[open] textarea")).await?;
    area.send_keys(thirtyfour::Key::Escape + "").await?;
    visit.session.until::<bool>("no dialog", "return !document.querySelector('dialog')").await?;
    ensure!(visit.session.counts().await?.0 == 6);
    Ok(())
}

/// A reading that takes seconds is ended at once, and another begins as if it had not been.
async fn stopped(visit: &Visit<'_>) -> Result<()> {
    visit.open("").await?;
    let script = "
        const line = (i) => JSON.stringify({ id: i, text: `Number ${i}. ` + arguments[0].repeat(40) });
        const text = Array.from({ length: 4000 }, (_, i) => line(i)).join('\\n');
        const carried = new DataTransfer();
        carried.items.add(new File([text], 'long.jsonl'));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true }));";
    visit.session.driver.execute(script, vec![json!(NAIROBI)]).await?;
    visit
        .session
        .until::<bool>(
            "progress",
            "return document.querySelector('[data-part=progress] progress')?.value > 0",
        )
        .await?;
    let script = "
        const began = performance.now();
        document.querySelector('[data-cancel]').click();
        return new Promise((done) => {
            const look = () => document.querySelector('[data-part=progress]') ? setTimeout(look, 5) : done(performance.now() - began);
            look();
        })";
    let millis: f64 = visit.session.ask(script).await?;
    ensure!(millis < 250.0, "it took {millis} ms to stop");
    let told = visit.session.told().await?;
    ensure!(told == ["Stopped: nothing was added."], "{told:?}");
    ensure!(visit.session.counts().await?.0 == 5);
    let told = visit.session.drop_files(&[("flood.txt", NAIROBI)]).await?;
    ensure!(told.iter().any(|t| t.starts_with("Added 1 article")), "{told:?}");
    ensure!(visit.session.counts().await?.0 == 6);
    Ok(())
}

/// Worker scripts that end in ways in which no worker should.
const DEATHS: [(&str, &str, &str); 4] = [
    ("throws", "onmessage = () => { throw new Error('at once') }", "mistake of its own"),
    (
        "traps",
        "onmessage = ({ data }) => { if (data.files) postMessage({ failed: '' }) }",
        "mistake of its own",
    ),
    (
        "talks-nonsense",
        "onmessage = () => postMessage(new Uint8Array([255, 255, 255, 255, 255, 255]))",
        "missing or damaged",
    ),
    ("is-no-script", "((", "mistake of its own"),
];

async fn dies(visit: &Visit<'_>, words: &str) -> Result<()> {
    visit.open("").await?;
    for _ in 0..2 {
        let told = visit.session.drop_files(&[("flood.txt", NAIROBI)]).await?;
        ensure!(told.len() == 1 && told[0].contains(words), "{words}: {told:?}");
        let dismiss = "document.querySelector('[data-notice] button').click(); return true";
        visit.session.ask::<bool>(dismiss).await?;
        visit
            .session
            .until::<bool>("no notice", "return !document.querySelector('[data-notice]')")
            .await?;
    }
    // The page itself goes on.
    visit.select("qamishli").await?;
    ensure!(visit.session.counts().await?.0 == 5, "the page stands still");
    Ok(())
}

fn check_deaths(browser: Browser) {
    for (name, script, words) in DEATHS {
        let file = copy(&format!("worker-{name}-{}", browser.name()), |page| {
            with_block(page, WORKER_SCRIPT_ID, |_| encode_block(script.as_bytes()))
        });
        check_file(browser, Origin::File, &file, async |visit| {
            dies(visit, words).await.with_context(|| format!("a worker that {name}"))
        });
    }
    for (name, id, text, words) in [
        ("without-script", WORKER_SCRIPT_ID, String::new(), "missing or damaged"),
        ("without-program", WORKER_ID, String::new(), "missing or damaged"),
        ("with-another-program", WORKER_ID, encode_block(b"no program"), "could not be read"),
        ("with-half-a-program", WORKER_ID, "H4sIAAAAAAAC".to_owned(), "could not be read"),
    ] {
        let file =
            copy(&format!("{name}-{}", browser.name()), |page| with_block(page, id, |_| text));
        check_file(browser, Origin::File, &file, async |visit| {
            dies(visit, words).await.with_context(|| format!("a page {name}"))
        });
    }
}

#[test]
fn chromium_outlives_its_worker() {
    check_deaths(Browser::Chromium);
}

#[test]
fn firefox_outlives_its_worker() {
    check_deaths(Browser::Firefox);
}
