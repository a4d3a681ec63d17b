//! Who did what can be counted: the nth, the last, all; somebody's place; claims on trial.

use super::recognition::{called, members, nth_word, short, within};
use super::told::{contests, count, dated, first, list, name, names, shared, together};
use super::{Answer, Said, happened, sequence};
use crate::ask::limits::{BEARING_OUT, POINT_STATEMENTS};
use crate::form::{Act, Pattern, Pick, Set, Slot, Time, What};
use crate::model::{
    ActorIx, Asserts, Band, Base, Closed, Counted, CountedAct, Date, Day, RelationsAct, StatementIx, stated,
};
use crate::query::{Doer, Ranking, Trial, Verdict, doers, first_of_each, try_claim};

pub(super) fn doers_of(base: &Base, of: &Pattern, act: &Act<Slot>, pick: Pick, today: Day) -> Answer {
    let acts = doers(base, of, today);
    let found = first_of_each(&acts);
    let what = deed(base, act);
    let group = group(base, act.asked());
    let when = within(&of.time);
    if found.is_empty() {
        return Answer::nothing(format!(
            "It isn't recorded that anybody{group} {what}{when}. What isn't recorded isn't \"no\"."
        ));
    }
    let told = |doer: &Doer| format!("{} ({})", base[doer.by].name, short(base, doer.statement));
    let ranking = Ranking::of(base, acts);
    let undated = ranking.undated.len();
    let definition = act
        .asked()
        .group()
        .or(act.asked().except())
        .map(|group| format!("It depends on who belongs to {} ({}).", base[group].name, base[group].id));
    let nth = match pick {
        Pick::Nth(nth) => Some(nth),
        Pick::Last => None,
        _ => {
            let sure: Vec<String> = found.iter().filter(|doer| doer.counts == Band::Certain).map(told).collect();
            let unsure: Vec<String> = found.iter().filter(|doer| doer.counts != Band::Certain).map(told).collect();
            let rests_on = found.iter().map(|doer| doer.statement).collect();
            let actors = count(sure.len(), "actor", "actors");
            let answer = Answer::found(format!("{actors}{group} {what}{when}: {}.", list(&sure)), rests_on);
            let answer =
                if unsure.is_empty() { answer } else { answer.with(format!("Possibly also: {}.", list(&unsure))) };
            return answer.with_all(definition);
        }
    };
    let which = nth.map_or_else(|| "last".to_owned(), nth_word);
    let holders = ranking.holders(nth);
    if holders.shown.is_empty() {
        let acts = count(ranking.dated().count(), "act", "acts");
        return Answer::nothing(format!("No {which} to do so is recorded: {acts}{group}{when} with a date."))
            .with_all(definition);
    }
    let shown = holders.shown;
    let possible: Vec<String> = holders.possible.iter().map(told).collect();
    let limit = if possible.is_empty() && undated == 0 { "" } else { ", as far as days are known" };
    let rests_on: Vec<StatementIx> = shown.iter().map(|doer| doer.statement).collect();
    let together = together(base, &rests_on);
    let holders: Vec<(String, String)> =
        shown.iter().map(|doer| (name(base, doer.by), dated(&base[doer.statement]))).collect();
    let (who, days) = shared(&holders);
    let verb = if shown.len() > 1 { "were" } else { "was" };
    let sentence =
        format!("{} {verb} the {which}{group} {}{when}{together}{days}{limit}.", first(&who), to_do(base, act));
    let mut answer = Answer::found(sentence, rests_on.clone()).with_all(contests(base, &rests_on));
    if !possible.is_empty() {
        answer = answer.with(format!("Could also be {which}: {}.", list(&possible)));
    }
    if undated > 0 {
        answer = answer.with(format!("{} without a date could change that.", count(undated, "act", "acts")));
    }
    answer.with_all(definition)
}

