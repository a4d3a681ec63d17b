//! Votes: one by one, and in a roll call.

use super::super::raw::{self, StatementFields};
use super::Resolver;
use super::attest::Sort;
use super::statements::joined;
use crate::diag::{Code, Diagnostic, Origin, PathStep};
use crate::model::{Attestation, Choice, Fact, Matter, Rank, ResolutionIx, Says, Statement};

impl<'r> Resolver<'r> {
    /// Votes: each is cast on the day of the resolution, if its own record doesn't say otherwise.
    pub(super) fn state_votes(&mut self, origin: Origin, resolution: ResolutionIx, raw: &'r raw::Resolution<'r>) {
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
        let way = [PathStep::Field("roll_call")];
        let own = self.citations(&roll.sources, origin, &way);
        let inherited = if roll.sources.is_empty() { self.citations(&raw.sources, origin, &[]) } else { own };
        if inherited.is_empty() {
            self.leave_out([Matter::Votes(resolution)]);
            if roll.sources.is_empty() {
                let location = origin.value(way);
                self.report(Diagnostic::new(Code::NoSource, "a roll call without a source").at(location, "left out"));
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
                self.push(at, &StatementFields::NOTHING, Statement::new(id, fact, vec![attestation]));
            }
        }
    }
}
