//! A request as a question: one that the grammar reads as that request.

mod counted;
mod phrases;

use super::request::Request;
use super::time::{Moment, Time, Unit};
use crate::model::{
    ActorIx, Base, Capacity, Choice, Closed, Date, Day, DisputeIx, Entity, Level, NameKind, ResolutionIx, TreatyIx,
    ordinal,
};
use crate::query::{Match, Pick, Projection, Want, bearers, resolve};

/// Asks in words what a request asks. Read with the same `today`, the words give the same request.
pub fn question(base: &Base, request: &Request, today: Day) -> String {
    let words = Words { base, day: request.time().and_then(|time| time.context()).unwrap_or(today) };
    let mut text = words.request(request);
    if !matches!(request, Request::Test(_) | Request::Lasted { .. } | Request::Placed { .. }) {
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
            plain && bearers.iter().all(|bearer| *bearer == entity) && resolved == Match::One(entity)
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

    fn request(&self, request: &Request) -> String {
        match request {
            Request::Recognitions { of, capacity, pick, time } => {
                let whom = capacity_words(*capacity, &self.actor(*of));
                let time = self.time(time);
                match pick {
                    Pick::All => format!("who recognized {whom}{time}"),
                    Pick::Nth(nth) => format!("who was the {} country to recognize {whom}{time}", ordinal(*nth)),
                    Pick::Last => format!("who was the last country to recognize {whom}{time}"),
                    Pick::Withdrawn => format!("who withdrew recognition of {whom}{time}"),
                    Pick::Withheld => format!("who refused to recognize {whom}{time}"),
                }
            }
            Request::RecognizedBy { by, pick: Pick::Withheld, .. } => {
                format!("whom does {} refuse to recognize", self.actor(*by))
            }
            Request::RecognizedBy { by, time, .. } => {
                format!("whom did {} recognize{}", self.actor(*by), self.time(time))
            }
            Request::Recognizers { of, also, not, among, on } => {
                let who =
                    among.map_or_else(|| "who".to_owned(), |among| format!("which members of {}", self.actor(among)));
                let also = also.map_or_else(String::new, |also| format!(" and {}", self.actor(also)));
                let not = not.map_or_else(String::new, |not| format!(" but not {}", self.actor(not)));
                format!("{who} recognize {}{also}{not}{}", self.actor(*of), self.on(on))
            }
            Request::NonRecognizers { of, among, on } => {
                let (group, whom) = (self.actor(*among), self.actor(*of));
                format!("which members of {group} don't recognize {whom}{}", self.on(on))
            }
            Request::Doers { counted, pick } => {
                let time = self.time(&Time::of(counted));
                match pick {
                    Pick::Nth(nth) => {
                        format!("who was the {} {} {}{time}", ordinal(*nth), self.among(counted), self.to_do(counted))
                    }
                    Pick::Last => format!("who was the last {} {}{time}", self.among(counted), self.to_do(counted)),
                    _ => format!("which {} {}{time}", self.among(counted), self.did(counted)),
                }
            }
            Request::Place { by, counted } => match counted.of {
                Entity::Actor(of) => format!("in which place did {} recognize {}", self.actor(*by), self.actor(of)),
                of => format!("in which place did {} recognize {}", self.actor(*by), self.base.id(of)),
            },
            Request::HowMany { what, time } => self.how_many(what, time),
            Request::When(what) => match self.base_form(what) {
                Some(base_form) => format!("when did {base_form}"),
                None => format!("when was {}", self.noun(what)),
            },
            Request::Did { what, time } => match self.base_form(what) {
                Some(base_form) => format!("did {base_form}{}", self.time(time)),
                None => format!("is it true that {}{}", self.past(what), self.time(time)),
            },
            Request::Holds { what, when } => match when {
                Moment::Today => format!("is it true that {}", self.now(what)),
                Moment::On(date) => format!("is it true that {} in {}", self.now(what), date_words(date)),
                Moment::Ever => format!("is it true that at some time {}", self.now(what)),
            },
            Request::Switchers { from, to, time } => {
                format!("who switched from {} to {}{}", self.actor(*from), self.actor(*to), self.time(time))
            }
            Request::Test(asserts) => self.claim(asserts),
            Request::Placed { nth, by, counted, on, after } => {
                let on = on.as_ref().map_or_else(String::new, |date| format!(", on {}", date_words(date)));
                let after = after.map_or_else(String::new, |after| format!(", after {}", self.actor(after)));
                let (by, among, what) = (self.actor(*by), self.among(counted), self.to_do(counted));
                let time = self.time(&Time::of(counted));
                format!("{by} was the {} {among} {what}{time}{on}{after}", ordinal(*nth))
            }
            Request::Order { earlier, later } => {
                format!("was {} before {}", self.noun(earlier), self.noun(later))
            }
            Request::HowLong { from, to: Some(to) } => {
                format!("how long was it between {} and {}", self.noun(from), self.noun(to))
            }
            Request::HowLong { from, to: None } => format!("how long has it been since {}", self.noun(from)),
            Request::Lasted { from, to, count, unit } => {
                let unit = match unit {
                    Unit::Days => "days",
                    Unit::Weeks => "weeks",
                    Unit::Months => "months",
                    Unit::Years => "years",
                };
                format!("{} {count} {unit} after {}", self.past(to), self.noun(from))
            }
            Request::Relations { a, b, on } => {
                format!("what were relations between {} and {}{}", self.actor(*a), self.actor(*b), self.on(on))
            }
            Request::Changes { from, to, actors } => {
                let whom = match actors[..] {
                    [] => String::new(),
                    [a] => format!(" for {}", self.actor(a)),
                    [a, b, ..] => format!(" between {} and {}", self.actor(a), self.actor(b)),
                };
                format!("what changed{whom} between {} and {}", from.in_words(), to.in_words())
            }
            Request::Missions { of, at, level, on } => {
                let missions = level.map_or("missions".to_owned(), plural);
                match (of, at) {
                    (Some(of), Some(at)) => {
                        format!("{missions} of {} in {}{}", self.actor(*of), self.actor(*at), self.on(on))
                    }
                    (Some(of), None) => format!("where does {} have {missions}{}", self.actor(*of), self.on(on)),
                    (None, Some(at)) => {
                        format!("which countries have {missions} in {}{}", self.actor(*at), self.on(on))
                    }
                    (None, None) => "which missions are there".to_owned(),
                }
            }
            Request::Partners { actor, on } => {
                format!("with whom does {} have relations{}", self.actor(*actor), self.on(on))
            }
            Request::Treaties { actors, on } => match actors[..] {
                [a, b] => {
                    format!("which treaties do {} and {} have in common{}", self.actor(a), self.actor(b), self.on(on))
                }
                [a, ..] => format!("which treaties is {} a party to{}", self.actor(a), self.on(on)),
                [] => "which treaties are there".to_owned(),
            },
            Request::Parties { treaty, on } => {
                format!("who are the parties to {}{}", self.treaty(*treaty), self.on(on))
            }
            Request::Resolutions { by, about, time } => match by {
                Some(by) => format!(
                    "which resolutions did {} adopt{}{}",
                    self.actor(*by),
                    self.subject(*about),
                    self.time(time)
                ),
                None => format!("which resolutions were adopted{}{}", self.subject(*about), self.time(time)),
            },
            Request::RollCall { resolution, choice: Some(choice) } => {
                format!("who {} {}", voted(*choice), self.resolution(*resolution))
            }
            Request::RollCall { resolution, choice: None } => {
                format!("what was the vote on {}", self.resolution(*resolution))
            }
            Request::Vote { by, resolution } => {
                format!("how did {} vote on {}", self.actor(*by), self.resolution(*resolution))
            }
            Request::Voted { by, choice, resolution } => {
                let vote = match choice {
                    Choice::Favour => "vote for",
                    Choice::Against => "vote against",
                    Choice::Abstaining | Choice::Absent => "abstain on",
                };
                format!("did {} {vote} {}", self.actor(*by), self.resolution(*resolution))
            }
            Request::Agreement { a, b } => {
                format!("how often did {} and {} vote alike", self.actor(*a), self.actor(*b))
            }
            Request::Positions { dispute, by, backs, on } => {
                let (over, on) = (self.dispute(*dispute), self.on(on));
                match (by, backs) {
                    (Some(by), _) => format!("whom does {} back{over}{on}", self.actor(*by)),
                    (None, Some(backs)) => format!("who backs {}{over}{on}", self.actor(*backs)),
                    (None, None) => format!("who backs whom{over}{on}"),
                }
            }
            Request::Reciprocal { actor: None } => "which countries back each other".to_owned(),
            Request::Reciprocal { actor: Some(actor) } => format!("reciprocal backing of {}", self.actor(*actor)),
            Request::Members { organization, on } => {
                format!("who are the members of {}{}", self.actor(*organization), self.on(on))
            }
            Request::Memberships { actors, on } => match actors[..] {
                [a, b] => format!(
                    "which organizations do {} and {} both belong to{}",
                    self.actor(a),
                    self.actor(b),
                    self.on(on)
                ),
                [a, ..] => format!("which organizations does {} belong to{}", self.actor(a), self.on(on)),
                [] => "which organizations are there".to_owned(),
            },
            Request::Path { from, to, via, on } => {
                let via = match via {
                    Projection::Recognition => "recognition",
                    Projection::Relations => "relations",
                    Projection::CoParty => "treaties",
                    Projection::Membership => "memberships",
                    Projection::Votes => "votes",
                    Projection::Positions => "positions",
                };
                format!("how are {} and {} connected through {via}{}", self.actor(*from), self.actor(*to), self.on(on))
            }
            Request::Snapshot { actor, on } => {
                let actor = actor.map_or_else(String::new, |actor| format!(" for {}", self.actor(actor)));
                format!("what holds{actor}{}", self.on(on))
            }
            Request::Claims { source, verdict } => {
                let source = source.map_or_else(String::new, |source| format!(" of {}", self.base[source].id));
                let verdict = verdict.map_or_else(String::new, |verdict| format!(" {verdict}"));
                format!("which{verdict} claims are there{source}")
            }
            Request::Anniversaries { actors, from, to, round } => {
                let names: Vec<String> = actors.iter().map(|actor| self.actor(*actor)).collect();
                let of = if names.is_empty() { String::new() } else { format!(" of {}", names.join(" and ")) };
                let round = if round.is_some() { " round" } else { "" };
                format!("which{round} anniversaries{of} fall from {} to {}", from.in_words(), to.in_words())
            }
            Request::Evidence(what) => format!("what is the evidence for {}", self.noun(what)),
            Request::Brief(actors) => {
                let names: Vec<String> = actors.iter().map(|actor| self.actor(*actor)).collect();
                format!("brief me on {}", names.join(" and "))
            }
            Request::Show(entity) => format!("what is {}", self.name(*entity, Want::Subject)),
        }
    }

    fn time(&self, time: &Time) -> String {
        match time {
            Time::Ever => String::new(),
            Time::On(date) => format!(" in {}", date_words(date)),
            Time::Before(date) => format!(" before {}", date_words(date)),
            Time::After(date) => format!(" after {}", date_words(date)),
            Time::By(date) => format!(" by {}", date_words(date)),
            Time::Since(date) => format!(" since {}", date_words(date)),
            Time::Between(from, to) => format!(" between {} and {}", date_words(from), date_words(to)),
        }
    }

    fn on(&self, on: &Option<Date>) -> String {
        on.as_ref().map_or_else(String::new, |date| format!(" in {}", date_words(date)))
    }
}

fn capacity_words(capacity: Option<Capacity>, name: &str) -> String {
    if capacity == Some(Capacity::Government) { format!("the government of {name}") } else { name.to_owned() }
}

/// A date in words that are read as a date: what has no plain words is written as it is in data.
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
