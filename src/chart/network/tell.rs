//! The network in words: titles, what each statement says, and the table behind the picture.

use crate::chart::limits;
use crate::chart::names::{NamedBase, name};
use crate::chart::plan::{Item, Tabular};
use crate::chart::words::{self, Months};
use crate::model::{ActorIx, Base, Closed, Entity, StatementIx, Sure, stated};
use crate::query::{Ally, Bloc, Change, Link, NetworkAnswer, Tie};

/// The heading.
pub(super) fn title(base: &NamedBase<'_>, answer: &NetworkAnswer) -> String {
    let request = &answer.request;
    let of: Vec<&str> = request.of.iter().map(|tie| noun(*tie)).collect();
    let what = words::list(&of, "and");
    let what = if what == noun(Tie::Relations) { format!("diplomatic {what}") } else { what };
    let what = request.ego.map_or_else(|| capital(&what), |ego| format!("{}: {what}", name(base, ego)));
    let day = words::day(request.day, Months::Full);
    match request.since {
        Some(since) => format!("{what}, from {} to {day}", words::day(since, Months::Full)),
        None => format!("{what} on {day}"),
    }
}

/// What explains the picture below its heading.
pub(super) fn subtitle(answer: &NetworkAnswer, implied: bool) -> String {
    let request = &answer.request;
    let places = match (request.ego, request.actors.is_empty()) {
        (None, _) => "Who has much in common stands side by side, on every day in the same place.",
        (Some(_), false) => "Around it those who are asked for, on every day in the same place.",
        (Some(_), true) => "Around it those with whom it is linked; who has much in common stands side by side.",
    };
    let mut text = format!("By recorded acts. {places}");
    if request.of.contains(&Tie::Alliance) && request.ego.is_none() && !answer.blocs.is_empty() {
        text += " One line runs through all who belong to an alliance.";
    }
    if implied {
        text += " Where there are relations, recognition isn’t drawn: it goes without saying.";
    }
    text
}

fn noun(tie: Tie) -> &'static str {
    match tie {
        Tie::Relations => "relations",
        Tie::Recognition => "recognition",
        Tie::Alliance => "alliances",
        Tie::Backing => "backing",
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The name of an alliance for captions: an abbreviation among its aliases, else the shortest name of an organization, or the
/// shortest title of a treaty.
pub(super) fn short<'a>(base: &'a NamedBase<'_>, alliance: Entity) -> &'a str {
    let aliases: &[Box<str>] = match alliance {
        Entity::Actor(actor) => &base[actor].aliases,
        Entity::Treaty(treaty) => &base[treaty].aliases,
        _ => &[],
    };
    let aliases = || aliases.iter().map(|alias| &**alias);
    let is_abbreviation =
        |alias: &&str| alias.len() <= limits::ABBREVIATION_LETTERS && alias.chars().all(char::is_uppercase);
    let whole = || match alliance {
        Entity::Actor(actor) => name(base, actor),
        other => aliases().chain([base.name(other)]).min_by_key(|title| title.chars().count()).unwrap_or_default(),
    };
    aliases().find(is_abbreviation).unwrap_or_else(whole)
}

/// The item of a link, without its line.
pub(super) fn link_item(base: &NamedBase<'_>, link: &Link) -> Item {
    let told = match link.statement {
        Some(ix) => of(base, ix),
        None => {
            format!("{} recognizes {}, by the act of whom it continues", name(base, link.from), name(base, link.to))
        }
    };
    let none = || format!("{}/{}", base[link.to].id, base[link.from].id);
    let statement = link.statement.map_or_else(none, |ix| base[ix].id.to_string());
    item(statement, link.tie, link.sure, link.change, &told)
}

/// The item of somebody who belongs to an alliance, without its lines.
pub(super) fn ally_item(base: &NamedBase<'_>, bloc: &Bloc, ally: &Ally, sure: Sure, change: Change) -> Item {
    let told =
        format!("{} belongs to {}: {}", name(base, ally.actor), base.name(bloc.alliance), of(base, ally.statement));
    item(base[ally.statement].id.to_string(), Tie::Alliance, sure, change, &told)
}

fn of(base: &NamedBase<'_>, ix: StatementIx) -> String {
    format!("{} ({})", stated(base, &base[ix].fact), words::when(&base[ix], Months::Full))
}

fn item(statement: String, tie: Tie, sure: Sure, change: Change, told: &str) -> Item {
    let changed = match change {
        Change::Kept => "",
        Change::New => " new",
        Change::Gone => " gone",
    };
    Item {
        statement,
        class: format!("statement link {tie} {sure}{changed}"),
        title: format!(
            "{}{sure}: {told}",
            if changed.is_empty() { String::new() } else { format!("{}, ", &changed[1..]) }
        ),
        glyphs: Vec::new(),
        labels: Vec::new(),
        leaders: Vec::new(),
    }
}

/// A link as a row of the table; of an alliance, each two who are allied.
struct LinkRow<'a> {
    ends: [ActorIx; 2],
    tie: Tie,
    over: Option<Entity>,
    sure: Sure,
    change: Change,
    statements: Vec<&'a str>,
}

