//! The large map, ready for its template.

use crate::catalogue::Entities;
use crate::catalogue::model::indexes::Level;
use crate::catalogue::model::reference::{Category, LevelInfo};
use crate::catalogue::model::role::Role;
use crate::map_layout;
use crate::map_layout::{Drawing, LABEL_DROP, LINE, LayoutEdge, LayoutStop, NAME_LINE, Plan, Point, SIGN, Station};
use crate::web::map::highlighted_journey::{HighlightedJourney, is_lit, lit_strokes};
use crate::web::map::moves::MapMove;
use crate::web::map::station_svg::{StationSvg, Stroke, SvgArea, arrows, label, marks, strokes};
use crate::web::map::stations::Stations;

/// The height of the names of the levels, at the top of the map and of each sheet.
pub const LEVEL_NAMES: i32 = 40;
/// How high a sheet of A4 is, lying on its side, for a width of 1,000.
const SHEET_HEIGHT: i32 = 600;
/// Above this the names of the levels are still in sight: they need not be said again.
const IN_SIGHT: i32 = 600;

/// The large map: levels from left to right, families of careers from top to bottom.
#[derive(Debug)]
pub struct MapDrawing<'a> {
    /// Its width at natural scale.
    pub width: i32,
    /// Its height.
    pub height: i32,
    /// The levels, from left to right.
    pub zones: Vec<Zone<'a>>,
    /// The families, from top to bottom.
    pub bands: Vec<Band<'a>>,
    /// The tracks, in the order of drawing.
    pub strokes: Vec<Stroke<'a>>,
    /// The arrows at their ends.
    pub arrows: Vec<Stroke<'a>>,
    /// The ways that are lit up.
    pub lit: Vec<Stroke<'a>>,
}

/// A part of the map that fits a sheet of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MapSheet {
    /// Its upper edge.
    pub top: i32,
    /// Its height.
    pub height: i32,
}

/// A level's part of the map.
#[derive(Debug)]
pub struct Zone<'a> {
    /// The level.
    pub level: &'a LevelInfo,
    /// Its left edge.
    pub left: i32,
    /// Its right edge.
    pub right: i32,
    /// Where its stations begin.
    pub text: i32,
    /// Whether it is shaded, as every second is.
    pub is_shaded: bool,
}

/// A family's part of the map.
#[derive(Debug)]
pub struct Band<'a> {
    /// The family.
    pub category: &'a Category,
    /// Its upper edge.
    pub top: i32,
    /// Where its name begins.
    pub name: Point,
    /// The lines of its name, each at its height.
    pub name_lines: Vec<(i32, String)>,
    /// The levels on which it has stations, to say again what the columns are.
    pub levels: Vec<&'a LevelInfo>,
    /// Its stations, by level, then from top to bottom.
    pub signs: Vec<StationSvg<'a>>,
}

impl<'a> MapDrawing<'a> {
    /// Draws these stations, and the moves that lie wholly among them, as wide as is comfortable.
    #[must_use]
    pub fn new(
        entities: &'a Entities,
        stations: &Stations<'a>,
        light: Option<&HighlightedJourney<'a>>,
        comfortable: i32,
    ) -> Self {
        let roles = &stations.roles;
        let families = families(entities, roles);
        let drawing = map_layout::lay_out(&plan(entities, &families, stations, light, comfortable));
        let lines: Vec<&str> = families.iter().map(|category| category.id.as_str()).collect();
        let zones: Vec<Zone> = drawing
            .zones
            .iter()
            .filter_map(|zone| {
                let level = entities.levels().of_roles().nth(zone.level)?;
                let (left, right) = (zone.left, zone.left + zone.width);
                Some(Zone { level, left, right, text: zone.text, is_shaded: zone.level % 2 == 1 })
            })
            .collect();
        let bands = drawing.bands.iter().filter_map(|band| {
            let category = families.get(band.lane).copied()?;
            Some(Self::band(entities, category, band, &zones, roles, &drawing, light))
        });
        let bands = bands.collect();
        Self {
            width: drawing.width,
            height: drawing.height,
            zones,
            bands,
            strokes: strokes(&drawing.tracks, &lines),
            arrows: arrows(&drawing.arrows, &lines),
            lit: lit_strokes(entities, light, &drawing.ways, roles),
        }
    }

