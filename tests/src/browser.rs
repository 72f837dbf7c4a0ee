//! Chromium and Firefox, each with a fresh profile, without a window, and silent.
//!
//! Both send whatever would leave this machine to a trap, which keeps it; both are told to do nothing of their own accord.

use std::future::Future;
use std::time::Duration;

use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use thirtyfour::{Capabilities, WebDriver};

use crate::driver::Driver;
use crate::files;
use crate::server::Server;

/// Which browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium, or Chrome where there is no Chromium.
    Chromium,
    /// Firefox or Firefox ESR.
    Firefox,
}

/// Hosts that the browsers ask of their own accord, whatever page is open: their clocks, updates, settings and accounts.
const OWN_HOSTS: [&str; 10] = [
    "accounts.google.com",
    "clients2.google.com",
    "content-autofill.googleapis.com",
    "optimizationguide-pa.googleapis.com",
    "update.googleapis.com",
    "www.google.com",
    "aus5.mozilla.org",
    "content-signature-2.cdn.mozilla.net",
    "firefox-settings-attachments.cdn.mozilla.net",
    "firefox.settings.services.mozilla.com",
];

/// A browser that runs; quit it with [`Session::quit`].
#[derive(Debug)]
pub struct Session {
    /// For commands.
    pub driver: WebDriver,
    /// Which one it is.
    pub browser: Browser,
    /// The proxy behind which there is nothing.
    trap: Server,
    // After `driver`, so that the browser goes first.
    _process: Driver,
}

impl Browser {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Chromium, Self::Firefox];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        }
    }

    /// Starts it.
    ///
    /// # Errors
    /// When the browser or its driver is missing or does not start.
    pub async fn start(self) -> Result<Session> {
        let trap = Server::trap().context("no free port on 127.0.0.1")?;
        let (driver, capabilities) = match self {
            Self::Chromium => ("chromedriver", chromium(&trap)?),
            Self::Firefox => ("geckodriver", firefox(&trap)?),
        };
        let process = Driver::start(driver)?;
        let capabilities: Capabilities = serde_json::from_value(capabilities)?;
        let driver = WebDriver::builder(process.address(), capabilities)
            .request_timeout(Duration::from_secs(60))
            .await
            .with_context(|| format!("{} does not start", self.name()))?;
        Ok(Session { driver, browser: self, trap, _process: process })
    }
}

impl Session {
    /// What tried to leave this machine and was not the browser's own doing.
    pub fn trapped(&self) -> Vec<String> {
        let is_own = |request: &String| {
            let target = request.split(' ').nth(1).unwrap_or_default();
            let host =
                target.trim_start_matches("http://").split(['/', ':']).next().unwrap_or_default();
            OWN_HOSTS.contains(&host)
        };
        self.trap.requests().into_iter().filter(|request| !is_own(request)).collect()
    }

    /// Ends the browser.
    ///
    /// # Errors
    /// When it does not answer any more.
    pub async fn quit(self) -> Result<()> {
        Ok(self.driver.quit().await?)
    }
}

/// Starts a browser, hands it to `body`, and ends it however `body` ended.
///
/// # Errors
/// Those of the start and those of `body`.
pub fn with<T>(browser: Browser, body: impl AsyncFnOnce(&Session) -> Result<T>) -> Result<T> {
    wait(async {
        let session = browser.start().await?;
        let done = body(&session).await;
        let quit = session.quit().await;
        let done = done?;
        quit?;
        Ok(done)
    })
}

/// Waits for a future on this thread.
///
/// # Errors
/// Those of the future.
pub fn wait<T>(future: impl Future<Output = Result<T>>) -> Result<T> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(future)
}

fn program(names: &[&str]) -> Result<String> {
    let found = names.iter().find_map(|name| files::program(name));
    let found = found.with_context(|| format!("none of {} is on PATH", names.join(", ")))?;
    Ok(found.to_string_lossy().into_owned())
}

fn chromium(trap: &Server) -> Result<Value> {
    let proxy = format!("--proxy-server=http://127.0.0.1:{}", trap.port());
    Ok(json!({
        "browserName": "chrome",
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        "goog:chromeOptions": {
            "binary": program(&["chromium", "chromium-browser", "google-chrome"])?,
            "args": [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--disable-default-apps", "--disable-extensions",
                "--disable-features=AutofillServerCommunication,NetworkTimeServiceQuerying,OptimizationHints",
                "--hide-scrollbars", "--force-device-scale-factor=1", "--lang=en",
                "--window-size=1440,900", proxy,
            ],
        },
    }))
}

fn firefox(trap: &Server) -> Result<Value> {
    let nowhere = "data:,";
    Ok(json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": program(&["firefox", "firefox-esr"])?,
            "args": ["-headless", "--width=1440", "--height=900"],
            "prefs": {
                // Everything that is not this machine goes to the trap.
                "network.proxy.type": 1,
                "network.proxy.http": "127.0.0.1",
                "network.proxy.http_port": trap.port(),
                "network.proxy.ssl": "127.0.0.1",
                "network.proxy.ssl_port": trap.port(),
                "network.trr.mode": 5,
                // What Firefox does of its own accord.
                "app.normandy.enabled": false,
                "app.update.auto": false,
                "browser.aboutwelcome.enabled": false,
                "browser.newtabpage.enabled": false,
                "browser.region.network.url": nowhere,
                "browser.safebrowsing.downloads.enabled": false,
                "browser.safebrowsing.malware.enabled": false,
                "browser.safebrowsing.phishing.enabled": false,
                "browser.safebrowsing.update.enabled": false,
                "browser.search.update": false,
                "browser.startup.page": 0,
                "browser.topsites.contile.enabled": false,
                "captivedetect.canonicalURL": nowhere,
                "datareporting.healthreport.uploadEnabled": false,
                "datareporting.policy.dataSubmissionEnabled": false,
                "dom.push.connection.enabled": false,
                "extensions.getAddons.cache.enabled": false,
                "extensions.systemAddon.update.enabled": false,
                "extensions.update.enabled": false,
                "media.gmp-manager.updateEnabled": false,
                "media.gmp-manager.url": nowhere,
                "network.captive-portal-service.enabled": false,
                "network.connectivity-service.enabled": false,
                "network.dns.disablePrefetch": true,
                "network.prefetch-next": false,
                "security.OCSP.enabled": 0,
                "services.settings.server": nowhere,
                "toolkit.telemetry.server": nowhere,
                "toolkit.telemetry.unified": false,
            },
        },
    }))
}
