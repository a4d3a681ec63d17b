//! Whether something holds on a date, or today.

use super::known::{Known, known};
use super::told::{contests, dated, name, on as on_date, period};
use super::{Answer, Said};
use crate::ask::request::State;
use crate::ask::time::Moment;
use crate::model::{ActorIx, Band, Base, Closed, Date, Day, Fact, Key, Pair, StatementIx};

/// How many days of a long date are looked at.
const LOOKS: i32 = 400;

pub(super) fn holds(base: &Base, what: &State, moment: &Moment, today: Day) -> Answer {
    let (date, when) = match moment {
        Moment::Today => (Date::of(today), format!("today ({})", today.in_words())),
        Moment::On(date) => (date.clone(), on_date(date)),
        Moment::Ever => return ever(base, what, today),
    };
    let told = Told::of(base, what);
    let past = date.latest() < today;
    let (first_day, last_day) = (date.earliest(), date.latest());
    let (Some(from), Some(to)) = (first_day.number(), last_day.number()) else {
        let sentence = format!("Can't tell, because {} is open on one side.", date.in_words());
        return Answer::said(Said::CantTell, sentence, Vec::new());
    };
    let step = ((to - from) / LOOKS).max(1);
    let mut days: Vec<Day> = (from..=to).step_by(step as usize).map(Day::from_number).collect();
    if days.last() != Some(&last_day) {
        days.push(last_day);
    }
    let looked: Vec<(Day, Known)> = days.into_iter().map(|day| (day, known(base, what, day, today))).collect();
    // What holds on some day of a year holds in that year.
    let Some((day, best)) = looked.iter().max_by_key(|(day, known)| (known.band, *day)) else {
        return Answer::said(Said::CantTell, "Can't tell, because the date has no day.", Vec::new());
    };
    let part = |wanted: Band| looked.iter().any(|(_, known)| known.band != Some(wanted));
    let rests_on = best.rests_on.clone();
    let answer = match best.band {
        Some(Band::Certain) => {
            let from = looked.iter().find(|(_, known)| known.band == Some(Band::Certain)).map_or(*day, |(day, _)| *day);
            let span = if part(Band::Certain) {
                format!(" (certainly from {} to {})", from.in_words(), day.in_words())
            } else {
                String::new()
            };
            let sentence = format!("Yes: {} {when}{span}{}.", told.yes(past), since(base, &rests_on));
            Answer::said(Said::Yes, sentence, rests_on.clone())
        }
        Some(Band::Possible) => {
            let why = rests_on.first().map_or_else(
                || "the record allows both".to_owned(),
                |&ix| {
                    let lasts = base[ix].fact.lasts();
                    format!("it rests on {}", if lasts { period(&base[ix]) } else { dated(&base[ix]) })
                },
            );
            Answer::said(
                Said::CantTell,
                format!("Can't tell, because {why}: possibly {} {when}.", told.yes(past)),
                rests_on.clone(),
            )
        }
        Some(Band::No) => {
            Answer::said(Said::No, format!("No, by the record {} {when}.", told.no(past)), rests_on.clone())
        }
        None => {
            let sentence = format!("Can't tell, because it isn't recorded whether {} {when}.", told.yes(past));
            Answer::said(Said::CantTell, sentence, rests_on.clone())
        }
    };
    answer.with_all(best.point.clone()).with_all(contests(base, &rests_on))
}

