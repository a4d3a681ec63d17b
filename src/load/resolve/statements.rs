//! Statements: acts and what lasts, with their ids.

use std::sync::Arc;

use rayon::prelude::*;

use super::super::raw::{self, Root, StatementFields, Text};
use super::attest::Sort;
use super::{Resolver, owned};
use crate::diag::{Code, Diagnostic, FileIx, Location, Origin};
use crate::model::{
    ActorIx, Citation, Closed, DisputeIx, Entity, Fact, Matter, Slug, Statement, StatementIx, TreatyIx, id_hash,
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
    pub(super) fn push_own(&mut self, at: Origin, said: &StatementFields<'_, '_>, statement: Statement) -> StatementIx {
        let statement = self.finish(at, said, statement);
        self.keep(at, id_hash(&statement.id), statement)
    }

    /// Adds a statement of this file.
    pub(super) fn push(&mut self, at: Origin, said: &StatementFields<'_, '_>, statement: Statement) {
        let statement = self.finish(at, said, statement);
        self.statements.push(statement);
        self.origins.statements.push(at);
    }

    /// Fills in the fields that all statements have.
    fn finish(&mut self, at: Origin, said: &StatementFields<'_, '_>, mut statement: Statement) -> Statement {
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
        statement.after = owned(said.after);
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
        let fact =
            Fact::Membership { organization, member, standing: raw.standing.unwrap_or_default(), ended: raw.ended };
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
    pub(super) fn differ(&mut self, one: ActorIx, other: ActorIx, location: Location) -> Option<()> {
        if one == other {
            self.report(Diagnostic::new(Code::SamePartyTwice, "both parties are the same").at(location, "left out"));
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
