//! Source texts and spans in them.

use std::ops::Range;
use std::sync::OnceLock;

/// Index of a file in [`SourceFiles`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileId(u32);

/// A byte range of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The file.
    pub file: FileId,
    start: u32,
    end: u32,
}

impl Span {
    /// The span of a byte range.
    #[must_use]
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        // A file is at most 1 MiB, so its offsets fit.
        let fit = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self { file, start: fit(range.start), end: fit(range.end) }
    }

    /// The empty span at the start of a file, for diagnostics on the whole file.
    #[must_use]
    pub fn top(file: FileId) -> Self {
        Self { file, start: 0, end: 0 }
    }

    /// The byte range.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The span from the start of this one to the end of another in the same file.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { end: self.end.max(other.end), ..self }
    }
}

/// A value with its span in the source.
#[derive(Clone, Debug)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it was written.
    pub span: Span,
    placeholder: bool,
}

impl<T> Spanned<T> {
    /// A value as written.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span, placeholder: false }
    }

    /// A value used in place of one that is missing or faulty, so that decoding can go on. The fault has been reported, so
    /// rules skip it.
    pub fn placeholder(value: T, span: Span) -> Self {
        Self { value, span, placeholder: true }
    }

    /// Whether this is a placeholder.
    pub fn is_placeholder(&self) -> bool {
        self.placeholder
    }

    /// Another value with the same span.
    pub fn with<U>(&self, value: U) -> Spanned<U> {
        Spanned { value, span: self.span, placeholder: self.placeholder }
    }
}

impl Spanned<String> {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.value
    }
}

impl AsRef<str> for Spanned<String> {
    fn as_ref(&self) -> &str {
        &self.value
    }
}

/// One file of the data folder.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Its path relative to the folder, separated by `/`.
    pub path: String,
    /// Its text; empty if it could not be read.
    pub text: String,
    /// Byte offsets of line starts, computed on first use.
    line_starts: OnceLock<Vec<usize>>,
}

impl SourceFile {
    /// The file name without folder and extension, which is the id of the entity in it.
    #[must_use]
    pub fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or(&self.path);
        name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".ftl")).unwrap_or(name)
    }

    /// Line and column of a byte offset, both from 1; columns count characters.
    #[must_use]
    pub fn line_and_column(&self, offset: usize) -> (usize, usize) {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.line(offset);
        (line + 1, self.text[self.line_start(line)..offset].chars().count() + 1)
    }

    /// The byte range of all lines that a range touches, without the last line break.
    #[must_use]
    pub fn lines(&self, range: Range<usize>) -> Range<usize> {
        let (first, last) = (self.line(range.start), self.line(range.end));
        // Every line but the last ends with a line break, and the last begins after one.
        let end = self.line_starts().get(last + 1).map_or(self.text.len(), |next| next - 1);
        self.line_start(first)..end
    }

    /// Line index of a byte offset, from 0.
    fn line(&self, offset: usize) -> usize {
        self.line_starts().partition_point(|start| *start <= offset).saturating_sub(1)
    }

    /// Byte offset of the start of a line (from 0); the length of the text past the last line.
    fn line_start(&self, line: usize) -> usize {
        self.line_starts().get(line).copied().unwrap_or(self.text.len())
    }

    fn line_starts(&self) -> &[usize] {
        let breaks = || self.text.match_indices('\n').map(|(newline, _)| newline + 1);
        self.line_starts.get_or_init(|| std::iter::once(0).chain(breaks()).collect())
    }
}

/// The files of one load.
#[derive(Clone, Debug, Default)]
pub struct SourceFiles(Vec<SourceFile>);

impl SourceFiles {
    /// Adds a file.
    pub fn add(&mut self, path: String, text: String) -> FileId {
        // There are at most 20,000 files.
        let id = FileId(u32::try_from(self.0.len()).unwrap_or(u32::MAX));
        self.0.push(SourceFile { path, text, line_starts: OnceLock::new() });
        id
    }

    /// The file with this id.
    #[must_use]
    pub fn get(&self, id: FileId) -> Option<&SourceFile> {
        self.0.get(id.0 as usize)
    }

    /// Every file.
    pub fn iter(&self) -> impl Iterator<Item = &SourceFile> {
        self.0.iter()
    }

    /// Number of files.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are no files.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Drops the texts of all files but those in `keep`.
    pub fn forget_texts_but(&mut self, keep: &std::collections::BTreeSet<FileId>) {
        for (index, source) in self.0.iter_mut().enumerate() {
            if !keep.contains(&FileId(u32::try_from(index).unwrap_or(u32::MAX))) {
                source.text = String::new();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::SourceFile;

    fn source(text: &str) -> SourceFile {
        SourceFile { path: "roles/nurse.yaml".to_owned(), text: text.to_owned(), line_starts: Default::default() }
    }

    #[test]
    fn a_place_is_counted_from_one_and_in_characters() {
        let source = source("one\ntwö three\n");
        assert_eq!(source.line_and_column(0), (1, 1));
        assert_eq!(source.line_and_column(9), (2, 5));
        assert_eq!(source.line_and_column(999), (3, 1));
    }

    #[test]
    fn the_lines_of_a_stretch_are_whole() {
        let source = source("one\ntwo three\nfour");
        assert_eq!(source.lines(5..6), 4..13);
        assert_eq!(source.lines(5..15), 4..18);
        assert_eq!(source.lines(0..0), 0..3);
        assert_eq!(source.lines(18..18), 14..18);
        let ended = self::source("one\n");
        assert_eq!(ended.lines(4..4), 4..4);
        assert_eq!(ended.lines(0..4), 0..4);
        let empty = self::source("");
        assert_eq!(empty.lines(0..0), 0..0);
    }

    #[test]
    fn the_stem_is_the_id() {
        assert_eq!(source("").stem(), "nurse");
    }
}
