//! Lines within the circle: one for each statement, side by side where two actors have several.

use std::collections::BTreeMap;

use super::tell;
use crate::chart::limits;
use crate::chart::names::NamedBase;
use crate::chart::plan::{Body, Dash, Glyph, Ink, Item, LineEnd, Rect, Stress};
use crate::model::{ActorIx, StatementIx, Sure};
use crate::query::{Ally, Bloc, Change, Link, NetworkAnswer, Tie};

/// How far lines of the same two are apart where they bend.
const LANE: f64 = 22.0;

/// The corners of a line.
const CORNERS: usize = 18;

/// How far from a place its lines end.
const CLEAR: f64 = 8.5;

/// Where each actor stands, and the centre to which lines bend.
pub(super) struct Stage<'a> {
    pub(super) base: &'a NamedBase<'a>,
    pub(super) answer: &'a NetworkAnswer,
    /// The places, in the order of the circle.
    pub(super) places: BTreeMap<ActorIx, (usize, (f64, f64))>,
    pub(super) centre: (f64, f64),
    pub(super) radius: f64,
    /// The actor in the middle, and the box of its name.
    pub(super) ego: Option<(ActorIx, Rect)>,
}

/// A statement on its way to a line.
#[derive(Clone, Copy)]
struct Strand {
    item: usize,
    tie: Tie,
    /// Where it leads, of what has a direction.
    toward: Option<ActorIx>,
    sure: Sure,
    change: Change,
}

/// A line of one statement, or of two that share it, each up to the middle.
#[derive(Clone, Copy)]
enum LinkLine {
    Whole(Strand),
    /// The half that ends at the first of the two, and the half that ends at the second.
    Halves(Strand, Strand),
}

/// The items of all links and alliances, drawn; and the statements on which they rest.
pub(super) fn items(stage: &Stage<'_>) -> (Vec<Item>, Vec<StatementIx>) {
    let mut items: Vec<Item> = Vec::new();
    let mut statements = Vec::new();
    let mut lanes: BTreeMap<[ActorIx; 2], Vec<LinkLine>> = BTreeMap::new();
    let mut ways: BTreeMap<([ActorIx; 2], Tie), [Vec<Strand>; 2]> = BTreeMap::new();
    for link in shown(stage.answer).0 {
        statements.extend(link.statement);
        let strand = Strand {
            item: items.len(),
            tie: link.tie,
            toward: (link.tie != Tie::Relations).then_some(link.to),
            sure: link.sure,
            change: link.change,
        };
        items.push(tell::link_item(stage.base, link));
        let pair = [link.from.min(link.to), link.from.max(link.to)];
        ways.entry((pair, link.tie)).or_default()[usize::from(link.to == pair[1])].push(strand);
    }
    for ((pair, _), [back, forth]) in ways {
        let shared = back.len().min(forth.len());
        let lane = lanes.entry(pair).or_default();
        lane.extend(back.iter().zip(&forth).map(|(back, forth)| LinkLine::Halves(*back, *forth)));
        lane.extend(back[shared..].iter().chain(&forth[shared..]).map(|one| LinkLine::Whole(*one)));
    }
    for bloc in &stage.answer.blocs {
        alliance(stage, bloc, &mut items, &mut statements, &mut lanes);
    }
    let many = lanes.values().map(Vec::len).sum::<usize>() > limits::THICK_LINES;
    for (pair, lanes) in &lanes {
        for (n, lane) in lanes.iter().enumerate() {
            let outmost = (lanes.len() - 1) as f64 / 2.0;
            draw(stage, *pair, [n as f64 - outmost, outmost], *lane, many, &mut items);
        }
    }
    items.retain(|item| !item.glyphs.is_empty());
    (items, statements)
}

