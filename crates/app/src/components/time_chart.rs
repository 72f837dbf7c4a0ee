//! One row of time: bars along an axis. A click chooses a bar, a drag or Shift with an arrow chooses all from one to another.

use super::kept_focus::use_kept_focus;
use super::on;
use super::time_brush::use_brush;
use crate::browser::{Element, rove, set_property, settle};
use crate::effect::use_drawn;
use crate::part::drawn_by;
use crate::shared::Shared;
use dateline_view::Action;
use dateline_view::decimal;
use dateline_view::roving::Rove;
use dateline_view::screen::{TimeBar, Timeline, Undated};
use dateline_view::wording::time;
use yew::prelude::*;

/// The row.
#[derive(PartialEq)]
pub struct TimeChart {
    /// Both rows.
    pub timeline: Shared<Timeline>,
    /// Whether it is the row of days that are mentioned.
    pub is_of_mentions: bool,
    /// What the reader does.
    pub on_action: Callback<Action>,
}

drawn_by!(TimeChart, use_time_chart);

/// The row.
#[hook]
fn use_time_chart(props: &TimeChart) -> Html {
    let (bars, axis) = (use_node_ref(), use_node_ref());
    use_kept_focus(bars.clone(), |bars| {
        rove(bars, Rove::First);
    });
    let brush = use_brush(&bars, props);
    {
        let (bars, axis) = (bars.clone(), axis.clone());
        let is_of_mentions = props.is_of_mentions;
        let placed = use_mut_ref(Vec::new);
        use_drawn(props.timeline.clone(), move |timeline| {
            let row = timeline.row(is_of_mentions);
            let (Some(row), Some(bars)) = (row, bars.cast::<Element>()) else {
                // A row that comes back has new bars.
                placed.borrow_mut().clear();
                return;
            };
            place_bars(&bars, &row.bars, &mut placed.borrow_mut());
            settle(&bars);
            if let Some(axis) = axis.cast::<Element>() {
                place(&axis, row.ticks.iter().map(|tick| tick.0));
            }
        });
    }
    let Some(row) = props.timeline.row(props.is_of_mentions) else { return Html::default() };
    html! {
        <div class={classes!("time-row", row.hook)} role="group" aria-label={row.label.clone()}>
            <div class="time-head">
                <span>{ &row.label }</span>
                if let Some(reset) = &row.reset {
                    <button class="quiet" type="button" data-reset="" onclick={on(&props.on_action, reset)}>
                        { time::ALL_DATES }
                    </button>
                }
                if let Some(undated) = &row.undated {
                    { view_undated(undated, &props.on_action) }
                }
            </div>
            <div
                class="bars"
                onpointerdown={brush.on_down}
                onpointermove={brush.on_move}
                onpointerup={brush.on_up}
                onpointercancel={brush.on_cancel}
                onkeydown={brush.on_key}
            >
                <div ref={bars}>
                    { for row.bars.iter().enumerate().map(|(i, bar)| view_bar(i, bar, &props.on_action)) }
                </div>
                <i class="brush" ref={brush.band} />
            </div>
            <div class="axis" aria-hidden="true" ref={axis}>
                { for row.ticks.iter().map(|(_, name)| html! { <span>{ name }</span> }) }
            </div>
        </div>
    }
}

fn view_bar(i: usize, bar: &TimeBar, on_action: &Callback<Action>) -> Html {
    html! {
        <button
            type="button"
            class={classes!("time-bar", bar.is_selected.then_some("on"))}
            tabindex="-1"
            data-bar={i.to_string()}
            aria-label={bar.spoken.clone()}
            aria-pressed={bar.is_selected.to_string()}
            onclick={on(on_action, &bar.choose)}
        >
            <i class="all" />
            <i class="set" />
        </button>
    }
}

/// What has no day is counted, and listed when the reader asks.
fn view_undated(undated: &Undated, on_action: &Callback<Action>) -> Html {
    html! {
        <details class="undated">
            <summary>{ &undated.label }</summary>
            <ul>
                { for undated.items.iter().map(|(name, open)| html! {
                    <li><button class="quiet" type="button" dir="auto" onclick={on(on_action, open)}>{ name }</button></li>
                }) }
            </ul>
        </details>
    }
}

/// Gives bars their place and heights, as far as they stand elsewhere than they did.
fn place_bars(container: &Element, bars: &[TimeBar], placed: &mut Vec<[f64; 4]>) {
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
fn place(container: &Element, lefts: impl Iterator<Item = f64>) {
    let children = container.children();
    for (i, left) in (0..children.length()).zip(lefts) {
        if let Some(child) = children.item(i) {
            set_property(&child, "--left", &decimal::short(left, 5));
        }
    }
}
