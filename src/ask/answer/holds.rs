//! Whether something holds on a date, or today.

use super::known::{reach, why};
use super::told::{contests, dated, list, name, on as on_date, period};
use super::{Answer, Said};
use crate::form::{State, Time};
use crate::model::{
    Absence, ActorIx, AsOf, Band, Base, Capacity, Closed, Date, Day, Fact, Key, Known, Pair, Reach, StatementIx,
    absences_of, stated,
};
use crate::query::{self, Holds};

pub(super) fn holds(base: &Base, what: &State<ActorIx>, time: &Time, today: Day) -> Answer {
    let (date, when) = match time {
        Time::Ever => return ever(base, what, today),
        time => match time.date() {
            Some(date) => (date.clone(), on_date(date)),
            None => (Date::of(today), format!("today ({})", today.in_words())),
        },
    };
    let told = Clause::of(base, what);
    let past = date.latest() < today;
    let (first_day, last_day) = (date.earliest(), date.latest());
    // Of a year that isn't over what comes after today isn't known.
    let last_day = if first_day <= today { last_day.min(today) } else { last_day };
    if first_day.bounded().is_none() || last_day.bounded().is_none() {
        let sentence = format!("Can't tell, because {} is open on one side.", date.in_words());
        return Answer::said(Said::CantTell, sentence, Vec::new());
    }
    let mut days = days_of_change(base, what);
    days.retain(|day| first_day < *day && *day < last_day);
    days.extend([first_day, last_day]);
    // What holds on some day of a year holds in that year.
    let Looked { day, best, all } = look(base, what, days, today);
    let rests_on = best.known.by.clone();
    let answer = match best.known.said {
        Said::Yes | Said::Presumably => {
            let word = if best.known.said == Said::Yes { "Yes" } else { "Presumably" };
            let surely = |said: &Said| *said == best.known.said;
            let from = all.iter().find(|(_, said)| surely(said)).map_or(day, |(day, _)| *day);
            let span = if all.iter().any(|(_, said)| !surely(said)) {
                format!(" (certainly from {} to {})", from.in_words(), day.in_words())
            } else {
                String::new()
            };
            // A treaty is in force later than the act by which a party consented to it: both are told below.
            let since = if matches!(what, State::Party { .. }) { String::new() } else { since(base, &rests_on) };
            format!("{word}: {} {when}{span}{since}.", told.yes(past))
        }
        Said::CantTell => {
            let why = rests_on.first().map_or_else(
                || "the record allows both".to_owned(),
                |&ix| {
                    let lasts = base[ix].fact.lasts();
                    let told = stated(base, &base[ix].fact);
                    format!(
                        "it rests on this: {told}, {}",
                        if lasts { period(&base[ix]) } else { an_act(&dated(&base[ix])) }
                    )
                },
            );
            format!("Can't tell, because {why}: possibly {} {when}.", told.yes(past))
        }
        Said::No => format!("No, by the record {} {when}.", told.no(past)),
        Said::PresumablyNot => format!("Presumably not: by the record {} {when}.", told.no(past)),
        Said::NotRecorded => format!("Not recorded: whether {} {when}.", told.yes(past)),
    };
    let asked = AsOf::of(day, today);
    let known = Some((best.known.clone(), asked));
    Answer { known, ..Answer::said(best.known.said, answer, rests_on.clone()) }
        .with_all(why(base, what, &best).or_else(|| made_so(base, what, &best.known, day)))
        .with_all(governments(base, what, &best.known))
        .with_all(gaps(base, &best.known, day))
        .with_all(namesakes(base, &best.known, what, day))
        .with_all(reach(base, &best.known, asked))
        .with_all(contests(base, &rests_on))
}

