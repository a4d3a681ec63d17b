//! The audit of what Chancery is built from: licences that may be given on, and one version of each crate.
//!
//! Reads what cargo itself says of the lock file; no network and no other tool.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::process::Command;

use serde_json::Value;

/// Licences under which a part may be given on with Chancery.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "OFL-1.1",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Exceptions that only add rights.
const EXCEPTIONS: &[&str] = &["LLVM-exception"];

/// Crates that may be built in several versions, with the reason.
const TWICE: &[(&str, &str)] = &[
    (
        "getrandom",
        "only in tests: what checks the JSON Schemas hashes with an older one than what makes temporary files",
    ),
    ("hashbrown", "petgraph keeps an older one than its own indexmap"),
    ("r-efi", "follows getrandom, and is built for UEFI alone"),
    ("thiserror", "only in tests: the parser that reads our calendars names its errors by an older one"),
    ("thiserror-impl", "follows thiserror"),
    ("syn", "only while building: the derive macros of the benchmarks and test tools haven't all moved on"),
];

/// Every package that cargo knows: name, version, licence.
struct Package {
    name: String,
    version: String,
    license: Option<String>,
}

/// What is built with these features besides the default ones, and the tests' own tools.
fn packages(features: &str) -> Vec<Package> {
    let metadata = metadata(&["--features", features]).unwrap_or_else(|_| {
        // Crates for other systems are downloaded by `cargo fetch` alone; without it, those for this one are audited.
        let host = host();
        metadata(&["--features", features, "--filter-platform", &host])
            .unwrap_or_else(|error| panic!("cargo metadata: {error}"))
    });
    let nodes = metadata["resolve"]["nodes"].as_array().expect("cargo resolves");
    let resolved: BTreeSet<&str> = nodes.iter().filter_map(|node| node["id"].as_str()).collect();
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let packages = metadata["packages"].as_array().expect("cargo lists packages").iter();
    packages
        .filter(|package| package["id"].as_str().is_some_and(|id| resolved.contains(id)))
        // What has no registry is Chancery itself.
        .filter(|package| !package["source"].is_null())
        .map(|package| Package {
            name: text(&package["name"]).expect("a package has a name"),
            version: text(&package["version"]).expect("a package has a version"),
            license: text(&package["license"]),
        })
        .collect()
}

fn metadata(more: &[&str]) -> Result<Value, String> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline", "--manifest-path"])
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"))
        .args(more)
        .output()
        .map_err(|error| error.to_string())?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())
}

/// The system that cargo builds for when it isn't told another.
fn host() -> String {
    let output = Command::new(env!("CARGO")).arg("-vV").output().expect("cargo runs");
    let text = String::from_utf8_lossy(&output.stdout);
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    host.expect("cargo says for which system it was built").to_owned()
}

/// Whether an SPDX expression can be met with licences that are allowed.
///
/// # Errors
/// What is wrong with the expression.
///
/// *Source:* SPDX specification 2.3, annex D; the slash of old manifests is read as `OR`.
fn meets(expression: &str) -> Result<bool, String> {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = &words[..];
    let met = any(&mut rest)?;
    if rest.is_empty() { Ok(met) } else { Err(format!("{expression:?} goes on with {:?}", rest[0])) }
}

/// `AND` binds closer than `OR`.
fn any(rest: &mut &[&str]) -> Result<bool, String> {
    let mut met = all(rest)?;
    while take(rest, "OR") {
        met |= all(rest)?;
    }
    Ok(met)
}

fn all(rest: &mut &[&str]) -> Result<bool, String> {
    let mut met = one(rest)?;
    while take(rest, "AND") {
        met &= one(rest)?;
    }
    Ok(met)
}

fn one(rest: &mut &[&str]) -> Result<bool, String> {
    if take(rest, "(") {
        let met = any(rest)?;
        return if take(rest, ")") { Ok(met) } else { Err("a bracket is never closed".into()) };
    }
    let license = word(rest)?;
    let met = ALLOWED.contains(&license);
    if take(rest, "WITH") { Ok(EXCEPTIONS.contains(&word(rest)?) && met) } else { Ok(met) }
}

fn word<'a>(rest: &mut &[&'a str]) -> Result<&'a str, String> {
    match rest.split_first() {
        Some((word, more)) if !["AND", "OR", "WITH", "(", ")"].contains(word) => {
            *rest = more;
            Ok(word)
        }
        _ => Err("a licence is missing".into()),
    }
}

fn take(rest: &mut &[&str], wanted: &str) -> bool {
    match rest.split_first() {
        Some((word, more)) if *word == wanted => {
            *rest = more;
            true
        }
        _ => false,
    }
}

#[test]
fn every_licence_may_be_given_on() {
    let refused: Vec<String> = packages("full")
        .iter()
        .filter_map(|Package { name, version, license }| match license.as_deref().map(meets) {
            Some(Ok(true)) => None,
            Some(Ok(false)) => Some(format!("{name} {version}: {:?} isn't allowed", license.as_deref().unwrap_or(""))),
            Some(Err(error)) => Some(format!("{name} {version}: {error}")),
            None => Some(format!("{name} {version}: it names no licence")),
        })
        .collect();
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}

/// The typesetter's own crates haven't all moved on to one version of each; that is its makers' affair, and nobody who doesn't
/// ask for the feature `pdf` builds them. So what is judged is what is built by default.
#[test]
fn no_crate_stands_in_the_tree_twice() {
    let mut versions: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for Package { name, version, .. } in packages("") {
        versions.entry(name).or_default().insert(version);
    }
    let is_excused = |name: &str| TWICE.iter().any(|(known, _)| *known == name);
    let several = versions.iter().filter(|(_, versions)| versions.len() > 1);
    let findings: Vec<String> = several
        .clone()
        .filter(|(name, _)| !is_excused(name))
        .map(|(name, versions)| format!("{name} stands in the tree as {versions:?}; update, or say why in TWICE"))
        .collect();
    for (name, _) in TWICE.iter().filter(|(name, _)| several.clone().all(|(other, _)| other != name)) {
        let _ = writeln!(std::io::stderr(), "note: TWICE excuses {name}, of which there is one version");
    }
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

#[test]
fn expressions_are_read_as_spdx_says() {
    for (expression, expected) in [
        ("MIT", Ok(true)),
        ("GPL-3.0-only", Ok(false)),
        ("MIT OR GPL-3.0-only", Ok(true)),
        ("MIT AND GPL-3.0-only", Ok(false)),
        ("GPL-3.0-only OR MIT AND ISC", Ok(true)),
        ("(GPL-3.0-only OR MIT) AND MPL-2.0", Ok(false)),
        ("(MIT OR Apache-2.0) AND Unicode-3.0", Ok(true)),
        ("Apache-2.0 WITH LLVM-exception OR GPL-2.0-only", Ok(true)),
        ("Apache-2.0 WITH Some-exception", Ok(false)),
        ("MIT/Apache-2.0", Ok(true)),
        ("", Err("a licence is missing")),
        ("MIT OR", Err("a licence is missing")),
        ("(MIT", Err("a bracket is never closed")),
        ("MIT Apache-2.0", Err("\"MIT Apache-2.0\" goes on with \"Apache-2.0\"")),
    ] {
        assert_eq!(meets(expression), expected.map_err(str::to_owned), "{expression:?}");
    }
}
