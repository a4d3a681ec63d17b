//! When something happened, whether it did, what came before what, and how long it was between.

use super::known::reach;
use super::occasions::{Instance, occasions};
use super::occurrences::{Occurrence, did_to, occurrences, past};
use super::recognition::within;
use super::told::{contests, continued, count, dated, first, list, name};
use super::{Answer, Said};
use crate::form::{Act, Time, What};
use crate::model::{
    ActorIx, AsOf, Band, Base, Closed, Day, Fact, Key, Known, Matter, Pair, Reach, RelationsAct, StatementIx, Status,
    first_day_of, recognition_known, undone as not_done,
};
use crate::query::{self, RelationsRequest, refusals, relations};

pub(super) fn when(base: &Base, what: &Act<ActorIx>, today: Day) -> Answer {
    let found = occasions(base, what, today);
    let Some((lead, others)) = found.split_first() else { return unrecorded(base, what, today) };
    let rests_on: Vec<StatementIx> = found.iter().map(|one| one.record.statement).collect();
    let denied = if lead.record.sure { "" } else { ", which a source denies" };
    let sentence = format!("{} {}{denied}.", first(&past(base, &lead.what)), lead.record.when);
    let heir = match lead.what {
        Act::Recognized { by, of, .. } => continued(base, [by, of], lead.record.statement),
        _ => None,
    };
    let mut answer = Answer::found(sentence, rests_on.clone()).with_all(heir).with_all(contests(base, &rests_on[..1]));
    if matches!(what, Act::Began { actor: _ }) && base[lead.record.statement].had_begun() {
        answer = answer.with("Since when isn't recorded.");
    }
    if !others.is_empty() {
        let others: Vec<String> = others.iter().map(|one| told_beside(one, lead)).collect();
        answer = answer.with(format!("Also recorded: {}.", list(&others)));
    }
    answer
}

/// An occasion beside the one that leads: what happened only where it was something else.
fn told_beside(one: &Instance, lead: &Instance) -> String {
    match one.what {
        Act::Relations { act, .. } if one.what != lead.what => format!("{} {}", did_to(act), one.when()),
        _ => one.when(),
    }
}

pub(super) fn evidence(base: &Base, what: &Act<ActorIx>, today: Day) -> Answer {
    let found = occasions(base, what, today);
    let Some(lead) = found.first() else { return unrecorded(base, what, today) };
    let rests_on: Vec<StatementIx> = found.iter().map(|one| one.record.statement).collect();
    let attestations: usize = rests_on.iter().map(|&ix| base[ix].attestations.len()).sum();
    let sources: usize =
        rests_on.iter().flat_map(|&ix| &base[ix].attestations).map(|attestation| attestation.sources.len()).sum();
    let sentence = format!(
        "{} {}: {}, {}.",
        first(&past(base, &lead.what)),
        lead.record.when,
        count(attestations, "attestation", "attestations"),
        count(sources, "citation", "citations")
    );
    Answer::found(sentence, rests_on.clone()).with_all(contests(base, &rests_on))
}

/// Nothing of it is recorded: what is recorded instead.
pub(super) fn unrecorded(base: &Base, what: &Act<ActorIx>, today: Day) -> Answer {
    let (instead, rests_on) = instead(base, what, today);
    let mut answer =
        Answer::nothing(format!("Not recorded: that {}. What isn't recorded isn't \"no\".", past(base, what)));
    answer.rests_on = rests_on;
    answer.with_all(instead)
}

