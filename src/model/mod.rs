//! The ground floor: what the base is made of.
//!
//! A [`Base`] holds actors, treaties, resolutions, disputes, events, claims and sources, and the [`Statement`]s
//! about them. It exists only resolved: whatever refers to something refers to something that is there, every
//! date is parsed, every statement has at least one attestation. Whoever reads it no longer has to worry about
//! spelling, file positions, unknown ids or impossible dates.
//!
//! This room knows no files, no clock and no text layout.

mod act;
mod actor;
mod attestation;
mod base;
mod claim;
pub(crate) mod closed;
mod course;
mod cover;
mod date;
mod day;
mod fact;
mod force;
mod handle;
mod heirs;
mod id;
mod index;
mod lasting;
mod left_out;
mod life;
mod membership;
mod mission;
mod order;
mod period;
mod projection;
mod recognition;
mod record;
mod relations;
mod said;
mod scope;
mod snapshot;
mod source;
mod spell;
mod statement;
mod telling;
mod when;
mod wording;

pub use act::{
    Capacity, Choice, Departure, Head, Level, RecognitionAct, RecognitionForm, RelationsAct, Standing, SuccessionForm,
    TreatyAct,
};
pub use actor::{Actor, ActorClass, ActorCode, ActorKind, CodeScheme, Name, NameKind};
pub use attestation::{Attestation, Calendar, Citation, Particulars, Rank, Says, Until};
pub(crate) use base::id_hash;
pub use base::{Base, Dataset, Entity, Exception, Fresh, Gap, Retired};
pub use claim::{Asserts, Claim, Counted, CountedAct, Status, Verdict};
pub use closed::Closed;
pub(crate) use closed::closed;
pub use course::{Course, Mark, May, State, Stretch, Turn};
pub use date::{Date, DateError};
pub use day::{Day, DayError};
pub use fact::{Fact, Kind, Pair};
pub use force::{Force, all_force, bound, bound_by, force, made_by};
pub use handle::{ActorIx, ClaimIx, DisputeIx, EventIx, ResolutionIx, SourceIx, StatementIx, TreatyIx};
pub use heirs::{RecognitionOf, continuers, continues, recognizers_ever};
pub use id::{Slug, SlugError};
pub use index::Key;
pub use lasting::{Lasting, Thing, lasting};
pub use left_out::LeftOut;
pub use life::{Absence, absences_of, end_of, existed_on, first_day_of, is_gone};
pub use membership::{belongs, known_as, members_on, membership, membership_period, membership_turns, standing_on};
pub use mission::{all_missions, mission_courses, missions};
pub use order::{Order, Place};
pub use period::Period;
pub use projection::Projection;
pub use recognition::{
    all_recognition_spells, recognition_course, recognition_known, recognition_spells, recognition_turns,
};
pub use record::{Deed, DeedAct, Dispute, Event, Resolution, Tally, Treaty, TreatyKind, VoteMode};
pub use relations::{agreed_course, all_relations_spells, lowered_course, relations_course, relations_spells};
pub use said::{AsOf, Known, Reach, Said, Sure, known, undone};
pub use scope::{Extent, Matter, Scope, Span, StatedCount};
pub use snapshot::{Holding, Snapshot, StatementSet};
pub use source::{Grade, Source, SourceKind};
pub use spell::{Band, Spell, SpellEnd};
pub use statement::Statement;
pub use telling::{begun, headed, stated, stated_with};
pub use when::{Ends, When, combine};
pub use wording::{MONTHS, and, ordinal, with_article};
