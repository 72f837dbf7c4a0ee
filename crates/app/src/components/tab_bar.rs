//! The tabs of the phone's layout.

use super::on;
use dateline_view::Action;
use dateline_view::state::Tab;
use dateline_view::wording::chrome;
use yew::prelude::*;

/// The tabs.
pub(super) fn tab_bar(open: Tab, on_action: &Callback<Action>) -> Html {
    html! {
        <nav class="tabs" aria-label={chrome::TABS_LABEL}>
            { for Tab::ALL.into_iter().map(|tab| html! {
                <button
                    key={chrome::tab(tab)}
                    type="button"
                    aria-current={(tab == open).then_some("true")}
                    onclick={on(on_action, &Action::ShowTab(tab))}
                >
                    { chrome::tab(tab) }
                </button>
            }) }
        </nav>
    }
}
