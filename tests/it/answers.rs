//! The main job on the miniature world: what a newcomer asks, and the answer.
//!
//! What is expected follows from the files of `tests/fixtures/world`; where it takes a count, a comment does it.

use serde_json::{Value, json};

use super::program::{answer, document, run};

/// The answer has these parts, in this order.
fn check(line: &str, expected: &[&str]) {
    in_order(line, &answer(line), expected);
}

/// Nothing was found, and the answer says so in these words.
fn check_nothing(line: &str, expected: &[&str]) {
    let ended = run(line);
    // No scope says that there is nothing.
    assert_eq!(ended.code, Some(3), "{line}: {ended:?}");
    in_order(line, &ended.out, expected);
}

/// On record, and no scope says how much of it is missing.
fn check_open(line: &str, expected: &[&str]) {
    let ended = run(line);
    assert_eq!(ended.code, Some(3), "{line}: {ended:?}");
    in_order(line, &ended.out, expected);
}

fn in_order(line: &str, text: &str, expected: &[&str]) {
    let mut rest = text;
    for part in expected {
        let at = rest.find(part).unwrap_or_else(|| panic!("{line}: {part:?} is missing, or earlier, in\n{text}"));
        rest = &rest[at + part.len()..];
    }
}

/// The line of the answer that names someone.
fn line_of(line: &str, name: &str) -> String {
    let text = answer(line);
    text.lines().find(|line| line.contains(name)).unwrap_or_else(|| panic!("{name} in\n{text}")).to_owned()
}

fn act<'a>(document: &'a Value, by: &str) -> &'a Value {
    let acts = document["acts"].as_array().expect("acts");
    acts.iter().find(|act| act["by"]["id"] == by).unwrap_or_else(|| panic!("an act of {by}"))
}

#[test]
fn who_was_first() {
    check(
        "recognitions karvelia --first",
        &[
            "Özmara recognized Karvelia first",
            ": 9 November 1991.\n",
            "The Courier: The Courier [secondary]",
            "Almanac & Co.: Pocket Encyclopedia of States, 2019 [tertiary]",
        ],
    );
    let document = document("recognitions karvelia --first");
    assert_eq!(document["acts"][0]["by"], json!({"id": "ozmara", "name": "Özmara"}));
    assert_eq!(document["acts"][0]["date"], "1991-11-09");
    assert_eq!(document["acts"][0]["attestations"][0]["sources"], json!(["courier", "encyclopedia"]));
    // The actor's own word, and a source that has an address.
    check_open(
        "recognitions norland --first",
        &["Estmark recognized Norland first", ": 9 November 1991.\n", "Government of Norland: ", " [primary]\n"],
    );
    check_open(
        "recognitions skadria --first",
        &[
            "Côte d’Étoile recognized Skadria first",
            ": 17 February 2008.\n",
            "Friends of Skadria: Who thanked us [tertiary] https://skadria.example/thanks\n",
        ],
    );
}

#[test]
fn who_was_second_and_who_is_called_so() {
    check(
        "recognitions karvelia --nth 2",
        &[
            "Rovinia recognized Karvelia second",
            ": 11 December 1991.\n",
            "Sources call others second: Pashtar and Westria.",
            "Pashtar was the second country to recognize Karvelia.",
            "Sources that say so:",
            "Rovinia was the second country",
        ],
    );
    let document = document("recognitions karvelia --nth 2");
    let by: Vec<&str> = document["picked"]["claims"]
        .as_array()
        .expect("claims")
        .iter()
        .filter_map(|claim| claim["by"].as_str())
        .collect();
    assert_eq!(by, ["pashtar", "rovinia", "westria"]);
}

#[test]
fn who_was_last() {
    check("recognitions karvelia --last", &["Corvia recognized Karvelia last", ": 6 November 1996.\n"]);
    check(
        "recognitions karvelia --last --before 1992",
        &["recognized Karvelia last before 1 January 1992, as far as days are known"],
    );
}

#[test]
fn a_window_moves_the_places_and_no_claim_is_about_them() {
    let line = "recognitions karvelia --first --after 1992-02-29";
    check(line, &["Galvania recognized Karvelia first after 29 February 1992", ": 10 April 1992.\n"]);
    assert!(answer("recognitions karvelia --first").contains("Sources call"));
    assert!(!answer(line).contains("Sources call"));
    check_nothing(
        "recognitions karvelia --nth 3 --after 1993",
        &["No third recognition of Karvelia after 31 December 1993 is recorded: 1 act has a date."],
    );
    check_nothing("recognitions karvelia --nth 500", &["No 500th recognition of Karvelia is recorded"]);
}

