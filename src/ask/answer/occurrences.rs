//! What is recorded of something that happened.

use super::told::{dated, name, on as on_date, unknown_day};
use crate::ask::request::Happening;
use crate::model::{
    ActorIx, Base, Capacity, Closed, Day, Ends, Fact, Key, Pair, RecognitionAct, RelationsAct, StatementIx, TreatyAct,
    continues,
};
use crate::query::{Pick, RecognitionsRequest, Window, recognitions};

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
pub(super) fn occurrences(base: &Base, what: &Happening, today: Day) -> Vec<Occurrence> {
    let begins = |ix: StatementIx| {
        let statement = &base[ix];
        Occurrence {
            statement: ix,
            earliest: statement.begins.earliest,
            latest: statement.begins.latest,
            when: dated(statement),
            sure: !statement.is_denied(),
            dated: statement.date().is_some(),
            contested: statement.is_contested(),
        }
    };
    let ends = |ix: StatementIx| match &base[ix].ends {
        Ends::At(when) => Some(Occurrence {
            statement: ix,
            earliest: when.earliest,
            latest: when.latest,
            when: when.shown.as_ref().map_or_else(|| unknown_day(when.earliest, when.latest), on_date),
            sure: !base[ix].is_denied(),
            dated: when.shown.is_some(),
            contested: when.contested,
        }),
        _ => None,
    };
    let stands = |ix: &StatementIx| base[*ix].stands();
    let mut found: Vec<Occurrence> = match *what {
        Happening::Recognized { by, of, capacity } => recognized(base, by, of, capacity, today).into_iter().map(|(ix, earliest, latest)| {
            let one = begins(ix);
            let when = if one.dated { one.when } else { unknown_day(earliest, latest) };
            Occurrence { earliest, latest, when, ..one }
        }).collect(),
        Happening::Withdrew { by, of } => base
            .recognitions_of(of)
            .filter(stands)
            .filter(|&ix| {
                matches!(base[ix].fact, Fact::Recognition { by: who, act: RecognitionAct::Withdrawn | RecognitionAct::Suspended, .. } if who == by)
            })
            .map(begins)
            .collect(),
        Happening::Switched { by, from, to } => {
            let left = |ix: &StatementIx| match base[*ix].fact {
                Fact::Recognition { instead_of, .. } => instead_of == Some(from),
                _ => false,
            };
            let gave_up = !occurrences(base, &Happening::Withdrew { by, of: from }, today).is_empty()
                || !occurrences(base, &Happening::Relations { act: RelationsAct::Severed, a: by, b: from }, today).is_empty();
            // What came before there was anything to leave was no switch.
            let since = existence(base, from).map(|ix| base[ix].begins.earliest).min().unwrap_or(Day::PAST);
            recognized(base, by, to, None, today)
                .into_iter()
                .filter(|(_, _, latest)| *latest >= since)
                .filter(|(ix, ..)| left(ix) || gave_up)
                .map(|(ix, ..)| begins(ix))
                .collect()
        }
        Happening::Relations { act, a, b } => Pair::new(a, b)
            .into_iter()
            .flat_map(|pair| base.relations_of(pair))
            .filter(stands)
            .filter(|&ix| matches!(base[ix].fact, Fact::Relations { act: done, .. } if done == act))
            .map(begins)
            .collect(),
        Happening::Mission { act, of, at, level } => Pair::new(of, at)
            .into_iter()
            .flat_map(|pair| base.relations_of(pair))
            .filter(stands)
            .filter(|&ix| match base[ix].fact {
                Fact::Relations { act: done, by, level: its, .. } => {
                    done == act && by == Some(of) && level.is_none_or(|level| its == Some(level))
                }
                _ => false,
            })
            .map(begins)
            .collect(),
        Happening::Joined { member, organization } => membership(base, member, organization).map(begins).collect(),
        Happening::Left { member, organization } => membership(base, member, organization).filter_map(ends).collect(),
        Happening::Acted { act, party, treaty } => base
            .under(Key::Treaty(treaty))
            .filter(stands)
            .filter(|&ix| match base[ix].fact {
                Fact::Treaty { act: done, party: who, .. } => {
                    let of_all = who.is_none() && base[treaty].parties.contains(&party);
                    (who == Some(party) || of_all) && act.map_or(done.is_consent(), |act| act == done)
                }
                _ => false,
            })
            .map(begins)
            .collect(),
        Happening::Treaty { act, treaty } => base
            .under(Key::Treaty(treaty))
            .filter(stands)
            .filter(|&ix| matches!(base[ix].fact, Fact::Treaty { act: done, party: None, .. } if done == act))
            .map(begins)
            .collect(),
        Happening::Adopted(resolution) => [base[resolution].adopted].into_iter().filter(stands).map(begins).collect(),
        Happening::Event(event) => base
            .statement_handles()
            .filter(|&ix| matches!(base[ix].fact, Fact::Event { event: one } if one == event))
            .filter(stands)
            .map(begins)
            .collect(),
        Happening::Began(actor) => existence(base, actor).map(begins).collect(),
        Happening::Ended(actor) => existence(base, actor).filter_map(ends).collect(),
        Happening::Backed { by, backs } => base
            .statement_handles()
            .filter(|&ix| matches!(base[ix].fact, Fact::Position { by: who, backs: whom, .. } if who == by && whom == backs))
            .filter(stands)
            .map(begins)
            .collect(),
    };
    found.sort_by_key(|one| (!one.dated, one.latest, one.earliest, one.statement));
    found
}

