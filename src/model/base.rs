//! The resolved base.

use std::collections::{BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hasher};
use std::ops::Index;
use std::sync::OnceLock;

use super::heirs::Continued;
use super::index::Keys;
use super::scope::{ByMatter, Scope, StatedCount};
use super::{
    Actor, ActorIx, ActorKind, Claim, ClaimIx, Day, Dispute, DisputeIx, Event, EventIx, Fact, Key, LeftOut, Pair,
    Resolution, ResolutionIx, Source, SourceIx, Statement, StatementIx, Treaty, TreatyIx,
};

/// Everything that is known, resolved.
///
/// *Guarantees:* every handle in it is good; lists are sorted by id, but for statements, which stand in the order
/// in which the files are read; ids are unique. It is [`Send`] and [`Sync`]: many threads may ask it at once.
///
/// Its handles index it: `base[actor].name`. A handle is only good for the base that it came from; of another, it is some other
/// record, or a panic.
#[derive(Debug, Default)]
pub struct Base {
    /// What the data set says of itself.
    pub dataset: Dataset,
    /// How long what was attested counts as known.
    pub fresh: Fresh,
    /// Countries, organizations, bodies and groups.
    pub actors: Vec<Actor>,
    /// Treaties.
    pub treaties: Vec<Treaty>,
    /// Resolutions.
    pub resolutions: Vec<Resolution>,
    /// Disputes.
    pub disputes: Vec<Dispute>,
    /// Events.
    pub events: Vec<Event>,
    /// Claims.
    pub claims: Vec<Claim>,
    /// Sources.
    pub sources: Vec<Source>,
    /// Statements.
    pub statements: Vec<Statement>,
    /// What was looked for and not found.
    pub gaps: Vec<Gap>,
    /// How far the record reaches, in the order of the files.
    pub scopes: Vec<Scope>,
    /// Counts that sources state, in the order of the files.
    pub counts: Vec<StatedCount>,
    /// What was left out for a fault.
    pub left_out: LeftOut,
    /// Findings that are right as they are.
    pub exceptions: Vec<Exception>,
    /// Ids that were published once.
    pub retired: Vec<Retired>,
    pub(crate) entities: HashMap<Box<str>, Entity>,
    pub(crate) keys: OnceLock<Keys>,
    pub(super) by_matter: OnceLock<ByMatter>,
    pub(super) rivals: OnceLock<BTreeSet<Pair>>,
    pub(super) continued: OnceLock<Vec<Continued>>,
    pub(super) known_by: OnceLock<Day>,
    pub(crate) statement_ids: OnceLock<HashMap<u64, StatementIx>>,
}

/// What a data set says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dataset {
    /// Its name.
    pub name: Box<str>,
    /// Its version.
    pub version: Box<str>,
    /// Its licence, as an SPDX expression.
    pub license: Option<Box<str>>,
    /// A hash of its files: the same for the same data set, wherever it lies. Empty where none was made.
    pub hash: Box<str>,
}

impl Dataset {
    /// How many digits of the hash people are shown.
    const SHOWN: usize = 12;

    /// Which data set it is, for people: "version 0.1.0, hash 3f2a9c1b4d5e".
    pub fn in_words(&self) -> String {
        let version =
            if self.version.is_empty() { "no version".to_owned() } else { format!("version {}", self.version) };
        match self.hash.get(..Self::SHOWN) {
            Some(hash) => format!("{version}, hash {hash}"),
            None => version,
        }
    }
}

/// For so many days after something was attested it still counts as known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fresh(pub i32);

impl Default for Fresh {
    /// Two years.
    fn default() -> Self {
        Self(730)
    }
}

/// Anything with an id of its own, other than a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Entity {
    /// An actor.
    Actor(ActorIx),
    /// A treaty.
    Treaty(TreatyIx),
    /// A resolution.
    Resolution(ResolutionIx),
    /// A dispute.
    Dispute(DisputeIx),
    /// An event.
    Event(EventIx),
    /// A claim.
    Claim(ClaimIx),
    /// A source.
    Source(SourceIx),
}

impl Entity {
    /// What it is, in a word with its article.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Actor(_) => "an actor",
            Self::Treaty(_) => "a treaty",
            Self::Resolution(_) => "a resolution",
            Self::Dispute(_) => "a dispute",
            Self::Event(_) => "an event",
            Self::Claim(_) => "a claim",
            Self::Source(_) => "a source",
        }
    }
}

/// What was looked for and not found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// What it concerns.
    pub about: Vec<Entity>,
    /// What is missing.
    pub what: Box<str>,
    /// Where it was looked for.
    pub looked_in: Box<str>,
}

