//! `chancery timeline`

use chancery::chart;
use clap::Args;

use super::error::CliError;
use super::output::Format;
use super::{Context, Outcome, data};

#[derive(Args)]
pub(crate) struct Timeline {
    /// The two actors of the timeline
    #[arg(num_args = 2, value_names = ["A", "B"], required_unless_present = "recognitions", conflicts_with = "recognitions")]
    pair: Vec<String>,
    /// Draw who recognized this actor, and when
    #[arg(long, value_name = "ACTOR")]
    recognitions: Option<String>,
    /// The width of the drawing in pixels
    #[arg(long, default_value = "820", value_parser = clap::value_parser!(u32).range(480..=4000))]
    width: u32,
    /// The title, instead of the one made from the question
    #[arg(long)]
    title: Option<String>,
}

impl Timeline {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        if let Some(format) = context.output.format().filter(|format| *format != Format::Svg) {
            return Err(CliError::Format {
                verb: "timeline",
                format: format!("{format:?}").to_lowercase(),
                help: "a timeline is drawn as SVG",
            });
        }
        let loaded = data::load(context)?;
        let base = &loaded.base;
        let options = chart::Options {
            width: f64::from(self.width),
            title: self.title.clone(),
            ..chart::Options::new(context.today)
        };
        let plan = match (&self.recognitions, &self.pair[..]) {
            (Some(of), _) => chart::recognitions(base, data::actor(base, of, context.today)?, &options),
            (None, [a, b]) => {
                let parties = [data::actor(base, a, context.today)?, data::actor(base, b, context.today)?];
                super::relations::pair(base, parties)?;
                chart::pair(base, parties[0], parties[1], &options)
            }
            (None, _) => unreachable!("clap asks for two actors"),
        };
        context.output.bytes(chart::draw(&plan).as_bytes())?;
        Ok(Outcome::Fine)
    }
}
