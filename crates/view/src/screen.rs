//! The whole page as plain data, in the reader's words.
//!
//! `screen(&Corpus, &State) -> Screen`: whatever a component draws stands here, counted, sorted and worded; components compute nothing.

use crate::Action;
use crate::state::{MarkKind, State, Tab};
use crate::wording;
use dateline_core::corpus::Corpus;
use dateline_core::facet::{self, Counts, FacetKey, Matches};
use dateline_core::gazetteer::PlaceId;

use dateline_core::text::Span;
use std::rc::Rc;

mod about;
mod area;
mod concordance;
mod entity;
mod excerpts;
mod facets;
mod fixes;
mod grouped;
mod home;
mod intake;
mod keys;
mod labels;
mod list_rows;
mod listing;
mod locator;
mod map;
mod map_screen;
mod map_set;
mod marked;
mod palette;
mod places;
mod original;
mod reading;
mod says;
mod statements;
mod timeline;
mod why;

pub use about::{About, AboutSection};
pub use concordance::{Line, LineGroup};
pub use entity::{Beside, EntityScreen, Passage, SpellingRow};
pub(crate) use excerpts::CharCounter;
pub use excerpts::{Context, ExcerptCard, ExcerptGroup};
pub use fixes::{FixRow, FixesScreen};
pub use home::{everything, home, home_of, opened, selected};
pub use intake::{AskScreen, IntakeScreen, ProgressScreen};
pub use keys::KeysScreen;
pub(crate) use labels::text_width;
pub use list_rows::ListRows;
pub use listing::{Choice, ExcerptList, ListingBar, Meant, OrderChoice};
pub use locator::{Dot, Locator};
pub use map_screen::{
    ClusterMarker, LabelKind, MapLabel, MapScreen, Marker, MarkerShape, OffView, OffViewPlace,
    ScaleBar, Side,
};
pub use map_set::MapSet;
pub use palette::{PaletteRow, PaletteScreen};
pub use places::{PlaceGroup, PlaceList, PlaceRow, PlacesScreen};
pub use timeline::{TimeBar, TimeRow, Timeline, Undated};
pub use why::{CandidateRow, FixChoice, WhyScreen};

/// The whole page.
#[derive(Clone, Debug, PartialEq)]
pub struct Screen {
    /// Title of the corpus.
    pub title: String,
    /// Title of the document: what is selected, then the corpus.
    pub document_title: String,
    /// What is selected, and how much.
    pub says: Rc<Says>,
    /// The facets, in their order.
    pub facets: Rc<Vec<FacetPanel>>,
    /// The map.
    pub map: MapScreen,
    /// When the articles were published, and which days they mention.
    pub timeline: Rc<Timeline>,
    /// The excerpts.
    pub excerpts: Rc<ExcerptList>,
    /// The place, person or organisation at which the reader looks.
    pub entity: Option<Rc<EntityScreen>>,
    /// The open article.
    pub reading: Option<Rc<ReadingScreen>>,
    /// What the page says of itself, when the reader asked.
    pub about: Option<Rc<About>>,
    /// The palette of commands and names.
    pub palette: Option<Rc<PaletteScreen>>,
    /// The list of keys.
    pub keys: KeysScreen,
    /// The answer about a mark, when the reader asked.
    pub why: Option<Rc<WhyScreen>>,
    /// The list of the corrections, when it is open.
    pub fixes: Option<Rc<FixesScreen>>,
    /// "3 corrections", when there are any.
    pub n_fixes: Option<String>,
    /// Whether the panel for saving the map is open.
    pub is_save_open: bool,
    /// Articles that are being added.
    pub intake: IntakeScreen,
    /// What the reader is told.
    pub notices: Vec<String>,
    /// The open tab of the phone's layout.
    pub tab: Tab,
    /// The words in the search box.
    pub words: String,
}

/// The selection as a sentence, with its counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Says {
    /// Articles in the set.
    pub n_articles: usize,
    /// Excerpts in the set.
    pub n_excerpts: usize,
    /// Places named in the set.
    pub n_places: usize,
    /// "7 excerpts", to be set in bold.
    pub excerpts: String,
    /// "in".
    pub between: String,
    /// "5 articles", to be set in bold.
    pub articles: String,
    /// "name 23 places" when nothing narrows; else empty, and the chips go on with the sentence.
    pub tail: String,
    /// What narrows; each can be taken away.
    pub chips: Vec<Chip>,
    /// What of the search was not taken as it stands.
    pub notes: Vec<String>,
    /// Whether anything narrows.
    pub is_narrowed: bool,
}

