//! Every place and every arrow between two places, in flat arrays, found from either end.
//!
//! Places are numbered: the roles (in their order in the graph, by title), the registered professional, the six
//! qualifications, then the standings, which are no stops.

use super::super::graph::RoleGraph;
use super::super::reference::QualificationInfo;
use super::super::role::Role;
use super::super::vocabulary::{Level, Qualification, Term};
use super::arrows;
use super::open_ways::{Open, OpenWays};
use super::rows::Rows;
use super::standing::{Standing, Standings};
use super::traits::{Footing, Traits, Way};

/// A place by its number.
pub(super) type Node = u32;

/// An arrow by its number: those that leave roles, then the open ways in, then study.
pub(super) type ArcId = u32;

/// The number of every arrow that is no step: one holds something by being where one is.
pub(super) const HOLD: ArcId = ArcId::MAX;

/// An arrow that leaves a role or the registered professional.
#[derive(Clone, Copy, Debug)]
pub(super) struct Arc {
    pub(super) head: Node,
    pub(super) traits: Traits,
    pub(super) what: What,
}

/// What such an arrow is, in the terms of the data.
#[derive(Clone, Copy, Debug)]
pub(super) enum What {
    /// This progression of the role it leaves, made by this entry route of the role it leads to.
    Progression { progression: u32, route: Option<u32> },
    /// This entry route of the role it leads to.
    Entry { route: u32 },
    /// The registered professional's share in another arrow.
    Shared { arc: ArcId },
}

/// A way of study from one qualification to a higher one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Study {
    from: Qualification,
    pub(super) to: Qualification,
    /// Which climb of the qualification it leads to.
    pub(super) climb: usize,
    traits: Traits,
}

/// What a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Role,
    Registered,
    Qualification(Qualification),
    Standing,
}

/// Whose journey it is: which ways in somebody looks at depends on where the journey began.
#[derive(Clone, Copy, Debug)]
pub(super) struct Outlook {
    start: Node,
    floor: Level,
    /// Whether every role on the way counts like the start, and every level will do.
    pub(super) roundabout: bool,
}

/// All places and arrows.
#[derive(Debug)]
pub(super) struct Network {
    pub(super) roles: u32,
    leaving: Rows<Arc>,
    arriving: Rows<(Node, ArcId, Traits)>,
    open: OpenWays,
    study: Vec<Study>,
    standings: Standings,
    held: Vec<Qualification>,
    footing: Vec<Footing>,
}

impl Network {
    pub(super) fn new(graph: &RoleGraph, qualifications: &[QualificationInfo]) -> Self {
        let found = arrows::find(graph);
        let roles = graph.roles().len();
        let standings = Standings::new(graph, &found.held);
        let footing = |(role, held): (&Role, &Qualification)| Footing::new(&role.settings, *held);
        Self {
            roles: roles as u32,
            arriving: found.leaving.reversed(roles, |tail, id, arc| (arc.head, (tail, id, arc.traits))),
            leaving: found.leaving,
            open: OpenWays::new(graph, found.open, &standings),
            study: study(qualifications),
            standings,
            footing: graph.roles().iter().zip(&found.held).map(footing).collect(),
            held: found.held,
        }
    }

    /// The number of places.
    pub(super) fn places(&self) -> usize {
        (self.first_standing() + self.standings.len()) as usize
    }

    /// The bytes that the arrays take.
    pub(super) fn bytes(&self) -> usize {
        let arrows = self.leaving.bytes() + self.arriving.bytes() + self.open.bytes();
        arrows + self.standings.bytes() + self.held.len() + self.footing.len()
    }

    pub(super) fn registered(&self) -> Node {
        self.roles
    }

    pub(super) fn holding(&self, qualification: Qualification) -> Node {
        self.roles + 1 + qualification as u32
    }

    fn first_standing(&self) -> Node {
        self.roles + 1 + Qualification::ALL.len() as u32
    }

    pub(super) fn kind(&self, node: Node) -> Kind {
        if node < self.roles {
            Kind::Role
        } else if node >= self.first_standing() {
            Kind::Standing
        } else {
            let held = node.checked_sub(self.roles + 1).and_then(|place| Qualification::ALL.get(place as usize));
            held.map_or(Kind::Registered, |held| Kind::Qualification(*held))
        }
    }

