//! What is known of a state on one day.

use super::occurrences::refusals;
use super::told::{dated, name, on as on_date, period};
use crate::ask::request::State;
use crate::model::{
    ActorIx, Band, Base, Closed, Date, Day, DisputeIx, Fact, Key, Level, Pair, RelationsAct, Standing, StatementIx,
    Status, TreatyAct, TreatyIx,
};
use crate::query::{
    PositionsRequest, RelationsAnswer, RelationsRequest, TreatiesRequest, belongs, members_on, positions, relations,
    treaties,
};

/// What is known of a state on one day.
pub(super) struct Known {
    /// Whether it holds; `None` where nothing is recorded that decides.
    pub(super) band: Option<Band>,
    pub(super) rests_on: Vec<StatementIx>,
    /// What belongs to it.
    pub(super) point: Option<String>,
}

impl Known {
    fn of(band: Band, rests_on: Vec<StatementIx>) -> Self {
        Self { band: Some(band), rests_on, point: None }
    }

    fn unrecorded() -> Self {
        Self { band: None, rests_on: Vec::new(), point: None }
    }

    fn with(mut self, point: impl Into<String>) -> Self {
        self.point = Some(point.into());
        self
    }
}

pub(super) fn known(base: &Base, what: &State, day: Day, today: Day) -> Known {
    match *what {
        State::Recognizes { by, of } => recognizes(base, by, of, day, today),
        State::Mutual(a, b) => both(recognizes(base, a, b, day, today), recognizes(base, b, a, day, today)),
        State::Withholds { by, of } => {
            let answer = pair_on(base, by, of, day, today);
            let refused = answer.withheld.iter().find(|mutual| mutual.by == by);
            match (refused, answer.recognition.iter().find(|mutual| mutual.by == by)) {
                (Some(mutual), _) => Known::of(mutual.band, vec![mutual.statement]),
                (None, Some(mutual)) if mutual.band == Band::Certain => {
                    Known::of(Band::No, vec![mutual.statement]).with("Recognition is recorded.")
                }
                _ => Known::unrecorded(),
            }
        }
        State::Related(a, b) => related(base, a, b, day, today),
        State::Mission { of, at, level } => mission(base, of, at, level, day, today),
        State::Member { member, organization } => member_of(base, member, organization, day),
        State::Party { party, treaty } => bound(base, party, treaty, day, today),
        State::InForce(treaty) => in_force(base, treaty, day, today),
        State::Backs { by, backs, dispute } => backing(base, by, backs, dispute, day),
        State::BackEachOther(a, b) => {
            let found = positions(base, &PositionsRequest { dispute: None, by: None, on: Some(day) });
            let each = found
                .reciprocal
                .iter()
                .filter(|pair| [pair.one.by, pair.other.by] == [a, b] || [pair.one.by, pair.other.by] == [b, a]);
            match each.max_by_key(|pair| pair.band) {
                Some(pair) => {
                    let band = base[pair.one.statement].holds(day).and(base[pair.other.statement].holds(day));
                    Known::of(band, vec![pair.one.statement, pair.other.statement])
                }
                None => Known::unrecorded(),
            }
        }
        State::Exists(actor) => {
            let periods: Vec<StatementIx> =
                base.under(Key::Existence(actor)).filter(|&ix| base[ix].fact.lasts() && base[ix].stands()).collect();
            let best = periods.iter().copied().max_by_key(|&ix| base[ix].holds(day));
            best.map_or_else(Known::unrecorded, |ix| Known::of(base[ix].holds(day), vec![ix]))
        }
    }
}

/// Both of two: what isn't recorded of one leaves both open, unless the other says no.
fn both(one: Known, other: Known) -> Known {
    let band = match (one.band, other.band) {
        (Some(a), Some(b)) => Some(a.and(b)),
        (Some(Band::No), None) | (None, Some(Band::No)) => Some(Band::No),
        _ => None,
    };
    let rests_on = one.rests_on.into_iter().chain(other.rests_on).collect();
    Known { band, rests_on, point: one.point.or(other.point) }
}

fn pair_on(base: &Base, a: ActorIx, b: ActorIx, day: Day, today: Day) -> RelationsAnswer {
    let pair = Pair::new(a, b).expect("the grammar names two different actors");
    relations(base, &RelationsRequest { parties: [a, b], pair, on: Some(day), today })
}

