//! What is said where there is no way.

pub mod no_route;
