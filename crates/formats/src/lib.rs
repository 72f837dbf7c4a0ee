//! The edge: bytes of any file become articles; articles and facts become files, the page included.
//!
//! Every input is hostile: nothing here panics, and what cannot be read is reported beside what could.

mod visible;
mod problem;
mod reading;
mod dates;
mod json_lines;
mod markdown;
mod text;
pub mod write;
pub mod page;
pub mod report;

pub use problem::{Problem, ProblemKind};
pub use reading::{Format, MAX_FILE_BYTES, Reading, read};
pub use visible::printable;
