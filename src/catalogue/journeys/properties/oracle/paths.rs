//! The paths of the plain search, all of them.

use std::collections::BTreeSet;

use super::{Cost, OracleEdge, OracleNode, Path, SmallCatalogue, Traveller};
use crate::catalogue::journeys::Preferences;
use crate::catalogue::model::indexes::Qualification;
use crate::catalogue::sample::{DEGREE, NONE};

impl SmallCatalogue {
    /// Every move from a stop, of somebody who began at `start`.
    pub fn edges_from(&self, at: OracleNode, traveller: Traveller, preferences: &Preferences) -> Vec<OracleEdge> {
        let Traveller { start, goal, held: at_start, floor, has_a_profession } = traveller;
        let held = self.held();
        let others = || (0..self.roles().len()).filter(|to| OracleNode::Role(*to) != at);
        let studying = |edge: OracleEdge, has: Qualification| {
            let cost = edge.cost + self.study(has, edge.asked, preferences)?;
            Some(OracleEdge { cost, ..edge })
        };
        let own_categories = match start {
            OracleNode::Role(role) => Some(&self.roles()[role].categories),
            _ => None,
        };
        let afresh = |edge: OracleEdge| {
            let shares = |own: &Vec<_>| self.roles()[edge.to].categories.iter().any(|it| own.contains(it));
            let rank = edge.cost.rank + usize::from(own_categories.is_some_and(|own| !shares(own)));
            OracleEdge { cost: Cost { rank, ..edge.cost }, ..edge }
        };
        let mut edges: Vec<OracleEdge> = Vec::new();
        if at == start {
            let inferred = Cost { vague: usize::from(!matches!(at, OracleNode::Holding(_))), ..Cost::default() };
            for has in self.lists.qualifications.all().filter(|has| *has >= at_start) {
                let Some(study) = self.study(at_start, has, preferences) else { continue };
                let open = others().flat_map(|to| self.open_to(to, has, preferences, &held));
                edges.extend(open.map(|edge| afresh(OracleEdge { cost: edge.cost + study + inferred, ..edge })));
            }
        }
        match at {
            OracleNode::Role(from) => {
                let moves = others().flat_map(|to| self.between(from, to, &held));
                edges.extend(moves.filter_map(|edge| studying(edge, held[from].max(at_start))));
                let role = &self.roles()[from];
                if at != start && !self.is_registered(from) && !self.lists.levels.is_profession(role.level()) {
                    let inferred = Cost { vague: 1, rank: 1, ..Cost::default() };
                    let in_line = |to: &usize| {
                        let target = &self.roles()[*to];
                        target.level() >= role.level()
                            && target.categories.iter().any(|it| Some(it) == role.categories.first())
                    };
                    let open = others().filter(in_line).flat_map(|to| self.open_to(to, held[from], preferences, &held));
                    edges.extend(open.map(|edge| afresh(OracleEdge { cost: edge.cost + inferred, ..edge })));
                }
            }
            OracleNode::Registered => {
                for to in others() {
                    let mut shared: Vec<OracleEdge> = self
                        .professions()
                        .filter(|from| *from != to)
                        .flat_map(|from| {
                            let own = held[from];
                            self.between(from, to, &held).into_iter().map(move |edge| OracleEdge {
                                asked: if edge.asked <= own { NONE } else { edge.asked },
                                ..edge
                            })
                        })
                        .collect();
                    shared.sort_by_key(|edge| (edge.asked, edge.cost));
                    let mut seen = BTreeSet::new();
                    shared.retain(|it| seen.insert((it.class, it.earns, it.degree, it.cost.unmet)));
                    edges.extend(shared.into_iter().filter_map(|edge| studying(edge, at_start)));
                }
            }
            OracleNode::Holding(_) => {}
        }
        edges.retain(|edge| {
            let role = &self.roles()[edge.to];
            let is_a_profession = self.is_registered(edge.to) || self.lists.levels.is_profession(role.level());
            let changes = edge.is_open && has_a_profession && is_a_profession && edge.to != goal;
            let settings = &preferences.settings;
            !changes
                && role.level() >= floor
                && self.allows(edge, preferences)
                && (settings.is_empty() || role.settings.iter().any(|setting| settings.contains(setting)))
                && (!preferences.no_degree || held[edge.to] < DEGREE)
        });
        edges
    }

