//! `/map`: the career map, as a drawing, in words or as a table of moves; the same filters as `/roles`.

use askama::Template;
use axum::extract::RawQuery;
use axum::response::Response;

use crate::catalogue::Catalogue;
use crate::catalogue::filter::Facet;
use crate::catalogue::model::reference::{Category, LevelInfo};
use crate::catalogue::model::role::Role;
use crate::site_map;
use crate::web::links;
use crate::web::map::drawing::{LEVEL_NAMES, MapDrawing};
use crate::web::map::family_network::FamilyNetwork;
use crate::web::map::highlighted_journey::HighlightedJourney;
use crate::web::map::in_words::{self, LineInWords, MoveInWords};
use crate::web::map::moves::{self, MapMove};
use crate::web::map::small_map::SmallMap;
use crate::web::map::station_svg::mark;
use crate::web::map::stations::Stations;
use crate::web::query;
use crate::web::query::arrangement::ON_A_PAGE;
use crate::web::query::journey_query::JourneyQuery;
use crate::web::query::role_query::RoleQuery;
use crate::web::state::CurrentCatalogue;
use crate::web::stylesheet::StyleSheet;
use crate::web::view::error_page::PageError;
use crate::web::view::frame::{Frame, NavLink, SiteArea};
use crate::web::view::html;
use crate::web::view::journey_on_map::JourneyOnMap;
use crate::web::view::search_answer;

/// The width that fits a laptop's screen.
pub const COMFORTABLE: i32 = 1216;
/// The width of a page's text, which a drawing of a few roles keeps.
pub const BESIDE_TEXT: i32 = 1072;
/// With so few stations the map is drawn a second time, for narrow screens.
const FEW: usize = 36;
/// With more stations than this one drawing is neither read nor loaded at once: the page shows the network of families.
const MOST_DRAWN: usize = 70;
/// What asks for another view than the drawing.
const VIEW: &str = "view";
const PAGE: &str = "page";
/// What asks for a station for each kind of a role.
const KINDS: &str = "kinds";
const SHOWN: &str = "shown";

/// How the map is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum MapView {
    /// As a drawing.
    Drawing,
    /// As lists of roles, each with where it leads.
    Words,
    /// As a table of moves.
    Table,
}

impl MapView {
    const ALL: [Self; 3] = [Self::Drawing, Self::Words, Self::Table];

    fn id(self) -> &'static str {
        match self {
            Self::Drawing => "drawing",
            Self::Words => "words",
            Self::Table => "table",
        }
    }
}

#[derive(Template)]
#[template(path = "map.html")]
struct MapPage<'a> {
    frame: Frame<'a>,
    catalogue: &'a Catalogue,
    asked: RoleQuery<'a>,
    roles: Vec<&'a Role>,
    /// The moves among these roles.
    moves: Vec<MapMove<'a>>,
    /// What the drawing shows of them.
    stations: Stations<'a>,
    view: MapView,
    /// Of the lists or of the table, from 1.
    page: usize,
    /// Whether kinds have stations only because the visitor asks for them.
    shows_kinds: bool,
    /// The journey that is lit up.
    light: Option<JourneyOnMap<'a>>,
}

impl<'a> MapPage<'a> {
    /// The moves that lead out of these roles to others.
    fn moves_out(&self) -> usize {
        let all: usize = self.roles.iter().map(|role| moves::from(self.catalogue, role).len()).sum();
        all - self.moves.len()
    }

    /// Whether everything is shown: then a narrow screen is better served by one family.
    fn is_whole(&self) -> bool {
        self.roles.len() == self.catalogue.roles().len()
    }

