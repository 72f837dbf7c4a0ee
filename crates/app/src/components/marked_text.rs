//! A text in pieces: what names something is a `<mark>`. Texts become text nodes, never markup.
//!
//! In excerpts marks are clicked but are no stops of the keyboard: every place in them is also a button on the map and in the facets.
//! In the open article they are buttons, which are asked why they stand there.

use crate::browser::{Event, attribute_of_closest, is_from_within};
use dateline_core::facet::FacetKey;
use dateline_core::gazetteer::PlaceId;
use dateline_view::screen::Segment;
use dateline_view::{Action, corrections};
use yew::prelude::*;

/// The pieces as HTML.
pub(super) fn marked_text(segments: &[Segment]) -> Html {
    segments.iter().map(|segment| view_segment(segment, false)).collect()
}

/// The same, with marks that can be asked.
pub(super) fn asked_text(segments: &[Segment]) -> Html {
    segments.iter().map(|segment| view_segment(segment, true)).collect()
}

fn view_segment(segment: &Segment, is_asked: bool) -> Html {
    match &segment.mark {
        None if segment.is_hit => html! { <span class="hit">{ &segment.text }</span> },
        None => html! { <>{ &segment.text }</> },
        Some(mark) => html! {
            <mark
                class={classes!(mark.is_selected.then_some("on"), segment.is_hit.then_some("hit"))}
                data-kind={mark.kind}
                data-entity={mark.entity.clone()}
                title={mark.spoken.clone()}
                role={is_asked.then_some("button")}
                tabindex={is_asked.then_some("0")}
                data-at={is_asked.then(|| mark.at.clone())}
            >
                { &segment.text }
            </mark>
        },
    }
}

/// Does what a click on a mark does.
pub(super) fn on_choice(on_action: &Callback<Action>) -> Callback<MouseEvent> {
    let on_action = on_action.clone();
    Callback::from(move |event: MouseEvent| {
        if let Some(action) = choice_of(&event) {
            on_action.emit(action);
        }
    })
}

/// Points at the place whose mark the pointer is on, or at none.
pub(super) fn on_hover(on_action: &Callback<Action>) -> Callback<PointerEvent> {
    let on_action = on_action.clone();
    Callback::from(move |event: PointerEvent| {
        on_action.emit(Action::Hover(marked_place(&event)));
        if !is_from_within(&event, "[data-excerpt], [data-statement]") {
            on_action.emit(Action::HoverExcerpt([].into()));
        }
    })
}

/// What a click on a mark does: a place is shown, a person or an organisation narrows.
fn choice_of(event: &Event) -> Option<Action> {
    let narrows = |kind: FacetKey| {
        let mark = format!("mark[data-kind={}]", kind.hook());
        let id = attribute_of_closest(event, &mark, "data-entity")?;
        Some(Action::ToggleValue(kind, id))
    };
    marked_place(event)
        .map(Action::ChoosePlace)
        .or_else(|| narrows(FacetKey::Person))
        .or_else(|| narrows(FacetKey::Organisation))
}

/// The question about the mark that the event is on.
pub(super) fn question_of(event: &Event, article: &str) -> Option<Action> {
    corrections::question(article, &attribute_of_closest(event, "mark", "data-at")?)
}

/// The place whose mark the event is on.
fn marked_place(event: &Event) -> Option<PlaceId> {
    let id = attribute_of_closest(event, "mark[data-kind=place]", "data-entity")?;
    PlaceId::new(&id)
}
