//! Statements in words: as captions, and as sentences for a reader who doesn't see the picture.

use super::{NamedBase, name};
use crate::chart::words::{self, Months};
use crate::model::{
    ActorIx, Closed, Ends, Fact, Level, RecognitionAct, RecognitionForm, RelationsAct, Statement, StatementIx,
    TreatyAct, stated_with,
};

/// A statement in a sentence, for a reader who doesn't see the picture.
pub(crate) fn sentence(base: &NamedBase<'_>, ix: StatementIx) -> String {
    let statement = &base[ix];
    let doubt = match (statement.is_denied(), statement.is_contested()) {
        (true, _) => "; a source denies it",
        (_, true) => "; sources differ",
        _ => "",
    };
    format!("{}{doubt}", told(base, statement, Months::Full))
}

/// A statement in a few words, with its date.
pub(super) fn caption(base: &NamedBase<'_>, ix: StatementIx) -> String {
    told(base, &base[ix], Months::Short)
}

/// The same, of an act about relations where everybody knows whose it is.
pub(crate) fn own_caption(base: &NamedBase<'_>, ix: StatementIx) -> String {
    match &base[ix].fact {
        Fact::Relations { act, level, at, .. } => {
            dated(&base[ix], relations(base, *act, None, *level, at.as_deref()), Months::Short)
        }
        _ => caption(base, ix),
    }
}

fn told(base: &NamedBase<'_>, statement: &Statement, months: Months) -> String {
    let what = match &statement.fact {
        Fact::Recognition { of, by, act, form, capacity, .. } => {
            recognition(name(base, *by), *act, &capacity.in_words(name(base, *of)), *form)
        }
        Fact::Relations { act, by, level, at, .. } => relations(base, *act, *by, *level, at.as_deref()),
        Fact::Treaty { treaty, act, party } => {
            let by = party.map_or(String::new(), |party| format!(" by {}", name(base, party)));
            format!("{}: {}{by}", base[*treaty].title, verb(*act))
        }
        Fact::Resolution { resolution } => {
            let record = &base[*resolution];
            format!("{}: {}", name(base, record.by), record.title)
        }
        Fact::Position { dispute, by, backs } => {
            format!("{} backs {} in {}", name(base, *by), name(base, *backs), base[*dispute].name)
        }
        Fact::Event { event } => base[*event].name.to_string(),
        Fact::Membership { organization, member, standing, .. } => {
            format!("{}: {} of {}", name(base, *member), standing.name(), name(base, *organization))
        }
        fact @ (Fact::Existence { .. } | Fact::Succession { .. } | Fact::Vote { .. }) => {
            stated_with(base, fact, |actor| base.whole(actor))
        }
    };
    dated(statement, what, months)
}

/// What is told, with its date or the time that it took.
fn dated(statement: &Statement, what: String, months: Months) -> String {
    if statement.date().is_none() {
        return what;
    }
    let when = words::when(statement, months);
    let bounded = statement.tells_since();
    match &statement.ends {
        Ends::At(end) => match &end.shown {
            Some(date) if bounded => format!("{what}, from {when} to {}", words::date(date, months)),
            Some(date) => format!("{what}, {when}, until {}", words::date(date, months)),
            None => format!("{what}, {when}"),
        },
        Ends::Ongoing if bounded => format!("{what}, since {when}"),
        _ => format!("{what}, {when}"),
    }
}

/// An act of recognition. Only one that gives recognition has a form worth telling.
fn recognition(by: &str, act: RecognitionAct, whom: &str, form: RecognitionForm) -> String {
    let form = match form {
        RecognitionForm::DeFacto if act == RecognitionAct::Recognized => " de facto",
        RecognitionForm::Implied if act == RecognitionAct::Recognized => " by conduct",
        _ => "",
    };
    format!("{by} {} {whom}{form}", act.in_words())
}

fn relations(
    base: &NamedBase<'_>,
    act: RelationsAct,
    by: Option<ActorIx>,
    level: Option<Level>,
    at: Option<&str>,
) -> String {
    let actor = by.map_or(String::new(), |by| format!(" by {}", name(base, by)));
    let mission = level.map_or("mission".to_owned(), |level| level.name().replace('-', " "));
    let whose = by.map_or(String::new(), |by| format!(" of {}", name(base, by)));
    let town = at.map_or(String::new(), |at| format!(" in {at}"));
    let mission_of = format!("{}{}{whose}{town}", mission[..1].to_uppercase(), &mission[1..]);
    match act {
        RelationsAct::Agreed => format!("Relations agreed{actor}"),
        RelationsAct::Established => format!("Relations established{actor}"),
        RelationsAct::Downgraded => format!("Relations downgraded{actor}"),
        RelationsAct::Recalled => format!("Head of mission recalled{actor}"),
        RelationsAct::Upgraded => format!("Relations upgraded{actor}"),
        RelationsAct::Suspended => format!("Relations suspended{actor}"),
        RelationsAct::Severed => format!("Relations severed{actor}"),
        RelationsAct::Resumed => format!("Relations resumed{actor}"),
        RelationsAct::Absent => "No relations".to_owned(),
        RelationsAct::MissionOpened => mission_of,
        RelationsAct::MissionRaised => format!("Mission{whose} raised to {mission}"),
        RelationsAct::MissionLowered => format!("Mission{whose} lowered to {mission}"),
        RelationsAct::MissionMoved => {
            format!("Mission{whose} moved{}", at.map_or(String::new(), |at| format!(" to {at}")))
        }
        RelationsAct::MissionSuspended => format!("{mission_of} suspended"),
        RelationsAct::MissionClosed => format!("{mission_of} closed"),
    }
}

pub(super) fn verb(act: TreatyAct) -> String {
    match act {
        TreatyAct::EnteredIntoForce => "in force".to_owned(),
        other => other.name().replace('-', " "),
    }
}
