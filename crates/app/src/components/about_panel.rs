//! The panel that says what the page is and how far it can be trusted.
//!
//! The keyboard moves in when it opens and back when it closes; Escape closes it.

use super::on;
use super::panel::use_panel;
use crate::part::drawn_by;
use crate::shared::Shared;
use dateline_view::Action;
use dateline_view::corrections::FixAction;
use dateline_view::screen::About;
use dateline_view::wording::{about, chrome, why};
use yew::prelude::*;

/// What the panel shows.
#[derive(PartialEq)]
pub struct AboutPanel {
    /// Its text.
    pub about: Shared<About>,
    /// What the reader does.
    pub on_action: Callback<Action>,
}

drawn_by!(AboutPanel, use_about_panel);

/// The panel.
#[hook]
fn use_about_panel(props: &AboutPanel) -> Html {
    let panel = &props.about;
    let on_close = props.on_action.reform(|()| Action::ShowAbout(false));
    let heading = use_panel("dialog", on_close);
    html! {
        <section class="about" data-part="about" aria-labelledby="about-title">
            <div class="reading-bar">
                <button class="button" type="button" onclick={on(&props.on_action, &Action::ShowAbout(false))}>
                    <span aria-hidden="true">{ chrome::CROSS }</span>{ " " }{ chrome::CLOSE }
                </button>
            </div>
            <div class="about-body">
                <h2 id="about-title" tabindex="-1" ref={heading}>{ &panel.heading }</h2>
                { for panel.sections.iter().map(|section| html! {
                    <section key={section.heading}>
                        <h3>{ section.heading }</h3>
                        { for section.paragraphs.iter().map(|text| html! { <p>{ text }</p> }) }
                    </section>
                }) }
                <section>
                    <h3>{ why::CORRECTIONS }</h3>
                    <button class="button" type="button" onclick={on(&props.on_action, &Action::Fix(FixAction::ShowList(true)))}>
                        { why::OPEN_LIST }
                    </button>
                </section>
                <section>
                    <h3>{ about::QUALITY }</h3>
                    <p>{ &panel.quality_note }</p>
                    { view_quality(&panel.quality) }
                </section>
            </div>
        </section>
    }
}

fn view_quality(rows: &[Vec<String>]) -> Html {
    let Some((head, rows)) = rows.split_first() else { return Html::default() };
    html! {
        <div class="wide" role="region" aria-label={about::QUALITY} tabindex="0">
            <table class="quality">
                <thead><tr>{ for head.iter().map(|cell| html! { <th scope="col">{ cell }</th> }) }</tr></thead>
                <tbody>
                    { for rows.iter().map(|row| html! {
                        <tr>{ for row.iter().map(|cell| html! { <td>{ cell }</td> }) }</tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}
