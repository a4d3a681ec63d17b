//! Who wasn't there to vote: what follows from the members of the day and a roll call.

use chancery::ask::Asker;
use chancery::model::{Base, Entity};
use chancery::query::absentees;

use super::{id, today, world};

/// An assembly and a council of one union, with a resolution `r`.
fn base(resolution: &str) -> Base {
    let resolutions = format!("Resolutions([(id: 'r', title: 'R', sources: ['s'], {resolution})])");
    world(
        "a b c d e f g",
        &[
            ("organizations/union.ron", "Organization(id: 'union', name: 'Union', kind: Organization)"),
            ("organizations/council.ron", "Organization(id: 'council', name: 'Council', kind: Body, of: 'union')"),
            ("organizations/assembly.ron", "Organization(id: 'assembly', name: 'Assembly', kind: Body, of: 'union')"),
            ("organizations/party.ron", "Organization(id: 'party', name: 'Committee', kind: Body, of: 'assembly')"),
            (
                "memberships/union.ron",
                "Memberships(of: 'union', sources: ['s'], members: [
                    (member: 'a', from: '1945', as: Founder),
                    (member: 'b', from: '1945', as: Founder),
                    (member: 'c', from: '1950-01-01', until: '1999-01-01'),
                    (member: 'd', from: '1950-01-01', as: Observer),
                    (member: 'e', from: '2001-05-05'),
                    (member: 'f', from: '2001'),
                ])",
            ),
            ("resolutions/r.ron", &resolutions),
        ],
    )
}

/// `member band` of each, or `-` where it can't be told.
fn told(resolution: &str) -> String {
    let base = base(resolution);
    let Some(Entity::Resolution(of)) = base.find("r") else { panic!("no resolution") };
    match absentees(&base, of) {
        None => "-".to_owned(),
        Some(found) => {
            let told = found.iter().map(|one| format!("{} {}", id(&base, one.member), one.band.name()));
            told.collect::<Vec<_>>().join(", ")
        }
    }
}

#[test]
fn members_of_the_day_less_those_who_voted() {
    let call = |by: &str, on: &str, more: &str, lists: &str| {
        format!("by: '{by}', on: '{on}', {more} roll_call: (sources: ['s'], {lists})")
    };
    let tally = "tally: (favour: 1, against: 1),";
    for (resolution, expected) in [
        // Observers aren't members, and who left isn't one any longer.
        (call("assembly", "1990-01-01", tally, "favour: ['a'], against: ['b']"), "c certain"),
        (call("union", "1990-01-01", tally, "favour: ['a'], against: ['b']"), "c certain"),
        (call("party", "1990-01-01", tally, "favour: ['a'], against: ['b']"), "c certain"),
        (call("assembly", "2000-01-01", tally, "favour: ['a'], against: ['b']"), ""),
        // A recorded absence is a vote, and isn't derived.
        (call("assembly", "1990-01-01", tally, "favour: ['a'], against: ['b'], absent: ['c']"), ""),
        // Who joined on the day had no vote; who joined in its year may have had one.
        (call("assembly", "2001-05-05", tally, "favour: ['a'], against: ['b']"), "f possible"),
        (call("assembly", "2001-05-06", tally, "favour: ['a'], against: ['b']"), "e certain, f possible"),
        (call("assembly", "2001-05", tally, "favour: ['a'], against: ['b']"), "e possible, f possible"),
        (call("assembly", "2002-05-05", tally, "favour: ['a'], against: ['b']"), "e certain, f certain"),
        // Whom it admits it admits.
        (
            call(
                "assembly",
                "2001-05-06",
                &format!("does: [(act: Admits, what: 'e')], {tally}"),
                "favour: ['a'], against: ['b']",
            ),
            "f possible",
        ),
        // Without a count the roll call is taken to be whole; with one it must have as many names.
        (call("assembly", "1990-01-01", "", "favour: ['a', 'b']"), "c certain"),
        (call("assembly", "1990-01-01", "tally: (favour: 3),", "favour: ['a', 'b']"), "-"),
        (call("assembly", "1990-01-01", "", "absent: ['c']"), "-"),
        // Where sources count differently, somebody may have voted whose vote isn't recorded.
        (
            call(
                "assembly",
                "1990-01-01",
                "tally: (favour: 2), or: [(tally: (favour: 3), sources: ['s'])],",
                "favour: ['a', 'b']",
            ),
            "c possible",
        ),
        (format!("by: 'assembly', on: '1990-01-01', {tally}"), "-"),
        // Fewer than half of the members are another body, whose members aren't recorded.
        (call("council", "1990-01-01", "tally: (favour: 1),", "favour: ['a']"), "-"),
        (call("assembly", "1990-01-01", "tally: (favour: 2),", "favour: ['d', 'g']"), "-"),
    ] {
        assert_eq!(told(&resolution), expected, "{resolution}");
    }
}