fn rows<'a>(base: &'a Base, answer: &NetworkAnswer) -> Vec<LinkRow<'a>> {
    let id = |ix: StatementIx| &*base[ix].id;
    let mut rows: Vec<LinkRow<'a>> = answer
        .links
        .iter()
        .map(|link| LinkRow {
            ends: [link.from, link.to],
            tie: link.tie,
            over: link.over,
            sure: link.sure,
            change: link.change,
            statements: link.statement.into_iter().map(id).collect(),
        })
        .collect();
    for bloc in &answer.blocs {
        for (pair, sure, change) in bloc.pairs() {
            let ends = pair.map(|ally| ally.actor);
            if answer.request.ego.is_none_or(|ego| ends.contains(&ego)) {
                let mut statements: Vec<&str> = pair.iter().map(|ally| id(ally.statement)).collect();
                statements.dedup();
                rows.push(LinkRow { ends, tie: Tie::Alliance, over: Some(bloc.alliance), sure, change, statements });
            }
        }
    }
    rows.sort_by_key(|row| (row.tie, row.ends.map(|end| &base[end].id), row.over.map(|over| base.id(over))));
    rows
}

/// The table behind the picture: all links, also those that have no room or go without saying.
pub(super) fn table(base: &NamedBase<'_>, answer: &NetworkAnswer) -> Tabular {
    let mut columns = vec!["from", "to", "tie", "through", "certainty", "statements"];
    if answer.request.since.is_some() {
        columns.insert(5, "change");
    }
    let row = |row: LinkRow<'_>| {
        let mut cells: Vec<String> = row.ends.iter().map(|end| base[*end].id.to_string()).collect();
        cells.extend([row.tie.to_string(), row.over.map_or("", |over| base.id(over)).to_owned(), row.sure.to_string()]);
        if answer.request.since.is_some() {
            cells.push(row.change.to_string());
        }
        cells.push(row.statements.join(" "));
        cells
    };
    Tabular { columns, rows: rows(base, answer).into_iter().map(row).collect() }
}

/// The picture for who can't see it: by actor, in the order of the circle.
pub(super) fn description(base: &NamedBase<'_>, answer: &NetworkAnswer, order: &[ActorIx], title: &str) -> String {
    let mut text = format!("{title}, by recorded acts.");
    let rows = rows(base, answer);
    let actors: Vec<ActorIx> = match answer.request.ego {
        Some(ego) => vec![ego],
        None => order.to_vec(),
    };
    for &actor in &actors {
        let told = told(base, &rows, actor, answer.request.ego.is_some());
        let told = if told.is_empty() { "nothing recorded".to_owned() } else { told.join("; ") };
        text += &format!(" {}: {told}.", name(base, actor));
    }
    text
}

/// What is told of an actor: what leads from it, what has no direction, and of an ego also what leads to it.
fn told(base: &NamedBase<'_>, rows: &[LinkRow<'_>], actor: ActorIx, inward: bool) -> Vec<String> {
    let mut told = Vec::new();
    for (change, became) in [(Change::New, "new: "), (Change::Gone, "gone: "), (Change::Kept, "")] {
        for (tie, sure, out) in keys() {
            let directed = matches!(tie, Tie::Recognition | Tie::Backing);
            if !out && (!directed || !inward) {
                continue;
            }
            let fits = |row: &&LinkRow<'_>| row.tie == tie && row.sure == sure && row.change == change;
            let mut names: Vec<&str> = rows
                .iter()
                .filter(fits)
                .filter_map(|row| match row.ends {
                    [from, to] if from == actor && (out || !directed) => Some(to),
                    [from, to] if to == actor && (!out || !directed) => Some(from),
                    _ => None,
                })
                .map(|other| name(base, other))
                .collect();
            names.dedup();
            if !names.is_empty() {
                let doubt = sure.doubt().map_or_else(String::new, |doubt| format!("{doubt} "));
                told.push(format!("{became}{doubt}{} {}", phrase(tie, out), words::list(&names, "and")));
            }
        }
    }
    told
}

fn keys() -> impl Iterator<Item = (Tie, Sure, bool)> {
    let ties = [Tie::Relations, Tie::Recognition, Tie::Alliance, Tie::Backing];
    let sure = ties.into_iter().flat_map(|tie| Sure::ALL.iter().map(move |&sure| (tie, sure)));
    sure.flat_map(|(tie, sure)| [true, false].map(|out| (tie, sure, out)))
}

fn phrase(tie: Tie, out: bool) -> &'static str {
    match (tie, out) {
        (Tie::Relations, _) => "relations with",
        (Tie::Recognition, true) => "recognizes",
        (Tie::Recognition, false) => "is recognized by",
        (Tie::Alliance, _) => "allied with",
        (Tie::Backing, true) => "backs",
        (Tie::Backing, false) => "is backed by",
    }
}
