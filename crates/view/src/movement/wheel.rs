//! How far a turn of a wheel, or a stroke over a trackpad, zooms.
//!
//! A wheel turns in notches of about 100 pixels or 3 lines, a trackpad sends many small strokes; a pinch on it arrives as a turn with the control key held.

use dateline_core::order::within;

/// Levels of zoom for one pixel; a notch is about a third of a level.
const LEVELS_PER_PIXEL: f64 = 0.0033;
/// The same for a pinch on a trackpad.
const LEVELS_PER_PINCH_PIXEL: f64 = 0.012;
/// One turn goes no further than this.
const MAX_LEVELS: f64 = 0.8;
/// A stroke shorter than this is that of a finger.
const LONGEST_STROKE: f64 = 50.0;

/// What a turn is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TurnUnit {
    /// CSS pixels.
    Pixels,
    /// Lines of text.
    Lines,
    /// Whole pages.
    Pages,
}

/// A turn of the wheel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Turn {
    /// How far, positive towards the reader.
    pub distance: f64,
    /// Counted in what.
    pub unit: TurnUnit,
    /// Whether the control key is held.
    pub is_pinch: bool,
}

impl Turn {
    fn pixels(self) -> f64 {
        let pixels = match self.unit {
            TurnUnit::Pixels => 1.0,
            TurnUnit::Lines => 30.0,
            TurnUnit::Pages => 300.0,
        };
        if self.distance.is_finite() { self.distance * pixels } else { 0.0 }
    }

    /// How many levels it zooms; positive is closer.
    pub fn levels(self) -> f64 {
        let rate = if self.is_pinch { LEVELS_PER_PINCH_PIXEL } else { LEVELS_PER_PIXEL };
        within(-self.pixels() * rate, -MAX_LEVELS, MAX_LEVELS)
    }

    /// Whether it is one of many small steps, which the map follows at once; a notch is gone through smoothly.
    pub fn is_stroke(self) -> bool {
        self.unit == TurnUnit::Pixels && (self.is_pinch || self.distance.abs() < LONGEST_STROKE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turns_and_strokes() {
        use TurnUnit::{Lines, Pages, Pixels};
        for (distance, unit, is_pinch, levels, is_stroke) in [
            (-100.0, Pixels, false, 0.33, false),
            (100.0, Pixels, false, -0.33, false),
            (-3.0, Lines, false, 0.297, false),
            (1.0, Pages, false, -0.8, false),
            (-4.0, Pixels, false, 0.0132, true),
            (-2.5, Pixels, true, 0.03, true),
            (-1e9, Pixels, true, 0.8, true),
            (0.0, Pixels, false, 0.0, true),
            (f64::NAN, Pixels, false, 0.0, false),
        ] {
            let turn = Turn { distance, unit, is_pinch };
            assert!((turn.levels() - levels).abs() < 1e-9, "{turn:?}: {}", turn.levels());
            assert_eq!(turn.is_stroke(), is_stroke, "{turn:?}");
        }
    }
}
