//! Relations, missions, paths, and what held or changed.

use super::Answer;
use super::recognition::short;
use super::told::{contests, count, first, lines, list, name, names, on as on_date};
use crate::form::{Slot, State, Time};
use crate::model::{ActorIx, AsOf, Band, Base, Closed, Date, Day, Fact, Kind, Level, StatementIx, Sure, Thing, stated};
use crate::query::{
    DiffRequest, Match, PathRequest, Projection, RelationsAnswer, RelationsRequest, SnapshotRequest, StateOnDay, diff,
    matching, path, relations, snapshot,
};

pub(super) fn pair(base: &Base, a: ActorIx, b: ActorIx, on: Option<&Date>, today: Day) -> Answer {
    let Some(request) = RelationsRequest::between(a, b, today) else { return Answer::nothing("both are the same") };
    let day = on.map_or(today, Date::latest);
    let found = relations(base, &request.on(day));
    let (one, other) = (name(base, a), name(base, b));
    if found.history.is_empty() {
        return Answer::nothing(format!(
            "Nothing on {one} and {other} is recorded. That doesn't say that there is nothing."
        ));
    }
    let state = match (found.status.certain, &found.status.possible[..]) {
        (Some(status), _) if found.status.presumed => format!("presumably {}", status.in_words()),
        (Some(status), _) => format!("certainly {}", status.in_words()),
        (None, several) => {
            let words: Vec<&str> = several.iter().map(|status| status.in_words()).collect();
            format!("possibly {}", words.join(", or "))
        }
    };
    let when = on_date(&Date::of(day));
    let (mut points, mut rests_on) = beside(base, &found);
    let history: Vec<StatementIx> = found.history.iter().copied().filter(|&ix| base[ix].stands()).collect();
    if on.is_none() {
        let told = history
            .iter()
            .filter(|ix| base[**ix].fact.kind() == Kind::Relations)
            .map(|&ix| format!("{}: {}.", short(base, ix), stated(base, &base[ix].fact)));
        points.extend(lines(told.collect(), "acts"));
    }
    if rests_on.is_empty() {
        rests_on = history.iter().copied().filter(|&ix| base[ix].begins.by(day) != Band::No).collect();
    }
    let sentence = format!("{} and {other} {when}: {state}.", first(&one));
    Answer::found(sentence, rests_on.clone()).with_all(points).with_all(contests(base, &rests_on))
}

/// What holds of a pair beside its status, a line each, with what they rest on: recognition and its refusal, the level, missions.
fn beside(base: &Base, found: &RelationsAnswer) -> (Vec<String>, Vec<StatementIx>) {
    let mut points = Vec::new();
    let mut rests_on = Vec::new();
    for (list, verb) in [(&found.recognition, "recognizes"), (&found.withheld, "withholds recognition from")] {
        for mutual in list {
            let line = format!(
                "{}{} {verb} {} ({}).",
                doubt(mutual.band, mutual.presumed),
                name(base, mutual.by),
                name(base, mutual.of),
                short(base, mutual.statement)
            );
            points.push(first(&line));
            rests_on.push(mutual.statement);
        }
    }
    for one in &found.level {
        let sure = doubt(one.band, one.presumed);
        points.push(format!(
            "{}{} ({}).",
            first(&sure),
            stated(base, &base[one.statement].fact),
            short(base, one.statement)
        ));
        rests_on.push(one.statement);
    }
    for mission in found.missions.iter().filter(|mission| mission.level != Some(Level::Consulate)) {
        let sure = doubt(mission.band, mission.presumed);
        let level = mission.level.map_or("mission", Closed::name).replace('-', " ");
        points.push(first(&format!(
            "{sure}{level} of {} in {} ({}).",
            name(base, mission.of),
            name(base, mission.at),
            short(base, mission.statement)
        )));
        rests_on.push(mission.statement);
    }
    (points, rests_on)
}

/// "presumably ", "possibly ", before what is said; nothing where it is sure.
fn doubt(band: Band, presumed: bool) -> String {
    Sure::of(band, presumed).doubt().map_or_else(String::new, |doubt| format!("{doubt} "))
}

