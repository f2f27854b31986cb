//! What is said where there is no route.

pub mod no_route;
