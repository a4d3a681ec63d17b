//! From what a person types to a record.

use chancery::model::{Base, Entity};
use chancery::query::{Match, Want, resolve};

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
        Match::One(entity) => base.id(entity).to_owned(),
        Match::Several(entities) => ids(&entities, "|"),
        Match::None(near) => format!("? {}", ids(&near, " ")).trim_end().to_owned(),
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
