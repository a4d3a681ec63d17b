//! `chancery resolutions`

use std::collections::BTreeSet;
use std::fmt::Write as _;

use chancery::export::{Table, v1};
use chancery::model::{Base, Choice, Closed, Date, Deed, Entity, ResolutionIx};
use chancery::query::{ResolutionsAnswer, ResolutionsRequest, Want, resolutions};
use clap::Args;

use super::error::CliError;
use super::output::Forms;
use super::{Context, Outcome, data, date, window, words};

#[derive(Args)]
pub(crate) struct Resolutions {
    /// One resolution, by id, symbol or title, with its roll call
    resolution: Option<String>,
    /// Adopted by this body, or by a body of this actor
    #[arg(long, value_name = "BODY")]
    by: Option<String>,
    /// About this: an event, a dispute, an actor, a resolution
    #[arg(long, value_name = "SUBJECT")]
    about: Option<String>,
    /// Only those adopted before this date (a day, a month or a year)
    #[arg(long, value_name = "DATE", value_parser = date)]
    before: Option<Date>,
    /// Only those adopted after this date
    #[arg(long, value_name = "DATE", value_parser = date)]
    after: Option<Date>,
}

impl Resolutions {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        let loaded = data::load(context)?;
        let base = &loaded.base;
        let one = self.resolution.as_deref().map(|text| {
            match data::find(base, text, Want::Resolution, "resolution", context.today)? {
                Entity::Resolution(ix) => Ok(ix),
                _ => unreachable!("only resolutions were asked for"),
            }
        });
        let request = ResolutionsRequest {
            one: one.transpose()?,
            by: self.by.as_deref().map(|text| data::actor(base, text, context.today)).transpose()?,
            about: self
                .about
                .as_deref()
                .map(|text| data::find(base, text, Want::Subject, "subject", context.today))
                .transpose()?,
            window: window(self.before.as_ref(), self.after.as_ref()),
        };
        let answer = resolutions(base, &request);
        context.output.answer(
            "resolutions",
            &Forms {
                text: &|| text(base, &answer),
                table: &|| table(base, &answer),
                json: &|| v1::resolutions(base, &answer),
                items: "resolutions",
            },
        )?;
        Ok(if answer.resolutions.is_empty() { Outcome::Findings } else { Outcome::Fine })
    }
}

fn text(base: &Base, answer: &ResolutionsAnswer) -> String {
    let mut text = words::count(answer.resolutions.len(), "resolution", "resolutions");
    if let Some(by) = answer.request.by {
        text += &format!(" by {}", base[by].name);
    }
    if let Some(about) = answer.request.about {
        text += &format!(" about {}", base.name(about));
    }
    text.push('\n');
    for &ix in &answer.resolutions {
        text += &one(base, ix, answer.request.one.is_some());
    }
    text
}

fn one(base: &Base, ix: ResolutionIx, with_votes: bool) -> String {
    let resolution = &base[ix];
    let statement = &base[resolution.adopted];
    let mut text = String::new();
    let symbol = resolution.symbol.as_deref().map_or_else(String::new, |symbol| format!(", {symbol}"));
    let _ = writeln!(text, "\n{}: {}{symbol}", words::date(statement), base[resolution.by].name);
    let _ = writeln!(text, "  {} ({})", resolution.title, resolution.id);
    let tally = resolution.tally.map_or_else(String::new, |tally| format!(" {tally}"));
    let _ = writeln!(text, "  vote: {}{tally}", resolution.vote.name().replace('-', " "));
    for deed in &resolution.deeds {
        let _ = writeln!(text, "  {}", deed_words(base, deed));
    }
    if !resolution.about.is_empty() {
        // A country and the dispute about it may go by one name.
        let mut about: Vec<&str> = resolution.about.iter().map(|entity| base.name(*entity)).collect();
        let mut seen = BTreeSet::new();
        about.retain(|name| seen.insert(*name));
        let _ = writeln!(text, "  about: {}", about.join("; "));
    }
    text += &words::attestations(base, statement, "  ");
    if with_votes {
        let votes = ResolutionsAnswer::roll_call(base, ix);
        for choice in Choice::ALL {
            let names: Vec<String> = votes
                .iter()
                .filter(|(cast, ..)| cast == choice)
                .map(|&(_, by, vote)| {
                    let mark = if base[vote].is_contested() { " (contested)" } else { "" };
                    format!("{}{mark}", base[by].name)
                })
                .collect();
            if !names.is_empty() {
                let _ = writeln!(text, "  {} ({}): {}", choice.name(), names.len(), names.join(", "));
            }
        }
    }
    text
}

fn deed_words(base: &Base, deed: &Deed) -> String {
    let mut text = deed.act.name().replace('-', " ");
    if let Some(what) = deed.what {
        text += &format!(": {}", base.name(what));
    }
    if let Some(words) = &deed.words {
        text += &format!(" “{words}”");
    }
    text
}

fn table(base: &Base, answer: &ResolutionsAnswer) -> Table {
    let mut table =
        Table::new(&["id", "date", "by", "symbol", "title", "vote", "tally", "about", "contested", "sources"]);
    for &ix in &answer.resolutions {
        let resolution = &base[ix];
        let statement = &base[resolution.adopted];
        table.row(vec![
            resolution.id.to_string(),
            statement.date().map(Date::to_string).unwrap_or_default(),
            base[resolution.by].id.to_string(),
            resolution.symbol.as_deref().unwrap_or_default().to_owned(),
            resolution.title.to_string(),
            resolution.vote.name().to_owned(),
            resolution.tally.map(|tally| tally.to_string()).unwrap_or_default(),
            resolution.about.iter().map(|entity| base.id(*entity)).collect::<Vec<_>>().join(" "),
            statement.is_contested().to_string(),
            words::source_ids(base, statement),
        ]);
    }
    table
}
