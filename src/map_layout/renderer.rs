//! Coordinate assignment: from cells and lines to points, in CSS pixels.

use std::collections::BTreeMap;

use crate::map_layout::cell::{Gutter, Row};
use crate::map_layout::columns::Columns;
use crate::map_layout::corners::{CutPath, cut_corners};
use crate::map_layout::drawing::{
    Arrowhead, ColumnArea, Drawing, DrawnEdge, LABEL_DROP, LETTER, LINE, LaneArea, NAME, NAME_LETTER, NAME_LINE, SIGN,
    Station, sign_length,
};
use crate::map_layout::edge_path::{EdgePath, EdgePaths, Height, Net, Owner, Side, TrackLine};
use crate::map_layout::grid::Grid;
use crate::map_layout::label;
use crate::map_layout::label::Face;
use crate::map_layout::plan::{Lane, LayoutStop, Plan, StopIndex};
use crate::map_layout::track_dedup::{EndLanes, TrackDedup};

/// The narrowest and the widest label.
const LABEL: (i32, i32) = (112, 200);
/// The letters of the name of a lane.
const LANE_FACE: Face = Face::bold(NAME_LETTER);
/// A name of a lane breaks into lines of this width, as the first column has to be as wide as the name and its mark.
const NAME_ROOM: i32 = 144;
/// The letters of what is said under a label.
const NOTE_FACE: Face = Face::regular(LETTER);
/// The letters of the name of a level.
const HEADING_FACE: Face = Face::bold(LETTER);
/// How far into the gutter beside it a label may reach where a reader spaces it out.
const SPARE: i32 = EMPTY_GUTTER - 6;
/// Around the drawing.
const MARGIN: i32 = 12;
/// Above the stations of a lane: room for its name.
const HEADING: i32 = 40;
/// Under the stations of a lane.
const FOOT: i32 = 6;
/// Above all lanes: room for the names of the levels.
const TOP: i32 = 40;
/// Between a label and the next row.
const ROW_GAP: i32 = 12;
/// From one track to the next beside it.
const PITCH: i32 = 8;
/// From a label to the first track of a gutter, and from the last to the next station.
const LEAD: i32 = 12;
const TAIL: i32 = 18;
/// Between the name of a lane and a track.
const NAME_GAP: i32 = 6;
/// The width of a gutter without tracks.
const EMPTY_GUTTER: i32 = 26;
/// How far the shoulder of a station is above its middle.
const SHOULDER: i32 = 7;
/// From the middle of a row up to the first line above its stations.
const ABOVE: i32 = SIGN / 2 + 13;

/// Draws the map.
pub(super) fn draw(plan: &Plan, columns: &Columns, grid: &Grid, order: &[Lane], routes: &EdgePaths) -> Drawing {
    let coordinates = Coordinates::new(plan, grid, order, routes);
    let headings = columns.level.iter().zip(&coordinates.column_left);
    let heading = |(&level, left): (&usize, &i32)| {
        plan.headings.get(level).map_or(0, |heading| left + HEADING_FACE.spaced(heading))
    };
    let width = headings.map(heading).max().unwrap_or(0).max(coordinates.width);
    let mut drawing = Drawing { width, ..Drawing::default() };
    for (at, stop) in plan.stops.iter().enumerate() {
        drawing.stations.push(coordinates.station(grid, at, stop));
    }
    for (position, &lane) in order.iter().enumerate() {
        let Band { top, height } = coordinates.bands[position];
        let name = (coordinates.column_left.first().copied().unwrap_or(MARGIN) + NAME.0, top + NAME.1);
        let (name_lines, name_width) = (name_lines(plan, lane), name_width(plan, lane));
        drawing.bands.push(LaneArea { lane, top, height, name, name_lines, name_width });
        drawing.height = top + height + MARGIN;
    }
    for (column, &level) in columns.level.iter().enumerate() {
        let gutter = |at: usize| if at == 0 { 0 } else { coordinates.gutter_left[at] };
        let right = if column + 1 == grid.columns { drawing.width } else { gutter(column + 1) };
        match drawing.zones.last_mut().filter(|zone| zone.level == level) {
            Some(zone) => zone.width = right - zone.left,
            None => drawing.zones.push(ColumnArea {
                level,
                left: gutter(column),
                width: right - gutter(column),
                text: coordinates.column_left[column],
            }),
        }
    }
    let mut dedup = TrackDedup::default();
    let mut drawn: Vec<&EdgePath> = routes.all.iter().collect();
    drawn.sort_by_key(|route| route.of.kind);
    for route in drawn {
        let path = coordinates.path(&drawing.stations, route);
        let (from, to) = (plan.stops[route.of.from].lane, plan.stops[route.of.to].lane);
        dedup.add(route.of.kind, &path, EndLanes { from, to });
        if let Some(&tip) = path.points.last().filter(|_| route.entry == Side::Right) {
            drawing.arrows.push(Arrowhead { lane: to, tip, points_right: false });
        }
        drawing.ways.push(DrawnEdge { of: route.of, points: path.points });
    }
    drawing.arrows.sort();
    drawing.arrows.dedup();
    drawing.tracks = dedup.finish();
    drawing
}