#[test]
fn the_whole_order_with_places() {
    let line = "recognitions karvelia";
    check(
        line,
        &[
            "Recognition of Karvelia: 17 acts\n",
            "place",
            "1st",
            "9 November 1991",
            "Rovinia",
            "Corvia",
            "\ncontested:\n",
        ],
    );
    let pashtar = line_of(line, "  Pashtar  ");
    assert!(pashtar.contains("12 or 13 December 1991 (contested)"), "{pashtar}");
    for (name, date) in [
        ("Indria", "December 1991"),
        ("Islandia", "between 31 December 1991 and 3 January 1992"),
        ("Khalij Emirates", "1991"),
        ("Kirghen", "1991"),
    ] {
        let row = line_of(line, &format!("  {name} "));
        let place = row.split_whitespace().next().expect("a place");
        assert!(place.contains('–'), "an interval for what is dated {date}: {row}");
        assert!(row.contains(date), "{row}");
    }
}

#[test]
fn imprecision_and_contest_widen_a_place_alike() {
    let document = document("recognitions karvelia");
    let place = |by: &str| {
        let place = &act(&document, by)["place"];
        (place["least"].as_u64().expect("a number"), place["most"].as_u64().expect("a number"))
    };
    let pashtar = act(&document, "pashtar");
    assert_eq!(pashtar["contested"], true);
    assert_eq!(pashtar["date"], "[1991-12-12,1991-12-13]");
    assert_eq!((&pashtar["earliest"], &pashtar["latest"]), (&json!("1991-12-12"), &json!("1991-12-13")));
    // After Özmara and Rovinia, and maybe after the two of 1991 and the one of December.
    assert_eq!(place("pashtar"), (3, 6));
    // In December: after Özmara alone, or after the ten others that can have come before the 31st.
    assert_eq!((&act(&document, "indria")["date"], place("indria")), (&json!("1991-12"), (2, 12)));
    // On 25 December after five, or in January after twelve; or in February after all but two.
    for (by, expected) in [("irenia", (6, 13)), ("united-provinces", (6, 15))] {
        assert_eq!((&act(&document, by)["contested"], place(by)), (&json!(true), expected), "{by}");
    }
    // Least place first, the undated last: one country thanked Skadria on no day that is known.
    for of in ["karvelia", "skadria"] {
        let document = self::document(&format!("recognitions {of}"));
        let acts = document["acts"].as_array().expect("acts");
        let places: Vec<u64> = acts.iter().map(|act| act["place"]["least"].as_u64().unwrap_or(u64::MAX)).collect();
        assert!(places.is_sorted(), "{places:?}");
        assert_eq!(places.last() == Some(&u64::MAX), of == "skadria");
    }
}

#[test]
fn withheld_and_withdrawn() {
    check("recognitions norland --withheld", &["withheld:", "Corvia", "1 December 1991 to", "Meridia", "to today"]);
    check("recognitions armoria --withheld", &["withheld:", "Pashtar", "to 31 August or 1 September 2025"]);
    check(
        "recognitions skadria --withdrawn",
        &[
            "Recognition of Skadria, withdrawn or suspended: 4 acts\n",
            "Naurea",
            "withdrawn November 2019",
            "Honduria",
            "(contested",
            "Deltara",
            "suspended July 2019",
        ],
    );
    // The time asked for is that of the withdrawal.
    let late = document("recognitions skadria --withdrawn --after 2019-12-31");
    let by: Vec<&str> =
        late["acts"].as_array().expect("acts").iter().filter_map(|act| act["by"]["id"].as_str()).collect();
    assert_eq!(by, ["corvia"]);
    check_nothing("recognitions karvelia --withheld", &["withheld"]);
}

#[test]
fn before_and_after_in_two_bands() {
    let document = document("recognitions karvelia --before 1991-12-13");
    for (by, band) in [
        ("ozmara", "certain"),
        ("rovinia", "certain"),
        ("pashtar", "possible"),
        ("indria", "possible"),
        ("khalij", "possible"),
    ] {
        assert_eq!(act(&document, by)["band"], band, "{by}");
    }
    assert!(document["acts"].as_array().expect("acts").iter().all(|act| act["by"]["id"] != "lettia"));
    check("recognitions karvelia --after 1993-01-01", &["after 1 January 1993: 1 act", "Corvia"]);
    // What was withheld until then is told only of those from whom something was.
    assert!(!answer("recognitions karvelia --after 1993-01-01").contains("withheld"));
    assert!(answer("recognitions norland --after 1993-01-01").contains("withheld"));
    check_nothing("recognitions karvelia --before 1980", &["before 1 January 1980: 0 acts"]);
}

