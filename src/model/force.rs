//! When a treaty is in force for a party.

use std::collections::BTreeMap;

use super::{
    ActorIx, AsOf, Base, Day, Fact, Key, Known, Matter, Period, Said, StatementIx, TreatyAct, TreatyIx, TreatyKind,
    end_of, known,
};

/// A time during which a treaty is in force for a party.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Force {
    /// The act that begins it: an entry into force, a consent, or a signature.
    pub begun_by: StatementIx,
    /// The days.
    pub period: Period,
}

/// The times during which a treaty is in force for a party, in their order. What is recorded without a date is taken
/// to have happened by `known`.
///
/// *Source:* Vienna Convention on the Law of Treaties, article 24: a treaty enters into force for a party on the day of
/// its own entry into force or of the party's consent, whichever is later, unless the treaty provides otherwise
/// (`lag`). A successor is bound from the succession on (Vienna Convention on Succession of States in respect of
/// Treaties, article 23). A party that left comes back by its own entry or by consent given anew; a treaty that ended
/// doesn't. Nobody is bound after its end; a treaty of two ends when one of them leaves (article 70).
pub fn force(base: &Base, treaty: TreatyIx, party: ActorIx, known: Day) -> Vec<Force> {
    if never_in_force(base, treaty) {
        return Vec::new();
    }
    let acts = acts(base, treaty, known).filter(|(_, _, by)| by.is_none_or(|by| by == party));
    let named = base[treaty].parties.contains(&party);
    let history = TreatyHistory::of(named, acts.map(|(dated, act, by)| (dated, act, by.is_some())).collect());
    outlived(base, party, history.force(lag(base, treaty)))
}

/// What is known of a treaty's force for a party on a day. Of whom some act on it is recorded, silence isn't *not recorded*.
pub fn bound(base: &Base, treaty: TreatyIx, party: ActorIx, asked: AsOf) -> Known {
    // What is recorded without a date is taken to have happened by the day that the record was made.
    let by = base.known_by().min(asked.today);
    bound_by(base, treaty, party, &force(base, treaty, party, by), asked)
}

/// The same, by the times during which it is in force.
pub fn bound_by(base: &Base, treaty: TreatyIx, party: ActorIx, times: &[Force], asked: AsOf) -> Known {
    let periods: Vec<(StatementIx, Period)> = times.iter().map(|force| (force.begun_by, force.period)).collect();
    let course = super::Course::of_periods(&periods);
    let found = known(base, &course, &[party], Matter::Party(treaty, party), asked);
    let own = |ix: StatementIx| matches!(base[ix].fact, Fact::Treaty { party: Some(by), .. } if by == party);
    let acted = || base.under(Key::Treaty(treaty)).any(|ix| own(ix) && base[ix].stands());
    // Nobody is bound by what isn't there yet.
    let made = made_by(base, treaty).filter(|&made| asked.day < base[made].begins.earliest);
    if let Some(made) = made.filter(|_| found.said < Said::Presumably) {
        return Known { said: Said::No, by: vec![made], ..found };
    }
    let said = if found.said == Said::NotRecorded && acted() { Said::PresumablyNot } else { found.said };
    Known { said, ..found }
}

/// The act that made the treaty, before which nobody is bound by it: its adoption, or its signature as a whole.
pub fn made_by(base: &Base, treaty: TreatyIx) -> Option<StatementIx> {
    let whole = |wanted: TreatyAct| {
        base.under(Key::Treaty(treaty)).find(|&ix| {
            matches!(base[ix].fact, Fact::Treaty { act, party: None, .. } if act == wanted) && base[ix].stands()
        })
    };
    whole(TreatyAct::Adopted).or_else(|| whole(TreatyAct::Signed))
}

/// Nothing binds a party that is no more.
fn outlived(base: &Base, party: ActorIx, times: Vec<Force>) -> Vec<Force> {
    let alive = |force: Force| {
        let Some(end) = end_of(base, party, Day::PAST) else { return Some(force) };
        let life = Period::new((Day::PAST, Day::PAST), (end.earliest, end.latest))?;
        let period = force.period.and(life)?;
        Some(Force { period, ..force })
    };
    times.into_iter().filter_map(alive).collect()
}

/// The same for every treaty and each of its parties, in the order of treaties and parties.
pub fn all_force(base: &Base, known: Day) -> Vec<(TreatyIx, ActorIx, Force)> {
    let mut found = Vec::new();
    let treaties = (0..base.treaties.len()).map(TreatyIx::new);
    for treaty in treaties.filter(|&treaty| !never_in_force(base, treaty)) {
        let named = &base[treaty].parties;
        let mut whole = Vec::new();
        let mut parties: BTreeMap<ActorIx, Vec<(Dated, TreatyAct, bool)>> = BTreeMap::new();
        parties.extend(named.iter().map(|&party| (party, Vec::new())));
        for (dated, act, by) in acts(base, treaty, known) {
            match by {
                Some(by) => parties.entry(by).or_default().push((dated, act, true)),
                None => whole.push((dated, act, false)),
            }
        }
        for (party, mut own) in parties {
            own.extend_from_slice(&whole);
            let times = outlived(base, party, TreatyHistory::of(named.contains(&party), own).force(lag(base, treaty)));
            found.extend(times.into_iter().map(|force| (treaty, party, force)));
        }
    }
    found
}

