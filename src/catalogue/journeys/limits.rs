//! How much of the network is scanned for one question.

/// Bounds on the work for one question. They change how an answer is found, not whether a journey exists: tests of the planner
/// run with the default and with [`Limits::SMALL`], because a small graph never reaches the default.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The most edges open to one eligibility that are scanned one by one; more are met from the goal.
    pub routes_one_by_one: usize,
    /// The most edges scanned, from either end, for the roles to name where there is no route: more than twice as many as the
    /// shipped data needs. Beyond it, the roles named are near but may not be the nearest.
    pub edges_for_near_roles: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { routes_one_by_one: 64, edges_for_near_roles: 3_000 }
    }
}

#[cfg(test)]
impl Limits {
    /// Bounds that graphs of a few roles reach.
    pub const SMALL: Self = Self { routes_one_by_one: 1, edges_for_near_roles: 16 };
}
