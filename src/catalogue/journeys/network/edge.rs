//! Nodes and edges of the network by number, and what an edge is in the terms of the data.

use crate::catalogue::journeys::network::flags::EdgeFlags;
use crate::catalogue::model::indexes::{Level, Qualification};

/// A place by its number.
pub(in crate::catalogue::journeys) type NodeId = u32;

/// An edge by its number: those that leave roles, then the open ways in, then study.
pub(in crate::catalogue::journeys) type EdgeId = u32;

/// The number of every edge that is no step: one holds something by being where one is.
pub(in crate::catalogue::journeys) const HOLD: EdgeId = EdgeId::MAX;

/// An edge that leaves a role or the registered professional.
#[derive(Clone, Copy, Debug)]
pub(in crate::catalogue::journeys) struct Edge {
    pub(in crate::catalogue::journeys) head: NodeId,
    pub(in crate::catalogue::journeys) flags: EdgeFlags,
}

/// What such an edge is, in the terms of the data.
#[derive(Clone, Copy, Debug)]
pub(in crate::catalogue::journeys) enum EdgeOrigin {
    /// This progression of the role it leaves, made by this entry route of the role it leads to.
    Progression { progression: u32, route: Option<u32> },
    /// This entry route of the role it leads to.
    Entry { route: u32 },
    /// The registered professional's share in another edge.
    Shared { edge: EdgeId },
}

/// What a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::catalogue::journeys) enum NodeKind {
    Role,
    Registered,
    Qualification(Qualification),
    Eligibility,
}

/// Whose journey it is: which ways in somebody looks at depends on where the journey began.
#[derive(Clone, Copy, Debug)]
pub(in crate::catalogue::journeys) struct TravellerContext {
    pub(in crate::catalogue::journeys) start: NodeId,
    pub(in crate::catalogue::journeys) held: Option<Qualification>,
    pub(in crate::catalogue::journeys) floor: Level,
    /// Whether every role on the way counts like the start, and every level will do.
    pub(in crate::catalogue::journeys) relaxed: bool,
}
