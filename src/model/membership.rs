//! Who belongs to an organization or a group, and when.

use super::life::days_of_life;
use super::said::turning_days;
use super::{
    ActorIx, ActorKind, AsOf, Band, Base, Choice, Course, Date, Day, Ends, Fact, Key, Known, Matter, Period, Standing,
    StatementIx, end_of, known,
};

/// The days of a membership. One of a group that begins without a date has always held: to be a western state isn't joined.
/// `None` where there is none, and of any other statement.
pub fn membership_period(base: &Base, ix: StatementIx) -> Option<Period> {
    let statement = &base[ix];
    let Fact::Membership { organization, member, .. } = statement.fact else { return None };
    let alive = |period: Period| {
        let Some(end) = end_of(base, member, period.possible().0) else { return Some(period) };
        Period::new((Day::PAST, Day::PAST), (end.earliest, end.latest)).and_then(|life| period.and(life))
    };
    let always = base[organization].kind == ActorKind::Group && statement.date().is_none() && !statement.is_denied();
    if !always {
        return statement.period().and_then(alive);
    }
    let ends = match &statement.ends {
        Ends::AtOnce | Ends::Ongoing => (Day::FUTURE, Day::FUTURE),
        Ends::Unknown => (Day::PAST, Day::FUTURE),
        Ends::At(when) => (when.earliest, when.latest),
    };
    Period::new((Day::PAST, Day::PAST), ends).filter(|_| statement.stands()).and_then(alive)
}

/// Whether a membership holds on a day.
pub fn membership(base: &Base, ix: StatementIx, day: Day) -> Band {
    membership_period(base, ix).map_or(Band::No, |period| period.holds(day))
}

/// What is known on a day of an actor's belonging to an organization or group in one of these standings. Whoever voted in one of
/// its bodies belonged to it.
pub fn known_as(
    base: &Base,
    member: ActorIx,
    organization: ActorIx,
    wanted: impl Fn(Standing) -> bool,
    asked: AsOf,
) -> Known {
    let course = membership_course(base, member, organization, wanted);
    known(base, &course, &[member, organization], Matter::Membership(organization, member), asked)
}

fn membership_course(base: &Base, member: ActorIx, organization: ActorIx, wanted: impl Fn(Standing) -> bool) -> Course {
    let own = base.under(Key::MembershipsOf(member)).filter(|&ix| match base[ix].fact {
        Fact::Membership { organization: of, standing, .. } => {
            of == organization && base[ix].stands() && wanted(standing)
        }
        _ => false,
    });
    let own: Vec<StatementIx> = own.collect();
    let periods: Vec<(StatementIx, Period)> =
        own.iter().filter_map(|&ix| Some((ix, membership_period(base, ix)?))).collect();
    let attested = own.iter().flat_map(|&ix| base[ix].attested().map(Date::earliest));
    Course::of_periods(&periods).attested_on(attested.chain(votes_in(base, organization, member)))
}

/// The days on which it can become another what is known of an actor's membership.
pub fn membership_turns(base: &Base, member: ActorIx, organization: ActorIx) -> Vec<Day> {
    let course = membership_course(base, member, organization, Standing::is_full);
    let mut days = turning_days(base, &course, Matter::Membership(organization, member));
    days.extend([member, organization].into_iter().flat_map(|actor| days_of_life(base, actor)));
    days
}

/// The days on which an actor voted in a body of an organization: only members do.
fn votes_in(base: &Base, organization: ActorIx, member: ActorIx) -> impl Iterator<Item = Day> {
    base.under(Key::VotesBy(member)).filter_map(move |ix| {
        let Fact::Vote { resolution, choice, .. } = base[ix].fact else { return None };
        let voted = choice != Choice::Absent && base.owner_of(base[resolution].by) == organization;
        (voted && base[ix].stands()).then_some(base[base[resolution].adopted].begins.earliest)
    })
}

/// The members that an organization or group certainly has on a day; observers and associates are none.
pub fn members_on(base: &Base, organization: ActorIx, day: Day) -> Vec<ActorIx> {
    standing_on(base, organization, day, Standing::is_full)
}

/// Who certainly has one of these standings on a day.
pub fn standing_on(base: &Base, organization: ActorIx, day: Day, wanted: impl Fn(Standing) -> bool) -> Vec<ActorIx> {
    let holds = base.under(Key::MembersOf(organization)).filter_map(|ix| match base[ix].fact {
        Fact::Membership { member, standing, .. } if base[ix].stands() && wanted(standing) => {
            (membership(base, ix, day) == Band::Certain).then_some(member)
        }
        _ => None,
    });
    let mut found: Vec<ActorIx> = holds.collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether an actor is a member on a day.
pub fn belongs(base: &Base, organization: ActorIx, member: ActorIx, day: Day) -> Band {
    let bands = base.under(Key::MembershipsOf(member)).map(|ix| match base[ix].fact {
        Fact::Membership { organization: of, standing, .. }
            if of == organization && standing.is_full() && base[ix].stands() =>
        {
            membership(base, ix, day)
        }
        _ => Band::No,
    });
    bands.max().unwrap_or(Band::No)
}