fn recognizes(base: &Base, by: ActorIx, of: ActorIx, day: Day, today: Day) -> Known {
    let answer = pair_on(base, by, of, day, today);
    let refused: Vec<StatementIx> = answer
        .withheld
        .iter()
        .filter(|mutual| mutual.by == by && mutual.band == Band::Certain)
        .map(|mutual| mutual.statement)
        .collect();
    if let Some(mutual) = answer.recognition.iter().find(|mutual| mutual.by == by) {
        return Known::of(mutual.band, vec![mutual.statement]);
    }
    if !refused.is_empty() {
        return Known::of(Band::No, refused).with("Recognition was withheld.");
    }
    if answer.status.certain == Some(Status::Established) {
        let begun: Vec<StatementIx> = answer
            .history
            .iter()
            .copied()
            .filter(|&ix| matches!(base[ix].fact, Fact::Relations { .. }) && base[ix].begins.by(day) == Band::Certain)
            .collect();
        let rests_on = begun.first().copied().into_iter().collect();
        let point = format!(
            "No act by which {} recognized {} is recorded; relations imply it.",
            name(base, by),
            name(base, of)
        );
        return Known::of(Band::Certain, rests_on).with(point);
    }
    let own: Vec<StatementIx> = answer
        .history
        .iter()
        .copied()
        .filter(|&ix| matches!(base[ix].fact, Fact::Recognition { by: who, .. } if who == by) && base[ix].stands())
        .collect();
    // An act before or after the day says that it didn't hold on it.
    if !own.is_empty() {
        let at = own.iter().copied().rfind(|&ix| base[ix].begins.by(day) != Band::No).or(own.first().copied());
        return Known::of(Band::No, at.into_iter().collect());
    }
    let denied = refusals(base, by, of);
    if denied.is_empty() { Known::unrecorded() } else { Known { band: None, rests_on: denied, point: None } }
}

fn related(base: &Base, a: ActorIx, b: ActorIx, day: Day, today: Day) -> Known {
    let answer = pair_on(base, a, b, day, today);
    let acts: Vec<StatementIx> = answer
        .history
        .iter()
        .copied()
        .filter(|&ix| {
            let is_act = matches!(
                base[ix].fact,
                Fact::Relations {
                    act: RelationsAct::Established
                        | RelationsAct::Severed
                        | RelationsAct::Suspended
                        | RelationsAct::Resumed
                        | RelationsAct::Absent,
                    ..
                }
            );
            is_act && base[ix].stands() && base[ix].begins.by(day) != Band::No
        })
        .collect();
    let last: Vec<StatementIx> = acts.last().copied().into_iter().collect();
    match (answer.status.certain, &answer.status.possible[..]) {
        (Some(Status::Established), _) => {
            let rests_on = if last.is_empty() {
                answer.missions.iter().map(|mission| mission.statement).take(1).collect()
            } else {
                last
            };
            Known::of(Band::Certain, rests_on)
        }
        (Some(status), _) => Known::of(Band::No, last).with(match status {
            Status::Suspended => "Relations were suspended.",
            Status::Severed => "Relations were severed.",
            Status::Recognized => "There was recognition without relations.",
            Status::None | Status::Established => "There were none.",
        }),
        (None, []) => Known::unrecorded(),
        (None, several) if acts.is_empty() && answer.missions.is_empty() => {
            let _ = several;
            let later = answer
                .history
                .iter()
                .copied()
                .find(|&ix| matches!(base[ix].fact, Fact::Relations { act: RelationsAct::Established, .. }));
            match later {
                // They begin later.
                Some(ix) => {
                    Known::of(if several.contains(&Status::Established) { Band::Possible } else { Band::No }, vec![ix])
                }
                None => Known::unrecorded(),
            }
        }
        (None, several) => {
            Known::of(if several.contains(&Status::Established) { Band::Possible } else { Band::No }, last)
        }
    }
}

fn mission(base: &Base, of: ActorIx, at: ActorIx, level: Option<Level>, day: Day, today: Day) -> Known {
    let answer = pair_on(base, of, at, day, today);
    let own = answer.missions.iter().filter(|mission| mission.of == of);
    let fits = own.filter(|mission| level.is_none() || mission.level.is_none() || mission.level == level);
    let best = fits.max_by_key(|mission| (mission.band, mission.level == level));
    if let Some(mission) = best {
        let named = level.is_none() || mission.level == level;
        let band = mission.band.and(if named { Band::Certain } else { Band::Possible });
        return Known::of(band, vec![mission.statement]);
    }
    let ever: Vec<StatementIx> = answer
        .history
        .iter()
        .copied()
        .filter(|&ix| {
            matches!(base[ix].fact, Fact::Relations { act, by, .. } if act.is_of_mission() && by == Some(of))
                && base[ix].stands()
        })
        .collect();
    let broken = matches!(answer.status.certain, Some(Status::Severed | Status::None | Status::Recognized));
    match ever.iter().copied().rfind(|&ix| base[ix].begins.by(day) != Band::No) {
        Some(ix) => Known::of(Band::No, vec![ix]),
        None if broken && level.is_some_and(Level::needs_relations) => {
            Known::of(Band::No, Vec::new()).with("There were no relations, without which there is none.")
        }
        None if !ever.is_empty() => {
            Known::of(Band::No, ever[..1].to_vec()).with("The first that is recorded opened later.")
        }
        None => Known::unrecorded(),
    }
}