pub(super) fn place(base: &Base, by: ActorIx, of: &Pattern, today: Day) -> Answer {
    let What::Act(act) = &of.what else { return Answer::nothing("What holds has no place.") };
    let ranking = Ranking::of(base, doers(base, of, today));
    let what = deed(base, act);
    let who = name(base, by);
    let Some(ranked) = ranking.get(by) else {
        return Answer::nothing(format!("It isn't recorded, with a date, that {who} {what}."));
    };
    let (own, place) = (ranked.doer, ranking.place(ranked));
    let of_all = count(ranking.dated().count(), "act has", "acts have");
    let sentence =
        format!("{} {what} {}: the {place} place, by days; {of_all} a date.", first(&who), dated(&base[own.statement]));
    let mut answer = Answer::found(sentence, vec![own.statement]).with_all(contests(base, &[own.statement]));
    let rivals: Vec<String> = ranking
        .dated()
        .map(|one| one.doer)
        .filter(|doer| doer.by != by && doer.earliest <= own.latest && doer.latest >= own.earliest)
        .map(|doer| format!("{} ({})", base[doer.by].name, short(base, doer.statement)))
        .collect();
    if place.least != place.most && !rivals.is_empty() {
        answer = answer.with(format!("It depends on the days of: {}.", list(&rivals)));
    }
    if !ranking.undated.is_empty() {
        answer =
            answer.with(format!("{} without a date could come before.", count(ranking.undated.len(), "act", "acts")));
    }
    answer
}

/// A claim on trial.
pub(super) fn test(base: &Base, asserts: &Asserts, today: Day) -> Answer {
    let trial = try_claim(base, asserts, today);
    let told = claim(base, asserts);
    let because = why(base, &trial);
    let (said, sentence) = match trial.verdict {
        Verdict::Supported => (Said::Yes, format!("Yes, the record bears out that {told}.")),
        Verdict::Contradicted => (Said::No, format!("No, the record contradicts that {told}.")),
        Verdict::Fits => (Said::CantTell, format!("It fits the record, as far as that reaches, that {told}.")),
        Verdict::Undecided => (Said::CantTell, format!("Can't tell whether {told}, because {because}.")),
        Verdict::Untested => (Said::NotRecorded, format!("Not recorded: whether {told}, because {because}.")),
    };
    let mut rests_on = trial.against.clone();
    rests_on.extend(trial.supporting.iter().filter(|ix| !trial.against.contains(ix)));
    let record = trial.scope.map(|index| format!("Record: {}.", base.scopes[index].in_words()));
    let answer = Answer::said(said, sentence, rests_on.clone())
        .with_all(points(base, &trial))
        .with_all(record)
        .with_all(contests(base, &rests_on));
    Answer { fits: trial.verdict == Verdict::Fits, scope: trial.scope, ..answer }
}

/// Several claims in one sentence: a place, a date, and who came before.
pub(super) fn placed(
    base: &Base,
    (nth, by, counted): (usize, ActorIx, &Counted),
    on: Option<&Date>,
    after: Option<ActorIx>,
    today: Day,
) -> Answer {
    let place = test(base, &Asserts::Nth { nth, by, counted: counted.clone() }, today);
    let mut parts = vec![place];
    if let Some(what) = happening(by, counted) {
        if let Some(date) = on {
            parts.push(happened::did(base, &what, &Time::On(date.clone()), today));
        }
        if let Some(earlier) = after.and_then(|after| happening(after, counted)) {
            parts.push(sequence::order(base, &earlier, &what, today));
        }
    }
    let whole = parts.iter().filter_map(|part| part.said).fold(Said::Yes, Said::and);
    let fits = parts.iter().all(|part| part.fits || part.said == Some(Said::Yes));
    let lead = match whole {
        Said::No => "No, not all of it",
        Said::PresumablyNot => "Presumably not, not all of it",
        Said::Yes => "Yes, all of it",
        _ if fits => "It fits, all of it",
        Said::Presumably => "Presumably, all of it",
        Said::NotRecorded => "Not recorded, not all of it",
        Said::CantTell => "Can't tell, not of all of it",
    };
    let decisive = parts.iter().find(|part| part.said == Some(whole)).map_or("", |part| &part.sentence);
    let reason = decisive.trim_start_matches("No, ").trim_start_matches("Can't tell ").trim_start_matches("Yes, ");
    let claims = count(parts.len(), "claim", "claims");
    let mut answer = Answer::said(whole, format!("{lead} ({claims} in one): {reason}"), Vec::new());
    let mut rests_on: Vec<StatementIx> = Vec::new();
    for part in parts {
        answer = answer.with(part.sentence).with_all(part.points);
        rests_on.extend(part.rests_on.into_iter().filter(|ix| !rests_on.contains(ix)).collect::<Vec<_>>());
    }
    let mut seen = std::collections::BTreeSet::new();
    answer.points.retain(|point| seen.insert(point.clone()));
    answer.rests_on = rests_on;
    answer.fits = fits && whole != Said::Yes;
    answer
}

