//! How far the record reaches: scopes, stated counts, and which questions a scope covers.
//!
//! What the recorded dates allow on a day and whether the record reaches that day are two things. This is the second.

use std::collections::{BTreeMap, BTreeSet};

use super::closed::closed;
use super::{
    ActorIx, Band, Base, Citation, Date, Day, DisputeIx, Entity, Fact, Key, Pair, RecognitionOf, ResolutionIx, Spell,
    StatementIx, TreatyIx, members_on, relations_spells, with_article,
};

/// What a scope or a count is about, and what a question needs covered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Matter {
    /// Who recognizes an actor, withdraws or refuses that.
    RecognitionsOf(ActorIx),
    /// Whom an actor recognizes.
    RecognitionsBy(ActorIx),
    /// Whether the first recognizes the second.
    RecognitionsBetween(ActorIx, ActorIx),
    /// An actor's diplomatic relations with anybody.
    RelationsOf(ActorIx),
    /// The diplomatic relations of a pair.
    RelationsBetween(Pair),
    /// The missions that an actor sends and receives.
    MissionsOf(ActorIx),
    /// The missions of a pair in each other.
    MissionsBetween(Pair),
    /// The members of an organization or a group, observers and suspended ones included.
    Members(ActorIx),
    /// To which organizations and groups an actor belongs.
    MembershipsOf(ActorIx),
    /// Whether an organization or a group has a member: the organization, the member.
    Membership(ActorIx, ActorIx),
    /// The acts of everybody on a treaty.
    Parties(TreatyIx),
    /// The acts of an actor on treaties.
    TreatiesOf(ActorIx),
    /// The acts of an actor on a treaty.
    Party(TreatyIx, ActorIx),
    /// The treaties that a pair concludes with each other alone.
    TreatiesBetween(Pair),
    /// The votes on a resolution.
    Votes(ResolutionIx),
    /// The resolutions of a body.
    ResolutionsOf(ActorIx),
    /// The resolutions about something.
    ResolutionsAbout(Entity),
    /// The positions in a dispute.
    Positions(DisputeIx),
    /// Which countries there are.
    Countries,
}

closed! {
    /// How much of its matter a scope has.
    pub enum Extent {
        /// It was looked for in many sources; some may be missing.
        Surveyed => "surveyed",
        /// A source gives all of it.
        Complete => "complete",
    }
}

/// The days of a scope, inclusive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Span {
    /// A list of what holds on a day; it says nothing of what was before.
    On(Date),
    /// Every beginning and every end between, and what held at first.
    Between {
        /// From when on.
        from: Date,
        /// The last day that its sources tell of.
        through: Date,
    },
}

/// A part of the record whose extent is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    /// What it is about; never empty in a base.
    pub of: Vec<Matter>,
    /// How much of that it has.
    pub extent: Extent,
    /// On which days.
    pub span: Span,
    /// The sources that were read for it; never empty in a base.
    pub sources: Vec<Citation>,
    /// What a reader should know.
    pub note: Option<Box<str>>,
}

/// A count that a source states: evidence of what is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedCount {
    /// What is counted.
    pub of: Matter,
    /// Only those who belong to this organization or group.
    pub among: Option<ActorIx>,
    /// How many.
    pub number: usize,
    /// When.
    pub on: Date,
    /// Who says so; never empty in a base.
    pub sources: Vec<Citation>,
    /// What a reader should know.
    pub note: Option<Box<str>>,
}

