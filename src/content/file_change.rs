//! A change of one file of a data folder.

use serde::{Deserialize, Serialize};

/// What becomes of one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileChange {
    /// Its path within the folder.
    pub path: String,
    /// Its text so far; `None` for a new file.
    pub before: Option<String>,
    /// Its new text; `None` for a file that is taken away.
    pub after: Option<String>,
}
