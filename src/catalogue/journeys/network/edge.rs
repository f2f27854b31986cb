//! Nodes and edges by number, and what an edge is in the terms of the data.

use crate::catalogue::journeys::network::flags::EdgeFlags;
use crate::catalogue::model::indexes::{Level, Qualification};

/// The number of a node (see [`super::Network`] for the order).
pub type NodeId = u32;

/// The number of an edge: first those that leave roles and the registered professional, then qualification edges, then study.
pub type EdgeId = u32;

/// The number of every edge to an eligibility node. Such an edge is no step: it says what somebody at a node holds.
pub const HOLD: EdgeId = EdgeId::MAX;

/// An edge that leaves a role or the registered professional.
#[derive(Clone, Copy, Debug)]
pub struct Edge {
    /// The node it leads to.
    pub head: NodeId,
    /// What a search must know of it.
    pub flags: EdgeFlags,
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
    /// The qualification held there.
    pub held: Option<Qualification>,
    /// The lowest level to which the journey may lead.
    pub floor: Level,
}
