//! What is known of a state on one day.

use super::occurrences::refusals;
use super::told::{continued, dated, name, period};
use crate::ask::request::State;
use crate::model::{
    ActorIx, Asked, Band, Base, Closed, Course, DisputeIx, Fact, Key, Known, Level, Matter, May, Pair, Period, Reach,
    Said, Standing, StatementIx, TreatyAct, TreatyIx, force, known, known_as, made_by, membership, mission_courses,
    recognition_known, relations_course, stated,
};
use crate::query::{PositionsRequest, positions};

/// What is known of a state on one day, and what belongs to it.
pub(super) struct Found {
    pub(super) known: Known,
    pub(super) point: Option<String>,
}

impl Found {
    /// Nothing is recorded.
    pub(super) fn nothing() -> Self {
        Self::of(Known::NOTHING)
    }

    fn of(known: Known) -> Self {
        Self { known, point: None }
    }

    fn with(mut self, point: impl Into<String>) -> Self {
        self.point = Some(point.into());
        self
    }
}

pub(super) fn known_of(base: &Base, what: &State, asked: Asked) -> Found {
    match *what {
        State::Recognizes { by, of } => recognizes(base, by, of, asked),
        State::Mutual(a, b) => {
            let (one, other) = (recognizes(base, a, b, asked), recognizes(base, b, a, asked));
            Found { known: one.known.and(other.known), point: one.point.or(other.point) }
        }
        State::Withholds { by, of } => withholds(base, by, of, asked),
        State::DoesntRecognize { by, of } => {
            let found = recognizes(base, by, of, asked);
            Found { known: Known { said: found.known.said.not(), ..found.known }, point: found.point }
        }
        State::Related(a, b) => related(base, a, b, asked),
        State::Mission { of, at, level } => mission(base, of, at, level, asked),
        State::Member { member, organization } => member_of(base, member, organization, asked),
        State::Party { party, treaty } => bound(base, party, treaty, asked),
        State::InForce(treaty) => in_force(base, treaty, asked),
        State::Backs { by, backs, dispute } => backing(base, by, backs, dispute, asked),
        State::BackEachOther(a, b) => {
            let found = positions(base, &PositionsRequest { dispute: None, by: None, on: None });
            let each = found
                .reciprocal
                .iter()
                .filter(|pair| [pair.one.by, pair.other.by] == [a, b] || [pair.one.by, pair.other.by] == [b, a]);
            let both = each.map(|pair| {
                let [one, other] = [&pair.one, &pair.other].map(|one| {
                    let course = Course::of_statements(base, [one.statement]);
                    known(base, &course, &[one.by, one.backs], Matter::Positions(one.dispute), asked)
                });
                one.and(other)
            });
            Found::of(both.reduce(Known::or).unwrap_or(Known::NOTHING))
        }
        State::Exists(actor) => {
            let periods: Vec<StatementIx> =
                base.under(Key::Existence(actor)).filter(|&ix| base[ix].fact.lasts() && base[ix].stands()).collect();
            let found = known(base, &Course::of_statements(base, periods), &[], Matter::Countries, asked);
            // What exists goes on existing until an end is recorded.
            let said = match found.said {
                Said::Presumably if asked.day <= asked.today => Said::Yes,
                Said::PresumablyNot if asked.day <= asked.today => Said::No,
                said => said,
            };
            Found::of(Known { said, ..found })
        }
    }
}

fn recognizes(base: &Base, by: ActorIx, of: ActorIx, asked: Asked) -> Found {
    let found = recognition_known(base, by, of, asked);
    let acts = |ix: &StatementIx| matches!(base[*ix].fact, Fact::Recognition { .. });
    if let Some(point) = passed(base, [by, of], &found) {
        return Found::of(found).with(point);
    }
    let implied = found.said >= Said::Presumably && !found.by.iter().any(acts);
    if implied {
        let who = [by, of].map(|actor| name(base, actor));
        let point = format!("No act by which {} recognized {} is recorded; relations imply it.", who[0], who[1]);
        return Found::of(found).with(point);
    }
    if found.said == Said::NotRecorded {
        return Found::of(Known { by: refusals(base, by, of), ..found });
    }
    Found::of(found)
}

fn withholds(base: &Base, by: ActorIx, of: ActorIx, asked: Asked) -> Found {
    let refused: Vec<StatementIx> = base
        .recognitions_of(of)
        .filter(|&ix| {
            let own = matches!(base[ix].fact, Fact::Recognition { by: who, .. } if who == by);
            own && base[ix].fact.lasts() && base[ix].stands()
        })
        .collect();
    let matter = Matter::RecognitionsBetween(by, of);
    let found = known(base, &Course::of_statements(base, refused.iter().copied()), &[by, of], matter, asked);
    if refused.is_empty() {
        let given = recognizes(base, by, of, asked);
        if given.known.said >= Said::Presumably {
            let said = given.known.said.not();
            return Found::of(Known { said, ..given.known }).with("Recognition is recorded.");
        }
    }
    Found::of(found)
}

