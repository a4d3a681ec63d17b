//! `chancery.v2/evidence`: every attestation of statements, and what follows.

use serde_json::{Value, json};

use super::record::statement;
use crate::model::{Base, Closed, stated};
use crate::query::{Evidence, Testimony};

/// The evidence as a document.
pub fn evidence(base: &Base, all: &[Evidence]) -> Value {
    let testimony = |one: &Testimony| {
        json!({
            "attestation": one.attestation,
            "bearing": one.bearing.name(),
            "primary": one.grades[0],
            "secondary": one.grades[1],
            "tertiary": one.grades[2],
            "witnesses": one.witnesses,
        })
    };
    let of = |one: &Evidence| {
        json!({
            "what": stated(base, &base[one.statement].fact),
            "statement": statement(base, one.statement),
            "testimonies": one.testimonies.iter().map(testimony).collect::<Vec<_>>(),
            "witnesses": one.witnesses,
        })
    };
    json!({ "schema": "chancery.v2/evidence", "evidence": all.iter().map(of).collect::<Vec<_>>() })
}
