//! Attestations: dates read, sources found.

use super::super::raw::{self, Saying, StatementFields, Text};
use super::{Resolver, owned};
use crate::diag::{Code, Diagnostic, Location, Origin, Path, PathStep};
use crate::model::{Attestation, Calendar, Citation, Date, DateError, Particulars, Until};

/// What kind of statement the attestations are for: which fields mean something in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// It happens on a day.
    Act,
    /// It lasts, and begins with `from`.
    Lasts,
    /// It lasts, and `on` may stand for `from`.
    Position,
    /// It happens on a day, or takes some time: `from` and `until`.
    Event,
    /// An act with a count of votes.
    Tally,
    /// An act that is itself a vote.
    Vote,
}

impl<'r> Resolver<'r> {
    /// Reads a date.
    pub(super) fn date(&mut self, text: &Text<'_>, location: impl Fn() -> Location) -> Option<Date> {
        Date::parse(text.as_str())
            .map_err(|error| {
                let mut location = location();
                if let (Location::Value { offset, .. }, DateError::Syntax { offset: at, .. }) = (&mut location, &error)
                {
                    *offset = Some(*at);
                }
                let message = format!("{:?} is not a date: {error}", text.as_str());
                self.report(
                    Diagnostic::new(Code::BadDate, message)
                        .at(location, "")
                        .help("write it as EDTF: 1991-12-12, 1991-12, 1991, ../1991-12-25"),
                );
            })
            .ok()
    }

    /// Finds the sources in a list.
    pub(super) fn citations(&mut self, list: &[raw::Citation<'_>], at: Origin, way: &[PathStep]) -> Vec<Citation> {
        let mut found = Vec::with_capacity(list.len());
        for (item, citation) in list.iter().enumerate() {
            let location = || {
                let mut path: Path = way.to_vec();
                path.extend([PathStep::Field("sources"), PathStep::Item(item)]);
                if citation.quote.is_some() || citation.at.is_some() {
                    path.push(PathStep::Field("id"));
                }
                at.value(path)
            };
            if let Some(source) = self.source(&citation.id, location) {
                found.push(Citation { source, quote: owned(citation.quote.as_ref()), at: owned(citation.at.as_ref()) });
            }
        }
        found
    }

    /// The attestations of a record; `None`, reported, when none is left.
    pub(super) fn attestations(
        &mut self,
        at: Origin,
        said: StatementFields<'_, '_>,
        inherited: &[Citation],
        sort: Sort,
    ) -> Option<Vec<Attestation>> {
        let mut found = Vec::with_capacity(1 + said.others.len());
        found.extend(self.attestation(at, said.first, &[], inherited, sort));
        for (item, other) in said.others.iter().enumerate() {
            let way = [PathStep::Field("or"), PathStep::Item(item)];
            found.extend(self.attestation(at, other.saying(), &way, &[], sort));
        }
        (!found.is_empty()).then_some(found)
    }

    fn attestation(
        &mut self,
        at: Origin,
        saying: Saying<'_, '_>,
        way: &[PathStep],
        inherited: &[Citation],
        sort: Sort,
    ) -> Option<Attestation> {
        let field = |name: &'static str| {
            let mut path: Path = way.to_vec();
            path.push(PathStep::Field(name));
            at.value(path)
        };
        let sources = match saying.sources {
            [] => inherited.to_vec(),
            list => self.citations(list, at, way),
        };
        if sources.is_empty() {
            if saying.sources.is_empty() {
                let location = at.value(way.iter().cloned());
                let message =
                    if way.is_empty() { "a statement without a source" } else { "an attestation without a source" };
                self.report(
                    Diagnostic::new(Code::NoSource, message).at(location, "left out").help("add `sources: [\"…\"]`"),
                );
            }
            return None;
        }
        let lasts = matches!(sort, Sort::Lasts | Sort::Position | Sort::Event);
        for (name, written, means) in [
            ("on", saying.on.is_some(), sort != Sort::Lasts),
            ("from", saying.from.is_some(), lasts),
            ("until", saying.until.is_some(), lasts),
            ("attested", !saying.attested.is_empty(), !matches!(sort, Sort::Event | Sort::Tally | Sort::Vote)),
            ("tally", saying.tally.is_some(), sort == Sort::Tally),
            ("vote", saying.vote.is_some(), sort == Sort::Vote),
        ] {
            if written && !means {
                let instead = match name {
                    "on" => "what lasts begins with `from`",
                    "from" => "an act has its date in `on`",
                    "until" => "an act doesn't last",
                    "attested" => "it brings about nothing that lasts",
                    _ => "it belongs to resolutions and votes",
                };
                let message = format!("{name:?} has no meaning here: {instead}");
                self.report(Diagnostic::new(Code::UselessField, message).at(field(name), "").help_by_code());
            }
        }
        if saying.on.is_some() && saying.from.is_some() && matches!(sort, Sort::Position | Sort::Event) {
            self.report(
                Diagnostic::new(Code::UselessField, "\"on\" and \"from\" are both given")
                    .at(field("on"), "remove one of them"),
            );
        }
        let (name, written) = if lasts && saying.from.is_some() { ("from", saying.from) } else { ("on", saying.on) };
        // What can't be read as a date is reported, and takes away no more than the date: that it happened stays on record.
        let date = written.and_then(|text| self.date(text, || field(name)));
        let until = match saying.until.map(Text::as_str) {
            _ if !lasts => None,
            Some("ongoing") => Some(Until::Ongoing),
            Some("unknown") => Some(Until::Unknown),
            Some(_) => Some(self.date(saying.until?, || field("until")).map_or(Until::Unknown, Until::Date)),
            // An event that nobody gives an end is over on its day.
            None if sort == Sort::Event => None,
            // Another attestation that doesn't mention the end says nothing of it.
            None => way.is_empty().then_some(Until::Ongoing),
        };
        let attested = saying.attested.iter().enumerate().filter_map(|(item, text)| {
            let mut path: Path = way.to_vec();
            path.extend([PathStep::Field("attested"), PathStep::Item(item)]);
            self.date(text, || at.value(path.clone()))
        });
        let attested: Box<[Date]> = attested.collect();
        Some(Attestation {
            says: saying.says.unwrap_or_default(),
            rank: saying.rank.unwrap_or_default(),
            date,
            until,
            sources,
            particulars: particulars(saying, attested),
        })
    }
}

fn particulars(saying: Saying<'_, '_>, attested: Box<[Date]>) -> Option<Box<Particulars>> {
    let Saying { reason, inferred, wording, zone, note, calendar, tally, vote, .. } = saying;
    let texts = [reason, inferred, wording, zone, note];
    if texts.iter().all(Option::is_none)
        && calendar.is_none()
        && tally.is_none()
        && vote.is_none()
        && attested.is_empty()
    {
        return None;
    }
    let particulars = Particulars {
        reason: owned(saying.reason),
        inferred: owned(saying.inferred),
        wording: owned(saying.wording),
        calendar: saying.calendar.unwrap_or(Calendar::Gregorian),
        zone: owned(saying.zone),
        note: owned(saying.note),
        attested,
        tally: saying.tally,
        vote: saying.vote,
    };
    (particulars != Particulars::default()).then(|| Box::new(particulars))
}
