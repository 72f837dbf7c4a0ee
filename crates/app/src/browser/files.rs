//! Files and texts that the reader gives to the page: chosen, dropped or pasted.

use super::events::is_from_within;
use super::listener::Listener;
use js_sys::futures::{JsFuture, spawn_local};
use wasm_bindgen::JsCast as _;
use web_sys::{
    ClipboardEvent, DataTransfer, DragEvent, Element, Event, File, FileList, HtmlDialogElement,
    HtmlInputElement, HtmlTextAreaElement,
};

/// A text that is read at once is no longer than this.
const MOST_BYTES: f64 = 4e6;

/// Where what is typed or pasted belongs to the field.
const FIELDS: &str = "input, textarea, [contenteditable]";

/// Something to be read.
pub struct Incoming {
    /// The name of the file, or of the text as if it were one.
    pub name: String,
    /// What it holds.
    pub content: Content,
}

/// What is to be read.
pub enum Content {
    /// A file, whose bytes only the worker asks for.
    File(File),
    /// A text.
    Text(String),
}

/// What was pasted where no field has the keyboard.
pub enum Pasted {
    /// Files.
    Files(Vec<Incoming>),
    /// A text.
    Text(String),
}

/// The files that were chosen in the input from which the event comes.
pub fn chosen_files(event: &Event) -> Vec<Incoming> {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    input.and_then(|input| input.files()).map(|list| files(&list)).unwrap_or_default()
}

/// Listens for files that are held over the page, wherever, and for their being dropped.
pub struct DropWatch {
    _listeners: [Listener; 3],
}

impl DropWatch {
    /// Tells when files come over the page and go away, and which are dropped.
    pub fn new(
        on_drag: impl Fn(bool) + Clone + 'static,
        on_drop: impl Fn(Vec<Incoming>) + 'static,
    ) -> Self {
        let (leave, end) = (on_drag.clone(), on_drag.clone());
        let over = Listener::on_window("dragover", move |event| {
            if carried(event).is_some() {
                // Without this the browser would open the file instead of the page.
                event.prevent_default();
                on_drag(true);
            }
        });
        let leave = Listener::on_window("dragleave", move |event| {
            let is_out =
                event.dyn_ref::<DragEvent>().is_some_and(|event| event.related_target().is_none());
            if is_out {
                leave(false);
            }
        });
        let drop = Listener::on_window("drop", move |event| {
            if let Some(carried) = carried(event) {
                event.prevent_default();
                end(false);
                on_drop(carried.files().map(|list| files(&list)).unwrap_or_default());
            }
        });
        Self { _listeners: [over, leave, drop] }
    }
}

/// Listens for pasting where no field has the keyboard.
pub fn watch_paste(on_paste: impl Fn(Pasted) + 'static) -> Listener {
    Listener::on_window("paste", move |event| {
        let carried = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
        let Some(carried) = carried.filter(|_| !is_from_within(event, FIELDS)) else { return };
        let files = carried.files().map(|list| files(&list)).unwrap_or_default();
        let text = carried.get_data("text/plain").unwrap_or_default();
        if !files.is_empty() {
            event.prevent_default();
            on_paste(Pasted::Files(files));
        } else if !text.trim().is_empty() {
            event.prevent_default();
            on_paste(Pasted::Text(text));
        }
    })
}

/// What a drag carries, when there are files in it.
fn carried(event: &Event) -> Option<DataTransfer> {
    let carried = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    carried.types().includes(&"Files".into(), 0).then_some(carried)
}

fn files(list: &FileList) -> Vec<Incoming> {
    let files = (0..list.length()).filter_map(|i| list.get(i));
    files.map(|file| Incoming { name: file.name(), content: Content::File(file) }).collect()
}

/// Hands over the text of the first file; of one that is too large, or that the browser does not read, an empty one.
pub fn read_text(files: Vec<Incoming>, on_text: impl FnOnce(String) + 'static) {
    let Some(Content::File(file)) = files.into_iter().next().map(|file| file.content) else {
        return;
    };
    spawn_local(async move {
        let is_small = file.size() <= MOST_BYTES;
        let text = if is_small { JsFuture::from(file.text()).await.ok() } else { None };
        on_text(text.and_then(|text| text.as_string()).unwrap_or_default());
    });
}

/// Opens a dialog over the page, and keeps the keyboard in it.
pub fn show_dialog(element: &Element) {
    if let Some(dialog) = element.dyn_ref::<HtmlDialogElement>() {
        // One that is open already stays.
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog; the keyboard is where it was before at once.
pub fn close_dialog(element: &Element) {
    if let Some(dialog) = element.dyn_ref::<HtmlDialogElement>() {
        dialog.close();
    }
}

/// Calls back when a dialog was closed, by the Escape key or otherwise.
pub fn on_dialog_close(element: &Element, callback: impl Fn() + 'static) -> Listener {
    Listener::on_target(element, "close", move |_| callback())
}

/// The text in a field of several lines.
pub fn text_in(element: &Element) -> String {
    element.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value).unwrap_or_default()
}
