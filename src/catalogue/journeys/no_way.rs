//! Where there is no way: what comes closest, what is missing, and which wish stands between.

use std::collections::BTreeSet;

use super::super::role::Role;
use super::Planner;
use super::before::Before;
use super::journey::Step;
use super::network::Node;
use super::reach::Reach;
use super::scratch::Scratch;
use super::search::{Hop, Search};
use super::wishes::{Rule, Wish, Wishes};

/// How many roles are named as near.
const NAMED: usize = 3;

/// The honest answer where there is no way.
#[derive(Clone, Debug, Default)]
pub struct NoWay<'a> {
    /// The roles one can reach, as one wishes, that come closest to the goal; the closest first.
    pub reachable: Vec<Near<'a>>,
    /// The roles nearest to the goal from which it can be reached, as one wishes; the nearest first.
    pub leading: Vec<Near<'a>>,
    /// Which link is missing.
    pub missing: Missing<'a>,
    /// The wishes without any one of which there would be a way.
    pub opened_without: Vec<Wish>,
}

/// A role that is near to the goal.
#[derive(Clone, Copy, Debug)]
pub struct Near<'a> {
    /// The role.
    pub role: &'a Role,
    /// How many steps there are from it to the goal; none where it is near only by being alike.
    pub steps: Option<usize>,
}

/// Which link is missing.
#[derive(Clone, Copy, Debug, Default)]
pub enum Missing<'a> {
    /// The goal itself is not as one wishes.
    Goal(Wish),
    /// The shortest way of all has this step, which is the first that is not as one wishes.
    Step(Step<'a>, Wish),
    /// Nothing on record leads to the goal.
    NothingLeadsThere,
    /// Nothing on record leads on from the start.
    NothingLeadsOn,
    /// Nothing on record joins what one can reach and what leads to the goal.
    #[default]
    Between,
}

impl<'a> Planner<'a> {
    pub(super) fn no_way(&self, start: Node, goal: Node, wishes: &Wishes, scratch: &mut Scratch) -> NoWay<'a> {
        let opened_without = wishes
            .made()
            .filter(|wish| self.can_reach(start, goal, &wishes.without(*wish), scratch))
            .collect::<Vec<_>>();
        let (network, rule, anyhow) = (&self.index.network, Rule::new(wishes), Rule::default());
        let most_edges = network.limits.edges_for_near_roles;
        let outlook = network.outlook(start, goal, false);
        let near = |(node, steps)| Some(Near { role: self.role(node)?, steps: Some(steps) });
        let leading = Before::new(network, rule, outlook, goal, most_edges).roles().filter(|(node, _)| *node != start);
        let reach = Reach::new(network, rule, start, most_edges);
        let met =
            Before::new(network, anyhow, outlook, goal, most_edges).roles().filter(|(node, _)| reach.includes(*node));
        let mut reachable: Vec<Near<'a>> = met.filter_map(near).take(NAMED).collect();
        if reachable.is_empty() {
            reachable = self.alike(goal, &reach);
        }
        NoWay {
            reachable,
            leading: leading.filter_map(near).take(NAMED).collect(),
            missing: self.missing(start, goal, wishes, scratch),
            opened_without,
        }
    }

    fn can_reach(&self, start: Node, goal: Node, wishes: &Wishes, scratch: &mut Scratch) -> bool {
        let network = &self.index.network;
        [false, true].into_iter().any(|roundabout| {
            Search::new(network, Rule::new(wishes), network.outlook(start, goal, roundabout), scratch)
                .can_get(start, goal)
        })
    }

    fn missing(&self, start: Node, goal: Node, wishes: &Wishes, scratch: &mut Scratch) -> Missing<'a> {
        let network = &self.index.network;
        let refused_by =
            |refuses: &dyn Fn(Rule) -> bool| wishes.made().find(|wish| refuses(Rule::new(&wishes.only(*wish))));
        if let Some(wish) = refused_by(&|rule| !network.admits(rule, goal)) {
            return Missing::Goal(wish);
        }
        for hop in self.shortest(start, goal, scratch) {
            let refused = refused_by(&|rule| !rule.allows(hop.traits) || !network.admits(rule, hop.to));
            if let Some((step, wish)) = self.step(&hop).zip(refused) {
                return Missing::Step(step, wish);
            }
        }
        let (anyhow, most_edges) = (Rule::default(), network.limits.edges_for_near_roles);
        if Before::new(network, anyhow, network.outlook(start, goal, true), goal, most_edges).next().is_none() {
            Missing::NothingLeadsThere
        } else if Reach::new(network, anyhow, start, most_edges).is_empty() {
            Missing::NothingLeadsOn
        } else {
            Missing::Between
        }
    }

    /// The shortest way of somebody without wishes.
    fn shortest(&self, start: Node, goal: Node, scratch: &mut Scratch) -> Vec<Hop> {
        let network = &self.index.network;
        for roundabout in [false, true] {
            let mut search = Search::new(network, Rule::default(), network.outlook(start, goal, roundabout), scratch);
            if let Some(steps) = search.steps_between(start, goal) {
                search.unbar();
                return search.cheapest(start, goal, steps, usize::MAX).unwrap_or_default();
            }
        }
        Vec::new()
    }

    /// The roles of the goal's family of careers that are most like it: in one of its settings, on the nearest level, by title.
    fn alike(&self, goal: Node, among: &Reach<'_>) -> Vec<Near<'a>> {
        let network = &self.index.network;
        let mut nearest = BTreeSet::new();
        for node in (0..network.roles).filter(|node| network.are_kin(*node, goal) && among.includes(*node)) {
            nearest.insert((network.unlike(node, goal), node));
            if nearest.len() > NAMED {
                nearest.pop_last();
            }
        }
        nearest.into_iter().filter_map(|(_, node)| Some(Near { role: self.role(node)?, steps: None })).collect()
    }
}
