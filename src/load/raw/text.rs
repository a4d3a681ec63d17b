//! Texts and citations: the values that have two written forms.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Visitor, value::MapAccessDeserializer};

/// A text, borrowed from the file where it has no escapes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Text<'a>(pub(crate) Cow<'a, str>);

impl Text<'_> {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;

        impl<'de> Visitor<'de> for TextVisitor {
            type Value = Text<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text in quotes")
            }

            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Borrowed(text)))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }
        }

        deserializer.deserialize_str(TextVisitor)
    }
}

/// One source of an attestation: its id, or a record with the id.
#[derive(Debug, Clone)]
pub(crate) struct Citation<'a> {
    pub(crate) id: Text<'a>,
    pub(crate) quote: Option<Text<'a>>,
    pub(crate) at: Option<Text<'a>>,
}

impl<'de: 'a, 'a> Deserialize<'de> for Citation<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(rename = "Citation", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
        struct Full<'a> {
            id: Text<'a>,
            quote: Option<Text<'a>>,
            at: Option<Text<'a>>,
        }

        struct CitationVisitor;

        impl<'de> Visitor<'de> for CitationVisitor {
            type Value = Citation<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the id of a source in quotes, or (id: …, quote: …, at: …)")
            }

            fn visit_borrowed_str<E: Error>(self, id: &'de str) -> Result<Self::Value, E> {
                Ok(Citation { id: Text(Cow::Borrowed(id)), quote: None, at: None })
            }

            fn visit_str<E: Error>(self, id: &str) -> Result<Self::Value, E> {
                Ok(Citation { id: Text(Cow::Owned(id.to_owned())), quote: None, at: None })
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                let full = Full::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Citation { id: full.id, quote: full.quote, at: full.at })
            }
        }

        deserializer.deserialize_any(CitationVisitor)
    }
}
