//! Charts: from the base to a plan, from a plan to a picture.
//!
//! `timeline` knows what statements mean and makes a [`plan::Plan`]: marks, bars, labels and lines with their
//! places, as plain data that can be tested without drawing. [`draw`] makes an SVG of a plan and knows nothing of
//! statements; it alone knows plotters. The room may import the model and the queries. It never reads a clock, a
//! file or a font of the system: the same base, options and day give the same bytes.

mod agreement;
mod canvas;
mod curve;
mod font;
mod furniture;
mod glyphs;
mod labels;
mod lanes;
mod ledger;
mod limits;
mod map;
mod matrix;
mod missions;
mod names;
mod network;
mod options;
mod page;
pub mod plan;
#[cfg(feature = "image")]
mod raster;
mod square;
mod stacked;
pub mod ticks;
mod tiles;
mod timeline;
mod treaties;
mod votes;
mod words;

pub use agreement::{agreement, agreement_of_two};
pub use canvas::{Theme, draw};
pub use curve::{Align, recognition_curve};
pub use furniture::MARGIN;
pub use map::recognition_map;
pub use matrix::{MatrixOf, matrix};
pub use missions::{MissionsRequest, missions};
pub use names::languages;
pub use network::{most_in_network, network};
pub use options::{Options, Setting};
pub use plan::{Plan, Tabular};
#[cfg(feature = "image")]
pub use raster::{ImageError, pdf, png};
pub use square::most_in_matrix;
pub use timeline::{actor, dispute, pair, recognitions};
pub use treaties::treaties;
pub use votes::{Layout, votes};
