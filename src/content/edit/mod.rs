//! Edits of data files as they are written: spans of their text are replaced, so that comments and style stay.

mod error;
mod layout;
mod links;
mod remove;
mod rename;
mod set_key;
mod text_edit;
mod walk;

pub use error::EditError;
pub use remove::remove_role;
pub use rename::rename_role;
pub use set_key::set_key;
pub use text_edit::{TextEdit, apply};
