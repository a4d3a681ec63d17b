//! `chancery resolutions`

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::export::{Table, v2};
use crate::form::{Act, Pattern, Question, Set, Slot, Time};
use crate::model::{Band, Base, Choice, Closed, Date, Day, Deed, ResolutionIx};
use crate::query::{
    Accord, AgreementAnswer, AgreementRequest, ResolutionsAnswer, ResolutionsRequest, Want, absentees, agreement,
    resolutions,
};
use clap::Args;

use super::error::CliError;
use super::output::Forms;
use super::{Context, Outcome, data, date, window, words};

#[derive(Args)]
pub(crate) struct ResolutionsArgs {
    /// One resolution, by id, symbol or title, with its roll call
    resolution: Option<String>,
    #[command(flatten)]
    filters: Filters,
    /// How two actors voted on these resolutions
    #[arg(long, num_args = 2, value_name = "ACTOR", conflicts_with = "resolution")]
    agreement: Vec<String>,
}

/// Which resolutions.
#[derive(Args)]
pub(crate) struct Filters {
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

impl Filters {
    /// What is asked about resolutions.
    pub(crate) fn request(&self, context: &Context<'_>, base: &Base) -> Result<ResolutionsRequest, CliError> {
        Ok(ResolutionsRequest {
            one: None,
            by: self.by.as_deref().map(|text| data::actor(base, text, context.today)).transpose()?,
            about: self
                .about
                .as_deref()
                .map(|text| data::find(base, text, Want::Subject, "subject", context.today))
                .transpose()?,
            window: window(self.before.as_ref(), self.after.as_ref()),
        })
    }
}

impl ResolutionsArgs {
    /// What it asks.
    pub(crate) fn question(&self, base: &Base, today: Day) -> Option<Question> {
        let actor = |text: &String| data::actor(base, text, today).ok();
        let time = super::time(self.filters.before.as_ref(), self.filters.after.as_ref())?;
        let about = match self.filters.about.as_deref() {
            Some(text) => Some(data::find(base, text, Want::Subject, "subject", today).ok()?),
            None => None,
        };
        let by = match &self.filters.by {
            Some(by) => Slot::Is(actor(by)?),
            None => Slot::Some(Set::Anybody),
        };
        let open = about.is_none() && by.is().is_none() && time == Time::Ever;
        match (&self.resolution, &self.agreement[..]) {
            (None, []) => {
                let adopted = Act::Adopted { by, about, resolution: None };
                Some(Question::which(Pattern::act(adopted).at(time)))
            }
            (None, [a, b]) if open => Some(Question::Agreement { a: actor(a)?, b: actor(b)? }),
            (Some(one), []) if open => {
                let resolution = data::resolution(base, one, today).ok()?;
                Some(Question::which(Pattern::act(Act::Voted { by: Slot::WHO, choice: None, resolution })))
            }
            _ => None,
        }
    }
}

impl ResolutionsArgs {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        let loaded = data::load(context)?;
        let base = &loaded.base;
        let one = self.resolution.as_deref().map(|text| data::resolution(base, text, context.today)).transpose()?;
        let request = ResolutionsRequest { one, ..self.filters.request(context, base)? };
        if !self.agreement.is_empty() {
            return self.agreement(context, base, request);
        }
        let answer = resolutions(base, &request);
        context.output.answer(
            "resolutions",
            &Forms {
                text: &|| text(base, &answer),
                table: &|| table(base, &answer),
                json: &|| v2::resolutions(base, &answer),
                items: "resolutions",
            },
        )?;
        Ok(if answer.resolutions.is_empty() { Outcome::Undecided } else { Outcome::Fine })
    }