/// The links that are drawn, and whether others aren't: recognition goes without saying where there are relations that are as sure,
/// and that are as new, or have gone, or not.
pub(super) fn shown(answer: &NetworkAnswer) -> (Vec<&Link>, bool) {
    let relations = answer.links.iter().filter(|link| link.tie == Tie::Relations);
    let relations: BTreeMap<[ActorIx; 2], (Sure, Change)> =
        relations.map(|link| ([link.from, link.to], (link.sure, link.change))).collect();
    let is_implied = |link: &&Link| {
        let pair = [link.from.min(link.to), link.from.max(link.to)];
        let implies = |(sure, change): &(Sure, Change)| *sure <= link.sure && *change == link.change;
        link.tie == Tie::Recognition && relations.get(&pair).is_some_and(implies)
    };
    let (implied, shown): (Vec<&Link>, Vec<&Link>) = answer.links.iter().partition(is_implied);
    (shown, !implied.is_empty())
}

/// An alliance: with an ego, a line to each ally; else a line through all who belong, in the order of the circle.
///
/// *Source:* one line through the members of a set stays readable where lines between each two don't; see Alper, Henry Riche, Ramos and
/// Czerwinski, Design study of LineSets (2011).
fn alliance(
    stage: &Stage<'_>,
    bloc: &Bloc,
    items: &mut Vec<Item>,
    statements: &mut Vec<StatementIx>,
    lanes: &mut BTreeMap<[ActorIx; 2], Vec<LinkLine>>,
) {
    let mut add = |ally: &Ally, sure: Sure, change: Change| {
        statements.push(ally.statement);
        items.push(tell::ally_item(stage.base, bloc, ally, sure, change));
        Strand { item: items.len() - 1, tie: Tie::Alliance, toward: None, sure, change }
    };
    let mut lane = |one: ActorIx, other: ActorIx, lane: LinkLine| {
        lanes.entry([one.min(other), one.max(other)]).or_default().push(lane);
    };
    if let Some((ego, _)) = stage.ego {
        for (pair, sure, change) in bloc.pairs() {
            let [one, other] = pair;
            let ally = if one.actor == ego { other } else { one };
            if [one.actor, other.actor].contains(&ego) && stage.places.contains_key(&ally.actor) {
                lane(ego, ally.actor, LinkLine::Whole(add(&ally, sure, change)));
            }
        }
        return;
    }
    let mut allies: Vec<(usize, &Ally)> =
        bloc.allies.iter().filter_map(|ally| Some((stage.places.get(&ally.actor)?.0, ally))).collect();
    allies.sort_by_key(|(place, _)| *place);
    if allies.len() < 2 {
        return;
    }
    let strands: Vec<Strand> = allies.iter().map(|(_, ally)| add(ally, ally.sure, ally.change)).collect();
    let steps = if allies.len() == 2 { 1 } else { allies.len() };
    for n in 0..steps {
        let next = (n + 1) % allies.len();
        let (one, other) = (allies[n].1.actor, allies[next].1.actor);
        let (first, second) = if one < other { (n, next) } else { (next, n) };
        lane(one, other, LinkLine::Halves(strands[first], strands[second]));
    }
}

/// Draws a lane between two, so many lanes aside of the middle way, with so many at most.
fn draw(stage: &Stage<'_>, pair: [ActorIx; 2], aside: [f64; 2], lane: LinkLine, many: bool, items: &mut [Item]) {
    let Some([a, b]) = ends(stage, pair) else { return };
    let curve = bend(stage, a, b, aside);
    let (from, to) = clear(stage, pair, [a, b], &curve);
    let middle = f64::midpoint(from, to);
    let mut push = |strand: Strand, from: f64, to: f64| {
        let step = |n: usize| from + (to - from) * n as f64 / CORNERS as f64;
        let points = (0..=CORNERS).map(|n| curve(step(n))).collect();
        items[strand.item].glyphs.push(look(stage, strand, points, many));
    };
    match lane {
        LinkLine::Whole(strand) if strand.toward == Some(pair[0]) => push(strand, to, from),
        LinkLine::Whole(strand) => push(strand, from, to),
        LinkLine::Halves(first, second) => {
            push(first, middle, from);
            push(second, middle, to);
        }
    }
}

