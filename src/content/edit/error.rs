//! Why an edit is refused.

use std::error::Error;
use std::fmt;

use crate::catalogue::model::did_you_mean::Misspelt;
use crate::content::documents::Documents;
use crate::content::manifest::DataFile;

/// Why a role is not renamed or removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditError {
    /// No role has this id; the nearest one that there is.
    UnknownRole(String, Option<String>),
    /// Another role has this id.
    Taken(String),
    /// This is not an id.
    NotAnId(String),
    /// A role cannot take its own place.
    Itself(String),
    /// A file is about the role and cannot do without it.
    Needed {
        /// The path of the file.
        path: String,
        /// The role.
        id: String,
    },
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownRole(id, near) => {
                write!(f, "there is no role {id}")?;
                near.as_ref().map_or(Ok(()), |near| write!(f, ": did you mean {near}?"))
            }
            Self::Taken(id) => write!(f, "there is a role {id} already"),
            Self::NotAnId(id) => {
                write!(f, "{id} is not an id: an id is in small letters and digits, words joined by hyphens")
            }
            Self::Itself(id) => write!(f, "{id} cannot take its own place"),
            Self::Needed { path, id } => write!(
                f,
                "{path} cannot do without the role {id}: take that file away first, or name another role with --instead"
            ),
        }
    }
}

impl Error for EditError {}

/// The ids of all roles, if this one is among them.
pub(super) fn known_role<'d>(documents: &'d Documents, id: &str) -> Result<Vec<&'d str>, EditError> {
    let ids = documents.ids(DataFile::Role);
    if ids.contains(&id) {
        return Ok(ids);
    }
    let near = Misspelt::new(id).and_then(|written| written.nearest(ids.iter().copied()).map(str::to_owned));
    Err(EditError::UnknownRole(id.to_owned(), near))
}
