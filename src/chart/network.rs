//! A network: who has relations, recognizes, is allied and backs, on a day or between two.
//!
//! The actors stand on a circle, those side by side who have much in common by all that is recorded of any time, so that two
//! pictures of the same actors have the same places. *May know:* the base and the query of networks. *Never* draws.

mod chords;
mod order;
mod ring;
mod tell;

use std::collections::{BTreeMap, BTreeSet};

use self::chords::Stage;
use self::ring::{Nameplate, Ring};
use super::font::{self, Face};
use super::furniture::{self, BODY, MARGIN};
use super::limits;
use super::names::{NamedBase, name};
use super::options::Options;
use super::plan::{
    Body, Cell, Dash, Glyph, Ink, Item, Label, LineEnd, MARK, Plan, Rect, Shape, Stress, Style, Tabular,
};
use crate::form::State;
use crate::model::{ActorIx, AsOf, Base, Matter, Said, Sure};
use crate::query::{Change, NetworkAnswer, Tie, affinity, holds};

/// The most actors that a network of a width can show, besides the one in its middle.
pub fn most_in_network(options: &Options) -> usize {
    ring::most(options.page()).min(limits::ACTORS_ON_CIRCLE)
}

/// The picture of a network; of more than [`most_in_network`] actors the rest is left out and counted.
pub fn network(base: &Base, answer: &NetworkAnswer, options: &Options) -> (Plan, Tabular) {
    let base = &options.named_on(base, answer.request.day);
    let (actors, left_out) = actors(base, answer, most_in_network(options));
    let points = affinity(base, &actors, &answer.request.alliances);
    let order = order::order(&points);
    let actors: Vec<ActorIx> = order.places.iter().map(|&place| actors[place]).collect();
    let width = options.page();
    let (_, implied) = chords::shown(answer);
    let title = options.title.clone().unwrap_or_else(|| tell::title(base, answer));
    let (mut texts, y) = options.heading(&title, &tell::subtitle(answer, implied));
    let names: Vec<Nameplate> = actors.iter().map(|&actor| named(base, answer, actor)).collect();
    let ring = ring::ring(&names, &order, width, y + 12.0);
    let ego = answer.request.ego.map(|ego| (ego, middle(base, ego, &ring)));
    let stage = Stage {
        base,
        answer,
        places: actors.iter().copied().zip(ring.places.iter().copied().enumerate()).collect(),
        centre: ring.centre,
        radius: ring.radius,
        ego: ego.as_ref().map(|(ego, (frame, _))| (*ego, *frame)),
    };
    let (mut items, statements) = chords::items(&stage);
    let (legend, y) = furniture::legend(&[key(base, answer, &actors, &items)], ring.bottom + 16.0, width);
    items.extend(ego.into_iter().map(|(ego, (frame, label))| in_the_middle(base, ego, frame, label)));
    let labels = ring.labels.into_iter();
    items.extend(actors.iter().zip(&ring.places).zip(labels).map(|((&actor, &at), labels)| {
        let exists = exists(base, actor, answer);
        on_the_circle(base, actor, exists, at, labels)
    }));
    let mut remarks = notes(base, answer, ring.tagged, left_out);
    remarks.extend(options.record(base, &covered(answer), answer.request.day));
    let (lines, y) = furniture::notes(&remarks, y + 2.0, width);
    texts.extend(lines);
    let (sources, y) = furniture::notes(&options.sources(base, &statements), y + 4.0, width);
    texts.extend(sources);
    let plan = Plan {
        width,
        height: y + MARGIN - 6.0,
        description: tell::description(base, answer, &actors, &title),
        title,
        fields: Vec::new(),
        shades: Vec::new(),
        hairlines: Vec::new(),
        texts,
        items,
        legend,
        left_out,
    };
    (plan, tell::table(base, answer))
}

