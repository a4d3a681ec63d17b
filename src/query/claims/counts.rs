//! Claims about who did it and who didn't: the only one, the only one not to, never, so many.

use std::collections::BTreeSet;

use super::doers::doers;
use super::{Settles, Trial, Untried, Verdict, settles};
use crate::form::{Pattern, What};
use crate::model::{
    ActorClass, ActorIx, ActorKind, AsOf, Band, Base, Counted, CountedAct, Date, Day, Entity, Fact, Key, Pair,
    RelationsAct, Said, StatementIx, continuers, members_on, recognition_known,
};
use crate::query::breadth::WORLD;
use crate::query::matches::{self, holds, in_group};
use crate::query::ranking::Doer;

/// `by` was the only one to have done it; with a day, of those with whom it holds on that.
pub(super) fn only(base: &Base, by: ActorIx, counted: &Counted, holds_on: Option<Day>) -> Trial {
    let mut all = doers(base, counted);
    if let (Some(today), Some(of)) = (holds_on, Pattern::counted(counted)) {
        let day = counted.on.as_ref().map_or(today, Date::latest);
        for doer in &mut all {
            doer.counts = doer.counts.and(still(base, &of, doer.by, AsOf::of(day, today)));
        }
        all.retain(|doer| doer.counts != Band::No);
    }
    let (own, others): (Vec<&Doer>, Vec<&Doer>) = all.iter().partition(|doer| doer.by == by);
    let sure = |doer: &&&Doer| doer.counts == Band::Certain;
    let against: Vec<StatementIx> = others.iter().filter(sure).map(|doer| doer.statement).collect();
    let supporting: Vec<StatementIx> = own.iter().map(|doer| doer.statement).collect();
    if !against.is_empty() {
        return Trial { supporting, against, ..Trial::of(Verdict::Contradicted) };
    }
    let Some(own) = own.first() else {
        let refused = refusals(base, by, counted);
        let verdict =
            if refused.is_empty() { Trial::untested(Untried::NotRecorded) } else { Trial::of(Verdict::Contradicted) };
        return Trial { against: refused, ..verdict };
    };
    let open: Vec<Settles> = others
        .iter()
        .copied()
        .chain((own.counts != Band::Certain).then_some(*own))
        .map(|doer| settles(base, doer.statement))
        .collect();
    let verdict = if open.is_empty() { Verdict::Supported } else { Verdict::Undecided };
    Trial { supporting, settles: open, ..Trial::of(verdict) }
}

/// `by` was the only one not to have done it: of the group, else of the members of the United Nations.
pub(super) fn only_without(base: &Base, by: ActorIx, counted: &Counted, today: Day) -> Trial {
    let day = counted.on.as_ref().map_or(today, Date::latest);
    let group = counted.among.or_else(|| base.find_actor(WORLD));
    let (Some(group), Some(of)) = (group, Pattern::counted(counted)) else {
        return Trial::untested(Untried::NotRecorded);
    };
    let still = |by: ActorIx| still(base, &of, by, AsOf::of(day, today));
    let all = doers(base, &Counted { among: None, except: None, ..counted.clone() });
    let did = |who: ActorIx| all.iter().find(|doer| doer.by == who);
    if let Some(own) = did(by).filter(|own| own.counts == Band::Certain && still(by) != Band::No) {
        return Trial { against: vec![own.statement], ..Trial::of(Verdict::Contradicted) };
    }
    let members = members_on(base, group, day);
    if members.is_empty() {
        return Trial::untested(Untried::NotRecorded);
    }
    let mut trial = Trial::of(Verdict::Supported);
    trial.supporting = refusals(base, by, counted);
    if trial.supporting.is_empty() {
        trial.settles.push(Settles::Unrecorded(by));
    }
    for member in members {
        if member == by || counted.of == Entity::Actor(member) {
            continue;
        }
        match did(member) {
            Some(doer) if doer.counts == Band::Certain && still(member) == Band::Certain => {}
            Some(doer) => trial.settles.push(settles(base, doer.statement)),
            None => {
                let refused: Vec<StatementIx> = refusals(base, member, counted)
                    .into_iter()
                    .filter(|&ix| base[ix].holds(day) == Band::Certain)
                    .collect();
                if refused.is_empty() {
                    trial.settles.push(Settles::Unrecorded(member));
                }
                trial.against.extend(refused);
            }
        }
    }
    trial.verdict = if !trial.against.is_empty() {
        Verdict::Contradicted
    } else if !trial.settles.is_empty() {
        Verdict::Undecided
    } else {
        Verdict::Supported
    };
    trial
}

