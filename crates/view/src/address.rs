//! The address: a state as a fragment, in both directions, per key.
//!
//! `print` gives the one canonical form: defaults left out, keys in fixed order, coordinates rounded to what the zoom can show.
//! `read` takes any text: a key that cannot be used is dropped alone and named in a notice.
//! A key of a released address never gets another meaning.

use crate::camera::{Camera, MAX_ZOOM, MIN_ZOOM, decimals};
use crate::decimal;
use crate::listing::{EntityId, Listing};
use crate::state::{Notice, OpenArticle, State};
use dateline_core::article::{ArticleId, Date};
use dateline_core::corpus::Corpus;
use dateline_core::facet::Selection;
use dateline_core::geo::LatLon;

mod area;
mod facets;
mod fixes;
mod listing;
mod passage;
mod percent;

pub use fixes::{Fixes, n_left_out};
pub use passage::words_at;

use passage::Passage;

/// What every address of this version begins with.
pub const PREFIX: &str = "#/v1/";

/// Values longer than this are no ids, and searches longer than this are no searches.
const LONGEST_VALUE: usize = 400;
/// More keys than this are no link that anybody made.
const MOST_KEYS: usize = 200;
/// More notices than this help nobody.
const MOST_NOTICES: usize = 5;

/// What an address says, and what of it could not be used.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Read {
    /// What narrows.
    pub selection: Selection,
    /// How the set is listed.
    pub listing: Listing,
    /// At whom the reader looks.
    pub of: Option<EntityId>,
    /// Where the map looks.
    pub camera: Option<Camera>,
    /// The open article.
    pub open: Option<OpenArticle>,
    /// The sum of the words of its lit passage, if the address told it.
    pub words: Option<u32>,
    /// Corrections.
    pub fixes: Fixes,
    /// What was dropped.
    pub notices: Vec<Notice>,
}

/// The canonical address of a state.
pub fn print(state: &State) -> String {
    let selection = &state.selection;
    let mut pairs = facets::print(selection);
    pairs.extend(selection.from.map(|d| ("from", d.to_string())));
    pairs.extend(selection.to.map(|d| ("to", d.to_string())));
    pairs.extend(selection.area.map(|a| ("box", area::print(a))));
    if selection.has_words() {
        pairs.push(("q", selection.words.trim().to_owned()));
    }
    pairs.extend(listing::print(state));
    pairs.extend(state.camera.map(|c| ("map", print_camera(c))));
    if let Some(open) = &state.open {
        pairs.push(("article", open.id.as_str().to_owned()));
        pairs.extend(open.at.map(|at| ("at", format!("{}-{}", at.start, at.end))));
        pairs.extend(state.open_words.map(|words| ("text", passage::print_words(words))));
    }
    pairs.extend(fixes::print(&state.corrections).into_iter().map(|line| (fixes::KEY, line)));
    if pairs.is_empty() {
        return PREFIX.to_owned();
    }
    let query: Vec<String> = pairs
        .into_iter()
        .map(|(key, value)| format!("{key}={}", percent::encode(&value)))
        .collect();
    format!("{PREFIX}?{}", query.join("&"))
}

/// The address of a passage alone, whatever else is shown; with its words, by which it is found again when the article has changed.
pub fn of_passage(corpus: &Corpus, open: &OpenArticle) -> String {
    let open_words = words_at(corpus, open);
    print(&State { open: Some(open.clone()), open_words, ..State::new() })
}

/// Reads an address against a corpus; never fails.
pub fn read(fragment: &str, corpus: &Corpus) -> Read {
    let mut out = Read::default();
    let body = fragment.strip_prefix('#').unwrap_or(fragment);
    if body.is_empty() || body == "/" {
        return out;
    }
    let Some(rest) = body.strip_prefix("/v1").filter(|r| r.is_empty() || r.starts_with(['/', '?']))
    else {
        out.notices.push(Notice::UnknownAddress);
        return out;
    };
    let query = rest.strip_prefix('/').unwrap_or(rest);
    if query.is_empty() {
        return out;
    }
    let Some(query) = query.strip_prefix('?') else {
        out.notices.push(Notice::UnknownAddress);
        return out;
    };
    let mut passage = Passage::default();
    let mut all: Vec<(&str, &str)> = Vec::new();
    let mut listed: Vec<(&str, &str)> = Vec::new();
    for pair in query.split('&').filter(|p| !p.is_empty()).take(MOST_KEYS) {
        let (key, raw) = pair.split_once('=').unwrap_or((pair, ""));
        if facets::asks_for_all(key) {
            all.push((key, raw));
            continue;
        }
        if listing::is_key(key) {
            listed.push((key, raw));
            continue;
        }
        let used = percent::decode(raw)
            .filter(|value| value.len() <= LONGEST_VALUE)
            .is_some_and(|value| read_key(key, &value, corpus, &mut out, &mut passage));
        if !used {
            drop_key(key, raw, &mut out.notices);
        }
    }
    settle(passage, corpus, &mut out);
    listing::read(&listed, corpus, &mut out);
    // Whether all values are wanted makes sense when it is known which.
    for (key, raw) in all {
        if !facets::read_all(key, raw, &mut out.selection) {
            drop_key(key, raw, &mut out.notices);
        }
    }
    out
}