/// One thing that narrows.
#[derive(Clone, Debug, PartialEq)]
pub struct Chip {
    /// What joins it to the sentence: "that name", "or", "in", "published", "with".
    pub lead: String,
    /// "Qamishli", "Reuters", "from 18 January 2026", "“military police”".
    pub label: String,
    /// Accessible name of the button that takes it away: "Remove Qamishli".
    pub remove_label: String,
    /// What taking it away does.
    pub remove: Action,
    /// Whether it is a place, and wears the accent.
    pub is_place: bool,
}

/// One facet with its values.
#[derive(Clone, Debug, PartialEq)]
pub struct FacetPanel {
    /// Which.
    pub key: FacetKey,
    /// Its name.
    pub label: String,
    /// How many values are in the set.
    pub n_values: usize,
    /// Looks for values by their names, where there are many.
    pub find: Option<FindBox>,
    /// Whether it can be folded away, because few readers ask for it.
    pub is_foldable: bool,
    /// Whether it is folded away until the reader opens it.
    pub is_folded: bool,
    /// Values; what is filtered out stands last and is greyed.
    pub rows: Vec<FacetRow>,
    /// Shows more rows of a long list, or fewer again.
    pub more: Option<MoreRows>,
    /// Whether a number has more than three digits.
    pub has_large_numbers: bool,
    /// Whether the style sheet hides some rows where the list does not scroll by itself.
    pub is_brief: bool,
    /// A line below: "2 without coordinates".
    pub note: Option<String>,
    /// With two wanted values or more: whether any or all of them must be there.
    pub join: Option<JoinSwitch>,
}

/// Looks for values of a facet by their names.
#[derive(Clone, Debug, PartialEq)]
pub struct FindBox {
    /// "Find among people".
    pub label: String,
    /// What was typed.
    pub text: String,
}

/// The button below the values of a facet.
#[derive(Clone, Debug, PartialEq)]
pub struct MoreRows {
    /// "Show more" or "Show fewer".
    pub label: &'static str,
    /// Does so.
    pub choose: Action,
    /// Whether it does anything where the list scrolls by itself.
    pub is_on_desk: bool,
}

/// How the wanted values of a facet are joined.
#[derive(Clone, Debug, PartialEq)]
pub struct JoinSwitch {
    /// "All of these in one sentence".
    pub label: String,
    /// Whether all must be there.
    pub is_all: bool,
}

/// One value of a facet.
#[derive(Clone, Debug, PartialEq)]
pub struct FacetRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// Articles of the set that hold it.
    pub n_articles: usize,
    /// Width of its bar, 0 to 100.
    pub percent: u8,
    /// Depth in the tree: 0, 1 below a country or a year, 2 below a month.
    pub depth: u8,
    /// Whether it is selected.
    pub is_selected: bool,
    /// Whether it is left out by choice.
    pub is_excluded: bool,
    /// "Leave out Qamishli", or "Do not leave out Qamishli any more".
    pub leave: String,
    /// Whether the rest of the selection leaves nothing of it.
    pub is_out: bool,
    /// Accessible name: "Qamishli, city in Syria, 5 articles".
    pub spoken: String,
}

/// A piece of text, marked or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The text.
    pub text: String,
    /// What it names.
    pub mark: Option<Mark>,
    /// Whether the search has found it.
    pub is_hit: bool,
}

/// What a piece of text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// "place", "person", "organisation" or "date".
    pub kind: &'static str,
    /// Where it stands in the text of its article, in bytes: what it is asked by.
    pub at: String,
    /// Id of what is named; of a date its value as TIMEX3 has it.
    pub entity: String,
    /// Whether it is selected.
    pub is_selected: bool,
    /// "Moscow, capital in Russia; here it stands for the government".
    pub spoken: String,
}

/// The open article.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadingScreen {
    /// Id of the article.
    pub article: String,
    /// Title, or the opening words of an article without one.
    pub title: String,
    /// Whether the title is a stand-in.
    pub is_untitled: bool,
    /// What is known of its origin, one line each: label and value; "unknown" where it is not known.
    pub facts: Vec<(String, String)>,
    /// Address of the original, when it is an http or https address.
    pub url: Option<String>,
    /// Which marks are shown, and switches for them.
    pub marks: Vec<MarkSwitch>,
    /// Paragraphs, each made of sentences.
    pub paragraphs: Vec<Vec<ReadingSentence>>,
    /// Beside each paragraph the places that it names first of all.
    pub notes: Vec<Vec<PlaceNote>>,
}