/// Who stands on the circle, by id, and how many have no room. Around an ego, those who are asked for, or else all with whom it
/// is linked, first those by most ties.
fn actors(base: &NamedBase<'_>, answer: &NetworkAnswer, most: usize) -> (Vec<ActorIx>, usize) {
    let request = &answer.request;
    let mut seen = BTreeSet::new();
    let mut all = request.actors.clone();
    if let (Some(ego), true) = (request.ego, all.is_empty()) {
        let mut ties: BTreeMap<ActorIx, BTreeSet<(Sure, Tie, bool)>> = BTreeMap::new();
        for link in &answer.links {
            let (other, out) = if link.from == ego { (link.to, true) } else { (link.from, false) };
            ties.entry(other).or_default().insert((link.sure, link.tie, out));
        }
        for ally in answer.blocs.iter().flat_map(|bloc| &bloc.allies) {
            ties.entry(ally.actor).or_default().insert((ally.sure, Tie::Alliance, true));
        }
        all = ties.keys().copied().collect();
        // Backing and alliances are rarer than relations and recognition, and say more.
        let rare = |tie: Tie| if matches!(tie, Tie::Alliance | Tie::Backing) { 10 } else { 1 };
        let weight = |actor: &ActorIx| ties[actor].iter().map(|(_, tie, _)| rare(*tie)).sum::<usize>();
        all.sort_by_key(|actor| (std::cmp::Reverse(weight(actor)), &base[*actor].id));
    }
    all.retain(|actor| request.ego != Some(*actor) && seen.insert(*actor));
    let left_out = all.len().saturating_sub(most);
    all.truncate(most);
    all.sort_by_key(|actor| &base[*actor].id);
    (all, left_out)
}

/// The name of an actor with the alliances to which it belongs.
fn named(base: &NamedBase<'_>, answer: &NetworkAnswer, actor: ActorIx) -> Nameplate {
    let belongs = answer.blocs.iter().filter(|bloc| {
        let mut allies = bloc.allies.iter();
        allies.any(|ally| ally.actor == actor && ally.change != Change::Gone)
    });
    let tags: Vec<&str> = belongs.map(|bloc| tell::short(base, bloc.alliance)).collect();
    let request = &answer.request;
    let asked = request.of.contains(&Tie::Alliance) && !request.alliances.is_empty();
    Nameplate { text: name(base, actor).to_owned(), tag: asked.then(|| tags.join(", ")) }
}

/// The box of an ego in the middle, and its name.
fn middle(base: &NamedBase<'_>, ego: ActorIx, ring: &Ring) -> (Rect, Label) {
    let (x, y) = ring.centre;
    // Half of each line at least stays to be seen.
    let text = font::cut(name(base, ego), BODY, Face::Regular, 0.6 * ring.radius);
    let label = Label::new(text, x, y + 0.36 * BODY, BODY, Style::Inverse).centred_at(x);
    let half = label.width() / 2.0 + 7.0;
    (Rect { left: x - half, top: y - 12.0, right: x + half, bottom: y + 12.0 }, label)
}

fn in_the_middle(base: &NamedBase<'_>, ego: ActorIx, frame: Rect, label: Label) -> Item {
    let glyphs = vec![Glyph::Cell { frame, cell: Cell::Itself, ink: Ink::Refusal }];
    of_actor(base, ego, "ego", name(base, ego).to_owned(), glyphs, vec![label])
}

fn on_the_circle(base: &NamedBase<'_>, actor: ActorIx, exists: bool, (x, y): (f64, f64), labels: Vec<Label>) -> Item {
    let (shape, class, told) = if exists {
        (Shape::Actor, "actor", "")
    } else {
        (Shape::NoActor, "actor absent", ", which doesn't exist on that day")
    };
    let glyphs = vec![Glyph::Mark { shape, x, y, ink: Ink::Refusal }];
    of_actor(base, actor, class, format!("{}{told}", name(base, actor)), glyphs, labels)
}

fn of_actor(
    base: &NamedBase<'_>,
    actor: ActorIx,
    class: &str,
    title: String,
    glyphs: Vec<Glyph>,
    labels: Vec<Label>,
) -> Item {
    let statement = base[actor].id.to_string();
    Item { statement, class: format!("statement {class}"), title, glyphs, labels, leaders: Vec::new() }
}

