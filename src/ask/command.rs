//! The command that asks exactly the same: a verb where its options can say it, else the question in words.

use super::wording::question as in_words;
use crate::form::{Act, Pattern, Pick, Question, Set, Slot, State, Time, What};
use crate::model::{ActorIx, Base, Capacity, Closed, Date, Day, Projection};

/// The command that asks the same. Read by the program with the same `today`, it is the same question.
pub fn command(base: &Base, question: &Question, today: Day) -> String {
    let line = Line { base, words: vec!["chancery".to_owned()], today };
    let verb = match question {
        Question::Which { of: Pattern { what: What::Act(act), time }, pick } => line.acts(act, time, *pick),
        Question::Which { of: Pattern { what: What::State(state), time }, pick: Pick::All } => line.state(state, time),
        other => line.other(other),
    };
    let words = verb.map(|line| line.words.join(" "));
    words.unwrap_or_else(|| format!("chancery ask {}", quoted(&in_words(base, question, today))))
}

/// As one word of a command line.
fn quoted(text: &str) -> String {
    let plain = !text.contains(['"', '\\', '$', '`', '!']);
    if plain { format!("\"{text}\"") } else { format!("'{}'", text.replace('\'', "'\\''")) }
}

/// A command as it grows.
struct Line<'b> {
    base: &'b Base,
    words: Vec<String>,
    today: Day,
}