/// Actors, each with the statements that it rests on.
pub(super) type Resting = Vec<(ActorIx, Vec<StatementIx>)>;

/// Actors by how sure it is of them.
#[derive(Default)]
pub(super) struct Bands {
    /// Certainly, and the record reaches the day.
    pub(super) certain: Resting,
    /// By the last that is recorded.
    pub(super) presumed: Resting,
    /// Possibly.
    pub(super) possible: Resting,
}

impl Bands {
    /// Who fills the hole of a pattern.
    pub(super) fn of(found: Vec<Match>) -> Self {
        let mut bands = Self::default();
        for one in found {
            let list = match one.sure() {
                Sure::Surely => &mut bands.certain,
                Sure::Presumably => &mut bands.presumed,
                Sure::Possibly => &mut bands.possible,
            };
            list.push((one.who, one.by));
        }
        bands
    }

    pub(super) fn is_empty(&self) -> bool {
        self.certain.is_empty() && self.presumed.is_empty() && self.possible.is_empty()
    }

    /// Who isn't only possible: of all of them, and how a sentence calls that.
    pub(super) fn lead(&self) -> (&Resting, &'static str) {
        if self.certain.is_empty() && !self.presumed.is_empty() {
            (&self.presumed, "presumably ")
        } else {
            (&self.certain, "")
        }
    }

    /// Who else, a line each.
    pub(super) fn more(&self, base: &Base) -> Vec<String> {
        let line = |word: &str, of: &Resting| {
            let all: Vec<ActorIx> = of.iter().map(|(actor, _)| *actor).collect();
            let who = count(all.len(), "actor", "actors");
            (!all.is_empty()).then(|| format!("{word} also, {who}: {}.", list(&names(base, &all))))
        };
        let presumed = if self.certain.is_empty() { None } else { line("Presumably", &self.presumed) };
        presumed.into_iter().chain(line("Possibly", &self.possible)).collect()
    }
}

/// With whom an actor has relations.
pub(super) fn partners_on(base: &Base, actor: ActorIx, day: Day, today: Day) -> Bands {
    let related = State::Related { a: Slot::Is(actor), b: Slot::WHO };
    Bands::of(matching(base, &related, AsOf::of(day, today)))
}

pub(super) fn partners(base: &Base, actor: ActorIx, time: &Time, today: Day) -> Answer {
    let day = time.day(today);
    let bands = partners_on(base, actor, day, today);
    let (who, when) = (name(base, actor), on_date(&Date::of(day)));
    if bands.is_empty() {
        return Answer::nothing(format!(
            "No relations of {who} {when} are recorded. That doesn't say that there were none."
        ));
    }
    let (lead, presumably) = bands.lead();
    let rests_on = lead.iter().flat_map(|(_, by)| by.iter().copied()).collect();
    let actors = count(lead.len(), "actor", "actors");
    let all: Vec<ActorIx> = lead.iter().map(|(other, _)| *other).collect();
    Answer::found(
        format!(
            "{} {presumably}{} relations with {actors} {when}, by the record: {}.",
            first(&who),
            if day < today { "had" } else { "has" },
            list(&names(base, &all))
        ),
        rests_on,
    )
    .with_all(bands.more(base))
}

