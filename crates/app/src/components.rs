//! The components, from the whole to its parts. Each draws what a screen says and emits what the reader does.

mod panel;
pub mod page_view;
pub mod top_bar;
pub mod search_box;
pub mod notices;
pub mod progress_note;
pub mod add_dialog;
pub mod says_line;
pub mod facet_list;
pub mod facet_panel;
pub mod map_view;
pub mod base_canvas;
pub mod label_layer;
pub mod marker_layer;
pub mod zoom_buttons;
pub mod scale_line;
pub mod map_notes;
pub mod off_view_line;
pub mod time_row;
pub mod excerpt_column;
pub mod excerpt_article;
pub mod excerpt_card;
pub mod marked_text;
pub mod reading_view;
pub mod reading_text;
pub mod about_panel;
pub mod tab_bar;
