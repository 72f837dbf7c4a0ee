//! What tests of whole walks through the page share: waiting for what must be seen, and the states that an address promises.

use anyhow::{Context as _, Result, ensure};
use dateline_tests::browser::Session;
use serde::Deserialize;
use thirtyfour::{By, Key, TypingData, WindowHandle};

use super::Visit;

/// What the page tells of its state in words and figures.
const VIEW: &str = "
    const one = (selector) => document.querySelector(selector);
    const all = (selector) => document.querySelectorAll(selector).length;
    const counts = one('[data-part=counts]');
    const { articles, excerpts, places } = counts.dataset;
    return {
        address: location.hash,
        counts: [articles, excerpts, places].map(Number),
        says: [...counts.querySelectorAll('p, button')].map((e) => e.textContent.trim()),
        rows: ['[data-group]', '[data-excerpt]', '[data-statement]', '[data-line]'].map(all),
        open: ['#reading-title', '#entity-title'].map((title) => one(title)?.textContent ?? ''),
        lit: [...document.querySelectorAll('[data-part=reading] .lit')].map((e) => e.textContent),
    }";

/// What is seen of a state that stands in the address.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(super) struct View {
    pub(super) address: String,
    /// The figures of `[data-part=counts]`: articles, excerpts, places.
    pub(super) counts: [u32; 3],
    /// The sentence of the selection, and what can be taken away from it.
    pub(super) says: Vec<String>,
    /// How many groups, excerpts, statements and lines of the concordance.
    pub(super) rows: [u32; 4],
    /// The titles of an open article and an open panel.
    pub(super) open: [String; 2],
    /// The lit passage of an open article.
    pub(super) lit: Vec<String>,
}

/// States that a walk came by.
#[derive(Default)]
pub(super) struct Stops(Vec<View>);

impl Stops {
    /// Remembers the state that the page shows.
    pub(super) async fn add(&mut self, visit: &Visit<'_>) -> Result<()> {
        self.0.push(visit.view().await?);
        Ok(())
    }

    /// Every one of them is shown again in a window that has not seen it, without a notice.
    pub(super) async fn open_anew(&self, visit: &Visit<'_>) -> Result<()> {
        ensure!(!self.0.is_empty(), "no state was remembered");
        let Session { driver, .. } = visit.session;
        let before = driver.window().await?;
        fresh_window(visit).await?;
        for stop in &self.0 {
            visit.open(&stop.address).await?;
            let view = visit.view().await?;
            ensure!(view == *stop, "a fresh window shows {view:#?}, not {stop:#?}");
            let notice = "return document.querySelector('[data-notice]')?.textContent ?? ''";
            let notice: String = visit.session.ask(notice).await?;
            ensure!(notice.is_empty(), "{} says {notice}", stop.address);
        }
        close_window(visit, before).await
    }
}

/// Goes to a new window.
pub(super) async fn fresh_window(visit: &Visit<'_>) -> Result<()> {
    let window = visit.session.driver.new_window().await?;
    Ok(visit.session.driver.switch_to_window(window).await?)
}

/// Closes the window and goes back to another.
pub(super) async fn close_window(visit: &Visit<'_>, to: WindowHandle) -> Result<()> {
    visit.session.driver.close_window().await?;
    Ok(visit.session.driver.switch_to_window(to).await?)
}

impl Visit<'_> {
    /// What the page tells of its state now.
    pub(super) async fn view(&self) -> Result<View> {
        self.session.ask(VIEW).await
    }

    /// Waits until a condition of the page holds.
    pub(super) async fn shows(&self, what: &str, condition: &str) -> Result<()> {
        let is_so = self.session.until::<bool>(what, &format!("return {condition}")).await?;
        ensure!(is_so, "{what}: {condition} is neither true nor false");
        Ok(())
    }

    /// Waits until a key of the address has these values and no others, and the page has been drawn since.
    pub(super) async fn wait_for(&self, key: &str, values: &[&str]) -> Result<()> {
        let values = serde_json::to_string(values)?;
        let script = format!(
            "return JSON.stringify(new URLSearchParams(location.hash.split('?')[1] ?? '').getAll('{key}')) === {} \
             && new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(true), 0)))",
            serde_json::to_string(&values)?
        );
        let what = format!("{key} to be {values} in the address");
        self.session.until::<bool>(&what, &script).await.map(|_| ())
    }

    /// Presses keys while another is held.
    pub(super) async fn hold(&self, held: Key, keys: impl Into<TypingData>) -> Result<()> {
        let chain = self.session.driver.action_chain().key_down(held.clone()).send_keys(keys);
        Ok(chain.key_up(held).perform().await?)
    }

    /// Gives the keyboard to an element.
    pub(super) async fn focus(&self, selector: &str) -> Result<()> {
        let script = "document.querySelector(arguments[0]).focus()";
        let done = self.session.ask_with::<()>(script, vec![selector.into()]).await;
        done.with_context(|| format!("no {selector}"))
    }

    /// Clicks the button of a part that bears a name, as its text or for those who hear it.
    pub(super) async fn click_named(&self, part: &str, name: &str) -> Result<()> {
        let path = format!(
            "//*[@data-part='{part}']//button[@aria-label='{name}' or normalize-space()='{name}']"
        );
        let button = self.session.driver.find(By::XPath(path)).await;
        let button = button.with_context(|| format!("no {name} in {part}"))?;
        button.scroll_into_view().await?;
        button.click().await.with_context(|| format!("cannot click {name}"))
    }

    /// The values of a facet that are listed, in their order.
    pub(super) async fn listed(&self, facet: &str) -> Result<Vec<String>> {
        let script = "return [...document.querySelectorAll(`[data-facet=${arguments[0]}] [data-value]`)].map((row) => row.dataset.value)";
        self.session.ask_with(script, vec![facet.into()]).await
    }
}
