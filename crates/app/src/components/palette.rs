//! The palette: a box, and what it finds below; arrows go through it, Enter does it, Escape closes.

use crate::browser::{
    Element, Key, close_dialog, focus, key_of, on_dialog_close, scroll_into_view, show_dialog,
    typed_text,
};
use crate::effect::use_drawn;
use crate::part::drawn_by;
use crate::shared::Shared;
use dateline_view::Action;
use dateline_view::screen::PaletteScreen;
use dateline_view::wording::keys;
use yew::prelude::*;

/// The palette.
#[derive(PartialEq)]
pub struct Palette {
    /// What was typed, and what it finds.
    pub palette: Shared<PaletteScreen>,
    /// What the reader does.
    pub on_action: Callback<Action>,
}

drawn_by!(Palette, use_palette);

#[hook]
fn use_palette(props: &Palette) -> Html {
    let (dialog, input, active) = (use_node_ref(), use_node_ref(), use_node_ref());
    let at = use_state_eq(|| 0usize);
    {
        let (dialog, input, on_action) = (dialog.clone(), input.clone(), props.on_action.clone());
        use_drawn((), move |()| {
            let closed = dialog.cast::<Element>().map(|dialog| {
                show_dialog(&dialog);
                on_dialog_close(&dialog, move || on_action.emit(Action::Palette(None)))
            });
            if let Some(input) = input.cast::<Element>() {
                focus(&input);
            }
            closed
        });
    }
    {
        let active = active.clone();
        use_drawn(*at, move |_| {
            if let Some(row) = active.cast::<Element>() {
                scroll_into_view(&row);
            }
        });
    }
    let rows = &props.palette.rows;
    let here = (*at).min(rows.len().saturating_sub(1));
    let act = {
        let dialog = dialog.clone();
        let (palette, on_action) = (props.palette.clone(), props.on_action.clone());
        move |i: usize| {
            if let Some(row) = palette.rows.get(i) {
                // What opens next remembers where the keyboard was before the palette.
                if let Some(dialog) = dialog.cast::<Element>() {
                    close_dialog(&dialog);
                }
                on_action.emit(Action::Palette(None));
                on_action.emit(row.action.clone());
            }
        }
    };
    let oninput = {
        let (at, on_action) = (at.setter(), props.on_action.clone());
        Callback::from(move |event: InputEvent| {
            at.set(0);
            on_action.emit(Action::Palette(Some(typed_text(&event))));
        })
    };
    let onkeydown = {
        let (at, act, n) = (at.setter(), act.clone(), rows.len());
        Callback::from(move |event: KeyboardEvent| {
            match key_of(&event) {
                Key::Arrow(_, 1) => at.set(if here + 1 < n { here + 1 } else { 0 }),
                Key::Arrow(_, -1) => at.set(here.checked_sub(1).unwrap_or(n.saturating_sub(1))),
                Key::Enter => act(here),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let view_row = |(i, row): (usize, &dateline_view::screen::PaletteRow)| {
        let onclick = {
            let act = act.clone();
            Callback::from(move |_: MouseEvent| act(i))
        };
        html! {
            <li
                id={format!("palette-{i}")}
                role="option"
                aria-selected={(i == here).to_string()}
                ref={if i == here { active.clone() } else { NodeRef::default() }}
                {onclick}
            >
                <span dir="auto">{ &row.label }</span>
                <span class="kind">{ &row.hint }</span>
            </li>
        }
    };
    html! {
        <dialog class="palette" data-part="palette" aria-label={keys::PALETTE_LABEL} ref={dialog}>
            <input
                ref={input}
                type="text"
                dir="auto"
                role="combobox"
                aria-expanded="true"
                aria-controls="palette-list"
                aria-activedescendant={format!("palette-{here}")}
                aria-label={keys::PALETTE_LABEL}
                placeholder={keys::PALETTE_PLACEHOLDER}
                value={props.palette.text.clone()}
                autocomplete="off"
                spellcheck="false"
                {oninput}
                {onkeydown}
            />
            <ul id="palette-list" role="listbox" aria-label={keys::PALETTE_LABEL}>
                { for rows.iter().enumerate().map(view_row) }
            </ul>
            if let Some(empty) = &props.palette.empty {
                <p>{ empty }</p>
            }
        </dialog>
    }
}
