//! What the column of excerpts shows, and whom its panel is about: the part of the state that says how the set is read.
//!
//! It narrows nothing: whatever is chosen here, the set is that of the selection.

use dateline_core::facet::FacetKey;
use dateline_core::search::Order;

/// How the set is listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Listing {
    /// Excerpts by article, in the order of the corpus.
    #[default]
    Article,
    /// Excerpts by article, those first that fit the searched words best.
    Best,
    /// Excerpts by the places that they name.
    Place,
    /// Excerpts by the days, months and years that they mention.
    Date,
    /// Excerpts by who speaks in them.
    Speaker,
    /// Who said what.
    Statements,
    /// Every place where the searched words, or the selected names, stand.
    Concordance(Order),
}

impl Listing {
    /// The facet by which excerpts are grouped.
    pub fn facet(self) -> Option<FacetKey> {
        match self {
            Self::Place => Some(FacetKey::Place),
            Self::Date => Some(FacetKey::On),
            Self::Speaker => Some(FacetKey::Said),
            Self::Article | Self::Best | Self::Statements | Self::Concordance(_) => None,
        }
    }
}

/// A place, a person or an organisation at which the reader looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntityId {
    /// `Place`, `Person` or `Organisation`.
    pub key: FacetKey,
    /// Its id.
    pub id: String,
}

impl EntityId {
    /// The kinds that have a panel.
    pub const KINDS: [FacetKey; 3] = [FacetKey::Place, FacetKey::Person, FacetKey::Organisation];
}
