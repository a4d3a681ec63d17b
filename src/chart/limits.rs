//! How much pictures show: where a list is cut, or the form changes, each limit with its name.
//!
//! It knows numbers only. Lengths and gaps are measures of the drawing, and stand where they are drawn.

// Pages and rows.

/// The narrowest page that leaves room for time, in CSS pixels; a lesser width counts as this.
pub(super) const NARROWEST_PAGE: f64 = 480.0;

/// The widest page, in CSS pixels; a greater width counts as this.
pub(super) const WIDEST_PAGE: f64 = 10_000.0;

/// The largest side of a PNG in pixels, above which no viewer opens it with ease; a larger picture is refused.
#[cfg(feature = "image")]
pub(super) const PNG_SIDE: f32 = 20_000.0;

/// Rows below one another that need no second axis; more have one below them.
pub(super) const ROWS_WITH_ONE_AXIS: usize = 20;

/// Hosts whose missions have captions at each act; more have a row each.
pub(super) const HOSTS_WITH_CAPTIONS: usize = 4;

/// Recognitions among which time is looked for in which they crowd; fewer have one scale only.
pub(super) const CROWDED_RECOGNITIONS: usize = 8;

// Who and what has a place.

/// Actors on the circle of a network among whom lines can still be followed; the rest is left out and counted.
pub(super) const ACTORS_ON_CIRCLE: usize = 60;

/// Lines of a network with their full stroke; of more, all are thin.
pub(super) const THICK_LINES: usize = 120;

/// Curves of one picture that can be told apart; the command takes no more, and beyond them the looks come again.
pub(super) const CURVES: usize = 6;

/// Roll calls in the picture of two, as many as a printed page has room for; those that say most are kept, the rest is counted.
pub(super) const ROLL_CALLS_OF_PAIR: usize = 56;

/// Roll calls from which a share rests firmly; on fewer it is written in brackets.
pub(super) const FIRM_ROLL_CALLS: usize = 10;

/// Treaties in the timeline of two up to which those between many are shown; a kind that exceeds it is left out and counted.
pub(super) const TREATIES_OF_PAIR: usize = 6;

/// Consulates in the timeline of two within a text; of more, all are left out and counted.
pub(super) const CONSULATES_IN_TEXT: usize = 4;

/// Columns of voters; more names stand below one another.
pub(super) const VOTER_COLUMNS: usize = 12;

// Captions and axes.

/// Names of ticks on a scale; more are noise, and the next coarser stride is taken.
pub(super) const TICK_LABELS: usize = 21;

/// Numbers at the side of a curve; for more the unit is coarser.
pub(super) const CURVE_NUMBERS: usize = 8;

/// Steps of years along an axis that counts them; for more the unit is coarser.
pub(super) const YEAR_STEPS: u8 = 12;

/// Rows of captions in a lane where nothing else is said; marks beyond have none, and are counted.
pub(super) const CAPTION_ROWS: usize = 40;

/// The same in a lane of one actor: what matters most is named.
pub(super) const CAPTION_ROWS_OF_ACTOR: usize = 8;

/// The same in a lane of a dispute.
pub(super) const CAPTION_ROWS_OF_DISPUTE: usize = 16;

/// Levels of captions above a line; a mark without room on them has no caption, and is counted.
pub(super) const CAPTION_LEVELS: i32 = 6;

/// Lines of a caption that isn't strong; the rest is cut with an ellipsis.
pub(super) const CAPTION_LINES: usize = 4;

/// Lines of a title, cut with an ellipsis.
pub(super) const TITLE_LINES: usize = 4;

/// Lines of what explains a picture below its title, cut with an ellipsis.
pub(super) const SUBTITLE_LINES: usize = 5;

/// Lines of a note below a picture, cut with an ellipsis.
pub(super) const NOTE_LINES: usize = 40;

/// Lines of a heading or a name in a ledger, cut with an ellipsis.
pub(super) const LEDGER_LINES: usize = 2;

/// Lines of a heading among recognizers, cut with an ellipsis.
pub(super) const RECOGNIZERS_HEADING_LINES: usize = 3;

/// Lines of the name of a recognizer, cut with an ellipsis.
pub(super) const RECOGNIZER_LINES: usize = 6;

/// Lines of the date of a recognition, cut with an ellipsis.
pub(super) const DATE_LINES: usize = 3;

/// Lines of the name of a voter, cut with an ellipsis.
pub(super) const VOTER_LINES: usize = 4;

// What a sentence names.

/// Publishers named below a picture; the rest is counted.
pub(super) const PUBLISHERS_BELOW: usize = 8;

/// Dates between which sources leave the choice; more are told by their range and their number.
pub(super) const DATES_NAMED: usize = 3;

/// Dates in the caption of a treaty; of more, the first and the last are told.
pub(super) const TREATY_DATES: usize = 2;

/// Actors that can have been the second and are named in the description of recognitions; of more, the sentence is left out
/// without a word.
pub(super) const SECONDS_NAMED: usize = 8;

/// Letters of an alias in capitals that counts as the abbreviation of an alliance; a longer one doesn't, and the name stands.
pub(super) const ABBREVIATION_LETTERS: usize = 8;

/// Letters of the name of an alliance from which it may be cut below names, and is told in full under the picture.
pub(super) const WHOLE_TAG_LETTERS: usize = 24;
