//! From a request to an answer in a sentence: the sentence first, then doubt and dissent, then what it rests on.

mod ahead;
mod belonging;
mod counts;
mod cover;
mod faults;
mod happened;
mod holds;
mod known;
mod occasions;
mod occurrences;
mod order;
mod recognition;
mod records;
mod relations;
mod sequence;
mod told;
mod treaties;
mod votes;
mod why;

use super::request::{Happening, Request};
pub use crate::model::Said;
use crate::model::{Asked, Base, ClaimIx, Day, Known, Matter, StatementIx};
pub(in crate::ask) use ahead::until_today;
pub use why::why;

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    pub known: Option<(Known, Asked)>,
    /// The scope that covers what was claimed, by its position.
    pub scope: Option<usize>,
    /// What has to be covered for it, and up to when.
    pub needs: Option<(Vec<Matter>, Asked)>,
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

/// The statements that record a happening.
pub(super) fn statements(base: &Base, what: &Happening, today: Day) -> Vec<StatementIx> {
    occurrences::occurrences(base, what, today).into_iter().map(|one| one.statement).collect()
}

/// Answers a request.
pub fn answer(base: &Base, request: &Request, today: Day) -> Answer {
    let answer = cover::told(base, request, answer_by_itself(base, request, today), today);
    faults::told(base, request, ahead::told(base, request, answer, today))
}

fn answer_by_itself(base: &Base, request: &Request, today: Day) -> Answer {
    match request {
        Request::Recognitions { of, capacity, pick, time } => {
            recognition::acts(base, *of, *capacity, *pick, time, today)
        }
        Request::RecognizedBy { by, pick, time } => recognition::by(base, *by, *pick, time, today),
        Request::Recognizers { of, also, not, among, on } => {
            recognition::recognizers_of(base, (*of, *also, *not), *among, on.as_ref(), today)
        }
        Request::NonRecognizers { of, among, on } => recognition::without(base, *of, *among, on.as_ref(), today),
        Request::Doers { counted, pick } => order::doers_of(base, counted, *pick),
        Request::Place { by, counted } => order::place(base, *by, counted),
        Request::HowMany { what, time } => counts::how_many(base, what, time, today),
        Request::When(what) => happened::when(base, what, today),
        Request::Evidence(what) => happened::evidence(base, what, today),
        Request::Did { what, time } => happened::did(base, what, time, today),
        Request::Placed { nth, by, counted, on, after } => {
            order::placed(base, (*nth, *by, counted), on.as_ref(), *after, today)
        }
        Request::Order { earlier, later } => sequence::order(base, earlier, later, today),
        Request::HowLong { from, to } => sequence::how_long(base, from, to.as_ref(), today),
        Request::Lasted { from, to, count, unit } => sequence::lasted(base, from, to, *count, *unit, today),
        Request::Holds { what, when } => holds::holds(base, what, when, today),
        Request::Switchers { from, to, time } => happened::switchers(base, *from, *to, time, today),
        Request::Test(asserts) => order::test(base, asserts, today),
        Request::Relations { a, b, on } => relations::pair(base, *a, *b, on.as_ref(), today),
        Request::Changes { from, to, actors } => relations::changes(base, from, to, actors, today),
        Request::Missions { of, at, level, on } => relations::missions(base, *of, *at, *level, on.as_ref(), today),
        Request::Partners { actor, on } => relations::partners(base, *actor, on.as_ref(), today),
        Request::Path { from, to, via, on } => relations::joined(base, *from, *to, *via, on.as_ref(), today),
        Request::Snapshot { actor, on } => relations::state(base, *actor, on.as_ref(), today),
        Request::Treaties { actors, on } => treaties::treaties_of(base, actors, on.as_ref(), today),
        Request::Parties { treaty, on } => treaties::parties(base, *treaty, on.as_ref(), today),
        Request::Resolutions { by, about, time } => votes::resolutions_of(base, *by, *about, time),
        Request::RollCall { resolution, choice } => votes::roll_call(base, *resolution, *choice),
        Request::Vote { by, resolution } => votes::vote(base, *by, *resolution),
        Request::Voted { by, choice, resolution } => votes::voted(base, *by, *choice, *resolution),
        Request::Agreement { a, b } => votes::agreement(base, *a, *b),
        Request::Positions { dispute, by, backs, on } => {
            belonging::positions_of(base, *dispute, *by, *backs, on.as_ref(), today)
        }
        Request::Reciprocal { actor } => belonging::reciprocal(base, *actor),
        Request::Members { organization, on } => belonging::members(base, *organization, on.as_ref(), today),
        Request::Memberships { actors, on } => belonging::memberships(base, actors, on.as_ref(), today),
        Request::Anniversaries { actors, from, to, round } => {
            records::anniversaries_of(base, actors, (*from, *to), *round)
        }
        Request::Claims { source, verdict } => records::claims(base, *source, *verdict, today),
        Request::Brief(actors) => relations::brief(base, actors, today),
        Request::Show(entity) => records::show(base, *entity),
    }
}