    /// The map in parts, each as high as a sheet of A4 on its side, none of which cuts a station or the name of a family.
    #[must_use]
    pub fn sheets(&self) -> Vec<MapSheet> {
        let stations = self.bands.iter().flat_map(|band| &band.signs);
        let names =
            self.bands.iter().map(|band| (band.top, band.name_lines.last().map_or(band.top, |line| line.0 + 8)));
        let whole: Vec<(i32, i32)> =
            stations.map(|sign| (sign.target.y, sign.target.y + sign.target.height)).chain(names).collect();
        sheets(&whole, self.height, self.width * SHEET_HEIGHT / 1000)
    }

    fn band(
        entities: &Entities,
        category: &'a Category,
        lane: &map_layout::LaneArea,
        zones: &[Zone<'a>],
        roles: &[&'a Role],
        drawing: &Drawing,
        light: Option<&HighlightedJourney<'a>>,
    ) -> Band<'a> {
        let stands = |role: &&Role| role.line() == Some(category.index);
        let mut stations: Vec<(&Role, &Station)> =
            roles.iter().copied().zip(&drawing.stations).filter(|(role, _)| stands(role)).collect();
        stations.sort_by_key(|(role, station)| (role.level(), station.y, station.x));
        // The first level's name would stand where the family's name stands.
        let has = |level: Level| stations.iter().any(|(role, _)| role.levels.contains(&level));
        let levels = zones.iter().skip(1).filter(|zone| lane.top > IN_SIGHT && has(zone.level.level));
        Band {
            category,
            top: lane.top,
            name: lane.name,
            name_lines: label(&lane.name_lines, lane.name.1, NAME_LINE, false),
            levels: levels.map(|zone| zone.level).collect(),
            signs: stations
                .into_iter()
                .map(|(role, station)| sign(entities, role, station, is_lit(light, role)))
                .collect(),
        }
    }
}

/// Parts of a height, none higher than `most`, whose edges are in none of the ranges that have to stay whole. A range higher
/// than `most` is cut.
fn sheets(whole: &[(i32, i32)], height: i32, most: i32) -> Vec<MapSheet> {
    let is_between = |edge: i32| !whole.iter().any(|&(top, foot)| top < edge && edge < foot);
    let mut sheets = Vec::new();
    let mut top = LEVEL_NAMES;
    while height - top > most {
        let edges = whole.iter().flat_map(|&(top, foot)| [top, foot]);
        let edge = edges.filter(|&edge| top < edge && edge <= top + most && is_between(edge)).max();
        let next = edge.unwrap_or(top + most);
        sheets.push(MapSheet { top, height: next - top });
        top = next;
    }
    sheets.push(MapSheet { top, height: height - top });
    sheets
}

/// The layout of a map of these stations, without its colours: what tests measure.
#[must_use]
pub fn layout(entities: &Entities, stations: &Stations<'_>, comfortable: i32) -> Drawing {
    map_layout::lay_out(&plan(entities, &families(entities, &stations.roles), stations, None, comfortable))
}

/// The families of some roles, in their order.
fn families<'a>(entities: &'a Entities, roles: &[&Role]) -> Vec<&'a Category> {
    let is_used = |category: &&Category| roles.iter().any(|role| role.line() == Some(category.index));
    entities.categories().iter().filter(is_used).collect()
}

