//! `chancery path`

use std::fmt::Write as _;

use crate::export::{Table, v2};
use crate::form::Question;
use crate::model::{Base, Closed, Date, Day, stated};
use crate::query::{Hop, PathAnswer, PathRequest, Projection, path};
use clap::Args;

use super::error::CliError;
use super::output::Forms;
use super::{Context, Outcome, data, date, words};

#[derive(Args)]
pub(crate) struct PathArgs {
    /// From whom
    from: String,
    /// To whom
    to: String,
    /// The day, of a month or a year its last; else today
    #[arg(long, value_name = "DATE", value_parser = date)]
    on: Option<Date>,
    /// By which edges
    #[arg(long, value_name = "EDGES", default_value = "relations", value_parser = words::names::<Projection>())]
    via: String,
}

impl PathArgs {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        let loaded = data::load(context)?;
        let base = &loaded.base;
        let day = self.on.as_ref().map_or(context.today, Date::latest);
        let [from, to] = [data::actor(base, &self.from, day)?, data::actor(base, &self.to, day)?];
        let via = Projection::find(&self.via).expect("clap takes only edges that there are");
        let request = PathRequest::between(from, to, via, context.today).on(day);
        let answer = path(base, &request);
        context.output.answer(
            "path",
            &Forms {
                text: &|| text(base, &answer),
                table: &|| table(base, &answer),
                json: &|| v2::path(base, &answer),
                items: "certain",
            },
        )?;
        let found = answer.certain.is_some() || answer.possible.is_some();
        Ok(if found { Outcome::Fine } else { Outcome::Undecided })
    }
}

impl PathArgs {
    /// What it asks.
    pub(crate) fn question(&self, base: &Base, today: Day) -> Option<Question> {
        let day = self.on.as_ref().map_or(today, Date::latest);
        let [from, to] = [&self.from, &self.to].map(|text| data::actor(base, text, day).ok());
        Some(Question::Path { from: from?, to: to?, via: Projection::find(&self.via)?, on: self.on.clone() })
    }
}

fn text(base: &Base, answer: &PathAnswer) -> String {
    let request = &answer.request;
    let (from, to) = (&base[request.from].name, &base[request.to].name);
    let by = format!("by {} on {}", request.via, request.day.in_words());
    let mut text = String::new();
    match &answer.certain {
        Some(path) => {
            let presumably = if answer.presumed.is_empty() { "" } else { "presumably " };
            let _ =
                writeln!(text, "From {from} to {to} {by}: {presumably}{}.", words::count(path.len(), "step", "steps"));
            for (nth, hop) in path.iter().enumerate() {
                text += &step(base, hop, answer.presumed.contains(&nth));
            }
        }
        None => {
            let _ = writeln!(text, "No path from {from} to {to} {by} certainly holds.");
        }
    }
    if let Some(path) = &answer.possible {
        let _ = writeln!(text, "\nPossibly in {}:", words::count(path.len(), "step", "steps"));
        path.iter().for_each(|hop| text += &step(base, hop, false));
    }
    text
}

fn step(base: &Base, hop: &Hop, presumed: bool) -> String {
    let through = hop.via.map_or_else(String::new, |treaty| format!(", by way of {}", base[treaty].title));
    let doubt = match hop.band {
        crate::model::Band::Certain if presumed => " (presumably)",
        crate::model::Band::Certain => "",
        _ => " (possibly)",
    };
    let mut text = format!("  {} – {}{through}{doubt}\n", base[hop.from].name, base[hop.to].name);
    for &ix in &hop.statements {
        let statement = &base[ix];
        let when = if statement.fact.lasts() { words::period(statement) } else { words::date(statement) };
        let told = stated(base, &statement.fact);
        let _ = writeln!(text, "    {told}, {when} — {}", words::publishers(base, statement));
    }
    text
}

fn table(base: &Base, answer: &PathAnswer) -> Table {
    let mut table = Table::new(&["path", "from", "to", "treaty", "statements", "band", "presumed"]);
    for (which, path) in [("certain", &answer.certain), ("possible", &answer.possible)] {
        for (nth, hop) in path.iter().flatten().enumerate() {
            table.row(vec![
                which.to_owned(),
                base[hop.from].id.to_string(),
                base[hop.to].id.to_string(),
                hop.via.map(|treaty| base[treaty].id.to_string()).unwrap_or_default(),
                hop.statements.iter().map(|ix| &*base[*ix].id).collect::<Vec<_>>().join(" "),
                hop.band.name().to_owned(),
                (which == "certain" && answer.presumed.contains(&nth)).to_string(),
            ]);
        }
    }
    table
}
