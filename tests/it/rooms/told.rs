//! What was found: numbers as sentences tell them, and contradictions of one room by another.

use std::collections::BTreeSet;

use super::known::KNOWN;

/// How many, in the three numbers of every count; and how many more by relations alone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Numbers {
    pub(super) certain: usize,
    pub(super) presumed: usize,
    pub(super) possible: usize,
    pub(super) implied: usize,
}

impl Numbers {
    /// The numbers of "14 actors had relations with it, presumably 3 more, and possibly 1 more."
    pub(super) fn of(sentence: &str, points: &[String]) -> Self {
        let first = |text: &str| text.split_whitespace().find_map(|word| word.parse().ok()).unwrap_or(0);
        let after = |text: &str, word: &str| text.split_once(word).map_or(0, |(_, rest)| first(rest));
        let alone = sentence.starts_with("Presumably ");
        // "No position …" is none, whatever day it goes on to tell.
        let lead = sentence.trim_start_matches("Presumably ").split_whitespace().next();
        let lead = lead.and_then(|word| word.parse().ok()).unwrap_or(0);
        let more = after(sentence, ", presumably ");
        let implied = points.iter().filter(|point| point.starts_with("Of ") && point.contains("only relations are"));
        Self {
            certain: if alone { 0 } else { lead },
            presumed: if alone { lead } else { more },
            possible: after(sentence, ", and possibly "),
            implied: implied.map(|point| first(point)).sum(),
        }
    }

    /// Of lists.
    pub(super) fn of_lists<T>(
        certain: &BTreeSet<T>,
        presumed: &BTreeSet<T>,
        possible: &BTreeSet<T>,
        implied: &BTreeSet<T>,
    ) -> Self {
        Self { certain: certain.len(), presumed: presumed.len(), possible: possible.len(), implied: implied.len() }
    }
}

/// What one room says and another one says otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Contradiction {
    /// Which check found it.
    pub(super) check: &'static str,
    /// Both command lines, each with its answer.
    pub(super) told: String,
}

/// All of them.
#[derive(Debug, Clone, Default)]
pub(super) struct Contradictions(pub(super) Vec<Contradiction>);

impl Contradictions {
    pub(super) fn push(&mut self, check: &'static str, told: String) {
        self.0.push(Contradiction { check, told });
    }

    /// Those that nobody knows of.
    pub(super) fn new_ones(&self) -> Vec<&Contradiction> {
        self.0.iter().filter(|one| KNOWN.iter().all(|(check, ..)| *check != one.check)).collect()
    }

    /// What is new, to be read.
    pub(super) fn report(&self) -> String {
        let lines = |one: &&Contradiction| format!("[{}]\n  {}\n", one.check, one.told);
        self.new_ones().iter().map(lines).collect()
    }
}
