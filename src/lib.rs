//! Chancery: a knowledge base of diplomatic relations over time.
pub mod check;
pub mod diag;
pub mod export;
pub mod graph;
pub mod load;
pub mod model;
pub mod query;
