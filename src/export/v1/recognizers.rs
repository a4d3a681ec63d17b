//! `chancery.v1/recognizers`: who recognizes an actor on a day.

use serde::Serialize;

use crate::model::{ActorIx, Base};
use crate::query::Recognizers;

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    of: &'a str,
    also: Option<&'a str>,
    not: Option<&'a str>,
    among: Option<&'a str>,
    members: usize,
    on: String,
    certain: Vec<&'a str>,
    possible: Vec<&'a str>,
}

/// The answer as a document.
pub fn recognizers(base: &Base, answer: &Recognizers) -> serde_json::Value {
    let request = &answer.request;
    let id = |actor: ActorIx| base[actor].id.as_str();
    let document = Document {
        schema: "chancery.v1/recognizers",
        of: id(request.of),
        also: request.also.map(id),
        not: request.not.map(id),
        among: request.among.map(id),
        members: answer.members,
        on: request.day.to_string(),
        certain: answer.certain.iter().map(|by| id(*by)).collect(),
        possible: answer.possible.iter().map(|by| id(*by)).collect(),
    };
    serde_json::to_value(document).expect("published shapes are plain")
}
