//! Corrections one below the other, each with the button that takes it back.

use super::on;
use dateline_view::Action;
use dateline_view::screen::FixRow;
use dateline_view::wording::why;
use yew::prelude::*;

/// The rows; nothing when there are none.
pub(super) fn fix_rows(rows: &[FixRow], on_action: &Callback<Action>) -> Html {
    if rows.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="fix-rows">
            { for rows.iter().map(|row| html! {
                <li key={row.undo_label.clone()} data-fix="">
                    <span dir="auto">{ &row.text }{ "." }{ " " }{ row.note.unwrap_or_default() }</span>
                    <button class="button" type="button" aria-label={row.undo_label.clone()} onclick={on(on_action, &row.undo)}>
                        { why::UNDO }
                    </button>
                </li>
            }) }
        </ul>
    }
}
