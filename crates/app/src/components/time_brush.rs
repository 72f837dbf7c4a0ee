//! The brush of a row of time: a drag, or Shift with the arrow keys, chooses all bars from one to another. Escape gives a drag up.

use super::time_bars::bar_of;
use super::time_chart::TimeChart;
use crate::browser::{
    Element, Key, Listener, fraction_in, key_of, release_pointer, rove, set_property, take_pointer,
};
use crate::effect::use_drawn;
use dateline_view::decimal;
use dateline_view::roving::Rove;
use yew::prelude::*;

/// A drag is one from so much of the axis on; below, it is a click on a bar.
const LEAST: f64 = 0.01;

/// What a row listens to, and the band that shows the drag.
pub(super) struct Brush {
    pub(super) on_down: Callback<PointerEvent>,
    pub(super) on_move: Callback<PointerEvent>,
    pub(super) on_up: Callback<PointerEvent>,
    pub(super) on_cancel: Callback<PointerEvent>,
    pub(super) on_key: Callback<KeyboardEvent>,
    pub(super) band: NodeRef,
}

/// The brush over the bars of a row.
#[hook]
pub(super) fn use_brush(bars: &NodeRef, props: &TimeChart) -> Brush {
    let band = use_node_ref();
    // Where the drag began and whether it is one, as shares of the axis.
    let drag = use_mut_ref(|| None::<(f64, bool)>);
    let anchor = use_mut_ref(|| None::<usize>);
    let show = {
        let band = band.clone();
        move |range: Option<(f64, f64)>| {
            let Some(band) = band.cast::<Element>() else { return };
            let (from, to) = range.unwrap_or_default();
            set_property(&band, "--left", &decimal::short(from.min(to), 4));
            set_property(&band, "--width", &decimal::short((to - from).abs(), 4));
        }
    };
    let at = {
        let bars = bars.clone();
        move |event: &PointerEvent| Some(fraction_in(&bars.cast::<Element>()?, event))
    };
    let on_down = {
        let (drag, at) = (drag.clone(), at.clone());
        Callback::from(move |event: PointerEvent| {
            drag.replace(at(&event).filter(|_| event.button() == 0).map(|at| (at, false)));
        })
    };
    let on_move = {
        let (drag, at, show, bars) = (drag.clone(), at.clone(), show.clone(), bars.clone());
        Callback::from(move |event: PointerEvent| {
            let (Some((from, was_drag)), Some(to)) = (*drag.borrow(), at(&event)) else { return };
            let is_drag = was_drag || (to - from).abs() > LEAST;
            if is_drag
                && !was_drag
                && let Some(bars) = bars.cast::<Element>()
            {
                // Only now: a captured pointer would take the click from the bar.
                take_pointer(&bars, event.pointer_id());
            }
            drag.replace(Some((from, is_drag)));
            show(Some((from, to)).filter(|_| is_drag));
        })
    };
    let on_up = {
        let (drag, show, bars) = (drag.clone(), show.clone(), bars.clone());
        let (on_action, timeline) = (props.on_action.clone(), props.timeline.clone());
        let is_of_mentions = props.is_of_mentions;
        Callback::from(move |event: PointerEvent| {
            show(None);
            let (Some((from, true)), Some(to)) = (drag.take(), at(&event)) else { return };
            if let Some(bars) = bars.cast::<Element>() {
                release_pointer(&bars, event.pointer_id());
            }
            let row = timeline.row(is_of_mentions);
            if let Some(action) = row.and_then(|row| row.brush_between(from, to)) {
                on_action.emit(action);
            }
        })
    };
    {
        let (drag, show) = (drag.clone(), show.clone());
        // The keyboard may be anywhere while the pointer drags.
        use_drawn((), move |()| {
            Listener::on_keys(move |event| {
                if key_of(event) == Key::Escape && drag.take().is_some() {
                    show(None);
                    // It was meant for the brush, not for what else Escape closes.
                    event.stop_immediate_propagation();
                }
            })
        });
    }
    let on_cancel = Callback::from(move |_: PointerEvent| {
        drag.take();
        show(None);
    });
    let on_key = {
        let (bars, timeline, on_action) =
            (bars.clone(), props.timeline.clone(), props.on_action.clone());
        let is_of_mentions = props.is_of_mentions;
        Callback::from(move |event: KeyboardEvent| {
            let (step, to) = match key_of(&event) {
                Key::Arrow(1, _) | Key::Arrow(_, 1) => (1, Rove::Next),
                Key::Arrow(..) => (-1, Rove::Back),
                Key::Home => (isize::MIN, Rove::First),
                Key::End => (isize::MAX, Rove::Last),
                _ => return,
            };
            event.prevent_default();
            event.stop_propagation();
            let here = bar_of(&event);
            if let Some(bars) = bars.cast::<Element>() {
                rove(&bars, to);
            }
            let row = timeline.row(is_of_mentions);
            let (Some(here), Some(row), true) = (here, row, event.shift_key()) else {
                anchor.take();
                return;
            };
            let from = *anchor.borrow_mut().get_or_insert(here);
            if let Some(action) = row.brush_by(from, here, step) {
                on_action.emit(action);
            }
        })
    };
    Brush { on_down, on_move, on_up, on_cancel, on_key, band }
}
