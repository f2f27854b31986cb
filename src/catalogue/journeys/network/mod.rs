//! Every place and every arrow between two places, in flat arrays, found from either end.
//!
//! Places are numbered: the roles (in their order in the graph, by title), the registered professional, the six
//! qualifications, then the standings, which are no stops.

pub mod build_edges;
pub mod csr;
pub mod descendants;
pub mod edge;
pub mod eligibility;
pub mod flags;
pub mod guaranteed_qualifications;
pub mod qualification_edges;
pub mod study;
pub mod way_in;

use crate::catalogue::graph::RoleGraph;
use crate::catalogue::journeys::limits::Limits;
use crate::catalogue::journeys::network::csr::Csr;
use crate::catalogue::journeys::network::edge::{Edge, EdgeId, EdgeOrigin, HOLD, NodeId, NodeKind, TravellerContext};
use crate::catalogue::journeys::network::eligibility::{Eligibility, EligibilityTable};
use crate::catalogue::journeys::network::flags::{EdgeFlags, RoleFlags};
use crate::catalogue::journeys::network::qualification_edges::{QualificationEdge, QualificationEdges};
use crate::catalogue::journeys::network::study::Study;
use crate::catalogue::journeys::preferences::Constraints;
use crate::catalogue::model::reference::QualificationInfo;
use crate::catalogue::model::role::Role;
use crate::catalogue::model::vocabulary::{Level, Qualification, RegistrationNeed, Term};

/// All places and arrows.
#[derive(Debug)]
pub(in crate::catalogue::journeys) struct Network {
    pub(in crate::catalogue::journeys) limits: Limits,
    pub(in crate::catalogue::journeys) roles: u32,
    leaving: Csr<Edge>,
    what: Vec<EdgeOrigin>,
    arriving: Csr<(NodeId, EdgeFlags)>,
    open: QualificationEdges,
    study: Vec<Study>,
    standings: EligibilityTable,
    /// What everybody holds in each role, and then what every registered professional does.
    held: Vec<Qualification>,
    /// The lowest level of a role for which one must register.
    registered_level: Level,
    footing: Vec<RoleFlags>,
}

impl Network {
    pub(in crate::catalogue::journeys) fn new(
        graph: &RoleGraph,
        qualifications: &[QualificationInfo],
        limits: Limits,
    ) -> Self {
        let mut found = build_edges::find(graph);
        let roles = graph.roles().len();
        let standings = EligibilityTable::new(graph, &found.held);
        let footing = |(role, held): (&Role, &Qualification)| RoleFlags::new(&role.settings, *held);
        let footing = graph.roles().iter().zip(&found.held).map(footing).collect();
        let registered = || graph.roles().iter().zip(&found.held).filter(|(role, _)| must_register(role));
        let registered_level = registered().map(|(role, _)| role.level()).min().unwrap_or(Level::Entry);
        let held_by_registered = registered().map(|(_, held)| *held).min().unwrap_or(Qualification::None);
        found.held.push(held_by_registered);
        Self {
            limits,
            roles: roles as u32,
            arriving: found.leaving.reversed(roles, |tail, arc| (arc.head, (tail, arc.traits))),
            leaving: found.leaving,
            what: found.what,
            open: QualificationEdges::new(graph, found.open, &standings),
            study: Study::find(qualifications),
            standings,
            footing,
            registered_level,
            held: found.held,
        }
    }

    /// The number of places.
    pub(in crate::catalogue::journeys) fn places(&self) -> usize {
        (self.first_standing() + self.standings.len()) as usize
    }

    /// The bytes that the arrays take.
    pub(in crate::catalogue::journeys) fn bytes(&self) -> usize {
        let leaving = self.leaving.bytes() + size_of_val(self.what.as_slice());
        let arrows = leaving + self.arriving.bytes() + self.open.bytes();
        arrows + self.standings.bytes() + self.held.len() + self.footing.len()
    }

    pub(in crate::catalogue::journeys) fn registered(&self) -> NodeId {
        self.roles
    }

