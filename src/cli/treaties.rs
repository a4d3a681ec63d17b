//! `chancery treaties`

use std::fmt::Write as _;

use crate::export::{Table, v2};
use crate::form::{Pattern, Question, Slot, State, Time};
use crate::model::{AsOf, Band, Base, Closed, Date, Day, Entity, Fact, Said, StatementIx};
use crate::query::{TreatiesAnswer, TreatiesRequest, TreatyState, Want, force_in_words, treaties};
use clap::Args;

use super::error::CliError;
use super::output::Forms;
use super::{Context, Outcome, data, date, words};

#[derive(Args)]
pub(crate) struct TreatiesArgs {
    /// One or two actors, or one treaty; none: all treaties
    #[arg(num_args = 0..=2)]
    who: Vec<String>,
    /// Only those in force on this day for the actors named; of a month or a year, on its last
    #[arg(long, value_name = "DATE", value_parser = date)]
    on: Option<Date>,
}

impl TreatiesArgs {
    pub(crate) fn run(&self, context: &Context<'_>) -> Result<Outcome, CliError> {
        let loaded = data::load(context)?;
        let base = &loaded.base;
        let on = self.on.as_ref().map(Date::latest);
        let mut request = TreatiesRequest::all(context.today).on(on);
        for text in &self.who {
            match data::find(base, text, Want::ActorOrTreaty, "actor or treaty", on.unwrap_or(context.today))? {
                Entity::Actor(ix) => request.actors.push(ix),
                Entity::Treaty(ix) if request.treaty.is_none() => request.treaty = Some(ix),
                _ => {
                    return Err(CliError::Usage {
                        message: "two treaties are named".into(),
                        help: "name one treaty, or one or two actors".into(),
                    });
                }
            }
        }
        if let [a, b] = request.actors[..] {
            super::relations::pair(base, [a, b])?;
        }
        let answer = treaties(base, &request);
        context.output.answer(
            "treaties",
            &Forms {
                text: &|| {
                    let asked = AsOf::of(answer.day, answer.request.today);
                    text(base, &answer) + &words::record(base, &answer.request.matters(), asked)
                },
                table: &|| table(base, &answer),
                json: &|| v2::treaties(base, &answer),
                items: "treaties",
            },
        )?;
        let asked = AsOf::of(answer.day, answer.request.today);
        Ok(Outcome::of_list(answer.treaties.is_empty(), base, &answer.request.matters(), asked))
    }
}

impl TreatiesArgs {
    /// What it asks; of the acts of one party on one treaty no question asks the same.
    pub(crate) fn question(&self, base: &Base, today: Day) -> Option<Question> {
        let day = self.on.as_ref().map_or(today, Date::latest);
        let find = |text: &String| data::find(base, text, Want::ActorOrTreaty, "actor or treaty", day);
        let named = self.who.iter().map(find).collect::<Result<Vec<_>, _>>().ok()?;
        let on = super::standing(self.on.as_ref(), today);
        let (state, time) = match named[..] {
            [Entity::Treaty(treaty)] => {
                (State::Party { party: Slot::WHO, treaty: Some(treaty) }, on.unwrap_or(Time::Today))
            }
            [Entity::Actor(a)] => (State::Party { party: Slot::Is(a), treaty: None }, on.unwrap_or_default()),
            [Entity::Actor(a), Entity::Actor(b)] => {
                (State::Party { party: Slot::Each(vec![a, b]), treaty: None }, on.unwrap_or_default())
            }
            _ => return None,
        };
        Some(Question::which(Pattern::state(state).at(time)))
    }
}

fn text(base: &Base, answer: &TreatiesAnswer) -> String {
    let names: Vec<String> = answer.request.actors.iter().map(|&ix| base[ix].name.to_string()).collect();
    let day = answer.day.in_words();
    let count = words::count(answer.treaties.len(), "treaty", "treaties");
    let mut text = match (names.len(), answer.request.on) {
        (0, _) => format!("{count}, with force on {day}\n"),
        (1, Some(_)) => format!("{count} in force for {} on {day}\n", names[0]),
        (1, None) => format!("{count} of {}, with force on {day}\n", names[0]),
        (_, Some(_)) => format!("{count} in force for both {} on {day}\n", words::and(&names)),
        (_, None) => format!("{count} in common of {}, with force on {day}\n", words::and(&names)),
    };
    let whole = answer.request.treaty.is_some();
    for state in &answer.treaties {
        let treaty = &base[state.treaty];
        let _ = writeln!(text, "\n{} ({})", treaty.title, treaty.id);
        if !state.acts.is_empty() {
            let _ = writeln!(text, "  the treaty: {}", deeds(base, &state.acts));
        }
        let all = names.is_empty() && !whole;
        if all {
            let _ = writeln!(text, "  {}", words::count(state.parties.len(), "party", "parties"));
            continue;
        }
        for party in &state.parties {
            let own: Vec<StatementIx> = party.actions.iter().copied().filter(|ix| !state.acts.contains(ix)).collect();
            let done = if own.is_empty() { String::new() } else { format!(" — {}", deeds(base, &own)) };
            let _ = writeln!(text, "  {}: {}{done}", base[party.actor].name, force_in_words(party.said));
        }
    }
    text
}

/// "signed 15 June 2021, ratified 1 February 2022"
fn deeds(base: &Base, acts: &[StatementIx]) -> String {
    let words: Vec<String> = acts
        .iter()
        .map(|&ix| {
            let act = match base[ix].fact {
                Fact::Treaty { act, .. } => act.name().replace('-', " "),
                _ => unreachable!("acts of a treaty are treaty actions"),
            };
            format!("{act} {}", words::date(&base[ix]))
        })
        .collect();
    words.join(", ")
}

fn table(base: &Base, answer: &TreatiesAnswer) -> Table {
    let mut table =
        Table::new(&["treaty", "title", "actor", "act", "date", "in_force", "said", "statement", "sources"]);
    let mut row = |state: &TreatyState, actor: &str, (force, said): (Band, Said), ix: StatementIx| {
        let act = match base[ix].fact {
            Fact::Treaty { act, .. } => act.name(),
            _ => unreachable!("acts of a treaty are treaty actions"),
        };
        table.row(vec![
            base[state.treaty].id.to_string(),
            base[state.treaty].title.to_string(),
            actor.to_owned(),
            act.to_owned(),
            base[ix].date().map(Date::to_string).unwrap_or_default(),
            force.name().to_owned(),
            said.name().to_owned(),
            base[ix].id.to_string(),
            words::source_ids(base, &base[ix]),
        ]);
    };
    for state in &answer.treaties {
        state.acts.iter().for_each(|&ix| row(state, "", (state.in_force, state.said), ix));
        for party in &state.parties {
            let own = party.actions.iter().filter(|ix| !state.acts.contains(ix));
            own.for_each(|&ix| row(state, base[party.actor].id.as_str(), (party.in_force, party.said), ix));
        }
    }
    table
}