/// `by` hadn't done it.
pub(super) fn never(base: &Base, by: ActorIx, counted: &Counted, today: Day) -> Trial {
    let all = doers(base, counted);
    // What lies ahead isn't counted.
    if let Some(own) = all.iter().find(|doer| doer.by == by && doer.earliest <= today) {
        let sure = own.counts == Band::Certain && own.dated && own.latest <= today;
        let verdict = if sure { Verdict::Contradicted } else { Verdict::Undecided };
        return Trial {
            against: vec![own.statement],
            settles: vec![settles(base, own.statement)],
            ..Trial::of(verdict)
        };
    }
    let day = counted.on.as_ref().map_or(today, Date::earliest);
    let refused = refusals(base, by, counted);
    if refused.is_empty() {
        return Trial::untested(Untried::NotRecorded);
    }
    // A refusal that holds on the day is a record of "not"; one that had ended, or that was last told long before, leaves the time since
    // open.
    let lasts = refused.iter().any(|&ix| !base[ix].fact.lasts() || base[ix].holds(day) != Band::No);
    let reached = match (counted.act, counted.of) {
        (CountedAct::Recognized, Entity::Actor(of)) => {
            recognition_known(base, by, of, AsOf::of(day, today)).said == Said::No
        }
        _ => true,
    };
    let holds = lasts && reached;
    let verdict = if holds { Verdict::Supported } else { Verdict::Undecided };
    let settles = if holds { Vec::new() } else { vec![Settles::Unrecorded(by)] };
    Trial { supporting: refused, settles, ..Trial::of(verdict) }
}

/// So many had done it, and hadn't undone it. More can have done it than are recorded: too few contradict nothing.
pub(super) fn count(base: &Base, count: usize, counted: &Counted, today: Day) -> Trial {
    let StillHolding { certain, possible, presumed } = standing(base, counted, today);
    let ever = || doers(base, &Counted { among: None, except: None, since: None, on: None, ..counted.clone() });
    if certain.is_empty() && possible.is_empty() && ever().is_empty() {
        return Trial::untested(Untried::NotRecorded);
    }
    Trial { presumed: presumed > 0, ..verdict_on(base, count, certain, possible) }
}

/// So many or more had done it, and hadn't undone it.
pub(super) fn at_least(base: &Base, count: usize, counted: &Counted, today: Day) -> Trial {
    let StillHolding { certain, possible, presumed } = standing(base, counted, today);
    let trial = self::count(base, count, counted, today);
    if certain.len() < count {
        return trial;
    }
    let number = Some((certain.len(), certain.len() + possible.len()));
    let sure = certain.len() - presumed;
    Trial { supporting: certain, number, presumed: sure < count, ..Trial::of(Verdict::Supported) }
}

/// The acts whose effect holds.
struct StillHolding {
    /// Certainly, or presumably.
    certain: Vec<StatementIx>,
    /// Possibly.
    possible: Vec<StatementIx>,
    /// Of how many of the certain ones that is only presumed.
    presumed: usize,
}

/// The acts whose effect certainly, and possibly, holds on the day that is asked about. Whoever counts as a member of
/// the group is asked of that day, too; who continues a state stands by its recognition.
fn standing(base: &Base, counted: &Counted, today: Day) -> StillHolding {
    let day = counted.on.as_ref().map_or(today, Date::latest);
    let Some(of) = Pattern::counted(counted) else {
        return StillHolding { certain: Vec::new(), possible: Vec::new(), presumed: 0 };
    };
    let still = |by: ActorIx| said_still(base, &of, by, AsOf::of(day, today));
    let anybody = Counted { among: None, except: None, ..counted.clone() };
    let all = doers(base, &anybody);
    let acted: BTreeSet<ActorIx> = all.iter().map(|doer| doer.by).collect();
    let mut certain = Vec::new();
    let mut possible = Vec::new();
    let mut presumed = 0;
    // Of an act without a date, whether what it brought about holds tells also whether it had been done.
    let told_by_state = |doer: &Doer| {
        let lasts = [CountedAct::Recognized, CountedAct::Established, CountedAct::Joined, CountedAct::Backed];
        !doer.dated && lasts.contains(&counted.act)
    };
    for doer in &all {
        let done = Band::of(doer.latest <= day || told_by_state(doer), true);
        let own = (doer.by, still(doer.by));
        // Whose act no longer holds may be continued by one that didn't act itself.
        let passed =
            continuers(base, doer.by).into_iter().filter(|heir| own.1.band() == Band::No && !acted.contains(heir));
        let passed = passed.map(|heir| (heir, still(heir)));
        let (who, holds) = passed.chain([own]).max_by_key(|(_, said)| said.band()).unwrap_or(own);
        match doer.counts.and(done).and(holds.band()).and(in_group(base, &of, who, day)) {
            Band::Certain => {
                certain.push(doer.statement);
                presumed += usize::from(holds == Said::Presumably);
            }
            Band::Possible => possible.push(doer.statement),
            Band::No => {}
        }
    }
    StillHolding { certain, possible, presumed }
}

