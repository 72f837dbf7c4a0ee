//! The column of facets.

use super::facet_panel::facet_panel;
use crate::shared::Shared;
use dateline_view::Action;
use dateline_view::screen::FacetPanel;
use dateline_view::wording::chrome;
use yew::prelude::*;

/// The facets.
#[derive(Properties, PartialEq)]
pub struct FacetListProps {
    /// In their order.
    pub facets: Shared<Vec<FacetPanel>>,
    /// What the reader does.
    pub on_action: Callback<Action>,
}

/// The column.
#[component]
pub fn FacetList(props: &FacetListProps) -> Html {
    html! {
        <section class="filters" data-part="facets" aria-label={chrome::FACETS_LABEL}>
            { for props.facets.iter().map(|panel| facet_panel(panel, &props.on_action)) }
        </section>
    }
}
