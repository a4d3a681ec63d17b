//! `chancery chart`: a file for each kind of chart.

mod curve;
mod map;
mod matrix;
mod network;

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
    /// Who has relations, recognizes, is allied and backs, on a day or between two: a network on a circle
    Network(network::Network),
}

impl Chart {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        match &self.kind {
            Kind::RecognitionCurve(curve) => curve.run(context),
            Kind::Map(map) => map.run(context),
            Kind::Matrix(matrix) => matrix.run(context),
            Kind::Network(network) => network.run(context),
        }
    }
}
