//! Where there is no way: what comes closest, what is missing, and which wish stands between.

use super::super::role::Role;
use super::Planner;
use super::journey::Step;
use super::network::Node;
use super::scratch::Scratch;
use super::search::{Hop, Search};
use super::wishes::{Rule, Wish, Wishes};

/// How many roles are named as near.
const NAMED: usize = 3;

/// How many arrows are looked at for them from either end: far more than the shipped data has.
const LOOKS: usize = 30_000;

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
    /// Whether there would be a way without any wishes.
    pub opened_without_all: bool,
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
        let opened_without_all = !opened_without.is_empty() || self.can_reach(start, goal, &Wishes::default(), scratch);
        let missing = self.missing(start, goal, wishes, opened_without_all, scratch);
        let network = &self.index.network;
        let rule = Rule::new(wishes);
        Search::new(network, rule, network.outlook(start, true), scratch).look_everywhere_ahead(start, LOOKS);
        let mut as_wished = Search::new(network, rule, network.outlook(start, false), scratch);
        let leading = as_wished.nearest_behind(goal, (NAMED, LOOKS), |_, node| node != goal && node != start);
        let mut any = Search::new(network, Rule::default(), network.outlook(start, false), scratch);
        let reachable =
            any.nearest_behind(goal, (NAMED, LOOKS), |search, node| node != start && search.was_seen_ahead(node));
        let near = |found: Vec<(Node, usize)>| {
            found.into_iter().filter_map(|(node, steps)| Some(Near { role: self.role(node)?, steps: Some(steps) }))
        };
        let mut reachable: Vec<Near<'a>> = near(reachable).collect();
        if reachable.is_empty() {
            reachable = self.alike(goal, |node| node != start && any.was_seen_ahead(node));
        }
        NoWay { reachable, leading: near(leading).collect(), missing, opened_without, opened_without_all }
    }

    fn can_reach(&self, start: Node, goal: Node, wishes: &Wishes, scratch: &mut Scratch) -> bool {
        let network = &self.index.network;
        let mut search = Search::new(network, Rule::new(wishes), network.outlook(start, true), scratch);
        search.steps_between(start, goal).is_some()
    }

    fn missing(&self, start: Node, goal: Node, wishes: &Wishes, any_way: bool, scratch: &mut Scratch) -> Missing<'a> {
        let network = &self.index.network;
        let refused_by =
            |refuses: &dyn Fn(Rule) -> bool| wishes.made().find(|wish| refuses(Rule::new(&wishes.only(*wish))));
        let admits = |rule: Rule, node: Node| network.footing(node).is_none_or(|footing| rule.admits(footing));
        if let Some(wish) = refused_by(&|rule| !admits(rule, goal)) {
            return Missing::Goal(wish);
        }
        let shortest = if any_way { self.shortest(start, goal, scratch) } else { Vec::new() };
        for hop in shortest {
            let refused = refused_by(&|rule| !rule.allows(hop.traits) || !admits(rule, hop.to));
            if let Some((step, wish)) = self.step(&hop).zip(refused) {
                return Missing::Step(step, wish);
            }
        }
        let mut search = Search::new(network, Rule::default(), network.outlook(start, true), scratch);
        if search.nothing_leads_to(goal) {
            return Missing::NothingLeadsThere;
        }
        search.look_everywhere_ahead(start, LOOKS);
        if (0..network.roles).all(|role| role == start || !search.was_seen_ahead(role)) {
            Missing::NothingLeadsOn
        } else {
            Missing::Between
        }
    }

    /// The shortest way of somebody without wishes.
    fn shortest(&self, start: Node, goal: Node, scratch: &mut Scratch) -> Vec<Hop> {
        let network = &self.index.network;
        for roundabout in [false, true] {
            let mut search = Search::new(network, Rule::default(), network.outlook(start, roundabout), scratch);
            if let Some(steps) = search.steps_between(start, goal) {
                search.unbar();
                return search.cheapest(start, goal, steps, usize::MAX).unwrap_or_default();
            }
        }
        Vec::new()
    }

    /// The roles most like the goal: in the same family of careers, in the same setting, on the nearest level, by title.
    fn alike(&self, goal: Node, among: impl Fn(Node) -> bool) -> Vec<Near<'a>> {
        let Some(goal_role) = self.role(goal) else { return Vec::new() };
        let unlike = |role: &Role| {
            let shares_a_setting = role.settings.iter().any(|setting| goal_role.settings.contains(setting));
            let levels = (role.level() as usize).abs_diff(goal_role.level() as usize);
            (role.line() != goal_role.line(), !shares_a_setting, levels)
        };
        let mut alike: Vec<(_, Node, &Role)> = (0..self.index.network.roles)
            .filter(|node| *node != goal && among(*node))
            .filter_map(|node| self.role(node).map(|role| (unlike(role), node, role)))
            .collect();
        alike.sort_by_key(|(unlike, node, _)| (*unlike, *node));
        alike.into_iter().take(NAMED).map(|(_, _, role)| Near { role, steps: None }).collect()
    }
}
