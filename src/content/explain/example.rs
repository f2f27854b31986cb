//! An example of a code.

use crate::content::code::Code;

/// A wrong and a right way to write something.
pub(super) struct Example {
    /// The code that the wrong way has.
    pub code: Code,
    /// The wrong way.
    pub wrong: &'static str,
    /// The right way.
    pub right: &'static str,
}
