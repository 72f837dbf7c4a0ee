//! The answer to "why here?" beside the text: what was read, what it may mean, and the ways to correct it.
//!
//! The keyboard moves in when it opens and back when it closes; Escape closes it.

use super::base_canvas::BaseCanvas;
use super::fix_rows::fix_rows;
use super::on;
use super::panel::{fixing, use_panel};
use crate::browser::typed_text;
use crate::map::{Sight, Stage};
use crate::part::{drawn_by, part};
use crate::shared::Shared;
use dateline_core::basemap::Basemap;
use dateline_view::Action;
use dateline_view::corrections::FixAction;
use dateline_view::screen::{CandidateRow, FixChoice, Locator, WhyScreen};
use dateline_view::wording::{chrome, why};
use yew::prelude::*;

/// What the panel shows.
#[derive(PartialEq)]
pub struct WhyPanel {
    /// The answer.
    pub why: Shared<WhyScreen>,
    /// The base map, when there is one.
    pub basemap: Option<Shared<Basemap>>,
    /// What the reader does.
    pub on_action: Callback<Action>,
}

drawn_by!(WhyPanel, use_why_panel);

/// The panel.
#[hook]
fn use_why_panel(props: &WhyPanel) -> Html {
    let WhyPanel { why: panel, on_action, .. } = props;
    let stage = (*use_memo((), |()| Stage::default())).clone();
    let on_close = on_action.reform(|()| Action::Fix(FixAction::StopAsking));
    let heading = use_panel("dialog", on_close);
    let on_action = &fixing(on_action, &heading);
    let close = on(on_action, &Action::Fix(FixAction::StopAsking));
    let oninput =
        on_action.reform(|event: InputEvent| Action::Fix(FixAction::Type(typed_text(&event))));
    let [before, mark, behind] = &panel.sentence;
    html! {
        <section class="why" data-part="why" aria-labelledby="why-title">
            <div class="why-head">
                <h2 id="why-title" dir="auto" tabindex="-1" ref={heading}>{ &panel.heading }</h2>
                <button class="quiet" type="button" aria-label={chrome::CLOSE} onclick={close}>
                    { chrome::CROSS }
                </button>
            </div>
            <div aria-live="polite">
                { for panel.says.iter().map(|text| html! { <p key={text.clone()}>{ text }</p> }) }
            </div>
            <blockquote dir="auto">{ before }<b>{ mark }</b>{ behind }</blockquote>
            { choices(&panel.ways, on_action) }
            { fix_rows(&panel.fixes, on_action) }
            if !panel.candidates.is_empty() {
                <h3>{ why::CANDIDATES }</h3>
                <ol class="candidates">
                    { for panel.candidates.iter().map(|row| candidate(row, on_action)) }
                </ol>
            }
            if let Some(note) = panel.note {
                <p class="fine">{ note }</p>
            }
            if let Some(map) = &panel.map {
                { locator(map, props.basemap.as_ref(), stage) }
            }
            if let Some(typed) = &panel.typed {
                <h3>{ why::CORRECT }</h3>
                { choices(&panel.plain, on_action) }
                <label class="other-name">
                    <span>{ why::OTHER_NAME }</span>
                    <input type="text" dir="auto" autocomplete="off" spellcheck="false" value={typed.clone()} {oninput} />
                </label>
                <ol class="candidates">
                    { for panel.offered.iter().map(|row| candidate(row, on_action)) }
                </ol>
                { choices(&panel.named, on_action) }
            }
            if let Some(list) = &panel.list {
                <p class="fine">{ button("quiet", list, on_action) }</p>
            }
        </section>
    }
}

fn candidate(row: &CandidateRow, on_action: &Callback<Action>) -> Html {
    html! {
        <li key={row.label.clone()} class={classes!(row.is_chosen.then_some("on"))} data-candidate="">
            <b dir="auto">
                if !row.number.is_empty() {
                    <i class="n">{ &row.number }</i>{ " " }
                }
                { &row.label }
            </b>
            if !row.score.is_empty() {
                <span class="n">{ &row.score }</span>
                <svg class="hair" aria-hidden="true" width={format!("{}%", row.percent)} height="2" />
            }
            if !row.evidence.is_empty() {
                <ul>{ for row.evidence.iter().map(|text| html! { <li>{ text }</li> }) }</ul>
            }
            { choices(&row.choices, on_action) }
        </li>
    }
}

/// Buttons side by side; nothing when there are none.
pub(super) fn choices(all: &[FixChoice], on_action: &Callback<Action>) -> Html {
    if all.is_empty() {
        return Html::default();
    }
    html! { <div class="choices">{ for all.iter().map(|one| button("button", one, on_action)) }</div> }
}

fn button(class: &'static str, one: &FixChoice, on_action: &Callback<Action>) -> Html {
    html! {
        <button {class} type="button" dir="auto" aria-label={one.spoken.clone()} onclick={on(on_action, &one.action)}>
            { &one.label }
        </button>
    }
}

fn locator(map: &Locator, basemap: Option<&Shared<Basemap>>, stage: Stage) -> Html {
    let sight = Sight {
        basemap: basemap.cloned(),
        camera: map.camera,
        viewport: map.viewport,
        focus: None,
        selected: Vec::new(),
    };
    html! {
        <div class="locator" role="img" aria-label={why::LOCATOR}>
            { part(BaseCanvas { sight, stage }) }
            <svg viewBox={map.view_box.clone()} aria-hidden="true">
                { for map.dots.iter().map(|dot| html! {
                    <g key={dot.number.clone()} class={classes!(dot.is_chosen.then_some("on"))}>
                        <circle cx={dot.x.clone()} cy={dot.y.clone()} r="8" />
                        <text x={dot.x.clone()} y={dot.y.clone()} dy="4">{ &dot.number }</text>
                    </g>
                }) }
            </svg>
        </div>
    }
}
