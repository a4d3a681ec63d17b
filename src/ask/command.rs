//! The command that asks the same.

use super::request::{Happening, Number, Request, State};
use super::time::{Moment, Time};
use crate::model::{ActorIx, Asserts, Base, Capacity, Closed, Counted, CountedAct, Date, Day, DisputeIx, Entity};
use crate::query::{Pick, Projection};

/// The command that asks the same, or the nearest one that shows what the answer rests on.
pub fn command(base: &Base, request: &Request, today: Day) -> String {
    let line = Line { base, words: vec!["chancery".to_owned()] };
    match request {
        Request::Recognitions { of, capacity, pick, time } => {
            line.verb("recognitions").actor(*of).capacity(*capacity).pick(*pick).window(time)
        }
        Request::RecognizedBy { by, pick, time } => {
            line.verb("recognitions").option("--by", base[*by].id.as_str()).pick(*pick).window(time)
        }
        Request::Recognizers { of, also, not, among, on } => {
            let line = line.verb("recognitions").actor(*of).option("--on", &last_day(on, today));
            let line = also.iter().fold(line, |line, also| line.option("--also", base[*also].id.as_str()));
            let line = not.iter().fold(line, |line, not| line.option("--but-not", base[*not].id.as_str()));
            among.iter().fold(line, |line, among| line.option("--among", base[*among].id.as_str()))
        }
        Request::NonRecognizers { of, among, on } => {
            let line = line.verb("recognitions").actor(*of).option("--on", &last_day(on, today));
            line.option("--among", base[*among].id.as_str())
        }
        Request::Doers { counted, pick } => line.counted(counted, *pick),
        Request::Place { counted, .. } | Request::Placed { counted, .. } => line.counted(counted, Pick::All),
        Request::HowMany { what, time } => line.number(what, time, today),
        Request::When(what) | Request::Did { what, .. } => line.happening(what),
        Request::Evidence(what) => {
            let found = super::answer::statements(base, what, today);
            if found.is_empty() {
                return line.happening(what).words.join(" ");
            }
            found.iter().fold(line.verb("evidence"), |line, ix| line.word(&base[*ix].id))
        }
        Request::Holds { what, when: Moment::On(date) } => line.state(what, &Some(date.clone())),
        Request::Holds { what, .. } => line.state(what, &None),
        Request::Switchers { from, .. } => line.verb("recognitions").actor(*from).pick(Pick::Withdrawn),
        Request::Test(asserts) => match asserts.counted() {
            Some(counted) => line.counted(counted, Pick::All),
            None => match asserts {
                Asserts::Countries { on, .. } => {
                    line.verb("snapshot").word(&on.latest().to_string()).option("--kind", "existence")
                }
                _ => line.verb("claims"),
            },
        },
        Request::Order { earlier, .. } => line.happening(earlier),
        Request::HowLong { from, .. } | Request::Lasted { from, .. } => line.happening(from),
        Request::Relations { a, b, on } => line.verb("relations").actor(*a).actor(*b).on(on),
        Request::Changes { from, to, actors } => {
            let line = line.verb("diff").word(&from.latest().to_string()).word(&to.latest().to_string());
            let line =
                actors.first().into_iter().fold(line, |line, actor| line.option("--actor", base[*actor].id.as_str()));
            actors.get(1).into_iter().fold(line, |line, with| line.option("--with", base[*with].id.as_str()))
        }
        Request::Missions { of, at, on, .. } => {
            let one = of.or(*at);
            let line = line.verb("snapshot").word(&last_day(on, today));
            let line = one.iter().fold(line, |line, actor| line.option("--actor", base[*actor].id.as_str()));
            line.option("--kind", "relations")
        }
        Request::Partners { actor, on } => line
            .verb("snapshot")
            .word(&last_day(on, today))
            .option("--actor", base[*actor].id.as_str())
            .option("--kind", "relations"),
        Request::Treaties { actors, on } => {
            actors.iter().fold(line.verb("treaties"), |line, actor| line.actor(*actor)).on(on)
        }
        Request::Parties { treaty, on } => line.verb("treaties").word(base[*treaty].id.as_str()).on(on),
        Request::Resolutions { by, about, time } => {
            let line = line.verb("resolutions");
            let line = by.iter().fold(line, |line, by| line.option("--by", base[*by].id.as_str()));
            let line = about.iter().fold(line, |line, about| line.option("--about", base.id(*about)));
            line.window(time)
        }
        Request::RollCall { resolution, .. } | Request::Vote { resolution, .. } | Request::Voted { resolution, .. } => {
            line.verb("resolutions").word(base[*resolution].id.as_str())
        }
        Request::Agreement { a, b } => line.verb("resolutions").option("--agreement", base[*a].id.as_str()).actor(*b),
        Request::Positions { dispute, by, backs, on } => {
            let line = line.positions(*dispute, *by);
            backs.iter().fold(line, |line, backs| line.option("--backs", base[*backs].id.as_str())).on(on)
        }
        Request::Reciprocal { actor } => line.positions(None, *actor).word("--reciprocal"),
        Request::Members { organization, on } => line
            .verb("snapshot")
            .word(&last_day(on, today))
            .option("--actor", base[*organization].id.as_str())
            .option("--kind", "membership"),
        Request::Memberships { actors, on } => {
            let line = line.verb("snapshot").word(&last_day(on, today));
            let line =
                actors.first().into_iter().fold(line, |line, actor| line.option("--actor", base[*actor].id.as_str()));
            line.option("--kind", "membership")
        }
        Request::Path { from, to, via, on } => {
            let line = line.verb("path").actor(*from).actor(*to).on(on);
            if *via == Projection::Relations { line } else { line.option("--via", via.name()) }
        }
        Request::Snapshot { actor, on } => {
            let line = line.verb("snapshot").word(&last_day(on, today));
            actor.iter().fold(line, |line, actor| line.option("--actor", base[*actor].id.as_str()))
        }
        Request::Claims { source, verdict } => {
            let line = line.verb("claims");
            let line = source.iter().fold(line, |line, source| line.option("--source", base[*source].id.as_str()));
            verdict.iter().fold(line, |line, verdict| line.option("--verdict", verdict.name()))
        }
        Request::Anniversaries { actors, from, to, round } => {
            let line = line.verb("anniversaries");
            let line = match (from.ymd(), to.ymd()) {
                (Some((year, 1, 1)), Some((same, 12, 31))) if year == same => line.option("--year", &year.to_string()),
                _ => {
                    let days = to.number().zip(from.number()).map_or(1, |(to, from)| to - from + 1);
                    let line = line.option("--next", &format!("{days}d"));
                    if *from == today { line } else { line.option("--today", &from.to_string()) }
                }
            };
            let line = match actors[..] {
                [] => line,
                [one] => line.option("--actor", base[one].id.as_str()),
                [a, b, ..] => line.option("--pair", base[a].id.as_str()).actor(b),
            };
            round.iter().fold(line, |line, round| line.option("--round", &round.to_string()))
        }
        Request::Brief(actors) => actors.iter().fold(line.verb("brief"), |line, actor| line.actor(*actor)),
        Request::Show(entity) => line.verb("show").word(base.id(*entity)),
    }
    .words
    .join(" ")
}

