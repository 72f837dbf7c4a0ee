//! Everything that can happen to the state.

use crate::camera::{Camera, Square, Viewport};
use crate::corrections::FixAction;
use crate::intake::IntakeAction;
use crate::listing::{EntityId, Listing};
use crate::picture::FileKind;
use crate::state::{MarkKind, OpenArticle, Tab};
use dateline_core::article::Date;
use dateline_core::facet::{Area, FacetKey};
use dateline_core::gazetteer::PlaceId;
use std::ops::Range;
use std::rc::Rc;

/// What the reader, or the browser, did.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Chose a place: it alone is selected; chosen again, none is.
    ChoosePlace(PlaceId),
    /// Added a value to a facet, or took it away.
    ToggleValue(FacetKey, String),
    /// Left out whatever has a value of a facet, or no longer.
    ExcludeValue(FacetKey, String),
    /// Asked for all chosen values of a facet, or for any of them.
    WantAll(FacetKey, bool),
    /// Folds a facet away, or opens it.
    Fold(FacetKey, bool),
    /// Looks for values of a facet by their names.
    FindInFacet(FacetKey, String),
    /// Typed in the search box.
    SetWords(String),
    /// Chose a range of days; either end may be open.
    SetDates(Option<Date>, Option<Date>),
    /// Chose days that are mentioned in place of all chosen before: the id of a day, month, year or range; or none.
    ChooseDays(Option<String>),
    /// Chose an area, or took it away.
    SetArea(Option<Area>),
    /// Chose the area that the map shows.
    NarrowToView,
    /// Took away everything that narrows.
    ClearAll,
    /// Moved the map to a view.
    MoveCamera(Camera),
    /// Zoomed by so many levels around the middle of the map.
    ZoomBy(f64),
    /// Moved the map by so many CSS pixels, to the right and down.
    PanBy(f64, f64),
    /// Went back to the home view.
    GoHome,
    /// Moved the map so that this place is in its middle.
    ShowPlace(PlaceId),
    /// Moved the map so that all places of the set are in view.
    ShowAll,
    /// Moved the map so that it frames what is selected.
    FitSelection,
    /// Show the places of a cluster: the box around them, and the zoom at which it comes apart.
    OpenCluster {
        /// The box.
        square: Square,
        /// The zoom, at least.
        zoom: f64,
    },
    /// The map got another size.
    Resize(Viewport),
    /// Opened an article.
    Open(OpenArticle),
    /// Switched the marks of a kind off in the open article, or on again.
    ToggleMarks(MarkKind),
    /// Closed the open article.
    CloseArticle,
    /// Points at a place, or at none any more.
    Hover(Option<PlaceId>),
    /// Points at an excerpt that names these places, or at none any more.
    HoverExcerpt(Rc<[PlaceId]>),
    /// Wants the next drag on the map to draw an area, or no longer.
    Draw(bool),
    /// Opened or closed the list of the places.
    ListPlaces(bool),
    /// Chose a tab of the phone's layout.
    ShowTab(Tab),
    /// Opened or closed the panel about the page.
    ShowAbout(bool),
    /// Typed in the palette, opened it, or closed it.
    Palette(Option<String>),
    /// Opened or closed the list of keys.
    ShowKeys(bool),
    /// Switched the keys that stand for themselves on or off.
    UseKeys(bool),
    /// Opened or closed the panel for saving the map.
    ShowSave(bool),
    /// The map was saved as a file of this name.
    MapSaved(String),
    /// The browser made no such file of the map.
    MapNotSaved(FileKind),
    /// Wants the set listed in another way.
    List(Listing),
    /// Looks at a place, a person or an organisation, or no longer.
    LookAt(Option<EntityId>),
    /// Wants all statements of a person or an organisation, or about a place.
    ListStatements(EntityId),
    /// Wants an excerpt with the sentences around it, or no longer.
    Widen(OpenArticle),
    /// An excerpt was copied to the clipboard.
    QuotationCopied,
    /// Scrolled a long list, of which these rows are drawn now.
    ShowRows(Range<usize>),
    /// The address became this one: opened, back, forward, or typed.
    Arrive(String),
    /// The link was copied to the clipboard.
    LinkCopied,
    /// The browser refused to copy this link.
    CopyRefused(String),
    /// Something happened to the articles that are being added.
    Intake(IntakeAction),
    /// Something happened to the corrections.
    Fix(FixAction),
    /// Read a notice and put it away.
    Dismiss(usize),
}
