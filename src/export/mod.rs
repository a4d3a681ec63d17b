//! Published shapes: answers as JSON documents of a version, and as tables of plain columns.
//!
//! What is published is written by hand here, so that the inside of the program can change beneath it. Every document
//! names its shape in `schema`; the JSON Schemas stand beside the code and are tested against it.

mod table;
pub mod v2;

pub use table::{Table, TableFormat};
