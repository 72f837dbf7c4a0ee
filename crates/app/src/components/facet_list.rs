//! The column of facets.

use super::facet_panel::facet_panel;
use super::kept_focus::use_kept_focus;
use crate::part::drawn_by;
use crate::shared::Shared;
use dateline_view::Action;
use dateline_view::screen::FacetPanel;
use dateline_view::wording::chrome;
use yew::prelude::*;

/// The facets.
#[derive(PartialEq)]
pub struct FacetList {
    /// In their order.
    pub facets: Shared<Vec<FacetPanel>>,
    /// What the reader does.
    pub on_action: Callback<Action>,
}

drawn_by!(FacetList, use_facet_list);

/// The column.
#[hook]
fn use_facet_list(props: &FacetList) -> Html {
    let section = use_node_ref();
    // Rows are used again for other values.
    use_kept_focus(section.clone(), |_| ());
    html! {
        <section ref={section} class="filters" data-part="facets" aria-label={chrome::FACETS_LABEL}>
            { for props.facets.iter().map(|panel| facet_panel(panel, &props.on_action)) }
        </section>
    }
}
