//! Drawing: the base map through a pen, and whole pictures of the map as SVG.
//!
//! `draw` draws the base map with any [`Pen`]; the page's pen is a canvas, that of a picture makes nodes of SVG.
//! `Ground` says which parts of the page's canvas must be drawn while the map moves.
//! `picture` draws a view to be taken along: title, filter in words, map with markers and names, scale, legend, sources and link; `sheet` draws it for paper, with numbered places.
//! A picture is plain data (a tree of [`Node`]) in CSS pixels, without style sheet, script or anything that lies elsewhere; the same view gives the same bytes.
//! Making an image of pixels from it is the browser's work, and choosing a file the reader's.

mod colours;
mod draw;
mod file;
mod ground;
mod legend;
mod markers;
mod names;
mod node;
mod page;
mod path;
mod pen;
mod sheet;
mod text;
mod trace;

pub use colours::Colours;
pub use draw::{Look, Scene, draw};
pub use file::{FileKind, file_name, image_scale};
pub use ground::{Ground, Pace, Part, Plan, PxRect};
pub use node::Node;
pub use page::{Subject, picture, shown_link};
pub use pen::Pen;
pub use sheet::{Sheet, SheetPlace, sheet};
