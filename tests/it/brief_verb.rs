//! The verb `brief` on the real data set: what it tells, in which formats, and what it refuses.

use std::fs;

use tempfile::TempDir;

use super::program::{answer, run, run_in, words};

/// The brief that the README shows.
const LINE: &str = "brief azerbaijan pakistan --on 2022-05-31";

#[track_caller]
fn check_refused(line: &str, expected: &[&str]) {
    let ended = run(line);
    assert_eq!(ended.code, Some(2), "{line}: {ended:?}");
    assert_eq!(ended.out, "", "{line}");
    for part in expected {
        assert!(ended.err.contains(part), "{line}: {part:?} isn't in {}", ended.err);
    }
}

#[test]
fn a_brief_answers_what_is_asked_of_two() {
    let text = answer(LINE);
    let mut rest = &*text;
    for part in [
        "# Azerbaijan and Pakistan\n",
        "As of 31 May 2022",
        "On 31 May 2022, Azerbaijan and Pakistan have diplomatic relations, established on 9 June 1992[^1]",
        "embassies in Islamabad and Baku",
        "Pakistan recognized Azerbaijan on 12 or 13 December 1991 (sources differ), 3rd–8th of 44 by date.",
        "## Relations and missions",
        "## Recognition",
        "act not recorded; relations imply it",
        "## Treaties in common",
        "Treaty of Izmir",
        "Vienna Convention on Diplomatic Relations",
        "## Resolutions about each other",
        "**30 May 2022**, Senate of Pakistan",
        "## Agreement in votes",
        "## Positions in disputes",
        "**Each backs the other**: Azerbaijan backs Pakistan (Kashmir",
        "## Common memberships",
        "Organization of Islamic Cooperation",
        "## Open contests",
        "**Pakistan recognized Azerbaijan**: 12 December 1991",
        "Pakistan was the second country to recognize Azerbaijan”",
        "(contradicted): by the record, place 3rd–8th",
        "## What is not known",
        "Looked for and not found: a document of December 1991",
        "## References",
        "[^1]: ",
    ] {
        let at = rest.find(part).unwrap_or_else(|| panic!("{part:?} is missing, or earlier, in\n{text}"));
        rest = &rest[at + part.len()..];
    }
    // What came later isn't told.
    assert!(!text.contains("Transit Trade Agreement"), "a treaty of 2024");
    assert!(answer("brief azerbaijan pakistan").contains("Transit Trade Agreement"));
}

#[test]
fn a_brief_answers_what_is_asked_of_one() {
    let text = answer("brief azerbaijan --on 2022-05-31");
    for part in ["# Azerbaijan\n", "of 192 other members of the United Nations recognize it", "| 1st–3rd | Türkiye |"]
    {
        assert!(text.contains(part), "{part:?} isn't in\n{text}");
    }
}

#[test]
fn the_extension_picks_the_form() {
    let folder = TempDir::new().expect("a folder");
    for (name, opening) in [("b.md", "# Azerbaijan and Pakistan"), ("b.html", "<!DOCTYPE html>")] {
        let ended = run_in(folder.path(), &words(&format!("{LINE} -o {name}")));
        assert_eq!((ended.code, &*ended.out), (Some(0), ""), "{name}: {ended:?}");
        let written = fs::read_to_string(folder.path().join(name)).expect("the file is written");
        assert!(written.starts_with(opening), "{name}");
    }
}

#[test]
fn what_makes_no_brief_is_refused() {
    check_refused("brief azerbaijan AZ", &["both parties are Azerbaijan", "name two different actors"]);
    check_refused("brief", &["ACTOR"]);
    check_refused("brief azerbaijan pakistan india", &["india"]);
    check_refused("brief azerbaijan atlantis", &["no actor goes by the name \"atlantis\""]);
    check_refused(
        "brief azerbaijan pakistan --format json",
        &["brief can't be written as json", "use md, html or pdf"],
    );
    check_refused("relations azerbaijan pakistan --format html", &["relations can't be written as html"]);
}

#[cfg(not(feature = "pdf"))]
#[test]
fn without_the_typesetter_it_says_how_to_get_it() {
    check_refused(
        &format!("{LINE} --format pdf"),
        &["can't write PDF", "cargo build --release --features pdf", "-o brief.html"],
    );
}

#[cfg(feature = "pdf")]
#[test]
fn with_the_typesetter_it_writes_pages() {
    let folder = TempDir::new().expect("a folder");
    let write = |name: &str| {
        let ended = run_in(folder.path(), &words(&format!("{LINE} -o {name}")));
        assert_eq!(ended.code, Some(0), "{ended:?}");
        fs::read(folder.path().join(name)).expect("the file is written")
    };
    let first = write("a.pdf");
    assert!(first.starts_with(b"%PDF-1."));
    assert!(first == write("b.pdf"), "two runs differ");
}

#[test]
fn nothing_on_record_is_a_finding_and_still_a_document() {
    let ended = run("brief transnistria bhutan");
    assert_eq!(ended.code, Some(1), "{ended:?}");
    assert!(ended.out.contains("Nothing on the relations of Transnistria and Bhutan"), "{}", ended.out);
}
