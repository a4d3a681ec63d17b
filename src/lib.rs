//! Chancery: a knowledge base of diplomatic relations over time.
pub mod diag;
pub mod graph;
pub mod load;
pub mod model;
