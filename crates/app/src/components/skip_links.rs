//! The first stops of the keyboard: over what stands before the map and the excerpts.
//!
//! On a phone the tab is opened on which the target stands.

use super::on;
use crate::browser::focus_soon;
use dateline_view::Action;
use dateline_view::state::Tab;
use dateline_view::wording::chrome;
use yew::prelude::*;

/// What the keyboard goes to; the excerpts may lie below an open article or the panel of a name.
const MAP: &str = "[data-part=map] .view";
const EXCERPTS: &str = ":is(.list,.reading):not([inert]) h2";

/// The links. Seen only while the keyboard is on them.
pub(super) fn skip_links(tab: Tab, on_action: &Callback<Action>) -> Html {
    let link = |text: &'static str, tab: Tab, target: &'static str| {
        let onclick = on(on_action, &Action::ShowTab(tab)).reform(move |event: MouseEvent| {
            focus_soon(target);
            event
        });
        html! { <button class="button" type="button" {onclick}>{ text }</button> }
    };
    html! {
        <nav class="skips" aria-label={chrome::SKIP_LABEL}>
            { link(chrome::SKIP_TO_MAP, Tab::Map, MAP) }
            { link(chrome::SKIP_TO_EXCERPTS, tab.with_excerpts(), EXCERPTS) }
        </nav>
    }
}
