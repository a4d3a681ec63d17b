//! Charts of votes by command: exit codes, filters, forms.

use crate::program::{answer, run};

#[test]
fn exit_codes_tell_what_was_found() {
    for (line, code) in [
        ("chart votes unga-62-43", 0),
        ("chart votes A/RES/62/43 --map --theme print --width 480 --no-source-line", 0),
        // No roll call is recorded.
        ("chart votes unga-73-1", 3),
        ("chart votes nothing-of-the-kind", 2),
        ("chart agreement indria pashtar", 0),
        ("chart agreement indria pashtar --before 1900", 3),
        ("chart agreement indria pashtar karvelia --before 1900", 3),
        ("chart agreement --among desert-states --on 2020-01-01 --about high-garden", 0),
        ("chart agreement indria", 2),
        ("chart agreement indria indria", 2),
        ("chart agreement", 2),
    ] {
        let ended = run(line);
        assert_eq!(ended.code, Some(code), "{line}: {}", ended.err);
        assert_eq!(ended.out.starts_with("<svg "), code != 2, "{line}");
    }
}

#[test]
fn days_to_show_are_days_to_ask_for() {
    for actors in ["indria pashtar", "indria pashtar karvelia"] {
        let rows = |filters: &str| answer(&format!("chart agreement {actors} --format csv {filters}"));
        let all = rows("");
        let part = rows("--from 1995-11-02 --to 1995-11-02");
        assert_ne!(all, part);
        assert_eq!(part, rows("--after 1995-11-01 --before 1995-11-03"));
        // Both together narrow each other: each pair alone holds votes that the other leaves out.
        assert_eq!(part, rows("--after 1980 --before 1995-11-03 --from 1995-11-02 --to 2020-01-01"));
    }
    let part = answer("chart agreement indria pashtar --format csv --from 1995-11-02 --to 1995-11-02");
    assert_eq!(part.lines().count(), 2);
    assert!(
        part.lines().nth(1).is_some_and(|row| row.starts_with("unga-50-12,1995-11-02,favour,abstaining,")),
        "{part}"
    );
}
