//! Beside journeys, or in their place: what there is to say.

pub mod no_route;
pub mod printed_way;
