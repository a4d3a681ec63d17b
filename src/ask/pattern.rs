//! The notation of the grammar, and its matching.
//!
//! A pattern is written as it is read:
//!
//! | notation | matches |
//! |---|---|
//! | `recognized` | this word |
//! | `(who \| whom)` | one of these |
//! | `[ever]` | this, or nothing |
//! | `WHO` | the words that this name stands for |
//! | `<by:actor>` | something of this kind, kept under the name `by` |
//! | `{ever}` | nothing; it marks that the way led past here |
//!
//! Patterns become small programs whose steps are tried one way after the other, so that every way to read a question
//! is found.

use std::collections::BTreeMap;

/// What a slot takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SlotKind {
    /// An actor.
    Actor,
    /// A group, or an organization as the set of its members; in singular or plural.
    Group,
    /// A treaty.
    Treaty,
    /// A dispute.
    Dispute,
    /// A resolution.
    Resolution,
    /// A source.
    Source,
    /// An event.
    Event,
    /// Anything that resolutions are about.
    Subject,
    /// A date.
    Date,
    /// A number.
    Number,
    /// A place in an order, or "last".
    Nth,
    /// Days, weeks, months, years.
    Unit,
    /// The level of a mission.
    Level,
    /// A phrase of another table of the grammar.
    Phrase(Phrase),
}

/// The forms that a phrase can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Phrase {
    /// Something that happened, in the past tense: "Pakistan recognized Azerbaijan".
    Past,
    /// After "did": "Pakistan recognize Azerbaijan".
    Base,
    /// After "was": "Azerbaijan recognized by Pakistan".
    Passive,
    /// As a noun: "the recognition of Azerbaijan by Pakistan".
    Noun,
    /// Something that holds: "Pakistan recognizes Azerbaijan".
    Now,
    /// After "does": "Pakistan recognize Azerbaijan".
    Holds,
    /// After "is": "Azerbaijan recognized by Pakistan".
    Being,
}

/// A step of a program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// This word.
    Word(Box<str>),
    /// Something of a kind, under a name.
    Slot(SlotKind, Box<str>),
    /// The way led past here.
    Mark(Box<str>),
    /// On there, and then from here on.
    Fork(usize, usize),
    /// On there.
    Jump(usize),
    /// The end.
    End,
}

/// A pattern, ready to be tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Program {
    pub(super) steps: Vec<Step>,
}

/// Names for parts of patterns.
pub(super) type Macros = BTreeMap<&'static str, &'static str>;

impl Program {
    /// Reads a pattern.
    ///
    /// # Panics
    /// When the pattern is not in the notation: patterns are ours, and a test reads all of them.
    pub(super) fn of(pattern: &str, macros: &Macros) -> Self {
        let mut writer = Writer { steps: Vec::new(), macros };
        writer.pattern(pattern);
        writer.steps.push(Step::End);
        Self { steps: writer.steps }
    }

    /// The words that it can match.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.steps.iter().filter_map(|step| if let Step::Word(word) = step { Some(&**word) } else { None })
    }
}

struct Writer<'m> {
    steps: Vec<Step>,
    macros: &'m Macros,
}

impl Writer<'_> {
    fn pattern(&mut self, pattern: &str) {
        let signs = signs(pattern);
        let mut at = 0;
        self.choices(&signs, &mut at);
        assert!(at == signs.len(), "a bracket too many in {pattern:?}");
    }

    /// Alternatives up to a closing bracket or the end.
    fn choices(&mut self, signs: &[&str], at: &mut usize) {
        let mut jumps = Vec::new();
        loop {
            let from = self.steps.len();
            self.sequence(signs, at);
            if signs.get(*at) != Some(&"|") {
                break;
            }
            *at += 1;
            self.steps.insert(from, Step::Fork(0, 0));
            self.shift(from + 1, from);
            jumps.push(self.steps.len());
            self.steps.push(Step::Jump(0));
            self.steps[from] = Step::Fork(from + 1, self.steps.len());
        }
        let end = self.steps.len();
        jumps.into_iter().for_each(|jump| self.steps[jump] = Step::Jump(end));
    }

    fn sequence(&mut self, signs: &[&str], at: &mut usize) {
        while let Some(&sign) = signs.get(*at) {
            match sign {
                "|" | ")" | "]" => return,
                "(" => {
                    *at += 1;
                    self.choices(signs, at);
                    assert!(signs.get(*at) == Some(&")"), "an open ( in {signs:?}");
                }
                "[" => {
                    *at += 1;
                    let from = self.steps.len();
                    self.steps.push(Step::Fork(0, 0));
                    self.choices(signs, at);
                    assert!(signs.get(*at) == Some(&"]"), "an open [ in {signs:?}");
                    self.steps[from] = Step::Fork(from + 1, self.steps.len());
                }
                _ => self.sign(sign),
            }
            *at += 1;
        }
    }

    fn sign(&mut self, sign: &str) {
        if let Some(slot) = sign.strip_prefix('<') {
            let (name, kind) = slot.trim_end_matches('>').split_once(':').expect("slots are written <name:kind>");
            self.steps.push(Step::Slot(kind_named(kind), name.into()));
        } else if let Some(mark) = sign.strip_prefix('{') {
            self.steps.push(Step::Mark(mark.trim_end_matches('}').into()));
        } else if sign.chars().all(|c| c.is_ascii_uppercase() || c == '_') {
            let meaning = self.macros.get(sign).unwrap_or_else(|| panic!("{sign} stands for nothing"));
            let signs = signs(meaning);
            self.choices(&signs, &mut 0);
        } else {
            self.steps.push(Step::Word(sign.into()));
        }
    }

    /// A step was put in at `at`: what pointed behind it points one further.
    fn shift(&mut self, from: usize, at: usize) {
        for step in &mut self.steps[from..] {
            match step {
                Step::Fork(a, b) => {
                    *a += usize::from(*a >= at);
                    *b += usize::from(*b >= at);
                }
                Step::Jump(to) => *to += usize::from(*to >= at),
                _ => {}
            }
        }
    }
}

