//! From a request to an answer in a sentence: the sentence first, then doubt and dissent, then what it rests on.

mod ahead;
mod belonging;
mod counts;
mod cover;
mod faults;
mod happened;
mod holds;
mod known;
mod matching;
mod occasions;
mod occurrences;
mod order;
mod recognition;
mod records;
mod refusals;
mod relations;
mod sequence;
mod told;
mod treaties;
mod votes;
mod why;

use crate::form::{Act, Question, What};
pub use crate::model::Said;
use crate::model::{AsOf, Base, Choice, ClaimIx, Day, Known, Matter, StatementIx};
pub(in crate::ask) use ahead::until_today;
pub use why::why;

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Answer {
    /// Yes or no, where that was asked.
    pub said: Option<Said>,
    /// The answer in a sentence or two.
    pub sentence: String,
    /// Doubt, dissent, and what belongs to it, a line each.
    pub points: Vec<String>,
    /// The statements that it rests on.
    pub rests_on: Vec<StatementIx>,
    /// Claims of sources about the same.
    pub claims: Vec<ClaimIx>,
    /// Whether something was found where something was asked for.
    pub found: bool,
    /// Whether what can't be told agrees with the record as far as that reaches.
    pub fits: bool,
    /// What is known of it on a day, where that was asked.
    pub known: Option<(Known, AsOf)>,
    /// The scope that covers what was claimed, by its position.
    pub scope: Option<usize>,
    /// What has to be covered for it, and up to when.
    pub needs: Option<(Vec<Matter>, AsOf)>,
    /// Whether it counts, ranks or rests on absence where no scope reaches.
    pub open: bool,
}

impl Answer {
    /// Something was found.
    fn found(sentence: impl Into<String>, rests_on: Vec<StatementIx>) -> Self {
        Self {
            said: None,
            sentence: sentence.into(),
            points: Vec::new(),
            rests_on,
            claims: Vec::new(),
            found: true,
            fits: false,
            known: None,
            scope: None,
            needs: None,
            open: false,
        }
    }

    /// Nothing was.
    fn nothing(sentence: impl Into<String>) -> Self {
        Self { found: false, ..Self::found(sentence, Vec::new()) }
    }

    /// To a question that asks whether.
    fn said(said: Said, sentence: impl Into<String>, rests_on: Vec<StatementIx>) -> Self {
        Self { said: Some(said), ..Self::found(sentence, rests_on) }
    }

    fn with(mut self, point: impl Into<String>) -> Self {
        self.points.push(point.into());
        self
    }

    fn with_all(mut self, points: impl IntoIterator<Item = String>) -> Self {
        self.points.extend(points);
        self
    }
}

/// Answers a question.
pub fn answer(base: &Base, question: &Question, today: Day) -> Answer {
    let answer = cover::told(base, question, answer_by_itself(base, question, today), today);
    faults::told(base, question, ahead::told(base, question, answer, today))
}

fn answer_by_itself(base: &Base, question: &Question, today: Day) -> Answer {
    match question {
        Question::Which { of, pick } => matching::which(base, of, *pick, today),
        Question::HowMany(of) => counts::how_many(base, of, today),
        Question::Place { by, of } => order::place(base, *by, of, today),
        Question::When(what) => happened::when(base, what, today),
        Question::Evidence(what) => happened::evidence(base, what, today),
        Question::Whether { what: What::Act(Act::Voted { by, choice, resolution }), .. } => {
            votes::voted(base, *by, choice.unwrap_or(Choice::Favour), *resolution)
        }
        Question::Whether { what: What::Act(act), time } => happened::did(base, act, time, today),
        Question::Whether { what: What::State(state), time } => holds::holds(base, state, time, today),
        Question::Placed { nth, by, counted, on, after } => {
            order::placed(base, (*nth, *by, counted), on.as_ref(), *after, today)
        }
        Question::Order { earlier, later } => sequence::order(base, earlier, later, today),
        Question::HowLong { from, to } => sequence::how_long(base, from, to.as_ref(), today),
        Question::Lasted { from, to, count, unit } => sequence::lasted(base, from, to, *count, *unit, today),
        Question::Claim(asserts) => order::test(base, asserts, today),
        Question::Relations { a, b, on } => relations::pair(base, *a, *b, on.as_ref(), today),
        Question::Changes { from, to, actors } => relations::changes(base, from, to, actors, today),
        Question::Path { from, to, via, on } => relations::joined(base, *from, *to, *via, on.as_ref(), today),
        Question::Snapshot { actor, on } => relations::state(base, *actor, on.as_ref(), today),
        Question::Agreement { a, b } => votes::agreement(base, *a, *b),
        Question::Anniversaries { actors, from, to, round } => {
            records::anniversaries_of(base, actors, (*from, *to), *round)
        }
        Question::Claims { source, verdict } => records::claims(base, *source, *verdict, today),
        Question::Brief(actors) => relations::brief(base, actors, today),
        Question::Show(entity) => records::show(base, *entity),
    }
}