/// The lines of what a lane is called.
fn name_lines(plan: &Plan, lane: Lane) -> Vec<String> {
    plan.names.get(lane).map_or_else(Vec::new, |name| label::wrap(name, LANE_FACE, NAME_ROOM, SPARE))
}

/// The width of what a lane is called.
fn name_width(plan: &Plan, lane: Lane) -> i32 {
    name_lines(plan, lane).iter().map(|line| LANE_FACE.width(line)).max().unwrap_or(0)
}

/// The width of the widest name of the lanes that tracks of a gutter pass.
fn widest_passed(plan: &Plan, order: &[Lane], routes: &EdgePaths, gutter: Gutter) -> i32 {
    let turns = routes.all.iter().flat_map(|route| &route.turns).filter(|turn| turn.net.gutter == gutter);
    let lanes =
        turns.map(|turn| (turn.enter.row.lane.min(turn.leave.row.lane), turn.enter.row.lane.max(turn.leave.row.lane)));
    // The name is at the top of its lane: a track that begins below does not meet it.
    let passed = lanes.flat_map(|(upper, lower)| order.get(upper + 1..=lower).into_iter().flatten());
    passed.map(|&lane| name_width(plan, lane)).max().unwrap_or(0)
}

/// The vertical extent of a lane.
#[derive(Clone, Copy)]
struct Band {
    top: i32,
    height: i32,
}

/// The lines of a stop's label, and of what is said under it.
struct StopWords {
    label: Vec<String>,
    note: Vec<String>,
}

/// The coordinates of rows, columns, gutters and tracks.
struct Coordinates {
    width: i32,
    label_width: i32,
    /// The top and the height of each lane, in their order.
    bands: Vec<Band>,
    middle: BTreeMap<Row, i32>,
    /// The left edges of gutters and of columns.
    gutter_left: Vec<i32>,
    column_left: Vec<i32>,
    vertical: BTreeMap<Net, i32>,
    /// How many lines are below each line above its row.
    stacking: BTreeMap<TrackLine, i32>,
}

impl Coordinates {
    fn new(plan: &Plan, grid: &Grid, order: &[Lane], routes: &EdgePaths) -> Self {
        let tracks: Vec<SideBySide> = routes.order.iter().map(|nets| side_by_side(nets, routes)).collect();
        let gutter_width = |at: usize| match tracks.get(at).map_or(0, |tracks| tracks.count) {
            0 if at == 0 || at == grid.columns => 0,
            0 => EMPTY_GUTTER,
            count => LEAD + PITCH * (count - 1) + TAIL,
        };
        let gutters: i32 = (0..=grid.columns).map(gutter_width).sum();
        let count = i32::try_from(grid.columns).unwrap_or(i32::MAX).max(1);
        // No track may run through the name of a lane that it passes, in whichever gutter: the first column makes room.
        let room_before = |at: usize| (1..at).map(|before| gutter_width(before) + LABEL.0).sum::<i32>();
        let needed = |at| NAME.0 + widest_passed(plan, order, routes, at) + NAME_GAP - LEAD - room_before(at);
        let names = (1..=grid.columns).map(needed).max().unwrap_or(0);
        let even = (plan.comfortable - gutters - 2 * MARGIN) / count;
        let beside = (plan.comfortable - gutters - 2 * MARGIN - names) / (count - 1).max(1);
        let undivided = |stop: &LayoutStop| {
            let note = label::undivided(stop.note, NOTE_FACE, SPARE);
            label::undivided(stop.title, stop.face(LETTER), SPARE).max(note)
        };
        let words = plan.stops.iter().map(undivided).max();
        let least = words.unwrap_or(0).clamp(LABEL.0, LABEL.1);
        let label_width = if names > even { beside } else { even }.clamp(least, LABEL.1);
        let first_width = label_width.max(names);
        let mut coordinates = Self {
            width: 0,
            label_width,
            bands: Vec::new(),
            middle: BTreeMap::new(),
            gutter_left: Vec::new(),
            column_left: Vec::new(),
            vertical: BTreeMap::new(),
            stacking: stack_lines(routes),
        };
        let mut x = MARGIN;
        for gutter in 0..=grid.columns {
            coordinates.gutter_left.push(x);
            if let Some(tracks) = tracks.get(gutter) {
                coordinates.vertical.extend(tracks.places.iter().map(|(net, place)| (*net, x + LEAD + PITCH * place)));
            }
            x += gutter_width(gutter);
            if gutter < grid.columns {
                coordinates.column_left.push(x);
                x += if gutter == 0 { first_width } else { label_width };
            }
        }
        coordinates.width = coordinates.right_end(plan, grid).max(x) + MARGIN;
        coordinates.stack_rows(plan, grid, order);
        coordinates
    }

