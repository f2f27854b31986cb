//! The small map: one stop a row, its label beside it, like the line diagram above the doors of a train.
//!
//! It is as narrow as a phone and as tall as it needs to be. What leads into a stop comes to the upper half of its sign, what leads
//! on leaves from the lower half. Moves share vertical tracks as on the large map (`track_sharing`).

use crate::map_layout::corners::cut_corners;
use crate::map_layout::drawing::{Arrowhead, DrawnEdge, Point, SIGN, Track, sign_length};
use crate::map_layout::edge_path::Owner;
use crate::map_layout::label;
use crate::map_layout::label::Face;
use crate::map_layout::plan::{LayoutEdge, Plan, StopIndex};
use crate::map_layout::rows;
use crate::map_layout::track_assignment;
use crate::map_layout::track_assignment::TrackAssignment;
use crate::map_layout::track_dedup::{EndLanes, TrackDedup};
use crate::map_layout::track_sharing;

/// The width of the drawing: what a phone of 320 pixels has room for.
pub const WIDTH: i32 = 288;
/// How wide it may get, and so how much smaller on that phone, for the sake of long words.
const WIDEST: i32 = 320;
/// The size of its letters.
pub const LETTER: i32 = 16;
const NOTE: Face = Face::regular(LETTER);
const HEADING_FACE: Face = Face::bold(LETTER);
/// From one line of a label to the next.
pub const LINE: i32 = 20;
/// The height of a section's heading.
const HEADING: i32 = 38;
/// The least height of a row: a finger must fit.
const ROW: i32 = 48;
/// From one track to the next: wide where there are few, so that branches show.
const PITCH: (i32, i32) = (18, 30);
/// What all tracks together may take, as long as they are not narrower than that.
const TRACKS: i32 = 96;
/// Left of the first track and right of the last.
const MARGIN: i32 = 15;
const TAIL: i32 = 22;
/// However many tracks there are, labels keep this width.
const LABEL: i32 = 126;
/// How far from the middle of a sign paths come in and go out.
const PORT: i32 = 6;

/// The finished small map.
#[derive(Clone, Debug, Default)]
pub struct VerticalLayout {
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
    /// The sections in use.
    pub sections: Vec<SectionHeading>,
    /// Where headings and labels begin.
    pub text: i32,
    /// Its stops, as in [`Plan::stops`].
    pub spots: Vec<Spot>,
    /// The stops in the order of their rows.
    pub order: Vec<StopIndex>,
    /// What to draw of the tracks.
    pub tracks: Vec<Track>,
    /// Where tracks lead upwards into a stop.
    pub arrows: Vec<Arrowhead>,
    /// The whole path of each move, to highlight it.
    pub ways: Vec<DrawnEdge>,
}

/// The heading of a section.
#[derive(Clone, Debug)]
pub struct SectionHeading {
    /// Which level of the plan it is.
    pub level: usize,
    /// Its lines.
    pub lines: Vec<String>,
    /// The base of its first line.
    pub base: i32,
}

/// A stop of the small map.
#[derive(Clone, Debug, Default)]
pub struct Spot {
    /// The middle of its sign.
    pub x: i32,
    /// The middle of its row.
    pub y: i32,
    /// The height of its sign; its width is [`SIGN`].
    pub height: i32,
    /// The height of its row.
    pub row: i32,
    /// The lines of its label.
    pub label: Vec<String>,
    /// The lines of what is said under it.
    pub note: Vec<String>,
}

/// Lays the small map out; levels of the plan are its sections.
#[must_use]
pub fn lay_out(plan: &Plan) -> VerticalLayout {
    let moves = plan.valid_moves();
    let order = rows::in_sections(plan, &moves);
    let mut row = vec![0; plan.stops.len()];
    for (at, &stop) in order.iter().enumerate() {
        row[stop] = at;
    }
    let owners = shared_tracks(&moves, &row);
    let assignment = track_assignment::assign(&moves, &owners, &order, &row);
    let between = (assignment.count - 1).max(1);
    let pitch = (TRACKS / between).clamp(PITCH.0, PITCH.1);
    let edge = MARGIN + pitch * (assignment.count - 1).max(0) + TAIL;
    let least = plan.comfortable.max(edge + LABEL);
    let width = (edge + undivided(plan)).min(WIDEST).max(least);
    let mut layout = VerticalLayout {
        width,
        order,
        text: edge,
        spots: vec![Spot::default(); plan.stops.len()],
        ..VerticalLayout::default()
    };
    layout.stack(plan, &assignment, pitch, edge);
    layout.draw(plan, &moves, &owners, &assignment, pitch);
    layout
}

