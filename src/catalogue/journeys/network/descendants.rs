//! Which roles somebody can get to, in however many steps.

use fixedbitset::FixedBitSet;

use crate::catalogue::journeys::network::Network;
use crate::catalogue::journeys::network::edge::{NodeId, TravellerContext};
use crate::catalogue::journeys::network::eligibility::Eligibility;
use crate::catalogue::journeys::preferences::Constraints;

/// The roles that can be reached from a place under a rule, as far as they were looked for.
pub(in crate::catalogue::journeys) struct Reachable<'n> {
    network: &'n Network,
    rule: Constraints,
    start: NodeId,
    seen: FixedBitSet,
    /// The standings whose ways in were too many to be looked at one by one: they are looked at when somebody asks for a role.
    unopened: Vec<Eligibility>,
}

impl<'n> Reachable<'n> {
    /// Looks for them, at about so many arrows.
    pub(in crate::catalogue::journeys) fn new(
        network: &'n Network,
        rule: Constraints,
        start: NodeId,
        most_looks: usize,
    ) -> Self {
        let mut reach =
            Self { network, rule, start, seen: FixedBitSet::with_capacity(network.places()), unopened: Vec::new() };
        reach.look(network.outlook(start, start, true), most_looks);
        reach
    }

    fn look(&mut self, outlook: TravellerContext, most_looks: usize) {
        let network = self.network;
        let mut found = vec![self.start];
        self.seen.insert(self.start as usize);
        let (mut done, mut looks) = (0, 0);
        while let Some(&node) = found.get(done).filter(|_| looks < most_looks) {
            done += 1;
            let mut see = |head| {
                looks += 1;
                if !self.seen.put(head as usize) {
                    found.push(head);
                }
            };
            match network.standing_at(node, outlook) {
                Some(standing) if network.count_open_to(standing, self.rule) > most_looks / 2 => {
                    network.study_from(standing, self.rule).for_each(|(head, _, _)| see(head));
                    self.unopened.push(standing);
                }
                _ => network.each_leaving(node, outlook, self.rule, |head, _, _| see(head)),
            }
        }
    }

    /// Whether a place can be reached.
    pub(in crate::catalogue::journeys) fn includes(&self, node: NodeId) -> bool {
        node != self.start
            && (self.seen.contains(node as usize)
                || self.unopened.iter().any(|standing| self.network.sees(*standing, node, self.rule)))
    }

    /// Whether it includes no role at all.
    pub(in crate::catalogue::journeys) fn is_empty(&self) -> bool {
        !(0..self.network.roles).any(|role| self.includes(role))
    }
}