    pub(in crate::catalogue::journeys) fn holding(&self, qualification: Qualification) -> NodeId {
        self.roles + 1 + qualification as u32
    }

    fn first_standing(&self) -> NodeId {
        self.roles + 1 + Qualification::ALL.len() as u32
    }

    pub(in crate::catalogue::journeys) fn kind(&self, node: NodeId) -> NodeKind {
        if node < self.roles {
            NodeKind::Role
        } else if node >= self.first_standing() {
            NodeKind::Eligibility
        } else {
            let held = node.checked_sub(self.roles + 1).and_then(|place| Qualification::ALL.get(place as usize));
            held.map_or(NodeKind::Registered, |held| NodeKind::Qualification(*held))
        }
    }

    /// The outlook of somebody who goes from a place to another. One who starts in a role looks below its level only if the goal is
    /// there.
    pub(in crate::catalogue::journeys) fn outlook(
        &self,
        start: NodeId,
        goal: NodeId,
        roundabout: bool,
    ) -> TravellerContext {
        let own = if start == self.registered() { Some(self.registered_level) } else { self.open.level(start) };
        let floor = own.min(self.open.level(goal)).filter(|_| !roundabout).unwrap_or(Level::Entry);
        let held = match self.kind(start) {
            NodeKind::Qualification(held) => Some(held),
            _ => self.held.get(start as usize).copied(),
        };
        TravellerContext { start, held, floor, roundabout }
    }

    /// Whether one may stop at a place.
    pub(in crate::catalogue::journeys) fn admits(&self, rule: Constraints, node: NodeId) -> bool {
        self.footing.get(node as usize).is_none_or(|footing| rule.admits(*footing))
    }

    /// The places that stand for the standings of somebody at a place.
    ///
    /// Where the journey starts, and with a qualification in hand, one looks at all families of careers. In a role on the way
    /// one looks no further than its own: nobody tells a school leaver to train in pharmacy so as to study dentistry.
    pub(in crate::catalogue::journeys) fn standings_of(
        &self,
        node: NodeId,
        outlook: TravellerContext,
    ) -> impl Iterator<Item = NodeId> {
        let (of_all, of_role): (_, &[u32]) = match self.kind(node) {
            NodeKind::Role if outlook.roundabout || node == outlook.start => {
                (self.held.get(node as usize).copied(), &[])
            }
            NodeKind::Role => (None, self.standings.of_role(node)),
            NodeKind::Qualification(held) => (Some(held), &[]),
            NodeKind::Registered => (self.held.get(node as usize).copied(), &[]),
            NodeKind::Eligibility => (None, &[]),
        };
        of_all.map(|held| held as u32).into_iter().chain(of_role.iter().copied()).map(|it| self.first_standing() + it)
    }

    /// The standing that a place stands for.
    pub(in crate::catalogue::journeys) fn standing_at(
        &self,
        node: NodeId,
        outlook: TravellerContext,
    ) -> Option<Eligibility> {
        let standing = self.standings.get(node.checked_sub(self.first_standing())?)?;
        Some(if standing.family.is_none() { Eligibility { floor: outlook.floor, ..standing } } else { standing })
    }

    /// Every arrow that leaves a place and may be taken: where it leads, its number, its traits.
    pub(in crate::catalogue::journeys) fn each_leaving(
        &self,
        node: NodeId,
        outlook: TravellerContext,
        rule: Constraints,
        mut see: impl FnMut(NodeId, EdgeId, EdgeFlags),
    ) {
        let mut see_if_allowed = |head, arc, traits: EdgeFlags| {
            if rule.allows(traits) && self.admits(rule, head) {
                see(head, arc, traits);
            }
        };
        if let Some(standing) = self.standing_at(node, outlook) {
            for (id, open) in self.open.open_to(standing, rule) {
                see_if_allowed(open.head, self.first_open() + id, open.traits);
            }
            for (place, id, traits) in self.study_from(standing, rule) {
                see_if_allowed(place, id, traits);
            }
            return;
        }
        let (first, arcs) = self.leaving.row(node);
        for (arc, id) in arcs.iter().zip(first..) {
            see_if_allowed(arc.head, id, arc.traits);
        }
        for standing in self.standings_of(node, outlook) {
            see(standing, HOLD, self.hold(node));
        }
    }

