//! Questions to an open page, asked through the hooks of docs/hooks.md.

use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::{Value, json};
use thirtyfour::WebDriver;

use crate::browser::{Browser, Session};

/// Six views of the map, from the world to a town: name and value of `map=` in the address.
pub const MAP_VIEWS: [(&str, &str); 6] = [
    ("1-world", "1/20/20"),
    ("2-hemisphere", "2.2/30/40"),
    ("3-region", "4.2/34/40"),
    ("4-country", "5.8/35/38.5"),
    ("5-coast", "7.5/35.3/36.6"),
    ("6-town", "10/33.5/36.3"),
];

/// How long a page may take on a slow and busy machine; budgets are measured elsewhere.
const PATIENCE: Duration = Duration::from_secs(20);

impl Session {
    /// Opens an address in the present window and waits until the page says that it is ready, or has failed; returns which.
    ///
    /// # Errors
    /// When it says neither.
    pub async fn open(&self, address: &str) -> Result<String> {
        // A change of the fragment alone would not load the page anew.
        self.driver.goto("about:blank").await?;
        self.driver.goto(address).await?;
        self.ready().await
    }

    /// Waits until the page says `true` or `failed`.
    ///
    /// # Errors
    /// When it says neither.
    pub async fn ready(&self) -> Result<String> {
        self.until("the page to be ready", "return document.body?.dataset.ready ?? null").await
    }

    /// Runs a script in the page and takes what it returns.
    ///
    /// # Errors
    /// Those of the script.
    pub async fn ask<T: serde::de::DeserializeOwned>(&self, script: &str) -> Result<T> {
        self.ask_with(script, Vec::new()).await
    }

    /// The same, with arguments.
    ///
    /// # Errors
    /// Those of the script.
    pub async fn ask_with<T: serde::de::DeserializeOwned>(
        &self,
        script: &str,
        args: Vec<Value>,
    ) -> Result<T> {
        let answer = self.driver.execute(script, args).await.context("a script failed")?;
        Ok(serde_json::from_value(answer.json().clone())?)
    }

    /// Repeats a script until it returns something other than null or false.
    ///
    /// # Errors
    /// When it does not within the time that a page may take.
    pub async fn until<T: serde::de::DeserializeOwned>(
        &self,
        what: &str,
        script: &str,
    ) -> Result<T> {
        let started = Instant::now();
        loop {
            // A script that runs while a page goes and another comes may fail: asked again, it answers.
            let answer: Value = self.ask(script).await.unwrap_or_default();
            if !matches!(answer, Value::Null | Value::Bool(false)) {
                return Ok(serde_json::from_value(answer)?);
            }
            if started.elapsed() > PATIENCE {
                let shown: String = self.ask("return document.body?.innerText ?? ''").await?;
                let shown: String = shown.chars().take(500).collect();
                bail!("waited in vain for {what}; the page shows: {shown}");
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// Checks that the page wrote no error to the console. Firefox's driver does not tell: there it holds always.
    ///
    /// # Errors
    /// When there are errors.
    pub async fn console_is_silent(&self) -> Result<()> {
        if self.browser != Browser::Chromium {
            return Ok(());
        }
        let log = self.driver.browser_log().await?;
        let errors = log.iter().filter(|entry| entry.level == "SEVERE");
        let said: Vec<&str> = errors.map(|entry| entry.message.as_str()).collect();
        ensure!(said.is_empty(), "the console says {said:?}");
        Ok(())
    }

    /// Clicks the first element that a selector finds, as a pointer would.
    ///
    /// # Errors
    /// When there is none, or something lies over it.
    pub async fn click(&self, selector: &str) -> Result<()> {
        let element = self.driver.find(thirtyfour::By::Css(selector)).await;
        let element = element.with_context(|| format!("no {selector}"))?;
        element.scroll_into_view().await?;
        element.click().await.with_context(|| format!("cannot click {selector}"))
    }
}

/// Makes Chromium show the page in a size and a scheme of colours.
///
/// # Errors
/// When this is not Chromium.
pub async fn emulate(driver: &WebDriver, width: u32, height: u32, scheme: &str) -> Result<()> {
    let cdp = driver.cdp();
    let is_phone = width < 600;
    cdp.send_raw(
        "Emulation.setDeviceMetricsOverride",
        json!({ "width": width, "height": height, "deviceScaleFactor": if is_phone { 2 } else { 1 }, "mobile": is_phone }),
    )
    .await?;
    cdp.send_raw(
        "Emulation.setEmulatedMedia",
        json!({ "features": [
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ] }),
    )
    .await?;
    Ok(())
}
