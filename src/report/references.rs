//! Numbered references: which sources of a statement are cited, and how one is written.

use std::collections::{BTreeMap, BTreeSet};

use super::document::{Reference, RichText, Run, WebLink};
use super::limits;
use crate::model::{Attestation, Base, Citation, Date, Grade, Rank, Says, SourceIx, Statement, StatementIx};

/// What the documents of a series have in common: publisher, date and grade.
type SeriesKey<'a> = (&'a str, Option<&'a str>, Grade);

/// The references of a document, numbered in the order in which they are first cited.
#[derive(Debug)]
pub(super) struct References<'a> {
    base: &'a Base,
    /// The documents of each reference: one, or those of a series.
    cited: Vec<Vec<SourceIx>>,
    /// Series whose documents share a number.
    series: BTreeSet<SeriesKey<'a>>,
    /// Sources of the statements that are told and that aren't cited.
    left: BTreeSet<SourceIx>,
}

impl<'a> References<'a> {
    pub(super) fn new(base: &'a Base) -> Self {
        Self { base, cited: Vec::new(), series: BTreeSet::new(), left: BTreeSet::new() }
    }

    /// References for a second writing of the same text, when the first has shown of which series it cites many.
    pub(super) fn again(&self) -> Self {
        let mut counts: BTreeMap<SeriesKey<'a>, usize> = BTreeMap::new();
        for &ix in self.cited.iter().flatten() {
            *counts.entry(key(self.base, ix)).or_default() += 1;
        }
        let series = counts.into_iter().filter(|(_, count)| *count >= limits::SERIES).map(|(key, _)| key).collect();
        Self { series, ..Self::new(self.base) }
    }

    /// The notes of statements: for each date that sources give, the source nearest to it.
    pub(super) fn of(&mut self, statements: impl IntoIterator<Item = StatementIx>) -> Run {
        let base = self.base;
        let mut numbers = Vec::new();
        for ix in statements {
            for side in sides(&base[ix]) {
                numbers.extend(self.some_of(side.into_iter().flat_map(|said| &said.sources)));
            }
        }
        self.notes(numbers)
    }

    /// The notes of one side of a contest.
    pub(super) fn of_attestations(&mut self, attestations: &[&Attestation]) -> Run {
        let numbers = self.some_of(attestations.iter().flat_map(|said| &said.sources));
        self.notes(numbers)
    }

    /// The notes of citations such as those of a claim.
    pub(super) fn of_citations(&mut self, citations: &[Citation]) -> Run {
        let numbers = self.some_of(citations.iter());
        self.notes(numbers)
    }

    fn notes(&self, mut numbers: Vec<usize>) -> Run {
        numbers.sort_unstable();
        numbers.dedup();
        Run::Notes(numbers)
    }

    /// The number of the source that is nearest to what it tells: the actor's own word before reports, originals before
    /// copies, what is cited already before others. Where none is the actor's own, two are cited.
    fn some_of<'c>(&mut self, citations: impl Iterator<Item = &'c Citation>) -> Vec<usize> {
        let mut sources: Vec<SourceIx> = Vec::new();
        for citation in citations {
            if !sources.contains(&citation.source) {
                sources.push(citation.source);
            }
        }
        let base = self.base;
        sources.sort_by_key(|&ix| (base[ix].grade, base[ix].copy_of.is_some(), self.place(ix).is_none()));
        let primary = sources.first().is_some_and(|&ix| base[ix].grade == Grade::Primary);
        let rest = sources.split_off(sources.len().min(if primary { 1 } else { 2 }));
        self.left.extend(rest);
        sources.into_iter().map(|ix| self.number(ix)).collect()
    }

    /// The reference that has the source already.
    fn place(&self, ix: SourceIx) -> Option<usize> {
        self.cited.iter().position(|known| known.contains(&ix))
    }

    fn number(&mut self, ix: SourceIx) -> usize {
        if let Some(at) = self.place(ix) {
            return at + 1;
        }
        let key = key(self.base, ix);
        let same =
            self.cited.iter().position(|known| self.series.contains(&key) && self::key(self.base, known[0]) == key);
        match same {
            Some(at) => {
                self.cited[at].push(ix);
                at + 1
            }
            None => {
                self.cited.push(vec![ix]);
                self.cited.len()
            }
        }
    }

    /// How the references were chosen, and how many sources aren't among them.
    pub(super) fn chosen(&self) -> RichText {
        let left = self.left.iter().filter(|&&ix| self.place(ix).is_none()).count();
        let more = match left {
            0 => return RichText::plain("All sources of what is told are cited."),
            1 => "1 more source is".to_owned(),
            n => format!("{n} more sources are"),
        };
        RichText::plain(format!(
            "For each fact, and for each date where sources differ, the source nearest to it is cited, or two where none is the actor’s own. {more} on record; chancery show ID lists all of a statement."
        ))
    }

    /// The references, the first one number 1.
    pub(super) fn list(&self) -> Vec<Reference> {
        self.cited
            .iter()
            .map(|documents| match documents[..] {
                [one] => reference(self.base, one),
                _ => series(self.base, documents),
            })
            .collect()
    }
}