/// The last day of a date, or today.
fn last_day(on: &Option<Date>, today: Day) -> String {
    on.as_ref().map_or(today, Date::latest).to_string()
}

/// A command as it grows.
struct Line<'b> {
    base: &'b Base,
    words: Vec<String>,
}

impl Line<'_> {
    fn word(mut self, word: &str) -> Self {
        self.words.push(word.to_owned());
        self
    }

    fn verb(self, verb: &str) -> Self {
        self.word(verb)
    }

    fn option(self, name: &str, value: &str) -> Self {
        self.word(name).word(value)
    }

    fn actor(self, actor: ActorIx) -> Self {
        let id = self.base[actor].id.to_string();
        self.word(&id)
    }

    fn on(self, on: &Option<Date>) -> Self {
        match on {
            Some(date) => self.option("--on", &date.latest().to_string()),
            None => self,
        }
    }

    fn capacity(self, capacity: Option<Capacity>) -> Self {
        match capacity {
            Some(capacity) => self.option("--as", capacity.name()),
            None => self,
        }
    }

    fn pick(self, pick: Pick) -> Self {
        match pick {
            Pick::All => self,
            Pick::Nth(1) => self.word("--first"),
            Pick::Nth(nth) => self.option("--nth", &nth.to_string()),
            Pick::Last => self.word("--last"),
            Pick::Withdrawn => self.word("--withdrawn"),
            Pick::Withheld => self.word("--withheld"),
        }
    }

    fn window(self, time: &Time) -> Self {
        let window = time.window();
        let line = match window.after {
            Some(after) => self.option("--after", &after.to_string()),
            None => self,
        };
        match window.before {
            Some(before) => line.option("--before", &before.to_string()),
            None => line,
        }
    }

    fn counted(self, counted: &Counted, pick: Pick) -> Self {
        let base = self.base;
        match (counted.act, counted.of) {
            (CountedAct::Recognized | CountedAct::Withdrawn, Entity::Actor(of)) => {
                let pick = if counted.act == CountedAct::Withdrawn { Pick::Withdrawn } else { pick };
                let line = self.verb("recognitions").actor(of).capacity(counted.capacity);
                let plain = counted.among.is_none() && counted.except.is_none();
                let line = if plain { line.pick(pick) } else { line };
                let after = counted.since.as_ref().map(|date| date.earliest().plus(-1));
                let before = counted.on.as_ref().map(|date| date.latest().plus(1));
                let line = after.into_iter().fold(line, |line, day| line.option("--after", &day.to_string()));
                before.into_iter().fold(line, |line, day| line.option("--before", &day.to_string()))
            }
            (CountedAct::Adopted, about) => self.verb("resolutions").option("--about", base.id(about)),
            (CountedAct::Backed, _) => self.positions(counted.over, None),
            (_, of) => self.verb("show").word(base.id(of)),
        }
    }

    fn number(self, number: &Number, time: &Time, today: Day) -> Self {
        let base = self.base;
        let on = match time {
            Time::On(date) | Time::By(date) => Some(date.clone()),
            _ => None,
        };
        match number {
            Number::Recognizers(of, among) => {
                let line = self.verb("recognitions").actor(*of).option("--on", &last_day(&on, today));
                among.iter().fold(line, |line, among| line.option("--among", base[*among].id.as_str()))
            }
            Number::Recognitions(of) => self.verb("recognitions").actor(*of).window(time),
            Number::RecognizedBy(by) => self.verb("recognitions").option("--by", base[*by].id.as_str()),
            Number::Withdrawals(of) => self.verb("recognitions").actor(*of).pick(Pick::Withdrawn).window(time),
            Number::Partners(actor) => self
                .verb("snapshot")
                .word(&last_day(&on, today))
                .option("--actor", base[*actor].id.as_str())
                .option("--kind", "relations"),
            Number::Members(organization) => self
                .verb("snapshot")
                .word(&last_day(&on, today))
                .option("--actor", base[*organization].id.as_str())
                .option("--kind", "membership"),
            Number::Parties(treaty) => self.verb("treaties").word(base[*treaty].id.as_str()).on(&on),
            Number::Treaties(actors) => {
                actors.iter().fold(self.verb("treaties"), |line, actor| line.actor(*actor)).on(&on)
            }
            Number::Resolutions(by, about) => {
                let line = self.verb("resolutions");
                let line = by.iter().fold(line, |line, by| line.option("--by", base[*by].id.as_str()));
                let line = about.iter().fold(line, |line, about| line.option("--about", base.id(*about)));
                line.window(time)
            }
            Number::Votes(resolution, _) => self.verb("resolutions").word(base[*resolution].id.as_str()),
            Number::Countries => self.verb("snapshot").word(&last_day(&on, today)).option("--kind", "existence"),
        }
    }

    fn positions(self, dispute: Option<DisputeIx>, by: Option<ActorIx>) -> Self {
        let base = self.base;
        let line = self.verb("positions");
        let line = dispute.iter().fold(line, |line, dispute| line.word(base[*dispute].id.as_str()));
        by.iter().fold(line, |line, by| line.option("--by", base[*by].id.as_str()))
    }

    fn happening(self, happening: &Happening) -> Self {
        let base = self.base;
        match *happening {
            Happening::Recognized { by, of, .. } | Happening::Withdrew { by, of } => {
                self.verb("recognitions").actor(of).option("--by", base[by].id.as_str())
            }
            Happening::Switched { by, to, .. } => {
                self.verb("recognitions").actor(to).option("--by", base[by].id.as_str())
            }
            Happening::Relations { a, b, .. } | Happening::Mission { of: a, at: b, .. } => {
                self.verb("relations").actor(a).actor(b)
            }
            Happening::Joined { member, organization } | Happening::Left { member, organization } => {
                let id = format!("membership/{}/{}", base[organization].id, base[member].id);
                let known = base.find_statement(&id).is_some();
                self.verb("show").word(if known { &id } else { base[organization].id.as_str() })
            }
            Happening::Acted { party, treaty, .. } => self.verb("treaties").word(base[treaty].id.as_str()).actor(party),
            Happening::Treaty { treaty, .. } => self.verb("treaties").word(base[treaty].id.as_str()),
            Happening::Adopted(resolution) => self.verb("resolutions").word(base[resolution].id.as_str()),
            Happening::Event(event) => self.verb("show").word(base[event].id.as_str()),
            Happening::Began(actor) | Happening::Ended(actor) => self.verb("show").word(base[actor].id.as_str()),
            Happening::Backed { by, .. } => self.positions(None, Some(by)),
        }
    }

    fn state(self, state: &State, on: &Option<Date>) -> Self {
        let base = self.base;
        match *state {
            State::Recognizes { by: a, of: b }
            | State::Mutual(a, b)
            | State::Withholds { by: a, of: b }
            | State::DoesntRecognize { by: a, of: b }
            | State::Related(a, b)
            | State::Mission { of: a, at: b, .. } => self.verb("relations").actor(a).actor(b).on(on),
            State::Member { member, organization } => {
                let id = format!("membership/{}/{}", base[organization].id, base[member].id);
                let known = base.find_statement(&id).is_some();
                self.verb("show").word(if known { &id } else { base[organization].id.as_str() })
            }
            State::Party { party, treaty } => self.verb("treaties").word(base[treaty].id.as_str()).actor(party).on(on),
            State::InForce(treaty) => self.verb("treaties").word(base[treaty].id.as_str()).on(on),
            State::Backs { by, dispute, .. } => self.positions(dispute, Some(by)).on(on),
            State::BackEachOther(a, _) => self.positions(None, Some(a)).word("--reciprocal"),
            State::Exists(actor) => self.verb("show").word(base[actor].id.as_str()),
        }
    }
}
