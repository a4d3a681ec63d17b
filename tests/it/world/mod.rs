//! Questions to miniature worlds: the smallest data that shows one thing, and the answer in a line.

mod absentees;
mod agreement;
pub(crate) mod anniversaries;
mod brief;
mod claims;
mod coverage;
mod evidence;
mod existence;
mod memberships;
mod names;
mod networks;
mod occasions;
mod positions;
mod recognitions;
mod recognizers;
mod relations;
mod resolutions;
mod snapshot;
mod spoilt;
mod succession;
mod treaties;

use chancery::model::{ActorIx, Base, StatementIx};

use crate::bases::{actor, day, today, world};

fn id(base: &Base, actor: ActorIx) -> &str {
    base[actor].id.as_str()
}

/// What comes after the fixed part of a statement's id.
fn tail<'a>(base: &'a Base, statement: StatementIx, prefix: &str) -> &'a str {
    let id = &base[statement].id;
    id.strip_prefix(prefix).unwrap_or(id)
}
