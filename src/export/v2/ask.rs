//! `chancery.v2/answer`: the answer to a question in words; `chancery.v2/tried`: a text whose claims were tried.

use serde::Serialize;

use super::parts::{ReachOut, reach};
use crate::ask::{Exchange, Said, Sentence, why};
use crate::model::Base;

#[derive(Serialize)]
struct AnswerOut<'a> {
    schema: &'static str,
    record: Vec<ReachOut<'a>>,
    question: &'a str,
    read_as: &'a str,
    names: Vec<NameOut<'a>>,
    command: &'a str,
    said: Option<&'static str>,
    sentence: &'a str,
    points: &'a [String],
    why: Vec<String>,
    fits: bool,
    statements: Vec<&'a str>,
    claims: Vec<&'a str>,
    found: bool,
}

#[derive(Serialize)]
struct NameOut<'a> {
    written: &'a str,
    id: &'a str,
}

#[derive(Serialize)]
struct TextOut<'a> {
    schema: &'static str,
    sentences: Vec<SentenceOut<'a>>,
}

#[derive(Serialize)]
struct SentenceOut<'a> {
    line: usize,
    text: &'a str,
    claims: Vec<AnswerOut<'a>>,
}

/// A text with what of it could be tried, as a document.
pub fn tried(base: &Base, text: &str, sentences: &[Sentence]) -> serde_json::Value {
    let sentences = sentences
        .iter()
        .map(|sentence| SentenceOut {
            line: sentence.line,
            text: &text[sentence.span.clone()],
            claims: sentence.tried.iter().map(|asked| document(base, asked)).collect(),
        })
        .collect();
    let document = TextOut { schema: "chancery.v2/tried", sentences };
    serde_json::to_value(document).expect("published shapes are plain")
}

/// The answer as a document.
pub fn answer(base: &Base, asked: &Exchange) -> serde_json::Value {
    serde_json::to_value(document(base, asked)).expect("published shapes are plain")
}

fn document<'a>(base: &'a Base, asked: &'a Exchange) -> AnswerOut<'a> {
    let answer = &asked.answer;
    AnswerOut {
        schema: "chancery.v2/answer",
        record: answer
            .needs
            .as_ref()
            .map_or_else(Vec::new, |(matters, asked)| reach(base, matters.iter().copied(), *asked)),
        question: &asked.question,
        read_as: &asked.read_as,
        names: asked.notes.iter().map(|(written, entity)| NameOut { written, id: base.id(*entity) }).collect(),
        command: &asked.command,
        said: answer.said.map(Said::name),
        sentence: &answer.sentence,
        points: &answer.points,
        why: why(base, answer),
        fits: answer.fits,
        statements: answer.rests_on.iter().map(|ix| &*base[*ix].id).collect(),
        claims: answer.claims.iter().map(|ix| base[*ix].id.as_str()).collect(),
        found: answer.found,
    }
}
