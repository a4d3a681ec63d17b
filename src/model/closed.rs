//! Closed lists of words: one place for a variant's meaning, its published name and its order.

/// A closed list of words that the data, the command line and the published shapes share.
pub trait Closed: Sized + Copy + 'static {
    /// Every member, in the order of declaration.
    const ALL: &'static [Self];

    /// The published name: lower case, words joined by hyphens.
    fn name(self) -> &'static str;

    /// The member with this published name.
    fn find(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|member| member.name() == name)
    }
}

/// Declares a closed list. In RON a member is written as its identifier, elsewhere by its published name.
macro_rules! closed {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($(#[$vmeta:meta])* $variant:ident => $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
        $vis enum $name { $($(#[$vmeta])* $variant),+ }

        impl $crate::model::Closed for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),+];

            fn name(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad($crate::model::Closed::name(*self))
            }
        }
    };
}
pub(crate) use closed;
