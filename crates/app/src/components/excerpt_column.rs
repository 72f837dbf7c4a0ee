//! The excerpts of the set, article by article.

use super::excerpt_article::ExcerptArticle;
use super::marked_text::{choice_of, marked_place};
use super::on;
use crate::browser::{Element, is_from_within, scroll_to_top};
use crate::part::{drawn_by, part_of_list};
use crate::shared::Shared;
use dateline_view::Action;
use dateline_view::screen::ExcerptList;
use dateline_view::wording::chrome;
use yew::prelude::*;

/// The column.
#[derive(PartialEq)]
pub struct ExcerptColumn {
    /// The excerpts.
    pub list: Shared<ExcerptList>,
    /// Whether an open article lies above it, so that it cannot be reached.
    pub is_covered: bool,
    /// What the reader does.
    pub on_action: Callback<Action>,
}

drawn_by!(ExcerptColumn, use_excerpt_column);

/// The column.
#[hook]
fn use_excerpt_column(props: &ExcerptColumn) -> Html {
    let list = &props.list;
    let section = use_node_ref();
    {
        let section = section.clone();
        let shown = use_mut_ref(|| list.heading.clone());
        // Another set begins at its beginning; "show more" is the same set.
        use_effect_with(list.heading.clone(), move |heading| {
            let before = shown.replace(heading.clone());
            if let Some(section) = section.cast::<Element>().filter(|_| before != *heading) {
                scroll_to_top(&section);
            }
        });
    }
    let onclick = use_callback(props.on_action.clone(), |event: MouseEvent, on_action| {
        if let Some(action) = choice_of(&event) {
            on_action.emit(action);
        }
    });
    let hover = use_callback(props.on_action.clone(), |event: PointerEvent, on_action| {
        on_action.emit(Action::Hover(marked_place(&event)));
        if !is_from_within(&event, "[data-excerpt]") {
            on_action.emit(Action::HoverExcerpt([].into()));
        }
    });
    let leave = use_callback(props.on_action.clone(), |_: PointerEvent, on_action| {
        on_action.emit(Action::Hover(None));
        on_action.emit(Action::HoverExcerpt([].into()));
    });
    html! {
        <section
            class="list"
            data-part="excerpts"
            aria-label={chrome::EXCERPTS_LABEL}
            inert={props.is_covered}
            ref={section}
            {onclick}
            onpointerover={hover}
            onpointerleave={leave}
        >
            <h2 class="list-head">{ &list.heading }</h2>
            if let Some(empty) = &list.empty {
                <div class="empty">
                    <p>{ empty }</p>
                    if let Some(meant) = &list.meant {
                        <button class="button" type="button" data-meant="" onclick={on(&props.on_action, &meant.choose)}>
                            { &meant.label }
                        </button>
                    }
                    <button class="button" type="button" onclick={on(&props.on_action, &Action::ClearAll)}>
                        { chrome::CLEAR_ALL }
                    </button>
                </div>
            }
            { for list.groups.iter().map(|group| html! {
                { part_of_list(&group.article, ExcerptArticle { group: group.clone(), on_action: props.on_action.clone() }) }
            }) }
            if let Some(more) = &list.more {
                <button class="button more" type="button" onclick={on(&props.on_action, &Action::ShowMore)}>
                    { more }
                </button>
            }
        </section>
    }
}
