//! From acts to what they bring about: courses, and the times during which something lasts.

use super::life::{Absence, absences_of, end_of, first_day_of};
use super::{ActorIx, Base, Course, Day, Ends, Level, Mark, May, State, Statement, StatementIx, Stretch, Turn};

/// Three-valued: whether something certainly holds, possibly, or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Band {
    /// It certainly doesn't.
    No,
    /// It may.
    Possible,
    /// It certainly does.
    Certain,
}

impl Band {
    /// Of what certainly holds, and of what possibly does.
    pub fn of(certain: bool, possible: bool) -> Self {
        match (certain, possible) {
            (true, _) => Self::Certain,
            (false, true) => Self::Possible,
            (false, false) => Self::No,
        }
    }

    /// Both must hold.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.min(other)
    }

    /// That it doesn't hold.
    #[must_use]
    #[allow(clippy::should_implement_trait, reason = "it is said of bands, and has no operator")]
    pub fn not(self) -> Self {
        match self {
            Self::Certain => Self::No,
            Self::Possible => Self::Possible,
            Self::No => Self::Certain,
        }
    }

    /// The published name.
    pub fn name(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Possible => "possible",
            Self::Certain => "certain",
        }
    }
}

/// A time during which something holds, from the act that began it to the act that ended it.
///
/// *Ranges:* half-open. The beginning lies within `[earliest, latest]`; so does the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spell {
    /// The act that began it.
    pub begun_by: StatementIx,
    /// The first day on which it can have begun.
    pub earliest: Day,
    /// The last day on which it can have begun; [`Day::FUTURE`] when that is unknown.
    pub latest: Day,
    /// How it ended.
    pub end: Option<SpellEnd>,
    /// The level of a mission.
    pub level: Option<Level>,
}

/// The end of a [`Spell`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpellEnd {
    /// The act that ended it; of a consulate whose closing nobody records, the act that opened it.
    pub by: StatementIx,
    /// The first day on which it can have ended.
    pub earliest: Day,
    /// The last day on which it can have ended; [`Day::FUTURE`] where a source denies that it did.
    pub latest: Day,
}

impl Spell {
    /// Whether it holds on `day`.
    pub fn holds(&self, day: Day) -> Band {
        let begun = if self.latest <= day {
            Band::Certain
        } else if self.earliest <= day {
            Band::Possible
        } else {
            Band::No
        };
        let lasts = match &self.end {
            None => Band::Certain,
            Some(end) if day < end.earliest => Band::Certain,
            Some(end) if day < end.latest => Band::Possible,
            Some(_) => Band::No,
        };
        begun.and(lasts)
    }

    /// The days on which it certainly holds, half-open; `None` when there is none.
    pub fn certain(&self) -> Option<(Day, Day)> {
        let end = self.end.as_ref().map_or(Day::FUTURE, |end| end.earliest);
        (self.latest < end).then_some((self.latest, end))
    }

    /// The days on which it possibly holds, half-open.
    pub fn possible(&self) -> (Day, Day) {
        (self.earliest, self.end.as_ref().map_or(Day::FUTURE, |end| end.latest))
    }
}

/// An act and what it does.
pub(super) type Turning = (StatementIx, Turn);

/// Acts with what each does, without those that do nothing here.
pub(super) fn steps(
    base: &Base,
    acts: impl Iterator<Item = StatementIx>,
    turn: impl Fn(&Statement) -> Option<Turn>,
) -> Vec<Turning> {
    acts.filter_map(|ix| Some((ix, turn(&base[ix])?))).collect()
}

/// The days on which an act can have happened. One without a date had happened when the first source told of it.
pub(super) fn span(base: &Base, ix: StatementIx) -> (Day, Day) {
    let statement = &base[ix];
    if statement.date().is_some() {
        return (statement.begins.earliest, statement.begins.latest);
    }
    let affirming = statement.attestations.iter().filter(|said| said.counts());
    let told =
        affirming.flat_map(|said| &said.sources).filter_map(|cited| Some(base[cited.source].date.as_ref()?.latest()));
    (Day::PAST, told.min().unwrap_or_else(|| base.known_by()).min(statement.begins.latest))
}

