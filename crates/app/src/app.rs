//! The whole page: one reducer, one screen, and what ties both to the browser.

use crate::adding::use_adding;
use crate::browser::{
    BrowserAddressBar, Delay, copy_text, link_to, mark_ready, name_below_pointer, set_title,
};
use crate::components::page_view::PageView;
use crate::effect::use_drawn;
use crate::keys::use_keys;
use crate::part::part;
use crate::printing::use_printing;
use crate::saving::use_saving;
use crate::session::{Change, Session};
use crate::shared::Shared;
use crate::start::read_basemap;
use dateline_core::basemap::Basemap;
use dateline_core::corpus::Corpus;
use dateline_view::camera::Viewport;
use dateline_view::navigate::AddressBar as _;
use dateline_view::quotation::quotation;
use dateline_view::reader::Reader;
use dateline_view::state::OpenArticle;
use dateline_view::{Action, address};
use std::rc::Rc;
use yew::prelude::*;

/// The address follows the map so many milliseconds after its last movement; so it changes less than 3 times a second.
const ADDRESS_DELAY_MILLIS: u32 = 350;

/// What the page is made of.
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The articles.
    pub corpus: Shared<Corpus>,
    /// Who reads.
    pub reader: Rc<Reader>,
    /// Size of the map, as far as it is known before the page is drawn.
    pub viewport: Option<Viewport>,
    /// The address with which the page was opened.
    pub fragment: String,
}

/// The page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let session = {
        let (corpus, viewport) = (props.corpus.clone(), props.viewport);
        let reader = Rc::clone(&props.reader);
        let fragment = props.fragment.clone();
        use_reducer_eq(move || Session::open(corpus, reader, viewport, &fragment))
    };
    let on_action = {
        let dispatcher = session.dispatcher();
        use_callback((), move |action: Action, ()| dispatcher.dispatch(Change::Do(action)))
    };
    let adding = use_adding(&session);
    // None until the page is ready, which is so much sooner; then what the file holds.
    let land = use_state(|| None::<Option<Shared<Basemap>>>);
    let basemap = land.as_ref().and_then(Option::as_ref);
    let (sheet, on_print) = use_printing(&session, basemap);
    let on_save = use_saving(&session, basemap, &on_action, on_print);
    let fragment = address::print(&session.state);
    use_address(fragment.clone(), session.n_steps, on_action.clone());
    let is_ready = use_state(|| false);
    {
        let (land, ready) = (land.setter(), is_ready.setter());
        use_drawn(*is_ready, move |&is_ready| {
            // After this turn: by then the size of the map was measured and the page drawn again with it, or the ready page was painted.
            Delay::new(0, move || {
                if is_ready {
                    land.set(Some(read_basemap().map(Shared::new)));
                } else {
                    mark_ready();
                    ready.set(true);
                }
            })
        });
    }
    use_drawn((), |()| name_below_pointer());
    use_keys(session.screen.clone(), on_action.clone());
    use_drawn(session.screen.document_title.clone(), |title| set_title(title));
    let on_copy_link = use_callback((fragment, on_action.clone()), |(), (fragment, on_action)| {
        let link = link_to(fragment);
        let (text, on_action) = (link.clone(), on_action.clone());
        let on_done = move |is_copied| {
            on_action.emit(if is_copied { Action::LinkCopied } else { Action::CopyRefused(link) });
        };
        copy_text(text, Box::new(on_done));
    });

    let on_quote = use_quote(&session.corpus, &on_action);

    html! {
        { part(PageView { screen: session.screen.clone(), basemap: basemap.cloned(), is_basemap_missing: matches!(*land, Some(None)), viewport: session.state.viewport, on_action: on_action.clone(), on_copy_link: on_copy_link.clone(), on_quote, adding, on_save: on_save.clone(), sheet }) }
    }
}

/// Copies an excerpt with its source and the link that leads back to it.
#[hook]
fn use_quote(corpus: &Shared<Corpus>, on_action: &Callback<Action>) -> Callback<OpenArticle> {
    use_callback(
        (corpus.clone(), on_action.clone()),
        |passage: OpenArticle, (corpus, on_action)| {
            let link = link_to(&address::of_passage(corpus, &passage));
            let Some(text) = quotation(corpus, &passage, &link) else { return };
            let on_action = on_action.clone();
            let on_done = move |is_copied| {
                let refused = || Action::CopyRefused(link);
                on_action.emit(if is_copied { Action::QuotationCopied } else { refused() });
            };
            copy_text(text, Box::new(on_done));
        },
    )
}

/// Keeps the address bar and the state together: a new step is pushed at once, everything else replaces a little later, and what the reader does to the address arrives as an action.
#[hook]
fn use_address(fragment: String, n_steps: u32, on_action: Callback<Action>) {
    let bar = use_mut_ref(|| None::<BrowserAddressBar>);
    let pending = use_mut_ref(|| None::<Delay>);
    let written_steps = use_mut_ref(|| 0);
    {
        let bar = bar.clone();
        use_drawn((), move |()| {
            let opened = BrowserAddressBar::new();
            let arrivals = opened.watch(move |fragment| on_action.emit(Action::Arrive(fragment)));
            bar.replace(Some(opened));
            arrivals
        });
    }
    use_drawn((n_steps, fragment), move |(n_steps, fragment)| {
        let Some(mut bar) = bar.borrow().clone() else { return };
        pending.take();
        if written_steps.replace(*n_steps) != *n_steps {
            bar.push(fragment);
        } else if !shows(&bar.fragment(), fragment) {
            let fragment = fragment.clone();
            pending.replace(Some(Delay::new(ADDRESS_DELAY_MILLIS, move || bar.replace(&fragment))));
        }
    });
}

/// Whether the bar need not be written: no fragment at all is the address of the untouched page.
fn shows(shown: &str, fragment: &str) -> bool {
    shown == fragment || (shown.is_empty() && fragment == address::PREFIX)
}
