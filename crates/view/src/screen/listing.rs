//! The column: how the set is listed, and the choices at its head.
//!
//! In go the set, its rows and what the reader chose; out come groups of excerpts or lines, of which only those are made that are drawn.

use super::concordance::{self, LineGroup};
use super::excerpts::{self, CardMaker, ExcerptGroup};
use super::list_rows::ListRows;
use super::{grouped, statements};
use crate::action::Action;
use crate::listing::{EntityId, Listing};
use crate::state::State;
use crate::wording::{self, listing};
use dateline_core::corpus::Corpus;
use dateline_core::facet::{self, Matches};
use dateline_core::order::within;
use dateline_core::search::{self, Order};
use std::ops::Range;
use std::rc::Rc;

/// Of a set of so many excerpts all rows are drawn, unless they stand in very many groups.
const FEW: usize = 200;
const FEW_ROWS: usize = 600;
/// Of others only those that a reader sees are drawn at first, and more of them once the page is at rest: at least so many, and no more than so many.
const FIRST: (f64, f64) = (8.0, 14.0);
const FIRST_LINES: usize = 40;
/// Rows are seldom lower on average, in CSS pixels; on a desk the list is higher than the map by some two of them.
const LOW_ROW: f64 = 65.0;

/// What the column shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExcerptList {
    /// "7 excerpts in 5 articles".
    pub heading: String,
    /// What else it can show.
    pub bar: ListingBar,
    /// Said of what is not listed.
    pub note: Option<String>,
    /// How many rows there are: excerpts, statements or lines.
    pub n_rows: usize,
    /// Which of them are drawn.
    pub rows: Range<usize>,
    /// Drawn excerpts or statements, by whatever they are grouped.
    pub groups: Vec<Rc<ExcerptGroup>>,
    /// Drawn lines of the concordance.
    pub lines: Vec<LineGroup>,
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

pub(super) fn list(corpus: &Corpus, state: &State, set: &Matches, rows: &ListRows) -> ExcerptList {
    let mut list = ExcerptList {
        heading: listing::heading(set.sentences.len(), set.articles.len()),
        bar: bar(corpus, state),
        n_rows: rows.len(set),
        ..ExcerptList::default()
    };
    match rows {
        ListRows::Statements(found) => statements::head(state, found, &mut list),
        ListRows::Lines(found) => concordance::head(set, found, &mut list),
        _ => {}
    }
    draw(corpus, state, set, rows, &mut list);
    if set.sentences.is_empty() {
        list.empty = Some(listing::nothing_left(!corpus.records().is_empty()));
        list.can_clear = true;
        list.meant = meant(corpus, state);
    } else if state.selection.has_words() {
        list.meant = shorter(corpus, state);
    }
    list
}

/// Makes the rows that are drawn.
pub(super) fn draw(
    corpus: &Corpus,
    state: &State,
    set: &Matches,
    rows: &ListRows,
    list: &mut ExcerptList,
) {
    let n_rows = list.n_rows;
    let first = if matches!(rows, ListRows::Lines(_)) {
        FIRST_LINES
    } else {
        within(state.viewport.height / LOW_ROW + 3.0, FIRST.0, FIRST.1) as usize
    };
    list.rows = if set.sentences.len() <= FEW && n_rows <= FEW_ROWS {
        0..n_rows
    } else if state.rows.is_empty() {
        0..first.min(n_rows)
    } else {
        let n = state.rows.len().min(n_rows);
        let first = state.rows.start.min(n_rows - n);
        first..first + n
    };
    let (maker, drawn) = (CardMaker::new(corpus, state), list.rows.clone());
    list.lines.clear();
    list.groups = match rows {
        ListRows::Set => excerpts::by_article(&maker, &set.sentences, &drawn),
        ListRows::Ranked(all) => excerpts::by_article(&maker, all, &drawn),
        ListRows::Groups(found) => grouped::by_facet(&maker, found, &drawn),
        ListRows::Statements(found) => statements::groups(&maker, found, &drawn),
        ListRows::Lines(found) => {
            list.lines = concordance::groups(corpus, found, &drawn);
            Vec::new()
        }
    };
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
