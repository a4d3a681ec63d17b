//! Networks: who has relations, recognizes, is allied and backs among several actors, on a day or between two.

use std::collections::{BTreeMap, BTreeSet};

use super::matches::matching;
use super::positions::{PositionsRequest, positions};
use crate::form::{Slot, State};
use crate::model::{ActorIx, ActorKind, AsOf, Base, Day, Entity, Fact, Key, StatementIx, Sure, TreatyIx, closed};

/// The group whose members are alliances. Treaties that are about it are, too.
pub const ALLIANCES: &str = "alliances";

closed! {
    /// What links actors.
    pub enum Tie {
        /// Diplomatic relations: the same from both sides.
        Relations => "relations",
        /// The first recognizes the second.
        Recognition => "recognition",
        /// Both belong to an alliance: the same from both sides.
        Alliance => "alliance",
        /// The first backs the second in a dispute.
        Backing => "backing",
    }
}

closed! {
    /// What became of something between two days.
    pub enum Change {
        /// It holds on both, or only one day was asked for.
        Kept => "kept",
        /// It holds on the later day only.
        New => "new",
        /// It held on the earlier day only.
        Gone => "gone",
    }
}

/// What is asked about a network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NetworkRequest {
    /// Among whom; with an ego, none stands for everybody.
    pub actors: Vec<ActorIx>,
    /// Only what links this one.
    pub ego: Option<ActorIx>,
    /// By which ties.
    pub of: BTreeSet<Tie>,
    /// Which organizations and treaties count as alliances.
    pub alliances: Vec<Entity>,
    /// The day.
    pub day: Day,
    /// The day that counts as today.
    pub today: Day,
    /// An earlier day with which it is compared.
    pub since: Option<Day>,
}

/// A link of two actors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Link {
    /// What links them; never [`Tie::Alliance`], for which there are blocs.
    pub tie: Tie,
    /// Who recognizes or backs; of relations, the one with the smaller handle.
    pub from: ActorIx,
    /// Whom.
    pub to: ActorIx,
    /// In which dispute, of those who back.
    pub over: Option<Entity>,
    /// The statement. Of who stands by what another did, whom it continues, there may be none.
    pub statement: Option<StatementIx>,
    /// How sure it is.
    pub sure: Sure,
    /// What became of it.
    pub change: Change,
}

/// An alliance with those who belong to it; two or more.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Bloc {
    /// The organization or the treaty.
    pub alliance: Entity,
    /// Those who belong, in the order of handles.
    pub allies: Vec<Ally>,
}

/// Somebody who belongs to an alliance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Ally {
    /// Who.
    pub actor: ActorIx,
    /// The statement.
    pub statement: StatementIx,
    /// How sure it is.
    pub sure: Sure,
    /// What became of it.
    pub change: Change,
}

/// The answer to a [`NetworkRequest`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct NetworkAnswer {
    /// What was asked.
    pub request: NetworkRequest,
    /// The links, by tie and ends.
    pub links: Vec<Link>,
    /// The alliances, in the order of the request.
    pub blocs: Vec<Bloc>,
}

impl Bloc {
    /// Each two who are allied on a day asked for, with how sure that is and what became of it.
    pub fn pairs(&self) -> impl Iterator<Item = ([Ally; 2], Sure, Change)> {
        let all = self.allies.iter().enumerate();
        let pairs = all.flat_map(|(n, one)| self.allies[n + 1..].iter().map(move |other| [*one, *other]));
        pairs.filter_map(|pair| {
            let change = match pair.map(|ally| ally.change) {
                [Change::New, Change::Gone] | [Change::Gone, Change::New] => return None,
                [Change::Kept, change] | [change, _] => change,
            };
            Some((pair, pair[0].sure.max(pair[1].sure), change))
        })
    }
}

/// What the data counts as alliances: the members of the group [`ALLIANCES`], whenever, and the treaties about it.
pub fn alliances(base: &Base) -> Vec<Entity> {
    let Some(group) = base.find_actor(ALLIANCES) else { return Vec::new() };
    let members = base.under(Key::MembersOf(group)).filter(|&ix| base[ix].stands());
    let members = members.filter_map(|ix| match base[ix].fact {
        Fact::Membership { member, .. } => Some(Entity::Actor(member)),
        _ => None,
    });
    let treaties = (0..base.treaties.len()).map(TreatyIx::new);
    let treaties = treaties.filter(|&treaty| base[treaty].about.contains(&Entity::Actor(group))).map(Entity::Treaty);
    let mut found: Vec<Entity> = members.chain(treaties).collect();
    found.sort_by_key(|&one| (matches!(one, Entity::Treaty(_)), base.id(one)));
    found.dedup();
    found
}

/// Finds the links of a network.
pub fn network(base: &Base, request: &NetworkRequest) -> NetworkAnswer {
    let seen = Seen::new(request);
    let links = between(request, |day| seen.links(base, day));
    let links = links.into_iter().map(|((tie, from, to, over), (sure, statement), change)| Link {
        tie,
        from,
        to,
        over,
        statement,
        sure,
        change,
    });
    let mut blocs: BTreeMap<usize, Bloc> = BTreeMap::new();
    for ((place, actor), (sure, statement), change) in between(request, |day| seen.allies(base, day)) {
        let bloc = blocs.entry(place);
        let bloc = bloc.or_insert_with(|| Bloc { alliance: request.alliances[place], allies: Vec::new() });
        bloc.allies.extend(statement.map(|statement| Ally { actor, statement, sure, change }));
    }
    let mut blocs: Vec<Bloc> = blocs.into_values().collect();
    for bloc in &mut blocs {
        let pairs = bloc.pairs().map(|(pair, ..)| pair.map(|ally| ally.actor));
        let wanted = pairs.filter(|pair| request.ego.is_none_or(|ego| pair.contains(&ego)));
        let allied: BTreeSet<ActorIx> = wanted.flatten().collect();
        bloc.allies.retain(|ally| allied.contains(&ally.actor));
    }
    blocs.retain(|bloc| !bloc.allies.is_empty());
    NetworkAnswer { request: request.clone(), links: links.collect(), blocs }
}

