//! The column: the excerpts of the set, its statements, or the concordance.
//!
//! Of a long list only the rows around what is seen are in the document; two rooms stand for the others.

use super::concordance_lines::concordance_lines;
use super::excerpt_article::ExcerptArticle;
use super::list_keys::use_list_keys;
use super::listing_bar::listing_bar;
use super::marked_text::{on_choice, on_hover};
use super::on;
use crate::part::{drawn_by, part_of_list};
use crate::scrolling::use_list_scroll;
use crate::shared::Shared;
use dateline_view::Action;
use dateline_view::screen::{ExcerptGroup, ExcerptList};
use dateline_view::state::OpenArticle;
use dateline_view::wording::chrome;
use std::rc::Rc;
use yew::prelude::*;

/// The column.
#[derive(PartialEq)]
pub struct ExcerptColumn {
    /// The excerpts.
    pub list: Shared<ExcerptList>,
    /// Whether an open article lies above it, so that it cannot be reached.
    pub is_covered: bool,
    /// The reader wants to take an excerpt along.
    pub on_quote: Callback<OpenArticle>,
    /// Whether single letters do something.
    pub has_keys: bool,
    /// What the reader does.
    pub on_action: Callback<Action>,
}

drawn_by!(ExcerptColumn, use_excerpt_column);

/// The column.
#[hook]
fn use_excerpt_column(props: &ExcerptColumn) -> Html {
    let list = &props.list;
    let section = use_node_ref();
    let onscroll = use_list_scroll(&section, list, &props.on_action);
    use_list_keys(&section, props.is_covered, props.has_keys);
    let leave = {
        let on_action = props.on_action.clone();
        Callback::from(move |_: PointerEvent| {
            on_action.emit(Action::Hover(None));
            on_action.emit(Action::HoverExcerpt([].into()));
        })
    };
    // Lists of their own, so that rows stay the elements that they are while others come and go.
    let group = |group: &Rc<ExcerptGroup>| {
        let (on_quote, on_action) = (props.on_quote.clone(), props.on_action.clone());
        part_of_list(&group.id, ExcerptArticle { group: group.clone(), on_quote, on_action })
    };
    let groups: Html = list.groups.iter().map(group).collect();
    let lines: Html =
        list.lines.iter().map(|group| concordance_lines(group, &props.on_action)).collect();
    html! {
        <section
            class="list"
            data-part="excerpts"
            aria-label={chrome::EXCERPTS_LABEL}
            inert={props.is_covered}
            ref={section}
            {onscroll}
            onclick={on_choice(&props.on_action)}
            onpointerover={on_hover(&props.on_action)}
            onpointerleave={leave}
        >
            { listing_bar(list, &props.on_action) }
            if list.empty.is_none() {
                { meant(list, "quiet", &props.on_action) }
            }
            if let Some(empty) = &list.empty {
                <div class="empty">
                    <p>{ empty }</p>
                    { meant(list, "button", &props.on_action) }
                    if list.can_clear {
                        <button class="button" type="button" onclick={on(&props.on_action, &Action::ClearAll)}>
                            { chrome::CLEAR_ALL }
                        </button>
                    }
                </div>
            }
            <i class="room" tabindex="-1" />
            { groups }
            { lines }
            <i class="room" tabindex="-1" />
        </section>
    }
}

/// Another search, if one is offered.
fn meant(list: &ExcerptList, class: &'static str, on_action: &Callback<Action>) -> Html {
    let Some(meant) = &list.meant else { return Html::default() };
    html! {
        <button {class} type="button" data-meant="" onclick={on(on_action, &meant.choose)}>
            { &meant.label }
        </button>
    }
}
