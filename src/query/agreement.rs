//! Agreement: how two actors voted on the same texts.

use super::{ResolutionsRequest, resolutions};
use crate::model::{ActorIx, Attestation, Band, Base, Choice, Fact, Key, ResolutionIx, StatementIx, closed};

closed! {
    /// How two votes on one text stand to each other.
    pub enum Accord {
        /// Both voted alike: both in favour, both against, or both abstaining.
        Same => "same",
        /// One abstained, and the other voted in favour or against.
        Apart => "apart",
        /// One voted in favour, and the other against.
        Opposed => "opposed",
        /// One of them, or both, weren't there or didn't vote.
        Absent => "absent",
        /// Sources differ on a vote, and on that it hangs.
        Open => "open",
    }
}

impl Accord {
    /// How two votes stand to each other.
    fn of([one, other]: [Choice; 2]) -> Self {
        match (one, other) {
            (Choice::Absent, _) | (_, Choice::Absent) => Self::Absent,
            _ if one == other => Self::Same,
            (Choice::Abstaining, _) | (_, Choice::Abstaining) => Self::Apart,
            _ => Self::Opposed,
        }
    }
}

/// What is asked about the votes of two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementRequest {
    /// The two, in the order of the question.
    pub actors: [ActorIx; 2],
    /// On which resolutions, adopted within which time.
    pub on: ResolutionsRequest,
}

/// The votes of both on one resolution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ballot {
    /// On what.
    pub resolution: ResolutionIx,
    /// The vote of each that is shown, in the order of the request.
    pub choices: [Choice; 2],
    /// The statements of the votes, likewise.
    pub votes: [StatementIx; 2],
    /// How the votes stand to each other.
    pub accord: Accord,
    /// Whether the resolution was certainly adopted within the time asked for; never [`Band::No`].
    pub band: Band,
}

/// The answer to an [`AgreementRequest`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementAnswer {
    /// What was asked.
    pub request: AgreementRequest,
    /// The roll calls in which the vote of both is recorded, oldest first.
    pub ballots: Vec<Ballot>,
    /// In how many more only the vote of the one is recorded, and in how many only that of the other. What isn't recorded
    /// is neither absence nor dissent.
    pub alone: [usize; 2],
}

/// Answers how two actors voted on the same texts. Each acts under its own name alone: votes of whom it continues are not
/// its own.
pub fn agreement(base: &Base, request: &AgreementRequest) -> AgreementAnswer {
    let mut found = AgreementAnswer { request: request.clone(), ballots: Vec::new(), alone: [0, 0] };
    for resolution in resolutions(base, &request.on).resolutions {
        let adopted = &base[base[resolution].adopted].begins;
        let band = request.on.window.holds(adopted.earliest, adopted.latest);
        if band == Band::No {
            continue;
        }
        match request.actors.map(|actor| vote(base, resolution, actor)) {
            [Some(one), Some(other)] => found.ballots.push(Ballot {
                resolution,
                choices: [one.shown, other.shown],
                votes: [one.statement, other.statement],
                accord: accord(&one.possible, &other.possible),
                band,
            }),
            [Some(_), None] => found.alone[0] += 1,
            [None, Some(_)] => found.alone[1] += 1,
            [None, None] => {}
        }
    }
    found
}

/// The vote of an actor on a resolution.
struct Vote {
    statement: StatementIx,
    shown: Choice,
    /// What it can have been by the sources that count; never empty.
    possible: Vec<Choice>,
}

fn vote(base: &Base, resolution: ResolutionIx, actor: ActorIx) -> Option<Vote> {
    base.under(Key::VotesOn(resolution)).find_map(|statement| match base[statement].fact {
        Fact::Vote { by, choice, .. } if by == actor && base[statement].stands() => {
            let counting = base[statement].attestations.iter().filter(|said| said.counts());
            let possible = counting.map(|said: &Attestation| said.vote().unwrap_or(choice)).collect();
            Some(Vote { statement, shown: choice, possible })
        }
        _ => None,
    })
}

/// How the votes stand to each other by every choice between sources.
fn accord(one: &[Choice], other: &[Choice]) -> Accord {
    let mut all = one.iter().flat_map(|&one| other.iter().map(move |&other| Accord::of([one, other])));
    let first = all.next().unwrap_or(Accord::Open);
    if all.all(|accord| accord == first) { first } else { Accord::Open }
}

impl AgreementAnswer {
    /// In how many roll calls the votes stand so to each other.
    pub fn count(&self, accord: Accord) -> usize {
        self.ballots.iter().filter(|ballot| ballot.accord == accord).count()
    }

    /// The roll calls in which both took part and didn't certainly vote alike.
    pub fn differing(&self) -> impl Iterator<Item = &Ballot> {
        self.ballots.iter().filter(|ballot| !matches!(ballot.accord, Accord::Same | Accord::Absent))
    }
}
