//! Who can act: countries, organizations and bodies.

use super::closed::closed;
use super::{ActorIx, Date, Day, Slug};

/// Anything that can act.
#[derive(Debug, Clone, PartialEq)]
pub struct Actor {
    /// Its id.
    pub id: Slug,
    /// Its name in English.
    pub name: Box<str>,
    /// What it is.
    pub kind: ActorKind,
    /// Other names, with the years in which they hold.
    pub names: Vec<Name>,
    /// Words that resolve to it at any time.
    pub aliases: Vec<Box<str>>,
    /// Words for its people.
    pub demonyms: Vec<Box<str>>,
    /// Its codes, with the years in which they hold.
    pub codes: Vec<ActorCode>,
    /// What a reader should know.
    pub note: Option<Box<str>>,
}

/// What an actor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActorKind {
    /// A state or state-like polity.
    Country(ActorClass),
    /// An organization of actors.
    Organization,
    /// A body, and whose it is.
    Body(Option<ActorIx>),
    /// A set of actors that questions are asked about, such as the Arab states.
    Group,
}

impl ActorKind {
    /// Whether it is a state or state-like polity.
    pub fn is_country(self) -> bool {
        matches!(self, Self::Country(_))
    }

    /// The published name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Country(_) => "country",
            Self::Organization => "organization",
            Self::Body(_) => "body",
            Self::Group => "group",
        }
    }
}

closed! {
    /// Where a polity stands today. Who recognizes it is the recognitions' matter.
    pub enum ActorClass {
        /// A sovereign state.
        Sovereign => "sovereign",
        /// Its statehood is contested.
        Contested => "contested",
        /// It is no more.
        Historical => "historical",
        /// It depends on another.
        Dependent => "dependent",
    }
}

/// A name and when it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The name.
    pub text: Box<str>,
    /// What kind of name.
    pub kind: NameKind,
    /// Since when; `None`: always.
    pub from: Option<Date>,
    /// The first day on which it no longer holds; `None`: still.
    pub until: Option<Date>,
    /// Its language, as an ISO 639 code; `None`: English.
    pub lang: Option<Box<str>>,
}

closed! {
    /// Kinds of names.
    #[derive(Default)]
    pub enum NameKind {
        /// The full official name.
        Official => "official",
        /// A short name.
        Short => "short",
        /// A name that it had.
        Former => "former",
        /// A name in its own language.
        Native => "native",
        /// Any other.
        #[default]
        Alias => "alias",
    }
}

/// A code and when it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActorCode {
    /// Whose code.
    pub scheme: CodeScheme,
    /// The code.
    pub code: Box<str>,
    /// Since when; `None`: always.
    pub from: Option<Date>,
    /// The first day on which it no longer holds; `None`: still.
    pub until: Option<Date>,
}

impl ActorCode {
    /// Whether it can be somebody's on a day. A code belongs to who had it on that day, and to nobody who had it at another
    /// time.
    pub fn holds(&self, day: Day) -> bool {
        self.from.as_ref().is_none_or(|from| from.earliest() <= day)
            && self.until.as_ref().is_none_or(|until| day < until.latest())
    }
}

closed! {
    /// Who gives a code.
    pub enum CodeScheme {
        /// ISO 3166-1 alpha-2.
        Iso2 => "iso2",
        /// ISO 3166-1 alpha-3.
        Iso3 => "iso3",
        /// ISO 3166-1 numeric.
        IsoNumeric => "iso-numeric",
        /// Correlates of War, letters.
        Cow => "cow",
        /// Correlates of War, number.
        CowNumber => "cow-number",
        /// Gleditsch and Ward.
        Gw => "gw",
        /// Wikidata item.
        Wikidata => "wikidata",
    }
}
