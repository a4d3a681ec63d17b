//! What is drawn: marks, bars, cells and lines, with their forms and colours.

use super::{BAR, Cell, MARK, Rect};

/// Something drawn that means something.
#[derive(Debug, Clone, PartialEq)]
pub enum Glyph {
    /// An act on one day.
    Mark {
        /// Its form.
        shape: Shape,
        /// Its centre.
        x: f64,
        /// Its centre.
        y: f64,
        /// Its colour.
        ink: Ink,
    },
    /// An act whose sources differ: hollow diamonds, or crosses, joined.
    Joined {
        /// The form that the act would have without the contest.
        shape: Shape,
        /// The centres, from left to right.
        xs: Vec<f64>,
        /// Their height.
        y: f64,
    },
    /// An act somewhere in a time: fading at its ends.
    Span {
        /// Where it can first be.
        from: f64,
        /// Where it can last be.
        to: f64,
        /// Its middle.
        y: f64,
        /// Its colour.
        ink: Ink,
        /// How it begins.
        start: BarEnd,
        /// How it ends.
        end: BarEnd,
    },
    /// Something that lasts.
    Bar {
        /// Where it certainly holds; empty when from > to.
        certain: (f64, f64),
        /// Where it possibly holds.
        possible: (f64, f64),
        /// How it begins.
        start: BarEnd,
        /// How it ends.
        end: BarEnd,
        /// Its middle.
        y: f64,
        /// Its colour.
        ink: Ink,
        /// Its filling.
        fill: Fill,
    },
    /// A cell of a map or a matrix.
    Cell {
        /// Where it is.
        frame: Rect,
        /// What it says.
        cell: Cell,
        /// Its colour.
        ink: Ink,
    },
    /// A count over time in steps, with a band up to what it can be at most.
    Steps {
        /// The corners of the line, from left to right.
        line: Vec<(f64, f64)>,
        /// The corners of the upper edge of the band, likewise.
        upper: Vec<(f64, f64)>,
        /// The parts of the line, by where they begin and end, in which of some it is only presumed.
        pierced: Vec<[(f64, f64); 2]>,
        /// Its colour.
        ink: Ink,
        /// Its stroke.
        dash: Dash,
    },
    /// A line that links two actors, or the half of one.
    Link {
        /// Its corners, from end to end.
        points: Vec<(f64, f64)>,
        /// Its colour.
        ink: Ink,
        /// Its stroke.
        dash: Dash,
        /// Whether it has an arrow head at its last point.
        head: LineEnd,
        /// How sure it is.
        body: Body,
        /// How much it stands out.
        stress: Stress,
    },
}

/// How a line ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LineEnd {
    /// Plainly.
    None,
    /// With an arrow head.
    Arrow,
}

/// What a line is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Body {
    /// One stroke: it certainly holds.
    Full,
    /// One stroke with a row of dots left free in it: it presumably holds.
    Pierced,
    /// Two thin strokes: it possibly holds.
    Hollow,
}

/// How much a line stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stress {
    /// As lines do.
    Plain,
    /// Thin: one of very many, or what hasn't changed.
    Fine,
    /// Thick: what is new.
    New,
    /// Thin, with a cross: what is gone.
    Gone,
}

/// How a line is stroked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dash {
    /// Without gaps.
    Whole,
    /// Long dashes.
    Long,
    /// Short dashes.
    Short,
    /// Long and short ones by turns.
    Mixed,
    /// Dots.
    Dots,
    /// Dashes far apart.
    Wide,
}

/// Forms of marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// A filled diamond: recognition.
    Diamond,
    /// A filled disc: relations and missions.
    Disc,
    /// A filled square: a resolution.
    Square,
    /// A hollow triangle: a text is adopted, initialled or signed.
    HollowTriangle,
    /// A filled triangle: consent to be bound.
    Triangle,
    /// A house: entry into force.
    House,
    /// A cross: withdrawn, severed, ended.
    Cross,
    /// Two upright strokes: suspended.
    Pause,
    /// A circle with a stroke through it: a source denies it.
    Denied,
    /// A chevron to the left: lies before the part that is shown.
    Earlier,
    /// A chevron to the right: lies after the part that is shown.
    Later,
    /// A hollow circle: something happened.
    Ring,
    /// An upright stroke: it begins or is joined.
    Stroke,
    /// A large dark disc: an actor.
    Actor,
    /// A circle: an actor that doesn't exist on the day.
    NoActor,
}

