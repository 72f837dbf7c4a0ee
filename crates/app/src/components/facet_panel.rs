//! One facet: its values with counts and hairline bars, chosen by a click.

use crate::browser::attribute_of_closest;
use dateline_view::Action;
use dateline_view::screen::{FacetPanel, FacetRow};
use yew::prelude::*;

/// The facet.
pub(super) fn facet_panel(panel: &FacetPanel, on_action: &Callback<Action>) -> Html {
    let onclick = {
        let (key, on_action) = (panel.key, on_action.clone());
        Callback::from(move |event: MouseEvent| {
            if let Some(value) = attribute_of_closest(&event, "button[data-value]", "data-value") {
                on_action.emit(Action::ToggleValue(key, value));
            }
        })
    };
    html! {
        <section key={panel.key.as_str()} class="facet" data-facet={panel.key.hook()} {onclick}>
            <h2><span>{ &panel.label }</span><span class="n">{ panel.n_values }</span></h2>
            <ul>{ for panel.rows.iter().map(view_row) }</ul>
            if let Some(note) = &panel.note {
                <p class="note">{ note }</p>
            }
        </section>
    }
}

fn view_row(row: &FacetRow) -> Html {
    let class = classes!(
        "row",
        row.is_selected.then_some("on"),
        row.is_out.then_some("off"),
        (row.depth > 0).then_some("in"),
    );
    html! {
        <li key={row.id.clone()}>
            <button
                type="button"
                {class}
                title={row.label.clone()}
                data-value={row.id.clone()}
                data-count={row.n_articles.to_string()}
                aria-pressed={row.is_selected.to_string()}
                aria-label={row.spoken.clone()}
            >
                <span class="name">{ &row.label }</span>
                { " " }<span class="n">{ row.n_shown }</span>
                <svg class="hair" aria-hidden="true"><rect width={format!("{}%", row.percent)} height="2" /></svg>
            </button>
        </li>
    }
}
