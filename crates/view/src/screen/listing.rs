//! The column: how the set is listed, and the choices at its head.
//!
//! In go the set and what the reader chose; out come groups of excerpts or lines, of which only those are made that are shown.

use super::concordance::{self, LineGroup};
use super::excerpts::{self, CardMaker, ExcerptGroup};
use super::{grouped, statements};
use crate::action::Action;
use crate::listing::{EntityId, Listing};
use crate::state::{PAGE_OF_EXCERPTS, State};
use crate::wording::{self, listing};
use dateline_core::corpus::Corpus;
use dateline_core::facet::{self, Matches};
use dateline_core::search::{self, Order};
use std::rc::Rc;

/// What the column shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExcerptList {
    /// "7 excerpts in 5 articles".
    pub heading: String,
    /// What else it can show.
    pub bar: ListingBar,
    /// Said of what is not listed.
    pub note: Option<String>,
    /// Excerpts or statements, by whatever they are grouped.
    pub groups: Vec<Rc<ExcerptGroup>>,
    /// Lines of the concordance.
    pub lines: Vec<LineGroup>,
    /// "Show 200 more", when not all are shown.
    pub more: Option<String>,
    /// Whether the rest of the first page comes by itself while the reader scrolls.
    pub is_filling: bool,
    /// What to say when there is nothing: what to do about it.
    pub empty: Option<String>,
    /// Whether what narrows is the reason for that.
    pub can_clear: bool,
    /// Another search that finds something when this one finds nothing, or that finds more.
    pub meant: Option<Meant>,
}

/// A search that was probably meant, or that finds more.
#[derive(Clone, Debug, PartialEq)]
pub struct Meant {
    /// "Did you mean “qamishli”?".
    pub label: String,
    /// Searches for that.
    pub choose: Action,
}

/// The choices at the head of the column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListingBar {
    /// Excerpts, statements, concordance.
    pub faces: Vec<Choice>,
    /// In which order or groups they stand, where there is a choice.
    pub order: Option<OrderChoice>,
    /// "About Qamishli", when one is selected.
    pub look_at: Option<Choice>,
}

/// The orders of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct OrderChoice {
    /// Accessible name of the choice.
    pub label: &'static str,
    /// The orders.
    pub options: Vec<Choice>,
}

/// One of several things that can be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Its name.
    pub label: String,
    /// Shows it.
    pub choose: Action,
    /// Whether it is shown.
    pub is_on: bool,
}

pub(super) fn list(corpus: &Corpus, state: &State, set: &Matches) -> ExcerptList {
    let n_rows = state.n_rows(set.sentences.len());
    let maker = CardMaker::new(corpus, state, n_rows);
    let mut list = ExcerptList {
        is_filling: n_rows < PAGE_OF_EXCERPTS,
        heading: listing::heading(set.sentences.len(), set.articles.len()),
        bar: bar(corpus, state),
        ..ExcerptList::default()
    };
    match (state.listing, state.listing.facet()) {
        (_, Some(key)) => grouped::by_facet(&maker, set, key, &mut list),
        (Listing::Best, _) => grouped::by_rank(&maker, set, &mut list),
        (Listing::Statements, _) => statements::list(&maker, set, &mut list),
        (Listing::Concordance(order), _) => concordance::list(&maker, set, order, &mut list),
        _ => excerpts::by_article(&maker, set, &mut list),
    }
    if set.sentences.is_empty() {
        list.empty = Some(listing::nothing_left(!corpus.records().is_empty()));
        list.can_clear = true;
        list.meant = meant(corpus, state);
    } else if state.selection.has_words() {
        list.meant = shorter(corpus, state);
    }
    list
}

/// "Show 200 more of 1,204".
pub(super) fn more(n_shown: usize, n_all: usize) -> Option<String> {
    (n_all > n_shown).then(|| listing::show_more(PAGE_OF_EXCERPTS, n_all - n_shown))
}

/// What was probably meant by a search that finds nothing: what finds something with all else that narrows.
fn meant(corpus: &Corpus, state: &State) -> Option<Meant> {
    let query = search::parse(&state.selection.words).query;
    let words = search::suggest(corpus, &query)?.to_string();
    let mut selection = state.selection.clone();
    selection.words.clone_from(&words);
    let finds = !facet::matches(corpus, &selection).sentences.is_empty();
    let label = wording::search::meant(&words);
    finds.then_some(Meant { label, choose: Action::SetWords(words) })
}

/// The same search for the singular, which finds both.
fn shorter(corpus: &Corpus, state: &State) -> Option<Meant> {
    let query = search::parse(&state.selection.words).query;
    let words = search::shorter(corpus, &query)?.to_string();
    Some(Meant { label: wording::search::shorter(&words), choose: Action::SetWords(words) })
}

fn bar(corpus: &Corpus, state: &State) -> ListingBar {
    use Listing::{Article, Best, Concordance, Date, Place, Speaker, Statements};
    let shown = state.listing;
    let choice = |label: &str, listing: Listing, is_on: bool| Choice {
        label: label.to_owned(),
        choose: Action::List(listing),
        is_on,
    };
    let is_statements = shown == Statements;
    let is_concordance = matches!(shown, Concordance(_));
    let faces = vec![
        choice(listing::EXCERPTS, Article, !is_statements && !is_concordance),
        choice(listing::STATEMENTS, Statements, is_statements),
        choice(listing::CONCORDANCE, Concordance(Order::Text), is_concordance),
    ];
    let has_words = state.selection.has_words();
    let orders: &[Listing] = match shown {
        Statements => &[],
        Concordance(_) => {
            &[Concordance(Order::Text), Concordance(Order::Left), Concordance(Order::Right)]
        }
        // What fits best is known of searched words alone; who comes by a link may leave it.
        Best => &[Article, Best, Place, Date, Speaker],
        _ if has_words => &[Article, Best, Place, Date, Speaker],
        _ => &[Article, Place, Date, Speaker],
    };
    let option = |order: &Listing| choice(listing::order(*order), *order, *order == shown);
    let order = (!orders.is_empty()).then(|| OrderChoice {
        label: listing::ORDER_LABEL,
        options: orders.iter().map(option).collect(),
    });
    ListingBar { faces, order, look_at: look_at(corpus, state) }
}

/// The one place, person or organisation that is selected.
fn look_at(corpus: &Corpus, state: &State) -> Option<Choice> {
    let wanted = |key| state.selection.included(key);
    let key = EntityId::KINDS.into_iter().find(|key| wanted(*key).len() == 1)?;
    let id = wanted(key).first()?;
    let name = facet::name(corpus, key, facet::find(corpus, key, id)?)?;
    let of = EntityId { key, id: id.clone() };
    Some(Choice {
        label: listing::about(name),
        is_on: state.of.as_ref() == Some(&of),
        choose: Action::LookAt(Some(of)),
    })
}
