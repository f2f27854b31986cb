//! How far a data folder is looked into, by `content` to load it and by `serve` to see that it changed.

/// Depth of folders within the data folder. Data is one deep.
pub const MAX_DEPTH: usize = 8;
/// Number of files, folders and links looked at, which also ends a loop of links.
pub const MAX_ENTRIES: usize = 20_000;

/// Whether an entry is hidden. Those are the files of editors and version control, and are passed over.
#[must_use]
pub fn is_hidden(name: &[u8]) -> bool {
    name.starts_with(b".")
}
