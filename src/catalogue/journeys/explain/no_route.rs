//! Where there is no route: what comes closest, what is missing, and which preference rules it out.

use std::collections::BTreeSet;

use crate::catalogue::journeys::journey::Step;
use crate::catalogue::journeys::journey_builder::JourneyBuilder;
use crate::catalogue::journeys::network::constraints::Constraints;
use crate::catalogue::journeys::network::descendants::Reachable;
use crate::catalogue::journeys::network::edge::NodeId;
use crate::catalogue::journeys::preferences::{Preference, Preferences};
use crate::catalogue::journeys::search::a_star::{AStar, EdgeStep};
use crate::catalogue::journeys::search::backward_bfs::BackwardBfs;
use crate::catalogue::journeys::search::workspace::Workspace;
use crate::catalogue::model::role::Role;

/// The most roles that are named as near.
const NAMED: usize = 3;

/// What is said where there is no route.
#[derive(Clone, Debug, Default)]
pub struct NoRoute<'a> {
    /// The roles that can be reached within the preferences and are nearest to the goal, nearest first. Nobody is sent into another
    /// profession on the way, nor to a lower level than that of the start and the goal.
    pub reachable: Vec<NearestRole<'a>>,
    /// The roles nearest to the goal from which it can be reached within the preferences, nearest first.
    pub leading: Vec<NearestRole<'a>>,
    /// The link that is missing.
    pub missing: MissingLink<'a>,
    /// The preferences without any one of which there would be a route.
    pub opened_without: Vec<Preference>,
}

/// A role that is near to the goal.
#[derive(Clone, Copy, Debug)]
pub struct NearestRole<'a> {
    /// The role.
    pub role: &'a Role,
    /// The number of steps from it to the goal; none where it is near only by being similar.
    pub steps: Option<usize>,
}

/// The link that is missing.
#[derive(Clone, Copy, Debug, Default)]
pub enum MissingLink<'a> {
    /// The goal itself goes against this preference.
    Goal(Preference),
    /// The first step of the shortest route without preferences that goes against one.
    Step(Step<'a>, Preference),
    /// Nothing on record leads to the goal.
    NothingLeadsThere,
    /// Nothing on record leads on from the start.
    NothingLeadsOn,
    /// Nothing on record joins what can be reached and what leads to the goal.
    #[default]
    Between,
}

impl<'a> NoRoute<'a> {
    /// Explains why there is no route within the preferences.
    pub fn explain(
        builder: &JourneyBuilder<'a>,
        start: NodeId,
        goal: NodeId,
        preferences: &Preferences,
        workspace: &mut Workspace,
    ) -> Self {
        let opened_without = preferences
            .made()
            .filter(|preference| {
                is_reachable(builder, start, goal, preferences.without(*preference).constraints(), workspace)
            })
            .collect::<Vec<_>>();
        let network = builder.network;
        let (constraints, unconstrained) = (preferences.constraints(), Constraints::default());
        let scan_limit = network.limits.edges_for_near_roles;
        let context = network.context(start, goal, false);
        let near = |(node, steps)| Some(NearestRole { role: builder.role(node)?, steps: Some(steps) });
        let leading = BackwardBfs::new(network, constraints, context, goal, scan_limit).roles();
        let leading = leading.filter(|(node, _)| *node != start);
        let within_reach = Reachable::new(network, constraints, start, scan_limit);
        let towards_goal = BackwardBfs::new(network, unconstrained, context, goal, scan_limit).roles();
        let is_stop = |node: &NodeId| within_reach.includes_on_the_way(*node) && !network.is_too_low(*node, context);
        let reachable = towards_goal.filter(|(node, _)| is_stop(node));
        let mut reachable: Vec<NearestRole<'a>> = reachable.filter_map(near).take(NAMED).collect();
        if reachable.is_empty() {
            reachable = most_similar(builder, goal, is_stop);
        }
        Self {
            reachable,
            leading: leading.filter_map(near).take(NAMED).collect(),
            missing: missing_link(builder, start, goal, preferences, workspace),
            opened_without,
        }
    }
}

/// Whether there is a route at all, by stops below the start too.
pub fn is_reachable(
    builder: &JourneyBuilder<'_>,
    start: NodeId,
    goal: NodeId,
    constraints: Constraints,
    workspace: &mut Workspace,
) -> bool {
    let network = builder.network;
    AStar::new(network, constraints, network.context(start, goal, true), workspace).is_reachable(start, goal)
}

fn missing_link<'a>(
    builder: &JourneyBuilder<'a>,
    start: NodeId,
    goal: NodeId,
    preferences: &Preferences,
    workspace: &mut Workspace,
) -> MissingLink<'a> {
    let network = builder.network;
    let refused_by = |refuses: &dyn Fn(Constraints) -> bool| {
        preferences.made().find(|preference| refuses(preferences.only(*preference).constraints()))
    };
    if let Some(preference) = refused_by(&|constraints| !network.admits(constraints, goal)) {
        return MissingLink::Goal(preference);
    }
    for step in shortest_path(builder, start, goal, workspace) {
        let climbs: Vec<_> = builder.climbs(&step, Constraints::default()).collect();
        let refusals = climbs.iter().map(|climb| refused_by(&|constraints| !constraints.allows(climb.flags)));
        let refused =
            refused_by(&|constraints| !constraints.allows(step.flags) || !network.admits(constraints, step.to));
        let refusals: Vec<_> = refusals.chain([refused]).collect();
        let steps = builder.steps(&step, &climbs).unwrap_or_default();
        let first = steps.into_iter().zip(refusals).find_map(|(step, refused)| Some((step, refused?)));
        if let Some((step, preference)) = first {
            return MissingLink::Step(step, preference);
        }
    }
    let (unconstrained, scan_limit) = (Constraints::default(), network.limits.edges_for_near_roles);
    let relaxed = network.context(start, goal, true);
    if BackwardBfs::new(network, unconstrained, relaxed, goal, scan_limit).next().is_none() {
        MissingLink::NothingLeadsThere
    } else if Reachable::new(network, unconstrained, start, scan_limit).is_empty() {
        MissingLink::NothingLeadsOn
    } else {
        MissingLink::Between
    }
}

/// The cheapest of the shortest paths of somebody without preferences; empty where there is none.
fn shortest_path(
    builder: &JourneyBuilder<'_>,
    start: NodeId,
    goal: NodeId,
    workspace: &mut Workspace,
) -> Vec<EdgeStep> {
    let network = builder.network;
    for relaxed in [false, true] {
        let context = network.context(start, goal, relaxed);
        let mut search = AStar::new(network, Constraints::default(), context, workspace);
        if let Some(distance) = search.distance(start, goal) {
            search.clear_bans();
            return search.cheapest_path(start, goal, distance, usize::MAX).unwrap_or_default();
        }
    }
    Vec::new()
}

/// The stops that share a category with the goal, the least dissimilar first, then by title.
fn most_similar<'a>(
    builder: &JourneyBuilder<'a>,
    goal: NodeId,
    is_stop: impl Fn(&NodeId) -> bool,
) -> Vec<NearestRole<'a>> {
    let network = builder.network;
    let mut nearest = BTreeSet::new();
    let related = |node: &NodeId| network.share_a_category(*node, goal) && is_stop(node);
    for node in (0..network.roles).filter(related) {
        nearest.insert((network.dissimilarity(node, goal), node));
        if nearest.len() > NAMED {
            nearest.pop_last();
        }
    }
    nearest.into_iter().filter_map(|(_, node)| Some(NearestRole { role: builder.role(node)?, steps: None })).collect()
}