/// Colours by what they stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ink {
    /// Recognition.
    Recognition,
    /// Relations.
    Relations,
    /// Missions.
    Mission,
    /// Treaties.
    Treaty,
    /// Resolutions.
    Resolution,
    /// Positions.
    Position,
    /// Events.
    Event,
    /// Existence and memberships.
    Standing,
    /// What sources differ on.
    Contest,
    /// What is refused, taken back or denied.
    Refusal,
    /// What only points elsewhere.
    Pointer,
    /// The first of several that are compared.
    First,
    /// The second.
    Second,
    /// The third.
    Third,
    /// The fourth.
    Fourth,
    /// The fifth.
    Fifth,
    /// The sixth.
    Sixth,
}

/// How a bar or a span begins or ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BarEnd {
    /// On a known day, or within the part drawn as possible.
    Known,
    /// It goes on: an arrow.
    Ongoing,
    /// Nobody knows, or nothing bounds it: it fades away.
    Unknown,
    /// Beyond the frame.
    Beyond,
}

/// How a bar is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fill {
    /// With its colour.
    Solid,
    /// With strokes between outlines: what is refused or absent.
    Hatched,
    /// With upright strokes between outlines.
    Striped,
    /// Outlines only.
    Hollow,
    /// A row of dots.
    Dotted,
    /// A thin line.
    Thin,
    /// The lower half.
    Half,
}

impl Glyph {
    /// The box that it takes.
    pub fn frame(&self) -> Rect {
        let (left, right, y, half) = match self {
            Self::Mark { x, y, .. } => (x - MARK, x + MARK, y, MARK),
            Self::Joined { xs, y, .. } => {
                let left = xs.iter().copied().fold(f64::INFINITY, f64::min);
                let right = xs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                (left - 1.6 * MARK, right + 1.6 * MARK, y, MARK)
            }
            Self::Span { from, to, y, .. } => (*from, *to, y, BAR / 2.0),
            Self::Bar { possible: (from, to), y, .. } => (*from, *to, y, BAR / 2.0),
            Self::Cell { frame, .. } => return *frame,
            Self::Steps { line, upper, .. } => return around(line.iter().chain(upper)),
            Self::Link { points, .. } => return around(points.iter()),
        };
        Rect { left, top: y - half, right, bottom: y + half }
    }

    /// The glyph, moved down.
    #[must_use]
    pub fn down(mut self, by: f64) -> Self {
        match &mut self {
            Self::Mark { y, .. } | Self::Joined { y, .. } | Self::Span { y, .. } | Self::Bar { y, .. } => *y += by,
            Self::Cell { frame, .. } => *frame = frame.down(by),
            Self::Steps { line, upper, pierced, .. } => {
                let points = line.iter_mut().chain(upper).chain(pierced.iter_mut().flatten());
                points.for_each(|point| point.1 += by);
            }
            Self::Link { points, .. } => points.iter_mut().for_each(|point| point.1 += by),
        }
        self
    }

    /// Whether it lies on a rectangle. Of a link only the line counts, not what it bends around.
    pub fn touches(&self, rect: &Rect) -> bool {
        match self {
            Self::Link { points, .. } => points.windows(2).any(|step| rect.crosses(step[0], step[1])),
            _ => self.frame().overlaps(rect),
        }
    }
}

/// The smallest rectangle around points.
fn around<'a>(points: impl Iterator<Item = &'a (f64, f64)>) -> Rect {
    let (inf, neg) = (f64::INFINITY, f64::NEG_INFINITY);
    points.fold(Rect { left: inf, top: inf, right: neg, bottom: neg }, |rect, &(x, y)| {
        rect.with(Rect { left: x, top: y, right: x, bottom: y })
    })
}
