//! The only door to the browser: every adapter, and the types of its events under our own roof.
//!
//! Nothing here panics when the browser refuses; listeners and observers are values whose `Drop` takes them back.
//! No other module of this crate names `web_sys`, `js_sys`, `wasm_bindgen` or `gloo`.

mod address_bar;
mod blocks;
mod canvas;
mod clipboard;
mod events;
mod files;
mod focus;
mod frame;
mod language;
mod listener;
mod page;
mod print;
mod save;
mod roving;
mod rows;
mod size;
mod style;
mod theme;
mod timer;
mod tooltip;
mod worker;

pub use address_bar::{Arrivals, BrowserAddressBar, link_to};
pub use blocks::{BlockError, read_block};
pub use canvas::{Painter, pixel_ratio};
pub use clipboard::copy_text;
pub use events::{
    Key, attribute_of_closest, blur_target, chosen_option, fraction_in, is_by_pointer,
    is_from_within, is_lifted, is_palette_key, key_of, position_in, turn_of, typed_text,
};
pub use files::{
    Content, DropWatch, Incoming, Pasted, chosen_files, close_dialog, on_dialog_close, read_text,
    show_dialog, text_in, watch_paste,
};
pub use focus::{
    FocusReturn, focus, focus_soon, is_for_layer_of, press_in_card, scroll_into_view,
    scroll_to_middle, scroll_to_top, step,
};
pub use frame::{NextFrame, before_painting, now_millis};
pub use language::{country_names, language};
pub use listener::Listener;
pub use page::{
    Report, install_panic_hook, mark_ready, measure_first_map, mount, release_pointer, set_title,
    show_failure, take_pointer, take_root,
};
pub use print::{PrintWatch, fill, print_page};
pub use roving::{Held, follow_focus, rove, settle};
pub use rows::{Hold, Look, keep_room};
pub use save::{save_image, save_text, today};
pub use size::SizeObserver;
pub use style::{Layer, Standing, frame, set_property, spread};
pub use theme::{ThemeWatch, colour, page_colour, prefers_reduced_motion};
pub use timer::Delay;
pub use tooltip::name_below_pointer;
pub use worker::{BrowserWorker, Word};

pub use web_sys::{
    Element, Event, FocusEvent, HtmlCanvasElement, HtmlInputElement, InputEvent, KeyboardEvent,
    MouseEvent, PointerEvent, WheelEvent,
};
