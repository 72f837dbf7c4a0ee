//! Words around articles that the reader adds to the open page.

use super::{articles, number, places};
use crate::intake::Broken;

/// Opens the dialog.
pub const ADD: &str = "Add articles…";
/// The sign on the button that opens it, where there is no room for words.
pub const ADD_SIGN: &str = "+";
/// Heading of the dialog.
pub const ADD_HEADING: &str = "Add articles";
/// What happens to what is added.
pub const ADD_EXPLAINED: &str = "They are read on this machine and shown with the others. Nothing is sent anywhere, and nothing stays when this page is closed.";
/// Chooses files.
pub const CHOOSE_FILES: &str = "Choose files…";
/// What can be chosen, and the other way.
pub const FILES_EXPLAINED: &str =
    "Plain text, Markdown or JSON Lines; or drop them anywhere on the page.";
/// Label of the field for a text.
pub const PASTE_LABEL: &str = "Or paste the text of one article";
/// Adds what stands in the field.
pub const ADD_TEXT: &str = "Add this text";
/// Puts the dialog away, or stops the reading.
pub const CANCEL: &str = "Cancel";
/// Said while files are held over the page.
pub const DROP_HERE: &str = "Drop the files to add their articles";
/// Accessible name of the bar of progress.
pub const PROGRESS_LABEL: &str = "Reading articles";

/// The name that a pasted text gets, as that of a file.
pub fn pasted(number: u32) -> String {
    format!("Pasted text {number}.txt")
}

/// "Reading 12 of 40 articles…".
pub fn progress(n_done: usize, n_known: usize) -> String {
    match (n_done, n_known) {
        (0, _) => "Reading…".to_owned(),
        (done, known) => format!("Reading {} of {}…", number(done), articles(known)),
    }
}

/// What came in.
pub fn added(n_articles: usize, n_places: usize, n_twice: usize) -> String {
    let twice = match n_twice {
        0 => String::new(),
        1 => " 1 article was here already.".to_owned(),
        n => format!(" {} were here already.", articles(n)),
    };
    match n_articles {
        0 if n_twice == 1 => "Nothing was added: the article is here already.".to_owned(),
        0 if n_twice > 0 => {
            format!("Nothing was added: all {} are here already.", articles(n_twice))
        }
        0 => "Nothing was added: no articles were found.".to_owned(),
        n => {
            let verb = if n == 1 { "names" } else { "name" };
            let stay = if n == 1 { "It stays" } else { "They stay" };
            format!(
                "Added {} that {verb} {}.{twice} {stay} until this page is closed.",
                articles(n),
                places(n_places)
            )
        }
    }
}

/// What could not be read.
pub fn refused(problem: &str) -> String {
    format!("Left out: {problem}.")
}

/// What is not told one by one.
pub fn more_refused(n: usize) -> String {
    let what = if n == 1 { "thing" } else { "things" };
    format!("{} more {what} could not be read.", number(n))
}

/// The reader stopped the reading.
pub const STOPPED: &str = "Stopped: nothing was added.";

/// The reading ended before its end.
pub fn broken(broken: &Broken) -> String {
    match broken {
        Broken::Trapped => "The reading met a mistake of its own and ended before all was read; the page itself is as it was. Add the rest in smaller portions.".to_owned(),
        Broken::Failed(why) => format!("The articles could not be read: {why}. The page itself is as it was."),
        Broken::Missing => "The part of this file that reads articles is missing or damaged, so none can be added. The page itself is as it was; ask for the file again.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_in_is_a_sentence() {
        for (counts, expected) in [
            ((1, 1, 0), "Added 1 article that names 1 place. It stays until this page is closed."),
            (
                (1204, 310, 2),
                "Added 1,204 articles that name 310 places. 2 articles were here already. They stay until this page is closed.",
            ),
            ((0, 0, 1), "Nothing was added: the article is here already."),
            ((0, 0, 5), "Nothing was added: all 5 articles are here already."),
            ((0, 0, 0), "Nothing was added: no articles were found."),
        ] {
            assert_eq!(added(counts.0, counts.1, counts.2), expected);
        }
    }
}
