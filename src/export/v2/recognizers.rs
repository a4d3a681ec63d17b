//! `chancery.v2/recognizers`: who recognizes an actor on a day.

use serde::Serialize;

use super::parts::{ReachOut, reach};
use crate::model::{ActorIx, Base, Sure};
use crate::query::Recognizers;

#[derive(Serialize)]
struct RecognizersOut<'a> {
    schema: &'static str,
    record: Vec<ReachOut<'a>>,
    of: &'a str,
    also: Option<&'a str>,
    not: Option<&'a str>,
    among: Option<&'a str>,
    members: usize,
    on: String,
    certain: Vec<&'a str>,
    presumed: Vec<&'a str>,
    possible: Vec<&'a str>,
    implied: Vec<&'a str>,
    possibly_implied: Vec<&'a str>,
    ended: Vec<&'a str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    left_out: bool,
}

/// The answer as a document.
pub fn recognizers(base: &Base, answer: &Recognizers) -> serde_json::Value {
    let request = &answer.request;
    let id = |actor: ActorIx| base[actor].id.as_str();
    let so = |sure: Sure| answer.so(sure).map(|one| id(one.who)).collect();
    let document = RecognizersOut {
        schema: "chancery.v2/recognizers",
        record: reach(base, request.matters(), request.asked()),
        of: id(request.of),
        also: request.also.map(id),
        not: request.not.map(id),
        among: request.among.map(id),
        members: answer.members,
        on: request.day.to_string(),
        certain: so(Sure::Surely),
        presumed: so(Sure::Presumably),
        implied: answer.implied().map(|one| id(one.who)).collect(),
        possibly_implied: answer.possibly_implied().map(|one| id(one.who)).collect(),
        ended: answer.ended.iter().map(|by| id(*by)).collect(),
        left_out: base.left_out_of(&answer.request.matters()).is_some(),
        possible: so(Sure::Possibly),
    };
    serde_json::to_value(document).expect("published shapes are plain")
}
