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
    /// A scheme of pay, in the order of its file.
    PaySchemeIndex;
    /// A band of a scheme of pay, lowest first.
    PayBandIndex;
}

/// Declares a position in one of the closed lists, which have at most [`MOST_TERMS`] entries. Its order is the list's.
macro_rules! terms_by_position {
    ($($(#[$meta:meta])* $name:ident;)+) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u8);

        impl $name {
            /// The entry at this position.
            #[must_use]
            pub fn at(position: usize) -> Self {
                Self(u8::try_from(position).unwrap_or(u8::MAX))
            }

            /// The position in the list.
            #[must_use]
            pub fn position(self) -> usize {
                usize::from(self.0)
            }
        }
    )+};
}
terms_by_position! {
    /// A step of the career ladder, lowest first. Not a qualification level and not a pay band.
    Level;
    /// A kind of place where roles are found.
    Setting;
    /// What a person holds, lowest first: each includes those before it. The first is nothing at all.
    Qualification;
    /// A kind of contact that a role has with the people it is for.
    Contact;
}

/// Entries that a closed list may have: sets of them are bits of one word, and tables have a row for each.
pub const MOST_TERMS: usize = 16;
