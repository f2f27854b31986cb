//! What large and small maps draw alike: signs of stations, and tracks.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::catalogue::Entities;
use crate::catalogue::model::indexes::Setting;
use crate::catalogue::model::role::Role;
use crate::catalogue::model::vocabulary::SettingMark;
use crate::map_layout::{Arrowhead, LineKind, MARK, Point, SIGN, Track};

/// A rectangle with upright sides.
#[derive(Clone, Copy, Debug, Default)]
pub struct SvgArea {
    /// Its left edge.
    pub x: i32,
    /// Its upper edge.
    pub y: i32,
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
}

/// A station: a link with its sign and its label.
#[derive(Clone, Debug)]
pub struct StationSvg<'a> {
    /// The role.
    pub role: &'a Role,
    /// Where a click counts.
    pub target: SvgArea,
    /// The outline of the sign.
    pub outline: SvgArea,
    /// The marks in the sign: one for each setting.
    pub marks: String,
    /// Where its label begins.
    pub text: i32,
    /// The lines of its label, each at its height. All but the last end in a space, so that the words stay apart when read.
    pub label: Vec<(i32, String)>,
    /// What is said under it, line by line: how many kinds it has, and its family, where these are not plain.
    pub note: Vec<(i32, String)>,
    /// Whether the page is about this role.
    pub is_here: bool,
    /// Whether it is a stop of the journey that is lit up.
    pub is_lit: bool,
    /// Whether links can lead to it: once on a page, where it is lit up.
    pub is_anchor: bool,
}

/// Tracks of one look.
#[derive(Clone, Debug)]
pub struct Stroke<'a> {
    /// The class that gives its dashes.
    pub class: &'static str,
    /// The line whose colour it has.
    pub line: &'a str,
    /// Its path.
    pub path: String,
}

/// The lines of a label, from this height down. `goes_on` says that more words follow, which must stay apart from these.
#[must_use]
pub fn label(lines: &[String], first: i32, between: i32, goes_on: bool) -> Vec<(i32, String)> {
    let mut y = first;
    let last = lines.len().saturating_sub(1);
    let placed = lines.iter().enumerate().map(|(at, line)| {
        let here = y;
        y += between;
        (here, if at == last && !goes_on { line.clone() } else { format!("{line} ") })
    });
    placed.collect()
}

/// The marks of these settings, a shape each, from this point to the right or down.
#[must_use]
pub fn marks(entities: &Entities, settings: &[Setting], (x, y): Point, is_upright: bool) -> String {
    let places = (0..).step_by(MARK as usize).map(|step| if is_upright { (x, y + step) } else { (x + step, y) });
    settings.iter().zip(places).map(|(&setting, place)| mark(entities.setting(setting).mark, place)).collect()
}

/// The path of a mark around this point.
#[must_use]
pub fn mark(mark: SettingMark, (x, y): Point) -> String {
    match mark {
        SettingMark::Circle => format!("M{} {y}a4 4 0 1 0 8 0a4 4 0 1 0-8 0", x - 4),
        SettingMark::Square => format!("M{} {}h8v8h-8z", x - 4, y - 4),
        SettingMark::Diamond => format!("M{x} {}l5 5-5 5-5-5z", y - 5),
        SettingMark::Triangle => format!("M{x} {}l5 9h-10z", y - 5),
        SettingMark::Plus => format!("M{} {}h4v3h3v4h-3v3h-4v-3h-3v-4h3z", x - 2, y - 5),
        SettingMark::Bar => format!("M{} {}h10v4h-10z", x - 5, y - 2),
    }
}

/// The height or width of a sign that holds these settings.
#[must_use]
pub fn sign_length(settings: &[Setting]) -> i32 {
    SIGN + MARK * i32::try_from(settings.len().saturating_sub(1)).unwrap_or(0)
}

/// The class of a kind of track.
fn class(kind: LineKind) -> &'static str {
    match kind {
        LineKind::Up => "up",
        LineKind::SameLevel => "same",
        LineKind::Down => "down",
        LineKind::WayIn => "way-in",
    }
}

/// One path for all tracks of a kind and a lane; kinds in the order of drawing.
#[must_use]
pub fn strokes<'a>(tracks: &[Track], lanes: &[&'a str]) -> Vec<Stroke<'a>> {
    let mut paths: BTreeMap<(std::cmp::Reverse<LineKind>, usize), String> = BTreeMap::new();
    for track in tracks {
        trace(paths.entry((std::cmp::Reverse(track.kind), track.lane)).or_default(), &track.points);
    }
    let stroke = |((kind, lane), path): ((std::cmp::Reverse<LineKind>, usize), String)| Stroke {
        class: class(kind.0),
        line: lanes.get(lane).copied().unwrap_or_default(),
        path,
    };
    paths.into_iter().map(stroke).collect()
}

/// One path for all arrows of a lane.
#[must_use]
pub fn arrows<'a>(arrows: &[Arrowhead], lanes: &[&'a str]) -> Vec<Stroke<'a>> {
    let mut paths: BTreeMap<usize, String> = BTreeMap::new();
    for arrow in arrows {
        let path = paths.entry(arrow.lane).or_default();
        let back = if arrow.points_right { "-9" } else { "9" };
        let written = write!(path, "M{} {}l{back}-5v10z", arrow.tip.0, arrow.tip.1);
        debug_assert!(written.is_ok(), "a text takes what is written to it");
    }
    let stroke = |(lane, path)| Stroke { class: "arrow", line: lanes.get(lane).copied().unwrap_or_default(), path };
    paths.into_iter().map(stroke).collect()
}

/// Adds a line through these points, in as few letters as SVG allows.
pub(super) fn trace(path: &mut String, points: &[Point]) {
    let mut last: Option<Point> = None;
    for &(x, y) in points {
        let written = match last {
            None => write!(path, "M{x} {y}"),
            Some((_, before)) if before == y => write!(path, "H{x}"),
            Some((before, _)) if before == x => write!(path, "V{y}"),
            Some(_) => write!(path, "L{x} {y}"),
        };
        debug_assert!(written.is_ok(), "a text takes what is written to it");
        last = Some((x, y));
    }
}
