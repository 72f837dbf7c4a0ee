//! The address bar of the browser: the fragment of the page's address, and the news that it became another.
//!
//! History may be refused (Safari after 100 calls in 30 seconds, some embedded frames): then the fragment is set directly, which is a step more in history but keeps the address true.

use super::listener::Listener;
use dateline_view::navigate::AddressBar;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// The address bar; clones share what they know.
#[derive(Clone, Default)]
pub struct BrowserAddressBar {
    /// The fragment that we wrote or heard of last, so that our own writing is no arrival.
    last: Rc<RefCell<String>>,
}

impl BrowserAddressBar {
    /// The bar as it stands.
    pub fn new() -> Self {
        let bar = Self::default();
        bar.last.replace(bar.fragment());
        bar
    }

    /// Calls back with the fragment whenever the reader goes back, forward, or types another.
    pub fn watch(&self, on_arrive: impl Fn(String) + 'static) -> Arrivals {
        let on_arrive = Rc::new(on_arrive);
        let listen = |kind: &'static str| {
            let (bar, on_arrive) = (self.clone(), Rc::clone(&on_arrive));
            Listener::on_window(kind, move |_| {
                let fragment = bar.fragment();
                if bar.last.replace(fragment.clone()) != fragment {
                    on_arrive(fragment);
                }
            })
        };
        Arrivals { _listeners: [listen("popstate"), listen("hashchange")] }
    }

    fn write(&self, fragment: &str, as_step: bool) {
        self.last.replace(fragment.to_owned());
        let Some(window) = web_sys::window() else { return };
        let written = window.history().and_then(|history| {
            if as_step {
                history.push_state_with_url(&JsValue::NULL, "", Some(fragment))
            } else {
                history.replace_state_with_url(&JsValue::NULL, "", Some(fragment))
            }
        });
        if written.is_err() {
            // The last resort; if even this is refused, the page goes on with an old address.
            let _ = window.location().set_hash(fragment);
        }
    }
}

impl AddressBar for BrowserAddressBar {
    fn fragment(&self) -> String {
        web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
    }

    fn push(&mut self, fragment: &str) {
        self.write(fragment, true);
    }

    fn replace(&mut self, fragment: &str) {
        self.write(fragment, false);
    }
}

/// Listens for other addresses until it is dropped.
pub struct Arrivals {
    _listeners: [Listener; 2],
}

/// The whole address of this page with another fragment.
pub fn link_to(fragment: &str) -> String {
    let page = web_sys::window().and_then(|w| w.location().href().ok()).unwrap_or_default();
    let page = page.split('#').next().unwrap_or_default();
    format!("{page}{fragment}")
}
