//! What is printed in place of the map: the picture for paper, and the list of its numbered places. The screen does not show it.

use crate::shared::Shared;
use dateline_view::picture::{Node, Sheet};
use yew::prelude::*;
use yew::virtual_dom::{VTag, VText};

/// What is printed.
#[derive(Properties, PartialEq)]
pub struct PrintSheetProps {
    /// Picture and places.
    pub sheet: Shared<Sheet>,
}

/// The sheet.
#[component]
pub fn PrintSheet(props: &PrintSheetProps) -> Html {
    let sheet = &props.sheet;
    html! {
        <section class="sheet" data-part="sheet">
            { view_node(&sheet.picture) }
            if !sheet.places.is_empty() {
                <h2>{ sheet.heading }</h2>
                <ol>
                    { for sheet.places.iter().map(|place| html! {
                        <li key={place.id.clone()}><b dir="auto">{ &place.name }</b>{ &place.rest }</li>
                    }) }
                </ol>
            }
            { for sheet.more.iter().chain(&sheet.elsewhere).map(|line| html! { <p>{ line }</p> }) }
        </section>
    }
}

/// The same element in the page; every text becomes a text node.
fn view_node(node: &Node) -> Html {
    let mut tag = VTag::new(node.name);
    for (name, value) in &node.attributes {
        tag.add_attribute(name, value.clone());
    }
    if !node.text.is_empty() {
        tag.add_child(VText::new(node.text.clone()).into());
    }
    tag.add_children(node.children.iter().map(view_node));
    tag.into()
}
