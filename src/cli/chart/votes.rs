//! `chancery chart votes`

use crate::chart::{self, Layout};
use clap::Args;

use super::super::drawing::Drawing;
use super::super::error::CliError;
use super::super::{Context, Outcome, data};

#[derive(Args)]
pub(super) struct VotesChartArgs {
    /// The resolution: an id, a symbol or a title
    #[arg(value_name = "RESOLUTION")]
    resolution: String,
    /// Draw the votes on a map of the world, with a tile for each state, instead of names
    #[arg(long)]
    map: bool,
    #[command(flatten)]
    drawing: Drawing,
}

impl VotesChartArgs {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        let loaded = data::load(context)?;
        let base = &loaded.base;
        let of = data::resolution(base, &self.resolution, context.today)?;
        let layout = if self.map { Layout::Map } else { Layout::Names };
        let (plan, table) = chart::votes(base, of, layout, &self.drawing.options(context, base)?);
        let found = !table.rows.is_empty();
        self.drawing.write(context, "chart", &plan, table)?;
        Ok(if found { Outcome::Fine } else { Outcome::Undecided })
    }
}
