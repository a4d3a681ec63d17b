//! `chancery.v2/record`: anything of the base by its id, as `show` and `list` print it.

use serde_json::{Value, json};

use super::parts::{attestations, citations, date, until};
use crate::model::{ActorIx, ActorKind, Asserts, Base, Closed, Counted, Date, Entity, Fact, StatementIx, Sure};
use crate::query::Recognizers;

/// A record with an id of its own.
pub fn record(base: &Base, entity: Entity) -> Value {
    let mut value = match entity {
        Entity::Actor(ix) => {
            let actor = &base[ix];
            let period = |from: &Option<Date>, until: &Option<Date>| json!({ "from": from.as_ref().map(Date::as_str), "until": until.as_ref().map(Date::as_str) });
            let (class, of) = match actor.kind {
                ActorKind::Country(class) => (Some(class.name()), None),
                ActorKind::Body(of) => (None, of.map(|of| base[of].id.as_str())),
                ActorKind::Organization | ActorKind::Group => (None, None),
            };
            json!({
                "kind": actor.kind.name(),
                "name": actor.name,
                "class": class,
                "of": of,
                "names": actor.names.iter().map(|name| json!({
                    "name": name.text, "kind": name.kind.name(), "lang": name.lang,
                    "period": period(&name.from, &name.until),
                })).collect::<Vec<_>>(),
                "aliases": actor.aliases,
                "demonyms": actor.demonyms,
                "codes": actor.codes.iter().map(|code| json!({
                    "scheme": code.scheme.name(), "code": code.code, "period": period(&code.from, &code.until),
                })).collect::<Vec<_>>(),
                "note": actor.note,
            })
        }
        Entity::Treaty(ix) => {
            let treaty = &base[ix];
            json!({
                "kind": "treaty",
                "name": treaty.title,
                "class": treaty.kind.name(),
                "aliases": treaty.aliases,
                "parties": treaty.parties.iter().map(|party| base[*party].id.as_str()).collect::<Vec<_>>(),
                "lag": treaty.lag,
                "note": treaty.note,
            })
        }
        Entity::Resolution(ix) => {
            let resolution = &base[ix];
            json!({
                "kind": "resolution",
                "name": resolution.title,
                "by": base[resolution.by].id.as_str(),
                "symbol": resolution.symbol,
                "date": date(base, resolution.adopted),
                "statement": base[resolution.adopted].id,
            })
        }
        Entity::Dispute(ix) => {
            let dispute = &base[ix];
            json!({
                "kind": "dispute",
                "name": dispute.name,
                "aliases": dispute.aliases,
                "claimants": dispute.claimants.iter().map(|actor| base[*actor].id.as_str()).collect::<Vec<_>>(),
                "note": dispute.note,
            })
        }
        Entity::Event(ix) => {
            let event = &base[ix];
            json!({
                "kind": "event",
                "name": event.name,
                "at": event.at,
                "dispute": event.dispute.map(|ix| base[ix].id.as_str()),
                "date": date(base, event.happened),
                "statement": base[event.happened].id,
                "note": event.note,
            })
        }
        Entity::Claim(ix) => {
            let claim = &base[ix];
            json!({
                "kind": "claim",
                "name": claim.text,
                "asserts": asserts(base, &claim.asserts),
                "sources": citations(base, &claim.sources),
                "note": claim.note,
            })
        }
        Entity::Source(ix) => {
            let source = &base[ix];
            json!({
                "kind": "source",
                "name": source.title,
                "publisher": source.publisher,
                "date": source.date.as_ref().map(Date::as_str),
                "url": source.url,
                "grade": source.grade.name(),
                "class": source.kind.name(),
                "lang": source.lang,
                "copy_of": source.copy_of.map(|ix| base[ix].id.as_str()),
                "seen": source.seen.as_ref().map(Date::as_str),
                "good_for": source.good_for,
                "note": source.note,
            })
        }
    };
    value["schema"] = json!("chancery.v2/record");
    value["id"] = json!(base.id(entity));
    value
}

/// Who recognizes an actor on a day, as a part of its record.
pub fn recognized(base: &Base, status: &Recognizers) -> Value {
    let ids = |sure: Sure| status.so(sure).map(|one| base[one.who].id.as_str().to_owned()).collect::<Vec<_>>();
    json!({
        "on": status.request.day.to_string(),
        "among": status.request.among.map(|among| base[among].id.as_str().to_owned()),
        "members": status.members,
        "certain": ids(Sure::Surely),
        "presumed": ids(Sure::Presumably),
        "possible": ids(Sure::Possibly),
    })
}

/// A statement.
pub fn statement(base: &Base, ix: StatementIx) -> Value {
    let statement = &base[ix];
    let mut value = json!({
        "schema": "chancery.v2/record",
        "id": statement.id,
        "kind": "statement",
        "of": statement.fact.kind().name(),
        "actors": statement.fact.actors().map(|actor| base[actor].id.as_str()).collect::<Vec<_>>(),
        "date": date(base, ix),
        "earliest": super::parts::day(statement.begins.earliest),
        "latest": super::parts::day(statement.begins.latest),
        "contested": statement.is_contested(),
        "contest": statement.contest,
        "withdrawn": statement.withdrawn,
        "attestations": attestations(base, statement),
    });
    if let Some(until) = until(statement) {
        value["until"] = json!(until);
    }
    if let Some(act) = act(&statement.fact) {
        value["act"] = json!(act);
    }
    for (field, told) in particulars(base, &statement.fact) {
        value[field] = json!(told);
    }
    value
}

