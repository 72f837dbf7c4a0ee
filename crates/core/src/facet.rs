//! The one list of filters: key, predicate, values and counts.
//!
//! In go a corpus and a selection; out come the sentences that match, and for every facet its values with counts.
//! Different facets narrow (all of them); values of one facet widen (any of them) unless the selection asks for all; excluded values must not be there.
//! All of that is asked of one sentence: "Putin" and "Damascus" are both named in it.
//!
//! `key` is the table of facets; `index` holds what sentences and articles have of each, told facet by facet in `within`, `day`, `origin` and `class`; filters (`wants`), counts (`count`) and groups (`group`) are the same for all; `said` lists statements.
//! Labels are worded in `dateline-view`.

use crate::article::Date;
use crate::corpus::{ArticleIdx, Corpus, Sentence, SentenceIdx};
use crate::search;

mod key;
mod selection;
mod area;
mod within;
mod day;
mod origin;
mod class;
mod index;
mod value;
mod wants;
mod count;
mod slots;
mod group;
mod said;

pub use area::Area;
pub use count::{Count, Counts, count};
pub use day::{Unresolved, range_id, range_of};
pub use group::{Group, Groups, groups};
pub use index::Index;
pub use key::{FacetKey, Holder};
pub use origin::UNKNOWN;
pub use said::{Said, Source, Speaker, Statements, statements};
pub use selection::{Chosen, Selection, is_id};
pub use value::{actor, days_of, find, id, name, numbers, parent, unresolved, wanted_places};

use wants::Wants;

/// The set that every part of the page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matches {
    /// Sentences of the set, in the order of the corpus.
    pub sentences: Vec<SentenceIdx>,
    /// Their articles, each once, in the order of the corpus.
    pub articles: Vec<ArticleIdx>,
}

/// The sentences that fit the selection.
///
/// Without words these are sentences that name a place; with words, all sentences that the search finds.
/// A wanted person, organisation, speaker, day or kind of statement brings in sentences that name no place, too.
pub fn matches(corpus: &Corpus, selection: &Selection) -> Matches {
    let wants = Wants::of(corpus, selection, Holder::Sentence);
    let of_article = Wants::of(corpus, selection, Holder::Article);
    let needs_place = selection.needs_place();
    let is_in_area = selection.area.map(|area| area::places_in(corpus, area));
    let searched = search::find(corpus, &search::parse(&selection.words).query);
    let article_fits: Vec<bool> = corpus
        .records()
        .iter()
        .zip(0u32..)
        .map(|(r, i)| {
            published_fits(r.article.published, selection)
                && of_article.fit(corpus.facets().of_article(i))
        })
        .collect();
    let fits = |s: &Sentence, i: u32| {
        article_fits.get(s.article.0 as usize).copied().unwrap_or(false)
            && is_in_area
                .as_ref()
                .is_none_or(|is_in| area::fits(corpus.facets().places_of(i), is_in))
            && (searched.is_some() || !needs_place || s.names_place())
            && wants.fit(corpus.facets().of_sentence(i))
    };
    let mut found = Matches::default();
    let mut ask = |i: u32| {
        if let Some(sentence) = corpus.sentences().get(i as usize)
            && fits(sentence, i)
        {
            found.sentences.push(SentenceIdx(i));
            if found.articles.last() != Some(&sentence.article) {
                found.articles.push(sentence.article);
            }
        }
    };
    // Only those are asked that may fit.
    if let Some(searched) = &searched {
        searched.iter().for_each(|idx| ask(idx.0));
    } else if wants.needs_any() {
        corpus.facets().sentences_with(|number| wants.is_wanted(number), ask);
    } else {
        (0..).take(corpus.sentences().len()).for_each(ask);
    }
    // It is kept as long as it is shown.
    found.sentences.shrink_to_fit();
    found
}

fn published_fits(published: Option<Date>, selection: &Selection) -> bool {
    if selection.from.is_none() && selection.to.is_none() {
        return true;
    }
    published.is_some_and(|day| {
        selection.from.is_none_or(|from| from <= day) && selection.to.is_none_or(|to| day <= to)
    })
}