pub(super) fn missions(
    base: &Base,
    (of, at): (Option<ActorIx>, Option<ActorIx>),
    level: Option<Level>,
    time: &Time,
    today: Day,
) -> Answer {
    let day = time.day(today);
    let Some(actor) = of.or(at) else { return Answer::nothing("whose missions isn't said") };
    let held = snapshot(base, &SnapshotRequest { day, actor: Some(actor), kind: Some(Kind::Relations), today }).held;
    let fits = |one: &&StateOnDay| match one.thing {
        Thing::Mission(sender, pair, _) => {
            of.is_none_or(|of| of == sender) && at.is_none_or(|at| at == pair.other(sender)) && wanted(base, one, level)
        }
        _ => false,
    };
    let found: Vec<&StateOnDay> = held.iter().filter(fits).collect();
    let words = level.map_or("mission".to_owned(), |level| level.name().replace('-', " "));
    let many = words.strip_suffix('y').map_or_else(|| format!("{words}s"), |front| format!("{front}ies"));
    let whose = of.map_or_else(String::new, |of| format!(" of {}", name(base, of)))
        + &at.map_or_else(String::new, |at| format!(" in {}", name(base, at)));
    let when = on_date(&Date::of(day));
    if found.is_empty() {
        return Answer::nothing(format!("No {words}{whose} {when} is recorded. That doesn't say that there was none."));
    }
    let told = |one: &&StateOnDay| match one.thing {
        Thing::Mission(sender, pair, _) => {
            let other = if of.is_some() && at.is_none() { pair.other(sender) } else { sender };
            let since = short(base, one.statement);
            if level.is_none() {
                let level = mission_level(base, one).map_or("mission", Closed::name).replace('-', " ");
                format!("{} ({level}, {since})", base[other].name)
            } else {
                format!("{} ({since})", base[other].name)
            }
        }
        _ => String::new(),
    };
    let of_band = |band: Band, presumed: bool| -> Vec<String> {
        let fits = |one: &&&StateOnDay| one.band == band && one.presumed == presumed;
        found.iter().filter(fits).map(told).collect()
    };
    let [certain, presumed, possible] =
        [(Band::Certain, false), (Band::Certain, true), (Band::Possible, false)].map(|(band, is)| of_band(band, is));
    let rests_on = found.iter().map(|one| one.statement).collect();
    let (lead, presumably) =
        if certain.is_empty() && !presumed.is_empty() { (&presumed, "Presumably ") } else { (&certain, "") };
    let number = count(lead.len(), &words, &many);
    let line = |word: &str, of: &[String]| (!of.is_empty()).then(|| format!("{word} also: {}.", list(of)));
    let more = if certain.is_empty() { None } else { line("Presumably", &presumed) };
    let sentence = if lead.is_empty() {
        format!("No {words}{whose} {when} is certain.")
    } else {
        format!("{presumably}{number}{whose} {when}: {}.", list(lead))
    };
    let answer = Answer::found(sentence, rests_on).with_all(more).with_all(line("Possibly", &possible));
    Answer { open: lead.is_empty(), ..answer }
}

fn mission_level(base: &Base, one: &StateOnDay) -> Option<Level> {
    match base[one.statement].fact {
        crate::model::Fact::Relations { level, .. } => level,
        _ => None,
    }
}

fn wanted(base: &Base, one: &StateOnDay, level: Option<Level>) -> bool {
    level.is_none_or(|level| mission_level(base, one) == Some(level))
}

pub(super) fn changes(base: &Base, from: &Date, to: &Date, actors: &[ActorIx], today: Day) -> Answer {
    let request = DiffRequest {
        from: from.latest(),
        to: to.latest(),
        actor: actors.first().copied(),
        with: actors.get(1).copied(),
        today,
    };
    let found = diff(base, &request);
    let whom = match actors {
        [] => String::new(),
        _ => format!(" for {}", actors.iter().map(|actor| name(base, *actor)).collect::<Vec<_>>().join(" with ")),
    };
    let span = format!("between {} and {}", request.from.in_words(), request.to.in_words());
    let total = found.new.len() + found.ended.len() + found.changed.len();
    if total == 0 {
        return Answer::nothing(format!("Nothing that is recorded changed{whom} {span}."));
    }
    let sentence =
        format!("{} new, {} ended, {} changed{whom} {span}.", found.new.len(), found.ended.len(), found.changed.len());
    let line = |sign: &str, held: &StateOnDay| {
        format!("{sign} {}: {}.", short(base, held.statement), stated(base, &base[held.statement].fact))
    };
    // An act that ended it is told for it; what ended by itself, or with an actor, has the day of that end.
    let ended = |held: &StateOnDay| match held.ended_by {
        Some(by) if !matches!(base[by].fact, Fact::Existence { .. }) => {
            (base[by].begins.earliest, format!("Ended {}: {}.", short(base, by), stated(base, &base[by].fact)))
        }
        by => {
            let ends = &base[by.unwrap_or(held.statement)].ends;
            let end =
                ends.when().and_then(|end| end.shown.as_ref()).map_or_else(|| "undated".to_owned(), Date::in_words);
            (ends.bounds().0, format!("Ended {end}: {}.", stated(base, &base[held.statement].fact)))
        }
    };
    let mut told: Vec<(Day, String)> =
        found.new.iter().map(|held| (base[held.statement].begins.earliest, line("New", held))).collect();
    told.extend(found.ended.iter().map(ended));
    told.extend(
        found.changed.iter().map(|change| (base[change.to.statement].begins.earliest, line("Changed", &change.to))),
    );
    told.sort();
    let rests_on = found.new.iter().chain(&found.ended).map(|held| held.statement).collect();
    Answer::found(sentence, rests_on).with_all(lines(told.into_iter().map(|(_, line)| line).collect(), "changes"))
}

