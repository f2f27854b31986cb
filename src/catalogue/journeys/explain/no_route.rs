//! Where there is no way: what comes closest, what is missing, and which wish stands between.

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
    /// The roles one can reach, as one wishes, that come closest to the goal; the closest first.
    pub reachable: Vec<NearestRole<'a>>,
    /// The roles nearest to the goal from which it can be reached, as one wishes; the nearest first.
    pub leading: Vec<NearestRole<'a>>,
    /// Which link is missing.
    pub missing: MissingLink<'a>,
    /// The wishes without any one of which there would be a way.
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
    /// The goal itself is not as one wishes.
    Goal(Preference),
    /// The shortest way of all has this step, which is the first that is not as one wishes.
    Step(Step<'a>, Preference),
    /// Nothing on record leads to the goal.
    NothingLeadsThere,
    /// Nothing on record leads on from the start.
    NothingLeadsOn,
    /// Nothing on record joins what one can reach and what leads to the goal.
    #[default]
    Between,
}

impl<'a> Planner<'a> {
    pub(in crate::catalogue::journeys) fn no_way(
        &self,
        start: NodeId,
        goal: NodeId,
        wishes: &Preferences,
        scratch: &mut Workspace,
    ) -> NoRoute<'a> {
        let opened_without = wishes
            .made()
            .filter(|wish| self.can_reach(start, goal, &wishes.without(*wish), scratch))
            .collect::<Vec<_>>();
        let (network, rule, anyhow) = (&self.index.network, Constraints::new(wishes), Constraints::default());
        let most_edges = network.limits.edges_for_near_roles;
        let outlook = network.outlook(start, goal, false);
        let near = |(node, steps)| Some(NearestRole { role: self.role(node)?, steps: Some(steps) });
        let leading =
            BackwardBfs::new(network, rule, outlook, goal, most_edges).roles().filter(|(node, _)| *node != start);
        let reach = Reachable::new(network, rule, start, most_edges);
        let met = BackwardBfs::new(network, anyhow, outlook, goal, most_edges)
            .roles()
            .filter(|(node, _)| reach.includes(*node));
        let mut reachable: Vec<NearestRole<'a>> = met.filter_map(near).take(NAMED).collect();
        if reachable.is_empty() {
            reachable = self.alike(goal, &reach);
        }
        NoRoute {
            reachable,
            leading: leading.filter_map(near).take(NAMED).collect(),
            missing: self.missing(start, goal, wishes, scratch),
            opened_without,
        }
    }

    fn can_reach(&self, start: NodeId, goal: NodeId, wishes: &Preferences, scratch: &mut Workspace) -> bool {
        let network = &self.index.network;
        [false, true].into_iter().any(|roundabout| {
            AStar::new(network, Constraints::new(wishes), network.outlook(start, goal, roundabout), scratch)
                .can_get(start, goal)
        })
    }

    fn missing(&self, start: NodeId, goal: NodeId, wishes: &Preferences, scratch: &mut Workspace) -> MissingLink<'a> {
        let network = &self.index.network;
        let refused_by = |refuses: &dyn Fn(Constraints) -> bool| {
            wishes.made().find(|wish| refuses(Constraints::new(&wishes.only(*wish))))
        };
        if let Some(wish) = refused_by(&|rule| !network.admits(rule, goal)) {
            return MissingLink::Goal(wish);
        }
        for hop in self.shortest(start, goal, scratch) {
            let refused = refused_by(&|rule| !rule.allows(hop.traits) || !network.admits(rule, hop.to));
            if let Some((step, wish)) = self.step(&hop).zip(refused) {
                return MissingLink::Step(step, wish);
            }
        }
        let (anyhow, most_edges) = (Constraints::default(), network.limits.edges_for_near_roles);
        if BackwardBfs::new(network, anyhow, network.outlook(start, goal, true), goal, most_edges).next().is_none() {
            MissingLink::NothingLeadsThere
        } else if Reachable::new(network, anyhow, start, most_edges).is_empty() {
            MissingLink::NothingLeadsOn
        } else {
            MissingLink::Between
        }
    }

    /// The shortest way of somebody without wishes.
    fn shortest(&self, start: NodeId, goal: NodeId, scratch: &mut Workspace) -> Vec<EdgeStep> {
        let network = &self.index.network;
        for roundabout in [false, true] {
            let mut search =
                AStar::new(network, Constraints::default(), network.outlook(start, goal, roundabout), scratch);
            if let Some(steps) = search.steps_between(start, goal) {
                search.unbar();
                return search.cheapest(start, goal, steps, usize::MAX).unwrap_or_default();
            }
        }
        Vec::new()
    }

    /// The roles of the goal's family of careers that are most like it: in one of its settings, on the nearest level, by title.
    fn alike(&self, goal: NodeId, among: &Reachable<'_>) -> Vec<NearestRole<'a>> {
        let network = &self.index.network;
        let mut nearest = BTreeSet::new();
        for node in (0..network.roles).filter(|node| network.are_kin(*node, goal) && among.includes(*node)) {
            nearest.insert((network.unlike(node, goal), node));
            if nearest.len() > NAMED {
                nearest.pop_last();
            }
        }
        nearest.into_iter().filter_map(|(_, node)| Some(NearestRole { role: self.role(node)?, steps: None })).collect()
    }
}
