//! From statements to shapes: what is certain, imprecise, contested or denied has a shape of its own.

use super::plan::{Body, Cell, Edge, Fill, Glyph, Ink, Item, MARK, Shape, Stress};
use super::ticks::Scale;
use super::words;
use crate::model::{Date, Day, Ends, Period, Spell, Statement};

/// How far a side without a bound is drawn.
const FADE: f64 = 42.0;

/// How far beyond its scale a field reaches.
const EDGE: f64 = 8.5;

/// How far the arrow of what is ongoing reaches beyond today.
const ARROW: f64 = 8.0;

/// The shapes of an act on a scale, on the line y = 0.
pub(crate) fn act(statement: &Statement, scale: &Scale, shape: Shape, ink: Ink) -> Vec<Glyph> {
    let dates = words::candidates(statement);
    let shown: Vec<&Date> = dates.iter().filter(|d| d.latest() >= scale.from && d.earliest() < scale.to).collect();
    let mut glyphs = match shown[..] {
        [] => return dates.first().map(|date| pointer(date, scale)).into_iter().collect(),
        [date] if dates.len() == 1 && bound_is_beyond(date, scale) => return vec![pointer(date, scale)],
        [date] if dates.len() == 1 => vec![one(date, scale, shape, ink)],
        _ => vec![Glyph::Joined { shape, xs: shown.iter().map(|date| middle(date, scale)).collect(), y: 0.0 }],
    };
    if statement.is_denied() {
        let x = glyphs[0].frame().right + MARK + 2.0;
        glyphs.push(Glyph::Mark { shape: Shape::Denied, x, y: 0.0, ink: Ink::Refusal });
    }
    glyphs
}

/// The bar of a spell, unless it lies outside of the scale. What is ongoing lasts to `today`.
pub(crate) fn spell(spell: &Spell, scale: &Scale, today: Day, ink: Ink) -> Option<Glyph> {
    let end = match &spell.end {
        None => Last::Ongoing,
        Some(end) => Last::Within(end.earliest, end.latest),
    };
    bar((spell.earliest, spell.latest), end, scale, today, ink, Fill::Solid)
}

/// The bar of a statement that lasts, unless it lies outside of the scale.
pub(crate) fn lasting(statement: &Statement, scale: &Scale, today: Day, ink: Ink, fill: Fill) -> Option<Glyph> {
    let begins = &statement.begins;
    begins.shown.as_ref()?;
    let end = match &statement.ends {
        Ends::Ongoing => Last::Ongoing,
        Ends::At(when) => Last::Within(when.earliest, when.latest),
        Ends::Unknown | Ends::AtOnce => Last::Unknown,
    };
    bar((begins.earliest, begins.latest), end, scale, today, ink, fill)
}

/// The bar of a period that has certain days.
pub(crate) fn period(period: Period, scale: &Scale, today: Day, ink: Ink) -> Option<Glyph> {
    let (earliest, latest) = period.possible();
    let (from, until) = period.certain()?;
    let end = if latest == Day::FUTURE { Last::Ongoing } else { Last::Within(until, latest) };
    bar((earliest, from), end, scale, today, ink, Fill::Solid)
}

/// An item of a statement without shapes yet.
pub(crate) fn item(statement: &Statement, title: String) -> Item {
    let mut class = format!("statement {}", statement.fact.kind());
    for (holds, word) in [
        (statement.is_contested(), " contested"),
        (statement.is_denied(), " denied"),
        (statement.date().is_none(), " undated"),
        (statement.date().is_some_and(|date| !date.is_day()), " imprecise"),
    ] {
        if holds {
            class.push_str(word);
        }
    }
    Item {
        statement: statement.id.to_string(),
        class,
        title,
        glyphs: Vec::new(),
        labels: Vec::new(),
        leaders: Vec::new(),
    }
}

