//! The small map: a role with what leads to it and where it leads, or a few roles in a narrow place.

use crate::catalogue::model::indexes::CategoryIndex;
use crate::catalogue::model::reference::Category;
use crate::catalogue::model::role::Role;
use crate::catalogue::{Entities, RoleRef};
use crate::interface::Interface;
use crate::map_layout::vertical_layout;
use crate::map_layout::vertical_layout::{LETTER, LINE, SectionHeading, VerticalLayout};
use crate::map_layout::{LayoutEdge, LayoutStop, LineKind, Plan, SIGN};
use crate::web::map::drawing::steps;
use crate::web::map::highlighted_journey::{HighlightedJourney, is_lit, lit_strokes};
use crate::web::map::moves;
use crate::web::map::moves::MapMove;
use crate::web::map::station_svg::{StationSvg, Stroke, SvgArea, arrows, label, marks, sign_length, strokes};
use crate::web::map::stations::Stations;

/// In which of the five sections by distance the role itself is.
const HERE: usize = 2;
/// The most roles one step away, on both sides together, and on a side whatever the other has.
const NEAR: usize = 8;
/// The most roles two steps away on each side.
const FAR: usize = 3;

/// The small map, ready for its template.
#[derive(Debug)]
pub struct SmallMap<'a> {
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
    /// Where headings begin.
    pub text: i32,
    /// The sections, each with its heading and its stations.
    pub sections: Vec<SmallMapSection<'a>>,
    /// The tracks, in the order of drawing.
    pub strokes: Vec<Stroke<'a>>,
    /// The arrows at their ends.
    pub arrows: Vec<Stroke<'a>>,
    /// The ways that are lit up.
    pub lit: Vec<Stroke<'a>>,
    /// How many roles one step before, and one step on, found no room.
    pub left_out: (usize, usize),
    /// The family of the stations that name none, where others name theirs.
    pub main_family: Option<&'a Category>,
}

/// What stands out.
struct Emphasis<'l, 'a> {
    /// The role that the page is about.
    here: Option<&'a Role>,
    /// A journey.
    light: Option<&'l HighlightedJourney<'a>>,
    /// The family that need not be named at each of its roles.
    family: Option<CategoryIndex>,
}

impl Emphasis<'_, '_> {
    fn is_here(&self, role: &Role) -> bool {
        self.here.is_some_and(|here| here.id == role.id)
    }
}

/// Roles of one level, or of one distance.
#[derive(Debug)]
pub struct SmallMapSection<'a> {
    /// Its heading.
    pub title: &'a str,
    /// The lines of the heading, each at its height.
    pub heading: Vec<(i32, String)>,
    /// Its stations, from top to bottom.
    pub signs: Vec<StationSvg<'a>>,
}

impl<'a> SmallMap<'a> {
    /// These stations by level, with the moves that lie wholly among them.
    #[must_use]
    pub fn by_level(entities: &'a Entities, stations: &Stations<'a>, light: Option<&HighlightedJourney<'a>>) -> Self {
        let Stations { roles, notes, moves, .. } = stations;
        let section = |role: &Role| entities.levels().rank(role.level());
        let placed: Vec<(&Role, usize)> = roles.iter().map(|role| (*role, section(role))).collect();
        let titles: Vec<&str> = entities.levels().of_roles().map(|info| info.title.as_str()).collect();
        let emphasis = Emphasis { here: None, light, family: main_family(roles) };
        Self::draw(entities, &placed, notes, steps(roles, moves), &titles, emphasis)
    }

    /// A role, two steps before it and two steps on; none where no move leads to it or from it.
    #[must_use]
    pub fn around(at: RoleRef<'a>) -> Option<Self> {
        let (entities, role) = (at.entities(), at.role());
        let mut placed = vec![(role, HERE)];
        let (before, after) = (beside(entities, role, false), beside(entities, role, true));
        if before.is_empty() && after.is_empty() {
            return None;
        }
        let half = NEAR / 2;
        let near_before = &before[..before.len().min(NEAR - after.len().min(half))];
        let near_after = &after[..after.len().min(NEAR - near_before.len())];
        let left_out = (before.len() - near_before.len(), after.len() - near_after.len());
        placed.extend(near_before.iter().map(|near| (*near, HERE - 1)));
        let is_new = |placed: &[(&Role, usize)], role: &Role| placed.iter().all(|(known, _)| known.id != role.id);
        for &near in near_after {
            if is_new(&placed, near) {
                placed.push((near, HERE + 1));
            }
        }
        for (near, is_on, section) in [(near_before, false, HERE - 2), (near_after, true, HERE + 2)] {
            let far: Vec<&Role> = near.iter().flat_map(|near| beside(entities, near, is_on)).collect();
            let mut room = FAR;
            for far in far {
                if room > 0 && is_new(&placed, far) {
                    placed.push((far, section));
                    room -= 1;
                }
            }
        }
        let roles: Vec<&Role> = placed.iter().map(|(role, _)| *role).collect();
        let one_on = |step: &LayoutEdge| match (placed.get(step.from), placed.get(step.to)) {
            (Some(from), Some(to)) => from.1 + 1 == to.1,
            _ => false,
        };
        let mut by_title = roles.clone();
        by_title.sort_by_key(|role| role.index);
        let near_steps = steps(&roles, &moves::among(entities, &by_title)).into_iter().filter(one_on).collect();
        let emphasis = Emphasis { here: Some(role), light: None, family: role.line() };
        let mut map = Self::draw(entities, &placed, &[], near_steps, &distances(entities.interface()), emphasis);
        map.left_out = left_out;
        Some(map)
    }