/// What is recorded where an act isn't: a refusal, relations that imply it.
pub(super) fn instead(base: &Base, what: &Act<ActorIx>, today: Day) -> (Vec<String>, Vec<StatementIx>) {
    let mut points = Vec::new();
    let mut rests_on = Vec::new();
    match *what {
        Act::Recognized { by, of, .. } => {
            for ix in refusals(base, by, of) {
                let what =
                    if base[ix].fact.lasts() { "withheld recognition" } else { "is denied to have recognized it" };
                points.push(format!("{} {what} {}.", first(&name(base, by)), super::told::period(&base[ix])));
                rests_on.push(ix);
            }
            if let Some(pair) = Pair::new(by, of)
                && let Some(one) =
                    occurrences(base, &Act::Relations { act: RelationsAct::Established, a: by, b: of }, today).first()
                && base.relations_of(pair).next().is_some()
            {
                points.push(format!("Relations were established {}, which implies recognition by then.", one.when));
                rests_on.push(one.statement);
            }
        }
        Act::Relations { act: RelationsAct::Established, a, b } => {
            let Some(request) = RelationsRequest::between(a, b, today) else { return (points, rests_on) };
            let answer = relations(base, &request);
            for &ix in &answer.history {
                if matches!(base[ix].fact, Fact::Relations { act: RelationsAct::Absent, .. }) {
                    points.push(format!(
                        "A source says that there were no relations {}.",
                        super::told::period(&base[ix])
                    ));
                    rests_on.push(ix);
                }
            }
            if answer.status.certain == Some(Status::Established) {
                points.push("Relations follow from missions that are recorded.".to_owned());
                rests_on.extend(answer.missions.iter().map(|mission| mission.statement));
            }
        }
        Act::Acted { party, treaty, .. } => {
            let others: Vec<StatementIx> = base
                .under(Key::Treaty(treaty))
                .filter(|&ix| {
                    matches!(base[ix].fact, Fact::Treaty { party: Some(who), .. } if who == party) && base[ix].stands()
                })
                .collect();
            for &ix in &others {
                if let Fact::Treaty { act, .. } = base[ix].fact {
                    points.push(format!("Recorded is: {} {}.", act.name().replace('-', " "), dated(&base[ix])));
                }
            }
            rests_on.extend(others);
        }
        _ => {}
    }
    (points, rests_on)
}

pub(super) fn did(base: &Base, what: &Act<ActorIx>, time: &Time, today: Day) -> Answer {
    let found = occurrences(base, what, today);
    let window = time.window(today);
    let when = within(time);
    let told = past(base, what);
    let band = |one: &Occurrence| {
        window.holds((one.earliest, one.latest)).and(if one.sure { Band::Certain } else { Band::Possible })
    };
    let best = found.iter().max_by_key(|one| band(one));
    let rests_on: Vec<StatementIx> = found.iter().map(|one| one.statement).collect();
    match best.map(|one| (band(one), one)) {
        Some((Band::Certain, one)) => {
            let answer = Answer::said(Said::Yes, format!("Yes: {told} {}.", one.when), vec![one.statement]);
            let heir = match *what {
                Act::Recognized { by, of, .. } => continued(base, [by, of], one.statement),
                _ => None,
            };
            answer.with_all(heir).with_all(contests(base, &[one.statement]))
        }
        Some((Band::Possible, one)) => {
            let why = if !one.sure {
                "a source denies it".to_owned()
            } else if !one.dated {
                "no source gives its date".to_owned()
            } else if one.contested {
                "sources give different dates".to_owned()
            } else {
                "its date isn't known exactly".to_owned()
            };
            let sentence = format!("Can't tell, because {why}: {told} {}.", one.when);
            Answer::said(Said::CantTell, sentence, vec![one.statement]).with_all(contests(base, &[one.statement]))
        }
        Some((Band::No, _)) => {
            let days: Vec<String> = found.iter().map(|one| one.when.clone()).collect();
            // Of a time that lies ahead nothing is known.
            let ahead = window.from > today;
            let (word, said) = if ahead { ("Presumably", Said::PresumablyNot) } else { ("No,", Said::No) };
            let when = if when.is_empty() { " so" } else { &when };
            let sentence = format!("{word} not{when}: {told} {}.", list(&days));
            Answer::said(said, sentence, rests_on.clone()).with_all(contests(base, &rests_on))
        }
        None => undone(base, what, time, today),
    }
}

