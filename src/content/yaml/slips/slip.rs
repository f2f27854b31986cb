//! A mistake in a file, and what is said of it.

use std::ops::Range;

use crate::content::code::Code;
use crate::content::yaml::slips::line::SourceLine;

/// A mistake: its place in the text, and what to say of it.
#[derive(Debug, PartialEq, Eq)]
pub struct Slip {
    /// The code of the diagnostic.
    pub code: Code,
    /// Its byte range.
    pub range: Range<usize>,
    /// The message of the diagnostic.
    pub message: String,
    /// What stands there.
    pub label: String,
    /// How to mend it.
    pub help: String,
}

/// A mistake within one line, with byte offsets of the line.
pub(super) struct LineSlip {
    /// Its byte range in the line.
    pub range: Range<usize>,
    /// The message of the diagnostic.
    pub message: String,
    /// What stands there.
    pub label: String,
    /// How to mend it.
    pub help: String,
}

impl LineSlip {
    /// The same with byte offsets of the text.
    pub fn in_line(self, line: &SourceLine<'_>) -> Slip {
        let range = line.start + self.range.start..line.start + self.range.end;
        Slip { code: Code::YamlSyntax, range, message: self.message, label: self.label, help: self.help }
    }
}