/// What is special about a fact, as far as it is known.
fn particulars(base: &Base, fact: &Fact) -> Vec<(&'static str, String)> {
    let id = |actor: ActorIx| base[actor].id.to_string();
    match fact {
        Fact::Recognition { form, capacity, instead_of, .. } => {
            let mut told = vec![("form", form.name().to_owned()), ("as", capacity.name().to_owned())];
            told.extend(instead_of.map(|actor| ("instead_of", id(actor))));
            told
        }
        Fact::Membership { ended, .. } => ended.map(|how| ("ended", how.name().to_owned())).into_iter().collect(),
        Fact::Relations { by, level, at, head, .. } => {
            let mut told = Vec::new();
            told.extend(by.map(|actor| ("by", id(actor))));
            told.extend(level.map(|level| ("level", level.name().to_owned())));
            told.extend(at.as_ref().map(|town| ("at", town.to_string())));
            told.extend(head.map(|head| ("head", head.name().to_owned())));
            told
        }
        _ => Vec::new(),
    }
}

/// The act, where a kind of statement has several.
fn act(fact: &Fact) -> Option<&'static str> {
    Some(match fact {
        Fact::Recognition { act, .. } => act.name(),
        Fact::Relations { act, .. } => act.name(),
        Fact::Treaty { act, .. } => act.name(),
        Fact::Vote { choice, .. } => choice.name(),
        Fact::Succession { form, .. } => form.name(),
        Fact::Membership { standing, .. } => standing.name(),
        _ => return None,
    })
}

fn asserts(base: &Base, asserts: &Asserts) -> Value {
    let id = |ix: &ActorIx| base[*ix].id.as_str();
    let ids = |list: &[ActorIx]| list.iter().map(|ix| base[*ix].id.as_str().to_owned()).collect::<Vec<_>>();
    let form = match asserts {
        Asserts::Nth { nth, by, .. } => json!({ "form": "nth", "nth": nth, "by": id(by) }),
        Asserts::Last { by, .. } => json!({ "form": "last", "by": id(by) }),
        Asserts::Order { by, .. } => json!({ "form": "order", "by": ids(by) }),
        Asserts::Only { by, still: true, .. } => json!({ "form": "only", "by": id(by), "still": true }),
        Asserts::Only { by, .. } => json!({ "form": "only", "by": id(by) }),
        Asserts::OnlyWithout { by, .. } => json!({ "form": "only-without", "by": id(by) }),
        Asserts::Never { by, .. } => json!({ "form": "never", "by": id(by) }),
        Asserts::Count { count, .. } => json!({ "form": "count", "count": count }),
        Asserts::AtLeast { count, .. } => json!({ "form": "at-least", "count": count }),
        Asserts::NthResolution { nth, resolution, about, by } => json!({
            "form": "nth-resolution", "nth": nth, "resolution": base[*resolution].id.as_str(),
            "about": base.id(*about), "by": ids(by),
        }),
        Asserts::Countries { count, on } => json!({ "form": "countries", "count": count, "on": on.as_str() }),
        Asserts::Dated { statement, on } => {
            json!({ "form": "dated", "statement": base[*statement].id, "on": on.as_str() })
        }
        Asserts::Before { earlier, later } => {
            json!({ "form": "before", "earlier": base[*earlier].id, "later": base[*later].id })
        }
        Asserts::Status { pair, status, on } => {
            json!({ "form": "status", "between": ids(&pair.parties()), "is": status.name(), "on": on.as_str() })
        }
        Asserts::Untestable { why } => json!({ "form": "untestable", "why": why }),
    };
    match asserts.counted() {
        Some(what) => counted(base, form, what),
        None => form,
    }
}

/// Adds what a claim counts.
fn counted(base: &Base, mut form: Value, counted: &Counted) -> Value {
    let actor = |ix: Option<ActorIx>| ix.map(|ix| base[ix].id.as_str().to_owned());
    let date = |date: &Option<Date>| date.as_ref().map(|date| date.as_str().to_owned());
    form["act"] = json!(counted.act.name());
    form["of"] = json!(base.id(counted.of));
    form["among"] = json!(actor(counted.among));
    form["except"] = json!(actor(counted.except));
    form["recognition_form"] = json!(counted.form.map(Closed::name));
    form["as"] = json!(counted.capacity.map(Closed::name));
    form["level"] = json!(counted.level.map(Closed::name));
    form["over"] = json!(counted.over.map(|ix| base[ix].id.as_str().to_owned()));
    form["since"] = json!(date(&counted.since));
    form["on"] = json!(date(&counted.on));
    form
}
