//! A text in pieces: what names something is a `<mark>`. Texts become text nodes, never markup.
//!
//! Marks are clicked but are no stops of the keyboard: every place in them is also a button on the map and in the facets.

use crate::browser::{Event, attribute_of_closest};
use dateline_core::facet::FacetKey;
use dateline_core::gazetteer::PlaceId;
use dateline_view::Action;
use dateline_view::screen::Segment;
use yew::prelude::*;

/// The pieces as HTML.
pub(super) fn marked_text(segments: &[Segment]) -> Html {
    segments.iter().map(view_segment).collect()
}

fn view_segment(segment: &Segment) -> Html {
    match &segment.mark {
        None if segment.is_hit => html! { <span class="hit">{ &segment.text }</span> },
        None => html! { <>{ &segment.text }</> },
        Some(mark) => html! {
            <mark
                class={classes!(mark.is_selected.then_some("on"), segment.is_hit.then_some("hit"))}
                data-kind={mark.kind}
                data-entity={mark.entity.clone()}
                title={mark.spoken.clone()}
            >
                { &segment.text }
            </mark>
        },
    }
}

/// What a click on a mark does: a place is shown, a person or an organisation narrows.
pub(super) fn choice_of(event: &Event) -> Option<Action> {
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

/// The place whose mark the event is on.
pub(super) fn marked_place(event: &Event) -> Option<PlaceId> {
    let id = attribute_of_closest(event, "mark[data-kind=place]", "data-entity")?;
    PlaceId::new(&id)
}
