//! References to sources, in every form: here to those of the miniature world, in `dataset.rs` to those of the data set.

use chancery::export::v2;
use chancery::model::{Base, Entity, SourceIx};
use chancery::report::{bibtex, csl_json};

use crate::bases::miniature;
use crate::schema::check;

pub(crate) fn all(base: &Base) -> Vec<SourceIx> {
    base.records().filter_map(|entity| if let Entity::Source(ix) = entity { Some(ix) } else { None }).collect()
}

/// BibTeX of every source is balanced, and CSL-JSON of the published shape. Returns how many sources there are.
pub(crate) fn sound(base: &Base) -> usize {
    let sources = all(base);
    let text = bibtex(base, &sources);
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
    let items = csl_json(base, &sources);
    assert_eq!(items.len(), sources.len());
    check("chancery.v2/citations", &v2::citations(items, None, None));
    sources.len()
}

#[test]
fn bibtex_is_balanced_and_csl_json_of_the_published_shape() {
    assert!(sound(miniature()) > 15);
}

#[cfg(feature = "styles")]
mod styles {
    use chancery::model::{Closed, Entity, SourceIx};
    use chancery::report::{CitationStyle, references};

    use super::{all, check, csl_json, v2};
    use crate::bases::miniature;

    fn source(id: &str) -> SourceIx {
        match miniature().find(id) {
            Some(Entity::Source(ix)) => ix,
            other => panic!("{id}: {other:?}"),
        }
    }

    #[test]
    fn every_source_has_a_reference_in_every_style() {
        let sources: Vec<SourceIx> = all(miniature());
        for &style in CitationStyle::ALL {
            let told = references(miniature(), &sources, style);
            assert_eq!(told.len(), sources.len());
            for (ix, text) in sources.iter().zip(&told) {
                assert!(
                    !text.is_empty() && !text.contains(",)") && !text.contains("  "),
                    "{style} {}: {text}",
                    miniature()[*ix].id
                );
            }
            assert_eq!(told, references(miniature(), &sources, style));
        }
    }

    #[test]
    fn references_read_as_the_styles_want_them() {
        for (id, style, expected) in [
            (
                "courier-2022-05-31",
                CitationStyle::Apa,
                "Senate resolution on Pashtar–Karvelia ties. (2022, May 31). The Courier. https://courier.example/2022-05-31/senate-resolution",
            ),
            (
                "courier-2022-05-31",
                CitationStyle::Mla,
                "“Senate Resolution on Pashtar–Karvelia Ties.” The Courier, 31 May 2022, https://courier.example/2022-05-31/senate-resolution.",
            ),
        ] {
            assert_eq!(references(miniature(), &[source(id)], style), [expected], "{id} {style}");
        }
    }

    #[test]
    fn styled_citations_have_the_published_shape() {
        let few: Vec<SourceIx> = all(miniature()).into_iter().step_by(5).collect();
        let references = references(miniature(), &few, CitationStyle::Apa);
        check("chancery.v2/citations", &v2::citations(csl_json(miniature(), &few), Some(references), Some("apa")));
    }
}