    /// Every path to the goal that stops nowhere twice.
    pub fn paths(&self, start: OracleNode, goal: usize, relaxed: bool, preferences: &Preferences) -> Vec<Path> {
        let (mut open, mut found) = (vec![Path::new()], Vec::new());
        while let Some(path) = open.pop() {
            let at = path.last().map_or(start, |edge| OracleNode::Role(edge.to));
            if at == OracleNode::Role(goal) {
                found.push(path);
                continue;
            }
            for edge in self.edges_from(at, self.traveller(start, goal, relaxed), preferences) {
                let to = OracleNode::Role(edge.to);
                if to != start && path.iter().all(|before| before.to != edge.to) {
                    open.push(path.iter().cloned().chain([edge]).collect());
                }
            }
        }
        found
    }

    /// The paths of somebody who turns back for what a move lacks, if they must: those without unmet demands, else those with them,
    /// else both again with stops below the start.
    pub fn ways(&self, start: OracleNode, goal: usize, preferences: &Preferences) -> Vec<Path> {
        self.first_open(|relaxed| self.paths(start, goal, relaxed, preferences))
    }

    /// The same of somebody who never turns back.
    pub fn ways_forward(&self, start: OracleNode, goal: usize, preferences: &Preferences) -> Vec<Path> {
        let forward = |path: &Path| !backtracks(path);
        self.first_open(|relaxed| self.paths(start, goal, relaxed, preferences).into_iter().filter(forward).collect())
    }

    fn first_open(&self, paths: impl Fn(bool) -> Vec<Path>) -> Vec<Path> {
        let open = |relaxed| {
            let paths = paths(relaxed);
            let met: Vec<_> = paths.iter().filter(|path| cost(path).unmet == 0).cloned().collect();
            if met.is_empty() { paths } else { met }
        };
        [false, true].map(open).into_iter().find(|paths| !paths.is_empty()).unwrap_or_default()
    }

    /// Whether somebody is told to start afresh in a role of no category of theirs, or to enter a profession only to train for another.
    pub fn detours(&self, start: OracleNode, path: &Path) -> bool {
        let goal = path.last().unwrap().to;
        let share = |one: usize, other: usize| {
            let (one, other) = (&self.roles()[one], &self.roles()[other]);
            one.categories.iter().any(|category| other.categories.contains(category))
        };
        let stops: Vec<_> = [start].into_iter().chain(path.iter().map(|edge| OracleNode::Role(edge.to))).collect();
        (1..path.len()).any(|place| {
            let between = path[place - 1].to;
            let afresh = match stops[place - 1] {
                OracleNode::Role(from) => {
                    path[place - 1].is_open && ![from, goal].into_iter().any(|other| share(between, other))
                }
                _ => false,
            };
            afresh || path[place].is_open && self.roles()[between].level() >= self.roles()[goal].level()
        })
    }

    /// Whether there is any way, backtracking or starting again, unmet demands or not.
    pub fn distance(&self, start: OracleNode, goal: usize, preferences: &Preferences) -> Option<usize> {
        self.distance_for(self.traveller(start, goal, true), preferences)
    }

    /// The least number of roles on the way of a traveller.
    pub fn distance_for(&self, traveller: Traveller, preferences: &Preferences) -> Option<usize> {
        let Traveller { start, goal, .. } = traveller;
        let mut seen = BTreeSet::from([start]);
        let mut layer = vec![start];
        for steps in 0.. {
            if layer.is_empty() || layer.contains(&OracleNode::Role(goal)) {
                return (!layer.is_empty()).then_some(steps);
            }
            let onward = layer.iter().flat_map(|at| self.edges_from(*at, traveller, preferences));
            layer = onward.map(|edge| OracleNode::Role(edge.to)).filter(|to| seen.insert(*to)).collect();
        }
        None
    }
}

/// The cost of a path.
pub fn cost(path: &Path) -> Cost {
    path.iter().fold(Cost::default(), |sum, edge| sum + edge.cost)
}

/// Whether a move is unmet for want of a role that comes later.
pub fn backtracks(path: &Path) -> bool {
    let lacked = |(place, edge): (usize, &OracleEdge)| {
        edge.cost.unmet > 0 && path[place + 1..].iter().any(|later| edge.lacks.contains(&later.to))
    };
    path.iter().enumerate().any(lacked)
}
