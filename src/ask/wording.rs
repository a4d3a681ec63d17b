//! A question in words: those that the grammar reads as that question.

mod counted;
mod matching;
mod phrases;

use crate::form::{Act, Question, Time, What};
use crate::model::{
    ActorIx, Base, Capacity, Choice, Closed, Date, Day, DisputeIx, Entity, Level, NameKind, Projection, ResolutionIx,
    TreatyIx, ordinal,
};
use crate::query::{Named, Want, bearers, resolve};

/// A question in words. Read with the same `today`, the words give the same question.
pub fn question(base: &Base, question: &Question, today: Day) -> String {
    let words = Words { base, day: question.time().and_then(|time| time.context()).unwrap_or(today) };
    let mut text = words.question(question);
    if !matches!(question, Question::Claim(_) | Question::Lasted { .. } | Question::Placed { .. }) {
        text.push('?');
    }
    let first = text.chars().next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    let rest: String = text.chars().skip(1).collect();
    first + &rest
}

struct Words<'b> {
    base: &'b Base,
    day: Day,
}

impl Words<'_> {
    /// A name that stands for this record alone, or its id.
    fn name(&self, entity: Entity, want: Want) -> String {
        let id = self.base.id(entity);
        let candidates: Vec<&str> = match entity {
            Entity::Actor(ix) => {
                let actor = &self.base[ix];
                let names = actor.names.iter().filter(|name| name.kind != NameKind::Former).map(|name| &*name.text);
                let aliases = actor.aliases.iter().map(|alias| &**alias);
                [&*actor.name, id].into_iter().chain(names).chain(aliases).collect()
            }
            Entity::Dispute(_) | Entity::Event(_) => vec![self.base.name(entity), id],
            // Titles are long, and have commas.
            _ => vec![id],
        };
        let alone = |name: &&&str| {
            // Commas end a date, and possessives a name.
            let plain = name.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '\'' | '’' | '.'))
                && !name.contains("’s")
                && !name.contains("'s");
            let bearers = bearers(self.base, name, want, self.day);
            let resolved = resolve(self.base, name, want, Some(self.day));
            plain && bearers.iter().all(|bearer| *bearer == entity) && resolved == Named::One(entity)
        };
        candidates.iter().find(alone).map_or(id, |name| name).to_owned()
    }

    fn actor(&self, actor: ActorIx) -> String {
        self.name(Entity::Actor(actor), Want::Actor)
    }

    fn treaty(&self, treaty: TreatyIx) -> String {
        self.name(Entity::Treaty(treaty), Want::Treaty)
    }

    fn resolution(&self, resolution: ResolutionIx) -> String {
        self.name(Entity::Resolution(resolution), Want::Resolution)
    }

    fn dispute(&self, dispute: Option<DisputeIx>) -> String {
        dispute
            .map_or_else(String::new, |dispute| format!(" over {}", self.name(Entity::Dispute(dispute), Want::Dispute)))
    }

    fn subject(&self, subject: Option<Entity>) -> String {
        subject.map_or_else(String::new, |subject| format!(" about {}", self.name(subject, Want::Subject)))
    }

    fn question(&self, question: &Question) -> String {
        match question {
            Question::Which { of, pick } => self.which(of, *pick),
            Question::HowMany(of) => self.how_many(of),
            Question::Place { by, of } => match &of.what {
                What::Act(act) => format!("in which place did {} {}", self.actor(*by), self.infinitive(act)),
                What::State(_) => String::new(),
            },
            Question::Whether { what: What::Act(Act::Voted { by, choice, resolution }), .. } => {
                let vote = match choice {
                    Some(Choice::Favour) => "vote for",
                    Some(Choice::Against) => "vote against",
                    _ => "abstain on",
                };
                format!("did {} {vote} {}", self.actor(*by), self.resolution(*resolution))
            }
            Question::Whether { what: What::Act(act), time } => match self.base_form(act) {
                Some(base_form) => format!("did {base_form}{}", self.time(time)),
                None => format!("is it true that {}{}", self.past(act), self.time(time)),
            },
            Question::Whether { what: What::State(state), time } => match time {
                Time::Ever => format!("is it true that at some time {}", self.now(state)),
                time => format!("is it true that {}{}", self.now(state), self.on(time)),
            },
            Question::When(what) => match self.base_form(what) {
                Some(base_form) => format!("when did {base_form}"),
                None => format!("when was {}", self.noun(what)),
            },
            Question::Claim(asserts) => self.claim(asserts),
            Question::Placed { nth, by, counted, on, after } => {
                let on = on.as_ref().map_or_else(String::new, |date| format!(", on {}", date_words(date)));
                let after = after.map_or_else(String::new, |after| format!(", after {}", self.actor(after)));
                let done = self.done(counted);
                format!(
                    "{} was the {} {done}{}{on}{after}",
                    self.actor(*by),
                    ordinal(*nth),
                    self.time(&Time::of(counted))
                )
            }
            Question::Evidence(what) => format!("what is the evidence for {}", self.noun(what)),
            Question::Brief(actors) => {
                let names: Vec<String> = actors.iter().map(|actor| self.actor(*actor)).collect();
                format!("brief me on {}", names.join(" and "))
            }
            Question::Show(entity) => format!("what is {}", self.name(*entity, Want::Subject)),
            Question::Order { earlier, later } => {
                format!("was {} before {}", self.noun(earlier), self.noun(later))
            }
            Question::HowLong { from, to: Some(to) } => {
                format!("how long was it between {} and {}", self.noun(from), self.noun(to))
            }
            Question::HowLong { from, to: None } => format!("how long has it been since {}", self.noun(from)),
            Question::Lasted { from, to, count, unit } => {
                format!("{} {count} {} after {}", self.past(to), unit.name(), self.noun(from))
            }
            between => self.between(between),
        }
    }

    /// A question about what is between actors or dates.
    fn between(&self, question: &Question) -> String {
        match question {
            Question::Relations { a, b, on } => {
                format!("what were relations between {} and {}{}", self.actor(*a), self.actor(*b), self.dated(on))
            }
            Question::Changes { from, to, actors } => {
                let whom = match actors[..] {
                    [] => String::new(),
                    [a] => format!(" for {}", self.actor(a)),
                    [a, b, ..] => format!(" between {} and {}", self.actor(a), self.actor(b)),
                };
                format!("what changed{whom} between {} and {}", from.in_words(), to.in_words())
            }
            Question::Agreement { a, b } => {
                format!("how often did {} and {} vote alike", self.actor(*a), self.actor(*b))
            }
            Question::Path { from, to, via, on } => {
                let via = match via {
                    Projection::Recognition => "recognition",
                    Projection::Relations => "relations",
                    Projection::CoParty => "treaties",
                    Projection::Membership => "memberships",
                    Projection::Votes => "votes",
                    Projection::Positions => "positions",
                };
                format!(
                    "how are {} and {} connected through {via}{}",
                    self.actor(*from),
                    self.actor(*to),
                    self.dated(on)
                )
            }
            Question::Snapshot { actor, on } => {
                let actor = actor.map_or_else(String::new, |actor| format!(" for {}", self.actor(actor)));
                format!("what holds{actor}{}", self.dated(on))
            }
            Question::Claims { source, verdict } => {
                let source = source.map_or_else(String::new, |source| format!(" of {}", self.base[source].id));
                let verdict = verdict.map_or_else(String::new, |verdict| format!(" {verdict}"));
                format!("which{verdict} claims are there{source}")
            }
            Question::Anniversaries { actors, from, to, round } => {
                let names: Vec<String> = actors.iter().map(|actor| self.actor(*actor)).collect();
                let of = if names.is_empty() { String::new() } else { format!(" of {}", names.join(" and ")) };
                let round = if round.is_some() { " round" } else { "" };
                format!("which{round} anniversaries{of} fall from {} to {}", from.in_words(), to.in_words())
            }
            _ => String::new(),
        }
    }

    fn time(&self, time: &Time) -> String {
        match time {
            Time::Ever => String::new(),
            Time::Today => " today".to_owned(),
            Time::On(date) => on_words(date),
            Time::Before(date) => format!(" before {}", date_words(date)),
            Time::After(date) => format!(" after {}", date_words(date)),
            Time::By(date) => format!(" by {}", date_words(date)),
            Time::Since(date) => format!(" since {}", date_words(date)),
            Time::Between(from, to) => format!(" between {} and {}", date_words(from), date_words(to)),
        }
    }

    /// On the date on which something holds; nothing of today.
    fn on(&self, time: &Time) -> String {
        time.date().map_or_else(String::new, on_words)
    }

    fn dated(&self, on: &Option<Date>) -> String {
        on.as_ref().map_or_else(String::new, on_words)
    }
}

fn capacity_words(capacity: Option<Capacity>, name: &str) -> String {
    if capacity == Some(Capacity::Government) { format!("the government of {name}") } else { name.to_owned() }
}

/// A date in words that are read as a date: what has no plain words is written as it is in data.
/// " on 7 December 1971", " in 1971"
fn on_words(date: &Date) -> String {
    let preposition = if date.is_day() { "on" } else { "in" };
    format!(" {preposition} {}", date_words(date))
}

fn date_words(date: &Date) -> String {
    date.in_words()
}

fn voted(choice: Choice) -> &'static str {
    match choice {
        Choice::Favour => "voted for",
        Choice::Against => "voted against",
        Choice::Abstaining => "abstained on",
        Choice::Absent => "missed the vote on",
    }
}

fn level_words(level: Option<Level>) -> String {
    level.map_or("mission".to_owned(), |level| level.name().replace('-', " "))
}

/// With its article.
fn an(word: &str) -> String {
    format!("{} {word}", if word.starts_with(['e', 'i']) { "an" } else { "a" })
}

fn plural(level: Level) -> String {
    let name = level.name().replace('-', " ");
    name.strip_suffix('y').map_or_else(|| format!("{name}s"), |front| format!("{front}ies"))
}
