//! `chancery.v2/citations`: sources as CSL-JSON, and the text of each where a style was asked for.

use serde_json::{Value, json};

/// The sources as a document.
pub fn citations(items: Vec<Value>, references: Option<Vec<String>>, style: Option<&str>) -> Value {
    json!({ "schema": "chancery.v2/citations", "style": style, "items": items, "references": references })
}
