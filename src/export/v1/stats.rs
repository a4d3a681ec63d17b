//! `chancery.v1/stats`

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::{Base, Closed};
use crate::query::Stats;

#[derive(Serialize)]
struct StatsOut<'a> {
    schema: &'static str,
    dataset: DatasetOut<'a>,
    counts: Counts,
    statements_by_kind: BTreeMap<&'static str, usize>,
    sources_by_grade: BTreeMap<&'static str, usize>,
    tertiary_only: f64,
    without_source: usize,
}

#[derive(Serialize)]
struct DatasetOut<'a> {
    name: &'a str,
    version: &'a str,
    license: Option<&'a str>,
}

#[derive(Serialize)]
struct Counts {
    countries: usize,
    organizations: usize,
    bodies: usize,
    statements: usize,
    dated: usize,
    attestations: usize,
    citations: usize,
    sources: usize,
    treaties: usize,
    resolutions: usize,
    disputes: usize,
    events: usize,
    claims: usize,
    contests: usize,
    denied: usize,
    gaps: usize,
    tertiary_only: usize,
    single_witness: usize,
}

/// The figures as a document.
pub fn stats(base: &Base, stats: &Stats) -> serde_json::Value {
    let document = StatsOut {
        schema: "chancery.v1/stats",
        dataset: DatasetOut {
            name: &base.dataset.name,
            version: &base.dataset.version,
            license: base.dataset.license.as_deref(),
        },
        counts: Counts {
            countries: stats.countries,
            organizations: stats.organizations,
            bodies: stats.bodies,
            statements: stats.statements,
            dated: stats.dated,
            attestations: stats.attestations,
            citations: stats.citations,
            sources: stats.sources,
            treaties: stats.treaties,
            resolutions: stats.resolutions,
            disputes: stats.disputes,
            events: stats.events,
            claims: stats.claims,
            contests: stats.contests,
            denied: stats.denied,
            gaps: stats.gaps,
            tertiary_only: stats.tertiary_only,
            single_witness: stats.single_witness,
        },
        statements_by_kind: stats.by_kind.iter().map(|(kind, count)| (kind.name(), *count)).collect(),
        sources_by_grade: stats.by_grade.iter().map(|(grade, count)| (grade.name(), *count)).collect(),
        // To a tenth of a percent: more digits would say more than is known.
        tertiary_only: (stats.tertiary_share() * 1000.0).round() / 1000.0,
        without_source: stats.without_source,
    };
    serde_json::to_value(document).expect("published shapes are plain")
}
