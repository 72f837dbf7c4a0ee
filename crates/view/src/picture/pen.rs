//! What a base map is drawn with. The page's pen is a canvas; tests have one that remembers.

/// A pen. Lengths are CSS pixels, colours are those of CSS.
pub trait Pen {
    /// Fills a rectangle.
    fn fill_rect(&self, x: f64, y: f64, width: f64, height: f64, colour: &str);
    /// Begins a new path.
    fn begin_path(&self);
    /// Moves without drawing.
    fn move_to(&self, x: f64, y: f64);
    /// Draws to a point.
    fn line_to(&self, x: f64, y: f64);
    /// Joins the last point to the first.
    fn close_path(&self);
    /// Fills the path by the even-odd rule.
    fn fill(&self, colour: &str);
    /// Strokes the path; `dash` alternates drawn and empty lengths, and is empty for a whole line.
    fn stroke(&self, colour: &str, width: f64, dash: &[f64]);
}
