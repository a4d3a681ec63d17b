//! `chancery.v2/recognitions`

use serde::Serialize;

use super::parts::{
    ActorRef, AttestationOut, CitationOut, PlaceRange, ReachOut, attestations, citations, date, day, reach, until,
};
use crate::model::{ActorIx, Asserts, Base, Claim, Closed, Fact, StatementIx};
use crate::query::{PickAnswer, Recognition, RecognitionsAnswer, history_of};

#[derive(Serialize)]
struct RecognitionsOut<'a> {
    schema: &'static str,
    record: Vec<ReachOut<'a>>,
    of: Option<&'a str>,
    by: Option<&'a str>,
    acts: Vec<RecognitionOut<'a>>,
    undated: usize,
    implied: Vec<ImpliedOut<'a>>,
    withheld: Vec<WithheldOut<'a>>,
    denied: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    withdrawals: Vec<WithdrawnOut<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    picked: Option<PickedOut<'a>>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    left_out: bool,
}

#[derive(Serialize)]
struct RecognitionOut<'a> {
    statement: &'a str,
    by: ActorRef<'a>,
    of: ActorRef<'a>,
    form: &'static str,
    #[serde(rename = "as")]
    capacity: &'static str,
    date: Option<&'a str>,
    earliest: Option<String>,
    latest: Option<String>,
    bounds: BoundsOut,
    place: Option<PlaceRange>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    again: bool,
    contested: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    contest: Option<&'a str>,
    withdrawn: Option<WithdrawnOut<'a>>,
    band: &'static str,
    attestations: Vec<AttestationOut<'a>>,
}

/// The days on which it can have happened, by its date and by what must hold.
#[derive(Serialize)]
struct BoundsOut {
    earliest: Option<String>,
    latest: Option<String>,
}

#[derive(Serialize)]
struct WithdrawnOut<'a> {
    statement: &'a str,
    act: &'static str,
    date: Option<&'a str>,
    contested: bool,
    attestations: Vec<AttestationOut<'a>>,
}

/// Recognition that no record states and that relations imply.
#[derive(Serialize)]
struct ImpliedOut<'a> {
    by: ActorRef<'a>,
    statement: &'a str,
    bounds: BoundsOut,
}

#[derive(Serialize)]
struct WithheldOut<'a> {
    statement: &'a str,
    by: ActorRef<'a>,
    of: ActorRef<'a>,
    from: Option<&'a str>,
    until: Option<&'a str>,
    contested: bool,
    attestations: Vec<AttestationOut<'a>>,
}

#[derive(Serialize)]
struct PickedOut<'a> {
    nth: Option<usize>,
    shown: Vec<&'a str>,
    possible: Vec<&'a str>,
    undated: usize,
    implied: usize,
    claims: Vec<PlaceClaimOut<'a>>,
}

#[derive(Serialize)]
struct PlaceClaimOut<'a> {
    id: &'a str,
    text: &'a str,
    by: &'a str,
    sources: Vec<CitationOut<'a>>,
}

/// The answer as a document.
pub fn recognitions(base: &Base, answer: &RecognitionsAnswer) -> serde_json::Value {
    let id = |ix: ActorIx| base[ix].id.as_str();
    let mut record = reach(base, answer.request.matters(), answer.asked(base));
    // A place is reached where all is covered that it rests on.
    if let Some((counted, days)) = answer.rests_on_all(base) {
        let reached = history_of(base, &counted, days).is_some();
        record.iter_mut().for_each(|one| one.reached &= reached);
    }
    let document = RecognitionsOut {
        schema: "chancery.v2/recognitions",
        record,
        of: answer.request.of.map(id),
        by: answer.request.by.map(id),
        acts: answer.shown().map(|act| act_out(base, act)).collect(),
        undated: answer.undated,
        implied: answer
            .implied
            .iter()
            .map(|implied| ImpliedOut {
                by: ActorRef::new(base, implied.by),
                statement: &base[implied.statement].id,
                bounds: BoundsOut { earliest: day(implied.earliest), latest: day(implied.latest) },
            })
            .collect(),
        withheld: answer.withheld.iter().map(|&ix| withheld(base, ix)).collect(),
        denied: answer.denied.iter().map(|&ix| &*base[ix].id).collect(),
        withdrawals: answer.withdrawals.iter().map(|&ix| withdrawn(base, ix)).collect(),
        left_out: base.left_out_of(&answer.request.matters()).is_some(),
        picked: answer.picked.as_ref().map(|picked| picked_out(base, answer, picked)),
    };
    serde_json::to_value(document).expect("published shapes are plain")
}

fn act_out<'a>(base: &'a Base, act: &Recognition) -> RecognitionOut<'a> {
    let statement = &base[act.statement];
    let (form, capacity) = match statement.fact {
        Fact::Recognition { form, capacity, .. } => (form.name(), capacity.name()),
        _ => unreachable!("acts of recognition are recognitions"),
    };
    RecognitionOut {
        statement: &statement.id,
        by: ActorRef::new(base, act.by),
        of: ActorRef::new(base, act.of),
        form,
        capacity,
        date: date(base, act.statement),
        earliest: day(statement.begins.earliest),
        latest: day(statement.begins.latest),
        bounds: BoundsOut { earliest: day(act.earliest), latest: day(act.latest) },
        place: act.place.map(PlaceRange::from),
        again: act.again,
        contested: statement.is_contested(),
        contest: statement.contest.as_deref(),
        withdrawn: act.withdrawn.map(|ix| withdrawn(base, ix)),
        band: act.band.name(),
        attestations: attestations(base, statement),
    }
}

fn withdrawn(base: &Base, ix: StatementIx) -> WithdrawnOut<'_> {
    WithdrawnOut {
        statement: &base[ix].id,
        act: match base[ix].fact {
            Fact::Recognition { act, .. } => act.name(),
            _ => unreachable!("what withdraws a recognition is one"),
        },
        date: date(base, ix),
        contested: base[ix].is_contested(),
        attestations: attestations(base, &base[ix]),
    }
}

fn withheld(base: &Base, ix: StatementIx) -> WithheldOut<'_> {
    let statement = &base[ix];
    let Fact::Recognition { by, of, .. } = statement.fact else { unreachable!("withheld recognition is recognition") };
    WithheldOut {
        statement: &statement.id,
        by: ActorRef::new(base, by),
        of: ActorRef::new(base, of),
        from: date(base, ix),
        until: until(statement),
        contested: statement.is_contested(),
        attestations: attestations(base, statement),
    }
}

fn picked_out<'a>(base: &'a Base, answer: &RecognitionsAnswer, picked: &PickAnswer) -> PickedOut<'a> {
    let id = |act: &Recognition| &*base[act.statement].id;
    PickedOut {
        nth: picked.nth,
        shown: answer.shown().map(id).collect(),
        possible: answer.possible().map(id).collect(),
        undated: picked.undated,
        implied: picked.implied,
        claims: picked.claims.iter().map(|&ix| claim(base, &base[ix])).collect(),
    }
}

fn claim<'a>(base: &'a Base, claim: &'a Claim) -> PlaceClaimOut<'a> {
    let by = match claim.asserts {
        Asserts::Nth { by, .. } | Asserts::Last { by, .. } => base[by].id.as_str(),
        _ => "",
    };
    PlaceClaimOut { id: claim.id.as_str(), text: &claim.text, by, sources: citations(base, &claim.sources) }
}
