//! Hard cases, byte for byte: all on one day, very much, long names, other scripts, nothing certain; and the other themes.

use chancery::chart::{self, MatrixOf, Options, Theme};
use chancery::model::{ActorIx, Base};

use super::built::{self, Built, codes};
use super::golden::{check, check_in};
use super::{actor, day, miniature, options};

/// A world in which ten recognize the target and all else happens between the target and the other, with these dates in turn.
fn dated(dates: &[&str]) -> Base {
    let mut built = Built::new();
    let mut dates = dates.iter().cycle();
    let mut next = || dates.next().expect("a cycle of dates");
    for n in 1..=10 {
        built.country(&format!("c{n}"), &format!("Country {n}"), "");
        built.recognition(&format!("c{n}"), next());
    }
    built.recognition("other", next());
    built.relations(&format!("act: Established, {}", next()));
    for by in ["other", "target"] {
        built.relations(&format!("act: MissionOpened, by: \"{by}\", level: Embassy, at: \"Town\", {}", next()));
    }
    for n in 1..=6 {
        built.resolution(&format!("r{n}"), &format!("Resolution {n} on friendship"), next());
    }
    built.base()
}

/// Both timelines of a built world.
fn timelines(base: &Base, options: &Options, name: &str) {
    let (target, other) = (actor(base, "target"), actor(base, "other"));
    check(&chart::recognitions(base, target, options), &format!("recognitions-{name}"));
    check(&chart::pair(base, target, other, options), &format!("pair-{name}"));
}

#[test]
fn all_on_one_day() {
    timelines(&dated(&["on: \"1991-12-12\""]), &options(), "one-day");
}

#[test]
fn nothing_is_precise() {
    let dates = [
        "on: \"1991\"",
        "on: \"1991-12\"",
        "on: \"../1993-06\"",
        "on: \"199X\"",
        "on: \"1992~\"",
        "on: \"1992-01/1992-08\"",
        "on: \"1992-05/..\"",
        "on: \"[1991-11-30,1992-02-02]\"",
        "on: \"1993-04?\"",
    ];
    timelines(&dated(&dates), &options(), "imprecise");
}

#[test]
fn everything_is_contested() {
    let or = |other: &str| format!("or: [(on: \"{other}\", sources: [\"t\"])], contest: \"Two dates.\"");
    let dates = [
        format!("on: \"1991-12-12\", {}", or("1991-12-13")),
        format!("on: \"1991-12\", {}", or("1992-03-09")),
        format!("on: \"1992\", {}", or("1994")),
        format!("on: \"1992-06-30\", {}", or("2001-01-15")),
        "on: \"1993-01-05\", or: [(sources: [\"t\"], says: Denies)], contest: \"Denied.\"".to_owned(),
    ];
    timelines(&dated(&dates.each_ref().map(String::as_str)), &options(), "contested");
}

#[test]
fn four_hundred_marks() {
    let base = built::many(400);
    timelines(&base, &options(), "400");
    let plan = chart::recognitions(&base, actor(&base, "target"), &options());
    assert_eq!(plan.items.len(), 400);
}

#[test]
fn long_names() {
    let long = "The United Federated Republics, Free Cities, Principalities and Overseas Territories of";
    let mut built = Built::new();
    for (n, place) in
        ["Upper Valdonia and the Isles", "Lower Valdonia", "Donaudampfschifffahrtsgesellschaftskapitänsland"]
            .into_iter()
            .enumerate()
    {
        built.country(&format!("c{n}"), &format!("{long} {place}"), "");
        built.recognition(
            &format!("c{n}"),
            &format!("on: \"199{n}-03\", or: [(on: \"1996-11-2{n}\", sources: [\"t\"])]"),
        );
        let title = format!("Resolution on the request of {long} {place} to be heard in the matter of the boundary");
        built.resolution(&format!("r{n}"), &title, &format!("on: \"200{n}-05-01\""));
    }
    built.recognition("other", "on: \"1991-01-01\"");
    built.relations("act: Established, on: \"1992-02-02\"");
    let town = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch";
    built.relations(&format!(
        "act: MissionOpened, by: \"other\", level: InterestsSection, at: \"{town}\", on: \"1993-03-03\""
    ));
    timelines(&built.base(), &options(), "long-names");
}

