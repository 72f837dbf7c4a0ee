//! What components need to know of an event, without the browser's types.

use dateline_core::text::fold::small;
use dateline_view::movement::{Turn, TurnUnit};
use wasm_bindgen::JsCast as _;
use web_sys::{
    Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement, KeyboardEvent, MouseEvent,
    PointerEvent, WheelEvent,
};

/// A key as the page understands it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// An arrow: pixels to the right and down, in units of one step.
    Arrow(i8, i8),
    /// `+` or `=`.
    Plus,
    /// `-`.
    Minus,
    /// `Home`.
    Home,
    /// `End`.
    End,
    /// `Enter`.
    Enter,
    /// `/`.
    Slash,
    /// `Escape`.
    Escape,
    /// Another letter or digit, as a small letter.
    Char(char),
    /// Another one, or one that belongs to the browser because a modifier is held.
    Other,
}

/// Which key; `Other` while text is being composed or control, alt or meta are held.
pub fn key_of(event: &KeyboardEvent) -> Key {
    if event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing() {
        return Key::Other;
    }
    match event.key().as_str() {
        "ArrowLeft" => Key::Arrow(-1, 0),
        "ArrowRight" => Key::Arrow(1, 0),
        "ArrowUp" => Key::Arrow(0, -1),
        "ArrowDown" => Key::Arrow(0, 1),
        "+" | "=" => Key::Plus,
        "-" | "−" => Key::Minus,
        "Home" => Key::Home,
        "End" => Key::End,
        "Enter" => Key::Enter,
        "/" => Key::Slash,
        "Escape" => Key::Escape,
        other => {
            let mut letters = other.chars().map(small);
            match (letters.next(), letters.next()) {
                (Some(one), None) => Key::Char(one),
                _ => Key::Other,
            }
        }
    }
}

/// Whether it is the key that opens the palette: K with Control, or with Command.
pub fn is_palette_key(event: &KeyboardEvent) -> bool {
    (event.ctrl_key() || event.meta_key())
        && !event.alt_key()
        && !event.shift_key()
        && event.key().eq_ignore_ascii_case("k")
}

/// The text in the input from which the event comes.
pub fn typed_text(event: &Event) -> String {
    event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
        .map(|input| input.value())
        .unwrap_or_default()
}

/// Which of its options was chosen in the select element from which the event comes.
pub fn chosen_option(event: &Event) -> Option<usize> {
    let select = event.target()?.dyn_into::<HtmlSelectElement>().ok()?;
    usize::try_from(select.selected_index()).ok()
}

/// Takes the focus from the element in which the event arose.
pub fn blur_target(event: &Event) {
    if let Some(element) = event.target().and_then(|t| t.dyn_into::<HtmlElement>().ok()) {
        let _ = element.blur();
    }
}

/// The value of an attribute on the nearest element around the event that fits the selector.
pub fn attribute_of_closest(event: &Event, selector: &str, attribute: &str) -> Option<String> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest(selector).ok().flatten()?.get_attribute(attribute)
}

/// Whether the event arose within an element that fits the selector.
pub fn is_from_within(event: &Event, selector: &str) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|element| element.closest(selector).ok().flatten().is_some())
}

/// Where a pointer is, in CSS pixels from the element's top left corner.
pub fn position_in(element: &Element, event: &MouseEvent) -> (f64, f64) {
    let frame = element.get_bounding_client_rect();
    (f64::from(event.client_x()) - frame.left(), f64::from(event.client_y()) - frame.top())
}

/// How far along an element a pointer is, 0 where its lines begin and 1 where they end.
pub fn fraction_in(element: &Element, event: &MouseEvent) -> f64 {
    let frame = element.get_bounding_client_rect();
    let share = (f64::from(event.client_x()) - frame.left()) / frame.width().max(1.0);
    if element.closest("[dir=rtl]").ok().flatten().is_some() { 1.0 - share } else { share }
}

/// What a turn of the wheel says.
pub fn turn_of(event: &WheelEvent) -> Turn {
    let unit = match event.delta_mode() {
        WheelEvent::DOM_DELTA_LINE => TurnUnit::Lines,
        WheelEvent::DOM_DELTA_PAGE => TurnUnit::Pages,
        _ => TurnUnit::Pixels,
    };
    Turn { distance: event.delta_y(), unit, is_pinch: event.ctrl_key() }
}

/// Whether a mouse moves without a button, so that it was lifted where nobody heard of it.
pub fn is_lifted(event: &PointerEvent) -> bool {
    event.buttons() == 0 && event.pointer_type() == "mouse"
}

/// Whether a click was made by a pointer and not by a key.
pub fn is_by_pointer(event: &MouseEvent) -> bool {
    event.detail() > 0
}
