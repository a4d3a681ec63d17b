//! Which of those that match are asked for.

/// Which of those that match are asked for, in the order in which they came.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Pick {
    /// All.
    #[default]
    All,
    /// The nth, from 1.
    Nth(usize),
    /// The last.
    Last,
}