/// The course of something between two parties, by acts in any order. It ends with either of them.
pub(super) fn course(base: &Base, parties: [ActorIx; 2], acts: &[Turning]) -> Course {
    course_with(base, parties, acts, Vec::new())
}

/// The same, with what passes to the parties from those whom they continue.
pub(super) fn course_with(base: &Base, parties: [ActorIx; 2], acts: &[Turning], mut inherited: Vec<Mark>) -> Course {
    let counts = |(ix, _): &&Turning| base[*ix].stands();
    let mut marks: Vec<Mark> = acts
        .iter()
        .filter(counts)
        .map(|&(ix, turn)| {
            let after = base[ix].after.as_deref().and_then(|id| base.find_statement(id));
            Mark { by: ix, span: span(base, ix), turn, denied: base[ix].is_denied(), after }
        })
        .collect();
    marks.extend(acts.iter().filter(counts).flat_map(|&(ix, turn)| attesting(base, ix, turn)));
    // What is refused for a time may be so no longer, which isn't to say that it is given.
    let refused = acts.iter().filter(counts).filter(|(_, turn)| *turn == Turn::Ceases);
    let given_up = refused.filter_map(|&(ix, _)| match &base[ix].ends {
        Ends::At(when) => Some(Mark {
            by: ix,
            span: (when.earliest, when.latest),
            turn: Turn::Returns,
            denied: base[ix].is_denied(),
            after: Some(ix),
        }),
        _ => None,
    });
    marks.extend(given_up);
    // That it had ended for whom one continues says nothing to what one had done oneself by then.
    let own = marks.iter().map(|mark| mark.span.0).min().unwrap_or(Day::FUTURE);
    inherited.retain(|mark| mark.turn == Turn::Inherits || mark.span.1 < own);
    marks.extend(inherited);
    if marks.is_empty() {
        return Course::of(&[]);
    }
    let implied = |mark: &&Mark| matches!(mark.turn, Turn::Implies | Turn::ImpliesNoMore);
    let last = marks.iter().filter(|mark| !implied(mark)).map(|mark| mark.span.0).max().unwrap_or(Day::PAST);
    marks.extend(parties.into_iter().filter_map(|party| end_of(base, party, last)).map(|end| Mark {
        by: end.by,
        span: (end.earliest, end.latest),
        turn: Turn::Dies,
        denied: false,
        after: None,
    }));
    since(Course::of(&marks), parties.into_iter().map(|party| first_day_of(base, party)).max(), &marks)
}

/// The days on which sources say that what an act brought about was so.
fn attesting(base: &Base, by: StatementIx, turn: Turn) -> impl Iterator<Item = Mark> {
    let turn = match turn {
        Turn::Begins(_) | Turn::Resumes | Turn::Attests => Some(Turn::Attests),
        Turn::Ends | Turn::Suspends | Turn::Ceases => Some(Turn::AttestsNone),
        _ => None,
    };
    let days = base[by].attested().map(|day| (day.earliest(), day.latest()));
    days.filter_map(move |span| Some(Mark { by, span, turn: turn?, denied: false, after: None }))
}

/// Nothing is before both of its parties are, whatever nobody recorded.
fn since(mut course: Course, first: Option<Day>, marks: &[Mark]) -> Course {
    let acts = marks.iter().map(|mark| mark.span.0).filter(|day| *day > Day::PAST).min();
    let first = first.unwrap_or(Day::PAST).min(acts.unwrap_or(Day::FUTURE));
    let on = course.on(first).to_vec();
    if first == Day::PAST || on.is_empty() || course.stretches[0].may == [NEVER] && course.stretches[0].from < first {
        return course;
    }
    course.stretches.retain(|stretch| stretch.from > first);
    course.stretches.insert(0, Stretch { from: first, may: on });
    course.stretches.insert(0, Stretch { from: Day::PAST, may: vec![NEVER] });
    course
}

/// What is before anything has happened.
const NEVER: May = May { state: State::Never, by: None };

/// The times during which something holds, by its acts in any order; each level of it is a time of its own.
pub(super) fn spells(base: &Base, parties: [ActorIx; 2], acts: &[Turning]) -> Vec<Spell> {
    spells_in(base, parties, &course(base, parties, acts))
}