/// What a shape means, for a legend.
pub(crate) fn meaning(glyph: &Glyph) -> &'static str {
    match glyph {
        Glyph::Joined { shape: Shape::Cross, .. } => "withdrawn or ended; sources differ on the date",
        Glyph::Joined { .. } => "sources differ on the date",
        Glyph::Span { ink: Ink::Refusal, .. } => "withdrawn or ended: date imprecise",
        Glyph::Span { start: Edge::Unknown, .. } => "on or before a date",
        Glyph::Span { end: Edge::Unknown, .. } => "on or after a date",
        Glyph::Span { .. } => "imprecise date: within this time",
        Glyph::Bar { fill: Fill::Hatched, ink: Ink::Relations, .. } => "no relations",
        Glyph::Bar { fill: Fill::Hatched, .. } => "recognition withheld",
        Glyph::Bar { end: Edge::Ongoing, .. } => "lasts, ongoing",
        Glyph::Bar { end: Edge::Unknown, .. } => "may last: end unknown",
        Glyph::Bar { certain, possible, .. } if has_pale_part(*certain, *possible) => "lasted; pale: possibly",
        Glyph::Bar { .. } => "lasted",
        Glyph::Cell { cell, .. } => match cell {
            Cell::Certain => "certainly",
            Cell::Possible => "possibly",
            Cell::Withdrawn => "withdrawn, severed or suspended",
            Cell::Withheld => "withheld or absent",
            Cell::Blank => "nothing recorded",
            Cell::Itself => "itself",
        },
        Glyph::Steps { .. } => "line: certainly; band: possibly",
        Glyph::Link { ink: Ink::Relations, .. } => "diplomatic relations",
        Glyph::Link { ink: Ink::Recognition, .. } => "recognizes",
        Glyph::Link { ink: Ink::Position, .. } => "backs in a dispute",
        Glyph::Link { ink: Ink::Treaty, .. } => "allied",
        Glyph::Link { body: Body::Hollow, .. } => "two thin lines: possibly",
        Glyph::Link { stress, .. } => match stress {
            Stress::Plain => "linked",
            Stress::Fine => "on both days",
            Stress::New => "new",
            Stress::Gone => "gone",
        },
        Glyph::Mark { shape, .. } => match shape {
            Shape::Diamond => "recognition",
            Shape::Disc => "relations, mission",
            Shape::Square => "resolution",
            Shape::HollowTriangle => "adopted, initialled or signed",
            Shape::Triangle => "consent to be bound",
            Shape::House => "in force",
            Shape::Cross => "withdrawn, severed or ended",
            Shape::Pause => "suspended",
            Shape::Denied => "a source denies it",
            Shape::Earlier => "earlier than shown",
            Shape::Later => "later than shown",
            Shape::Actor => "actor",
            Shape::NoActor => "doesn't exist on that day",
        },
    }
}

/// Whether a shape only points to something before or after what is shown.
pub(crate) fn is_pointer(glyph: &Glyph) -> bool {
    matches!(glyph, Glyph::Mark { shape: Shape::Earlier | Shape::Later, .. })
}

/// Whether a bar has a part that is seen to be only possible.
pub(crate) fn has_pale_part(certain: (f64, f64), possible: (f64, f64)) -> bool {
    certain.0 - possible.0 > 1.0 || possible.1 - certain.1 > 1.0
}

/// How a bar comes to its end.
enum Last {
    Ongoing,
    Unknown,
    Within(Day, Day),
}

