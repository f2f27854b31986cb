//! Searches over the network.

pub mod a_star;
pub mod backward_bfs;
pub mod bidirectional;
pub mod frontier;
pub mod one_to_all;
pub mod workspace;
