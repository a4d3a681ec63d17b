//! `chancery.v2/coverage`

use serde::Serialize;

use super::parts::{CitationOut, MatterOut, citations};
use crate::model::{Base, Closed, Span};
use crate::query::{CountHeld, CoverageAnswer, ScopeCover};

#[derive(Serialize)]
struct CoverageOut<'a> {
    schema: &'static str,
    of: Option<&'a str>,
    stale: bool,
    scopes: Vec<ScopeOut<'a>>,
    counts: Vec<CountOut<'a>>,
}

#[derive(Serialize)]
struct ScopeOut<'a> {
    of: Vec<MatterOut<'a>>,
    extent: &'static str,
    on: Option<&'a str>,
    from: Option<&'a str>,
    through: Option<&'a str>,
    last_day: String,
    statements: usize,
    sources: Vec<CitationOut<'a>>,
    note: Option<&'a str>,
}

#[derive(Serialize)]
struct CountOut<'a> {
    of: MatterOut<'a>,
    among: Option<&'a str>,
    number: usize,
    on: &'a str,
    held: Option<usize>,
    sources: Vec<CitationOut<'a>>,
    note: Option<&'a str>,
}

/// The answer as a document.
pub fn coverage(base: &Base, answer: &CoverageAnswer) -> serde_json::Value {
    let document = CoverageOut {
        schema: "chancery.v2/coverage",
        of: answer.request.of.map(|of| base.id(of)),
        stale: answer.request.stale.is_some(),
        scopes: answer.scopes.iter().map(|covered| scope(base, covered)).collect(),
        counts: answer.counts.iter().map(|counted| count(base, counted)).collect(),
    };
    serde_json::to_value(document).expect("published shapes are plain")
}

fn scope<'a>(base: &'a Base, &ScopeCover { scope, statements }: &ScopeCover) -> ScopeOut<'a> {
    let scope = &base.scopes[scope];
    let (on, from, through) = match &scope.span {
        Span::On(on) => (Some(on.as_str()), None, None),
        Span::Between { from, through } => (None, Some(from.as_str()), Some(through.as_str())),
    };
    ScopeOut {
        of: scope.of.iter().map(|&of| MatterOut::new(base, of)).collect(),
        extent: scope.extent.name(),
        on,
        from,
        through,
        last_day: scope.last().to_string(),
        statements,
        sources: citations(base, &scope.sources),
        note: scope.note.as_deref(),
    }
}

fn count<'a>(base: &'a Base, &CountHeld { count, held }: &CountHeld) -> CountOut<'a> {
    let count = &base.counts[count];
    CountOut {
        of: MatterOut::new(base, count.of),
        among: count.among.map(|among| base[among].id.as_str()),
        number: count.number,
        on: count.on.as_str(),
        held,
        sources: citations(base, &count.sources),
        note: count.note.as_deref(),
    }
}
