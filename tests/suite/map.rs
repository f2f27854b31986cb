//! `/map`, and the small maps of the start page and of the roles.

use std::collections::BTreeSet;

use career_pathways::catalogue::model::role::Role;
use career_pathways::web::map::drawing::layout;
use career_pathways::web::map::moves;
use career_pathways::web::map::stations::Stations;
use career_pathways::web::pages::map::COMFORTABLE;
use scraper::Selector;

use crate::support::{Answer, TestSite, catalogue, catalogue_of, files_of};

/// Maps of everything, of one family, of a mix, and of roles that no line joins.
const MAPS: [&str; 5] = [
    "/map",
    "/map?category=nursing",
    "/map?level=entry&setting=social",
    "/map?category=healthcare-science",
    "/map?q=baby",
];
const LARGE: &str = "svg.map:not(.small)";
const SMALL: &str = "svg.small";
/// What a page of a few dozen roles may take on its way.
const MOST_BYTES: usize = 20_000;

fn set(links: Vec<String>) -> BTreeSet<String> {
    links.into_iter().collect()
}

/// The same map in another view, page by page.
async fn pages_of(site: &TestSite, address: &str, view: &str) -> Vec<Answer> {
    let joint = if address.contains('?') { '&' } else { '?' };
    let mut pages = vec![site.get(&format!("{address}{joint}view={view}")).await.ok()];
    while let Some(next) = pages.last().unwrap().attributes_of("link[rel=next]", "href").first() {
        pages.push(site.get(next).await.ok());
    }
    pages
}

/// The links of all these pages.
fn links_of(pages: &[Answer], selector: &str) -> BTreeSet<String> {
    pages.iter().flat_map(|page| page.links_in(selector)).collect()
}

/// The moves that the lists say: from where to where.
fn moves_in_words(page: &Answer) -> BTreeSet<(String, String)> {
    let (document, link) = (page.document(), Selector::parse("a").unwrap());
    let item = Selector::parse(".in-words ol ol > li").unwrap();
    let moves = document.select(&item).flat_map(|item| {
        let links: Vec<String> = item.select(&link).map(|link| link.value().attr("href").unwrap().to_owned()).collect();
        let from = links[0].clone();
        links.into_iter().skip(1).map(move |to| (from.clone(), to)).collect::<Vec<_>>()
    });
    moves.collect()
}

#[tokio::test]
async fn the_lists_hold_exactly_the_links_of_the_drawing() {
    let site = TestSite::new();
    for address in MAPS {
        let page = site.get(address).await.ok();
        let drawn = page.links_in(LARGE);
        assert!(!drawn.is_empty(), "{address} draws nothing");
        assert_eq!(drawn.len(), set(drawn.clone()).len(), "{address} draws a role twice");
        assert_eq!(set(drawn.clone()), links_of(&pages_of(&site, address, "words").await, ".in-words"), "{address}");
        let small = page.links_in(SMALL);
        assert!(small.is_empty() || set(small) == set(drawn), "{address}: the small map differs");
    }
}

#[tokio::test]
async fn the_whole_map_has_every_role_and_the_lists_go_line_by_line_and_level_by_level() {
    let site = TestSite::new();
    let page = site.get("/map").await.ok();
    let words = pages_of(&site, "/map", "words").await;
    let roles: BTreeSet<String> = catalogue().roles().iter().map(|role| format!("/roles/{}", role.id)).collect();
    assert_eq!(set(page.links_in(LARGE)), roles);
    let named = page.attributes_of(&format!("{LARGE} [role=list]"), "aria-label");
    assert_eq!(set(named), words.iter().flat_map(|page| page.texts_of(".in-words h2")).collect(), "lines");
    // The keyboard goes through a line from first jobs to leadership.
    let level = |link: &String| catalogue().role(link.trim_start_matches("/roles/")).unwrap().level();
    let nursing = page.links_in(&format!("{LARGE} [data-line=nursing]"));
    assert!(nursing.len() > 5 && nursing.is_sorted_by_key(level), "{nursing:?}");
}