/// So many countries existed on a day.
pub(super) fn countries(base: &Base, count: usize, on: &Date) -> Trial {
    let (certain, possible) = countries_on(base, on);
    verdict_on(base, count, certain, possible)
}

/// The periods of existence of those who certainly, and who possibly, were countries on a date.
///
/// Which polity is a country is contested, and the base doesn't decide it: certain are the members of the United Nations;
/// where none are recorded, all that certainly existed and whose statehood isn't contested.
pub fn countries_on(base: &Base, on: &Date) -> (Vec<StatementIx>, Vec<StatementIx>) {
    let members: Option<BTreeSet<ActorIx>> = base
        .find_actor(WORLD)
        .map(|world| members_on(base, world, on.latest()).into_iter().collect())
        .filter(|members: &BTreeSet<ActorIx>| !members.is_empty());
    let (mut certain, mut possible) = (Vec::new(), Vec::new());
    for actor in base.actor_handles().filter(|&actor| base[actor].kind.is_country()) {
        let accepted = match &members {
            Some(members) => members.contains(&actor),
            None => base[actor].kind != ActorKind::Country(ActorClass::Contested),
        };
        let limit = if accepted { Band::Certain } else { Band::Possible };
        let periods = base.under(Key::Existence(actor)).filter(|&ix| base[ix].fact.lasts() && base[ix].stands());
        let best = periods.map(|ix| (base[ix].holds(on.earliest()).and(base[ix].holds(on.latest())), ix)).max();
        match best.map(|(band, ix)| (band.and(limit), ix)) {
            Some((Band::Certain, ix)) => certain.push(ix),
            Some((Band::Possible, ix)) => possible.push(ix),
            _ => {}
        }
    }
    (certain, possible)
}

fn verdict_on(base: &Base, count: usize, certain: Vec<StatementIx>, possible: Vec<StatementIx>) -> Trial {
    let number = (certain.len(), certain.len() + possible.len());
    let verdict = if number.0 > count {
        Verdict::Contradicted
    } else if number == (count, count) {
        Verdict::Supported
    } else {
        Verdict::Undecided
    };
    let mut trial = Trial { number: Some(number), ..Trial::of(verdict) };
    if verdict == Verdict::Undecided {
        trial.settles = possible.iter().map(|&ix| settles(base, ix)).collect();
        if count > number.1 {
            trial.settles.push(Settles::More(count - number.1));
        }
    }
    match verdict {
        Verdict::Contradicted => trial.against = certain,
        _ => trial.supporting = certain,
    }
    trial
}

/// Whether what somebody brought about by an act still holds on a day: recognition and relations end, other acts stay done.
fn still(base: &Base, of: &Pattern, by: ActorIx, asked: AsOf) -> Band {
    said_still(base, of, by, asked).band()
}

fn said_still(base: &Base, of: &Pattern, by: ActorIx, asked: AsOf) -> Said {
    let begun = match of.what.of(by) {
        Some(What::Act(act)) => act.begins(),
        _ => None,
    };
    begun.map_or(Said::Yes, |state| holds(base, &state, asked).known.said)
}

/// What is recorded of `by` not doing it: recognition withheld or denied, relations absent.
pub(super) fn refusals(base: &Base, by: ActorIx, counted: &Counted) -> Vec<StatementIx> {
    let Entity::Actor(of) = counted.of else { return Vec::new() };
    let found: Vec<StatementIx> = match counted.act {
        CountedAct::Recognized => matches::refusals(base, by, of),
        CountedAct::Established => Pair::new(by, of)
            .into_iter()
            .flat_map(|pair| base.relations_of(pair))
            .filter(|&ix| {
                matches!(base[ix].fact, Fact::Relations { act: RelationsAct::Absent, .. }) && base[ix].stands()
            })
            .collect(),
        _ => Vec::new(),
    };
    found
}
