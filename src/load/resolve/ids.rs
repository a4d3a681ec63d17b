//! Ids: who has which, and what a reference refers to.

use std::collections::HashMap;
use std::sync::Arc;

use super::super::raw::Text;
use super::Resolver;
use crate::diag::{Code, Diagnostic, Location, Origin, PathStep, nearest};
use crate::model::{ActorIx, DisputeIx, Entity, ResolutionIx, Slug, SourceIx};

/// Who has which id.
#[derive(Default)]
pub(super) struct Ids<'r> {
    taken: HashMap<&'r str, (Entity, Origin)>,
    retired: HashMap<&'r str, Option<&'r str>>,
}

impl<'r> Ids<'r> {
    pub(super) fn retire(&mut self, id: &'r str, now: Option<&'r str>) {
        self.retired.insert(id, now);
    }

    pub(super) fn take(&mut self, id: &'r str, entity: Entity, origin: Origin) {
        self.taken.insert(id, (entity, origin));
    }

    pub(super) fn find(&self, id: &str) -> Option<Entity> {
        self.taken.get(id).map(|(entity, _)| *entity)
    }

    pub(super) fn entities(&self) -> HashMap<Box<str>, Entity> {
        self.taken.iter().map(|(id, (entity, _))| ((*id).into(), *entity)).collect()
    }
}

/// A record on its way into the base, with its id.
pub(super) struct Candidate<'r, T> {
    pub(super) id: Slug,
    pub(super) text: &'r str,
    pub(super) raw: T,
    pub(super) origin: Origin,
}

