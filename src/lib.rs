//! Chancery: a knowledge base of diplomatic relations over time.
#[cfg(feature = "chart")]
pub mod chart;
pub mod diag;
pub mod load;
pub mod model;
