//! Which of the ways found are shown.

pub mod alternatives;
pub mod diversity;
