//! Judgement of a finished base: what contradicts itself, what is doubtful, what is untidy.
//!
//! A check is a function that looks at the base and pushes findings. It knows the base and the day that counts as
//! today; it never knows files, and it never changes anything. Only what is *certainly* wrong by every source that
//! counts is a finding: an imprecise date never is. Retracted statements aren't judged.

mod contests;
mod coverage;
mod existence;
mod names;
mod neutrality;
mod periods;
mod recognition;
mod relations;
mod sources;
mod treaties;
mod votes;
mod words;

use std::collections::BTreeMap;

use crate::diag::{Code, Diagnostic, Target};
use crate::model::{Base, Day, Statement, StatementIx};

/// What a check looks at.
struct CheckInput<'b> {
    base: &'b Base,
    today: Day,
    lives: existence::Lives,
}

/// A check: looks, and pushes what it finds.
type CheckFn = fn(&CheckInput<'_>, &mut Vec<Diagnostic>);

/// Every check with what it asks of the data, in the order of their codes.
const CHECKS: &[(&str, CheckFn)] = &[
    ("let a name or code stand for one actor at a time", names::clashes),
    ("hold a country only by the rule of inclusion", neutrality::outside_inclusion),
    ("quote at most 25 words", sources::long_quotes),
    ("say why an attestation is preferred or deprecated", contests::ranks_without_reason),
    ("explain every contest, and nothing that isn't one", contests::unexplained),
    ("use every source", sources::unused),
    ("give each document one record", sources::same_address),
    ("let copies lead to an original", sources::copies_of_themselves),
    ("speak neutrally in names, notes and reasons", neutrality::loaded_words),
    ("let actors act only while they can have existed", existence::outside_existence),
    ("date nothing after today", periods::in_the_future),
    ("recognize no later than relations are established", recognition::after_relations),
    ("sign before consent, and consent before force", treaties::out_of_order),
    ("let only members vote", votes::by_non_members),
    ("begin before ending", periods::inverted),
    ("state once what holds once", periods::overlapping),
    ("recognize before withdrawing or suspending", recognition::withdrawn_unrecognized),
    ("break relations before resuming them", relations::resumed_unbroken),
    ("record no more votes than were counted", votes::more_than_counted),
    ("end what lasts when its actor ends", existence::outlived),
    ("let `after` part acts of one day", periods::after_another_day),
    ("end no scope after its sources", coverage::beyond_sources),
    ("let the sources of a complete scope give every act in it", coverage::uncited),
    ("hold no more than a source counts, or say why", coverage::more_than_stated),
];

/// Judges a base as of `today`. Findings come in the order of the checks, those that an exception excuses are left
/// out, and exceptions that excuse nothing come last.
pub fn check(base: &Base, today: Day) -> Vec<Diagnostic> {
    let input = CheckInput { base, today, lives: existence::Lives::of(base) };
    let mut found = Vec::new();
    for (_, check) in CHECKS {
        check(&input, &mut found);
    }
    excuse(base, found)
}

impl<'b> CheckInput<'b> {
    /// The statements that count.
    fn standing(&self) -> impl Iterator<Item = (StatementIx, &'b Statement)> {
        let base = self.base;
        base.statement_handles().map(|ix| (ix, &base[ix])).filter(|(_, statement)| statement.stands())
    }
}

/// Leaves out what an exception excuses: a finding of its code that points at its record. So an exception can
/// stand for one act, or for all acts that conflict with one period of existence.
fn excuse(base: &Base, mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut excuses: BTreeMap<(Code, Target), usize> = BTreeMap::new();
    let mut idle: Vec<bool> = Vec::with_capacity(base.exceptions.len());
    for (index, exception) in base.exceptions.iter().enumerate() {
        let key = Code::find(&exception.code).zip(target(base, &exception.on));
        // One whose code or record is unknown was reported when it was read.
        idle.push(key.is_some());
        if let Some(key) = key {
            excuses.entry(key).or_insert(index);
        }
    }
    found.retain(|finding| {
        let excuse = finding.targets().find_map(|target| excuses.get(&(finding.code, target)));
        if let Some(index) = excuse {
            idle[*index] = false;
        }
        excuse.is_none()
    });
    for (index, exception) in base.exceptions.iter().enumerate().filter(|(index, _)| idle[*index]) {
        let message = format!("there is no finding {} about {:?} to excuse", exception.code, exception.on);
        found.push(Diagnostic::new(Code::UselessException, message).at(Target::Exception(index), "").help_by_code());
    }
    found
}

fn target(base: &Base, id: &str) -> Option<Target> {
    let statement = || base.find_statement(id).map(Target::Statement);
    base.find(id).map(Target::Entity).or_else(statement)
}
