//! `chancery.v2/diagnostics`

use serde::Serialize;

use crate::diag::{LocatedDiagnostic, LocatedPointer};

#[derive(Serialize)]
struct DiagnosticsOut<'a> {
    schema: &'static str,
    diagnostics: Vec<DiagnosticOut<'a>>,
}

#[derive(Serialize)]
struct DiagnosticOut<'a> {
    code: &'static str,
    severity: &'static str,
    message: &'a str,
    places: Vec<PlaceOut<'a>>,
    helps: Vec<&'a str>,
}

/// Lines and columns count from 1, columns in characters; the end is exclusive.
#[derive(Serialize)]
struct PlaceOut<'a> {
    file: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    text: &'a str,
}

/// Diagnostics as a document.
pub fn diagnostics(located: &[LocatedDiagnostic<'_>]) -> serde_json::Value {
    let document =
        DiagnosticsOut { schema: "chancery.v2/diagnostics", diagnostics: located.iter().map(diagnostic).collect() };
    serde_json::to_value(document).expect("published shapes are plain")
}

fn diagnostic<'a>(located: &'a LocatedDiagnostic<'a>) -> DiagnosticOut<'a> {
    let place = |pointer: &'a LocatedPointer<'a>| {
        let (start, end) = (pointer.line_column(), pointer.end_line_column());
        PlaceOut {
            file: &pointer.file,
            line: start.map(|at| at.0),
            column: start.map(|at| at.1),
            end_line: end.map(|at| at.0),
            end_column: end.map(|at| at.1),
            text: pointer.text,
        }
    };
    DiagnosticOut {
        code: located.diagnostic.code.as_str(),
        severity: located.diagnostic.code.severity().name(),
        message: &located.diagnostic.message,
        places: located.pointers.iter().map(place).collect(),
        helps: located.diagnostic.helps.iter().map(String::as_str).collect(),
    }
}
