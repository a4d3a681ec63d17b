//! Questions whose answers must be no surer than the record, asked of the data set: the sentence begins so, these parts are told in
//! this order, and the program ends with this exit code.
//!
//! Each is a kind of fault that was found in use: what was last seen in 2015 told as of today, a sample told as the whole, "no"
//! where nothing is recorded.

use crate::program::run_on_dataset;

/// A question, its exit code, and parts of its answer in their order.
const WORKED: &[(&str, i32, &[&str])] = &[
    // Of several occasions the latest that holds; an identifier exactly or not at all.
    (
        "When did the United States establish relations with China?",
        0,
        &[
            "The United States and China established relations on 1 January 1979.",
            "Also recorded: about 16 June 1844 (“on or about June 16, 1844”) (and ended",
        ],
    ),
    (
        "When did Bolivia establish relations with Israel?",
        0,
        &[
            "Bolivia and Israel resumed relations on 9 December 2025.",
            "Also recorded: ",
            "and ended on 31 October 2023",
        ],
    ),
    // Reached by a survey, a list, an end.
    (
        "Do Azerbaijan and Pakistan have diplomatic relations?",
        0,
        &["Yes: ", "since 9 June 1992", "Record: surveyed through"],
    ),
    ("Is France a member of the United Nations?", 0, &["Yes: ", "Record: complete"]),
    (
        "Is the United Kingdom a member of the European Union?",
        1,
        &["No, ", "until 1 February 2020", "Record: complete"],
    ),
    (
        "Do Honduras and Taiwan have diplomatic relations?",
        1,
        &["No, ", "severed relations with Taiwan", "Record: last attested on 9 February 2026"],
    ),
    ("Do Iran and Saudi Arabia have diplomatic relations?", 0, &["Yes: ", "Record: surveyed"]),
    ("Was Syria a member of the Arab League in 2015?", 0, &["Yes: ", "Suspended from"]),
    // Last seen long ago.
    ("Is the Rome Statute in force for Burundi?", 3, &["Presumably: ", "last attested on 1 July 2014"]),
    ("Is the Rome Statute in force for Ukraine?", 3, &["Presumably not: ", "last attested on 1 July 2014"]),
    ("Egypt recognizes Israel", 3, &["Presumably: ", "last attested on"]),
    (
        "Do Azerbaijan and Pakistan have diplomatic relations on 1 January 2400?",
        3,
        &["Presumably: ", "1 January 2400 lies ahead"],
    ),
    // What ended with relations isn't "no" once they began anew; what isn't recorded isn't "no".
    ("Does India have an embassy in Pakistan?", 3, &["Not recorded: "]),
    ("Do Brazil and Nepal have diplomatic relations?", 3, &["Not recorded: "]),
    // Who didn't exist did nothing.
    ("Did the United States and Cuba have diplomatic relations in 1800?", 1, &["No, ", "Cuba did not exist."]),
    ("Do Israel and East Germany have diplomatic relations?", 1, &["No, ", "did not exist."]),
    // A withdrawal outranks what relations imply; recognition of one government is "no" to the other.
    ("Does Tuvalu recognize South Ossetia?", 1, &["No, ", "withdrew recognition of South Ossetia on 31 March 2014"]),
    ("Does Iran recognize Israel?", 3, &["Presumably not: ", "withdrew recognition of Israel in 1979"]),
    ("Does Saint Lucia recognize Taiwan?", 0, &["Yes: "]),
    ("Does Saint Lucia recognize China?", 3, &["Presumably not: ", "recognized the government of Taiwan in 2007"]),
    // Orders: on record, in a survey, against the record.
    (
        "Who was the first to recognize Azerbaijan?",
        0,
        &[
            "Türkiye recognized Azerbaijan first, on 9 November 1991",
            "Could also be first",
            "only relations are recorded",
            "Record: surveyed",
        ],
    ),
    (
        "Who was the first to recognize Brazil?",
        3,
        &["The United States recognized Brazil first", "no scope covers it; this is what is on record"],
    ),
    (
        "Was Pakistan the second country to recognize Azerbaijan?",
        1,
        &["No, the record contradicts", "Place by the record: 3rd"],
    ),
    // Absence: fits in a survey, open where sources differ, a counterexample decides.
    ("Türkiye is the only country that recognizes Northern Cyprus", 0, &["It fits", "Record: surveyed"]),
    ("Türkiye was the only country to recognize Northern Cyprus", 3, &["Can't tell", "a source denies"]),
    ("Spain never recognized Kosovo", 0, &["It fits", "Record: surveyed through"]),
    (
        "Did Spain recognize Kosovo?",
        3,
        &["Not recorded: ", "looked for, and none was found", "Record: surveyed through"],
    ),
    ("Spain did not recognize Palestine in 2024", 3, &["Can't tell", "28 May 2024"]),
    ("How many members of the European Union recognize Kosovo?", 0, &["22 actors", "Record: surveyed"]),
    // An act that isn't recorded outlasts no scope; to have joined isn't to have left.
    ("Did Burundi withdraw from the Rome Statute?", 3, &["Not recorded: "]),
    ("Did Palestine accede to the Rome Statute in 2015?", 3, &["Not recorded: "]),
    ("Who joined NATO in 2026?", 3, &["It isn't recorded"]),
    // A complete list's silence counts as long as its word.
    ("Is Switzerland a member of NATO?", 1, &["No, ", "Record: complete as of"]),
    // A list says nothing of what was before it, and nothing lies ahead of today.
    ("How many members did the Arab League have in 1985?", 3, &["22 members", "Record: complete as of"]),
    ("How many members did the United Nations have in 2400?", 3, &["Presumably 193 members"]),
    // A suspension isn't the membership.
    ("Is Mali a member of the African Union?", 0, &["Yes: ", "since 9 July 2002", "Suspended since 1 June 2021"]),
    // Where sources disagree on the act, relations don't make it sure.
    ("Does Mexico recognize Palestine?", 3, &["Can't tell"]),
    // What passes to who continues another; what one wasn't there for.
    ("Do Pakistan and Russia have diplomatic relations?", 0, &["Yes: ", "Russia continues the Soviet Union"]),
    ("Did Russia recognize Palestine?", 0, &["Yes: ", "Russia continues the Soviet Union"]),
    ("Did the United States and Estonia have diplomatic relations in 1950?", 3, &["Can't tell"]),
    ("Was Yugoslavia a member of the United Nations in 1995?", 1, &["No, ", "Yugoslavia did not exist."]),
    // A negation is of the day that it speaks of, and "never" of all.
    ("The United States does not recognize Taiwan", 0, &["Yes: ", "since 1 January 1979"]),
    // Lists say what is presumed, too; consent isn't force.
    ("Where does the United States have embassies?", 0, &["Presumably 164 embassies", "no scope covers it"]),
    (
        "Is the Genocide Convention in force for Palestine?",
        3,
        &["Presumably: ", "acceded on 2 April 2014; in force for it from 1 July 2014"],
    ),
    (
        "Which members of the European Union do not recognize Azerbaijan?",
        0,
        &["No recognition of Azerbaijan by 2 of 27", "Cyprus and Malta. 25 recognize it.", "by relations alone"],
    ),
    (
        "Which members of the European Union do not recognize Kosovo?",
        0,
        &[
            "No recognition of Kosovo by 5 of 27 members of the European Union",
            "Cyprus, Greece, Romania, Slovakia and Spain. 22 recognize it.",
            "Record of recognition of Kosovo: surveyed",
        ],
    ),
    // What lies ahead isn't known, and a day of a year that isn't over is today.
    ("Did Pakistan recognize Azerbaijan in 2030?", 3, &["Presumably not in 2030: ", "2030 lies ahead of today"]),
    ("Who recognizes Kosovo on 1 June 2027?", 0, &["92 actors presumably recognize", "1 June 2027 lies ahead"]),
    (
        "Which members of the European Union do not recognize Kosovo in 2030?",
        3,
        &["No recognition of Kosovo by 5 of 27", "22 at least presumably recognize it", "2030 lies ahead"],
    ),
    ("Who recognizes Kosovo in 2026?", 0, &["92 actors certainly recognize Kosovo on 23 November 2026"]),
    // What bounds a day that nobody gives; a treaty binds nobody before it is made.
    (
        "Did Namibia recognize Palestine in 1980?",
        1,
        &["No, not in 1980: ", "on an unknown day, not before 21 March 1990"],
    ),
    (
        "Is the Rome Statute in force for Burundi in 1990?",
        1,
        &["No, ", "adopted", "17 July 1998, and binds nobody before"],
    ),
    // Between, one of them wasn't there; another of that name was.
    (
        "Do Estonia and the United States have diplomatic relations?",
        3,
        &["Presumably: ", "In between, from ", "Estonia isn't on record as existing"],
    ),
    ("Did Georgia exist in 1920?", 1, &["No, ", "Another record: Democratic Republic of Georgia"]),
    // A refusal that is over is none that lasts.
    ("Who does not recognize Palestine?", 0, &["8 refusals", "No longer: Belgium"]),
    // Who did it last, by whichever act; who did it again meanwhile did nothing new.
    ("Who was the last country to break relations with Taiwan?", 0, &["Nauru was the last", "January 2024"]),
    ("Honduras was the last country to break relations with Taiwan", 1, &["No, the record contradicts"]),
    ("Peru was the last country to recognize Western Sahara", 0, &["It fits", "15 September 2022"]),
    // Whose recorded act is older than its independence was there for it; of two governments of a state a list names the state.
    ("Was Ukraine a member of the United Nations in 1950?", 0, &["Yes: ", "since 24 October 1945"]),
    ("Was Taiwan a member of the United Nations in 1960?", 3, &["Not recorded: ", "China is recorded as a member"]),
    (
        "Was the German Democratic Republic a party to the Convention relating to the Status of Refugees in 2000?",
        1,
        &["No, "],
    ),
    // What is left and joined again wasn't there in between.
    ("Was Pakistan a member of the Commonwealth in 1980?", 1, &["No, ", "until 30 January 1972"]),
    // A number is no surer than its acts, and their history has to be covered.
    ("How many countries exist in 2030?", 3, &["Presumably 193 countries"]),
    ("How many states recognized Palestine?", 0, &["157 actors", "possibly 3 more"]),
    (
        "How many states withdrew recognition of Taiwan?",
        3,
        &["14 actors", "doesn't cover all the days that this rests on"],
    ),
    ("How many countries have relations with Azerbaijan?", 0, &["121 actors", "A source counts 184 in August 2019"]),
    ("Who was the last country to recognize Taiwan?", 3, &["Saint Lucia recognized Taiwan last"]),
    ("How many states recognized Taiwan by 1970?", 3, &["4 actors", "nothing covers 31 December 1970"]),
    ("Who was the first country to recognize Abkhazia?", 0, &["", "in an order that nobody gives"]),
    // A refusal that was last told long ago; one that was told later than the day; one party that wasn't there.
    ("Pakistan has never recognized Israel", 3, &["Can't tell"]),
    ("Has Pakistan ever recognized Israel?", 3, &["Presumably not: "]),
    ("Does Pakistan recognize Israel on 1 January 1960?", 3, &["Presumably not: "]),
    ("Did Germany recognize Palestine?", 1, &["No: ", "withheld"]),
    ("Did Armenia recognize Kosovo in 1950?", 1, &["No: Armenia did not exist"]),
    // What sources deny, and what lasted when one of them wasn't there, is certain in no list.
    (
        "Who recognizes Northern Cyprus on 16 November 1983?",
        0,
        &["1 actor certainly recognized", "Türkiye", "Possibly also, 2"],
    ),
    ("Who recognizes Estonia on 1 June 1960?", 0, &["Nobody certainly", "Possibly also"]),
    // Of a state, and of a government of it.
    (
        "Does Pakistan recognize the Islamic Emirate of Afghanistan?",
        0,
        &["Yes: Pakistan recognizes Afghanistan", "Of its governments: ", "1997", "withdrew", "November 2001"],
    ),
    // A consulate may have closed.
    ("Does the United States have a consulate in Pakistan?", 3, &["Can't tell"]),
    (
        "Where does the United States have consulates?",
        3,
        &["No consulate of the United States", "is certain", "Possibly"],
    ),
    // One number for who recognizes and for what is claimed of it.
    ("153 countries recognize Palestine", 3, &["Can't tell", "Number by the record: 153 to 156"]),
    (
        "How many states voted for General Assembly resolution 62/243?",
        0,
        &["38 voters, and possibly 1 more, voted for", "Sources differ on the vote of Pakistan"],
    ),
];

