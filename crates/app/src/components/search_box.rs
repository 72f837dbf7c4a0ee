//! The search box: what is typed becomes the selection's words a moment after the last key; the arrow down asks the palette what it may mean.

use crate::browser::{
    Delay, HtmlInputElement, Key, Listener, blur_target, focus, is_from_within, key_of, typed_text,
};
use crate::effect::use_drawn;
use crate::part::drawn_by;
use dateline_view::Action;
use dateline_view::wording::chrome;
use yew::prelude::*;

/// So long after the last key the words are looked up.
const DELAY_MILLIS: u32 = 120;

/// What the box shows.
#[derive(PartialEq)]
pub struct SearchBox {
    /// The words that are looked up.
    pub words: String,
    /// What the reader does.
    pub on_action: Callback<Action>,
}

drawn_by!(SearchBox, use_search_box);

/// The box.
#[hook]
fn use_search_box(props: &SearchBox) -> Html {
    let input = use_node_ref();
    // What stands in the box, which is ahead of the words while the reader types.
    let draft = use_state_eq(|| props.words.clone());
    let pending = use_mut_ref(|| None::<Delay>);
    let sent = use_mut_ref(|| props.words.clone());

    {
        let (draft, sent) = (draft.clone(), sent.clone());
        use_drawn(props.words.clone(), move |words| {
            if *sent.borrow() != *words {
                sent.replace(words.clone());
                draft.set(words.clone());
            }
        });
    }
    {
        let input = input.clone();
        use_drawn((), move |()| {
            Listener::on_keys(move |event| {
                let is_free = !is_from_within(event, "input, textarea, [contenteditable]");
                if is_free && key_of(event) == Key::Slash {
                    event.prevent_default();
                    if let Some(element) = input.cast::<HtmlInputElement>() {
                        focus(&element);
                        element.select();
                    }
                }
            })
        });
    }

    let send = {
        let (pending, sent, on_action) = (pending.clone(), sent.clone(), props.on_action.clone());
        move |words: String, millis: u32| {
            let (sent, on_action) = (sent.clone(), on_action.clone());
            pending.replace(Some(Delay::new(millis, move || {
                sent.replace(words.clone());
                on_action.emit(Action::SetWords(words));
            })));
        }
    };
    let oninput = {
        let (draft, send) = (draft.clone(), send.clone());
        Callback::from(move |event: InputEvent| {
            let words = typed_text(&event);
            draft.set(words.clone());
            send(words, DELAY_MILLIS);
        })
    };
    let onkeydown = {
        let (draft, on_action) = (draft.clone(), props.on_action.clone());
        Callback::from(move |event: KeyboardEvent| {
            if key_of(&event) == Key::Arrow(0, 1) {
                // What it may mean is offered by the palette, which has what a list of choices needs.
                event.prevent_default();
                on_action.emit(Action::Palette(Some((*draft).clone())));
            } else if key_of(&event) == Key::Escape {
                // The open article closes with the same key, but not while the keyboard is here.
                event.stop_propagation();
                if draft.is_empty() {
                    blur_target(&event);
                } else {
                    draft.set(String::new());
                    send(String::new(), 0);
                }
            }
        })
    };

    html! {
        <label class="search">
            <input
                ref={input}
                type="search"
                dir="auto"
                value={(*draft).clone()}
                placeholder={chrome::SEARCH_PLACEHOLDER}
                aria-label={chrome::SEARCH_LABEL}
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="search"
                aria-haspopup="dialog"
                aria-keyshortcuts="ArrowDown"
                {oninput}
                {onkeydown}
            />
            <kbd aria-hidden="true">{ chrome::SEARCH_KEY }</kbd>
        </label>
    }
}
