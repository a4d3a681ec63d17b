//! Moves: of what sort they are, how they are shown, and those that are accepted.

use similar::{ChangeTag, TextDiff};

use crate::ask::Answer;

/// How many lines of a difference are shown.
const SHOWN: usize = 16;

/// What of an answer moved: the exit code before the first sentence, and that before the rest.
pub(crate) fn sort(before: &Answer, now: &Answer) -> &'static str {
    if before.code != now.code {
        "other exit codes"
    } else if before.err != now.err {
        "other messages"
    } else if before.out.lines().next() != now.out.lines().next() {
        "other first lines"
    } else {
        "other details"
    }
}

/// The lines that went and came.
pub(crate) fn difference(before: &Answer, now: &Answer) -> String {
    let [before, now] = [before, now].map(|answer| {
        let code = answer.code.map_or_else(|| "none".to_owned(), |code| code.to_string());
        format!("{}{}exit code {code}\n", answer.out, answer.err)
    });
    let diff = TextDiff::from_lines(&before, &now);
    let changes = diff.iter_all_changes().filter(|change| change.tag() != ChangeTag::Equal);
    let lines: Vec<String> = changes
        .map(|change| {
            let sign = if change.tag() == ChangeTag::Delete { '-' } else { '+' };
            format!("  {sign} {}\n", change.value().trim_end_matches('\n'))
        })
        .collect();
    let more = lines.len().saturating_sub(SHOWN);
    let note = if more > 0 { format!("  … and {more} lines more\n") } else { String::new() };
    lines.into_iter().take(SHOWN).collect::<String>() + &note
}

/// The number of an answer to a command, by which an accepted one is known again (FNV-1a, 64 bits).
pub(crate) fn hash(command: &str, answer: &Answer) -> u64 {
    let code = answer.code.unwrap_or(-1).to_string();
    let parts = [command, &*code, &*answer.out, &*answer.err];
    let bytes = parts.iter().flat_map(|part| part.bytes().chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The moves that are accepted since the last closed state, each under its reason.
pub(crate) struct Accepted {
    preface: String,
    /// Reasons with the commands whose answers moved for them, and the numbers of those answers.
    reasons: Vec<(String, Vec<(u64, String)>)>,
}

impl Accepted {
    /// Reads them: a preface up to an empty line, then reasons with `# `, and below each a number and a command on each line.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let (preface, text) = text.split_once("\n\n").unwrap_or((text.trim_end(), ""));
        let mut reasons: Vec<(String, Vec<(u64, String)>)> = Vec::new();
        for line in text.lines().filter(|line| !line.is_empty()) {
            if let Some(reason) = line.strip_prefix("# ") {
                reasons.push((reason.to_owned(), Vec::new()));
                continue;
            }
            let (number, command) = line.split_once(' ').ok_or_else(|| format!("moved.txt: no command in {line:?}"))?;
            let number = u64::from_str_radix(number, 16).map_err(|_| format!("moved.txt: no number in {line:?}"))?;
            let (_, moves) = reasons.last_mut().ok_or_else(|| format!("moved.txt: {line:?} has no reason"))?;
            moves.push((number, command.to_owned()));
        }
        Ok(Self { preface: preface.to_owned(), reasons })
    }

    pub(crate) fn contains(&self, command: &str, answer: &Answer) -> bool {
        let wanted = hash(command, answer);
        self.reasons.iter().flat_map(|(_, moves)| moves).any(|(number, of)| *number == wanted && of == command)
    }

    pub(crate) fn add(&mut self, reason: &str, command: &str, answer: &Answer) {
        let entry = (hash(command, answer), command.to_owned());
        match self.reasons.iter_mut().find(|(other, _)| other == reason) {
            Some((_, moves)) => moves.push(entry),
            None => self.reasons.push((reason.to_owned(), vec![entry])),
        }
    }

    /// Drops what isn't so any more, and returns its commands.
    pub(crate) fn forget(&mut self, is_so: impl Fn(&str, u64) -> bool) -> Vec<String> {
        let mut gone = Vec::new();
        for (_, moves) in &mut self.reasons {
            moves.retain(|(number, command)| {
                let stays = is_so(command, *number);
                if !stays {
                    gone.push(command.clone());
                }
                stays
            });
        }
        self.reasons.retain(|(_, moves)| !moves.is_empty());
        gone
    }

    /// The text that [`Self::parse`] reads.
    pub(crate) fn written(&self) -> String {
        let mut text = format!("{}\n", self.preface);
        for (reason, moves) in &self.reasons {
            text += &format!("\n# {reason}\n");
            moves.iter().for_each(|(number, command)| text += &format!("{number:016x} {command}\n"));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(code: i32, out: &str) -> Answer {
        Answer { code: Some(code), out: out.to_owned(), err: String::new() }
    }

    #[test]
    fn an_answer_is_known_again_and_another_one_is_not() {
        let mut accepted = Accepted::parse("A preface.\n").expect("nothing is accepted yet");
        accepted.add("why", "stats", &answer(0, "1\n"));
        let mut accepted = Accepted::parse(&accepted.written()).expect("it reads what it writes");
        assert!(accepted.contains("stats", &answer(0, "1\n")));
        // Neither another answer, nor another exit code, nor the same answer to another command.
        assert!(!accepted.contains("stats", &answer(0, "2\n")));
        assert!(!accepted.contains("stats", &answer(1, "1\n")));
        assert!(!accepted.contains("list gaps", &answer(0, "1\n")));
        // What moved back is forgotten, with its reason.
        assert_eq!(accepted.forget(|_, _| true), Vec::<String>::new());
        assert_eq!(accepted.forget(|_, _| false), ["stats"]);
        assert_eq!(accepted.written(), "A preface.\n");
    }

    #[test]
    fn a_line_without_a_reason_is_refused() {
        for text in ["p\n\n0000000000000001 stats\n", "p\n\n# why\nstats\n", "p\n\n# why\nxyz stats\n"] {
            assert!(Accepted::parse(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_move_is_of_the_sort_of_what_weighs_most() {
        let before = answer(0, "Yes.\n  detail\n");
        for (now, expected) in [
            (answer(1, "No.\n"), "other exit codes"),
            (answer(0, "Yes, so it is.\n  detail\n"), "other first lines"),
            (answer(0, "Yes.\n  another\n"), "other details"),
        ] {
            assert_eq!(sort(&before, &now), expected);
        }
        assert_eq!(difference(&before, &answer(0, "Yes.\n  another\n")), "  -   detail\n  +   another\n");
    }
}
