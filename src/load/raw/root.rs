//! What a file can be: its first word, its folder, its shape.

use serde::Deserialize;

use super::{
    Claim, Country, Coverage, Dataset, Dispute, Event, Exception, Gap, Memberships, Organization, Recognitions,
    Relations, Resolution, Retired, Source, Treaty,
};

/// Declares what a file can be: its first word, its folder, its shape.
macro_rules! roots {
    ($($word:ident in $folder:literal: $type:ty),+ $(,)?) => {
        /// A whole file.
        #[derive(Debug, Clone)]
        pub(crate) enum Root<'a> { $($word($type)),+ }

        impl<'a> Root<'a> {
            /// Every first word with its folder; the folder of the manifest is empty.
            pub(crate) const WORDS: &'static [(&'static str, &'static str)] = &[$((stringify!($word), $folder)),+];

            /// Reads a file whose first word is known; `None` when it is another word.
            pub(crate) fn parse(word: &str, text: &'a str, options: &ron::Options) -> Option<Result<Self, ron::error::SpannedError>> {
                match word {
                    $(stringify!($word) => Some(options.from_str::<$type>(text).map(Self::$word)),)+
                    _ => None,
                }
            }
        }
    };
}

/// A file that is a list.
macro_rules! lists {
    ($($name:ident of $item:ident),+) => {$(
        #[derive(Debug, Clone, Deserialize)]
        #[serde(bound(deserialize = "'de: 'a"))]
        pub(crate) struct $name<'a>(pub(crate) Vec<$item<'a>>);
    )+};
}

lists! {
    Resolutions of Resolution, Events of Event, Claims of Claim, Sources of Source, Gaps of Gap,
    Exceptions of Exception
}

/// The file of retired ids goes by the word `Retired`, which the record itself has, too.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Retired", bound(deserialize = "'de: 'a"))]
pub(crate) struct RetiredFile<'a>(pub(crate) Vec<Retired<'a>>);

roots! {
    Dataset in "": Dataset<'a>,
    Country in "countries": Country<'a>,
    Organization in "organizations": Organization<'a>,
    Memberships in "memberships": Memberships<'a>,
    Recognitions in "recognitions": Recognitions<'a>,
    Relations in "relations": Relations<'a>,
    Treaty in "treaties": Treaty<'a>,
    Resolutions in "resolutions": Resolutions<'a>,
    Dispute in "disputes": Dispute<'a>,
    Events in "events": Events<'a>,
    Claims in "claims": Claims<'a>,
    Sources in "sources": Sources<'a>,
    Gaps in "gaps": Gaps<'a>,
    Coverage in "coverage": Coverage<'a>,
    Exceptions in "exceptions": Exceptions<'a>,
    Retired in "retired": RetiredFile<'a>,
}
