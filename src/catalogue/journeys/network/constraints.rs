//! The preferences of a traveller as bits that are tested on every edge and node.

use crate::catalogue::journeys::network::flags::{EdgeFlags, RoleFlags};

/// What every step and every stop of a journey must satisfy. The default allows everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Constraints {
    /// Flags that every edge must have.
    pub edge_flags_required: EdgeFlags,
    /// Flags that no edge may have.
    pub edge_flags_refused: EdgeFlags,
    /// The settings of which every role must have one; any will do where there is none.
    pub settings: RoleFlags,
    /// Flags that no role may have.
    pub role_flags_refused: RoleFlags,
}

impl Constraints {
    /// The same, refusing these flags of edges too.
    pub fn refusing(self, flags: EdgeFlags) -> Self {
        Self { edge_flags_refused: self.edge_flags_refused | flags, ..self }
    }

    /// The same, not refusing these flags of edges.
    pub fn allowing(self, flags: EdgeFlags) -> Self {
        Self { edge_flags_refused: self.edge_flags_refused.without(flags, true), ..self }
    }

    /// Whether an edge with these flags may be a step.
    pub fn allows(self, edge: EdgeFlags) -> bool {
        edge.has(self.edge_flags_required) && !edge.has_any(self.edge_flags_refused)
    }

    /// Whether a role with these flags may be a stop.
    pub fn admits(self, role: RoleFlags) -> bool {
        !role.has_any(self.role_flags_refused) && (self.settings.is_empty() || role.has_any(self.settings))
    }
}
