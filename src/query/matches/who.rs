//! Who fills the hole of what holds on a day.

use std::collections::BTreeSet;

use super::sets::{in_set, is_presumed_in};
use super::states::holds;
use crate::form::{Set, Slot, State, What};
use crate::model::{
    ActorIx, AsOf, Band, Base, Day, Fact, Key, Pair, Said, StatementIx, Sure, TreatyIx, continuers, continues,
    members_on, recognition_spells, recognizers_ever,
};

/// Somebody who fills the hole, or may, with the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Match {
    /// Who.
    pub who: ActorIx,
    /// The answer; never one that says no.
    pub said: Said,
    /// What it rests on.
    pub by: Vec<StatementIx>,
    /// Whether it is implied alone, and no act on record says so: such are counted apart.
    pub implied: bool,
}

impl Match {
    /// How sure it is.
    pub fn sure(&self) -> Sure {
        match self.said {
            Said::Yes => Sure::Surely,
            Said::Presumably => Sure::Presumably,
            _ => Sure::Possibly,
        }
    }
}

/// Everybody who fills the hole of a state on a day, certainly, presumably or possibly, in the order of names. Of everybody else
/// the answer of [`holds`] is *no*, *presumably not* or *not recorded*.
///
/// Who recognized Karvelia, of the members of the Northern Pact, on the first day of 1995?
///
/// ```
/// # use chancery::model::{Base, Day};
/// use chancery::form::{Set, Slot, State};
/// use chancery::model::AsOf;
/// use chancery::query::matching;
///
/// # let loaded = Base::folder("../tests/fixtures/world")?;
/// # let (base, today) = (&loaded.base, Day::parse("2026-11-23")?);
/// let karvelia = base.actor("Karvelia", today)?;
/// let pact = base.actor("Northern Pact", today)?;
/// let state = State::Recognizes { by: Slot::Asked(Set::Members(pact)), of: Slot::Is(karvelia) };
/// let found = matching(base, &state, AsOf::of(Day::parse("1995-01-01")?, today));
/// let names: Vec<&str> = found.iter().map(|one| &*base[one.who].name).collect();
/// assert_eq!(names, ["Almania", "Islandia", "United Provinces", "Özmara"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn matching(base: &Base, state: &State<Slot>, asked: AsOf) -> Vec<Match> {
    let Some(set) = state.places().into_iter().find_map(Slot::asked) else { return Vec::new() };
    let mut candidates = candidates(base, state);
    if let (State::DoesntRecognize { .. }, Some(group)) = (state, set.group()) {
        candidates.extend(members_on(base, group, asked.day));
    }
    let mut found: Vec<Match> = candidates.into_iter().filter_map(|who| one(base, (state, set), who, asked)).collect();
    found.sort_by_key(|one| (&base[one.who].name, one.who));
    found
}

/// What is known of one of them; nothing of who doesn't fill the hole.
pub(in crate::query) fn one(
    base: &Base,
    (state, set): (&State<Slot>, &Set),
    who: ActorIx,
    asked: AsOf,
) -> Option<Match> {
    let band = in_set(base, set, who, (asked.day, asked.day));
    let Some(What::State(closed)) = What::State(state.clone()).of(who).filter(|_| band != Band::No) else {
        return None;
    };
    // Nobody is asked about himself.
    let places = closed.places();
    if places.len() > 1 && places.iter().all(|place| *place == places[0]) {
        return None;
    }
    let found = holds(base, &closed, asked);
    let said = match (found.known.said, band) {
        (Said::Yes, Band::Certain) if is_presumed_in(base, set, who, asked) => Said::Presumably,
        (said, Band::Certain) => said,
        (Said::No | Said::PresumablyNot | Said::NotRecorded, _) => Said::No,
        _ => Said::CantTell,
    };
    let fills = !matches!(said, Said::No | Said::PresumablyNot | Said::NotRecorded);
    let acts = match closed {
        State::Recognizes { by, of } => Some(given(base, by, of, asked.day)),
        _ => None,
    };
    // That it was withdrawn tells of recognition, too.
    let is_act = |ix: &StatementIx| matches!(base[*ix].fact, Fact::Recognition { .. });
    let implied = acts.as_ref().is_some_and(Vec::is_empty) && !found.known.by.iter().any(is_act);
    let by = acts.filter(|acts| !acts.is_empty()).unwrap_or(found.known.by);
    // Where only an end tells of relations, it is named.
    let told = match closed {
        State::Related { a, b } if by.is_empty() => first_told(base, a, b),
        _ => None,
    };
    let by = by.into_iter().chain(told).collect();
    fills.then_some(Match { who, said, by, implied })
}

/// The first act in the relations of two.
fn first_told(base: &Base, a: ActorIx, b: ActorIx) -> Option<StatementIx> {
    let acts = Pair::new(a, b).into_iter().flat_map(|pair| base.relations_of(pair)).filter(|&ix| base[ix].stands());
    acts.min_by_key(|&ix| base[ix].in_time())
}