/// The act of one who is counted, as something that happened.
fn happening(by: ActorIx, counted: &Counted) -> Option<Act<ActorIx>> {
    if counted.act == CountedAct::Adopted {
        return None;
    }
    match Pattern::counted(counted)?.what.of(by)? {
        What::Act(act) => Some(act),
        What::State(_) => None,
    }
}

fn why(base: &Base, trial: &Trial) -> String {
    match (&trial.why, trial.settles.first()) {
        (Some(why), _) => why.in_words(),
        (None, Some(first)) => format!("it depends on {}", first.in_words(base)),
        (None, None) if trial.implied > 0 => "acts that only relations imply could come before".to_owned(),
        (None, None) => "the record doesn't decide".to_owned(),
    }
}

/// What a trial brought to light, a line each.
pub(super) fn points(base: &Base, trial: &Trial) -> Vec<String> {
    let mut points = Vec::new();
    if let Some(place) = trial.place {
        points.push(format!("Place by the record: {place}."));
    }
    if let Some((least, most)) = trial.number {
        let number = if least == most { least.to_string() } else { format!("{least} to {most}") };
        points.push(format!("Number by the record: {number}."));
    }
    for (what, list) in [("For it", &trial.supporting), ("Against it", &trial.against)] {
        // What bears out a high number is told by the number.
        let many = what == "For it" && list.len() > BEARING_OUT;
        if !list.is_empty() && !many {
            points.push(format!("{what}: {}.", statements(base, list)));
        }
    }
    if trial.settles.len() > 1 {
        let named: Vec<String> = trial.settles.iter().take(POINT_STATEMENTS).map(|what| what.in_words(base)).collect();
        points.push(format!("Would settle it: {}{}.", named.join("; "), more(trial.settles.len())));
    }
    if trial.implied > 0 && trial.verdict != Verdict::Contradicted {
        points.push(format!(
            "Of {} only relations are recorded, which imply an act that could come before.",
            count(trial.implied, "more actor", "more actors")
        ));
    }
    if let Some(group) = trial.definition {
        points.push(format!("It depends on who belongs to {} ({}).", base[group].name, base[group].id));
    }
    points
}

fn statements(base: &Base, list: &[StatementIx]) -> String {
    let named: Vec<String> = list
        .iter()
        .take(POINT_STATEMENTS)
        .map(|&ix| format!("{} ({})", stated(base, &base[ix].fact), short(base, ix)))
        .collect();
    format!("{}{}", named.join("; "), more(list.len()))
}

fn more(all: usize) -> String {
    if all > POINT_STATEMENTS { format!("; and {} more", all - POINT_STATEMENTS) } else { String::new() }
}

