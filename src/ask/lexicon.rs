//! Which words of a question stand for records of the base.

use std::collections::BTreeMap;

use super::lex::{Token, normal};
use super::pattern::SlotKind;
use crate::model::{ActorKind, Base, Entity};
use crate::query::{Kin, Want, names};

/// Every name of the base by its folded form.
pub(super) struct Lexicon {
    senses: BTreeMap<String, Vec<(Entity, Kin)>>,
    /// How many words the longest name has.
    longest: usize,
}

impl Lexicon {
    pub(super) fn of(base: &Base) -> Self {
        let mut found = Self { senses: BTreeMap::new(), longest: 1 };
        for (name, entity, kin) in names(base) {
            // A number in a question is a number, unless resolutions are numbered so.
            let numbered = matches!(entity, Entity::Resolution(_));
            let is_number = !numbered && name.bytes().all(|byte| byte.is_ascii_digit());
            if name.is_empty() || is_number || matches!(entity, Entity::Claim(_)) {
                continue;
            }
            if let Entity::Actor(ix) = entity
                && base[ix].kind == ActorKind::Group
            {
                found.add_singular(&name, entity, kin);
            }
            found.add(normal(&name), entity, kin);
        }
        found
    }

    fn add(&mut self, name: String, entity: Entity, kin: Kin) {
        self.longest = self.longest.max(name.split(' ').count());
        let senses = self.senses.entry(name).or_default();
        if !senses.contains(&(entity, kin)) {
            senses.push((entity, kin));
        }
    }

    /// "Arab states" are asked for as "the first Arab state", too, and as "the first Arab country".
    fn add_singular(&mut self, name: &str, entity: Entity, kin: Kin) {
        for plural in ["states", "countries", "nations"] {
            if let Some(front) = name.strip_suffix(plural) {
                for word in ["state", "country", "nation", "states", "countries", "nations"] {
                    self.add(normal(&format!("{front}{word}")), entity, kin);
                }
            }
        }
        for other in ["states of ", "countries of "] {
            if let Some((front, behind)) = name.split_once(other) {
                for word in ["state", "country"] {
                    self.add(normal(&format!("{front}{word} of {behind}")), entity, kin);
                }
            }
        }
    }

    /// How many words the names take that begin at a word and suit a kind; the longest first.
    pub(super) fn lengths_at(&self, base: &Base, tokens: &[Token], at: usize, kind: SlotKind) -> Vec<usize> {
        let mut found = Vec::new();
        let mut text = String::new();
        for length in 1..=self.longest.min(tokens.len().saturating_sub(at)) {
            let token = &tokens[at + length - 1];
            if token.text == "'s" {
                break;
            }
            if length > 1 {
                text.push(' ');
            }
            text += &token.text;
            let article = text.strip_prefix("the ").unwrap_or(&text);
            let Some(senses) = self.senses.get(article) else { continue };
            // Codes are written in capitals: "in" is no Indian state, "US" is no pronoun.
            let written = |kin: Kin| kin != Kin::Code || tokens[at..at + length].iter().any(|token| token.capitals);
            if senses.iter().any(|(entity, kin)| written(*kin) && suits(base, *entity, kind)) {
                found.push(length);
            }
        }
        found.reverse();
        found
    }

    /// The records that go by these words.
    pub(super) fn senses(&self, tokens: &[Token]) -> Vec<Entity> {
        let words: Vec<&str> = tokens.iter().map(|token| token.text.as_str()).collect();
        let text = words.join(" ");
        let article = text.strip_prefix("the ").unwrap_or(&text);
        let mut found: Vec<Entity> = Vec::new();
        for (entity, _) in self.senses.get(article).into_iter().flatten() {
            if !found.contains(entity) {
                found.push(*entity);
            }
        }
        found
    }
}

/// Whether a record can stand in a slot.
pub(super) fn suits(base: &Base, entity: Entity, kind: SlotKind) -> bool {
    match (kind, entity) {
        (SlotKind::Actor, Entity::Actor(ix)) => base[ix].kind != ActorKind::Group,
        (SlotKind::Group, Entity::Actor(ix)) => matches!(base[ix].kind, ActorKind::Group | ActorKind::Organization),
        (SlotKind::Treaty, Entity::Treaty(_))
        | (SlotKind::Dispute, Entity::Dispute(_))
        | (SlotKind::Resolution, Entity::Resolution(_))
        | (SlotKind::Source, Entity::Source(_))
        | (SlotKind::Event, Entity::Event(_)) => true,
        (SlotKind::Subject, entity) => !matches!(entity, Entity::Source(_) | Entity::Claim(_)),
        _ => false,
    }
}

/// What a slot wants, as names are resolved.
pub(super) fn want(kind: SlotKind) -> Option<Want> {
    match kind {
        SlotKind::Actor | SlotKind::Group => Some(Want::Actor),
        SlotKind::Treaty => Some(Want::Treaty),
        SlotKind::Dispute => Some(Want::Dispute),
        SlotKind::Resolution => Some(Want::Resolution),
        SlotKind::Source => Some(Want::Source),
        SlotKind::Event => Some(Want::Event),
        SlotKind::Subject => Some(Want::Subject),
        _ => None,
    }
}
