//! The edge: bytes of any file become articles; articles and facts become files, the page included.
//!
//! Every input is hostile: nothing here panics, and what cannot be read is reported beside what could.


pub mod page;
