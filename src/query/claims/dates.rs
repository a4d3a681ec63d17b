//! Claims about a date, an order of two statements, a status on a day.

use super::{Settles, Trial, Untried, Verdict, settles};
use crate::model::{Band, Base, Date, Day, Fact, Key, Pair, StatementIx, Status};
use crate::query::relations::{RelationsRequest, relations};

/// The statement has this date.
pub(super) fn dated(base: &Base, ix: StatementIx, on: &Date) -> Trial {
    let statement = &base[ix];
    if !statement.stands() {
        return Trial { against: vec![ix], ..Trial::of(Verdict::Contradicted) };
    }
    if statement.date().is_none() {
        return Trial::untested(Untried::NoDate);
    }
    let said: Vec<&Date> =
        statement.attestations.iter().filter(|a| a.counts()).filter_map(|a| a.date.as_ref()).collect();
    let meets = |date: &Date| date.earliest() <= on.latest() && on.earliest() <= date.latest();
    let when = &statement.begins;
    let verdict = if !said.iter().any(|date| meets(date)) {
        Verdict::Contradicted
    } else if on.earliest() <= when.earliest && when.latest <= on.latest() {
        Verdict::Supported
    } else {
        Verdict::Undecided
    };
    let mut trial = Trial::of(verdict);
    match verdict {
        Verdict::Contradicted => trial.against.push(ix),
        _ => trial.supporting.push(ix),
    }
    trial.settles.push(settles(base, ix));
    trial
}

/// One statement came before another. Of two that are or may be of one day, hours would decide.
pub(super) fn before(base: &Base, earlier: StatementIx, later: StatementIx) -> Trial {
    let (first, second) = (&base[earlier], &base[later]);
    if !first.stands() || !second.stands() {
        let fallen = [earlier, later].into_iter().filter(|ix| !base[*ix].stands()).collect();
        return Trial { against: fallen, ..Trial::of(Verdict::Contradicted) };
    }
    if first.date().is_none() || second.date().is_none() {
        return Trial::untested(Untried::NoDate);
    }
    let both = vec![earlier, later];
    if first.begins.before(&second.begins) == Band::Certain {
        Trial { supporting: both, ..Trial::of(Verdict::Supported) }
    } else if second.begins.before(&first.begins) == Band::Certain {
        Trial { against: both, ..Trial::of(Verdict::Contradicted) }
    } else {
        let vague = |ix: &&StatementIx| base[**ix].begins.earliest != base[**ix].begins.latest;
        let mut open: Vec<Settles> = both.iter().filter(vague).map(|ix| settles(base, *ix)).collect();
        if open.is_empty() {
            open.push(Settles::Hours(earlier));
        }
        Trial { supporting: both, settles: open, ..Trial::of(Verdict::Undecided) }
    }
}

/// The relations of a pair had this status: on every day of the date.
pub(super) fn status(base: &Base, pair: Pair, status: Status, on: &Date, today: Day) -> Trial {
    let on_day = |day: Day| relations(base, &RelationsRequest::of(pair, today).on(day)).status;
    let ends = [on.earliest(), on.latest().min(today).max(on.earliest())].map(on_day);
    let acts: Vec<StatementIx> = base
        .relations_of(pair)
        .chain(pair.parties().into_iter().flat_map(|of| {
            base.under(Key::RecognitionOf(of))
                .filter(move |&ix| matches!(base[ix].fact, Fact::Recognition { by, .. } if by == pair.other(of)))
        }))
        .filter(|&ix| base[ix].stands())
        .collect();
    if acts.is_empty() {
        return Trial::untested(Untried::NotRecorded);
    }
    // The acts that bear on the day are those that had begun by it.
    let bearing: Vec<StatementIx> =
        acts.iter().copied().filter(|&ix| base[ix].begins.by(on.latest()) != Band::No).collect();
    if ends.iter().all(|found| found.certain == Some(status)) {
        Trial { supporting: bearing, ..Trial::of(Verdict::Supported) }
    } else if ends.iter().any(|found| found.possible.contains(&status)) {
        let open = bearing.iter().filter(|ix| base[**ix].begins.earliest != base[**ix].begins.latest);
        let settles: Vec<Settles> = open.map(|ix| settles(base, *ix)).collect();
        Trial { supporting: bearing, settles, ..Trial::of(Verdict::Undecided) }
    } else {
        Trial { against: if bearing.is_empty() { acts } else { bearing }, ..Trial::of(Verdict::Contradicted) }
    }
}
