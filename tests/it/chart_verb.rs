//! The verbs `chart`, `timeline` and `gallery` on the real data set: what they draw, in which forms, and what they refuse.

use std::fs;

use tempfile::TempDir;

use super::program::{answer, document, run, run_in, words};

#[track_caller]
fn check_refused(line: &str, expected: &str) {
    let ended = run(line);
    assert_eq!(ended.code, Some(2), "{line}: {ended:?}");
    assert_eq!(ended.out, "", "{line}");
    assert!(ended.err.contains(expected), "{line}: {expected:?} isn't in {}", ended.err);
}

/// A line of commands that each draw something.
const LINES: &[&str] = &[
    "timeline azerbaijan",
    "timeline azerbaijan --kind membership",
    "timeline azerbaijan pakistan --on 1991-12-25",
    "timeline --about nagorno-karabakh",
    "timeline --recognitions azerbaijan",
    "chart recognition-curve kosovo palestine --on 2012-11-29",
    "chart map palestine --on 2020-01-01",
    "chart matrix --among post-soviet-states --on 2020-01-01",
    "chart missions united-states --in iran cuba",
    "chart missions azerbaijan --level embassy",
    "chart treaties azerbaijan pakistan --kind bilateral",
    "chart treaties azerbaijan pakistan --on 2020-01-01",
    "chart treaties un-charter",
    "chart network armenia azerbaijan turkiye russia --on 2023-06-01",
    "chart votes unga-62-243",
    "chart agreement armenia azerbaijan georgia",
];

#[test]
fn every_kind_is_a_picture_and_a_table() {
    for line in LINES {
        let svg = answer(line);
        assert!(svg.starts_with("<svg "), "{line}: {}", &svg[..svg.len().min(80)]);
        assert_eq!(svg, answer(line), "{line}: the same bytes");
        let table = document(line);
        crate::schema::check("chancery.v1/chart", &table);
        let rows = table["rows"].as_array().map_or(0, Vec::len);
        let csv = answer(&format!("{line} --format csv"));
        // Cells with line breaks are none of ours.
        assert_eq!(csv.lines().count(), rows + 1, "{line}");
        assert!(rows > 0, "{line}");
    }
}

#[test]
fn options_reach_the_picture() {
    let print = answer("chart map kosovo --theme print --title 'A title & more' --no-source-line --width 600");
    assert!(print.contains("width=\"600\"") && print.contains("A title &amp; more") && !print.contains("Sources:"));
    assert!(!print.contains("prefers-color-scheme"));
    let part = answer("timeline azerbaijan --from 1992-01-01 --to 1992-12-31 --kind recognition");
    assert!(!part.contains("2020"), "only the time asked for has an axis");
}

#[test]
fn what_cannot_be_drawn_is_refused_with_what_to_do() {
    check_refused("timeline", "required");
    check_refused("timeline azerbaijan pakistan --kind treaty", "--kind chooses among the lanes of one actor");
    check_refused("timeline --about azerbaijn", "no dispute goes by the name");
    check_refused("timeline azerbaijan azerbaijan", "");
    check_refused("chart missions azerbaijan --level castle", "castle");
    check_refused("chart treaties azerbaijan azerbaijan", "is named twice");
    check_refused("chart treaties un-charter genocide-convention", "two treaties are named");
    check_refused("chart map kosovo --format ics", "use svg, png or pdf");
    // Nothing to draw is a figure that says so, and an exit code.
    let ended = run("chart missions kiribati --level legation");
    assert_eq!(ended.code, Some(1), "{ended:?}");
    assert!(ended.out.contains("No mission with a date is recorded"));
}

#[test]
fn a_gallery_is_a_folder_with_an_index_page() {
    let folder = TempDir::new().expect("a folder");
    let list = folder.path().join("figures.txt");
    fs::write(&list, "# Two figures.\none timeline azerbaijan pakistan --title 'Figure 1'\ntwo chart map kosovo\n")
        .expect("the list can be written");
    let ended = run_in(folder.path(), &words("gallery . --list figures.txt --today 2026-11-23"));
    assert_eq!(ended.code, Some(0), "{ended:?}");
    assert!(ended.err.contains("2 of 2: two"), "long work shows progress: {}", ended.err);
    let page = fs::read_to_string(folder.path().join("index.html")).expect("the index page");
    for part in ["Figure 1", "src=\"one.svg\"", "src=\"two.svg\"", "chart map kosovo", "Recognition of Kosovo on"] {
        assert!(page.contains(part), "{part:?} isn't in the page");
    }
    let one = fs::read_to_string(folder.path().join("one.svg")).expect("the first figure");
    assert!(one.contains("Figure 1"));
    // A line that can't be drawn is named; what was made before it stays.
    fs::write(&list, "three chart map kosovo\nfour chart map atlantis\n").expect("the list can be written");
    let ended = run_in(folder.path(), &words("gallery . --list figures.txt -q"));
    assert_eq!(ended.code, Some(2), "{ended:?}");
    assert!(ended.err.contains("atlantis"), "{}", ended.err);
    assert!(folder.path().join("three.svg").is_file() && !folder.path().join("four.svg").exists());
    for (text, expected) in [
        ("a brief kosovo\n", "line 1 of the list: the command draws nothing"),
        ("../a chart map kosovo\n", "is no name for a file"),
        ("a chart mop kosovo\n", "mop"),
    ] {
        fs::write(&list, text).expect("the list can be written");
        let ended = run_in(folder.path(), &words("gallery . --list figures.txt -q"));
        assert_eq!(ended.code, Some(2), "{text}: {ended:?}");
        assert!(ended.err.contains(expected), "{text}: {}", ended.err);
    }
    let ended = run_in(folder.path(), &words("gallery nowhere -q"));
    assert!(ended.code == Some(2) && ended.err.contains("there is no folder"), "{ended:?}");
}
