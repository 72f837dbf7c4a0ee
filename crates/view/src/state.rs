//! The state of the page: what narrows, where the map looks, what is open.
//!
//! Everything that the address carries is here, and the few things that it does not: size of the map, what is hovered, what is sought in a facet, open tab, open panels, articles that are being added, notices.

use crate::camera::{Camera, Viewport};
use crate::corrections::{Asked, Corrections};
use crate::intake::{Broken, Intake};
use crate::listing::{EntityId, Listing};
use crate::picture::FileKind;
use crate::reader::Reader;
use dateline_core::article::ArticleId;
use dateline_core::facet::{FacetKey, Selection};
use dateline_core::gazetteer::PlaceId;
use dateline_core::text::Span;
use std::ops::Range;
use std::rc::Rc;

/// An article that is open in the reading view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenArticle {
    /// Which.
    pub id: ArticleId,
    /// The passage that is lit, in characters of its text, as it stands in the address.
    pub at: Option<Span>,
}

/// What a mark in a text stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// A place.
    Place,
    /// A person.
    Person,
    /// An organisation.
    Organisation,
    /// A day, or something longer on the calendar.
    Date,
}

impl MarkKind {
    /// All kinds in their order.
    pub const ALL: [Self; 4] = [Self::Place, Self::Person, Self::Organisation, Self::Date];

    /// The name in hooks of the page.
    pub fn hook(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Date => "date",
        }
    }
}

/// The part of the page that a phone shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// Map over the first excerpts.
    #[default]
    Map,
    /// Excerpts alone.
    Excerpts,
    /// Facets.
    Filters,
    /// Timeline.
    Time,
}

impl Tab {
    /// All tabs in their order.
    pub const ALL: [Self; 4] = [Self::Map, Self::Excerpts, Self::Filters, Self::Time];

    /// This one if it shows excerpts, else the one that is theirs.
    #[must_use]
    pub fn with_excerpts(self) -> Self {
        if self == Self::Map { self } else { Self::Excerpts }
    }
}

/// Something that the reader is told once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A key of the address could not be used; key and value as they stood there.
    DroppedKey {
        /// The key.
        key: String,
        /// Its value, shortened.
        value: String,
    },
    /// The whole address has a form that this version does not know.
    UnknownAddress,
    /// An excerpt was copied.
    QuotationCopied,
    /// The link was copied.
    LinkCopied,
    /// The browser did not let the page copy; the link to copy by hand.
    CopyRefused {
        /// The link.
        link: String,
    },
    /// The map was saved as a file of this name.
    MapSaved {
        /// The name.
        file: String,
    },
    /// The browser made no such file of the map.
    MapNotSaved(FileKind),
    /// Articles were added, or all of them were here already.
    Added {
        /// Articles that came in.
        n_articles: usize,
        /// Places that they name.
        n_places: usize,
        /// Articles that were here already.
        n_twice: usize,
    },
    /// Something could not be read: a sentence without capital and full stop.
    Refused(String),
    /// So many more things could not be read.
    MoreRefused(usize),
    /// The reader stopped the reading.
    ReadingStopped,
    /// The reading ended before its end.
    ReadingBroke(Broken),
    /// Corrections were read from a file; lines of these numbers were none.
    FixesRead {
        /// Corrections that are new here.
        n_new: usize,
        /// The numbers of the lines.
        wrong: Vec<usize>,
        /// Lines that are too many to be read.
        n_unread: usize,
    },
    /// The list of the corrections was saved.
    FixesSaved,
    /// The browser did not save it.
    FixesNotSaved,
    /// The address speaks of so many corrections that are not here.
    FixesMissing(usize),
    /// So many corrections that no address carries do not hold in this step of history.
    FixesPutAway(usize),
    /// The copied link lacks so many corrections.
    FixesLeftOut(usize),
}

/// The state of the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// What narrows.
    pub selection: Selection,
    /// How the set is listed.
    pub listing: Listing,
    /// At whom the reader looks.
    pub of: Option<EntityId>,
    /// Excerpts that are shown with the sentences around them.
    pub widened: Vec<OpenArticle>,
    /// Where the map looks; `None` is the home view, which frames what the corpus is about and the selected places.
    pub camera: Option<Camera>,
    /// The open article.
    pub open: Option<OpenArticle>,
    /// The sum of the words of its lit passage, as the address tells it.
    pub open_words: Option<u32>,
    /// Kinds of marks that the open article does without.
    pub unmarked: Vec<MarkKind>,
    /// Size of the map in CSS pixels.
    pub viewport: Viewport,
    /// Who reads, as far as names on the map follow it.
    pub reader: Rc<Reader>,
    /// The place under the pointer or focus, on the map or in the text.
    pub hovered: Option<PlaceId>,
    /// The places of the excerpt under the pointer or focus; empty when there is none.
    pub hovered_excerpt: Rc<[PlaceId]>,
    /// Whether a drag on the map draws an area instead of moving it.
    pub is_drawing: bool,
    /// Whether the list of the places is open.
    pub is_list_open: bool,
    /// The open tab of the phone's layout.
    pub tab: Tab,
    /// Whether the panel about the page is open.
    pub is_about_open: bool,
    /// What was typed in the palette; `None` while it is closed.
    pub palette: Option<String>,
    /// Whether the list of keys is open.
    pub is_keys_open: bool,
    /// Whether keys that stand for themselves do nothing.
    pub are_keys_off: bool,
    /// Whether the panel for saving the map is open.
    pub is_save_open: bool,
    /// Facets that are folded away at first and that the reader has opened.
    pub unfolded: Vec<FacetKey>,
    /// A facet in which the reader looks for values, and what was typed.
    pub sought: Option<(FacetKey, String)>,
    /// The rows of a long list that are drawn; empty for the first ones.
    pub rows: Range<usize>,
    /// Corrections of the reader.
    pub corrections: Corrections,
    /// The mark that the reader asks about.
    pub asked: Option<Asked>,
    /// Whether the list of the corrections is open.
    pub is_fixes_open: bool,
    /// Articles that are being added.
    pub intake: Intake,
    /// What the reader is told.
    pub notices: Vec<Notice>,
}

impl State {
    /// The state of a page that was opened without an address.
    pub fn new() -> Self {
        Self::default()
    }

    /// What the reader looks for among the values of a facet; empty when nothing.
    pub fn sought_in(&self, key: FacetKey) -> &str {
        self.sought.as_ref().filter(|sought| sought.0 == key).map_or("", |sought| &sought.1)
    }

    /// Whether the reader points at anything.
    pub fn is_pointing(&self) -> bool {
        self.hovered.is_some() || !self.hovered_excerpt.is_empty()
    }

    /// Whether the reader points at a place: at it, or else at an excerpt that names it.
    pub fn points_at(&self, place: &PlaceId) -> bool {
        match &self.hovered {
            Some(hovered) => hovered == place,
            None => self.hovered_excerpt.contains(place),
        }
    }
}
