//! `chancery timeline`

use chancery::chart;
use clap::Args;

use super::drawing::Drawing;
use super::error::CliError;
use super::{Context, Outcome, data};

#[derive(Args)]
pub(crate) struct Timeline {
    /// The two actors of the timeline
    #[arg(num_args = 2, value_names = ["A", "B"], required_unless_present = "recognitions", conflicts_with = "recognitions")]
    pair: Vec<String>,
    /// Draw who recognized this actor, and when
    #[arg(long, value_name = "ACTOR")]
    recognitions: Option<String>,
    #[command(flatten)]
    drawing: Drawing,
}

impl Timeline {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        let loaded = data::load(context)?;
        let base = &loaded.base;
        let options = self.drawing.options(context, base)?;
        let plan = match (&self.recognitions, &self.pair[..]) {
            (Some(of), _) => chart::recognitions(base, data::actor(base, of, context.today)?, &options),
            (None, [a, b]) => {
                let parties = [data::actor(base, a, context.today)?, data::actor(base, b, context.today)?];
                super::relations::pair(base, parties)?;
                chart::pair(base, parties[0], parties[1], &options)
            }
            (None, _) => unreachable!("clap asks for two actors"),
        };
        self.drawing.write(context, "timeline", &plan, plan.statements())?;
        Ok(Outcome::Fine)
    }
}
