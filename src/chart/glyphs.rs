//! From statements to shapes: what is certain, imprecise, contested or denied has a shape of its own.

use super::plan::{BarEnd, Body, Cell, Fill, Glyph, Ink, Item, MARK, Shape, Stress};
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

/// Chevrons at the ends of the scale behind which some of the dates between which sources differ lie, and others don't.
pub(crate) fn others_beyond(statement: &Statement, scale: &Scale) -> Vec<Glyph> {
    let dates = words::candidates(statement);
    let beyond = |date: &&Date| date.latest() < scale.from || date.earliest() >= scale.to;
    let mut pointers: Vec<Glyph> = dates.iter().filter(beyond).map(|date| pointer(date, scale)).collect();
    if pointers.len() == dates.len() {
        return Vec::new();
    }
    pointers.dedup();
    pointers
}

/// The bar of a spell, unless it lies outside of the scale. What is ongoing lasts to `today`.
pub(crate) fn spell(spell: &Spell, scale: &Scale, today: Day, ink: Ink, fill: Fill) -> Option<Glyph> {
    let end = match &spell.end {
        None => Last::Ongoing,
        Some(end) => Last::Within(end.earliest, end.latest),
    };
    bar((spell.earliest, spell.latest), end, scale, today, ink, fill)
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

/// The bar of a period.
pub(crate) fn period(period: Period, scale: &Scale, today: Day, ink: Ink) -> Option<Glyph> {
    let (earliest, latest) = period.possible();
    // Without a certain day all of it is pale.
    let (from, until) = period.certain().unwrap_or((latest, earliest));
    let end = if latest == Day::FUTURE { Last::Ongoing } else { Last::Within(until, latest) };
    bar((earliest, from), end, scale, today, ink, Fill::Solid)
}

/// A bar between two dates, each within two days; without an end it goes on.
pub(crate) fn between(
    begins: (Day, Day),
    ends: Option<(Day, Day)>,
    scale: &Scale,
    today: Day,
    (ink, fill): (Ink, Fill),
) -> Option<Glyph> {
    let end = ends.map_or(Last::Ongoing, |(earliest, latest)| Last::Within(earliest, latest));
    bar(begins, end, scale, today, ink, fill)
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
        Glyph::Span { start: BarEnd::Unknown, .. } => "on or before a date",
        Glyph::Span { end: BarEnd::Unknown, .. } => "on or after a date",
        Glyph::Span { .. } => "imprecise date: within this time",
        Glyph::Bar { fill: Fill::Hatched, ink: Ink::Relations, .. } => "no relations",
        Glyph::Bar { fill: Fill::Hatched, .. } => "recognition withheld",
        Glyph::Bar { ink: Ink::Mission, fill: Fill::Striped, .. } => "legation",
        Glyph::Bar { ink: Ink::Mission, fill: Fill::Hollow, .. } => "liaison office",
        Glyph::Bar { ink: Ink::Mission, fill: Fill::Dotted, .. } => "interests section",
        Glyph::Bar { ink: Ink::Mission, fill: Fill::Thin, .. } => "non-resident, or level not recorded",
        Glyph::Bar { ink: Ink::Mission, fill: Fill::Half, .. } => "consulate",
        Glyph::Bar { ink: Ink::Mission, end: BarEnd::Beyond, .. } => "embassy",
        Glyph::Bar { fill: Fill::Hollow, .. } => "signed or adopted, not in force",
        Glyph::Bar { end: BarEnd::Ongoing, certain, .. } if certain.0 >= certain.1 => "possibly, ongoing",
        Glyph::Bar { end: BarEnd::Ongoing, .. } => "lasts, ongoing",
        Glyph::Bar { end: BarEnd::Unknown, .. } => "may last: end unknown",
        Glyph::Bar { certain, possible, .. } if has_pale_part(*certain, *possible) => "lasted; pale: possibly",
        Glyph::Bar { .. } => "lasted",
        Glyph::Cell { cell, .. } => said(*cell),
        Glyph::Steps { .. } => "line: on record, dotted: presumably; band: possibly",
        Glyph::Link { ink: Ink::Relations, .. } => "diplomatic relations",
        Glyph::Link { ink: Ink::Recognition, .. } => "recognizes",
        Glyph::Link { ink: Ink::Position, .. } => "backs in a dispute",
        Glyph::Link { ink: Ink::Treaty, .. } => "allied",
        Glyph::Link { body: Body::Pierced, .. } => "dotted within: presumably",
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
            Shape::Ring => "event",
            Shape::Stroke => "began, joined or succeeded",
            Shape::Actor => "actor",
            Shape::NoActor => "doesn't exist on that day",
        },
    }
}