pub(super) fn joined(
    base: &Base,
    from: ActorIx,
    to: ActorIx,
    via: Projection,
    on: Option<&Date>,
    today: Day,
) -> Answer {
    let day = on.map_or(today, Date::latest);
    let found = path(base, &PathRequest::between(from, to, via, today).on(day));
    let (one, other, when) = (name(base, from), name(base, to), on_date(&Date::of(day)));
    let told = |hops: &[crate::query::Hop]| -> Vec<String> {
        let step = |&ix: &StatementIx| format!("{} ({})", stated(base, &base[ix].fact), short(base, ix));
        hops.iter().map(|hop| hop.statements.iter().map(step).collect::<Vec<_>>().join(", ")).collect()
    };
    let (hops, sure) = match (&found.certain, &found.possible) {
        (Some(hops), _) => (hops, Sure::of(Band::Certain, !found.presumed.is_empty())),
        (None, Some(hops)) => (hops, Sure::Possibly),
        (None, None) => return Answer::nothing(format!("No path between {one} and {other} {when} is recorded.")),
    };
    let rests_on = hops.iter().flat_map(|hop| hop.statements.clone()).collect();
    let (steps, told) = (count(hops.len(), "step", "steps"), told(hops).join("; "));
    let doubt = sure.doubt().map_or_else(String::new, |doubt| format!("{doubt} "));
    let answer =
        Answer::found(format!("{} and {other} are {doubt}joined {when} by {steps}: {told}.", first(&one)), rests_on);
    Answer { open: sure != Sure::Surely, ..answer }
}

pub(super) fn state(base: &Base, actor: Option<ActorIx>, on: Option<&Date>, today: Day) -> Answer {
    let day = on.map_or(today, Date::latest);
    let held = snapshot(base, &SnapshotRequest { day, actor, kind: None, today }).held;
    let whom = actor.map_or_else(String::new, |actor| format!(" for {}", name(base, actor)));
    let when = on_date(&Date::of(day));
    if held.is_empty() {
        return Answer::nothing(format!("Nothing is recorded that held{whom} {when}."));
    }
    let number = |sure: Sure| held.iter().filter(|one| Sure::of(one.band, one.presumed) == sure).count();
    let [certain, presumed, possible] = [Sure::Surely, Sure::Presumably, Sure::Possibly].map(number);
    let sentence =
        format!("{certain} things certainly held{whom} {when}, {presumed} presumably and {possible} possibly.");
    let kinds = Kind::ALL.iter().filter_map(|kind| {
        let number = held.iter().filter(|one| one.thing.kind() == *kind).count();
        (number > 0).then(|| format!("{}: {number}.", first(kind.name())))
    });
    Answer::found(sentence, held.iter().map(|one| one.statement).collect()).with_all(kinds.collect::<Vec<_>>())
}

pub(super) fn brief(base: &Base, actors: &[ActorIx], today: Day) -> Answer {
    match actors {
        [a, b] => {
            let mut answer = pair(base, *a, *b, None, today);
            answer.points.push("The command writes the document with its sources.".to_owned());
            answer
        }
        [one, ..] => state(base, Some(*one), None, today).with("The command writes the document."),
        [] => Answer::nothing("nobody is named"),
    }
}