    fn highlight(&self) -> Option<&HighlightedJourney<'a>> {
        self.light.as_ref().map(|light| &light.highlight)
    }

    fn drawing(&self) -> Option<MapDrawing<'a>> {
        let width = if self.is_small() { BESIDE_TEXT } else { COMFORTABLE };
        let draw = || MapDrawing::new(self.catalogue, &self.stations, self.highlight(), width);
        (self.stations.roles.len() <= MOST_DRAWN).then(draw)
    }

    /// The address of the filters, where the drawing leaves no room for them in what comes at once.
    fn filters_elsewhere(&self) -> Option<String> {
        let is_drawn = self.stations.roles.len() <= MOST_DRAWN;
        (is_drawn && !self.is_whole()).then(|| format!("{}#filters", self.seen_as(MapView::Words)))
    }

    fn network(&self) -> FamilyNetwork<'a> {
        FamilyNetwork::new(self.catalogue, &self.roles, &self.moves)
    }

    /// The address of the map of a family, and on a level where that is asked for, among these roles.
    fn narrower(&self, category: &Category, level: Option<&LevelInfo>) -> String {
        let mut filter = self.asked.filter.with_only(Facet::Category, category.id.as_str());
        if let Some(level) = level {
            filter = filter.with_only(Facet::Level, level.id.as_str());
        }
        links::with_query(site_map::MAP, self.asked.pairs(&filter))
    }

    /// Whether there is a small map too.
    fn is_small(&self) -> bool {
        self.stations.roles.len() <= FEW
    }

    fn small_map(&self) -> Option<SmallMap<'a>> {
        self.is_small().then(|| SmallMap::by_level(self.catalogue, &self.stations, self.highlight()))
    }

    /// The roles of this page of the lists.
    fn lists(&self) -> Vec<LineInWords<'a>> {
        let roles = in_words::in_order(&self.roles);
        in_words::lists(self.catalogue, self.on_page(&roles), &self.moves)
    }

    /// The moves of this page of the table.
    fn table(&self) -> Vec<MoveInWords<'a>> {
        in_words::table(self.catalogue, self.on_page(&self.moves))
    }

    fn on_page<'t, T>(&self, all: &'t [T]) -> &'t [T] {
        all.chunks(ON_A_PAGE).nth(self.page - 1).unwrap_or_default()
    }

    /// Who says the moves of this page of the table.
    fn sources(&self) -> String {
        in_words::sources(self.catalogue, self.on_page(&self.moves))
    }

    /// How many steps of the lit journey no line stands for.
    fn steps_without_a_line(&self, light: &JourneyOnMap<'a>) -> usize {
        light.highlight.steps_without_a_line(&self.stations.moves)
    }

    /// Each family that has roles, with the address of its own map, and whether that is shown.
    fn families(&self) -> Vec<(&'a Category, String, bool)> {
        let has_roles = |category: &&Category| self.catalogue.roles_of(category.index).next().is_some();
        let view = |category: &'a Category| {
            let id = category.id.as_str();
            (category, links::map_of(&category.id), self.asked.filter.has(Facet::Category, id))
        };
        self.catalogue.categories().iter().filter(has_roles).map(view).collect()
    }

    /// The address of the same roles in another view.
    fn seen_as(&self, view: MapView) -> String {
        address(&self.asked, view, 1)
    }

    /// The pages of this view, each with its address; none where there is only one.
    fn page_links(&self) -> Vec<NavLink> {
        let link = |page: usize| NavLink {
            label: page.to_string(),
            href: address(&self.asked, self.view, page),
            is_current: page == self.page,
        };
        let pages = pages(self.view, &self.roles, &self.moves);
        (1..=pages).map(link).filter(|_| pages > 1).collect()
    }

    fn previous_page(&self) -> Option<String> {
        self.page_links().into_iter().nth(self.page.checked_sub(2)?).map(|link| link.href)
    }

    fn next_page(&self) -> Option<String> {
        self.page_links().into_iter().nth(self.page).map(|link| link.href)
    }

    /// The address of the same drawing with a station for each kind; none where that is too many.
    fn with_kinds(&self) -> Option<String> {
        let is_drawn = self.roles.len() <= MOST_DRAWN;
        is_drawn.then(|| drawing_address(&self.asked, self.light.as_ref(), true))
    }

    /// The address of the same drawing where kinds share the station of their role.
    fn without_kinds(&self) -> String {
        drawing_address(&self.asked, self.light.as_ref(), false)
    }

    /// The mark of each setting, as a path, and what the setting is called.
    fn setting_marks(&self) -> Vec<(String, &'a str)> {
        let settings = self.catalogue.settings().iter();
        settings.map(|info| (mark(info.mark, (28, 12)), info.title.as_str())).collect()
    }

    /// The address of the same roles as a list of cards.
    fn as_cards(&self) -> String {
        links::with_query(site_map::ROLES, self.asked.pairs(&self.asked.filter))
    }
}

/// Whether the map depends on the parameter with this key.
#[must_use]
pub fn reads(key: &str) -> bool {
    [VIEW, KINDS].contains(&key) || RoleQuery::reads(key) || JourneyQuery::reads(key)
}

