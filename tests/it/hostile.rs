//! Bad input of any kind is told apart and told clearly, and never stops the rest.

use std::borrow::Cow;
use std::fs;
use std::time::{Duration, Instant};

use chancery::diag::{Code, FileIx, Location, RenderFormat, render};
use chancery::load::disk::{self, DiskError, Limits};
use chancery::load::{Loaded, SourceFile, load};
use proptest::prelude::*;

/// Loads one file beside a manifest.
fn read(path: &str, text: &str) -> Loaded {
    let file = |path: &str, text: &str| SourceFile {
        path: path.to_owned(),
        root: String::new(),
        text: Cow::Owned(text.to_owned()),
    };
    load(vec![file("dataset.ron", "Dataset(name: \"d\", version: \"1\", format: 2)"), file(path, text)], Vec::new())
}

/// `code line:column message; help`, for every problem with the shape of a file.
fn check(path: &str, text: &str, expected: &[&str]) {
    let loaded = read(path, text);
    let found: Vec<String> = loaded
        .locate(&loaded.diagnostics)
        .iter()
        .filter(|located| located.diagnostic.code < Code::BadId)
        .map(|located| {
            let at = located.pointers.first().and_then(|pointer| pointer.line_column());
            let at = at.map_or(String::new(), |(line, column)| format!(" {line}:{column}"));
            let meant = located.diagnostic.helps.iter().find(|help| help.starts_with("did you mean"));
            let meant = meant.map_or(String::new(), |help| format!("; {help}"));
            format!("{}{at} {}{meant}", located.diagnostic.code.as_str(), located.diagnostic.message)
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

const ACTS: &str = "recognitions/a.ron";
const COUNTRY: &str = "countries/a.ron";

#[test]
fn every_problem_of_a_file_is_reported_and_other_records_are_kept() {
    let text = r#"Recognitions(
    of: "azerbaijan",
    acts: [
        (by: "turkiye", day: "1991-11-09", source: ["gazette"], on: "1991-11-09", sources: ["gazette"]),
        (by: "pakistan", act: Recognised, on: "1991-12-12", sources: ["gazette"]),
        (by: "romania", on: "1991-12-11", sources: ["gazette"]),
    ],
)"#;
    let problems = [
        "C101 4:25 unknown field \"day\"",
        "C101 4:44 unknown field \"source\"; did you mean \"sources\"?",
        "C104 5:31 unknown word \"Recognised\"; did you mean \"Recognized\"?",
    ];
    check(ACTS, text, &problems);
    let mut files =
        vec![("dataset.ron", "Dataset(name: \"d\", version: \"1\", format: 2)".to_owned()), (ACTS, text.to_owned())];
    let sources = "Sources([(id: \"gazette\", title: \"t\", publisher: \"p\", grade: Primary, kind: Official)])";
    files.push(("sources/a.ron", sources.to_owned()));
    let ids = ["azerbaijan", "turkiye", "pakistan", "romania"];
    let paths = ids.map(|id| format!("countries/{id}.ron"));
    for (id, path) in ids.iter().zip(&paths) {
        files.push((path, format!("Country(id: \"{id}\", name: \"{id}\", class: Sovereign)")));
    }
    let files = files.into_iter().map(|(path, text)| SourceFile {
        path: path.to_owned(),
        root: String::new(),
        text: Cow::Owned(text),
    });
    let loaded = load(files.collect(), Vec::new());
    let kept: Vec<&str> = loaded.base.statements.iter().map(|statement| &*statement.id).collect();
    assert_eq!(
        kept,
        ["recognition/azerbaijan/turkiye", "recognition/azerbaijan/pakistan", "recognition/azerbaijan/romania"]
    );
}

#[test]
fn one_slip_is_one_problem() {
    check(
        COUNTRY,
        r#"Country(id: "a", name: "Côte d’Ivoire 臺灣", clas: Sovereign)"#,
        &["C101 1:44 unknown field \"clas\"; did you mean \"class\"?"],
    );
    check(
        "claims/a.ron",
        r#"Claims([(id: "a", text: "t", asserts: Nth(nth: "two", by: "a", of: "b"), sources: ["g"])])"#,
        &["C103 1:48 expected a whole number, found \"two\""],
    );
    check(
        "claims/a.ron",
        r#"Claims([(id: "a", text: "t", asserts: Nth(nth: 2, by: "a"), sources: ["g"])])"#,
        &["C102 1:39 field \"of\" is missing"],
    );
    check(
        "claims/a.ron",
        r#"Claims([(id: "a", text: "t", asserts: Nht(nth: 2), sources: ["g"])])"#,
        &["C104 1:39 unknown word \"Nht\""],
    );
    check("sources/a.ron", r#"Sources(id: "a")"#, &["C103 1:13 expected a list in [ ], found \"a\""]);
    check(
        ACTS,
        r#"Recognitions(of: "a", acts: [(by: "b", sources: "g")])"#,
        &["C103 1:49 expected a list in [ ], found \"g\""],
    );
    check(
        ACTS,
        r#"Recognitions(of: "a", acts: [(by: "b", sources: [(id: "g", page: "3")])])"#,
        &["C101 1:60 unknown field \"page\""],
    );
    check(
        ACTS,
        r#"Recognitions(of: "a", acts: [Act(by: "b", sources: ["g"])])"#,
        &["C103 1:30 expected a record without the word \"Act\", found Act(by: \"b\", sources: [\"g\"])"],
    );
    check(COUNTRY, r#"Country(id: 5, name: "A", class: Sovereign)"#, &["C103 1:13 expected a text in quotes, found 5"]);
    check(
        COUNTRY,
        "Country(\r\n    id: \"a\",\r\n    name: \"A\",\r\n    class: Soverign,\r\n)\r\n",
        &["C104 4:12 unknown word \"Soverign\"; did you mean \"Sovereign\"?"],
    );
}

#[test]
fn what_is_left_open_is_shown_where_it_was_opened() {
    check(
        ACTS,
        "Recognitions(\n    of: \"a\",\n    acts: [(by: \"b\", on: \"1991, sources: [\"g\"])],\n)",
        &["C010 3:26 text isn't closed by a quote where it should be"],
    );
    check(
        COUNTRY,
        "Country(\n    id: \"a,\n    name: \"A\",\n    class: Sovereign,\n)",
        &["C010 2:9 text isn't closed by a quote where it should be"],
    );
    check(COUNTRY, "Country(\n    id: \"a\",\n    name: \"A", &["C010 3:11 text is never closed by a quote"]);
    check(COUNTRY, "Country(id: \"a\", /* name: \"A\")", &["C010 1:18 comment is never closed"]);
    check(COUNTRY, "Country(id: \"a\"", &["C010 1:8 bracket is never closed"]);
    check(
        ACTS,
        "Recognitions(of: \"a\", acts: [(by: \"b\", sources: [\"g\"),])",
        &["C010 1:53 closing bracket of another kind"],
    );
    check(
        COUNTRY,
        "Country(id: \"a\")\nCountry(id: \"b\")",
        &["C010 2:1 text after the end of the record; a file holds one"],
    );
    check(COUNTRY, &format!("Country({}", "(".repeat(10_000)), &["C004 1:40 brackets nest too deeply"]);
    check(COUNTRY, &format!("Country({}", "[(".repeat(10_000)), &["C004 1:40 brackets nest too deeply"]);
}

#[test]
fn a_file_says_what_it_holds() {
    let none = "C011 the file doesn't begin with a word that says what it holds";
    for text in ["", "// nothing", "(id: \"a\")", "{}", "\"", "/*", "\0"] {
        check(COUNTRY, text, &[none]);
    }
    check(COUNTRY, "Countries(id: \"a\")", &["C011 1:1 unknown first word \"Countries\"; did you mean \"Country\"?"]);
}

#[test]
fn a_file_full_of_problems_is_given_up_in_time() {
    let began = Instant::now();
    let acts = "        (by: \"b\", day: \"1991\", sources: [\"g\"]),\n".repeat(20_000);
    let loaded = read(ACTS, &format!("Recognitions(\n    of: \"a\",\n    acts: [\n{acts}    ],\n)"));
    let given_up = loaded.diagnostics.iter().any(|d| d.helps.iter().any(|help| help.contains("more problems")));
    assert!(given_up);
    assert!(began.elapsed() < Duration::from_secs(60), "{:?}", began.elapsed());
}

#[test]
fn a_folder_without_a_manifest_is_no_data_set() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    assert!(matches!(disk::read(folder.path(), Limits::default()), Err(DiskError::NoManifest { .. })));
    let missing = folder.path().join("nothing");
    assert!(matches!(disk::read(&missing, Limits::default()), Err(DiskError::Folder { .. })));
    let file = folder.path().join("file");
    fs::write(&file, "").expect("a file");
    assert!(matches!(disk::read(&file, Limits::default()), Err(DiskError::Folder { .. })));
}

#[test]
fn a_huge_file_is_refused_without_being_read() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("dataset.ron"), "Dataset(name: \"d\", version: \"1\", format: 2)").expect("a file");
    fs::File::create(folder.path().join("huge.ron")).and_then(|file| file.set_len(1 << 30)).expect("a sparse file");
    let began = Instant::now();
    let (files, found) = disk::read(folder.path(), Limits::default()).expect("a data folder");
    assert!(began.elapsed() < Duration::from_secs(1));
    assert_eq!((files.len(), found.len()), (1, 1));
    assert_eq!(found[0].code, Code::TooLarge);
}

#[test]
fn limits_hold_for_all_files_together() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for name in ["dataset.ron", "a.ron", "b.ron", "c.ron"] {
        fs::write(folder.path().join(name), "0123456789").expect("a file");
    }
    let limits = Limits::default();
    for (limits, kept) in [
        (Limits { files: 2, ..limits }, 2),
        (Limits { total_bytes: 35, ..limits }, 3),
        (Limits { file_bytes: 9, ..limits }, 0),
    ] {
        let (files, found) = disk::read(folder.path(), limits).expect("a data folder");
        assert_eq!((files.len(), found.len()), (kept, 4 - kept), "{limits:?}");
        assert!(found.iter().all(|finding| finding.code == Code::TooLarge));
    }
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_not_read() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let at = |name: &str| folder.path().join(name);
    fs::write(at("dataset.ron"), "Dataset(name: \"d\", version: \"1\", format: 2)").expect("a file");
    fs::create_dir_all(at("folder.ron/inner")).expect("a folder");
    std::os::unix::fs::symlink("nowhere.ron", at("dangling.ron")).expect("a link");
    std::os::unix::fs::symlink("self.ron", at("self.ron")).expect("a link");
    std::os::unix::fs::symlink("../..", at("folder.ron/inner/loop")).expect("a link");
    std::os::unix::fs::symlink("/dev/zero", at("zero.ron")).expect("a link");
    let (files, found) = disk::read(folder.path(), Limits::default()).expect("a data folder");
    assert_eq!(files.len(), 1);
    let told: Vec<(Code, String)> = found
        .iter()
        .map(|finding| match &finding.pointers[0].location {
            Location::Disk { path } => (finding.code, path.rsplit('/').next().unwrap_or_default().to_owned()),
            other => panic!("{other:?}"),
        })
        .collect();
    let expected = [
        (Code::Unreadable, "dangling.ron"),
        (Code::FolderLoop, "loop"),
        (Code::Unreadable, "self.ron"),
        (Code::Unreadable, "zero.ron"),
    ];
    assert_eq!(told, expected.map(|(code, name)| (code, name.to_owned())));
}

