//! `chancery snapshot` and `chancery diff`

use std::fmt::Write as _;

use crate::export::{Table, v2};
use crate::form::Question;
use crate::model::{ActorIx, AsOf, Base, Closed, Date, Day, Kind, Sure};
use crate::query::{
    DiffAnswer, DiffRequest, Reached, SnapshotAnswer, SnapshotRequest, StateOnDay, diff, reached, snapshot,
};
use clap::Args;

use super::error::CliError;
use super::output::Forms;
use super::{Context, Outcome, data, date, words};

#[derive(Args)]
pub(crate) struct SnapshotArgs {
    /// The day; of a month or a year, its last
    #[arg(value_parser = date)]
    on: Date,
    /// Only what concerns this actor
    #[arg(long)]
    actor: Option<String>,
    /// Only what rests on statements of this kind
    #[arg(long, value_name = "KIND", value_parser = words::names::<Kind>())]
    kind: Option<String>,
}

#[derive(Args)]
pub(crate) struct DiffArgs {
    /// The earlier day; of a month or a year, its last
    #[arg(value_parser = date)]
    from: Date,
    /// The later day
    #[arg(value_parser = date)]
    to: Date,
    /// Only what concerns this actor
    #[arg(long)]
    actor: Option<String>,
    /// Only what concerns this one, too
    #[arg(long, value_name = "ACTOR", requires = "actor")]
    with: Option<String>,
}

impl SnapshotArgs {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        let loaded = data::load(context)?;
        let base = &loaded.base;
        let actor = self.actor.as_deref().map(|text| data::actor(base, text, self.on.latest())).transpose()?;
        let answer = snapshot(
            base,
            &SnapshotRequest {
                day: self.on.latest(),
                actor,
                kind: self.kind.as_deref().and_then(Kind::find),
                today: context.today,
            },
        );
        context.output.answer(
            "snapshot",
            &Forms {
                text: &|| snapshot_text(base, &answer),
                table: &|| table(base, answer.held.iter().map(|held| ("", held))),
                json: &|| v2::snapshot(base, &answer),
                items: "held",
            },
        )?;
        Ok(if answer.held.is_empty() { Outcome::Undecided } else { Outcome::Fine })
    }
}

impl DiffArgs {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        let (from, to) = (self.from.latest(), self.to.latest());
        if from >= to {
            return Err(CliError::Usage {
                message: format!("{} isn't before {}", self.from, self.to),
                help: "give the earlier day first".to_owned(),
            });
        }
        let loaded = data::load(context)?;
        let base = &loaded.base;
        let actor = self.actor.as_deref().map(|text| data::actor(base, text, to)).transpose()?;
        let with = self.with.as_deref().map(|text| data::actor(base, text, to)).transpose()?;
        let answer = diff(base, &DiffRequest { from, to, actor, with, today: context.today });
        context.output.answer(
            "diff",
            &Forms {
                text: &|| diff_text(base, &answer),
                table: &|| {
                    let new = answer.new.iter().map(|held| ("new", held));
                    let ended = answer.ended.iter().map(|held| ("ended", held));
                    let changed = answer.changed.iter().flat_map(|change| [("was", &change.from), ("is", &change.to)]);
                    table(base, new.chain(ended).chain(changed))
                },
                json: &|| v2::diff(base, &answer),
                items: "new",
            },
        )?;
        let none = answer.new.is_empty() && answer.ended.is_empty() && answer.changed.is_empty();
        Ok(if none { Outcome::Undecided } else { Outcome::Fine })
    }
}

impl SnapshotArgs {
    /// What it asks; only of one kind no question asks the same.
    pub(crate) fn question(&self, base: &Base) -> Option<Question> {
        let actor = self.actor.as_deref().map(|text| data::actor(base, text, self.on.latest())).transpose().ok()?;
        self.kind.is_none().then(|| Question::Snapshot { actor, on: Some(self.on.clone()) })
    }
}

impl DiffArgs {
    /// What it asks.
    pub(crate) fn question(&self, base: &Base) -> Option<Question> {
        let named = self.actor.iter().chain(&self.with);
        let actors = named.map(|text| data::actor(base, text, self.to.latest())).collect::<Result<_, _>>().ok()?;
        Some(Question::Changes { from: self.from.clone(), to: self.to.clone(), actors })
    }
}

