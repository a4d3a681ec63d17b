//! Whether a state holds on one day.

use super::bearing::{continues_one, refusals};
use crate::form::State;
use crate::model::{
    ActorIx, AsOf, Band, Base, Course, Day, DisputeIx, Fact, Key, Known, Level, Matter, May, Pair, Period, Said,
    Standing, StatementIx, TreatyAct, TreatyIx, force, known, known_as, made_by, membership, mission_courses,
    recognition_known, relations_course,
};
use crate::query::positions::{PositionsRequest, positions};

/// What is known of a state on one day, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Holds {
    /// The answer, by which acts, and how far the record reaches.
    pub known: Known,
    /// What else decides, where acts on it alone don't.
    pub why: Option<Why>,
}

/// What decides whether a state holds, besides the acts on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Why {
    /// It passed to one of the two from whom it continues, by this act.
    Continued(StatementIx),
    /// No act of recognition is on record; relations imply it.
    Implied,
    /// Recognition is on record, so it isn't withheld.
    Given,
    /// There were no relations, without which there is no such mission.
    NoRelations,
    /// This one of two rival governments is recorded as the member.
    Rival(ActorIx),
    /// The membership is suspended, by this statement.
    Suspended(StatementIx),
    /// It belonged otherwise than as a member.
    Standing(Standing),
    /// The treaty was made later, by this act.
    Made(StatementIx),
    /// It follows from the acts of the party; the day from which it is in force for it, where that is known.
    Acts(Option<Day>),
    /// It follows from what the parties of the treaty did.
    Parties,
    /// It backs this one instead.
    Backs(ActorIx),
}

impl Holds {
    fn of(known: Known) -> Self {
        Self { known, why: None }
    }

    fn with(self, why: Why) -> Self {
        Self { why: Some(why), ..self }
    }
}

impl From<Known> for Holds {
    fn from(known: Known) -> Self {
        Self::of(known)
    }
}

/// Whether a state holds on a day.
pub fn holds(base: &Base, what: &State<ActorIx>, asked: AsOf) -> Holds {
    match *what {
        State::Recognizes { by, of } => recognizes(base, by, of, asked),
        State::EachOther { a, b } => {
            let (one, other) = (recognizes(base, a, b, asked), recognizes(base, b, a, asked));
            Holds { known: one.known.and(other.known), why: one.why.or(other.why) }
        }
        State::Withholds { by, of } => withholds(base, by, of, asked),
        State::DoesntRecognize { by, of } => {
            let found = recognizes(base, by, of, asked);
            Holds { known: Known { said: found.known.said.not(), ..found.known }, why: found.why }
        }
        State::Related { a, b } => related(base, a, b, asked),
        State::Mission { of, at, level } => mission(base, of, at, level, asked),
        State::Member { member, organization } => member_of(base, member, organization, asked),
        State::Party { party, treaty: Some(treaty) } => bound(base, party, treaty, asked),
        State::Party { treaty: None, .. } => Holds::of(Known::NOTHING),
        State::InForce { treaty } => in_force(base, treaty, asked),
        State::Backs { by, backs, dispute } => backing(base, by, backs, dispute, asked),
        State::BackEachOther { a, b } => {
            let found = positions(base, &PositionsRequest::all());
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
            Holds::of(both.reduce(Known::or).unwrap_or(Known::NOTHING))
        }
        State::Exists { actor } => {
            let periods: Vec<StatementIx> =
                base.under(Key::Existence(actor)).filter(|&ix| base[ix].fact.lasts() && base[ix].stands()).collect();
            let found = known(base, &Course::of_statements(base, periods), &[], Matter::Countries, asked);
            // What exists goes on existing until an end is recorded.
            let said = match found.said {
                Said::Presumably if asked.day <= asked.today => Said::Yes,
                Said::PresumablyNot if asked.day <= asked.today => Said::No,
                said => said,
            };
            Holds::of(Known { said, ..found })
        }
    }
}

fn recognizes(base: &Base, by: ActorIx, of: ActorIx, asked: AsOf) -> Holds {
    let found = recognition_known(base, by, of, asked);
    let acts = |ix: &StatementIx| matches!(base[*ix].fact, Fact::Recognition { .. });
    if let Some(why) = passed(base, [by, of], &found) {
        return Holds::of(found).with(why);
    }
    let implied = found.said >= Said::Presumably && !found.by.iter().any(acts);
    if implied {
        return Holds::of(found).with(Why::Implied);
    }
    if found.said == Said::NotRecorded {
        return Holds::of(Known { by: refusals(base, by, of), ..found });
    }
    Holds::of(found)
}

fn withholds(base: &Base, by: ActorIx, of: ActorIx, asked: AsOf) -> Holds {
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
            return Holds::of(Known { said, ..given.known }).with(Why::Given);
        }
    }
    Holds::of(found)
}

fn related(base: &Base, a: ActorIx, b: ActorIx, asked: AsOf) -> Holds {
    let Some(pair) = Pair::new(a, b) else { return Holds::of(Known::NOTHING) };
    let course = relations_course(base, pair);
    let found = known(base, &course, &[a, b], Matter::RelationsBetween(pair), asked);
    let why = passed(base, [a, b], &found);
    Holds { known: found, why }
}

