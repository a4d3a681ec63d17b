//! What actors do: the closed words for acts, their forms and levels.

use super::closed::closed;

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
        /// No source that is cited says in which.
        #[default]
        NotSaid => "not-said",
        /// By right.
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
        /// A head of mission is called back; relations go on under another.
        Recalled => "recalled",
        /// Relations go on at a higher level again.
        Upgraded => "upgraded",
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
    /// By whom the missions of a pair are headed: the level of their relations.
    pub enum Head {
        /// By ambassadors.
        Ambassador => "ambassador",
        /// By chargés d'affaires.
        ChargeDAffaires => "charge-d-affaires",
        /// By a secretary.
        Secretary => "secretary",
    }
}

closed! {
    /// How a membership ended.
    pub enum Departure {
        /// The member left.
        Left => "left",
        /// The others expelled it.
        Expelled => "expelled",
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

impl Standing {
    /// Whether who has it is a member: observers and associates are none, and a suspended one is told apart.
    pub fn is_full(self) -> bool {
        matches!(self, Self::Member | Self::Founder)
    }

    /// Whether who has it is still a member: who is suspended is, too.
    pub fn is_member(self) -> bool {
        self.is_full() || self == Self::Suspended
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
