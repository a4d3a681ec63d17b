//! What a chart calls actors: by their usual names, or by those in a language.

use std::collections::BTreeSet;
use std::ops::Deref;

use crate::model::{ActorIx, Base, Day, Name, NameKind};

/// The base with the names that a chart writes. Everything else is asked of the base itself.
#[derive(Clone, Copy)]
pub(super) struct NamedBase<'a> {
    base: &'a Base,
    /// An ISO 639 code; `None`: the usual names.
    lang: Option<&'a str>,
    /// The day on which names have to hold.
    on: Day,
}

impl<'a> NamedBase<'a> {
    pub(super) fn new(base: &'a Base, lang: Option<&'a str>, on: Day) -> Self {
        Self { base, lang, on }
    }

    /// The name in the language that is asked for, if one is recorded: short before official, then the shortest.
    pub(super) fn translated(&self, actor: ActorIx) -> Option<&'a str> {
        let lang = self.lang?;
        let names = self.base[actor].names.iter().filter(|name| is_in(name, lang) && holds(name, self.on));
        names.min_by_key(|name| (name.kind == NameKind::Official, name.text.chars().count())).map(|name| &*name.text)
    }

    /// The whole name: in the language that is asked for, else the one under which the actor is recorded.
    pub(super) fn whole(&self, actor: ActorIx) -> &'a str {
        self.translated(actor).unwrap_or(&self.base[actor].name)
    }
}

impl Deref for NamedBase<'_> {
    type Target = Base;

    fn deref(&self) -> &Base {
        self.base
    }
}

/// The name for captions: in the language that is asked for, else the shortest of its name and of the short names that
/// still hold.
pub(super) fn name<'a>(base: &NamedBase<'a>, actor: ActorIx) -> &'a str {
    base.translated(actor).unwrap_or_else(|| {
        let actor = &base.base[actor];
        let holds = |name: &&Name| name.kind == NameKind::Short && name.lang.is_none() && name.until.is_none();
        let short = actor.names.iter().filter(holds).map(|name| &*name.text);
        std::iter::once(&*actor.name).chain(short).min_by_key(|name| name.chars().count()).unwrap_or(&actor.name)
    })
}

/// The languages in which actors have names that charts can write, as ISO 639 codes; English is that of the usual names.
pub fn languages(base: &Base) -> BTreeSet<&str> {
    let names = base.actor_handles().flat_map(|actor| &base[actor].names).filter(|name| is_for_charts(name));
    names.filter_map(|name| name.lang.as_deref()).chain(["en"]).collect()
}

fn is_for_charts(name: &Name) -> bool {
    matches!(name.kind, NameKind::Native | NameKind::Short | NameKind::Official)
}

fn is_in(name: &Name, lang: &str) -> bool {
    is_for_charts(name) && name.lang.as_deref() == Some(lang)
}

fn holds(name: &Name, on: Day) -> bool {
    name.from.as_ref().is_none_or(|from| from.earliest() <= on)
        && name.until.as_ref().is_none_or(|until| on < until.latest())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{self, SourceFile};

    const COUNTRY: &str = r#"Country(
        id: "norland", name: "Republic of Norland", class: Sovereign,
        names: [
            (name: "Norland", kind: Short),
            (name: "République du Norland", kind: Official, lang: "fr"),
            (name: "Norlande", kind: Native, lang: "fr", until: "1990-01-01"),
            (name: "Le Norland", kind: Native, lang: "fr", from: "1990-01-01"),
            (name: "Nord", kind: Alias, lang: "fr"),
            (name: "Република Норландия", kind: Official, lang: "bg"),
            (name: "Norlandia", kind: Alias, lang: "it"),
        ],
    )"#;

    fn world() -> Base {
        let file = |path: &str, text: &str| SourceFile {
            path: path.to_owned(),
            root: String::new(),
            text: text.to_owned().into(),
        };
        let files = vec![
            file("dataset.ron", "Dataset(name: \"Names\", version: \"1\", format: 2)"),
            file("countries/norland.ron", COUNTRY),
        ];
        let loaded = load::load(files, Vec::new());
        assert!(!loaded.has_errors(), "{:?}", loaded.diagnostics);
        loaded.base
    }

    #[test]
    fn names_are_those_of_the_language_and_the_day() {
        let base = world();
        let norland = base.find_actor("norland").expect("the country");
        for (lang, on, short, whole) in [
            (None, "2020-01-01", "Norland", "Republic of Norland"),
            (Some("fr"), "2020-01-01", "Le Norland", "Le Norland"),
            (Some("fr"), "1989-12-31", "Norlande", "Norlande"),
            (Some("bg"), "2020-01-01", "Република Норландия", "Република Норландия"),
            // An alias is no name for a chart, and English names have no language.
            (Some("it"), "2020-01-01", "Norland", "Republic of Norland"),
            (Some("en"), "2020-01-01", "Norland", "Republic of Norland"),
            (Some("xx"), "2020-01-01", "Norland", "Republic of Norland"),
        ] {
            let named = NamedBase::new(&base, lang, Day::parse(on).expect("a day"));
            assert_eq!((name(&named, norland), named.whole(norland)), (short, whole), "{lang:?} on {on}");
        }
    }

    #[test]
    fn languages_are_those_of_names_for_charts() {
        assert_eq!(languages(&world()).into_iter().collect::<Vec<_>>(), ["bg", "en", "fr"]);
    }
}
