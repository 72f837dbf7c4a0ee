//! Ties printing to the page: while the page is printed, a sheet with numbered places stands where the map stood.
//!
//! The sheet is drawn when the browser is about to print, whoever asked for it; an open article is printed without it.

use crate::browser::{Delay, PrintWatch, link_to, print_page};
use crate::session::Session;
use crate::shared::Shared;
use dateline_core::basemap::Basemap;
use dateline_view::address;
use dateline_view::picture::{Sheet, sheet};
use yew::prelude::*;

/// So long after the wish the page prints, in milliseconds: by then the sheet stands in it and the panel is gone.
const PRINT_DELAY_MILLIS: u32 = 60;

/// The sheet, while the page is printed, and the way to have it printed.
#[hook]
pub fn use_printing(
    session: &Session,
    basemap: Option<&Shared<Basemap>>,
) -> (Option<Shared<Sheet>>, Callback<()>) {
    let is_printing = use_state_eq(|| false);
    {
        let is_printing = is_printing.setter();
        use_effect_with((), move |()| {
            let watch = PrintWatch::new(move |is_about_to| is_printing.set(is_about_to));
            move || drop(watch)
        });
    }
    let pending = use_mut_ref(|| None::<Delay>);
    let on_print = use_callback(is_printing.setter(), move |(), is_printing| {
        // A page that asks for printing itself has no turn left in which the sheet could be drawn.
        is_printing.set(true);
        pending.replace(Some(Delay::new(PRINT_DELAY_MILLIS, print_page)));
    });
    let is_wanted = *is_printing && session.screen.reading.is_none();
    let made = is_wanted.then(|| {
        let (state, screen) = (&session.state, &session.screen);
        let link = link_to(&address::print(state));
        let basemap = basemap.map(|basemap| &**basemap);
        Shared::new(sheet(&session.corpus, state, screen, session.matches(), basemap, &link))
    });
    (made, on_print)
}
