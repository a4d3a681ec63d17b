//! Names and codes that stand for two actors at the same time.

use std::collections::BTreeMap;

use super::{CheckInput, words};
use crate::diag::{Code, Diagnostic, Location, Path, PathStep, Target};
use crate::model::{ActorIx, CodeScheme, Date, Day, Entity};

/// How a word is meant. Only words meant alike clash: whoever types `China` means the actor of that name, even if
/// another has it for an alias, and a number of one scheme says nothing in another.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Meant {
    /// An id or the name: it goes before all others.
    First,
    /// Another name, or an alias.
    Otherwise,
    /// A code of this scheme.
    Code(CodeScheme),
}

/// A word that stands for an actor.
struct Word<'b> {
    actor: ActorIx,
    text: &'b str,
    path: Path,
    /// The days on which it certainly holds, half-open.
    holds: (Day, Day),
    years: String,
}

/// Let a name or code stand for one actor at a time.
pub(super) fn clashes(input: &CheckInput<'_>, found: &mut Vec<Diagnostic>) {
    let base = input.base;
    for words in words_of_all(input).into_values() {
        let mut told: Vec<(ActorIx, ActorIx)> = Vec::new();
        for (position, later) in words.iter().enumerate() {
            for earlier in &words[..position] {
                let both = later.holds.0.max(earlier.holds.0) < later.holds.1.min(earlier.holds.1);
                let pair = (earlier.actor, later.actor);
                if earlier.actor == later.actor || !both || told.contains(&pair) {
                    continue;
                }
                told.push(pair);
                let message = format!(
                    "{:?} stands for {}{} and for {}{}",
                    later.text,
                    words::name(base, later.actor),
                    later.years,
                    words::name(base, earlier.actor),
                    earlier.years
                );
                found.push(
                    Diagnostic::new(Code::AliasClash, message)
                        .at(location(later), "")
                        .at(location(earlier), "")
                        .help_by_code(),
                );
            }
        }
    }
}

fn location(word: &Word<'_>) -> Location {
    Location::Of { target: Target::Entity(Entity::Actor(word.actor)), path: word.path.clone() }
}

fn words_of_all<'b>(input: &CheckInput<'b>) -> BTreeMap<(Meant, String), Vec<Word<'b>>> {
    let base = input.base;
    let mut all: BTreeMap<(Meant, String), Vec<Word<'b>>> = BTreeMap::new();
    for actor in base.actor_handles() {
        let record = &base[actor];
        let mut add = |meant: Meant, text: &'b str, path: Path, from: Option<&Date>, until: Option<&Date>| {
            let holds = (from.map_or(Day::PAST, Date::latest), until.map_or(Day::FUTURE, Date::earliest));
            let years = match (from, until) {
                (None, None) => String::new(),
                (Some(from), None) => format!(" (from {from})"),
                (None, Some(until)) => format!(" (until {until})"),
                (Some(from), Some(until)) => format!(" ({from} until {until})"),
            };
            all.entry((meant, fold(text))).or_default().push(Word { actor, text, path, holds, years });
        };
        let item = |list, item, field| vec![PathStep::Field(list), PathStep::Item(item), PathStep::Field(field)];
        add(Meant::First, record.id.as_str(), vec![PathStep::Field("id")], None, None);
        add(Meant::First, &record.name, vec![PathStep::Field("name")], None, None);
        for (index, name) in record.names.iter().enumerate() {
            let (from, until) = (name.from.as_ref(), name.until.as_ref());
            add(Meant::Otherwise, &name.text, item("names", index, "name"), from, until);
        }
        for (index, alias) in record.aliases.iter().enumerate() {
            add(Meant::Otherwise, alias, vec![PathStep::Field("aliases"), PathStep::Item(index)], None, None);
        }
        for (index, code) in record.codes.iter().enumerate() {
            let (from, until) = (code.from.as_ref(), code.until.as_ref());
            add(Meant::Code(code.scheme), &code.code, item("codes", index, "code"), from, until);
        }
    }
    all
}

/// A word as it is compared: without case and punctuation.
fn fold(text: &str) -> String {
    let plain = text.to_lowercase().replace(['\'', '’', '.'], "");
    let words: Vec<&str> = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}
