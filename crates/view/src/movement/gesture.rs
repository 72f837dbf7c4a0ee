//! What fingers and the mouse do on the map, from their positions and times.
//!
//! One pointer drags the map or draws a box, two pinch. A movement of less than 4 pixels is nothing, so that a marker under the pointer can still be clicked.

use super::Rect;
use dateline_core::order::within;

/// So far a pointer may wander before it drags, in CSS pixels.
const THRESHOLD: f64 = 4.0;
/// The end of a drag over which its speed is measured, in milliseconds.
const TAIL_MILLIS: f64 = 80.0;
/// A pointer that rested so long before it was lifted does not throw the map.
const REST_MILLIS: f64 = 60.0;
/// One step of a pinch zooms no further than this.
const MAX_LEVELS: f64 = 2.0;

/// What one pointer does while it is down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Purpose {
    /// Drags the map.
    #[default]
    Pan,
    /// Draws a box that the map shows then.
    ZoomBox,
    /// Draws a box that narrows.
    AreaBox,
}

/// A movement of the map: the point that was at `(x - dx, y - dy)` comes to `(x, y)`, and the map zooms there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// To the right.
    pub dx: f64,
    /// Down.
    pub dy: f64,
    /// Levels of zoom.
    pub levels: f64,
    /// Where.
    pub x: f64,
    /// Where.
    pub y: f64,
}

/// What a movement of a pointer does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Doing {
    /// The map moves.
    Step(Step),
    /// The box that is being drawn.
    Box(Rect),
}

/// What it comes to when the last pointer is lifted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Done {
    /// The map is thrown with this speed to the right and down, in pixels a millisecond.
    Throw(f64, f64),
    /// The map zooms to this box.
    ZoomTo(Rect),
    /// This box narrows.
    Narrow(Rect),
}

#[derive(Clone, Copy, Debug)]
struct Held {
    pointer: i32,
    x: f64,
    y: f64,
}

/// The pointers that are down, and what they have done since the first came.
#[derive(Clone, Debug, Default)]
pub struct Gesture {
    held: Vec<Held>,
    start: (f64, f64),
    purpose: Purpose,
    is_drag: bool,
    /// Time and position of the last movements.
    trail: Vec<(f64, f64, f64)>,
}

impl Gesture {
    /// Whether it moved the map or drew since the first pointer came down; stays true after the last is lifted, until another comes.
    pub fn is_drag(&self) -> bool {
        self.is_drag
    }

    /// Whether this pointer is down.
    pub fn holds(&self, pointer: i32) -> bool {
        self.held.iter().any(|h| h.pointer == pointer)
    }

    /// A pointer came down.
    pub fn down(&mut self, pointer: i32, x: f64, y: f64, purpose: Purpose) {
        self.held.retain(|h| h.pointer != pointer);
        if self.held.is_empty() {
            self.is_drag = false;
            self.start = (x, y);
            self.purpose = purpose;
        } else {
            // Two fingers pinch, whatever the first was about to do.
            self.purpose = Purpose::Pan;
        }
        // A third finger is a hand on the table.
        if self.held.len() < 2 {
            self.held.push(Held { pointer, x, y });
        }
        self.trail.clear();
    }

    /// A pointer moved; what that does.
    pub fn moved(&mut self, pointer: i32, x: f64, y: f64, millis: f64) -> Option<Doing> {
        let before = self.middle_and_spread();
        let held = self.held.iter_mut().find(|h| h.pointer == pointer)?;
        if !self.is_drag {
            if libm::hypot(x - self.start.0, y - self.start.1) < THRESHOLD {
                return None;
            }
            self.is_drag = true;
        }
        (held.x, held.y) = (x, y);
        if self.purpose != Purpose::Pan {
            return Some(Doing::Box(Rect::between(self.start, (x, y))));
        }
        let after = self.middle_and_spread();
        self.trail.retain(|(t, _, _)| millis - t <= TAIL_MILLIS);
        self.trail.push((millis, after.0, after.1));
        Some(Doing::Step(Step {
            dx: after.0 - before.0,
            dy: after.1 - before.1,
            levels: pinched(before.2, after.2),
            x: after.0,
            y: after.1,
        }))
    }

    /// A pointer was lifted; what it comes to.
    pub fn up(&mut self, pointer: i32, millis: f64) -> Option<Done> {
        let at = self.held.iter().find(|h| h.pointer == pointer).map(|h| (h.x, h.y));
        let n_before = self.held.len();
        self.held.retain(|h| h.pointer != pointer);
        let trail = core::mem::take(&mut self.trail);
        let purpose = self.purpose;
        if !self.is_drag || n_before != 1 || !self.held.is_empty() {
            return None;
        }
        match purpose {
            Purpose::Pan => thrown(&trail, millis).map(|(vx, vy)| Done::Throw(vx, vy)),
            Purpose::ZoomBox => Some(Done::ZoomTo(Rect::between(self.start, at?))),
            Purpose::AreaBox => Some(Done::Narrow(Rect::between(self.start, at?))),
        }
    }

    /// The browser took the pointers away, or the reader thought better of it; whether a box was being drawn.
    pub fn cancel(&mut self) -> bool {
        let was_drawing = !self.held.is_empty() && self.purpose != Purpose::Pan;
        self.held.clear();
        self.trail.clear();
        was_drawing
    }