    /// Every place from which an arrow that `may` be taken leads to a place, and whether it is a step.
    pub(in crate::catalogue::journeys) fn each_arriving(
        &self,
        node: NodeId,
        outlook: TravellerContext,
        may: impl Fn(EdgeFlags) -> bool,
        mut see: impl FnMut(NodeId, bool),
    ) {
        match self.kind(node) {
            NodeKind::Role => {
                for (tail, _) in self.arriving.row(node).1.iter().filter(|(_, traits)| may(*traits)) {
                    see(*tail, true);
                }
                self.each_that_sees(node, outlook, may, |standing| see(self.first_standing() + standing, true));
            }
            NodeKind::Registered => {}
            NodeKind::Qualification(to) => {
                for study in self.study.iter().filter(|study| study.to == to && may(study.traits)) {
                    for held in study.from as u32..to as u32 {
                        see(self.first_standing() + held, true);
                    }
                }
            }
            NodeKind::Eligibility => {
                let number = node - self.first_standing();
                let of_all = Qualification::ALL.get(number as usize);
                let places = of_all.map(|held| self.holding(*held));
                let start = of_all.filter(|held| self.held.get(outlook.start as usize) == Some(*held));
                let few = places.into_iter().chain(start.map(|_| outlook.start));
                let everybody = outlook.roundabout == of_all.is_some();
                let many = if everybody { self.standings.members(number) } else { &[] };
                for place in few.chain(many.iter().copied()) {
                    see(place, false);
                }
            }
        }
    }

    /// Whether two roles share a family of careers.
    pub(in crate::catalogue::journeys) fn are_kin(&self, role: NodeId, other: NodeId) -> bool {
        let families = self.standings.families(other);
        self.standings.families(role).iter().any(|family| families.contains(family))
    }

    /// How unlike two roles are: whether they share no family of careers, then no setting, then how many levels are between them.
    pub(in crate::catalogue::journeys) fn unlike(&self, role: NodeId, other: NodeId) -> (bool, bool, usize) {
        let footing = |role: NodeId| self.footing.get(role as usize).copied().unwrap_or_default();
        let level = |role| self.open.level(role).map_or(0, |level| level as usize);
        (
            !self.are_kin(role, other),
            !footing(role).shares_a_setting(footing(other)),
            level(role).abs_diff(level(other)),
        )
    }

    /// The numbers of the standings that see a way into a role.
    ///
    /// Who starts with what it asks could go straight there, and need not go by way of another role of the family.
    fn each_that_sees(
        &self,
        role: NodeId,
        outlook: TravellerContext,
        may: impl Fn(EdgeFlags) -> bool,
        mut see: impl FnMut(u32),
    ) {
        let Some(level) = self.open.level(role) else { return };
        let asked = || self.open.ways_into(role).filter(|(_, open)| may(open.traits)).map(|(_, open)| open.asked);
        let in_view = level >= outlook.floor;
        if let Some(least) = asked().min().filter(|_| in_view) {
            (least as u32..Qualification::ALL.len() as u32).for_each(&mut see);
        }
        let beyond_the_start = asked().filter(|asked| !(in_view && outlook.held >= Some(*asked))).min();
        if let Some(least) = beyond_the_start.filter(|_| !outlook.roundabout) {
            for family in self.standings.families(role) {
                self.standings.that_see(*family, level, least).for_each(&mut see);
            }
        }
    }

    /// The ways into a role that are open to people of a standing and may be taken, with the number of each.
    pub(in crate::catalogue::journeys) fn open_ways(
        &self,
        standing: Eligibility,
        role: NodeId,
        rule: Constraints,
    ) -> impl Iterator<Item = (EdgeId, EdgeFlags)> {
        let seen = (self.is_in_view(standing, role) && self.admits(rule, role)).then(|| self.open.ways_into(role));
        let ways = seen.into_iter().flatten();
        let ways = ways.filter(move |(_, open)| open.asked <= standing.held && rule.allows(open.traits));
        ways.map(|(id, open)| (self.first_open() + id, open.traits))
    }