impl Matter {
    /// The word by which it is written.
    pub fn word(self) -> &'static str {
        match self {
            Self::RecognitionsOf(_) => "RecognitionsOf",
            Self::RecognitionsBy(_) => "RecognitionsBy",
            Self::RecognitionsBetween(..) => "RecognitionsBetween",
            Self::RelationsOf(_) => "RelationsOf",
            Self::RelationsBetween(_) => "RelationsBetween",
            Self::MissionsOf(_) => "MissionsOf",
            Self::MissionsBetween(_) => "MissionsBetween",
            Self::Members(_) => "Members",
            Self::MembershipsOf(_) => "MembershipsOf",
            Self::Membership(..) => "Membership",
            Self::Parties(_) => "Parties",
            Self::TreatiesOf(_) => "TreatiesOf",
            Self::Party(..) => "Party",
            Self::TreatiesBetween(_) => "TreatiesBetween",
            Self::Votes(_) => "Votes",
            Self::ResolutionsOf(_) => "ResolutionsOf",
            Self::ResolutionsAbout(_) => "ResolutionsAbout",
            Self::Positions(_) => "Positions",
            Self::Countries => "Countries",
        }
    }

    /// The records that it is about, in the order in which it is written.
    pub fn about(self) -> impl Iterator<Item = Entity> {
        let (one, other) = match self {
            Self::RecognitionsOf(actor)
            | Self::RecognitionsBy(actor)
            | Self::RelationsOf(actor)
            | Self::MissionsOf(actor)
            | Self::Members(actor)
            | Self::MembershipsOf(actor)
            | Self::TreatiesOf(actor)
            | Self::ResolutionsOf(actor) => (Some(Entity::Actor(actor)), None),
            Self::RecognitionsBetween(one, other) | Self::Membership(one, other) => {
                (Some(Entity::Actor(one)), Some(Entity::Actor(other)))
            }
            Self::RelationsBetween(pair) | Self::MissionsBetween(pair) | Self::TreatiesBetween(pair) => {
                let [one, other] = pair.parties();
                (Some(Entity::Actor(one)), Some(Entity::Actor(other)))
            }
            Self::Parties(treaty) => (Some(Entity::Treaty(treaty)), None),
            Self::Party(treaty, party) => (Some(Entity::Treaty(treaty)), Some(Entity::Actor(party))),
            Self::Votes(resolution) => (Some(Entity::Resolution(resolution)), None),
            Self::ResolutionsAbout(entity) => (Some(entity), None),
            Self::Positions(dispute) => (Some(Entity::Dispute(dispute)), None),
            Self::Countries => (None, None),
        };
        one.into_iter().chain(other)
    }

    /// Itself, and whatever else holds all of it.
    pub fn within(self) -> impl Iterator<Item = Self> {
        let (wider, more) = match self {
            Self::RecognitionsBetween(by, of) => (Some(Self::RecognitionsOf(of)), Some(Self::RecognitionsBy(by))),
            Self::RelationsBetween(pair) => {
                let [one, other] = pair.parties();
                (Some(Self::RelationsOf(one)), Some(Self::RelationsOf(other)))
            }
            Self::MissionsBetween(pair) => {
                let [one, other] = pair.parties();
                (Some(Self::MissionsOf(one)), Some(Self::MissionsOf(other)))
            }
            Self::Membership(organization, member) => {
                (Some(Self::Members(organization)), Some(Self::MembershipsOf(member)))
            }
            Self::Party(treaty, party) => (Some(Self::Parties(treaty)), Some(Self::TreatiesOf(party))),
            Self::TreatiesBetween(pair) => {
                let [one, other] = pair.parties();
                (Some(Self::TreatiesOf(one)), Some(Self::TreatiesOf(other)))
            }
            _ => (None, None),
        };
        [Some(self), wider, more].into_iter().flatten()
    }

    /// Whether an act may belong to both.
    pub(super) fn meets(self, other: Self) -> bool {
        let fits = |one: Option<Entity>, other: Option<Entity>| one.is_none() || other.is_none() || one == other;
        match (self, other) {
            (one, other) if one == other => true,
            // Who concludes a treaty acts on it.
            (Self::TreatiesBetween(pair), other) | (other, Self::TreatiesBetween(pair)) => {
                pair.parties().into_iter().any(|party| Self::TreatiesOf(party).meets(other))
            }
            (one, other) => match (one.sides(), other.sides()) {
                (Some((what, [a, b])), Some((same, [c, d]))) if what == same => {
                    // Relations and missions have no first side.
                    let crossed = matches!(what, "relations" | "missions") && fits(a, d) && fits(b, c);
                    fits(a, c) && fits(b, d) || crossed
                }
                _ => false,
            },
        }
    }

    /// What belongs to it, and the two sides that this has, of which one may be anybody.
    fn sides(self) -> Option<(&'static str, [Option<Entity>; 2])> {
        let actor = |actor| Some(Entity::Actor(actor));
        Some(match self {
            Self::RecognitionsOf(of) => ("recognition", [None, actor(of)]),
            Self::RecognitionsBy(by) => ("recognition", [actor(by), None]),
            Self::RecognitionsBetween(by, of) => ("recognition", [actor(by), actor(of)]),
            Self::RelationsOf(one) => ("relations", [actor(one), None]),
            Self::RelationsBetween(pair) => ("relations", pair.parties().map(actor)),
            Self::MissionsOf(one) => ("missions", [actor(one), None]),
            Self::MissionsBetween(pair) => ("missions", pair.parties().map(actor)),
            Self::Members(organization) => ("membership", [actor(organization), None]),
            Self::MembershipsOf(member) => ("membership", [None, actor(member)]),
            Self::Membership(organization, member) => ("membership", [actor(organization), actor(member)]),
            Self::Parties(treaty) => ("treaty", [Some(Entity::Treaty(treaty)), None]),
            Self::TreatiesOf(party) => ("treaty", [None, actor(party)]),
            Self::Party(treaty, party) => ("treaty", [Some(Entity::Treaty(treaty)), actor(party)]),
            _ => return None,
        })
    }

    /// What it is in words: "recognition of Kosovo by Spain".
    pub fn in_words(self, base: &Base) -> String {
        let names: Vec<String> = self.about().map(|entity| with_article(base.name(entity))).collect();
        let [one, other] = [names.first(), names.get(1)].map(|name| name.map_or("", String::as_str));
        match self {
            Self::RecognitionsOf(_) => format!("recognition of {one}"),
            Self::RecognitionsBy(_) => format!("recognition by {one}"),
            Self::RecognitionsBetween(..) => format!("recognition of {other} by {one}"),
            Self::RelationsOf(_) => format!("relations of {one}"),
            Self::RelationsBetween(_) => format!("relations of {one} and {other}"),
            Self::MissionsOf(_) => format!("missions of {one} and in it"),
            Self::MissionsBetween(_) => format!("missions of {one} and {other} in each other"),
            Self::Members(_) => format!("members of {one}"),
            Self::MembershipsOf(_) => format!("memberships of {one}"),
            Self::Membership(..) => format!("membership of {other} in {one}"),
            Self::Parties(_) => format!("parties to “{one}”"),
            Self::TreatiesOf(_) => format!("treaty acts of {one}"),
            Self::Party(..) => format!("acts of {other} on “{one}”"),
            Self::TreatiesBetween(_) => format!("treaties of {one} and {other} with each other"),
            Self::Votes(_) => format!("votes on “{one}”"),
            Self::ResolutionsOf(_) => format!("resolutions of {one}"),
            Self::ResolutionsAbout(_) => format!("resolutions about {one}"),
            Self::Positions(_) => format!("positions in “{one}”"),
            Self::Countries => "which countries there are".to_owned(),
        }
    }

    /// The narrowest matter that a fact belongs to; `None` of what no scope is about.
    pub fn of(fact: &Fact) -> Option<Self> {
        Some(match *fact {
            Fact::Recognition { by, of, .. } => Self::RecognitionsBetween(by, of),
            Fact::Relations { pair, act, .. } if act.is_of_mission() => Self::MissionsBetween(pair),
            Fact::Relations { pair, .. } => Self::RelationsBetween(pair),
            Fact::Membership { organization, member, .. } => Self::Membership(organization, member),
            Fact::Treaty { treaty, party: Some(party), .. } => Self::Party(treaty, party),
            Fact::Treaty { treaty, party: None, .. } => Self::Parties(treaty),
            Fact::Vote { resolution, .. } => Self::Votes(resolution),
            Fact::Position { dispute, .. } => Self::Positions(dispute),
            Fact::Existence { .. } | Fact::Succession { .. } | Fact::Resolution { .. } | Fact::Event { .. } => {
                return None;
            }
        })
    }
}

