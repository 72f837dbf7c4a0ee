//! Takes the map along: a button below the map, and a small panel above it with the ways to do so.
//!
//! The keyboard moves in when it opens and back when it closes; Escape closes it.

use super::on;
use super::panel::use_panel;
use crate::part::{drawn_by, part};
use crate::saving::Wish;
use dateline_view::Action;
use dateline_view::picture::FileKind;
use dateline_view::wording::{chrome, picture};
use yew::prelude::*;

/// Button and panel.
pub(super) fn save_control(
    is_open: bool,
    on_save: &Callback<Wish>,
    on_action: &Callback<Action>,
) -> Html {
    let onclick = on(on_action, &Action::ShowSave(!is_open));
    html! {
        <div class="save">
            <button class="quiet save-open" type="button" aria-expanded={is_open.to_string()} {onclick}>
                { picture::SAVE }
            </button>
            if is_open {
                { part(SavePanel { on_save: on_save.clone(), on_action: on_action.clone() }) }
            }
        </div>
    }
}

#[derive(PartialEq)]
struct SavePanel {
    on_save: Callback<Wish>,
    on_action: Callback<Action>,
}

drawn_by!(SavePanel, use_save_panel);

#[hook]
fn use_save_panel(props: &SavePanel) -> Html {
    let on_close = props.on_action.reform(|()| Action::ShowSave(false));
    let heading = use_panel("dialog", on_close);
    let close = on(&props.on_action, &Action::ShowSave(false));
    html! {
        <section class="save-panel" data-part="save" aria-labelledby="save-title">
            <div class="save-head">
                <h2 id="save-title" tabindex="-1" ref={heading}>{ picture::SAVE }</h2>
                <button class="quiet" type="button" aria-label={chrome::CLOSE} onclick={close}>
                    { chrome::CROSS }
                </button>
            </div>
            { for FileKind::ALL.into_iter().map(|kind| view_way(
                picture::kind(kind), picture::kind_note(kind), kind.extension(), Wish::File(kind), &props.on_save,
            )) }
            { view_way(picture::PRINT, picture::PRINT_NOTE, "print", Wish::Print, &props.on_save) }
            <p>{ picture::HOLDS }</p>
        </section>
    }
}

fn view_way(
    name: &'static str,
    note: &'static str,
    hook: &'static str,
    wish: Wish,
    on_save: &Callback<Wish>,
) -> Html {
    html! {
        <button class="way" type="button" data-save={hook} onclick={on_save.reform(move |_: MouseEvent| wish)}>
            <b>{ name }</b>{ " " }<span>{ note }</span>
        </button>
    }
}
