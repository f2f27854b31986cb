//! The layers of a search by distance: the buckets of R. B. Dial, "Algorithm 360: shortest-path forest with topological ordering",
//! 1969. A node may be in several; only the nearest counts.

use crate::catalogue::journeys::network::edge::NodeId;

/// One side of the search: the nodes found, in layers by depth.
#[derive(Debug, Default)]
pub struct Frontier {
    /// The nodes at each depth.
    pub layers: Vec<Vec<NodeId>>,
    /// The layer that is being expanded; all before it have been.
    pub depth: usize,
    /// The number of nodes of that layer that have been expanded.
    pub expanded: usize,
    /// Whether all nodes of that layer are known. A backward layer is complete once its eligibilities have been expanded: the
    /// nodes that have them are in the same layer.
    pub complete: bool,
}

impl Frontier {
    /// A frontier with one node, at depth 0.
    pub fn at(node: NodeId) -> Self {
        Self { layers: vec![vec![node]], depth: 0, expanded: 0, complete: false }
    }

    /// The layer that is being expanded.
    pub fn layer(&self) -> &[NodeId] {
        self.layers.get(self.depth).map_or(&[], Vec::as_slice)
    }

    /// Whether there is nothing left to expand.
    pub fn is_exhausted(&self) -> bool {
        self.layers.iter().skip(self.depth).all(Vec::is_empty)
    }

    /// A lower bound on the depth of every node that has not been found.
    pub fn explored_depth(&self) -> usize {
        self.depth + usize::from(self.complete)
    }

    /// Goes on to the next layer.
    pub fn next_layer(&mut self) {
        self.depth += 1;
        self.expanded = 0;
        self.complete = false;
    }

    /// Adds a node at a depth that is not less than that of the layer.
    pub fn add(&mut self, node: NodeId, depth: usize) {
        if self.layers.len() <= depth {
            self.layers.resize_with(depth + 1, Vec::new);
        }
        if let Some(layer) = self.layers.get_mut(depth) {
            layer.push(node);
        }
    }
}