/// Reads one key; whether its value could be used.
fn read_key(
    key: &str,
    value: &str,
    corpus: &Corpus,
    out: &mut Read,
    passage: &mut Passage,
) -> bool {
    let selection = &mut out.selection;
    match key {
        "from" => value.parse::<Date>().map(|d| selection.from = Some(d)).is_ok(),
        "to" => value.parse::<Date>().map(|d| selection.to = Some(d)).is_ok(),
        "box" => {
            let area = area::read(value);
            selection.area = area.or(selection.area);
            area.is_some()
        }
        "q" => {
            let is_usable =
                value.chars().any(char::is_alphanumeric) && !value.contains(char::is_control);
            if is_usable {
                value.trim().clone_into(&mut selection.words);
            }
            is_usable
        }
        "map" => {
            let camera = read_camera(value);
            out.camera = camera.or(out.camera);
            camera.is_some()
        }
        "article" => {
            let found = corpus.records().iter().find(|r| r.article.id.as_str() == value);
            let open = found.map(|r| OpenArticle { id: r.article.id.clone(), at: None });
            let used = open.is_some();
            out.open = open.or(out.open.take());
            if !used {
                passage.lost = Some(value.to_owned());
            }
            true
        }
        "at" => {
            passage.at = passage::read_span(value);
            passage.at.is_some()
        }
        "text" => {
            passage.words = passage::read_words(value);
            passage.words.is_some()
        }
        fixes::KEY => fixes::read(value, corpus, &mut out.fixes),
        _ => facets::read(key, value, corpus, selection),
    }
}

/// What only makes sense together: a passage needs an article that holds it; a range of days must not end before it begins.
fn settle(passage: Passage, corpus: &Corpus, out: &mut Read) {
    let Passage { at, words, lost } = passage;
    if let Some(open) = &mut out.open {
        let len = text_len(&open.id, corpus);
        open.at = at.filter(|at| at.end as usize <= len);
    }
    // The words decide: where others stand now, they are looked for.
    let here = out.open.as_ref().filter(|_| lost.is_none());
    if let Some(words) = words
        && here.and_then(|open| words_at(corpus, open)) != Some(words)
    {
        let found = passage::find(corpus, here.map(|open| &open.id), words);
        match found {
            Some(open) => out.open = Some(open),
            None => drop_key("text", &passage::print_words(words), &mut out.notices),
        }
    }
    let is_there = |open: &OpenArticle| words.filter(|w| words_at(corpus, open) == Some(*w));
    out.words = out.open.as_ref().and_then(is_there);
    let is_found = lost.is_some() && out.words.is_some();
    if let Some(lost) = lost.filter(|_| !is_found) {
        drop_key("article", &lost, &mut out.notices);
    }
    if let Some(at) = at.filter(|_| out.open.as_ref().is_none_or(|open| open.at.is_none())) {
        drop_key("at", &format!("{}-{}", at.start, at.end), &mut out.notices);
    }
    if let (Some(from), Some(to)) = (out.selection.from, out.selection.to)
        && to < from
    {
        out.selection.to = None;
        drop_key("to", &to.to_string(), &mut out.notices);
    }
}

fn text_len(id: &ArticleId, corpus: &Corpus) -> usize {
    corpus.find_article(id).map_or(0, |i| corpus.record(i).article.text.chars().count())
}

fn drop_key(key: &str, value: &str, notices: &mut Vec<Notice>) {
    let short = |text: &str| -> String {
        let text: String = text.chars().filter(|c| !c.is_control()).take(41).collect();
        if text.chars().count() > 40 {
            text.chars().take(40).chain(['…']).collect()
        } else {
            text
        }
    };
    if notices.len() < MOST_NOTICES {
        notices.push(Notice::DroppedKey { key: short(key), value: short(value) });
    }
}

fn print_camera(camera: Camera) -> String {
    let camera = camera.rounded();
    let [lat, lon] = [camera.centre.lat, camera.centre.lon]
        .map(|degrees| decimal::fixed(degrees, decimals(camera.zoom).into()));
    format!("{}/{lat}/{lon}", decimal::short(camera.zoom, 2))
}

/// `zoom/lat/lon`; a zoom that the map does not reach and a point that is not on the earth are refused.
fn read_camera(value: &str) -> Option<Camera> {
    let mut numbers = value.split('/').map(decimal::read);
    let (zoom, lat, lon) = (numbers.next()??, numbers.next()??, numbers.next()??);
    if numbers.next().is_some() {
        return None;
    }
    let in_reach = (MIN_ZOOM..=MAX_ZOOM).contains(&zoom);
    LatLon::new(lat, lon).filter(|_| in_reach).map(|centre| Camera::new(centre, zoom).rounded())
}
