//! Data that is broken or hostile: a clear word and an exit code, never a panic, never a hang.

use std::fs::{self, File};
use std::path::Path;

use tempfile::TempDir;

use super::program::{Ended, run_in};

/// A data folder with a manifest, two countries, and what a test adds.
fn data() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    write(folder.path(), "dataset.ron", b"Dataset(name: \"Miniature\", version: \"1\", format: 2)");
    write(folder.path(), "countries/a.ron", b"Country(id: \"a\", name: \"Alba\", class: Sovereign)");
    write(folder.path(), "countries/b.ron", b"Country(id: \"b\", name: \"Brig\", class: Sovereign)");
    folder
}

fn write(folder: &Path, path: &str, bytes: &[u8]) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, bytes).expect("a file");
}

fn list(folder: &Path) -> Ended {
    run_in(folder, &["list", "countries", "--format", "jsonl", "--data", "."])
}

/// The problem is told, and the rest is there.
fn check_left_out(folder: &TempDir) {
    let ended = list(folder.path());
    assert_eq!(ended.code, Some(0), "{ended:?}");
    assert_eq!(ended.out.lines().count(), 2, "{ended:?}");
    assert!(ended.err.contains("in the data; what is affected is left out"), "{ended:?}");
    let quiet = run_in(folder.path(), &["stats", "-q", "--data", "."]);
    assert_eq!((quiet.code, &*quiet.err), (Some(0), ""));
}

/// There is nothing to work with, and the message says why.
fn check_refused(folder: &Path, data: &str, expected: &str) {
    let ended = run_in(folder, &["stats", "--data", data]);
    assert_eq!((ended.code, &*ended.out), (Some(2), ""), "{ended:?}");
    assert!(ended.err.contains(expected) && ended.err.contains("help: "), "{ended:?}");
}

#[test]
fn no_data_folder() {
    let folder = TempDir::new().expect("a folder");
    write(folder.path(), "file.ron", b"");
    fs::create_dir(folder.path().join("empty")).expect("a folder");
    fs::create_dir_all(folder.path().join("odd/dataset.ron")).expect("a folder");
    check_refused(folder.path(), "nowhere", "can't read the data folder \"nowhere\"");
    check_refused(folder.path(), "file.ron", "can't read the data folder \"file.ron\"");
    check_refused(folder.path(), "empty", "\"empty\" is not a data folder: it has no dataset.ron");
    check_refused(folder.path(), "odd", "\"odd\" is not a data folder: it has no dataset.ron");
}

#[test]
fn an_empty_manifest() {
    let folder = data();
    write(folder.path(), "dataset.ron", b"");
    check_left_out(&folder);
}

#[test]
fn files_that_are_no_data() {
    let brackets = "[".repeat(10_000);
    let records = format!("Sources([{}])", "(".repeat(10_000));
    let quote = format!("Country(id: \"c\", name: \"{}", "x".repeat(100_000));
    let cases: [(&str, &[u8]); 10] = [
        ("not UTF-8", b"Country(id: \"c\", name: \"\xff\xfe\", class: Sovereign)"),
        ("a byte order mark", "\u{feff}Country(id: \"c\", name: \"C\", class: Sovereign)".as_bytes()),
        ("ten thousand brackets", brackets.as_bytes()),
        ("ten thousand records", records.as_bytes()),
        ("an open quotation", quote.as_bytes()),
        ("nothing", b""),
        ("zeros", &[0; 4096]),
        ("another language", b"{\"id\": \"c\"}"),
        ("an unknown word", b"Planet(id: \"c\")"),
        ("a number that is none", b"Dataset(name: \"x\", version: \"1\", format: 99999999999999999999999)"),
    ];
    for (why, bytes) in cases {
        let folder = data();
        write(folder.path(), "countries/c.ron", bytes);
        let ended = list(folder.path());
        assert_eq!((ended.code, ended.out.lines().count()), (Some(0), 2), "{why}: {ended:?}");
        assert!(ended.err.contains("problem"), "{why}: {ended:?}");
    }
}

#[test]
fn check_tells_what_the_others_count() {
    let folder = data();
    let check =
        |format: &str| run_in(folder.path(), &["check", "--format", format, "--data", ".", "--today", "2026-11-23"]);
    assert_eq!(check("table"), Ended { code: Some(0), out: String::new(), err: String::new() });
    write(folder.path(), "countries/c.ron", b"Country(id: \"c\", nam: \"C\", class: Sovereign)");
    let told = check("table");
    assert_eq!(told.code, Some(1), "{told:?}");
    assert!(told.out.contains("countries/c.ron") && told.out.contains("did you mean \"name\"?"), "{}", told.out);
    let document = serde_json::from_str(&check("json").out).expect("one document");
    super::schema::check("chancery.v2/diagnostics", &document);
    let annotation = check("github");
    assert!(annotation.out.starts_with("::error "), "{annotation:?}");
    assert_eq!(annotation, check("github"));
}

#[test]
fn a_file_of_a_gigabyte() {
    let folder = data();
    let file = File::create(folder.path().join("countries/c.ron")).expect("a file");
    // Sparse: it takes no room on the disk.
    file.set_len(1 << 30).expect("a length");
    check_left_out(&folder);
}

#[cfg(unix)]
#[test]
fn links_that_loop() {
    use std::os::unix::fs::symlink;
    let folder = data();
    symlink("..", folder.path().join("countries/up")).expect("a link");
    symlink("nowhere.ron", folder.path().join("countries/dangling.ron")).expect("a link");
    symlink("itself.ron", folder.path().join("countries/itself.ron")).expect("a link");
    check_left_out(&folder);
}

#[test]
fn folders_without_end() {
    let folder = data();
    let deep = "d/".repeat(40);
    write(folder.path(), &format!("countries/{deep}c.ron"), b"Country(id: \"c\", name: \"C\", class: Sovereign)");
    check_left_out(&folder);
}

#[cfg(unix)]
#[test]
fn a_pipe_named_as_a_file() {
    let folder = data();
    let made = std::process::Command::new("mkfifo").arg(folder.path().join("countries/c.ron")).status();
    // Where the system has no such tool, there is nothing to try.
    if made.is_ok_and(|status| status.success()) {
        check_left_out(&folder);
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_named_as_the_manifest() {
    let folder = data();
    fs::remove_file(folder.path().join("dataset.ron")).expect("it is there");
    let made = std::process::Command::new("mkfifo").arg(folder.path().join("dataset.ron")).status();
    if made.is_ok_and(|status| status.success()) {
        check_refused(folder.path(), ".", "\".\" is not a data folder: it has no dataset.ron");
    }
}

#[cfg(unix)]
#[test]
fn a_name_that_is_not_utf8() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let folder = data();
    let name = OsStr::from_bytes(b"countries/\xff.ron");
    if fs::write(folder.path().join(name), "Country(id: \"c\", name: \"C\", class: Sovereign)").is_ok() {
        assert_eq!(list(folder.path()).code, Some(0));
    }
    let ended = run_in(folder.path(), &[OsStr::new("recognitions"), OsStr::from_bytes(b"\xff")]);
    assert_eq!(ended.code, Some(2), "{ended:?}");
}

#[test]
fn words_that_are_hostile() {
    let folder = data();
    let long = "x".repeat(100_000);
    for word in ["", " ", "\u{202e}", "\n", "/", "//", "…", "%s", "a/b/c/d", &long, "\u{1F1E6}\u{1F1FF}", "--"] {
        let ended = run_in(folder.path(), &["show", "--data", ".", "--", word]);
        assert_eq!(ended.code, Some(2), "{word:?}: {ended:?}");
    }
}