/// A file with something of everything, to be damaged.
const SAMPLE: &str = r#"// A comment with "quotes" and (brackets
Resolutions([
    (
        id: "unga-62-243", by: "azerbaijan", title: "Côte d’Ivoire 臺灣 \" \\", on: "2008-03-14",
        does: [(act: Reaffirms, what: "azerbaijan", words: r"raw")],
        tally: (favour: 39, against: 7, abstaining: 100),
        sources: [(id: "gazette", quote: "…", at: "1")],
        or: [(on: "2008-03-14", tally: (favour: 38), sources: ["unvotes"])],
        roll_call: (sources: ["unvotes"], favour: ["afghanistan", "azerbaijan"]),
        votes: [(by: "pakistan", vote: Favour, sources: ["w"], or: [(vote: Abstaining, sources: ["unvotes"])], contest: "…")],
    ),
])
"#;

proptest! {

    /// Whatever is done to a file, it loads without a panic, and every problem is shown within it.
    #[test]
    fn damage_is_never_a_panic(damage in prop::collection::vec((0..1000usize, 0..6usize, "[()\\[\\]{}\",:a/*\\\\ é\n0-9]{0,3}"), 1..5)) {
        let mut text: Vec<char> = SAMPLE.chars().collect();
        for (at, cut, insert) in damage {
            let at = at % text.len();
            let end = (at + cut).min(text.len());
            text.splice(at..end, insert.chars());
        }
        let text: String = text.into_iter().collect();
        let loaded = read("resolutions/a.ron", &text);
        for located in loaded.locate(&loaded.diagnostics) {
            for pointer in &located.pointers {
                if let Some((text, span)) = &pointer.spot {
                    prop_assert!(span.start <= span.end && text.get(span.clone()).is_some(), "{span:?}");
                }
            }
        }
        let pointers = loaded.diagnostics.iter().flat_map(|finding| &finding.pointers);
        let locations = pointers.map(|pointer| &pointer.location);
        for location in locations {
            if let Location::File(FileIx(index)) = location {
                prop_assert!((*index as usize) < loaded.files.len());
            }
        }
        render(&loaded.locate(&loaded.diagnostics), RenderFormat::Text);
        render(&loaded.locate(&loaded.diagnostics), RenderFormat::Github);
    }
}