/// A finding that is right as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    /// The code of the finding.
    pub code: Box<str>,
    /// The id of the statement or record that it is about.
    pub on: Box<str>,
    /// Why it is right.
    pub reason: Box<str>,
}

/// An id that was published once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retired {
    /// The former id.
    pub id: Box<str>,
    /// What took its place.
    pub now: Option<Box<str>>,
    /// Why.
    pub reason: Box<str>,
}

/// Many threads may ask a base at once.
const _: () = {
    const fn is_shared<T: Send + Sync>() {}
    is_shared::<Base>();
};

macro_rules! indexed {
    ($($ix:ty => $field:ident: $item:ty),+ $(,)?) => {$(
        /// The record behind a handle, which is only good for the base that it came from.
        ///
        /// # Panics
        /// It may, with a handle of another base; or it gives some other record.
        impl Index<$ix> for Base {
            type Output = $item;

            fn index(&self, ix: $ix) -> &$item {
                &self.$field[ix.index()]
            }
        }
    )+};
}

indexed! {
    ActorIx => actors: Actor,
    TreatyIx => treaties: Treaty,
    ResolutionIx => resolutions: Resolution,
    DisputeIx => disputes: Dispute,
    EventIx => events: Event,
    ClaimIx => claims: Claim,
    SourceIx => sources: Source,
    StatementIx => statements: Statement,
}

impl Base {
    /// How many acts of recognition are in a form that no source names.
    pub fn recognitions_without_form(&self) -> usize {
        let unsaid = |statement: &&Statement| {
            let (act, form) = (super::RecognitionAct::Recognized, super::RecognitionForm::NotSaid);
            matches!(statement.fact, Fact::Recognition { act: done, form: in_form, .. } if done == act && in_form == form)
        };
        self.statements.iter().filter(unsaid).count()
    }

    /// The record with this id, former ids included.
    pub fn find(&self, id: &str) -> Option<Entity> {
        self.entities.get(id).copied().or_else(|| {
            let now = self.successor_of(id)?;
            self.entities.get(now).copied()
        })
    }

    /// The actor with this id, former ids included.
    pub fn find_actor(&self, id: &str) -> Option<ActorIx> {
        match self.find(id)? {
            Entity::Actor(ix) => Some(ix),
            _ => None,
        }
    }

    /// The statement with this id, former ids included.
    pub fn find_statement(&self, id: &str) -> Option<StatementIx> {
        let hashed = self.statement_ids.get_or_init(|| {
            let handles = self.statement_handles();
            // Of two ids with one hash, the first stays.
            handles.rev().map(|ix| (id_hash(&self[ix].id), ix)).collect()
        });
        let look = |id: &str| {
            let ix = *hashed.get(&id_hash(id))?;
            let is_it = |ix: &StatementIx| *self[*ix].id == *id;
            Some(ix).filter(is_it).or_else(|| self.statement_handles().find(is_it))
        };
        look(id).or_else(|| look(self.successor_of(id)?))
    }

    /// What took the place of a retired id.
    fn successor_of(&self, id: &str) -> Option<&str> {
        self.retired.iter().find(|retired| *retired.id == *id)?.now.as_deref()
    }

    /// The id of a record.
    pub fn id(&self, entity: Entity) -> &str {
        match entity {
            Entity::Actor(ix) => self[ix].id.as_str(),
            Entity::Treaty(ix) => self[ix].id.as_str(),
            Entity::Resolution(ix) => self[ix].id.as_str(),
            Entity::Dispute(ix) => self[ix].id.as_str(),
            Entity::Event(ix) => self[ix].id.as_str(),
            Entity::Claim(ix) => self[ix].id.as_str(),
            Entity::Source(ix) => self[ix].id.as_str(),
        }
    }

    /// The name or title of a record.
    pub fn name(&self, entity: Entity) -> &str {
        match entity {
            Entity::Actor(ix) => &self[ix].name,
            Entity::Treaty(ix) => &self[ix].title,
            Entity::Resolution(ix) => &self[ix].title,
            Entity::Dispute(ix) => &self[ix].name,
            Entity::Event(ix) => &self[ix].name,
            Entity::Claim(ix) => &self[ix].text,
            Entity::Source(ix) => &self[ix].title,
        }
    }

    /// Every statement's handle, in the order of the files.
    pub fn statement_handles(&self) -> impl DoubleEndedIterator<Item = StatementIx> + use<> {
        (0..self.statements.len()).map(StatementIx::new)
    }

