//! `chancery chart map`

use crate::chart;
use crate::model::Day;
use clap::Args;

use super::super::drawing::Drawing;
use super::super::error::CliError;
use super::super::{Context, Outcome, data, day};

#[derive(Args)]
pub(super) struct MapChartArgs {
    /// Who is recognized: an id, a name or a code
    #[arg(value_name = "COUNTRY")]
    of: String,
    /// The day; else today
    #[arg(long, value_name = "DAY", value_parser = day)]
    on: Option<Day>,
    #[command(flatten)]
    drawing: Drawing,
}

impl MapChartArgs {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        let loaded = data::load(context)?;
        let base = &loaded.base;
        let on = self.on.unwrap_or(context.today);
        let of = data::actor(base, &self.of, on)?;
        let (plan, table) = chart::recognition_map(base, of, on, &self.drawing.options(context, base)?);
        let found = !table.rows.is_empty();
        self.drawing.write(context, "chart", &plan, table)?;
        Ok(if found { Outcome::Fine } else { Outcome::Undecided })
    }
}
