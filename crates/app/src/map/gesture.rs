//! What fingers and the mouse do on the map, from their positions and times.
//!
//! One pointer drags, two pinch. A movement of less than 4 pixels is no drag, so that a marker under the pointer can still be clicked.

/// So far a pointer may wander before it drags, in CSS pixels.
const THRESHOLD: f64 = 4.0;
/// The end of a drag over which its speed is measured, in milliseconds.
const TAIL_MILLIS: f64 = 80.0;
/// A pointer that rested so long before it was lifted does not throw the map.
const REST_MILLIS: f64 = 60.0;

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
    is_drag: bool,
    /// Time and position of the last movements.
    trail: Vec<(f64, f64, f64)>,
}

impl Gesture {
    /// Whether it moved the map since the first pointer came down; stays true after the last is lifted, until another comes.
    pub fn is_drag(&self) -> bool {
        self.is_drag
    }

    /// A pointer came down.
    pub fn down(&mut self, pointer: i32, x: f64, y: f64) {
        if self.held.is_empty() {
            self.is_drag = false;
            self.start = (x, y);
        }
        self.held.retain(|h| h.pointer != pointer);
        // A third finger is a hand on the table.
        if self.held.len() < 2 {
            self.held.push(Held { pointer, x, y });
        }
        self.trail.clear();
    }

    /// A pointer moved; what the map does.
    pub fn moved(&mut self, pointer: i32, x: f64, y: f64, millis: f64) -> Option<Step> {
        let before = self.middle_and_spread();
        let held = self.held.iter_mut().find(|h| h.pointer == pointer)?;
        if !self.is_drag {
            if (x - self.start.0).hypot(y - self.start.1) < THRESHOLD {
                return None;
            }
            self.is_drag = true;
        }
        (held.x, held.y) = (x, y);
        let after = self.middle_and_spread();
        self.trail.retain(|(t, _, _)| millis - t <= TAIL_MILLIS);
        self.trail.push((millis, after.0, after.1));
        let levels =
            if before.2 > 1.0 && after.2 > 1.0 { (after.2 / before.2).log2() } else { 0.0 };
        Some(Step {
            dx: after.0 - before.0,
            dy: after.1 - before.1,
            levels,
            x: after.0,
            y: after.1,
        })
    }

    /// A pointer was lifted or taken away. When it was the last one of a drag: the speed to the right and down, in pixels a millisecond.
    pub fn up(&mut self, pointer: i32, millis: f64) -> Option<(f64, f64)> {
        let n_before = self.held.len();
        self.held.retain(|h| h.pointer != pointer);
        let trail = core::mem::take(&mut self.trail);
        if !self.is_drag || n_before != 1 || !self.held.is_empty() {
            return None;
        }
        let (first, last) = (trail.first()?, trail.last()?);
        let span = last.0 - first.0;
        if millis - last.0 > REST_MILLIS || span < 8.0 {
            return None;
        }
        Some(((last.1 - first.1) / span, (last.2 - first.2) / span))
    }

    /// Middle of the pointers, and their distance (0 for one).
    fn middle_and_spread(&self) -> (f64, f64, f64) {
        match self.held.as_slice() {
            [a, b] => {
                (f64::midpoint(a.x, b.x), f64::midpoint(a.y, b.y), (a.x - b.x).hypot(a.y - b.y))
            }
            [a] => (a.x, a.y, 0.0),
            _ => (0.0, 0.0, 0.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_wander_is_no_drag() {
        let mut gesture = Gesture::default();
        gesture.down(1, 10.0, 10.0);
        assert_eq!(gesture.moved(1, 12.0, 12.0, 5.0), None);
        assert_eq!(gesture.up(1, 10.0), None);
        assert!(!gesture.is_drag());
    }

    #[test]
    fn a_drag_moves_and_throws() {
        let mut gesture = Gesture::default();
        gesture.down(1, 10.0, 10.0);
        let step = gesture.moved(1, 30.0, 10.0, 16.0).unwrap();
        assert_eq!((step.dx, step.dy, step.levels), (20.0, 0.0, 0.0));
        gesture.moved(1, 50.0, 10.0, 32.0).unwrap();
        assert_eq!(gesture.up(1, 40.0), Some((20.0 / 16.0, 0.0)));
        assert!(gesture.is_drag(), "the click that follows is still to be ignored");
        gesture.down(1, 0.0, 0.0);
        assert!(!gesture.is_drag());
    }

    #[test]
    fn a_rest_before_lifting_throws_nothing() {
        let mut gesture = Gesture::default();
        gesture.down(1, 0.0, 0.0);
        gesture.moved(1, 30.0, 0.0, 16.0);
        gesture.moved(1, 60.0, 0.0, 32.0);
        assert_eq!(gesture.up(1, 200.0), None);
    }

    #[test]
    fn two_fingers_zoom_around_their_middle() {
        let mut gesture = Gesture::default();
        gesture.down(1, 0.0, 0.0);
        gesture.down(2, 100.0, 0.0);
        let step = gesture.moved(2, 200.0, 0.0, 16.0).unwrap();
        assert_eq!((step.levels, step.x, step.dx), (1.0, 100.0, 50.0));
        assert_eq!(gesture.up(2, 20.0), None, "one finger is still down");
        assert_eq!(gesture.moved(3, 1.0, 1.0, 20.0), None, "an unknown pointer does nothing");
    }
}
