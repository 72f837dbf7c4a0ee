//! The one list of filters: key, predicate, values and counts.
//!
//! In go a corpus and a selection; out come the sentences that match, and for every facet its values with counts.
//! Values of one facet widen (any of them), different facets narrow (all of them).
//! A facet is defined in one file below this module; labels are worded in `dateline-view`.

use crate::article::Date;
use crate::corpus::{ArticleIdx, Corpus, CorpusPlaceIdx, Sentence, SentenceIdx};
use crate::gazetteer::PlaceId;
use crate::search;

mod area;
mod outlet;
mod place;

pub use area::Area;
pub use outlet::{OutletId, UNKNOWN_OUTLET};

/// A facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FacetKey {
    /// Places that a sentence names.
    Place,
    /// Who published the article.
    Outlet,
}

impl FacetKey {
    /// All facets, in the order of the page and of the address.
    pub const ALL: [Self; 2] = [Self::Place, Self::Outlet];

    /// The key in addresses and hooks.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Outlet => "outlet",
        }
    }
}

/// What narrows. The default narrows nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Any of these places is named.
    pub places: Vec<PlaceId>,
    /// The article is of any of these outlets.
    pub outlets: Vec<OutletId>,
    /// Published on this day or later.
    pub from: Option<Date>,
    /// Published on this day or earlier.
    pub to: Option<Date>,
    /// A place is named whose point lies in this area.
    pub area: Option<Area>,
    /// The sentence is found by this search, as a reader types it.
    pub words: String,
}

impl Selection {
    /// Whether nothing narrows.
    pub fn is_empty(&self) -> bool {
        let rest = Self { words: String::new(), ..self.clone() };
        rest == Self::default() && !self.has_words()
    }

    /// Whether there is a letter or a digit to look for; marks alone narrow nothing.
    pub fn has_words(&self) -> bool {
        self.words.chars().any(char::is_alphanumeric)
    }

    /// Adds a value to a facet, or takes it away; an id that has no such form changes nothing.
    pub fn toggle(&mut self, key: FacetKey, value: &str) {
        match key {
            FacetKey::Place => {
                if let Some(id) = PlaceId::new(value) {
                    toggle(&mut self.places, id);
                }
            }
            FacetKey::Outlet => {
                if let Some(id) = OutletId::new(value) {
                    toggle(&mut self.outlets, id);
                }
            }
        }
    }
}

fn toggle<T: PartialEq>(list: &mut Vec<T>, value: T) {
    match list.iter().position(|v| *v == value) {
        Some(at) => {
            list.remove(at);
        }
        None => list.push(value),
    }
}

/// The set that every part of the page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matches {
    /// Sentences of the set, in the order of the corpus.
    pub sentences: Vec<SentenceIdx>,
    /// Their articles, each once, in the order of the corpus.
    pub articles: Vec<ArticleIdx>,
}

/// A place or an outlet with what the set holds of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count<T> {
    /// The value.
    pub value: T,
    /// Articles that hold it.
    pub n_articles: usize,
    /// Excerpts that hold it.
    pub n_excerpts: usize,
}

/// The sentences that fit the selection.
///
/// Without words these are sentences that name a place; with words, all sentences that the search finds.
pub fn matches(corpus: &Corpus, selection: &Selection) -> Matches {
    let places: Vec<CorpusPlaceIdx> =
        selection.places.iter().filter_map(|id| corpus.find_place(id)).collect();
    let is_in_area = selection.area.map(|area| area::places_in(corpus, area));
    let searched = search::find(corpus, &search::parse(&selection.words).query);
    let article_fits: Vec<bool> = corpus
        .records()
        .iter()
        .map(|r| {
            outlet::fits(&r.article, selection) && published_fits(r.article.published, selection)
        })
        .collect();
    let fits = |s: &Sentence, i: SentenceIdx| {
        searched.as_ref().is_none_or(|found| found.has(i))
            && article_fits.get(s.article.0 as usize).copied().unwrap_or(false)
            && (selection.places.is_empty() || place::fits(corpus, s, &places))
            && is_in_area.as_ref().is_none_or(|is_in| area::fits(corpus, s, is_in))
            && (searched.is_some() || !s.mentions.is_empty())
    };
    let mut found = Matches::default();
    for (sentence, i) in corpus.sentences().iter().zip(0u32..) {
        if fits(sentence, SentenceIdx(i)) {
            found.sentences.push(SentenceIdx(i));
            if found.articles.last() != Some(&sentence.article) {
                found.articles.push(sentence.article);
            }
        }
    }
    found
}

/// How often each place is named in a set; places that it does not name are left out. In the order of the corpus.
pub fn count_places(corpus: &Corpus, set: &Matches) -> Vec<Count<CorpusPlaceIdx>> {
    place::count(corpus, set)
}

/// How much of each outlet is in a set; in the order of their ids.
pub fn count_outlets(corpus: &Corpus, set: &Matches) -> Vec<Count<OutletId>> {
    outlet::count(corpus, set)
}

fn published_fits(published: Option<Date>, selection: &Selection) -> bool {
    if selection.from.is_none() && selection.to.is_none() {
        return true;
    }
    published.is_some_and(|day| {
        selection.from.is_none_or(|from| from <= day) && selection.to.is_none_or(|to| day <= to)
    })
}
