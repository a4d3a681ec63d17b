//! Treaties, resolutions, disputes and events: what statements are about.

use super::closed::closed;
use super::{ActorIx, DisputeIx, Entity, Slug, StatementIx};

/// A treaty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Treaty {
    /// Its id.
    pub id: Slug,
    /// Its title.
    pub title: Box<str>,
    /// Other words that resolve to it.
    pub aliases: Vec<Box<str>>,
    /// Between how many.
    pub kind: TreatyKind,
    /// Those for whom the acts of the treaty as a whole are done.
    pub parties: Vec<ActorIx>,
    /// What it concerns.
    pub about: Vec<Entity>,
    /// Days between a party's consent and force for it, where the treaty says so.
    pub lag: Option<u32>,
    /// What a reader should know.
    pub note: Option<Box<str>>,
}

closed! {
    /// Between how many a treaty is.
    #[derive(Default)]
    pub enum TreatyKind {
        /// Between two.
        Bilateral => "bilateral",
        /// Between some.
        Regional => "regional",
        /// Open to many.
        #[default]
        Multilateral => "multilateral",
    }
}

/// A text that a body adopted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolution {
    /// Its id.
    pub id: Slug,
    /// The body that adopted it.
    pub by: ActorIx,
    /// Its title.
    pub title: Box<str>,
    /// Its number, as the body writes it.
    pub symbol: Option<Box<str>>,
    /// Other words that resolve to it.
    pub aliases: Vec<Box<str>>,
    /// What it does.
    pub deeds: Vec<Deed>,
    /// What it is about.
    pub about: Vec<Entity>,
    /// How it was adopted.
    pub vote: VoteMode,
    /// The count of votes by the record; other sources may count differently.
    pub tally: Option<Tally>,
    /// The statement that it was adopted.
    pub adopted: StatementIx,
}

impl Resolution {
    /// Whether it is about `entity`, or does something to it.
    pub fn concerns(&self, entity: Entity) -> bool {
        self.about.contains(&entity) || self.deeds.iter().any(|deed| deed.what == Some(entity))
    }
}

/// Something that a resolution does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// What is done.
    pub act: DeedAct,
    /// To what.
    pub what: Option<Entity>,
    /// In the resolution's own words.
    pub words: Option<Box<str>>,
}

closed! {
    /// What a resolution can do.
    pub enum DeedAct {
        /// Recognizes something as something.
        Recognizes => "recognizes",
        /// Condemns.
        Condemns => "condemns",
        /// Reaffirms.
        Reaffirms => "reaffirms",
        /// Supports.
        Supports => "supports",
        /// Demands.
        Demands => "demands",
        /// Calls for.
        CallsFor => "calls-for",
        /// Declares.
        Declares => "declares",
        /// Congratulates.
        Congratulates => "congratulates",
        /// Commemorates.
        Commemorates => "commemorates",
        /// Admits a member.
        Admits => "admits",
        /// Recommends that a member be admitted.
        RecommendsAdmission => "recommends-admission",
        /// Rejects.
        Rejects => "rejects",
        /// Takes note.
        Notes => "notes",
    }
}

closed! {
    /// How a resolution was adopted.
    #[derive(Default)]
    pub enum VoteMode {
        /// All in favour.
        Unanimous => "unanimous",
        /// Without a vote.
        WithoutVote => "without-vote",
        /// By a recorded vote.
        Recorded => "recorded",
        /// Adopted; how isn't known.
        #[default]
        Adopted => "adopted",
    }
}

/// A count of votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tally {
    /// In favour.
    pub favour: u32,
    /// Against.
    #[serde(default)]
    pub against: u32,
    /// Abstaining.
    #[serde(default)]
    pub abstaining: u32,
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}–{}–{}", self.favour, self.against, self.abstaining)
    }
}

/// Something that actors disagree about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dispute {
    /// Its id.
    pub id: Slug,
    /// Its name.
    pub name: Box<str>,
    /// Other words that resolve to it.
    pub aliases: Vec<Box<str>>,
    /// Who claims, as far as the base has them.
    pub claimants: Vec<ActorIx>,
    /// What a reader should know.
    pub note: Option<Box<str>>,
}

/// Something that happened, and that resolutions and positions are about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its id.
    pub id: Slug,
    /// Its name.
    pub name: Box<str>,
    /// Other words that resolve to it.
    pub aliases: Vec<Box<str>>,
    /// The place.
    pub at: Option<Box<str>>,
    /// The dispute that it belongs to.
    pub dispute: Option<DisputeIx>,
    /// The statement that it happened.
    pub happened: StatementIx,
    /// What a reader should know.
    pub note: Option<Box<str>>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Closed;

    #[test]
    fn closed_lists_find_their_members_by_name() {
        for act in DeedAct::ALL {
            assert_eq!(DeedAct::find(act.name()), Some(*act));
        }
        assert_eq!(DeedAct::find("Condemns"), None);
    }
}
