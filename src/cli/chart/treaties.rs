//! `chancery chart treaties`

use crate::chart;
use crate::model::{Closed, Day, Entity, TreatyKind};
use crate::query::{TreatiesRequest, Want, treaties};
use clap::Args;

use super::super::drawing::Drawing;
use super::super::error::CliError;
use super::super::{Context, Outcome, data, day, words};

#[derive(Args)]
pub(super) struct TreatiesChartArgs {
    /// Actors who must all be parties, or one treaty
    #[arg(required = true, num_args = 1..=6, value_name = "ACTOR|TREATY")]
    who: Vec<String>,
    /// Only those in force on this day for the actors named; a line stands there
    #[arg(long, value_name = "DAY", value_parser = day)]
    on: Option<Day>,
    /// Only treaties of this kind
    #[arg(long, value_name = "KIND", value_parser = words::names::<TreatyKind>())]
    kind: Option<String>,
    #[command(flatten)]
    drawing: Drawing,
}

impl TreatiesChartArgs {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        let loaded = data::load(context)?;
        let base = &loaded.base;
        let on = self.on.unwrap_or(context.today);
        let mut request = TreatiesRequest::all(context.today).on(self.on);
        for text in &self.who {
            match data::find(base, text, Want::ActorOrTreaty, "actor or treaty", on)? {
                Entity::Actor(ix) if !request.actors.contains(&ix) => request.actors.push(ix),
                Entity::Actor(ix) => {
                    return Err(CliError::Usage {
                        message: format!("{} is named twice", base[ix].name),
                        help: "name each actor once".to_owned(),
                    });
                }
                Entity::Treaty(ix) if request.treaty.is_none() => request.treaty = Some(ix),
                _ => {
                    return Err(CliError::Usage {
                        message: "two treaties are named".to_owned(),
                        help: "name one treaty, or actors".to_owned(),
                    });
                }
            }
        }
        let mut answer = treaties(base, &request);
        if let Some(kind) = self.kind.as_deref().and_then(TreatyKind::find) {
            answer.treaties.retain(|state| base[state.treaty].kind == kind);
        }
        let (plan, table) = chart::treaties(base, &answer, &self.drawing.along(context, base, self.on.as_slice())?);
        let found = !table.rows.is_empty();
        self.drawing.write(context, "chart", &plan, table)?;
        Ok(if found { Outcome::Fine } else { Outcome::Undecided })
    }
}
