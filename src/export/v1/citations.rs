//! `chancery.v1/citations`: sources as CSL-JSON, with the text of each in a style.

use serde_json::{Value, json};

/// The sources as a document.
pub fn citations(items: Vec<Value>, references: Vec<String>, style: &str) -> Value {
    json!({ "schema": "chancery.v1/citations", "style": style, "items": items, "references": references })
}
