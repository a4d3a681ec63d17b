//! Claims: what they assert, in terms of actors and statements.

use super::super::raw::{self, Root, Text};
use super::ids::Candidate;
use super::{Resolver, owned, unknown_statement};
use crate::diag::{Code, Diagnostic, FileIx, Origin, Place, Step};
use crate::model::{Asserts, Base, Claim, ClaimIx, Date, Entity, Pair, StatementIx};

impl<'r> Resolver<'r> {
    /// Makes the claims of all files.
    pub(super) fn claim(&mut self, files: &[(FileIx, &'r Root<'r>)], base: &mut Base) {
        let mut candidates = Vec::new();
        for &(file, root) in files {
            let Root::Claims(raw::Claims(list)) = root else { continue };
            for (item, raw) in list.iter().enumerate() {
                let at = Origin::file(file).item("", item);
                let sources = self.citations(&raw.sources, at, &[]);
                if sources.is_empty() {
                    if raw.sources.is_empty() {
                        self.report(Diagnostic::new(Code::NoSource, "a claim that nobody makes").at(at, "left out"));
                    }
                    continue;
                }
                let Some(asserts) = self.asserts(&raw.asserts, at, base) else { continue };
                candidates.extend(self.own_id(&raw.id, (raw, asserts, sources), at));
            }
        }
        for (index, candidate) in
            self.admit(candidates, |index| Entity::Claim(ClaimIx::new(index))).into_iter().enumerate()
        {
            let Candidate { id, raw: (raw, asserts, sources), origin, .. } = candidate;
            self.origins.claims.push(origin);
            base.entities.insert(id.as_str().into(), Entity::Claim(ClaimIx::new(index)));
            base.claims.push(Claim {
                id,
                text: raw.text.as_str().into(),
                asserts,
                sources,
                note: owned(raw.note.as_ref()),
            });
        }
    }

    fn asserts(&mut self, raw: &raw::Asserts<'_>, at: Origin, base: &Base) -> Option<Asserts> {
        let field = |name: &'static str| move || at.value([Step::Field("asserts"), Step::Field(name)]);
        let optional = |this: &mut Self, text: &Option<Text<'_>>| -> Option<Option<Date>> {
            match text {
                Some(text) => this.date(text, field("on")).map(Some),
                None => Some(None),
            }
        };
        let group = |this: &mut Self, text: &Option<Text<'_>>| match text {
            Some(text) => this.actor(text, field("among")).map(Some),
            None => Some(None),
        };
        Some(match raw {
            raw::Asserts::Nth { nth, by, of, act, among } => Asserts::Nth {
                nth: *nth,
                by: self.actor(by, field("by"))?,
                of: self.actor(of, field("of"))?,
                act: act.unwrap_or_default(),
                among: group(self, among)?,
            },
            raw::Asserts::Last { by, of, act, among } => Asserts::Last {
                by: self.actor(by, field("by"))?,
                of: self.actor(of, field("of"))?,
                act: act.unwrap_or_default(),
                among: group(self, among)?,
            },
            raw::Asserts::Order { by, of, act } => {
                let place = |item| move || at.value([Step::Field("asserts"), Step::Field("by"), Step::Item(item)]);
                let by: Option<Vec<_>> = by.iter().enumerate().map(|(item, id)| self.actor(id, place(item))).collect();
                Asserts::Order { by: by?, of: self.actor(of, field("of"))?, act: act.unwrap_or_default() }
            }
            raw::Asserts::Only { by, of, act, among, on } => Asserts::Only {
                by: self.actor(by, field("by"))?,
                of: self.actor(of, field("of"))?,
                act: act.unwrap_or_default(),
                among: group(self, among)?,
                on: optional(self, on)?,
            },
            raw::Asserts::Never { by, of, act, on } => Asserts::Never {
                by: self.actor(by, field("by"))?,
                of: self.actor(of, field("of"))?,
                act: act.unwrap_or_default(),
                on: optional(self, on)?,
            },
            raw::Asserts::Count { count, of, act, on } => Asserts::Count {
                count: *count,
                of: self.actor(of, field("of"))?,
                act: act.unwrap_or_default(),
                on: optional(self, on)?,
            },
            raw::Asserts::Dated { statement, on } => Asserts::Dated {
                statement: self.statement(base, statement, field("statement"))?,
                on: self.date(on, field("on"))?,
            },
            raw::Asserts::Before { earlier, later } => Asserts::Before {
                earlier: self.statement(base, earlier, field("earlier"))?,
                later: self.statement(base, later, field("later"))?,
            },
            raw::Asserts::Status { between: (one, other), is, on } => {
                let (one, other) = (self.actor(one, field("between"))?, self.actor(other, field("between"))?);
                let Some(pair) = Pair::new(one, other) else {
                    let message = "both parties are the same";
                    self.report(Diagnostic::new(Code::SamePartyTwice, message).at(field("between")(), "left out"));
                    return None;
                };
                Asserts::Status { pair, status: *is, on: self.date(on, field("on"))? }
            }
            raw::Asserts::Untestable { why } => Asserts::Untestable { why: why.as_str().into() },
        })
    }

    fn statement(&mut self, base: &Base, id: &Text<'_>, place: impl Fn() -> Place) -> Option<StatementIx> {
        let found = base.find_statement(id.as_str());
        if found.is_none() {
            self.report(unknown_statement(base, id.as_str(), place()));
        }
        found
    }
}
