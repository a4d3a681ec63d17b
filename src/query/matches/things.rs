//! Whatever holds on a day: each thing by the same rule by which it is answered whether it holds.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::states::holds;
use crate::form::State;
use crate::model::{
    ActorIx, AsOf, Band, Base, Capacity, Closed, Course, Day, Fact, Force, Kind, Lasting, Matter, Pair, RelationsAct,
    Said, Standing, StatementIx, Thing, TreatyIx, bound_by, existed_on, known, known_as, lasting, mission_courses,
    recognition_known, relations_course,
};

/// Something that holds on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StateOnDay {
    /// What it is.
    pub thing: Thing,
    /// The statement that lasts, or the act that began it.
    pub statement: StatementIx,
    /// How sure that is; never [`Band::No`].
    pub band: Band,
    /// Whether the record doesn't reach the day, so that it is presumed from the last that is recorded.
    pub presumed: bool,
    /// The act that ended it, or will, if one is recorded.
    pub ended_by: Option<StatementIx>,
}

impl StateOnDay {
    /// Whether it is relations of which only what came after their beginning is on record.
    pub fn is_unbegun(&self, base: &Base) -> bool {
        let over = |act: RelationsAct| {
            use RelationsAct::{Absent, MissionClosed, MissionSuspended, Severed, Suspended};
            matches!(act, Severed | Suspended | Absent | MissionClosed | MissionSuspended)
        };
        matches!(self.thing, Thing::Relations(_))
            && matches!(base[self.statement].fact, Fact::Relations { act, .. } if over(act))
    }
}

/// Everything that lasts, for as many days as are asked about.
pub(in crate::query) struct Things {
    forms: Vec<Lasting>,
    /// Pairs of whose relations no beginning is on record.
    unbegun: Vec<(Pair, StatementIx)>,
    /// When treaties are in force for whom.
    forces: BTreeMap<(TreatyIx, ActorIx), Vec<Force>>,
    /// What became of the relations and missions of pairs, as far as it was asked for: of two days, it is the same.
    pairs: RefCell<BTreeMap<Pair, Rc<Courses>>>,
}

/// What became of the relations of a pair, and of its missions.
struct Courses {
    relations: Course,
    missions: Vec<Course>,
}

impl Things {
    /// Everything, or what concerns all of these actors and is of a kind. What is recorded without a date is taken to have happened by the day that the record was made.
    pub(in crate::query) fn of(base: &Base, actors: &[ActorIx], kind: Option<Kind>, today: Day) -> Self {
        let of_kind = |thing: Thing| kind.is_none_or(|kind| kind == thing.kind());
        let concerns = |thing: Thing| of_kind(thing) && actors.iter().all(|&actor| thing.concerns(actor));
        let mut forms = lasting(base, base.known_by().min(today));
        forms.retain(|form| concerns(form.thing));
        let mut forces: BTreeMap<(TreatyIx, ActorIx), Vec<Force>> = BTreeMap::new();
        for form in &forms {
            if let Thing::Treaty(treaty, party) = form.thing {
                let force = Force { begun_by: form.statement, period: form.period };
                forces.entry((treaty, party)).or_default().push(force);
            }
        }
        let pairs = RefCell::default();
        Self { unbegun: unbegun(base, &forms, concerns), forms, forces, pairs }
    }

    /// The forms that a thing has had.
    pub(in crate::query) fn forms(&self, thing: Thing) -> impl Iterator<Item = &Lasting> {
        self.forms.iter().filter(move |form| form.thing == thing)
    }

    /// What holds on a day.
    pub(in crate::query) fn on(&self, base: &Base, asked: AsOf) -> BTreeMap<Thing, StateOnDay> {
        self.told(base, self.by_dates(base, asked.day), asked)
    }

    /// What holds on one of two days, and not on the other in the same way; what rests on the same act, and is as sure by its
    /// dates, is the same on both.
    pub(in crate::query) fn on_either(&self, base: &Base, [was, is]: [AsOf; 2]) -> [BTreeMap<Thing, StateOnDay>; 2] {
        let [mut before, mut after] = [was, is].map(|asked| self.by_dates(base, asked.day));
        let there = |thing: Thing| {
            thing
                .actors()
                .into_iter()
                .flatten()
                .all(|actor| [was.day, is.day].iter().all(|&day| existed_on(base, actor, day) != Some(false)))
        };
        // A rival that is recognized, envoys and what is only implied change recognition, relations and missions without an act on them.
        let settled = |thing: Thing| {
            !matches!(thing, Thing::Recognition(..) | Thing::Relations(_) | Thing::Mission(..)) && there(thing)
        };
        let same: Vec<Thing> = before
            .iter()
            .filter(|(thing, held)| after.get(thing) == Some(held) && settled(**thing))
            .map(|(thing, _)| *thing)
            .collect();
        for thing in same {
            before.remove(&thing);
            after.remove(&thing);
        }
        [self.told(base, before, was), self.told(base, after, is)]
    }

    /// What holds by its dates: the surest form of each thing; of several, the latest, whatever the order of lines.
    fn by_dates(&self, base: &Base, day: Day) -> BTreeMap<Thing, StateOnDay> {
        let mut found: BTreeMap<Thing, StateOnDay> = BTreeMap::new();
        for &Lasting { thing, statement, period, ended_by } in &self.forms {
            let band = period.holds(day);
            let later =
                |known: &StateOnDay| (known.band, base[known.statement].in_time()) < (band, base[statement].in_time());
            if band != Band::No && found.get(&thing).is_none_or(later) {
                found.insert(thing, StateOnDay { thing, statement, band, presumed: false, ended_by });
            }
        }
        for &(pair, statement) in &self.unbegun {
            let thing = Thing::Relations(pair);
            found.insert(thing, StateOnDay { thing, statement, band: Band::Possible, presumed: false, ended_by: None });
        }
        found
    }