/// The width of labels that divides no word and no heading.
fn undivided(plan: &Plan) -> i32 {
    let headings = plan.stops.iter().filter_map(|stop| plan.headings.get(stop.first));
    let headings = headings.map(|heading| HEADING_FACE.spaced(heading));
    let labels = plan
        .stops
        .iter()
        .map(|stop| label::undivided(stop.title, stop.face(LETTER), 0).max(label::undivided(stop.note, NOTE, 0)));
    headings.chain(labels).max().unwrap_or(0)
}

/// The owner of the track of each move; moves that run upwards have tracks of their own.
fn shared_tracks(moves: &[LayoutEdge], row: &[usize]) -> Vec<Owner> {
    let down: Vec<LayoutEdge> = moves.iter().copied().filter(|step| row[step.from] < row[step.to]).collect();
    let mut shared = track_sharing::shared(&down).into_iter();
    let owner = |step: &LayoutEdge| {
        if row[step.from] < row[step.to] { shared.next() } else { None }.unwrap_or(Owner::BackInto(step.to))
    };
    moves.iter().map(owner).collect()
}

impl VerticalLayout {
    /// Gives every stop its height.
    fn stack(&mut self, plan: &Plan, assignment: &TrackAssignment, pitch: i32, edge: i32) {
        let mut y = 0;
        for &at in &self.order {
            let stop = &plan.stops[at];
            if self.sections.last().is_none_or(|last| last.level != stop.first) {
                let heading = plan.headings.get(stop.first).copied().unwrap_or_default();
                let lines = label::wrap(heading, HEADING_FACE, self.width - edge, 0);
                let base = y + HEADING - 14;
                y = base + 14 + i32::try_from(lines.len().saturating_sub(1)).unwrap_or(0) * LINE;
                self.sections.push(SectionHeading { level: stop.first, lines, base });
            }
            let lines = label::wrap(stop.title, stop.face(LETTER), self.width - edge, 0);
            let note = label::wrap(stop.note, NOTE, self.width - edge, 0);
            let height = sign_length(stop.marks);
            let row = ROW.max(height + 10).max(i32::try_from(lines.len() + note.len()).unwrap_or(0) * LINE + 10);
            let x = MARGIN + pitch * assignment.of_stop[at];
            self.spots[at] = Spot { x, y: y + row / 2, height, row, label: lines, note };
            y += row;
        }
        self.height = y + 4;
    }

    fn draw(&mut self, plan: &Plan, moves: &[LayoutEdge], owners: &[Owner], assignment: &TrackAssignment, pitch: i32) {
        let mut dedup = TrackDedup::default();
        let mut drawn: Vec<(&LayoutEdge, Owner)> = moves.iter().zip(owners.iter().copied()).collect();
        drawn.sort_by_key(|(step, _)| step.kind);
        for (step, owner) in drawn {
            let x = MARGIN + pitch * assignment.of_track.get(&owner).copied().unwrap_or(0);
            let (from, to) = (&self.spots[step.from], &self.spots[step.to]);
            let lanes = EndLanes { from: plan.stops[step.from].lane, to: plan.stops[step.to].lane };
            let mut corners: Vec<Point> =
                vec![(from.x, from.y + PORT), (x, from.y + PORT), (x, to.y - PORT), (to.x, to.y - PORT)];
            if matches!(owner, Owner::BackInto(_)) {
                let side = if x > to.x { 1 } else { -1 };
                let tip = (to.x + side * (SIGN / 2 + 3), to.y - PORT);
                corners.pop();
                corners.push(tip);
                self.arrows.push(Arrowhead { lane: lanes.to, tip, points_right: side < 0 });
            }
            corners.dedup();
            // The part before the track is coloured as where it starts, a track as the stop it belongs to.
            let is_own = matches!(owner, Owner::From(_)) || from.x != x;
            let path = cut_corners(&corners, 1);
            let lanes = if is_own { lanes } else { EndLanes { from: lanes.to, to: lanes.to } };
            dedup.add(step.kind, &path, lanes);
            self.ways.push(DrawnEdge { of: *step, points: path.points });
        }
        self.arrows.sort();
        self.arrows.dedup();
        self.tracks = dedup.finish();
    }
}
