//! Files that the page gives to the reader: a text as it stands, or an image that the browser paints of a picture.
//!
//! Nothing is fetched: the picture is an address of type `data:`, which the policy of the page allows and which does not taint a canvas.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use js_sys::futures::{JsFuture, spawn_local};
use js_sys::{Array, Date, Promise};
use std::cell::RefCell;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, Document, HtmlAnchorElement,
    HtmlCanvasElement, HtmlImageElement, Url,
};

/// The address of a file in memory; dropping it takes it back.
struct FileAddress(String);

impl Drop for FileAddress {
    fn drop(&mut self) {
        let _ = Url::revoke_object_url(&self.0);
    }
}

thread_local! {
    /// A browser may read a file after the click that saved it: its address is kept until the next is saved.
    static LAST: RefCell<Option<FileAddress>> = const { RefCell::new(None) };
}

/// The reader's day, as year, month and day.
pub fn today() -> (i32, u32, u32) {
    let now = Date::new_0();
    (now.get_full_year() as i32, now.get_month() + 1, now.get_date())
}

/// Saves a text as a file, and says whether the browser took it.
pub fn save_text(name: &str, kind: &str, text: &str) -> bool {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)
        .ok()
        .and_then(|blob| save(name, &blob))
        .is_some()
}

/// Paints a picture (a text in SVG) with so many pixels for each of its own, saves it as PNG, and says whether that worked.
pub fn save_image(
    name: String,
    picture: String,
    size: (f64, f64),
    scale: f64,
    on_done: impl FnOnce(bool) + 'static,
) {
    spawn_local(async move {
        let image = painted(&picture, size, scale).await;
        on_done(image.and_then(|image| save(&name, &image)).is_some());
    });
}

fn save(name: &str, blob: &Blob) -> Option<()> {
    let address = FileAddress(Url::create_object_url_with_blob(blob).ok()?);
    let document = document()?;
    let link = document.create_element("a").ok()?.dyn_into::<HtmlAnchorElement>().ok()?;
    link.set_href(&address.0);
    link.set_download(name);
    document.body()?.append_child(&link).ok()?;
    link.click();
    link.remove();
    LAST.replace(Some(address));
    Some(())
}

async fn painted(picture: &str, (width, height): (f64, f64), scale: f64) -> Option<Blob> {
    let image = HtmlImageElement::new().ok()?;
    let loaded = Promise::new(&mut |resolve, reject| {
        image.set_onload(Some(&resolve));
        image.set_onerror(Some(&reject));
    });
    image.set_src(&format!("data:image/svg+xml;base64,{}", STANDARD.encode(picture)));
    JsFuture::from(loaded).await.ok()?;
    let canvas = document()?.create_element("canvas").ok()?.dyn_into::<HtmlCanvasElement>().ok()?;
    let (width, height) = ((width * scale).round(), (height * scale).round());
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context = canvas.get_context("2d").ok().flatten()?;
    let context = context.dyn_into::<CanvasRenderingContext2d>().ok()?;
    context
        .draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)
        .ok()?;
    let made = Promise::new(&mut |resolve, reject| {
        if let Err(error) = canvas.to_blob(&resolve) {
            let _ = reject.call1(&JsValue::UNDEFINED, &error);
        }
    });
    // A canvas that is too large for the browser makes null.
    JsFuture::from(made).await.ok()?.dyn_into::<Blob>().ok()
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
