//! Names: from what a person types to a record of the base.

mod actor;

use std::collections::BTreeSet;

use any_ascii::any_ascii;

pub use self::actor::{Called, NoActor};
use crate::model::{ActorIx, Base, Day, Entity, Name, ResolutionIx, end_of};

/// What kinds of records a name may stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Want {
    /// An actor.
    Actor,
    /// An actor or a treaty.
    ActorOrTreaty,
    /// A treaty.
    Treaty,
    /// A dispute.
    Dispute,
    /// An event.
    Event,
    /// A resolution.
    Resolution,
    /// A claim.
    Claim,
    /// A source.
    Source,
    /// Anything that a resolution can be about.
    Subject,
    /// Anything with an id of its own.
    Anything,
}

impl Want {
    fn takes(self, entity: Entity) -> bool {
        match self {
            Self::Actor => matches!(entity, Entity::Actor(_)),
            Self::ActorOrTreaty => matches!(entity, Entity::Actor(_) | Entity::Treaty(_)),
            Self::Treaty => matches!(entity, Entity::Treaty(_)),
            Self::Dispute => matches!(entity, Entity::Dispute(_)),
            Self::Event => matches!(entity, Entity::Event(_)),
            Self::Resolution => matches!(entity, Entity::Resolution(_)),
            Self::Claim => matches!(entity, Entity::Claim(_)),
            Self::Source => matches!(entity, Entity::Source(_)),
            Self::Subject => !matches!(entity, Entity::Source(_) | Entity::Claim(_)),
            Self::Anything => true,
        }
    }
}

/// How a word stands for a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kin {
    /// Its id or its name.
    Name,
    /// Another name.
    Alias,
    /// A code.
    Code,
    /// A word for its people.
    Demonym,
}

impl Kin {
    /// How far it stands back where several records go by one word.
    fn rank(self) -> usize {
        match self {
            Self::Name => 0,
            Self::Alias | Self::Code => 1,
            Self::Demonym => 2,
        }
    }
}

/// What a name stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    /// One record.
    One(Entity),
    /// Several, by id: whoever asked has to choose.
    Several(Vec<Entity>),
    /// None; the nearest ones, the nearest first.
    None(Vec<Entity>),
}

/// Finds what a name stands for: an id, a former id, a name, a former name, an alias or a code.
///
/// Case, accents, scripts and punctuation don't matter; letters and digits do, so that an identifier finds what bears it or
/// nothing. With a day, a name or code that doesn't hold on it stands
/// back behind one that does.
pub fn resolve(base: &Base, text: &str, want: Want, on: Option<Day>) -> Named {
    let suits = |entity: &Entity| want.takes(*entity);
    if let Some(entity) = base.find(text).filter(suits) {
        return Named::One(entity);
    }
    let folded = fold(text);
    let mut best: BTreeSet<(usize, Entity)> = BTreeSet::new();
    each_word_and_symbol(base, &folded, &mut |entity, word, kin, holds| {
        if suits(&entity) && fold(word) == folded {
            let late = on.is_some_and(|day| !holds(day));
            best.insert((kin.rank() + if late { 10 } else { 0 } + behind(want, entity), entity));
        }
    });
    let Some(&(rank, _)) = best.first() else { return Named::None(near(base, &folded, suits)) };
    let found: BTreeSet<Entity> = best.iter().filter(|(other, _)| *other == rank).map(|(_, entity)| *entity).collect();
    let mut found: Vec<Entity> = found.into_iter().collect();
    match found[..] {
        [entity] => Named::One(entity),
        _ => {
            found.sort_by_key(|entity| base.id(*entity));
            Named::Several(found)
        }
    }
}

