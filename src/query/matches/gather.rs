//! The acts of a pattern, each kind from its own index.

use super::bounds::bounds;
use super::sets::fits;
use crate::form::{Act, Slot};
use crate::model::{
    ActorIx, Band, Base, Choice, Day, DisputeIx, Ends, Entity, Fact, Key, Level, Pair, RecognitionAct, RecognitionForm,
    RelationsAct, ResolutionIx, StatementIx, TreatyAct, TreatyIx, first_day_of,
};

/// An act that matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Who fills the hole of the pattern, else who did it; nobody does what a treaty or an event does.
    pub who: Option<ActorIx>,
    /// The statement.
    pub statement: StatementIx,
    /// The first day on which it can have been done.
    pub earliest: Day,
    /// The last.
    pub latest: Day,
    /// Whether it counts: a denied one, or one by somebody who may not belong to the set, only possibly does.
    pub counts: Band,
    /// Whether a source gives a date.
    pub dated: bool,
}

/// Every act of a pattern that stands, at whatever time; none of those that don't count.
pub(super) fn gathered(base: &Base, act: &Act<Slot>) -> Vec<Hit> {
    let mut found = Found { base, hits: Vec::new() };
    found.gather(act);
    found.hits
}

/// The acts as they are gathered.
struct Found<'b> {
    base: &'b Base,
    hits: Vec<Hit>,
}

impl<'b> Found<'b> {
    fn gather(&mut self, act: &Act<Slot>) {
        match act {
            Act::Recognized { by, of, capacity, form } => {
                for ix in self.recognitions(by, of) {
                    let Fact::Recognition { act, form: its, capacity: as_what, .. } = self.base[ix].fact else {
                        continue;
                    };
                    if act == RecognitionAct::Recognized && capacity.is_none_or(|wanted| wanted == as_what) {
                        self.recognized(ix, (by, of), *form, its);
                    }
                }
            }
            Act::Withdrew { by, of } => {
                let over = |ix: &StatementIx| {
                    let taken = [RecognitionAct::Withdrawn, RecognitionAct::Suspended];
                    matches!(self.base[*ix].fact, Fact::Recognition { act, .. } if taken.contains(&act))
                };
                let acts: Vec<StatementIx> = self.recognitions(by, of).into_iter().filter(over).collect();
                for ix in acts {
                    self.of_two(ix, (by, of), self.plain(ix), Band::Certain);
                }
            }
            Act::Switched { by, from, to } => self.switched(by, from, to),
            Act::Relations { act, a, b } => self.relations(*act, (a, b), None),
            Act::Mission { act, of, at, level } => self.relations(*act, (of, at), Some(*level)),
            Act::Joined { member, organization } => {
                for ix in self.memberships(member, organization) {
                    self.of_two(ix, (member, organization), self.plain(ix), Band::Certain);
                }
            }
            Act::Left { member, organization } => {
                for ix in self.memberships(member, organization) {
                    if let Some(days) = self.ends(ix) {
                        self.of_two(ix, (member, organization), days, Band::Certain);
                        self.dated_by_its_end(ix);
                    }
                }
            }
            Act::Acted { act, party, treaty } => self.acted(*act, party, *treaty),
            Act::Treaty { act, treaty } => {
                let whole = |fact: &Fact| matches!(fact, Fact::Treaty { act: done, party: None, .. } if done == act);
                self.by_nobody(self.base.under(Key::Treaty(*treaty)), whole);
            }
            Act::Adopted { by, about, resolution } => self.adopted(by, *about, *resolution),
            Act::Voted { by, choice, resolution } => self.voted(by, *choice, *resolution),
            Act::Event { event } => {
                let is_it = |fact: &Fact| matches!(fact, Fact::Event { event: one } if one == event);
                self.by_nobody(self.base.statement_handles(), is_it);
            }
            Act::Began { actor } => {
                for (ix, who) in self.existences(actor) {
                    self.by_one(ix, who, actor, self.plain(ix));
                }
            }
            Act::Ended { actor } => {
                for (ix, who) in self.existences(actor) {
                    if let Some(days) = self.ends(ix) {
                        self.by_one(ix, who, actor, days);
                        self.dated_by_its_end(ix);
                    }
                }
            }
            Act::Backed { by, backs, over } => self.backed(by, backs, *over),
        }
    }

    /// What nobody does.
    fn by_nobody(&mut self, all: impl Iterator<Item = StatementIx>, wanted: impl Fn(&Fact) -> bool) {
        let base = self.base;
        for ix in all.filter(|&ix| wanted(&base[ix].fact)) {
            self.add(ix, None, self.plain(ix), Band::Certain);
        }
    }