    fn draw(
        entities: &'a Entities,
        placed: &[(&'a Role, usize)],
        notes: &[String],
        moves: Vec<LayoutEdge>,
        titles: &[&'a str],
        emphasis: Emphasis<'_, 'a>,
    ) -> Self {
        let categories = entities.categories();
        let lane = |role: &Role| role.line().map_or(0, CategoryIndex::position);
        // Colour alone must not tell a family: where there are several, each station of another than the main one says its own.
        let is_other = |role: &Role| role.line().is_some() && role.line() != emphasis.family;
        let is_mixed = placed.iter().any(|(role, _)| role.line() != placed.first().and_then(|(first, _)| first.line()));
        let family_note = |role: &Role| {
            let family = categories.get(lane(role)).filter(|family| is_mixed && family.short != role.title);
            family.filter(|_| is_other(role)).map(|family| format!("({})", family.short))
        };
        let notes: Vec<String> = placed
            .iter()
            .enumerate()
            .map(|(at, (role, _))| {
                let note = notes.get(at).filter(|note| !note.is_empty()).cloned();
                note.into_iter().chain(family_note(role)).collect::<Vec<_>>().join(" ")
            })
            .collect();
        let stops = placed.iter().zip(&notes).map(|((role, section), note)| LayoutStop {
            title: &role.title,
            lane: lane(role),
            first: *section,
            last: *section,
            marks: role.settings.len(),
            note,
            is_bold: emphasis.is_here(role) || is_lit(emphasis.light, role),
        });
        let stops = stops.collect();
        let plan = Plan {
            levels: titles.len(),
            lanes: categories.len(),
            names: Vec::new(),
            headings: titles.to_vec(),
            stops,
            moves,
            comfortable: vertical_layout::WIDTH,
        };
        let strip = vertical_layout::lay_out(&plan);
        let lines: Vec<&str> = categories.iter().map(|category| category.id.as_str()).collect();
        let roles: Vec<&Role> = placed.iter().map(|(role, _)| *role).collect();
        let section = |heading: &SectionHeading| SmallMapSection {
            title: titles.get(heading.level).copied().unwrap_or_default(),
            heading: label(&heading.lines, heading.base, LINE, false),
            signs: strip
                .order
                .iter()
                .filter_map(|&stop| Some((stop, placed.get(stop)?)))
                .filter(|(_, (_, section))| *section == heading.level)
                .map(|(stop, (role, _))| sign(entities, &strip, stop, role, &emphasis))
                .collect(),
        };
        Self {
            width: strip.width,
            height: strip.height,
            text: strip.text,
            sections: strip.sections.iter().map(section).collect(),
            strokes: strokes(&strip.tracks, &lines),
            arrows: arrows(&strip.arrows, &lines),
            lit: lit_strokes(entities, emphasis.light, &strip.ways, &roles),
            left_out: (0, 0),
            main_family: emphasis.family.filter(|_| is_mixed).map(|index| entities.category(index)),
        }
    }
}

/// What stands above the roles of each distance.
fn distances(t: &Interface) -> [&str; 5] {
    [t.two_steps_before(), t.one_step_before(), t.this_role(), t.one_step_on(), t.two_steps_on()]
}

/// The family of more than half of these roles.
fn main_family(roles: &[&Role]) -> Option<CategoryIndex> {
    let count = |line: CategoryIndex| roles.iter().filter(|role| role.line() == Some(line)).count();
    roles.iter().filter_map(|role| role.line()).find(|line| 2 * count(*line) > roles.len())
}

/// The roles one step before or after a role: by progressions first, then by ways in. O(moves of it and of those before it).
fn beside<'a>(entities: &'a Entities, role: &'a Role, is_on: bool) -> Vec<&'a Role> {
    let mut steps: Vec<MapMove> = if is_on { moves::from(entities, role) } else { moves::to(entities, role) };
    steps.sort_by_key(|step| step.kind == LineKind::WayIn);
    steps.into_iter().map(|step| if is_on { step.to } else { step.from }).collect()
}

fn sign<'a>(
    entities: &Entities,
    strip: &VerticalLayout,
    stop: usize,
    role: &'a Role,
    emphasis: &Emphasis<'_, 'a>,
) -> StationSvg<'a> {
    let spot = strip.spots.get(stop).cloned().unwrap_or_default();
    let (x, y) = (spot.x - SIGN / 2, spot.y - sign_length(&role.settings) / 2);
    let lines = i32::try_from(spot.label.len() + spot.note.len()).unwrap_or(1);
    let title_lines = i32::try_from(spot.label.len()).unwrap_or(1);
    let first = spot.y + LETTER / 3 + 1 - (lines - 1) * LINE / 2;
    StationSvg {
        role,
        target: SvgArea { x: 0, y: spot.y - spot.row / 2, width: strip.width, height: spot.row },
        outline: SvgArea { x, y, width: SIGN, height: spot.height },
        marks: marks(entities, &role.settings, (spot.x, y + SIGN / 2), true),
        text: strip.text,
        label: label(&spot.label, first, LINE, !spot.note.is_empty()),
        note: label(&spot.note, first + title_lines * LINE, LINE, false),
        is_here: emphasis.is_here(role),
        is_lit: is_lit(emphasis.light, role),
        is_anchor: false,
    }
}
