//! `/map`: the whole career map, as a drawing and in words; the same filters as `/roles`.

use askama::Template;
use axum::extract::RawQuery;
use axum::response::Response;

use crate::catalogue::Catalogue;
use crate::catalogue::filter::Facet;
use crate::catalogue::model::reference::Category;
use crate::catalogue::model::role::Role;
use crate::site_map;
use crate::web::links;
use crate::web::map::drawing::MapDrawing;
use crate::web::map::highlighted_journey::HighlightedJourney;
use crate::web::map::in_words::{LineInWords, MoveInWords};
use crate::web::map::moves::{self, MapMove};
use crate::web::map::small_map::SmallMap;
use crate::web::map::station_svg::mark;
use crate::web::map::stations::Stations;
use crate::web::query;
use crate::web::query::journey_query::JourneyQuery;
use crate::web::query::role_query::RoleQuery;
use crate::web::state::CurrentCatalogue;
use crate::web::view::error_page::PageError;
use crate::web::view::frame::{Frame, SiteArea};
use crate::web::view::html;
use crate::web::view::journey_on_map::JourneyOnMap;
use crate::web::view::search_answer;

/// The width that fits a laptop's screen.
pub const COMFORTABLE: i32 = 1216;
/// The width of a page's text, which a drawing of a few roles keeps.
pub const BESIDE_TEXT: i32 = 1072;
/// With so few stations the map is drawn a second time, for narrow screens.
const FEW: usize = 36;
/// With more stations than this nobody can read a drawing.
const MOST_DRAWN: usize = 300;
/// What asks for the table: a key and its value.
const VIEW: &str = "view";
const TABLE: &str = "table";
/// What asks for a station for each kind of a role.
const KINDS: &str = "kinds";
const SHOWN: &str = "shown";
/// Where the page offers a map of each family alone.
const FAMILIES: &str = "#families";

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
    is_table: bool,
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

    /// Whether there is a small map too.
    fn is_small(&self) -> bool {
        self.stations.roles.len() <= FEW
    }

    fn small_map(&self) -> Option<SmallMap<'a>> {
        self.is_small().then(|| SmallMap::by_level(self.catalogue, &self.stations, self.highlight()))
    }

    fn lists(&self) -> Vec<LineInWords<'a>> {
        crate::web::map::in_words::lists(self.catalogue, &self.roles, &self.moves)
    }

    fn table(&self) -> Vec<MoveInWords<'a>> {
        crate::web::map::in_words::table(self.catalogue, &self.moves)
    }

    /// Who says the moves of the table.
    fn sources(&self) -> String {
        crate::web::map::in_words::sources(self.catalogue, &self.moves)
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

    /// The address of the same roles in the other view.
    fn other_view(&self) -> String {
        if self.is_table { self.asked.address() } else { links::and_query(&self.asked.address(), [(VIEW, TABLE)]) }
    }

    /// The address of the same drawing with a station for each kind; the choice of a family where that is too many.
    fn with_kinds(&self) -> String {
        if self.roles.len() > MOST_DRAWN {
            return FAMILIES.to_owned();
        }
        drawing_address(&self.asked, self.light.as_ref(), true)
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
        self.asked.address_at(site_map::ROLES)
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
    let is_table = query::first(&pairs, VIEW) == Some(TABLE);
    let asked = RoleQuery::parse(&catalogue, asked.as_deref())?.at(site_map::MAP);
    let roles = asked.roles();
    let among = |step: &MapMove| roles.iter().any(|role| role.id == step.to.id);
    let moves: Vec<MapMove> = roles.iter().flat_map(|role| moves::from(&catalogue, role)).filter(among).collect();
    let light_on = light.as_ref().map(|light| &light.highlight);
    let readable = Stations::readable(&catalogue, &roles, &moves, light_on);
    let shows_kinds = readable.folded > 0 && query::first(&pairs, KINDS) == Some(SHOWN);
    let stations = if shows_kinds { Stations::of_each(roles.clone(), moves.clone()) } else { readable };
    let t = catalogue.interface();
    let (name, description) = if is_table {
        (t.every_move_on_the_map(), t.every_move_as_a_table())
    } else {
        (t.the_career_map(), t.every_role_on_one_map())
    };
    let title = match asked.in_words() {
        words if words.is_empty() => name.to_owned(),
        words => t.x_with_choices(name, words),
    };
    let address = drawing_address(&asked, light.as_ref(), shows_kinds);
    let address = if is_table { links::and_query(&address, [(VIEW, TABLE)]) } else { address };
    let frame = Frame::new(&catalogue, title, address).described(description).within(SiteArea::Map);
    html(&MapPage { frame, catalogue: &catalogue, asked, roles, moves, stations, is_table, shows_kinds, light })
}

/// The address of a drawing.
fn drawing_address(asked: &RoleQuery<'_>, light: Option<&JourneyOnMap<'_>>, shows_kinds: bool) -> String {
    let address = light.map_or_else(|| asked.address(), |light| light.on(&asked.address()));
    if shows_kinds { links::and_query(&address, [(KINDS, SHOWN)]) } else { address }
}