/// The signs of a pattern: words, slots, marks and brackets.
fn signs(pattern: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for part in pattern.split_whitespace() {
        let mut rest = part;
        while !rest.is_empty() {
            let end = match rest.chars().next() {
                Some('(' | ')' | '[' | ']' | '|') => 1,
                Some('<') => rest.find('>').expect("slots end with >") + 1,
                Some('{') => rest.find('}').expect("marks end with }") + 1,
                _ => rest.find(['(', ')', '[', ']', '|', '<', '{']).unwrap_or(rest.len()),
            };
            found.push(&rest[..end]);
            rest = &rest[end..];
        }
    }
    found
}

fn kind_named(name: &str) -> SlotKind {
    match name {
        "actor" => SlotKind::Actor,
        "group" => SlotKind::Group,
        "treaty" => SlotKind::Treaty,
        "dispute" => SlotKind::Dispute,
        "resolution" => SlotKind::Resolution,
        "source" => SlotKind::Source,
        "event" => SlotKind::Event,
        "subject" => SlotKind::Subject,
        "date" => SlotKind::Date,
        "number" => SlotKind::Number,
        "nth" => SlotKind::Nth,
        "unit" => SlotKind::Unit,
        "level" => SlotKind::Level,
        "past" => SlotKind::Phrase(Phrase::Past),
        "base" => SlotKind::Phrase(Phrase::Base),
        "passive" => SlotKind::Phrase(Phrase::Passive),
        "noun" => SlotKind::Phrase(Phrase::Noun),
        "now" => SlotKind::Phrase(Phrase::Now),
        "holds" => SlotKind::Phrase(Phrase::Holds),
        "being" => SlotKind::Phrase(Phrase::Being),
        _ => panic!("there is no kind {name:?}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a pattern without slots takes these words.
    fn takes(pattern: &str, text: &str) -> bool {
        fn go(steps: &[Step], step: usize, words: &[&str], at: usize) -> bool {
            match &steps[step] {
                Step::Word(word) => words.get(at) == Some(&&**word) && go(steps, step + 1, words, at + 1),
                Step::Fork(a, b) => go(steps, *a, words, at) || go(steps, *b, words, at),
                Step::Jump(to) => go(steps, *to, words, at),
                Step::Mark(_) => go(steps, step + 1, words, at),
                Step::Slot(..) => false,
                Step::End => at == words.len(),
            }
        }
        let macros = Macros::from([("WHO", "who | which (state | states)")]);
        let words: Vec<&str> = text.split_whitespace().collect();
        go(&Program::of(pattern, &macros).steps, 0, &words, 0)
    }

    #[test]
    fn patterns_take_what_they_say() {
        for (pattern, yes, no) in [
            ("who came", vec!["who came"], vec!["who", "who came late", ""]),
            ("who [ever] came", vec!["who came", "who ever came"], vec!["ever came"]),
            ("(a | b c | d) e", vec!["a e", "b c e", "d e"], vec!["b e", "a", "c e"]),
            ("a [b | c [d]] e", vec!["a e", "a b e", "a c e", "a c d e"], vec!["a b c e", "a d e"]),
            ("WHO came", vec!["who came", "which state came", "which states came"], vec!["which came"]),
            ("(a (b | c) | (d | e) f) g", vec!["a b g", "a c g", "d f g", "e f g"], vec!["a g", "a f g", "d g"]),
            ("{x} a", vec!["a"], vec![""]),
        ] {
            for text in yes {
                assert!(takes(pattern, text), "{pattern} takes {text:?}");
            }
            for text in no {
                assert!(!takes(pattern, text), "{pattern} doesn't take {text:?}");
            }
        }
    }
}
