//! What an edge is, found by its number.

use crate::catalogue::journeys::network::Network;
use crate::catalogue::journeys::network::edge::{EdgeId, EdgeOrigin, NodeId};
use crate::catalogue::journeys::network::flags::EdgeFlags;
use crate::catalogue::journeys::network::qualification_edges::QualificationEdge;
use crate::catalogue::journeys::network::study::Study;

impl Network {
    /// The place that an edge from a role or from the registered professional leads to, and what the edge is.
    pub(in crate::catalogue::journeys) fn origin(&self, id: EdgeId) -> Option<(NodeId, EdgeOrigin)> {
        Some((self.outgoing.get(id)?.head, *self.origins.get(id as usize)?))
    }

    /// The role, or the registered professional, that such an edge leaves.
    pub(in crate::catalogue::journeys) fn tail(&self, id: EdgeId) -> NodeId {
        self.outgoing.row_of(id)
    }

    /// The way in that an edge that leaves one eligibility is.
    pub(in crate::catalogue::journeys) fn qualification_edge(&self, id: EdgeId) -> Option<&QualificationEdge> {
        self.qualification_edges.get(id.checked_sub(self.first_qualification_edge())?)
    }

    /// The way of study that an edge is.
    pub(in crate::catalogue::journeys) fn study(&self, id: EdgeId) -> Option<&Study> {
        self.study.get(id.checked_sub(self.first_study())? as usize)
    }

    /// What is known of an edge.
    pub(in crate::catalogue::journeys) fn flags(&self, id: EdgeId) -> EdgeFlags {
        let role = self.outgoing.get(id).map(|edge| edge.flags);
        let open = || self.qualification_edge(id).map(|edge| edge.flags);
        let study = || self.study(id).map(|study| study.flags);
        role.or_else(open).or_else(study).unwrap_or(EdgeFlags::HOLDING)
    }
}
