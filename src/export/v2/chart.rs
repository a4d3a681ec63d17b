//! `chancery.v2/chart`

use serde::Serialize;

#[derive(Serialize)]
struct ChartOut<'a> {
    schema: &'static str,
    title: &'a str,
    description: &'a str,
    columns: &'a [&'static str],
    rows: &'a [Vec<String>],
}

/// The table behind a chart, with its title and its reading in words, as a document.
pub fn chart(title: &str, description: &str, columns: &[&'static str], rows: &[Vec<String>]) -> serde_json::Value {
    let document = ChartOut { schema: "chancery.v2/chart", title, description, columns, rows };
    serde_json::to_value(document).expect("published shapes are plain")
}
