//! Handles: where in the base a record stands. They are small, cheap to compare, and only good for their base.

macro_rules! handles {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(crate) u32);

        impl $name {
            /// The position in the base's list.
            pub fn index(self) -> usize {
                self.0 as usize
            }

            pub(crate) fn new(index: usize) -> Self {
                Self(u32::try_from(index).expect("limits keep a base below 2^32 records"))
            }
        }
    )+};
}

handles! {
    /// An [`Actor`](super::Actor) of the base.
    ActorIx,
    /// A [`Treaty`](super::Treaty) of the base.
    TreatyIx,
    /// A [`Resolution`](super::Resolution) of the base.
    ResolutionIx,
    /// A [`Dispute`](super::Dispute) of the base.
    DisputeIx,
    /// An [`Event`](super::Event) of the base.
    EventIx,
    /// A [`Claim`](super::Claim) of the base.
    ClaimIx,
    /// A [`Source`](super::Source) of the base.
    SourceIx,
    /// A [`Statement`](super::Statement) of the base.
    StatementIx,
}