/// Whether an actor certainly or possibly exists on a day. Of whom no period is recorded, nothing says that it doesn't.
fn exists(base: &NamedBase<'_>, actor: ActorIx, answer: &NetworkAnswer) -> bool {
    let asked = AsOf::of(answer.request.day, answer.request.today);
    holds(base, &State::Exists { actor }, asked).known.said > Said::PresumablyNot
}

/// What the legend explains: each tie that is drawn, doubt, and change.
fn key(base: &NamedBase<'_>, answer: &NetworkAnswer, actors: &[ActorIx], items: &[Item]) -> Item {
    let (mut ties, mut bodies, mut changes) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for glyph in items.iter().flat_map(|item| &item.glyphs) {
        let Glyph::Link { ink, body, stress, .. } = glyph else { continue };
        ties.insert(*ink);
        bodies.insert(*body);
        changes.insert(*stress);
    }
    let mut glyphs = Vec::new();
    for tie in [Tie::Relations, Tie::Recognition, Tie::Alliance, Tie::Backing] {
        let sample = chords::sample(tie, vec![(0.0, 0.0), (30.0, 0.0)], Body::Full, Stress::Plain);
        if matches!(sample, Glyph::Link { ink, .. } if ties.contains(&ink)) {
            glyphs.push(sample);
        }
    }
    let plain = |body: Body, stress: Stress| {
        let points = vec![(0.0, 0.0), (30.0, 0.0)];
        Glyph::Link { points, ink: Ink::Pointer, dash: Dash::Whole, head: LineEnd::None, body, stress }
    };
    bodies.remove(&Body::Full);
    glyphs.extend(bodies.into_iter().map(|body| plain(body, Stress::Plain)));
    if answer.request.since.is_some() {
        glyphs.extend(changes.into_iter().map(|stress| plain(Body::Full, stress)));
    }
    if actors.iter().any(|&actor| !exists(base, actor, answer)) {
        glyphs.push(Glyph::Mark { shape: Shape::NoActor, x: MARK, y: 0.0, ink: Ink::Refusal });
    }
    let nothing = String::new();
    Item {
        statement: nothing.clone(),
        class: nothing.clone(),
        title: nothing,
        glyphs,
        labels: Vec::new(),
        leaders: Vec::new(),
    }
}

/// What has to be covered for the links of one actor to be all of them.
fn covered(answer: &NetworkAnswer) -> Vec<Matter> {
    let Some(ego) = answer.request.ego else { return Vec::new() };
    let of = |tie: &Tie| match tie {
        Tie::Relations => vec![Matter::RelationsOf(ego)],
        Tie::Recognition => vec![Matter::RecognitionsOf(ego), Matter::RecognitionsBy(ego)],
        Tie::Backing | Tie::Alliance => Vec::new(),
    };
    answer.request.of.iter().flat_map(of).collect()
}

/// What stands below: the alliances by their names, and what has no room.
fn notes(base: &NamedBase<'_>, answer: &NetworkAnswer, tagged: bool, left_out: usize) -> Vec<String> {
    let mut notes = Vec::new();
    if left_out > 0 {
        notes.push(format!("{left_out} more have no room at this width."));
    }
    for bloc in &answer.blocs {
        let (short, whole) = (tell::short(base, bloc.alliance), base.name(bloc.alliance));
        let named = if short == whole { short.to_owned() } else { format!("{short}: {whole}") };
        let members: Vec<&str> = bloc.allies.iter().map(|ally| name(base, ally.actor)).collect();
        match tagged {
            // What is cut below the names is told here in full.
            true if short == whole && whole.chars().count() < limits::WHOLE_TAG_LETTERS => {}
            true => notes.push(format!("{named}.")),
            false => notes.push(format!("{named} ({}).", members.join(", "))),
        }
    }
    if answer.links.is_empty() && answer.blocs.is_empty() {
        notes.push("No link is recorded.".to_owned());
    }
    notes
}
