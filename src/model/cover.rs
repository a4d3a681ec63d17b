//! How far the record reaches: which scope covers a matter on a day, and what that says.

use super::{AsOf, Course, Day, Matter, Reach, Scope, State, and};
use crate::model::Base;

impl Base {
    /// The position of the scope by which a matter is covered best on a day: a complete one before a surveyed one, then
    /// that which reaches furthest.
    pub(super) fn cover_of(&self, matter: Matter, day: Day) -> Option<usize> {
        let covering = self.scopes_of(matter).filter(|(_, scope)| scope.covers(day));
        covering.max_by_key(|(_, scope)| (scope.extent, scope.last())).map(|(index, _)| index)
    }

    /// By which complete scope it is known on a day that a thing isn't there, which nothing on record has begun by then: one that
    /// covers the day, ended not long before, or has another one after the day.
    pub(super) fn absence_of(&self, matter: Matter, course: &Course, asked: AsOf) -> Option<Reach> {
        let AsOf { day, today } = asked;
        if day > today {
            return None;
        }
        let complete =
            || self.scopes_of(matter).filter(|(_, scope)| scope.is_complete() && scope.first() <= scope.last());
        if let Some((index, _)) =
            complete().filter(|(_, scope)| scope.covers(day)).max_by_key(|(_, scope)| scope.last())
        {
            return Some(Reach::Covered(index));
        }
        let (index, before) =
            complete().filter(|(_, scope)| scope.last() <= day).max_by_key(|(_, scope)| scope.last())?;
        let never = |on: Day| course.on(on).iter().all(|may| may.state == State::Never);
        match day <= before.last().plus(self.fresh.0) {
            true => Some(Reach::Fresh(before.last(), Some(index))),
            false => complete()
                .any(|(_, after)| day < after.first() && after.first() <= today && never(after.first()))
                .then(|| Reach::Between(before.last())),
        }
    }

    /// How far the record of each matter reaches, a sentence each; of several, with what it is about, and all that no scope covers
    /// in one.
    pub fn record_of(&self, matters: &[Matter], asked: AsOf) -> Vec<String> {
        const UNCOVERED: &str = "no scope covers it; this is what is on record.";
        let covered = |matter: Matter| {
            let (index, _) = self.scope_for(matter, asked)?;
            let scope = self.scopes[index].in_words();
            let silent = asked.day < self.scopes[index].first();
            let silent = if silent { format!("; nothing covers {}", asked.day.in_words()) } else { String::new() };
            Some(format!("{scope}{silent}."))
        };
        if let [one] = matters {
            return vec![format!("Record: {}", covered(*one).unwrap_or_else(|| UNCOVERED.to_owned()))];
        }
        let told = matters.iter().map(|&one| (one.in_words(self), covered(one)));
        let (mut lines, mut open) = (Vec::new(), Vec::new());
        for (what, covered) in told {
            match covered {
                Some(covered) => lines.push(format!("Record of {what}: {covered}")),
                None => open.push(what),
            }
        }
        if !open.is_empty() {
            lines.push(format!("No scope covers {}; this is what is on record.", and(&open)));
        }
        lines
    }

    /// Whether a scope reaches that far of each matter. Of several sets each needs its own.
    pub fn reaches(&self, matters: &[Matter], asked: AsOf) -> bool {
        let reached = |&matter: &Matter| self.scope_for(matter, asked).is_some_and(|(_, reached)| reached);
        !matters.is_empty() && matters.iter().all(reached)
    }

    /// Whether a complete scope covers the day of each matter.
    pub fn is_complete(&self, matters: &[Matter], asked: AsOf) -> bool {
        let complete =
            |&matter: &Matter| self.scopes_of(matter).any(|(_, scope)| scope.is_complete() && scope.covers(asked.day));
        !matters.is_empty() && matters.iter().all(complete)
    }

    /// The scope that tells most of a matter up to a day, and whether it reaches that day, which none does after today: one that reaches
    /// it before one that doesn't, a complete one before a surveyed one, then that which goes furthest.
    pub fn scope_for(&self, matter: Matter, asked: AsOf) -> Option<(usize, bool)> {
        let to = asked.day.min(asked.today);
        let reaches = |scope: &Scope| scope.first() <= to && to <= scope.last().plus(self.fresh.0);
        let found = self.scopes_of(matter).max_by_key(|(_, scope)| (reaches(scope), scope.extent, scope.last()));
        found.map(|(index, scope)| (index, asked.day <= asked.today && reaches(scope)))
    }

    /// The last day, up to `day`, on which a complete scope has spoken of a matter.
    pub(super) fn spoke_of(&self, matter: Matter, day: Day) -> Option<Day> {
        let spoke = self.scopes_of(matter).filter(|(_, scope)| scope.is_complete() && scope.first() <= day);
        spoke.map(|(_, scope)| scope.last().min(day)).max()
    }
}
