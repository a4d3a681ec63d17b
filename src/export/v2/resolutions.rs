//! `chancery.v2/resolutions`

use std::collections::BTreeMap;

use serde::Serialize;

use super::parts::{ActorRef, AttestationOut, TallyOut, attestations, date};
use crate::model::{Band, Base, Closed, ResolutionIx};
use crate::query::{ResolutionsAnswer, absentees};

#[derive(Serialize)]
struct ResolutionsOut<'a> {
    schema: &'static str,
    resolutions: Vec<ResolutionOut<'a>>,
}

#[derive(Serialize)]
struct ResolutionOut<'a> {
    id: &'a str,
    statement: &'a str,
    by: ActorRef<'a>,
    title: &'a str,
    symbol: Option<&'a str>,
    date: Option<&'a str>,
    vote: &'static str,
    tally: Option<TallyOut>,
    does: Vec<DeedOut<'a>>,
    about: Vec<&'a str>,
    roll_call: BTreeMap<&'static str, Vec<&'a str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    without_vote: Option<WithoutVoteOut<'a>>,
    contested: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    contest: Option<&'a str>,
    attestations: Vec<AttestationOut<'a>>,
}

#[derive(Serialize)]
struct WithoutVoteOut<'a> {
    certain: Vec<&'a str>,
    possible: Vec<&'a str>,
}

#[derive(Serialize)]
struct DeedOut<'a> {
    act: &'static str,
    what: Option<&'a str>,
    words: Option<&'a str>,
}

/// The answer as a document.
pub fn resolutions(base: &Base, answer: &ResolutionsAnswer) -> serde_json::Value {
    let document = ResolutionsOut {
        schema: "chancery.v2/resolutions",
        resolutions: answer.resolutions.iter().map(|&ix| resolution(base, ix)).collect(),
    };
    serde_json::to_value(document).expect("published shapes are plain")
}

fn resolution(base: &Base, ix: ResolutionIx) -> ResolutionOut<'_> {
    let resolution = &base[ix];
    let statement = &base[resolution.adopted];
    let mut roll_call: BTreeMap<&'static str, Vec<&str>> = BTreeMap::new();
    for (choice, by, _) in ResolutionsAnswer::roll_call(base, ix) {
        roll_call.entry(choice.name()).or_default().push(base[by].id.as_str());
    }
    let without_vote = absentees(base, ix).map(|missing| {
        let of = |band: Band| {
            missing.iter().filter(|one| one.band == band).map(|one| base[one.member].id.as_str()).collect()
        };
        WithoutVoteOut { certain: of(Band::Certain), possible: of(Band::Possible) }
    });
    ResolutionOut {
        id: resolution.id.as_str(),
        statement: &statement.id,
        by: ActorRef::new(base, resolution.by),
        title: &resolution.title,
        symbol: resolution.symbol.as_deref(),
        date: date(base, resolution.adopted),
        vote: resolution.vote.name(),
        tally: resolution.tally.map(TallyOut::from),
        does: resolution
            .deeds
            .iter()
            .map(|deed| DeedOut {
                act: deed.act.name(),
                what: deed.what.map(|entity| base.id(entity)),
                words: deed.words.as_deref(),
            })
            .collect(),
        about: resolution.about.iter().map(|entity| base.id(*entity)).collect(),
        roll_call,
        without_vote,
        contested: statement.is_contested(),
        contest: statement.contest.as_deref(),
        attestations: attestations(base, statement),
    }
}