/// The acts by which one certainly, or else possibly, recognizes another on a day; none where only relations imply it.
fn given(base: &Base, by: ActorIx, of: ActorIx, day: Day) -> Vec<StatementIx> {
    let spells = recognition_spells(base, by, of);
    let best = spells.iter().map(|spell| spell.holds(day)).max().filter(|band| *band != Band::No);
    let holding = spells.iter().filter(|spell| Some(spell.holds(day)) == best);
    let mut acts: Vec<StatementIx> = holding.map(|spell| spell.begun_by).collect();
    // Of several that hold as surely the first is told, whatever the order of lines.
    acts.sort_by_key(|&ix| base[ix].in_time());
    acts
}

/// Everybody of whom something that bears on it is recorded, and whoever continues one of them.
pub(in crate::query) fn candidates(base: &Base, state: &State<Slot>) -> BTreeSet<ActorIx> {
    let mut found = BTreeSet::new();
    match state {
        State::Recognizes { by, of } | State::DoesntRecognize { by, of } | State::Withholds { by, of } => {
            match (by.is(), of.is()) {
                (None, Some(of)) => {
                    found.extend(recognizers_ever(base, of));
                    found.extend(partners(base, of));
                }
                (Some(by), None) => {
                    found.extend(recognized_ever(base, by));
                    found.extend(partners(base, by));
                }
                _ => {}
            }
        }
        State::Related { a: one, b: other }
        | State::Mission { of: one, at: other, .. }
        | State::EachOther { a: one, b: other } => {
            found.extend(one.is().or(other.is()).into_iter().flat_map(|one| partners(base, one)));
        }
        State::Member { organization, .. } => {
            found.extend(organization.is().into_iter().flat_map(|of| members_ever(base, of)));
            if let State::Member { member, .. } = state {
                found.extend(member.is().into_iter().flat_map(|member| memberships_ever(base, member)));
            }
        }
        State::Party { treaty: Some(treaty), .. } => found.extend(parties_ever(base, *treaty)),
        State::Exists { .. } => found.extend(base.actor_handles().filter(|&actor| base[actor].kind.is_country())),
        State::Backs { by, backs, .. } => {
            let all = base.statement_handles().filter_map(|ix| match base[ix].fact {
                Fact::Position { by: who, backs: whom, .. } => Some((who, whom)),
                _ => None,
            });
            let other = all.filter_map(|(who, whom)| match (by.is(), backs.is()) {
                (Some(by), _) if by == who => Some(whom),
                (None, Some(backs)) if backs == whom => Some(who),
                _ => None,
            });
            found.extend(other);
        }
        State::Party { treaty: None, .. } | State::InForce { .. } | State::BackEachOther { .. } => {}
    }
    found
}

/// With whom an actor, or one whom it continues, has anything in relations on record; and who continues them.
fn partners(base: &Base, of: ActorIx) -> BTreeSet<ActorIx> {
    let whom = std::iter::once(of).chain(continues(base, of));
    let with = |whom: ActorIx| {
        base.under(Key::RelationsWith(whom)).filter_map(move |ix| match base[ix].fact {
            Fact::Relations { pair, .. } => Some(pair.other(whom)),
            _ => None,
        })
    };
    with_heirs(base, whom.flat_map(with).collect(), of)
}

/// Of whom an actor's recognition is recorded, or that of one whom it continues; and who continues them.
fn recognized_ever(base: &Base, by: ActorIx) -> BTreeSet<ActorIx> {
    let whom = std::iter::once(by).chain(continues(base, by));
    with_heirs(base, whom.flat_map(|by| recognized_by(base, by)).collect(), by)
}

/// Everybody of whom an act of recognition by an actor is recorded.
pub(in crate::query) fn recognized_by(base: &Base, by: ActorIx) -> BTreeSet<ActorIx> {
    let of = |ix: StatementIx| if let Fact::Recognition { of, .. } = base[ix].fact { Some(of) } else { None };
    base.under(Key::RecognitionBy(by)).filter_map(of).collect()
}

fn with_heirs(base: &Base, mut found: BTreeSet<ActorIx>, but: ActorIx) -> BTreeSet<ActorIx> {
    let heirs: Vec<ActorIx> = found.iter().flat_map(|&one| continuers(base, one)).collect();
    found.extend(heirs);
    found.remove(&but);
    found
}

fn members_ever(base: &Base, organization: ActorIx) -> impl Iterator<Item = ActorIx> {
    base.under(Key::MembersOf(organization)).filter_map(|ix| match base[ix].fact {
        Fact::Membership { member, .. } => Some(member),
        _ => None,
    })
}

fn memberships_ever(base: &Base, member: ActorIx) -> impl Iterator<Item = ActorIx> {
    base.under(Key::MembershipsOf(member)).filter_map(|ix| match base[ix].fact {
        Fact::Membership { organization, .. } => Some(organization),
        _ => None,
    })
}

fn parties_ever(base: &Base, treaty: TreatyIx) -> impl Iterator<Item = ActorIx> {
    let acted = base.under(Key::Treaty(treaty)).filter_map(|ix| match base[ix].fact {
        Fact::Treaty { party, .. } => party,
        _ => None,
    });
    acted.chain(base[treaty].parties.iter().copied())
}
