//! Votes: only members cast them, and no more than were counted.

use std::collections::BTreeMap;

use super::{CheckInput, words};
use crate::diag::{Code, Diagnostic, Target};
use crate::model::{ActorIx, Choice, Day, Ends, Fact, Key, ResolutionIx, Standing, StatementIx, Tally};

/// Let only members vote. An organization without recorded members isn't judged.
pub(super) fn by_non_members(input: &CheckInput<'_>, found: &mut Vec<Diagnostic>) {
    let base = input.base;
    let mut rolls: BTreeMap<ActorIx, BTreeMap<ActorIx, Vec<StatementIx>>> = BTreeMap::new();
    for (ix, statement) in input.standing() {
        let Fact::Vote { resolution, by, .. } = statement.fact else { continue };
        let organization = base.owner_of(base[resolution].by);
        let members = rolls.entry(organization).or_insert_with(|| members(input, organization));
        if members.is_empty() {
            continue;
        }
        let (voter, organization) = (words::name(base, by), words::name(base, organization));
        let told = words::told(base, ix);
        let finding = match members.get(&by).map(Vec::as_slice) {
            None | Some([]) => {
                let message = format!("{told}, and isn't recorded as a member of {organization}");
                words::at(Diagnostic::new(Code::VoteByNonMember, message), base, ix)
            }
            Some(memberships) => {
                if memberships.iter().any(|&membership| can_overlap(input, membership, ix)) {
                    continue;
                }
                let periods: Vec<String> = memberships.iter().map(|&ix| words::dates(&base[ix])).collect();
                let message = format!("{told} when {voter} was no member of {organization} ({})", periods.join(", "));
                let finding = words::at(Diagnostic::new(Code::VoteByNonMember, message), base, ix);
                memberships.iter().fold(finding, |finding, &membership| words::at(finding, base, membership))
            }
        };
        found.push(finding.help_by_code());
    }
}

/// Record no more votes than were counted.
pub(super) fn more_than_counted(input: &CheckInput<'_>, found: &mut Vec<Diagnostic>) {
    let base = input.base;
    for (index, resolution) in base.resolutions.iter().enumerate() {
        let adopted = &base[resolution.adopted];
        let tallies: Vec<Tally> =
            adopted.attestations.iter().filter(|a| a.counts()).filter_map(|a| a.tally()).collect();
        if tallies.is_empty() || !adopted.stands() {
            continue;
        }
        let mut cast: BTreeMap<Choice, u32> = BTreeMap::new();
        for ix in base.under(Key::VotesOn(ResolutionIx::new(index))).filter(|&ix| base[ix].stands()) {
            // A vote that sources tell differently may count on either side.
            if let Fact::Vote { choice, .. } = base[ix].fact
                && !base[ix].is_contested()
            {
                *cast.entry(choice).or_default() += 1;
            }
        }
        for (choice, cast) in cast {
            let counted = tallies.iter().filter_map(|tally| counted(*tally, choice)).max();
            if let Some(counted) = counted.filter(|counted| *counted < cast) {
                let title = &resolution.title;
                let message =
                    format!("{cast} votes are recorded as \"{choice}\" on {title}, and sources count {counted}");
                let location = Target::Statement(resolution.adopted).field("tally");
                found.push(
                    Diagnostic::new(Code::MoreVotesThanCounted, message).at(location, &*adopted.id).help_by_code(),
                );
            }
        }
    }
}

fn counted(tally: Tally, choice: Choice) -> Option<u32> {
    match choice {
        Choice::Favour => Some(tally.favour),
        Choice::Against => Some(tally.against),
        Choice::Abstaining => Some(tally.abstaining),
        Choice::Absent => None,
    }
}

/// The memberships that carry a vote, by member.
fn members(input: &CheckInput<'_>, organization: ActorIx) -> BTreeMap<ActorIx, Vec<StatementIx>> {
    let base = input.base;
    let mut members: BTreeMap<ActorIx, Vec<StatementIx>> = BTreeMap::new();
    for ix in base.under(Key::MembersOf(organization)).filter(|&ix| base[ix].stands()) {
        if let Fact::Membership { member, standing, .. } = base[ix].fact
            && !matches!(standing, Standing::Observer | Standing::Associate)
        {
            members.entry(member).or_default().push(ix);
        }
    }
    members
}

fn can_overlap(input: &CheckInput<'_>, membership: StatementIx, act: StatementIx) -> bool {
    let (membership, act) = (&input.base[membership], &input.base[act]);
    let last = if let Ends::At(when) = &membership.ends { when.latest } else { Day::FUTURE };
    membership.begins.earliest <= act.begins.latest && act.begins.earliest <= last
}
