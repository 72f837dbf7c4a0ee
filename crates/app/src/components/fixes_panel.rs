//! The list of corrections: each can be taken back, all can be saved in a file, and others read from one.
//!
//! The keyboard moves in when it opens and back when it closes; Escape closes it.

use super::fix_rows::fix_rows;
use super::on;
use super::panel::{fixing, use_panel};
use super::why_panel::choices;
use crate::browser::{chosen_files, read_text, save_text};
use crate::part::drawn_by;
use crate::shared::Shared;
use dateline_view::Action;
use dateline_view::corrections::{ACCEPTED, FILE_NAME, FixAction};
use dateline_view::screen::FixesScreen;
use dateline_view::wording::{chrome, why};
use yew::prelude::*;

/// What the panel shows.
#[derive(PartialEq)]
pub struct FixesPanel {
    /// The corrections.
    pub fixes: Shared<FixesScreen>,
    /// What the reader does.
    pub on_action: Callback<Action>,
}

drawn_by!(FixesPanel, use_fixes_panel);

/// The panel.
#[hook]
fn use_fixes_panel(props: &FixesPanel) -> Html {
    let FixesPanel { fixes, on_action } = props;
    let on_close = on_action.reform(|()| Action::Fix(FixAction::ShowList(false)));
    let heading = use_panel("dialog", on_close);
    let close = on(on_action, &Action::Fix(FixAction::ShowList(false)));
    let on_save = {
        let (fixes, on_action) = (fixes.clone(), on_action.clone());
        Callback::from(move |_: MouseEvent| {
            let is_saved = save_text(FILE_NAME, "text/plain", &fixes.file);
            on_action.emit(Action::Fix(FixAction::Saved(is_saved)));
        })
    };
    let onchange = {
        let on_action = on_action.clone();
        Callback::from(move |event: Event| {
            let on_action = on_action.clone();
            read_text(chosen_files(&event), move |text| {
                on_action.emit(Action::Fix(FixAction::Read(text.into())));
            });
        })
    };
    html! {
        <section class="about fixes" data-part="fixes" aria-labelledby="fixes-title">
            <div class="reading-bar">
                <button class="button" type="button" onclick={close}>
                    <span aria-hidden="true">{ chrome::CROSS }</span>{ " " }{ chrome::CLOSE }
                </button>
            </div>
            <div class="about-body">
                <h2 id="fixes-title" tabindex="-1" ref={heading.clone()}>{ why::CORRECTIONS }</h2>
                <p>{ fixes.none.unwrap_or_default() }</p>
                { fix_rows(&fixes.rows, &fixing(on_action, &heading)) }
                { choices(fixes.again.as_slice(), &fixing(on_action, &heading)) }
                <p>{ why::KEPT }</p>
                <div class="choose">
                    if fixes.none.is_none() {
                        <button class="button" type="button" data-save-fixes="" onclick={on_save}>{ why::SAVE }</button>
                    }
                    <label class="button primary">
                        { why::READ }
                        <input type="file" accept={ACCEPTED} {onchange} />
                    </label>
                </div>
            </div>
        </section>
    }
}
