//! `chancery chart matrix`

use crate::chart::{self, MatrixOf};
use crate::model::Closed;
use clap::Args;

use super::super::drawing::Drawing;
use super::super::error::CliError;
use super::super::{Context, Outcome, data};
use super::company::Company;

#[derive(Args)]
pub(super) struct MatrixChartArgs {
    #[command(flatten)]
    company: Company,
    /// What the matrix is of
    #[arg(long, default_value = "relations", value_parser = between)]
    of: MatrixOf,
    #[command(flatten)]
    drawing: Drawing,
}

fn between(text: &str) -> Result<MatrixOf, String> {
    MatrixOf::find(text).ok_or_else(|| "use recognition or relations".to_owned())
}

impl MatrixChartArgs {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        let loaded = data::load(context)?;
        let base = &loaded.base;
        let on = self.company.on(context);
        let actors = self.company.actors(context, base)?;
        let (plan, table) = chart::matrix(base, &actors, self.of, on, &self.drawing.options(context, base)?);
        let found = !table.rows.is_empty();
        self.drawing.write(context, "chart", &plan, table)?;
        Ok(if found { Outcome::Fine } else { Outcome::Undecided })
    }
}
