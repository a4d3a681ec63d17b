//! Question by question: how it is read, the command that asks the same, and the answer, which has the published shape.
//!
//! The cases stand in `cases.txt`, a block each: the question behind `?`, the command behind `$`, what is said behind `=`
//! (with yes, no or can't tell first, where that is asked), and doubt and dissent behind `|`. What isn't understood has
//! its problem behind `!`. A line with `#` parts topics. To add a case, write its question and bless.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use chancery::ask;
use chancery::export::v2;

use super::{ASKER, BASE};
use crate::bases::at;
use crate::differs;
use crate::schema::check;

/// How many cases there are at least: raised when cases are added, never lowered.
const CASES: usize = 671;

/// How many points of an answer are written down.
const POINTS: usize = 3;

#[test]
fn questions_are_answered_as_written_down() {
    let file = at("tests/it/ask/cases.txt");
    let text = std::fs::read_to_string(&file).expect("the cases can be read");
    let mut told = String::new();
    let mut questions: BTreeSet<&str> = BTreeSet::new();
    for line in text.lines() {
        if let Some(topic) = line.strip_prefix("# ") {
            let _ = writeln!(told, "# {topic}\n");
        }
        let Some(question) = line.strip_prefix("? ") else { continue };
        assert!(questions.insert(question), "{question:?} stands there twice");
        let _ = writeln!(told, "? {question}");
        match ASKER.ask(question) {
            Ok(asked) => {
                check("chancery.v2/answer", &v2::answer(&BASE, &asked));
                let _ = writeln!(told, "$ {}\n= {}", asked.command, asked.answer.sentence);
                asked.answer.points.iter().take(POINTS).for_each(|point| {
                    let _ = writeln!(told, "| {point}");
                });
                let said = asked.answer.said.map(ask::Said::name);
                let begins = asked.answer.sentence.to_lowercase();
                let fits = asked.answer.fits && begins.starts_with("it fits");
                assert!(fits || said.is_none_or(|said| begins.starts_with(said)), "{question}: {said:?}, {begins}");
            }
            Err(problem) => {
                let (what, hints) = problem.in_words();
                let _ = writeln!(told, "! {what}");
                hints.iter().for_each(|hint| {
                    let _ = writeln!(told, "| {hint}");
                });
            }
        }
        told.push('\n');
    }
    assert!(questions.len() >= CASES, "{} cases are left of {CASES}", questions.len());
    if let Some(difference) = differs(&file, &told) {
        panic!("{difference}");
    }
}
