//! `chancery show`

use std::fmt::Write as _;

use crate::export::{Table, v2};
use crate::form::Question;
use crate::model::{ActorClass, ActorKind, Base, Date, Day, Entity, StatementIx, Sure};
use crate::query::{Recognizers, RecognizersRequest, WORLD, Want, recognizers};
use clap::Args;
use serde_json::Value;

use super::error::CliError;
use super::output::Forms;
use super::{Context, Outcome, data, words};

#[derive(Args)]
pub(crate) struct ShowArgs {
    /// The id of a record or of a statement, or a name
    id: String,
}

/// What is shown.
#[derive(Clone, Copy)]
enum Shown {
    Entity(Entity),
    Statement(StatementIx),
}

impl ShowArgs {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        let loaded = data::load(context)?;
        let base = &loaded.base;
        let shown = match base.find_statement(&self.id) {
            Some(ix) => Shown::Statement(ix),
            None => match data::find(base, &self.id, Want::Anything, "record", context.today) {
                Ok(entity) => Shown::Entity(entity),
                // Ids of statements have slashes; so have the symbols of some resolutions.
                Err(error @ CliError::Unknown { .. }) if self.id.contains('/') => {
                    return Err(match unknown_statement(base, &self.id) {
                        CliError::Unknown { near, .. } if near.is_empty() => error,
                        statement => statement,
                    });
                }
                Err(error) => return Err(error),
            },
        };
        let json = || match shown {
            Shown::Entity(entity) => {
                let mut value = v2::record(base, entity);
                if let Some(status) = status(base, entity, context.today) {
                    value["recognized"] = v2::recognized(base, &status);
                }
                value
            }
            Shown::Statement(ix) => v2::statement(base, ix),
        };
        context.output.answer(
            "show",
            &Forms {
                text: &|| match shown {
                    Shown::Entity(entity) => entity_text(base, entity, context.today),
                    Shown::Statement(ix) => statement_text(base, ix),
                },
                table: &|| table(&json()),
                json: &json,
                items: "",
            },
        )?;
        Ok(Outcome::Fine)
    }
}

impl ShowArgs {
    /// What it asks; of a statement no question asks.
    pub(crate) fn question(&self, base: &Base, today: Day) -> Option<Question> {
        let named = base.find_statement(&self.id).is_none();
        named.then(|| data::find(base, &self.id, Want::Anything, "record", today).ok().map(Question::Show)).flatten()
    }
}

pub(crate) fn unknown_statement(base: &Base, id: &str) -> CliError {
    let prefix = id.split('/').next().unwrap_or(id);
    let alike = base.statements.iter().map(|statement| &*statement.id).filter(|other| other.starts_with(prefix));
    let near = crate::diag::nearest(id, alike).map(str::to_owned).into_iter().collect();
    CliError::Unknown { kind: "statement", name: id.to_owned(), near }
}

fn statement_text(base: &Base, ix: StatementIx) -> String {
    let statement = &base[ix];
    let when = if statement.fact.lasts() { words::period(statement) } else { words::date(statement) };
    let actors: Vec<String> = statement.fact.actors().map(|actor| base[actor].name.to_string()).collect();
    let mut text = format!("{}\n{}: {when}\n", statement.id, v1_kind(base, ix));
    if !actors.is_empty() {
        let _ = writeln!(text, "actors: {}", actors.join(", "));
    }
    if let Some(why) = &statement.withdrawn {
        let _ = writeln!(text, "retracted from the base: {why}");
    }
    text += "sources:\n";
    text + &words::attestations(base, statement, "  ")
}

/// The kind of statement, with its act where it has one.
fn v1_kind(base: &Base, ix: StatementIx) -> String {
    let value = v2::statement(base, ix);
    let word = |field: &str| value[field].as_str().unwrap_or_default().to_owned();
    match value["act"].as_str() {
        Some(act) => format!("{}, {act}", word("of")),
        None => word("of"),
    }
}

/// Who recognizes a country whose status is contested, among the members of the United Nations.
fn status(base: &Base, entity: Entity, today: Day) -> Option<Recognizers> {
    let Entity::Actor(ix) = entity else { return None };
    let contested = base[ix].kind == ActorKind::Country(ActorClass::Contested);
    let world = base.find_actor(WORLD).filter(|_| contested)?;
    Some(recognizers(base, &RecognizersRequest::of(ix, today).among(world)))
}

