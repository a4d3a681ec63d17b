//! References to every source of the data set, in every form.

use chancery::export::v1;
use chancery::load::{self, embedded};
use chancery::model::{Base, Entity, SourceIx};
use chancery::report::{bibtex, csl_json};

use crate::schema::check;

static BASE: std::sync::LazyLock<Base> = std::sync::LazyLock::new(|| load::load(embedded::files(), Vec::new()).base);

fn all() -> Vec<SourceIx> {
    BASE.records().filter_map(|entity| if let Entity::Source(ix) = entity { Some(ix) } else { None }).collect()
}

#[test]
fn bibtex_is_balanced_and_csl_json_of_the_published_shape() {
    let sources = all();
    let text = bibtex(&BASE, &sources);
    assert_eq!(text.matches("\n@").count() + 1, sources.len());
    for entry in text.split("\n\n") {
        let mut depth = 0i32;
        let mut escaped = false;
        for c in entry.chars() {
            match c {
                '{' if !escaped => depth += 1,
                '}' if !escaped => depth -= 1,
                _ => {}
            }
            assert!(depth >= 0, "{entry}");
            escaped = c == '\\' && !escaped;
        }
        assert_eq!(depth, 0, "{entry}");
    }
    let items = csl_json(&BASE, &sources);
    assert_eq!(items.len(), sources.len());
    check("chancery.v1/citations", &v1::citations(items, None, None));
}

#[cfg(feature = "styles")]
mod styles {
    use chancery::model::{Closed, Entity, SourceIx};
    use chancery::report::{Style, references};

    use super::{BASE, all, check, csl_json, v1};

    fn source(id: &str) -> SourceIx {
        match BASE.find(id) {
            Some(Entity::Source(ix)) => ix,
            other => panic!("{id}: {other:?}"),
        }
    }

    #[test]
    fn every_source_has_a_reference_in_every_style() {
        let sources: Vec<SourceIx> = all().into_iter().step_by(9).collect();
        assert!(sources.len() > 300, "{}", sources.len());
        for &style in Style::ALL {
            let told = references(&BASE, &sources, style);
            assert_eq!(told.len(), sources.len());
            for (ix, text) in sources.iter().zip(&told) {
                assert!(
                    !text.is_empty() && !text.contains(",)") && !text.contains("  "),
                    "{style} {}: {text}",
                    BASE[*ix].id
                );
            }
            assert_eq!(told, references(&BASE, &sources, style));
        }
    }

    #[test]
    fn references_read_as_the_styles_want_them() {
        for (id, style, expected) in [
            (
                "caliber-101125",
                Style::Apa,
                "Iran: Azerbaijan's good neighbour or sneaky adversary? (2022, August 16). Caliber.az. https://caliber.az/en/post/101125/",
            ),
            (
                "caliber-101125",
                Style::Mla,
                "“Iran: Azerbaijan's Good Neighbour or Sneaky Adversary?” Caliber.az, 16 Aug. 2022, https://caliber.az/en/post/101125/.",
            ),
        ] {
            assert_eq!(references(&BASE, &[source(id)], style), [expected], "{id} {style}");
        }
    }

    #[test]
    fn styled_citations_have_the_published_shape() {
        let few: Vec<SourceIx> = all().into_iter().step_by(200).collect();
        let references = references(&BASE, &few, Style::Apa);
        check("chancery.v1/citations", &v1::citations(csl_json(&BASE, &few), Some(references), Some("apa")));
    }
}
