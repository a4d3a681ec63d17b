//! Resolutions by body and by subject.

use chancery::chart::{self, Options};
use chancery::model::{Base, Closed};
use chancery::query::{ResolutionsAnswer, ResolutionsRequest, resolutions};

use super::{actor, id, today, world};

fn base() -> Base {
    let body = |id: &str, of: &str| format!("Organization(id: '{id}', name: '{id}', kind: Body, of: '{of}')");
    let (senate, committee) = (body("senate", "a"), body("committee", "senate"));
    world(
        "a b c",
        &[
            ("organizations/senate.ron", &senate),
            ("organizations/committee.ron", &committee),
            ("disputes/d.ron", "Dispute(id: 'd', name: 'D', claimants: ['a', 'b'])"),
            ("events/d.ron", "Events([(id: 'e', name: 'E', on: '1992-02-26', dispute: 'd', sources: ['s'])])"),
            (
                "resolutions/all.ron",
                "Resolutions([
                    (id: 'r1', by: 'committee', title: 'R1', on: '2012-02-01', does: [(act: Condemns, what: 'e')], sources: ['s']),
                    (id: 'r2', by: 'senate', title: 'R2', on: '2010', about: ['d'], sources: ['s'], roll_call: (sources: ['s'], favour: ['b', 'a'], against: ['c'])),
                    (id: 'r3', by: 'a', title: 'R3', on: '2011', about: ['b'], sources: ['s']),
                    (id: 'r4', by: 'senate', title: 'R4', on: '2009', about: ['d'], sources: ['s'], withdrawn: 'a mistake'),
                ])",
            ),
        ],
    )
}

fn line(base: &Base, answer: &ResolutionsAnswer) -> String {
    answer.resolutions.iter().map(|&ix| base[ix].id.as_str()).collect::<Vec<_>>().join(" ")
}

#[test]
fn by_a_body_and_by_whom_it_belongs_to() {
    let base = base();
    for (by, expected) in [("committee", "r1"), ("senate", "r2 r1"), ("a", "r2 r3 r1"), ("b", "")] {
        let request = ResolutionsRequest::all().by(actor(&base, by));
        assert_eq!(line(&base, &resolutions(&base, &request)), expected, "{by}");
    }
}

/// The committee of the senate of `a`, in pictures: whoever owns it in the end has its resolution on the timeline.
#[test]
fn the_act_of_a_body_of_a_body_is_on_the_timeline_of_its_owner() {
    let base = base();
    let options = Options::new(today());
    let drawn = |plan: chart::Plan| plan.items.iter().any(|item| &*item.statement == "resolution/r1");
    for (of, expected) in [("a", true), ("b", false)] {
        assert_eq!(drawn(chart::actor(&base, actor(&base, of), &[], &options)), expected, "{of}");
    }
    for (of, owner) in [("committee", "a"), ("senate", "a"), ("a", "a"), ("b", "b")] {
        assert_eq!(id(&base, base.owner_of(actor(&base, of))), owner, "{of}");
    }
}

#[test]
fn about_a_subject_or_doing_something_to_it() {
    let base = base();
    // Of a dispute, its events are part.
    for (about, expected) in [("e", "r1"), ("d", "r2 r1"), ("b", "r3"), ("c", "")] {
        let request = ResolutionsRequest::all().about(base.find(about));
        assert_eq!(line(&base, &resolutions(&base, &request)), expected, "{about}");
    }
    assert_eq!(line(&base, &resolutions(&base, &ResolutionsRequest::default())), "r2 r3 r1");
}

#[test]
fn a_roll_call_goes_by_choice_and_name() {
    let base = base();
    let request = ResolutionsRequest::all().by(actor(&base, "senate"));
    let first = resolutions(&base, &request).resolutions[0];
    let votes: Vec<String> = ResolutionsAnswer::roll_call(&base, first)
        .into_iter()
        .map(|(choice, by, _)| format!("{} {}", choice.name(), id(&base, by)))
        .collect();
    assert_eq!(votes, ["favour a", "favour b", "against c"]);
}