/// Shows the map of the roles asked for.
pub async fn show(catalogue: CurrentCatalogue, RawQuery(asked): RawQuery) -> Result<Response, PageError> {
    let light = JourneyOnMap::parse(&catalogue, asked.as_deref());
    let pairs = query::pairs(asked.as_deref());
    let view = query::first(&pairs, VIEW).and_then(|id| MapView::ALL.into_iter().find(|view| view.id() == id));
    let view = view.unwrap_or(MapView::Drawing);
    let asked = RoleQuery::parse(&catalogue, asked.as_deref())?.at(site_map::MAP);
    let light_on = light.as_ref().map(|light| &light.highlight);
    let (roles, moves, readable) = drawn(&catalogue, asked.roles(), light_on);
    let shows_kinds = readable.folded > 0 && query::first(&pairs, KINDS) == Some(SHOWN);
    let stations = if shows_kinds { Stations::of_each(roles.clone(), moves.clone()) } else { readable };
    let t = catalogue.interface();
    let (name, description) = match view {
        MapView::Drawing => (t.the_career_map(), t.every_role_on_one_map()),
        MapView::Words => (t.the_career_map_in_words(), t.every_role_on_one_map()),
        MapView::Table => (t.every_move_on_the_map(), t.every_move_as_a_table()),
    };
    let title = match asked.in_words() {
        words if words.is_empty() => name.to_owned(),
        words => t.x_with_choices(name, words),
    };
    let pages = pages(view, &roles, &moves);
    let page = Some(asked.arrangement.page).filter(|page| *page <= pages).unwrap_or(1);
    let title = if page > 1 { t.page_of_pages(title, page, pages) } else { title };
    let address = match view {
        MapView::Drawing => drawing_address(&asked, light.as_ref(), shows_kinds),
        MapView::Words | MapView::Table => address(&asked, view, page),
    };
    let frame = Frame::new(&catalogue, title, address)
        .described(description)
        .as_json(site_map::API_GRAPH.to_owned())
        .as_csv(site_map::PROGRESSIONS_CSV.to_owned())
        .within(SiteArea::Map)
        .styled(StyleSheet::Map);
    html(&MapPage { frame, catalogue: &catalogue, asked, roles, moves, stations, view, page, shows_kinds, light })
}

/// The roles to draw, the moves among them, and their stations: all that were asked for; where these are too many for one
/// drawing and a journey stands out, those of the families on its way, or its stops alone.
fn drawn<'a>(
    catalogue: &'a Catalogue,
    asked: Vec<&'a Role>,
    light: Option<&HighlightedJourney<'a>>,
) -> (Vec<&'a Role>, Vec<MapMove<'a>>, Stations<'a>) {
    let of = |roles: Vec<&'a Role>| {
        let moves = moves::among(catalogue, &roles);
        let stations = Stations::readable(catalogue, &roles, &moves, light);
        (roles, moves, stations)
    };
    let all = of(asked);
    let Some(light) = light.filter(|light| light.roles().next().is_some() && all.2.roles.len() > MOST_DRAWN) else {
        return all;
    };
    let is_on_its_way = |role: &&&Role| light.roles().any(|stop| stop.line() == role.line());
    let families = of(all.0.iter().filter(is_on_its_way).copied().collect());
    if families.2.roles.len() <= MOST_DRAWN {
        return families;
    }
    of(light.roles().collect())
}

/// How many pages a view has.
fn pages(view: MapView, roles: &[&Role], moves: &[MapMove<'_>]) -> usize {
    let entries = match view {
        MapView::Drawing => 1,
        MapView::Words => roles.len(),
        MapView::Table => moves.len(),
    };
    entries.div_ceil(ON_A_PAGE).max(1)
}

/// The address of a page of a view.
fn address(asked: &RoleQuery<'_>, view: MapView, page: usize) -> String {
    let page = (page > 1).then(|| (PAGE, page.to_string()));
    let view = (view != MapView::Drawing).then(|| (VIEW, view.id().to_owned()));
    links::and_query(&asked.arranged(asked.arrangement.at_first_page()), view.into_iter().chain(page))
}

/// The address of a drawing.
fn drawing_address(asked: &RoleQuery<'_>, light: Option<&JourneyOnMap<'_>>, shows_kinds: bool) -> String {
    let address = address(asked, MapView::Drawing, 1);
    let address = light.map_or_else(|| address.clone(), |light| light.on(&address));
    if shows_kinds { links::and_query(&address, [(KINDS, SHOWN)]) } else { address }
}
