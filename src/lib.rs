//! Chancery: a knowledge base of diplomatic relations over time.
#[cfg(feature = "chart")]
pub mod chart;
pub mod check;
pub mod diag;
pub mod export;
pub mod load;
pub mod model;
pub mod query;
