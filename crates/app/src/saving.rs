//! Ties the panel for saving the map to the browser: a wish comes in, a file or a printed page goes out.
//!
//! The picture is drawn by `dateline_view::picture` when it is wished for; nothing is kept.

use crate::browser::{link_to, page_colour, save_image, save_text, today};
use crate::session::Session;
use crate::shared::Shared;
use dateline_core::article::Date;
use dateline_core::basemap::Basemap;
use dateline_view::picture::{Colours, FileKind, Subject, file_name, image_scale, picture};
use dateline_view::{Action, address};
use yew::prelude::*;

/// How the reader wants to take the map along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// As a file.
    File(FileKind),
    /// On paper.
    Print,
}

/// Makes the page save and print.
#[hook]
pub fn use_saving(
    session: &UseReducerHandle<Session>,
    basemap: Option<&Shared<Basemap>>,
    on_action: &Callback<Action>,
    on_print: Callback<()>,
) -> Callback<Wish> {
    // The callback stays the same, so that the map is not drawn again for it; what it shows is the latest.
    let latest = use_mut_ref(|| session.clone());
    latest.replace(session.clone());
    use_callback(
        (basemap.cloned(), on_action.clone(), on_print),
        move |wish, (basemap, on_action, on_print)| match wish {
            Wish::File(kind) => {
                let session = latest.borrow().clone();
                save(kind, &session, basemap.as_deref(), on_action.clone());
            }
            Wish::Print => {
                on_action.emit(Action::ShowSave(false));
                on_print.emit(());
            }
        },
    )
}

fn save(kind: FileKind, session: &Session, basemap: Option<&Basemap>, on_action: Callback<Action>) {
    let link = link_to(&address::print(&session.state));
    let subject = Subject::of(&session.screen, session.state.viewport, basemap, &link);
    let drawn = picture(&subject, &Colours::of(page_colour));
    let (year, month, day) = today();
    let name = file_name(&session.screen.title, date(year, month, day), kind);
    let text = drawn.to_file();
    let saved = name.clone();
    let on_done = move |is_saved: bool| {
        let failed = Action::MapNotSaved(kind);
        on_action.emit(if is_saved { Action::MapSaved(saved) } else { failed });
    };
    match kind {
        FileKind::Svg => on_done(save_text(&name, "image/svg+xml", &text)),
        FileKind::Png => {
            let size = drawn.size();
            save_image(name, text, size, image_scale(size.0, size.1), on_done);
        }
    }
}

fn date(year: i32, month: u32, day: u32) -> Option<Date> {
    Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?)
}
