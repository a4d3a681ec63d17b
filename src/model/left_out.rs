//! What loading left out for a fault: what it would have said nobody knows, only what it may have been about.

use std::collections::BTreeSet;

use super::{Base, Entity, Extent, Matter, with_article};

/// The records that were left out for a fault, by what they may have been about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Where single records belong, as far as that is known.
    pub of: BTreeSet<Matter>,
    /// What single records were about that belong to no matter.
    pub about: BTreeSet<Entity>,
    /// What files name that don't read as a whole: anything on it may have been lost.
    pub named: BTreeSet<Entity>,
    /// Whether a file was lost that names nothing: anything may have been.
    pub anything: bool,
}

impl LeftOut {
    /// Adds what somebody else left out.
    pub(crate) fn extend(&mut self, other: Self) {
        self.of.extend(other.of);
        self.about.extend(other.about);
        self.named.extend(other.named);
        self.anything |= other.anything;
    }

    /// Whether something that was left out may belong to a matter.
    pub fn may_be_in(&self, matter: Matter) -> bool {
        self.anything
            || matter.about().any(|entity| self.named.contains(&entity))
            || self.of.iter().any(|of| of.meets(matter))
    }

    /// Whether something that was left out may be about a record.
    pub fn may_be_about(&self, entity: Entity) -> bool {
        self.anything
            || self.named.contains(&entity)
            || self.about.contains(&entity)
            || self.of.iter().any(|of| of.about().any(|other| other == entity))
    }
}

impl Base {
    /// Takes no scope for complete of which a record was left out.
    pub(crate) fn survey_what_lacks_records(&mut self) {
        let Self { scopes, left_out, .. } = self;
        for scope in scopes.iter_mut().filter(|scope| scope.of.iter().any(|matter| left_out.may_be_in(*matter))) {
            scope.extent = Extent::Surveyed;
        }
    }

    /// What an answer on these matters must say where records that may belong to them were left out: "Records on Kosovo
    /// were left out for a fault: run chancery check."
    pub fn left_out_of(&self, matters: &[Matter]) -> Option<String> {
        let mut lacking: Vec<Entity> = Vec::new();
        let mut countries = false;
        for matter in matters.iter().filter(|matter| self.left_out.may_be_in(**matter)) {
            countries |= *matter == Matter::Countries;
            lacking.extend(matter.about());
        }
        (countries || !lacking.is_empty()).then(|| self.left_out_line(&lacking))
    }

    /// The same for an answer on records as a whole.
    pub fn left_out_about(&self, entities: &[Entity]) -> Option<String> {
        let lacking = entities.iter().copied().filter(|entity| self.left_out.may_be_about(*entity));
        let lacking: Vec<Entity> = lacking.collect();
        (!lacking.is_empty()).then(|| self.left_out_line(&lacking))
    }

    fn left_out_line(&self, lacking: &[Entity]) -> String {
        let mut names: Vec<String> = Vec::new();
        for &entity in lacking {
            let name = match entity {
                Entity::Actor(_) => with_article(self.name(entity)),
                _ => format!("“{}”", self.name(entity)),
            };
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let on = if names.is_empty() { "countries".to_owned() } else { names.join(" and ") };
        format!("Records on {on} were left out for a fault: run chancery check.")
    }
}
