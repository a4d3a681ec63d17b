//! What each attestation brings to what is said.

use chancery::query::evidence;

use super::world;

/// `bearing` of each attestation, and how many witnesses count.
#[track_caller]
fn check(act: &str, expected: &str) {
    let copy = "Sources([(id: 'a', title: 'A', publisher: 'P', grade: Primary, kind: News), \
                (id: 'b', title: 'B', publisher: 'P', grade: Tertiary, kind: Website, copy_of: 'a')])";
    let base = world(
        "x y",
        &[
            ("sources/more.ron", copy),
            ("recognitions/x.ron", &format!("Recognitions(of: 'x', acts: [(by: 'y', {act})])")),
        ],
    );
    let statement = base.find_statement("recognition/x/y").expect("a statement");
    let [one] = &evidence(&base, &[statement])[..] else { panic!("one statement was asked for") };
    let told: Vec<String> =
        one.testimonies.iter().map(|one| format!("{} {:?} {}", one.bearing, one.grades, one.witnesses)).collect();
    assert_eq!(format!("{} | {}", told.join(" | "), one.witnesses), expected, "{act}");
}

#[test]
fn attestations_decide_corroborate_contest_deny_or_are_set_aside() {
    check("on: '1991-12-12', sources: ['s']", "decides [1, 0, 0] 1 | 1");
    check(
        "on: '1991-12-12', sources: ['s'], or: [(on: '1991-12', sources: ['a'])]",
        "decides [1, 0, 0] 1 | corroborates [1, 0, 0] 1 | 2",
    );
    check(
        "on: '1991-12', sources: ['s'], or: [(on: '1991-12', sources: ['a'])]",
        "decides [1, 0, 0] 1 | corroborates [1, 0, 0] 1 | 2",
    );
    check(
        "on: '1991-12-12', sources: ['s'], or: [(on: '1991-12-13', sources: ['a'])], contest: 'who knows'",
        "contests [1, 0, 0] 1 | contests [1, 0, 0] 1 | 2",
    );
    check(
        "on: '1991-12-12', sources: ['s'], or: [(says: Denies, sources: ['a'])], contest: 'who knows'",
        "decides [1, 0, 0] 1 | denies [1, 0, 0] 1 | 1",
    );
    check(
        "on: '1991-12-12', sources: ['s'], or: [(on: '1990', rank: Deprecated, reason: 'a misprint', sources: ['a'])]",
        "decides [1, 0, 0] 1 | set-aside [1, 0, 0] 1 | 1",
    );
    check("sources: ['s']", "affirms [1, 0, 0] 1 | 1");
}

#[test]
fn copies_are_one_witness() {
    check("on: '1991-12-12', sources: ['a', 'b']", "decides [1, 0, 1] 1 | 1");
    check("on: '1991-12-12', sources: ['s', 'a', 'b']", "decides [2, 0, 1] 2 | 2");
}

#[test]
fn what_is_set_aside_makes_no_other_a_corroboration() {
    check(
        "on: '1991', sources: ['s'], or: [(on: '1991-12-12', rank: Deprecated, reason: 'a misprint', sources: ['a'])]",
        "decides [1, 0, 0] 1 | set-aside [1, 0, 0] 1 | 1",
    );
}

#[test]
fn figures_count_copies_as_one_witness_as_evidence_does() {
    let base = world(
        "x y",
        &[
            (
                "sources/more.ron",
                "Sources([(id: 'a', title: 'A', publisher: 'P', grade: Primary, kind: News), \
                 (id: 'b', title: 'B', publisher: 'P', grade: Tertiary, kind: Website, copy_of: 'a')])",
            ),
            ("recognitions/x.ron", "Recognitions(of: 'x', acts: [(by: 'y', on: '1991-12-12', sources: ['a', 'b'])])"),
        ],
    );
    let statement = base.find_statement("recognition/x/y").expect("a statement");
    assert_eq!(evidence(&base, &[statement])[0].witnesses, 1);
    let figures = chancery::query::stats(&base, super::today());
    assert_eq!((figures.single_witness, figures.curated.single_witness), (1, 1));
}

#[test]
fn what_was_retracted_is_no_open_contest() {
    let listed = |retracted: &str| {
        let act = format!(
            "on: '1991-12-12', sources: ['s'], or: [(on: '1991-12-13', sources: ['s'])], contest: 'who knows'{retracted}"
        );
        let text = format!("Recognitions(of: 'x', acts: [(by: 'y', {act})])");
        chancery::query::list(&world("x y", &[("recognitions/x.ron", &text)]), chancery::query::RecordKind::Contests)
            .len()
    };
    assert_eq!((listed(""), listed(", withdrawn: 'a mistake'")), (1, 0));
}
