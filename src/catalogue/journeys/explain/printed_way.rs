//! The way that printed progressions alone make, to be named where it is none of those shown.

use std::collections::{BTreeMap, VecDeque};

use crate::catalogue::journeys::journey::{Journey, Step};
use crate::catalogue::journeys::journey_builder::JourneyBuilder;
use crate::catalogue::journeys::network::edge::NodeId;
use crate::catalogue::journeys::search::a_star::EdgeStep;
use crate::catalogue::model::reference::QualificationInfo;

/// The most moves of such a way.
const MOST_MOVES: usize = 3;

/// The fewest printed progressions that lead from one role to another.
#[derive(Clone, Debug)]
pub struct PrintedWay<'a> {
    /// They, in order.
    pub moves: Vec<PrintedMove<'a>>,
}

/// One of them, as a source prints it.
#[derive(Clone, Copy, Debug)]
pub struct PrintedMove<'a> {
    /// The move, without the study that one may need before.
    pub step: Step<'a>,
    /// The qualification that one must gain before, where everybody in the role holds less.
    pub lacks: Option<&'a QualificationInfo>,
}

impl<'a> PrintedWay<'a> {
    /// The way from a node to a goal, by breadth-first search; none where there is none so short, or where a journey that is shown
    /// leads through the same roles.
    pub fn beside(journeys: &[Journey<'a>], builder: &JourneyBuilder<'a>, start: NodeId, goal: NodeId) -> Option<Self> {
        let roles = shortest(builder, start, goal)?;
        let is_shown = journeys.iter().any(|journey| {
            let stops = journey.steps.iter().filter_map(|step| step.to.role()).map(|role| role.index.0);
            stops.eq(roles.iter().skip(1).copied())
        });
        if is_shown {
            return None;
        }
        let context = builder.network.context(start, goal, true);
        let mut moves = Vec::new();
        for pair in roles.windows(2) {
            let [from, to] = pair else { continue };
            let (id, edge) = builder.network.best_edge(*from, *to)?;
            let held = builder.network.held_at(*from, context);
            let (from, to, studied) = (*from, *to, edge.asked);
            let step = EdgeStep { from, to, edge: id, cost: edge.cost(), flags: edge.flags, held, studied, climbs: 0 };
            let step = builder.steps(&step, &[])?.pop()?;
            let lacks = (studied > held).then(|| builder.lists.qualifications.get(studied.position())).flatten();
            moves.push(PrintedMove { step, lacks });
        }
        Some(Self { moves })
    }
}

/// The nodes of the fewest printed progressions from a role to another, in the order in which they were written.
fn shortest(builder: &JourneyBuilder<'_>, start: NodeId, goal: NodeId) -> Option<Vec<NodeId>> {
    let mut before = BTreeMap::from([(start, None)]);
    let mut queue = VecDeque::from([(start, 0)]);
    while let Some((node, moves)) = queue.pop_front() {
        if node == goal {
            let back = std::iter::successors(Some(node), |node| before.get(node).copied().flatten());
            let mut path: Vec<NodeId> = back.collect();
            path.reverse();
            return Some(path);
        }
        let next = builder.role(node).into_iter().flat_map(|role| builder.graph.successors(role));
        for step in next.filter(|_| moves < MOST_MOVES) {
            let to = step.to.index.0;
            before.entry(to).or_insert_with(|| {
                queue.push_back((to, moves + 1));
                Some(node)
            });
        }
    }
    None
}