fn of(base: &Base, actor: Option<ActorIx>) -> String {
    actor.map_or(String::new(), |actor| format!("{} ", base[actor].name))
}

fn snapshot_text(base: &Base, answer: &SnapshotAnswer) -> String {
    let day = answer.request.day.in_words();
    let mut text = String::new();
    for &sure in Sure::ALL {
        let held: Vec<&StateOnDay> =
            answer.held.iter().filter(|held| Sure::of(held.band, held.presumed) == sure).collect();
        if held.is_empty() && sure != Sure::Surely {
            continue;
        }
        let word = sure.adverb();
        let _ = writeln!(text, "{}on {day}, {word}:", of(base, answer.request.actor));
        if held.is_empty() {
            text += "  nothing that is recorded\n";
        }
        for &kind in Kind::ALL {
            let list: Vec<&&StateOnDay> = held.iter().filter(|held| held.thing.kind() == kind).collect();
            if list.is_empty() {
                continue;
            }
            let _ = writeln!(text, "  {kind} ({})", list.len());
            // Everything of the world is for a table; what concerns one actor is for reading.
            if answer.request.actor.is_some() {
                list.iter().for_each(|held| text += &format!("    {}\n", line(base, held)));
            }
        }
    }
    if answer.request.actor.is_none() {
        text += "--actor lists what concerns one; --format csv lists all.\n";
    }
    let asked = AsOf::of(answer.request.day, answer.request.today);
    text += &record(&reached(base, &answer.held, asked), answer.request.day);
    text
}

fn diff_text(base: &Base, answer: &DiffAnswer) -> String {
    let (from, to) = (answer.request.from.in_words(), answer.request.to.in_words());
    let mut text = format!("{}from {from} to {to}\n", of(base, answer.request.actor));
    for (title, list) in [("new", &answer.new), ("ended", &answer.ended)] {
        let _ = writeln!(text, "\n{title} ({}):", list.len());
        for held in list {
            let end = held.ended_by.filter(|_| title == "ended").map_or_else(String::new, |by| {
                let statement = &base[by];
                let when = if statement.fact.lasts() { words::period(statement) } else { words::date(statement) };
                format!("; ended by {} ({when})", statement.id)
            });
            let _ = writeln!(text, "  {}{end}", line(base, held));
        }
    }
    let _ = writeln!(text, "\nchanged ({}):", answer.changed.len());
    for change in &answer.changed {
        let _ = writeln!(text, "  {}\n    now: {}", line(base, &change.from), line(base, &change.to));
    }
    text += &record(&answer.reached, answer.request.to);
    text
}

/// How far the record reaches of each kind.
fn record(reached: &[Reached], day: Day) -> String {
    let lines: String = reached.iter().map(|one| one.in_words(day) + "\n").collect();
    if lines.is_empty() { lines } else { format!("\n{lines}") }
}

/// What holds, with the date and what is doubtful.
fn line(base: &Base, held: &StateOnDay) -> String {
    let statement = &base[held.statement];
    let when = if statement.fact.lasts() { words::period(statement) } else { words::date(statement) };
    let doubt = Sure::of(held.band, held.presumed).doubt().map_or_else(String::new, |doubt| format!(", {doubt}"));
    format!("{} ({when}{doubt})", v2::thing(base, held))
}

fn table<'a>(base: &Base, held: impl Iterator<Item = (&'static str, &'a StateOnDay)>) -> Table {
    let mut table = Table::new(&["change", "kind", "what", "date", "band", "presumed", "statement", "ended_by"]);
    for (change, held) in held {
        table.row(vec![
            change.to_owned(),
            held.thing.kind().to_string(),
            v2::thing(base, held),
            base[held.statement].date().map(Date::to_string).unwrap_or_default(),
            held.band.name().to_owned(),
            held.presumed.to_string(),
            base[held.statement].id.to_string(),
            held.ended_by.map(|by| base[by].id.to_string()).unwrap_or_default(),
        ]);
    }
    table
}
