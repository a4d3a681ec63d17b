//! The data set that the program carries with it.

use std::borrow::Cow;

use super::SourceFile;

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// Every file of the embedded data set.
pub fn files() -> Vec<SourceFile> {
    FILES
        .iter()
        .map(|(path, text)| SourceFile { path: (*path).to_owned(), root: String::new(), text: Cow::Borrowed(text) })
        .collect()
}
