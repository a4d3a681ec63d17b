//! Charts of votes by command: exit codes, filters, forms.

use crate::program::{answer, run};

#[test]
fn exit_codes_tell_what_was_found() {
    for (line, code) in [
        ("chart votes unga-62-243", 0),
        ("chart votes A/RES/62/243 --map --theme print --width 480 --no-source-line", 0),
        // No roll call is recorded.
        ("chart votes unsc-13", 1),
        ("chart votes nothing-of-the-kind", 2),
        ("chart agreement india pakistan", 0),
        ("chart agreement india pakistan --before 1900", 1),
        ("chart agreement india pakistan bangladesh --before 1900", 1),
        ("chart agreement --among saarc --on 2020-01-01 --about ukraine", 0),
        ("chart agreement india", 2),
        ("chart agreement india india", 2),
        ("chart agreement", 2),
    ] {
        let ended = run(line);
        assert_eq!(ended.code, Some(code), "{line}: {}", ended.err);
        assert_eq!(ended.out.starts_with("<svg "), code < 2, "{line}");
    }
}

#[test]
fn days_to_show_are_days_to_ask_for() {
    for actors in ["india pakistan", "india pakistan bangladesh"] {
        let rows = |filters: &str| answer(&format!("chart agreement {actors} --format csv {filters}"));
        let all = rows("");
        let part = rows("--from 2008-03-14 --to 2008-03-14");
        assert_ne!(all, part);
        assert_eq!(part, rows("--after 2008-03-13 --before 2008-03-15"));
        // Both together narrow each other.
        assert_eq!(part, rows("--after 2000 --before 2008-03-15 --from 2008-03-14 --to 2020-01-01"));
    }
    let part = answer("chart agreement india pakistan --format csv --from 2008-03-14 --to 2008-03-14");
    assert_eq!(part.lines().count(), 2);
    assert!(part.lines().nth(1).is_some_and(|row| row.starts_with("unga-62-243,2008-03-14,against,favour,")), "{part}");
}
