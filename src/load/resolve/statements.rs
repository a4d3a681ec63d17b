//! Statements: acts and what lasts, with their ids.

use std::sync::Arc;

use rayon::prelude::*;

use super::super::raw::{self, Root, Said, Text};
use super::attest::Sort;
use super::{Resolver, owned};
use crate::diag::{Code, Diagnostic, FileIx, Origin, Place, Step};
use crate::model::{
    ActorIx, Attestation, Choice, Citation, Closed, DisputeIx, Entity, Fact, Matter, Pair, Rank, RecognitionAct,
    RelationsAct, ResolutionIx, Says, Slug, Statement, StatementIx, TreatyIx, id_hash,
};

impl<'r> Resolver<'r> {
    /// Makes the statements of all files, side by side, and keeps them in the order of the files.
    pub(super) fn state(&mut self, files: &[(FileIx, &'r Root<'r>)]) {
        let ids = &self.ids;
        let made = files.par_iter().map(|&(file, root)| {
            let mut resolver = Resolver::with(Arc::clone(ids));
            resolver.state_file(Origin::file(file), root);
            let hashes: Vec<u64> = resolver.statements.iter().map(|statement| id_hash(&statement.id)).collect();
            (resolver.statements, resolver.origins.statements, hashes, resolver.diagnostics, resolver.left_out)
        });
        let made: Vec<_> = made.collect();
        let total = made.iter().map(|(statements, ..)| statements.len()).sum();
        self.statements.reserve(total);
        self.origins.statements.reserve(total);
        self.seen.reserve(total);
        for (statements, origins, hashes, diagnostics, left_out) in made {
            self.diagnostics.extend(diagnostics);
            self.left_out.extend(left_out);
            for ((statement, at), hash) in statements.into_iter().zip(origins).zip(hashes) {
                self.keep(at, hash, statement);
            }
        }
    }

    fn state_file(&mut self, origin: Origin, root: &'r Root<'r>) {
        match root {
            Root::Country(raw) => self.state_actor(origin, &raw.id, &raw.sources, &raw.existence, &raw.succeeds),
            Root::Organization(raw) => self.state_actor(origin, &raw.id, &raw.sources, &raw.existence, &raw.succeeds),
            Root::Memberships(raw) => self.state_memberships(origin, raw),
            Root::Recognitions(raw) => self.state_recognitions(origin, raw),
            Root::Relations(raw) => self.state_relations(origin, raw),
            Root::Treaty(raw) => self.state_treaty(origin, raw),
            Root::Resolutions(raw::Resolutions(list)) => {
                for (item, raw) in list.iter().enumerate() {
                    match self.own(&raw.id) {
                        Some(Entity::Resolution(ix)) => self.state_votes(origin.item("", item), ix, raw),
                        _ => self.leave_out_resolution(raw),
                    }
                }
            }
            Root::Dispute(raw) => {
                if let Some(Entity::Dispute(ix)) = self.own(&raw.id) {
                    self.state_positions(origin, ix, raw);
                }
            }
            _ => {}
        }
    }

    /// What a record that was admitted is; `None` for one that was left out.
    fn own(&self, id: &Text<'_>) -> Option<Entity> {
        self.ids.find(id.as_str())
    }

    /// Adds the statement of a record that is one itself, a resolution or an event.
    pub(super) fn push_own(&mut self, at: Origin, said: &Said<'_, '_>, statement: Statement) -> StatementIx {
        let statement = self.finish(at, said, statement);
        self.keep(at, id_hash(&statement.id), statement)
    }

    /// Adds a statement of this file.
    fn push(&mut self, at: Origin, said: &Said<'_, '_>, statement: Statement) {
        let statement = self.finish(at, said, statement);
        self.statements.push(statement);
        self.origins.statements.push(at);
    }

    /// Fills in the fields that all statements have.
    fn finish(&mut self, at: Origin, said: &Said<'_, '_>, mut statement: Statement) -> Statement {
        if let Some(tag) = said.tag {
            match Slug::parse(tag.as_str()) {
                Ok(tag) => statement.id = joined([&*statement.id, tag.as_str()]),
                Err(error) => {
                    let message = format!("{:?} is not a tag: {error}", tag.as_str());
                    self.report(Diagnostic::new(Code::BadId, message).at(at.field("tag"), ""));
                }
            }
        }
        statement.contest = owned(said.contest);
        statement.withdrawn = owned(said.withdrawn);
        statement
    }