#[test]
fn by_one_actor() {
    check(
        "recognitions karvelia --by pashtar",
        &["Recognition of Karvelia by Pashtar: 1 act", "12 or 13 December 1991"],
    );
    check(
        "recognitions --by pashtar",
        &[
            "Recognition by Pashtar: ",
            "Karvelia",
            "12 or 13 December 1991 (contested)",
            "Skadria",
            "24 December 2012",
            "Armoria",
            "Pashtar of Armoria",
        ],
    );
}

#[test]
fn relations_of_karvelia_and_pashtar() {
    check(
        "relations karvelia pashtar",
        &[
            // Recognition is surveyed to this year; of relations the last that is told is of 1997.
            "on 23 November 2026, certainly:\n  Pashtar recognizes Karvelia",
            "on 23 November 2026, presumably:\n  diplomatic relations",
            "No scope covers relations of Karvelia and Pashtar",
            "12 or 13 December 1991 (contested): Pashtar recognizes Karvelia",
            "9 June 1992: diplomatic relations established",
            "12 March 1993: embassy of Pashtar in Karvad opens",
        ],
    );
    let line = "relations karvelia pashtar --on 1993-01-01";
    check(line, &["on 1 January 1993, certainly:\n  diplomatic relations\n  Pashtar recognizes Karvelia\n"]);
    assert!(!answer(line).contains("embassy"), "it opened in March");
    check(
        "relations karvelia pashtar --on 1991-12-12",
        &["possibly:", "Pashtar recognizes Karvelia (12 or 13 December 1991 (contested))"],
    );
}

/// The status of a pair on a day, by the document: the certain one, or the possible ones.
#[track_caller]
fn check_status(pair: &str, on: &str, expected: &str) {
    let document = document(&format!("relations {pair} --on {on}"));
    let possible: Vec<&str> =
        document["status"]["possible"].as_array().expect("a list").iter().filter_map(Value::as_str).collect();
    assert_eq!(possible.join(" "), expected, "{pair} on {on}");
    let certain = if possible.len() == 1 { json!(possible[0]) } else { Value::Null };
    assert_eq!(document["status"]["certain"], certain);
}

#[test]
fn hard_pairs_come_out_right() {
    check_status("pashtar armoria", "2020-06-01", "none");
    check_status("pashtar armoria", "2025-09-02", "established");
    check(
        "relations pashtar armoria --on 2020-06-01",
        &["certainly:", "Pashtar withholds recognition of Armoria", "presumably:", "no relations"],
    );
    assert!(!answer("relations pashtar armoria --on 2025-10-01").contains("withholds"));
    // Without relations, by a source: with neither recognition, or with one.
    check_status("karvelia armoria", "2020-06-01", "none");
    check_status("ozmara armoria", "2020-06-01", "recognized");
    check_status("ozmara armoria", "2026-01-01", "recognized");
    check_status("united-provinces armoria", "1992-01-01", "recognized");
    check_status("armoria rovinia", "2000-01-01", "established");
    check_status("armoria rovinia", "2015-01-01", "suspended");
    check_status("armoria rovinia", "2023-01-01", "established");
    check_status("karvelia pashtar", "1990-01-01", "none");
    check_status("karvelia pashtar", "1992-01-01", "recognized");
    // An embassy there tells of relations, though no act of establishing them is recorded; a liaison office doesn't.
    check_status("almania skadria", "2020-01-01", "established");
    check_status("sudara meridia", "2020-01-01", "established");
    check_status("sudara meridia", "1975-01-01", "none established");
    check_nothing(
        "relations kirghen tirana-nova",
        &["Nothing on this pair is recorded. That doesn't say that there is nothing."],
    );
}

