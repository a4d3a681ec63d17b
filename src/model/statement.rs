//! Statements: the unit of everything.

use super::when::{combine_dates, combine_ends};
use super::{Attestation, Band, Date, Day, Ends, Fact, Says, When};

/// One dated, sourced fact: an act, or a state that lasts.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// The permanent id, made of what is stated and never of its date.
    pub id: Box<str>,
    /// What is stated.
    pub fact: Fact,
    /// What sources say of it; never empty.
    pub attestations: Vec<Attestation>,
    /// Why the attestations differ, as far as anybody knows.
    pub contest: Option<Box<str>>,
    /// The id of the act that it came after, where both are of one day.
    pub after: Option<Box<str>>,
    /// Why it was retracted from the base. It stays to be seen and counts for nothing.
    pub withdrawn: Option<Box<str>>,
    /// The day of the act, or the first day of what lasts.
    pub begins: When,
    /// The end of what lasts.
    pub ends: Ends,
}

impl Statement {
    /// Its place in the order of time, whatever the order of lines: by the latest and the earliest day of its beginning, then by id.
    pub fn in_time(&self) -> (Day, Day, &str) {
        (self.begins.latest, self.begins.earliest, &self.id)
    }

    /// A statement with what its attestations come to.
    pub fn new(id: Box<str>, fact: Fact, attestations: Vec<Attestation>) -> Self {
        let mut begins = combine_dates(&attestations);
        // An event takes time when a source tells when it ended.
        let took_time = matches!(fact, Fact::Event { .. }) && attestations.iter().any(|said| said.until.is_some());
        let ends = if fact.lasts() || took_time { combine_ends(&attestations) } else { Ends::AtOnce };
        for day in attested_days(&attestations) {
            begins.had_by(day);
        }
        let mut ends = ends;
        if let (Ends::At(when), Some(last)) = (&mut ends, attested_days(&attestations).map(Date::earliest).max()) {
            when.came_after(last);
        }
        Self { id, fact, attestations, contest: None, after: None, withdrawn: None, begins, ends }
    }

    /// The days on which sources that count say that what it brought about was so.
    pub fn attested(&self) -> impl Iterator<Item = &Date> {
        attested_days(&self.attestations)
    }

    /// The date to show: of the act, or of the beginning of what lasts.
    pub fn date(&self) -> Option<&Date> {
        self.begins.shown.as_ref()
    }

    /// Whether nothing is known of its beginning but a day by which it had begun.
    pub fn had_begun(&self) -> bool {
        self.date().is_some_and(|date| date.earliest() == Day::PAST)
    }

    /// Whether sources tell since when, and not only by which day it had begun.
    pub fn tells_since(&self) -> bool {
        self.date().is_some_and(|date| date.earliest() > Day::PAST)
    }

    /// Whether a source that counts denies it while another affirms it.
    pub fn is_denied(&self) -> bool {
        self.attestations.iter().any(|a| a.says == Says::Denies && a.rank != super::Rank::Deprecated)
    }

    /// Whether sources that count contradict each other: in dates, in counts, in votes or in the fact itself.
    pub fn is_contested(&self) -> bool {
        let ends = matches!(&self.ends, Ends::At(when) if when.contested);
        self.begins.contested
            || ends
            || self.is_denied()
            || self.differs(Attestation::tally)
            || self.differs(Attestation::vote)
    }

    fn differs<T: PartialEq>(&self, part: impl Fn(&Attestation) -> Option<T>) -> bool {
        let mut said = self.attestations.iter().filter(|a| a.counts()).filter_map(part);
        said.next().is_some_and(|first| said.any(|other| other != first))
    }

    /// Whether it counts: it hasn't been retracted, and a source that counts affirms it.
    pub fn stands(&self) -> bool {
        self.withdrawn.is_none() && self.is_affirmed()
    }

    /// Whether a source that counts affirms it. One that only deprecated sources affirm, or that is only denied, stays
    /// to be seen and counts for nothing.
    pub fn is_affirmed(&self) -> bool {
        self.attestations.iter().any(Attestation::counts)
    }

    /// Whether what lasts holds on `day`: certainly, possibly, or no.
    pub fn holds(&self, day: Day) -> Band {
        let band = self.begins.by(day).and(self.ends.lasts(day));
        if self.is_denied() { band.and(Band::Possible) } else { band }
    }
}

fn attested_days(attestations: &[Attestation]) -> impl Iterator<Item = &Date> {
    attestations.iter().filter(|said| said.counts()).flat_map(Attestation::attested)
}
