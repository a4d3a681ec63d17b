//! Which edges statements make, projection by projection; each in one pass over the base.

use std::collections::BTreeMap;

use super::{About, Edge, Node, Projection};
use crate::model::{
    ActorIx, Base, Day, Fact, Pair, Period, Spell, StatementIx, TreatyAct, TreatyIx, all_recognition_spells,
    all_relations_spells,
};

pub(super) fn edges(base: &Base, projection: Projection) -> Vec<Edge> {
    match projection {
        Projection::Recognition => recognition(base),
        Projection::Relations => relations(base),
        Projection::CoParty => parties(base),
        Projection::Membership | Projection::Votes | Projection::Positions => plain(base, projection),
    }
}

fn recognition(base: &Base) -> Vec<Edge> {
    let edge = |(by, of, spell): (ActorIx, ActorIx, Spell)| {
        let (from, to) = (Node::Actor(by), Node::Actor(of));
        Some(Edge { from, to, statement: spell.begun_by, period: spell.period()?, about: About::Nothing })
    };
    all_recognition_spells(base).into_iter().filter_map(edge).collect()
}

fn relations(base: &Base) -> Vec<Edge> {
    let edge = |(pair, spell): (Pair, Spell)| {
        let [from, to] = pair.parties().map(Node::Actor);
        Some(Edge { from, to, statement: spell.begun_by, period: spell.period()?, about: About::Nothing })
    };
    all_relations_spells(base).into_iter().filter_map(edge).collect()
}

/// Edges that are one statement each.
fn plain(base: &Base, projection: Projection) -> Vec<Edge> {
    let mut found = Vec::new();
    for ix in base.statement_handles() {
        let statement = &base[ix];
        let (from, to, about) = match (projection, &statement.fact) {
            (Projection::Membership, &Fact::Membership { organization, member, .. }) => {
                (member, organization, About::Nothing)
            }
            (Projection::Votes, &Fact::Vote { resolution, by, choice }) => {
                (by, base[resolution].by, About::Vote(choice))
            }
            (Projection::Positions, &Fact::Position { dispute, by, backs }) => (by, backs, About::Dispute(dispute)),
            _ => continue,
        };
        let Some(period) = statement.period() else { continue };
        found.push(Edge { from: Node::Actor(from), to: Node::Actor(to), statement: ix, period, about });
    }
    found
}

/// What a party has done about a treaty, or what was done about the treaty as a whole.
#[derive(Default)]
struct Course {
    signed: Option<StatementIx>,
    consent: Option<StatementIx>,
    in_force: Option<StatementIx>,
    ended: Option<StatementIx>,
}

/// From a party to the treaty that binds it.
///
/// A party is bound from its own entry into force; where none is recorded, from its consent (with the treaty's lag)
/// or from the treaty's entry into force, whichever is later (Vienna Convention on the Law of Treaties, article 24).
/// Of a treaty whose parties are listed without acts of their own, its entry into force binds them all, or the
/// consent or the signature where that isn't recorded. It ends with the first end of its own or the treaty's.
fn parties(base: &Base) -> Vec<Edge> {
    let mut courses: BTreeMap<(TreatyIx, Option<ActorIx>), Course> = BTreeMap::new();
    for ix in base.statement_handles().filter(|&ix| base[ix].stands()) {
        let Fact::Treaty { treaty, act, party } = base[ix].fact else { continue };
        let course = courses.entry((treaty, party)).or_default();
        let slot = match act {
            TreatyAct::Signed => &mut course.signed,
            TreatyAct::EnteredIntoForce => &mut course.in_force,
            act if act.is_consent() => &mut course.consent,
            act if act.is_end() => &mut course.ended,
            _ => continue,
        };
        let earlier = |old: StatementIx| base[old].begins.earliest <= base[ix].begins.earliest;
        if !slot.is_some_and(earlier) {
            *slot = Some(ix);
        }
    }
    let nothing = Course::default();
    let mut found = Vec::new();
    for treaty in (0..base.treaties.len()).map(TreatyIx::new) {
        let whole = courses.get(&(treaty, None)).unwrap_or(&nothing);
        let own = courses.range((treaty, None)..).take_while(|((of, _), _)| *of == treaty);
        let own = own.filter_map(|((_, party), course)| Some(((*party)?, course)));
        let listed = base[treaty].parties.iter().map(|party| (*party, &nothing));
        let mut all: BTreeMap<ActorIx, &Course> = listed.collect();
        all.extend(own);
        for (party, course) in all {
            found.extend(bound(base, treaty, party, course, whole));
        }
    }
    found
}

fn bound(base: &Base, treaty: TreatyIx, party: ActorIx, own: &Course, whole: &Course) -> Option<Edge> {
    let span = |ix: StatementIx| (base[ix].begins.earliest, base[ix].begins.latest);
    let later = |a: (Day, Day), b: (Day, Day)| (a.0.max(b.0), a.1.max(b.1));
    let sooner = |a: (Day, Day), b: (Day, Day)| (a.0.min(b.0), a.1.min(b.1));
    let lag = i32::try_from(base[treaty].lag.unwrap_or(0)).unwrap_or(i32::MAX);
    let (statement, begins) = if let Some(in_force) = own.in_force {
        (in_force, span(in_force))
    } else if let Some(consent) = own.consent {
        let (earliest, latest) = span(consent);
        let consented = (earliest.plus(lag), latest.plus(lag));
        (consent, whole.in_force.map_or(consented, |in_force| later(consented, span(in_force))))
    } else if base[treaty].parties.contains(&party) {
        let first = whole.in_force.or(whole.consent).or(own.signed).or(whole.signed)?;
        (first, span(first))
    } else {
        return None;
    };
    let ends = [own.ended, whole.ended].into_iter().flatten().map(span).reduce(sooner);
    let period = Period::new(begins, ends.unwrap_or((Day::FUTURE, Day::FUTURE)))?;
    let denied = base[statement].is_denied();
    let period = if denied { period.doubted() } else { period };
    Some(Edge { from: Node::Actor(party), to: Node::Treaty(treaty), statement, period, about: About::Nothing })
}
