//! What is in the base, kind by kind.

use crate::model::closed::closed;
use crate::model::{ActorKind, Base, Entity, StatementIx};

closed! {
    /// What can be listed.
    pub enum RecordKind {
        /// Countries.
        Countries => "countries",
        /// Organizations.
        Organizations => "organizations",
        /// Bodies of countries and organizations.
        Bodies => "bodies",
        /// Groups.
        Groups => "groups",
        /// Treaties.
        Treaties => "treaties",
        /// Resolutions.
        Resolutions => "resolutions",
        /// Disputes.
        Disputes => "disputes",
        /// Events.
        Events => "events",
        /// Claims.
        Claims => "claims",
        /// Sources.
        Sources => "sources",
        /// Statements.
        Statements => "statements",
        /// Statements whose sources contradict each other.
        Contests => "contests",
        /// What was looked for and not found.
        Gaps => "gaps",
    }
}

/// Something that is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Record {
    /// A record with an id of its own.
    Entity(Entity),
    /// A statement.
    Statement(StatementIx),
    /// A gap, by its position.
    Gap(usize),
}

/// Everything of a kind, by id.
pub fn list(base: &Base, kind: RecordKind) -> Vec<Record> {
    let records = |wanted: &dyn Fn(Entity) -> bool| -> Vec<Record> {
        base.records().filter(|entity| wanted(*entity)).map(Record::Entity).collect()
    };
    let actors = |wanted: &dyn Fn(ActorKind) -> bool| {
        records(&|entity| matches!(entity, Entity::Actor(ix) if wanted(base[ix].kind)))
    };
    let statements = |wanted: &dyn Fn(StatementIx) -> bool| -> Vec<Record> {
        let mut found: Vec<StatementIx> = base.statement_handles().filter(|ix| wanted(*ix)).collect();
        found.sort_by(|a, b| base[*a].id.cmp(&base[*b].id));
        found.into_iter().map(Record::Statement).collect()
    };
    match kind {
        RecordKind::Countries => actors(&|kind| kind.is_country()),
        RecordKind::Organizations => actors(&|kind| kind == ActorKind::Organization),
        RecordKind::Bodies => actors(&|kind| matches!(kind, ActorKind::Body(_))),
        RecordKind::Groups => actors(&|kind| kind == ActorKind::Group),
        RecordKind::Treaties => records(&|entity| matches!(entity, Entity::Treaty(_))),
        RecordKind::Resolutions => records(&|entity| matches!(entity, Entity::Resolution(_))),
        RecordKind::Disputes => records(&|entity| matches!(entity, Entity::Dispute(_))),
        RecordKind::Events => records(&|entity| matches!(entity, Entity::Event(_))),
        RecordKind::Claims => records(&|entity| matches!(entity, Entity::Claim(_))),
        RecordKind::Sources => records(&|entity| matches!(entity, Entity::Source(_))),
        RecordKind::Statements => statements(&|_| true),
        RecordKind::Contests => statements(&|ix| base[ix].stands() && base[ix].is_contested()),
        RecordKind::Gaps => (0..base.gaps.len()).map(Record::Gap).collect(),
    }
}
