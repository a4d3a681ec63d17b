//! The verbs `chart`, `timeline` and `gallery` on the miniature world: what they draw, in which forms, and what they refuse.

use std::fs;

use tempfile::TempDir;

use super::program::{Ended, answer, document, run};

#[track_caller]
fn check_refused(line: &str, expected: &str) {
    let ended = run(line);
    assert_eq!(ended.code, Some(2), "{line}: {ended:?}");
    assert_eq!(ended.out, "", "{line}");
    assert!(ended.err.contains(expected), "{line}: {expected:?} isn't in {}", ended.err);
}

/// Commands that each draw something.
const LINES: &[&str] = &[
    "timeline karvelia",
    "timeline karvelia --kind membership",
    "timeline karvelia pashtar --on 1991-12-25",
    "timeline --about high-garden",
    "timeline --recognitions karvelia",
    "chart recognition-curve skadria saltmarsh --on 2012-11-29",
    "chart map saltmarsh --on 2020-01-01",
    "chart matrix --among northern-states --on 2020-01-01",
    "chart missions united-provinces --in irenia isla-verde",
    "chart missions karvelia --level embassy",
    "chart treaties karvelia pashtar --kind bilateral",
    "chart treaties karvelia pashtar --on 2020-01-01",
    "chart treaties un-charter",
    "chart network armoria karvelia ozmara galvania --on 2023-06-01",
    "chart votes unga-62-43",
    "chart agreement armoria karvelia galvania",
];

#[test]
fn every_kind_is_a_picture_and_a_table() {
    for line in LINES {
        let svg = answer(line);
        assert!(svg.starts_with("<svg "), "{line}: {}", &svg[..svg.len().min(80)]);
        assert_eq!(svg, answer(line), "{line}: the same bytes");
        let table = document(line);
        crate::schema::check("chancery.v2/chart", &table);
        let rows = table["rows"].as_array().map_or(0, Vec::len);
        let csv = answer(&format!("{line} --format csv"));
        // Cells with line breaks are none of ours.
        assert_eq!(csv.lines().count(), rows + 1, "{line}");
        assert!(rows > 0, "{line}");
    }
}

/// A table doesn't depend on how much room its picture has.
#[test]
fn tables_hold_everything_at_any_width() {
    let mut lines: Vec<&str> = LINES.to_vec();
    lines.extend([
        "chart matrix --among united-nations --on 2020-01-01",
        "chart matrix --among united-nations --on 2020-01-01 --of recognition",
        "chart agreement --among united-nations --on 2020-01-01",
        "chart network --among united-nations --on 2020-01-01",
        "chart network --ego karvelia --on 2020-01-01",
        "chart votes unga-62-43 --map",
        "timeline armoria karvelia --from 1991-01-01 --to 1992-12-31",
    ]);
    let mut left_out = 0;
    for line in lines {
        let at = |width: usize| answer(&format!("{line} --format csv --width {width}"));
        let usual = at(820);
        for width in [480, 600, 2000, 4000] {
            assert_eq!(at(width), usual, "{line} at width {width}");
        }
        left_out += usize::from(answer(&format!("{line} --width 480")).contains("have no room"));
    }
    assert!(left_out > 2, "pictures leave something out, or this tests nothing");
}

#[test]
fn options_reach_the_picture() {
    let plain = answer("chart map skadria");
    assert!(plain.contains("Sources:") && plain.contains("prefers-color-scheme"));
    let print = answer("chart map skadria --theme print --title 'A title & more' --no-source-line --width 600");
    assert!(print.contains("width=\"600\"") && print.contains("A title &amp; more") && !print.contains("Sources:"));
    assert!(!print.contains("prefers-color-scheme"));
    // Only the time asked for has an axis, and only what happened in it is told.
    let line = "timeline karvelia --kind recognition";
    let part = answer(&format!("{line} --from 1992-01-01 --to 1992-12-31"));
    assert!(answer(line).contains(">1996<") && !part.contains("1996"));
    assert!(part.contains("Galvania recognizes Karvelia"), "{part}");
    assert!(answer(line).contains("Corvia recognizes Karvelia") && !part.contains("Corvia recognizes Karvelia"));
}

#[test]
fn what_cannot_be_drawn_is_refused_with_what_to_do() {
    check_refused("timeline", "required");
    check_refused("timeline karvelia pashtar --kind treaty", "--kind chooses among the lanes of one actor");
    check_refused("timeline --about high-gardn", "no dispute goes by the name");
    check_refused("timeline karvelia karvelia", "both parties are Karvelia\nhelp: name two different actors");
    check_refused("chart missions karvelia --level castle", "castle");
    check_refused("chart treaties karvelia karvelia", "is named twice");
    check_refused("chart treaties un-charter high-court-statute", "two treaties are named");
    check_refused("chart map skadria --format ics", "use svg, png or pdf");
    // Nothing to draw is a figure that says so, and an exit code.
    let ended = run("chart missions rovinia --level legation");
    assert_eq!(ended.code, Some(3), "{ended:?}");
    assert!(ended.out.contains("No mission with a date is recorded"));
}

#[test]
fn a_gallery_is_a_folder_with_an_index_page() {
    let folder = TempDir::new().expect("a folder");
    let list = folder.path().join("figures.txt");
    let draw = |text: &str, options: &str| -> Ended {
        fs::write(&list, text).expect("the list can be written");
        run(&format!("gallery '{}' --list '{}' {options}", folder.path().display(), list.display()))
    };
    let text = "# Two figures.\none timeline karvelia pashtar --title 'Figure 1'\ntwo chart map skadria\n";
    let ended = draw(text, "");
    assert_eq!((ended.code, &*ended.out), (Some(0), ""), "{ended:?}");
    assert!(ended.err.contains("2 of 2: two"), "long work shows progress: {}", ended.err);
    let page = fs::read_to_string(folder.path().join("index.html")).expect("the index page");
    for part in ["Figure 1", "src=\"one.svg\"", "src=\"two.svg\"", "chart map skadria", "Recognition of Skadria on"] {
        assert!(page.contains(part), "{part:?} isn't in the page");
    }
    let one = fs::read_to_string(folder.path().join("one.svg")).expect("the first figure");
    assert!(one.contains("Figure 1"));
    // A line that can't be drawn is named; what was made before it stays.
    let ended = draw("three chart map skadria\nfour chart map atlantis\n", "-q");
    assert_eq!(ended.code, Some(2), "{ended:?}");
    assert!(ended.err.contains("atlantis"), "{}", ended.err);
    assert!(folder.path().join("three.svg").is_file() && !folder.path().join("four.svg").exists());
    for (text, expected) in [
        ("a brief skadria\n", "line 1 of the list: the command draws nothing"),
        ("../a chart map skadria\n", "is no name for a file"),
        ("a chart mop skadria\n", "mop"),
    ] {
        let ended = draw(text, "-q");
        assert_eq!(ended.code, Some(2), "{text}: {ended:?}");
        assert!(ended.err.contains(expected), "{text}: {}", ended.err);
    }
    // The pictures go into a folder that is there, and nowhere else.
    let ended = draw("a chart map skadria\n", "-o -");
    assert_eq!(ended.code, Some(2), "{ended:?}");
    fs::write(&list, "a chart map skadria\n").expect("the list can be written");
    let nowhere = folder.path().join("nowhere");
    let ended = run(&format!("gallery '{}' --list '{}' -q", nowhere.display(), list.display()));
    assert!(ended.code == Some(2) && ended.err.contains("there is no folder"), "{ended:?}");
}
