//! Acts by and on actors that certainly weren't there.

use std::collections::BTreeMap;

use super::{CheckInput, words};
use crate::diag::{Code, Diagnostic};
use crate::model::{
    ActorIx, Base, Day, Ends, Fact, RecognitionAct, RelationsAct, Statement, StatementIx, TreatyAct, When,
};

/// When actors can have existed, and who followed whom. An actor without a dated period isn't judged.
pub(super) struct Lives {
    periods: BTreeMap<ActorIx, Vec<Life>>,
    predecessors: BTreeMap<ActorIx, Vec<ActorIx>>,
    successors: BTreeMap<ActorIx, Vec<ActorIx>>,
}

/// The days on which an actor can have existed, by all sources that count; both inclusive.
struct Life {
    first: Day,
    last: Day,
    by: StatementIx,
}

/// Where an act stands that can't have happened in any period.
enum Misfit<'l> {
    Before(&'l Life),
    Between(&'l Life, &'l Life),
    After(&'l Life),
}

impl Lives {
    pub(super) fn of(base: &Base) -> Self {
        let mut lives = Self { periods: BTreeMap::new(), predecessors: BTreeMap::new(), successors: BTreeMap::new() };
        for ix in base.statement_handles().filter(|&ix| base[ix].stands()) {
            match base[ix].fact {
                Fact::Existence { actor } => {
                    let last = if let Ends::At(when) = &base[ix].ends { when.latest } else { Day::FUTURE };
                    let period = Life { first: base[ix].begins.earliest, last, by: ix };
                    lives.periods.entry(actor).or_default().push(period);
                }
                Fact::Succession { successor, predecessor, .. } => {
                    lives.predecessors.entry(successor).or_default().push(predecessor);
                    lives.successors.entry(predecessor).or_default().push(successor);
                }
                _ => {}
            }
        }
        for periods in lives.periods.values_mut() {
            periods.sort_by_key(|period| (period.first, period.last));
        }
        lives
    }

    fn outside(&self, actor: ActorIx, when: &When) -> Option<Misfit<'_>> {
        let periods = self.periods.get(&actor)?;
        if periods.iter().any(|period| period.first <= when.latest && when.earliest <= period.last) {
            return None;
        }
        let after = periods.iter().find(|period| when.latest < period.first);
        let before = periods.iter().filter(|period| period.last < when.earliest).max_by_key(|period| period.last);
        match (before, after) {
            (Some(before), Some(after)) => Some(Misfit::Between(before, after)),
            (Some(before), None) => Some(Misfit::After(before)),
            (None, Some(after)) => Some(Misfit::Before(after)),
            (None, None) => None,
        }
    }
}

/// Let actors act only while they can have existed.
pub(super) fn outside_existence(input: &CheckInput<'_>, found: &mut Vec<Diagnostic>) {
    let base = input.base;
    let none = Vec::new();
    for (ix, statement) in input.standing() {
        for actor in concerned(base, statement) {
            let Some(outside) = input.lives.outside(actor, &statement.begins) else { continue };
            let (told, name) = (words::told(base, ix), words::name(base, actor));
            let began = |period: &Life| words::day(&base[period.by].begins);
            let (code, message, periods, others, follow) = match outside {
                Misfit::Before(period) => {
                    let message = format!("{told} before {name} existed ({})", began(period));
                    let others = input.lives.predecessors.get(&actor);
                    (Code::BeforeExistence, message, vec![period], others, "predecessor")
                }
                Misfit::After(period) => {
                    let message = format!("{told} after {name} had ended ({})", ended(base, period));
                    (Code::AfterExistence, message, vec![period], input.lives.successors.get(&actor), "successor")
                }
                Misfit::Between(one, next) => {
                    let message = format!(
                        "{told} after {name} had ended ({}) and before it began again ({})",
                        ended(base, one),
                        began(next)
                    );
                    (Code::AfterExistence, message, vec![one, next], input.lives.successors.get(&actor), "successor")
                }
            };
            let mut finding = words::at(Diagnostic::new(code, message), base, ix);
            for period in periods {
                let has_ended = period.last < statement.begins.earliest;
                let at = if has_ended { words::at_end } else { words::at };
                finding = at(finding, base, period.by);
            }
            let mut others = others.unwrap_or(&none).clone();
            others.dedup();
            let names: Vec<&str> = others.iter().map(|other| words::name(base, *other)).collect();
            let to = if names.is_empty() { format!("the {follow}") } else { names.join(" or ") };
            found.push(finding.help(format!("check the dates, or give the act to {to}")));
        }
    }
}

/// When a period ended, in words; empty for one that didn't.
fn ended(base: &Base, period: &Life) -> String {
    match &base[period.by].ends {
        Ends::At(when) => words::day(when),
        Ends::AtOnce | Ends::Ongoing | Ends::Unknown => String::new(),
    }
}

/// End what lasts when its actor ends.
pub(super) fn outlived(input: &CheckInput<'_>, found: &mut Vec<Diagnostic>) {
    let base = input.base;
    for (ix, statement) in input.standing() {
        if matches!(statement.fact, Fact::Existence { .. } | Fact::Relations { .. }) || !statement.fact.lasts() {
            continue;
        }
        for actor in statement.fact.actors() {
            let Some(periods) = input.lives.periods.get(&actor) else { continue };
            let Some(last) = periods.iter().max_by_key(|period| period.last) else { continue };
            // What begins after the end is a finding of its own.
            if statement.ends.bounds().0 <= last.last || statement.begins.earliest > last.last {
                continue;
            }
            let (told, name, end) = (words::told(base, ix), words::name(base, actor), ended(base, last));
            let message = format!("{told}, and that goes on after {name} had ended ({end})");
            let finding = words::at_end(Diagnostic::new(Code::OutlivesActor, message), base, ix);
            let finding = words::at_end(finding, base, last.by);
            found.push(finding.help_by_code());
        }
    }
}

/// The actors that must exist when a statement comes true: those who act, and those to whom it is done.
fn concerned(base: &Base, statement: &Statement) -> Vec<ActorIx> {
    match statement.fact {
        Fact::Recognition { act: RecognitionAct::Withheld, .. }
        | Fact::Relations { act: RelationsAct::Absent, .. }
        | Fact::Existence { .. }
        | Fact::Succession { .. }
        | Fact::Event { .. } => Vec::new(),
        Fact::Treaty { treaty, act, party: None } => {
            let all_act = act.is_consent() || matches!(act, TreatyAct::Signed | TreatyAct::Initialled);
            if all_act { base[treaty].parties.clone() } else { Vec::new() }
        }
        Fact::Resolution { resolution } => vec![base[resolution].by],
        _ => statement.fact.actors().collect(),
    }
}
