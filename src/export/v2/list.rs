//! `chancery.v2/list`: the records of a kind, each in the shape of `chancery.v2/record`.

use serde_json::{Value, json};

use super::{record, statement};
use crate::model::{Base, Closed};
use crate::query::{Record, RecordKind};

/// The records as a document.
pub fn list(base: &Base, kind: RecordKind, records: &[Record]) -> Value {
    let out = |listed: &Record| match *listed {
        Record::Entity(entity) => record(base, entity),
        Record::Statement(ix) => statement(base, ix),
        Record::Gap(index) => gap(base, index),
    };
    let records: Vec<Value> = records.iter().map(out).collect();
    json!({ "schema": "chancery.v2/list", "kind": kind.name(), "records": records })
}

/// The id of a gap, by its position. Gaps have no lasting id: they close.
pub fn gap_id(index: usize) -> String {
    format!("gap-{}", index + 1)
}

fn gap(base: &Base, index: usize) -> Value {
    let gap = &base.gaps[index];
    let about: Vec<&str> = gap.about.iter().map(|entity| base.id(*entity)).collect();
    json!({
        "schema": "chancery.v2/record", "kind": "gap", "id": gap_id(index),
        "about": about, "what": gap.what, "looked_in": gap.looked_in,
    })
}
