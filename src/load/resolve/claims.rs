//! Claims: what they assert, in terms of actors and statements.

use super::super::raw::{self, Root, Text};
use super::ids::Candidate;
use super::{Resolver, owned, unknown_statement};
use crate::diag::{Code, Diagnostic, FileIx, Location, Origin, PathStep};
use crate::model::{Asserts, Base, Claim, ClaimIx, Counted, CountedAct, Entity, Pair, StatementIx};

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
        let field = |name: &'static str| move || at.value([PathStep::Field("asserts"), PathStep::Field(name)]);
        let item = |index| at.value([PathStep::Field("asserts"), PathStep::Field("by"), PathStep::Item(index)]);
        Some(match raw {
            raw::Asserts::Nth(raw) => Asserts::Nth {
                nth: raw.nth,
                by: self.actor(&raw.by, field("by"))?,
                counted: self.counted(raw.counted(), at)?,
            },
            raw::Asserts::Last(raw) => {
                Asserts::Last { by: self.actor(&raw.by, field("by"))?, counted: self.counted(raw.counted(), at)? }
            }
            raw::Asserts::Order(raw) => {
                let by = raw.by.iter().enumerate().map(|(index, id)| self.actor(id, || item(index)));
                Asserts::Order { by: by.collect::<Option<_>>()?, counted: self.counted(raw.counted(), at)? }
            }
            raw::Asserts::Only(raw) => {
                let still = raw.still.unwrap_or(false);
                Asserts::Only {
                    by: self.actor(&raw.by, field("by"))?,
                    still,
                    counted: self.counted(raw.counted(), at)?,
                }
            }
            raw::Asserts::OnlyWithout(raw) => Asserts::OnlyWithout {
                by: self.actor(&raw.by, field("by"))?,
                counted: self.counted(raw.counted(), at)?,
            },
            raw::Asserts::Never(raw) => {
                Asserts::Never { by: self.actor(&raw.by, field("by"))?, counted: self.counted(raw.counted(), at)? }
            }
            raw::Asserts::Count(raw) => Asserts::Count { count: raw.count, counted: self.counted(raw.counted(), at)? },
            raw::Asserts::AtLeast(raw) => {
                Asserts::AtLeast { count: raw.count, counted: self.counted(raw.counted(), at)? }
            }
            raw::Asserts::NthResolution(raw) => {
                let by = raw.by.iter().enumerate().map(|(index, id)| self.actor(id, || item(index)));
                Asserts::NthResolution {
                    nth: raw.nth,
                    by: by.collect::<Option<_>>()?,
                    resolution: self.resolution(&raw.resolution, field("resolution"))?,
                    about: self.entity(&raw.about, field("about"))?,
                }
            }
            raw::Asserts::Countries(raw) => {
                Asserts::Countries { count: raw.count, on: self.date(&raw.on, field("on"))? }
            }
            raw::Asserts::Dated(raw) => Asserts::Dated {
                statement: self.statement(base, &raw.statement, field("statement"))?,
                on: self.date(&raw.on, field("on"))?,
            },
            raw::Asserts::Before(raw) => Asserts::Before {
                earlier: self.statement(base, &raw.earlier, field("earlier"))?,
                later: self.statement(base, &raw.later, field("later"))?,
            },
            raw::Asserts::Status(raw::StatusClaim { between: (one, other), is, on }) => {
                let (one, other) = (self.actor(one, field("between"))?, self.actor(other, field("between"))?);
                let Some(pair) = Pair::new(one, other) else {
                    let message = "both parties are the same";
                    self.report(Diagnostic::new(Code::SamePartyTwice, message).at(field("between")(), "left out"));
                    return None;
                };
                Asserts::Status { pair, status: *is, on: self.date(on, field("on"))? }
            }
            raw::Asserts::Untestable(raw) => Asserts::Untestable { why: raw.why.as_str().into() },
        })
    }

    /// What a claim counts. A field that says nothing of its act is reported.
    fn counted(&mut self, raw: raw::Counted<'_, '_>, at: Origin) -> Option<Counted> {
        let field = |name: &'static str| move || at.value([PathStep::Field("asserts"), PathStep::Field(name)]);
        let act = raw.act.unwrap_or_default();
        let recognizes = matches!(act, CountedAct::Recognized | CountedAct::Withdrawn);
        for (name, written, means, instead) in [
            ("form", raw.form.is_some(), recognizes, "only recognition has a form"),
            ("as", raw.capacity.is_some(), recognizes, "only recognition is as a state or as a government"),
            ("level", raw.level.is_some(), act == CountedAct::MissionOpened, "only missions have a level"),
            ("over", raw.over.is_some(), act == CountedAct::Backed, "only who is backed is backed over something"),
        ] {
            if written && !means {
                let message = format!("{name:?} has no meaning here: {instead}");
                self.report(Diagnostic::new(Code::UselessField, message).at(field(name)(), "").help_by_code());
            }
        }
        let of = match act {
            CountedAct::Adopted => self.entity(raw.of, field("of"))?,
            _ => Entity::Actor(self.actor(raw.of, field("of"))?),
        };
        let among = match raw.among {
            Some(text) => Some(self.actor(text, field("among"))?),
            None => None,
        };
        let except = match raw.except {
            Some(text) => Some(self.actor(text, field("except"))?),
            None => None,
        };
        let over = match raw.over {
            Some(text) => Some(self.dispute(text, field("over"))?),
            None => None,
        };
        let since = match raw.since {
            Some(text) => Some(self.date(text, field("since"))?),
            None => None,
        };
        let on = match raw.on {
            Some(text) => Some(self.date(text, field("on"))?),
            None => None,
        };
        Some(Counted {
            act,
            of,
            among,
            except,
            form: raw.form,
            capacity: raw.capacity,
            level: raw.level,
            over,
            since,
            on,
        })
    }

    fn statement(&mut self, base: &Base, id: &Text<'_>, location: impl Fn() -> Location) -> Option<StatementIx> {
        let found = base.find_statement(id.as_str());
        if found.is_none() {
            self.report(unknown_statement(base, id.as_str(), location()));
        }
        found
    }
}
