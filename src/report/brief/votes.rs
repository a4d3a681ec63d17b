//! Agreement of two in votes.

use super::shared::columns;
use super::words::{self, count};
use super::{BriefWriter, cut, more, section};
use crate::model::{Base, Choice, Closed};
use crate::query::{Accord, AgreementAnswer, Ballot};
use crate::report::document::{Block, DocumentTable, RichText, Row, Run, Section};
use crate::report::limits::brief as limits;

impl BriefWriter<'_> {
    pub(super) fn votes(&mut self, answer: &AgreementAnswer) -> Option<Section> {
        let base = self.base;
        let [a, b] = answer.request.actors.map(|ix| &*base[ix].name);
        if answer.ballots.is_empty() {
            let text = match answer.alone {
                [0, 0] => "No roll call with a vote of either is recorded.".to_owned(),
                [one, other] => format!(
                    "No roll call with the votes of both is recorded; with that of {a} alone {one}, with that of {b} alone {other}."
                ),
            };
            return section("votes", "Agreement in votes", vec![Block::Paragraph(RichText::plain(text))]);
        }
        let of = |accord: Accord| answer.count(accord);
        let (same, open) = (of(Accord::Same), of(Accord::Open));
        let cast = same + of(Accord::Apart) + of(Accord::Opposed) + open;
        let mut parts = Vec::new();
        for (accord, what) in [
            (Accord::Apart, "one abstained"),
            (Accord::Opposed, "they were opposed"),
            (Accord::Open, "sources differ on a vote"),
        ] {
            if of(accord) > 0 {
                parts.push(format!("in {}, {what}", of(accord)));
            }
        }
        let rest = if parts.is_empty() { String::new() } else { format!("; {}", parts.join("; ")) };
        let share = (same * 100 + cast / 2).checked_div(cast).map_or_else(String::new, |share| format!(" ({share} %)"));
        let lead = format!(
            "Of {} on record in which both voted, they voted alike in {same}{share}{rest}.",
            count(cast, "roll call", "roll calls")
        );
        let absent = match of(Accord::Absent) {
            0 => String::new(),
            n => format!(" In {n} more, one or both were absent."),
        };
        let mut blocks = vec![Block::Paragraph(RichText::plain(format!("{lead}{absent}")))];
        let (differing, rest) = cut(series(base, answer), limits::DIFFERING_VOTES);
        let rows: Vec<Row> = differing.into_iter().map(|ballots| self.ballots(&ballots)).collect();
        if !rows.is_empty() {
            let caption = "Roll calls in which the two didn’t vote alike, the latest first".to_owned();
            let columns = columns(&[("Adopted", 4), ("Resolution", 9), (a, 4), (b, 4)]);
            blocks.push(Block::Table(DocumentTable { caption, columns, rows }));
            blocks.extend(more(rest, "subjects of earlier years", &self.command("resolutions --agreement")));
        }
        let recorded = format!(
            "The record holds some roll calls, chosen by subject, not all: the share isn’t one of all votes. The vote of {a} alone is recorded in {} more, that of {b} alone in {}.",
            answer.alone[0], answer.alone[1]
        );
        blocks.push(Block::Remark(RichText::plain(recorded)));
        section("votes", "Agreement in votes", blocks)
    }

    /// A row for roll calls on texts of one title in which the two voted the same ways.
    fn ballots(&mut self, ballots: &[&Ballot]) -> Row {
        let base = self.base;
        let (last, first) = (ballots[0], ballots[ballots.len() - 1]);
        let adopted = |ballot: &Ballot| &base[base[ballot.resolution].adopted];
        let date = if ballots.len() == 1 {
            words::date(adopted(last))
        } else {
            let year = |ballot: &Ballot| adopted(ballot).begins.earliest.ymd().map_or(0, |(year, ..)| year);
            let years = match (year(first), year(last)) {
                (from, to) if from == to => to.to_string(),
                (from, to) => format!("{from}–{to}"),
            };
            RichText::plain(format!("{} times, {years}", ballots.len()))
        };
        let notes = self.cite(ballots.iter().flat_map(|ballot| ballot.votes));
        let mut row = vec![date, RichText::plain(&*base[last.resolution].title).with(notes)];
        for side in 0..2 {
            let text = RichText::plain(vote_word(last.choices[side]));
            let contested = ballots.iter().any(|ballot| base[ballot.votes[side]].is_contested());
            row.push(if contested { text.say(" ").with(Run::Mark("sources differ".into())) } else { text });
        }
        row
    }
}

/// The roll calls that differ, the latest first; those on texts of one title and with the same votes together. Bodies repeat
/// their resolutions year after year.
fn series<'a>(base: &Base, answer: &'a AgreementAnswer) -> Vec<Vec<&'a Ballot>> {
    let mut differing: Vec<&Ballot> = answer.differing().collect();
    differing.reverse();
    let mut found: Vec<Vec<&Ballot>> = Vec::new();
    for ballot in differing {
        let title = |ballot: &Ballot| &base[ballot.resolution].title;
        let same = |group: &&mut Vec<&Ballot>| {
            title(group[0]) == title(ballot) && group[0].choices == ballot.choices && group[0].accord == ballot.accord
        };
        match found.iter_mut().find(same) {
            Some(group) => group.push(ballot),
            None => found.push(vec![ballot]),
        }
    }
    found
}

fn vote_word(choice: Choice) -> &'static str {
    match choice {
        Choice::Favour => "in favour",
        other => other.name(),
    }
}
