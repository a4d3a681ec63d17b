//! Resolutions and votes.

use super::recognition::{called, short, within};
use super::told::{count, first, lines, list, name};
use super::{Answer, Said};
use crate::form::Time;
use crate::model::{ActorIx, Band, Base, Choice, Day, Entity, ResolutionIx, StatementIx};
use crate::query::{
    self, Absentee, Accord, AgreementRequest, Ballot, ResolutionsAnswer, ResolutionsRequest, absentees, is_of_choice,
    resolutions,
};

/// How it is known that somebody didn't vote, where no source says so.
const MISSED: &str = "it was a member that day, and isn't among those who voted";

pub(super) fn resolutions_of(
    base: &Base,
    by: Option<ActorIx>,
    about: Option<Entity>,
    time: &Time,
    today: Day,
) -> Answer {
    let found =
        resolutions(base, &ResolutionsRequest::all().by(by).about(about).within(time.window(today))).resolutions;
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
    if choice == Some(Choice::Absent) {
        return absent(base, resolution, &votes);
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
            let missing = Missing::on(base, resolution);
            let recorded = of(Choice::Absent).len();
            let mut counts: Vec<String> = [Choice::Favour, Choice::Against, Choice::Abstaining]
                .map(|choice| format!("{} {}", of(choice).len(), choice_words(choice)))
                .to_vec();
            // Of whom nothing is recorded nothing is counted.
            if recorded > 0 || missing.is_told {
                counts.push(format!("{} {}", missing.span(recorded), choice_words(Choice::Absent)));
            }
            let by_choice = [Choice::Against, Choice::Abstaining].into_iter().filter(|choice| !of(*choice).is_empty());
            let mut points: Vec<String> =
                by_choice.map(|choice| format!("{}: {}.", first(choice_words(choice)), list(&of(choice)))).collect();
            points.extend(missing.points(base));
            Answer::found(format!("The vote on “{title}”: {}.", counts.join(", ")), rests_on).with_all(points)
        }
    }
}

/// The members of the day without a recorded vote.
struct Missing {
    /// Whether it can be told who they are.
    is_told: bool,
    certain: Vec<Absentee>,
    possible: Vec<Absentee>,
}

impl Missing {
    fn on(base: &Base, resolution: ResolutionIx) -> Self {
        let found = absentees(base, resolution);
        let is_told = found.is_some();
        let (certain, possible) = found.unwrap_or_default().into_iter().partition(|one| one.band == Band::Certain);
        Self { is_told, certain, possible }
    }

    /// How many were absent, with so many of whom that is recorded.
    fn span(&self, recorded: usize) -> String {
        let least = recorded + self.certain.len();
        match self.possible.len() {
            0 => least.to_string(),
            more => format!("{least} to {}", least + more),
        }
    }

    /// How they are known, beside so many whose absence is recorded.
    fn basis(&self, base: &Base, recorded: usize) -> Vec<String> {
        let mut lines = match (self.certain.len(), recorded) {
            (0, _) => Vec::new(),
            (_, 0) => vec!["They were members that day, and have no recorded vote.".to_owned()],
            (n, _) => vec![format!(
                "Of {} that is recorded; {} that day, and have no recorded vote.",
                count(recorded, "voter", "voters"),
                count(n, "was a member", "were members")
            )],
        };
        lines.extend(self.points(base).pop().filter(|_| !self.possible.is_empty()));
        lines
    }

    /// Who they are, a line for each doubt: they are told apart from those whose absence is recorded.
    fn points(&self, base: &Base) -> Vec<String> {
        let line = |what: &str, some: &[Absentee]| {
            let names: Vec<String> = some.iter().map(|one| base[one.member].name.to_string()).collect();
            (!some.is_empty()).then(|| format!("{what}: {}.", list(&names)))
        };
        let certain = line("Members that day without a recorded vote", &self.certain);
        let possible =
            line("Possibly absent, as their membership that day or the count of votes is open", &self.possible);
        certain.into_iter().chain(possible).collect()
    }

    fn memberships(&self) -> impl Iterator<Item = StatementIx> {
        self.certain.iter().chain(&self.possible).map(|one| one.membership)
    }
}

