//! How often the lines of the map cross: a figure that anyone can print again. Runs on the town here, and on the shipped
//! data in `tests/data`.

use career_pathways::catalogue::RoleRef;
use career_pathways::catalogue::model::role::Role;
use career_pathways::map_layout::Drawing;
use career_pathways::web::map::drawing::layout;
use career_pathways::web::map::moves;
use career_pathways::web::map::stations::Stations;
use career_pathways::web::pages::map::{BESIDE_TEXT, COMFORTABLE};

use crate::map_drawing::{crossings, overlaps, struck};
use crate::support::catalogue;

/// A point of the plain layout: the column of its level, and its place in it by title, the same height for each column.
type Place = (f64, f64);

/// The places of roles in the plainest layout there is: a column for each level, in it the roles by title.
fn by_title(roles: &[&Role]) -> Vec<Place> {
    let height = |role: &Role| {
        let mut column: Vec<&str> =
            roles.iter().filter(|other| other.level() == role.level()).map(|other| other.title.as_str()).collect();
        column.sort_unstable();
        let place = column.iter().position(|title| *title == role.title).unwrap();
        (place as f64 + 0.5) / column.len() as f64
    };
    roles.iter().map(|role| (f64::from(role.level().0), height(role))).collect()
}

/// On which side of a straight line a point lies.
fn side(line: (Place, Place), point: Place) -> f64 {
    let ((x, y), (to_x, to_y)) = line;
    (to_x - x) * (point.1 - y) - (to_y - y) * (point.0 - x)
}

/// How often the same moves cross as straight lines in the plain layout; moves within a level are left out, in its favour.
fn plain_crossings(roles: &[&Role], drawing: &Drawing) -> usize {
    let place = by_title(roles);
    let lines: Vec<(Place, Place)> = drawing
        .ways
        .iter()
        .map(|way| (place[way.of.from], place[way.of.to]))
        .filter(|(from, to)| from.0 < to.0 || to.0 < from.0)
        .collect();
    let cross = |one: (Place, Place), other: (Place, Place)| {
        side(one, other.0) * side(one, other.1) < -1e-12 && side(other, one.0) * side(other, one.1) < -1e-12
    };
    lines.iter().enumerate().map(|(at, &one)| lines[at + 1..].iter().filter(|&&other| cross(one, other)).count()).sum()
}

/// Both figures, and the row of the table that says them.
fn measured(name: &str, roles: &[&Role], comfortable: i32) -> (usize, usize, String) {
    let catalogue = catalogue();
    let stations = Stations::readable(&catalogue, roles, &moves::all(&catalogue), None);
    let drawing = layout(&catalogue, &stations, comfortable);
    let (ours, plain) = (crossings(&drawing), plain_crossings(&stations.roles, &drawing));
    let ratio = if plain == 0 { "-".to_owned() } else { format!("{:.2}", ours as f64 / plain as f64) };
    let row = format!(
        "{name:32} {:>5} {:>8} {:>5} {ours:>9} {plain:>9} {ratio:>6} {:>7} {:>8} {:>5} x {:>5}",
        roles.len(),
        stations.roles.len(),
        drawing.ways.len(),
        struck(&drawing),
        overlaps(&drawing),
        drawing.width,
        drawing.height
    );
    assert_eq!((struck(&drawing), overlaps(&drawing)), (0, 0), "{name}: a line or a label covers another");
    (ours, plain, row)
}

/// Both figures of the whole map, and the head and first row of the table.
pub fn of_the_whole_map() -> (usize, usize, String) {
    let catalogue = catalogue();
    let all: Vec<&Role> = catalogue.roles().iter().collect();
    let (ours, plain, row) = measured("the whole map", &all, COMFORTABLE);
    let head = "map                              roles stations moves crossings by-title  ratio  struck overlaps  size";
    (ours, plain, format!("{head}\n{row}"))
}

#[test]
fn lines_cross_far_less_often_than_in_columns_by_title_and_never_run_through_a_station() {
    let catalogue = catalogue();
    let (ours, plain, table) = of_the_whole_map();
    println!("{table}");
    assert!(ours * 2 < plain, "{ours} crossings on the whole map, {plain} by title");
    let mut families = (0, 0);
    for category in catalogue.categories() {
        let roles: Vec<&Role> = catalogue.roles_of(category.index).map(RoleRef::role).collect();
        let (ours, plain, row) = measured(&category.title, &roles, BESIDE_TEXT);
        println!("{row}");
        families = (families.0 + ours, families.1 + plain);
    }
    let (ours, plain) = families;
    println!("all maps of one family: {ours} crossings, {plain} by title");
    assert!(ours <= plain, "{ours} crossings on the maps of one family, {plain} by title");
}