fn ends(stage: &Stage<'_>, pair: [ActorIx; 2]) -> Option<[(f64, f64); 2]> {
    let place = |actor: ActorIx| match stage.ego {
        Some((ego, _)) if ego == actor => Some(stage.centre),
        _ => stage.places.get(&actor).map(|place| place.1),
    };
    Some([place(pair[0])?, place(pair[1])?])
}

/// A curve from one place to another: bent to the centre, the more the farther they are apart, and aside.
///
/// *Guarantee:* stays within the circle.
fn bend(
    stage: &Stage<'_>,
    a: (f64, f64),
    b: (f64, f64),
    [aside, outmost]: [f64; 2],
) -> impl Fn(f64) -> (f64, f64) + use<> {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let distance = dx.hypot(dy).max(1.0);
    let middle = (f64::midpoint(a.0, b.0), f64::midpoint(a.1, b.1));
    let pull = if stage.ego.is_some() { 0.0 } else { (distance / stage.radius * 0.5).min(0.75) };
    let inward = (middle.0 - stage.centre.0).hypot(middle.1 - stage.centre.1);
    let room = stage.radius - inward * (1.0 - pull);
    let aside = aside * LANE.min(distance * 0.35).min(0.9 * room / outmost.max(0.5)) / distance;
    let control = (
        middle.0 + (stage.centre.0 - middle.0) * pull - dy * aside,
        middle.1 + (stage.centre.1 - middle.1) * pull + dx * aside,
    );
    move |t: f64| {
        let (one, both, other) = ((1.0 - t) * (1.0 - t), 2.0 * t * (1.0 - t), t * t);
        (one * a.0 + both * control.0 + other * b.0, one * a.1 + both * control.1 + other * b.1)
    }
}

/// The part of a curve that is clear of its ends.
fn clear(
    stage: &Stage<'_>,
    pair: [ActorIx; 2],
    ends: [(f64, f64); 2],
    curve: &impl Fn(f64) -> (f64, f64),
) -> (f64, f64) {
    const STEPS: i32 = 200;
    let within = |end: usize, (x, y): (f64, f64)| match stage.ego {
        Some((ego, frame)) if ego == pair[end] => {
            frame.left - 4.0 < x && x < frame.right + 4.0 && frame.top - 4.0 < y && y < frame.bottom + 4.0
        }
        _ => (x - ends[end].0).hypot(y - ends[end].1) < CLEAR,
    };
    let at = |n: i32| f64::from(n) / f64::from(STEPS);
    let from = (0..STEPS / 2).find(|&n| !within(0, curve(at(n)))).unwrap_or(STEPS / 2 - 8);
    let to = (STEPS / 2..=STEPS).rev().find(|&n| !within(1, curve(at(n)))).unwrap_or(STEPS / 2 + 8);
    (at(from), at(to))
}

/// The look of a strand.
fn look(stage: &Stage<'_>, strand: Strand, points: Vec<(f64, f64)>, many: bool) -> Glyph {
    let stress = match strand.change {
        Change::New => Stress::New,
        Change::Gone => Stress::Gone,
        Change::Kept if many || stage.answer.request.since.is_some() => Stress::Fine,
        Change::Kept => Stress::Plain,
    };
    let body = match strand.sure {
        Sure::Surely => Body::Full,
        Sure::Presumably => Body::Pierced,
        Sure::Possibly => Body::Hollow,
    };
    sample(strand.tie, points, body, stress)
}

/// A line of a tie.
pub(super) fn sample(tie: Tie, points: Vec<(f64, f64)>, body: Body, stress: Stress) -> Glyph {
    let (ink, dash, head) = match tie {
        Tie::Relations => (Ink::Relations, Dash::Whole, LineEnd::None),
        Tie::Recognition => (Ink::Recognition, Dash::Short, LineEnd::Arrow),
        Tie::Alliance => (Ink::Treaty, Dash::Dots, LineEnd::None),
        Tie::Backing => (Ink::Position, Dash::Mixed, LineEnd::Arrow),
    };
    Glyph::Link { points, ink, dash, head, body, stress }
}
