//! Briefs of the miniature world as documents, byte for byte, and what must hold of every document.
//!
//! `CHANCERY_BLESS=1` writes what is made as what is expected.

use std::collections::BTreeSet;

use chancery::model::{Base, Key, Pair};
use chancery::query::{BriefRequest, Subject, brief};
use chancery::report::{self, Block, Document, RichText, Run};

use super::differs;
use crate::bases::{actor, at, day, miniature_with};

/// The world of the charts, with what only briefs tell.
fn world() -> Base {
    let more = [
        ("organizations/league.ron", "Organization(id: 'league', name: 'League of *Ports* & <Isles>', kind: Organization)"),
        ("organizations/assembly.ron", "Organization(id: 'assembly', name: 'Assembly of the League', kind: Body, of: 'league')"),
        (
            "memberships/league.ron",
            "Memberships(of: 'league', sources: ['gazette'], members: [(member: 'norland', from: '1950'), (member: 'sudara', from: '2004')])",
        ),
        (
            "disputes/isles.ron",
            "Dispute(id: 'isles', name: 'The Isles', claimants: ['sudara', 'corvia'], positions: [(by: 'norland', backs: 'sudara', from: '../2003', sources: ['gazette'])])",
        ),
        (
            "resolutions/assembly.ron",
            "Resolutions([
                (id: 'a-1', by: 'assembly', title: 'On | pipes', on: '2006-05-01', about: ['norland', 'sudara'], vote: Recorded, tally: (favour: 2, against: 1), sources: ['gazette'], roll_call: (sources: ['herald'], favour: ['norland', 'sudara'])),
                (id: 'a-2', by: 'assembly', title: 'On tides', on: '2007-05-01', sources: ['gazette'], roll_call: (sources: ['herald'], favour: ['norland'], abstaining: ['sudara'])),
                (id: 'a-3', by: 'assembly', title: 'On tides', on: '2008-05-01', sources: ['gazette'], roll_call: (sources: ['herald'], favour: ['norland'], abstaining: ['sudara'])),
            ])",
        ),
        (
            "claims/norland.ron",
            "Claims([
                (id: 'sudara-first', text: 'Sudara was the first to recognize Norland.', asserts: Nth(nth: 1, by: 'sudara', of: 'norland'), sources: ['almanac']),
                (id: 'sudara-third', text: 'Sudara was the third to recognize Norland.', asserts: Nth(nth: 3, by: 'sudara', of: 'norland'), sources: ['herald']),
            ])",
        ),
        ("gaps/norland.ron", "Gaps([(about: ['norland', 'sudara'], what: 'the note of 1991', looked_in: 'the archive of Norhaven')])"),
    ];
    miniature_with(&more)
}

fn document(base: &Base, who: &[&str], on: &str) -> Document {
    let of = |id: &str| base.find_actor(id).unwrap_or_else(|| panic!("no actor {id}"));
    let subject = match who {
        [one] => Subject::One(of(one)),
        [one, other] => Subject::two(of(one), of(other)).expect("two actors"),
        _ => panic!("one or two"),
    };
    let answer = brief(base, &BriefRequest { subject, on: day(on), today: day("2026-07-01") });
    report::brief(base, &answer)
}

/// Compares both forms of a document with golden files, and with themselves.
fn check(who: &[&str], on: &str, name: &str) {
    let base = world();
    let document = document(&base, who, on);
    sound(&document);
    let html = report::html(&document);
    accessible(&html);
    let folder = at("tests/golden");
    let found = [
        differs(&folder.join(format!("{name}.md")), &report::markdown(&document)),
        differs(&folder.join(format!("{name}.html")), &html),
    ];
    let found: Vec<String> = found.into_iter().flatten().collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
    // A world loaded anew gives the same bytes.
    let again = self::document(&world(), who, on);
    assert_eq!(report::html(&again), html);
    assert_eq!(again, document);
}