/// Every record that bears a name on a day, whatever others it has: whoever says "Congo" may mean the one or the other.
/// Ids, codes and words for people aren't looked at.
pub fn bearers(base: &Base, text: &str, want: Want, on: Day) -> Vec<Entity> {
    let folded = fold(text);
    let mut found: BTreeSet<Entity> = BTreeSet::new();
    each_word_and_symbol(base, &folded, &mut |entity, word, kin, holds| {
        let is_id = std::ptr::eq(word, base.id(entity));
        if matches!(kin, Kin::Name | Kin::Alias) && !is_id && want.takes(entity) && holds(on) && fold(word) == folded {
            found.insert(entity);
        }
    });
    let mut found: Vec<Entity> = found.into_iter().collect();
    found.sort_by_key(|entity| base.id(*entity));
    found
}

/// Other actors whose name contains that of one: the Democratic Republic of Georgia, for Georgia.
pub fn namesakes(base: &Base, of: ActorIx) -> Vec<ActorIx> {
    let name = fold(&base[of].name);
    let others = base.actor_handles().filter(|&actor| actor != of);
    others.filter(|&actor| format!(" {} ", fold(&base[actor].name)).contains(&format!(" {name} "))).collect()
}

/// The record that a mistyped name means: the only one with a name that is nearly the same, one letter in five apart at
/// most. An identifier isn't mistyped but another one, and numbers in names are read as they stand.
pub fn mistyped(base: &Base, text: &str, want: Want) -> Option<Entity> {
    if is_identifier(text) {
        return None;
    }
    let folded = fold(text);
    let allowed = folded.chars().count() / 5;
    let mut best: Vec<Entity> = Vec::new();
    let mut least = allowed;
    each_word(base, &mut |entity, word, kin, _| {
        let word = fold(word);
        if kin == Kin::Code || !want.takes(entity) || word.len().abs_diff(folded.len()) > allowed || allowed == 0 {
            return;
        }
        let distance = strsim::damerau_levenshtein(&folded, &word);
        if distance > least || !numbers(&folded).eq(numbers(&word)) {
            return;
        }
        if distance < least {
            best.clear();
            least = distance;
        }
        if !best.contains(&entity) {
            best.push(entity);
        }
    });
    if let [entity] = best[..] { Some(entity) } else { None }
}

/// Whether a text is written as identifiers are, of which none is nearly another: `A/RES/62/243`, `unga-62-243`, `Q228`,
/// `recognition/azerbaijan/pakistan`, `AZE`.
pub fn is_identifier(text: &str) -> bool {
    let text = text.trim();
    let has = |test: fn(char) -> bool| text.chars().any(test);
    let symbol = has(|c| c == '/') && (has(|c| c.is_ascii_digit()) || !has(char::is_whitespace));
    let id = has(|c| c.is_ascii_digit()) && !has(char::is_whitespace);
    let code = text.len() <= LONGEST_CODE && !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_uppercase());
    symbol || id || code
}

/// As many letters a code has at most that is written in capitals: UNESCO.
const LONGEST_CODE: usize = 6;

/// The words of a folded name that number what they name: "1949", "243", "1st", "iv"; a last letter, too, as in "Annex B".
fn numbers(folded: &str) -> impl Iterator<Item = &str> {
    let roman = |word: &str| !word.is_empty() && word.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'));
    let last = folded.rsplit(' ').next().filter(|word| word.len() == 1 && !roman(word));
    let numbered = move |word: &&str| roman(word) || word.bytes().any(|byte| byte.is_ascii_digit());
    folded.split(' ').filter(numbered).chain(last)
}

/// How far a record stands back where anything may be meant: who says "Kosovo" means the country before the dispute,
/// and neither a document nor a claim of that title.
fn behind(want: Want, entity: Entity) -> usize {
    match entity {
        _ if want != Want::Anything => 0,
        Entity::Actor(_) => 0,
        Entity::Source(_) | Entity::Claim(_) => 200,
        Entity::Treaty(_) | Entity::Resolution(_) | Entity::Dispute(_) | Entity::Event(_) => 100,
    }
}

