//! Statements: the unit of everything.

use super::closed::closed;
use super::when::{combine_dates, combine_ends};
use super::{ActorIx, Attestation, Band, Date, Day, DisputeIx, Ends, EventIx, ResolutionIx, Says, TreatyIx, When};

/// One dated, sourced fact: an act, or a state that lasts.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// The permanent id, made of what is stated and never of its date.
    pub id: Box<str>,
    /// What is stated.
    pub fact: Fact,
    /// What sources say of it; never empty.
    pub attestations: Vec<Attestation>,
    /// Why the attestations differ, as far as anybody knows.
    pub contest: Option<Box<str>>,
    /// Why it was retracted from the base. It stays to be seen and counts for nothing.
    pub withdrawn: Option<Box<str>>,
    /// The day of the act, or the first day of what lasts.
    pub begins: When,
    /// The end of what lasts.
    pub ends: Ends,
}

/// What a statement states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// An actor exists.
    Existence {
        /// The actor.
        actor: ActorIx,
    },
    /// One actor follows another.
    Succession {
        /// Who follows.
        successor: ActorIx,
        /// Whom.
        predecessor: ActorIx,
        /// In which way.
        form: SuccessionForm,
    },
    /// One actor recognizes another, or takes that back, or refuses it.
    Recognition {
        /// Who is recognized.
        of: ActorIx,
        /// Who recognizes.
        by: ActorIx,
        /// What is done.
        act: RecognitionAct,
        /// In which form.
        form: RecognitionForm,
        /// As what.
        capacity: Capacity,
        /// Whose recognition ended with it.
        instead_of: Option<ActorIx>,
    },
    /// Something in the relations of a pair.
    Relations {
        /// The two parties.
        pair: Pair,
        /// What happened.
        act: RelationsAct,
        /// Who acted or sent the mission; `None` where both did.
        by: Option<ActorIx>,
        /// The level of the mission.
        level: Option<Level>,
        /// The town.
        at: Option<Box<str>>,
    },
    /// An actor belongs to an organization or a group.
    Membership {
        /// The organization.
        organization: ActorIx,
        /// The member.
        member: ActorIx,
        /// As what.
        standing: Standing,
    },
    /// An act under the law of treaties.
    Treaty {
        /// The treaty.
        treaty: TreatyIx,
        /// What is done.
        act: TreatyAct,
        /// The party; `None` for the treaty as a whole.
        party: Option<ActorIx>,
    },
    /// A body adopts a resolution.
    Resolution {
        /// The resolution.
        resolution: ResolutionIx,
    },
    /// An actor votes.
    Vote {
        /// On what.
        resolution: ResolutionIx,
        /// Who votes.
        by: ActorIx,
        /// How.
        choice: Choice,
    },
    /// An actor backs a claimant in a dispute.
    Position {
        /// The dispute.
        dispute: DisputeIx,
        /// Who backs.
        by: ActorIx,
        /// Whom.
        backs: ActorIx,
    },
    /// An event happens.
    Event {
        /// The event.
        event: EventIx,
    },
}

closed! {
    /// The kinds of statements, one for each form of [`Fact`].
    pub enum Kind {
        /// [`Fact::Existence`]
        Existence => "existence",
        /// [`Fact::Succession`]
        Succession => "succession",
        /// [`Fact::Recognition`]
        Recognition => "recognition",
        /// [`Fact::Relations`]
        Relations => "relations",
        /// [`Fact::Membership`]
        Membership => "membership",
        /// [`Fact::Treaty`]
        Treaty => "treaty",
        /// [`Fact::Resolution`]
        Resolution => "resolution",
        /// [`Fact::Vote`]
        Vote => "vote",
        /// [`Fact::Position`]
        Position => "position",
        /// [`Fact::Event`]
        Event => "event",
    }
}

/// Two different actors, in the order of their handles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pair {
    first: ActorIx,
    second: ActorIx,
}

impl Pair {
    /// The pair of these two; `None` when they are the same.
    pub fn new(one: ActorIx, other: ActorIx) -> Option<Self> {
        (one != other).then(|| Self { first: one.min(other), second: one.max(other) })
    }

    /// Both, in the order of their handles.
    pub fn parties(self) -> [ActorIx; 2] {
        [self.first, self.second]
    }

    /// The one that isn't `actor`.
    pub fn other(self, actor: ActorIx) -> ActorIx {
        if self.first == actor { self.second } else { self.first }
    }
}

