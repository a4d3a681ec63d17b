//! `chancery.v2/treaties`

use serde::Serialize;

use super::parts::{ReachOut, date, reach};
use crate::model::{AsOf, Base, Closed, Fact, StatementIx};
use crate::query::TreatiesAnswer;

#[derive(Serialize)]
struct TreatiesOut<'a> {
    schema: &'static str,
    record: Vec<ReachOut<'a>>,
    on: Option<String>,
    as_of: String,
    treaties: Vec<TreatyOut<'a>>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    left_out: bool,
}

#[derive(Serialize)]
struct TreatyOut<'a> {
    id: &'a str,
    title: &'a str,
    kind: &'static str,
    in_force: &'static str,
    said: &'static str,
    acts: Vec<ActOut<'a>>,
    parties: Vec<PartyOut<'a>>,
}

#[derive(Serialize)]
struct PartyOut<'a> {
    actor: &'a str,
    name: &'a str,
    actions: Vec<ActOut<'a>>,
    in_force: &'static str,
    said: &'static str,
}

#[derive(Serialize)]
struct ActOut<'a> {
    statement: &'a str,
    act: &'static str,
    date: Option<&'a str>,
    contested: bool,
}

/// The answer as a document.
pub fn treaties(base: &Base, answer: &TreatiesAnswer) -> serde_json::Value {
    let acts = |list: &[StatementIx]| -> Vec<ActOut<'_>> {
        let out = |&ix: &StatementIx| ActOut {
            statement: &base[ix].id,
            act: match base[ix].fact {
                Fact::Treaty { act, .. } => act.name(),
                _ => unreachable!("acts of a treaty are treaty actions"),
            },
            date: date(base, ix),
            contested: base[ix].is_contested(),
        };
        list.iter().map(out).collect()
    };
    let document = TreatiesOut {
        schema: "chancery.v2/treaties",
        record: reach(base, answer.request.matters(), AsOf::of(answer.day, answer.request.today)),
        on: answer.request.on.map(|day| day.to_string()),
        as_of: answer.day.to_string(),
        left_out: base.left_out_of(&answer.request.matters()).is_some(),
        treaties: answer
            .treaties
            .iter()
            .map(|state| TreatyOut {
                id: base[state.treaty].id.as_str(),
                title: &base[state.treaty].title,
                kind: base[state.treaty].kind.name(),
                in_force: state.in_force.name(),
                said: state.said.name(),
                acts: acts(&state.acts),
                parties: state
                    .parties
                    .iter()
                    .map(|party| PartyOut {
                        actor: base[party.actor].id.as_str(),
                        name: &base[party.actor].name,
                        actions: acts(&party.actions),
                        in_force: party.in_force.name(),
                        said: party.said.name(),
                    })
                    .collect(),
            })
            .collect(),
    };
    serde_json::to_value(document).expect("published shapes are plain")
}
