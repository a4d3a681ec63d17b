//! How findings speak of statements: in the past tense, with dates.

use crate::diag::{Diagnostic, Subject};
use crate::model::{ActorIx, Base, Ends, Fact, RecognitionAct, RelationsAct, Statement, StatementIx, TreatyAct, When};

/// Adds a statement as a place: its date if it has one, with its id, which exceptions name, and all its dates.
pub(super) fn at(finding: Diagnostic, base: &Base, ix: StatementIx) -> Diagnostic {
    let statement = &base[ix];
    let field = if statement.fact.lasts() { "from" } else { "on" };
    finding.at(Subject::Statement(ix).field(field), format!("{}: {}", statement.id, dates(statement)))
}

/// Adds a statement as a place by its end.
pub(super) fn at_end(finding: Diagnostic, base: &Base, ix: StatementIx) -> Diagnostic {
    let statement = &base[ix];
    finding.at(Subject::Statement(ix).field("until"), format!("{}: {}", statement.id, dates(statement)))
}

/// What a statement states, with its dates: `Russia recognized Azerbaijan (1992-04-10)`.
pub(super) fn told(base: &Base, ix: StatementIx) -> String {
    let statement = &base[ix];
    format!("{} ({})", stated(base, &statement.fact), dates(statement))
}

/// The day of an act, or the period of what lasts.
pub(super) fn dates(statement: &Statement) -> String {
    let begins = day(&statement.begins);
    match &statement.ends {
        Ends::AtOnce => begins,
        Ends::Ongoing => format!("from {begins}"),
        Ends::Unknown => format!("from {begins}, end unknown"),
        Ends::At(when) => format!("{begins} until {}", day(when)),
    }
}

/// A day as shown, with the range of all sources where that is wider.
pub(super) fn day(when: &When) -> String {
    let Some(shown) = &when.shown else { return "no date".to_owned() };
    if (shown.earliest(), shown.latest()) == (when.earliest, when.latest) {
        return shown.to_string();
    }
    format!("{shown}; by all sources {} to {}", when.earliest, when.latest)
}

/// An actor's name.
pub(super) fn name(base: &Base, actor: ActorIx) -> &str {
    &base[actor].name
}

fn stated(base: &Base, fact: &Fact) -> String {
    let name = |actor: ActorIx| name(base, actor);
    match *fact {
        Fact::Existence { actor } => format!("{} existed", name(actor)),
        Fact::Succession { successor, predecessor, .. } => {
            format!("{} followed {}", name(successor), name(predecessor))
        }
        Fact::Recognition { of, by, act, .. } => {
            let did = match act {
                RecognitionAct::Recognized => "recognized",
                RecognitionAct::Withdrawn => "withdrew recognition of",
                RecognitionAct::Suspended => "suspended recognition of",
                RecognitionAct::Withheld => "withheld recognition of",
            };
            format!("{} {did} {}", name(by), name(of))
        }
        Fact::Relations { pair, act, by, .. } => {
            let [first, second] = pair.parties();
            let did = related(act);
            match by {
                Some(by) => format!("{} {did} {}", name(by), name(pair.other(by))),
                None => format!("{} and {} {}", name(first), name(second), did.trim_end_matches(" with")),
            }
        }
        Fact::Membership { organization, member, .. } => {
            format!("{} belonged to {}", name(member), name(organization))
        }
        Fact::Treaty { treaty, act, party } => {
            let title = &base[treaty].title;
            match party {
                Some(party) if act == TreatyAct::EnteredIntoForce => {
                    format!("{title} was in force for {}", name(party))
                }
                Some(party) => format!("{} {} {title}", name(party), done(act)),
                None if act == TreatyAct::EnteredIntoForce => format!("{title} was in force"),
                None => format!("{title} was {}", done(act)),
            }
        }
        Fact::Resolution { resolution } => {
            format!("{} adopted {}", name(base[resolution].by), base[resolution].title)
        }
        Fact::Vote { resolution, by, .. } => format!("{} voted on {}", name(by), base[resolution].title),
        Fact::Position { by, backs, .. } => format!("{} backed {}", name(by), name(backs)),
        Fact::Event { event } => format!("{} happened", base[event].name),
    }
}

fn related(act: RelationsAct) -> &'static str {
    match act {
        RelationsAct::Agreed => "agreed on relations with",
        RelationsAct::Established => "established relations with",
        RelationsAct::Downgraded => "downgraded relations with",
        RelationsAct::Suspended => "suspended relations with",
        RelationsAct::Severed => "severed relations with",
        RelationsAct::Resumed => "resumed relations with",
        RelationsAct::Absent => "had no relations with",
        RelationsAct::MissionOpened => "opened a mission in",
        RelationsAct::MissionRaised => "raised its mission in",
        RelationsAct::MissionLowered => "lowered its mission in",
        RelationsAct::MissionMoved => "moved its mission in",
        RelationsAct::MissionSuspended => "suspended its mission in",
        RelationsAct::MissionClosed => "closed its mission in",
    }
}

fn done(act: TreatyAct) -> &'static str {
    match act {
        TreatyAct::Adopted => "adopted",
        TreatyAct::Initialled => "initialled",
        TreatyAct::Signed => "signed",
        TreatyAct::Ratified => "ratified",
        TreatyAct::Accepted => "accepted",
        TreatyAct::Approved => "approved",
        TreatyAct::Acceded => "acceded to",
        TreatyAct::Succeeded => "succeeded to",
        TreatyAct::ProvisionallyApplied => "provisionally applied",
        TreatyAct::EnteredIntoForce => "brought into force",
        TreatyAct::Suspended => "suspended",
        TreatyAct::Denounced => "denounced",
        TreatyAct::Withdrawn => "withdrawn from",
        TreatyAct::Terminated => "terminated",
    }
}