    /// Every actor's handle, in the order of ids.
    pub fn actor_handles(&self) -> impl Iterator<Item = ActorIx> + use<> {
        (0..self.actors.len()).map(ActorIx::new)
    }

    /// Every claim's handle, in the order of ids.
    pub fn claim_handles(&self) -> impl Iterator<Item = ClaimIx> + use<> {
        (0..self.claims.len()).map(ClaimIx::new)
    }

    /// Every record with an id of its own: actors, treaties, resolutions, disputes, events, claims, sources.
    pub fn records(&self) -> impl Iterator<Item = Entity> + use<> {
        fn all<T>(count: usize, entity: impl Fn(usize) -> T) -> impl Iterator<Item = T> {
            (0..count).map(entity)
        }
        all(self.actors.len(), |index| Entity::Actor(ActorIx::new(index)))
            .chain(all(self.treaties.len(), |index| Entity::Treaty(TreatyIx::new(index))))
            .chain(all(self.resolutions.len(), |index| Entity::Resolution(ResolutionIx::new(index))))
            .chain(all(self.disputes.len(), |index| Entity::Dispute(DisputeIx::new(index))))
            .chain(all(self.events.len(), |index| Entity::Event(EventIx::new(index))))
            .chain(all(self.claims.len(), |index| Entity::Claim(ClaimIx::new(index))))
            .chain(all(self.sources.len(), |index| Entity::Source(SourceIx::new(index))))
    }

    /// The statements under a key, in the order of the files; retracted ones included.
    pub fn under(&self, key: Key) -> impl Iterator<Item = StatementIx> {
        self.keys.get_or_init(|| Keys::of(self)).under(key)
    }

    /// Builds the index by which statements are found, so that no question has to wait for it.
    pub(crate) fn index(&self) {
        self.keys.get_or_init(|| Keys::of(self));
    }

    /// The acts that recognize `of`, withdraw or withhold recognition of it.
    pub fn recognitions_of(&self, of: ActorIx) -> impl Iterator<Item = StatementIx> {
        self.under(Key::RecognitionOf(of))
    }

    /// Whether another actor claims to be the government of the same state.
    pub fn has_rivals(&self, actor: ActorIx) -> bool {
        self.rivals().iter().any(|pair| pair.parties().contains(&actor))
    }

    /// Whether two actors claim to be the government of one state: somebody recognized one of them instead of the other.
    pub fn are_rivals(&self, one: ActorIx, other: ActorIx) -> bool {
        Pair::new(one, other).is_some_and(|pair| self.rivals().contains(&pair))
    }

    fn rivals(&self) -> &BTreeSet<Pair> {
        self.rivals.get_or_init(|| {
            let instead = self.statements.iter().filter(|statement| statement.stands());
            let pair = |statement: &Statement| match statement.fact {
                Fact::Recognition { of, instead_of: Some(other), .. } => Pair::new(of, other),
                _ => None,
            };
            instead.filter_map(pair).collect()
        })
    }

    /// The day of the newest source: by then all had happened that sources without a date tell of. [`Day::FUTURE`]
    /// where no source bears a date.
    pub fn known_by(&self) -> Day {
        let newest = || self.sources.iter().filter_map(|source| Some(source.date.as_ref()?.earliest())).max();
        *self.known_by.get_or_init(|| newest().unwrap_or(Day::FUTURE))
    }

    /// Whose act an act of a body is: the outermost actor that the body belongs to, through whatever bodies lie between. Who
    /// is no body, or nobody's, acts for itself.
    pub fn owner_of(&self, body: ActorIx) -> ActorIx {
        self.owners(body).last().unwrap_or(body)
    }

    /// Whether a body is `whole`, or belongs to it through whatever bodies lie between.
    pub fn belongs_to(&self, body: ActorIx, whole: ActorIx) -> bool {
        self.owners(body).any(|owner| owner == whole)
    }

    /// The body, whose it is, whose that is. It ends, for no base holds a body that belongs to itself.
    fn owners(&self, body: ActorIx) -> impl Iterator<Item = ActorIx> {
        std::iter::successors(Some(body), |&at| match self[at].kind {
            ActorKind::Body(of) => of,
            _ => None,
        })
    }

    /// What happened in the relations of a pair.
    pub fn relations_of(&self, pair: Pair) -> impl Iterator<Item = StatementIx> {
        self.under(Key::Relations(pair))
    }
}

/// The number under which a statement's id is kept; the same in every run.
pub(crate) fn id_hash(id: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(id.as_bytes());
    hasher.finish()
}
