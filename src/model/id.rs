//! Ids of records: lower-case words joined by hyphens.

use std::fmt;

/// A validated id such as `azerbaijan` or `tdi-2022-05-31`.
///
/// *Shape:* words of `a`–`z` and `0`–`9`, joined by single hyphens, at most [`Slug::MAX`] bytes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(Box<str>);

/// Why a text is no id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SlugError {
    /// Nothing is there.
    #[error("an id can't be empty")]
    Empty,
    /// More than [`Slug::MAX`] bytes.
    #[error("an id has at most {} characters", Slug::MAX)]
    TooLong,
    /// A character that ids don't have.
    #[error("an id has only a–z, 0–9 and hyphens, not {0:?}")]
    Character(char),
    /// A hyphen at an end, or two in a row.
    #[error("an id is words joined by single hyphens")]
    Hyphen,
}

impl Slug {
    /// The longest id, in bytes.
    pub const MAX: usize = 120;

    /// Reads an id.
    ///
    /// # Errors
    /// [`SlugError`] when the text isn't of the shape that [`Slug`] describes.
    pub fn parse(text: &str) -> Result<Self, SlugError> {
        if text.is_empty() {
            return Err(SlugError::Empty);
        }
        if text.len() > Self::MAX {
            return Err(SlugError::TooLong);
        }
        let mut last = b'-';
        for &byte in text.as_bytes() {
            match byte {
                b'a'..=b'z' | b'0'..=b'9' => {}
                b'-' if last != b'-' => {}
                b'-' => return Err(SlugError::Hyphen),
                _ => {
                    let odd = text.chars().find(|c| !matches!(c, 'a'..='z' | '0'..='9' | '-'));
                    return Err(SlugError::Character(odd.unwrap_or('?')));
                }
            }
            last = byte;
        }
        if last == b'-' { Err(SlugError::Hyphen) } else { Ok(Self(text.into())) }
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl std::borrow::Borrow<str> for Slug {
    fn borrow(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_words_joined_by_hyphens() {
        for good in ["a", "azerbaijan", "tdi-2022-05-31", "un-press-ga-10693", "9"] {
            assert_eq!(Slug::parse(good).map(|s| s.to_string()), Ok(good.to_owned()));
        }
        for (bad, error) in [
            ("", SlugError::Empty),
            ("Azerbaijan", SlugError::Character('A')),
            ("türkiye", SlugError::Character('ü')),
            ("a b", SlugError::Character(' ')),
            ("-a", SlugError::Hyphen),
            ("a-", SlugError::Hyphen),
            ("a--b", SlugError::Hyphen),
        ] {
            assert_eq!(Slug::parse(bad), Err(error), "{bad}");
        }
        assert_eq!(Slug::parse(&"a".repeat(121)), Err(SlugError::TooLong));
    }
}