    /// The outlook of somebody who starts at a place. One who starts in a role does not look below its level.
    pub(super) fn outlook(&self, start: Node, roundabout: bool) -> Outlook {
        let floor = self.open.level(start).filter(|_| !roundabout).unwrap_or(Level::Entry);
        Outlook { start, floor, roundabout }
    }

    /// The footing of a place, if it is a role.
    pub(super) fn footing(&self, node: Node) -> Option<Footing> {
        self.footing.get(node as usize).copied()
    }

    /// The places that stand for the standings of somebody at a place.
    ///
    /// Where the journey starts, and with a qualification in hand, one looks at all families of careers. In a role on the way
    /// one looks no further than its own: nobody tells a school leaver to train in pharmacy so as to study dentistry.
    pub(super) fn standings_of(&self, node: Node, outlook: Outlook) -> impl Iterator<Item = Node> {
        let (of_all, of_role): (_, &[u32]) = match self.kind(node) {
            Kind::Role if outlook.roundabout || node == outlook.start => (self.held.get(node as usize).copied(), &[]),
            Kind::Role => (None, self.standings.of_role(node)),
            Kind::Qualification(held) => (Some(held), &[]),
            Kind::Registered | Kind::Standing => (None, &[]),
        };
        of_all.map(|held| held as u32).into_iter().chain(of_role.iter().copied()).map(|it| self.first_standing() + it)
    }

    /// The standing that a place stands for.
    pub(super) fn standing_at(&self, node: Node, outlook: Outlook) -> Option<Standing> {
        let standing = self.standings.get(node.checked_sub(self.first_standing())?)?;
        Some(if standing.family.is_none() { Standing { floor: outlook.floor, ..standing } } else { standing })
    }

    /// Whether people of a standing see a way into a role that belongs to the same kind of ways and passes a test.
    pub(super) fn sees(&self, standing: Standing, role: Node, test: impl Fn(Traits) -> bool) -> bool {
        self.open.level(role).is_some_and(|level| level >= standing.floor)
            && standing.family.is_none_or(|family| self.standings.families(role).contains(&family))
            && self.open.ways_into(role).any(|(_, open)| open.asked <= standing.held && test(open.traits))
    }

    /// Every arrow that leaves a place: where it leads, its number, its traits.
    pub(super) fn each_leaving(&self, node: Node, outlook: Outlook, mut see: impl FnMut(Node, ArcId, Traits)) {
        if let Some(standing) = self.standing_at(node, outlook) {
            for (id, open) in self.open.open_to(standing) {
                see(open.head, self.first_open() + id, open.traits);
            }
            if standing.family.is_none() {
                for (study, id) in self.study.iter().zip(self.first_study()..) {
                    if study.from <= standing.held && standing.held < study.to {
                        see(self.holding(study.to), id, study.traits);
                    }
                }
            }
            return;
        }
        let (first, arcs) = self.leaving.row(node);
        for (arc, id) in arcs.iter().zip(first..) {
            see(arc.head, id, arc.traits);
        }
        for standing in self.standings_of(node, outlook) {
            see(standing, HOLD, self.hold(node));
        }
    }

    /// Every arrow that leads to a place: where it starts, its number, its traits.
    pub(super) fn each_arriving(&self, node: Node, outlook: Outlook, mut see: impl FnMut(Node, ArcId, Traits)) {
        match self.kind(node) {
            Kind::Role => {
                for (tail, id, traits) in self.arriving.row(node).1 {
                    see(*tail, *id, *traits);
                }
                for (id, open) in self.open.ways_into(node) {
                    self.each_that_sees(node, open, outlook, |standing| {
                        see(self.first_standing() + standing, self.first_open() + id, open.traits);
                    });
                }
            }
            Kind::Registered => {}
            Kind::Qualification(to) => {
                for (study, id) in self.study.iter().zip(self.first_study()..).filter(|(study, _)| study.to == to) {
                    for held in study.from as u32..to as u32 {
                        see(self.first_standing() + held, id, study.traits);
                    }
                }
            }
            Kind::Standing => {
                let number = node - self.first_standing();
                let of_all = Qualification::ALL.get(number as usize);
                let places = of_all.map(|held| self.holding(*held));
                let start = of_all.filter(|held| self.held.get(outlook.start as usize) == Some(*held));
                let few = places.into_iter().chain(start.map(|_| outlook.start));
                let everybody = outlook.roundabout == of_all.is_some();
                let many = if everybody { self.standings.members(number) } else { &[] };
                for place in few.chain(many.iter().copied()) {
                    see(place, HOLD, self.hold(place));
                }
            }
        }
    }

