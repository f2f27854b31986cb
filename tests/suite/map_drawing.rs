//! How good the drawings of maps are: how often tracks cross, and whether any runs through a station or a label.

use std::collections::{BTreeMap, BTreeSet};

use career_pathways::map_layout::vertical_layout;
use career_pathways::map_layout::vertical_layout::VerticalLayout;
use career_pathways::map_layout::{
    Drawing, DrawnEdge, LABEL_DROP, LINE, LaneArea, LayoutEdge, LayoutStop, LineKind, NAME_LETTER, NAME_LINE, Plan,
    Point, SIGN, Station, lay_out,
};
use proptest::prelude::*;

/// A rectangle: left, top, right, bottom.
type Area = (i32, i32, i32, i32);

/// How often two tracks cross. Tracks that part or meet do not.
pub fn crossings(drawing: &Drawing) -> usize {
    let stretches: Vec<(Point, Point)> =
        drawing.tracks.iter().flat_map(|track| track.points.windows(2)).filter_map(as_pair).collect();
    let level = stretches.iter().filter(|(from, to)| from.1 == to.1);
    level.map(|&one| stretches.iter().filter(|&&other| is_crossed(one, other)).count()).sum()
}

/// How many ways run through a station that they do not lead from or to, through any label, or through a lane's name.
pub fn struck(drawing: &Drawing) -> usize {
    let strikes = |way: &DrawnEdge| {
        let hit = |area: Area| way.points.windows(2).filter_map(as_pair).any(|(from, to)| touches(from, to, area));
        let hits_a_name = drawing.bands.iter().any(|band| hit(name_area(band)));
        hits_a_name
            || drawing.stations.iter().enumerate().any(|(at, station)| {
                let is_end = at == way.of.from || at == way.of.to;
                hit(label_area(station)) || !is_end && hit(sign_area(station))
            })
    };
    drawing.ways.iter().filter(|way| strikes(way)).count()
}

/// How many pairs of stations overlap, signs and labels taken together.
pub fn overlaps(drawing: &Drawing) -> usize {
    let areas: Vec<[Area; 2]> = drawing.stations.iter().map(|it| [sign_area(it), label_area(it)]).collect();
    let meet = |a: &Area, b: &Area| a.0 < b.2 && b.0 < a.2 && a.1 < b.3 && b.1 < a.3;
    let pairs = areas.iter().enumerate().flat_map(|(at, one)| areas.iter().skip(at + 1).map(move |other| (one, other)));
    pairs.filter(|(one, other)| one.iter().any(|a| other.iter().any(|b| meet(a, b)))).count()
}
/// How many tracks run through the sign of a stop that they do not serve.
fn strip_struck(strip: &VerticalLayout) -> usize {
    let mut signs: BTreeMap<i32, Vec<(i32, i32)>> = BTreeMap::new();
    for spot in &strip.spots {
        signs.entry(spot.x).or_default().push((spot.y - spot.height / 2, spot.y + spot.height / 2));
    }
    let upright = strip.tracks.iter().flat_map(|track| track.points.windows(2)).filter_map(|pair| match pair {
        &[from, to] if from.0 == to.0 => Some((from.0, from.1.min(to.1), from.1.max(to.1))),
        _ => None,
    });
    upright
        .filter(|(x, top, bottom)| {
            signs.get(x).is_some_and(|signs| signs.iter().any(|sign| *top < sign.0 && sign.1 < *bottom))
        })
        .count()
}

fn as_pair(pair: &[Point]) -> Option<(Point, Point)> {
    Some((*pair.first()?, *pair.get(1)?))
}

/// The sign with its rim.
fn sign_area(station: &Station) -> Area {
    (station.x - 2, station.y - SIGN / 2 - 2, station.x + station.width + 2, station.y + SIGN / 2 + 2)
}

/// The label and the note under it, from the top of its letters to their foot.
fn label_area(station: &Station) -> Area {
    let lines = i32::try_from(station.label.len() + station.note.len()).unwrap_or(0);
    let top = station.y + LABEL_DROP - LINE + 4;
    (station.x, top, station.x + station.label_width, top + lines * LINE)
}

/// The name of a lane, from the top of its letters to their foot; nothing where it has none.
fn name_area(band: &LaneArea) -> Area {
    let (left, base) = band.name;
    let more = i32::try_from(band.name_lines.len()).unwrap_or(0).max(1) - 1;
    (left, base - NAME_LETTER + 3, left + band.name_width, base + 4 + more * NAME_LINE)
}

/// Whether a stretch runs through the inside of an area. Stretches are level, upright or at 45°.
fn touches(from: Point, to: Point, area: Area) -> bool {
    let (left, right) = (from.0.min(to.0), from.0.max(to.0));
    let (top, bottom) = (from.1.min(to.1), from.1.max(to.1));
    left < area.2 && area.0 < right.max(left + 1) && top < area.3 && area.1 < bottom.max(top + 1)
}

/// Whether a level stretch and another, not level, cut each other between their ends.
fn is_crossed(level: (Point, Point), other: (Point, Point)) -> bool {
    let y = level.0.1;
    let (left, right) = (level.0.0.min(level.1.0), level.0.0.max(level.1.0));
    let (upper, lower) = if other.0.1 < other.1.1 { other } else { (other.1, other.0) };
    if y <= upper.1 || lower.1 <= y {
        return false;
    }
    let x = upper.0 + (lower.0 - upper.0).signum() * if upper.0 == lower.0 { 0 } else { y - upper.1 };
    left < x && x < right
}

