//! The shapes of scopes and stated counts, as written.

use serde::Deserialize;

use super::{Citation, Text};
use crate::model::Extent;

/// What a scope or a count is about.
#[derive(Debug, Clone, Deserialize)]
#[serde(bound(deserialize = "'de: 'a"))]
pub(crate) enum Matter<'a> {
    RecognitionsOf(Text<'a>),
    RecognitionsBy(Text<'a>),
    RecognitionsBetween(Text<'a>, Text<'a>),
    RelationsOf(Text<'a>),
    RelationsBetween(Text<'a>, Text<'a>),
    MissionsOf(Text<'a>),
    MissionsBetween(Text<'a>, Text<'a>),
    Members(Text<'a>),
    MembershipsOf(Text<'a>),
    Membership(Text<'a>, Text<'a>),
    Parties(Text<'a>),
    TreatiesOf(Text<'a>),
    Party(Text<'a>, Text<'a>),
    TreatiesBetween(Text<'a>, Text<'a>),
    Votes(Text<'a>),
    ResolutionsOf(Text<'a>),
    ResolutionsAbout(Text<'a>),
    Positions(Text<'a>),
    Countries,
}

record! { Scope {
    of: Vec<Matter<'a>>,
    extent: Extent,
    on: Option<Text<'a>>,
    from: Option<Text<'a>>,
    through: Option<Text<'a>>,
    #[serde(default)] sources: Vec<Citation<'a>>,
    note: Option<Text<'a>>,
} }

record! { StatedCount {
    of: Matter<'a>,
    among: Option<Text<'a>>,
    number: usize,
    on: Text<'a>,
    #[serde(default)] sources: Vec<Citation<'a>>,
    note: Option<Text<'a>>,
} }

record! { Coverage {
    #[serde(default)] scopes: Vec<Scope<'a>>,
    #[serde(default)] counts: Vec<StatedCount<'a>>,
} }
