//! Claims on trial: whether what a source asserts is borne out by the record, and by which statements.
//!
//! The record can contradict a claim by what it holds. What it doesn't hold contradicts nothing: acts that aren't
//! recorded can still have happened, so that a count or a place that the record doesn't reach stays undecided.

mod counts;
mod dates;
mod doers;
mod ranks;
mod reach;
mod words;

pub use reach::{history_in_words, history_of, matter_of};

pub use self::counts::countries_on;

pub use crate::model::Verdict;
use crate::model::{ActorIx, Asserts, Base, Day, Place, StatementIx};

/// What would settle a claim that is undecided.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Settles {
    /// The day of this statement.
    Day(StatementIx),
    /// Which of the sources of this statement is right.
    Contest(StatementIx),
    /// Whether a source is right to deny this statement.
    Denial(StatementIx),
    /// The hour of this statement, as another is of the same day.
    Hours(StatementIx),
    /// Whether this actor did it, and when: nothing of it is recorded.
    Unrecorded(ActorIx),
    /// So many more acts, which aren't recorded.
    More(usize),
}

/// The trial of a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Trial {
    /// What the record says.
    pub verdict: Verdict,
    /// Statements that bear the claim out.
    pub supporting: Vec<StatementIx>,
    /// Statements that stand against it.
    pub against: Vec<StatementIx>,
    /// What would settle it, when it is undecided.
    pub settles: Vec<Settles>,
    /// The place that the actor has by the record, of a claim about a place.
    pub place: Option<Place>,
    /// How many there are by the record, from least to most, of a claim about a number.
    pub number: Option<(usize, usize)>,
    /// Actors whose act isn't recorded, that relations imply, and that could come before.
    pub implied: usize,
    /// Whether of what bears it out some is only presumed to hold: the record doesn't reach the day.
    pub presumed: bool,
    /// The group or organization whose definition decides who counts.
    pub definition: Option<ActorIx>,
    /// Why it can't be tried.
    pub why: Option<Untried>,
    /// The scope by which it is judged, where the claim rests on what isn't recorded.
    pub scope: Option<usize>,
}

/// Why a claim can't be tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Untried {
    /// The record holds no such act.
    NotRecorded,
    /// No scope covers it: how many more there were, nobody says.
    Uncovered,
    /// The act is recorded without a date that bears on the claim.
    NoDate,
    /// By its form; the reason is the data's.
    Form(Box<str>),
}

impl Trial {
    fn of(verdict: Verdict) -> Self {
        Self {
            verdict,
            supporting: Vec::new(),
            against: Vec::new(),
            settles: Vec::new(),
            place: None,
            number: None,
            implied: 0,
            presumed: false,
            definition: None,
            why: None,
            scope: None,
        }
    }

    fn untested(why: Untried) -> Self {
        Self { why: Some(why), ..Self::of(Verdict::Untested) }
    }

    /// Sorted, each once; what settles only where something is to be settled.
    fn tidy(mut self) -> Self {
        for list in [&mut self.supporting, &mut self.against] {
            let mut seen = std::collections::BTreeSet::new();
            list.retain(|ix| seen.insert(*ix));
        }
        if !matches!(self.verdict, Verdict::Undecided | Verdict::Fits) {
            self.settles.clear();
        }
        self.settles.sort();
        self.settles.dedup();
        self
    }
}

/// Tries what is asserted, as of `today`.
pub fn try_claim(base: &Base, asserts: &Asserts, today: Day) -> Trial {
    let trial = match asserts {
        Asserts::Nth { nth, by, counted } => ranks::nth(base, *nth, *by, counted),
        Asserts::Last { by, counted } => ranks::last(base, *by, counted),
        Asserts::Order { by, counted } => ranks::order(base, by, counted),
        Asserts::Only { by, still, counted } => counts::only(base, *by, counted, still.then_some(today)),
        Asserts::OnlyWithout { by, counted } => counts::only_without(base, *by, counted, today),
        Asserts::Never { by, counted } => counts::never(base, *by, counted, today),
        Asserts::Count { count, counted } => counts::count(base, *count, counted, today),
        Asserts::AtLeast { count, counted } => counts::at_least(base, *count, counted, today),
        Asserts::NthResolution { nth, resolution, about, by } => {
            ranks::nth_resolution(base, *nth, *resolution, *about, by)
        }
        Asserts::Countries { count, on } => counts::countries(base, *count, on),
        Asserts::Dated { statement, on } => dates::dated(base, *statement, on),
        Asserts::Before { earlier, later } => dates::before(base, *earlier, *later),
        Asserts::Status { pair, status, on } => dates::status(base, *pair, *status, on, today),
        Asserts::Untestable { why } => Trial::untested(Untried::Form(why.clone())),
    };
    let definition = asserts.counted().and_then(|counted| counted.among.or(counted.except));
    reach::reached(base, asserts, Trial { definition, ..trial }, today).tidy()
}

/// What would settle the day of a statement.
fn settles(base: &Base, ix: StatementIx) -> Settles {
    let statement = &base[ix];
    if statement.begins.contested {
        Settles::Contest(ix)
    } else if statement.is_denied() {
        Settles::Denial(ix)
    } else {
        Settles::Day(ix)
    }
}