fn related(base: &Base, a: ActorIx, b: ActorIx, asked: Asked) -> Found {
    let Some(pair) = Pair::new(a, b) else { return Found::of(Known::NOTHING) };
    let course = relations_course(base, pair);
    let found = known(base, &course, &[a, b], Matter::RelationsBetween(pair), asked);
    let point = passed(base, [a, b], &found);
    Found { known: found, point }
}

/// That it passed to one of two from another, whom it continues.
fn passed(base: &Base, parties: [ActorIx; 2], found: &Known) -> Option<String> {
    found.by.iter().find_map(|&ix| continued(base, parties, ix)).filter(|_| found.said > Said::NotRecorded)
}

fn mission(base: &Base, of: ActorIx, at: ActorIx, level: Option<Level>, asked: Asked) -> Found {
    let Some(pair) = Pair::new(of, at) else { return Found::of(Known::NOTHING) };
    let matter = Matter::MissionsBetween(pair);
    // A mission of another level isn't the one asked for; one whose level nobody names may be.
    let fits = |may: May| match (may.state, level) {
        (crate::model::State::Holds(its), Some(level)) if its != Some(level) => {
            let not = May { state: crate::model::State::Ended, by: may.by };
            if its.is_none() { vec![may, not] } else { vec![not] }
        }
        _ => vec![may],
    };
    let own = mission_courses(base, pair).into_iter().filter(|(by, ..)| *by == of);
    let own = own.filter(|(_, consulate, _)| level.is_none() || *consulate == (level == Some(Level::Consulate)));
    let found = own.map(|(_, _, course)| known(base, &course.with(fits), &[of, at], matter, asked));
    let found = found.reduce(Known::or).unwrap_or_else(|| known(base, &Course::of(&[]), &[of, at], matter, asked));
    // Without relations there is none that needs them.
    if found.said == Said::NotRecorded && level.is_some_and(Level::needs_relations) {
        let relations = related(base, of, at, asked).known;
        if relations.said <= Said::PresumablyNot {
            return Found::of(relations).with("There were no relations, without which there is none.");
        }
    }
    Found::of(found)
}

fn member_of(base: &Base, member: ActorIx, organization: ActorIx, asked: Asked) -> Found {
    let own: Vec<(StatementIx, Standing)> = base
        .under(Key::MembershipsOf(member))
        .filter_map(|ix| match base[ix].fact {
            Fact::Membership { organization: of, standing, .. } if of == organization && base[ix].stands() => {
                Some((ix, standing))
            }
            _ => None,
        })
        .collect();
    // Who is suspended is still a member.
    let still = |standing: Standing| standing.is_full() || standing == Standing::Suspended;
    let full = known_as(base, member, organization, still, asked);
    // Since when, and until when, tells the membership, and not its suspension.
    let own_by = known_as(base, member, organization, Standing::is_full, asked).by;
    let full = if own_by.is_empty() { full } else { Known { by: own_by, ..full } };
    let suspended = known_as(base, member, organization, |standing| standing == Standing::Suspended, asked);
    // Of two who claim to be the government of one state, a list of members names the state, and not who sat for it.
    let sat = |rival: &ActorIx| {
        base.are_rivals(member, *rival) && known_as(base, *rival, organization, still, asked).said >= Said::Presumably
    };
    if let Some(rival) = base.actor_handles().find(sat).filter(|_| own.is_empty() && full.said <= Said::PresumablyNot) {
        let told = format!(
            "{} is recorded as a member; which of the two governments sat for the state isn't said by that.",
            super::told::first(&name(base, rival))
        );
        return Found::of(Known { said: Said::NotRecorded, ..full }).with(told);
    }
    let found = Found::of(full);
    if suspended.said >= Said::CantTell && !suspended.by.is_empty() {
        let told = suspended.by.first().map(|&ix| period(&base[ix])).unwrap_or_default();
        return found.with(format!("Suspended {told}."));
    }
    let other = own.iter().find(|(ix, _)| membership(base, *ix, asked.day) != Band::No);
    match other {
        Some((ix, standing)) if found.known.said < Said::CantTell || found.known.said == Said::NotRecorded => {
            let (ix, standing) = (*ix, *standing);
            let reach = found.known.reach;
            let said = if found.known.said == Said::NotRecorded { Said::PresumablyNot } else { found.known.said };
            Found::of(Known { said, by: vec![ix], reach }).with(format!("Its standing was: {standing}."))
        }
        _ => found,
    }
}

