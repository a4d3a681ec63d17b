//! `chancery relations`

use std::fmt::Write as _;

use crate::export::{Table, v2};
use crate::form::Question;
use crate::model::{AsOf, Band, Base, Closed, Date, Day, Fact, Pair, RelationsAct, StatementIx, Status, Sure, headed};
use crate::query::{Mutual, RelationsAnswer, RelationsRequest, relations};
use clap::Args;

use super::error::CliError;
use super::output::Forms;
use super::{Context, Outcome, data, date, words};

#[derive(Args)]
pub(crate) struct RelationsArgs {
    /// One party: an id, a name or a code
    a: String,
    /// The other party
    b: String,
    /// The day whose state is asked for; of a month or a year, its last
    #[arg(long, value_name = "DATE", value_parser = date)]
    on: Option<Date>,
}

impl RelationsArgs {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        let loaded = data::load(context)?;
        let base = &loaded.base;
        let on = self.on.as_ref().map(Date::latest);
        let day = on.unwrap_or(context.today);
        let [a, b] = [data::actor(base, &self.a, day)?, data::actor(base, &self.b, day)?];
        let request = RelationsRequest::between(a, b, context.today).ok_or_else(|| same(base, a))?.on(on);
        let answer = relations(base, &request);
        context.output.answer(
            "relations",
            &Forms {
                text: &|| text(base, &answer),
                table: &|| table(base, &answer),
                json: &|| v2::relations(base, &answer),
                items: "history",
            },
        )?;
        Ok(Outcome::of_list(answer.history.is_empty(), base, &answer.request.matters(), asked(&answer)))
    }
}

impl RelationsArgs {
    /// What it asks.
    pub(crate) fn question(&self, base: &Base, today: Day) -> Option<Question> {
        let day = self.on.as_ref().map_or(today, Date::latest);
        let [a, b] = [&self.a, &self.b].map(|text| data::actor(base, text, day).ok());
        Some(Question::Relations { a: a?, b: b?, on: self.on.clone() })
    }
}

/// The pair of two parties that must differ.
pub(crate) fn pair(base: &Base, [a, b]: [crate::model::ActorIx; 2]) -> Result<Pair, CliError> {
    Pair::new(a, b).ok_or_else(|| same(base, a))
}

/// One actor was named twice.
fn same(base: &Base, actor: crate::model::ActorIx) -> CliError {
    CliError::Usage {
        message: format!("both parties are {}", base[actor].name),
        help: "name two different actors".into(),
    }
}

fn text(base: &Base, answer: &RelationsAnswer) -> String {
    let [a, b] = answer.request.parties().map(|ix| &*base[ix].name);
    let mut text = format!("{a} and {b}\n");
    if answer.history.is_empty() {
        text += "Nothing on this pair is recorded. That doesn't say that there is nothing.\n";
        text += &words::record(base, &answer.request.matters(), asked(answer));
        return text;
    }
    text += &state(base, answer, [a, b]);
    text += &words::record(base, &answer.request.matters(), asked(answer));
    if answer.request.on.is_none() {
        text += "\nhistory:\n";
        text += &history(base, answer);
    }
    text
}

fn asked(answer: &RelationsAnswer) -> AsOf {
    AsOf::of(answer.status.day, answer.request.today)
}

/// The state on a day in bands: what certainly holds, what presumably does, and what possibly does, with the reason.
fn state(base: &Base, answer: &RelationsAnswer, [a, b]: [&str; 2]) -> String {
    let day = answer.status.day.in_words();
    let band = |band: Band, presumed: bool| Sure::of(band, presumed) as usize;
    let mut bands: [Vec<String>; 3] = [Vec::new(), Vec::new(), Vec::new()];
    match (answer.status.certain, &answer.status.possible[..]) {
        (Some(status), _) => {
            bands[band(Band::Certain, answer.status.presumed)].push(status.in_words().to_owned());
        }
        (None, several) => {
            let names: Vec<String> = several.iter().map(|status| status.in_words().to_owned()).collect();
            bands[2].push(names.join(", or "));
        }
    }
    let name = |ix: crate::model::ActorIx| &*base[ix].name;
    let because = |mutual_band: Band, statement: StatementIx| {
        if mutual_band == Band::Certain { String::new() } else { format!(" ({})", reason(base, statement)) }
    };
    let say = |mutual: &Mutual, what: &str| {
        let reason = because(mutual.band, mutual.statement);
        let whom = base[mutual.statement].fact.capacity().unwrap_or_default().in_words(name(mutual.of));
        format!("{} {what} {whom}{reason}", name(mutual.by))
    };
    for mutual in &answer.recognition {
        bands[band(mutual.band, mutual.presumed)].push(say(mutual, "recognizes"));
    }
    for mutual in &answer.withheld {
        bands[band(mutual.band, mutual.presumed)].push(say(mutual, "withholds recognition of"));
    }
    for one in &answer.level {
        let line = format!("{}, {}", act(base, one.statement), words::date(&base[one.statement]));
        bands[band(one.band, one.presumed)].push(line);
    }
    for mission in &answer.missions {
        let level = mission.level.map_or("mission", Closed::name).replace('-', " ");
        let reason = because(mission.band, mission.statement);
        let town = match &base[mission.statement].fact {
            Fact::Relations { at: Some(town), .. } => format!(", {town}"),
            _ => String::new(),
        };
        let line = format!("{} of {} in {}{town}{reason}", level, name(mission.of), name(mission.at));
        bands[band(mission.band, mission.presumed)].push(line);
    }
    let mut text = String::new();
    for (title, lines) in Sure::ALL.iter().map(|sure| sure.adverb()).zip(bands) {
        if !lines.is_empty() {
            let _ = writeln!(text, "on {day}, {title}:");
            lines.iter().for_each(|line| text += &format!("  {line}\n"));
        }
    }
    if answer.recognition.is_empty() && answer.withheld.is_empty() && answer.status.certain == Some(Status::Established)
    {
        let _ = writeln!(text, "  (no act of recognition between {a} and {b} is recorded; relations imply it)");
    }
    let related = answer.history.iter().any(|&ix| matches!(base[ix].fact, Fact::Relations { .. }));
    if !related && answer.status.possible.contains(&Status::Established) {
        let _ = writeln!(text, "  (no act in the relations of {a} and {b} is recorded)");
    }
    text
}

