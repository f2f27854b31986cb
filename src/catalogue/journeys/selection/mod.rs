//! Which of the paths are shown.

pub mod alternatives;
pub mod diversity;