/// Every note leads to a reference, every reference is cited, every table has a cell for each column, no part is empty.
fn sound(document: &Document) {
    let mut cited: BTreeSet<usize> = BTreeSet::new();
    let mut read = |text: &RichText| {
        for run in &text.0 {
            match run {
                Run::Notes(notes) => cited.extend(notes),
                Run::Plain(text) | Run::Strong(text) | Run::Emphasis(text) | Run::Mark(text) => {
                    assert!(!text.is_empty(), "an empty run");
                    assert!(!text.contains("  ") && !text.contains(".."), "{text:?}");
                }
            }
        }
    };
    document.lead.iter().for_each(&mut read);
    for section in &document.sections {
        assert!(!section.blocks.is_empty(), "{} is empty", section.title);
        for block in &section.blocks {
            match block {
                Block::Heading(title) => assert!(!title.is_empty()),
                Block::Paragraph(text) | Block::Remark(text) => read(text),
                Block::List(items) => items.iter().for_each(&mut read),
                Block::Table(table) => {
                    assert!(!table.rows.is_empty() && !table.caption.is_empty());
                    assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.caption);
                    table.rows.iter().flatten().for_each(&mut read);
                }
            }
        }
    }
    let all: BTreeSet<usize> = (1..=document.references.len()).collect();
    assert_eq!(cited, all, "notes and references differ");
}

/// The page is well-formed, its ids are unique, its links lead somewhere, its headings go down one by one, its tables have
/// captions and scopes, and nothing of it comes from elsewhere.
fn accessible(html: &str) {
    let body = html.strip_prefix("<!DOCTYPE html>\n").expect("a document type");
    let page = roxmltree::Document::parse(body).expect("well-formed");
    let all = || page.descendants().filter(roxmltree::Node::is_element);
    assert_eq!(page.root_element().attribute("lang"), Some("en"));
    let mut ids = BTreeSet::new();
    for id in all().filter_map(|node| node.attribute("id")) {
        assert!(ids.insert(id), "two elements are called {id}");
    }
    for link in all().filter_map(|node| node.attribute("href")) {
        let target = link.strip_prefix('#');
        assert!(target.map_or(link.starts_with("http"), |id| ids.contains(id)), "{link} leads nowhere");
    }
    for name in ["script", "link", "img", "iframe"] {
        assert!(all().all(|node| !node.has_tag_name(name)), "the page has a {name}");
    }
    let levels = all().filter_map(|node| node.tag_name().name().strip_prefix('h')?.parse::<u32>().ok());
    let levels: Vec<u32> = levels.collect();
    assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
    for table in all().filter(|node| node.has_tag_name("table")) {
        assert!(table.children().any(|node| node.has_tag_name("caption")));
        assert!(table.descendants().filter(|node| node.has_tag_name("th")).all(|th| th.has_attribute("scope")));
    }
    for landmark in ["header", "main", "footer"] {
        assert_eq!(all().filter(|node| node.has_tag_name(landmark)).count(), 1, "{landmark}");
    }
}

#[test]
fn two_of_the_miniature_world() {
    check(&["norland", "sudara"], "2013-01-01", "brief-norland-sudara");
}

#[test]
fn one_of_the_miniature_world() {
    check(&["norland"], "2013-01-01", "brief-norland");
}

/// Whether relations or a recognition of the two are recorded.
fn tied(base: &Base, one: &str, other: &str) -> bool {
    let [a, b] = [one, other].map(|id| actor(base, id));
    let pair = Pair::new(a, b).expect("two actors");
    let recognized = |of, by| base.under(Key::RecognitionOf(of)).any(|ix| base[ix].fact.actors().any(|one| one == by));
    base.under(Key::Relations(pair)).next().is_some() || recognized(a, b) || recognized(b, a)
}

#[test]
fn every_pair_and_every_one_is_told_soundly() {
    let base = world();
    let ids: Vec<&str> = base.actors.iter().map(|actor| actor.id.as_str()).collect();
    for one in &ids {
        let alone = document(&base, &[one], "2013-01-01");
        sound(&alone);
        accessible(&report::html(&alone));
        // With two thirds of all there is nothing between them, and one in nine of these is enough.
        let others =
            ids.iter().enumerate().filter(|(n, other)| *other > one && (tied(&base, one, other) || n % 9 == 0));
        for (_, other) in others {
            let both = document(&base, &[one, other], "1992-01-15");
            sound(&both);
            accessible(&report::html(&both));
        }
    }
}

