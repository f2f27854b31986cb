//! The map of all that is shipped: quick to load, narrow enough for a laptop, and easy to follow.

use career_pathways::catalogue::model::role::Role;
use career_pathways::web::map::drawing::layout;
use career_pathways::web::map::moves;
use career_pathways::web::map::stations::Stations;
use career_pathways::web::pages::map::COMFORTABLE;

use crate::crossings::of_the_whole_map;
use crate::support::{TestSite, catalogue};

/// What the page of all roles may take on its way.
const MOST_BYTES: usize = 40_000;

#[tokio::test]
async fn the_page_stays_small() {
    let site = TestSite::new();
    for address in ["/map", "/map?view=table"] {
        let bytes = site.get_with(address, &[("accept-encoding", "gzip")]).await.ok().body.len();
        println!("{address}: {bytes} bytes compressed");
        assert!(bytes < MOST_BYTES, "{address} takes {bytes} bytes");
    }
}

#[test]
fn the_whole_map_fits_a_laptop() {
    let catalogue = catalogue();
    let roles: Vec<&Role> = catalogue.roles().iter().collect();
    let stations = Stations::readable(&catalogue, &roles, &moves::all(&catalogue), None);
    let drawing = layout(&catalogue, &stations, COMFORTABLE);
    assert!(drawing.width <= COMFORTABLE + 64, "{} px wide", drawing.width);
}

#[test]
fn the_lines_of_the_whole_map_cross_less_than_a_quarter_as_often_as_in_columns_by_title() {
    let (ours, plain, _) = of_the_whole_map();
    assert!(ours * 4 < plain, "{ours} crossings, {plain} by title");
}
