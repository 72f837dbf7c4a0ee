//! The document: where the page is mounted, its marks of readiness, and the page that is shown when nothing else can be.

use dateline_view::wording::chrome;
use std::cell::Cell;
use web_sys::{Document, Element};
use yew::BaseComponent;

thread_local! {
    /// A second panic, while the first is being told, says nothing more.
    static HAS_FAILED: Cell<bool> = const { Cell::new(false) };
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element for the program, emptied; made when the page has none.
pub fn take_root() -> Option<Element> {
    let document = document()?;
    let root = match document.get_element_by_id("app") {
        Some(root) => root,
        None => {
            let root = document.create_element("div").ok()?;
            root.set_id("app");
            document.body()?.append_child(&root).ok()?;
            root
        }
    };
    root.set_text_content(None);
    Some(root)
}

/// Draws a component into an element, for as long as the page lives.
pub fn mount<C: BaseComponent>(root: Element, props: C::Properties) {
    yew::Renderer::<C>::with_root_and_props(root, props).render();
}

/// Width and height of the map in the first view, which has the layout of the page; none when it shows no map.
pub fn measure_first_map() -> Option<(f64, f64)> {
    let map = document()?.query_selector("#app [data-part=map]").ok().flatten()?;
    let (width, height) = (map.client_width(), map.client_height());
    (width > 0 && height > 0).then(|| (f64::from(width), f64::from(height)))
}

fn set_ready(value: &str) {
    if let Some(body) = document().and_then(|document| document.body()) {
        let _ = body.set_attribute("data-ready", value);
    }
}

/// Says that the page is ready: once, after its first view is in the document.
pub fn mark_ready() {
    if HAS_FAILED.get() {
        return;
    }
    set_ready("true");
    if let Some(performance) = web_sys::window().and_then(|window| window.performance()) {
        let _ = performance.mark("dateline-ready");
    }
}

/// Gives the document a title.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Binds a pointer to an element, so that a drag goes on outside of it.
pub fn take_pointer(element: &Element, pointer: i32) {
    let _ = element.set_pointer_capture(pointer);
}

/// Lets the pointer go.
pub fn release_pointer(element: &Element, pointer: i32) {
    let _ = element.release_pointer_capture(pointer);
}

/// What the failure page says.
pub struct Report<'a> {
    /// What happened, as a sentence.
    pub what: &'a str,
    /// What to do.
    pub advice: &'a str,
    /// Lines for whoever looks for the mistake; they hold no text of an article.
    pub details: Option<&'a str>,
}

/// Shows the failure page instead of everything else.
pub fn show_failure(report: &Report<'_>) {
    HAS_FAILED.set(true);
    if let Some(root) = take_root() {
        let _ = write_failure(&root, report);
    }
    set_ready("failed");
}

fn write_failure(root: &Element, report: &Report<'_>) -> Option<()> {
    let document = document()?;
    let part = |parent: &Element, name: &str, class: &str, text: &str| {
        let element = document.create_element(name).ok()?;
        element.set_class_name(class);
        element.set_text_content(Some(text));
        parent.append_child(&element).ok()?;
        Some(element)
    };
    let page = part(root, "main", "failure-page", "")?;
    let _ = page.set_attribute("role", "alert");
    part(&page, "p", "mark", chrome::PRODUCT)?;
    part(&page, "h1", "", chrome::FAILED_HEADING)?;
    part(&page, "p", "what", report.what)?;
    part(&page, "p", "advice", report.advice)?;
    if let Some(details) = report.details {
        part(&page, "pre", "", details)?;
    }
    Some(())
}

/// A panic shows the failure page. Its message may quote an article, so that the report holds only the place in the program.
pub fn install_panic_hook() {
    yew::set_custom_panic_hook(Box::new(|panic| {
        if HAS_FAILED.replace(true) {
            return;
        }
        let place = panic.location().map_or_else(String::new, |l| {
            format!("{}, line {}, column {}", l.file(), l.line(), l.column())
        });
        let details = format!("{} {}\n{place}", chrome::PRODUCT, env!("CARGO_PKG_VERSION"));
        show_failure(&Report {
            what: chrome::FAILED_PROGRAM,
            advice: chrome::FAILED_PROGRAM_ADVICE,
            details: Some(&details),
        });
    }));
}
