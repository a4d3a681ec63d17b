//! Who backs whom, and who backs each other.

use chancery::model::{AsOf, Base, Entity};
use chancery::query::{PositionsAnswer, PositionsRequest, positions};

use super::{actor, day, id, world};

fn base(kashmir: &str, karabakh: &str) -> Base {
    let dispute = |id: &str, claimants: &str, positions: &str| {
        format!("Dispute(id: '{id}', name: '{id}', claimants: [{claimants}], sources: ['s'], positions: [{positions}])")
    };
    let one = dispute("one", "'a', 'x'", kashmir);
    let two = dispute("two", "'b', 'y'", karabakh);
    world("a b c x y", &[("disputes/one.ron", &one), ("disputes/two.ron", &two)])
}

fn ask(base: &Base, dispute: Option<&str>, by: Option<&str>, on: Option<&str>) -> PositionsAnswer {
    let dispute = dispute.map(|id| match base.find(id) {
        Some(Entity::Dispute(ix)) => ix,
        other => panic!("{id}: {other:?}"),
    });
    let by = by.map(|id| actor(base, id));
    positions(base, &PositionsRequest::all().dispute(dispute).by(by).on(on.map(|on| AsOf::of(day(on), day(on)))))
}

/// Positions as `b>a`, with `?` when only possible; then pairs as `a=b`.
fn line(base: &Base, answer: &PositionsAnswer) -> String {
    let positions = answer.positions.iter().map(|backing| {
        let mark = if backing.band == chancery::model::Band::Possible { "?" } else { "" };
        format!("{}>{}{mark}", id(base, backing.by), id(base, backing.backs))
    });
    let pairs = answer.reciprocal.iter().map(|pair| format!("{}={}", id(base, pair.one.by), id(base, pair.other.by)));
    positions.chain(pairs).collect::<Vec<_>>().join(" ")
}

#[test]
fn those_who_back_each_other() {
    let base = base(
        "(by: 'b', backs: 'a', from: '2000'), (by: 'c', backs: 'x', on: '2010')",
        "(by: 'a', backs: 'b', from: '../2005')",
    );
    assert_eq!(line(&base, &ask(&base, None, None, None)), "b>a c>x a>b a=b");
    assert_eq!(line(&base, &ask(&base, Some("one"), None, None)), "b>a c>x a=b");
    assert_eq!(line(&base, &ask(&base, None, Some("a"), None)), "a>b a=b");
    assert_eq!(line(&base, &ask(&base, None, Some("c"), None)), "c>x");
}

#[test]
fn on_a_day() {
    let base =
        base("(by: 'b', backs: 'a', from: '2000')", "(by: 'a', backs: 'b', from: '2005-01-01', until: '2010-01-01')");
    for (on, expected) in [
        ("1999-12-31", ""),
        ("2000-06-01", "b>a?"),
        ("2001-01-01", "b>a"),
        ("2005-01-01", "b>a a>b a=b"),
        ("2010-01-01", "b>a"),
    ] {
        assert_eq!(line(&base, &ask(&base, None, None, Some(on))), expected, "{on}");
    }
}

#[test]
fn positions_of_different_times_are_not_reciprocal() {
    let base = base("(by: 'b', backs: 'a', from: '1960', until: '1970-01-01')", "(by: 'a', backs: 'b', from: '1990')");
    assert_eq!(line(&base, &ask(&base, None, None, None)), "b>a a>b");
}

#[test]
fn positions_that_may_not_have_met_are_told_apart() {
    let bands = |mine: &str, theirs: &str| {
        let base = base(mine, theirs);
        let answer = ask(&base, None, None, None);
        answer.reciprocal.iter().map(|pair| pair.band.name()).collect::<Vec<_>>()
    };
    let lasting = "(by: 'a', backs: 'b', from: '../2016-01-01')";
    assert_eq!(bands("(by: 'b', backs: 'a', from: '1971', until: 'unknown')", lasting), ["possible"]);
    assert_eq!(bands("(by: 'b', backs: 'a', from: '1971')", lasting), ["certain"]);
}

#[test]
fn denied_and_deprecated_positions() {
    let base = base(
        "(by: 'b', backs: 'a', from: '2000', or: [(says: Denies, sources: ['s'])], contest: 'w'), (by: 'c', backs: 'a', from: '2000', rank: Deprecated, reason: 'wrong')",
        "",
    );
    assert_eq!(line(&base, &ask(&base, None, None, Some("2010-01-01"))), "b>a?");
}
