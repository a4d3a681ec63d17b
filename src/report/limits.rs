//! How much documents tell: where a list is cut, or the form changes, each limit with its name.
//!
//! It knows numbers only. What `cut` of a brief shortens has one more where only one would be counted.

/// Documents of one publisher and date from which they share a number among the references.
pub(super) const SERIES: usize = 4;

/// Sources named in an entry of a calendar; the rest is counted.
pub(super) const CALENDAR_SOURCES: usize = 3;

/// What a brief tells.
#[cfg(feature = "chart")]
pub(super) mod brief {
    /// Recognizers whose rows are still read in the figure beside a text; of more, the recognitions have a table.
    pub(in crate::report) const FIGURE_ROWS: usize = 48;

    /// Rows of a table, and positions; the rest is counted, with the command that tells it.
    pub(in crate::report) const TABLE_ROWS: usize = 8;

    /// Resolutions of one kind, positions alike and anniversaries, likewise.
    pub(in crate::report) const LIST_ITEMS: usize = 4;

    /// Treaties open to many whose titles are told, whatever their force, but one of each; likewise.
    pub(in crate::report) const WIDE_TREATIES: usize = 14;

    /// Parties of a treaty that are named beside its title; more are left out without a word.
    pub(in crate::report) const PARTIES_NAMED: usize = 3;

    /// Treaties of which it isn't known whether they are in force; the rest is counted.
    pub(in crate::report) const OPEN_TREATIES: usize = 4;

    /// Acts in the history of two; of more, the latest are told and the rest is counted.
    pub(in crate::report) const HISTORY: usize = 8;

    /// Roll calls on which votes differ; of more, the latest are told and the rest is counted.
    pub(in crate::report) const DIFFERING_VOTES: usize = 3;

    /// Times at which an actor existed; the rest is counted.
    pub(in crate::report) const EXISTENCES: usize = 3;

    /// Recognitions in a table; the rest is counted.
    pub(in crate::report) const RECOGNITIONS: usize = 10;

    /// The same where a figure shows all.
    pub(in crate::report) const RECOGNITIONS_BESIDE_FIGURE: usize = 5;

    /// Acts that withhold recognition, and as many that withdrew it; the rest is counted.
    pub(in crate::report) const REFUSALS: usize = 4;

    /// Partners named in a line; the rest is counted.
    pub(in crate::report) const PARTNERS: usize = 8;

    /// Contests, claims and gaps, each; the rest is counted.
    pub(in crate::report) const DOUBTS: usize = 6;

    /// Vague dates told one by one; of more, only their number.
    pub(in crate::report) const VAGUE_DATES: usize = 3;
}
