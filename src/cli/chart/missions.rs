//! `chancery chart missions`

use crate::chart::{self, MissionsRequest};
use crate::model::{Closed, Day, Level};
use clap::Args;

use super::super::drawing::Drawing;
use super::super::error::CliError;
use super::super::{Context, Outcome, data, day, words};

#[derive(Args)]
pub(super) struct MissionsChartArgs {
    /// Who sends them: an id, a name or a code
    #[arg(value_name = "ACTOR")]
    of: String,
    /// To these actors only; of up to four every act has its caption
    #[arg(long = "in", value_name = "ACTOR", num_args = 1..)]
    hosts: Vec<String>,
    /// Of this level only; may be said several times. Without it, all but consulates, or all where --in names hosts
    #[arg(long, value_name = "LEVEL", value_parser = words::names::<Level>())]
    level: Vec<String>,
    /// Draw a line at this day; may be said several times
    #[arg(long, value_name = "DAY", value_parser = day)]
    on: Vec<Day>,
    #[command(flatten)]
    drawing: Drawing,
}

impl MissionsChartArgs {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        let loaded = data::load(context)?;
        let base = &loaded.base;
        let actor = |text: &String| data::actor(base, text, context.today);
        let mut hosts = self.hosts.iter().map(actor).collect::<Result<Vec<_>, _>>()?;
        hosts.dedup();
        let request = MissionsRequest {
            of: actor(&self.of)?,
            hosts,
            levels: self.level.iter().filter_map(|level| Level::find(level)).collect(),
        };
        let (plan, table) = chart::missions(base, &request, &self.drawing.along(context, base, &self.on)?);
        let found = !table.rows.is_empty();
        self.drawing.write(context, "chart", &plan, table)?;
        Ok(if found { Outcome::Fine } else { Outcome::Undecided })
    }
}
