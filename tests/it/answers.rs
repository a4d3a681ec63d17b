//! The main job on the real data set: what a newcomer asks, and the answer.

use serde_json::{Value, json};

use super::program::{answer, document, run};

/// The answer has these parts, in this order.
fn check(line: &str, expected: &[&str]) {
    in_order(line, &answer(line), expected);
}

/// Nothing was found, and the answer says so in these words.
fn check_nothing(line: &str, expected: &[&str]) {
    let ended = run(line);
    assert_eq!(ended.code, Some(1), "{line}: {ended:?}");
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
        "recognitions azerbaijan --first",
        &[
            "Türkiye recognized Azerbaijan first",
            ": 9 November 1991.\n",
            "Ministry of Foreign Affairs of Türkiye",
            "[primary] https://",
        ],
    );
    let document = document("recognitions azerbaijan --first");
    assert_eq!(document["acts"][0]["by"], json!({"id": "turkiye", "name": "Türkiye"}));
    assert_eq!(document["acts"][0]["date"], "1991-11-09");
    assert!(!document["acts"][0]["attestations"][0]["sources"].as_array().expect("sources").is_empty());
}

#[test]
fn who_was_second_and_who_is_called_so() {
    check(
        "recognitions azerbaijan --nth 2",
        &[
            "Romania recognized Azerbaijan second",
            ": 11 December 1991.\n",
            "Sources call others second: France and Pakistan.",
            "Pakistan was the second country to recognize Azerbaijan.",
            "Sources that say so:",
            "Romania was the second country",
        ],
    );
    let document = document("recognitions azerbaijan --nth 2");
    let by: Vec<&str> = document["picked"]["claims"]
        .as_array()
        .expect("claims")
        .iter()
        .filter_map(|claim| claim["by"].as_str())
        .collect();
    assert_eq!(by, ["france", "pakistan", "romania"]);
}

#[test]
fn who_was_last() {
    check("recognitions azerbaijan --last", &["Bahrain recognized Azerbaijan last", ": 6 November 1996.\n"]);
    check(
        "recognitions azerbaijan --last --before 1992",
        &["recognized Azerbaijan last before 1 January 1992, as far as days are known"],
    );
}

#[test]
fn a_window_moves_the_places_and_no_claim_is_about_them() {
    let line = "recognitions azerbaijan --first --after 1992-01-31";
    check(line, &["Argentina recognized Azerbaijan first after 31 January 1992", ": 9 March 1992.\n"]);
    assert!(!answer(line).contains("Sources call"));
    check_nothing(
        "recognitions azerbaijan --nth 3 --after 1993",
        &["No third recognition of Azerbaijan after 31 December 1993 is recorded: 1 act has a date."],
    );
    check_nothing("recognitions azerbaijan --nth 500", &["No 500th recognition of Azerbaijan is recorded"]);
}

#[test]
fn the_whole_order_with_places() {
    let line = "recognitions azerbaijan";
    check(
        line,
        &["Recognition of Azerbaijan: ", "place", "1st", "9 November 1991", "Romania", "Bahrain", "\ncontested:\n"],
    );
    let pakistan = line_of(line, "  Pakistan  ");
    assert!(pakistan.contains("12 or 13 December 1991 (contested)"), "{pakistan}");
    for (name, date) in [("India", "December 1991"), ("Mexico", "December 1991"), ("Kyrgyzstan", "1991")] {
        let row = line_of(line, &format!("  {name} "));
        let place = row.split_whitespace().next().expect("a place");
        assert!(place.contains('–'), "an interval for what is dated {date}: {row}");
        assert!(row.contains(date), "{row}");
    }
}