/// Why something is possible only.
fn reason(base: &Base, ix: StatementIx) -> String {
    let statement = &base[ix];
    let date = words::date(statement);
    if statement.fact.lasts() { words::period(statement) } else { date }
}

fn history(base: &Base, answer: &RelationsAnswer) -> String {
    let mut text = String::new();
    for &ix in &answer.history {
        let statement = &base[ix];
        let when = if statement.fact.lasts() { words::period(statement) } else { words::date(statement) };
        let retracted = if statement.stands() { "" } else { " [doesn't count]" };
        let _ = writeln!(text, "\n{when}: {}{retracted}", act(base, ix));
        text += &words::attestations(base, statement, "  ");
    }
    text
}

/// What happened, in words.
pub(crate) fn act(base: &Base, ix: StatementIx) -> String {
    let name = |ix: crate::model::ActorIx| &*base[ix].name;
    match &base[ix].fact {
        Fact::Recognition { act, by, of, capacity, .. } => {
            format!("{} {} {}", name(*by), act.in_words(), capacity.in_words(name(*of)))
        }
        Fact::Relations { act, by, level, at, pair, .. } => {
            let level = level.map_or("mission", Closed::name).replace('-', " ");
            let town = at.as_deref().map_or_else(String::new, |town| format!(" in {town}"));
            let mission = by.map_or_else(String::new, |by| {
                format!("{level} of {} in {}", name(by), at.as_deref().unwrap_or(name(pair.other(by))))
            });
            let who = by.map_or_else(String::new, |by| format!(" by {}", name(by)));
            match act {
                RelationsAct::Agreed => format!("agreement on relations{who}"),
                RelationsAct::Established => "diplomatic relations established".to_owned(),
                RelationsAct::Downgraded => format!("relations downgraded{who}{}", headed(&base[ix].fact)),
                RelationsAct::Recalled => format!("head of mission recalled{who}"),
                RelationsAct::Upgraded => format!("relations upgraded{who}{}", headed(&base[ix].fact)),
                RelationsAct::Suspended => format!("relations suspended{who}"),
                RelationsAct::Severed => format!("relations severed{who}"),
                RelationsAct::Resumed => "relations resumed".to_owned(),
                RelationsAct::Absent => "no diplomatic relations".to_owned(),
                RelationsAct::MissionOpened => format!("{mission} opens"),
                RelationsAct::MissionRaised => format!("mission of {} raised to {level}{town}", by.map_or("", name)),
                RelationsAct::MissionLowered => format!("mission of {} lowered to {level}{town}", by.map_or("", name)),
                RelationsAct::MissionMoved => format!("{mission} moves"),
                RelationsAct::MissionSuspended => format!("{mission} suspends its work"),
                RelationsAct::MissionClosed => format!("{mission} closes"),
            }
        }
        _ => unreachable!("histories hold relations and recognition"),
    }
}

fn table(base: &Base, answer: &RelationsAnswer) -> Table {
    let mut table = Table::new(&["statement", "date", "earliest", "latest", "what", "contested", "sources"]);
    for &ix in &answer.history {
        let statement = &base[ix];
        let day = |day: Day| day.bounded().map(|day| day.to_string()).unwrap_or_default();
        table.row(vec![
            statement.id.to_string(),
            statement.date().map(Date::to_string).unwrap_or_default(),
            day(statement.begins.earliest),
            day(statement.begins.latest),
            act(base, ix),
            statement.is_contested().to_string(),
            words::source_ids(base, statement),
        ]);
    }
    table
}
