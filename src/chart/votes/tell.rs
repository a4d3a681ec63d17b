//! A roll call in words: heading, notes, description.

use std::collections::BTreeMap;

use super::{choices, counted, named, spoken};
use crate::chart::names::{NamedBase, name};
use crate::chart::words::{self, Months};
use crate::model::{Attestation, Band, Choice, Closed, Fact, Resolution, ResolutionIx, StatementIx, VoteMode};
use crate::query::{VoteCast, absentees};

/// Who adopted it, when and how.
pub(super) fn subtitle(base: &NamedBase<'_>, resolution: &Resolution) -> String {
    let symbol = resolution.symbol.as_deref().map_or_else(String::new, |symbol| format!(", {symbol}"));
    let how = match resolution.vote {
        VoteMode::Unanimous => "Adopted unanimously",
        VoteMode::WithoutVote => "Adopted without a vote",
        VoteMode::Recorded => "Adopted by a recorded vote",
        VoteMode::Adopted => "Adopted",
    };
    let when = words::when(&base[resolution.adopted], Months::Full);
    format!("{}{symbol}. {how}, {when}.", base[resolution.by].name)
}

/// What the figure can't show: other counts, names that are missing, and who says what of a vote that sources differ on.
pub(super) fn notes(base: &NamedBase<'_>, resolution: &Resolution, votes: &[VoteCast]) -> Vec<String> {
    let mut notes = Vec::new();
    let three = [Choice::Favour, Choice::Against, Choice::Abstaining];
    let here = three.map(|choice| named(votes, choice));
    let mut counts: Vec<(_, Vec<&Attestation>)> = Vec::new();
    for said in base[resolution.adopted].attestations.iter().filter(|said| said.counts()) {
        let Some(tally) = said.tally().filter(|&tally| three.map(|choice| counted(tally, choice)) != here.map(Some))
        else {
            continue;
        };
        match counts.iter_mut().find(|(known, _)| *known == tally) {
            Some((_, all)) => all.push(said),
            None => counts.push((tally, vec![said])),
        }
    }
    for (tally, by) in counts {
        let names = if votes.is_empty() {
            String::new()
        } else {
            format!("; the names here are {}–{}–{}", here[0], here[1], here[2])
        };
        notes.push(format!("Counted {tally} (in favour, against, abstaining) by {}{names}.", publishers(base, &by)));
    }
    notes.extend(votes.iter().filter_map(|vote| contest(base, vote.statement, "")));
    notes
}

/// The members of the day that aren't on the roll call, and those that possibly were members.
pub(super) fn without_vote(base: &NamedBase<'_>, of: ResolutionIx) -> Vec<String> {
    let missing = absentees(base, of).unwrap_or_default();
    let note = |band: Band, what: &str| {
        let mut names: Vec<&str> =
            missing.iter().filter(|one| one.band == band).map(|one| name(base, one.member)).collect();
        names.sort_unstable();
        (!names.is_empty()).then(|| format!("{what} ({}): {}.", names.len(), names.join(", ")))
    };
    let certain = note(Band::Certain, "Absent or not voting, as members that day without a recorded vote");
    let possible =
        note(Band::Possible, "Possibly absent or not voting, as membership that day or the count of votes is open");
    certain.into_iter().chain(possible).collect()
}

/// Who says what of a vote, if sources differ on it; `on` tells which vote is meant, where that isn't clear.
pub(in crate::chart) fn contest(base: &NamedBase<'_>, vote: StatementIx, on: &str) -> Option<String> {
    let Fact::Vote { by, choice, .. } = base[vote].fact else { return None };
    let mut says: BTreeMap<Choice, Vec<&Attestation>> = BTreeMap::new();
    for said in base[vote].attestations.iter().filter(|said| said.counts()) {
        says.entry(said.vote().unwrap_or(choice)).or_default().push(said);
    }
    let each: Vec<String> =
        says.iter().map(|(&choice, said)| format!("{} by {}", spoken(choice), publishers(base, said))).collect();
    let (who, shown) = (name(base, by), spoken(choice));
    (says.len() > 1)
        .then(|| format!("Sources differ on the vote of {who}{on}: {} (shown as {shown}).", each.join("; ")))
}

/// Who published these, each once.
fn publishers(base: &NamedBase<'_>, said: &[&Attestation]) -> String {
    let mut names: Vec<&str> = Vec::new();
    for citation in said.iter().flat_map(|said| &said.sources) {
        let name = &*base[citation.source].publisher;
        if !names.contains(&name) {
            names.push(name);
        }
    }
    words::list(&names, "and")
}

/// The whole roll call as it is read aloud.
pub(super) fn description(base: &NamedBase<'_>, resolution: &Resolution, votes: &[VoteCast]) -> String {
    let mut text = format!("Roll call on {}. {}", resolution.title, subtitle(base, resolution));
    if votes.is_empty() {
        text += " No roll call is recorded.";
    }
    if let Some(tally) = resolution.tally {
        text += &format!(
            " The record counts {} in favour, {} against, {} abstaining.",
            tally.favour, tally.against, tally.abstaining
        );
    }
    for &choice in Choice::ALL {
        let told = |vote: &VoteCast| {
            let perhaps = if vote.is_open() { format!(" (or {})", others(vote)) } else { String::new() };
            format!("{}{perhaps}", name(base, vote.by))
        };
        let names: Vec<String> = votes.iter().filter(|vote| vote.choice == choice).map(told).collect();
        if !names.is_empty() {
            text += &format!(" {} ({}): {}.", capital(spoken(choice)), names.len(), names.join(", "));
        }
    }
    text
}

/// What else a vote can have been.
fn others(vote: &VoteCast) -> String {
    let others: Vec<Choice> = vote.possible.iter().copied().filter(|&choice| choice != vote.choice).collect();
    choices(&others)
}

/// The words with a large first letter.
pub(super) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