    /// Keeps a statement. A second one with the same id is left out with a diagnostic; the handle of the first is
    /// returned.
    fn keep(&mut self, at: Origin, hash: u64, statement: Statement) -> StatementIx {
        let ix = StatementIx::new(self.statements.len());
        let first = *self.seen.entry(hash).or_insert(ix);
        if first != ix && self.statements[first.index()].id == statement.id {
            let message = format!("the statement {:?} is made twice", statement.id);
            let earlier = self.origins.statements[first.index()];
            self.report(
                Diagnostic::new(Code::SameActTwice, message)
                    .at(at, format!("again, {}; this one is left out", dated(&statement)))
                    .at(earlier, format!("first here, {}", dated(&self.statements[first.index()])))
                    .help_by_code(),
            );
            match Matter::of(&statement.fact) {
                Some(matter) => self.leave_out([matter]),
                None => self.left_out.about.extend(statement.fact.actors().map(Entity::Actor)),
            }
            return first;
        }
        self.statements.push(statement);
        self.origins.statements.push(at);
        ix
    }

    fn state_actor(
        &mut self,
        origin: Origin,
        id: &'r Text<'r>,
        sources: &'r [raw::Citation<'r>],
        existence: &'r [raw::Existence<'r>],
        succeeds: &'r [raw::Succession<'r>],
    ) {
        let Some(Entity::Actor(actor)) = self.own(id) else { return self.leave_out([Matter::Countries]) };
        let inherited = self.citations(sources, origin, &[]);
        for (item, raw) in existence.iter().enumerate() {
            let at = origin.item("existence", item);
            if let Some(attestations) = self.attestations(at, raw.said(), &inherited, Sort::Lasts) {
                let id = joined(["existence", id.as_str()]);
                self.push(at, &raw.said(), Statement::new(id, Fact::Existence { actor }, attestations));
            } else {
                self.leave_out([Matter::Countries]);
                self.left_out.about.insert(Entity::Actor(actor));
            }
        }
        for (item, raw) in succeeds.iter().enumerate() {
            let at = origin.item("succeeds", item);
            if self.state_succession(at, (actor, id), raw, &inherited).is_none() {
                let predecessor = self.known(&raw.country);
                self.left_out.about.extend([Some(actor), predecessor].into_iter().flatten().map(Entity::Actor));
            }
        }
    }

    fn state_succession(
        &mut self,
        at: Origin,
        (successor, id): (ActorIx, &Text<'_>),
        raw: &raw::Succession<'_>,
        inherited: &[Citation],
    ) -> Option<()> {
        let predecessor = self.actor(&raw.country, || at.field("country"))?;
        self.differ(successor, predecessor, at.field("country"))?;
        let attestations = self.attestations(at, raw.said(), inherited, Sort::Act)?;
        let id = joined(["succession", id.as_str(), raw.country.as_str()]);
        let fact = Fact::Succession { successor, predecessor, form: raw.how };
        self.push(at, &raw.said(), Statement::new(id, fact, attestations));
        Some(())
    }

    fn state_memberships(&mut self, origin: Origin, file: &'r raw::Memberships<'r>) {
        let Some(organization) = self.actor(&file.of, || origin.field("of")) else {
            let members: Vec<ActorIx> = file.members.iter().filter_map(|raw| self.known(&raw.member)).collect();
            return self.leave_out(members.into_iter().map(Matter::MembershipsOf));
        };
        let inherited = self.citations(&file.sources, origin, &[]);
        for (item, raw) in file.members.iter().enumerate() {
            let at = origin.item("members", item);
            if self.state_membership(at, (organization, &file.of), raw, &inherited).is_none() {
                let member = self.known(&raw.member);
                let one = member.map(|member| Matter::Membership(organization, member));
                self.leave_out([one.unwrap_or(Matter::Members(organization))]);
            }
        }
    }

    fn state_membership(
        &mut self,
        at: Origin,
        (organization, of): (ActorIx, &Text<'_>),
        raw: &raw::Membership<'_>,
        inherited: &[Citation],
    ) -> Option<()> {
        let member = self.actor(&raw.member, || at.field("member"))?;
        self.differ(organization, member, at.field("member"))?;
        let attestations = self.attestations(at, raw.said(), inherited, Sort::Lasts)?;
        let id = joined(["membership", of.as_str(), raw.member.as_str()]);
        let fact = Fact::Membership { organization, member, standing: raw.standing.unwrap_or_default() };
        self.push(at, &raw.said(), Statement::new(id, fact, attestations));
        Some(())
    }

    fn state_recognitions(&mut self, origin: Origin, file: &'r raw::Recognitions<'r>) {
        let Some(of) = self.actor(&file.of, || origin.field("of")) else {
            let by: Vec<ActorIx> = file.acts.iter().filter_map(|raw| self.known(&raw.by)).collect();
            return self.leave_out(by.into_iter().map(Matter::RecognitionsBy));
        };
        let inherited = self.citations(&file.sources, origin, &[]);
        for (item, raw) in file.acts.iter().enumerate() {
            let at = origin.item("acts", item);
            if self.state_recognition(at, (of, &file.of), raw, &inherited).is_none() {
                let by = self.known(&raw.by);
                let one = by.map(|by| Matter::RecognitionsBetween(by, of));
                self.leave_out([one.unwrap_or(Matter::RecognitionsOf(of))]);
            }
        }
    }

    fn state_recognition(
        &mut self,
        at: Origin,
        (of, of_id): (ActorIx, &Text<'_>),
        raw: &raw::Recognition<'_>,
        inherited: &[Citation],
    ) -> Option<()> {
        let by = self.actor(&raw.by, || at.field("by"))?;
        self.differ(of, by, at.field("by"))?;
        let act = raw.act.unwrap_or_default();
        let sort = if act == RecognitionAct::Withheld { Sort::Lasts } else { Sort::Act };
        let attestations = self.attestations(at, raw.said(), inherited, sort)?;
        let instead_of = raw.instead_of.as_ref().and_then(|id| self.actor(id, || at.field("instead_of")));
        let (of_id, by_id) = (of_id.as_str(), raw.by.as_str());
        let id = match act {
            RecognitionAct::Recognized => joined(["recognition", of_id, by_id]),
            _ => joined(["recognition", of_id, by_id, act.name()]),
        };
        let fact = Fact::Recognition {
            of,
            by,
            act,
            form: raw.form.unwrap_or_default(),
            capacity: raw.capacity.unwrap_or_default(),
            instead_of,
        };
        self.push(at, &raw.said(), Statement::new(id, fact, attestations));
        Some(())
    }

    fn state_relations(&mut self, origin: Origin, file: &'r raw::Relations<'r>) {
        let both = |one| [Matter::RelationsOf(one), Matter::MissionsOf(one)];
        let Some(of) = self.actor(&file.of, || origin.field("of")) else {
            let with: Vec<ActorIx> = file.pairs.iter().filter_map(|raw| self.known(&raw.with)).collect();
            return self.leave_out(with.into_iter().flat_map(both));
        };
        let inherited = self.citations(&file.sources, origin, &[]);
        for (number, raw_pair) in file.pairs.iter().enumerate() {
            let outer = origin.item("pairs", number);
            let with = self.actor(&raw_pair.with, || outer.field("with"));
            let Some(pair) = with.and_then(|with| Pair::new(of, with)) else {
                with.and_then(|with| self.differ(of, with, outer.field("with")));
                self.leave_out(both(of));
                continue;
            };
            let own = self.citations(&raw_pair.sources, outer, &[]);
            let inherited = if own.is_empty() { &inherited } else { &own };
            let (a, b) = (file.of.as_str(), raw_pair.with.as_str());
            let ids = if a < b { (a, b) } else { (b, a) };
            for (item, raw) in raw_pair.acts.iter().enumerate() {
                let at = outer.item("acts", item);
                if self.state_relations_act(at, pair, ids, raw, inherited).is_none() {
                    let of_mission = raw.act.is_of_mission();
                    self.leave_out([if of_mission {
                        Matter::MissionsBetween(pair)
                    } else {
                        Matter::RelationsBetween(pair)
                    }]);
                }
            }
        }
    }

    fn state_relations_act(
        &mut self,
        at: Origin,
        pair: Pair,
        (first, second): (&str, &str),
        raw: &raw::RelationsDone<'_>,
        inherited: &[Citation],
    ) -> Option<()> {
        let by = match &raw.by {
            Some(id) => {
                let by = self.actor(id, || at.field("by"))?;
                if !pair.parties().contains(&by) {
                    let message = format!("{:?} is neither of the two parties", id.as_str());
                    self.report(Diagnostic::new(Code::WrongKind, message).at(at.field("by"), "left out"));
                    return None;
                }
                Some(by)
            }
            None if raw.act.is_of_mission() => {
                let message = "a mission is sent by one of the two parties: \"by\" is missing";
                self.report(Diagnostic::new(Code::MissingField, message).at(at, "left out"));
                return None;
            }
            None => None,
        };
        let sort = if raw.act == RelationsAct::Absent { Sort::Lasts } else { Sort::Act };
        let attestations = self.attestations(at, raw.said(), inherited, sort)?;
        let id = match &raw.by {
            Some(by) => joined(["relations", first, second, raw.act.name(), by.as_str()]),
            None => joined(["relations", first, second, raw.act.name()]),
        };
        let fact = Fact::Relations { pair, act: raw.act, by, level: raw.level, at: owned(raw.at.as_ref()) };
        self.push(at, &raw.said(), Statement::new(id, fact, attestations));
        Some(())
    }

    fn state_treaty(&mut self, origin: Origin, file: &'r raw::Treaty<'r>) {
        let Some(Entity::Treaty(treaty)) = self.own(&file.id) else { return self.leave_out_treaty(file) };
        let inherited = self.citations(&file.sources, origin, &[]);
        for (item, raw) in file.acts.iter().enumerate() {
            let at = origin.item("acts", item);
            if self.state_treaty_act(at, treaty, file.id.as_str(), raw, &inherited).is_none() {
                let party = raw.by.as_ref().and_then(|by| self.known(by));
                self.leave_out([party.map_or(Matter::Parties(treaty), |party| Matter::Party(treaty, party))]);
            }
        }
    }

    fn state_treaty_act(
        &mut self,
        at: Origin,
        treaty: TreatyIx,
        id: &str,
        raw: &'r raw::TreatyDone<'r>,
        inherited: &[Citation],
    ) -> Option<()> {
        let (party, id) = match &raw.by {
            Some(by) => {
                let party = self.actor(by, || at.field("by"))?;
                (Some(party), joined(["treaty", id, raw.act.name(), by.as_str()]))
            }
            None => (None, joined(["treaty", id, raw.act.name()])),
        };
        let attestations = self.attestations(at, raw.said(), inherited, Sort::Act)?;
        let fact = Fact::Treaty { treaty, act: raw.act, party };
        self.push(at, &raw.said(), Statement::new(id, fact, attestations));
        Some(())
    }

    /// Votes: each is cast on the day of the resolution, if its own record doesn't say otherwise.
    fn state_votes(&mut self, origin: Origin, resolution: ResolutionIx, raw: &'r raw::Resolution<'r>) {
        for (item, vote) in raw.votes.iter().enumerate() {
            let at = origin.item("votes", item);
            let by = self.actor(&vote.by, || at.field("by"));
            let attestations = by.and_then(|_| self.attestations(at, vote.said(), &[], Sort::Vote));
            let (Some(by), Some(mut attestations)) = (by, attestations) else {
                self.leave_out([Matter::Votes(resolution)]);
                continue;
            };
            // A day of its own that can't be read isn't that of the resolution.
            let own = usize::from(vote.on.is_some());
            for attestation in attestations.iter_mut().skip(own) {
                if attestation.date.is_none() {
                    attestation.date = raw.on.as_ref().and_then(|on| crate::model::Date::parse(on.as_str()).ok());
                }
            }
            if let Some(first) = attestations.first_mut() {
                first.particulars.get_or_insert_default().vote = Some(vote.vote);
            }
            let fact = Fact::Vote { resolution, by, choice: vote.vote };
            let id = joined(["vote", raw.id.as_str(), vote.by.as_str()]);
            self.push(at, &vote.said(), Statement::new(id, fact, attestations));
        }
        let Some(roll) = &raw.roll_call else { return };
        let way = [Step::Field("roll_call")];
        let own = self.citations(&roll.sources, origin, &way);
        let inherited = if roll.sources.is_empty() { self.citations(&raw.sources, origin, &[]) } else { own };
        if inherited.is_empty() {
            self.leave_out([Matter::Votes(resolution)]);
            if roll.sources.is_empty() {
                let place = origin.value(way);
                self.report(Diagnostic::new(Code::NoSource, "a roll call without a source").at(place, "left out"));
            }
            return;
        }
        let date = raw.on.as_ref().and_then(|on| crate::model::Date::parse(on.as_str()).ok());
        for (list, choice, voters) in [
            ("roll_call.favour", Choice::Favour, &roll.favour),
            ("roll_call.against", Choice::Against, &roll.against),
            ("roll_call.abstaining", Choice::Abstaining, &roll.abstaining),
            ("roll_call.absent", Choice::Absent, &roll.absent),
        ] {
            for (item, voter) in voters.iter().enumerate() {
                let at = origin.item(list, item);
                let Some(by) = self.actor(voter, || at.into()) else {
                    self.leave_out([Matter::Votes(resolution)]);
                    continue;
                };
                let attestation = Attestation {
                    says: Says::Affirms,
                    rank: Rank::Normal,
                    date: date.clone(),
                    until: None,
                    sources: inherited.clone(),
                    particulars: None,
                };
                let id = joined(["vote", raw.id.as_str(), voter.as_str()]);
                let fact = Fact::Vote { resolution, by, choice };
                self.push(at, &Said::NOTHING, Statement::new(id, fact, vec![attestation]));
            }
        }
    }

    fn state_positions(&mut self, origin: Origin, dispute: DisputeIx, file: &'r raw::Dispute<'r>) {
        let inherited = self.citations(&file.sources, origin, &[]);
        for (item, raw) in file.positions.iter().enumerate() {
            let at = origin.item("positions", item);
            if self.state_position(at, (dispute, &file.id), raw, &inherited).is_none() {
                self.leave_out([Matter::Positions(dispute)]);
                let named = [self.known(&raw.by), self.known(&raw.backs)];
                self.left_out.about.extend(named.into_iter().flatten().map(Entity::Actor));
            }
        }
    }

    fn state_position(
        &mut self,
        at: Origin,
        (dispute, id): (DisputeIx, &Text<'_>),
        raw: &raw::Position<'_>,
        inherited: &[Citation],
    ) -> Option<()> {
        let by = self.actor(&raw.by, || at.field("by"))?;
        let backs = self.actor(&raw.backs, || at.field("backs"))?;
        self.differ(by, backs, at.field("backs"))?;
        let attestations = self.attestations(at, raw.said(), inherited, Sort::Position)?;
        let id = joined(["position", id.as_str(), raw.by.as_str()]);
        self.push(at, &raw.said(), Statement::new(id, Fact::Position { dispute, by, backs }, attestations));
        Some(())
    }

    /// That two parties aren't one; `None`, reported, where they are.
    fn differ(&mut self, one: ActorIx, other: ActorIx, place: Place) -> Option<()> {
        if one == other {
            self.report(Diagnostic::new(Code::SamePartyTwice, "both parties are the same").at(place, "left out"));
        }
        (one != other).then_some(())
    }
}

/// The parts of an id with slashes between them.
pub(super) fn joined<const N: usize>(parts: [&str; N]) -> Box<str> {
    parts.join("/").into()
}

/// `dated 1991-12-12`, for messages.
fn dated(statement: &Statement) -> String {
    statement.date().map_or_else(|| "undated".to_owned(), |date| format!("dated {date}"))
}
