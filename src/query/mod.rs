//! Questions: a plain request in, a plain answer out.
//!
//! Answers hold handles of the base and what follows from it; they have no text layout. Whoever shows them chooses
//! the words. Today is part of the request.

mod absentees;
mod affinity;
mod agreement;
mod anniversaries;
mod attitudes;
mod breadth;
mod brief;
mod claims;
mod cover;
mod coverage;
mod curve;
mod evidence;
mod list;
mod matches;
mod memberships;
mod names;
mod network;
mod path;
mod positions;
mod ranking;
mod recognitions;
mod recognizers;
mod relations;
mod resolutions;
mod snapshot;
mod stats;
mod treaties;

pub use crate::graph::{Hop, Projection};
pub use absentees::{Absentee, absentees};
pub use affinity::affinity;
pub use agreement::{
    Accord, Accords, AgreementAnswer, AgreementRequest, AgreementsAnswer, AgreementsRequest, Ballot, agreement,
    agreements,
};
pub use anniversaries::{
    AnniversariesAnswer, AnniversariesRequest, Anniversary, FURTHEST, Occasion, Uncertain, anniversaries,
};
pub use attitudes::{Attitude, attitudes};
pub use breadth::{Breadth, MANY_PARTIES, WORLD, breadth};
pub use brief::{
    About, Alone, Between, BriefAnswer, BriefRequest, ClaimTrial, OneWayRecognition, ResolutionsOf, Stances, Subject,
    Treaties, brief,
};
pub use claims::{Settles, Trial, Untried, Verdict, countries_on, history_in_words, history_of, matter_of, try_claim};
pub use cover::matter;
pub use coverage::{CountHeld, CoverageAnswer, CoverageRequest, ScopeCover, coverage};
pub use curve::{Count, CurveAnswer, CurveRequest, curve};
pub use evidence::{Bearing, Evidence, Testimony, evidence};
pub use list::{Record, RecordKind, list};
pub use matches::{
    Hit, Holds, Implied, Match, StateOnDay, Why, acts, continues_one, doers, first_of_each, happened, holds, in_group,
    matching, refusals,
};
pub use memberships::{Belonging, Common, MembershipsAnswer, MembershipsRequest, memberships};
pub use names::{Called, Kin, Named, NoActor, Want, bearers, fold, is_identifier, mistyped, names, namesakes, resolve};
pub use network::{
    ALLIANCES, Ally, Bloc, Change, Link, NetworkAnswer, NetworkRequest, Tie, alliances, can_ally, network,
};
pub use path::{PathAnswer, PathRequest, path};
pub use positions::{Backing, PositionsAnswer, PositionsRequest, Reciprocal, positions};
pub use ranking::{Doer, Holders, Ranked, Ranking, are_of_days};
pub use recognitions::{Acts, PickAnswer, Recognition, RecognitionsAnswer, RecognitionsRequest, recognitions};
pub use recognizers::{Recognizers, RecognizersRequest, recognizers};
pub use relations::{Mission, Mutual, RelationsAnswer, RelationsRequest, StatusOn, relations};
pub use resolutions::{ResolutionsAnswer, ResolutionsRequest, VoteCast, is_of_choice, possible_choices, resolutions};
pub use snapshot::{
    Changed, DiffAnswer, DiffRequest, Reached, SnapshotAnswer, SnapshotRequest, diff, reached, snapshot,
};
pub use stats::{Stats, stats};
pub use treaties::{PartyState, TreatiesAnswer, TreatiesRequest, TreatyState, force_in_words, treaties};