impl StatedCount {
    /// Who certainly holds what is counted on each of some days, by the record; `None` of what isn't counted by actors.
    pub fn held(&self, base: &Base, days: &[Day]) -> Option<BTreeSet<ActorIx>> {
        let lasts =
            |spells: &[Spell]| days.iter().all(|&day| spells.iter().any(|spell| spell.holds(day) == Band::Certain));
        let members = |group: ActorIx| -> BTreeSet<ActorIx> {
            let each = days.iter().map(|&day| members_on(base, group, day).into_iter().collect::<BTreeSet<ActorIx>>());
            each.reduce(|all, on| &all & &on).unwrap_or_default()
        };
        let mut held: BTreeSet<ActorIx> = match self.of {
            Matter::RecognitionsOf(of) => {
                let recognition = RecognitionOf::of(base, of);
                let certain = recognition.by_whom().filter(|(by, spells)| base[*by].kind.is_country() && lasts(spells));
                certain.map(|(by, _)| by).collect()
            }
            Matter::RelationsOf(of) => {
                let with = |ix: StatementIx| match base[ix].fact {
                    Fact::Relations { pair, .. } => Some(pair),
                    _ => None,
                };
                let pairs: BTreeSet<Pair> = base.under(Key::RelationsWith(of)).filter_map(with).collect();
                let related = pairs.into_iter().filter(|pair| lasts(&relations_spells(base, *pair)));
                related.map(|pair| pair.other(of)).collect()
            }
            Matter::Members(of) => members(of),
            _ => return None,
        };
        if let Some(group) = self.among {
            let group = members(group);
            held.retain(|actor| group.contains(actor));
        }
        Some(held)
    }
}

