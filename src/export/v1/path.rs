//! `chancery.v1/path`: how two actors are joined.

use serde::Serialize;

use crate::graph::Hop;
use crate::model::{Base, Closed};
use crate::query::PathAnswer;

#[derive(Serialize)]
struct Path<'a> {
    schema: &'static str,
    from: &'a str,
    to: &'a str,
    via: &'static str,
    on: String,
    certain: Option<Vec<HopOut<'a>>>,
    possible: Option<Vec<HopOut<'a>>>,
}

#[derive(Serialize)]
struct HopOut<'a> {
    from: &'a str,
    to: &'a str,
    treaty: Option<&'a str>,
    statements: Vec<&'a str>,
    band: &'static str,
}

/// The answer as a document.
pub fn path(base: &Base, answer: &PathAnswer) -> serde_json::Value {
    let request = &answer.request;
    let hop = |hop: &Hop| HopOut {
        from: base[hop.from].id.as_str(),
        to: base[hop.to].id.as_str(),
        treaty: hop.via.map(|treaty| base[treaty].id.as_str()),
        statements: hop.statements.iter().map(|ix| &*base[*ix].id).collect(),
        band: hop.band.name(),
    };
    let hops = |path: &Option<Vec<Hop>>| path.as_ref().map(|path| path.iter().map(hop).collect());
    let document = Path {
        schema: "chancery.v1/path",
        from: base[request.from].id.as_str(),
        to: base[request.to].id.as_str(),
        via: request.via.name(),
        on: request.day.to_string(),
        certain: hops(&answer.certain),
        possible: hops(&answer.possible),
    };
    serde_json::to_value(document).expect("published shapes are plain")
}
