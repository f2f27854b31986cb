//! Nodes and edges by number, and what an edge is in the terms of the data.

use crate::catalogue::journeys::network::flags::EdgeFlags;
use crate::catalogue::journeys::network::path_cost::PathCost;
use crate::catalogue::model::indexes::{Level, Qualification};

/// The number of a node (see [`super::Network`] for the order).
pub type NodeId = u32;

/// The number of an edge: first those that leave roles and the registered professional, then qualification edges.
pub type EdgeId = u32;

/// The number of every edge to an eligibility node. Such an edge is no step: it says what somebody at a node holds.
pub const HOLD: EdgeId = EdgeId::MAX;

/// A move into a role, without the study that one may need before.
#[derive(Clone, Copy, Debug)]
pub struct Edge {
    /// The node it leads to; in an index by that node, the one it leaves.
    pub head: NodeId,
    /// What a search must know of it.
    pub flags: EdgeFlags,
    /// How long it takes at least, in months; 0 where that is not known.
    pub months: u16,
    /// The qualification it asks for. Who holds less studies first.
    pub asked: Qualification,
    /// Its place among the parallel edges between the same nodes, the best first.
    pub rank: u8,
}

impl Edge {
    /// Its cost, without that of the study before it.
    pub fn cost(self) -> PathCost {
        PathCost::of_step(self.flags, self.months, self.rank)
    }
}

/// An edge as somebody may take it, with the study that they need before.
#[derive(Clone, Copy, Debug)]
pub struct Arc {
    /// The node it leads to.
    pub head: NodeId,
    /// The edge.
    pub edge: EdgeId,
    /// Its flags, without those of the study.
    pub flags: EdgeFlags,
    /// What it costs in all.
    pub cost: PathCost,
    /// The number of stops that are study.
    pub climbs: u8,
    /// Whether the journey must end there.
    pub is_last: bool,
}

/// What such an edge is in the terms of the data. Indexes are those of the lists of a role.
#[derive(Clone, Copy, Debug)]
pub enum EdgeOrigin {
    /// This progression of the role it leaves, made by this entry route of the role it leads to.
    Progression { progression: u32, route: Option<u32> },
    /// This entry route of the role it leads to.
    Entry { route: u32 },
    /// An edge of a role with registration, which the registered professional shares.
    Shared { edge: EdgeId },
}

/// What a node stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeKind {
    /// A role.
    Role,
    /// "I am a registered professional".
    Registered,
    /// Holding a qualification, in no role.
    Qualification(Qualification),
    /// An eligibility; no stop of a journey.
    Eligibility,
}

/// Whose journey it is. Which edges are open at a node depends on where the journey began.
#[derive(Clone, Copy, Debug)]
pub struct TravellerContext {
    /// The node where the journey begins.
    pub start: NodeId,
    /// The node where it ends; none where it may end anywhere.
    pub goal: Option<NodeId>,
    /// The qualification held there, and from then on.
    pub held: Qualification,
    /// The lowest level to which the journey may lead.
    pub floor: Level,
}

impl TravellerContext {
    /// The same, of a journey that may end anywhere.
    pub fn to_anywhere(self) -> Self {
        Self { goal: None, ..self }
    }
}
