//! The dialog that asks for files or for a text.

use crate::adding::Adding;
use crate::browser::{Element, chosen_files, focus, on_dialog_close, show_dialog, text_in};
use crate::effect::use_drawn;
use crate::part::drawn_by;
use dateline_view::Action;
use dateline_view::intake::IntakeAction;
use dateline_view::screen::AskScreen;
use dateline_view::wording::intake;
use yew::prelude::*;

/// The dialog.
#[derive(PartialEq)]
pub struct AddDialog {
    /// What it asks.
    pub ask: AskScreen,
    /// What the reader does.
    pub on_action: Callback<Action>,
    /// Takes files and texts.
    pub adding: Adding,
}

drawn_by!(AddDialog, use_add_dialog);

/// The dialog.
#[hook]
fn use_add_dialog(props: &AddDialog) -> Html {
    let (dialog, area) = (use_node_ref(), use_node_ref());
    {
        let (dialog, area, on_action) = (dialog.clone(), area.clone(), props.on_action.clone());
        use_drawn(props.ask.text.is_empty(), move |is_empty| {
            let closed = dialog.cast::<Element>().map(|dialog| {
                show_dialog(&dialog);
                on_dialog_close(&dialog, move || {
                    on_action.emit(Action::Intake(IntakeAction::StopAsking));
                })
            });
            if !is_empty && let Some(area) = area.cast::<Element>() {
                focus(&area);
            }
            closed
        });
    }
    let away = props.on_action.reform(|()| Action::Intake(IntakeAction::StopAsking));
    let onchange = {
        let (away, on_files) = (away.clone(), props.adding.on_files.clone());
        Callback::from(move |event: Event| {
            on_files.emit(chosen_files(&event));
            away.emit(());
        })
    };
    let on_add = {
        let (away, on_text, area) = (away.clone(), props.adding.on_text.clone(), area.clone());
        Callback::from(move |_: MouseEvent| {
            let text = area.cast::<Element>().map(|area| text_in(&area)).unwrap_or_default();
            if !text.trim().is_empty() {
                on_text.emit(text);
                away.emit(());
            }
        })
    };
    html! {
        <dialog class="add" data-part="add" aria-labelledby="add-title" ref={dialog}>
            <h2 id="add-title">{ intake::ADD_HEADING }</h2>
            <p class="explained">{ intake::ADD_EXPLAINED }</p>
            <div class="choose">
                <label class="button primary">
                    { intake::CHOOSE_FILES }
                    <input type="file" multiple=true accept={props.ask.accepted} {onchange} />
                </label>
                <span>{ intake::FILES_EXPLAINED }</span>
            </div>
            <label class="paste">
                <span>{ intake::PASTE_LABEL }</span>
                <textarea ref={area} dir="auto" rows="9" spellcheck="false" value={props.ask.text.to_string()} />
            </label>
            <div class="choices">
                <button class="button" type="button" onclick={away.reform(|_: MouseEvent| ())}>
                    { intake::CANCEL }
                </button>
                <button class="button primary" type="button" data-add-text="" onclick={on_add}>
                    { intake::ADD_TEXT }
                </button>
            </div>
        </dialog>
    }
}
