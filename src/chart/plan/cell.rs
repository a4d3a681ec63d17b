//! What cells of maps, matrices and roll calls say.

use super::Style;

/// What a cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cell {
    /// It certainly holds: filled.
    Certain,
    /// It presumably holds: filled, with a row of dots left free along its edge.
    Presumed,
    /// It possibly holds: pale, in a dashed frame.
    Possible,
    /// It held and was taken back: a frame with a cross.
    Withdrawn,
    /// It is refused: a frame with strokes.
    Withheld,
    /// Nothing is recorded: empty.
    Blank,
    /// The actor that it is about.
    Itself,
    /// A vote in favour: filled.
    Favour,
    /// A vote against: a frame with crosses.
    Against,
    /// An abstention: a frame with strokes.
    Abstaining,
    /// Absent, or not voting: an empty frame.
    Absent,
    /// Votes that are counted, and of which nobody tells whose they are: pale, in a dashed frame.
    Unnamed,
    /// Sources differ on a vote: a hollow diamond.
    Differs,
    /// Two voted alike: the darkest of three shades.
    Alike,
    /// One of two abstained.
    Apart,
    /// Two voted against each other: the palest of three shades.
    Opposed,
    /// A share in hundredths: the darker, the more of them.
    Share(u8),
    /// There is nothing of which a share could be taken: a frame with a dash.
    Incomparable,
}

impl Cell {
    /// How many shades of shares can be told apart, each for as many hundredths.
    pub(crate) const STEPS: usize = 5;

    /// The shade of a share, the palest being 0.
    pub(crate) fn step(share: u8) -> usize {
        (usize::from(share) * Self::STEPS / 100).min(Self::STEPS - 1)
    }

    /// Its name for style sheets.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::Presumed => "presumed",
            Self::Possible => "possible",
            Self::Withdrawn => "withdrawn",
            Self::Withheld => "withheld",
            Self::Blank => "unrecorded",
            Self::Itself => "itself",
            Self::Favour => "favour",
            Self::Against => "against",
            Self::Abstaining => "abstaining",
            Self::Absent => "absent",
            Self::Unnamed => "unnamed",
            Self::Differs => "differs",
            Self::Alike => "same",
            Self::Apart => "apart",
            Self::Opposed => "opposed",
            Self::Share(_) => "share",
            Self::Incomparable => "incomparable",
        }
    }

    /// Its place in a legend.
    pub(crate) fn rank(self) -> u8 {
        match self {
            Self::Certain => 0,
            Self::Presumed => 1,
            Self::Possible => 2,
            Self::Withdrawn => 3,
            Self::Withheld => 4,
            Self::Favour => 5,
            Self::Against => 6,
            Self::Abstaining => 7,
            Self::Absent => 8,
            Self::Unnamed => 9,
            Self::Alike => 10,
            Self::Apart => 11,
            Self::Opposed => 12,
            Self::Share(share) => 20 + Self::step(share) as u8,
            Self::Incomparable => 30,
            Self::Differs => 31,
            Self::Blank => 32,
            Self::Itself => 33,
        }
    }

    /// How what stands in it is written, so that it can be read on its filling.
    pub(crate) fn writing(self) -> Style {
        match self {
            Self::Certain | Self::Presumed | Self::Itself | Self::Favour => Style::Inverse,
            Self::Share(share) if Self::step(share) + 1 == Self::STEPS => Style::Inverse,
            Self::Blank => Style::Muted,
            _ => Style::Plain,
        }
    }

    /// Whether its strokes stand at the foot of a tile, so that what is written on it has to stand higher.
    pub(crate) fn is_marked_below(self) -> bool {
        matches!(self, Self::Withdrawn | Self::Withheld | Self::Against | Self::Abstaining | Self::Differs)
    }
}