#[tokio::test]
async fn the_table_says_the_same_moves_as_the_lists() {
    let site = TestSite::new();
    for address in MAPS {
        let lists = pages_of(&site, address, "words").await;
        let table = pages_of(&site, address, "table").await;
        let rows: Vec<String> = table.iter().flat_map(|page| page.links_in(".moves tbody")).collect();
        let rows: BTreeSet<(String, String)> = rows.chunks(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect();
        assert_eq!(rows, lists.iter().flat_map(moves_in_words).collect(), "{address}");
    }
}

#[tokio::test]
async fn a_long_list_of_the_map_has_pages_of_thirty_that_say_which_they_are() {
    let site = with_kinds(90);
    for view in ["words", "table"] {
        let pages = pages_of(&site, "/map", view).await;
        assert!(pages.len() > 3, "{view}");
        for (at, page) in pages.iter().enumerate() {
            let of = format!("(page {} of {})", at + 1, pages.len());
            assert_eq!(page.text_of("h1").ends_with(&of), at > 0, "{}", page.text_of("h1"));
            let entries = page.texts_of(".moves tbody tr").len() + page.texts_of(".in-words ol ol > li").len();
            assert!((1..=30).contains(&entries), "{entries}");
        }
        assert!(site.get(&format!("/map?view={view}&page=99")).await.ok().text_of("h1").find("page").is_none());
    }
}

#[tokio::test]
async fn of_too_many_roles_for_one_drawing_the_map_shows_the_lines_and_how_many_roles_each_stop_has() {
    // A role of its own for each, which cannot share a stop.
    let site =
        with_files(100, |number, file| file.replace("family: listener", "").replace("Kind", &format!("Sort {number}")));
    let page = site.get("/map").await.ok();
    assert!(page.links_in(LARGE).is_empty());
    let stops = page.links_in(".network td");
    assert!(stops.len() > 10, "{stops:?}");
    for stop in &stops {
        let said: usize =
            page.text_of(&format!(".network a[href='{stop}']")).split(' ').next().unwrap().parse().unwrap();
        let there = site.get(stop).await.ok();
        let cards = site.get(&stop.replace("/map", "/roles")).await.ok().text_of("h1");
        assert!(cards.starts_with(&format!("{said} role")), "{stop}: {said} and {cards}");
        assert!(there.main_text().contains("The career map"), "{stop}");
    }
    // A journey is drawn all the same.
    let page = site.get("/map?from=ward-assistant&to=nursing-director").await.ok();
    let lit = page.attributes_of(".lit-stop", "href");
    assert_eq!(set(lit), set(page.links_in("[aria-labelledby=lit] ol")));
}

#[tokio::test]
async fn a_printed_move_says_its_direction_what_changes_and_who_says_so() {
    let pages = pages_of(&TestSite::new(), "/map", "table").await;
    let rows: Vec<String> = pages.iter().flat_map(|page| page.texts_of(".moves tbody tr")).collect();
    let row = rows.iter().find(|row| row.starts_with("Ward Nurse Surgery Nurse")).unwrap();
    assert!(row.contains("Same level") && row.contains("secondary care, social care"), "{row}");
    assert!(row.ends_with("Saltmarsh Career Finder"), "{row}");
    assert!(pages.iter().all(|page| page.main_text().contains("Saltmarsh Career Finder (Saltmarsh Training Hub)")));
}

#[tokio::test]
async fn the_page_stays_small() {
    let site = TestSite::new();
    for address in ["/map", "/map?view=table", "/map?from=none&to=hydrotherapist"] {
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

#[tokio::test]
async fn a_journey_is_lit_up_on_the_map() {
    let page = TestSite::new().get("/map?from=home-helper&to=house-manager").await.ok();
    let lit = page.attributes_of(".lit-stop", "href");
    assert!(lit.len() > 1, "{lit:?}");
    assert_eq!(set(lit.clone()), set(page.links_in("[aria-labelledby=lit] ol")));
    assert_eq!(page.attributes_of(".track.lit", "d").len(), lit.len() - 1, "one thick line a step");
    let canonical = page.attribute_of("link[rel=canonical]", "href");
    assert!(canonical.ends_with("/map?from=home-helper&to=house-manager"), "{canonical}");
}

#[tokio::test]
async fn the_lit_journey_is_found_on_the_whole_map_and_on_a_map_of_its_families_alone() {
    let site = TestSite::new();
    let page = site.get("/map?from=hospital-mover&to=birth-nurse").await.ok();
    let [to_the_stop, families, ..] = &page.links_in("[aria-labelledby=lit] .chosen")[..] else { panic!("no links") };
    assert_eq!(page.attributes_of(to_the_stop, "href"), ["/roles/hospital-mover"], "{to_the_stop} is no station");
    assert_eq!(families, "/map?category=estates-and-facilities&category=midwifery&from=hospital-mover&to=birth-nurse");
    let narrowed = site.get(families).await.ok();
    assert_eq!(set(narrowed.attributes_of(".lit-stop", "href")), set(page.attributes_of(".lit-stop", "href")));
    assert_eq!(set(narrowed.attributes_of(&format!("{LARGE} [role=list]"), "data-line")).len(), 2);
}

#[tokio::test]
async fn without_its_style_sheet_a_map_is_drawn_in_outline() {
    let site = TestSite::new();
    for address in ["/map", "/map?category=nursing", "/roles/ward-nurse"] {
        let page = site.get(address).await.ok();
        let shapes = ["rect", "polygon.zone", ".track"];
        for (shape, drawn) in shapes.map(|shape| (shape, page.attributes_of(&format!(".map {shape}"), "class").len())) {
            let outlined = format!(".map :is({shape}[fill=none], [fill=none] > {shape})");
            assert_eq!(page.attributes_of(&outlined, "class").len(), drawn, "{address}: {shape} would be a black spot");
        }
    }
}

#[tokio::test]
async fn a_text_browser_reads_the_names_of_the_levels_once() {
    let page = TestSite::new().get("/map").await.ok();
    let names = page.texts_of(&format!("{LARGE} #map-levels text"));
    assert_eq!(names, ["Entry level", "Early career", "Mid career", "Leadership"]);
    let again = page.attributes_of(&format!("{LARGE} use"), "href");
    assert!(again.len() > 10, "a tall map says its levels again: {again:?}");
    for level in set(again) {
        assert!(names.contains(&page.text_of(&format!("{LARGE} {level}"))), "{level}");
    }
}

#[tokio::test]
async fn the_keyboard_can_skip_the_drawing() {
    let page = TestSite::new().get("/map").await.ok();
    assert_eq!(page.attributes_of("main .skip", "href"), ["#words"]);
    assert_eq!(page.text_of("#words"), "The same map in words");
}

#[tokio::test]
async fn a_small_map_names_the_family_of_each_stop_that_is_not_of_the_main_one() {
    let site = TestSite::new();
    for address in ["/roles/ward-nurse", "/roles/house-manager", "/map?category=nursing"] {
        let page = site.get(address).await.ok();
        let main = page.text_of(&format!("figure:has({SMALL}) figcaption"));
        let named: BTreeSet<String> = set(page.attributes_of(&format!("{SMALL} a:has(.note)"), "href"));
        assert!(!named.is_empty(), "{address}: several families, and none is named");
        for link in page.links_in(SMALL) {
            let role = catalogue().role(link.trim_start_matches("/roles/")).unwrap().clone();
            let family = catalogue().category(role.line().unwrap()).clone();
            // "Steering (Steering)" would say nothing.
            let is_main = role.title == family.short
                || main.contains(&format!("All other jobs here belong to: {}.", family.title));
            assert_ne!(is_main, named.contains(&link), "{address}: {link}");
            let text = page.text_of(&format!("{SMALL} a[href='{link}']"));
            assert_eq!(!is_main, text.ends_with(&format!(" ({})", family.short)), "{address}: {text}");
        }
    }
    let alone = site.get("/map?category=pharmacy&level=entry").await.ok();
    assert!(alone.texts_of(".note").is_empty(), "one family needs no name at each stop");
}

#[tokio::test]
async fn a_journey_from_a_qualification_says_which_steps_no_line_shows() {
    let page = TestSite::new().get("/map?from=none&to=hydrotherapist").await.ok();
    assert!(page.main_text().contains("no line on this map"), "{}", page.text_of("[aria-labelledby=lit]"));
    let page = TestSite::new().get("/map?from=none&to=nobody").await.ok();
    assert!(page.main_text().contains("There is no journey to show here."));
}

#[tokio::test]
async fn a_filter_keeps_to_what_it_asks_for_and_says_what_it_leaves_out() {
    let site = TestSite::new();
    let page = site.get("/map?category=nursing").await.ok();
    assert_eq!(set(page.links_in(LARGE)), set(site.get("/roles?category=nursing").await.ok().links_in(".cards h3")));
    assert!(page.main_text().contains("more moves lead from here to roles that you left out."));
    let page = site.get("/map?level=boss").await.ok();
    assert!(page.main_text().contains("There is no “boss” under career level."));
    let page = site.get("/map?category=dental&setting=social").await.ok();
    assert!(page.main_text().contains("No role fits all of this at once."));
    assert!(page.links().contains(&"/map?category=dental".to_owned()));
}

#[tokio::test]
async fn a_role_stands_in_the_middle_of_its_small_map() {
    let site = TestSite::new();
    for role in ["ward-nurse", "ward-assistant", "lamp-reader", "steering"] {
        let page = site.get(&format!("/roles/{role}")).await.ok();
        assert_eq!(page.attribute_of(&format!("{SMALL} a[aria-current]"), "href"), format!("/roles/{role}"));
        let stations = page.links_in(SMALL);
        assert_eq!(stations.len(), set(stations.clone()).len(), "{role}: a role stands twice");
        assert!((2..=15).contains(&stations.len()), "{role}: {} stations", stations.len());
        // One step away: what the lists of the page name too.
        let named = [page.links_in("main ul"), page.links_in("#accepting + p")].concat();
        let elsewhere: BTreeSet<String> = set(named);
        for link in page.links_in(&format!("{SMALL} [aria-label^='One step']")) {
            assert!(elsewhere.contains(&link), "{role}: {link} is on the map alone");
        }
    }
}

#[tokio::test]
async fn a_role_without_moves_has_no_small_map() {
    let page = TestSite::new().get("/roles/switchboard-clerk").await.ok();
    let lonely = TestSite::new().get("/roles/family-host").await.ok();
    assert!(page.attributes_of(SMALL, "viewBox").len() == 1 && lonely.attributes_of(SMALL, "viewBox").is_empty());
}

#[tokio::test]
async fn the_start_page_opens_with_a_piece_of_the_map() {
    let page = TestSite::new().get("/").await.ok();
    let stations = page.links_in(&format!(".piece {LARGE}"));
    assert!((6..=12).contains(&stations.len()), "{stations:?}");
}

/// A site with so many more kinds of listener, which ward assistants can become.
fn with_kinds(count: usize) -> TestSite {
    with_files(count, |_, file| file)
}

fn with_files(count: usize, change: impl Fn(usize, String) -> String) -> TestSite {
    let mut files = files_of(crate::DATA);
    let kind = String::from_utf8(files["roles/young-peoples-listener.yaml"].clone()).unwrap();
    for number in 1..=count {
        let kind = kind.replace("id: young-peoples-listener", &format!("id: kind-{number}"));
        let kind = kind.replace("title: Young People's Listener", &format!("title: Listener of Kind {number}"));
        let kind = kind.replace("from: [listener, ward-nurse]", "from: [listener, ward-assistant]");
        files.insert(format!("roles/kind-{number}.yaml"), change(number, kind).into_bytes());
    }
    TestSite::of(catalogue_of(files))
}

fn is_kind(link: &str) -> bool {
    link.starts_with("/roles/kind-") || link == "/roles/young-peoples-listener"
}

#[tokio::test]
async fn on_the_whole_map_a_role_and_its_kinds_share_a_stop_that_says_how_many_they_are() {
    let site = with_kinds(60);
    let page = site.get("/map").await.ok();
    let drawn = page.links_in(LARGE);
    assert!(!drawn.iter().any(|link| is_kind(link)), "{drawn:?}");
    assert_eq!(drawn.len() + 1, catalogue().roles().len());
    assert_eq!(page.text_of(&format!("{LARGE} a[href='/roles/listener']")), "Listener + 61 kinds");
    assert!(page.main_text().contains("61 roles have no stop of their own here."));
    let words = pages_of(&site, "/map", "words").await;
    let named = words.iter().flat_map(|page| page.links_in(".in-words"));
    assert_eq!(named.filter(|link| link.starts_with("/roles/kind-")).count(), 60 + 120);
}

#[tokio::test]
async fn a_move_to_a_kind_is_drawn_once_at_the_role_whose_stop_it_shares() {
    let site = with_kinds(60);
    let snapshot = site.state.snapshot();
    let catalogue = snapshot.catalogue();
    let roles: Vec<&Role> = catalogue.roles().iter().collect();
    let stations = Stations::readable(catalogue, &roles, &moves::all(catalogue), None);
    let into = stations.moves.iter().filter(|step| step.to.title == "Listener");
    let into: Vec<&str> = into.map(|step| step.from.id.as_str()).collect();
    assert_eq!(into, ["ward-assistant", "ward-nurse"]);
    assert_eq!(stations.folded, 61);
}

#[tokio::test]
async fn each_kind_has_a_stop_where_one_asks_for_it() {
    let site = with_kinds(25);
    let address = "/map?kinds=shown";
    assert!(site.get("/map").await.ok().links_in("main").contains(&address.to_owned()));
    let page = site.get(address).await.ok();
    assert_eq!(page.links_in(LARGE).iter().filter(|link| is_kind(link)).count(), 26);
    assert!(page.links_in("main").contains(&"/map".to_owned()));
    assert!(page.attribute_of("link[rel=canonical]", "href").ends_with(address));
}

#[tokio::test]
async fn each_kind_has_a_stop_on_a_map_of_few_roles_and_on_that_of_one_role_and_its_kinds() {
    for (kinds, address) in [
        (30, "/map?category=nursing&category=psychological-professions"),
        (60, "/map?category=psychological-professions"),
    ] {
        let site = with_kinds(kinds);
        let page = site.get(address).await.ok();
        assert_eq!(page.links_in(LARGE).iter().filter(|link| is_kind(link)).count(), kinds + 1, "{address}");
        let asked = site.get(&format!("{address}&kinds=shown")).await.ok();
        assert!(asked.attribute_of("link[rel=canonical]", "href").ends_with(address), "{address}");
    }
}

#[tokio::test]
async fn a_kind_on_the_lit_journey_has_its_own_stop() {
    let page = with_kinds(60).get("/map?from=ward-assistant&to=kind-7").await.ok();
    let lit = page.attributes_of(".lit-stop", "href");
    assert!(lit.contains(&"/roles/kind-7".to_owned()), "{lit:?}");
    assert_eq!(set(lit.clone()), set(page.links_in("[aria-labelledby=lit] ol")));
    let kinds = 61 - lit.iter().filter(|link| is_kind(link)).count();
    let listener = page.text_of(&format!("{LARGE} a[href='/roles/listener']"));
    assert_eq!(listener, format!("Listener + {kinds} kinds"));
}

#[tokio::test]
async fn the_page_of_a_role_lists_its_kinds_by_name() {
    let page = with_kinds(60).get("/roles/listener").await.ok();
    let kinds = page.texts_of("#kinds + details .kinds li");
    assert!(kinds.len() == 61 && kinds.is_sorted_by_key(|kind| kind.to_lowercase()), "{kinds:?}");
}
