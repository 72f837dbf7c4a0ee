//! The map is taken along: saved as SVG and as PNG, and printed with numbered places.
//!
//! A copy of the page carries one more script, allowed by its hash: it keeps what would be downloaded and looks at it.

use anyhow::{Context as _, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use dateline_tests::browser::Browser;
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use thirtyfour::{By, Key};

use super::{Origin, Visit, check_file, copy};

const CATCHER: &str = "
window.caught = [];
const make = URL.createObjectURL;
let last;
URL.createObjectURL = (blob) => { last = blob; return make.call(URL, blob); };
HTMLAnchorElement.prototype.click = async function () {
    const [name, blob] = [this.download, last];
    const seen = { name, kind: blob.type, text: '', faults: 0, head: [], width: 0, height: 0, n_colours: 0 };
    if (blob.type === 'image/png') {
        seen.head = [...new Uint8Array(await blob.slice(0, 8).arrayBuffer())];
        const image = await createImageBitmap(blob);
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [seen.width, seen.height] = [image.width, image.height];
        const context = canvas.getContext('2d');
        context.drawImage(image, 0, 0);
        const pixels = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
        seen.n_colours = new Set(pixels).size;
    } else {
        seen.text = await blob.text();
        const parsed = new DOMParser().parseFromString(seen.text, 'image/svg+xml');
        seen.faults = parsed.querySelectorAll('parsererror').length;
        [seen.width, seen.height] = ['width', 'height'].map((side) => Number(parsed.documentElement.getAttribute(side)));
    }
    window.caught.push(JSON.stringify(seen));
};
";

/// What would have been downloaded.
#[derive(Debug, Deserialize)]
struct Caught {
    name: String,
    kind: String,
    text: String,
    faults: u32,
    head: Vec<u8>,
    width: f64,
    height: f64,
    n_colours: u32,
}

fn watched(page: &str) -> String {
    let hash = STANDARD.encode(Sha256::digest(CATCHER.as_bytes()));
    page.replacen("script-src ", &format!("script-src 'sha256-{hash}' "), 1).replacen(
        "<title>",
        &format!("<script>{CATCHER}</script><title>"),
        1,
    )
}

impl Visit<'_> {
    /// Saves the map as one kind of file, and looks at the file.
    async fn save(&self, kind: &str) -> Result<Caught> {
        self.session.click(".save-open").await?;
        self.session.click(&format!("[data-save={kind}]")).await?;
        let script = "return window.caught.pop() ?? null";
        let caught: String = self.session.until("a file", script).await?;
        let is_closed = "return !document.querySelector('[data-part=save]')";
        self.session.until::<bool>("the panel to close", is_closed).await?;
        Ok(serde_json::from_str(&caught)?)
    }

    async fn active(&self) -> Result<String> {
        let script = "const at = document.activeElement; return at.id || at.className";
        self.session.ask(script).await
    }
}

async fn is_taken_along(visit: &Visit<'_>) -> Result<()> {
    visit.open("#/v1/?place=qamishli").await?;
    let session = visit.session;
    let names: Vec<String> = session
        .ask("return [...document.querySelectorAll('.marker:is(.left, .right, .above, .below, .centre) .name')].map((name) => name.dataset.text ?? name.textContent)")
        .await?;
    ensure!(names.iter().any(|name| name == "Qamishli"), "{names:?}");
    let said: String = session
        .ask("return document.querySelector('[data-part=counts] p').textContent.trim()")
        .await?;

    let svg = visit.save("svg").await?;
    ensure!(svg.kind == "image/svg+xml" && svg.faults == 0, "{svg:?}");
    let day = svg.name.strip_suffix(".svg").context("ends with .svg")?;
    ensure!(day.len() > 11 && day.chars().rev().nth(2) == Some('-'), "{}", svg.name);
    let title: String = session.ask("return document.querySelector('h1').textContent").await?;
    for text in names.iter().chain([&title, &said]) {
        ensure!(svg.text.contains(&format!(">{text}")), "the picture lacks {text:?}");
    }
    ensure!(svg.text.contains("place=qamishli"), "the picture lacks its link");
    ensure!(
        !svg.text.contains("file:") && !svg.text.contains("var("),
        "the picture tells too much"
    );
    let told: String = session
        .until("a notice", "return document.querySelector('[data-notice]')?.textContent ?? null")
        .await?;
    ensure!(told.contains(&svg.name), "{told}");

    let png = visit.save("png").await?;
    ensure!(png.kind == "image/png" && png.name.ends_with(".png"), "{png:?}");
    ensure!(png.head == [0x89, b'P', b'N', b'G', 13, 10, 26, 10], "{:?}", png.head);
    ensure!((png.width, png.height) == (2.0 * svg.width, 2.0 * svg.height), "{png:?}");
    ensure!(png.n_colours > 50, "the image has {} colours", png.n_colours);

    // By keyboard alone.
    let open = session.driver.find(By::Css(".save-open")).await?;
    open.send_keys(Key::Enter).await?;
    session
        .until::<bool>("the panel", "return document.activeElement?.id === 'save-title'")
        .await?;
    session.driver.active_element().await?.send_keys(Key::Escape).await?;
    let is_closed = "return !document.querySelector('[data-part=save]')";
    session.until::<bool>("the panel to close", is_closed).await?;
    ensure!(
        visit.active().await?.contains("save-open"),
        "the keyboard is at {}",
        visit.active().await?
    );

    session.console_is_silent().await?;
    ensure!(session.trapped().is_empty());
    Ok(())
}

/// The sheet stands in the page before the browser goes on to print, with numbered places; it is gone afterwards.
async fn is_printed(visit: &Visit<'_>) -> Result<()> {
    visit.open("").await?;
    let session = visit.session;
    let (n_listed, is_svg, n_named, is_hidden): (u32, bool, u32, bool) = session
        .ask(
            "window.dispatchEvent(new Event('beforeprint'));
             const sheet = document.querySelector('[data-part=sheet]');
             const svg = sheet.querySelector('svg');
             return [
                 sheet.querySelectorAll('li').length,
                 svg instanceof SVGSVGElement && svg.querySelector('svg path') instanceof SVGPathElement,
                 document.querySelectorAll('[data-part=facets] [data-facet=place] [data-value]').length,
                 getComputedStyle(sheet).display === 'none',
             ]",
        )
        .await?;
    ensure!(n_listed > 3 && n_listed <= n_named, "{n_listed} of {n_named} places are numbered");
    ensure!(is_svg, "the picture is none");
    ensure!(is_hidden, "the screen shows what is for paper");
    let script = "window.dispatchEvent(new Event('afterprint'));
        return document.querySelector('[data-part=sheet]').childNodes.length";
    ensure!(session.ask::<u32>(script).await? == 0, "the sheet stays");
    Ok(())
}

async fn is_saved_and_printed(visit: &Visit<'_>) -> Result<()> {
    is_taken_along(visit).await?;
    is_printed(visit).await
}

/// A page per test, because they run side by side.
fn check_watched(browser: Browser, origin: Origin, name: &str) {
    check_file(browser, origin, &copy(name, watched), is_saved_and_printed);
}

#[test]
fn chromium_file() {
    check_watched(Browser::Chromium, Origin::File, "saves-chromium-file");
}

#[test]
fn chromium_http() {
    check_watched(Browser::Chromium, Origin::Http, "saves-chromium-http");
}

#[test]
fn firefox_file() {
    check_watched(Browser::Firefox, Origin::File, "saves-firefox-file");
}

#[test]
fn firefox_http() {
    check_watched(Browser::Firefox, Origin::Http, "saves-firefox-http");
}
