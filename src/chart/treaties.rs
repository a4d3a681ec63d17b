//! Treaties as bars: from signature to force to end, for each party.
//!
//! *May know:* the base and the query of treaties. *Never* draws.

use super::glyphs;
use super::ledger::{self, Ledger, LedgerRow, LedgerSection};
use super::names::{NamedBase, name};
use super::options::Options;
use super::plan::{Fill, Glyph, Ink, Item, Plan, Shape, Tabular};
use super::ticks::Scale;
use super::timeline::{bounds, scale, sentence, treaty_shape};
use super::words::{self, Months};
use crate::model::{ActorIx, Band, Base, Closed, Day, Fact, Force, Said, StatementIx, TreatyIx, force};
use crate::query::{PartyState, TreatiesAnswer, TreatyState};

/// The treaties of an answer, with a row for each party, or one for all whose acts are the same.
pub fn treaties(base: &Base, answer: &TreatiesAnswer, options: &Options) -> (Plan, Tabular) {
    let base = &options.named(base);
    let actions = |state: &TreatyState| -> Vec<StatementIx> {
        state.parties.iter().flat_map(|party| party.actions.iter().copied()).collect()
    };
    let statements: Vec<StatementIx> = answer.treaties.iter().flat_map(actions).collect();
    let days: Vec<Day> = statements.iter().flat_map(|&ix| bounds(&base[ix]).collect::<Vec<_>>()).collect();
    let lasting = answer.treaties.iter().any(|state| state.parties.iter().any(|party| party.in_force != Band::No));
    let names: Vec<String> =
        answer.treaties.iter().flat_map(|state| rows(state).map(|(of, _)| called(base, &of))).collect();
    let (left, right) = ledger::room(names.iter().map(String::as_str), options);
    let scale = scale(days.into_iter(), lasting, options, left, right);
    let section = |state: &TreatyState| LedgerSection {
        heading: Some(base[state.treaty].title.to_string()),
        rows: rows(state)
            .map(|(of, party)| LedgerRow {
                name: called(base, &of),
                items: items(base, state.treaty, party, &scale, options.today),
            })
            .collect(),
    };
    let mut sections: Vec<LedgerSection> = answer.treaties.iter().map(section).collect();
    let before = sections.len();
    sections.retain(|section| section.rows.iter().any(|row| row.items.iter().any(on_scale)));
    let beyond = before - sections.len();
    let title = title(base, answer);
    let mut remarks = Vec::new();
    if beyond > 0 {
        remarks.push(format!("{beyond} treaties have nothing on the days shown."));
    }
    remarks.extend(options.record(base, &answer.request.matters(), options.to.unwrap_or(options.today)));
    let ledger = Ledger {
        subtitle: subtitle(answer, options.today),
        description: description(base, answer, &title),
        title,
        scale,
        sections,
        samples: Vec::new(),
        remarks,
        cited: statements,
    };
    (ledger.plan(base, options), table(base, answer, options.today))
}

/// The rows of a treaty: each party with its own acts, and together those whose acts are the same.
fn rows(state: &TreatyState) -> impl Iterator<Item = (Vec<ActorIx>, &PartyState)> {
    let mut found: Vec<(Vec<ActorIx>, &PartyState)> = Vec::new();
    for party in &state.parties {
        match found.iter_mut().find(|(_, other)| other.actions == party.actions) {
            Some((actors, _)) => actors.push(party.actor),
            None => found.push((vec![party.actor], party)),
        }
    }
    found.into_iter()
}

fn called(base: &NamedBase<'_>, actors: &[ActorIx]) -> String {
    let names: Vec<&str> = actors.iter().map(|&actor| name(base, actor)).collect();
    words::list(&names, "and")
}

fn on_scale(item: &Item) -> bool {
    item.glyphs.iter().any(|glyph| !glyphs::is_pointer(glyph))
}

/// What a party did, each act as a mark; the first with the bars of waiting and of force.
fn items(base: &NamedBase<'_>, treaty: TreatyIx, party: &PartyState, scale: &Scale, today: Day) -> Vec<Item> {
    let forces = force(base, treaty, party.actor, today);
    let mut bars: Vec<Glyph> = waiting(base, party, &forces, scale, today).into_iter().collect();
    bars.extend(forces.iter().filter_map(|force| glyphs::period(force.period, scale, today, Ink::Treaty)));
    let mut items: Vec<Item> = Vec::new();
    for &ix in &party.actions {
        let Fact::Treaty { act, .. } = base[ix].fact else { continue };
        let shape = treaty_shape(act);
        let ink = if shape == Shape::Cross { Ink::Refusal } else { Ink::Treaty };
        let mut item = glyphs::item(&base[ix], sentence(base, ix));
        item.glyphs.append(&mut bars);
        let bare = item.glyphs.is_empty();
        let marks = glyphs::act(&base[ix], scale, shape, ink);
        item.glyphs.extend(marks.into_iter().filter(|mark| bare || !glyphs::is_pointer(mark)));
        items.push(item);
    }
    items
}

