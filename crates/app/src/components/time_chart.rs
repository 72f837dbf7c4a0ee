//! One row of time: bars along an axis. A click chooses a bar, a drag or Shift with an arrow chooses all from one to another.

use super::kept_focus::use_kept_focus;
use super::on;
use super::time_bars::{bar_of, place, place_bars, view_bar};
use super::time_brush::use_brush;
use crate::browser::{Element, rove, settle};
use crate::effect::use_drawn;
use crate::part::drawn_by;
use crate::shared::Shared;
use dateline_view::Action;
use dateline_view::roving::Rove;
use dateline_view::screen::{Timeline, Undated};
use dateline_view::wording::time;
use yew::prelude::*;

/// The row.
#[derive(Clone, PartialEq)]
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
    let onclick = {
        let TimeChart { timeline, is_of_mentions, on_action } = props.clone();
        Callback::from(move |event: MouseEvent| {
            let row = timeline.row(is_of_mentions);
            if let Some(bar) = row.zip(bar_of(&event)).and_then(|(row, at)| row.bars.get(at)) {
                on_action.emit(bar.choose.clone());
            }
        })
    };
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
                <div ref={bars} {onclick}>
                    { for row.bars.iter().enumerate().map(|(i, bar)| view_bar(i, bar)) }
                </div>
                <i class="brush" ref={brush.band} />
            </div>
            <div class="axis" aria-hidden="true" ref={axis}>
                { for row.ticks.iter().map(|(_, name)| html! { <span>{ name }</span> }) }
            </div>
        </div>
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