/// Which act a *no* rests on: the one that ended it, or the first on record, which came later.
fn made_so(base: &Base, what: &State<ActorIx>, known: &Known, day: Day) -> Option<String> {
    if known.said > Said::PresumablyNot || matches!(known.reach, Reach::Nobody(_)) {
        return None;
    }
    let told = |ix: StatementIx| {
        let statement = &base[ix];
        let when = if statement.fact.lasts() { period(statement) } else { dated(statement) };
        format!("{} {when}", stated(base, &statement.fact))
    };
    if let Some(&ix) = known.by.first() {
        return Some(format!("By the last act on record, {}.", told(ix)));
    }
    let (before, later): (Vec<StatementIx>, Vec<StatementIx>) = concerning(base, what)
        .into_iter()
        .filter(|&ix| base[ix].stands())
        .partition(|&ix| base[ix].begins.earliest <= day);
    let next = later.into_iter().min_by_key(|&ix| (base[ix].begins.earliest, &base[ix].id))?;
    let which = if before.is_empty() { "First" } else { "Next" };
    Some(format!("{which} on record: {}.", told(next)))
}

/// The acts on the government of a state, where the answer is of the state.
fn governments(base: &Base, what: &State<ActorIx>, known: &Known) -> Option<String> {
    let State::Recognizes { by, of } = *what else { return None };
    let own = |ix: &StatementIx| {
        let of_government = matches!(
            base[*ix].fact,
            Fact::Recognition { by: who, capacity: Capacity::Government, .. } if who == by
        );
        of_government && base[*ix].stands() && !known.by.contains(ix)
    };
    let told: Vec<String> = base
        .recognitions_of(of)
        .filter(own)
        .map(|ix| format!("{} {}", stated(base, &base[ix].fact), dated(&base[ix])))
        .collect();
    (!told.is_empty()).then(|| format!("Of its governments: {}.", list(&told)))
}

/// The times within what holds in which a party wasn't there.
fn gaps(base: &Base, known: &Known, day: Day) -> Vec<String> {
    let Some(&ix) = known.by.first().filter(|_| known.said >= Said::Presumably) else { return Vec::new() };
    let begun = base[ix].begins.earliest;
    let of = |actor: ActorIx| {
        let own = absences_of(base, actor).into_iter().filter(move |gap| begun < gap.from && gap.to <= day);
        own.map(move |gap| (actor, gap))
    };
    let told = |(actor, gap): (ActorIx, Absence)| {
        let (from, to) = (gap.from.in_words(), gap.to.in_words());
        format!("In between, from {from} to {to}, {} isn't on record as existing.", name(base, actor))
    };
    base[ix].fact.actors().flat_map(of).map(told).collect()
}

/// Others of that name, or of one that contains it, who did exist on the day.
fn namesakes(base: &Base, known: &Known, what: &State<ActorIx>, day: Day) -> Option<String> {
    let gone = match (known.reach, what) {
        (Reach::Nobody(actor), _) => actor,
        (_, State::Exists { actor }) if known.said <= Said::PresumablyNot => *actor,
        _ => return None,
    };
    let others: Vec<String> = query::namesakes(base, gone)
        .into_iter()
        .filter_map(|actor| {
            let there = |ix: &StatementIx| base[*ix].stands() && base[*ix].holds(day) == Band::Certain;
            let ix = base.under(Key::Existence(actor)).filter(there).find(|&ix| base[ix].fact.lasts())?;
            Some(format!("{} ({}), {}", base[actor].name, base[actor].id, period(&base[ix])))
        })
        .collect();
    (!others.is_empty()).then(|| format!("Another record: {}.", list(&others)))
}

/// "an act in 1991".
fn an_act(when: &str) -> String {
    format!("an act {when}")
}

/// What was found on some days.
struct Looked {
    /// The last day with the best answer.
    day: Day,
    best: Holds,
    /// The answer of each day, in order.
    all: Vec<(Day, Said)>,
}

