//! What the reader is told once: dropped keys of a link, a copied link, a missing base map, articles that came in.

use super::on;
use super::progress_note::progress_note;
use crate::part::drawn_by;
use dateline_view::Action;
use dateline_view::screen::ProgressScreen;
use dateline_view::wording::chrome;
use yew::prelude::*;

/// What is told.
#[derive(PartialEq)]
pub struct Notices {
    /// Sentences.
    pub notices: Vec<String>,
    /// Whether the map has land to show.
    pub has_basemap: bool,
    /// The reading of added articles, while it goes on.
    pub progress: Option<ProgressScreen>,
    /// What the reader does.
    pub on_action: Callback<Action>,
    /// The reader stops the reading.
    pub on_stop: Callback<()>,
}

drawn_by!(Notices, use_notices);

/// The notices; the place for them is always there, so that a screen reader hears what comes.
#[hook]
fn use_notices(props: &Notices) -> Html {
    let is_dismissed = use_state(|| false);
    let dismiss_own = {
        let is_dismissed = is_dismissed.clone();
        Callback::from(move |_: MouseEvent| is_dismissed.set(true))
    };
    html! {
        <div class="notices" aria-live="polite">
            if !props.has_basemap && !*is_dismissed {
                { notice(chrome::NO_BASEMAP, "basemap", dismiss_own) }
            }
            { for props.notices.iter().enumerate().map(|(i, text)| {
                notice(text, text, on(&props.on_action, &Action::Dismiss(i)))
            }) }
            if let Some(progress) = &props.progress {
                { progress_note(progress, &props.on_stop) }
            }
        </div>
    }
}

fn notice(text: &str, key: &str, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <p class="notice" role="status" data-notice="" key={key.to_owned()}>
            <span>{ text }</span>
            <button class="quiet" type="button" aria-label={chrome::DISMISS} {onclick}>{ chrome::CROSS }</button>
        </p>
    }
}
