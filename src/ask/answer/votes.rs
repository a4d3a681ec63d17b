//! Resolutions and votes.

use super::recognition::{called, short, within};
use super::told::{count, first, lines, list, name};
use super::{Answer, Said};
use crate::ask::time::Time;
use crate::model::{ActorIx, Base, Choice, Closed, Entity, ResolutionIx, StatementIx};
use crate::query::{
    self, Accord, AgreementRequest, Ballot, ResolutionsAnswer, ResolutionsRequest, possible_choices, resolutions,
};

pub(super) fn resolutions_of(base: &Base, by: Option<ActorIx>, about: Option<Entity>, time: &Time) -> Answer {
    let found = resolutions(base, &ResolutionsRequest { by, about, one: None, window: time.window() }).resolutions;
    let by = by.map_or_else(String::new, |by| format!(" by {}", name(base, by)));
    let about = about.map_or_else(String::new, |about| format!(" on {}", called(base, about)));
    let when = within(time);
    if found.is_empty() {
        return Answer::nothing(format!(
            "No resolution{by}{about}{when} is recorded. That doesn't say that there is none."
        ));
    }
    let told = |ix: &ResolutionIx| {
        let resolution = &base[*ix];
        format!(
            "{}, {}: {} ({}).",
            base[resolution.by].name,
            short(base, resolution.adopted),
            resolution.title,
            resolution.id
        )
    };
    let all: Vec<String> = found.iter().map(told).collect();
    let rests_on = found.iter().map(|&ix| base[ix].adopted).collect();
    Answer::found(format!("{}{by}{about}{when}.", count(found.len(), "resolution", "resolutions")), rests_on)
        .with_all(lines(all, "resolutions"))
}

pub(super) fn roll_call(base: &Base, resolution: ResolutionIx, choice: Option<Choice>) -> Answer {
    let votes = ResolutionsAnswer::roll_call(base, resolution);
    if votes.is_empty() {
        return no_roll_call(base, resolution);
    }
    let of = |wanted: Choice| -> Vec<String> {
        votes.iter().filter(|(how, ..)| *how == wanted).map(|(_, by, _)| base[*by].name.to_string()).collect()
    };
    let title = &base[resolution].title;
    let rests_on: Vec<StatementIx> =
        votes.iter().filter(|(how, ..)| choice.is_none_or(|choice| choice == *how)).map(|(_, _, ix)| *ix).collect();
    match choice {
        Some(choice) => {
            let own = of(choice);
            let number = count(own.len(), "voter", "voters");
            let told = if own.is_empty() { String::new() } else { format!(": {}", list(&own)) };
            Answer {
                found: !own.is_empty(),
                ..Answer::found(format!("{number} {} “{title}”{told}.", voted_words(choice)), rests_on)
            }
        }
        None => {
            let counts: Vec<String> =
                Choice::ALL.iter().map(|choice| format!("{} {}", of(*choice).len(), choice_words(*choice))).collect();
            let by_choice = [Choice::Against, Choice::Abstaining].into_iter().filter(|choice| !of(*choice).is_empty());
            let points: Vec<String> =
                by_choice.map(|choice| format!("{}: {}.", first(choice_words(choice)), list(&of(choice)))).collect();
            Answer::found(format!("The vote on “{title}”: {}.", counts.join(", ")), rests_on).with_all(points)
        }
    }
}

fn no_roll_call(base: &Base, resolution: ResolutionIx) -> Answer {
    let statement = &base[base[resolution].adopted];
    let tally = statement.attestations.iter().find_map(|attestation| attestation.tally());
    let answer = Answer::nothing(format!("No roll call on “{}” is recorded.", base[resolution].title));
    match tally {
        Some(tally) => {
            let mut answer = answer.with(format!("Its count is: {tally}."));
            answer.rests_on = vec![base[resolution].adopted];
            answer
        }
        None => answer,
    }
}

fn choice_words(choice: Choice) -> &'static str {
    match choice {
        Choice::Favour => "in favour",
        Choice::Against => "against",
        Choice::Abstaining => "abstaining",
        Choice::Absent => "absent or not voting",
    }
}

fn voted_words(choice: Choice) -> &'static str {
    match choice {
        Choice::Favour => "voted for",
        Choice::Against => "voted against",
        Choice::Abstaining => "abstained on",
        Choice::Absent => "didn't vote on",
    }
}

