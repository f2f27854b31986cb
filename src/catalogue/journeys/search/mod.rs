//! Searches over the network.

pub mod a_star;
pub mod backward_bfs;
pub mod bidirectional;
pub mod frontier;
pub mod workspace;
