//! What sources say of a statement.

use super::closed::closed;
use super::{Choice, Date, SourceIx, Tally};

/// What one or more sources say of a statement: its date, whether it happened at all, and in which words.
#[derive(Debug, Clone, PartialEq)]
pub struct Attestation {
    /// Whether the sources affirm the statement or deny it.
    pub says: Says,
    /// How it counts beside the others.
    pub rank: Rank,
    /// The day of the act, or the first day of what lasts; `None` when the sources give no date.
    pub date: Option<Date>,
    /// The end of what lasts; `None` for acts, and where these sources say nothing of the end.
    pub until: Option<Until>,
    /// Who says so; never empty in a base.
    pub sources: Vec<Citation>,
    /// What is written only now and then.
    pub particulars: Option<Box<Particulars>>,
}

/// What an attestation carries only now and then.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Particulars {
    /// Why it is preferred or deprecated.
    pub reason: Option<Box<str>>,
    /// How the date was deduced, when no source states it.
    pub inferred: Option<Box<str>>,
    /// The source's own words for the date.
    pub wording: Option<Box<str>>,
    /// The calendar of the source.
    pub calendar: Calendar,
    /// The time zone of the source's date.
    pub zone: Option<Box<str>>,
    /// What a reader should know.
    pub note: Option<Box<str>>,
    /// On which days, by these sources, what lasts held, or what an act had ended didn't hold.
    pub attested: Box<[Date]>,
    /// The count of votes that these sources give.
    pub tally: Option<Tally>,
    /// The vote that these sources record, where it differs.
    pub vote: Option<Choice>,
}

/// One source of an attestation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The document.
    pub source: SourceIx,
    /// Its words, at most 25 of them.
    pub quote: Option<Box<str>>,
    /// Page, paragraph or section.
    pub at: Option<Box<str>>,
}

/// When what lasts came to its end, by one attestation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Until {
    /// The first day on which it no longer holds.
    Date(Date),
    /// It holds still.
    Ongoing,
    /// It ended or it didn't: the sources don't tell.
    Unknown,
}

closed! {
    /// Whether a source affirms a statement.
    #[derive(Default)]
    pub enum Says {
        /// It happened.
        #[default]
        Affirms => "affirms",
        /// It did not happen, or it has no effect.
        Denies => "denies",
    }
}

closed! {
    /// How an attestation counts beside the others of its statement, as on Wikidata.
    #[derive(Default)]
    pub enum Rank {
        /// Decides which date is shown.
        Preferred => "preferred",
        /// Counts.
        #[default]
        Normal => "normal",
        /// Is kept to be seen, and doesn't count.
        Deprecated => "deprecated",
    }
}

closed! {
    /// The calendar in which a source dates.
    #[derive(Default)]
    pub enum Calendar {
        /// The calendar of today.
        #[default]
        Gregorian => "gregorian",
        /// The calendar of Russia to 1918 and of others.
        Julian => "julian",
    }
}

impl Attestation {
    /// Whether it counts for dates: it affirms, and it isn't deprecated.
    pub fn counts(&self) -> bool {
        self.says == Says::Affirms && self.rank != Rank::Deprecated
    }

    /// The count of votes that it gives.
    pub fn tally(&self) -> Option<Tally> {
        self.particulars.as_ref()?.tally
    }

    /// The vote that it records, where it says another than the record.
    pub fn vote(&self) -> Option<Choice> {
        self.particulars.as_ref()?.vote
    }

    /// On which days, by these sources, what lasts held, or what an act had ended didn't hold.
    pub fn attested(&self) -> &[Date] {
        self.particulars.as_ref().map_or(&[], |particulars| &particulars.attested)
    }

    /// The remark beside it.
    pub fn note(&self) -> Option<&str> {
        self.particulars.as_ref()?.note.as_deref()
    }

    /// Why it is preferred or deprecated.
    pub fn reason(&self) -> Option<&str> {
        self.particulars.as_ref()?.reason.as_deref()
    }

    /// How its date was deduced.
    pub fn inferred(&self) -> Option<&str> {
        self.particulars.as_ref()?.inferred.as_deref()
    }
}