fn status_text(base: &Base, status: &Recognizers) -> String {
    let among = status.request.among.map_or("", |among| &*base[among].name);
    let names: Vec<String> = status.so(Sure::Possibly).map(|one| base[one.who].name.to_string()).collect();
    let possibly = match names.len() {
        0 => String::new(),
        some => format!("; possibly by {some} more: {}", words::and(&names)),
    };
    let presumably = match status.so(Sure::Presumably).count() {
        0 => String::new(),
        more => format!("; presumably by {more} more"),
    };
    format!(
        "recognized on {}, as far as recorded: by {} of {} members ({among}){presumably}{possibly}\n",
        status.request.day.in_words(),
        status.so(Sure::Surely).count(),
        status.members,
    )
}

fn entity_text(base: &Base, entity: Entity, today: Day) -> String {
    let value = v2::record(base, entity);
    let mut text = format!("{} ({})\n", base.name(entity), base.id(entity));
    for (field, value) in value.as_object().into_iter().flatten() {
        if !matches!(field.as_str(), "schema" | "id" | "name" | "sources")
            && let Some(words) = plain(value)
        {
            let _ = writeln!(text, "{}: {words}", field.replace('_', " "));
        }
    }
    if let Some(status) = status(base, entity, today) {
        text += &status_text(base, &status);
    }
    if let Entity::Claim(ix) = entity {
        text += "sources:\n";
        base[ix].sources.iter().for_each(|citation| text += &words::citation(base, citation, "  "));
    }
    let own = match entity {
        Entity::Resolution(ix) => Some(base[ix].adopted),
        Entity::Event(ix) => Some(base[ix].happened),
        _ => None,
    };
    if let Some(ix) = own {
        text += "sources:\n";
        text += &words::attestations(base, &base[ix], "  ");
    }
    text + &about(base, entity)
}

/// How many statements of each kind are about an actor, and how a treaty or source is used.
fn about(base: &Base, entity: Entity) -> String {
    let mut counts = std::collections::BTreeMap::new();
    let mut text = String::new();
    match entity {
        Entity::Actor(actor) => {
            for statement in base.statements.iter().filter(|s| s.stands() && s.fact.actors().any(|ix| ix == actor)) {
                *counts.entry(statement.fact.kind()).or_insert(0usize) += 1;
            }
            let existence = base.under(crate::model::Key::Existence(actor));
            for ix in existence.filter(|&ix| base[ix].fact.lasts()) {
                let _ = writeln!(text, "existence: {}", words::period(&base[ix]));
                text += &words::attestations(base, &base[ix], "  ");
            }
        }
        Entity::Source(source) => {
            for statement in &base.statements {
                let mut citations = statement.attestations.iter().flat_map(|attestation| &attestation.sources);
                if citations.any(|citation| citation.source == source) {
                    *counts.entry(statement.fact.kind()).or_insert(0) += 1;
                }
            }
        }
        _ => return text,
    }
    let words: Vec<String> = counts.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
    if !words.is_empty() {
        let _ = writeln!(text, "statements: {}", words.join(", "));
    }
    text
}

/// A JSON value as words; `None` when it says nothing.
fn plain(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        Value::Array(items) => {
            let words: Vec<String> = items.iter().filter_map(plain).collect();
            (!words.is_empty()).then(|| words.join("; "))
        }
        Value::Object(fields) => {
            let word = |(field, value): (&String, &Value)| match (field.as_str(), plain(value)) {
                ("period", Some(words)) => Some(format!("({words})")),
                ("from" | "until", Some(words)) => Some(format!("{field} {words}")),
                (_, words) => words,
            };
            let words: Vec<String> = fields.iter().filter_map(word).collect();
            (!words.is_empty()).then(|| words.join(" "))
        }
        other => Some(other.to_string()),
    }
}

fn table(value: &Value) -> Table {
    let mut table = Table::new(&["field", "value"]);
    for (field, value) in value.as_object().into_iter().flatten() {
        if let Some(words) = plain(value) {
            table.row(vec![field.clone(), words]);
        }
    }
    table
}

/// A record in a line, for lists.
pub(crate) fn line(base: &Base, ix: StatementIx) -> Vec<String> {
    let statement = &base[ix];
    vec![statement.id.to_string(), statement.date().map_or_else(|| "undated".to_owned(), Date::in_words)]
}