impl Scope {
    /// The first day that it covers: the latest by which `from` can be meant.
    pub fn first(&self) -> Day {
        match &self.span {
            Span::On(on) => on.earliest(),
            Span::Between { from, .. } => from.latest(),
        }
    }

    /// The last day that it covers: the earliest that its end can mean. A list to *March 2015* knows of 1 March.
    pub fn last(&self) -> Day {
        match &self.span {
            Span::On(on) => on.earliest(),
            Span::Between { through, .. } => through.earliest(),
        }
    }

    /// Whether it covers a day.
    pub fn covers(&self, day: Day) -> bool {
        self.first() <= day && day <= self.last()
    }

    /// Whether it gives all of its matter.
    pub fn is_complete(&self) -> bool {
        self.extent == Extent::Complete
    }

    /// Whether it is a list of what holds on a day, and says nothing of what was done.
    pub fn is_list(&self) -> bool {
        matches!(self.span, Span::On(_))
    }

    /// How far it goes, in words: "surveyed through 11 January 2026", "complete as of 1 September 2025".
    pub fn in_words(&self) -> String {
        let when = if self.is_list() { "as of" } else { "through" };
        let through = self.through();
        // Of a month or a year only the first day is sure to be in.
        let least = match through.earliest() == through.latest() || through.earliest().bounded().is_none() {
            true => String::new(),
            false => format!(" (to {} at least)", self.last().in_words()),
        };
        format!("{} {when} {}{least}", self.extent, through.in_words())
    }

    /// Its last day as its source gives it.
    pub fn through(&self) -> &Date {
        match &self.span {
            Span::On(on) => on,
            Span::Between { through, .. } => through,
        }
    }
}

/// By what each scope is found.
pub(super) type ByMatter = BTreeMap<Matter, Vec<usize>>;

impl Base {
    /// The scopes that hold all of a matter, each with its position, in the order of the files.
    pub fn scopes_of(&self, matter: Matter) -> impl Iterator<Item = (usize, &Scope)> {
        let by_matter = self.by_matter.get_or_init(|| {
            let mut found = ByMatter::new();
            for (index, scope) in self.scopes.iter().enumerate() {
                for &matter in &scope.of {
                    found.entry(matter).or_default().push(index);
                }
            }
            found
        });
        let found = matter.within().filter_map(|wider| by_matter.get(&wider)).flatten();
        found.map(|&index| (index, &self.scopes[index]))
    }
}
