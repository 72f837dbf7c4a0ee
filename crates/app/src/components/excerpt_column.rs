//! The column: the excerpts of the set, its statements, or the concordance.
//!
//! `j` and `k` go from one to the next, and so do the arrows once the keyboard is on one; Enter opens it, `c` copies it, `x` shows what stands around it.

use super::concordance_lines::concordance_lines;
use super::excerpt_article::ExcerptArticle;
use super::listing_bar::listing_bar;
use super::marked_text::{on_choice, on_hover};
use super::on;
use crate::browser::{
    Element, Key, Listener, is_from_within, is_near_end, key_of, press_in_card, scroll_to_top, step,
};
use crate::effect::use_drawn;
use crate::part::{drawn_by, part_of_list};
use crate::shared::Shared;
use dateline_view::Action;
use dateline_view::screen::ExcerptList;
use dateline_view::state::OpenArticle;
use dateline_view::wording::chrome;
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
    let is_scrolled = use_mut_ref(|| false);
    let onscroll = {
        let (is_scrolled, section, on_action) =
            (is_scrolled.clone(), section.clone(), props.on_action.clone());
        let has_more = list.more.is_some() && list.is_filling;
        Callback::from(move |_: Event| {
            is_scrolled.replace(true);
            if has_more && section.cast::<Element>().is_some_and(|section| is_near_end(&section)) {
                on_action.emit(Action::ShowMore);
            }
        })
    };
    {
        let section = section.clone();
        let now = (list.heading.clone(), list.bar.order.clone());
        let shown = use_mut_ref(|| now.clone());
        // Another set or order begins at its beginning; "show more" is the same set.
        let is_scrolled = is_scrolled.clone();
        use_drawn(now, move |now| {
            let before = shown.replace(now.clone());
            // To ask where it stands, or to move it, makes the browser lay out the whole page.
            if before != *now
                && is_scrolled.replace(false)
                && let Some(section) = section.cast::<Element>()
            {
                scroll_to_top(&section);
            }
        });
    }
    use_steps(&section, props.is_covered, props.has_keys);
    let leave = {
        let on_action = props.on_action.clone();
        Callback::from(move |_: PointerEvent| {
            on_action.emit(Action::Hover(None));
            on_action.emit(Action::HoverExcerpt([].into()));
        })
    };
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
            { for list.groups.iter().map(|group| html! {
                { part_of_list(&group.id, ExcerptArticle { group: group.clone(), on_quote: props.on_quote.clone(), on_action: props.on_action.clone() }) }
            }) }
            { for list.lines.iter().map(|group| concordance_lines(group, &props.on_action)) }
            if let Some(more) = &list.more {
                <button class="button more" type="button" onclick={on(&props.on_action, &Action::ShowMore)}>
                    { more }
                </button>
            }
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

/// Where arrows belong to something else, and where letters do.
const TYPING: &str = "input, textarea, select, dialog, [contenteditable]";
const IN_LIST: &str = "[data-excerpt], [data-statement], [data-line], .more";

/// The keys that go through the list.
#[hook]
fn use_steps(section: &NodeRef, is_covered: bool, has_keys: bool) {
    let section = section.clone();
    use_drawn((is_covered, has_keys), move |&(is_covered, has_keys)| {
        Listener::on_keys(move |event| {
            let key = key_of(event);
            let is_off = !has_keys && matches!(key, Key::Char(_));
            if is_off || is_from_within(event, TYPING) {
                return;
            }
            let is_forward = match key {
                Key::Char('j') => true,
                Key::Char('k') => false,
                Key::Arrow(0, down) if is_from_within(event, IN_LIST) => down > 0,
                Key::Char('c') if press_in_card("[data-does=copy]") => return,
                Key::Char('x') if press_in_card("[data-does=context]") => return,
                _ => return,
            };
            if let Some(list) = section.cast::<Element>().filter(|_| !is_covered) {
                event.prevent_default();
                step(&list, is_forward);
            }
        })
    });
}
