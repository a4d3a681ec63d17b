//! `chancery.v2/agreement`

use std::collections::BTreeMap;

use serde::Serialize;

use super::parts::{ActorRef, date};
use crate::model::{Base, Closed};
use crate::query::{Accord, AgreementAnswer, Ballot};

#[derive(Serialize)]
struct AgreementOut<'a> {
    schema: &'static str,
    actors: [ActorRef<'a>; 2],
    counts: BTreeMap<&'static str, usize>,
    alone: [usize; 2],
    ballots: Vec<BallotOut<'a>>,
}

#[derive(Serialize)]
struct BallotOut<'a> {
    resolution: &'a str,
    title: &'a str,
    date: Option<&'a str>,
    choices: [&'static str; 2],
    statements: [&'a str; 2],
    accord: &'static str,
    band: &'static str,
}

/// The answer as a document.
pub fn agreement(base: &Base, answer: &AgreementAnswer) -> serde_json::Value {
    let document = AgreementOut {
        schema: "chancery.v2/agreement",
        actors: answer.request.actors.map(|actor| ActorRef::new(base, actor)),
        counts: Accord::ALL.iter().map(|&accord| (accord.name(), answer.count(accord))).collect(),
        alone: answer.alone,
        ballots: answer.ballots.iter().map(|ballot| ballot_out(base, ballot)).collect(),
    };
    serde_json::to_value(document).expect("published shapes are plain")
}

fn ballot_out<'a>(base: &'a Base, ballot: &Ballot) -> BallotOut<'a> {
    let resolution = &base[ballot.resolution];
    BallotOut {
        resolution: resolution.id.as_str(),
        title: &resolution.title,
        date: date(base, resolution.adopted),
        choices: ballot.choices.map(|choice| choice.name()),
        statements: ballot.votes.map(|ix| &*base[ix].id),
        accord: ballot.accord.name(),
        band: ballot.band.name(),
    }
}