fn bound(base: &Base, party: ActorIx, treaty: TreatyIx, asked: Asked) -> Found {
    let found = crate::model::bound(base, treaty, party, asked);
    if let Some(ix) = made_by(base, treaty).filter(|ix| found.by == [*ix] && found.said == Said::No) {
        let told = stated(base, &base[ix].fact);
        return Found::of(found).with(format!("{told} {}, and binds nobody before.", dated(&base[ix])));
    }
    let mut acts: Vec<StatementIx> = base
        .under(Key::Treaty(treaty))
        .filter(|&ix| matches!(base[ix].fact, Fact::Treaty { party: Some(by), .. } if by == party) && base[ix].stands())
        .collect();
    acts.sort_by_key(|&ix| (base[ix].date().is_none(), base[ix].begins.earliest, ix));
    if acts.is_empty() {
        return Found::of(found);
    }
    let deeds: Vec<String> = acts
        .iter()
        .filter_map(|&ix| match base[ix].fact {
            Fact::Treaty { act, .. } => Some(format!("{} {}", act.name().replace('-', " "), dated(&base[ix]))),
            _ => None,
        })
        .collect();
    let times = force(base, treaty, party, base.known_by().min(asked.today));
    let begun = times.iter().filter(|force| force.period.holds(asked.day) == Band::Certain);
    let since = begun.filter_map(|force| force.period.certain()?.0.bounded()).next();
    let since = since.map_or_else(String::new, |day| format!("; in force for it from {}", day.in_words()));
    Found::of(Known { by: acts, ..found }).with(format!("Recorded: {}{since}.", deeds.join(", ")))
}

fn in_force(base: &Base, treaty: TreatyIx, asked: Asked) -> Found {
    let whole = |wanted: TreatyAct| {
        base.under(Key::Treaty(treaty)).find(|&ix| {
            matches!(base[ix].fact, Fact::Treaty { act, party: None, .. } if act == wanted) && base[ix].stands()
        })
    };
    let matter = Matter::Parties(treaty);
    if let Some(entry) = whole(TreatyAct::EnteredIntoForce) {
        let begins = (base[entry].begins.earliest, base[entry].begins.latest);
        let ended = whole(TreatyAct::Terminated);
        let never = (crate::model::Day::FUTURE, crate::model::Day::FUTURE);
        let ends = ended.map_or(never, |ix| (base[ix].begins.earliest, base[ix].begins.latest));
        let periods: Vec<(StatementIx, Period)> =
            Period::new(begins, ends).into_iter().map(|period| (ended.unwrap_or(entry), period)).collect();
        return Found::of(known(base, &Course::of_periods(&periods), &[], matter, asked));
    }
    let mut parties: Vec<ActorIx> = base[treaty].parties.clone();
    parties.extend(base.under(Key::Treaty(treaty)).filter_map(|ix| match base[ix].fact {
        Fact::Treaty { party, .. } => party,
        _ => None,
    }));
    parties.sort_unstable();
    parties.dedup();
    let each = parties.into_iter().map(|party| bound(base, party, treaty, asked).known);
    let found = each.reduce(Known::or).unwrap_or(Known::NOTHING);
    let reached = found.said > Said::NotRecorded;
    let found = Found::of(found);
    if reached { found.with("It follows from what its parties did.") } else { found }
}

fn backing(base: &Base, by: ActorIx, backs: ActorIx, dispute: Option<DisputeIx>, asked: Asked) -> Found {
    let all = positions(base, &PositionsRequest { dispute, by: Some(by), on: None }).positions;
    let mut disputes: Vec<DisputeIx> = all.iter().filter(|one| one.backs == backs).map(|one| one.dispute).collect();
    disputes.dedup();
    let on = |dispute: DisputeIx, whom: ActorIx| {
        let own = all.iter().filter(|one| one.dispute == dispute && one.backs == whom).map(|one| one.statement);
        let course = Course::of_statements(base, own);
        known(base, &course, &[by, whom], Matter::Positions(dispute), asked)
    };
    if let Some(found) = disputes.into_iter().map(|dispute| on(dispute, backs)).reduce(Known::or) {
        return Found::of(found);
    }
    let rival = dispute.and_then(|dispute| {
        let mut rivals = all.iter().map(|one| (one.backs, on(dispute, one.backs)));
        rivals.find(|(_, found)| found.said >= Said::Presumably)
    });
    match rival {
        Some((whom, found)) => {
            Found::of(Known { said: found.said.not(), ..found }).with(format!("It backs {}.", name(base, whom)))
        }
        None => Found::of(Known::NOTHING),
    }
}

/// What a reader should know of how far the record reaches; `None` where it reaches the day by acts alone.
pub(super) fn reach(base: &Base, found: &Known, asked: Asked) -> Option<String> {
    let last = |day: Option<crate::model::Day>| {
        day.map_or_else(
            || "no day is recorded on which it was attested".to_owned(),
            |day| format!("last attested on {}", day.in_words()),
        )
    };
    match found.reach {
        Reach::Covered(index) | Reach::Fresh(_, Some(index)) => {
            Some(format!("Record: {}.", base.scopes[index].in_words()))
        }
        Reach::Ahead(day) => Some(format!("{} lies ahead; {}.", asked.day.in_words(), last(day))),
        Reach::Nobody(actor) => Some(format!("{} did not exist.", super::told::first(&name(base, actor)))),
        Reach::Fresh(day, None) => Some(format!("Record: {}.", last(Some(day)))),
        Reach::Beyond(day) if matches!(found.said, Said::Presumably | Said::PresumablyNot) => {
            Some(format!("Record: {}; what came later isn’t covered.", last(day)))
        }
        Reach::Between(_) | Reach::Beyond(_) => None,
    }
}
