//! Putting a text on the clipboard.

use js_sys::futures::{JsFuture, spawn_local};
use wasm_bindgen::JsCast as _;
use web_sys::{Document, HtmlTextAreaElement};

/// Copies the text and says whether it worked.
pub fn copy_text(text: String, on_done: Box<dyn FnOnce(bool)>) {
    spawn_local(async move { on_done(copy(text).await) });
}

async fn copy(text: String) -> bool {
    let Some(window) = web_sys::window() else { return false };
    // Where a page is not trusted with the clipboard, the property itself is missing.
    let navigator = window.navigator();
    let has_clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into())
        .is_ok_and(|found| !found.is_undefined() && !found.is_null());
    if has_clipboard && JsFuture::from(navigator.clipboard().write_text(&text)).await.is_ok() {
        return true;
    }
    window.document().is_some_and(|document| copy_by_selection(&document, &text).is_some())
}

/// The older way: a text that is selected is copied by command.
fn copy_by_selection(document: &Document, text: &str) -> Option<()> {
    let area = document.create_element("textarea").ok()?.dyn_into::<HtmlTextAreaElement>().ok()?;
    area.set_class_name("beyond-sight");
    area.set_value(text);
    document.body()?.append_child(&area).ok()?;
    area.select();
    let command = js_sys::Reflect::get(document, &"execCommand".into()).ok();
    let copied = command
        .and_then(|found| found.dyn_into::<js_sys::Function>().ok())
        .and_then(|command| command.call1(document, &"copy".into()).ok())
        .is_some_and(|answer| answer.is_truthy());
    area.remove();
    copied.then_some(())
}