    /// The numbers of the standings that see a way in.
    fn each_that_sees(&self, role: Node, open: &Open, outlook: Outlook, mut see: impl FnMut(u32)) {
        let Some(level) = self.open.level(role) else { return };
        if level >= outlook.floor {
            (open.asked as u32..Qualification::ALL.len() as u32).for_each(&mut see);
        }
        if !outlook.roundabout {
            for family in self.standings.families(role) {
                self.standings.that_see(*family, level, open.asked).for_each(&mut see);
            }
        }
    }

    /// About how many arrows there are to look at from a place, at either end.
    pub(super) fn load(&self, node: Node, outlook: Outlook, forward: bool) -> usize {
        match self.standing_at(node, outlook) {
            Some(standing) if forward => self.open.count_open_to(standing),
            Some(standing) if outlook.roundabout == standing.family.is_none() => {
                self.standings.members(node - self.first_standing()).len()
            }
            Some(_) => 1,
            None if forward => self.leaving.row(node).1.len() + 1,
            None => self.arriving.row(node).1.len() + 1,
        }
    }

    /// What an arrow that leaves a role or the registered professional is.
    pub(super) fn arc(&self, id: ArcId) -> Option<&Arc> {
        self.leaving.get(id)
    }

    /// The role, or the registered professional, that such an arrow leaves.
    pub(super) fn tail(&self, id: ArcId) -> Node {
        self.leaving.row_of(id)
    }

    /// The way in that an arrow that leaves a standing is.
    pub(super) fn open(&self, id: ArcId) -> Option<&Open> {
        self.open.get(id.checked_sub(self.first_open())?)
    }

    /// The way of study that an arrow is.
    pub(super) fn study(&self, id: ArcId) -> Option<&Study> {
        self.study.get(id.checked_sub(self.first_study())? as usize)
    }

    /// What is known of an arrow.
    pub(super) fn traits(&self, id: ArcId) -> Traits {
        let role = self.arc(id).map(|arc| arc.traits);
        let open = || self.open(id).map(|open| open.traits);
        let study = || self.study(id).map(|study| study.traits);
        role.or_else(open).or_else(study).unwrap_or(Traits::HOLDING)
    }

    fn first_open(&self) -> ArcId {
        self.leaving.len()
    }

    fn first_study(&self) -> ArcId {
        self.first_open() + self.open.len()
    }

    /// What one holds by being in a role is inferred, so a way in that rests on it is a grade vaguer than a printed move.
    fn hold(&self, node: Node) -> Traits {
        Traits::HOLDING.vaguer(u16::from(node < self.roles))
    }
}

fn study(qualifications: &[QualificationInfo]) -> Vec<Study> {
    let of_one = |info: &QualificationInfo| {
        let to = info.qualification;
        let study =
            info.climbs.iter().enumerate().filter(move |(_, climb)| climb.from < to).map(move |(index, climb)| {
                let traits = Traits::of_way(Way::Study)
                    .with(Traits::EARNS, climb.earn == Some(true))
                    .with(Traits::UNPAID, climb.earn == Some(false))
                    .with(Traits::DEGREE, to >= Qualification::Degree)
                    .with(Traits::UNKNOWN_LENGTH, climb.months.is_none());
                Study { from: climb.from, to, climb: index, traits }
            });
        study.collect::<Vec<_>>()
    };
    qualifications.iter().flat_map(of_one).collect()
}