/// What holds on a day: how surely, and by which statement.
type Held<K> = BTreeMap<K, (Sure, Option<StatementIx>)>;

/// What holds on the day, and what held on the earlier one, side by side.
fn between<K: Ord + Copy>(
    request: &NetworkRequest,
    held: impl Fn(Day) -> Held<K>,
) -> Vec<(K, (Sure, Option<StatementIx>), Change)> {
    let now = held(request.day);
    let Some(since) = request.since else {
        return now.into_iter().map(|(key, how)| (key, how, Change::Kept)).collect();
    };
    let before = held(since);
    let keys: BTreeSet<K> = now.keys().chain(before.keys()).copied().collect();
    let one = |key: K| match (before.get(&key), now.get(&key)) {
        (None, Some(how)) => Some((key, *how, Change::New)),
        (Some(_), Some(how)) => Some((key, *how, Change::Kept)),
        (Some(how), None) => Some((key, *how, Change::Gone)),
        (None, None) => None,
    };
    keys.into_iter().filter_map(one).collect()
}

/// The edges of the base, and which of them are looked at.
struct Seen<'r> {
    request: &'r NetworkRequest,
    actors: BTreeSet<ActorIx>,
}

type LinkKey = (Tie, ActorIx, ActorIx, Option<Entity>);

impl<'r> Seen<'r> {
    fn new(request: &'r NetworkRequest) -> Self {
        Self { request, actors: request.actors.iter().copied().chain(request.ego).collect() }
    }

    /// Whether an actor is asked for.
    fn has(&self, actor: ActorIx) -> bool {
        let everybody = self.request.ego.is_some() && self.request.actors.is_empty();
        everybody || self.actors.contains(&actor)
    }

    /// Whether a link of these two is asked for.
    fn joins(&self, one: ActorIx, other: ActorIx) -> bool {
        let ego = self.request.ego.is_none_or(|ego| ego == one || ego == other);
        one != other && ego && self.has(one) && self.has(other)
    }

    fn links(&self, base: &Base, day: Day) -> Held<LinkKey> {
        let mut found: Held<LinkKey> = BTreeMap::new();
        let mut add = |key: LinkKey, sure: Sure, statement: Option<StatementIx>| {
            if self.joins(key.1, key.2) && found.get(&key).is_none_or(|known| known.0 >= sure) {
                found.insert(key, (sure, statement));
            }
        };
        let asked = AsOf::of(day, self.request.today);
        if self.request.of.contains(&Tie::Relations) {
            for &a in &self.actors {
                let related = State::Related { a: Slot::Is(a), b: Slot::WHO };
                for one in matching(base, &related, asked) {
                    let (from, to) = (a.min(one.who), a.max(one.who));
                    add((Tie::Relations, from, to, None), one.sure(), one.by.first().copied());
                }
            }
        }
        if self.request.of.contains(&Tie::Backing) {
            for one in positions(base, &PositionsRequest::all().on(asked)).positions {
                let over = Some(Entity::Dispute(one.dispute));
                add((Tie::Backing, one.by, one.backs, over), one.sure(), Some(one.statement));
            }
        }
        if self.request.of.contains(&Tie::Recognition) {
            let whole = |of: ActorIx| State::Recognizes { by: Slot::WHO, of: Slot::Is(of) };
            let states: Vec<State<Slot>> = match self.request.ego {
                Some(ego) => vec![whole(ego), State::Recognizes { by: Slot::Is(ego), of: Slot::WHO }],
                None => self.actors.iter().copied().map(whole).collect(),
            };
            for state in states {
                let State::Recognizes { by, of } = &state else { continue };
                for one in matching(base, &state, asked).into_iter().filter(|one| !one.implied) {
                    let [by, of] = [by, of].map(|slot| slot.is().unwrap_or(one.who));
                    add((Tie::Recognition, by, of, None), one.sure(), one.by.first().copied());
                }
            }
        }
        found
    }

    /// Who belongs to which alliance, by its place in the request.
    fn allies(&self, base: &Base, day: Day) -> Held<(usize, ActorIx)> {
        let mut found: Held<(usize, ActorIx)> = BTreeMap::new();
        if !self.request.of.contains(&Tie::Alliance) {
            return found;
        }
        let asked = AsOf::of(day, self.request.today);
        for (place, alliance) in self.request.alliances.iter().enumerate() {
            let belongs = match *alliance {
                Entity::Actor(organization) => {
                    State::Member { member: Slot::WHO, organization: Slot::Is(organization) }
                }
                Entity::Treaty(treaty) => State::Party { party: Slot::WHO, treaty: Some(treaty) },
                _ => continue,
            };
            let own = matching(base, &belongs, asked).into_iter().filter(|one| self.has(one.who));
            found.extend(own.map(|one| ((place, one.who), (one.sure(), one.by.first().copied()))));
        }
        found
    }
}

/// Whether something can be an alliance: an organization, a group or a treaty.
pub fn can_ally(base: &Base, entity: Entity) -> bool {
    match entity {
        Entity::Actor(actor) => matches!(base[actor].kind, ActorKind::Organization | ActorKind::Group),
        Entity::Treaty(_) => true,
        _ => false,
    }
}
