//! What an answer says where records on what was asked were left out for a fault.

use super::cover::needs;
use super::{Answer, Said};
use crate::form::{Act, Pattern, Question, Slot, State, What};
use crate::model::{ActorIx, Asserts, Base, Entity, Matter};
use crate::query::{matter, matter_of};

/// The answer with a line on what was left out. One that counts, ranks or rests on absence doesn't decide then.
pub(super) fn told(base: &Base, question: &Question, answer: Answer) -> Answer {
    let needs = needs(question);
    let decides = needs.as_ref().is_some_and(|needs| needs.decides);
    let concerns =
        needs.map_or_else(|| concerns(question), |needs| Concerns { matters: needs.matters, records: vec![] });
    let Some(line) = base.left_out_of(&concerns.matters).or_else(|| base.left_out_about(&concerns.records)) else {
        return answer;
    };
    let absent = !answer.found || answer.said == Some(Said::No) && answer.rests_on.is_empty();
    // What only fits does so because nothing on record speaks against it.
    let open = answer.open || decides || absent || answer.fits;
    Answer { open, fits: false, ..answer }.with(line)
}

/// What a question is about: matters where it asks for something that belongs to one, else records.
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

    fn is_empty(&self) -> bool {
        self.matters.is_empty() && self.records.is_empty()
    }

    fn and(mut self, other: Self) -> Self {
        self.matters.extend(other.matters);
        self.records.extend(other.records);
        self
    }
}

fn concerns(question: &Question) -> Concerns {
    match question {
        Question::Which { of: Pattern { what, .. }, .. } | Question::HowMany(Pattern { what, .. }) => what_of(what),
        Question::When(act) | Question::Evidence(act) => closed(&What::Act(act.clone())),
        Question::Whether { what, .. } => closed(what),
        Question::Claim(asserts) => asserted(asserts),
        Question::Placed { counted, .. } => Concerns::matters(matter_of(counted)),
        Question::Order { earlier: one, later: other } | Question::Lasted { from: one, to: other, .. } => {
            closed(&What::Act(one.clone())).and(closed(&What::Act(other.clone())))
        }
        Question::HowLong { from, to } => {
            let to = to.as_ref().map(|to| closed(&What::Act(to.clone()))).unwrap_or_default();
            closed(&What::Act(from.clone())).and(to)
        }
        Question::Agreement { a, b } | Question::Path { from: a, to: b, .. } => Concerns::actors([*a, *b]),
        Question::Changes { actors, .. } | Question::Anniversaries { actors, .. } | Question::Brief(actors) => {
            Concerns::actors(actors.iter().copied())
        }
        Question::Snapshot { actor, .. } => Concerns::actors(*actor),
        Question::Show(record) => Concerns::record(*record),
        // The others are about a matter, or about nothing in particular.
        _ => Concerns::default(),
    }
}

fn closed(what: &What<ActorIx>) -> Concerns {
    what_of(&What::from(what))
}

fn what_of(what: &What<Slot>) -> Concerns {
    let matters = Concerns::matters(matter(what));
    match what {
        What::Act(Act::Switched { by, from, to }) => {
            let of = |of: &Slot| matter(&What::Act(Act::Withdrew { by: by.clone(), of: of.clone() }));
            Concerns::matters([from, to].into_iter().filter_map(of))
        }
        What::Act(Act::Adopted { resolution: Some(resolution), .. }) => {
            Concerns::record(Entity::Resolution(*resolution))
        }
        What::Act(Act::Event { event }) => Concerns::record(Entity::Event(*event)),
        What::State(State::EachOther { a, b }) => {
            let of =
                |(by, of): (&Slot, &Slot)| matter(&What::State(State::Recognizes { by: by.clone(), of: of.clone() }));
            Concerns::matters([(a, b), (b, a)].into_iter().filter_map(of))
        }
        What::Act(Act::Began { .. } | Act::Ended { .. } | Act::Backed { .. })
        | What::State(State::Backs { .. } | State::BackEachOther { .. }) => matters.and(named(what)),
        What::State(State::Exists { actor: Slot::Is(actor) }) => Concerns::actors([*actor]),
        What::State(State::Member { member: slot, .. } | State::Party { party: slot, treaty: None })
            if matters.is_empty() =>
        {
            Concerns::actors(slot.each().iter().copied())
        }
        _ => matters,
    }
}

/// Those who are named.
fn named(what: &What<Slot>) -> Concerns {
    let mut found = Vec::new();
    what.map(|slot| found.extend(slot.is()));
    Concerns::actors(found)
}

fn asserted(asserts: &Asserts) -> Concerns {
    match asserts {
        Asserts::NthResolution { about, .. } => Concerns::matters([Matter::ResolutionsAbout(*about)]),
        Asserts::Countries { .. } => Concerns::matters([Matter::Countries]),
        Asserts::Status { pair, .. } => Concerns::matters([Matter::RelationsBetween(*pair)]),
        _ => Concerns::matters(asserts.counted().and_then(matter_of)),
    }
}