    /// The right end of the words that end furthest to the right where a reader spaces them out.
    fn right_end(&self, plan: &Plan, grid: &Grid) -> i32 {
        let left = |column: usize| self.column_left.get(column).copied().unwrap_or(MARGIN);
        let names = (0..plan.names.len()).flat_map(|lane| name_lines(plan, lane));
        let names = names.map(|line| left(0) + NAME.0 + LANE_FACE.spaced(&line));
        let labels = plan.stops.iter().zip(&grid.placements).flat_map(|(stop, placement)| {
            let (face, left) = (stop.face(LETTER), left(placement.columns.first));
            let StopWords { label, note } = self.words(stop);
            let label = label.into_iter().map(move |line| left + face.spaced(&line));
            label.chain(note.into_iter().map(move |line| left + NOTE_FACE.spaced(&line)))
        });
        names.chain(labels).max().unwrap_or(0)
    }

    fn stack_rows(&mut self, plan: &Plan, grid: &Grid, order: &[Lane]) {
        let mut lines: BTreeMap<Row, i32> = BTreeMap::new();
        for (stop, placement) in plan.stops.iter().zip(&grid.placements) {
            let StopWords { label, note } = self.words(stop);
            let count = label.len() + note.len();
            let tallest = lines.entry(placement.row).or_default();
            *tallest = (*tallest).max(i32::try_from(count).unwrap_or(1));
        }
        let mut stacking: BTreeMap<Row, i32> = BTreeMap::new();
        for (line, position) in &self.stacking {
            let tallest = stacking.entry(line.row).or_default();
            *tallest = (*tallest).max(position + 1);
        }
        let mut y = TOP;
        for (lane, &rows) in grid.rows.iter().enumerate() {
            let top = y;
            let name_lines = order.get(lane).map_or(0, |&lane| name_lines(plan, lane).len());
            y += HEADING + NAME_LINE * i32::try_from(name_lines.saturating_sub(1)).unwrap_or(0);
            for row in (0..rows).map(|row| Row { lane, row }) {
                let above = stacking.get(&row).map_or(0, |count| count * PITCH + 4);
                let middle = y + above + SIGN;
                let label = lines.get(&row).map_or(0, |count| LABEL_DROP + (count - 1) * LINE + 6);
                self.middle.insert(row, middle);
                y = middle + label.max(SIGN) + ROW_GAP - SIGN / 2;
            }
            y += FOOT;
            self.bands.push(Band { top, height: y - top });
        }
    }

    fn station(&self, grid: &Grid, at: StopIndex, stop: &LayoutStop) -> Station {
        let placement = grid.placements[at];
        let x = self.column_left[placement.columns.first];
        let long = self.column_left[placement.columns.last] - x;
        let face = stop.face(LETTER);
        let StopWords { label, note } = self.words(stop);
        let widths = label.iter().map(|line| face.width(line)).chain(note.iter().map(|line| NOTE_FACE.width(line)));
        let label_width = widths.max().unwrap_or(0);
        Station { x, y: self.height_of(placement.row), width: sign_length(stop.marks) + long, label, note, label_width }
    }

    /// The words of a stop, broken into lines that fit.
    fn words(&self, stop: &LayoutStop) -> StopWords {
        StopWords {
            label: label::wrap(stop.title, stop.face(LETTER), self.label_width, SPARE),
            note: label::wrap(stop.note, NOTE_FACE, self.label_width, SPARE),
        }
    }

    fn height_of(&self, row: Row) -> i32 {
        self.middle.get(&row).copied().unwrap_or(0)
    }