/// What is claimed, in a sentence.
fn claim(base: &Base, asserts: &Asserts) -> String {
    let Some(counted) = asserts.counted() else {
        return match asserts {
            Asserts::Countries { count, on } => format!("there are {count} countries ({})", on.in_words()),
            _ => "what is claimed".to_owned(),
        };
    };
    let Some(Pattern { what: What::Act(act), .. }) = Pattern::counted(counted) else {
        return "what is claimed".to_owned();
    };
    let (what, group, when) = (deed(base, &act), group(base, act.asked()), within(&Time::of(counted)));
    let to_do = || to_do(base, &act);
    match asserts {
        Asserts::Nth { nth, by, .. } => {
            format!("{} was the {}{group} {}{when}", name(base, *by), nth_word(*nth), to_do())
        }
        Asserts::Last { by, .. } => format!("{} was the last{group} {}{when}", name(base, *by), to_do()),
        Asserts::Only { by, still: true, .. } => {
            format!("{} is the only one{group} to {} still{when}", name(base, *by), still_do(base, &act))
        }
        Asserts::Only { by, .. } => {
            format!("{} was the only one{group} {}{when}", name(base, *by), to_do())
        }
        Asserts::OnlyWithout { by, .. } => {
            format!("{} was the only one{group} not {}{when}", name(base, *by), to_do())
        }
        Asserts::Never { by, .. } => format!("{} never {what}{when}", name(base, *by)),
        Asserts::Count { count: number, .. } => format!("{}{group} {what}{when}", count(*number, "actor", "actors")),
        Asserts::AtLeast { count: number, .. } => {
            format!("at least {}{group} {what}{when}", count(*number, "actor", "actors"))
        }
        Asserts::Order { by, .. } => {
            format!("{} were the first {}, in this order", list(&names(base, by)), to_do())
        }
        _ => String::new(),
    }
}

/// What was done: "recognized Azerbaijan".
fn deed(base: &Base, act: &Act<Slot>) -> String {
    let [past, rest] = [verbs(act).0, &object(base, act)];
    format!("{past} {rest}")
}

/// What still holds, after "to".
fn still_do(base: &Base, act: &Act<Slot>) -> String {
    let does = if matches!(act, Act::Relations { .. }) { "have relations with" } else { "recognize" };
    format!("{does} {}", object(base, act))
}

/// The same after "the first": "to recognize Azerbaijan".
fn to_do(base: &Base, act: &Act<Slot>) -> String {
    format!("to {} {}", verbs(act).1, object(base, act))
}

/// The verb in the past tense, and after "to".
fn verbs(act: &Act<Slot>) -> (&'static str, &'static str) {
    match act {
        Act::Recognized { .. } => ("recognized", "recognize"),
        Act::Withdrew { .. } => ("withdrew recognition of", "withdraw recognition of"),
        Act::Relations { act: RelationsAct::Severed, .. } => ("severed relations with", "sever relations with"),
        Act::Relations { .. } => ("established relations with", "establish relations with"),
        Act::Mission { .. } => ("opened", "open"),
        Act::Joined { .. } => ("joined", "join"),
        Act::Adopted { .. } => ("adopted a resolution on", "adopt a resolution on"),
        Act::Backed { .. } => ("backed", "back"),
        _ => ("did it to", "do it to"),
    }
}

/// To whom or what it is done.
fn object(base: &Base, act: &Act<Slot>) -> String {
    if let Act::Adopted { about: Some(about), .. } = act {
        return called(base, *about);
    }
    let of = act.places().last().and_then(|slot| slot.is()).map_or_else(String::new, |of| name(base, of));
    match act {
        Act::Recognized { capacity: Some(capacity), .. } => capacity.in_words(&of),
        Act::Mission { level, .. } => {
            let level = level.map_or("mission", Closed::name).replace('-', " ");
            let article = if level.starts_with(['e', 'i']) { "an" } else { "a" };
            format!("{article} {level} in {of}")
        }
        _ => of,
    }
}

fn group(base: &Base, set: &Set) -> String {
    match (set.group(), set.except()) {
        (Some(group), _) => format!(" of {}", members(base, group)),
        (None, Some(except)) => format!(" outside {}", name(base, except)),
        (None, None) => String::new(),
    }
}