    /// What the parties of a treaty did: an act without a party is done for each that the treaty names.
    fn acted(&mut self, wanted: Option<TreatyAct>, party: &Slot, treaty: TreatyIx) {
        for ix in self.base.under(Key::Treaty(treaty)) {
            let Fact::Treaty { act, party: who, .. } = self.base[ix].fact else { continue };
            if !wanted.map_or(act.is_consent(), |wanted| wanted == act) {
                continue;
            }
            let all = who.is_none().then_some(&self.base[treaty].parties[..]);
            for by in who.iter().chain(all.unwrap_or_default()) {
                self.by_one(ix, *by, party, self.plain(ix));
            }
        }
    }

    /// The days on which an act can have been done.
    fn plain(&self, ix: StatementIx) -> (Day, Day) {
        (self.base[ix].begins.earliest, self.base[ix].begins.latest)
    }

    /// The days on which what lasts can have ended, if it has.
    fn ends(&self, ix: StatementIx) -> Option<(Day, Day)> {
        match &self.base[ix].ends {
            Ends::At(when) => Some((when.earliest, when.latest)),
            _ => None,
        }
    }

    /// Of what ended, the last that was added has a date if its end has.
    fn dated_by_its_end(&mut self, ix: StatementIx) {
        let dated = matches!(&self.base[ix].ends, Ends::At(when) if when.shown.is_some());
        self.hits.iter_mut().rev().take(1).filter(|hit| hit.statement == ix).for_each(|hit| hit.dated = dated);
    }

    /// An act, if it stands.
    fn add(&mut self, ix: StatementIx, who: Option<ActorIx>, (earliest, latest): (Day, Day), counts: Band) {
        let statement = &self.base[ix];
        if !statement.stands() || counts == Band::No {
            return;
        }
        let counts = counts.and(if statement.is_denied() { Band::Possible } else { Band::Certain });
        let dated = statement.date().is_some();
        self.hits.push(Hit { who, statement: ix, earliest, latest, counts, dated });
    }

    /// An act of one actor.
    fn by_one(&mut self, ix: StatementIx, by: ActorIx, slot: &Slot, days: (Day, Day)) {
        let counts = fits(self.base, slot, by, days);
        self.add(ix, Some(by), days, counts);
    }

    /// An act of one actor to another.
    fn of_two(&mut self, ix: StatementIx, (by, of): (&Slot, &Slot), days: (Day, Day), sure: Band) {
        let base = self.base;
        let mut parties = base[ix].fact.actors();
        let (Some(doer), Some(other)) = (parties.next(), parties.next()) else { return };
        let counts = sure.and(fits(base, by, doer, days)).and(fits(base, of, other, days));
        self.add(ix, Some(hole((by, doer), (of, other))), days, counts);
    }

    /// The acts of recognition between those who are named.
    fn recognitions(&self, by: &Slot, of: &Slot) -> Vec<StatementIx> {
        match (by.is(), of.is()) {
            (_, Some(of)) => self.base.recognitions_of(of).collect(),
            (Some(by), None) => self.base.under(Key::RecognitionBy(by)).collect(),
            (None, None) => self.base.statement_handles().collect(),
        }
    }

    fn recognized(
        &mut self,
        ix: StatementIx,
        (by, of): (&Slot, &Slot),
        wanted: Option<RecognitionForm>,
        form: RecognitionForm,
    ) {
        let Fact::Recognition { by: doer, of: other, .. } = self.base[ix].fact else { return };
        // What no source calls by a form may have had it.
        let unsaid = form == RecognitionForm::NotSaid && wanted.is_some();
        if wanted.is_some_and(|wanted| wanted != form && !unsaid) {
            return;
        }
        let days = bounds(self.base, doer, other, ix, first_day_of(self.base, other));
        self.of_two(ix, (by, of), days, if unsaid { Band::Possible } else { Band::Certain });
    }

    /// Recognition of the one by whom gave up the other.
    fn switched(&mut self, by: &Slot, from: &Slot, to: &Slot) {
        let (Some(from), Some(to)) = (from.is(), to.is()) else { return };
        let base = self.base;
        let left =
            |ix: StatementIx| matches!(base[ix].fact, Fact::Recognition { instead_of, .. } if instead_of == Some(from));
        let gave_up = |by: ActorIx| {
            let mut other = Self { base, hits: Vec::new() };
            other.gather(&Act::Withdrew { by: Slot::Is(by), of: Slot::Is(from) });
            other.gather(&Act::Relations { act: RelationsAct::Severed, a: Slot::Is(by), b: Slot::Is(from) });
            !other.hits.is_empty()
        };
        // What came before there was anything to leave was no switch.
        let begun = base.under(Key::Existence(from)).filter(|&ix| base[ix].fact.lasts() && base[ix].stands());
        let since = begun.map(|ix| base[ix].begins.earliest).min().unwrap_or(Day::PAST);
        let mut other = Self { base, hits: Vec::new() };
        other.gather(&Act::Recognized { by: by.clone(), of: Slot::Is(to), capacity: None, form: None });
        let switched = |hit: &Hit| hit.latest >= since && (left(hit.statement) || hit.who.is_some_and(gave_up));
        self.hits.extend(other.hits.into_iter().filter(switched));
    }