    /// Middle of the pointers, and their distance (0 for one).
    fn middle_and_spread(&self) -> (f64, f64, f64) {
        match self.held.as_slice() {
            [a, b] => (
                f64::midpoint(a.x, b.x),
                f64::midpoint(a.y, b.y),
                libm::hypot(a.x - b.x, a.y - b.y),
            ),
            [a] => (a.x, a.y, 0.0),
            _ => (0.0, 0.0, 0.0),
        }
    }
}

/// Levels of zoom when fingers that were so far apart are so far apart now.
fn pinched(before: f64, after: f64) -> f64 {
    if before > 1.0 && after > 1.0 {
        within(libm::log2(after / before), -MAX_LEVELS, MAX_LEVELS)
    } else {
        0.0
    }
}

/// The speed at the end of a trail, if it did not rest there.
fn thrown(trail: &[(f64, f64, f64)], lifted: f64) -> Option<(f64, f64)> {
    let (first, last) = (trail.first()?, trail.last()?);
    let span = last.0 - first.0;
    if lifted - last.0 > REST_MILLIS || span < 8.0 {
        return None;
    }
    Some(((last.1 - first.1) / span, (last.2 - first.2) / span))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(doing: Option<Doing>) -> Step {
        match doing {
            Some(Doing::Step(step)) => step,
            other => panic!("{other:?} is no step"),
        }
    }

    #[test]
    fn a_small_wander_is_nothing() {
        for purpose in [Purpose::Pan, Purpose::ZoomBox, Purpose::AreaBox] {
            let mut gesture = Gesture::default();
            gesture.down(1, 10.0, 10.0, purpose);
            assert_eq!(gesture.moved(1, 12.0, 12.0, 5.0), None);
            assert_eq!(gesture.up(1, 10.0), None);
            assert!(!gesture.is_drag());
        }
    }

    #[test]
    fn a_drag_moves_and_throws() {
        let mut gesture = Gesture::default();
        gesture.down(1, 10.0, 10.0, Purpose::Pan);
        let first = step(gesture.moved(1, 30.0, 10.0, 16.0));
        assert_eq!((first.dx, first.dy, first.levels), (20.0, 0.0, 0.0));
        step(gesture.moved(1, 50.0, 10.0, 32.0));
        assert_eq!(gesture.up(1, 40.0), Some(Done::Throw(20.0 / 16.0, 0.0)));
        assert!(gesture.is_drag(), "the click that follows is still to be ignored");
        gesture.down(1, 0.0, 0.0, Purpose::Pan);
        assert!(!gesture.is_drag());
    }

    #[test]
    fn a_rest_before_lifting_throws_nothing() {
        let mut gesture = Gesture::default();
        gesture.down(1, 0.0, 0.0, Purpose::Pan);
        gesture.moved(1, 30.0, 0.0, 16.0);
        gesture.moved(1, 60.0, 0.0, 32.0);
        assert_eq!(gesture.up(1, 200.0), None);
    }

    #[test]
    fn two_fingers_zoom_around_their_middle() {
        let mut gesture = Gesture::default();
        gesture.down(1, 0.0, 0.0, Purpose::Pan);
        gesture.down(2, 100.0, 0.0, Purpose::Pan);
        let pinch = step(gesture.moved(2, 200.0, 0.0, 16.0));
        assert_eq!((pinch.levels, pinch.x, pinch.dx), (1.0, 100.0, 50.0));
        assert_eq!(gesture.up(2, 20.0), None, "one finger is still down");
        assert_eq!(gesture.moved(3, 1.0, 1.0, 20.0), None, "an unknown pointer does nothing");
    }

    #[test]
    fn a_pinch_zooms_by_the_ratio_of_the_distances() {
        for (before, after, levels) in [
            (100.0, 200.0, 1.0),
            (200.0, 100.0, -1.0),
            (100.0, 100.0, 0.0),
            (0.5, 300.0, 0.0),
            (2.0, 4000.0, MAX_LEVELS),
        ] {
            assert_eq!(pinched(before, after), levels, "{before} {after}");
        }
    }

    #[test]
    fn a_box_is_drawn_from_corner_to_corner() {
        let rect = Rect { left: 10.0, top: 40.0, width: 90.0, height: 60.0 };
        for (purpose, done) in
            [(Purpose::ZoomBox, Done::ZoomTo(rect)), (Purpose::AreaBox, Done::Narrow(rect))]
        {
            let mut gesture = Gesture::default();
            gesture.down(1, 100.0, 40.0, purpose);
            assert_eq!(gesture.moved(1, 10.0, 100.0, 10.0), Some(Doing::Box(rect)));
            assert_eq!(gesture.up(1, 500.0), Some(done));
            assert!(gesture.is_drag());
        }
    }

    #[test]
    fn a_box_is_given_up_by_a_second_finger_or_by_escape() {
        let mut gesture = Gesture::default();
        gesture.down(1, 0.0, 0.0, Purpose::AreaBox);
        gesture.moved(1, 50.0, 50.0, 10.0);
        gesture.down(2, 100.0, 0.0, Purpose::AreaBox);
        assert!(matches!(gesture.moved(2, 120.0, 0.0, 20.0), Some(Doing::Step(_))));
        assert_eq!((gesture.up(2, 30.0), gesture.up(1, 40.0)), (None, None));

        gesture.down(1, 0.0, 0.0, Purpose::AreaBox);
        gesture.moved(1, 50.0, 50.0, 10.0);
        assert!(gesture.cancel());
        assert_eq!(gesture.moved(1, 60.0, 60.0, 20.0), None);
        assert_eq!(gesture.up(1, 30.0), None);
        assert!(gesture.is_drag(), "the click that follows is still to be ignored");
    }
}
