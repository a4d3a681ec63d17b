//! `chancery.v2/anniversaries`: what happened on a day of an earlier year.

use serde::Serialize;

use crate::model::{Base, Closed, Date, StatementIx, begun};
use crate::query::AnniversariesAnswer;

#[derive(Serialize)]
struct AnniversariesOut<'a> {
    schema: &'static str,
    from: String,
    to: String,
    actors: Vec<&'a str>,
    round: Option<u32>,
    entries: Vec<AnniversaryOut<'a>>,
    uncertain: Vec<UncertainOut<'a>>,
    undated: usize,
}

#[derive(Serialize)]
struct AnniversaryOut<'a> {
    on: String,
    years: u32,
    date: String,
    occasion: &'static str,
    what: String,
    statement: &'a str,
}

#[derive(Serialize)]
struct UncertainOut<'a> {
    years: Option<u32>,
    date: Option<&'a str>,
    occasion: &'static str,
    what: String,
    statement: &'a str,
}

/// The answer as a document.
pub fn anniversaries(base: &Base, answer: &AnniversariesAnswer) -> serde_json::Value {
    let what = |ix: StatementIx| begun(base, &base[ix]);
    let document = AnniversariesOut {
        schema: "chancery.v2/anniversaries",
        from: answer.request.from.to_string(),
        to: answer.request.to.to_string(),
        actors: answer.request.actors.iter().map(|actor| base[*actor].id.as_str()).collect(),
        round: answer.request.round,
        entries: answer
            .entries
            .iter()
            .map(|entry| AnniversaryOut {
                on: entry.on.to_string(),
                years: entry.years,
                date: entry.day.to_string(),
                occasion: entry.occasion.name(),
                what: what(entry.statement),
                statement: &base[entry.statement].id,
            })
            .collect(),
        uncertain: answer
            .uncertain
            .iter()
            .map(|one| UncertainOut {
                years: one.years,
                date: base[one.statement].date().map(Date::as_str),
                occasion: one.occasion.name(),
                what: what(one.statement),
                statement: &base[one.statement].id,
            })
            .collect(),
        undated: answer.undated,
    };
    serde_json::to_value(document).expect("published shapes are plain")
}