    /// Whether there is such a way.
    pub(in crate::catalogue::journeys) fn sees(&self, standing: Eligibility, role: NodeId, rule: Constraints) -> bool {
        self.open_ways(standing, role, rule).next().is_some()
    }

    fn is_in_view(&self, standing: Eligibility, role: NodeId) -> bool {
        self.open.level(role).is_some_and(|level| level >= standing.floor)
            && standing.family.is_none_or(|family| self.standings.families(role).contains(&family))
    }

    /// How many ways in are open to people of a standing and look as a rule asks.
    pub(in crate::catalogue::journeys) fn count_open_to(&self, standing: Eligibility, rule: Constraints) -> usize {
        self.open.count_open_to(standing, rule)
    }

    /// The ways of study that are open to people of a standing and may be taken: where they lead, their numbers, their traits.
    pub(in crate::catalogue::journeys) fn study_from(
        &self,
        standing: Eligibility,
        rule: Constraints,
    ) -> impl Iterator<Item = (NodeId, EdgeId, EdgeFlags)> {
        let open = self.study.iter().zip(self.first_study()..).filter(move |(study, _)| study.is_open_to(standing));
        let allowed = open.filter(move |(study, _)| rule.allows(study.traits));
        allowed.map(|(study, id)| (self.holding(study.to), id, study.traits))
    }

    /// About how many arrows there are to look at from a place, at either end.
    pub(in crate::catalogue::journeys) fn load(
        &self,
        node: NodeId,
        outlook: TravellerContext,
        rule: Constraints,
        forward: bool,
    ) -> usize {
        match self.standing_at(node, outlook) {
            Some(standing) if forward => self.open.count_open_to(standing, rule),
            Some(standing) if outlook.roundabout == standing.family.is_none() => {
                self.standings.members(node - self.first_standing()).len()
            }
            Some(_) => 1,
            None if forward => self.leaving.row(node).1.len() + 1,
            None => self.arriving.row(node).1.len() + 1,
        }
    }

    /// The place that an arrow from a role or from the registered professional leads to, and what the arrow is.
    pub(in crate::catalogue::journeys) fn what(&self, id: EdgeId) -> Option<(NodeId, EdgeOrigin)> {
        Some((self.leaving.get(id)?.head, *self.what.get(id as usize)?))
    }

    /// The role, or the registered professional, that such an arrow leaves.
    pub(in crate::catalogue::journeys) fn tail(&self, id: EdgeId) -> NodeId {
        self.leaving.row_of(id)
    }

    /// The way in that an arrow that leaves a standing is.
    pub(in crate::catalogue::journeys) fn open(&self, id: EdgeId) -> Option<&QualificationEdge> {
        self.open.get(id.checked_sub(self.first_open())?)
    }

    /// The way of study that an arrow is.
    pub(in crate::catalogue::journeys) fn study(&self, id: EdgeId) -> Option<&Study> {
        self.study.get(id.checked_sub(self.first_study())? as usize)
    }

    /// What is known of an arrow.
    pub(in crate::catalogue::journeys) fn traits(&self, id: EdgeId) -> EdgeFlags {
        let role = self.leaving.get(id).map(|arc| arc.traits);
        let open = || self.open(id).map(|open| open.traits);
        let study = || self.study(id).map(|study| study.traits);
        role.or_else(open).or_else(study).unwrap_or(EdgeFlags::HOLDING)
    }

    fn first_open(&self) -> EdgeId {
        self.leaving.len()
    }

    fn first_study(&self) -> EdgeId {
        self.first_open() + self.open.len()
    }

    /// What one holds by being in a role is inferred, so a way in that rests on it is a grade vaguer than a printed move.
    fn hold(&self, node: NodeId) -> EdgeFlags {
        EdgeFlags::HOLDING.vaguer(u16::from(node <= self.roles))
    }
}

fn must_register(role: &Role) -> bool {
    role.registration_need() == RegistrationNeed::Needed
}
