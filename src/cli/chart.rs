//! `chancery chart`: a file for each kind of chart.

mod agreement;
mod company;
mod curve;
mod map;
mod matrix;
mod missions;
mod network;
mod treaties;
mod votes;

use clap::{Args, Subcommand};

use super::error::CliError;
use super::{Context, Outcome};

#[derive(Args)]
pub(crate) struct ChartArgs {
    #[command(subcommand)]
    kind: ChartVerb,
}

#[derive(Subcommand)]
enum ChartVerb {
    /// How many recognize a country over time, of up to six countries
    RecognitionCurve(curve::CurveChartArgs),
    /// Who recognizes a country on a day, on a map of the world with a tile for each state
    Map(map::MapChartArgs),
    /// Who recognizes whom, or has relations with whom, on a day: a matrix in which blocs show
    Matrix(matrix::MatrixChartArgs),
    /// The missions of an actor abroad over time, by level
    Missions(missions::MissionsChartArgs),
    /// Treaties as bars from signature to force to end, for each party
    Treaties(treaties::TreatiesChartArgs),
    /// Who voted how on a resolution: the counts, and every name
    Votes(votes::VotesChartArgs),
    /// How often each two voted alike: a matrix; of two alone, every roll call
    Agreement(agreement::AgreementChartArgs),
    /// Who has relations, recognizes, is allied and backs, on a day or between two: a network on a circle
    Network(network::NetworkChartArgs),
}

impl ChartArgs {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        match &self.kind {
            ChartVerb::RecognitionCurve(curve) => curve.run(context),
            ChartVerb::Map(map) => map.run(context),
            ChartVerb::Matrix(matrix) => matrix.run(context),
            ChartVerb::Missions(missions) => missions.run(context),
            ChartVerb::Treaties(treaties) => treaties.run(context),
            ChartVerb::Votes(votes) => votes.run(context),
            ChartVerb::Agreement(agreement) => agreement.run(context),
            ChartVerb::Network(network) => network.run(context),
        }
    }
}
