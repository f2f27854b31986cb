//! Positions in the catalogue's lists: what references become once they are resolved.

/// Declares a position in one of the catalogue's lists: what a reference becomes once it is known to lead somewhere.
macro_rules! indexes {
    ($($(#[$meta:meta])* $name:ident;)+) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The index of the item at this position.
            #[must_use]
            pub fn at(position: usize) -> Self {
                Self(u32::try_from(position).unwrap_or(u32::MAX))
            }

            /// The position in the list.
            #[must_use]
            pub fn position(self) -> usize {
                self.0 as usize
            }
        }
    )+};
}
indexes! {
    /// A role of the graph, by title.
    RoleIndex;
    /// A category, in the order of its file.
    CategoryIndex;
    /// A source document, in the order of its file.
    SourceIndex;
    /// An organisation, by id.
    OrganisationIndex;
    /// A figure, by id.
    FigureIndex;
}
