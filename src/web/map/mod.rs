//! The career map: drawings, the small map, the network of families, and the same in words. Geometry is in `map_layout`.

pub mod drawing;
pub mod family_network;
pub mod first_ways;
pub mod highlighted_journey;
pub mod in_words;
pub mod moves;
pub mod small_map;
pub mod station_svg;
pub mod stations;