impl<'r> Resolver<'r> {
    pub(super) fn ids_mut(&mut self) -> &mut Ids<'r> {
        Arc::get_mut(&mut self.ids).expect("ids are given before files are resolved side by side")
    }

    /// Reads a record's own id.
    pub(super) fn own_id<T>(&mut self, text: &'r Text<'r>, raw: T, origin: Origin) -> Option<Candidate<'r, T>> {
        match Slug::parse(text.as_str()) {
            Ok(id) => Some(Candidate { id, text: text.as_str(), raw, origin }),
            Err(error) => {
                let message = format!("{:?} is not an id: {error}", text.as_str());
                self.report(Diagnostic::new(Code::BadId, message).at(origin.field("id"), "the record is left out"));
                None
            }
        }
    }

    /// Sorts candidates by id and gives each its handle, leaving out those whose id is taken.
    pub(super) fn admit<T>(
        &mut self,
        mut candidates: Vec<Candidate<'r, T>>,
        entity: impl Fn(usize) -> Entity,
    ) -> Vec<Candidate<'r, T>> {
        candidates.sort_by(|a, b| a.id.cmp(&b.id).then(a.origin.file.cmp(&b.origin.file)));
        let mut admitted: Vec<Candidate<'r, T>> = Vec::with_capacity(candidates.len());
        for candidate in candidates {
            if let Some(&(same, first)) = self.ids.taken.get(candidate.text) {
                self.left_out.about.insert(same);
                let message = format!("the id {:?} is used twice", candidate.text);
                self.report(
                    Diagnostic::new(Code::DuplicateId, message)
                        .at(candidate.origin.field("id"), "this record is left out")
                        .at(first.field("id"), "used first here")
                        .help_by_code(),
                );
                continue;
            }
            self.ids_mut().take(candidate.text, entity(admitted.len()), candidate.origin);
            admitted.push(candidate);
        }
        admitted
    }

    /// What an id refers to.
    pub(super) fn entity(&mut self, text: &Text<'_>, location: impl Fn() -> Location) -> Option<Entity> {
        let id = text.as_str();
        if let Some((entity, _)) = self.ids.taken.get(id) {
            return Some(*entity);
        }
        match self.ids.retired.get(id).copied() {
            Some(Some(now)) => {
                let found = self.ids.taken.get(now).map(|(entity, _)| *entity);
                self.report(
                    Diagnostic::new(Code::RetiredId, format!("{id:?} goes by {now:?} now"))
                        .at(location(), "")
                        .help(format!("write {now:?}")),
                );
                found
            }
            Some(None) => {
                let message = format!("{id:?} was withdrawn");
                self.report(Diagnostic::new(Code::WithdrawnId, message).at(location(), "left out").help_by_code());
                None
            }
            None => {
                let near = nearest(id, self.ids.taken.keys().copied());
                let message = format!("nothing has the id {id:?}");
                self.report(Diagnostic::new(Code::UnknownId, message).at(location(), "left out").did_you_mean(near));
                None
            }
        }
    }

    pub(super) fn of_kind<T>(
        &mut self,
        text: &Text<'_>,
        wanted: &'static str,
        pick: impl Fn(Entity) -> Option<T>,
        location: impl Fn() -> Location,
    ) -> Option<T> {
        let id = text.as_str();
        if let Some(found) = self.ids.find(id).and_then(&pick) {
            return Some(found);
        }
        // An unknown id gets a suggestion of the kind that is wanted.
        if !self.ids.taken.contains_key(id) && !self.ids.retired.contains_key(id) {
            let right = self.ids.taken.iter().filter(|(_, (entity, _))| pick(*entity).is_some());
            let near = nearest(id, right.map(|(id, _)| *id));
            let message =
                format!("{} with the id {id:?} isn't known", wanted.split_once(' ').map_or(wanted, |(_, noun)| noun));
            let article = wanted.split_once(' ').map_or("", |(article, _)| article);
            self.report(
                Diagnostic::new(Code::UnknownId, format!("{article} {message}").trim().to_owned())
                    .at(location(), "left out")
                    .did_you_mean(near),
            );
            return None;
        }
        let entity = self.entity(text, &location)?;
        let found = pick(entity);
        if found.is_none() {
            let message = format!("{:?} is {}, not {wanted}", text.as_str(), entity.noun());
            self.report(Diagnostic::new(Code::WrongKind, message).at(location(), "left out"));
        }
        found
    }

    pub(super) fn actor(&mut self, text: &Text<'_>, location: impl Fn() -> Location) -> Option<ActorIx> {
        let pick = |entity| if let Entity::Actor(ix) = entity { Some(ix) } else { None };
        self.of_kind(text, "an actor", pick, location)
    }

    pub(super) fn source(&mut self, text: &Text<'_>, location: impl Fn() -> Location) -> Option<SourceIx> {
        let pick = |entity| if let Entity::Source(ix) = entity { Some(ix) } else { None };
        self.of_kind(text, "a source", pick, location)
    }

    pub(super) fn dispute(&mut self, text: &Text<'_>, location: impl Fn() -> Location) -> Option<DisputeIx> {
        let pick = |entity| if let Entity::Dispute(ix) = entity { Some(ix) } else { None };
        self.of_kind(text, "a dispute", pick, location)
    }

    pub(super) fn resolution(&mut self, text: &Text<'_>, location: impl Fn() -> Location) -> Option<ResolutionIx> {
        let pick = |entity| if let Entity::Resolution(ix) = entity { Some(ix) } else { None };
        self.of_kind(text, "a resolution", pick, location)
    }

    /// A list of ids of any kind.
    pub(super) fn entities(&mut self, list: &[Text<'_>], at: Origin, field: &'static str) -> Vec<Entity> {
        let location = |item| at.value([PathStep::Field(field), PathStep::Item(item)]);
        list.iter().enumerate().filter_map(|(item, id)| self.entity(id, || location(item))).collect()
    }

    /// A list of ids of actors.
    pub(super) fn actors(&mut self, list: &[Text<'_>], at: Origin, field: &'static str) -> Vec<ActorIx> {
        let location = |item| at.value([PathStep::Field(field), PathStep::Item(item)]);
        list.iter().enumerate().filter_map(|(item, id)| self.actor(id, || location(item))).collect()
    }
}
