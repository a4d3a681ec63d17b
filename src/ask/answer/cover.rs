//! How far the record reaches of what is counted, ranked or listed.

use super::Answer;
use super::recognition::members;
use super::told::on;
use crate::form::{Act, Pattern, Pick, Question, Slot, State, What};
use crate::model::{AsOf, Base, Counted, Date, Day, Matter, Pair};
use crate::query::{self, history_in_words, history_of};

/// What a request needs covered, and whether its answer stands or falls with that: a number, a place, a last one.
pub(super) struct Needs {
    pub(super) matters: Vec<Matter>,
    pub(super) decides: bool,
    /// Whether it is a place, counted from the first.
    places: bool,
    /// Whether it is the last place.
    is_last: bool,
    /// The acts of which it needs all.
    acts: Option<Counted>,
    /// The day up to which it has to be covered; `None`: today.
    to: Option<Day>,
}

/// The answer with a line on how far the record reaches.
pub(super) fn told(base: &Base, question: &Question, answer: Answer, today: Day) -> Answer {
    let Some(needs) = needs(question) else { return answer };
    // A place is decided once its holder has acted: what came later doesn't matter.
    let acted = answer.rests_on.iter().map(|ix| base[*ix].begins.latest).filter(|day| *day <= today).max();
    let to = if needs.places { acted } else { needs.to };
    let asked = AsOf::of(to.unwrap_or(today), today);
    // The last rests on what came after it, any other place and a number on all.
    let first = answer.rests_on.iter().map(|ix| base[*ix].begins.earliest).min();
    let days = (first.filter(|_| needs.is_last), asked.day.min(today));
    let covered = base.reaches(&needs.matters, asked);
    let (reached, lines) = match &needs.acts {
        Some(acts) => {
            let reached = covered && history_of(base, acts, days).is_some();
            (reached, history_in_words(base, acts, days, today))
        }
        None => (covered, base.record_of(&needs.matters, asked)),
    };
    let counts = match question {
        Question::HowMany(Pattern { what: What::State(State::Recognizes { by: Slot::Asked(set), .. }), .. }) => {
            set.group().is_none()
        }
        Question::HowMany(Pattern { what: What::State(state), .. }) => {
            matches!(state, State::Related { .. } | State::Member { .. } | State::Party { .. })
        }
        _ => false,
    };
    let stated =
        needs.matters.first().filter(|_| counts).and_then(|matter| counted_by_a_source(base, *matter, asked.day));
    let lines = stated.into_iter().chain(lines).collect::<Vec<_>>();
    let open = answer.open || needs.decides && !reached;
    Answer { open, needs: Some((needs.matters, asked)), ..answer }.with_all(lines)
}

/// What a source counts, last before a day.
fn counted_by_a_source(base: &Base, matter: Matter, day: Day) -> Option<String> {
    let counts = base.counts.iter().filter(|count| count.of == matter && count.on.earliest() <= day);
    counts.max_by_key(|count| count.on.earliest()).map(|stated| {
        let group = stated.among.map_or_else(String::new, |among| format!(" among {}", members(base, among)));
        format!("A source counts {}{group} {}.", stated.number, on(&stated.on))
    })
}

impl Needs {
    /// These matters, on a day; `None`: today.
    fn of(matters: Vec<Matter>, to: Option<Day>) -> Self {
        Self { matters, decides: false, places: false, is_last: false, acts: None, to }
    }

    /// The same where the answer stands or falls with it.
    fn deciding(self) -> Self {
        Self { decides: true, ..self }
    }

    /// Which of those who did it, of which all acts are needed where it is a place.
    fn picked(self, pick: Pick, acts: Option<Counted>) -> Self {
        let (places, is_last) = (matches!(pick, Pick::Nth(_)), pick == Pick::Last);
        Self { decides: places || is_last, places, is_last, acts: acts.filter(|_| places || is_last), ..self }
    }
}

/// What a question needs covered; `None` where it is about no matter.
pub(super) fn needs(question: &Question) -> Option<Needs> {
    match question {
        Question::Which { of, pick } => which(of, *pick),
        Question::HowMany(of) => {
            let needs = Needs::of(vec![matter(of)?], of.time.date().map(Date::latest)).deciding();
            let acts = match &of.what {
                What::Act(Act::Recognized { .. } | Act::Withdrew { .. }) => of.as_counted(),
                _ => None,
            };
            Some(Needs { acts, ..needs })
        }
        Question::Place { of, .. } => Some(Needs::of(vec![matter(of)?], None).picked(Pick::Nth(1), of.as_counted())),
        Question::Relations { a, b, on } => {
            let matter = Matter::RelationsBetween(Pair::new(*a, *b)?);
            Some(Needs::of(vec![matter], on.as_ref().map(Date::latest)))
        }
        _ => None,
    }
}

fn which(of: &Pattern, pick: Pick) -> Option<Needs> {
    let day = of.time.date().map(Date::latest);
    match &of.what {
        What::Act(Act::Adopted { by: Slot::Is(_) | Slot::Some(_), .. }) => Some(Needs::of(vec![matter(of)?], None)),
        What::Act(Act::Recognized { by: Slot::Is(_), .. }) => Some(Needs::of(vec![matter(of)?], None)),
        What::Act(Act::Withdrew { .. }) if pick == Pick::All => Some(Needs::of(vec![matter(of)?], day)),
        What::Act(Act::Switched { .. }) => None,
        What::Act(_) => {
            let acts = of.as_counted();
            let to = acts.as_ref().and_then(|acts| acts.on.as_ref()).map(Date::latest);
            Some(Needs::of(vec![matter(of)?], to).picked(pick, acts))
        }
        What::State(State::Withholds { .. }) => Some(Needs::of(vec![matter(of)?], None)),
        What::State(State::Recognizes { by: Slot::Asked(set), of: Slot::Is(of) }) => {
            let (also, not) = set.recognizing();
            let matters = [Some(*of), also, not].into_iter().flatten().map(Matter::RecognitionsOf).collect();
            Some(Needs::of(matters, day))
        }
        What::State(State::DoesntRecognize { by: Slot::Asked(set), of: Slot::Is(of) }) => {
            let members = set.group().map(Matter::Members);
            let matters = [Some(Matter::RecognitionsOf(*of)), members].into_iter().flatten().collect();
            Some(Needs::of(matters, day).deciding())
        }
        What::State(_) => Some(Needs::of(vec![matter(of)?], day)),
    }
}

/// What has to be covered for a pattern: a roll call covers its own votes, and nothing covers which countries there were.
fn matter(of: &Pattern) -> Option<Matter> {
    query::matter(&of.what).filter(|matter| !matches!(matter, Matter::Votes(_) | Matter::Countries))
}
