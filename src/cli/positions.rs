//! `chancery positions`

use std::fmt::Write as _;

use crate::export::{Table, v2};
use crate::form::{Pattern, Question, Slot, State, Time};
use crate::model::{AsOf, Band, Base, Date, Day, Matter};
use crate::query::{Backing, PositionsAnswer, PositionsRequest, positions};
use clap::Args;

use super::error::CliError;
use super::output::Forms;
use super::{Context, Outcome, data, date, words};

#[derive(Args)]
pub(crate) struct PositionsArgs {
    /// In this dispute
    dispute: Option<String>,
    /// Only of this actor
    #[arg(long, value_name = "ACTOR")]
    by: Option<String>,
    /// Only those that back this claimant
    #[arg(long, value_name = "ACTOR")]
    backs: Option<String>,
    /// Only those held on this day; of a month or a year, on its last
    #[arg(long, value_name = "DATE", value_parser = date)]
    on: Option<Date>,
    /// Only those that back each other
    #[arg(long)]
    reciprocal: bool,
}

impl PositionsArgs {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        let loaded = data::load(context)?;
        let base = &loaded.base;
        let on = self.on.as_ref().map(Date::latest);
        let day = on.unwrap_or(context.today);
        let dispute = self.dispute.as_deref().map(|text| data::dispute(base, text, context.today));
        let by = self.by.as_deref().map(|text| data::actor(base, text, day)).transpose()?;
        let mut answer = positions(
            base,
            &PositionsRequest::all()
                .dispute(dispute.transpose()?)
                .by(by)
                .on(on.map(|day| AsOf::of(day, context.today))),
        );
        if let Some(backs) = &self.backs {
            let backs = data::actor(base, backs, day)?;
            answer.positions.retain(|one| one.backs == backs);
            answer.reciprocal.retain(|pair| pair.one.backs == backs || pair.other.backs == backs);
        }
        if self.reciprocal {
            answer.positions.clear();
        }
        let asked = answer.request.on.unwrap_or(AsOf::of(context.today, context.today));
        let matters: Vec<Matter> = answer.request.dispute.map(Matter::Positions).into_iter().collect();
        context.output.answer(
            "positions",
            &Forms {
                text: &|| text(base, &answer) + &words::record(base, &matters, asked),
                table: &|| table(base, &answer),
                json: &|| v2::positions(base, &answer),
                items: if self.reciprocal { "reciprocal" } else { "positions" },
            },
        )?;
        let none = answer.positions.is_empty() && answer.reciprocal.is_empty();
        Ok(Outcome::of_list(none, base, &matters, asked))
    }
}

impl PositionsArgs {
    /// What it asks.
    pub(crate) fn question(&self, base: &Base, today: Day) -> Option<Question> {
        let day = self.on.as_ref().map_or(today, Date::latest);
        let find = |text: &Option<String>| text.as_deref().map(|text| data::actor(base, text, day)).transpose().ok();
        let dispute = self.dispute.as_deref().map(|text| data::dispute(base, text, today)).transpose().ok()?;
        let (by, backs) = (Slot::named(find(&self.by)?), Slot::named(find(&self.backs)?));
        let time = self.on.clone().map_or(Time::Ever, Time::On);
        match (self.reciprocal, dispute, &self.backs) {
            (true, None, None) => {
                Some(Question::which(Pattern::state(State::BackEachOther { a: by, b: Slot::WHO }).at(time)))
            }
            (true, ..) => None,
            (false, ..) => Some(Question::which(Pattern::state(State::Backs { by, backs, dispute }).at(time))),
        }
    }
}

fn text(base: &Base, answer: &PositionsAnswer) -> String {
    let mut text = String::new();
    let mut dispute = None;
    for backing in &answer.positions {
        if dispute != Some(backing.dispute) {
            dispute = Some(backing.dispute);
            let _ = writeln!(text, "{}{}", if text.is_empty() { "" } else { "\n" }, base[backing.dispute].name);
        }
        let statement = &base[backing.statement];
        let band = if answer.request.on.is_some() { format!(", {}", backing.sure()) } else { String::new() };
        let _ = writeln!(
            text,
            "  {} backs {}, {}{band}",
            base[backing.by].name,
            base[backing.backs].name,
            words::period(statement)
        );
        text += &words::attestations(base, statement, "    ");
    }
    if !answer.reciprocal.is_empty() {
        let _ = writeln!(text, "{}back each other:", if text.is_empty() { "" } else { "\n" });
        for pair in &answer.reciprocal {
            let [a, b] = [pair.one.by, pair.other.by].map(|ix| &*base[ix].name);
            let [here, there] = [pair.one.dispute, pair.other.dispute].map(|ix| &*base[ix].name);
            let doubt = if pair.band == Band::Certain { "" } else { " (perhaps not at one time)" };
            let _ = writeln!(text, "  {a} backs {b} ({here}), and {b} backs {a} ({there}){doubt}");
            for backing in [pair.one, pair.other] {
                text += &format!("    {}:\n", base[backing.by].name);
                text += &words::attestations(base, &base[backing.statement], "      ");
            }
        }
    }
    if text.is_empty() {
        text += "No position is recorded.\n";
    }
    text
}

fn table(base: &Base, answer: &PositionsAnswer) -> Table {
    let mut table = Table::new(&["statement", "dispute", "by", "backs", "from", "period", "band", "sources"]);
    let mut row = |backing: &Backing| {
        let statement = &base[backing.statement];
        table.row(vec![
            statement.id.to_string(),
            base[backing.dispute].id.to_string(),
            base[backing.by].id.to_string(),
            base[backing.backs].id.to_string(),
            statement.date().map(Date::to_string).unwrap_or_default(),
            words::period(statement),
            backing.sure().to_string(),
            words::source_ids(base, statement),
        ]);
    };
    answer.positions.iter().for_each(&mut row);
    if answer.positions.is_empty() {
        answer.reciprocal.iter().flat_map(|pair| [pair.one, pair.other]).for_each(|backing| row(&backing));
    }
    table
}
