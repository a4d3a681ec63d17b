//! The command that asks the same.

use crate::form::{Act, Pattern, Pick, Question, Set, Slot, State, Time, What};
use crate::model::{ActorIx, Asserts, Base, Capacity, Closed, Counted, Date, Day, DisputeIx, Projection};

/// The command that asks the same, or the nearest one that shows what the answer rests on.
pub fn command(base: &Base, question: &Question, today: Day) -> String {
    let line = Line { base, words: vec!["chancery".to_owned()] };
    match question {
        Question::Which { of, pick } => line.which(of, *pick, today),
        Question::HowMany(of) => line.which(of, Pick::All, today),
        Question::Place { of, .. } => line.which(of, Pick::All, today),
        Question::Placed { counted, .. } => line.counted(counted, today),
        Question::Whether { what: What::Act(Act::Voted { resolution, .. }), .. } => {
            line.verb("resolutions").word(base[*resolution].id.as_str())
        }
        Question::When(act) | Question::Whether { what: What::Act(act), .. } => line.happening(act),
        Question::Whether { what: What::State(state), time } => line.state(state, time),
        Question::Claim(asserts) => match (asserts.counted(), asserts) {
            (Some(counted), _) => line.counted(counted, today),
            (None, Asserts::Countries { on, .. }) => {
                line.verb("snapshot").word(&on.latest().to_string()).option("--kind", "existence")
            }
            (None, _) => line.verb("claims"),
        },
        Question::Evidence(what) => {
            let found = super::answer::statements(base, what, today);
            if found.is_empty() {
                return line.happening(what).words.join(" ");
            }
            found.iter().fold(line.verb("evidence"), |line, ix| line.word(&base[*ix].id))
        }
        Question::Order { earlier, .. } => line.happening(earlier),
        Question::HowLong { from, .. } | Question::Lasted { from, .. } => line.happening(from),
        Question::Relations { a, b, on } => line.verb("relations").actor(*a).actor(*b).dated(on),
        Question::Changes { from, to, actors } => {
            let line = line.verb("diff").word(&from.latest().to_string()).word(&to.latest().to_string());
            let line =
                actors.first().into_iter().fold(line, |line, actor| line.option("--actor", base[*actor].id.as_str()));
            actors.get(1).into_iter().fold(line, |line, with| line.option("--with", base[*with].id.as_str()))
        }
        Question::Agreement { a, b } => line.verb("resolutions").option("--agreement", base[*a].id.as_str()).actor(*b),
        Question::Path { from, to, via, on } => {
            let line = line.verb("path").actor(*from).actor(*to).dated(on);
            if *via == Projection::Relations { line } else { line.option("--via", via.name()) }
        }
        Question::Snapshot { actor, on } => {
            let line = line.verb("snapshot").word(&last_day(on, today));
            actor.iter().fold(line, |line, actor| line.option("--actor", base[*actor].id.as_str()))
        }
        Question::Claims { source, verdict } => {
            let line = line.verb("claims");
            let line = source.iter().fold(line, |line, source| line.option("--source", base[*source].id.as_str()));
            verdict.iter().fold(line, |line, verdict| line.option("--verdict", verdict.name()))
        }
        Question::Anniversaries { actors, from, to, round } => {
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
        Question::Brief(actors) => actors.iter().fold(line.verb("brief"), |line, actor| line.actor(*actor)),
        Question::Show(entity) => line.verb("show").word(base.id(*entity)),
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

    fn dated(self, on: &Option<Date>) -> Self {
        match on {
            Some(date) => self.option("--on", &date.latest().to_string()),
            None => self,
        }
    }

    /// On the last day of a date, or today.
    fn on(self, time: &Time, today: Day) -> Self {
        match time {
            Time::Ever => self,
            time => self.option("--on", &time.day(today).to_string()),
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
            Pick::All | Pick::First(_) => self,
            Pick::Nth(1) => self.word("--first"),
            Pick::Nth(nth) => self.option("--nth", &nth.to_string()),
            Pick::Last => self.word("--last"),
        }
    }

    fn window(self, time: &Time, today: Day) -> Self {
        let window = time.window(today);
        let line = match window.from.bounded() {
            Some(from) => self.option("--after", &from.previous().to_string()),
            None => self,
        };
        match window.until.bounded() {
            Some(until) => line.option("--before", &until.to_string()),
            None => line,
        }
    }

    /// Everything on what is counted.
    fn counted(self, counted: &Counted, today: Day) -> Self {
        match Pattern::counted(counted) {
            Some(of) => self.which(&of.at(Time::of(counted)), Pick::All, today),
            None => self,
        }
    }

    fn which(self, of: &Pattern, pick: Pick, today: Day) -> Self {
        match &of.what {
            What::Act(act) => self.which_did(act, pick, &of.time, today),
            What::State(state) => self.which_does(state, &of.time, today),
        }
    }

    fn which_did(self, act: &Act<Slot>, pick: Pick, time: &Time, today: Day) -> Self {
        let base = self.base;
        let plain = act.places().iter().all(|slot| slot.asked().is_none_or(|set| *set == Set::Anybody));
        let pick = if plain { pick } else { Pick::All };
        match act {
            Act::Recognized { by: Slot::Is(by), .. } => {
                self.verb("recognitions").option("--by", base[*by].id.as_str()).window(time, today)
            }
            Act::Recognized { of, capacity, .. } => {
                self.verb("recognitions").slot(of).capacity(*capacity).pick(pick).window(time, today)
            }
            Act::Withdrew { of, .. } => self.verb("recognitions").slot(of).word("--withdrawn").window(time, today),
            Act::Switched { from, .. } => self.verb("recognitions").slot(from).word("--withdrawn"),
            Act::Adopted { by, about, .. } => {
                let line = self.verb("resolutions");
                let line = by.is().iter().fold(line, |line, by| line.option("--by", base[*by].id.as_str()));
                let line = about.iter().fold(line, |line, about| line.option("--about", base.id(*about)));
                line.window(time, today)
            }
            Act::Voted { resolution, .. } => self.verb("resolutions").word(base[*resolution].id.as_str()),
            Act::Backed { over, .. } => self.positions(*over, None),
            act => {
                let of = act.places().last().and_then(|slot| slot.is());
                of.iter().fold(self.verb("show"), |line, of| line.actor(*of))
            }
        }
    }

    fn which_does(self, state: &State<Slot>, time: &Time, today: Day) -> Self {
        let base = self.base;
        let on = time.day(today).to_string();
        let id = |actor: ActorIx| base[actor].id.as_str();
        match state {
            State::Withholds { by: Slot::Is(by), .. } => {
                self.verb("recognitions").option("--by", id(*by)).word("--withheld").window(time, today)
            }
            State::Withholds { of, .. } => self.verb("recognitions").slot(of).word("--withheld").window(time, today),
            State::Recognizes { by: Slot::Is(by), .. } => self.verb("recognitions").option("--by", id(*by)),
            State::Recognizes { by, of } | State::DoesntRecognize { by, of } => {
                let set = by.asked().unwrap_or(&Set::Anybody);
                let (also, not) = set.recognizing();
                let line = self.verb("recognitions").slot(of).option("--on", &on);
                let line = also.iter().fold(line, |line, also| line.option("--also", id(*also)));
                let line = not.iter().fold(line, |line, not| line.option("--but-not", id(*not)));
                set.group().iter().fold(line, |line, group| line.option("--among", id(*group)))
            }
            State::Related { a, .. } => self.snapshot(&on, a, "relations"),
            State::Mission { of, at, .. } => {
                let one = if of.is().is_some() { of } else { at };
                self.snapshot(&on, one, "relations")
            }
            State::Member { member, organization } => {
                let one = if member.each().is_empty() { organization } else { member };
                self.snapshot(&on, one, "membership")
            }
            State::Party { treaty: Some(treaty), .. } => {
                self.verb("treaties").word(base[*treaty].id.as_str()).dated(&time.date().cloned())
            }
            State::Party { party, .. } => {
                party.each().iter().fold(self.verb("treaties"), |line, actor| line.actor(*actor)).on(time, today)
            }
            State::InForce { treaty } => self.verb("treaties").word(base[*treaty].id.as_str()).on(time, today),
            State::Backs { by, backs, dispute } => {
                let line = self.positions(*dispute, by.is());
                backs.is().iter().fold(line, |line, backs| line.option("--backs", id(*backs))).on(time, today)
            }
            State::BackEachOther { a, .. } => self.positions(None, a.is()).word("--reciprocal"),
            State::Exists { .. } => self.verb("snapshot").word(&on).option("--kind", "existence"),
            State::EachOther { a, b } => self.verb("relations").slot(a).slot(b),
        }
    }

    fn snapshot(self, on: &str, of: &Slot, kind: &str) -> Self {
        let base = self.base;
        let line = self.verb("snapshot").word(on);
        let actor = of.each().first().copied();
        let line = actor.iter().fold(line, |line, actor| line.option("--actor", base[*actor].id.as_str()));
        line.option("--kind", kind)
    }

    fn slot(self, slot: &Slot) -> Self {
        slot.is().iter().fold(self, |line, actor| line.actor(*actor))
    }

    fn positions(self, dispute: Option<DisputeIx>, by: Option<ActorIx>) -> Self {
        let base = self.base;
        let line = self.verb("positions");
        let line = dispute.iter().fold(line, |line, dispute| line.word(base[*dispute].id.as_str()));
        by.iter().fold(line, |line, by| line.option("--by", base[*by].id.as_str()))
    }

    fn happening(self, happening: &Act<ActorIx>) -> Self {
        let base = self.base;
        match *happening {
            Act::Recognized { by, of, .. } | Act::Withdrew { by, of } => {
                self.verb("recognitions").actor(of).option("--by", base[by].id.as_str())
            }
            Act::Switched { by, to, .. } => self.verb("recognitions").actor(to).option("--by", base[by].id.as_str()),
            Act::Relations { a, b, .. } | Act::Mission { of: a, at: b, .. } => self.verb("relations").actor(a).actor(b),
            Act::Joined { member, organization } | Act::Left { member, organization } => {
                self.membership(member, organization)
            }
            Act::Acted { party, treaty, .. } => self.verb("treaties").word(base[treaty].id.as_str()).actor(party),
            Act::Treaty { treaty, .. } => self.verb("treaties").word(base[treaty].id.as_str()),
            Act::Adopted { resolution, .. } => {
                let line = self.verb("resolutions");
                resolution.iter().fold(line, |line, one| line.word(base[*one].id.as_str()))
            }
            Act::Voted { resolution, .. } => self.verb("resolutions").word(base[resolution].id.as_str()),
            Act::Event { event } => self.verb("show").word(base[event].id.as_str()),
            Act::Began { actor } | Act::Ended { actor } => self.verb("show").word(base[actor].id.as_str()),
            Act::Backed { by, .. } => self.positions(None, Some(by)),
        }
    }

    fn state(self, state: &State<ActorIx>, time: &Time) -> Self {
        let base = self.base;
        let on = |line: Self| match time.date() {
            Some(date) => line.option("--on", &date.latest().to_string()),
            None => line,
        };
        match *state {
            State::Recognizes { by: a, of: b }
            | State::EachOther { a, b }
            | State::Withholds { by: a, of: b }
            | State::DoesntRecognize { by: a, of: b }
            | State::Related { a, b }
            | State::Mission { of: a, at: b, .. } => on(self.verb("relations").actor(a).actor(b)),
            State::Member { member, organization } => self.membership(member, organization),
            State::Party { party, treaty: Some(treaty) } => {
                on(self.verb("treaties").word(base[treaty].id.as_str()).actor(party))
            }
            State::Party { party, treaty: None } => on(self.verb("treaties").actor(party)),
            State::InForce { treaty } => on(self.verb("treaties").word(base[treaty].id.as_str())),
            State::Backs { by, dispute, .. } => on(self.positions(dispute, Some(by))),
            State::BackEachOther { a, .. } => self.positions(None, Some(a)).word("--reciprocal"),
            State::Exists { actor } => self.verb("show").word(base[actor].id.as_str()),
        }
    }

    fn membership(self, member: ActorIx, organization: ActorIx) -> Self {
        let base = self.base;
        let id = format!("membership/{}/{}", base[organization].id, base[member].id);
        let known = base.find_statement(&id).is_some();
        self.verb("show").word(if known { &id } else { base[organization].id.as_str() })
    }
}