fn member_of(base: &Base, member: ActorIx, organization: ActorIx, day: Day) -> Known {
    let own: Vec<StatementIx> = base
        .under(Key::MembershipsOf(member))
        .filter(|&ix| {
            matches!(base[ix].fact, Fact::Membership { organization: of, .. } if of == organization)
                && base[ix].stands()
        })
        .collect();
    let full = |ix: &StatementIx| {
        matches!(base[*ix].fact, Fact::Membership { standing: Standing::Member | Standing::Founder, .. })
    };
    let holding = own.iter().copied().filter(|ix| full(ix)).max_by_key(|&ix| base[ix].holds(day));
    match belongs(base, organization, member, day) {
        Band::No => {}
        band => return Known::of(band, holding.into_iter().collect()),
    }
    if let Some(ix) = holding {
        return Known::of(Band::No, vec![ix]).with(format!("It was a member {}.", period(&base[ix])));
    }
    if let Some(&ix) = own.iter().find(|ix| base[**ix].holds(day) != Band::No)
        && let Fact::Membership { standing, .. } = base[ix].fact
    {
        return Known::of(Band::No, vec![ix]).with(format!("Its standing was: {standing}."));
    }
    let members = members_on(base, organization, day).len();
    if members > 0 {
        let point = format!(
            "{members} members are recorded for {}, and it isn't one of them.",
            on_date(&Date::of(day)).trim_start_matches("on ")
        );
        return Known::of(Band::No, Vec::new()).with(point);
    }
    Known::unrecorded()
}

fn bound(base: &Base, party: ActorIx, treaty: TreatyIx, day: Day, today: Day) -> Known {
    let request = TreatiesRequest { actors: vec![party], treaty: Some(treaty), on: None, today: day };
    let mut found = treaties(base, &TreatiesRequest { today: day.max(today), on: None, ..request.clone() });
    let with_day = treaties(base, &TreatiesRequest { on: Some(day), ..TreatiesRequest { today, ..request } });
    let Some(state) = found.treaties.pop() else { return Known::unrecorded() };
    let band = with_day.treaties.first().map_or(Band::No, |state| state.in_force);
    let actions = state.parties.first().map(|party| party.actions.clone()).unwrap_or_default();
    let deeds: Vec<String> = actions
        .iter()
        .filter_map(|&ix| match base[ix].fact {
            Fact::Treaty { act, .. } => Some(format!("{} {}", act.name().replace('-', " "), dated(&base[ix]))),
            _ => None,
        })
        .collect();
    Known::of(band, actions).with(format!("Recorded: {}.", deeds.join(", ")))
}

fn in_force(base: &Base, treaty: TreatyIx, day: Day, today: Day) -> Known {
    let whole = |wanted: TreatyAct| {
        base.under(Key::Treaty(treaty)).find(|&ix| {
            matches!(base[ix].fact, Fact::Treaty { act, party: None, .. } if act == wanted) && base[ix].stands()
        })
    };
    let ended = whole(TreatyAct::Terminated).filter(|&ix| base[ix].begins.by(day) != Band::No);
    if let Some(ix) = ended {
        let band = if base[ix].begins.by(day) == Band::Certain { Band::No } else { Band::Possible };
        return Known::of(band, vec![ix]);
    }
    if let Some(ix) = whole(TreatyAct::EnteredIntoForce) {
        return Known::of(base[ix].begins.by(day), vec![ix]);
    }
    let answer = treaties(base, &TreatiesRequest { actors: Vec::new(), treaty: Some(treaty), on: Some(day), today });
    let parties = answer.treaties.first().map(|state| &state.parties[..]).unwrap_or_default();
    match parties.iter().map(|party| party.in_force).max() {
        Some(band @ (Band::Certain | Band::Possible)) => {
            Known::of(band, Vec::new()).with("It follows from what its parties did.")
        }
        _ => Known::unrecorded(),
    }
}

fn backing(base: &Base, by: ActorIx, backs: ActorIx, dispute: Option<DisputeIx>, day: Day) -> Known {
    let found = positions(base, &PositionsRequest { dispute, by: Some(by), on: None });
    let own = found.positions.iter().filter(|one| one.backs == backs);
    if let Some(one) = own.max_by_key(|one| base[one.statement].holds(day)) {
        return Known::of(base[one.statement].holds(day), vec![one.statement]);
    }
    let rival = found.positions.iter().find(|one| dispute.is_some() && base[one.statement].holds(day) == Band::Certain);
    match rival {
        Some(one) => Known::of(Band::No, vec![one.statement]).with(format!("It backs {}.", name(base, one.backs))),
        None => Known::unrecorded(),
    }
}
