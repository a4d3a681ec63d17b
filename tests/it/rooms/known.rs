//! Rooms that are known to differ. Each entry names a check that then doesn't fail, and says in a sentence what differs.
//!
//! It is a list of debts. `known_differences_still_differ` fails as soon as one of them is paid.

/// The check, the seed of a world that shows it, and what differs.
pub(super) const KNOWN: &[(&str, u64, &str)] = &[
    ("members: snapshot of a group begins with a date", 6, "The same, of a group."),
    (
        "members: snapshot lists who ended, or only observes",
        2,
        "The snapshot says of observers and associates that they belong.",
    ),
    (
        "partners: relations without a beginning of their own",
        4,
        "Where only recognition is recorded, the status of a pair holds relations for possible; in no list of partners.",
    ),
    (
        "recognizers: curve",
        2,
        "The curve goes by acts alone: one that a source denies is only possible there, though relations attest recognition.",
    ),
    (
        "recognizers: snapshot",
        2,
        "The same, of the snapshot, which tells recognition of a state and of its government apart.",
    ),
    (
        "found: a withdrawal by itself is in no list",
        133,
        "`recognitions X --withdrawn` lists recognitions that ended; a withdrawal to which none belongs isn't found there.",
    ),
    (
        "partners: matrix takes recognition for possible relations",
        0,
        "Where only recognition is recorded, the matrix draws relations as possible; asked whether, nothing is recorded.",
    ),
    ("partners: status takes recognition for possible relations", 0, "The same, of the status of a pair."),
    (
        "places: brief gives a place to who did it again",
        3,
        "The brief has a row and a place for each act of who recognized twice; an actor has one place.",
    ),
    (
        "places: rows of who did it again",
        83,
        "The rows of who recognized twice stand by their earliest day, so that the first isn't always the one whose place is told.",
    ),
    (
        "recognizers: brief tells presumed",
        5,
        "The brief counts those who only presumably recognize it among those who do.",
    ),
    ("recognizers: map tells presumed", 3, "Map, matrix, network and curve draw as certain what is only presumed."),
    (
        "recognizers: curve begins with a date",
        14,
        "Before the first dated act the curve doesn't count who may have recognized without a date.",
    ),
    (
        "recognizers: snapshot lists who ended, and lacks what relations attest",
        0,
        "The snapshot has recognition by and of those who ended, takes a later end for a witness, and presumes what relations attest.",
    ),
    (
        "verdicts: recognition open beyond the list",
        0,
        "What relations, or a withdrawal alone, make possible isn't among the possible of the list.",
    ),
    (
        "unmoved: which act tells of relations",
        2,
        "Of several acts that attest relations from the same day on the one that stands first in the files is named as what implies recognition or relations.",
    ),
    (
        "unmoved: which of two acts that hold is told",
        61,
        "Of two recognitions by one actor that hold as surely the one that stands last in the files is named, with its date.",
    ),
    (
        "unmoved: membership or its suspension is told",
        6,
        "The snapshot has one line for a member who is suspended: its membership or its suspension, whichever stands last in the files.",
    ),
];
