//! How far the record reaches of what is counted, ranked or listed.

use super::Answer;
use super::recognition::members;
use super::told::on;
use crate::ask::request::{Number, Request};
use crate::ask::time::Time;
use crate::model::{ActorIx, Asked, Base, Counted, CountedAct, Date, Day, Entity, Matter, Pair};
use crate::query::{Pick, history_in_words, history_of, matter_of};

/// What a request needs covered, and whether its answer stands or falls with that: a number, a place, a last one.
pub(super) struct Needs {
    pub(super) matters: Vec<Matter>,
    pub(super) decides: bool,
    /// Whether it is a place, counted from the first.
    places: bool,
    /// Whether it is the last place.
    is_last: bool,
    /// The acts of which it needs all.
    acts: Option<Counted>,
    /// The day up to which it has to be covered; `None`: today.
    to: Option<Day>,
}

/// The answer with a line on how far the record reaches.
pub(super) fn told(base: &Base, request: &Request, answer: Answer, today: Day) -> Answer {
    let Some(needs) = needs(request) else { return answer };
    // A place is decided once its holder has acted: what came later doesn't matter.
    let acted = answer.rests_on.iter().map(|ix| base[*ix].begins.latest).filter(|day| *day <= today).max();
    let to = if needs.places { acted } else { needs.to };
    let asked = Asked::of(to.unwrap_or(today), today);
    // The last rests on what came after it, any other place and a number on all.
    let first = answer.rests_on.iter().map(|ix| base[*ix].begins.earliest).min();
    let days = (first.filter(|_| needs.is_last), asked.day.min(today));
    let covered = base.reaches(&needs.matters, asked);
    let (reached, lines) = match &needs.acts {
        Some(acts) => {
            let reached = covered && history_of(base, acts, days).is_some();
            (reached, history_in_words(base, acts, days, today))
        }
        None => (covered, base.record_of(&needs.matters, asked)),
    };
    let counts = matches!(
        request,
        Request::HowMany {
            what: Number::Recognizers(_, None) | Number::Partners(_) | Number::Members(_) | Number::Parties(_),
            ..
        }
    );
    let stated =
        needs.matters.first().filter(|_| counts).and_then(|matter| counted_by_a_source(base, *matter, asked.day));
    let lines = stated.into_iter().chain(lines).collect::<Vec<_>>();
    let open = answer.open || needs.decides && !reached;
    Answer { open, needs: Some((needs.matters, asked)), ..answer }.with_all(lines)
}

/// What a source counts, last before a day.
fn counted_by_a_source(base: &Base, matter: Matter, day: Day) -> Option<String> {
    let counts = base.counts.iter().filter(|count| count.of == matter && count.on.earliest() <= day);
    counts.max_by_key(|count| count.on.earliest()).map(|stated| {
        let group = stated.among.map_or_else(String::new, |among| format!(" among {}", members(base, among)));
        format!("A source counts {}{group} {}.", stated.number, on(&stated.on))
    })
}