/// What the layout needs to know of roles and moves.
fn plan<'p>(
    entities: &'p Entities,
    families: &[&'p Category],
    stations: &'p Stations<'_>,
    light: Option<&HighlightedJourney<'_>>,
    comfortable: i32,
) -> Plan<'p> {
    let levels = entities.levels();
    let stop = |(role, note): (&&'p Role, &'p String)| LayoutStop {
        title: &role.title,
        lane: families.iter().position(|family| role.line() == Some(family.index)).unwrap_or(0),
        first: levels.rank(role.level()),
        last: role.levels.last().map_or(0, |&last| levels.rank(last)),
        marks: role.settings.len(),
        note,
        is_bold: is_lit(light, role),
    };
    Plan {
        levels: levels.of_roles().count(),
        lanes: families.len(),
        names: families.iter().map(|family| family.short.as_str()).collect(),
        headings: levels.of_roles().map(|level| level.title.as_str()).collect(),
        stops: stations.roles.iter().zip(&stations.notes).map(stop).collect(),
        moves: steps(&stations.roles, &stations.moves),
        comfortable,
    }
}

/// The moves that lie wholly among these roles.
#[must_use]
pub fn steps(roles: &[&Role], moves: &[MapMove<'_>]) -> Vec<LayoutEdge> {
    let mut place: Vec<(&str, usize)> = roles.iter().enumerate().map(|(at, role)| (role.id.as_str(), at)).collect();
    place.sort_unstable();
    let find = |role: &Role| {
        let at = place.binary_search_by(|(id, _)| (*id).cmp(role.id.as_str())).ok()?;
        place.get(at).map(|(_, at)| *at)
    };
    let step = |step: &MapMove| Some(LayoutEdge { from: find(step.from)?, to: find(step.to)?, kind: step.kind });
    moves.iter().filter_map(step).collect()
}

fn sign<'a>(entities: &Entities, role: &'a Role, station: &Station, is_lit: bool) -> StationSvg<'a> {
    let title_lines = i32::try_from(station.label.len()).unwrap_or(1);
    let lines = title_lines + i32::try_from(station.note.len()).unwrap_or(0);
    let first = station.y + LABEL_DROP;
    let foot = first + (lines - 1) * LINE + 7;
    let (x, y) = (station.x - 5, station.y - 20);
    StationSvg {
        role,
        target: SvgArea {
            x,
            y,
            width: (station.label_width.max(station.width) + 10).max(44),
            height: (foot - y).max(44),
        },
        outline: SvgArea { x: station.x, y: station.y - SIGN / 2, width: station.width, height: SIGN },
        marks: marks(entities, &role.settings, (station.x + SIGN / 2, station.y), false),
        text: station.x,
        label: label(&station.label, first, LINE, !station.note.is_empty()),
        note: label(&station.note, first + title_lines * LINE, LINE, false),
        is_here: false,
        is_lit,
        is_anchor: is_lit,
    }
}

#[cfg(test)]
mod tests {
    use super::{LEVEL_NAMES, MapSheet, sheets};

    #[test]
    fn a_sheet_ends_between_what_has_to_stay_whole() {
        let stations: Vec<(i32, i32)> = (0..20).map(|row| (60 + row * 50, 60 + row * 50 + 44)).collect();
        let parts = sheets(&stations, 1100, 400);
        assert_eq!(parts.first().map(|part| part.top), Some(LEVEL_NAMES));
        assert_eq!(parts.last().map(|part| part.top + part.height), Some(1100));
        for pair in parts.windows(2) {
            let edge = pair[0].top + pair[0].height;
            assert_eq!(edge, pair[1].top);
            assert!(pair[0].height <= 400 && !stations.iter().any(|&(top, foot)| top < edge && edge < foot), "{edge}");
        }
        assert_eq!(sheets(&stations[..3], 210, 400), [MapSheet { top: LEVEL_NAMES, height: 210 - LEVEL_NAMES }]);
        // What is higher than a sheet is cut; it does not go on for ever.
        assert_eq!(sheets(&[(0, 2000)], 2000, 900).len(), 3);
    }
}