closed! {
    /// How one actor follows another.
    pub enum SuccessionForm {
        /// The same legal person under another name or government.
        Continuation => "continuation",
        /// A part leaves, the rest goes on.
        Separation => "separation",
        /// The whole ends.
        Dissolution => "dissolution",
        /// Several become one.
        Unification => "unification",
        /// What was interrupted goes on.
        Restoration => "restoration",
        /// Only the name changes.
        Renaming => "renaming",
    }
}

closed! {
    /// What an actor does about recognizing another.
    #[derive(Default)]
    pub enum RecognitionAct {
        /// Recognizes.
        #[default]
        Recognized => "recognized",
        /// Takes recognition back.
        Withdrawn => "withdrawn",
        /// Suspends it.
        Suspended => "suspended",
        /// Refuses it, for a time: this one lasts.
        Withheld => "withheld",
    }
}

closed! {
    /// The form of a recognition.
    #[derive(Default)]
    pub enum RecognitionForm {
        /// By right, and the form where sources name none.
        #[default]
        DeJure => "de-jure",
        /// In fact.
        DeFacto => "de-facto",
        /// By conduct.
        Implied => "implied",
    }
}

closed! {
    /// As what an actor is recognized.
    #[derive(Default)]
    pub enum Capacity {
        /// As a state.
        #[default]
        State => "state",
        /// As the government of a state.
        Government => "government",
    }
}

closed! {
    /// What happens in the relations of a pair.
    pub enum RelationsAct {
        /// They agree to establish or resume relations.
        Agreed => "agreed",
        /// Relations begin.
        Established => "established",
        /// Relations go on at a lower level.
        Downgraded => "downgraded",
        /// Relations rest.
        Suspended => "suspended",
        /// Relations are broken off.
        Severed => "severed",
        /// Relations begin again.
        Resumed => "resumed",
        /// There are none: this one lasts.
        Absent => "absent",
        /// A mission opens.
        MissionOpened => "mission-opened",
        /// A mission gets a higher level.
        MissionRaised => "mission-raised",
        /// A mission gets a lower level.
        MissionLowered => "mission-lowered",
        /// A mission moves to another town.
        MissionMoved => "mission-moved",
        /// A mission stops its work for a time.
        MissionSuspended => "mission-suspended",
        /// A mission closes.
        MissionClosed => "mission-closed",
    }
}

closed! {
    /// The level of a mission.
    pub enum Level {
        /// An embassy.
        Embassy => "embassy",
        /// A legation.
        Legation => "legation",
        /// A liaison office.
        LiaisonOffice => "liaison-office",
        /// An interests section in another's embassy.
        InterestsSection => "interests-section",
        /// Accredited from a third country.
        NonResident => "non-resident",
        /// A consulate of any rank.
        Consulate => "consulate",
    }
}

closed! {
    /// As what an actor belongs to an organization.
    #[derive(Default)]
    pub enum Standing {
        /// A member.
        #[default]
        Member => "member",
        /// A founding member.
        Founder => "founder",
        /// An associate member.
        Associate => "associate",
        /// An observer.
        Observer => "observer",
        /// A member whose rights are suspended.
        Suspended => "suspended",
    }
}

closed! {
    /// An act under the law of treaties.
    pub enum TreatyAct {
        /// The text is adopted.
        Adopted => "adopted",
        /// The text is initialled.
        Initialled => "initialled",
        /// Signed.
        Signed => "signed",
        /// Ratified: consent to be bound.
        Ratified => "ratified",
        /// Accepted: consent to be bound.
        Accepted => "accepted",
        /// Approved: consent to be bound.
        Approved => "approved",
        /// Acceded: consent to be bound.
        Acceded => "acceded",
        /// Succeeded to another's obligations: consent to be bound.
        Succeeded => "succeeded",
        /// Applied before it is in force.
        ProvisionallyApplied => "provisionally-applied",
        /// In force.
        EnteredIntoForce => "entered-into-force",
        /// Its operation rests.
        Suspended => "suspended",
        /// Denounced.
        Denounced => "denounced",
        /// The party withdraws.
        Withdrawn => "withdrawn",
        /// It ends.
        Terminated => "terminated",
    }
}

closed! {
    /// How an actor votes.
    pub enum Choice {
        /// In favour.
        Favour => "favour",
        /// Against.
        Against => "against",
        /// Abstaining.
        Abstaining => "abstaining",
        /// Not there, or not voting.
        Absent => "absent",
    }
}

impl Level {
    /// Whether a mission of this level exists only within diplomatic relations.
    pub fn needs_relations(self) -> bool {
        matches!(self, Self::Embassy | Self::Legation | Self::NonResident)
    }
}

impl TreatyAct {
    /// Whether the act expresses a party's consent to be bound (Vienna Convention on the Law of Treaties, art. 11).
    pub fn is_consent(self) -> bool {
        matches!(self, Self::Ratified | Self::Accepted | Self::Approved | Self::Acceded | Self::Succeeded)
    }

