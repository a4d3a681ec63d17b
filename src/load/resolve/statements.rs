//! Statements: acts and what lasts, with their ids.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::super::raw::{self, Root, Said, Text};
use super::attest::Sort;
use super::{Resolver, owned};
use crate::diag::{Code, Diagnostic, FileIx, Origin, Place, Step};
use crate::model::{
    ActorIx, Attestation, Choice, Citation, Closed, DisputeIx, Entity, Fact, Pair, Rank, RecognitionAct, RelationsAct,
    ResolutionIx, Says, Slug, Statement, StatementIx, TreatyIx,
};

impl<'r> Resolver<'r, '_> {
    /// Makes the statements of all files, in their order.
    pub(super) fn state(&mut self, files: &[(FileIx, &'r Root<'r>)]) {
        for &(file, root) in files {
            let origin = Origin::file(file);
            match root {
                Root::Country(raw) => self.state_actor(origin, &raw.id, &raw.sources, &raw.existence, &raw.succeeds),
                Root::Organization(raw) => {
                    self.state_actor(origin, &raw.id, &raw.sources, &raw.existence, &raw.succeeds)
                }
                Root::Memberships(raw) => self.state_memberships(origin, raw),
                Root::Recognitions(raw) => self.state_recognitions(origin, raw),
                Root::Relations(raw) => self.state_relations(origin, raw),
                Root::Treaty(raw) => self.state_treaty(origin, raw),
                Root::Resolutions(raw::Resolutions(list)) => {
                    for (item, raw) in list.iter().enumerate() {
                        if let Some(Entity::Resolution(ix)) = self.own(&raw.id) {
                            self.state_votes(origin.item("", item), ix, raw);
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
    }

    /// What a record that was admitted is; `None` for one that was left out.
    fn own(&mut self, id: &Text<'_>) -> Option<Entity> {
        self.ids.find(id.as_str())
    }

    /// Adds a statement with the fields that all have. A second one with the same id is left out with a diagnostic;
    /// the handle of the first is returned.
    pub(super) fn push(&mut self, at: Origin, said: &Said<'_, '_>, mut statement: Statement) -> StatementIx {
        if let Some(tag) = said.tag {
            match Slug::parse(tag.as_str()) {
                Ok(tag) => statement.id = format!("{}/{tag}", statement.id).into(),
                Err(error) => {
                    let message = format!("{:?} is not a tag: {error}", tag.as_str());
                    self.report(Diagnostic::new(Code::BadId, message).at(at.field("tag"), ""));
                }
            }
        }
        statement.contest = owned(said.contest);
        statement.withdrawn = owned(said.withdrawn);
        let mut hasher = DefaultHasher::new();
        statement.id.hash(&mut hasher);
        let ix = StatementIx::new(self.statements.len());
        let first = *self.seen.entry(hasher.finish()).or_insert(ix);
        if first != ix && self.statements[first.index()].id == statement.id {
            let message = format!("the statement {:?} is made twice", statement.id);
            let earlier = self.origins.statements[first.index()];
            self.report(
                Diagnostic::new(Code::SameActTwice, message)
                    .at(at, format!("again, {}; this one is left out", dated(&statement)))
                    .at(earlier, format!("first here, {}", dated(&self.statements[first.index()])))
                    .help_by_code(),
            );
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
        let Some(Entity::Actor(actor)) = self.own(id) else { return };
        let inherited = self.citations(sources, origin, &[]);
        for (item, raw) in existence.iter().enumerate() {
            let at = origin.item("existence", item);
            if let Some(attestations) = self.attestations(at, raw.said(), &inherited, Sort::Lasts) {
                let id = format!("existence/{}", id.as_str());
                self.push(at, &raw.said(), Statement::new(id.into(), Fact::Existence { actor }, attestations));
            }
        }
        for (item, raw) in succeeds.iter().enumerate() {
            let at = origin.item("succeeds", item);
            let Some(predecessor) = self.actor(&raw.country, || at.field("country")) else { continue };
            if self.is_same(actor, predecessor, at.field("country")) {
                continue;
            }
            if let Some(attestations) = self.attestations(at, raw.said(), &inherited, Sort::Act) {
                let id = format!("succession/{}/{}", id.as_str(), raw.country.as_str());
                let fact = Fact::Succession { successor: actor, predecessor, form: raw.how };
                self.push(at, &raw.said(), Statement::new(id.into(), fact, attestations));
            }
        }
    }

    fn state_memberships(&mut self, origin: Origin, file: &'r raw::Memberships<'r>) {
        let Some(organization) = self.actor(&file.of, || origin.field("of")) else { return };
        let inherited = self.citations(&file.sources, origin, &[]);
        for (item, raw) in file.members.iter().enumerate() {
            let at = origin.item("members", item);
            let Some(member) = self.actor(&raw.member, || at.field("member")) else { continue };
            if self.is_same(organization, member, at.field("member")) {
                continue;
            }
            if let Some(attestations) = self.attestations(at, raw.said(), &inherited, Sort::Lasts) {
                let id = format!("membership/{}/{}", file.of.as_str(), raw.member.as_str());
                let fact = Fact::Membership { organization, member, standing: raw.standing.unwrap_or_default() };
                self.push(at, &raw.said(), Statement::new(id.into(), fact, attestations));
            }
        }
    }

    fn state_recognitions(&mut self, origin: Origin, file: &'r raw::Recognitions<'r>) {
        let Some(of) = self.actor(&file.of, || origin.field("of")) else { return };
        let inherited = self.citations(&file.sources, origin, &[]);
        for (item, raw) in file.acts.iter().enumerate() {
            let at = origin.item("acts", item);
            let Some(by) = self.actor(&raw.by, || at.field("by")) else { continue };
            if self.is_same(of, by, at.field("by")) {
                continue;
            }
            let act = raw.act.unwrap_or_default();
            let sort = if act == RecognitionAct::Withheld { Sort::Lasts } else { Sort::Act };
            let Some(attestations) = self.attestations(at, raw.said(), &inherited, sort) else { continue };
            let instead_of = raw.instead_of.as_ref().and_then(|id| self.actor(id, || at.field("instead_of")));
            let mut id = format!("recognition/{}/{}", file.of.as_str(), raw.by.as_str());
            if act != RecognitionAct::Recognized {
                id = format!("{id}/{}", act.name());
            }
            let fact = Fact::Recognition {
                of,
                by,
                act,
                form: raw.form.unwrap_or_default(),
                capacity: raw.capacity.unwrap_or_default(),
                instead_of,
            };
            self.push(at, &raw.said(), Statement::new(id.into(), fact, attestations));
        }
    }

    fn state_relations(&mut self, origin: Origin, file: &'r raw::Relations<'r>) {
        let Some(of) = self.actor(&file.of, || origin.field("of")) else { return };
        let inherited = self.citations(&file.sources, origin, &[]);
        for (number, raw_pair) in file.pairs.iter().enumerate() {
            let outer = origin.item("pairs", number);
            let Some(with) = self.actor(&raw_pair.with, || outer.field("with")) else { continue };
            let Some(pair) = Pair::new(of, with) else {
                self.is_same(of, with, outer.field("with"));
                continue;
            };
            let own = self.citations(&raw_pair.sources, outer, &[]);
            let inherited = if own.is_empty() { &inherited } else { &own };
            let (a, b) = (file.of.as_str(), raw_pair.with.as_str());
            let (first, second) = if a < b { (a, b) } else { (b, a) };
            for (item, raw) in raw_pair.acts.iter().enumerate() {
                let at = outer.item("acts", item);
                let by = match &raw.by {
                    Some(id) => {
                        let Some(by) = self.actor(id, || at.field("by")) else { continue };
                        if !pair.parties().contains(&by) {
                            let message = format!("{:?} is neither of the two parties", id.as_str());
                            self.report(Diagnostic::new(Code::WrongKind, message).at(at.field("by"), "left out"));
                            continue;
                        }
                        Some(by)
                    }
                    None if raw.act.is_of_mission() => {
                        let message = "a mission is sent by one of the two parties: \"by\" is missing";
                        self.report(Diagnostic::new(Code::MissingField, message).at(at, "left out"));
                        continue;
                    }
                    None => None,
                };
                let sort = if raw.act == RelationsAct::Absent { Sort::Lasts } else { Sort::Act };
                let Some(attestations) = self.attestations(at, raw.said(), inherited, sort) else { continue };
                let mut id = format!("relations/{first}/{second}/{}", raw.act.name());
                if let Some(by) = &raw.by {
                    id = format!("{id}/{}", by.as_str());
                }
                let fact = Fact::Relations { pair, act: raw.act, by, level: raw.level, at: owned(raw.at.as_ref()) };
                self.push(at, &raw.said(), Statement::new(id.into(), fact, attestations));
            }
        }
    }

    fn state_treaty(&mut self, origin: Origin, file: &'r raw::Treaty<'r>) {
        let Some(Entity::Treaty(treaty)) = self.own(&file.id) else { return };
        let inherited = self.citations(&file.sources, origin, &[]);
        for (item, raw) in file.acts.iter().enumerate() {
            let at = origin.item("acts", item);
            self.state_treaty_act(at, treaty, file.id.as_str(), raw, &inherited);
        }
    }

    fn state_treaty_act(
        &mut self,
        at: Origin,
        treaty: TreatyIx,
        id: &str,
        raw: &'r raw::TreatyDone<'r>,
        inherited: &[Citation],
    ) {
        let mut id = format!("treaty/{id}/{}", raw.act.name());
        let mut party = None;
        if let Some(by) = &raw.by {
            let Some(found) = self.actor(by, || at.field("by")) else { return };
            party = Some(found);
            id = format!("{id}/{}", by.as_str());
        }
        let Some(attestations) = self.attestations(at, raw.said(), inherited, Sort::Act) else { return };
        let fact = Fact::Treaty { treaty, act: raw.act, party };
        self.push(at, &raw.said(), Statement::new(id.into(), fact, attestations));
    }

    /// Votes: each is cast on the day of the resolution, if its own record doesn't say otherwise.
    fn state_votes(&mut self, origin: Origin, resolution: ResolutionIx, raw: &'r raw::Resolution<'r>) {
        for (item, vote) in raw.votes.iter().enumerate() {
            let at = origin.item("votes", item);
            let Some(by) = self.actor(&vote.by, || at.field("by")) else { continue };
            let Some(mut attestations) = self.attestations(at, vote.said(), &[], Sort::Vote) else { continue };
            for attestation in &mut attestations {
                if attestation.date.is_none() {
                    attestation.date = raw.on.as_ref().and_then(|on| crate::model::Date::parse(on.as_str()).ok());
                }
            }
            if let Some(first) = attestations.first_mut() {
                first.particulars.get_or_insert_default().vote = Some(vote.vote);
            }
            let fact = Fact::Vote { resolution, by, choice: vote.vote };
            let id = format!("vote/{}/{}", raw.id.as_str(), vote.by.as_str());
            self.push(at, &vote.said(), Statement::new(id.into(), fact, attestations));
        }
        let Some(roll) = &raw.roll_call else { return };
        let way = [Step::Field("roll_call")];
        let own = self.citations(&roll.sources, origin, &way);
        let inherited = if roll.sources.is_empty() { self.citations(&raw.sources, origin, &[]) } else { own };
        if inherited.is_empty() {
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
                let Some(by) = self.actor(voter, || at.into()) else { continue };
                let attestation = Attestation {
                    says: Says::Affirms,
                    rank: Rank::Normal,
                    date: date.clone(),
                    until: None,
                    sources: inherited.clone(),
                    particulars: None,
                };
                let id = format!("vote/{}/{}", raw.id.as_str(), voter.as_str());
                let fact = Fact::Vote { resolution, by, choice };
                self.push(at, &Said::NOTHING, Statement::new(id.into(), fact, vec![attestation]));
            }
        }
    }

    fn state_positions(&mut self, origin: Origin, dispute: DisputeIx, file: &'r raw::Dispute<'r>) {
        let inherited = self.citations(&file.sources, origin, &[]);
        for (item, raw) in file.positions.iter().enumerate() {
            let at = origin.item("positions", item);
            let Some(by) = self.actor(&raw.by, || at.field("by")) else { continue };
            let Some(backs) = self.actor(&raw.backs, || at.field("backs")) else { continue };
            if self.is_same(by, backs, at.field("backs")) {
                continue;
            }
            let Some(attestations) = self.attestations(at, raw.said(), &inherited, Sort::Position) else { continue };
            let id = format!("position/{}/{}", file.id.as_str(), raw.by.as_str());
            self.push(at, &raw.said(), Statement::new(id.into(), Fact::Position { dispute, by, backs }, attestations));
        }
    }

    fn is_same(&mut self, one: ActorIx, other: ActorIx, place: Place) -> bool {
        if one == other {
            self.report(Diagnostic::new(Code::SamePartyTwice, "both parties are the same").at(place, "left out"));
        }
        one == other
    }
}

/// `dated 1991-12-12`, for messages.
fn dated(statement: &Statement) -> String {
    statement.date().map_or_else(|| "undated".to_owned(), |date| format!("dated {date}"))
}
