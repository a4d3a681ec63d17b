//! Reading a question: every way in which the grammar can take its words.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use super::dates::dates_at;
use super::lex::Token;
use super::lexicon::{Lexicon, want};
use super::limits;
use super::pattern::{Phrase, Program, SlotKind, Step};
use crate::form::{Pick, Unit};
use crate::model::{Base, Closed, Date, Day, Level};

/// Words that are no part of a name, even of one that isn't known.
const NEVER_NAMES: [&str; 30] = [
    "'s",
    "who",
    "whom",
    "which",
    "what",
    "when",
    "where",
    "why",
    "how",
    "did",
    "does",
    "do",
    "was",
    "were",
    "is",
    "are",
    "has",
    "have",
    "had",
    "recognize",
    "recognized",
    "recognizes",
    "recognition",
    "between",
    "before",
    "after",
    "first",
    "second",
    "last",
    "to",
];

/// What a slot took.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SlotMatch {
    /// The name of the slot, or of the mark.
    pub(super) name: Box<str>,
    /// Its words.
    pub(super) words: Range<usize>,
    /// What they are.
    pub(super) value: Value,
}

/// What the words of a slot are.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    /// The name of a record, or of none that is known.
    Name(SlotKind),
    /// A date.
    Date(Date),
    /// A number.
    Number(usize),
    /// A place in an order.
    Nth(Pick),
    /// A unit of time.
    Unit(Unit),
    /// A level of missions.
    Level(Level),
    /// A phrase: the number of its rule, and what its slots took.
    Phrase(usize, Vec<SlotMatch>),
    /// Nothing: a mark.
    Mark,
}

/// A way to take some words.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Way {
    /// Behind the last word.
    pub(super) end: usize,
    /// What its slots took.
    pub(super) caught: Vec<SlotMatch>,
    /// How many words are taken for names that aren't known.
    pub(super) unknown: usize,
    /// How many words are taken for names, dates and numbers.
    pub(super) slotted: usize,
}

/// Whether words that aren't known may be names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Strictness {
    /// They may not.
    Strict,
    /// They may be mistyped.
    Lenient,
}

/// Reads the words of one question.
pub(super) struct Reader<'a> {
    pub(super) base: &'a Base,
    /// The grammar's phrases, each with the number of its rule.
    phrases: &'a [(Phrase, usize, Program)],
    pub(super) lexicon: &'a Lexicon,
    pub(super) tokens: &'a [Token],
    pub(super) today: Day,
    pub(super) strictness: Strictness,
    /// Of each word, whether neither the grammar nor a name has it.
    strange: &'a [bool],
    ways: RefCell<PhraseWays>,
}

/// The phrases that begin at a word, found once.
type PhraseWays = BTreeMap<(Phrase, usize), Rc<Vec<(usize, Way)>>>;