fn look(base: &Base, what: &State<ActorIx>, mut days: Vec<Day>, today: Day) -> Looked {
    days.sort_unstable();
    days.dedup();
    let mut looked = Looked { day: today, best: Holds::from(Known::NOTHING), all: Vec::new() };
    for day in days {
        let found = query::holds(base, what, AsOf::of(day, today));
        looked.all.push((day, found.known.said));
        if looked.all.len() == 1 || found.known.said >= looked.best.known.said {
            (looked.day, looked.best) = (day, found);
        }
    }
    looked
}

/// The days on which something recorded begins or ends, and those before them.
fn days_of_change(base: &Base, what: &State<ActorIx>) -> Vec<Day> {
    let mut days = Vec::new();
    for ix in concerning(base, what) {
        let statement = &base[ix];
        let (from, to) = statement.ends.bounds();
        for day in [statement.begins.earliest, statement.begins.latest, from, to] {
            days.extend([day, day.previous()].into_iter().filter(|day| day.bounded().is_some()));
        }
    }
    days
}

/// Whether it held on any day up to today.
fn ever(base: &Base, what: &State<ActorIx>, today: Day) -> Answer {
    let told = Clause::of(base, what);
    let mut days = days_of_change(base, what);
    days.retain(|day| *day <= today);
    days.push(today);
    let Looked { day, best, .. } = look(base, what, days, today);
    let rests_on = best.known.by.clone();
    let sentence = match best.known.said {
        Said::Yes | Said::Presumably => {
            let word = if best.known.said == Said::Yes { "Yes" } else { "Presumably" };
            format!("{word}: {}, for one on {}{}.", told.yes(true), day.in_words(), since(base, &rests_on))
        }
        Said::CantTell => format!("Can't tell, because no record makes it certain: possibly {}.", told.yes(true)),
        Said::No => format!("No, by the record {} on any day.", told.no(true)),
        Said::PresumablyNot => format!("Presumably not: by the record {} on any day.", told.no(true)),
        Said::NotRecorded => format!("Not recorded: whether {} on any day.", told.yes(true)),
    };
    let known = Some((best.known.clone(), AsOf::of(day, today)));
    Answer { known, ..Answer::said(best.known.said, sentence, rests_on.clone()) }
        .with_all(why(base, what, &best).or_else(|| made_so(base, what, &best.known, day)))
        .with_all(reach(base, &best.known, AsOf::of(day, today)))
        .with_all(contests(base, &rests_on))
}

/// The statements whose days matter to a state.
fn concerning(base: &Base, what: &State<ActorIx>) -> Vec<StatementIx> {
    let pair = |a: ActorIx, b: ActorIx| -> Vec<StatementIx> {
        let relations = Pair::new(a, b).into_iter().flat_map(|pair| base.relations_of(pair));
        let recognition = [(a, b), (b, a)].into_iter().flat_map(|(of, by)| {
            base.recognitions_of(of)
                .filter(move |&ix| matches!(base[ix].fact, Fact::Recognition { by: who, .. } if who == by))
        });
        relations.chain(recognition).collect()
    };
    match *what {
        State::Recognizes { by: a, of: b }
        | State::EachOther { a, b }
        | State::Withholds { by: a, of: b }
        | State::DoesntRecognize { by: a, of: b }
        | State::Related { a, b }
        | State::Mission { of: a, at: b, .. } => pair(a, b),
        State::Member { member, organization } => {
            let own = |ix: &StatementIx| matches!(base[*ix].fact, Fact::Membership { organization: of, .. } if of == organization);
            base.under(Key::MembershipsOf(member)).filter(own).collect()
        }
        State::Party { treaty: None, .. } => Vec::new(),
        State::Party { party, treaty: Some(treaty) } => {
            let own = |ix: &StatementIx| matches!(base[*ix].fact, Fact::Treaty { party: by, .. } if by.is_none_or(|by| by == party));
            base.under(Key::Treaty(treaty)).filter(own).collect()
        }
        State::InForce { treaty } => base.under(Key::Treaty(treaty)).collect(),
        State::Backs { by, .. } => base.under(Key::PositionsBy(by)).collect(),
        State::BackEachOther { a, b } => {
            base.under(Key::PositionsBy(a)).chain(base.under(Key::PositionsBy(b))).collect()
        }
        State::Exists { actor } => base.under(Key::Existence(actor)).collect(),
    }
}