/// How many voted so. Of a vote on which sources differ it is only possible.
pub(super) fn votes_counted(
    base: &Base,
    resolution: ResolutionIx,
    choice: Choice,
    votes: &[(Choice, ActorIx, StatementIx)],
) -> Answer {
    if votes.is_empty() {
        return no_roll_call(base, resolution);
    }
    let mut certain: Vec<StatementIx> = Vec::new();
    let mut possible: Vec<(ActorIx, StatementIx)> = Vec::new();
    for &(_, by, ix) in votes {
        let can_be = possible_choices(base, ix);
        match can_be[..] {
            [one] if one == choice && !base[ix].is_denied() => certain.push(ix),
            _ if can_be.contains(&choice) => possible.push((by, ix)),
            _ => {}
        }
    }
    let more = if possible.is_empty() { String::new() } else { format!(", and possibly {} more", possible.len()) };
    let number = count(certain.len(), "voter", "voters");
    let more = if more.is_empty() { more } else { more + "," };
    let sentence = format!("{number}{more} {} “{}”.", voted_words(choice), base[resolution].title);
    let doubtful: Vec<String> = possible.iter().map(|(by, _)| base[*by].name.to_string()).collect();
    certain.extend(possible.iter().map(|(_, ix)| *ix));
    let answer = Answer::found(sentence, certain);
    if doubtful.is_empty() {
        answer
    } else {
        answer.with(format!("Sources differ on the vote of {}.", list(&doubtful)))
    }
}

pub(super) fn vote(base: &Base, by: ActorIx, resolution: ResolutionIx) -> Answer {
    let votes = ResolutionsAnswer::roll_call(base, resolution);
    let title = &base[resolution].title;
    let who = name(base, by);
    match votes.iter().find(|(_, voter, _)| *voter == by) {
        Some((choice, _, ix)) => {
            Answer::found(format!("{} {} “{title}”.", first(&who), voted_words(*choice)), vec![*ix])
        }
        None if votes.is_empty() => no_roll_call(base, resolution),
        None => Answer::nothing(format!(
            "No vote of {who} on “{title}” is recorded, among {}.",
            count(votes.len(), "vote", "votes")
        )),
    }
}

pub(super) fn voted(base: &Base, by: ActorIx, choice: Choice, resolution: ResolutionIx) -> Answer {
    let votes = ResolutionsAnswer::roll_call(base, resolution);
    let title = &base[resolution].title;
    let who = name(base, by);
    match votes.iter().find(|(_, voter, _)| *voter == by) {
        Some((how, _, ix)) => {
            let said = if *how == choice { Said::Yes } else { Said::No };
            let word = if said == Said::Yes { "Yes" } else { "No" };
            Answer::said(said, format!("{word}: {who} {} “{title}”.", voted_words(*how)), vec![*ix])
        }
        None => Answer::said(
            Said::CantTell,
            format!("Can't tell, because no vote of {who} on “{title}” is recorded."),
            Vec::new(),
        ),
    }
}

pub(super) fn agreement(base: &Base, a: ActorIx, b: ActorIx) -> Answer {
    let found = query::agreement(base, &AgreementRequest { actors: [a, b], on: ResolutionsRequest::default() });
    let cast: Vec<&Ballot> = found.ballots.iter().filter(|ballot| ballot.accord != Accord::Absent).collect();
    if cast.is_empty() {
        return Answer::nothing(format!(
            "No roll call is recorded in which both {} and {} voted.",
            name(base, a),
            name(base, b)
        ));
    }
    let (alike, against) = (found.count(Accord::Same), found.count(Accord::Opposed));
    let share = 100.0 * alike as f64 / cast.len() as f64;
    let open = match found.count(Accord::Open) {
        0 => String::new(),
        n => format!("; in {n} sources differ on a vote"),
    };
    let sentence = format!(
        "{} and {} voted alike in {alike} of {} recorded roll calls in which both voted ({share:.0} %), and against each other in {against}{open}.",
        first(&name(base, a)),
        name(base, b),
        cast.len()
    );
    let differing: Vec<String> = found
        .differing()
        .map(|ballot| {
            let [one, other] = ballot.choices.map(choice_words);
            let open = if ballot.accord == Accord::Open { " (sources differ)" } else { "" };
            format!("{}: {one} / {other}{open}.", base[ballot.resolution].title)
        })
        .collect();
    let rests_on = cast.iter().flat_map(|ballot| ballot.votes).collect();
    Answer::found(sentence, rests_on).with_all(lines(differing, "differing votes"))
}
