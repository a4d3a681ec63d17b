//! From what a person types to a record.

use chancery::model::{Base, Entity};
use chancery::query::{Named, Want, mistyped, resolve};

use super::{day, world};

fn base() -> Base {
    world(
        "",
        &[
            (
                "countries/all.ron",
                "Country(id: 'benin', name: 'Benin', class: Sovereign, names: [(name: 'Dahomey', kind: Former, until: '1975-11-30')], codes: [(scheme: Iso2, code: 'BJ')], demonyms: ['Beninese'])",
            ),
            (
                "countries/abomey.ron",
                "Country(id: 'abomey', name: 'Abomey', class: Historical, names: [(name: 'Kingdom of Dahomey', kind: Official), (name: 'Dahomey', kind: Short, from: '1980', until: '1990')])",
            ),
            (
                "countries/zaire.ron",
                "Country(id: 'dr-congo', name: 'Democratic Republic of the Congo', class: Sovereign, aliases: ['Congo', 'DRC'], names: [(name: 'Zaire', kind: Former, from: '1971', until: '1997')])",
            ),
            (
                "countries/congo.ron",
                "Country(id: 'brazzaville', name: 'Republic of the Congo', class: Sovereign, aliases: ['Congo'], names: [(name: 'Конго', kind: Native, lang: 'ru')])",
            ),
            (
                "countries/ivory.ron",
                "Country(id: 'cote-divoire', name: 'Côte d’Ivoire', class: Sovereign, aliases: ['Ivory Coast'])",
            ),
            ("countries/haiti.ron", "Country(id: 'haiti', name: 'Haiti', class: Sovereign)"),
            ("disputes/haiti.ron", "Dispute(id: 'haiti-dispute', name: 'Haiti')"),
            ("retired/r.ron", "Retired([(id: 'dahomey', now: 'benin', reason: 'renamed in 1975')])"),
        ],
    )
}

/// The id, `one|or|another`, or `? near ones`.
fn find(base: &Base, text: &str, want: Want, on: Option<&str>) -> String {
    let ids = |entities: &[Entity], between: &str| {
        entities.iter().map(|entity| base.id(*entity)).collect::<Vec<_>>().join(between)
    };
    match resolve(base, text, want, on.map(day)) {
        Named::One(entity) => base.id(entity).to_owned(),
        Named::Several(entities) => ids(&entities, "|"),
        Named::None(near) => format!("? {}", ids(&near, " ")).trim_end().to_owned(),
    }
}

#[test]
fn names_ids_codes_and_aliases() {
    let base = base();
    for (text, expected) in [
        ("benin", "benin"),
        ("BENIN", "benin"),
        ("bj", "benin"),
        ("Beninese", "benin"),
        ("ivory coast", "cote-divoire"),
        ("Cote d'Ivoire", "cote-divoire"),
        ("CÔTE D’IVOIRE", "cote-divoire"),
        ("the  Ivory-Coast", "cote-divoire"),
        ("Бенин", "benin"),
        ("DRC", "dr-congo"),
        ("congo", "brazzaville|dr-congo"),
        ("Конго", "brazzaville"),
        ("Kingdom of Dahomey", "abomey"),
        // A former id.
        ("dahomey", "benin"),
    ] {
        assert_eq!(find(&base, text, Want::Actor, None), expected, "{text}");
    }
}

#[test]
fn a_name_holds_in_its_years() {
    let base = base();
    for (on, expected) in [
        (None, "abomey|benin"),
        (Some("1970-01-01"), "benin"),
        (Some("1985-01-01"), "abomey"),
        (Some("2000-01-01"), "abomey|benin"),
    ] {
        assert_eq!(find(&base, "Dahomey", Want::Actor, on), expected, "{on:?}");
    }
    // Who is meant by a former name is found after its years, too.
    assert_eq!(find(&base, "Zaire", Want::Actor, Some("2020-01-01")), "dr-congo");
}

#[test]
fn only_what_was_asked_for() {
    let base = base();
    assert_eq!(find(&base, "Haiti", Want::Actor, None), "haiti");
    assert_eq!(find(&base, "Haiti", Want::Dispute, None), "haiti-dispute");
    assert_eq!(find(&base, "benin", Want::Dispute, None), "?");
}

