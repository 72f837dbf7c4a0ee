//! The tabs of the phone's layout.

use dateline_view::Action;
use dateline_view::state::Tab;
use dateline_view::wording::chrome;
use yew::prelude::*;

/// The tabs.
#[derive(Properties, PartialEq)]
pub struct TabBarProps {
    /// The open one.
    pub tab: Tab,
    /// What the reader does.
    pub on_action: Callback<Action>,
}

/// The tabs.
#[component]
pub fn TabBar(props: &TabBarProps) -> Html {
    html! {
        <nav class="tabs" aria-label={chrome::TABS_LABEL}>
            { for Tab::ALL.into_iter().map(|tab| html! {
                <button
                    key={chrome::tab(tab)}
                    type="button"
                    aria-current={(tab == props.tab).then_some("true")}
                    onclick={props.on_action.reform(move |_| Action::ShowTab(tab))}
                >
                    { chrome::tab(tab) }
                </button>
            }) }
        </nav>
    }
}
