//! The published shapes of answers, and the text that is gone through sentence by sentence.

use chancery::ask::Said;
use chancery::export::v1;

use super::{ASKER, BASE};
use crate::schema::check;

const DRAFT: &str = "Relations of Azerbaijan and Pakistan

Pakistan was the second country to recognize Azerbaijan on December 12, 1991, after Turkey. Nobody doubts that Romania \
recognized Azerbaijan on 11 December 1991, and Pakistan has never recognized Armenia.
Türkiye was the first country to recognize Azerbaijan. Is Pakistan the second?";

#[test]
fn answers_have_the_published_shape() {
    let cases = include_str!("cases.txt").lines().filter_map(|line| line.strip_prefix("? "));
    let mut answered = 0;
    for question in cases {
        let Ok(asked) = ASKER.ask(question) else { continue };
        check("chancery.v1/answer", &v1::answer(&BASE, &asked));
        answered += 1;
    }
    assert!(answered > 300, "{answered}");
}

#[test]
fn a_text_is_tried_sentence_by_sentence() {
    let sentences = ASKER.try_text(DRAFT);
    check("chancery.v1/tried", &v1::tried(&BASE, DRAFT, &sentences));
    let told: Vec<(usize, &str, Option<Said>)> = sentences
        .iter()
        .flat_map(|sentence| sentence.tried.iter().map(|asked| (sentence.line, &*asked.question, asked.answer.said)))
        .collect();
    assert_eq!(
        told,
        [
            (
                3,
                "Pakistan was the second country to recognize Azerbaijan on December 12, 1991, after Turkey.",
                Some(Said::No)
            ),
            (3, "Romania recognized Azerbaijan on 11 December 1991", Some(Said::Yes)),
            (3, "Pakistan has never recognized Armenia.", Some(Said::No)),
            (4, "Türkiye was the first country to recognize Azerbaijan.", Some(Said::CantTell)),
        ]
    );
    let silent: Vec<&str> =
        sentences.iter().filter(|sentence| sentence.tried.is_empty()).map(|s| &DRAFT[s.span.clone()]).collect();
    assert_eq!(silent, ["Relations of Azerbaijan and Pakistan", "Is Pakistan the second?"]);
}
