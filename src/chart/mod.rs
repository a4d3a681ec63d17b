//! Charts: from the base to a plan, from a plan to a picture.
//!
//! `timeline` knows what statements mean and makes a [`plan::Plan`]: marks, bars, labels and lines with their
//! places, as plain data that can be tested without drawing. [`draw`] makes an SVG of a plan and knows nothing of
//! statements; it alone knows plotters. The room may import the model and the queries. It never reads a clock, a
//! file or a font of the system: the same base, options and day give the same bytes.

mod canvas;
mod font;
mod furniture;
mod glyphs;
mod labels;
mod lanes;
pub mod plan;
pub mod ticks;
mod timeline;
mod words;

pub use canvas::draw;
pub use furniture::MARGIN;
pub use plan::Plan;
pub use timeline::{Options, Setting, pair, recognitions};
