//! How much the command line shows, and which numbers it takes: each limit with its name.
//!
//! It knows numbers only.

use std::ops::RangeInclusive;

// What is shown.

/// Publishers in a line; the rest is counted, where that is more than one.
pub(super) const PUBLISHERS: usize = 3;

/// Statements below an answer in words whose sources are shown; of more, the publishers of all are named.
pub(super) const CITED_STATEMENTS: usize = 3;

/// Sources shown of an attestation below an answer in words; the rest is counted.
pub(super) const WITNESSES: usize = 2;

/// Publishers named of many statements; the rest is counted.
pub(super) const PUBLISHERS_OF_MANY: usize = 5;

/// Claims of sources below an answer in words; of more, none is shown, without a word.
pub(super) const CLAIMS: usize = 4;

/// Statements, or what would settle it, that a verdict names; the rest is counted.
pub(super) const VERDICT_STATEMENTS: usize = 5;

/// Statements of a tried sentence whose publishers are named; the rest is left out without a word.
pub(super) const TRIED_STATEMENTS: usize = 2;

/// Letters of a sentence in which nothing could be tried; the rest is cut with an ellipsis.
pub(super) const SENTENCE_LETTERS: usize = 90;

/// Statements of an answer that `evidence` lays out; that there are more is said.
pub(super) const STATEMENTS_LAID_OUT: usize = 12;

/// Anniversaries that aren't certain to the day; the rest is counted.
pub(super) const UNCERTAIN_ANNIVERSARIES: usize = 20;

/// Actors besides the first whom a gap concerns; more are counted beside it.
pub(super) const UNCOUNTED_ACTORS: usize = 2;

/// Columns of the lines of help; they are broken there.
pub(super) const HELP_COLUMNS: usize = 100;

// What is taken; anything else is an error of usage.

/// Days for which `--fresh` may take what was attested for known.
pub(super) const FRESH_DAYS: RangeInclusive<i64> = 0..=400_000;

/// Pixels of `--width`.
pub(super) const WIDTHS: RangeInclusive<i64> = 480..=4000;

/// Pixels of a PNG for each pixel of a drawing, of `--scale`.
pub(super) const SCALES: RangeInclusive<f32> = 0.25..=10.0;
