//! One facet: its values with counts and hairline bars, chosen by a click.

use super::on;
use crate::browser::{Key, attribute_of_closest, key_of, typed_text};
use dateline_core::facet::FacetKey;
use dateline_view::Action;
use dateline_view::screen::{FacetPanel, FacetRow, FindBox, JoinSwitch};
use dateline_view::wording::{chrome, number};
use yew::prelude::*;

/// The facet.
pub(super) fn facet_panel(panel: &FacetPanel, on_action: &Callback<Action>) -> Html {
    let onclick = {
        let (key, on_action) = (panel.key, on_action.clone());
        Callback::from(move |event: MouseEvent| {
            let of = |selector, name| attribute_of_closest(&event, selector, name);
            if let Some(value) = of("button[data-exclude]", "data-exclude") {
                on_action.emit(Action::ExcludeValue(key, value));
            } else if let Some(value) = of("button[data-value]", "data-value") {
                on_action.emit(match event.shift_key() {
                    true => Action::ExcludeValue(key, value),
                    false => Action::ToggleValue(key, value),
                });
            }
        })
    };
    // Not every browser tells with the click of a key that Shift is held.
    let onkeydown = {
        let (key, on_action) = (panel.key, on_action.clone());
        Callback::from(move |event: KeyboardEvent| {
            let is_meant = event.shift_key() && key_of(&event) == Key::Enter;
            let value = attribute_of_closest(&event, "button[data-value]", "data-value");
            if let Some(value) = value.filter(|_| is_meant) {
                event.prevent_default();
                on_action.emit(Action::ExcludeValue(key, value));
            }
        })
    };
    let title = html! { <><span>{ &panel.label }</span><span class="n">{ number(panel.n_values) }</span></> };
    let heading = if panel.is_foldable {
        let fold = on(on_action, &Action::Fold(panel.key, !panel.is_folded));
        let is_open = (!panel.is_folded).to_string();
        html! {
            <h2><button class="fold" type="button" aria-expanded={is_open} onclick={fold}>{ title }</button></h2>
        }
    } else {
        html! { <h2>{ title }</h2> }
    };
    let body = html! {
        <>
            if let Some(find) = &panel.find {
                { view_find(panel.key, find, on_action) }
            }
            <ul class={classes!(panel.is_brief.then_some("brief"), panel.has_large_numbers.then_some("large"))}>{ for panel.rows.iter().map(view_row) }</ul>
            if let Some(more) = &panel.more {
                <button class={classes!("button", "more", more.is_on_desk.then_some("cut"))} type="button" onclick={on(on_action, &more.choose)}>{ more.label }</button>
            }
            if let Some(join) = &panel.join {
                { view_join(panel.key, join, on_action) }
            }
            if let Some(note) = &panel.note {
                <p class="note">{ note }</p>
            }
        </>
    };
    html! {
        <section key={panel.key.as_str()} class={classes!("facet", panel.is_folded.then_some("folded"))} data-facet={panel.key.hook()} {onclick} {onkeydown}>
            { heading }
            if !panel.is_folded {
                { body }
            }
        </section>
    }
}

/// Looks for values by their names.
fn view_find(key: FacetKey, find: &FindBox, on_action: &Callback<Action>) -> Html {
    let oninput =
        on_action.reform(move |event: InputEvent| Action::FindInFacet(key, typed_text(&event)));
    html! {
        <input
            class="find"
            type="text"
            dir="auto"
            placeholder={find.label.clone()}
            aria-label={find.label.clone()}
            value={find.text.clone()}
            autocomplete="off"
            spellcheck="false"
            {oninput}
        />
    }
}

/// Whether any or all of the wanted values must be there.
fn view_join(key: FacetKey, join: &JoinSwitch, on_action: &Callback<Action>) -> Html {
    html! {
        <button
            class="quiet join"
            type="button"
            data-join={key.hook()}
            aria-pressed={join.is_all.to_string()}
            onclick={on(on_action, &Action::WantAll(key, !join.is_all))}
        >
            { &join.label }
        </button>
    }
}

fn view_row(row: &FacetRow) -> Html {
    let class = classes!(
        "row",
        row.is_selected.then_some("on"),
        row.is_out.then_some("off"),
        row.is_excluded.then_some("not"),
        (row.depth > 0).then_some("in"),
        (row.depth > 1).then_some("deep"),
    );
    html! {
        <li>
            <button
                type="button"
                {class}
                data-value={row.id.clone()}
                data-count={row.n_articles.to_string()}
                aria-pressed={row.is_selected.to_string()}
                aria-label={row.spoken.clone()}
            >
                <span class="name">{ &row.label }</span>
                { " " }<span class="n">{ number(row.n_articles) }</span>
                <svg class="hair" aria-hidden="true" width={format!("{}%", row.percent)} height="2" />
            </button>
            <button
                class="leave"
                type="button"
                tabindex="-1"
                data-exclude={row.id.clone()}
                aria-label={row.leave.clone()}
            >
                { chrome::LEAVE_OUT_SIGN }
            </button>
        </li>
    }
}
