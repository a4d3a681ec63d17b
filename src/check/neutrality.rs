//! Neutrality: words that take a side, and who is in the base at all. `data/FORMAT.md` has the rules.

use super::contests::of_attestation;
use super::{CheckInput, words};
use crate::diag::{Code, Diagnostic, Location, PathStep, Target};
use crate::model::{Entity, Fact, Key};
use crate::query::WORLD;

/// Words that take a side. They may stand in titles, quotations and the words of others; in the base's own voice only
/// between quotation marks.
const LOADED: &[&str] = &[
    "aggressor",
    "aggressors",
    "genocidal",
    "genocide",
    "genocides",
    "liberated",
    "puppet",
    "regime",
    "regimes",
    "separatism",
    "separatist",
    "separatists",
    "so-called",
    "terrorism",
    "terrorist",
    "terrorists",
];

/// Speak neutrally in names, notes and reasons.
pub(super) fn loaded_words(input: &CheckInput<'_>, found: &mut Vec<Diagnostic>) {
    let base = input.base;
    let mut look = |text: Option<&str>, location: Location| {
        if let Some(word) = text.and_then(loaded) {
            let message = format!("{word:?} takes a side");
            found.push(
                Diagnostic::new(Code::LoadedWord, message).at(location, "in the base's own voice").help_by_code(),
            );
        }
    };
    for entity in base.records() {
        // Titles are those of the documents.
        let (named, name, note) = match entity {
            Entity::Actor(ix) => ("name", Some(&base[ix].name), base[ix].note.as_deref()),
            Entity::Dispute(ix) => ("name", Some(&base[ix].name), base[ix].note.as_deref()),
            Entity::Event(ix) => ("name", Some(&base[ix].name), None),
            Entity::Claim(ix) => ("text", Some(&base[ix].text), base[ix].note.as_deref()),
            Entity::Treaty(ix) => ("title", None, base[ix].note.as_deref()),
            Entity::Source(ix) => ("title", None, base[ix].note.as_deref()),
            Entity::Resolution(_) => continue,
        };
        look(name.map(|name| &**name), Target::Entity(entity).field(named));
        look(note, Target::Entity(entity).field("note"));
    }
    for (ix, statement) in input.standing() {
        look(statement.contest.as_deref(), Target::Statement(ix).field("contest"));
        for (position, attestation) in statement.attestations.iter().enumerate() {
            let Some(particulars) = attestation.particulars.as_deref() else { continue };
            let field = |name| of_attestation(ix, position).then([PathStep::Field(name)]);
            look(particulars.note.as_deref(), field("note"));
            look(particulars.reason.as_deref(), field("reason"));
            look(particulars.inferred.as_deref(), field("inferred"));
        }
    }
    for (index, gap) in base.gaps.iter().enumerate() {
        look(Some(&gap.what), Target::Gap(index).field("what"));
    }
    for (index, exception) in base.exceptions.iter().enumerate() {
        look(Some(&exception.reason), Target::Exception(index).field("reason"));
    }
}

/// The first loaded word of a text that stands outside quotation marks.
fn loaded(text: &str) -> Option<&str> {
    let mut quoted = false;
    for word in text.split_inclusive(|c: char| c.is_whitespace() || "\"“”«»".contains(c)) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let is_loaded = LOADED.contains(&bare.to_lowercase().as_str());
        if is_loaded && !quoted {
            return Some(bare);
        }
        match word.chars().last() {
            Some('"') => quoted = !quoted,
            Some('“' | '«') => quoted = true,
            Some('”' | '»') => quoted = false,
            _ => {}
        }
    }
    None
}

/// Hold a country only by the rule of inclusion. Where no members of the United Nations are recorded, the rule can't
/// be kept.
pub(super) fn outside_inclusion(input: &CheckInput<'_>, found: &mut Vec<Diagnostic>) {
    let base = input.base;
    let Some(world) = base.find_actor(WORLD).filter(|&world| base.under(Key::MembersOf(world)).next().is_some()) else {
        return;
    };
    for ix in base.actor_handles().filter(|&ix| base[ix].kind.is_country()) {
        let included = |key: Key| {
            base.under(key).filter(|&ix| base[ix].stands()).any(|ix| match base[ix].fact {
                Fact::Membership { organization, .. } => organization == world,
                Fact::Existence { .. } | Fact::Recognition { .. } => true,
                _ => false,
            })
        };
        let keys = [Key::MembershipsOf(ix), Key::Existence(ix), Key::RecognitionOf(ix), Key::RecognitionBy(ix)];
        if !keys.into_iter().any(included) {
            let message = format!("nothing includes {} ({})", words::name(base, ix), base[ix].id);
            let location = Target::Entity(Entity::Actor(ix)).field("id");
            found.push(Diagnostic::new(Code::OutsideInclusion, message).at(location, "").help_by_code());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::loaded;

    #[test]
    fn loaded_words_may_be_quoted() {
        for (text, expected) in [
            ("The Genocide Convention", Some("Genocide")),
            ("The resolution speaks of “genocide”.", None),
            ("It says \"the so-called republic\", and its regime", Some("regime")),
            ("«режим» и regime", Some("regime")),
            ("A regimen of care", None),
            ("Regime.", Some("Regime")),
            ("Relations resumed", None),
        ] {
            assert_eq!(loaded(text), expected, "{text}");
        }
    }
}
