//! The grammar: which questions and sentences are understood, and what they ask.
//!
//! Each rule has the patterns of its questions, the patterns of sentences that say the same, an example, and a reading.
//! Patterns are the documentation: [`grammar_text`] prints them.

mod counting;
mod happenings;
mod matters;
mod records;
mod relations;
mod states;
mod trials;
mod words;

use std::sync::OnceLock;

use super::parts::Parts;
use super::pattern::{Macros, Phrase, Program};
use super::problem::Problem;
use crate::form::{Act, Question, State};
use crate::model::ActorIx;

/// What is understood, and what it asks.
pub(super) struct Rule {
    /// Patterns of questions.
    pub(super) questions: &'static [&'static str],
    /// Patterns of sentences that say so.
    pub(super) sentences: &'static [&'static str],
    /// A question or sentence of this kind.
    pub(super) example: &'static str,
    /// What it asks.
    pub(super) read: fn(&Parts<'_>) -> Result<Question, Problem>,
}

/// A phrase that stands inside of questions and sentences, in its forms.
pub(super) struct PhraseRule {
    /// Its patterns, each with its form.
    pub(super) forms: &'static [(Phrase, &'static str)],
    /// What it means.
    pub(super) read: Meaning,
}

/// What a phrase means.
#[derive(Clone, Copy)]
pub(super) enum Meaning {
    /// Something that happened.
    Happening(fn(&Parts<'_>) -> Result<Act<ActorIx>, Problem>),
    /// Something that holds.
    State(fn(&Parts<'_>) -> Result<State<ActorIx>, Problem>),
}

/// The topics, each with its rules.
const TOPICS: &[(&str, &[Rule])] = &[
    ("Recognition and other acts: who, which place, how many", counting::RULES),
    ("When, whether, in which order, how long between", happenings::RULES),
    ("Relations and missions", relations::RULES),
    ("Treaties, resolutions, votes, positions, memberships", matters::RULES),
    ("Claims that can be tried", trials::RULES),
    ("Everything on a day, and single records", records::RULES),
];

/// The grammar, ready to be used.
pub(super) struct Grammar {
    pub(super) rules: Vec<&'static Rule>,
    /// Patterns of questions, each with the place of its rule.
    pub(super) questions: Vec<(usize, Program)>,
    /// Patterns of sentences.
    pub(super) sentences: Vec<(usize, Program)>,
    phrase_rules: Vec<&'static PhraseRule>,
    /// Patterns of phrases, each with its form and the place of its rule.
    pub(super) phrases: Vec<(Phrase, usize, Program)>,
}

/// The grammar.
pub(super) fn grammar() -> &'static Grammar {
    static GRAMMAR: OnceLock<Grammar> = OnceLock::new();
    GRAMMAR.get_or_init(|| {
        let macros: Macros = words::MACROS.iter().copied().collect();
        let rules: Vec<&Rule> = TOPICS.iter().flat_map(|(_, rules)| *rules).collect();
        let programs = |patterns: fn(&Rule) -> &'static [&'static str]| {
            let each = |(at, rule): (usize, &&Rule)| {
                patterns(rule).iter().map(move |pattern| (at, *pattern)).collect::<Vec<_>>()
            };
            let all = rules.iter().enumerate().flat_map(each);
            all.map(|(at, pattern)| (at, Program::of(pattern, &macros))).collect::<Vec<_>>()
        };
        let phrase_rules: Vec<&PhraseRule> = happenings::PHRASES.iter().chain(states::PHRASES).collect();
        let phrases = phrase_rules.iter().enumerate().flat_map(|(at, rule)| {
            rule.forms.iter().map(|(form, pattern)| (*form, at, Program::of(pattern, &macros))).collect::<Vec<_>>()
        });
        Grammar {
            questions: programs(|rule| rule.questions),
            sentences: programs(|rule| rule.sentences),
            phrases: phrases.collect(),
            rules: rules.clone(),
            phrase_rules: phrase_rules.clone(),
        }
    })
}

/// What happened, by the phrase in a slot.
fn happening(parts: &Parts<'_>, slot: &str) -> Result<Act<ActorIx>, Problem> {
    let (rule, parts) = parts.phrase(slot);
    match grammar().phrase_rules[rule].read {
        Meaning::Happening(read) => read(&parts),
        Meaning::State(_) => unreachable!("phrases of happenings tell happenings"),
    }
}

/// What holds, by the phrase in a slot.
fn state(parts: &Parts<'_>, slot: &str) -> Result<State<ActorIx>, Problem> {
    let (rule, parts) = parts.phrase(slot);
    match grammar().phrase_rules[rule].read {
        Meaning::State(read) => read(&parts),
        Meaning::Happening(_) => unreachable!("phrases of states tell states"),
    }
}

/// The grammar as a text for people: topics with examples, then every pattern.
pub fn grammar_text() -> String {
    let mut text = String::from(concat!(
        "Questions are matched word by word against these patterns. `(a | b)` is one of both, `[a]` may be left out, WORDS in\n",
        "capitals stand for others (below), `<of:actor>` is a name in any form: a former name, an alias, a code in capitals, a\n",
        "word for its people. Case, accents, scripts, British or American spelling and small typing errors don't matter.\n",
    ));
    for (topic, rules) in TOPICS {
        text += &format!("\n## {topic}\n");
        for rule in *rules {
            text += &format!("\n{}\n", rule.example);
            for pattern in rule.questions {
                text += &format!("    {pattern}\n");
            }
            for pattern in rule.sentences {
                text += &format!("    (sentence) {pattern}\n");
            }
        }
    }
    text += "\n## Phrases within questions\n";
    for rule in happenings::PHRASES.iter().chain(states::PHRASES) {
        text.push('\n');
        for (form, pattern) in rule.forms {
            text += &format!("    {:<8}{pattern}\n", format!("{form:?}").to_lowercase());
        }
    }
    text += "\n## Words in capitals\n\n";
    for (name, meaning) in words::MACROS {
        text += &format!("    {name:<12} {meaning}\n");
    }
    text
}

/// An example of each rule, by topic.
pub fn examples() -> Vec<(&'static str, Vec<&'static str>)> {
    TOPICS.iter().map(|(topic, rules)| (*topic, rules.iter().map(|rule| rule.example).collect())).collect()
}
