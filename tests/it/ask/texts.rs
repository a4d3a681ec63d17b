//! A text that is gone through sentence by sentence.

use chancery::ask::Said;
use chancery::export::v2;

use super::{ASKER, BASE};
use crate::schema::check;

const DRAFT: &str = "Relations of Karvelia and Pashtar

Pashtar was the second country to recognize Karvelia on December 12, 1991, after Ozmaria. Nobody doubts that Rovinia \
recognized Karvelia on 11 December 1991, and Pashtar has never recognized Armoria.
Özmara was the first country to recognize Karvelia. Is Pashtar the second?";

#[test]
fn a_text_is_tried_sentence_by_sentence() {
    let sentences = ASKER.try_text(DRAFT);
    check("chancery.v2/tried", &v2::tried(&BASE, DRAFT, &sentences));
    let told: Vec<(usize, &str, Option<Said>)> = sentences
        .iter()
        .flat_map(|sentence| sentence.tried.iter().map(|asked| (sentence.line, &*asked.question, asked.answer.said)))
        .collect();
    assert_eq!(
        told,
        [
            (
                3,
                "Pashtar was the second country to recognize Karvelia on December 12, 1991, after Ozmaria.",
                Some(Said::No)
            ),
            (3, "Rovinia recognized Karvelia on 11 December 1991", Some(Said::Yes)),
            (3, "Pashtar has never recognized Armoria.", Some(Said::No)),
            (4, "Özmara was the first country to recognize Karvelia.", Some(Said::CantTell)),
        ]
    );
    let silent: Vec<&str> =
        sentences.iter().filter(|sentence| sentence.tried.is_empty()).map(|s| &DRAFT[s.span.clone()]).collect();
    assert_eq!(silent, ["Relations of Karvelia and Pashtar", "Is Pashtar the second?"]);
}