    /// How two voted on the resolutions that are asked for.
    fn agreement(&self, context: &Context<'_>, base: &Base, on: ResolutionsRequest) -> Result<Outcome, CliError> {
        let [one, other] = &self.agreement[..] else { unreachable!("clap takes two") };
        let actors = [data::actor(base, one, context.today)?, data::actor(base, other, context.today)?];
        let answer = agreement(base, &AgreementRequest { actors, on });
        context.output.answer(
            "resolutions",
            &Forms {
                text: &|| agreement_text(base, &answer),
                table: &|| agreement_table(base, &answer),
                json: &|| v2::agreement(base, &answer),
                items: "ballots",
            },
        )?;
        Ok(if answer.ballots.is_empty() { Outcome::Undecided } else { Outcome::Fine })
    }
}

fn agreement_text(base: &Base, answer: &AgreementAnswer) -> String {
    let [a, b] = answer.request.actors.map(|actor| &*base[actor].name);
    let count = |accord| answer.count(accord);
    let cast = answer.ballots.len() - count(Accord::Absent);
    let mut text = format!("{a} and {b}\n");
    let _ = writeln!(text, "{} on record in which both voted:", words::count(cast, "roll call", "roll calls"));
    for (accord, how) in [
        (Accord::Same, "voted alike"),
        (Accord::Apart, "one abstained"),
        (Accord::Opposed, "voted against each other"),
        (Accord::Open, "open, as sources differ on a vote"),
    ] {
        if accord != Accord::Open || count(accord) > 0 {
            let _ = writeln!(text, "  {:>4}  {how}", count(accord));
        }
    }
    if count(Accord::Absent) > 0 {
        let absent = words::count(count(Accord::Absent), "more roll call", "more roll calls");
        let _ = writeln!(text, "in {absent} one of them was absent or didn't vote");
    }
    let [one, other] = answer.alone;
    let _ = writeln!(text, "only the vote of {a} is recorded in {one}, only that of {b} in {other}");
    let _ = writeln!(text, "the record holds some roll calls, chosen by subject: these aren't shares of all votes");
    let mut differing = answer.differing().peekable();
    if differing.peek().is_some() {
        text.push_str("\nnot alike:\n");
    }
    for ballot in differing {
        let resolution = &base[ballot.resolution];
        let perhaps = if ballot.band == Band::Certain { "" } else { " (possibly within that time)" };
        let _ = writeln!(text, "  {}: {}{perhaps}", words::date(&base[resolution.adopted]), resolution.title);
        let voted = |n: usize| {
            let mark = if base[ballot.votes[n]].is_contested() { " (contested)" } else { "" };
            format!("{}: {}{mark}", base[answer.request.actors[n]].name, ballot.choices[n].name())
        };
        let _ = writeln!(text, "    {}; {} ({})", voted(0), voted(1), resolution.id);
    }
    text
}

fn agreement_table(base: &Base, answer: &AgreementAnswer) -> Table {
    let mut table = Table::new(&["resolution", "date", "one", "other", "accord", "band", "title"]);
    for ballot in &answer.ballots {
        let resolution = &base[ballot.resolution];
        table.row(vec![
            resolution.id.to_string(),
            base[resolution.adopted].date().map(Date::to_string).unwrap_or_default(),
            ballot.choices[0].name().to_owned(),
            ballot.choices[1].name().to_owned(),
            ballot.accord.name().to_owned(),
            ballot.band.name().to_owned().to_owned(),
            resolution.title.to_string(),
        ]);
    }
    table
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
        text += &without_vote(base, ix);
    }
    text
}

/// The members without a recorded vote, told apart from recorded absences.
fn without_vote(base: &Base, ix: ResolutionIx) -> String {
    let mut text = String::new();
    let missing = absentees(base, ix).unwrap_or_default();
    for (band, heading) in [
        (Band::Certain, "absent or not voting: members that day without a recorded vote"),
        (Band::Possible, "possibly absent or not voting, as membership that day or the count of votes is open"),
    ] {
        let names: Vec<&str> =
            missing.iter().filter(|one| one.band == band).map(|one| &*base[one.member].name).collect();
        if !names.is_empty() {
            let _ = writeln!(text, "  {heading} ({}): {}", names.len(), names.join(", "));
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