/// Whether sources say of the treaty as a whole that it hasn't entered into force, and none that it has.
fn never_in_force(base: &Base, treaty: TreatyIx) -> bool {
    base.under(Key::Treaty(treaty)).any(|ix| {
        let statement = &base[ix];
        let entry = matches!(statement.fact, Fact::Treaty { act: TreatyAct::EnteredIntoForce, party: None, .. });
        entry && statement.withdrawn.is_none() && statement.is_denied() && !statement.is_affirmed()
    })
}

/// The days on which an act can have happened, and the act.
type Dated = ((Day, Day), StatementIx);

/// The acts of a treaty with who did them; nobody, where they were done for the treaty as a whole, as when one of two ends
/// it.
fn acts(
    base: &Base,
    treaty: TreatyIx,
    known: Day,
) -> impl Iterator<Item = (Dated, TreatyAct, Option<ActorIx>)> + use<'_> {
    let of_two = base[treaty].kind == TreatyKind::Bilateral;
    base.under(Key::Treaty(treaty)).filter_map(move |ix| match base[ix].fact {
        Fact::Treaty { act, party, .. } if base[ix].stands() => {
            let party = party.filter(|_| !(of_two && act.is_end()));
            Some(((days(base, ix, known), ix), act, party))
        }
        _ => None,
    })
}

fn lag(base: &Base, treaty: TreatyIx) -> i32 {
    i32::try_from(base[treaty].lag.unwrap_or(0)).unwrap_or(i32::MAX)
}

/// What a party and the treaty as a whole went through.
#[derive(Default)]
struct TreatyHistory {
    /// Whether the acts of the treaty as a whole are done for the party.
    named: bool,
    signed: Option<Dated>,
    /// The treaty's own entry into force.
    entry: Option<Dated>,
    /// The party's own entries into force.
    entries: Vec<Dated>,
    consents: Vec<Dated>,
    succeeded: bool,
    /// How the party left.
    left: Vec<(Day, Day)>,
    /// How the treaty ended.
    ended: Option<(Day, Day)>,
}

impl TreatyHistory {
    /// From acts that are the party's own (`true`) or the treaty's.
    fn of(named: bool, mut acts: Vec<(Dated, TreatyAct, bool)>) -> Self {
        let mut history = Self { named, ..Self::default() };
        acts.sort_by_key(|&(dated, ..)| dated);
        for (dated, act, own) in acts {
            match act {
                TreatyAct::EnteredIntoForce if own => history.entries.push(dated),
                TreatyAct::EnteredIntoForce => history.entry = history.entry.or(Some(dated)),
                TreatyAct::Signed if own || named => history.signed = history.signed.or(Some(dated)),
                act if act.is_consent() && (own || named) => {
                    history.succeeded |= act == TreatyAct::Succeeded;
                    history.consents.push(dated);
                }
                act if act.is_end() && own => history.left.push(dated.0),
                act if act.is_end() => history.ended = history.ended.or(Some(dated.0)),
                _ => {}
            }
        }
        history
    }

    fn force(&self, lag: i32) -> Vec<Force> {
        let lag = if self.succeeded { 0 } else { lag };
        let never = (Day::FUTURE, Day::FUTURE);
        let mut found = Vec::new();
        let mut begins = self.begins(lag);
        // Each pass is one stay; it ends when the party leaves, or with the treaty.
        while let Some(((earliest, latest), begun_by)) = begins {
            let left = self.left.iter().copied().find(|(_, to)| *to >= earliest);
            // Of what is done and undone on one day, nobody knows which came last.
            let leaves = left.map_or(never, |(from, to)| (from, if to == earliest { Day::FUTURE } else { to }));
            let ends = self.ended.unwrap_or(never);
            let until = (leaves.0.min(ends.0), leaves.1.min(ends.1));
            found.extend(Period::new((earliest, latest), until).map(|period| Force { begun_by, period }));
            begins = left.and_then(|(_, gone)| self.comes_back(gone, lag));
        }
        found
    }

    /// When the party is bound for the first time.
    fn begins(&self, lag: i32) -> Option<Dated> {
        let later = |((a, b), ix): Dated, (c, d): (Day, Day)| ((a.max(c), b.max(d)), ix);
        let open = |((from, _), ix): Dated| ((from, Day::FUTURE), ix);
        match (self.entries.first(), self.entry, self.consents.first()) {
            (Some(&own), ..) => Some(own),
            // The lag counts from the consent: those who consented before have the treaty's own day.
            (None, Some(entry), Some(&consent)) => Some(later(delayed(consent, lag), entry.0)),
            (None, Some(entry), None) => self.named.then_some(entry),
            // Consent or, between named parties, signature: in force some day from then on, if at all.
            (None, None, Some(&consent)) => Some(open(consent)),
            (None, None, None) => self.signed.filter(|_| self.named).map(open),
        }
    }

    fn comes_back(&self, gone: Day, lag: i32) -> Option<Dated> {
        let after = |list: &[Dated]| list.iter().copied().find(|((from, _), _)| *from > gone);
        after(&self.entries).or_else(|| after(&self.consents).map(|consent| delayed(consent, lag)))
    }
}

fn delayed(((from, to), ix): Dated, lag: i32) -> Dated {
    ((from.plus(lag), to.plus(lag)), ix)
}

fn days(base: &Base, ix: StatementIx, known: Day) -> (Day, Day) {
    let statement = &base[ix];
    let latest = match statement.date() {
        // What a source denies may not have happened.
        _ if statement.is_denied() => Day::FUTURE,
        Some(_) => statement.begins.latest,
        None => known,
    };
    (statement.begins.earliest, latest)
}
