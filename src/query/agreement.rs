//! Agreement: how two actors, or each two of several, voted on the same texts.

use std::collections::BTreeMap;

use super::{ResolutionsRequest, VoteCast, resolutions};
use crate::model::{ActorIx, Band, Base, Choice, Fact, Key, ResolutionIx, StatementIx, closed};

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
#[non_exhaustive]
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
#[non_exhaustive]
pub struct AgreementAnswer {
    /// What was asked.
    pub request: AgreementRequest,
    /// The roll calls in which the vote of both is recorded, oldest first.
    pub ballots: Vec<Ballot>,
    /// In how many more only the vote of the one is recorded, and in how many only that of the other. What isn't recorded
    /// is neither absence nor dissent.
    pub alone: [usize; 2],
}

/// What is asked about the votes of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementsRequest {
    /// The actors, each once, in the order of the question.
    pub actors: Vec<ActorIx>,
    /// On which resolutions, adopted within which time.
    pub on: ResolutionsRequest,
}

/// In how many roll calls the votes of two stood how to each other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Accords([usize; 5]);

/// The answer to an [`AgreementsRequest`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AgreementsAnswer {
    /// What was asked.
    pub request: AgreementsRequest,
    /// The votes of each two, by their places in the request: the same from both sides, and nothing of one with itself.
    pub pairs: Vec<Vec<Accords>>,
    /// The roll calls in which the votes of at least two are recorded, oldest first.
    pub ballots: Vec<ResolutionIx>,
    /// Those among them in which it hangs on a vote that sources differ on how two stand to each other.
    pub open: Vec<ResolutionIx>,
    /// Those among them of which the date leaves open whether they are within the time asked for.
    pub perhaps: Vec<ResolutionIx>,
    /// The statements of the votes in them.
    pub votes: Vec<StatementIx>,
}

/// Answers how two actors voted on the same texts. Each acts under its own name alone: votes of whom it continues are not
/// its own.
pub fn agreement(base: &Base, request: &AgreementRequest) -> AgreementAnswer {
    let mut found = AgreementAnswer { request: request.clone(), ballots: Vec::new(), alone: [0, 0] };
    for (resolution, band) in adopted(base, &request.on) {
        match request.actors.map(|actor| votes(base, resolution, &[actor]).pop().flatten()) {
            [Some(one), Some(other)] => found.ballots.push(Ballot {
                resolution,
                choices: [one.choice, other.choice],
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

/// Answers how each two of several voted on the same texts; see [`agreement`].
pub fn agreements(base: &Base, request: &AgreementsRequest) -> AgreementsAnswer {
    let among = request.actors.len();
    let mut found = AgreementsAnswer {
        request: request.clone(),
        pairs: vec![vec![Accords::default(); among]; among],
        ballots: Vec::new(),
        open: Vec::new(),
        perhaps: Vec::new(),
        votes: Vec::new(),
    };
    for (resolution, band) in adopted(base, &request.on) {
        let votes = votes(base, resolution, &request.actors);
        let cast: Vec<(usize, &VoteCast)> =
            votes.iter().enumerate().filter_map(|(n, vote)| Some((n, vote.as_ref()?))).collect();
        if cast.len() < 2 {
            continue;
        }
        found.ballots.push(resolution);
        if band != Band::Certain {
            found.perhaps.push(resolution);
        }
        found.votes.extend(cast.iter().map(|(_, vote)| vote.statement));
        for (n, &(a, one)) in cast.iter().enumerate() {
            for &(b, other) in &cast[n + 1..] {
                let accord = accord(&one.possible, &other.possible);
                found.pairs[a][b].0[accord as usize] += 1;
                found.pairs[b][a].0[accord as usize] += 1;
                if accord == Accord::Open && found.open.last() != Some(&resolution) {
                    found.open.push(resolution);
                }
            }
        }
    }
    found
}

/// The resolutions that are asked for, with whether each was certainly adopted within the time.
fn adopted(base: &Base, on: &ResolutionsRequest) -> impl Iterator<Item = (ResolutionIx, Band)> {
    let window = on.window;
    resolutions(base, on).resolutions.into_iter().filter_map(move |resolution| {
        let adopted = &base[base[resolution].adopted].begins;
        let band = window.holds((adopted.earliest, adopted.latest));
        (band != Band::No).then_some((resolution, band))
    })
}

/// The votes of these actors on a resolution, in their order.
fn votes(base: &Base, resolution: ResolutionIx, actors: &[ActorIx]) -> Vec<Option<VoteCast>> {
    let places: BTreeMap<ActorIx, usize> = actors.iter().enumerate().map(|(n, &actor)| (actor, n)).collect();
    let mut found: Vec<Option<VoteCast>> = actors.iter().map(|_| None).collect();
    for statement in base.under(Key::VotesOn(resolution)).filter(|&ix| base[ix].stands()) {
        let Fact::Vote { by, .. } = base[statement].fact else { continue };
        if let Some(place) = places.get(&by).map(|&n| &mut found[n])
            && place.is_none()
        {
            *place = VoteCast::of(base, statement);
        }
    }
    found
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

impl Accords {
    /// In how many roll calls the votes stand so to each other.
    pub fn count(&self, accord: Accord) -> usize {
        self.0[accord as usize]
    }

    /// In how many both took part and nothing is open.
    pub fn compared(&self) -> usize {
        self.count(Accord::Same) + self.count(Accord::Apart) + self.count(Accord::Opposed)
    }

    /// In how many hundredths of these they voted alike, rounded; 0 and 100 only where it was none and all. `None` where there
    /// are none to compare.
    pub fn share(&self) -> Option<u8> {
        let (same, compared) = (self.count(Accord::Same), self.compared());
        match same {
            _ if compared == 0 => None,
            0 => Some(0),
            _ if same == compared => Some(100),
            _ => Some(((200 * same + compared) / (2 * compared)).clamp(1, 99) as u8),
        }
    }
}
