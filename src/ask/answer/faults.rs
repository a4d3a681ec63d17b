//! What an answer says where records on what was asked were left out for a fault.

use super::cover::needs;
use super::happened::matter;
use super::{Answer, Said};
use crate::ask::request::{Happening, Number, Request, State};
use crate::model::{ActorIx, Asserts, Base, Entity, Matter, Pair};
use crate::query::matter_of;

/// The answer with a line on what was left out. One that counts, ranks or rests on absence doesn't decide then.
pub(super) fn told(base: &Base, request: &Request, answer: Answer) -> Answer {
    let needs = needs(request);
    let decides = needs.as_ref().is_some_and(|needs| needs.decides);
    let concerns =
        needs.map_or_else(|| concerns(request), |needs| Concerns { matters: needs.matters, records: vec![] });
    let Some(line) = base.left_out_of(&concerns.matters).or_else(|| base.left_out_about(&concerns.records)) else {
        return answer;
    };
    let absent = !answer.found || answer.said == Some(Said::No) && answer.rests_on.is_empty();
    // What only fits does so because nothing on record speaks against it.
    let open = answer.open || decides || absent || answer.fits;
    Answer { open, fits: false, ..answer }.with(line)
}

/// What a request is about: matters where it asks for something that belongs to one, else records.
#[derive(Default)]
struct Concerns {
    matters: Vec<Matter>,
    records: Vec<Entity>,
}

impl Concerns {
    fn matters(matters: impl IntoIterator<Item = Matter>) -> Self {
        Self { matters: matters.into_iter().collect(), ..Self::default() }
    }

    fn actors(actors: impl IntoIterator<Item = ActorIx>) -> Self {
        Self { records: actors.into_iter().map(Entity::Actor).collect(), ..Self::default() }
    }

    fn record(record: Entity) -> Self {
        Self { records: vec![record], ..Self::default() }
    }

    fn and(mut self, other: Self) -> Self {
        self.matters.extend(other.matters);
        self.records.extend(other.records);
        self
    }
}

fn concerns(request: &Request) -> Concerns {
    match request {
        Request::When(what) | Request::Evidence(what) | Request::Did { what, .. } => happening(what),
        Request::Holds { what, .. } => state(what),
        Request::Test(asserts) => asserted(asserts),
        Request::Placed { counted, .. } => Concerns::matters(matter_of(counted)),
        Request::Order { earlier: one, later: other } | Request::Lasted { from: one, to: other, .. } => {
            happening(one).and(happening(other))
        }
        Request::HowLong { from, to } => happening(from).and(to.as_ref().map(happening).unwrap_or_default()),
        Request::Switchers { from, to, .. } => Concerns::matters([from, to].map(|of| Matter::RecognitionsOf(*of))),
        Request::RollCall { resolution, .. } | Request::Vote { resolution, .. } | Request::Voted { resolution, .. } => {
            Concerns::matters([Matter::Votes(*resolution)])
        }
        Request::HowMany { what: Number::Votes(resolution, _), .. } => Concerns::matters([Matter::Votes(*resolution)]),
        Request::HowMany { what: Number::Countries, .. } => Concerns::matters([Matter::Countries]),
        Request::Agreement { a, b } | Request::Path { from: a, to: b, .. } => Concerns::actors([*a, *b]),
        Request::Changes { actors, .. }
        | Request::Treaties { actors, .. }
        | Request::Memberships { actors, .. }
        | Request::Anniversaries { actors, .. }
        | Request::Brief(actors) => Concerns::actors(actors.iter().copied()),
        Request::Positions { by, backs, .. } => Concerns::actors(by.iter().chain(backs).copied()),
        Request::Reciprocal { actor } | Request::Snapshot { actor, .. } => Concerns::actors(*actor),
        Request::Show(record) => Concerns::record(*record),
        // The others are about a matter, or about nothing in particular.
        _ => Concerns::default(),
    }
}

fn happening(what: &Happening) -> Concerns {
    match *what {
        Happening::Switched { by, from, to } => {
            Concerns::matters([from, to].map(|of| Matter::RecognitionsBetween(by, of)))
        }
        Happening::Adopted(resolution) => Concerns::record(Entity::Resolution(resolution)),
        Happening::Event(event) => Concerns::record(Entity::Event(event)),
        Happening::Began(actor) | Happening::Ended(actor) => Concerns::actors([actor]),
        Happening::Backed { by, backs } => Concerns::actors([by, backs]),
        _ => Concerns::matters(matter(what).map(|(_, matter)| matter)),
    }
}

fn state(what: &State) -> Concerns {
    match *what {
        State::Recognizes { by, of } | State::Withholds { by, of } | State::DoesntRecognize { by, of } => {
            Concerns::matters([Matter::RecognitionsBetween(by, of)])
        }
        State::Mutual(a, b) => {
            Concerns::matters([Matter::RecognitionsBetween(a, b), Matter::RecognitionsBetween(b, a)])
        }
        State::Related(a, b) => Concerns::matters(Pair::new(a, b).map(Matter::RelationsBetween)),
        State::Mission { of, at, .. } => Concerns::matters(Pair::new(of, at).map(Matter::MissionsBetween)),
        State::Member { member, organization } => Concerns::matters([Matter::Membership(organization, member)]),
        State::Party { party, treaty } => Concerns::matters([Matter::Party(treaty, party)]),
        State::InForce(treaty) => Concerns::matters([Matter::Parties(treaty)]),
        State::Backs { by, backs, dispute } => {
            Concerns::matters(dispute.map(Matter::Positions)).and(Concerns::actors([by, backs]))
        }
        State::BackEachOther(a, b) => Concerns::actors([a, b]),
        State::Exists(actor) => Concerns::actors([actor]),
    }
}

fn asserted(asserts: &Asserts) -> Concerns {
    match asserts {
        Asserts::NthResolution { about, .. } => Concerns::matters([Matter::ResolutionsAbout(*about)]),
        Asserts::Countries { .. } => Concerns::matters([Matter::Countries]),
        Asserts::Status { pair, .. } => Concerns::matters([Matter::RelationsBetween(*pair)]),
        _ => Concerns::matters(asserts.counted().and_then(matter_of)),
    }
}