/// Shows the marks of one kind, or not.
#[derive(Clone, Debug, PartialEq)]
pub struct MarkSwitch {
    /// Which.
    pub kind: MarkKind,
    /// "Places 12".
    pub label: String,
    /// Whether they are shown.
    pub is_on: bool,
}

/// A place in the margin of the open article.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceNote {
    /// Which.
    pub id: PlaceId,
    /// "Qamishli, city in Syria".
    pub label: String,
    /// "Show Qamishli on the map".
    pub title: String,
}

/// A sentence of the open article.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadingSentence {
    /// Start and end in characters of the text.
    pub span: Span,
    /// The sentence in pieces.
    pub segments: Vec<Segment>,
    /// Whether the address points to it.
    pub is_lit: bool,
}

/// The page for a state of a corpus.
pub fn screen(corpus: &Corpus, state: &State) -> Screen {
    let matches = facet::matches(corpus, &state.selection);
    let counts = facet::count(corpus, &matches);
    let set = MapSet::of(corpus, &state.selection, &counts);
    let rows = ListRows::of(corpus, state, &matches);
    screen_of(corpus, state, (&matches, &counts), &set, &rows)
}

/// The same, when what the selection leaves has been worked out already.
pub fn screen_of(
    corpus: &Corpus,
    state: &State,
    (matches, counts): (&Matches, &Counts),
    set: &MapSet,
    rows: &ListRows,
) -> Screen {
    Screen {
        title: corpus.title().to_owned(),
        document_title: wording::view_title(&selected_places(corpus, state), corpus.title()),
        says: Rc::new(says::says(corpus, state, matches, set)),
        facets: Rc::new(facets::panels(corpus, state, counts)),
        map: map::map(corpus, state, set),
        timeline: Rc::new(timeline::timeline(corpus, state, matches, counts)),
        excerpts: Rc::new(listing::list(corpus, state, matches, rows)),
        entity: entity::entity(corpus, state).map(Rc::new),
        reading: reading::reading(corpus, state).map(Rc::new),
        about: state.is_about_open.then(|| Rc::new(about::about(corpus))),
        palette: palette::palette(corpus, state).map(Rc::new),
        keys: keys::keys(state),
        why: why::why(corpus, state).map(Rc::new),
        fixes: state.is_fixes_open.then(|| Rc::new(fixes::fixes(corpus, state))),
        n_fixes: (!state.corrections.list.is_empty())
            .then(|| wording::why::n_corrections(state.corrections.list.len())),
        is_save_open: state.is_save_open,
        intake: intake::intake(state),
        notices: state.notices.iter().map(wording::notice).collect(),
        tab: state.tab,
        words: state.selection.words.clone(),
    }
}

/// Names of the selected places.
fn selected_places<'a>(corpus: &'a Corpus, state: &State) -> Vec<&'a str> {
    let places = facet::wanted_places(corpus, &state.selection);
    places.map(|idx| corpus.place(idx).name.as_str()).collect()
}

/// The same page after a change of camera, size or hovered place alone: only the map, and what is lit, is made anew.
pub fn with_new_map(corpus: &Corpus, state: &State, before: &Screen, set: &MapSet) -> Screen {
    Screen {
        map: map::map(corpus, state, set),
        excerpts: excerpts::lit(&before.excerpts, state.hovered.as_ref()),
        ..before.clone()
    }
}

/// The same page when only other rows of the list are drawn.
pub fn with_new_list(
    corpus: &Corpus,
    state: &State,
    before: &Screen,
    set: &Matches,
    rows: &ListRows,
) -> Screen {
    let mut list = ExcerptList::clone(&before.excerpts);
    listing::draw(corpus, state, set, rows, &mut list);
    Screen { excerpts: Rc::new(list), ..before.clone() }
}

/// The same page when only the palette is another.
pub fn with_new_palette(corpus: &Corpus, state: &State, before: &Screen) -> Screen {
    Screen { palette: palette::palette(corpus, state).map(Rc::new), ..before.clone() }
}

/// The same page when nothing happened but to articles on their way in.
pub fn with_new_intake(state: &State, before: &Screen) -> Screen {
    Screen { intake: intake::intake(state), ..before.clone() }
}
