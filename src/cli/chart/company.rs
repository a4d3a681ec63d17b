//! The actors that a chart compares: named one by one, or as a group.

use std::collections::BTreeSet;

use crate::model::{ActorIx, Base, Day, members_on};
use clap::Args;

use super::super::error::CliError;
use super::super::{Context, data, day};

#[derive(Args)]
pub(super) struct Company {
    /// The actors: ids, names or codes
    #[arg(value_name = "ACTOR", required_unless_present = "among")]
    actors: Vec<String>,
    /// The members of this organization or group on that day, besides those who are named
    #[arg(long, value_name = "GROUP")]
    among: Option<String>,
    /// The day; else today
    #[arg(long, value_name = "DAY", value_parser = day)]
    on: Option<Day>,
}

impl Company {
    /// The day on which they have their names and belong to the group.
    pub(super) fn on(&self, context: &Context<'_>) -> Day {
        self.on.unwrap_or(context.today)
    }

    /// The actors, each once: those who are named, then the members of the group.
    pub(super) fn actors(&self, context: &Context<'_>, base: &Base) -> Result<Vec<ActorIx>, CliError> {
        let on = self.on(context);
        let mut actors = Vec::new();
        for text in &self.actors {
            actors.push(data::actor(base, text, on)?);
        }
        if let Some(group) = &self.among {
            actors.extend(members_on(base, data::actor(base, group, on)?, on));
        }
        let mut seen = BTreeSet::new();
        actors.retain(|actor| seen.insert(*actor));
        Ok(actors)
    }
}
