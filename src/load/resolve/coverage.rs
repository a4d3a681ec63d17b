//! Scopes and stated counts, once ids are known.

use super::super::raw::{self, Text};
use super::{Resolver, owned};
use crate::diag::{Code, Diagnostic, FileIx, Location, Origin, PathStep};
use crate::model::{ActorIx, Base, Matter, Pair, Scope, Span, StatedCount, TreatyIx};

impl<'r> Resolver<'r> {
    /// The scopes and counts of a file. One that can't stand is left out.
    pub(super) fn coverage(&mut self, file: FileIx, raw: &'r raw::Coverage<'r>, base: &mut Base) {
        for (item, raw) in raw.scopes.iter().enumerate() {
            let at = Origin::file(file).item("scopes", item);
            if let Some(scope) = self.scope(raw, at) {
                base.scopes.push(scope);
                self.origins.scopes.push(at);
            }
        }
        for (item, raw) in raw.counts.iter().enumerate() {
            let at = Origin::file(file).item("counts", item);
            if let Some(count) = self.stated_count(raw, at) {
                base.counts.push(count);
                self.origins.counts.push(at);
            }
        }
    }

    fn scope(&mut self, raw: &raw::Scope<'_>, at: Origin) -> Option<Scope> {
        let of = raw.of.iter().enumerate();
        let of = of
            .filter_map(|(item, matter)| self.matter(matter, at.value([PathStep::Field("of"), PathStep::Item(item)])));
        let of: Vec<Matter> = of.collect();
        let span = self.scope_span(raw, at)?;
        let sources = self.scope_sources(&raw.sources, at, "a scope")?;
        if of.is_empty() {
            if raw.of.is_empty() {
                let message = "a scope that is about nothing";
                self.report(Diagnostic::new(Code::ScopeWithoutDays, message).at(at.field("of"), "left out"));
            }
            return None;
        }
        Some(Scope { of, extent: raw.extent, span, sources, note: owned(raw.note.as_ref()) })
    }

    /// Either `on`, or `from` and `through`.
    fn scope_span(&mut self, raw: &raw::Scope<'_>, at: Origin) -> Option<Span> {
        match (&raw.on, &raw.from, &raw.through) {
            (Some(on), None, None) => Some(Span::On(self.date(on, || at.field("on"))?)),
            (None, Some(from), Some(through)) => Some(Span::Between {
                from: self.date(from, || at.field("from"))?,
                through: self.date(through, || at.field("through"))?,
            }),
            // Without a first day it says nothing of the history: it is a list.
            (None, None, Some(through)) => Some(Span::On(self.date(through, || at.field("through"))?)),
            _ => {
                let message = "a scope has either `on`, or `from` and `through`";
                self.report(Diagnostic::new(Code::ScopeWithoutDays, message).at(at, "left out").help_by_code());
                None
            }
        }
    }

    fn stated_count(&mut self, raw: &raw::StatedCount<'_>, at: Origin) -> Option<StatedCount> {
        let of = self.matter(&raw.of, at.field("of"))?;
        let among = match &raw.among {
            Some(text) => Some(self.actor(text, || at.field("among"))?),
            None => None,
        };
        let on = self.date(&raw.on, || at.field("on"))?;
        let sources = self.scope_sources(&raw.sources, at, "a count")?;
        Some(StatedCount { of, among, number: raw.number, on, sources, note: owned(raw.note.as_ref()) })
    }

    fn scope_sources(
        &mut self,
        raw: &[raw::Citation<'_>],
        at: Origin,
        what: &str,
    ) -> Option<Vec<crate::model::Citation>> {
        let sources = self.citations(raw, at, &[]);
        if raw.is_empty() {
            let message = format!("{what} without a source");
            self.report(Diagnostic::new(Code::NoSource, message).at(at, "left out").help("add `sources: [\"…\"]`"));
        }
        (!sources.is_empty()).then_some(sources)
    }

    fn matter(&mut self, raw: &raw::Matter<'_>, at: Location) -> Option<Matter> {
        let location = || at.clone();
        Some(match raw {
            raw::Matter::RecognitionsOf(id) => Matter::RecognitionsOf(self.actor(id, location)?),
            raw::Matter::RecognitionsBy(id) => Matter::RecognitionsBy(self.actor(id, location)?),
            raw::Matter::RecognitionsBetween(by, of) => {
                Matter::RecognitionsBetween(self.actor(by, location)?, self.actor(of, location)?)
            }
            raw::Matter::RelationsOf(id) => Matter::RelationsOf(self.actor(id, location)?),
            raw::Matter::RelationsBetween(one, other) => Matter::RelationsBetween(self.pair([one, other], &at)?),
            raw::Matter::MissionsOf(id) => Matter::MissionsOf(self.actor(id, location)?),
            raw::Matter::MissionsBetween(one, other) => Matter::MissionsBetween(self.pair([one, other], &at)?),
            raw::Matter::Members(id) => Matter::Members(self.actor(id, location)?),
            raw::Matter::MembershipsOf(id) => Matter::MembershipsOf(self.actor(id, location)?),
            raw::Matter::Membership(of, member) => {
                Matter::Membership(self.actor(of, location)?, self.actor(member, location)?)
            }
            raw::Matter::Parties(id) => Matter::Parties(self.treaty(id, location)?),
            raw::Matter::TreatiesOf(id) => Matter::TreatiesOf(self.actor(id, location)?),
            raw::Matter::Party(treaty, party) => {
                Matter::Party(self.treaty(treaty, location)?, self.actor(party, location)?)
            }
            raw::Matter::TreatiesBetween(one, other) => Matter::TreatiesBetween(self.pair([one, other], &at)?),
            raw::Matter::Votes(id) => Matter::Votes(self.resolution(id, location)?),
            raw::Matter::ResolutionsOf(id) => Matter::ResolutionsOf(self.actor(id, location)?),
            raw::Matter::ResolutionsAbout(id) => Matter::ResolutionsAbout(self.entity(id, location)?),
            raw::Matter::Positions(id) => Matter::Positions(self.dispute(id, location)?),
            raw::Matter::Countries => Matter::Countries,
        })
    }

    fn pair(&mut self, [one, other]: [&Text<'_>; 2], at: &Location) -> Option<Pair> {
        let location = || at.clone();
        let (one, other): (ActorIx, ActorIx) = (self.actor(one, location)?, self.actor(other, location)?);
        self.differ(one, other, at.clone())?;
        Pair::new(one, other)
    }

    fn treaty(&mut self, text: &Text<'_>, location: impl Fn() -> Location) -> Option<TreatyIx> {
        let pick = |entity| if let crate::model::Entity::Treaty(ix) = entity { Some(ix) } else { None };
        self.of_kind(text, "a treaty", pick, location)
    }
}
