//! The worker: started from the blocks of the page, given files, ended by dropping it.
//!
//! Its script becomes a blob, because a page from `file://` may load no other; its program and knowledge are handed over as they stand in the page, packed.
//! In the hosted form they lie in files beside the page, and the worker is told where.

use super::blocks::read_block;
use super::files::{Content, Incoming};
use super::listener::Listener;
use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, BlobPropertyBag, Element, MessageEvent, Url};

/// Id of the block with the script.
const SCRIPT_ID: &str = "dateline-worker-script";
/// Id of the block with the program.
const PROGRAM_ID: &str = "dateline-worker";
/// What ids of blocks with knowledge begin with.
const KNOWLEDGE_PREFIX: &str = "dateline-knowledge-";
/// Where a part lies that is no block of the page.
const SOURCE: &str = "data-src";

/// What the worker says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Word {
    /// A report, in bytes.
    Report(Vec<u8>),
    /// The order is done.
    Done,
    /// Nothing more will come; the reason, when it is known.
    Failed(Option<String>),
}

/// A running worker.
pub struct BrowserWorker {
    worker: web_sys::Worker,
    address: String,
    _listeners: [Listener; 3],
}

impl BrowserWorker {
    /// Starts it; none when the page does not hold all of it, or the browser refuses.
    pub fn start(on_word: impl Fn(Word) + Clone + 'static) -> Option<Self> {
        let start = start_message()?;
        let script = String::from_utf8(read_block(SCRIPT_ID).ok()?).ok()?;
        let kind = BlobPropertyBag::new();
        kind.set_type("text/javascript");
        let pieces = Array::of1(&JsValue::from(script));
        let blob = Blob::new_with_str_sequence_and_options(&pieces, &kind).ok()?;
        let address = Url::create_object_url_with_blob(&blob).ok()?;
        let Ok(worker) = web_sys::Worker::new(&address) else {
            let _ = Url::revoke_object_url(&address);
            return None;
        };
        let fail = on_word.clone();
        let fail_too = on_word.clone();
        let listeners = [
            Listener::on_target(&worker, "message", move |event| {
                if let Some(word) = event.dyn_ref::<MessageEvent>().and_then(|e| word(&e.data())) {
                    on_word(word);
                }
            }),
            Listener::on_target(&worker, "error", move |_| fail(Word::Failed(None))),
            Listener::on_target(&worker, "messageerror", move |_| fail_too(Word::Failed(None))),
        ];
        let started = Self { worker, address, _listeners: listeners };
        started.worker.post_message(&start).ok()?;
        Some(started)
    }

    /// Gives an order; whether the worker could be given it.
    pub fn read(&self, files: Vec<Incoming>) -> bool {
        let list: Array = files
            .into_iter()
            .map(|Incoming { name, content }| {
                let content = match content {
                    Content::File(file) => JsValue::from(file),
                    Content::Text(text) => JsValue::from(text),
                };
                Array::of2(&JsValue::from(name), &content)
            })
            .collect();
        self.worker.post_message(&object("files", &list)).is_ok()
    }
}

impl Drop for BrowserWorker {
    fn drop(&mut self) {
        self.worker.terminate();
        let _ = Url::revoke_object_url(&self.address);
    }
}

fn word(data: &JsValue) -> Option<Word> {
    if let Some(bytes) = data.dyn_ref::<Uint8Array>() {
        return Some(Word::Report(bytes.to_vec()));
    }
    let field = |name: &str| Reflect::get(data, &name.into()).ok().filter(|v| !v.is_undefined());
    if let Some(reason) = field("failed") {
        return Some(Word::Failed(reason.as_string().filter(|reason| !reason.is_empty())));
    }
    field("done").map(|_| Word::Done)
}

/// What the worker is told first: where its program and its knowledge are.
fn start_message() -> Option<JsValue> {
    let document = web_sys::window()?.document()?;
    let program = source(&document.get_element_by_id(PROGRAM_ID)?)?;
    let selector = format!("script[id^={KNOWLEDGE_PREFIX}]");
    let blocks = document.query_selector_all(&selector).ok()?;
    let knowledge = Array::new();
    for i in 0..blocks.length() {
        let element = blocks.get(i)?.dyn_into::<Element>().ok()?;
        let id = element.id();
        let name = id.strip_prefix(KNOWLEDGE_PREFIX).unwrap_or_default();
        knowledge.push(&Array::of2(&name.into(), &source(&element)?));
    }
    let start = object("program", &program);
    Reflect::set(&start, &"knowledge".into(), &knowledge).ok()?;
    Some(object("start", &start))
}

/// A block, or where it lies; none when it is empty.
fn source(element: &Element) -> Option<JsValue> {
    if let Some(source) = element.get_attribute(SOURCE) {
        let base = web_sys::window()?.document()?.base_uri().ok()??;
        return Some(object("href", &Url::new_with_base(&source, &base).ok()?.href().into()));
    }
    // Not turned into a text of ours: it is long, and only passes through.
    let text = Reflect::get(element, &"textContent".into()).ok()?;
    let is_there = text.dyn_ref::<js_sys::JsString>().is_some_and(|text| text.length() > 0);
    is_there.then(|| object("text", &text))
}

fn object(key: &str, value: &JsValue) -> JsValue {
    let object = Object::new();
    // Setting a property of a plain object does not fail.
    let _ = Reflect::set(&object, &key.into(), value);
    object.into()
}
