//! What a brief says of doubt: contests, claims that the record doesn't bear out, what isn't known.

use super::words;
use super::{BriefWriter, cut, more, section};
use crate::model::{Asserts, Attestation, Band, Base, Closed, Date, Entity, Rank, StatementIx, Until, stated};
use crate::query::{Between, ClaimTrial, Settles, Verdict};
use crate::report::document::{Block, RichText, Run, Section, joined};
use crate::report::limits::brief as limits;
use crate::report::references::{denies, sides};

impl BriefWriter<'_> {
    /// Open contests and the claims of sources.
    pub(super) fn contests(&mut self) -> Option<Section> {
        let mut items = Vec::new();
        let (contests, rest) = cut(self.answer.contests.clone(), limits::DOUBTS);
        for ix in contests {
            items.push(self.contest(ix));
        }
        let mut blocks = Vec::new();
        if !items.is_empty() {
            blocks.push(Block::List(items));
        }
        blocks.extend(more(rest, "on which sources differ", "chancery show ID"));
        let claims = self.claims();
        blocks.extend(claims);
        if blocks.is_empty() {
            blocks.push(Block::Paragraph(RichText::plain(
                "Of what is told here, nothing is contested between sources on record.",
            )));
        }
        section("contests", "Open contests", blocks)
    }

    /// What sources say of a statement, side by side, and why they differ.
    fn contest(&mut self, ix: StatementIx) -> RichText {
        let base = self.base;
        let statement = &base[ix];
        let mut told = Vec::new();
        for side in sides(statement) {
            let notes = self.references.of_attestations(&side);
            told.push(RichText::plain(said(&side)).with(notes));
        }
        let text = RichText::strong(stated(base, &statement.fact)).say(": ").and(joined(told, "; ")).say(".");
        match &statement.contest {
            Some(why) => text.say(format!(" {why}")),
            None => text,
        }
    }

    fn claims(&mut self) -> Vec<Block> {
        let base = self.base;
        // A claim of one of the dates of a contest is told there.
        let contests = &self.answer.contests;
        let told_above = |tried: &ClaimTrial| matches!(base[tried.claim].asserts, Asserts::Dated { statement, .. } if contests.contains(&statement));
        let open = |tried: &&ClaimTrial| {
            matches!(tried.trial.verdict, Verdict::Contradicted | Verdict::Undecided) && !told_above(tried)
        };
        let all: Vec<&ClaimTrial> = self.answer.claims.iter().collect();
        if all.is_empty() {
            return Vec::new();
        }
        let (told, rest) = cut(all.iter().copied().filter(open).collect::<Vec<_>>(), limits::DOUBTS);
        let mut blocks = Vec::new();
        let items: Vec<RichText> = told.into_iter().map(|tried| self.claim(tried)).collect();
        if !items.is_empty() {
            blocks.push(Block::Heading("Claims of sources, tried against the record".to_owned()));
            blocks.push(Block::List(items));
            blocks.extend(more(rest, "contradicted or undecided", "chancery claims"));
        }
        let of = |verdict: Verdict| all.iter().filter(|tried| tried.trial.verdict == verdict).count();
        let counts: Vec<String> = Verdict::ALL
            .iter()
            .filter(|&&verdict| of(verdict) > 0)
            .map(|&verdict| format!("{} {verdict}", of(verdict)))
            .collect();
        let claims = words::count(all.len(), "claim", "claims");
        blocks.push(Block::Remark(RichText::plain(format!("{claims} on record: {}.", counts.join(", ")))));
        blocks
    }

    fn claim(&mut self, tried: &ClaimTrial) -> RichText {
        let base = self.base;
        let claim = &base[tried.claim];
        let notes = self.references.of_citations(&claim.sources);
        let trial = &tried.trial;
        let record = match (trial.place, trial.number) {
            (Some(place), _) => format!(": by the record, place {place}"),
            (None, Some((least, most))) if least == most => format!(": by the record, {least}"),
            (None, Some((least, most))) => format!(": by the record, {least} to {most}"),
            (None, None) => String::new(),
        };
        let settles = match trial.settles.first() {
            Some(what) => format!("; would be settled by {}", settles(base, what)),
            None => String::new(),
        };
        let verdict = Run::Mark(trial.verdict.name().to_owned());
        RichText::plain(format!("“{}”", claim.text.trim_end_matches('.')))
            .with(notes)
            .say(" ")
            .with(verdict)
            .say(format!("{record}{settles}."))
    }

    /// What isn't known between two.
    pub(super) fn unknown_of_pair(&mut self, between: &Between) -> Option<Section> {
        let base = self.base;
        let mut items = Vec::new();
        let [a, b] = between.relations.request.parties();
        for given in &between.recognition {
            if given.acts.is_empty() && given.withheld.is_empty() {
                items.push(RichText::plain(format!(
                    "Whether, when and how {} recognized {}: no act is recorded.",
                    base[given.by].name, base[given.of].name
                )));
            }
        }
        let has_mission = |of| between.relations.missions.iter().any(|mission| mission.of == of);
        for (of, at) in [(a, b), (b, a)] {
            if !has_mission(of) {
                items.push(RichText::plain(format!(
                    "Whether {} had a mission in {}: none is recorded for the day.",
                    base[of].name, base[at].name
                )));
            }
        }
        self.imprecise(&between.relations.history, &mut items);
        self.unknown(items)
    }

    /// Statements whose day isn't known: each, or how many there are.
    pub(super) fn imprecise(&self, statements: &[StatementIx], items: &mut Vec<RichText>) {
        let base = self.base;
        let vague = |ix: &StatementIx| {
            let statement = &base[*ix];
            statement.date().is_none_or(|date| !date.is_day()) && !statement.begins.contested
        };
        let vague: Vec<StatementIx> = statements.iter().copied().filter(vague).collect();
        if vague.len() > limits::VAGUE_DATES {
            let text = format!("The days of {} acts, known to a month, a year or a span, or not at all.", vague.len());
            items.push(RichText::plain(text));
            return;
        }
        for ix in vague {
            let did = stated(base, &base[ix].fact);
            items.push(RichText::plain(match base[ix].date() {
                Some(date) => format!("The day on which {did}: the record has {}.", date.in_words()),
                None => format!("The day on which {did}: no date is recorded."),
            }));
        }
    }

    /// How far the record reaches.
    pub(super) fn record(&self) -> Option<Section> {
        let lines: Vec<RichText> = self.answer.record.iter().map(|line| RichText::plain(&**line)).collect();
        let blocks = if lines.is_empty() { Vec::new() } else { vec![Block::List(lines)] };
        section("record", "How far the record reaches", blocks)
    }

    /// What was looked for and not found, after what is unknown by the record itself.
    pub(super) fn unknown(&self, mut items: Vec<RichText>) -> Option<Section> {
        let base = self.base;
        let near = self.answer.treaties.near.iter().filter(|state| state.in_force == Band::Possible);
        let open: Vec<String> = near.map(|state| base[state.treaty].title.to_string()).collect();
        if !open.is_empty() {
            let (open, rest) = cut(open, limits::OPEN_TREATIES);
            let more = if rest > 0 { format!("; and {rest} more") } else { String::new() };
            items.push(RichText::plain(format!(
                "Whether in force, as no entry into force is recorded: {}{more}.",
                open.join("; ")
            )));
        }
        for &at in &self.answer.gaps {
            let gap = &base.gaps[at];
            let others: Vec<&str> = gap
                .about
                .iter()
                .filter(|about| !self.answer.request.subject.actors().iter().any(|&ix| **about == Entity::Actor(ix)))
                .map(|about| base.name(*about))
                .collect();
            // What is written of many says "they".
            let of = match others[..] {
                [] => String::new(),
                [one] => format!(" (with {one})"),
                [one, ref rest @ ..] => format!(" (with {one} and {} more)", rest.len()),
            };
            items.push(RichText::plain(format!("Looked for and not found{of}: {} ({}).", gap.what, gap.looked_in)));
        }
        let (items, rest) = cut(items, limits::DOUBTS);
        let mut blocks = Vec::new();
        if items.is_empty() {
            blocks.push(Block::Paragraph(RichText::plain("No gap is recorded. That doesn’t say that there is none.")));
        } else {
            blocks.push(Block::List(items));
        }
        blocks.extend(more(rest, "that aren’t known", "chancery stats"));
        section("unknown", "What is not known", blocks)
    }
}