/// From the first act to the first force: signed or adopted, not in force yet.
fn waiting(base: &Base, party: &PartyState, forces: &[Force], scale: &Scale, today: Day) -> Option<Glyph> {
    let acts = party.actions.iter().map(|&ix| &base[ix]);
    let first = acts.filter(|act| act.date().is_some()).min_by_key(|act| act.begins.latest)?;
    let ended = party
        .actions
        .iter()
        .map(|&ix| &base[ix])
        .find(|act| matches!(act.fact, Fact::Treaty { act, .. } if act.is_end()) && act.date().is_some());
    let until = forces.iter().map(|force| (force.period.possible().0, force.begun_by)).min();
    let until = match (until, ended) {
        (Some((day, _)), _) if day <= first.begins.latest => return None,
        (Some((day, _)), _) => Some((day, day)),
        (None, Some(end)) => Some((end.begins.earliest, end.begins.latest)),
        (None, None) => None,
    };
    glyphs::between((first.begins.earliest, first.begins.latest), until, scale, today, (Ink::Treaty, Fill::Hollow))
}

fn title(base: &NamedBase<'_>, answer: &TreatiesAnswer) -> String {
    let names: Vec<&str> = answer.request.actors.iter().map(|&actor| name(base, actor)).collect();
    match (answer.request.treaty, &names[..]) {
        (Some(treaty), _) => base[treaty].title.to_string(),
        (None, [one]) => format!("Treaties of {one}"),
        (None, []) => "Treaties".to_owned(),
        (None, _) => format!("Treaties in common of {}", words::list(&names, "and")),
    }
}

fn subtitle(answer: &TreatiesAnswer, today: Day) -> String {
    let count = |said: Said| answer.treaties.iter().filter(|state| state.said == said).count();
    if answer.treaties.is_empty() {
        return "None is recorded.".to_owned();
    }
    let day = words::day(answer.request.on.unwrap_or(today), Months::Full);
    // Three numbers: for sure, by the last that is recorded, by some choice of dates.
    let some = |said: Said, how: &str| match count(said) {
        0 => String::new(),
        n => format!(", {n} {how}"),
    };
    let more = some(Said::Presumably, "presumably") + &some(Said::CantTell, "possibly");
    let whom = if answer.request.treaty.is_some() { "for all its parties" } else { "for those named" };
    match answer.treaties.len() {
        1 => "From signature to force to end, for each party.".to_owned(),
        n => format!("{n} treaties, oldest first; in force {whom} on {day}: {} certainly{more}.", count(Said::Yes)),
    }
}

fn description(base: &NamedBase<'_>, answer: &TreatiesAnswer, title: &str) -> String {
    let told = |state: &TreatyState| {
        let parties = rows(state).map(|(of, party)| {
            let acts: Vec<String> = party
                .actions
                .iter()
                .filter_map(|&ix| match base[ix].fact {
                    Fact::Treaty { act, .. } => {
                        Some(format!("{} {}", act.name().replace('-', " "), words::when(&base[ix], Months::Full)))
                    }
                    _ => None,
                })
                .collect();
            format!("{}: {}", called(base, &of), acts.join(", "))
        });
        format!("{}. {}.", base[state.treaty].title, parties.collect::<Vec<_>>().join("; "))
    };
    let told: Vec<String> = answer.treaties.iter().map(told).collect();
    format!("{title}, by date. {}", if told.is_empty() { "None is recorded.".to_owned() } else { told.join(" ") })
}

fn table(base: &Base, answer: &TreatiesAnswer, today: Day) -> Tabular {
    let mut rows = Vec::new();
    for state in &answer.treaties {
        for party in &state.parties {
            let forces = force(base, state.treaty, party.actor, today);
            for &ix in &party.actions {
                let Fact::Treaty { act, .. } = base[ix].fact else { continue };
                rows.push(vec![
                    base[state.treaty].id.to_string(),
                    base[party.actor].id.to_string(),
                    act.name().to_owned(),
                    base[ix].date().map(ToString::to_string).unwrap_or_default(),
                    party.in_force.name().to_owned(),
                    forces.iter().find(|force| force.begun_by == ix).map_or("", |_| "begins force").to_owned(),
                    base[ix].id.to_string(),
                ]);
            }
        }
    }
    Tabular { columns: vec!["treaty", "party", "act", "date", "in_force", "effect", "statement"], rows }
}
