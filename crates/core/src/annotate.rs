//! All phases over one article: `annotate(&Article, &Knowledge) -> Annotations`.
//!
//! In goes an article and what is known of names; out comes every mention with its place, its confidence and the evidence.
//! The result names places by an index into its own list, so that it can be merged into a corpus or written out alone.

use crate::article::Article;
use crate::gazetteer::{Place, PlaceId};
use crate::identify::{self, Actors};
use crate::knowledge::Knowledge;
use crate::recognise;
use crate::resolve;
use crate::speech::{self, Statement};
use crate::text::Span;
use crate::text::prose::Prose;
use crate::when::{self, TimeMention};
use serde::{Deserialize, Serialize};

/// How sure an answer is, in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Confidence(u8);

impl Confidence {
    /// From so many hundredths on an answer is called sure.
    pub const SURE_FROM: u8 = 85;
    /// Below so many hundredths an answer is called unsure; between the two it is fairly sure.
    pub const UNSURE_BELOW: u8 = 60;

    /// From hundredths; more than 100 counts as 100.
    pub fn from_hundredths(n: u8) -> Self {
        Self(n.min(100))
    }

    /// From a share between 0 and 1, rounded.
    pub fn from_share(share: f64) -> Self {
        // In range and without a fraction, so that the cast only changes the type.
        Self(libm::round(share.clamp(0.0, 1.0) * 100.0) as u8)
    }

    /// From 0 to 1.
    pub fn as_f64(self) -> f64 {
        f64::from(self.0) / 100.0
    }

    /// In hundredths.
    pub fn hundredths(self) -> u8 {
        self.0
    }
}

/// The part that a mention plays in its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MentionRole {
    /// It stands in the line that says where the article was written.
    Dateline,
    /// It stands in the story.
    Story,
    /// It stands in the line that says who reported from where.
    Credit,
}

/// Why a candidate was weighed as it was. Sentences are made of it in `view::wording`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Evidence {
    /// No other place of the gazetteer carries the name.
    OnlyPlaceOfThatName,
    /// How widely the place is known, 1 to 5.
    Prominence(u8),
    /// How many people live there.
    Population(u32),
    /// The kind is said beside the name ("governorate", "river").
    KindNamed(String),
    /// A containing place is named beside it ("Paris, Texas").
    ContainerNamedBeside(PlaceId),
    /// Its country is named in the article, so many times.
    CountryInArticle(u32),
    /// Its first-level division, or places in it, are named in the article, so many times.
    DivisionInArticle(u32),
    /// Places of the article that lie within some 300 km, by how often they are named and how certain they are.
    NearCertainPlaces(u32),
    /// Names beside it in an enumeration are of the same kind and country, so many ("Georgia, Illinois and Ohio").
    EnumeratedWith(u32),
    /// The place named right before lies in it ("Atlanta, Georgia").
    ContainsNamedBefore(PlaceId),
    /// The article gives another name of the same place in brackets.
    AliasInBrackets(String),
    /// The name was read as this place elsewhere in the article.
    SameNameInArticle,
    /// It is not listed itself, and bears the name of the place where it stands ("Da Nang International Airport").
    NamedAfter(PlaceId),
    /// The gazetteer does not hold it; it was read from the words around it.
    ReadFromPattern(String),
}

/// A place that a name may mean, with its weight and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Candidate {
    /// Index into [`Annotations::entities`].
    pub place: u32,
    /// Share of the total weight, in hundredths.
    pub confidence: Confidence,
    /// What spoke for it.
    pub evidence: Vec<Evidence>,
}

/// A span that names a place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlaceMention {
    /// Where in the text.
    pub span: Span,
    /// Index of the chosen place into [`Annotations::entities`].
    pub place: u32,
    /// How sure the choice is.
    pub confidence: Confidence,
    /// Whether a seat of power stands for those who hold it.
    pub metonym: bool,
    /// Its part in the article.
    pub role: MentionRole,
    /// All that was weighed, the chosen one first.
    pub candidates: Vec<Candidate>,
}

/// What points to a place without being one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AssociatedRole {
    /// An adjective or a people: "Syrian".
    Demonym,
    /// A place inside the name of something else: the Damascus of "University of Damascus".
    Embedded,
}

impl AssociatedRole {
    /// The word in exported files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Demonym => "demonym",
            Self::Embedded => "embedded",
        }
    }
}

/// A span that points to a place without naming it as one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Associated {
    /// Where in the text.
    pub span: Span,
    /// Index into [`Annotations::entities`].
    pub place: u32,
    /// How it points there.
    pub role: AssociatedRole,
}

/// What was found in one article.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Annotations {
    /// Every place that is chosen or weighed below.
    pub entities: Vec<Place>,
    /// Mentions of places, in the order of the text, without overlap.
    pub places: Vec<PlaceMention>,
    /// What points to places, in the order of the text.
    pub associated: Vec<Associated>,
    /// Persons and organisations.
    pub actors: Actors,
    /// Dates, times, durations and sets, in the order of the text, without overlap.
    pub times: Vec<TimeMention>,
    /// Quotations and attributed statements, in the order of the text.
    pub statements: Vec<Statement>,
}

impl Annotations {
    /// The place with this index.
    pub fn place(&self, idx: u32) -> Option<&Place> {
        self.entities.get(idx as usize)
    }
}

/// Runs all phases over an article.
pub fn annotate(article: &Article, knowledge: &Knowledge) -> Annotations {
    let prose = Prose::of(&article.text);
    let names = recognise::names(&prose, knowledge);
    let resolved = resolve::resolve(&article.text, &names, knowledge);
    let actors = identify::identify(&prose, &names.actors);
    let times = when::times(&prose, article.published);
    let statements = speech::statements(&prose, &actors);
    Annotations {
        entities: resolved.entities,
        places: resolved.places,
        associated: resolved.associated,
        actors,
        times,
        statements,
    }
}