#[test]
fn what_is_not_recorded_is_told_apart_from_no() {
    let base = world();
    let words = |who: &[&str]| report::markdown(&document(&base, who, "2013-01-01"));
    let nothing = words(&["zemlya", "islandia"]);
    assert!(
        nothing.contains("Nothing on the relations of Zemlya and Islandia by 1 January 2013 is recorded."),
        "{nothing}"
    );
    assert!(nothing.contains("That doesn’t say that there were none."));
    let refused = words(&["norland", "meridia"]);
    assert!(refused.contains("Meridia withholds recognition of Norland, by February 1992."), "{refused}");
}

/// A brief of a world of a few lines, as text.
fn told(countries: &str, files: &[(&str, &str)], who: &[&str], on: &str) -> String {
    report::markdown(&document(&crate::bases::world(countries, files), who, on))
}

#[test]
fn missions_that_may_be_closed_are_named_apart() {
    let text = told(
        "a b c",
        &[(
            "relations/a.ron",
            "Relations(of: 'a', sources: ['s'], pairs: [(with: 'b', acts: [(act: MissionOpened, by: 'a', level: Embassy, on: '1990-01-01')]), \
             (with: 'c', acts: [(act: MissionOpened, by: 'a', level: Embassy, on: '1990'), (act: MissionClosed, by: 'a', level: Embassy, on: '2020/..')])])",
        )],
        &["a"],
        "2026-07-01",
    );
    assert!(text.contains("**Its missions in** (1): B."), "{text}");
    assert!(text.contains("of or in** (1): C."), "{text}");
}

#[test]
fn a_treaty_that_possibly_binds_both_is_told() {
    let acts = "(act: Ratified, by: 'a', on: '1961-01-01'), (act: Ratified, by: 'b', on: '1961-01-01')";
    let treaty = format!("Treaty(id: 'u', title: 'U', kind: Multilateral, sources: ['s'], acts: [{acts}])");
    let text = told("a b", &[("treaties/u.ron", &treaty)], &["a", "b"], "2010-01-01");
    assert!(text.contains("No treaty on record certainly binds both, and 1 more possibly."), "{text}");
}

#[test]
fn a_roll_call_that_one_missed_isnt_one_in_which_both_voted() {
    let call = |id: &str, votes: &str| {
        format!(
            "(id: '{id}', by: 'g', title: '{id}', on: '1980-01-01', about: ['a'], sources: ['s'], roll_call: (sources: ['s'], {votes}))"
        )
    };
    let both = [call("r", "favour: ['a', 'b']"), call("q", "favour: ['a'], absent: ['b']")].join(", ");
    let text = told(
        "a b",
        &[
            ("organizations/g.ron", "Organization(id: 'g', name: 'G', kind: Body)"),
            ("resolutions/r.ron", &format!("Resolutions([{both}])")),
        ],
        &["a", "b"],
        "2010-01-01",
    );
    assert!(text.contains("Of 1 roll call on record in which both voted, they voted alike in 1 (100 %)."), "{text}");
}

#[test]
fn of_relations_that_are_told_those_that_were_severed_later_are_counted() {
    let base = crate::bases::world(
        "a",
        &[
            (
                "countries/b.ron",
                "Country(id: 'b', name: 'B', class: Sovereign, existence: [(from: '1950-01-01', until: '2005-01-01', sources: ['s'])])",
            ),
            ("countries/c.ron", "Country(id: 'c', name: 'C', class: Sovereign)"),
            (
                "relations/a.ron",
                "Relations(of: 'a', sources: ['s'], pairs: [(with: 'b', acts: [(act: Established, on: '1990-01-01')]), \
                 (with: 'c', acts: [(act: Established, on: '1990-01-01'), (act: Severed, on: '2006-01-01')])])",
            ),
        ],
    );
    let text = report::markdown(&document(&base, &["a"], "2000-01-01"));
    assert!(
        text.contains("**Diplomatic relations with** (2): B and C.") && text.contains("Of these, 1 end later"),
        "{text}"
    );
}