impl Line<'_> {
    /// Who did something, or to whom it was done.
    fn acts(self, act: &Act<Slot>, time: &Time, pick: Pick) -> Option<Self> {
        let line = match act {
            Act::Recognized { by, of, capacity, form: None } if is_open(by) => {
                self.verb("recognitions").actor(of.is()?).capacity(*capacity).pick(pick)
            }
            Act::Recognized { by, of, capacity: None, form: None } if is_open(of) && pick == Pick::All => {
                self.verb("recognitions").named("--by", by.is()?)
            }
            Act::Withdrew { by, of } if is_open(by) && pick == Pick::All => {
                self.verb("recognitions").actor(of.is()?).word("--withdrawn")
            }
            Act::Adopted { by, about, resolution: None } if by.asked().is_none() && pick == Pick::All => {
                let base = self.base;
                let line = by.is().into_iter().fold(self.verb("resolutions"), |line, by| line.named("--by", by));
                about.iter().fold(line, |line, about| line.option("--about", base.id(*about)))
            }
            Act::Voted { by, choice: None, resolution } if is_open(by) && *time == Time::Ever => {
                let id = self.base[*resolution].id.as_str();
                return Some(self.verb("resolutions").word(id));
            }
            _ => return None,
        };
        Some(line.window(time))
    }

    /// Who or what stands so.
    fn state(self, state: &State<Slot>, time: &Time) -> Option<Self> {
        let base = self.base;
        match state {
            State::Withholds { by, of } if is_open(by) => {
                Some(self.verb("recognitions").actor(of.is()?).word("--withheld").window(time))
            }
            State::Withholds { by, of } if is_open(of) => {
                Some(self.verb("recognitions").named("--by", by.is()?).word("--withheld").window(time))
            }
            State::Recognizes { by, of } => {
                let set = by.asked()?;
                let (also, not) = set.recognizing();
                let group = set.group();
                let told = [also, not, group].into_iter().flatten().count() == set.parts().len();
                let line = self.verb("recognitions").actor(of.is()?).standing(time)?;
                let line = also.into_iter().fold(line, |line, also| line.named("--also", also));
                let line = not.into_iter().fold(line, |line, not| line.named("--but-not", not));
                let line = group.into_iter().fold(line, |line, group| line.named("--among", group));
                Some(line).filter(|_| told)
            }
            State::Party { party, treaty: Some(treaty) } if is_open(party) => {
                let line = self.verb("treaties").word(base[*treaty].id.as_str());
                if *time == Time::Today { Some(line) } else { line.standing(time) }
            }
            State::Party { party, treaty: None } => {
                let line = party.each().iter().fold(self.verb("treaties"), |line, actor| line.actor(*actor));
                if *time == Time::Ever { Some(line) } else { line.standing(time) }
            }
            State::Backs { by, backs, dispute } => {
                let line = self.verb("positions");
                let line = dispute.iter().fold(line, |line, dispute| line.word(base[*dispute].id.as_str()));
                let line = by.is().into_iter().fold(line, |line, by| line.named("--by", by));
                let line = backs.is().into_iter().fold(line, |line, backs| line.named("--backs", backs));
                if *time == Time::Ever { Some(line) } else { line.standing(time) }
            }
            State::BackEachOther { a, b } if is_open(b) && *time == Time::Ever => {
                let line = a.is().into_iter().fold(self.verb("positions"), |line, a| line.named("--by", a));
                Some(line.word("--reciprocal"))
            }
            _ => None,
        }
    }

    /// What isn't asked of a pattern.
    fn other(self, question: &Question) -> Option<Self> {
        let base = self.base;
        let named = |line: Self, option: &str, one: Option<&ActorIx>| {
            one.into_iter().fold(line, |line, one| line.named(option, *one))
        };
        match question {
            Question::Relations { a, b, on } => Some(self.verb("relations").actor(*a).actor(*b).on(on.as_ref())),
            Question::Changes { from, to, actors } => {
                let line = self.verb("diff").word(from.as_str()).word(to.as_str());
                let line = named(line, "--actor", actors.first());
                Some(named(line, "--with", actors.get(1)))
            }
            Question::Agreement { a, b } => Some(self.verb("resolutions").named("--agreement", *a).actor(*b)),
            Question::Path { from, to, via, on } => {
                let line = self.verb("path").actor(*from).actor(*to).on(on.as_ref());
                Some(if *via == Projection::Relations { line } else { line.option("--via", via.name()) })
            }
            Question::Snapshot { actor, on: Some(on) } => {
                let line = self.verb("snapshot").word(on.as_str());
                Some(named(line, "--actor", actor.as_ref()))
            }
            Question::Claims { source, verdict } => {
                let line = self.verb("claims");
                let line = source.iter().fold(line, |line, source| line.option("--source", base[*source].id.as_str()));
                Some(verdict.iter().fold(line, |line, verdict| line.option("--verdict", verdict.name())))
            }
            Question::Anniversaries { actors, from, to, round } => {
                let line = self.verb("anniversaries").between(*from, *to)?;
                let line = match actors[..] {
                    [] => line,
                    [one] => line.named("--actor", one),
                    [a, b, ..] => line.named("--pair", a).actor(b),
                };
                Some(round.iter().fold(line, |line, round| line.option("--round", &round.to_string())))
            }
            Question::Brief(actors) => Some(actors.iter().fold(self.verb("brief"), |line, actor| line.actor(*actor))),
            Question::Show(entity) => Some(self.verb("show").word(base.id(*entity))),
            _ => None,
        }
    }

    fn word(mut self, word: &str) -> Self {
        self.words.push(if word.contains([' ', '\'', '[', '{', '?', '*', '~']) {
            quoted(word)
        } else {
            word.to_owned()
        });
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

    fn named(self, option: &str, actor: ActorIx) -> Self {
        self.word(option).actor(actor)
    }

    fn on(self, on: Option<&Date>) -> Self {
        on.into_iter().fold(self, |line, date| line.option("--on", date.as_str()))
    }

    /// On a date, or on the day that is today; `None` for another time.
    fn standing(self, time: &Time) -> Option<Self> {
        let on = match time {
            Time::Today => Date::of(self.today),
            Time::On(date) if *date != Date::of(self.today) => date.clone(),
            _ => return None,
        };
        Some(self.on(Some(&on)))
    }

    fn capacity(self, capacity: Option<Capacity>) -> Self {
        capacity.into_iter().fold(self, |line, capacity| line.option("--as", capacity.name()))
    }

    fn pick(self, pick: Pick) -> Self {
        match pick {
            Pick::All => self,
            Pick::Nth(1) => self.word("--first"),
            Pick::Nth(nth) => self.option("--nth", &nth.to_string()),
            Pick::Last => self.word("--last"),
        }
    }

    /// After the day before the first that is allowed, and before the first that no longer is.
    fn window(self, time: &Time) -> Self {
        let window = time.window(self.today);
        let from = window.from.bounded().map(|from| from.previous().to_string());
        let line = from.into_iter().fold(self, |line, after| line.option("--after", &after));
        let until = window.until.bounded().map(|until| until.to_string());
        until.into_iter().fold(line, |line, before| line.option("--before", &before))
    }

    /// Of a year, or for so many days from today on.
    fn between(self, from: Day, to: Day) -> Option<Self> {
        match (from.ymd(), to.ymd()) {
            (Some((year, 1, 1)), Some((same, 12, 31))) if year == same => {
                Some(self.option("--year", &year.to_string()))
            }
            _ if from == self.today => {
                let days = to.number()? - from.number()? + 1;
                Some(self.option("--next", &format!("{days}d")))
            }
            _ => None,
        }
    }
}

/// Whether anybody is asked for.
fn is_open(slot: &Slot) -> bool {
    slot.asked() == Some(&Set::Anybody)
}