/// Who didn't vote: those of whom that is recorded, and the members of the day that aren't on the roll call.
fn absent(base: &Base, resolution: ResolutionIx, votes: &[(Choice, ActorIx, StatementIx)]) -> Answer {
    let missing = Missing::on(base, resolution);
    let title = &base[resolution].title;
    let (by, mut rests_on): (Vec<ActorIx>, Vec<StatementIx>) =
        votes.iter().filter(|(how, ..)| *how == Choice::Absent).map(|&(_, by, ix)| (by, ix)).unzip();
    if by.is_empty() && !missing.is_told {
        return unknown_absence(base, resolution);
    }
    let all = by.iter().copied().chain(missing.certain.iter().map(|one| one.member));
    let mut names: Vec<String> = all.map(|by| base[by].name.to_string()).collect();
    names.sort();
    let told = if names.is_empty() { String::new() } else { format!(": {}", list(&names)) };
    let number = match missing.possible.len() {
        0 => count(names.len(), "member", "members"),
        _ => format!("{} members", missing.span(by.len())),
    };
    rests_on.extend(missing.memberships());
    let sentence = format!("{number} {} “{title}”{told}.", voted_words(Choice::Absent));
    Answer { found: !rests_on.is_empty(), ..Answer::found(sentence, rests_on) }.with_all(missing.basis(base, by.len()))
}

/// Nothing says who was absent.
fn unknown_absence(base: &Base, resolution: ResolutionIx) -> Answer {
    Answer::nothing(format!(
        "Who didn't vote on “{}” isn't recorded, and doesn't follow from the votes and memberships that are.",
        base[resolution].title
    ))
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
    // Who wasn't there is often recorded by nobody, and follows from who was.
    let missing = (choice == Choice::Absent).then(|| Missing::on(base, resolution));
    let mut certain: Vec<StatementIx> = Vec::new();
    let mut possible: Vec<(ActorIx, StatementIx)> = Vec::new();
    for &(_, by, ix) in votes {
        match is_of_choice(base, ix, choice) {
            Band::Certain => certain.push(ix),
            Band::Possible => possible.push((by, ix)),
            Band::No => {}
        }
    }
    if missing.as_ref().is_some_and(|missing| !missing.is_told) && certain.is_empty() && possible.is_empty() {
        return unknown_absence(base, resolution);
    }
    let doubtful: Vec<String> = possible.iter().map(|(by, _)| base[*by].name.to_string()).collect();
    let recorded = certain.len();
    let mut open = possible.len();
    if let Some(missing) = &missing {
        certain.extend(missing.certain.iter().map(|one| one.membership));
        open += missing.possible.len();
    }
    let more = if open == 0 { String::new() } else { format!(", and possibly {open} more,") };
    let (one, many) = if missing.is_some() { ("member", "members") } else { ("voter", "voters") };
    let number = count(certain.len(), one, many);
    let sentence = format!("{number}{more} {} “{}”.", voted_words(choice), base[resolution].title);
    certain.extend(possible.iter().map(|(_, ix)| *ix));
    certain.extend(missing.iter().flat_map(|missing| &missing.possible).map(|one| one.membership));
    let answer = Answer::found(sentence, certain);
    let answer = answer.with_all(missing.map_or_else(Vec::new, |missing| missing.basis(base, recorded)));
    if doubtful.is_empty() {
        answer
    } else {
        answer.with(format!("Sources differ on the vote of {}.", list(&doubtful)))
    }
}

/// The membership of somebody who certainly was a member that day, and isn't on a roll call that is recorded in full.
fn missed(base: &Base, by: ActorIx, resolution: ResolutionIx) -> Option<StatementIx> {
    let found = absentees(base, resolution)?.into_iter().find(|one| one.member == by)?;
    (found.band == Band::Certain).then_some(found.membership)
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
        None => match missed(base, by, resolution) {
            Some(membership) => {
                let sentence = format!("{} {} “{title}”: {MISSED}.", first(&who), voted_words(Choice::Absent));
                Answer::found(sentence, vec![membership])
            }
            None => Answer::nothing(format!(
                "No vote of {who} on “{title}” is recorded, among {}.",
                count(votes.len(), "vote", "votes")
            )),
        },
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
        None => match missed(base, by, resolution) {
            Some(membership) => {
                let (said, word) = if choice == Choice::Absent { (Said::Yes, "Yes") } else { (Said::No, "No") };
                let sentence = format!("{word}: {who} {} “{title}”: {MISSED}.", voted_words(Choice::Absent));
                Answer::said(said, sentence, vec![membership])
            }
            None => Answer::said(
                Said::CantTell,
                format!("Can't tell, because no vote of {who} on “{title}” is recorded."),
                Vec::new(),
            ),
        },
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
