//! How each actor stands to the recognition of one, on a day: who recognizes it, who withholds that, who withdrew it.

use std::collections::BTreeMap;

use super::matches::matching;
use crate::form::{Slot, State};
use crate::model::{ActorIx, AsOf, Band, Base, Fact, RecognitionAct, StatementIx, Sure, closed};

closed! {
    /// How an actor stands to the recognition of another.
    pub enum Attitude {
        /// It certainly recognizes it.
        Certain => "certain",
        /// It presumably does: the record doesn't reach the day.
        Presumed => "presumed",
        /// It possibly does: dates or sources leave it open.
        Possible => "possible",
        /// It withdrew or suspended its recognition.
        Withdrawn => "withdrawn",
        /// It said that it doesn't recognize it.
        Withheld => "withheld",
    }
}

impl Attitude {
    /// How surely it recognizes; `None` of who doesn't.
    pub fn sure(self) -> Option<Sure> {
        match self {
            Self::Certain => Some(Sure::Surely),
            Self::Presumed => Some(Sure::Presumably),
            Self::Possible => Some(Sure::Possibly),
            Self::Withdrawn | Self::Withheld => None,
        }
    }

    fn of(sure: Sure) -> Self {
        match sure {
            Sure::Surely => Self::Certain,
            Sure::Presumably => Self::Presumed,
            Sure::Possibly => Self::Possible,
        }
    }
}

/// The attitudes on record to `of` on a day, with the act that each rests on; of who continues another, there may be no act
/// of its own. Who isn't among them has none on record.
pub fn attitudes(base: &Base, of: ActorIx, asked: AsOf) -> BTreeMap<ActorIx, (Attitude, Option<StatementIx>)> {
    let recognizes = State::Recognizes { by: Slot::WHO, of: Slot::Is(of) };
    let (found, day) = (matching(base, &recognizes, asked), asked.day);
    let mut acts: BTreeMap<ActorIx, Vec<(RecognitionAct, StatementIx)>> = BTreeMap::new();
    for ix in base.recognitions_of(of).filter(|&ix| base[ix].stands() && base[ix].begins.by(day) != Band::No) {
        if let Fact::Recognition { by, act, .. } = base[ix].fact {
            acts.entry(by).or_default().push((act, ix));
        }
    }
    let latest = |by: ActorIx, wanted: &[RecognitionAct]| {
        let own = acts.get(&by).into_iter().flatten().filter(|(act, _)| wanted.contains(act));
        own.map(|(_, ix)| *ix).max_by_key(|&ix| (base[ix].begins.latest, ix))
    };
    let mut attitudes = BTreeMap::new();
    for one in found.iter().filter(|one| !one.implied) {
        attitudes.insert(one.who, (Attitude::of(one.sure()), latest(one.who, &[RecognitionAct::Recognized])));
    }
    for &by in acts.keys() {
        let withheld = latest(by, &[RecognitionAct::Withheld]).filter(|&ix| base[ix].holds(day) != Band::No);
        let withdrawn = latest(by, &[RecognitionAct::Withdrawn, RecognitionAct::Suspended]);
        let other = withdrawn.map(|ix| (Attitude::Withdrawn, Some(ix)));
        if let Some(other) = other.or(withheld.map(|ix| (Attitude::Withheld, Some(ix)))) {
            attitudes.entry(by).or_insert(other);
        }
    }
    attitudes
}