fn bar((first, last): (Day, Day), end: Last, scale: &Scale, today: Day, ink: Ink, fill: Fill) -> Option<Glyph> {
    let now = today.plus(1).min(scale.to);
    let (certain_end, possible_end) = match end {
        Last::Ongoing => (now, now),
        // Nobody tells its end, so it may hold to this day.
        Last::Unknown => (last.plus(1), now),
        Last::Within(earliest, latest) => (earliest, latest),
    };
    let begins = first.bounded().unwrap_or(last);
    if begins == Day::FUTURE || begins >= scale.to || possible_end <= scale.from {
        return None;
    }
    let beyond_end = possible_end.min(now) >= scale.to && today >= scale.to;
    let certain = (scale.at(last), scale.at(certain_end.min(now)));
    let mut possible = (scale.at(begins), scale.at(possible_end.min(now)).max(scale.at(begins)));
    let start = match first.bounded() {
        Some(day) if day < scale.from => Edge::Beyond,
        Some(_) => Edge::Known,
        None => {
            possible.0 = (possible.0 - FADE).max(scale.left);
            Edge::Unknown
        }
    };
    let edge = match end {
        _ if beyond_end => Edge::Beyond,
        Last::Ongoing => {
            possible.1 += ARROW;
            Edge::Ongoing
        }
        Last::Unknown => Edge::Unknown,
        Last::Within(_, Day::FUTURE) => Edge::Unknown,
        Last::Within(..) => Edge::Known,
    };
    // What goes on beyond the scale runs on to the edge of the frame.
    let mut certain = certain;
    if start == Edge::Beyond {
        possible.0 -= EDGE;
        certain.0 -= if last < scale.from { EDGE } else { 0.0 };
    }
    if edge == Edge::Beyond {
        possible.1 += EDGE;
        certain.1 += if certain_end >= scale.to { EDGE } else { 0.0 };
    }
    // A spell of a few days is still to be seen: what is refused by its strokes.
    let least = if fill == Fill::Hatched { 2.0 * MARK } else { 2.0 };
    possible.0 = possible.0.min(possible.1 - least).max(scale.left - EDGE);
    possible.1 = possible.1.max(possible.0 + least);
    Some(Glyph::Bar { certain, possible, start, end: edge, y: 0.0, ink, fill })
}

/// One date: a mark when it is a day, else a span at least as wide as a mark.
fn one(date: &Date, scale: &Scale, shape: Shape, ink: Ink) -> Glyph {
    if date.is_day() {
        return Glyph::Mark { shape, x: scale.noon(date.earliest()), y: 0.0, ink };
    }
    let (from, to) = (scale.at(date.earliest()), scale.at(date.latest().plus(1)));
    let (from, to, start, end) = match (date.earliest().bounded(), date.latest().bounded()) {
        (None, _) => ((to - FADE).max(scale.left), to, Edge::Unknown, Edge::Known),
        (_, None) => (from, (from + FADE).min(scale.right), Edge::Known, Edge::Unknown),
        (Some(first), Some(last)) => {
            let edge = |beyond: bool| if beyond { Edge::Beyond } else { Edge::Known };
            (from, to, edge(first < scale.from), edge(last >= scale.to))
        }
    };
    let short = (2.0 * MARK + 2.0 - (to - from)).max(0.0) / 2.0;
    Glyph::Span { from: from - short, to: to + short, y: 0.0, ink, start, end }
}

fn middle(date: &Date, scale: &Scale) -> f64 {
    match (date.earliest().bounded(), date.latest().bounded()) {
        (Some(from), Some(to)) => f64::midpoint(scale.at(from), scale.at(to.plus(1))),
        (from, to) => from.or(to).map_or(scale.left, |day| scale.noon(day)),
    }
}

/// Whether all that is known of a date is a bound beyond the scale.
fn bound_is_beyond(date: &Date, scale: &Scale) -> bool {
    match (date.earliest().bounded(), date.latest().bounded()) {
        (None, Some(latest)) => latest >= scale.to,
        (Some(earliest), None) => earliest < scale.from,
        _ => false,
    }
}

/// A chevron at the end of the scale behind which the date lies.
fn pointer(date: &Date, scale: &Scale) -> Glyph {
    let (shape, x) = if date.earliest() >= scale.to || date.latest() >= scale.to {
        (Shape::Later, scale.right)
    } else {
        (Shape::Earlier, scale.left)
    };
    Glyph::Mark { shape, x, y: 0.0, ink: Ink::Pointer }
}
