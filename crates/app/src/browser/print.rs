//! Printing the page, and what is put into it for paper alone.

use super::listener::Listener;
use dateline_view::picture::Node;
use std::rc::Rc;
use web_sys::{Document, Element};

const SVG: &str = "http://www.w3.org/2000/svg";

/// Tells when the page is about to be printed, and when it was.
pub struct PrintWatch {
    _listeners: [Listener; 2],
}

impl PrintWatch {
    /// Begins to watch; `true` stands for "is about to be".
    pub fn new(on_change: impl Fn(bool) + 'static) -> Self {
        let on_change: Rc<dyn Fn(bool)> = Rc::new(on_change);
        let done = Rc::clone(&on_change);
        Self {
            _listeners: [
                Listener::on_window("beforeprint", move |_| on_change(true)),
                Listener::on_window("afterprint", move |_| done(false)),
            ],
        }
    }
}

/// Opens the browser's own way of printing.
pub fn print_page() {
    if let Some(window) = web_sys::window() {
        // Refused in some embedded frames, which then have no other way either.
        let _ = window.print();
    }
}

/// Puts these elements into a place, instead of what is in it; every text becomes a text node.
pub fn fill(place: &Element, nodes: &[Node]) {
    place.set_text_content(None);
    let document = web_sys::window().and_then(|window| window.document());
    let Some(document) = document else { return };
    for node in nodes {
        if let Some(element) = make(&document, node, false) {
            let _ = place.append_child(&element);
        }
    }
}

fn make(document: &Document, node: &Node, is_in_picture: bool) -> Option<Element> {
    let is_picture = is_in_picture || node.name == "svg";
    let element = if is_picture {
        document.create_element_ns(Some(SVG), node.name).ok()?
    } else {
        document.create_element(node.name).ok()?
    };
    for (name, value) in node.attributes.iter().filter(|(name, _)| *name != "xmlns") {
        let _ = element.set_attribute(name, value);
    }
    if !node.text.is_empty() {
        let _ = element.append_child(&document.create_text_node(&node.text));
    }
    for child in &node.children {
        let child = make(document, child, is_picture)?;
        let _ = element.append_child(&child);
    }
    Some(element)
}
