//! Where there is no way: what comes closest, what is missing, and which preference stands between.

use std::collections::BTreeSet;

use crate::catalogue::journeys::Planner;
use crate::catalogue::journeys::journey::Step;
use crate::catalogue::journeys::network::descendants::Reachable;
use crate::catalogue::journeys::network::edge::NodeId;
use crate::catalogue::journeys::preferences::{Constraints, Preference, Preferences};
use crate::catalogue::journeys::search::a_star::{AStar, EdgeStep};
use crate::catalogue::journeys::search::backward_bfs::BackwardBfs;
use crate::catalogue::journeys::search::workspace::Workspace;
use crate::catalogue::model::role::Role;

/// How many roles are named as near.
const NAMED: usize = 3;

/// The honest answer where there is no way.
#[derive(Clone, Debug, Default)]
pub struct NoRoute<'a> {
    /// The roles one can reachable_roles, as one preferences, that come closest to the goal; the closest first.
    pub reachable: Vec<NearestRole<'a>>,
    /// The roles nearest to the goal from which it can be labels, as one preferences; the nearest first.
    pub leading: Vec<NearestRole<'a>>,
    /// Which link is missing.
    pub missing: MissingLink<'a>,
    /// The preferences without any one of which there would be a way.
    pub opened_without: Vec<Preference>,
}

/// A role that is near to the goal.
#[derive(Clone, Copy, Debug)]
pub struct NearestRole<'a> {
    /// The role.
    pub role: &'a Role,
    /// How many steps there are from it to the goal; none where it is near only by being alike.
    pub steps: Option<usize>,
}

/// Which link is missing.
#[derive(Clone, Copy, Debug, Default)]
pub enum MissingLink<'a> {
    /// The goal itself is not as one preferences.
    Goal(Preference),
    /// The shortest way of all has this step, which is the first that is not as one preferences.
    Step(Step<'a>, Preference),
    /// Nothing on record leads to the goal.
    NothingLeadsThere,
    /// Nothing on record leads on from the start.
    NothingLeadsOn,
    /// Nothing on record joins what one can reachable_roles and what leads to the goal.
    #[default]
    Between,
}

impl<'a> Planner<'a> {
    pub(in crate::catalogue::journeys) fn no_route(
        &self,
        start: NodeId,
        goal: NodeId,
        preferences: &Preferences,
        workspace: &mut Workspace,
    ) -> NoRoute<'a> {
        let opened_without = preferences
            .made()
            .filter(|preference| self.can_reach(start, goal, &preferences.without(*preference), workspace))
            .collect::<Vec<_>>();
        let (network, constraints, unconstrained) =
            (&self.index.network, Constraints::new(preferences), Constraints::default());
        let scan_limit = network.limits.edges_for_near_roles;
        let context = network.context(start, goal, false);
        let near = |(node, steps)| Some(NearestRole { role: self.role(node)?, steps: Some(steps) });
        let leading = BackwardBfs::new(network, constraints, context, goal, scan_limit)
            .roles()
            .filter(|(node, _)| *node != start);
        let reachable_roles = Reachable::new(network, constraints, start, scan_limit);
        let meeting = BackwardBfs::new(network, unconstrained, context, goal, scan_limit)
            .roles()
            .filter(|(node, _)| reachable_roles.includes(*node));
        let mut reachable: Vec<NearestRole<'a>> = meeting.filter_map(near).take(NAMED).collect();
        if reachable.is_empty() {
            reachable = self.alike(goal, &reachable_roles);
        }
        NoRoute {
            reachable,
            leading: leading.filter_map(near).take(NAMED).collect(),
            missing: self.missing(start, goal, preferences, workspace),
            opened_without,
        }
    }

    fn can_reach(&self, start: NodeId, goal: NodeId, preferences: &Preferences, workspace: &mut Workspace) -> bool {
        let network = &self.index.network;
        [false, true].into_iter().any(|relaxed| {
            AStar::new(network, Constraints::new(preferences), network.context(start, goal, relaxed), workspace)
                .is_reachable(start, goal)
        })
    }

    fn missing(
        &self,
        start: NodeId,
        goal: NodeId,
        preferences: &Preferences,
        workspace: &mut Workspace,
    ) -> MissingLink<'a> {
        let network = &self.index.network;
        let refused_by = |refuses: &dyn Fn(Constraints) -> bool| {
            preferences.made().find(|preference| refuses(Constraints::new(&preferences.only(*preference))))
        };
        if let Some(preference) = refused_by(&|constraints| !network.admits(constraints, goal)) {
            return MissingLink::Goal(preference);
        }
        for edge_step in self.shortest(start, goal, workspace) {
            let refused = refused_by(&|constraints| {
                !constraints.allows(edge_step.flags) || !network.admits(constraints, edge_step.to)
            });
            if let Some((step, preference)) = self.step(&edge_step).zip(refused) {
                return MissingLink::Step(step, preference);
            }
        }
        let (unconstrained, scan_limit) = (Constraints::default(), network.limits.edges_for_near_roles);
        if BackwardBfs::new(network, unconstrained, network.context(start, goal, true), goal, scan_limit)
            .next()
            .is_none()
        {
            MissingLink::NothingLeadsThere
        } else if Reachable::new(network, unconstrained, start, scan_limit).is_empty() {
            MissingLink::NothingLeadsOn
        } else {
            MissingLink::Between
        }
    }

    /// The shortest way of somebody without preferences.
    fn shortest(&self, start: NodeId, goal: NodeId, workspace: &mut Workspace) -> Vec<EdgeStep> {
        let network = &self.index.network;
        for relaxed in [false, true] {
            let mut search =
                AStar::new(network, Constraints::default(), network.context(start, goal, relaxed), workspace);
            if let Some(steps) = search.distance(start, goal) {
                search.clear_bans();
                return search.cheapest_path(start, goal, steps, usize::MAX).unwrap_or_default();
            }
        }
        Vec::new()
    }

    /// The roles of the goal's category that are most like it: in one of its settings, on the nearest level, by title.
    fn alike(&self, goal: NodeId, among: &Reachable<'_>) -> Vec<NearestRole<'a>> {
        let network = &self.index.network;
        let mut nearest = BTreeSet::new();
        for node in (0..network.roles).filter(|node| network.share_a_category(*node, goal) && among.includes(*node)) {
            nearest.insert((network.dissimilarity(node, goal), node));
            if nearest.len() > NAMED {
                nearest.pop_last();
            }
        }
        nearest.into_iter().filter_map(|(_, node)| Some(NearestRole { role: self.role(node)?, steps: None })).collect()
    }
}
