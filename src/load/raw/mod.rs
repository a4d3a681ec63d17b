//! The shapes of data files, as written. Ids and dates are still text here; nothing refers to anything yet.

mod root;
mod text;

use serde::Deserialize;

pub(crate) use self::claims::{Asserts, Claim, Counted, StatusClaim};
pub(crate) use self::coverage::{Coverage, Matter, Scope, StatedCount};
pub(crate) use self::root::{Claims, Events, Exceptions, Gaps, Resolutions, RetiredFile, Root, Sources};
pub(crate) use self::text::{Citation, Text};
use crate::model::{
    ActorClass, Calendar, Capacity, Choice, CodeScheme, DeedAct, Departure, Grade, Head, Level, NameKind, Rank,
    RecognitionAct, RecognitionForm, RelationsAct, Says, SourceKind, Standing, SuccessionForm, Tally, TreatyAct,
    TreatyKind, VoteMode,
};

/// Declares a record. With `saying`, it also has the fields of every attestation, and with `attested` those of every
/// statement.
macro_rules! record {
    (attested $name:ident { $($(#[$meta:meta])* $field:ident: $type:ty),* $(,)? }) => {
        record! { saying $name { $($(#[$meta])* $field: $type,)* } {
            #[serde(default, rename = "or")] others: Vec<Other<'a>>,
            contest: Option<Text<'a>>,
            tag: Option<Text<'a>>,
            after: Option<Text<'a>>,
            withdrawn: Option<Text<'a>>,
        } }

        impl<'a> $name<'a> {
            /// The fields that every statement has.
            pub(crate) fn said(&self) -> StatementFields<'_, 'a> {
                StatementFields {
                    first: self.first(),
                    others: &self.others,
                    contest: self.contest.as_ref(),
                    tag: self.tag.as_ref(),
                    after: self.after.as_ref(),
                    withdrawn: self.withdrawn.as_ref(),
                }
            }
        }
    };
    (saying $name:ident
        { $($(#[$meta:meta])* $field:ident: $type:ty),* $(,)? }
        { $($(#[$after_meta:meta])* $after:ident: $after_type:ty),* $(,)? }
    ) => {
        record! { $name {
            $($(#[$meta])* $field: $type,)*
            on: Option<Text<'a>>,
            from: Option<Text<'a>>,
            until: Option<Text<'a>>,
            #[serde(default)] attested: Vec<Text<'a>>,
            #[serde(default)] sources: Vec<Citation<'a>>,
            rank: Option<Rank>,
            reason: Option<Text<'a>>,
            says: Option<Says>,
            inferred: Option<Text<'a>>,
            wording: Option<Text<'a>>,
            calendar: Option<Calendar>,
            zone: Option<Text<'a>>,
            note: Option<Text<'a>>,
            $($(#[$after_meta])* $after: $after_type,)*
        } }

        impl<'a> $name<'a> {
            /// What its own fields say: no count, and no vote.
            fn first(&self) -> Saying<'_, 'a> {
                Saying {
                    on: self.on.as_ref(),
                    from: self.from.as_ref(),
                    until: self.until.as_ref(),
                    attested: &self.attested,
                    sources: &self.sources,
                    rank: self.rank,
                    reason: self.reason.as_ref(),
                    says: self.says,
                    inferred: self.inferred.as_ref(),
                    wording: self.wording.as_ref(),
                    calendar: self.calendar,
                    zone: self.zone.as_ref(),
                    note: self.note.as_ref(),
                    tally: None,
                    vote: None,
                }
            }
        }
    };
    ($name:ident { $($(#[$meta:meta])* $field:ident: $type:ty),* $(,)? }) => {
        #[derive(Debug, Clone, Deserialize)]
        #[serde(deny_unknown_fields, bound(deserialize = "'de: 'a"))]
        pub(crate) struct $name<'a> { $($(#[$meta])* pub(crate) $field: $type),* }
    };
}

/// The fields that every statement has, whatever its record is called.
#[derive(Clone, Copy)]
pub(crate) struct StatementFields<'r, 'a> {
    pub(crate) first: Saying<'r, 'a>,
    pub(crate) others: &'r [Other<'a>],
    pub(crate) contest: Option<&'r Text<'a>>,
    pub(crate) tag: Option<&'r Text<'a>>,
    pub(crate) after: Option<&'r Text<'a>>,
    pub(crate) withdrawn: Option<&'r Text<'a>>,
}

impl StatementFields<'static, 'static> {
    /// Of a statement without a record of its own, such as a name in a roll call.
    pub(crate) const NOTHING: Self = StatementFields {
        first: Saying {
            on: None,
            from: None,
            until: None,
            attested: &[],
            sources: &[],
            rank: None,
            reason: None,
            says: None,
            inferred: None,
            wording: None,
            calendar: None,
            zone: None,
            note: None,
            tally: None,
            vote: None,
        },
        others: &[],
        contest: None,
        tag: None,
        after: None,
        withdrawn: None,
    };
}

/// The fields of one attestation.
#[derive(Clone, Copy)]
pub(crate) struct Saying<'r, 'a> {
    pub(crate) on: Option<&'r Text<'a>>,
    pub(crate) from: Option<&'r Text<'a>>,
    pub(crate) until: Option<&'r Text<'a>>,
    pub(crate) attested: &'r [Text<'a>],
    pub(crate) sources: &'r [Citation<'a>],
    pub(crate) rank: Option<Rank>,
    pub(crate) reason: Option<&'r Text<'a>>,
    pub(crate) says: Option<Says>,
    pub(crate) inferred: Option<&'r Text<'a>>,
    pub(crate) wording: Option<&'r Text<'a>>,
    pub(crate) calendar: Option<Calendar>,
    pub(crate) zone: Option<&'r Text<'a>>,
    pub(crate) note: Option<&'r Text<'a>>,
    pub(crate) tally: Option<Tally>,
    pub(crate) vote: Option<Choice>,
}

// After `record`, which they use.
mod claims;
mod coverage;

record! { saying Other {} {
    tally: Option<Tally>,
    vote: Option<Choice>,
} }

impl<'a> Other<'a> {
    pub(crate) fn saying(&self) -> Saying<'_, 'a> {
        Saying { tally: self.tally, vote: self.vote, ..self.first() }
    }
}

record! { Dataset {
    name: Text<'a>,
    version: Text<'a>,
    format: u32,
    license: Option<Text<'a>>,
} }

record! { Country {
    id: Text<'a>,
    name: Text<'a>,
    class: ActorClass,
    #[serde(default)] names: Vec<Name<'a>>,
    #[serde(default)] aliases: Vec<Text<'a>>,
    #[serde(default)] demonyms: Vec<Text<'a>>,
    #[serde(default)] codes: Vec<Code<'a>>,
    #[serde(default)] sources: Vec<Citation<'a>>,
    #[serde(default)] existence: Vec<Existence<'a>>,
    #[serde(default)] succeeds: Vec<Succession<'a>>,
    note: Option<Text<'a>>,
} }

/// What an organization is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub(crate) enum OrganizationKind {
    Organization,
    Body,
    Group,
}

record! { Organization {
    id: Text<'a>,
    name: Text<'a>,
    kind: OrganizationKind,
    of: Option<Text<'a>>,
    #[serde(default)] names: Vec<Name<'a>>,
    #[serde(default)] aliases: Vec<Text<'a>>,
    #[serde(default)] codes: Vec<Code<'a>>,
    #[serde(default)] sources: Vec<Citation<'a>>,
    #[serde(default)] existence: Vec<Existence<'a>>,
    #[serde(default)] succeeds: Vec<Succession<'a>>,
    note: Option<Text<'a>>,
} }

record! { Name {
    name: Text<'a>,
    kind: Option<NameKind>,
    from: Option<Text<'a>>,
    until: Option<Text<'a>>,
    lang: Option<Text<'a>>,
} }

record! { Code {
    scheme: CodeScheme,
    code: Text<'a>,
    from: Option<Text<'a>>,
    until: Option<Text<'a>>,
} }

record! { attested Existence {} }

record! { attested Succession {
    country: Text<'a>,
    how: SuccessionForm,
} }

record! { Memberships {
    of: Text<'a>,
    #[serde(default)] sources: Vec<Citation<'a>>,
    members: Vec<Membership<'a>>,
} }

record! { attested Membership {
    member: Text<'a>,
    #[serde(rename = "as")] standing: Option<Standing>,
    ended: Option<Departure>,
} }

record! { Recognitions {
    of: Text<'a>,
    #[serde(default)] sources: Vec<Citation<'a>>,
    acts: Vec<Recognition<'a>>,
} }

record! { attested Recognition {
    by: Text<'a>,
    act: Option<RecognitionAct>,
    form: Option<RecognitionForm>,
    #[serde(rename = "as")] capacity: Option<Capacity>,
    instead_of: Option<Text<'a>>,
} }

record! { Relations {
    of: Text<'a>,
    #[serde(default)] sources: Vec<Citation<'a>>,
    pairs: Vec<RelationsPair<'a>>,
} }

record! { RelationsPair {
    with: Text<'a>,
    #[serde(default)] sources: Vec<Citation<'a>>,
    acts: Vec<RelationsDone<'a>>,
} }

record! { attested RelationsDone {
    act: RelationsAct,
    by: Option<Text<'a>>,
    level: Option<Level>,
    head: Option<Head>,
    at: Option<Text<'a>>,
} }

record! { Treaty {
    id: Text<'a>,
    title: Text<'a>,
    kind: Option<TreatyKind>,
    #[serde(default)] aliases: Vec<Text<'a>>,
    #[serde(default)] about: Vec<Text<'a>>,
    #[serde(default)] parties: Vec<Text<'a>>,
    lag: Option<u32>,
    #[serde(default)] sources: Vec<Citation<'a>>,
    acts: Vec<TreatyDone<'a>>,
    note: Option<Text<'a>>,
} }

record! { attested TreatyDone {
    act: TreatyAct,
    by: Option<Text<'a>>,
} }

record! { attested Resolution {
    id: Text<'a>,
    by: Text<'a>,
    title: Text<'a>,
    symbol: Option<Text<'a>>,
    #[serde(default)] aliases: Vec<Text<'a>>,
    #[serde(default)] does: Vec<Deed<'a>>,
    #[serde(default)] about: Vec<Text<'a>>,
    vote: Option<VoteMode>,
    tally: Option<Tally>,
    roll_call: Option<RollCall<'a>>,
    #[serde(default)] votes: Vec<Vote<'a>>,
} }

record! { Deed {
    act: DeedAct,
    what: Option<Text<'a>>,
    words: Option<Text<'a>>,
} }

record! { RollCall {
    #[serde(default)] sources: Vec<Citation<'a>>,
    #[serde(default)] favour: Vec<Text<'a>>,
    #[serde(default)] against: Vec<Text<'a>>,
    #[serde(default)] abstaining: Vec<Text<'a>>,
    #[serde(default)] absent: Vec<Text<'a>>,
} }

record! { attested Vote {
    by: Text<'a>,
    vote: Choice,
} }

record! { Dispute {
    id: Text<'a>,
    name: Text<'a>,
    #[serde(default)] aliases: Vec<Text<'a>>,
    #[serde(default)] claimants: Vec<Text<'a>>,
    #[serde(default)] sources: Vec<Citation<'a>>,
    #[serde(default)] positions: Vec<Position<'a>>,
    note: Option<Text<'a>>,
} }

record! { attested Position {
    by: Text<'a>,
    backs: Text<'a>,
} }

record! { attested Event {
    id: Text<'a>,
    name: Text<'a>,
    #[serde(default)] aliases: Vec<Text<'a>>,
    at: Option<Text<'a>>,
    dispute: Option<Text<'a>>,
} }

record! { Source {
    id: Text<'a>,
    title: Text<'a>,
    publisher: Text<'a>,
    date: Option<Text<'a>>,
    seen: Option<Text<'a>>,
    url: Option<Text<'a>>,
    grade: Grade,
    kind: SourceKind,
    lang: Option<Text<'a>>,
    copy_of: Option<Text<'a>>,
    good_for: Option<Text<'a>>,
    note: Option<Text<'a>>,
} }

record! { Gap {
    about: Vec<Text<'a>>,
    what: Text<'a>,
    looked_in: Text<'a>,
} }

record! { Exception {
    code: Text<'a>,
    on: Text<'a>,
    reason: Text<'a>,
} }

record! { Retired {
    id: Text<'a>,
    now: Option<Text<'a>>,
    reason: Text<'a>,
} }
