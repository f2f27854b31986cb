//! The rules that hold for the data as a whole.

pub mod money;