/// Every word that stands for a record, folded, and how it does.
pub fn names(base: &Base) -> Vec<(String, Entity, Kin)> {
    let mut found = Vec::new();
    each_word(base, &mut |entity, word, kin, _| found.push((fold(word), entity, kin)));
    each_symbol(base, &mut |entity, word| found.push((fold(word), entity, Kin::Alias)));
    found
}

/// The form in which words are compared: Latin letters and digits in lower case, words parted by one space.
pub fn fold(text: &str) -> String {
    let latin = if text.is_ascii() {
        text.to_ascii_lowercase()
    } else {
        // й is written i in names: Azerbaidzhan, Haiti.
        any_ascii(&text.replace('й', "и").replace('Й', "И")).to_lowercase()
    };
    // A dot between digits parts two numbers; else it stands for letters that are left out.
    let digit = |at: Option<usize>| at.and_then(|at| latin.as_bytes().get(at)).is_some_and(u8::is_ascii_digit);
    let kept = latin.char_indices().filter(|&(at, c)| match c {
        '\'' | '’' => false,
        '.' => digit(at.checked_sub(1)) && digit(Some(at + 1)),
        _ => true,
    });
    let latin: String = kept.map(|(_, c)| c).collect();
    let words: Vec<&str> = latin.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    match &words[..] {
        ["the", rest @ ..] if !rest.is_empty() => rest.join(" "),
        _ => words.join(" "),
    }
}

/// The three records with the nearest names.
fn near(base: &Base, folded: &str, suits: impl Fn(&Entity) -> bool) -> Vec<Entity> {
    let mut scored: Vec<(f64, Entity)> = Vec::new();
    each_word(base, &mut |entity, word, _, _| {
        if suits(&entity) {
            let likeness = strsim::jaro_winkler(folded, &fold(word));
            if likeness > 0.8 {
                scored.push((likeness, entity));
            }
        }
    });
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| base.id(a.1).cmp(base.id(b.1))));
    // Beside a near name, a far one is noise.
    let enough = scored.first().map_or(0.0, |(best, _)| best - 0.1);
    scored.retain(|(likeness, _)| *likeness >= enough);
    let mut found = Vec::new();
    for (_, entity) in scored {
        if !found.contains(&entity) {
            found.push(entity);
        }
    }
    found.truncate(3);
    found
}

/// Whether a name holds on a day.
type HoldsOn<'a> = &'a dyn Fn(Day) -> bool;