    /// The same with regard to how far the record reaches, and to what else decides.
    fn told(&self, base: &Base, mut found: BTreeMap<Thing, StateOnDay>, asked: AsOf) -> BTreeMap<Thing, StateOnDay> {
        let in_both = |thing: &&Thing| match **thing {
            Thing::Recognition(by, of, _) => {
                Capacity::ALL.iter().all(|&capacity| found.contains_key(&Thing::Recognition(by, of, capacity)))
            }
            _ => false,
        };
        let both: BTreeSet<Thing> = found.keys().filter(in_both).copied().collect();
        // Of two governments of a state, which one is recognized decides.
        found.retain(|thing, _| match *thing {
            Thing::Recognition(_, of, Capacity::State) => !(both.contains(thing) && base.has_rivals(of)),
            _ => true,
        });
        for held in found.values_mut() {
            let said = self.said(base, held, asked);
            // Of recognition in both capacities, each is as sure as its own acts make it.
            let band = if both.contains(&held.thing) { held.band.and(said.band()) } else { said.band() };
            (held.band, held.presumed) = (band, said == Said::Presumably);
        }
        found.retain(|_, held| held.band != Band::No);
        found
    }

    /// What is said of a thing that the dates of its form allow.
    fn said(&self, base: &Base, held: &StateOnDay, asked: AsOf) -> Said {
        let of_statement = |parties: &[ActorIx], matter: Matter| {
            known(base, &Course::of_statements(base, [held.statement]), parties, matter, asked)
        };
        match held.thing {
            Thing::Existence(actor) => holds(base, &State::Exists { actor }, asked).known.said,
            Thing::Recognition(by, of, _) => recognition_known(base, by, of, asked).said,
            Thing::Refusal(by, of) => of_statement(&[by, of], Matter::RecognitionsBetween(by, of)).said,
            Thing::Relations(pair) => self.related(base, pair, asked),
            Thing::NoRelations(pair) => of_statement(&pair.parties(), Matter::RelationsBetween(pair)).said,
            Thing::Mission(_, pair, _) => self.mission(base, pair, held.statement, asked),
            Thing::Membership(member, organization) => {
                let Fact::Membership { standing, .. } = base[held.statement].fact else { return Said::NotRecorded };
                let known = match standing {
                    Standing::Member | Standing::Founder => {
                        known_as(base, member, organization, Standing::is_member, asked)
                    }
                    other => known_as(base, member, organization, |its| its == other, asked),
                };
                known.said
            }
            Thing::Treaty(treaty, party) => {
                let times = self.forces.get(&(treaty, party)).map(|times| &times[..]).unwrap_or_default();
                bound_by(base, treaty, party, times, asked).said
            }
            Thing::Position(by, dispute) => {
                let Fact::Position { backs, .. } = base[held.statement].fact else { return Said::NotRecorded };
                of_statement(&[by, backs], Matter::Positions(dispute)).said
            }
        }
    }
}

impl Things {
    fn courses(&self, base: &Base, pair: Pair) -> Rc<Courses> {
        let mut pairs = self.pairs.borrow_mut();
        let courses = pairs.entry(pair).or_insert_with(|| {
            let missions = mission_courses(base, pair).into_iter().map(|(.., course)| course).collect();
            Rc::new(Courses { relations: relations_course(base, pair), missions })
        });
        Rc::clone(courses)
    }

    fn related(&self, base: &Base, pair: Pair, asked: AsOf) -> Said {
        let courses = self.courses(base, pair);
        known(base, &courses.relations, &pair.parties(), Matter::RelationsBetween(pair), asked).said
    }

    /// What is said of the mission that stands by an act.
    fn mission(&self, base: &Base, pair: Pair, by: StatementIx, asked: AsOf) -> Said {
        let courses = self.courses(base, pair);
        let stands = |course: &&Course| course.on(asked.day).iter().any(|may| may.by == Some(by));
        let own = courses.missions.iter().filter(stands);
        let said = own.map(|course| known(base, course, &pair.parties(), Matter::MissionsBetween(pair), asked).said);
        said.max().unwrap_or(Said::CantTell)
    }
}

/// The pairs of whose relations only an end, or what follows from one, is on record, each with its first act.
fn unbegun(base: &Base, forms: &[Lasting], concerns: impl Fn(Thing) -> bool) -> Vec<(Pair, StatementIx)> {
    let begun: BTreeSet<Pair> = forms
        .iter()
        .filter_map(|form| if let Thing::Relations(pair) = form.thing { Some(pair) } else { None })
        .collect();
    let mut first: BTreeMap<Pair, StatementIx> = BTreeMap::new();
    for ix in base.statement_handles().filter(|&ix| base[ix].stands()) {
        let Fact::Relations { pair, .. } = base[ix].fact else { continue };
        if begun.contains(&pair) || !concerns(Thing::Relations(pair)) {
            continue;
        }
        if first.get(&pair).is_none_or(|&known| base[ix].in_time() < base[known].in_time()) {
            first.insert(pair, ix);
        }
    }
    first.into_iter().collect()
}
