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
pub(crate) struct Chart {
    #[command(subcommand)]
    kind: Kind,
}

#[derive(Subcommand)]
enum Kind {
    /// How many recognize a country over time, of up to six countries
    RecognitionCurve(curve::Curve),
    /// Who recognizes a country on a day, on a map of the world with a tile for each state
    Map(map::Map),
    /// Who recognizes whom, or has relations with whom, on a day: a matrix in which blocs show
    Matrix(matrix::Matrix),
    /// The missions of an actor abroad over time, by level
    Missions(missions::Missions),
    /// Treaties as bars from signature to force to end, for each party
    Treaties(treaties::Treaties),
    /// Who voted how on a resolution: the counts, and every name
    Votes(votes::Votes),
    /// How often each two voted alike: a matrix; of two alone, every roll call
    Agreement(agreement::Agreement),
    /// Who has relations, recognizes, is allied and backs, on a day or between two: a network on a circle
    Network(network::Network),
}

impl Chart {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        match &self.kind {
            Kind::RecognitionCurve(curve) => curve.run(context),
            Kind::Map(map) => map.run(context),
            Kind::Matrix(matrix) => matrix.run(context),
            Kind::Missions(missions) => missions.run(context),
            Kind::Treaties(treaties) => treaties.run(context),
            Kind::Votes(votes) => votes.run(context),
            Kind::Agreement(agreement) => agreement.run(context),
            Kind::Network(network) => network.run(context),
        }
    }
}