fn key(base: &Base, ix: SourceIx) -> SeriesKey<'_> {
    let source = &base[ix];
    (&source.publisher, source.date.as_ref().map(Date::as_str), source.grade)
}

/// What sources say of a statement, in groups that agree. A date that contains a narrower one corroborates it and stands
/// with it; what is deprecated isn't said any more.
pub(super) fn sides(statement: &Statement) -> Vec<Vec<&Attestation>> {
    let mut all: Vec<&Attestation> =
        statement.attestations.iter().filter(|said| said.rank != Rank::Deprecated).collect();
    // The narrowest first, so that each side is led by what it says most exactly.
    let width = |said: &&Attestation| {
        let (from, to) = said.date.as_ref().map(|date| (date.earliest(), date.latest()))?;
        Some(i64::from(to.number()?) - i64::from(from.number()?))
    };
    let width = |said: &&Attestation| width(said).unwrap_or(i64::MAX);
    all.sort_by_key(width);
    let mut sides: Vec<Vec<&Attestation>> = Vec::new();
    for said in all {
        let agrees = |side: &&mut Vec<&Attestation>| {
            let first = side[0];
            let dates = match (&said.date, &first.date) {
                (Some(own), Some(narrower)) => own.contains(narrower) || own.as_str() == narrower.as_str(),
                (None, _) => true,
                (Some(_), None) => false,
            };
            let counts = first.tally() == said.tally() || said.tally().is_none();
            let votes = first.vote() == said.vote();
            let ends = first.until == said.until || said.until.is_none();
            dates && counts && votes && ends && first.says == said.says
        };
        match sides.iter_mut().find(agrees) {
            Some(side) => side.push(said),
            None => sides.push(vec![said]),
        }
    }
    sides
}

/// A source as a reference, in the order publisher, title, date.
///
/// *Source:* the author-title form of the Chicago Manual of Style, 17th edition, for documents whose author is a body.
fn reference(base: &Base, ix: SourceIx) -> Reference {
    let source = &base[ix];
    let mut text = RichText::plain(format!("{}, ", source.publisher)).with(Run::Emphasis(source.title.to_string()));
    text = match &source.date {
        Some(date) => text.say(format!(", {}", date.in_words())),
        None => text.say(", undated"),
    };
    let text = text.say(format!(" [{}].", remark(base, ix)));
    let links = source.url.iter().map(|url| WebLink { title: None, url: url.to_string() }).collect();
    Reference { text, links }
}

/// Several documents of one publisher, date and grade as one reference.
fn series(base: &Base, documents: &[SourceIx]) -> Reference {
    let first = &base[documents[0]];
    let date = first.date.as_ref().map_or_else(|| "undated".to_owned(), Date::in_words);
    let text = format!("{}, {} documents, {date} [{}].", first.publisher, documents.len(), first.grade);
    let links = documents
        .iter()
        .filter_map(|&ix| {
            let url = base[ix].url.as_deref()?.to_owned();
            Some(WebLink { title: Some(base[ix].title.to_string()), url })
        })
        .collect();
    Reference { text: RichText::plain(text), links }
}

/// How near the source is, its language, and whose text it repeats.
fn remark(base: &Base, ix: SourceIx) -> String {
    let source = &base[ix];
    let lang = source.lang.as_deref().filter(|lang| *lang != "en").map(|lang| format!("; in {}", language(lang)));
    let copy = source.copy_of.map(|of| format!("; after {}", base[of].publisher));
    format!("{}{}{}", source.grade, lang.unwrap_or_default(), copy.unwrap_or_default())
}

/// The English name of a language, for the codes that sources of the field have most; else the code.
fn language(code: &str) -> &str {
    match code {
        "ar" => "Arabic",
        "az" => "Azerbaijani",
        "bn" => "Bengali",
        "bs" => "Bosnian",
        "de" => "German",
        "es" => "Spanish",
        "fa" => "Persian",
        "fr" => "French",
        "he" => "Hebrew",
        "hr" => "Croatian",
        "hy" => "Armenian",
        "it" => "Italian",
        "ja" => "Japanese",
        "ka" => "Georgian",
        "ko" => "Korean",
        "lt" => "Lithuanian",
        "nl" => "Dutch",
        "pl" => "Polish",
        "pt" => "Portuguese",
        "ro" => "Romanian",
        "ru" => "Russian",
        "sr" => "Serbian",
        "tr" => "Turkish",
        "uk" => "Ukrainian",
        "ur" => "Urdu",
        "zh" => "Chinese",
        other => other,
    }
}

/// Whether an attestation denies what it is about.
pub(super) fn denies(said: &Attestation) -> bool {
    said.says == Says::Denies
}