    /// Acts in the relations of two; those of missions are counted for who sends them.
    fn relations(&mut self, wanted: RelationsAct, (a, b): (&Slot, &Slot), level: Option<Option<Level>>) {
        let base = self.base;
        let acts: Vec<StatementIx> = match (a.is(), b.is()) {
            (Some(a), Some(b)) => Pair::new(a, b).into_iter().flat_map(|pair| base.relations_of(pair)).collect(),
            (None, Some(one)) | (Some(one), None) => base.under(Key::RelationsWith(one)).collect(),
            (None, None) => base.statement_handles().collect(),
        };
        let named = a.is().is_some() && b.is().is_some();
        for ix in acts {
            let Fact::Relations { pair, act, by, level: its, .. } = base[ix].fact else { continue };
            if act != wanted {
                continue;
            }
            let [one, other] = pair.parties();
            for (doer, with) in [(one, other), (other, one)] {
                // What one of both did alone isn't the other's, where it is asked who did it; what both did counts for each.
                if by.is_some_and(|by| by != doer) && (level.is_some() || !named) {
                    continue;
                }
                let (from, to) = self.plain(ix);
                // Nothing passes between two before both exist.
                let from = from.max(first_day_of(base, doer)).max(first_day_of(base, with)).min(to);
                let sure = level.flatten().map_or(Band::Certain, |level| of_level(level, its));
                let counts = sure.and(fits(base, a, doer, (from, to))).and(fits(base, b, with, (from, to)));
                self.add(ix, Some(hole((a, doer), (b, with))), (from, to), counts);
            }
        }
    }

    fn memberships(&self, member: &Slot, organization: &Slot) -> Vec<StatementIx> {
        let base = self.base;
        let all: Vec<StatementIx> = match (member.is(), organization.is()) {
            (Some(member), _) => base.under(Key::MembershipsOf(member)).collect(),
            (None, Some(organization)) => base.under(Key::MembersOf(organization)).collect(),
            (None, None) => Vec::new(),
        };
        let full = |ix: &StatementIx| matches!(base[*ix].fact, Fact::Membership { standing, .. } if standing.is_full());
        all.into_iter().filter(full).collect()
    }

    fn adopted(&mut self, by: &Slot, about: Option<Entity>, resolution: Option<ResolutionIx>) {
        let base = self.base;
        for (index, one) in base.resolutions.iter().enumerate() {
            let is_it = resolution.is_none_or(|wanted| wanted == ResolutionIx::new(index));
            if is_it && about.is_none_or(|about| one.concerns(about)) {
                let adopter = match by.is() {
                    Some(by) if base.belongs_to(one.by, by) => by,
                    _ => adopter(base, one.by),
                };
                self.by_one(one.adopted, adopter, by, self.plain(one.adopted));
            }
        }
    }

    fn voted(&mut self, by: &Slot, choice: Option<Choice>, resolution: ResolutionIx) {
        for ix in self.base.under(Key::VotesOn(resolution)) {
            let Fact::Vote { by: who, choice: how, .. } = self.base[ix].fact else { continue };
            if choice.is_none_or(|choice| choice == how) {
                self.by_one(ix, who, by, self.plain(ix));
            }
        }
    }

    fn existences(&self, actor: &Slot) -> Vec<(StatementIx, ActorIx)> {
        let all: Vec<ActorIx> = match actor.is() {
            Some(actor) => vec![actor],
            None => self.base.actor_handles().collect(),
        };
        let lasting = |who: ActorIx| {
            self.base.under(Key::Existence(who)).filter(|&ix| self.base[ix].fact.lasts()).map(move |ix| (ix, who))
        };
        all.into_iter().flat_map(lasting).collect()
    }

    fn backed(&mut self, by: &Slot, backs: &Slot, over: Option<DisputeIx>) {
        let disputes: Vec<DisputeIx> = match over {
            Some(over) => vec![over],
            None => (0..self.base.disputes.len()).map(DisputeIx::new).collect(),
        };
        for ix in disputes.into_iter().flat_map(|dispute| self.base.under(Key::Positions(dispute))) {
            if matches!(self.base[ix].fact, Fact::Position { .. }) {
                self.of_two(ix, (by, backs), self.plain(ix), Band::Certain);
            }
        }
    }
}

/// Who fills the hole of two places; the first, where none of them is one.
fn hole(one: (&Slot, ActorIx), other: (&Slot, ActorIx)) -> ActorIx {
    if one.0.asked().is_none() && other.0.asked().is_some() { other.1 } else { one.1 }
}

/// Whether a mission is of a level: one whose level no source names may be of any.
fn of_level(wanted: Level, its: Option<Level>) -> Band {
    match its {
        Some(level) => Band::of(level == wanted, level == wanted),
        None => Band::Possible,
    }
}

/// Who adopted what a body adopted: the country, where it is a country's. Organizations are counted by their bodies.
fn adopter(base: &Base, body: ActorIx) -> ActorIx {
    let owner = base.owner_of(body);
    if base[owner].kind.is_country() { owner } else { body }
}
