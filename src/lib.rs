//! Chancery: a knowledge base of diplomatic relations over time.
pub mod check;
pub mod diag;
pub mod load;
pub mod model;
