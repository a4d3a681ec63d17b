//! `chancery.v2/path`: how two actors are joined.

use serde::Serialize;

use crate::model::{Base, Closed};
use crate::query::{Hop, PathAnswer};

#[derive(Serialize)]
struct PathOut<'a> {
    schema: &'static str,
    actors: [&'a str; 2],
    via: &'static str,
    on: String,
    certain: Option<Vec<HopOut<'a>>>,
    possible: Option<Vec<HopOut<'a>>>,
}

#[derive(Serialize)]
struct HopOut<'a> {
    actors: [&'a str; 2],
    treaty: Option<&'a str>,
    statements: Vec<&'a str>,
    band: &'static str,
    presumed: bool,
}

/// The answer as a document.
pub fn path(base: &Base, answer: &PathAnswer) -> serde_json::Value {
    let request = &answer.request;
    let hop = |hop: &Hop, presumed: bool| HopOut {
        actors: [hop.from, hop.to].map(|actor| base[actor].id.as_str()),
        treaty: hop.via.map(|treaty| base[treaty].id.as_str()),
        statements: hop.statements.iter().map(|ix| &*base[*ix].id).collect(),
        band: hop.band.name(),
        presumed,
    };
    let certain = answer
        .certain
        .as_ref()
        .map(|path| path.iter().enumerate().map(|(nth, one)| hop(one, answer.presumed.contains(&nth))).collect());
    let possible = answer.possible.as_ref().map(|path| path.iter().map(|one| hop(one, false)).collect());
    let document = PathOut {
        schema: "chancery.v2/path",
        actors: [request.from, request.to].map(|actor| base[actor].id.as_str()),
        via: request.via.name(),
        on: request.day.to_string(),
        certain,
        possible,
    };
    serde_json::to_value(document).expect("published shapes are plain")
}
