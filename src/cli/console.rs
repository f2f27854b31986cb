//! Output of the commands.

use std::io::Write as _;

/// Writes a command's result. A closed pipe is no error: its reader has read enough.
pub(super) fn print(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}

/// Writes an error.
pub(super) fn print_error(text: &str) {
    let _ = std::io::stderr().write_all(text.as_bytes());
}
