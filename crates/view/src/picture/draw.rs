//! Drawing the base map: water, land, the countries that matter, lakes and rivers, divisions, borders and coast.
//!
//! Which of the map's levels of detail is drawn follows from the zoom; what lies outside of the view costs only the look at its bounds.

use super::pen::Pen;
use super::trace::{Sheet, sheets};
use crate::camera::Window;
use dateline_core::basemap::{ArcKind, Basemap, Level, Ring, UnitBounds, Waters};

/// Divisions of the country that the corpus is about are drawn from this zoom on.
const FOCUS_DIVISIONS_FROM_ZOOM: f64 = 4.5;
/// Those of all countries are drawn from this zoom on.
const DIVISIONS_FROM_ZOOM: f64 = 5.6;
/// Those of the second level are drawn from this zoom on, where the data has them.
const MINOR_DIVISIONS_FROM_ZOOM: f64 = 7.5;
/// Rivers are drawn from this zoom on.
const RIVERS_FROM_ZOOM: f64 = 3.6;
/// Lakes are drawn from this zoom on.
const LAKES_FROM_ZOOM: f64 = 2.5;

/// The colours.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Look {
    /// Seas and lakes.
    pub water: String,
    /// The band of water along a coast.
    pub shore: String,
    /// Land.
    pub land: String,
    /// The country that the corpus is about.
    pub focus: String,
    /// Selected countries.
    pub wash: String,
    /// Between countries.
    pub border: String,
    /// Between land and sea.
    pub coast: String,
    /// Between first-level divisions.
    pub division: String,
    /// Rivers.
    pub river: String,
    /// Circles of latitude and meridians.
    pub graticule: String,
}

/// What is drawn.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The data; none when the file holds none that can be read.
    pub basemap: Option<&'a Basemap>,
    /// The part of the map.
    pub window: Window,
    /// Code of the country that is drawn lighter.
    pub focus: Option<&'a str>,
    /// Codes of the selected countries.
    pub selected: &'a [String],
}

/// Draws the scene.
pub fn draw(pen: &impl Pen, scene: Scene<'_>, look: &Look) {
    let Window { zoom, width, height, .. } = scene.window;
    pen.fill_rect(0.0, 0.0, width, height, &look.water);
    let Some(basemap) = scene.basemap else { return };
    let (level, waters) = (basemap.level_for(zoom), basemap.waters());
    for sheet in sheets(scene.window) {
        let drawing = Drawing { pen, level, waters, sheet };
        drawing.arcs(|kind, _| kind == ArcKind::Coast, &look.shore, 5.0, &[]);
        if let Some(step) = graticule_step(zoom) {
            pen.begin_path();
            drawing.sheet.graticule(pen, step);
            pen.stroke(&look.graticule, 0.7, &[]);
        }
        drawing.countries(|_| true, &look.land);
        if let Some(focus) = scene.focus {
            drawing.countries(|code| code == focus, &look.focus);
        }
        if !scene.selected.is_empty() {
            drawing.countries(|code| scene.selected.iter().any(|s| s == code), &look.wash);
        }
        if zoom >= FOCUS_DIVISIONS_FROM_ZOOM {
            let is_meant = |code: &str| zoom >= DIVISIONS_FROM_ZOOM || scene.focus == Some(code);
            let lines = |is_minor: bool| {
                let divisions = level.divisions.iter();
                divisions
                    .filter(move |d| d.is_minor == is_minor && is_meant(d.country.as_str()))
                    .map(|d| (&d.bounds, level.points(d.points)))
            };
            drawing.lines(lines(false), &look.division, 0.8, &[3.0, 2.5]);
            if zoom >= MINOR_DIVISIONS_FROM_ZOOM {
                drawing.lines(lines(true), &look.division, 0.6, &[1.5, 2.5]);
            }
        }
        if zoom >= RIVERS_FROM_ZOOM {
            let lines = waters.rivers.iter().map(|r| (&r.bounds, waters.points(r.points)));
            drawing.lines(lines, &look.river, if zoom < 5.0 { 0.7 } else { 1.0 }, &[]);
        }
        if zoom >= LAKES_FROM_ZOOM {
            drawing.lakes(&look.water, &look.river);
        }
        drawing.arcs(|kind, _| kind == ArcKind::Coast, &look.coast, 0.8, &[]);
        let weight = if zoom < 4.0 { 0.8 } else { 1.2 };
        drawing.arcs(
            |kind, disputed| kind == ArcKind::Border && !disputed,
            &look.border,
            weight,
            &[],
        );
        drawing.arcs(
            |kind, disputed| kind == ArcKind::Border && disputed,
            &look.border,
            weight,
            &[4.0, 3.0],
        );
    }
}

/// How many degrees lie between two lines of the graticule; none where towns tell more.
fn graticule_step(zoom: f64) -> Option<f64> {
    match zoom {
        z if z < 2.2 => Some(30.0),
        z if z < 3.4 => Some(15.0),
        z if z < 4.6 => Some(5.0),
        _ => None,
    }
}

struct Drawing<'a, P> {
    pen: &'a P,
    level: &'a Level,
    waters: &'a Waters,
    sheet: Sheet,
}

impl<P: Pen> Drawing<'_, P> {
    fn shows(&self, bounds: &UnitBounds) -> bool {
        self.sheet.bounds.intersects(bounds)
    }

    fn countries(&self, is_meant: impl Fn(&str) -> bool, colour: &str) {
        self.pen.begin_path();
        for country in &self.level.countries {
            let code = country.code.as_ref().map_or("", |code| code.as_str());
            if self.shows(&country.bounds) && is_meant(code) {
                country.rings.iter().for_each(|ring| self.ring(ring));
            }
        }
        self.pen.fill(colour);
    }

    fn ring(&self, ring: &Ring) {
        if self.shows(&ring.bounds) {
            self.sheet.outline(self.pen, self.level.ring_points(ring));
        }
    }

    fn arcs(
        &self,
        is_meant: impl Fn(ArcKind, bool) -> bool,
        colour: &str,
        width: f64,
        dash: &[f64],
    ) {
        let arcs = self.level.arcs.iter().filter(|arc| is_meant(arc.kind, arc.disputed));
        self.lines(
            arcs.map(|arc| (&arc.bounds, self.level.points(arc.points))),
            colour,
            width,
            dash,
        );
    }

    fn lines<'b>(
        &self,
        lines: impl Iterator<Item = (&'b UnitBounds, &'b [f32])>,
        colour: &str,
        width: f64,
        dash: &[f64],
    ) {
        self.pen.begin_path();
        for (bounds, points) in lines {
            if self.shows(bounds) {
                self.sheet.line(self.pen, points);
            }
        }
        self.pen.stroke(colour, width, dash);
    }

    fn lakes(&self, water: &str, shore: &str) {
        self.pen.begin_path();
        for lake in &self.waters.lakes {
            if self.shows(&lake.bounds) {
                for ring in &lake.rings {
                    let points = self.waters.points(*ring).chunks_exact(2);
                    let pairs = points.filter_map(|p| Some([*p.first()?, *p.get(1)?]));
                    self.sheet.outline(self.pen, pairs);
                }
            }
        }
        self.pen.fill(water);
        self.pen.stroke(shore, 0.7, &[]);
    }
}
