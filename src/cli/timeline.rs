//! `chancery timeline`

use crate::chart;
use crate::model::{Closed, Day, Kind};
use clap::Args;

use super::drawing::Drawing;
use super::error::CliError;
use super::{Context, Outcome, data, day, words};

#[derive(Args)]
pub(crate) struct TimelineArgs {
    /// One actor, or the two between whom it happened
    #[arg(
        num_args = 1..=2,
        value_names = ["A", "B"],
        required_unless_present_any = ["recognitions", "about"],
        conflicts_with_all = ["recognitions", "about"]
    )]
    actors: Vec<String>,
    /// Draw who recognized this actor, and when
    #[arg(long, value_name = "ACTOR", conflicts_with = "about")]
    recognitions: Option<String>,
    /// Draw what is recorded of this dispute
    #[arg(long, value_name = "DISPUTE")]
    about: Option<String>,
    /// Of one actor, statements of this kind only; may be said several times
    #[arg(long, value_name = "KIND", value_parser = words::names::<Kind>())]
    kind: Vec<String>,
    /// Draw a line at this day; may be said several times
    #[arg(long, value_name = "DAY", value_parser = day)]
    on: Vec<Day>,
    #[command(flatten)]
    drawing: Drawing,
}

impl TimelineArgs {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        let loaded = data::load(context)?;
        let base = &loaded.base;
        let options = self.drawing.along(context, base, &self.on)?;
        let actor = |text: &str| data::actor(base, text, context.today);
        if !self.kind.is_empty() && self.actors.len() != 1 {
            return Err(CliError::Usage {
                message: "--kind chooses among the lanes of one actor".to_owned(),
                help: "name one actor, or leave --kind out".to_owned(),
            });
        }
        let plan = match (&self.recognitions, &self.about, &self.actors[..]) {
            (Some(of), ..) => chart::recognitions(base, actor(of)?, &options),
            (_, Some(text), _) => chart::dispute(base, data::dispute(base, text, context.today)?, &options),
            (.., [a, b]) => {
                let parties = [actor(a)?, actor(b)?];
                super::relations::pair(base, parties)?;
                chart::pair(base, parties[0], parties[1], &options)
            }
            (.., [of]) => {
                let kinds: Vec<Kind> = self.kind.iter().filter_map(|kind| Kind::find(kind)).collect();
                chart::actor(base, actor(of)?, &kinds, &options)
            }
            _ => unreachable!("clap asks for an actor"),
        };
        self.drawing.write(context, "timeline", &plan, plan.statements())?;
        Ok(Outcome::Fine)
    }
}
