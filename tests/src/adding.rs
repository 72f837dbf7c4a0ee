//! Adding articles to an open page, as a reader does, and speaking to its worker directly, as only tests do.

use anyhow::Result;
use serde_json::json;

use crate::browser::Session;

/// Drops files on the page: names and texts.
const DROP: &str = "
    const carried = new DataTransfer();
    for (const [name, text] of arguments[0]) carried.items.add(new File([text], name));
    for (const kind of arguments[1]) {
        document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: carried, bubbles: true, cancelable: true }));
    }";

/// Waits until nothing is read any more, and takes the notices.
const NOTICES: &str = "
    if (document.querySelector('[data-part=progress]')) return null;
    const told = [...document.querySelectorAll('[role=status][data-notice] > span')].map((e) => e.innerText);
    return told.length > 0 && told";

/// Starts a worker from the page's own blocks, gives it one order, and answers with SHA-256 and length of each report, and the milliseconds from the order to its end.
const ORDER: &str = "
    const unpack = async (text) => {
        const bytes = Uint8Array.from(atob(text.trim()), (c) => c.charCodeAt(0));
        return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
    };
    const block = (id) => document.getElementById(id).textContent;
    const knowledge = [...document.querySelectorAll('script[id^=dateline-knowledge-]')]
        .map((e) => [e.id.slice('dateline-knowledge-'.length), { text: e.textContent }]);
    const run = async (orders) => {
        const script = await unpack(block('dateline-worker-script'));
        const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
        const order = (files) => new Promise((done, fail) => {
            const reports = [];
            worker.onmessage = ({ data }) => {
                if (data.failed !== undefined) fail(new Error(`the worker failed: ${data.failed}`));
                else if (data.done) done(reports);
                else reports.push(data);
            };
            worker.onerror = (event) => fail(new Error(event.message));
            worker.postMessage({ files });
        });
        worker.postMessage({ start: { program: { text: block('dateline-worker') }, knowledge } });
        // The first order only wakes it.
        await order([]);
        const answers = [];
        for (const files of orders) {
            const bytes = files.map(([name, text]) => [name, new Blob([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))])]);
            const began = performance.now();
            const reports = await order(bytes);
            const millis = performance.now() - began;
            const hashes = [];
            for (const report of reports) {
                const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', report));
                hashes.push([report.length, [...digest].map((b) => b.toString(16).padStart(2, '0')).join('')]);
            }
            answers.push([millis, hashes]);
        }
        worker.terminate();
        return answers;
    };
    return run(arguments[0]);";

/// What the worker answers to an order: milliseconds, and length and SHA-256 of each report.
pub type Answer = (f64, Vec<(usize, String)>);

impl Session {
    /// Sends the events of dragging files over the page.
    ///
    /// # Errors
    /// Those of the script.
    pub async fn drag(&self, files: &[(&str, &str)], kinds: &[&str]) -> Result<()> {
        self.driver.execute(DROP, vec![json!(files), json!(kinds)]).await?;
        Ok(())
    }

    /// Drops files on the page and waits for what it says of them.
    ///
    /// # Errors
    /// When it says nothing.
    pub async fn drop_files(&self, files: &[(&str, &str)]) -> Result<Vec<String>> {
        self.drag(files, &["dragover", "drop"]).await?;
        self.told().await
    }

    /// Waits until nothing is being read, and takes the notices.
    ///
    /// # Errors
    /// When there are none.
    pub async fn told(&self) -> Result<Vec<String>> {
        self.until("the articles to be read", NOTICES).await
    }

    /// How many articles, excerpts and places the page counts.
    ///
    /// # Errors
    /// Those of the script.
    pub async fn counts(&self) -> Result<(u32, u32, u32)> {
        let script = "const { articles, excerpts, places } = document.querySelector('[data-part=counts]').dataset;
            return [+articles, +excerpts, +places]";
        self.ask(script).await
    }

    /// Gives orders to a worker of the page's own, past the page: names and base64 of bytes.
    ///
    /// # Errors
    /// When the worker fails.
    pub async fn order(&self, orders: &[Vec<(String, String)>]) -> Result<Vec<Answer>> {
        self.ask_with(ORDER, vec![serde_json::to_value(orders)?]).await
    }
}
