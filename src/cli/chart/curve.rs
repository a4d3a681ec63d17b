//! `chancery chart recognition-curve`

use crate::chart::{self, Align};
use crate::model::{Closed, Day};
use crate::query::{CurveAnswer, CurveRequest, curve};
use clap::Args;

use super::super::drawing::Drawing;
use super::super::error::CliError;
use super::super::{Context, Outcome, data, day};

#[derive(Args)]
pub(super) struct CurveChartArgs {
    /// Who is recognized: ids, names or codes
    #[arg(required = true, num_args = 1..=6, value_name = "COUNTRY")]
    of: Vec<String>,
    /// Let each curve stand at its dates, or begin with the independence of its country
    #[arg(long, default_value = "date", value_parser = align)]
    align: Align,
    /// Count only the members of this organization or group
    #[arg(long, value_name = "GROUP")]
    among: Option<String>,
    /// Draw a line at this day, on curves that stand at their dates; may be said several times
    #[arg(long, value_name = "DAY", value_parser = day)]
    on: Vec<Day>,
    #[command(flatten)]
    drawing: Drawing,
}

fn align(text: &str) -> Result<Align, String> {
    Align::find(text).ok_or_else(|| "use date or independence".to_owned())
}

impl CurveChartArgs {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        let loaded = data::load(context)?;
        let base = &loaded.base;
        let to: Day = self.drawing.to(context);
        let among = self.among.as_deref().map(|text| data::actor(base, text, to)).transpose()?;
        let mut answers = Vec::new();
        for text in &self.of {
            let of = data::actor(base, text, to)?;
            if answers.iter().any(|answer: &CurveAnswer| answer.request.of == of) {
                return Err(CliError::Usage {
                    message: format!("{} is named twice", base[of].name),
                    help: "name each country once".to_owned(),
                });
            }
            answers.push(curve(base, &CurveRequest { of, among, from: self.drawing.from(), to, today: context.today }));
        }
        let options = self.drawing.along(context, base, &self.on)?;
        let (plan, table) = chart::recognition_curve(base, &answers, self.align, &options);
        self.drawing.write(context, "chart", &plan, table)?;
        let found = answers.iter().any(|answer| !answer.counts.is_empty());
        Ok(if found { Outcome::Fine } else { Outcome::Undecided })
    }
}
