//! What `check` leaves alone: whatever is possible, explained or excused.

use std::borrow::Cow;

use chancery::load::{SourceFile, load};
use chancery::model::Day;

const WORLD: &[(&str, &str)] = &[
    ("dataset.ron", r#"Dataset(name: "d", version: "1", format: 2)"#),
    ("countries/pakistan.ron", r#"Country(id: "pakistan", name: "Pakistan", class: Sovereign)"#),
    (
        "countries/azerbaijan.ron",
        r#"Country(
            id: "azerbaijan", name: "Azerbaijan", class: Sovereign,
            existence: [
                (from: "1918-05-28", until: "1920", sources: ["s"]),
                (from: "1991-10-18", sources: ["s"], or: [(from: "1991-12-26", sources: ["s"])], contest: "…", tag: "1991"),
            ],
        )"#,
    ),
    ("sources/s.ron", r#"Sources([(id: "s", title: "t", publisher: "p", grade: Primary, kind: Official)])"#),
];

/// The codes that are found when these files are added to the world.
fn check(added: &[(&str, &str)], expected: &[&str]) {
    let files = WORLD.iter().chain(added).map(|(path, text)| SourceFile {
        path: (*path).to_owned(),
        root: String::new(),
        text: Cow::Owned((*text).to_owned()),
    });
    let loaded = load(files.collect(), Vec::new());
    assert!(loaded.diagnostics.is_empty(), "{:#?}", loaded.diagnostics);
    let found = chancery::check::check(&loaded.base, Day::parse("2026-11-23").expect("a day"));
    let codes: Vec<&str> = found.iter().map(|finding| finding.code.as_str()).collect();
    assert_eq!(codes, expected, "{added:?}\n{found:#?}");
}

fn recognized(fields: &str) -> String {
    format!("Recognitions(of: \"azerbaijan\", acts: [(by: \"pakistan\", {fields}, sources: [\"s\"])])")
}

const ESTABLISHED: (&str, &str) = (
    "relations/azerbaijan.ron",
    r#"Relations(of: "azerbaijan", pairs: [(with: "pakistan", acts: [(act: Established, on: "1992-06-09", sources: ["s"])])])"#,
);

#[test]
fn only_what_is_certain_is_a_finding() {
    for (on, expected) in [
        ("1991-12-12", &[][..]),
        ("1991-10-18", &[]),
        ("1991", &[]),
        ("1990/1991-10", &[]),
        ("1991-10-17", &["C402"]),
        ("1920-12-31", &[]),
        ("1921", &["C402"]),
        ("1918-05", &[]),
        ("1918-05-27", &["C401"]),
        ("2026", &[]),
        ("2026-11-23", &[]),
        ("2026-11-24", &["C403"]),
    ] {
        check(&[("recognitions/a.ron", &recognized(&format!("on: \"{on}\"")))], expected);
    }
    check(&[("recognitions/a.ron", &recognized("tag: \"undated\""))], &[]);
}

#[test]
fn recognition_may_come_on_the_day_of_relations_or_without_a_date() {
    for (fields, expected) in [
        ("on: \"1992-06-09\"", &[][..]),
        ("on: \"1992-06\"", &[]),
        ("tag: \"undated\"", &[]),
        ("on: \"1992-06-10\"", &["C404"]),
        ("on: \"1992-06-10\", as: Government", &[]),
        ("on: \"1992-06-10\", withdrawn: \"a mistake\"", &[]),
        ("on: \"1992-06-10\", or: [(on: \"1992-06-08\", sources: [\"s\"])], contest: \"…\"", &[]),
    ] {
        check(&[ESTABLISHED, ("recognitions/a.ron", &recognized(fields))], expected);
    }
}

#[test]
fn what_is_withdrawn_was_given_in_that_capacity() {
    for (given, taken, expected) in [
        ("", "", &[][..]),
        ("as: Government, ", "as: Government, ", &[]),
        ("as: Government, ", "", &[]),
        ("", "as: Government, ", &["C409"]),
    ] {
        let acts = format!(
            r#"Recognitions(of: "azerbaijan", sources: ["s"], acts: [
                (by: "pakistan", {given}on: "1991-12-12"),
                (by: "pakistan", act: Withdrawn, {taken}on: "1995-01-01"),
            ])"#
        );
        check(&[("recognitions/a.ron", &acts)], expected);
    }
}

#[test]
fn a_denial_alone_is_no_contest() {
    check(&[("recognitions/a.ron", &recognized("says: Denies"))], &[]);
    check(
        &[("recognitions/a.ron", &recognized("on: \"1991-12-12\", or: [(says: Denies, sources: [\"s\"])]"))],
        &["C305"],
    );
}

#[test]
fn an_exception_names_the_act_or_what_it_conflicts_with() {
    let early = recognized("on: \"1918-05-27\"");
    for (code, on, expected) in [
        ("C401", "recognition/azerbaijan/pakistan", &[][..]),
        ("C401", "existence/azerbaijan", &[]),
        ("c401", "existence/azerbaijan", &[]),
        ("C401", "existence/azerbaijan/1991", &["C401", "C501"]),
        ("C402", "existence/azerbaijan", &["C401", "C501"]),
        ("C401", "azerbaijan", &["C401", "C501"]),
    ] {
        let exception = format!("Exceptions([(code: \"{code}\", on: \"{on}\", reason: \"…\")])");
        check(&[("recognitions/a.ron", &early), ("exceptions/a.ron", &exception)], expected);
    }
}

#[test]
fn two_spellings_of_one_name_clash_only_in_the_same_years_and_the_same_rank() {
    let country = |fields: &str| format!("Country(id: \"zaire\", name: \"Zaire\", class: Historical, {fields})");
    for (fields, expected) in [
        ("aliases: [\"Pakistan\"]", &[][..]),
        ("aliases: [\"the other\"]", &[]),
        ("names: [(name: \"Zaire\", kind: Former)]", &[]),
        ("codes: [(scheme: Iso2, code: \"ZR\")]", &[]),
        ("codes: [(scheme: Iso2, code: \"XX\", until: \"1971\")]", &[]),
        ("codes: [(scheme: Iso2, code: \"XX\", until: \"1998\")]", &["C207"]),
        ("codes: [(scheme: Iso3, code: \"XX\")]", &[]),
    ] {
        let other = "Country(id: \"new\", name: \"New\", class: Sovereign, codes: [(scheme: Iso2, code: \"xx\", from: \"1997\")])";
        let recognition = recognized("on: \"1991-12-12\"");
        let added = [
            ("recognitions/a.ron", &*recognition),
            ("countries/new.ron", other),
            ("countries/z.ron", &country(fields)),
        ];
        check(&added, expected);
    }
}