/// Visits every word that stands for a record.
fn each_word(base: &Base, visit: &mut dyn FnMut(Entity, &str, Kin, HoldsOn<'_>)) {
    let always = |_: Day| true;
    for (index, actor) in base.actors.iter().enumerate() {
        let entity = Entity::Actor(ActorIx::new(index));
        visit(entity, actor.id.as_str(), Kin::Name, &always);
        visit(entity, &actor.name, Kin::Name, &always);
        for name in &actor.names {
            visit(entity, &name.text, Kin::Alias, &|day| holds(name, day));
        }
        for code in &actor.codes {
            // The code of a state that is no more was free for another.
            let lives = |day: Day| end_of(base, ActorIx::new(index), Day::PAST).is_none_or(|end| day < end.latest);
            visit(entity, &code.code, Kin::Code, &|day| code.holds(day) && lives(day));
        }
        actor.aliases.iter().for_each(|alias| visit(entity, alias, Kin::Alias, &always));
        actor.demonyms.iter().for_each(|demonym| visit(entity, demonym, Kin::Demonym, &always));
    }
    let aliased = |entity: Entity, aliases: &[Box<str>], visit: &mut dyn FnMut(Entity, &str, Kin, HoldsOn<'_>)| {
        visit(entity, base.id(entity), Kin::Name, &always);
        visit(entity, base.name(entity), Kin::Name, &always);
        aliases.iter().for_each(|alias| visit(entity, alias, Kin::Alias, &always));
    };
    for entity in base.records().filter(|entity| !matches!(entity, Entity::Actor(_))) {
        let none: &[Box<str>] = &[];
        let aliases = match entity {
            Entity::Treaty(ix) => &base[ix].aliases,
            Entity::Resolution(ix) => &base[ix].aliases,
            Entity::Dispute(ix) => &base[ix].aliases,
            Entity::Event(ix) => &base[ix].aliases,
            Entity::Actor(_) | Entity::Claim(_) | Entity::Source(_) => none,
        };
        aliased(entity, aliases, visit);
        if let Entity::Resolution(ix) = entity
            && let Some(symbol) = &base[ix].symbol
        {
            visit(entity, symbol, Kin::Name, &always);
        }
    }
}

/// The same, and where a text has numbers, what resolutions are called by their symbols.
fn each_word_and_symbol(base: &Base, folded: &str, visit: &mut dyn FnMut(Entity, &str, Kin, HoldsOn<'_>)) {
    each_word(base, visit);
    if folded.bytes().any(|byte| byte.is_ascii_digit()) {
        each_symbol(base, &mut |entity, word| visit(entity, word, Kin::Alias, &|_| true));
    }
}

/// Visits what resolutions of the United Nations are called by their symbol: `A/RES/62/243` is "General Assembly resolution
/// 62/243", "62/243"; `S/RES/822 (1993)` is "Security Council resolution 822".
fn each_symbol(base: &Base, visit: &mut dyn FnMut(Entity, &str)) {
    for (index, resolution) in base.resolutions.iter().enumerate() {
        let Some(symbol) = resolution.symbol.as_deref() else { continue };
        let entity = Entity::Resolution(ResolutionIx::new(index));
        let folded = fold(symbol);
        let (body, number): (&[&str], &str) = if let Some(number) = folded.strip_prefix("a res ") {
            (&["general assembly", "ga", "unga", "un general assembly"], number)
        } else if let Some(number) = folded.strip_prefix("s res ") {
            (&["security council", "sc", "unsc", "un security council"], number)
        } else {
            continue;
        };
        let mut numbers = vec![number];
        // "822 1993" is called 822, too; "62 243" has two numbers of its own.
        if let Some((front, year)) = number.rsplit_once(' ')
            && folded.starts_with("s res")
            && year.len() == 4
        {
            numbers.push(front);
            visit(entity, &format!("s res {front}"));
        }
        for number in numbers {
            for body in body {
                visit(entity, &format!("{body} resolution {number}"));
                visit(entity, &format!("{body} {number}"));
            }
            visit(entity, &format!("resolution {number}"));
            visit(entity, number);
        }
    }
}

fn holds(name: &Name, day: Day) -> bool {
    name.from.as_ref().is_none_or(|from| from.earliest() <= day)
        && name.until.as_ref().is_none_or(|until| day < until.latest())
}

#[cfg(test)]
mod tests {
    use super::{fold, is_identifier};

    #[test]
    fn case_accents_scripts_and_punctuation_fold_away() {
        assert_eq!(fold("Türkiye"), "turkiye");
        assert_eq!(fold("Côte d’Ivoire"), "cote divoire");
        assert_eq!(fold("The Gambia"), "gambia");
        assert_eq!(fold("senate-of-pakistan"), "senate of pakistan");
        assert_eq!(fold("U.S.A."), "usa");
        assert_eq!(fold("Res. 62.243"), "res 62 243");
        assert_eq!(fold("Азербайджан"), "azerbaidzhan");
    }

    #[test]
    fn identifiers_have_numbers_slashes_or_capitals() {
        for text in ["A/RES/ES-11/1", "S/RES/822 (1993)", "62/243", "unga-62-243", "Q228", "act/one/other", "AZE", "UN"]
        {
            assert!(is_identifier(text), "{text}");
        }
        for text in ["", "Azerbaijan", "Guinea-Bissau", "Geneva Convention of 1949", "PAKISTAN", "Bosnia / Herzegovina"]
        {
            assert!(!is_identifier(text), "{text}");
        }
    }
}