/// Another government of the member that is `a` voted from its seat, and isn't a member itself.
#[test]
fn a_rival_votes_from_the_seat_of_the_member() {
    let base = world(
        "a b c d e",
        &[
            ("organizations/union.ron", "Organization(id: 'union', name: 'Union', kind: Organization)"),
            (
                "memberships/union.ron",
                "Memberships(of: 'union', sources: ['s'], members: [(member: 'a', from: '1945'), (member: 'b', from: '1945'), (member: 'c', from: '1945'), (member: 'e', from: '1945')])",
            ),
            (
                "recognitions/a.ron",
                "Recognitions(of: 'a', sources: ['s'], acts: [(by: 'c', on: '1972-01-01', as: Government, instead_of: 'd')])",
            ),
            (
                "resolutions/r.ron",
                "Resolutions([(id: 'r', by: 'union', title: 'R', on: '1950-01-01', sources: ['s'], roll_call: (sources: ['s'], favour: ['b', 'd', 'e']))])",
            ),
        ],
    );
    let Some(Entity::Resolution(of)) = base.find("r") else { panic!("no resolution") };
    let found: Vec<&str> = absentees(&base, of).into_iter().flatten().map(|one| id(&base, one.member)).collect();
    assert_eq!(found, ["c"]);
}

#[test]
fn a_body_with_members_of_its_own_is_asked_for_these() {
    let base = world(
        "a b c",
        &[
            ("organizations/union.ron", "Organization(id: 'union', name: 'Union', kind: Organization)"),
            ("organizations/council.ron", "Organization(id: 'council', name: 'Council', kind: Body, of: 'union')"),
            (
                "memberships/union.ron",
                "Memberships(of: 'union', sources: ['s'], members: [(member: 'a', from: '1945'), (member: 'b', from: '1945'), (member: 'c', from: '1945')])",
            ),
            (
                "memberships/council.ron",
                "Memberships(of: 'council', sources: ['s'], members: [(member: 'a', from: '1945'), (member: 'b', from: '1945')])",
            ),
            (
                "resolutions/r.ron",
                "Resolutions([(id: 'r', by: 'council', title: 'R', on: '1950-01-01', sources: ['s'], roll_call: (sources: ['s'], favour: ['a']))])",
            ),
        ],
    );
    let Some(Entity::Resolution(of)) = base.find("r") else { panic!("no resolution") };
    let found: Vec<&str> = absentees(&base, of).into_iter().flatten().map(|one| id(&base, one.member)).collect();
    assert_eq!(found, ["b"]);
}

/// What a question to the base of a resolution is answered.
fn answered(resolution: &str, question: &str) -> String {
    let base = base(resolution);
    let asked = Asker::new(&base, today()).ask(question).unwrap_or_else(|_| panic!("{question} isn't understood"));
    let answer = asked.answer;
    std::iter::once(&answer.sentence).chain(&answer.points).map(String::as_str).collect::<Vec<_>>().join(" ")
}

#[test]
fn answers_tell_them_apart_from_recorded_absences() {
    let call = "by: 'assembly', on: '2001-05-06', tally: (favour: 1, against: 1),
        roll_call: (sources: ['s'], favour: ['a'], against: ['b'])";
    let part = "by: 'assembly', on: '2001-05-06', tally: (favour: 9),
        roll_call: (sources: ['s'], favour: ['a'], against: ['b'])";
    for (resolution, question, expected) in [
        (
            call,
            "What was the vote on resolution r?",
            "The vote on “R”: 1 in favour, 1 against, 0 abstaining, 1 to 2 absent or not voting. Against: B. Members that day without a recorded vote: E. Possibly absent, as their membership that day or the count of votes is open: F.",
        ),
        (
            call,
            "Who missed the vote on resolution r?",
            "1 to 2 members didn't vote on “R”: E. They were members that day, and have no recorded vote. Possibly absent, as their membership that day or the count of votes is open: F.",
        ),
        (
            part,
            "What was the vote on resolution r?",
            "The vote on “R”: 1 in favour, 1 against, 0 abstaining. Against: B.",
        ),
    ] {
        assert_eq!(answered(resolution, question), expected, "{question}");
    }
}
