//! `chancery.v2/snapshot` and `chancery.v2/diff`: what holds on a day, and what changed between two.

use serde::Serialize;

use super::parts::date;
use crate::model::{ActorIx, AsOf, Base, Closed, Fact, StatementIx, Thing, stated};
use crate::query::{DiffAnswer, Reached, SnapshotAnswer, StateOnDay, reached};

#[derive(Serialize)]
struct SnapshotOut<'a> {
    schema: &'static str,
    on: String,
    actor: Option<&'a str>,
    record: Vec<RecordOut>,
    held: Vec<HeldOut<'a>>,
}

#[derive(Serialize)]
struct DiffOut<'a> {
    schema: &'static str,
    from: String,
    to: String,
    actor: Option<&'a str>,
    new: Vec<HeldOut<'a>>,
    ended: Vec<HeldOut<'a>>,
    changed: Vec<ChangedOut<'a>>,
    record: Vec<RecordOut>,
}

#[derive(Serialize)]
struct RecordOut {
    kind: &'static str,
    all: usize,
    reached: usize,
    ends: Option<[String; 2]>,
}

fn record(list: &[Reached]) -> Vec<RecordOut> {
    let out = |one: &Reached| RecordOut {
        kind: one.kind.name(),
        all: one.all,
        reached: one.reached,
        ends: one.ends.map(|(from, to)| [from.to_string(), to.to_string()]),
    };
    list.iter().map(out).collect()
}

#[derive(Serialize)]
struct ChangedOut<'a> {
    was: HeldOut<'a>,
    is: HeldOut<'a>,
}

#[derive(Serialize)]
struct HeldOut<'a> {
    kind: &'static str,
    what: String,
    statement: &'a str,
    actors: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    standing: Option<&'static str>,
    date: Option<&'a str>,
    band: &'static str,
    presumed: bool,
    ended_by: Option<&'a str>,
}

/// What holds on a day, as a document.
pub fn snapshot(base: &Base, answer: &SnapshotAnswer) -> serde_json::Value {
    let document = SnapshotOut {
        schema: "chancery.v2/snapshot",
        on: answer.request.day.to_string(),
        actor: id(base, answer.request.actor),
        record: record(&reached(base, &answer.held, AsOf::of(answer.request.day, answer.request.today))),
        held: held(base, &answer.held),
    };
    serde_json::to_value(document).expect("published shapes are plain")
}

/// What changed between two days, as a document.
pub fn diff(base: &Base, answer: &DiffAnswer) -> serde_json::Value {
    let document = DiffOut {
        schema: "chancery.v2/diff",
        from: answer.request.from.to_string(),
        to: answer.request.to.to_string(),
        actor: id(base, answer.request.actor),
        new: held(base, &answer.new),
        ended: held(base, &answer.ended),
        changed: answer
            .changed
            .iter()
            .map(|change| ChangedOut { was: one(base, &change.from), is: one(base, &change.to) })
            .collect(),
        record: record(&answer.reached),
    };
    serde_json::to_value(document).expect("published shapes are plain")
}

/// What holds, in words: the statement that it rests on, and of a treaty the party that it binds.
pub fn thing(base: &Base, held: &StateOnDay) -> String {
    match held.thing {
        Thing::Treaty(treaty, party) => format!("{} binds {}", base[treaty].title, base[party].name),
        Thing::Relations(pair) if held.is_unbegun(base) => {
            let [one, other] = pair.parties().map(|party| &base[party].name);
            let first = stated(base, &base[held.statement].fact);
            format!("Relations of {one} and {other}, of whose beginning nothing is on record: {first}")
        }
        _ => stated(base, &base[held.statement].fact),
    }
}

fn id(base: &Base, actor: Option<ActorIx>) -> Option<&str> {
    actor.map(|actor| base[actor].id.as_str())
}

fn held<'a>(base: &'a Base, list: &[StateOnDay]) -> Vec<HeldOut<'a>> {
    list.iter().map(|held| one(base, held)).collect()
}

fn one<'a>(base: &'a Base, held: &StateOnDay) -> HeldOut<'a> {
    let statement = |ix: StatementIx| &*base[ix].id;
    HeldOut {
        kind: held.thing.kind().name(),
        what: thing(base, held),
        statement: statement(held.statement),
        actors: held.thing.actors().into_iter().flatten().map(|actor| base[actor].id.as_str()).collect(),
        standing: match base[held.statement].fact {
            Fact::Membership { standing, .. } => Some(standing.name()),
            _ => None,
        },
        date: date(base, held.statement),
        band: held.band.name(),
        presumed: held.presumed,
        ended_by: held.ended_by.map(statement),
    }
}
