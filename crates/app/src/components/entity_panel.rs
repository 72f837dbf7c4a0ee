//! The panel of a place, a person or an organisation, above the list.
//!
//! The keyboard moves in when it opens and back when it closes; Escape closes it.

use super::excerpt_card::excerpt_card;
use super::marked_text::on_choice;
use super::on;
use super::panel::use_panel;
use crate::browser::{Element, focus, scroll_to_top};
use crate::effect::use_drawn;
use crate::part::drawn_by;
use crate::shared::Shared;
use dateline_view::Action;
use dateline_view::screen::{Beside, EntityScreen};
use dateline_view::state::OpenArticle;
use dateline_view::wording::{chrome, listing};
use yew::prelude::*;

/// The panel.
#[derive(PartialEq)]
pub struct EntityPanel {
    /// What it tells.
    pub entity: Shared<EntityScreen>,
    /// Whether an open article lies above it, so that it cannot be reached.
    pub is_covered: bool,
    /// The reader wants to take an excerpt along.
    pub on_quote: Callback<OpenArticle>,
    /// What the reader does.
    pub on_action: Callback<Action>,
}

drawn_by!(EntityPanel, use_entity_panel);

/// The panel.
#[hook]
fn use_entity_panel(props: &EntityPanel) -> Html {
    let EntityPanel { entity, on_quote, on_action, .. } = props;
    let on_close = on_action.reform(|()| Action::LookAt(None));
    let heading = use_panel("input, select, dialog", on_close);
    let section = use_node_ref();
    {
        let (section, heading) = (section.clone(), heading.clone());
        // Another name in the same panel begins at its beginning.
        use_drawn(entity.id.clone(), move |_| {
            if let Some((section, heading)) =
                section.cast::<Element>().zip(heading.cast::<Element>())
            {
                scroll_to_top(&section);
                focus(&heading);
            }
        });
    }
    html! {
        <section class="reading entity" data-part="entity" data-kind={entity.kind} data-entity={entity.id.clone()} aria-labelledby="entity-title" inert={props.is_covered} ref={section} onclick={on_choice(on_action)}>
            <div class="reading-bar">
                <button class="button" type="button" onclick={on(on_action, &Action::LookAt(None))}>
                    <span aria-hidden="true">{ chrome::CROSS }</span>{ " " }{ chrome::CLOSE }
                </button>
            </div>
            <h2 id="entity-title" dir="auto" tabindex="-1" ref={heading}>{ &entity.name }</h2>
            <p class="src">{ &entity.described }{ " · " }{ &entity.counts }</p>
            <p class="ways">
                <button class="button" type="button" data-does="narrow" onclick={on(on_action, &entity.narrow)}>{ entity.narrow_label }</button>
                if let Some(show) = &entity.show {
                    <button class="button" type="button" data-does="show" onclick={on(on_action, show)}>{ listing::SHOW }</button>
                }
            </p>
            <h3>{ listing::SPELLINGS }</h3>
            <ul class="spellings">
                { for entity.spellings.iter().map(|row| html! {
                    <li key={row.text.clone()}><b dir="auto">{ &row.text }</b>{ " " }<span class="n">{ row.n_mentions }</span>{ " " }<span class="from">{ &row.outlets }</span></li>
                }) }
            </ul>
            if !entity.ends.is_empty() {
                <h3>{ listing::MENTIONS }</h3>
                <dl class="facts">
                    { for entity.ends.iter().map(|end| html! {
                        <div key={end.label}><dt>{ end.label }</dt><dd><button class="quiet" type="button" onclick={on(on_action, &end.open)}>{ &end.source }</button></dd></div>
                    }) }
                </dl>
            }
            if !entity.beside.is_empty() {
                <h3>{ listing::BESIDE }</h3>
                { for entity.beside.iter().map(|beside| view_beside(beside, on_action)) }
            }
            <h3>{ &entity.statements_label }</h3>
            { for entity.statements.iter().map(|card| excerpt_card(card, on_quote, on_action)) }
            if let Some(all) = &entity.all_statements {
                <button class="button" type="button" data-does="statements" onclick={on(on_action, all)}>{ listing::ALL_STATEMENTS }</button>
            }
        </section>
    }
}

fn view_beside(beside: &Beside, on_action: &Callback<Action>) -> Html {
    html! {
        <p class="beside" key={beside.kind} data-kind={beside.kind}>
            <span class="from">{ beside.label }</span>
            { for beside.names.iter().map(|(name, n, look_at)| html! {
                <button key={name.clone()} type="button" dir="auto" onclick={on(on_action, look_at)}>{ name }{ " " }<span class="n">{ *n }</span></button>
            }) }
        </p>
    }
}