/// Whether something happened of which no act is recorded.
fn undone(base: &Base, what: &Act<ActorIx>, time: &Time, today: Day) -> Answer {
    let told = past(base, what);
    let when = within(time);
    let (points, rests_on) = instead(base, what, today);
    if let Act::Acted { act: Some(act), .. } = *what
        && act.is_consent()
        && rests_on.iter().any(|&ix| matches!(base[ix].fact, Fact::Treaty { act, .. } if act.is_consent()))
    {
        let sentence = format!("No: it isn't recorded that {told}{when}; it became bound in another way.");
        return Answer::said(Said::No, sentence, rests_on).with_all(points);
    }
    if let Act::Recognized { by, of, .. } = *what {
        // A refusal that lasts as long as what was asked about, or from before it, says no.
        let window = time.window(today);
        let (from, to) = (window.from, window.last(today).min(today));
        let refused = refusals(base, by, of).into_iter().any(|ix| {
            if !base[ix].fact.lasts() {
                return true;
            }
            let whole = base[ix].holds(to) == Band::Certain && (from == Day::PAST || base[ix].holds(from) != Band::No);
            whole || (from != Day::PAST && base[ix].holds(from) == Band::Certain && base[ix].holds(to) == Band::Certain)
        });
        let known = recognition_known(base, by, of, AsOf::of(to, today));
        let ever = from == Day::PAST && !refusals(base, by, of).is_empty();
        if (refused || ever) && known.said <= Said::PresumablyNot {
            let word = if known.said == Said::No { "No" } else { "Presumably not" };
            let sentence = format!("{word}: it isn't recorded that {told}{when}, and recognition was withheld.");
            let asked = AsOf::of(to, today);
            return Answer::said(known.said, sentence, rests_on).with_all(points).with_all(reach(base, &known, asked));
        }
    }
    let window = time.window(today);
    let (from, to) = (window.from, window.last(today));
    let asked = AsOf::of(to, today);
    let parties = needed(what).map_or_else(Vec::new, |(parties, _)| parties);
    if let Some(&nobody) = parties.iter().find(|&&party| to < first_day_of(base, party)) {
        let sentence = format!("No: {} did not exist{when}.", name(base, nobody));
        return Answer::said(Said::No, sentence, rests_on).with_all(points);
    }
    let found =
        needed(what).map_or(Known::NOTHING, |(parties, matter)| not_done(base, &parties, matter, (from, to), asked));
    let looked = matches!(found.reach, Reach::Covered(_) | Reach::Fresh(..));
    let sentence = match found.said {
        Said::No => format!("No: it isn't recorded that {told}{when}, and the record is complete."),
        Said::PresumablyNot => format!("Presumably not: it isn't recorded that {told}{when}."),
        _ if looked => format!("Not recorded: whether {told}{when}. It was looked for, and none was found."),
        _ => format!("Not recorded: whether {told}{when}."),
    };
    Answer::said(found.said, sentence, rests_on).with_all(points).with_all(reach(base, &found, asked))
}

/// What would have to be covered for an act that isn't recorded not to have been done, and by whom it would be.
fn needed(what: &Act<ActorIx>) -> Option<(Vec<ActorIx>, Matter)> {
    let parties = match *what {
        Act::Recognized { by, of, .. } | Act::Withdrew { by, of } => vec![by, of],
        Act::Relations { a, b, .. } | Act::Mission { of: a, at: b, .. } => vec![a, b],
        Act::Joined { member, organization } | Act::Left { member, organization } => vec![member, organization],
        Act::Acted { party, .. } => vec![party],
        Act::Treaty { .. } => Vec::new(),
        _ => return None,
    };
    let matter = query::matter(&What::from(&What::Act(what.clone())))?;
    Some((parties, matter))
}

/// Who went over from the one to the other.
pub(super) fn switchers(base: &Base, from: ActorIx, to: ActorIx, time: &Time, today: Day) -> Answer {
    let mut actors: Vec<ActorIx> = base
        .recognitions_of(to)
        .filter_map(|ix| match base[ix].fact {
            Fact::Recognition { by, .. } => Some(by),
            _ => None,
        })
        .collect();
    actors.sort_by_key(|actor| &base[*actor].name);
    actors.dedup();
    let window = time.window(today);
    let (mut certain, mut possible): (Vec<(Day, String)>, Vec<String>) = (Vec::new(), Vec::new());
    let mut rests_on = Vec::new();
    for by in actors {
        let found = occurrences(base, &Act::Switched { by, from, to }, today);
        let Some(one) = found.iter().find(|one| window.holds((one.earliest, one.latest)) != Band::No) else { continue };
        let told = format!("{} ({})", base[by].name, super::recognition::short(base, one.statement));
        rests_on.push(one.statement);
        match window.holds((one.earliest, one.latest)).and(if one.sure { Band::Certain } else { Band::Possible }) {
            Band::Certain => certain.push((one.latest, told)),
            _ => possible.push(told),
        }
    }
    certain.sort();
    let (a, b, when) = (name(base, from), name(base, to), within(time));
    if rests_on.is_empty() {
        return Answer::nothing(format!("Nobody is recorded to have gone over from {a} to {b}{when}."));
    }
    let told: Vec<String> = certain.into_iter().map(|(_, told)| told).collect();
    let actors = count(told.len(), "actor", "actors");
    let answer = Answer::found(format!("{actors} went over from {a} to {b}{when}: {}.", list(&told)), rests_on);
    if possible.is_empty() { answer } else { answer.with(format!("Possibly also: {}.", list(&possible))) }
}