/// What a side says.
fn said(side: &[&Attestation]) -> String {
    let first = side[0];
    let mut parts = Vec::new();
    if denies(first) {
        parts.push("denied".to_owned());
    }
    parts.extend(first.date.as_ref().map(Date::in_words));
    match &first.until {
        Some(Until::Date(date)) => parts.push(format!("until {}", date.in_words())),
        Some(Until::Unknown) => parts.push("end unknown".to_owned()),
        Some(Until::Ongoing) => parts.push("ongoing".to_owned()),
        None => {}
    }
    parts.extend(first.tally().map(|tally| tally.to_string()));
    parts.extend(first.vote().map(|vote| vote.name().to_owned()));
    let told = if parts.is_empty() { "without a date".to_owned() } else { parts.join(", ") };
    if first.rank == Rank::Preferred { format!("{told} (preferred here)") } else { told }
}

fn settles(base: &Base, what: &Settles) -> String {
    let did = |ix: StatementIx| stated(base, &base[ix].fact);
    match *what {
        Settles::Day(ix) => format!("the day on which {}", did(ix)),
        Settles::Contest(ix) => format!("which source is right on when {}", did(ix)),
        Settles::Denial(ix) => format!("whether {}, which a source denies", did(ix)),
        Settles::Hours(ix) => format!("the hour at which {}", did(ix)),
        Settles::Unrecorded(actor) => format!("whether {} did, of which nothing is recorded", base[actor].name),
        Settles::More(1) => "1 more act, which isn’t recorded".to_owned(),
        Settles::More(count) => format!("{count} more acts, which aren’t recorded"),
    }
}
