//! What is recorded of something that happened.

use super::told::{dated, name, on as on_date, unknown_day};
use crate::form::Act;
use crate::model::{ActorIx, Band, Base, Closed, Day, Key, RelationsAct, Statement, StatementIx, TreatyAct};
use crate::query::{Hit, happened};

/// A record that something happened.
#[derive(Debug, Clone)]
pub(super) struct Occurrence {
    pub(super) statement: StatementIx,
    pub(super) earliest: Day,
    pub(super) latest: Day,
    /// When, in words with a preposition.
    pub(super) when: String,
    /// Whether no source that counts denies it.
    pub(super) sure: bool,
    pub(super) dated: bool,
    pub(super) contested: bool,
}

/// Every record that it happened, the first one first.
pub(super) fn occurrences(base: &Base, what: &Act<ActorIx>, today: Day) -> Vec<Occurrence> {
    let ends = matches!(what, Act::Left { .. } | Act::Ended { .. });
    happened(base, what, today).iter().map(|hit| if ends { ended(base, hit) } else { begun(base, hit) }).collect()
}

/// What began it, or was done.
fn begun(base: &Base, hit: &Hit) -> Occurrence {
    let &Hit { statement, earliest, latest, counts, dated: has_date, .. } = hit;
    let when = if has_date { dated(&base[statement]) } else { undated(&base[statement], (earliest, latest)) };
    let contested = base[statement].is_contested();
    Occurrence { statement, earliest, latest, when, sure: counts == Band::Certain, dated: has_date, contested }
}

fn undated(statement: &Statement, (earliest, latest): (Day, Day)) -> String {
    unknown_day(earliest, latest) + &statement.date_mark()
}

/// What ended.
fn ended(base: &Base, hit: &Hit) -> Occurrence {
    let &Hit { statement, earliest, latest, counts, dated, .. } = hit;
    let when = base[statement].ends.when();
    let shown = when.and_then(|when| when.shown.as_ref());
    let contested = when.is_some_and(|when| when.contested);
    let when = shown.map_or_else(|| unknown_day(earliest, latest), on_date);
    Occurrence { statement, earliest, latest, when, sure: counts == Band::Certain, dated, contested }
}

fn first_period(base: &Base, actor: ActorIx) -> Option<StatementIx> {
    let lasting = base.under(Key::Existence(actor)).filter(|&ix| base[ix].fact.lasts() && base[ix].stands());
    lasting.min_by_key(|&ix| (base[ix].begins.latest, base[ix].begins.earliest, ix))
}

/// What two did to their relations.
pub(super) fn did_to(act: RelationsAct) -> &'static str {
    match act {
        RelationsAct::Severed => "severed",
        RelationsAct::Suspended => "suspended",
        RelationsAct::Resumed => "resumed",
        _ => "established",
    }
}

/// What a sentence says happened: "Pakistan recognized Azerbaijan".
pub(super) fn past(base: &Base, what: &Act<ActorIx>) -> String {
    let called = |actor: ActorIx| name(base, actor);
    let title = |treaty: crate::model::TreatyIx| base[treaty].title.to_string();
    match *what {
        Act::Recognized { by, of, capacity, .. } => {
            let whom = capacity.map_or_else(|| called(of), |capacity| capacity.in_words(&called(of)));
            format!("{} recognized {whom}", called(by))
        }
        Act::Withdrew { by, of } => format!("{} withdrew or suspended recognition of {}", called(by), called(of)),
        Act::Switched { by, from, to } => {
            format!("{} went over from {} to {}", called(by), called(from), called(to))
        }
        Act::Relations { act, a, b } => {
            format!("{} and {} {} relations", called(a), called(b), did_to(act))
        }
        Act::Mission { act, of, at, level } => {
            let did = if act == RelationsAct::MissionClosed { "closed" } else { "opened" };
            let mission = level.map_or("mission", Closed::name).replace('-', " ");
            format!("{} {did} its {mission} in {}", called(of), called(at))
        }
        Act::Joined { member, organization } => format!("{} joined {}", called(member), called(organization)),
        Act::Left { member, organization } => format!("{} left {}", called(member), called(organization)),
        Act::Acted { act, party, treaty } => {
            let did = match act {
                Some(TreatyAct::Acceded) => "acceded to".to_owned(),
                Some(TreatyAct::Succeeded) => "succeeded to".to_owned(),
                Some(TreatyAct::Withdrawn) => "withdrew from".to_owned(),
                Some(act) => act.name().replace('-', " "),
                None => "consented to be bound by".to_owned(),
            };
            format!("{} {did} the {}", called(party), title(treaty).trim_start_matches("The "))
        }
        Act::Treaty { act: TreatyAct::EnteredIntoForce, treaty } => {
            format!("the {} entered into force", title(treaty))
        }
        Act::Treaty { act, treaty } => format!("the {} was {}", title(treaty), act.name().replace('-', " ")),
        Act::Adopted { by, resolution, .. } => {
            let title = resolution.map_or("a resolution", |ix| &*base[ix].title);
            format!("{} adopted “{title}”", called(by))
        }
        Act::Voted { by, resolution, .. } => format!("{} voted on “{}”", called(by), base[resolution].title),
        Act::Event { event } => format!("{} took place", crate::model::with_article(&base[event].name)),
        // That it existed by a day isn't that it began then.
        Act::Began { actor } if first_period(base, actor).is_some_and(|ix| base[ix].had_begun()) => {
            format!("{} existed", called(actor))
        }
        Act::Began { actor } => format!("{} began to exist as a state", called(actor)),
        Act::Ended { actor } => format!("{} ended", called(actor)),
        Act::Backed { by, backs, .. } => format!("{} began to back {}", called(by), called(backs)),
    }
}