    /// Whether the act ends what it is done to.
    pub fn is_end(self) -> bool {
        matches!(self, Self::Denounced | Self::Withdrawn | Self::Terminated)
    }
}

impl RelationsAct {
    /// Whether the act is about a mission.
    pub fn is_of_mission(self) -> bool {
        matches!(
            self,
            Self::MissionOpened
                | Self::MissionRaised
                | Self::MissionLowered
                | Self::MissionMoved
                | Self::MissionSuspended
                | Self::MissionClosed
        )
    }
}

impl Fact {
    /// Which form it is of.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Existence { .. } => Kind::Existence,
            Self::Succession { .. } => Kind::Succession,
            Self::Recognition { .. } => Kind::Recognition,
            Self::Relations { .. } => Kind::Relations,
            Self::Membership { .. } => Kind::Membership,
            Self::Treaty { .. } => Kind::Treaty,
            Self::Resolution { .. } => Kind::Resolution,
            Self::Vote { .. } => Kind::Vote,
            Self::Position { .. } => Kind::Position,
            Self::Event { .. } => Kind::Event,
        }
    }

    /// Whether it states something that lasts, rather than an act.
    pub fn lasts(&self) -> bool {
        match self {
            Self::Existence { .. } | Self::Membership { .. } | Self::Position { .. } => true,
            Self::Recognition { act, .. } => *act == RecognitionAct::Withheld,
            Self::Relations { act, .. } => *act == RelationsAct::Absent,
            _ => false,
        }
    }

    /// The actors that it is about, the acting one first.
    pub fn actors(&self) -> impl Iterator<Item = ActorIx> {
        let (one, other) = match *self {
            Self::Existence { actor } => (Some(actor), None),
            Self::Succession { successor, predecessor, .. } => (Some(successor), Some(predecessor)),
            Self::Recognition { of, by, .. } => (Some(by), Some(of)),
            Self::Relations { pair, by, .. } => {
                let first = by.unwrap_or(pair.first);
                (Some(first), Some(pair.other(first)))
            }
            Self::Membership { organization, member, .. } => (Some(member), Some(organization)),
            Self::Treaty { party, .. } => (party, None),
            Self::Vote { by, .. } => (Some(by), None),
            Self::Position { by, backs, .. } => (Some(by), Some(backs)),
            Self::Resolution { .. } | Self::Event { .. } => (None, None),
        };
        one.into_iter().chain(other)
    }
}

impl Statement {
    /// A statement with what its attestations come to.
    pub fn new(id: Box<str>, fact: Fact, attestations: Vec<Attestation>) -> Self {
        let begins = combine_dates(&attestations);
        let ends = if fact.lasts() { combine_ends(&attestations) } else { Ends::AtOnce };
        Self { id, fact, attestations, contest: None, withdrawn: None, begins, ends }
    }

    /// The date to show: of the act, or of the beginning of what lasts.
    pub fn date(&self) -> Option<&Date> {
        self.begins.shown.as_ref()
    }

    /// Whether a source that counts denies it while another affirms it.
    pub fn is_denied(&self) -> bool {
        self.attestations.iter().any(|a| a.says == Says::Denies && a.rank != super::Rank::Deprecated)
    }

    /// Whether sources that count contradict each other: in dates, in counts, in votes or in the fact itself.
    pub fn is_contested(&self) -> bool {
        let ends = matches!(&self.ends, Ends::At(when) if when.contested);
        self.begins.contested
            || ends
            || self.is_denied()
            || self.differs(Attestation::tally)
            || self.differs(Attestation::vote)
    }

    fn differs<T: PartialEq>(&self, part: impl Fn(&Attestation) -> Option<T>) -> bool {
        let mut said = self.attestations.iter().filter(|a| a.counts()).filter_map(part);
        said.next().is_some_and(|first| said.any(|other| other != first))
    }

    /// Whether it counts: it hasn't been retracted, and a source that counts affirms it.
    pub fn stands(&self) -> bool {
        self.withdrawn.is_none() && self.is_affirmed()
    }

    /// Whether a source that counts affirms it. One that only deprecated sources affirm, or that is only denied, stays
    /// to be seen and counts for nothing.
    pub fn is_affirmed(&self) -> bool {
        self.attestations.iter().any(Attestation::counts)
    }

    /// Whether what lasts holds on `day`: certainly, possibly, or no.
    pub fn holds(&self, day: Day) -> Band {
        let band = self.begins.by(day).and(self.ends.lasts(day));
        if self.is_denied() { band.and(Band::Possible) } else { band }
    }
}