#[test]
fn imprecision_and_contest_widen_a_place_alike() {
    let document = document("recognitions azerbaijan");
    let place = |by: &str| {
        let place = &act(&document, by)["place"];
        (place["least"].as_u64().expect("a number"), place["most"].as_u64().expect("a number"))
    };
    let pakistan = act(&document, "pakistan");
    assert_eq!(pakistan["contested"], true);
    assert_eq!(pakistan["date"], "[1991-12-12,1991-12-13]");
    assert_eq!((&pakistan["earliest"], &pakistan["latest"]), (&json!("1991-12-12"), &json!("1991-12-13")));
    let (least, most) = place("mexico");
    assert!(least < most && act(&document, "mexico")["date"] == "1991-12", "{least} {most}");
    let (least, most) = place("united-states");
    assert!(least < most && act(&document, "united-states")["contested"] == true, "{least} {most}");
    // Least place first, the undated last.
    let places: Vec<u64> = document["acts"]
        .as_array()
        .expect("acts")
        .iter()
        .map(|act| act["place"]["least"].as_u64().unwrap_or(u64::MAX))
        .collect();
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn withheld_and_withdrawn() {
    check("recognitions azerbaijan --withheld", &["withheld:", "Iran", "27 November 1991 to"]);
    check("recognitions armenia --withheld", &["withheld:", "Pakistan", "to 31 August or 1 September 2025"]);
    check(
        "recognitions kosovo --withdrawn",
        &[
            "Recognition of Kosovo, withdrawn or suspended: ",
            "Nauru",
            "withdrawn November 2019",
            "Suriname",
            "(contested",
        ],
    );
    // The time asked for is that of the withdrawal.
    let late = document("recognitions kosovo --withdrawn --after 2019-12-31");
    let by: Vec<&str> =
        late["acts"].as_array().expect("acts").iter().filter_map(|act| act["by"]["id"].as_str()).collect();
    assert!(by.contains(&"sierra-leone") && !by.contains(&"suriname"), "{by:?}");
    check_nothing("recognitions kosovo --withheld", &["withheld"]);
}

#[test]
fn before_and_after_in_two_bands() {
    let document = document("recognitions azerbaijan --before 1991-12-13");
    for (by, band) in [("turkiye", "certain"), ("romania", "certain"), ("pakistan", "possible"), ("india", "possible")]
    {
        assert_eq!(act(&document, by)["band"], band, "{by}");
    }
    assert!(document["acts"].as_array().expect("acts").iter().all(|act| act["by"]["id"] != "lithuania"));
    check("recognitions azerbaijan --after 1993-01-01", &["after 1 January 1993: 1 act", "Bahrain"]);
    assert!(!answer("recognitions azerbaijan --after 1993-01-01").contains("withheld"));
    check_nothing("recognitions azerbaijan --before 1980", &["before 1 January 1980: 0 acts"]);
}

#[test]
fn by_one_actor() {
    check(
        "recognitions azerbaijan --by pakistan",
        &["Recognition of Azerbaijan by Pakistan: 1 act", "12 or 13 December 1991"],
    );
    check(
        "recognitions --by pakistan",
        &[
            "Recognition by Pakistan: ",
            "Azerbaijan",
            "12 or 13 December 1991 (contested)",
            "Kosovo",
            "24 December 2012",
            "Armenia",
            "Pakistan of Armenia",
        ],
    );
}

#[test]
fn relations_of_azerbaijan_and_pakistan() {
    check(
        "relations azerbaijan pakistan",
        &[
            "on 23 November 2026, certainly:\n  diplomatic relations",
            "12 or 13 December 1991 (contested): Pakistan recognizes Azerbaijan",
            "9 June 1992: diplomatic relations established",
            "12 March 1993: embassy of Pakistan in Baku opens",
        ],
    );
    let line = "relations azerbaijan pakistan --on 1993-01-01";
    check(line, &["on 1 January 1993, certainly:\n  diplomatic relations\n  Pakistan recognizes Azerbaijan\n"]);
    assert!(!answer(line).contains("embassy"), "it opened in March");
    check(
        "relations azerbaijan pakistan --on 1991-12-12",
        &["possibly:", "Pakistan recognizes Azerbaijan (12 or 13 December 1991 (contested))"],
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
    check_status("pakistan armenia", "2020-06-01", "none");
    check_status("pakistan armenia", "2025-09-02", "established");
    check(
        "relations pakistan armenia --on 2020-06-01",
        &["certainly:", "no relations", "Pakistan withholds recognition of Armenia"],
    );
    assert!(!answer("relations pakistan armenia --on 2025-10-01").contains("withholds"));
    check_status("turkiye armenia", "2020-06-01", "recognized");
    check_status("turkiye armenia", "2026-01-01", "recognized");
    check_status("armenia hungary", "2000-01-01", "established");
    check_status("armenia hungary", "2015-01-01", "suspended");
    check_status("armenia hungary", "2023-01-01", "established");
    check_status("azerbaijan pakistan", "1990-01-01", "none");
    check_status("azerbaijan pakistan", "1992-01-01", "recognized");
    // An embassy there tells of relations, though no act of establishing them is recorded.
    check_status("armenia bulgaria", "2020-01-01", "established");
    check_nothing(
        "relations france germany",
        &["Nothing on this pair is recorded. That doesn't say that there is nothing."],
    );
}

#[test]
fn treaties_in_force_for_both() {
    check(
        "treaties azerbaijan pakistan --on 2020-01-01",
        &[
            "in force for both Azerbaijan and Pakistan on 1 January 2020",
            "Charter of the United Nations (un-charter)",
            "Azerbaijan: in force — accepted 2 March 1992",
            "Pakistan: in force — accepted 30 September 1947",
        ],
    );
    let document = document("treaties azerbaijan pakistan --on 2020-01-01");
    let charter = &document["treaties"][0];
    assert_eq!((&charter["id"], &charter["in_force"]), (&json!("un-charter"), &json!("certain")));
    assert_eq!(charter["parties"].as_array().map(Vec::len), Some(2));
    check("treaties un-charter", &["1 treaty", "Afghanistan: in force — accepted"]);
    check("treaties pakistan un-charter", &["1 treaty of Pakistan", "accepted 30 September 1947"]);
    check_nothing("treaties azerbaijan pakistan --on 1940-01-01", &["0 treaties in force for both"]);
}

#[test]
fn resolutions_by_body_and_by_subject() {
    check(
        "resolutions --by senate-of-pakistan",
        &[
            "2 resolutions by Senate of Pakistan",
            "1 February 2012",
            "Foreign Relations Committee",
            "30 May 2022",
            "vote: unanimous",
        ],
    );
    check(
        "resolutions --about khojaly-massacre",
        &["resolutions about Khojaly massacre", "condemns: Khojaly massacre “Khojaly Genocide”"],
    );
    check(
        "resolutions A/RES/62/243",
        &["1 resolution", "39–7–100", "why they differ:", "against (7): Angola, Armenia, France"],
    );
    check_nothing("resolutions --by nato", &["0 resolutions by"]);
}

#[test]
fn positions_and_who_backs_each_other() {
    check("positions nagorno-karabakh", &["Nagorno-Karabakh\n", "Pakistan backs Azerbaijan, by May 2015 to today"]);
    check(
        "positions --reciprocal",
        &["back each other:", "Azerbaijan backs Pakistan (Kashmir), and Pakistan backs Azerbaijan (Nagorno-Karabakh)"],
    );
    let document = document("positions --reciprocal");
    let both = json!({
        "actors": ["azerbaijan", "pakistan"], "disputes": ["kashmir", "nagorno-karabakh"],
        "statements": ["position/kashmir/azerbaijan", "position/nagorno-karabakh/pakistan"],
        "band": "certain",
    });
    assert!(document["reciprocal"].as_array().expect("pairs").contains(&both), "{document:#}");
    check("positions nagorno-karabakh --by pakistan --on 2022-06-01", &["Pakistan backs Azerbaijan", ", certain"]);
    check_nothing("positions nagorno-karabakh --by france", &["No position is recorded."]);
}

#[test]
fn records_lists_and_figures() {
    check("show azerbaijan", &["Azerbaijan (azerbaijan)", "codes: AZ iso2", "existence: ", "statements: "]);
    check(
        "show recognition/azerbaijan/pakistan",
        &["recognition, recognized: 12 or 13 December 1991 (contested)", "why they differ:"],
    );
    check("show A/RES/62/243", &["unga-62-243", "sources:"]);
    check("list disputes", &["id ", "kashmir ", "nagorno-karabakh "]);
    check(
        "stats",
        &[
            "Chancery ",
            "statements ",
            "  contested ",
            "  without a source ",
            " 0\n",
            "countries ",
            "members of the United Nations today  193\n",
        ],
    );
}

#[test]
fn names_in_any_script_and_former_names() {
    for name in ["azerbaijan", "AZE", "Azərbaycan", "Азербайджан", "'the Republic of Azerbaijan'", "Q227"] {
        check(&format!("recognitions {name} --last"), &["Bahrain recognized Azerbaijan last"]);
    }
    check("relations Turkey 'ARMENIA' --on 2000-01-01", &["Türkiye and Armenia"]);
}
