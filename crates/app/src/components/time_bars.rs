//! The bars of a row of time: their buttons, where they stand and how high they are.

use crate::browser::{Element, Event, attribute_of_closest, set_property};
use dateline_view::decimal;
use dateline_view::screen::TimeBar;
use yew::prelude::*;

/// A bar; what its button does is known to the row.
pub(super) fn view_bar(i: usize, bar: &TimeBar) -> Html {
    html! {
        <button
            type="button"
            class={classes!("time-bar", bar.is_selected.then_some("on"))}
            tabindex="-1"
            data-bar={i.to_string()}
            aria-label={bar.spoken.clone()}
            aria-pressed={bar.is_selected.to_string()}
        >
            <i class="all" />
            <i class="set" />
        </button>
    }
}

/// The bar on which something happens, by its number.
pub(super) fn bar_of(event: &Event) -> Option<usize> {
    attribute_of_closest(event, "[data-bar]", "data-bar")?.parse().ok()
}

/// Gives bars their place and heights, as far as they stand elsewhere than they did.
pub(super) fn place_bars(container: &Element, bars: &[TimeBar], placed: &mut Vec<[f64; 4]>) {
    let children = container.children();
    placed.resize(bars.len(), [f64::NAN; 4]);
    for ((i, bar), before) in (0..children.length()).zip(bars).zip(placed) {
        let Some(button) = children.item(i) else { continue };
        let (all, set) = (button.first_element_child(), button.last_element_child());
        let now = [bar.left, bar.width, bar.height, bar.height_in];
        let of = [Some(&button), Some(&button), all.as_ref(), set.as_ref()];
        let names = ["inset-inline-start", "width", "height", "height"];
        for (((name, now), before), of) in names.into_iter().zip(now).zip(before).zip(of) {
            if now != *before
                && let Some(of) = of
            {
                set_property(of, name, &format!("{}%", decimal::short(now * 100.0, 3)));
                *before = now;
            }
        }
    }
}

/// Sets how far along the axis each child stands.
pub(super) fn place(container: &Element, lefts: impl Iterator<Item = f64>) {
    let children = container.children();
    for (i, left) in (0..children.length()).zip(lefts) {
        if let Some(child) = children.item(i) {
            set_property(&child, "--left", &decimal::short(left, 5));
        }
    }
}