    fn height_of_line(&self, line: TrackLine) -> i32 {
        let middle = self.height_of(line.row);
        match line.height {
            Height::Middle => middle,
            Height::Shoulder => middle - SHOULDER,
            Height::Above(_) => middle - ABOVE - PITCH * self.stacking.get(&line).copied().unwrap_or(0),
        }
    }

    /// The path of a move with its corners cut, up to the end of the part that belongs to where it starts.
    fn path(&self, stations: &[Station], route: &EdgePath) -> CutPath {
        let (from, to) = (&stations[route.of.from], &stations[route.of.to]);
        let mut points = vec![match route.exit {
            Side::Right => (from.x + from.width - SIGN / 2, from.y),
            Side::Left => (from.x + SIGN / 2, from.y - SHOULDER),
        }];
        // A track of what leaves a stop has its colour, up to the line that leads into the next.
        let own: usize = route
            .turns
            .iter()
            .map(|turn| match (turn.net.owner, turn.leave.height) {
                (Owner::From(_) | Owner::BackFrom(_), Height::Above(Owner::From(_) | Owner::BackFrom(_))) => 2,
                (Owner::From(_) | Owner::BackFrom(_), _) => 1,
                _ => 0,
            })
            .sum();
        for turn in route.turns.iter().filter(|turn| turn.enter != turn.leave) {
            let Some(&x) = self.vertical.get(&turn.net) else { continue };
            points.push((x, self.height_of_line(turn.enter)));
            points.push((x, self.height_of_line(turn.leave)));
        }
        points.push(match route.entry {
            Side::Left => (to.x + SIGN / 2, to.y),
            Side::Right => (to.x + to.width + 3, to.y - SHOULDER),
        });
        cut_corners(&points, own + 1)
    }
}

/// The places of the tracks of a gutter, from the left.
struct SideBySide {
    places: BTreeMap<Net, i32>,
    count: i32,
}

/// The rows that a track meets, from the first to the last.
struct RowSpan {
    upper: Row,
    lower: Row,
}

/// Gives each track, in their order, the first place right of all tracks before it that overlap it.
fn side_by_side(nets: &[Net], routes: &EdgePaths) -> SideBySide {
    let mut extents: BTreeMap<Net, RowSpan> = BTreeMap::new();
    for turn in routes.all.iter().flat_map(|route| &route.turns) {
        let (upper, lower) = (turn.enter.row.min(turn.leave.row), turn.enter.row.max(turn.leave.row));
        let rows = extents.entry(turn.net).or_insert(RowSpan { upper, lower });
        *rows = RowSpan { upper: rows.upper.min(upper), lower: rows.lower.max(lower) };
    }
    let mut places: BTreeMap<Net, i32> = BTreeMap::new();
    let mut count = 0;
    for (at, net) in nets.iter().enumerate() {
        let Some(rows) = extents.get(net) else { continue };
        let overlaps = |other: &&Net| {
            extents.get(*other).is_some_and(|other| other.upper <= rows.lower && rows.upper <= other.lower)
        };
        let right_of = nets[..at].iter().filter(overlaps).filter_map(|other| places.get(other)).max();
        let place = right_of.map_or(0, |place| place + 1);
        places.insert(*net, place);
        count = count.max(place + 1);
    }
    SideBySide { places, count }
}

/// The gutters that a line meets, from the first to the last.
struct GutterSpan {
    first: Gutter,
    last: Gutter,
}

/// How many lines are below each line above a row: lines that share a gutter are stacked, each in the lowest free position.
fn stack_lines(routes: &EdgePaths) -> BTreeMap<TrackLine, i32> {
    let mut spans: BTreeMap<TrackLine, GutterSpan> = BTreeMap::new();
    for route in &routes.all {
        for pair in route.turns.windows(2) {
            let [here, next] = pair else { continue };
            let (first, last) = (here.net.gutter.min(next.net.gutter), here.net.gutter.max(next.net.gutter));
            let span = spans.entry(here.leave).or_insert(GutterSpan { first, last });
            *span = GutterSpan { first: span.first.min(first), last: span.last.max(last) };
        }
    }
    let mut stacking: BTreeMap<TrackLine, i32> = BTreeMap::new();
    for (line, span) in &spans {
        let taken: Vec<i32> = stacking
            .iter()
            .filter(|(other, _)| other.row == line.row)
            .filter(|(other, _)| {
                spans.get(other).is_some_and(|other| other.first <= span.last && span.first <= other.last)
            })
            .map(|(_, position)| *position)
            .collect();
        let position = (0..).find(|position| !taken.contains(position)).unwrap_or(0);
        stacking.insert(*line, position);
    }
    stacking
}
