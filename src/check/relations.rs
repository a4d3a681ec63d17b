//! Relations in the order of time: broken before they are resumed.

use super::{CheckInput, words};
use crate::diag::{Code, Diagnostic};
use crate::model::{Fact, RelationsAct};

/// Break relations before resuming them.
pub(super) fn resumed_unbroken(input: &CheckInput<'_>, found: &mut Vec<Diagnostic>) {
    let base = input.base;
    for (ix, statement) in input.standing() {
        let Fact::Relations { pair, act: RelationsAct::Resumed, .. } = statement.fact else { continue };
        let earliest = base
            .relations_of(pair)
            .filter(|&other| base[other].stands())
            .filter(|&other| {
                let Fact::Relations { act, .. } = base[other].fact else { return false };
                matches!(
                    act,
                    RelationsAct::Suspended
                        | RelationsAct::Severed
                        | RelationsAct::Downgraded
                        | RelationsAct::Recalled
                        | RelationsAct::Absent
                )
            })
            .min_by_key(|&other| base[other].begins.earliest);
        let told = words::told(base, ix);
        let code = Code::ResumedWithoutBreak;
        let finding = match earliest {
            Some(broken) if base[broken].begins.earliest <= statement.begins.latest => continue,
            Some(broken) => {
                let message = format!("{told} before {}", words::told(base, broken));
                words::at(words::at(Diagnostic::new(code, message), base, ix), base, broken)
            }
            None => words::at(Diagnostic::new(code, format!("{told}, and no break is recorded")), base, ix),
        };
        found.push(finding.help_by_code());
    }
}
