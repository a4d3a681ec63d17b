//! `chancery.v2/positions`

use serde::Serialize;

use super::parts::{ActorRef, AttestationOut, ReachOut, attestations, date, reach, until};
use crate::model::{AsOf, Base, Matter};
use crate::query::{Backing, PositionsAnswer};

#[derive(Serialize)]
struct PositionsOut<'a> {
    schema: &'static str,
    record: Vec<ReachOut<'a>>,
    dispute: Option<&'a str>,
    on: Option<String>,
    positions: Vec<PositionOut<'a>>,
    reciprocal: Vec<ReciprocalOut<'a>>,
}

#[derive(Serialize)]
struct PositionOut<'a> {
    statement: &'a str,
    dispute: &'a str,
    by: ActorRef<'a>,
    backs: ActorRef<'a>,
    from: Option<&'a str>,
    until: Option<&'a str>,
    band: &'static str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    presumed: bool,
    contested: bool,
    attestations: Vec<AttestationOut<'a>>,
}

#[derive(Serialize)]
struct ReciprocalOut<'a> {
    actors: [&'a str; 2],
    disputes: [&'a str; 2],
    statements: [&'a str; 2],
    band: &'static str,
}

/// The answer as a document.
pub fn positions(base: &Base, answer: &PositionsAnswer) -> serde_json::Value {
    let asked = answer.request.on.unwrap_or_else(|| AsOf::of(base.known_by(), base.known_by()));
    let document = PositionsOut {
        schema: "chancery.v2/positions",
        record: answer
            .request
            .dispute
            .map_or_else(Vec::new, |dispute| reach(base, [Matter::Positions(dispute)], asked)),
        dispute: answer.request.dispute.map(|ix| base[ix].id.as_str()),
        on: answer.request.on.map(|asked| asked.day.to_string()),
        positions: answer.positions.iter().map(|backing| position(base, backing)).collect(),
        reciprocal: answer
            .reciprocal
            .iter()
            .map(|pair| ReciprocalOut {
                actors: [base[pair.one.by].id.as_str(), base[pair.other.by].id.as_str()],
                disputes: [base[pair.one.dispute].id.as_str(), base[pair.other.dispute].id.as_str()],
                statements: [&base[pair.one.statement].id, &base[pair.other.statement].id],
                band: pair.band.name(),
            })
            .collect(),
    };
    serde_json::to_value(document).expect("published shapes are plain")
}

fn position<'a>(base: &'a Base, backing: &Backing) -> PositionOut<'a> {
    let statement = &base[backing.statement];
    PositionOut {
        statement: &statement.id,
        dispute: base[backing.dispute].id.as_str(),
        by: ActorRef::new(base, backing.by),
        backs: ActorRef::new(base, backing.backs),
        from: date(base, backing.statement),
        until: until(statement),
        band: backing.band.name(),
        presumed: backing.presumed,
        contested: statement.is_contested(),
        attestations: attestations(base, statement),
    }
}
