//! Ties printing to the page: while the page is printed, a sheet with numbered places stands where the map stood.
//!
//! The sheet is drawn when the browser is about to print, whoever asked for it; an open article is printed without it.
//! It must stand in the page before the browser goes on, which no drawing of a component can promise: so it is filled in directly.

use crate::browser::{Delay, Element, PrintWatch, fill, link_to, print_page};
use crate::effect::use_drawn;
use crate::session::Session;
use crate::shared::Shared;
use dateline_core::basemap::Basemap;
use dateline_view::address;
use dateline_view::picture::{Node, sheet};
use yew::prelude::*;

/// So long after the wish the page prints, in milliseconds: by then the panel is gone.
const PRINT_DELAY_MILLIS: u32 = 60;

/// The place for the sheet, and the way to have the page printed.
#[hook]
pub fn use_printing(
    session: &UseReducerHandle<Session>,
    basemap: Option<&Shared<Basemap>>,
) -> (NodeRef, Callback<()>) {
    let place = use_node_ref();
    let latest = use_mut_ref(|| session.clone());
    latest.replace(session.clone());
    {
        let (place, basemap) = (place.clone(), basemap.cloned());
        use_drawn((), move |()| {
            PrintWatch::new(move |is_about_to| {
                let Some(place) = place.cast::<Element>() else { return };
                let session = latest.borrow().clone();
                let is_wanted = is_about_to && session.screen.reading.is_none();
                let nodes =
                    if is_wanted { drawn(&session, basemap.as_deref()) } else { Vec::new() };
                fill(&place, &nodes);
            })
        });
    }
    let pending = use_mut_ref(|| None::<Delay>);
    let on_print = use_callback((), move |(), ()| {
        pending.replace(Some(Delay::new(PRINT_DELAY_MILLIS, print_page)));
    });
    (place, on_print)
}

fn drawn(session: &Session, basemap: Option<&Basemap>) -> Vec<Node> {
    let link = link_to(&address::print(&session.state));
    let (state, screen) = (&session.state, &session.screen);
    sheet(&session.corpus, state, screen, session.matches(), basemap, &link).nodes()
}
