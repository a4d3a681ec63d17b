//! Charts: from the base to a plan, from a plan to a picture.
//!
//! `timeline` knows what statements mean and makes a [`plan::Plan`]: marks, bars, labels and lines with their
//! places, as plain data that can be tested without drawing. [`draw`] makes an SVG of a plan and knows nothing of
//! statements; it alone knows plotters. The room may import the model and the queries. It never reads a clock, a
//! file or a font of the system: the same base, options and day give the same bytes.

mod canvas;
mod curve;
mod font;
mod furniture;
mod glyphs;
mod labels;
mod lanes;
mod map;
mod matrix;
mod network;
mod options;
pub mod plan;
#[cfg(feature = "image")]
mod raster;
pub mod ticks;
mod timeline;
mod words;

pub use canvas::{Theme, draw};
pub use curve::{Align, recognition_curve};
pub use furniture::MARGIN;
pub use map::recognition_map;
pub use matrix::{Between, matrix, most_in_matrix};
pub use network::{most_in_network, network};
pub use options::{Options, Setting};
pub use plan::{Plan, Tabular};
#[cfg(feature = "image")]
pub use raster::{ImageError, pdf, png};
pub use timeline::{pair, recognitions};