#[test]
fn no_answer_is_surer_than_the_record() {
    let mut wrong = Vec::new();
    for (question, code, parts) in WORKED {
        let ended = run_on_dataset(&format!("ask '{question}'"));
        let mut rest = &*ended.out;
        let all = parts.iter().all(|part| match rest.find(part) {
            Some(at) => {
                rest = &rest[at + part.len()..];
                true
            }
            None => false,
        });
        let begins = parts.first().is_none_or(|part| ended.out.starts_with(part));
        if ended.code != Some(*code) || !all || !begins {
            wrong.push(format!("{question}: {parts:?}, {code}, not {:?}\n{}", ended.code, ended.out));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Options change how an answer ends, and what counts as known; no number.
#[test]
fn whoever_asks_says_how_much_is_enough() {
    for (question, options, code, begins) in [
        ("Is the Rome Statute in force for Burundi?", "", 3, "Presumably: "),
        ("Is the Rome Statute in force for Burundi?", "--presume", 0, "Presumably: "),
        ("Is the Rome Statute in force for Ukraine?", "--presume", 1, "Presumably not: "),
        ("Is the Rome Statute in force for Burundi?", "--fresh 9000", 0, "Yes: "),
        ("Is France a member of the United Nations?", "--fresh 0", 3, "Presumably: "),
        ("Spain never recognized Kosovo", "", 0, "It fits"),
        ("Spain never recognized Kosovo", "--strict", 3, "It fits"),
        ("Was Pakistan the second country to recognize Azerbaijan?", "--strict --presume", 1, "No, "),
    ] {
        let ended = run_on_dataset(&format!("ask '{question}' {options}"));
        assert!(ended.out.starts_with(begins) && ended.code == Some(code), "{question} {options}: {ended:?}");
    }
}

/// `--today` moves today: what came later lies ahead of it.
#[test]
fn what_came_after_today_lies_ahead() {
    for (question, today, code, parts) in [
        (
            "How many countries recognized Kosovo?",
            "2009-01-01",
            0,
            ["53 actors recognized Kosovo by 1 January 2009", ""],
        ),
        ("Who was the last to recognize Kosovo?", "2009-01-01", 0, ["Micronesia recognized Kosovo last by", ""]),
        ("Who joined NATO since 2000?", "2008-01-01", 0, ["7 actors joined", "between 2000 and 1 January 2008"]),
        (
            "When did Croatia join the European Union?",
            "2009-01-01",
            0,
            ["Croatia joined the European Union on 1 July 2013", "1 July 2013 lies ahead of today (1 January 2009)"],
        ),
        (
            "Did Honduras sever relations with Taiwan?",
            "2020-01-01",
            1,
            ["No, not by 1 January 2020: ", "lies ahead of today"],
        ),
    ] {
        let ended = run_on_dataset(&format!("ask '{question}' --today {today}"));
        let all = parts.iter().all(|part| ended.out.contains(part));
        assert!(ended.out.starts_with(parts[0]) && all && ended.code == Some(code), "{question}: {ended:?}");
    }
}

/// The chain from statements, rules and scopes to an answer.
#[test]
fn an_answer_says_why() {
    for (question, parts) in [
        (
            "Is the Rome Statute in force for Burundi?",
            ["treaty/rome-statute/ratified/burundi", "The last recorded change decides", "and so it is presumed"],
        ),
        (
            "Is France a member of the United Nations?",
            ["membership/united-nations/france", "The last recorded change decides", "A scope ends on"],
        ),
        ("Spain never recognized Kosovo", ["No statement on record bears on it.", "surveyed through", "it fits."]),
    ] {
        let out = run_on_dataset(&format!("ask --why '{question}'")).out;
        let why = out.split("\nwhy:\n").nth(1).unwrap_or_else(|| panic!("{out}"));
        for part in parts {
            assert!(why.contains(part), "{question}: {part} in {why}");
        }
    }
}

/// One number by every verb: how many have relations with an actor, and how many recognize it.
#[test]
fn one_question_has_one_answer_in_every_room() {
    for (actor, on) in [
        ("pakistan", "2026-11-23"),
        ("turkiye", "2026-11-23"),
        ("kosovo", "2026-11-23"),
        ("united-states", "2026-11-23"),
    ] {
        let out = |line: &str| run_on_dataset(line).out;
        let first_number = |text: &str, before: &str| -> usize {
            let at = text.find(before).unwrap_or_else(|| panic!("{before} in {text}"));
            let head: String = text[..at].chars().rev().take_while(char::is_ascii_digit).collect();
            head.chars()
                .rev()
                .collect::<String>()
                .parse()
                .unwrap_or_else(|_| panic!("a number before {before} in {text}"))
        };
        let after = |text: &str, before: &str| -> usize {
            let at = text.find(before).unwrap_or_else(|| panic!("{before} in {text}")) + before.len();
            let head: String = text[at..].chars().take_while(char::is_ascii_digit).collect();
            head.parse().unwrap_or_else(|_| panic!("a number after {before} in {text}"))
        };
        // Those for sure, and those by the last that is recorded.
        let told = |text: &str| {
            let sentence = text.lines().next().unwrap_or_default();
            let more = if sentence.contains(", presumably ") { after(sentence, ", presumably ") } else { 0 };
            first_number(sentence, " actor") + more
        };
        let words = told(&out(&format!("ask 'How many countries have relations with {actor}?'")));
        let network = out(&format!("chart network --ego {actor} --on {on} --format csv"));
        let held = |line: &&str| line.contains(",certain,") || line.contains(",presumed,");
        let ties = network.lines().filter(|line| line.contains(",relations,")).filter(held).count();
        let brief = out(&format!("brief {actor} --on {on}"));
        assert_eq!((words, after(&brief, "diplomatic relations with ")), (ties, ties), "{actor}");
        let (list, words) = (
            out(&format!("recognitions {actor} --on {on} --format csv")),
            out(&format!("ask 'How many countries recognize {actor} on 23 November 2026?'")),
        );
        let certain = list.lines().filter(held).count();
        let map = out(&format!("chart map {actor} --on {on} --format csv"));
        let shaded = map.lines().filter(held).count();
        assert_eq!((told(&words), shaded), (certain, certain), "{actor}");
    }
}