#[test]
fn treaties_in_force_for_both() {
    check(
        "treaties karvelia pashtar --on 2020-01-01",
        &[
            "in force for both Karvelia and Pashtar on 1 January 2020",
            "Charter of the United Nations (un-charter)",
            "Karvelia: presumably in force — accepted 2 March 1992",
            "Pashtar: presumably in force — accepted 30 September 1947",
        ],
    );
    let document = document("treaties karvelia pashtar --on 2020-01-01");
    let treaties = document["treaties"].as_array().expect("treaties");
    let ids: Vec<&str> = treaties.iter().filter_map(|treaty| treaty["id"].as_str()).collect();
    assert_eq!(ids, ["un-charter", "lighthouse-convention", "karvelia-pashtar-trade-agreement"]);
    for treaty in treaties {
        assert_eq!(treaty["in_force"], "certain", "{treaty:#}");
        assert_eq!(treaty["parties"].as_array().map(Vec::len), Some(2), "{treaty:#}");
    }
    check("treaties un-charter", &["1 treaty", "Armoria: presumably in force — accepted"]);
    check("treaties pashtar un-charter", &["1 treaty of Pashtar", "accepted 30 September 1947"]);
    // Neither was there yet.
    let ended = run("treaties karvelia pashtar --on 1940-01-01");
    assert_eq!(ended.code, Some(1), "{ended:?}");
    in_order("treaties karvelia pashtar --on 1940-01-01", &ended.out, &["0 treaties in force for both"]);
}

#[test]
fn resolutions_by_body_and_by_subject() {
    check(
        "resolutions --by senate-of-pashtar",
        &[
            "2 resolutions by Senate of Pashtar",
            "1 February 2012",
            "Foreign Relations Committee",
            "vote: unanimous",
            "30 May 2022",
            "vote: adopted",
        ],
    );
    check(
        "resolutions --about fire-of-harrow",
        &[
            "resolutions about Fire of Harrow",
            "condemns: Fire of Harrow\n",
            "notes: Transit Agreement between Karvelia and Pashtar “the wish for roads”",
        ],
    );
    check(
        "resolutions A/RES/62/43",
        &["1 resolution", "7–4–8", "why they differ:", "against (4): Armoria, Galvania, United Provinces, Westria\n"],
    );
    check_nothing("resolutions --by northern-pact", &["0 resolutions by"]);
}

#[test]
fn positions_and_who_backs_each_other() {
    check("positions high-garden", &["High Garden\n", "Pashtar backs Karvelia, by May 2015 to today"]);
    check(
        "positions --reciprocal",
        &["back each other:", "Karvelia backs Pashtar (Lake Country), and Pashtar backs Karvelia (High Garden)"],
    );
    let document = document("positions --reciprocal");
    let both = |actors: [&str; 2], disputes: [&str; 2]| {
        let statements = [0, 1].map(|n| format!("position/{}/{}", disputes[n], actors[n]));
        json!({"actors": actors, "disputes": disputes, "statements": statements, "band": "certain"})
    };
    assert_eq!(
        document["reciprocal"],
        json!([
            both(["armoria", "indria"], ["lake-country", "high-garden"]),
            both(["isla-verde", "serica"], ["jade-strait", "salt-islands"]),
            both(["karvelia", "pashtar"], ["lake-country", "high-garden"]),
        ])
    );
    check("positions high-garden --by pashtar --on 2022-06-01", &["Pashtar backs Karvelia", ", presumed"]);
    check_nothing("positions high-garden --by serica", &["No position is recorded."]);
}

#[test]
fn records_lists_and_figures() {
    check("show karvelia", &["Karvelia (karvelia)", "codes: KV iso2", "existence: ", "statements: "]);
    check(
        "show recognition/karvelia/pashtar",
        &["recognition, recognized: 12 or 13 December 1991 (contested)", "why they differ:"],
    );
    check("show A/RES/62/43", &["unga-62-43", "sources:"]);
    check("list disputes", &["id ", "high-garden ", "lake-country "]);
    // The roster names 39: two of them observe, two are no more, and one had to leave.
    check(
        "stats",
        &[
            "Miniature 1.0.0\n",
            "statements ",
            "  contested ",
            "  without a source ",
            " 0\n",
            "countries ",
            "members of the United Nations today  32\n",
            "observers there today                2\n",
        ],
    );
}

#[test]
fn names_in_any_script_and_former_names() {
    for name in ["karvelia", "KVL", "Qərvəliyə", "Карвелия", "'the Republic of Karvelia'", "Q90227"] {
        check(&format!("recognitions {name} --last"), &["Corvia recognized Karvelia last"]);
    }
    check("relations Ozmaria 'ARMORIA' --on 2000-01-01", &["Özmara and Armoria"]);
}
