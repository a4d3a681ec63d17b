//! `chancery chart agreement`

use crate::chart;
use crate::form::Window;
use crate::model::Day;
use crate::query::{AgreementRequest, AgreementsRequest, agreement, agreements};
use clap::Args;

use super::super::drawing::Drawing;
use super::super::error::CliError;
use super::super::resolutions::Filters;
use super::super::{Context, Outcome, data};
use super::company::Company;

#[derive(Args)]
pub(super) struct AgreementChartArgs {
    #[command(flatten)]
    company: Company,
    #[command(flatten)]
    filters: Filters,
    #[command(flatten)]
    drawing: Drawing,
}

impl AgreementChartArgs {
    pub(super) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        let loaded = data::load(context)?;
        let base = &loaded.base;
        let actors = self.company.actors(context, base)?;
        let mut on = self.filters.request(context, base)?;
        // Days to show are days to ask for: there is nothing else in the picture that has a date.
        let from = self.drawing.from().unwrap_or(Day::PAST);
        on.window = on.window.and(Window { from, until: self.drawing.last().map_or(Day::FUTURE, Day::next) });
        let options = self.drawing.options(context, base)?;
        let (plan, table, found) = match actors[..] {
            [] | [_] => {
                return Err(CliError::Usage {
                    message: "one actor has nobody to agree with".to_owned(),
                    help: "name two or more, or a group with --among GROUP".to_owned(),
                });
            }
            [one, other] => {
                let answer = agreement(base, &AgreementRequest { actors: [one, other], on });
                let (plan, table) = chart::agreement_of_two(base, &answer, &options);
                (plan, table, !answer.ballots.is_empty())
            }
            _ => {
                let answer = agreements(base, &AgreementsRequest { actors, on });
                let (plan, table) = chart::agreement(base, &answer, &options);
                (plan, table, !answer.ballots.is_empty())
            }
        };
        self.drawing.write(context, "chart", &plan, table)?;
        Ok(if found { Outcome::Fine } else { Outcome::Undecided })
    }
}
