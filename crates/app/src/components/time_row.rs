//! When the articles were published: a row of bars, each a button that narrows to its time.

use super::on;
use crate::browser::{Element, set_property};
use crate::part::drawn_by;
use crate::shared::Shared;
use dateline_view::Action;
use dateline_view::decimal;
use dateline_view::screen::{TimeBar, Timeline};
use dateline_view::wording::chrome;
use yew::prelude::*;

/// The row.
#[derive(PartialEq)]
pub struct TimeRow {
    /// Bars and words of the axis.
    pub timeline: Shared<Timeline>,
    /// What the reader does.
    pub on_action: Callback<Action>,
}

drawn_by!(TimeRow, use_time_row);

/// The row.
#[hook]
fn use_time_row(props: &TimeRow) -> Html {
    let timeline = &props.timeline;
    let bars = use_node_ref();
    {
        let bars = bars.clone();
        use_effect_with(timeline.clone(), move |timeline| {
            let Some(bars) = bars.cast::<Element>() else { return };
            let children = bars.children();
            for (i, bar) in (0..children.length()).zip(&timeline.bars) {
                if let Some(child) = children.item(i) {
                    set_property(&child, "--left", &decimal::short(bar.left, 5));
                    set_property(&child, "--width", &decimal::short(bar.width, 5));
                    set_property(&child, "--height", &decimal::short(bar.height, 4));
                    set_property(&child, "--height-in", &decimal::short(bar.height_in, 4));
                }
            }
        });
    }
    html! {
        <div class="time" data-part="timeline" role="group" aria-label={chrome::TIMELINE_LABEL}>
            <div class="time-head">
                <span>{ &timeline.label }</span>
                if let Some(undated) = &timeline.undated {
                    <span class="undated">{ undated }</span>
                }
            </div>
            <div class="bars" ref={bars}>
                { for timeline.bars.iter().map(|bar| view_bar(bar, &props.on_action)) }
            </div>
            <div class="axis" aria-hidden="true">
                <span>{ &timeline.first }</span>
                <span>{ &timeline.last }</span>
            </div>
        </div>
    }
}

fn view_bar(bar: &TimeBar, on_action: &Callback<Action>) -> Html {
    html! {
        <button
            key={bar.spoken.clone()}
            type="button"
            class={classes!("time-bar", bar.is_selected.then_some("on"))}
            title={bar.spoken.clone()}
            aria-label={bar.spoken.clone()}
            aria-pressed={bar.is_selected.to_string()}
            onclick={on(on_action, &bar.choose)}
        >
            <i class="all" />
            <i class="set" />
        </button>
    }
}
