//! `chancery chart matrix`

use std::collections::BTreeSet;

use chancery::chart::{self, Between};
use chancery::model::{Closed, Day};
use chancery::query::members_on;
use clap::Args;

use super::super::drawing::Drawing;
use super::super::error::CliError;
use super::super::{Context, Outcome, data, day};

#[derive(Args)]
pub(super) struct Matrix {
    /// The actors: ids, names or codes
    #[arg(value_name = "ACTOR", required_unless_present = "among")]
    actors: Vec<String>,
    /// The members of this organization or group on that day, besides those who are named
    #[arg(long, value_name = "GROUP")]
    among: Option<String>,
    /// What the matrix is of
    #[arg(long, default_value = "relations", value_parser = between)]
    of: Between,
    /// The day; else today
    #[arg(long, value_name = "DAY", value_parser = day)]
    on: Option<Day>,
    #[command(flatten)]
    drawing: Drawing,
}

fn between(text: &str) -> Result<Between, String> {
    Between::find(text).ok_or_else(|| "use recognition or relations".to_owned())
}

impl Matrix {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        let loaded = data::load(context)?;
        let base = &loaded.base;
        let on = self.on.unwrap_or(context.today);
        let mut actors = Vec::new();
        for text in &self.actors {
            actors.push(data::actor(base, text, on)?);
        }
        if let Some(group) = &self.among {
            actors.extend(members_on(base, data::actor(base, group, on)?, on));
        }
        let mut seen = BTreeSet::new();
        actors.retain(|actor| seen.insert(*actor));
        let (plan, table) = chart::matrix(base, &actors, self.of, on, &self.drawing.options(context, base)?);
        let found = !table.rows.is_empty();
        self.drawing.write(context, "chart", &plan, table)?;
        Ok(if found { Outcome::Fine } else { Outcome::Findings })
    }
}
