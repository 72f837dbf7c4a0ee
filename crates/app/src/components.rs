//! The components, from the whole to its parts. Each draws what a screen says and emits what the reader does.
//!
//! What keeps something of its own, or is long to draw and seldom changes, is a part (`part.rs`); all else is a function.

use dateline_view::Action;
use yew::Callback;

mod panel;
pub mod palette;
pub mod keys_panel;
mod kept_focus;
pub mod page_view;
mod skip_links;
mod top_bar;
pub mod search_box;
pub mod notices;
mod progress_note;
pub mod add_dialog;
mod says_line;
pub mod facet_list;
mod facet_panel;
pub mod map_view;
pub mod base_canvas;
pub mod label_layer;
pub mod marker_layer;
mod marker_button;
mod marker_keys;
mod zoom_buttons;
mod map_tools;
pub mod map_hand;
mod map_watch;
mod map_hints;
pub mod area_outline;
pub mod announcer;
pub mod places_panel;
mod scale_line;
mod map_notes;
mod off_view_line;
mod save_control;
pub mod time_chart;
mod time_bars;
mod time_brush;
pub mod excerpt_column;
mod list_keys;
mod listing_bar;
pub mod excerpt_article;
mod excerpt_card;
mod concordance_lines;
pub mod entity_panel;
pub mod marked_text;
pub mod reading_view;
pub mod reading_text;
pub mod about_panel;
mod fix_rows;
pub mod fixes_panel;
pub mod why_panel;
mod tab_bar;

/// Emits the action on any event.
fn on<E>(on_action: &Callback<Action>, action: &Action) -> Callback<E> {
    let (on_action, action) = (on_action.clone(), action.clone());
    Callback::from(move |_| on_action.emit(action.clone()))
}