/// What a cell says, for a legend.
fn said(cell: Cell) -> &'static str {
    const SHARES: [&str; Cell::STEPS] = ["0–19 %", "20–39 %", "40–59 %", "60–79 %", "80–100 %"];
    match cell {
        Cell::Certain => "certainly",
        Cell::Presumed => "presumably: the record doesn't reach the day",
        Cell::Possible => "possibly",
        Cell::Withdrawn => "withdrawn, severed or suspended",
        Cell::Withheld => "withheld or absent",
        Cell::Blank => "nothing recorded",
        Cell::Itself => "itself",
        Cell::Favour => "in favour",
        Cell::Against => "against",
        Cell::Abstaining => "abstaining",
        Cell::Absent => "absent or not voting",
        Cell::Unnamed => "counted, not named",
        Cell::Differs => "sources differ on the vote",
        Cell::Alike => "alike",
        Cell::Apart => "one abstaining",
        Cell::Opposed => "against each other",
        Cell::Share(share) => SHARES[Cell::step(share)],
        Cell::Incomparable => "no roll call to compare",
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
    let now = today.next().min(scale.to);
    let (certain_end, possible_end) = match end {
        Last::Ongoing => (now, now),
        // Nobody tells its end, so it may hold to this day.
        Last::Unknown => (last.next(), now),
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
        Some(day) if day < scale.from => BarEnd::Beyond,
        Some(_) => BarEnd::Known,
        None => {
            possible.0 = (possible.0 - FADE).max(scale.left);
            BarEnd::Unknown
        }
    };
    let edge = match end {
        _ if beyond_end => BarEnd::Beyond,
        Last::Ongoing => {
            possible.1 += ARROW;
            BarEnd::Ongoing
        }
        Last::Unknown => BarEnd::Unknown,
        Last::Within(_, Day::FUTURE) => BarEnd::Unknown,
        Last::Within(..) => BarEnd::Known,
    };
    // What goes on beyond the scale runs on to the edge of the frame.
    let mut certain = certain;
    if start == BarEnd::Beyond {
        possible.0 -= EDGE;
        certain.0 -= if last < scale.from { EDGE } else { 0.0 };
    }
    if edge == BarEnd::Beyond {
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
    let (from, to) = (scale.at(date.earliest()), scale.at(date.latest().next()));
    let (from, to, start, end) = match (date.earliest().bounded(), date.latest().bounded()) {
        (None, _) => ((to - FADE).max(scale.left), to, BarEnd::Unknown, BarEnd::Known),
        (_, None) => (from, (from + FADE).min(scale.right), BarEnd::Known, BarEnd::Unknown),
        (Some(first), Some(last)) => {
            let edge = |beyond: bool| if beyond { BarEnd::Beyond } else { BarEnd::Known };
            (from, to, edge(first < scale.from), edge(last >= scale.to))
        }
    };
    let short = (2.0 * MARK + 2.0 - (to - from)).max(0.0) / 2.0;
    Glyph::Span { from: from - short, to: to + short, y: 0.0, ink, start, end }
}

fn middle(date: &Date, scale: &Scale) -> f64 {
    match (date.earliest().bounded(), date.latest().bounded()) {
        (Some(from), Some(to)) => f64::midpoint(scale.at(from), scale.at(to.next())),
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
