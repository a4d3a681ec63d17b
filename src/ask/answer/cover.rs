//! How far the record reaches of what is counted, ranked or listed.

use super::Answer;
use crate::ask::request::{Number, Request};
use crate::ask::time::Time;
use crate::model::{ActorIx, Asked, Base, Date, Day, Matter, Pair};
use crate::query::{Pick, matter_of};

/// What a request needs covered, and whether its answer stands or falls with that: a number, a place, a last one.
pub(super) struct Needs {
    pub(super) matters: Vec<Matter>,
    pub(super) decides: bool,
    /// Whether it is a place, counted from the first.
    places: bool,
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
    let reached = base.reaches(&needs.matters, asked);
    let lines = base.record_of(&needs.matters, asked);
    let open = answer.open || needs.decides && !reached;
    Answer { open, needs: Some((needs.matters, asked)), ..answer }.with_all(lines)
}

pub(super) fn needs(request: &Request) -> Option<Needs> {
    let of = |matters: Vec<Matter>, decides: bool| Some(Needs { matters, decides, places: false, to: None });
    let on = |matter: Matter, on: &Option<Date>, decides: bool| {
        Some(Needs { matters: vec![matter], decides, places: false, to: on.as_ref().map(Date::latest) })
    };
    let picked = |matter: Matter, pick: Pick| {
        let (places, last) = (matches!(pick, Pick::Nth(_)), pick == Pick::Last);
        Some(Needs { matters: vec![matter], decides: places || last, places, to: None })
    };
    match request {
        Request::Recognitions { of: whom, pick, .. } => picked(Matter::RecognitionsOf(*whom), *pick),
        Request::RecognizedBy { by, pick, .. } => picked(Matter::RecognitionsBy(*by), *pick),
        Request::Recognizers { of: whom, also, not, on, .. } => Some(Needs {
            matters: [Some(*whom), *also, *not].into_iter().flatten().map(Matter::RecognitionsOf).collect(),
            decides: false,
            places: false,
            to: on.as_ref().map(Date::latest),
        }),
        Request::NonRecognizers { of: whom, among, on } => Some(Needs {
            matters: vec![Matter::RecognitionsOf(*whom), Matter::Members(*among)],
            decides: true,
            places: false,
            to: on.as_ref().map(Date::latest),
        }),
        Request::Doers { counted, pick } => picked(matter_of(counted)?, *pick),
        Request::Place { counted, .. } => picked(matter_of(counted)?, Pick::Nth(1)),
        Request::HowMany { what, time } => {
            let to = match time {
                Time::On(date) | Time::By(date) => Some(date.latest()),
                _ => None,
            };
            Some(Needs { matters: vec![number(what)?], decides: true, places: false, to })
        }
        Request::Relations { a, b, on: day } => on(Matter::RelationsBetween(Pair::new(*a, *b)?), day, false),
        Request::Missions { of, at, on: day, .. } => on(missions(*of, *at)?, day, false),
        Request::Partners { actor, on: day } => on(Matter::RelationsOf(*actor), day, false),
        Request::Treaties { actors, on: day } => match actors[..] {
            [one] => on(Matter::TreatiesOf(one), day, false),
            [one, other] => on(Matter::TreatiesBetween(Pair::new(one, other)?), day, false),
            _ => None,
        },
        Request::Parties { treaty, on: day } => on(Matter::Parties(*treaty), day, false),
        Request::Resolutions { by: Some(by), about: None, .. } => of(vec![Matter::ResolutionsOf(*by)], false),
        Request::Resolutions { about: Some(about), .. } => of(vec![Matter::ResolutionsAbout(*about)], false),
        Request::Members { organization, on: day } => on(Matter::Members(*organization), day, false),
        Request::Memberships { actors, on: day } => match actors[..] {
            [one] => on(Matter::MembershipsOf(one), day, false),
            _ => None,
        },
        Request::Positions { dispute: Some(dispute), on: day, .. } => on(Matter::Positions(*dispute), day, false),
        _ => None,
    }
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