/// The times during which something holds by an act on record.
pub(super) fn spells_in(base: &Base, parties: [ActorIx; 2], course: &Course) -> Vec<Spell> {
    let mut states: Vec<State> =
        course.stretches.iter().flat_map(|stretch| &stretch.may).map(|may| may.state).collect();
    states.retain(|state| matches!(state, State::Holds(_)));
    states.sort_unstable();
    states.dedup();
    let mut found: Vec<Spell> = states.into_iter().flat_map(|state| spells_of(course, state)).collect();
    found.sort_by_key(|spell| (spell.earliest, spell.latest, spell.begun_by));
    let gaps: Vec<Absence> = parties.into_iter().flat_map(|party| absences_of(base, party)).collect();
    found.into_iter().flat_map(|spell| interrupted(spell, &gaps)).collect()
}

/// The times during which something can be in a state that holds.
fn spells_of(course: &Course, state: State) -> Vec<Spell> {
    let stretches = &course.stretches;
    let can = |at: usize| stretches[at].may.iter().any(|may| may.state == state);
    let is = |at: usize| stretches[at].may.iter().all(|may| may.state == state);
    let day = |at: usize| stretches.get(at).map_or(Day::FUTURE, |stretch| stretch.from);
    let mut found = Vec::new();
    let mut at = 0;
    while at < stretches.len() {
        if !can(at) {
            at += 1;
            continue;
        }
        let begins = at;
        let mut sure: Option<(usize, usize)> = None;
        // A time that has certainly held and can have ended is over when it certainly holds again.
        while at < stretches.len() && can(at) && !(is(at) && sure.is_some_and(|(_, until)| until < at)) {
            if is(at) {
                sure = Some((sure.map_or(at, |(from, _)| from), at + 1));
            }
            at += 1;
        }
        let run = &stretches[begins..at];
        let by = |may: &&May| may.state == state;
        let begun_by = run.iter().flat_map(|stretch| stretch.may.iter().filter(by)).find_map(|may| may.by);
        // What only an end tells of has no act that began it.
        let Some(begun_by) = begun_by else { continue };
        let (latest, until) = sure.map_or((Day::FUTURE, begins), |(from, until)| (day(from), until));
        let over = stretches[until..].iter().flat_map(|stretch| stretch.may.iter().filter(|may| may.state != state));
        let mut over = over.filter(|may| may.state != State::Never).filter_map(|may| may.by);
        let end = (day(until) < Day::FUTURE && (sure.is_some() || day(at) < Day::FUTURE)).then(|| SpellEnd {
            by: over.next().unwrap_or(begun_by),
            earliest: day(until),
            latest: day(at),
        });
        let level = if let State::Holds(level) = state { level } else { None };
        found.push(Spell { begun_by, earliest: day(begins), latest, end, level });
    }
    found
}

/// What lasts while a party is gone for a time: possible in the gap, and going on after it. Whether it rested or was
/// carried on, lists of states don't tell.
fn interrupted(spell: Spell, gaps: &[Absence]) -> Vec<Spell> {
    let mut found = Vec::new();
    let mut rest = spell;
    let mut gaps: Vec<&Absence> = gaps.iter().filter(|gap| gap.to > rest.latest).collect();
    gaps.sort_by_key(|gap| gap.from);
    for gap in gaps {
        let end = rest.end.clone();
        if end.as_ref().is_some_and(|end| end.latest <= gap.from) {
            break;
        }
        // A gap of one party can lie within one of the other.
        if gap.to <= rest.latest {
            continue;
        }
        let from = gap.from.max(rest.latest);
        let ends_within = end.as_ref().filter(|end| end.earliest <= gap.to).cloned();
        let latest = ends_within.as_ref().map_or(gap.to, |end| end.latest);
        let by = ends_within.as_ref().map_or(gap.after, |end| end.by);
        found.push(Spell { end: Some(SpellEnd { by, earliest: from, latest }), ..rest.clone() });
        if ends_within.is_some() {
            return found;
        }
        rest = Spell { earliest: gap.to, latest: gap.to, ..rest };
    }
    found.push(rest);
    found
}