impl<'a> Reader<'a> {
    pub(super) fn new(
        base: &'a Base,
        phrases: &'a [(Phrase, usize, Program)],
        lexicon: &'a Lexicon,
        tokens: &'a [Token],
        today: Day,
        (strictness, strange): (Strictness, &'a [bool]),
    ) -> Self {
        Self { base, phrases, lexicon, tokens, today, strictness, strange, ways: RefCell::default() }
    }

    /// Every way in which a program takes all words from the first to the last.
    pub(super) fn whole(&self, program: &Program) -> Vec<Way> {
        let mut ways = self.ways(program, 0);
        ways.retain(|way| way.end == self.tokens.len());
        ways
    }

    fn ways(&self, program: &Program, at: usize) -> Vec<Way> {
        let mut found = Vec::new();
        let mut way = Way { end: at, caught: Vec::new(), unknown: 0, slotted: 0 };
        self.step(program, 0, &mut way, &mut found);
        found
    }

    fn step(&self, program: &Program, step: usize, way: &mut Way, found: &mut Vec<Way>) {
        let at = way.end;
        match &program.steps[step] {
            Step::Word(word) => {
                if self.tokens.get(at).is_some_and(|token| token.text == **word) {
                    way.end += 1;
                    self.step(program, step + 1, way, found);
                    way.end = at;
                }
            }
            Step::Fork(one, other) => {
                self.step(program, *one, way, found);
                self.step(program, *other, way, found);
            }
            Step::Jump(to) => self.step(program, *to, way, found),
            Step::Mark(name) => {
                way.caught.push(SlotMatch { name: name.clone(), words: at..at, value: Value::Mark });
                self.step(program, step + 1, way, found);
                way.caught.pop();
            }
            Step::Slot(kind, name) => {
                for (length, value, unknown) in self.candidates(*kind, at) {
                    let before = (way.unknown, way.slotted);
                    way.end = at + length;
                    way.unknown += unknown;
                    way.slotted += length;
                    way.caught.push(SlotMatch { name: name.clone(), words: at..at + length, value });
                    self.step(program, step + 1, way, found);
                    way.caught.pop();
                    (way.unknown, way.slotted) = before;
                    way.end = at;
                }
            }
            Step::End => {
                if !found.contains(way) {
                    found.push(way.clone());
                }
            }
        }
    }

    /// What can stand in a slot at a word: how many words it takes, what it is, and how many of them aren't known.
    fn candidates(&self, kind: SlotKind, at: usize) -> Vec<(usize, Value, usize)> {
        let Some(token) = self.tokens.get(at) else { return Vec::new() };
        let word = token.text.as_str();
        match kind {
            SlotKind::Date => dates_at(self.tokens, at, self.today)
                .into_iter()
                .map(|(length, date)| (length, Value::Date(date), 0))
                .collect(),
            SlotKind::Number => number(word).map(|number| (1, Value::Number(number), 0)).into_iter().collect(),
            SlotKind::Nth => {
                nth(self.tokens, at).map(|(length, pick)| (length, Value::Nth(pick), 0)).into_iter().collect()
            }
            SlotKind::Unit => unit(word).map(|unit| (1, Value::Unit(unit), 0)).into_iter().collect(),
            SlotKind::Level => {
                level(self.tokens, at).map(|(length, level)| (length, Value::Level(level), 0)).into_iter().collect()
            }
            SlotKind::Phrase(phrase) => {
                let ways = self.phrases_at(phrase, at);
                ways.iter()
                    .map(|(rule, way)| (way.end - at, Value::Phrase(*rule, way.caught.clone()), way.unknown))
                    .collect()
            }
            _ if want(kind).is_some() => self.names(kind, at),
            _ => Vec::new(),
        }
    }

    fn names(&self, kind: SlotKind, at: usize) -> Vec<(usize, Value, usize)> {
        let known = self.lexicon.lengths_at(self.base, self.tokens, at, kind);
        let mut found: Vec<(usize, Value, usize)> =
            known.iter().map(|&length| (length, Value::Name(kind), 0)).collect();
        if self.strictness == Strictness::Lenient {
            let room = self.tokens[at..]
                .iter()
                .take(limits::UNKNOWN_NAME_WORDS)
                .take_while(|token| !NEVER_NAMES.contains(&token.text.as_str()))
                .count();
            // A word that nothing knows must be in it: what is known isn't guessed at.
            let strange = |length: &usize| self.strange[at..at + length].contains(&true);
            let unknown = (1..=room).filter(|length| !known.contains(length)).filter(strange);
            found.extend(unknown.map(|length| (length, Value::Name(kind), length)));
        }
        found
    }

    fn phrases_at(&self, phrase: Phrase, at: usize) -> Rc<Vec<(usize, Way)>> {
        if let Some(known) = self.ways.borrow().get(&(phrase, at)) {
            return Rc::clone(known);
        }
        let programs = self.phrases.iter().filter(|(form, ..)| *form == phrase);
        let found: Vec<(usize, Way)> = programs
            .flat_map(|(_, rule, program)| self.ways(program, at).into_iter().map(|way| (*rule, way)))
            .filter(|(_, way)| way.end > at)
            .collect();
        let found = Rc::new(found);
        self.ways.borrow_mut().insert((phrase, at), Rc::clone(&found));
        found
    }
}

/// "7", "seven", "no".
fn number(word: &str) -> Option<usize> {
    const WORDS: [&str; 21] = [
        "no",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    WORDS.iter().position(|name| *name == word).or_else(|| word.parse().ok().filter(|_| word.len() <= 6))
}

/// "first", "2nd", "second to last" is none of ours, "last".
fn nth(tokens: &[Token], at: usize) -> Option<(usize, Pick)> {
    const WORDS: [&str; 20] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    let word = tokens[at].text.as_str();
    if matches!(word, "last" | "latest")
        || (word == "most" && tokens.get(at + 1).is_some_and(|next| next.text == "recent"))
    {
        return Some((if word == "most" { 2 } else { 1 }, Pick::Last));
    }
    if matches!(word, "earliest") {
        return Some((1, Pick::Nth(1)));
    }
    if let Some(index) = WORDS.iter().position(|name| *name == word) {
        return Some((1, Pick::Nth(index + 1)));
    }
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ordinal = matches!(&word[digits.len()..], "st" | "nd" | "rd" | "th");
    let number: usize = digits.parse().ok().filter(|_| ordinal && digits.len() <= 4)?;
    (number > 0).then_some((1, Pick::Nth(number)))
}

fn unit(word: &str) -> Option<Unit> {
    Some(match word {
        "day" | "days" => Unit::Days,
        "week" | "weeks" => Unit::Weeks,
        "month" | "months" => Unit::Months,
        "year" | "years" => Unit::Years,
        _ => return None,
    })
}

/// "embassy", "liaison offices".
fn level(tokens: &[Token], at: usize) -> Option<(usize, Level)> {
    for level in Level::ALL.iter().copied().filter(|level| *level != Level::NonResident) {
        let words: Vec<&str> = level.name().split('-').collect();
        let fits = words.iter().enumerate().all(|(offset, word)| {
            let told = tokens.get(at + offset).map_or("", |token| token.text.as_str());
            let singular = told.strip_suffix("ies").map_or_else(
                || told.strip_suffix('s').filter(|_| told != *word).unwrap_or(told).to_owned(),
                |front| format!("{front}y"),
            );
            told == *word || singular == *word
        });
        if fits {
            return Some((words.len(), level));
        }
    }
    None
}