#[test]
fn typos_get_near_names() {
    let base = base();
    for (text, expected) in
        [("benim", "? benin"), ("hayti", "? haiti"), ("ivry coast", "? cote-divoire"), ("", "?"), ("qqq", "?")]
    {
        assert_eq!(find(&base, text, Want::Actor, None), expected, "{text}");
    }
}

#[test]
fn a_country_comes_before_what_is_called_after_it_and_a_code_dies_with_its_state() {
    let base = base();
    assert_eq!(find(&base, "Haiti", Want::Anything, None), "haiti");
    assert_eq!(find(&base, "Haiti", Want::Dispute, None), "haiti-dispute");
    let base = world(
        "",
        &[
            (
                "countries/old.ron",
                "Country(id: 'old', name: 'Old', class: Historical, codes: [(scheme: Cow, code: 'KOR')], existence: [(from: '1887', until: '1905-11-18', sources: ['s'])])",
            ),
            (
                "countries/new.ron",
                "Country(id: 'new', name: 'New', class: Sovereign, codes: [(scheme: Iso3, code: 'KOR')])",
            ),
        ],
    );
    assert_eq!(find(&base, "KOR", Want::Actor, Some("2020-01-01")), "new");
    assert_eq!(find(&base, "KOR", Want::Actor, Some("1900-01-01")), "new|old");
}

/// Resolutions with symbols, a treaty with a year, and codes.
fn numbered() -> Base {
    world(
        "",
        &[
            ("countries/az.ron", "Country(id: 'azerland', name: 'Azerland', class: Sovereign, codes: [(scheme: Iso3, code: 'AZE'), (scheme: Wikidata, code: 'Q227')], aliases: ['ORDER'])"),
            ("organizations/ga.ron", "Organization(id: 'ga', name: 'General Assembly', kind: Organization)"),
            (
                "resolutions/all.ron",
                "Resolutions([
                    (id: 'unga-es-10-19', by: 'ga', title: 'Status', symbol: 'A/RES/ES-10/19', on: '2017-12-21', sources: ['s']),
                    (id: 'unga-62-243', by: 'ga', title: 'Territories', symbol: 'A/RES/62/243', on: '2008-03-14', sources: ['s']),
                    (id: 'unsc-822', by: 'ga', title: 'Withdrawal', symbol: 'S/RES/822 (1993)', on: '1993-04-30', sources: ['s']),
                ])",
            ),
            ("treaties/t.ron", "Treaty(id: 'geneva', title: 'Geneva Convention of 1949', kind: Multilateral, aliases: ['Additional Protocol II'], acts: [(act: Adopted, on: '1949', sources: ['s'])])"),
        ],
    )
}

#[test]
fn an_identifier_finds_what_bears_it_or_nothing() {
    let base = numbered();
    for (text, want, expected) in [
        ("A/RES/62/243", Want::Resolution, "unga-62-243"),
        ("a/res/62/243", Want::Resolution, "unga-62-243"),
        (" A/RES/ES-10/19 ", Want::Resolution, "unga-es-10-19"),
        ("62/243", Want::Anything, "unga-62-243"),
        ("S/RES/822", Want::Resolution, "unsc-822"),
        ("General Assembly resolution 62/243", Want::Resolution, "unga-62-243"),
        ("aze", Want::Actor, "azerland"),
        ("q227", Want::Anything, "azerland"),
    ] {
        assert_eq!(find(&base, text, want, None), expected, "{text}");
    }
    for text in [
        "A/RES/ES-11/1",
        "A/RES/ES-10/18",
        "S/RES/62/243",
        "A/RES/62/24",
        "62/244",
        "6.2/243",
        "unga-62-244",
        "S/RES/823",
        "S/RES/822 (1994)",
        "AZR",
        "ORDRE",
        "Q228",
        "Geneva Convention of 1948",
        "Additional Protocol III",
        "Geneva Conventions of 1977",
    ] {
        assert!(find(&base, text, Want::Anything, None).starts_with('?'), "{text}");
        assert_eq!(mistyped(&base, text, Want::Anything), None, "{text}");
    }
    // Letters may be wrong where numbers are right, in names.
    for (text, expected) in
        [("Geneva Conventon of 1949", "geneva"), ("Azerlnd", "azerland"), ("Aditional Protocol II", "geneva")]
    {
        assert_eq!(mistyped(&base, text, Want::Anything).map(|entity| base.id(entity)), Some(expected), "{text}");
    }
}
