//! What is left out for a fault: remembered by what it may have been about.

use super::super::parse::first_word;
use super::super::raw::{self, Text};
use super::Resolver;
use crate::model::{ActorIx, Entity, Matter};

/// The files of which not everything could be read.
#[derive(Clone, Copy)]
pub(crate) struct Lacking<'t> {
    /// The texts of those from which records were blanked, or of which nothing could be made.
    pub(crate) texts: &'t [&'t str],
    /// Whether there are others, which couldn't even be opened.
    pub(crate) unread: bool,
}

impl<'r> Resolver<'r> {
    /// Remembers what files name of which not everything could be read.
    pub(super) fn lacking(&mut self, lacking: Lacking<'_>) {
        self.left_out.anything |= lacking.unread;
        for text in lacking.texts {
            let word = first_word(text);
            // These say nothing of what happened or holds.
            if matches!(
                word,
                "Dataset" | "Events" | "Claims" | "Sources" | "Gaps" | "Coverage" | "Exceptions" | "Retired"
            ) {
                continue;
            }
            let named = text.split('"').filter_map(|part| self.ids.find(part));
            let named: Vec<Entity> = named.filter(|entity| !matches!(entity, Entity::Source(_))).collect();
            match word {
                "Country" | "Organization" => {
                    self.left_out.of.insert(Matter::Countries);
                    self.left_out.about.extend(named);
                }
                _ if named.is_empty() => self.left_out.anything = true,
                _ => self.left_out.named.extend(named),
            }
        }
    }

    /// Remembers where a record belongs that is left out.
    pub(super) fn leave_out(&mut self, of: impl IntoIterator<Item = Matter>) {
        self.left_out.of.extend(of);
    }

    /// The actor with this id, if there is one; nothing is reported.
    pub(super) fn known(&self, text: &Text<'_>) -> Option<ActorIx> {
        match self.ids.find(text.as_str()) {
            Some(Entity::Actor(actor)) => Some(actor),
            _ => None,
        }
    }

    /// Remembers a treaty that is left out with all its acts.
    pub(super) fn leave_out_treaty(&mut self, raw: &raw::Treaty<'_>) {
        let acting = raw.acts.iter().filter_map(|act| act.by.as_ref());
        let parties: Vec<ActorIx> = raw.parties.iter().chain(acting).filter_map(|text| self.known(text)).collect();
        self.leave_out(parties.into_iter().map(Matter::TreatiesOf));
    }

    /// Remembers a resolution that is left out with its votes.
    pub(super) fn leave_out_resolution(&mut self, raw: &raw::Resolution<'_>) {
        let by = self.known(&raw.by).map(Matter::ResolutionsOf);
        let about: Vec<Matter> =
            raw.about.iter().filter_map(|text| self.ids.find(text.as_str())).map(Matter::ResolutionsAbout).collect();
        self.leave_out(by.into_iter().chain(about));
    }
}
