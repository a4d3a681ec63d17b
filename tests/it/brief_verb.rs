//! The verb `brief` on the miniature world: what it tells, in which formats, and what it refuses.

use std::fs;

use tempfile::TempDir;

use super::program::{answer, run};

/// A brief of two that have some of everything.
const LINE: &str = "brief karvelia pashtar --on 2022-05-31";

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
        "# Karvelia and Pashtar\n",
        "As of 31 May 2022",
        "On 31 May 2022, Karvelia and Pashtar presumably have diplomatic relations, established on 9 June 1992[^1]",
        "embassies in Pashtabad and Karvad",
        "Pashtar recognized Karvelia on 12 or 13 December 1991 (sources differ), 3rd–6th of 17 by date.",
        "## Relations and missions",
        "## Recognition",
        "act not recorded; relations imply it",
        "## Treaties in common",
        "Trade Agreement between Karvelia and Pashtar",
        "Convention on the Lighthouses of the High Seas",
        "## Resolutions about each other",
        "**30 May 2022**, Senate of Pashtar",
        "## Agreement in votes",
        // In favour together in 2011 and 2015; apart in 1995; and in 2008 sources differ.
        "Of 4 roll calls on record in which both voted, they voted alike in 2 (50 %)",
        "## Positions in disputes",
        "**Each backs the other**: Karvelia backs Pashtar (Lake Country",
        "## Common memberships",
        "United Nations",
        "## Open contests",
        "**Pashtar recognized Karvelia**: 12 December 1991",
        "Pashtar was the second country to recognize Karvelia”",
        "(contradicted): by the record, place 3rd–6th",
        "## What is not known",
        "Whether, when and how Karvelia recognized Pashtar: no act is recorded",
        "## References",
        "[^1]: ",
    ] {
        let at = rest.find(part).unwrap_or_else(|| panic!("{part:?} is missing, or earlier, in\n{text}"));
        rest = &rest[at + part.len()..];
    }
    // What came later isn't told: the treaty of 2024 is in the brief only as that of which a resolution spoke.
    assert!(!text.contains("| Transit Agreement"), "a treaty of 2024");
    assert!(answer("brief karvelia pashtar").contains("| Transit Agreement"));
}

#[test]
fn what_was_looked_for_in_vain_is_told_of_one_and_of_two() {
    for line in ["brief karvelia", "brief karvelia khalij"] {
        let text = answer(line);
        let (_, unknown) = text.split_once("## What is not known").expect("the part");
        let told = unknown.lines().find(|line| line.contains("Looked for and not found")).unwrap_or_default();
        assert!(told.contains("the day in 1991 on which the Khalij Emirates recognized Karvelia"), "{line}: {unknown}");
    }
}

#[test]
fn a_brief_answers_what_is_asked_of_one() {
    let text = answer("brief karvelia --on 2022-05-31");
    // Seventeen recognized it, of whom one is no more; of 32 members, it is one itself.
    for part in ["# Karvelia\n", "16 of 31 other members of the United Nations recognize it", "| 1st–3rd | Özmara |"]
    {
        assert!(text.contains(part), "{part:?} isn't in\n{text}");
    }
}

#[test]
fn the_extension_picks_the_form() {
    let folder = TempDir::new().expect("a folder");
    for (name, opening) in [("b.md", "# Karvelia and Pashtar"), ("b.html", "<!DOCTYPE html>")] {
        let file = folder.path().join(name);
        let ended = run(&format!("{LINE} -o '{}'", file.display()));
        assert_eq!((ended.code, &*ended.out), (Some(0), ""), "{name}: {ended:?}");
        let written = fs::read_to_string(file).expect("the file is written");
        assert!(written.starts_with(opening), "{name}");
    }
}

#[test]
fn what_makes_no_brief_is_refused() {
    check_refused("brief karvelia KV", &["both parties are Karvelia", "name two different actors"]);
    check_refused("brief", &["ACTOR"]);
    check_refused("brief karvelia pashtar indria", &["indria"]);
    check_refused("brief karvelia atlantis", &["no actor goes by the name \"atlantis\""]);
    check_refused("brief karvelia pashtar --format json", &["brief can't be written as json", "use md, html or pdf"]);
    check_refused("relations karvelia pashtar --format html", &["relations can't be written as html"]);
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
        let file = folder.path().join(name);
        let ended = run(&format!("{LINE} -o '{}'", file.display()));
        assert_eq!(ended.code, Some(0), "{ended:?}");
        fs::read(file).expect("the file is written")
    };
    let first = write("a.pdf");
    assert!(first.starts_with(b"%PDF-1."));
    assert!(first == write("b.pdf"), "two runs differ");
}

#[test]
fn nothing_on_record_is_open_and_still_a_document() {
    let ended = run("brief abzania kirghen");
    assert_eq!(ended.code, Some(3), "{ended:?}");
    assert!(ended.out.contains("Nothing on the relations of Abzania and Kirghen"), "{}", ended.out);
}
