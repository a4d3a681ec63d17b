//! How much answers in words tell, and how much of a question is tried: each limit with its name.
//!
//! It knows numbers only.

// What an answer tells.

/// Names in a list within a sentence; the rest is counted, where that is more than one.
pub(super) const NAMES: usize = 12;

/// Lines of an answer; the rest is counted, where that is more than one.
pub(super) const LINES: usize = 12;

/// Statements, or what would settle it, in a point on a claim; the rest is counted.
pub(super) const POINT_STATEMENTS: usize = 4;

/// Statements that bear a claim out; of more, the point is left out, for the number tells it.
pub(super) const BEARING_OUT: usize = 16;

/// Contested statements of which it is told why sources differ; the rest isn't told.
pub(super) const CONTESTS: usize = 3;

/// Statements in the chain of `--why`; the rest is counted.
pub(super) const CHAIN_STATEMENTS: usize = 8;

/// Matters of a scope that are named; the rest is counted.
pub(super) const SCOPE_MATTERS: usize = 2;

/// Questions that are offered where one isn't understood, those with the most words in common.
pub(super) const NEAREST_QUESTIONS: usize = 3;

// What of a question is tried.

/// Words of an unknown name: "resolution A/RES/ES-11/1" has six; no longer one is tried.
pub(super) const UNKNOWN_NAME_WORDS: usize = 6;

/// Words at the beginning of a question among which the comma after a time is looked for.
pub(super) const OPENING_WORDS: usize = 8;

/// Ends that are tried for a part of a sentence, the nearest ones; it has at most one joint fewer within it.
pub(super) const PART_ENDS: usize = 3;
