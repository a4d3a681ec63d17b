//! Statements between two actors: recognition and relations.

use super::super::raw::{self, Text};
use super::attest::Sort;
use super::statements::joined;
use super::{Resolver, owned};
use crate::diag::{Code, Diagnostic, Origin};
use crate::model::{ActorIx, Citation, Closed, Fact, Matter, Pair, RecognitionAct, RelationsAct, Statement};

impl<'r> Resolver<'r> {
    pub(super) fn state_recognitions(&mut self, origin: Origin, file: &'r raw::Recognitions<'r>) {
        let Some(of) = self.actor(&file.of, || origin.field("of")) else {
            let by: Vec<ActorIx> = file.acts.iter().filter_map(|raw| self.known(&raw.by)).collect();
            return self.leave_out(by.into_iter().map(Matter::RecognitionsBy));
        };
        let inherited = self.citations(&file.sources, origin, &[]);
        for (item, raw) in file.acts.iter().enumerate() {
            let at = origin.item("acts", item);
            if self.state_recognition(at, (of, &file.of), raw, &inherited).is_none() {
                let by = self.known(&raw.by);
                let one = by.map(|by| Matter::RecognitionsBetween(by, of));
                self.leave_out([one.unwrap_or(Matter::RecognitionsOf(of))]);
            }
        }
    }

    fn state_recognition(
        &mut self,
        at: Origin,
        (of, of_id): (ActorIx, &Text<'_>),
        raw: &raw::Recognition<'_>,
        inherited: &[Citation],
    ) -> Option<()> {
        let by = self.actor(&raw.by, || at.field("by"))?;
        self.differ(of, by, at.field("by"))?;
        let act = raw.act.unwrap_or_default();
        let sort = if act == RecognitionAct::Withheld { Sort::Lasts } else { Sort::Act };
        let attestations = self.attestations(at, raw.said(), inherited, sort)?;
        let instead_of = raw.instead_of.as_ref().and_then(|id| self.actor(id, || at.field("instead_of")));
        let (of_id, by_id) = (of_id.as_str(), raw.by.as_str());
        let id = match act {
            RecognitionAct::Recognized => joined(["recognition", of_id, by_id]),
            _ => joined(["recognition", of_id, by_id, act.name()]),
        };
        let fact = Fact::Recognition {
            of,
            by,
            act,
            form: raw.form.unwrap_or_default(),
            capacity: raw.capacity.unwrap_or_default(),
            instead_of,
        };
        self.push(at, &raw.said(), Statement::new(id, fact, attestations));
        Some(())
    }

    pub(super) fn state_relations(&mut self, origin: Origin, file: &'r raw::Relations<'r>) {
        let both = |one| [Matter::RelationsOf(one), Matter::MissionsOf(one)];
        let Some(of) = self.actor(&file.of, || origin.field("of")) else {
            let with: Vec<ActorIx> = file.pairs.iter().filter_map(|raw| self.known(&raw.with)).collect();
            return self.leave_out(with.into_iter().flat_map(both));
        };
        let inherited = self.citations(&file.sources, origin, &[]);
        for (number, raw_pair) in file.pairs.iter().enumerate() {
            let outer = origin.item("pairs", number);
            let with = self.actor(&raw_pair.with, || outer.field("with"));
            let Some(pair) = with.and_then(|with| Pair::new(of, with)) else {
                with.and_then(|with| self.differ(of, with, outer.field("with")));
                self.leave_out(both(of));
                continue;
            };
            let own = self.citations(&raw_pair.sources, outer, &[]);
            let inherited = if own.is_empty() { &inherited } else { &own };
            let (a, b) = (file.of.as_str(), raw_pair.with.as_str());
            let ids = if a < b { (a, b) } else { (b, a) };
            for (item, raw) in raw_pair.acts.iter().enumerate() {
                let at = outer.item("acts", item);
                if self.state_relations_act(at, pair, ids, raw, inherited).is_none() {
                    let of_mission = raw.act.is_of_mission();
                    self.leave_out([if of_mission {
                        Matter::MissionsBetween(pair)
                    } else {
                        Matter::RelationsBetween(pair)
                    }]);
                }
            }
        }
    }

    fn state_relations_act(
        &mut self,
        at: Origin,
        pair: Pair,
        (first, second): (&str, &str),
        raw: &raw::RelationsDone<'_>,
        inherited: &[Citation],
    ) -> Option<()> {
        let by = match &raw.by {
            Some(id) => {
                let by = self.actor(id, || at.field("by"))?;
                if !pair.parties().contains(&by) {
                    let message = format!("{:?} is neither of the two parties", id.as_str());
                    self.report(Diagnostic::new(Code::WrongKind, message).at(at.field("by"), "left out"));
                    return None;
                }
                Some(by)
            }
            None if raw.act.is_of_mission() => {
                let message = "a mission is sent by one of the two parties: \"by\" is missing";
                self.report(Diagnostic::new(Code::MissingField, message).at(at, "left out"));
                return None;
            }
            None => None,
        };
        let sort = if raw.act == RelationsAct::Absent { Sort::Lasts } else { Sort::Act };
        let attestations = self.attestations(at, raw.said(), inherited, sort)?;
        let id = match &raw.by {
            Some(by) => joined(["relations", first, second, raw.act.name(), by.as_str()]),
            None => joined(["relations", first, second, raw.act.name()]),
        };
        let fact =
            Fact::Relations { pair, act: raw.act, by, level: raw.level, head: raw.head, at: owned(raw.at.as_ref()) };
        self.push(at, &raw.said(), Statement::new(id, fact, attestations));
        Some(())
    }
}