fn existence(base: &Base, actor: ActorIx) -> impl Iterator<Item = StatementIx> {
    base.under(Key::Existence(actor)).filter(|&ix| base[ix].fact.lasts() && base[ix].stands())
}

fn first_period(base: &Base, actor: ActorIx) -> Option<StatementIx> {
    existence(base, actor).min_by_key(|&ix| (base[ix].begins.latest, base[ix].begins.earliest, ix))
}

fn membership(base: &Base, member: ActorIx, organization: ActorIx) -> impl Iterator<Item = StatementIx> {
    base.under(Key::MembershipsOf(member)).filter(move |&ix| {
        let is_it = matches!(base[ix].fact, Fact::Membership { organization: of, standing, .. } if of == organization && standing.is_full());
        is_it && base[ix].stands()
    })
}

fn recognized(
    base: &Base,
    by: ActorIx,
    of: ActorIx,
    capacity: Option<Capacity>,
    today: Day,
) -> Vec<(StatementIx, Day, Day)> {
    let request =
        RecognitionsRequest { of: Some(of), by: Some(by), capacity, pick: Pick::All, window: Window::default(), today };
    let own: Vec<(StatementIx, Day, Day)> =
        recognitions(base, &request).acts.iter().map(|act| (act.statement, act.earliest, act.latest)).collect();
    if !own.is_empty() {
        return own;
    }
    // Who continues another stands by what that one did.
    let before = continues(base, by).into_iter().filter(|was| *was != of);
    before.flat_map(|was| recognized(base, was, of, capacity, today)).collect()
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
pub(super) fn past(base: &Base, what: &Happening) -> String {
    let called = |actor: ActorIx| name(base, actor);
    let title = |treaty: crate::model::TreatyIx| base[treaty].title.to_string();
    match *what {
        Happening::Recognized { by, of, capacity } => {
            let whom = capacity.map_or_else(|| called(of), |capacity| capacity.in_words(&called(of)));
            format!("{} recognized {whom}", called(by))
        }
        Happening::Withdrew { by, of } => format!("{} withdrew or suspended recognition of {}", called(by), called(of)),
        Happening::Switched { by, from, to } => {
            format!("{} went over from {} to {}", called(by), called(from), called(to))
        }
        Happening::Relations { act, a, b } => {
            format!("{} and {} {} relations", called(a), called(b), did_to(act))
        }
        Happening::Mission { act, of, at, level } => {
            let did = if act == RelationsAct::MissionClosed { "closed" } else { "opened" };
            let mission = level.map_or("mission", Closed::name).replace('-', " ");
            format!("{} {did} its {mission} in {}", called(of), called(at))
        }
        Happening::Joined { member, organization } => format!("{} joined {}", called(member), called(organization)),
        Happening::Left { member, organization } => format!("{} left {}", called(member), called(organization)),
        Happening::Acted { act, party, treaty } => {
            let did = match act {
                Some(TreatyAct::Acceded) => "acceded to".to_owned(),
                Some(TreatyAct::Succeeded) => "succeeded to".to_owned(),
                Some(TreatyAct::Withdrawn) => "withdrew from".to_owned(),
                Some(act) => act.name().replace('-', " "),
                None => "consented to be bound by".to_owned(),
            };
            format!("{} {did} the {}", called(party), title(treaty).trim_start_matches("The "))
        }
        Happening::Treaty { act: TreatyAct::EnteredIntoForce, treaty } => {
            format!("the {} entered into force", title(treaty))
        }
        Happening::Treaty { act, treaty } => format!("the {} was {}", title(treaty), act.name().replace('-', " ")),
        Happening::Adopted(resolution) => {
            format!("{} adopted “{}”", called(base[resolution].by), base[resolution].title)
        }
        Happening::Event(event) => format!("{} took place", crate::model::with_article(&base[event].name)),
        // That it existed by a day isn't that it began then.
        Happening::Began(actor) if first_period(base, actor).is_some_and(|ix| base[ix].had_begun()) => {
            format!("{} existed", called(actor))
        }
        Happening::Began(actor) => format!("{} began to exist as a state", called(actor)),
        Happening::Ended(actor) => format!("{} ended", called(actor)),
        Happening::Backed { by, backs } => format!("{} began to back {}", called(by), called(backs)),
    }
}

/// What is recorded of `by` not recognizing `of`.
pub(super) fn refusals(base: &Base, by: ActorIx, of: ActorIx) -> Vec<StatementIx> {
    base.recognitions_of(of)
        .filter(|&ix| match base[ix].fact {
            Fact::Recognition { by: who, act: RecognitionAct::Withheld, .. } => who == by && base[ix].stands(),
            Fact::Recognition { by: who, act: RecognitionAct::Recognized, .. } => {
                who == by && base[ix].is_denied() && !base[ix].is_affirmed()
            }
            _ => false,
        })
        .collect()
}
