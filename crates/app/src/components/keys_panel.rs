//! The list of keys, with the switch for those that stand for themselves.

use super::on;
use super::panel::use_panel;
use crate::part::drawn_by;
use dateline_view::Action;
use dateline_view::screen::KeysScreen;
use dateline_view::wording::{chrome, keys};
use yew::prelude::*;

/// The list.
#[derive(PartialEq)]
pub struct KeysPanel {
    /// The keys.
    pub keys: KeysScreen,
    /// What the reader does.
    pub on_action: Callback<Action>,
}

drawn_by!(KeysPanel, use_keys_panel);

#[hook]
fn use_keys_panel(props: &KeysPanel) -> Html {
    let on_close = props.on_action.reform(|()| Action::ShowKeys(false));
    let heading = use_panel("dialog", on_close);
    let is_on = props.keys.is_on;
    html! {
        <section class="about keys" data-part="keys" aria-labelledby="keys-title">
            <div class="reading-bar">
                <button class="button" type="button" onclick={on(&props.on_action, &Action::ShowKeys(false))}>
                    <span aria-hidden="true">{ chrome::CROSS }</span>{ " " }{ chrome::CLOSE }
                </button>
            </div>
            <h2 id="keys-title" tabindex="-1" ref={heading}>{ keys::HEADING }</h2>
            <button
                class="switch"
                type="button"
                role="switch"
                aria-checked={is_on.to_string()}
                onclick={on(&props.on_action, &Action::UseKeys(!is_on))}
            >
                { keys::SWITCH }
            </button>
            <dl>
                { for props.keys.rows.iter().map(|(key, does)| html! {
                    <div><dt><kbd>{ key }</kbd></dt><dd>{ *does }</dd></div>
                }) }
            </dl>
        </section>
    }
}
