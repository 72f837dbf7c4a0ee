//! Where the rows of a long list stand, and the two rooms for those that are not drawn.
//!
//! In: the list with its rooms; out: what is seen of it, and rooms of such a height that what is seen stays where it stands.

use super::focus::focus;
use super::style::set_property;
use dateline_view::decimal;
use dateline_view::rows::{Sight, room};
use std::ops::Range;
use wasm_bindgen::JsCast as _;
use web_sys::{Document, Element, NodeList};

const ROOMS: &str = ".room";
const ROWS: &str = ".cut, li";

/// A long list as it stands on the screen.
pub struct Look {
    list: Element,
    /// What scrolls: the list, or in a short window the whole page.
    scroller: Element,
    rooms: NodeList,
    /// The upper edge of what is seen, in the window.
    top: f64,
    /// What is seen.
    pub sight: Sight,
}

/// What must not move on the screen while other rows are drawn.
pub struct Hold {
    /// The first row that is seen, and how far below the upper edge.
    seen: Option<(Element, f64)>,
    /// The same by its number, with a fraction, for when none is seen.
    aim: (f64, f64),
    /// Height of everything.
    total: f64,
    /// How far the reader has scrolled: what they do meanwhile is not undone.
    scrolled: i32,
    has_focus: bool,
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn all(list: &Element, selector: &str) -> Option<NodeList> {
    list.query_selector_all(selector).ok()
}

fn nth(all: &NodeList, at: u32) -> Option<Element> {
    all.item(at)?.dyn_into().ok()
}

fn has_focus(list: &Element) -> bool {
    let active = document().and_then(|document| document.active_element());
    list.contains(active.as_deref())
}

fn set_height(rooms: &NodeList, at: u32, height: f64) {
    if let Some(room) = nth(rooms, at) {
        set_property(&room, "height", &format!("{}px", decimal::short(height, 2)));
    }
}

/// Makes room for the rows behind the first ones of a list, without measuring anything.
pub fn keep_room(list: &Element, n_behind: usize, n_rows: usize, average: f64) {
    if let Some(rooms) = all(list, ROOMS) {
        set_height(&rooms, 0, 0.0);
        set_height(&rooms, 1, room(-1.0, n_behind, n_rows, average));
    }
}

impl Look {
    /// Looks at a list; there is nothing to see when it is not shown.
    pub fn at(list: &Element) -> Option<Self> {
        let (seen, whole) = (list.client_height(), list.scroll_height());
        // What hangs over by a hair does not scroll.
        let is_whole = whole < seen + 8;
        let scroller = if is_whole { document()?.scrolling_element()? } else { list.clone() };
        let rooms = all(list, ROOMS)?;
        let [before, after] =
            [nth(&rooms, 0)?, nth(&rooms, 1)?].map(|room| room.get_bounding_client_rect());
        let top = if is_whole { 0.0 } else { list.get_bounding_client_rect().top() };
        let sight = Sight {
            top: top - before.top(),
            height: f64::from(scroller.client_height()),
            before: before.height(),
            drawn: after.top() - before.bottom(),
            after: after.height(),
        };
        let list = list.clone();
        (seen > 0 && sight.drawn > 0.0).then_some(Self { list, scroller, rooms, top, sight })
    }

    /// Holds what is seen, before these rows are drawn in place of others.
    pub fn hold(&self, drawn: &Range<usize>, rows: &Range<usize>, n_rows: usize) -> Hold {
        let mut seen = None;
        let found = all(&self.list, ROWS);
        for at in 0..found.as_ref().map_or(0, NodeList::length) {
            let Some(row) = found.as_ref().and_then(|found| nth(found, at)) else { continue };
            let frame = row.get_bounding_client_rect();
            if frame.bottom() > self.top {
                let below = frame.top() - self.top;
                seen = (below < self.sight.height).then_some((row, below));
                break;
            }
        }
        Hold {
            seen,
            aim: self.sight.aim(drawn, rows, n_rows),
            total: self.sight.total(),
            scrolled: self.scroller.scroll_top(),
            has_focus: has_focus(&self.list),
        }
    }

    /// Puts what was held back to where it stood, and gives the rooms the heights that this takes.
    pub fn settle(&self, hold: &mut Hold, rows: &Range<usize>, n_rows: usize, average: f64) {
        let moved = f64::from(self.scroller.scroll_top() - hold.scrolled);
        hold.aim.1 -= moved;
        if let Some((_, below)) = &mut hold.seen {
            *below -= moved;
        }
        let still_there = hold.seen.as_ref().filter(|(row, _)| self.list.contains(Some(row)));
        let Some((row, below)) = still_there.cloned().or_else(|| self.aimed(hold, rows, n_rows))
        else {
            return;
        };
        let off = || row.get_bounding_client_rect().top() - self.top - below;
        let before = room(self.sight.before - off(), rows.start, n_rows, average);
        let after =
            room(hold.total - before - self.sight.drawn, n_rows - rows.end, n_rows, average);
        set_height(&self.rooms, 0, before);
        set_height(&self.rooms, 1, after);
        let off = off();
        if off.abs() >= 0.5 {
            self.scroller.scroll_by_with_x_and_y(0.0, off);
        }
        hold.scrolled = self.scroller.scroll_top();
        // A row that went took the keyboard along, and with it the keys that scroll.
        if hold.has_focus
            && !has_focus(&self.list)
            && let Some(room) = nth(&self.rooms, 0)
        {
            focus(&room);
        }
    }

    /// The row that is to stand in sight, and how far below the upper edge.
    fn aimed(&self, hold: &Hold, rows: &Range<usize>, n_rows: usize) -> Option<(Element, f64)> {
        let (row, below) = hold.aim;
        if rows.start == 0 || rows.end == n_rows {
            return Some((nth(&self.rooms, u32::from(rows.start > 0))?, below));
        }
        let drawn = all(&self.list, ROWS)?;
        let row = row - rows.start as f64;
        let at = (row as u32).min(drawn.length().checked_sub(1)?);
        let element = nth(&drawn, at)?;
        let height = element.get_bounding_client_rect().height();
        Some((element, below - (row - f64::from(at)) * height))
    }

    /// Makes the room behind the rows as high as they are by now expected to be; nothing moves by that.
    pub fn expect(&self, n_behind: usize, n_rows: usize, average: f64) {
        set_height(&self.rooms, 1, room(-1.0, n_behind, n_rows, average));
    }
}
