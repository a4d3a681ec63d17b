//! `chancery.v2/relations`

use serde::Serialize;

use super::parts::{AttestationOut, ReachOut, attestations, date, reach, until};
use crate::model::{ActorIx, AsOf, Base, Closed, Fact, RecognitionAct, Statement, StatementIx};
use crate::query::{Mutual, RelationsAnswer};

#[derive(Serialize)]
struct RelationsOut<'a> {
    schema: &'static str,
    record: Vec<ReachOut<'a>>,
    parties: [&'a str; 2],
    on: Option<String>,
    as_of: String,
    recorded: bool,
    status: StatusOut,
    recognition: Vec<MutualOut<'a>>,
    withheld: Vec<MutualOut<'a>>,
    missions: Vec<MissionOut<'a>>,
    level: Vec<LoweredOut<'a>>,
    history: Vec<HistoryOut<'a>>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    left_out: bool,
}

#[derive(Serialize)]
struct StatusOut {
    certain: Option<&'static str>,
    possible: Vec<&'static str>,
    presumed: bool,
    related: &'static str,
}

#[derive(Serialize)]
struct MutualOut<'a> {
    by: &'a str,
    of: &'a str,
    band: &'static str,
    presumed: bool,
    statement: &'a str,
}

#[derive(Serialize)]
struct MissionOut<'a> {
    of: &'a str,
    #[serde(rename = "in")]
    at: &'a str,
    level: Option<&'static str>,
    band: &'static str,
    presumed: bool,
    statement: &'a str,
}

#[derive(Serialize)]
struct LoweredOut<'a> {
    band: &'static str,
    presumed: bool,
    statement: &'a str,
}

#[derive(Serialize)]
struct HistoryOut<'a> {
    statement: &'a str,
    act: String,
    actor: Option<&'a str>,
    date: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    head: Option<&'static str>,
    contested: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    contest: Option<&'a str>,
    attestations: Vec<AttestationOut<'a>>,
}

/// The answer as a document.
pub fn relations(base: &Base, answer: &RelationsAnswer) -> serde_json::Value {
    let id = |ix: ActorIx| base[ix].id.as_str();
    let mutual = |list: &[Mutual]| -> Vec<MutualOut<'_>> {
        let out = |mutual: &Mutual| MutualOut {
            by: id(mutual.by),
            of: id(mutual.of),
            band: mutual.band.name(),
            presumed: mutual.presumed,
            statement: &base[mutual.statement].id,
        };
        list.iter().map(out).collect()
    };
    let document = RelationsOut {
        schema: "chancery.v2/relations",
        record: reach(base, answer.request.matters(), AsOf::of(answer.status.day, answer.request.today)),
        parties: answer.request.parties().map(id),
        on: answer.request.on.map(|day| day.to_string()),
        as_of: answer.status.day.to_string(),
        recorded: !answer.history.is_empty(),
        status: StatusOut {
            certain: answer.status.certain.map(Closed::name),
            possible: answer.status.possible.iter().map(|status| status.name()).collect(),
            presumed: answer.status.presumed,
            related: answer.status.related.name(),
        },
        recognition: mutual(&answer.recognition),
        withheld: mutual(&answer.withheld),
        missions: answer
            .missions
            .iter()
            .map(|mission| MissionOut {
                of: id(mission.of),
                at: id(mission.at),
                level: mission.level.map(Closed::name),
                band: mission.band.name(),
                presumed: mission.presumed,
                statement: &base[mission.statement].id,
            })
            .collect(),
        level: answer
            .level
            .iter()
            .map(|one| LoweredOut { band: one.band.name(), presumed: one.presumed, statement: &base[one.statement].id })
            .collect(),
        left_out: base.left_out_of(&answer.request.matters()).is_some(),
        history: answer.history.iter().map(|&ix| history(base, ix)).collect(),
    };
    serde_json::to_value(document).expect("published shapes are plain")
}

fn history(base: &Base, ix: StatementIx) -> HistoryOut<'_> {
    let statement: &Statement = &base[ix];
    let (act, actor, level, at) = match &statement.fact {
        Fact::Relations { act, by, level, at, .. } => (act.name().to_owned(), *by, *level, at.as_deref()),
        Fact::Recognition { act: RecognitionAct::Recognized, by, .. } => {
            ("recognized".to_owned(), Some(*by), None, None)
        }
        Fact::Recognition { act, by, .. } => (format!("recognition-{}", act.name()), Some(*by), None, None),
        _ => unreachable!("histories hold relations and recognition"),
    };
    HistoryOut {
        statement: &statement.id,
        act,
        actor: actor.map(|ix| base[ix].id.as_str()),
        date: date(base, ix),
        until: until(statement),
        level: level.map(Closed::name),
        at,
        head: if let Fact::Relations { head, .. } = statement.fact { head.map(Closed::name) } else { None },
        contested: statement.is_contested(),
        contest: statement.contest.as_deref(),
        attestations: attestations(base, statement),
    }
}