/// ", since 1991": when an act began it.
fn since(base: &Base, rests_on: &[StatementIx]) -> String {
    match rests_on {
        [ix] if base[*ix].fact.lasts() => format!(", {}", period(&base[*ix])),
        [ix] => base[*ix].date().map_or_else(String::new, |date| {
            let mark = if base[*ix].is_contested() { " (contested)" } else { "" };
            format!(", since {}{mark}", date.in_words())
        }),
        _ => String::new(),
    }
}

/// What a sentence says of a state: that it holds or doesn't, now or then.
struct Clause {
    subject: String,
    /// Present, past, and after "does" or "is".
    verb: [&'static str; 3],
    rest: String,
}

impl Clause {
    fn of(base: &Base, what: &State<ActorIx>) -> Self {
        let called = |actor: ActorIx| name(base, actor);
        let told = |subject: String, verb: [&'static str; 3], rest: String| Self { subject, verb, rest };
        let both = |a: ActorIx, b: ActorIx| format!("{} and {}", called(a), called(b));
        match *what {
            State::Recognizes { by, of } => told(called(by), ["recognizes", "recognized", "recognize"], called(of)),
            State::EachOther { a, b } => {
                told(both(a, b), ["recognize", "recognized", "recognize"], "each other".to_owned())
            }
            State::DoesntRecognize { by, of } => {
                told(called(by), ["doesn’t recognize", "didn’t recognize", "fail to recognize"], called(of))
            }
            State::Withholds { by, of } => {
                told(called(by), ["withholds", "withheld", "withhold"], format!("recognition from {}", called(of)))
            }
            State::Related { a, b } => told(both(a, b), ["have", "had", "have"], "diplomatic relations".to_owned()),
            State::Mission { of, at, level } => {
                let level = level.map_or("mission", Closed::name).replace('-', " ");
                let article = if level.starts_with(['e', 'i']) { "an" } else { "a" };
                told(called(of), ["has", "had", "have"], format!("{article} {level} in {}", called(at)))
            }
            State::Member { member, organization } => {
                told(called(member), ["is", "was", "be"], format!("a member of {}", called(organization)))
            }
            State::Party { party, treaty } => told(
                treaty.map_or_else(String::new, |treaty| format!("“{}”", base[treaty].title)),
                ["is", "was", "be"],
                format!("in force for {}", called(party)),
            ),
            State::InForce { treaty } => {
                told(format!("“{}”", base[treaty].title), ["is", "was", "be"], "in force".to_owned())
            }
            State::Backs { by, backs, dispute } => {
                let over = dispute.map_or_else(String::new, |dispute| format!(" over {}", base[dispute].name));
                told(called(by), ["backs", "backed", "back"], format!("{}{over}", called(backs)))
            }
            State::BackEachOther { a, b } => told(both(a, b), ["back", "backed", "back"], "each other".to_owned()),
            State::Exists { actor } => told(called(actor), ["exists", "existed", "exist"], "as a state".to_owned()),
        }
    }

    /// "Pakistan recognizes Azerbaijan".
    fn yes(&self, past: bool) -> String {
        format!("{} {} {}", self.subject, self.verb[usize::from(past)], self.rest)
    }

    /// "Pakistan doesn't recognize Armenia".
    fn no(&self, past: bool) -> String {
        let plural = self.verb[0] == self.verb[2];
        let not = match (self.verb[2], past, plural) {
            ("be", true, _) => "wasn't".to_owned(),
            ("be", false, _) => "isn't".to_owned(),
            (verb, true, _) => format!("didn't {verb}"),
            (verb, false, true) => format!("don't {verb}"),
            (verb, false, false) => format!("doesn't {verb}"),
        };
        format!("{} {not} {}", self.subject, self.rest)
    }
}
