//! Words of the panel that answers "why here?", and of the list of corrections.

use super::{count, number, quoted};
use dateline_core::annotate::{Confidence, Evidence};
use dateline_core::corpus::corrections::MOST_LINES;
use dateline_core::gazetteer::PlaceId;

/// What a mark is asked.
pub const WHY: &str = "Why here?";
/// Heading of the candidates.
pub const CANDIDATES: &str = "What it may mean";
/// Said where nothing was weighed.
pub const NOT_WEIGHED: &str =
    "Nothing else was weighed: the words themselves say it, or a correction does.";
/// Narrows to what is named.
pub const NARROW: &str = "Narrow to it";
/// Moves the map to it.
pub const SHOW: &str = "Show on the map";
/// Heading of the part that corrects.
pub const CORRECT: &str = "Correct it";
/// Label of the field for another name.
pub const OTHER_NAME: &str = "Another place, person, organisation or name";
/// Corrects one mention.
pub const ONLY_HERE: &str = "Only here";
/// Corrects all mentions in an article.
pub const IN_ARTICLE: &str = "In this article";
/// Corrects all mentions.
pub const EVERYWHERE: &str = "Everywhere";
/// Takes a correction back.
pub const UNDO: &str = "Undo";
/// Heading of the list of corrections.
pub const CORRECTIONS: &str = "Corrections";
/// Said where there are none.
pub const NO_CORRECTIONS: &str =
    "There are none yet. Open an article and choose a marked name to correct it.";
/// What becomes of corrections.
pub const KEPT: &str = "They hold for this view and stand in its link while they are few. Save them as a file to keep them, to use them in another page of the same articles, or to build a page with them.";
/// Takes up the corrections that history has put away.
pub const TAKE_AGAIN: &str = "Take them again";
/// Opens the list.
pub const OPEN_LIST: &str = "Show the corrections";
/// Saves the list.
pub const SAVE: &str = "Save as a file";
/// Reads a list.
pub const READ: &str = "Read a file…";
/// Said when the list was saved.
pub const SAVED: &str = "The corrections were saved.";
/// Said when the browser did not save it.
pub const NOT_SAVED: &str = "The browser did not save the corrections.";
/// Behind a correction that changes nothing.
pub const FITS_NOTHING: &str = "It changes nothing here.";
/// Said of a name that was read as standing for a government.
pub const METONYM: &str = "Here it stands for the government that sits there.";
/// Said of a place whose point is not known.
pub const NO_POINT: &str = "It has no point on the map.";
/// Said of a mark that a correction took away.
pub const NOTHING: &str = "By a correction, it names nothing.";
/// Accessible name of the small map.
pub const LOCATOR: &str = "Where the candidates lie";

/// "Why here? “Tripoli”".
pub fn heading(wording: &str) -> String {
    format!("{WHY} {}", quoted(wording))
}

/// "Read as Tripoli, city in Lebanon: sure, 93 of 100."
pub fn read_as(described: &str, hundredths: u8) -> String {
    let sure = match hundredths {
        Confidence::SURE_FROM.. => "sure",
        super::UNSURE_BELOW.. => "fairly sure",
        _ => "unsure",
    };
    format!("Read as {described}: {sure}, {hundredths} of 100.")
}

/// "By a correction, it is Tripoli, city in Lebanon."
pub fn corrected_to(described: &str) -> String {
    format!("By a correction, it is {described}.")
}

/// "Read as Vladimir Putin, person, named 12 times in 3 articles."
pub fn read_as_actor(described: &str, n_mentions: usize, n_articles: usize) -> String {
    let articles = super::articles(n_articles);
    format!("Read as {described}, named {} in {articles}.", times(n_mentions))
}

/// "Read as 28 January 2026."
pub fn read_as_time(value: &str) -> String {
    format!("Read as {value}, from its words and the day of the article.")
}

/// "These spellings are taken for the same: “Putin”, “Poutine”."
pub fn spellings<'a>(spellings: impl Iterator<Item = &'a str>) -> Option<String> {
    let all: Vec<String> = spellings.take(12).map(quoted).collect();
    (!all.is_empty()).then(|| format!("Also taken for the same: {}.", all.join(", ")))
}

/// "Tripoli, city in Lebanon (North Governorate)".
pub fn in_division(described: &str, division: &str) -> String {
    format!("{described} ({division})")
}

/// "93 of 100".
pub fn score(hundredths: u8) -> String {
    match hundredths {
        0 => "below 1 of 100".to_owned(),
        n => format!("{n} of 100"),
    }
}

