//! The integration tests.
mod charts;
