//! `chancery chart network`

use std::collections::BTreeSet;

use crate::chart;
use crate::model::{Base, Closed, Day, Entity, members_on};
use crate::query::{self, NetworkRequest, Tie, Want};
use clap::Args;

use super::super::drawing::Drawing;
use super::super::error::CliError;
use super::super::{Context, Outcome, data, day};

#[derive(Args)]
pub(super) struct NetworkChartArgs {
    /// The actors: ids, names or codes
    #[arg(value_name = "ACTOR", required_unless_present_any = ["among", "ego"])]
    actors: Vec<String>,
    /// The members of this organization or group on that day, besides those who are named
    #[arg(long, value_name = "GROUP")]
    among: Option<String>,
    /// Only what links this one, which stands in the middle; around it who is named, or all with whom it is linked
    #[arg(long, value_name = "ACTOR")]
    ego: Option<String>,
    /// What links actors: relations, recognition, alliance, backing; else all of them
    #[arg(long, value_delimiter = ',', value_parser = tie)]
    of: Vec<Tie>,
    /// The organizations and treaties that count as alliances; else those that the data calls so
    #[arg(long, value_delimiter = ',', value_name = "ALLIANCE")]
    alliance: Vec<String>,
    /// The day; else today. With --from and --to instead, what is new and gone from the one day to the other
    #[arg(long, value_name = "DAY", value_parser = day, conflicts_with_all = ["from", "to"])]
    on: Option<Day>,
    #[command(flatten)]
    drawing: Drawing,
}

fn tie(text: &str) -> Result<Tie, String> {
    Tie::find(text).ok_or_else(|| "use relations, recognition, alliance or backing".to_owned())
}

impl NetworkChartArgs {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        let loaded = data::load(context)?;
        let base = &loaded.base;
        let on = self.on.unwrap_or(self.drawing.to(context));
        if self.drawing.from().is_some_and(|since| since >= on) {
            return Err(CliError::Usage {
                message: "the days to compare are not in the order of time".to_owned(),
                help: "use --from EARLIER --to LATER".to_owned(),
            });
        }
        let mut actors = Vec::new();
        for text in &self.actors {
            actors.push(data::actor(base, text, on)?);
        }
        if let Some(group) = &self.among {
            actors.extend(members_on(base, data::actor(base, group, on)?, on));
        }
        let mut seen = BTreeSet::new();
        actors.retain(|actor| seen.insert(*actor));
        let request = NetworkRequest {
            actors,
            ego: self.ego.as_deref().map(|text| data::actor(base, text, on)).transpose()?,
            of: if self.of.is_empty() { Tie::ALL } else { &self.of }.iter().copied().collect(),
            alliances: self.alliances(base, on)?,
            day: on,
            today: context.today,
            since: self.drawing.from(),
        };
        let answer = query::network(base, &request);
        let (plan, table) = chart::network(base, &answer, &self.drawing.options(context, base)?);
        let found = !table.rows.is_empty();
        self.drawing.write(context, "chart", &plan, table)?;
        Ok(if found { Outcome::Fine } else { Outcome::Undecided })
    }

    fn alliances(&self, base: &Base, on: Day) -> Result<Vec<Entity>, CliError> {
        if self.alliance.is_empty() {
            return Ok(query::alliances(base));
        }
        let mut found = Vec::new();
        for text in &self.alliance {
            let alliance = data::find(base, text, Want::ActorOrTreaty, "alliance", on)?;
            if !query::can_ally(base, alliance) {
                return Err(CliError::Usage {
                    message: format!("{} is {}", base.name(alliance), alliance.noun()),
                    help: "name an organization, a group or a treaty".to_owned(),
                });
            }
            if !found.contains(&alliance) {
                found.push(alliance);
            }
        }
        Ok(found)
    }
}