/// Why a candidate was weighed as it was; `name` finds the name of a place.
pub fn evidence<'a>(evidence: &Evidence, name: &dyn Fn(&PlaceId) -> Option<&'a str>) -> String {
    let named = |id: &PlaceId| name(id).unwrap_or("a place");
    match evidence {
        Evidence::OnlyPlaceOfThatName => "No other place known here has this name.".to_owned(),
        Evidence::Prominence(rank) => match rank {
            0 | 1 => "It is known everywhere.",
            2 => "It is widely known.",
            3 => "It is known beyond its country.",
            4 => "It is known in its country.",
            _ => "It is known around where it lies.",
        }
        .to_owned(),
        Evidence::Population(n) => {
            format!("{} people live there.", number(*n as usize))
        }
        Evidence::KindNamed(word) => format!("The word {} stands beside it.", quoted(word)),
        Evidence::ContainerNamedBeside(id) => {
            format!("It lies in {}, which is named beside it.", named(id))
        }
        Evidence::CountryInArticle(n) => {
            format!("The article names its country, or places there, {}.", times(*n as usize))
        }
        Evidence::DivisionInArticle(n) => {
            format!("The article names its province, or places there, {}.", times(*n as usize))
        }
        Evidence::NearCertainPlaces(n) => {
            format!("The article names places near it, {}.", times(*n as usize))
        }
        Evidence::EnumeratedWith(n) => {
            format!(
                "It is listed with {} of its kind and country.",
                count(*n as usize, "name", "names")
            )
        }
        Evidence::ContainsNamedBefore(id) => {
            format!("Right before it stands {}, which lies there.", named(id))
        }
        Evidence::AliasInBrackets(alias) => {
            format!("The article gives its other name beside it: {}.", quoted(alias))
        }
        Evidence::SameNameInArticle => "The name means it elsewhere in the article.".to_owned(),
        Evidence::NamedAfter(id) => {
            format!("It is in no list; it bears the name of {}, and is put there.", named(id))
        }
        Evidence::ReadFromPattern(pattern) if pattern.is_empty() => {
            "It is in no list; the words around it make it a place.".to_owned()
        }
        Evidence::ReadFromPattern(pattern) => {
            format!("It is in no list; {} makes it a place.", quoted(pattern))
        }
    }
}

/// "once", "12 times".
fn times(n: usize) -> String {
    if n == 1 { "once".to_owned() } else { format!("{} times", number(n)) }
}

/// Accessible name of a button that corrects: "Only here: Tripoli, city in Lebanon".
pub fn choice(how: &str, described: &str) -> String {
    format!("{how}: {described}")
}

/// "“Tripoli” names nothing here".
pub fn not_here(wording: &str) -> String {
    format!("{} names nothing here", quoted(wording))
}

/// "“Tripoli” names nothing in this article".
pub fn not_in_article(wording: &str) -> String {
    format!("{} names nothing in this article", quoted(wording))
}

/// "Call Tripoli “Tarabulus” everywhere".
pub fn call(name: &str, typed: &str) -> String {
    format!("Call {name} {} everywhere", quoted(typed))
}

/// "Here it is another one, called “Igor Putin”".
pub fn apart(typed: &str) -> String {
    format!("Here it is another one, called {}", quoted(typed))
}

/// "3 corrections".
pub fn n_corrections(n: usize) -> String {
    count(n, "correction", "corrections")
}

/// What a correction says; of whom it speaks stands before.
pub fn is(wording: &str, described: &str, is_all: bool) -> String {
    format!("{}{} is {described}", quoted(wording), everywhere_in(is_all))
}

/// Said of a correction that takes a mark away.
pub fn not(wording: &str, is_all: bool) -> String {
    format!("{}{} names nothing", quoted(wording), everywhere_in(is_all))
}

/// Said of a correction that sets apart.
pub fn is_apart(wording: &str, name: &str, is_all: bool) -> String {
    format!("{}{} is another one, called {}", quoted(wording), everywhere_in(is_all), quoted(name))
}

/// Said of a correction that makes two one.
pub fn same(one: &str, other: &str) -> String {
    format!("{one} is the same as {other}")
}

/// Said of a correction of a name.
pub fn named(one: &str, name: &str) -> String {
    format!("{one} is called {}", quoted(name))
}

fn everywhere_in(is_all: bool) -> &'static str {
    if is_all { ", wherever the article has it," } else { "" }
}

/// What came of a file of corrections.
pub fn fixes_read(n_new: usize, wrong: &[usize], n_unread: usize) -> String {
    let mut said = match n_new {
        0 => "The file holds no correction that is not here already".to_owned(),
        n => format!("{} read", count(n, "correction was", "corrections were")),
    };
    if let Some(first) = wrong.first() {
        let lines = count(wrong.len(), "line is", "lines are");
        said = format!("{said}; {lines} no correction (the first is line {})", number(*first));
    }
    if n_unread > 0 {
        let (behind, lines) = (number(MOST_LINES), count(n_unread, "line", "lines"));
        said = format!("{said}; behind line {behind} nothing is read, and {lines} stand there");
    }
    said + "."
}

/// Said when an address speaks of corrections that it does not carry.
pub fn fixes_missing(n: usize) -> String {
    let made_with = count(n, "correction that was", "corrections that were");
    format!(
        "This link was made with {made_with} too long for it. Ask for them as a file, and read it in the list of corrections."
    )
}

/// Said when history leads to where corrections that no address carries did not hold.
pub fn fixes_put_away(n: usize) -> String {
    format!("{} held before, and can be taken again in the list of corrections.", n_corrections(n))
}

/// The button that takes up what history has put away.
pub fn take_again(n: usize) -> String {
    format!("{TAKE_AGAIN}: {}", n_corrections(n))
}

/// Said when a link was copied that does not carry the corrections.
pub fn fixes_left_out(n: usize) -> String {
    format!(
        "The link does not carry your {}, which would make it too long. Save the list as a file and send it along.",
        n_corrections(n)
    )
}