/// How many moves of a plan can be drawn: those between two stops, each pair once.
fn sound_moves(plan: &Plan) -> usize {
    let count = plan.stops.len();
    let sound = plan.moves.iter().filter(|it| it.from < count && it.to < count && it.from != it.to);
    sound.map(|it| (it.from, it.to)).collect::<BTreeSet<_>>().len()
}

const TITLES: [&str; 6] = [
    "Nurse",
    "Care Worker",
    "Pharmacy Technician",
    "Assistant Director of Nursing",
    "Physiotherapist",
    "Healthcare Scientist in Genomics and Otorhinolaryngology",
];
const KINDS: [LineKind; 4] = [LineKind::Up, LineKind::SameLevel, LineKind::Down, LineKind::WayIn];

/// Any plan at all: with rings, with stations over several levels, with moves that name no stop.
fn plans() -> impl Strategy<Value = Plan<'static>> {
    (1..5_usize, 1..7_usize, 0..45_usize).prop_flat_map(|(levels, lanes, count)| {
        let stop = (0..TITLES.len(), 0..lanes, 0..levels, 0..levels * 4, 0..4_usize);
        let step = (0..count + 1, 0..count + 1, 0..KINDS.len());
        (prop::collection::vec(stop, count), prop::collection::vec(step, 0..90)).prop_map(move |(stops, moves)| {
            Plan {
                levels,
                lanes,
                names: TITLES[..lanes.min(4)].to_vec(),
                headings: TITLES[..levels].to_vec(),
                stops: stops
                    .into_iter()
                    .map(|(title, lane, first, last, marks)| {
                        // One stop in four stands on several levels.
                        let last = if last < levels { first.max(last) } else { first };
                        LayoutStop {
                            title: TITLES[title],
                            lane,
                            first,
                            last,
                            marks,
                            note: TITLES[lane % TITLES.len()],
                            is_bold: lane == 0,
                        }
                    })
                    .collect(),
                comfortable: 1216,
                moves: moves.into_iter().map(|(from, to, kind)| LayoutEdge { from, to, kind: KINDS[kind] }).collect(),
            }
        })
    })
}

/// Whether two ways run over each other for a while.
fn share_a_stretch(one: &DrawnEdge, other: &DrawnEdge) -> bool {
    let pairs =
        |way: &DrawnEdge| -> Vec<(Point, Point)> { way.points.windows(2).map(|pair| (pair[0], pair[1])).collect() };
    let overlap = |a: (i32, i32), b: (i32, i32)| a.0.min(a.1).max(b.0.min(b.1)) < a.0.max(a.1).min(b.0.max(b.1));
    pairs(one).into_iter().any(|(a, b)| {
        pairs(other).into_iter().any(|(c, d)| {
            let level = a.1 == b.1 && c.1 == d.1 && a.1 == c.1 && overlap((a.0, b.0), (c.0, d.0));
            let upright = a.0 == b.0 && c.0 == d.0 && a.0 == c.0 && overlap((a.1, b.1), (c.1, d.1));
            level || upright
        })
    })
}

fn check(drawing: &Drawing, plan: &Plan) -> Result<(), TestCaseError> {
    prop_assert_eq!(drawing.stations.len(), plan.stops.len());
    prop_assert_eq!(struck(drawing), 0, "a line runs through a station or a label");
    prop_assert_eq!(overlaps(drawing), 0, "stations overlap");
    for (at, one) in drawing.ways.iter().enumerate() {
        for other in &drawing.ways[at + 1..] {
            let related = one.of.from == other.of.from || one.of.to == other.of.to;
            prop_assert!(related || !share_a_stretch(one, other), "{:?} runs over {:?}", one.of, other.of);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_line_runs_through_a_station_and_none_over_a_line_that_leads_elsewhere(plan in plans()) {
        check(&lay_out(&plan), &plan)?;
    }

    #[test]
    fn every_move_is_drawn_from_its_station_to_its_station(plan in plans()) {
        let drawing = lay_out(&plan);
        prop_assert_eq!(drawing.ways.len(), sound_moves(&plan));
        for way in &drawing.ways {
            let near = |stop: usize, point: Point| {
                let station = &drawing.stations[stop];
                (station.x..=station.x + station.width + 3).contains(&point.0) && station.y.abs_diff(point.1) < 11
            };
            prop_assert!(near(way.of.from, way.points[0]) && near(way.of.to, way.points[way.points.len() - 1]));
            let is_octilinear = |pair: &[Point]| {
                let (x, y) = (pair[0].0.abs_diff(pair[1].0), pair[0].1.abs_diff(pair[1].1));
                x == 0 || y == 0 || x == y
            };
            prop_assert!(way.points.windows(2).all(is_octilinear), "{:?}", way.points);
        }
    }

    #[test]
    fn the_same_plan_is_always_drawn_the_same_way(plan in plans()) {
        prop_assert_eq!(format!("{:?}", lay_out(&plan)), format!("{:?}", lay_out(&plan)));
    }

    #[test]
    fn no_line_of_a_small_map_runs_through_a_sign(plan in plans()) {
        let strip = vertical_layout::lay_out(&plan);
        prop_assert_eq!(strip_struck(&strip), 0);
        prop_assert!(strip.spots.iter().all(|spot| spot.row >= 44));
    }
}