pub(super) fn needs(request: &Request) -> Option<Needs> {
    let of = |matters: Vec<Matter>, decides: bool| {
        Some(Needs { matters, decides, places: false, is_last: false, acts: None, to: None })
    };
    let as_of = |matter: Matter, on: &Option<Date>, decides: bool| {
        Some(Needs {
            matters: vec![matter],
            decides,
            places: false,
            is_last: false,
            acts: None,
            to: on.as_ref().map(Date::latest),
        })
    };
    let picked = |matter: Matter, pick: Pick, counted: Option<Counted>| {
        let (places, last) = (matches!(pick, Pick::Nth(_)), pick == Pick::Last);
        let to = counted.as_ref().and_then(|counted| counted.on.as_ref()).map(Date::latest);
        let acts = counted.filter(|_| places || last);
        Some(Needs { matters: vec![matter], decides: places || last, places, is_last: last, acts, to })
    };
    match request {
        Request::Recognitions { of: whom, pick, time, .. } => {
            picked(Matter::RecognitionsOf(*whom), *pick, Some(recognized(*whom, CountedAct::Recognized, time)))
        }
        Request::RecognizedBy { by, pick, .. } => picked(Matter::RecognitionsBy(*by), *pick, None),
        Request::Recognizers { of: whom, also, not, on, .. } => Some(Needs {
            matters: [Some(*whom), *also, *not].into_iter().flatten().map(Matter::RecognitionsOf).collect(),
            decides: false,
            places: false,
            is_last: false,
            acts: None,
            to: on.as_ref().map(Date::latest),
        }),
        Request::NonRecognizers { of: whom, among, on } => Some(Needs {
            matters: vec![Matter::RecognitionsOf(*whom), Matter::Members(*among)],
            decides: true,
            places: false,
            is_last: false,
            acts: None,
            to: on.as_ref().map(Date::latest),
        }),
        Request::Doers { counted, pick } => picked(matter_of(counted)?, *pick, Some(counted.clone())),
        Request::Place { counted, .. } => picked(matter_of(counted)?, Pick::Nth(1), Some(counted.clone())),
        Request::HowMany { what, time } => {
            let to = match time {
                Time::On(date) | Time::By(date) => Some(date.latest()),
                _ => None,
            };
            let acts = match what {
                Number::Recognitions(of) => Some(recognized(*of, CountedAct::Recognized, time)),
                Number::Withdrawals(of) => Some(recognized(*of, CountedAct::Withdrawn, time)),
                _ => None,
            };
            Some(Needs { matters: vec![number(what)?], decides: true, places: false, is_last: false, acts, to })
        }
        Request::Relations { a, b, on: day } => as_of(Matter::RelationsBetween(Pair::new(*a, *b)?), day, false),
        Request::Missions { of, at, on: day, .. } => as_of(missions(*of, *at)?, day, false),
        Request::Partners { actor, on: day } => as_of(Matter::RelationsOf(*actor), day, false),
        Request::Treaties { actors, on: day } => match actors[..] {
            [one] => as_of(Matter::TreatiesOf(one), day, false),
            [one, other] => as_of(Matter::TreatiesBetween(Pair::new(one, other)?), day, false),
            _ => None,
        },
        Request::Parties { treaty, on: day } => as_of(Matter::Parties(*treaty), day, false),
        Request::Resolutions { by: Some(by), about: None, .. } => of(vec![Matter::ResolutionsOf(*by)], false),
        Request::Resolutions { about: Some(about), .. } => of(vec![Matter::ResolutionsAbout(*about)], false),
        Request::Members { organization, on: day } => as_of(Matter::Members(*organization), day, false),
        Request::Memberships { actors, on: day } => match actors[..] {
            [one] => as_of(Matter::MembershipsOf(one), day, false),
            _ => None,
        },
        Request::Positions { dispute: Some(dispute), on: day, .. } => as_of(Matter::Positions(*dispute), day, false),
        _ => None,
    }
}

/// The acts of recognition of an actor, or of taking that back, in a time.
fn recognized(of: ActorIx, act: CountedAct, time: &Time) -> Counted {
    let (since, on) = match time {
        Time::On(date) => (Some(date.clone()), Some(date.clone())),
        Time::By(date) | Time::Before(date) => (None, Some(date.clone())),
        Time::Since(date) | Time::After(date) => (Some(date.clone()), None),
        Time::Between(from, to) => (Some(from.clone()), Some(to.clone())),
        Time::Ever => (None, None),
    };
    Counted { since, on, ..Counted::all(act, Entity::Actor(of)) }
}

fn missions(of: Option<ActorIx>, at: Option<ActorIx>) -> Option<Matter> {
    Some(match (of, at) {
        (Some(of), Some(at)) => Matter::MissionsBetween(Pair::new(of, at)?),
        (Some(one), None) | (None, Some(one)) => Matter::MissionsOf(one),
        (None, None) => return None,
    })
}

fn number(what: &Number) -> Option<Matter> {
    Some(match *what {
        Number::Recognizers(of, _) | Number::Recognitions(of) | Number::Withdrawals(of) => Matter::RecognitionsOf(of),
        Number::RecognizedBy(by) => Matter::RecognitionsBy(by),
        Number::Partners(of) => Matter::RelationsOf(of),
        Number::Members(of) => Matter::Members(of),
        Number::Parties(treaty) => Matter::Parties(treaty),
        Number::Treaties(ref actors) => match actors[..] {
            [one] => Matter::TreatiesOf(one),
            [one, other] => Matter::TreatiesBetween(Pair::new(one, other)?),
            _ => return None,
        },
        Number::Resolutions(Some(by), None) => Matter::ResolutionsOf(by),
        Number::Resolutions(_, Some(about)) => Matter::ResolutionsAbout(about),
        // A roll call is a complete scope of its own votes.
        Number::Votes(..) | Number::Countries | Number::Resolutions(None, None) => return None,
    })
}
