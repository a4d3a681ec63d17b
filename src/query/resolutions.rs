//! Resolutions: by body, by subject, with their votes.

use crate::form::Window;
use crate::model::{ActorIx, Band, Base, Choice, Entity, Fact, Key, ResolutionIx, StatementIx};

/// What is asked about resolutions. Without a limit: all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ResolutionsRequest {
    /// Adopted by this body, or by a body of this actor.
    pub by: Option<ActorIx>,
    /// About this, or doing something to it; of a dispute, its events are part.
    pub about: Option<Entity>,
    /// One resolution.
    pub one: Option<ResolutionIx>,
    /// Within which time; one whose date leaves it open is among them.
    pub window: Window,
}

impl ResolutionsRequest {
    /// All resolutions.
    pub fn all() -> Self {
        Self::default()
    }

    /// Only those of this body, or of a body of this actor.
    #[must_use]
    pub fn by(self, body: impl Into<Option<ActorIx>>) -> Self {
        Self { by: body.into(), ..self }
    }

    /// Only those about this.
    #[must_use]
    pub fn about(self, about: impl Into<Option<Entity>>) -> Self {
        Self { about: about.into(), ..self }
    }

    /// Only this one.
    #[must_use]
    pub fn one(self, resolution: impl Into<Option<ResolutionIx>>) -> Self {
        Self { one: resolution.into(), ..self }
    }

    /// Only those of this time.
    #[must_use]
    pub fn within(self, window: Window) -> Self {
        Self { window, ..self }
    }
}

/// The answer to a [`ResolutionsRequest`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ResolutionsAnswer {
    /// What was asked.
    pub request: ResolutionsRequest,
    /// The resolutions, oldest first.
    pub resolutions: Vec<ResolutionIx>,
}

/// Answers about resolutions.
pub fn resolutions(base: &Base, request: &ResolutionsRequest) -> ResolutionsAnswer {
    let about: Vec<Entity> = request.about.map(|entity| with_events(base, entity)).unwrap_or_default();
    let mut found: Vec<ResolutionIx> = (0..base.resolutions.len())
        .map(ResolutionIx::new)
        .filter(|&ix| request.one.is_none_or(|one| one == ix))
        .filter(|&ix| base[base[ix].adopted].stands())
        .filter(|&ix| request.by.is_none_or(|by| base.belongs_to(base[ix].by, by)))
        .filter(|&ix| {
            let adopted = &base[base[ix].adopted].begins;
            request.window.holds((adopted.earliest, adopted.latest)) != Band::No
        })
        .filter(|&ix| about.is_empty() || about.iter().any(|&entity| base[ix].concerns(entity)))
        .collect();
    found.sort_by_key(|&ix| {
        let when = &base[base[ix].adopted].begins;
        (when.earliest, when.latest, &base[ix].id)
    });
    ResolutionsAnswer { request: request.clone(), resolutions: found }
}

/// A dispute is about its events, too.
fn with_events(base: &Base, entity: Entity) -> Vec<Entity> {
    let mut found = vec![entity];
    if let Entity::Dispute(dispute) = entity {
        found.extend(
            base.records().filter(|other| matches!(other, Entity::Event(ix) if base[*ix].dispute == Some(dispute))),
        );
    }
    found
}

/// A vote with what the sources that count say it can have been.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct VoteCast {
    /// Whose it is.
    pub by: ActorIx,
    /// The statement of it.
    pub statement: StatementIx,
    /// The choice that is shown.
    pub choice: Choice,
    /// What it can have been; never empty.
    pub possible: Vec<Choice>,
}

impl VoteCast {
    /// The vote that a statement tells; `None` of what is no vote.
    pub fn of(base: &Base, statement: StatementIx) -> Option<Self> {
        let Fact::Vote { by, choice, .. } = base[statement].fact else { return None };
        Some(Self { by, statement, choice, possible: possible_choices(base, statement) })
    }

    /// Whether sources differ on it.
    pub fn is_open(&self) -> bool {
        self.possible.len() > 1
    }
}

/// What a vote can have been by the sources that count, each choice once; several where they differ. Never empty for a vote
/// that stands, and empty for what is no vote.
pub fn possible_choices(base: &Base, vote: StatementIx) -> Vec<Choice> {
    let Fact::Vote { choice, .. } = base[vote].fact else { return Vec::new() };
    let mut found = Vec::new();
    for said in base[vote].attestations.iter().filter(|said| said.counts()) {
        let choice = said.vote().unwrap_or(choice);
        if !found.contains(&choice) {
            found.push(choice);
        }
    }
    found
}

/// How sure it is that a vote was of a choice, by the sources that count.
pub fn is_of_choice(base: &Base, vote: StatementIx, choice: Choice) -> Band {
    let possible = possible_choices(base, vote);
    Band::of(possible == [choice] && !base[vote].is_denied(), possible.contains(&choice))
}

impl ResolutionsAnswer {
    /// The roll call of a resolution, by choice and then by the voter's id.
    pub fn roll_call(base: &Base, resolution: ResolutionIx) -> Vec<(Choice, ActorIx, StatementIx)> {
        let mut votes: Vec<(Choice, ActorIx, StatementIx)> = base
            .under(Key::VotesOn(resolution))
            .filter(|&ix| base[ix].stands())
            .filter_map(|ix| match base[ix].fact {
                Fact::Vote { by, choice, .. } => Some((choice, by, ix)),
                _ => None,
            })
            .collect();
        votes.sort_by_key(|&(choice, by, _)| (choice, &base[by].id));
        votes
    }
}