/// Whether it held on any day up to today: every day on which something recorded begins or ends is looked at.
fn ever(base: &Base, what: &State, today: Day) -> Answer {
    let told = Told::of(base, what);
    let mut days = vec![today];
    for ix in concerning(base, what) {
        let statement = &base[ix];
        let (from, to) = statement.ends.bounds();
        for day in [statement.begins.earliest, statement.begins.latest, from, to] {
            days.extend([day, day.plus(-1)].into_iter().filter(|day| *day <= today && day.bounded().is_some()));
        }
    }
    days.sort_unstable();
    days.dedup();
    let looked: Vec<(Day, Known)> = days.into_iter().map(|day| (day, known(base, what, day, today))).collect();
    let best = looked.iter().max_by_key(|(day, known)| (known.band, *day));
    let Some((day, best)) = best else { return Answer::said(Said::CantTell, "Can't tell.", Vec::new()) };
    let rests_on = best.rests_on.clone();
    match best.band {
        Some(Band::Certain) => {
            let sentence = format!("Yes: {}, for one on {}{}.", told.yes(true), day.in_words(), since(base, &rests_on));
            Answer::said(Said::Yes, sentence, rests_on.clone())
                .with_all(best.point.clone())
                .with_all(contests(base, &rests_on))
        }
        Some(Band::Possible) => {
            let sentence = format!("Can't tell, because no record makes it certain: possibly {}.", told.yes(true));
            Answer::said(Said::CantTell, sentence, rests_on)
        }
        Some(Band::No) => Answer::said(Said::No, format!("No, by the record {} on any day.", told.no(true)), rests_on)
            .with_all(best.point.clone()),
        None => {
            let sentence = format!("Can't tell, because it isn't recorded whether {} on any day.", told.yes(true));
            Answer::said(Said::CantTell, sentence, rests_on)
        }
    }
}

/// The statements whose days matter to a state.
fn concerning(base: &Base, what: &State) -> Vec<StatementIx> {
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
        | State::Mutual(a, b)
        | State::Withholds { by: a, of: b }
        | State::Related(a, b)
        | State::Mission { of: a, at: b, .. } => pair(a, b),
        State::Member { member, .. } => base.under(Key::MembershipsOf(member)).collect(),
        State::Party { treaty, .. } | State::InForce(treaty) => base.under(Key::Treaty(treaty)).collect(),
        State::Backs { by, .. } => base.under(Key::PositionsBy(by)).collect(),
        State::BackEachOther(a, b) => base.under(Key::PositionsBy(a)).chain(base.under(Key::PositionsBy(b))).collect(),
        State::Exists(actor) => base.under(Key::Existence(actor)).collect(),
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
struct Told {
    subject: String,
    /// Present, past, and after "does" or "is".
    verb: [&'static str; 3],
    rest: String,
}

impl Told {
    fn of(base: &Base, what: &State) -> Self {
        let called = |actor: ActorIx| name(base, actor);
        let told = |subject: String, verb: [&'static str; 3], rest: String| Self { subject, verb, rest };
        let both = |a: ActorIx, b: ActorIx| format!("{} and {}", called(a), called(b));
        match *what {
            State::Recognizes { by, of } => told(called(by), ["recognizes", "recognized", "recognize"], called(of)),
            State::Mutual(a, b) => told(both(a, b), ["recognize", "recognized", "recognize"], "each other".to_owned()),
            State::Withholds { by, of } => {
                told(called(by), ["withholds", "withheld", "withhold"], format!("recognition from {}", called(of)))
            }
            State::Related(a, b) => told(both(a, b), ["have", "had", "have"], "diplomatic relations".to_owned()),
            State::Mission { of, at, level } => {
                let level = level.map_or("mission", Closed::name).replace('-', " ");
                let article = if level.starts_with(['e', 'i']) { "an" } else { "a" };
                told(called(of), ["has", "had", "have"], format!("{article} {level} in {}", called(at)))
            }
            State::Member { member, organization } => {
                told(called(member), ["is", "was", "be"], format!("a member of {}", called(organization)))
            }
            State::Party { party, treaty } => told(
                format!("“{}”", base[treaty].title),
                ["is", "was", "be"],
                format!("in force for {}", called(party)),
            ),
            State::InForce(treaty) => {
                told(format!("“{}”", base[treaty].title), ["is", "was", "be"], "in force".to_owned())
            }
            State::Backs { by, backs, dispute } => {
                let over = dispute.map_or_else(String::new, |dispute| format!(" over {}", base[dispute].name));
                told(called(by), ["backs", "backed", "back"], format!("{}{over}", called(backs)))
            }
            State::BackEachOther(a, b) => told(both(a, b), ["back", "backed", "back"], "each other".to_owned()),
            State::Exists(actor) => told(called(actor), ["exists", "existed", "exist"], "as a state".to_owned()),
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