/// That it passed to one of two from another, whom it continues.
fn passed(base: &Base, parties: [ActorIx; 2], found: &Known) -> Option<Why> {
    let passed = found.by.iter().copied().find(|&ix| continues_one(base, parties, ix).is_some());
    passed.filter(|_| found.said > Said::NotRecorded).map(Why::Continued)
}

fn mission(base: &Base, of: ActorIx, at: ActorIx, level: Option<Level>, asked: AsOf) -> Holds {
    let Some(pair) = Pair::new(of, at) else { return Holds::of(Known::NOTHING) };
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
            return Holds::of(relations).with(Why::NoRelations);
        }
    }
    Holds::of(found)
}

fn member_of(base: &Base, member: ActorIx, organization: ActorIx, asked: AsOf) -> Holds {
    let own: Vec<(StatementIx, Standing)> = base
        .under(Key::MembershipsOf(member))
        .filter_map(|ix| match base[ix].fact {
            Fact::Membership { organization: of, standing, .. } if of == organization && base[ix].stands() => {
                Some((ix, standing))
            }
            _ => None,
        })
        .collect();
    let full = known_as(base, member, organization, Standing::is_member, asked);
    // Since when, and until when, tells the membership, and not its suspension.
    let own_by = known_as(base, member, organization, Standing::is_full, asked).by;
    let full = if own_by.is_empty() { full } else { Known { by: own_by, ..full } };
    let suspended = known_as(base, member, organization, |standing| standing == Standing::Suspended, asked);
    // Of two who claim to be the government of one state, a list of members names the state, and not who sat for it.
    let sat = |rival: &ActorIx| {
        base.are_rivals(member, *rival)
            && known_as(base, *rival, organization, Standing::is_member, asked).said >= Said::Presumably
    };
    if let Some(rival) = base.actor_handles().find(sat).filter(|_| own.is_empty() && full.said <= Said::PresumablyNot) {
        return Holds::of(Known { said: Said::NotRecorded, ..full }).with(Why::Rival(rival));
    }
    let found = Holds::of(full);
    if suspended.said >= Said::CantTell && !suspended.by.is_empty() {
        return Holds { why: suspended.by.first().map(|&ix| Why::Suspended(ix)), ..found };
    }
    let other = own.iter().find(|(ix, _)| membership(base, *ix, asked.day) != Band::No);
    match other {
        Some((ix, standing)) if found.known.said < Said::CantTell || found.known.said == Said::NotRecorded => {
            let (ix, standing) = (*ix, *standing);
            let reach = found.known.reach;
            let said = if found.known.said == Said::NotRecorded { Said::PresumablyNot } else { found.known.said };
            Holds::of(Known { said, by: vec![ix], reach }).with(Why::Standing(standing))
        }
        _ => found,
    }
}

fn bound(base: &Base, party: ActorIx, treaty: TreatyIx, asked: AsOf) -> Holds {
    let found = crate::model::bound(base, treaty, party, asked);
    if let Some(ix) = made_by(base, treaty).filter(|ix| found.by == [*ix] && found.said == Said::No) {
        return Holds::of(found).with(Why::Made(ix));
    }
    let mut acts: Vec<StatementIx> = base
        .under(Key::Treaty(treaty))
        .filter(|&ix| matches!(base[ix].fact, Fact::Treaty { party: Some(by), .. } if by == party) && base[ix].stands())
        .collect();
    acts.sort_by_key(|&ix| (base[ix].date().is_none(), base[ix].begins.earliest, ix));
    if acts.is_empty() {
        return Holds::of(found);
    }
    let times = force(base, treaty, party, base.known_by().min(asked.today));
    let begun = times.iter().filter(|force| force.period.holds(asked.day) == Band::Certain);
    let since = begun.filter_map(|force| force.period.certain()?.0.bounded()).next();
    Holds::of(Known { by: acts, ..found }).with(Why::Acts(since))
}

fn in_force(base: &Base, treaty: TreatyIx, asked: AsOf) -> Holds {
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
        return Holds::of(known(base, &Course::of_periods(&periods), &[], matter, asked));
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
    let found = Holds::of(found);
    if reached { found.with(Why::Parties) } else { found }
}

fn backing(base: &Base, by: ActorIx, backs: ActorIx, dispute: Option<DisputeIx>, asked: AsOf) -> Holds {
    let all = positions(base, &PositionsRequest::all().dispute(dispute).by(by)).positions;
    let mut disputes: Vec<DisputeIx> = all.iter().filter(|one| one.backs == backs).map(|one| one.dispute).collect();
    disputes.dedup();
    let on = |dispute: DisputeIx, whom: ActorIx| {
        let own = all.iter().filter(|one| one.dispute == dispute && one.backs == whom).map(|one| one.statement);
        let course = Course::of_statements(base, own);
        known(base, &course, &[by, whom], Matter::Positions(dispute), asked)
    };
    if let Some(found) = disputes.into_iter().map(|dispute| on(dispute, backs)).reduce(Known::or) {
        return Holds::of(found);
    }
    let rival = dispute.and_then(|dispute| {
        let mut rivals = all.iter().map(|one| (one.backs, on(dispute, one.backs)));
        rivals.find(|(_, found)| found.said >= Said::Presumably)
    });
    match rival {
        Some((whom, found)) => Holds::of(Known { said: found.said.not(), ..found }).with(Why::Backs(whom)),
        None => Holds::of(Known::NOTHING),
    }
}
