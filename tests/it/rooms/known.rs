//! Rooms that are known to differ. Each entry names a check that then doesn't fail, and says in a sentence what differs.
//!
//! It is a list of debts. `known_differences_still_differ` fails as soon as one of them is paid.

/// The check, the seed of a world that shows it, and what differs.
pub(super) const KNOWN: &[(&str, u64, &str)] = &[
    (
        "recognizers: curve begins with a date",
        14,
        "Before the first dated act the curve doesn't count who may have recognized without a date.",
    ),
    (
        "unmoved: which of two acts that hold is told",
        16,
        "Of two acts that can have begun it, one without a date, that which stands last in the files is told.",
    ),
    (
        "unmoved: which act tells of relations",
        2,
        "Of several acts that attest relations from the same day on the one that stands first in the files is named as what implies recognition or relations.",
    ),
];
