//! What `chancery recognitions` asks, as a question.

use super::RecognitionsArgs;
use crate::cli::data;
use crate::form::{Act, Pattern, Pick, Question, Set, Slot, State};
use crate::model::{Base, Capacity, Closed, Date, Day};
use crate::query::Acts;

impl RecognitionsArgs {
    /// What it asks; of the acts of one to another no question asks the same.
    pub(crate) fn question(&self, base: &Base, today: Day) -> Option<Question> {
        let day = self.on.as_ref().map_or(today, Date::latest);
        let find = |text: &Option<String>| text.as_deref().map(|text| data::actor(base, text, day)).transpose().ok();
        let (of, by) = (find(&self.of)?, find(&self.by)?);
        if let (Some(of), Some(time)) = (of, crate::cli::standing(self.on.as_ref(), today)) {
            let others = |other| {
                let state = State::Recognizes { by: Slot::WHO, of: Slot::Is(other) };
                Set::That(Box::new(Pattern::state(state).at(time.clone())))
            };
            let who = Set::members(find(&self.among)?);
            let who = find(&self.also)?.map_or(who.clone(), |also| who.and(others(also)));
            let who = find(&self.but_not)?.map_or(who.clone(), |not| who.but_not(others(not)));
            let state = State::Recognizes { by: Slot::Asked(who), of: Slot::Is(of) };
            return Some(Question::which(Pattern::state(state).at(time)));
        }
        let time = crate::cli::time(self.before.as_ref(), self.after.as_ref())?;
        let capacity = self.capacity.as_deref().and_then(Capacity::find);
        let both = of.is_some() && by.is_some();
        let (by, of) = (Slot::named(by), Slot::named(of));
        let of = match (self.acts(), self.pick(), capacity) {
            (Acts::Given, _, capacity) => Pattern::act(Act::Recognized { by, of, capacity, form: None }),
            (Acts::Withdrawn, Pick::All, None) => Pattern::act(Act::Withdrew { by, of }),
            (Acts::Withheld, Pick::All, None) => Pattern::state(State::Withholds { by, of }),
            _ => return None,
        };
        (!both).then(|| Question::Which { of: of.at(time), pick: self.pick() })
    }

    pub(super) fn pick(&self) -> Pick {
        match (self.first, self.last, self.nth) {
            (true, ..) => Pick::Nth(1),
            (_, true, _) => Pick::Last,
            (_, _, Some(nth)) => Pick::Nth(nth as usize),
            _ => Pick::All,
        }
    }

    pub(super) fn acts(&self) -> Acts {
        match (self.withdrawn, self.withheld) {
            (true, _) => Acts::Withdrawn,
            (_, true) => Acts::Withheld,
            _ => Acts::Given,
        }
    }
}