/// Names in scripts of all kinds: what the bundled font lacks is drawn in Latin letters, and told as it is.
#[test]
fn scripts() {
    let mut built = Built::new();
    let names = [
        ("Egypt", "مصر"),
        ("Yemen", "الجمهورية اليمنية"),
        ("Israel", "ישראל"),
        ("China", "中国"),
        ("Korea", "한국"),
        ("India", "भारत"),
        ("Georgia", "საქართველო"),
        ("Armenia", "Հայաստան"),
        ("Greece", "Ελλάδα"),
        ("Kazakhstan", "Қазақстан"),
        ("Viet Nam", "Việt Nam"),
        ("Nowhere", ""),
    ];
    for (n, (english, native)) in names.into_iter().enumerate() {
        let own = format!("names: [(name: \"{native}\", kind: Native, lang: \"mul\")]");
        built.country(&format!("c{n}"), english, if native.is_empty() { "" } else { &own });
        built.recognition(&format!("c{n}"), &format!("on: \"1992-0{}-15\"", n % 9 + 1));
    }
    let base = built.base();
    let target = actor(&base, "target");
    assert_eq!(chart::languages(&base).into_iter().collect::<Vec<_>>(), ["en", "mul"]);
    let options = Options { lang: Some("mul".to_owned()), ..options() };
    let plan = chart::recognitions(&base, target, &options);
    check(&plan, "recognitions-scripts");
    let is_written = |text: &str| plan.labels().any(|label| label.text == text);
    let is_told = |text: &str| plan.items.iter().any(|item| item.title.starts_with(text));
    for (english, native) in names {
        assert!(is_told(if native.is_empty() { english } else { native }), "{english}");
        assert_eq!(is_written(english), matches!(english, "Nowhere"), "{english}");
    }
    for text in ["Ελλάδα", "Қазақстан", "Việt Nam", "Msr", "ZhongGuo", "Sakartvelo", "Hayastan"] {
        assert!(is_written(text), "{text}");
    }
    check(&chart::pair(&base, target, actor(&base, "c1"), &options), "pair-scripts");
}

#[test]
fn other_themes() {
    let base = miniature();
    let of = |id: &str| actor(base, id);
    for (theme, name) in [(Theme::Dark, "dark"), (Theme::Print, "print")] {
        check_in(theme, &chart::recognitions(base, of("norland"), &options()), &format!("recognitions-{name}"));
        check_in(theme, &chart::pair(base, of("norland"), of("sudara"), &options()), &format!("pair-{name}"));
    }
}

#[test]
fn matrices_of_the_miniature_world() {
    let base = miniature();
    let all: Vec<ActorIx> = [
        "norland",
        "sudara",
        "westria",
        "estmark",
        "meridia",
        "valdonia",
        "palmera",
        "corvia",
        "zemlya",
        "tirana-nova",
        "karvelia",
        "pashtar",
        "armoria",
        "serica",
        "jade-island",
    ]
    .map(|id| actor(base, id))
    .into();
    let draw = |between: MatrixOf, on: &str| chart::matrix(base, &all, between, day(on), &options()).0;
    check(&draw(MatrixOf::Recognition, "1993-01-01"), "matrix-recognition");
    check(&draw(MatrixOf::Relations, "2004-01-01"), "matrix-relations");
}

/// A state on every fourth tile, and each attitude.
#[test]
fn a_map_of_every_attitude() {
    let mut built = Built::new();
    for (n, code) in codes().iter().step_by(4).enumerate() {
        let id = format!("c{n}");
        built.country(&id, &format!("Country {n}"), &format!("codes: [(scheme: Iso3, code: \"{code}\")]"));
        match n % 6 {
            0 => built.recognition(&id, "on: \"1992-03-04\""),
            // Not long before the day that is asked about.
            1 => built.recognition(&id, "on: \"2000-05-05\""),
            2 => built.recognition(&id, "on: \"1999/2005\""),
            3 => built.recognition(&id, "act: Withheld, from: \"1992\", until: \"ongoing\""),
            4 => {
                built.recognition(&id, "on: \"1993\"");
                built.recognition(&id, "act: Withdrawn, on: \"1997-07-07\"");
            }
            _ => {}
        }
    }
    built.recognition("other", "on: \"1992-05-05\"");
    let base = built.base();
    let (plan, _) = chart::recognition_map(&base, actor(&base, "target"), day("2001-01-01"), &options());
    check(&plan, "map-attitudes");
    for class in ["certain", "presumed", "possible", "withheld", "withdrawn", "unrecorded"] {
        assert!(plan.items.iter().any(|item| item.class.ends_with(class)), "{class}");
    }
}
