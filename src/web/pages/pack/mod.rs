//! `/pack` and `/pack.brf`: chosen roles as a handout, on paper or in Braille.

mod contents;
mod cover;
mod embossed;
mod options;
mod sheet;

use askama::Template;
use axum::extract::RawQuery;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use crate::catalogue::filter::Facet;
use crate::catalogue::model::reference::LevelInfo;
use crate::catalogue::model::vocabulary::Term as _;
use crate::catalogue::search::engine::SearchError;
use crate::site_map;
use crate::web::http::headers::CachePolicy;
use crate::web::http::request_limits::MOST_PARAMETERS;
use crate::web::labels::{self, legend};
use crate::web::links;
use crate::web::query;
use crate::web::query::journey_query::JourneyQuery;
use crate::web::query::role_query::RoleQuery;
use crate::web::state::{AppState, CurrentCatalogue};
use crate::web::stylesheet::StyleSheet;
use crate::web::view::error_page::{PageError, ServerError};
use crate::web::view::frame::{Frame, NavLink, SiteArea};
use crate::web::view::html;
use crate::web::view::role_card::{LevelGroup, by_level};
use contents::{Choice, MOST, Narrower, PATH, PackContents};
use cover::Cover;
use options::{Grade, PackOptions, Paper, TextSize};
use sheet::Sheet;

/// The size, the paper and the Braille code need a parameter each.
const MOST_TICKED: usize = MOST_PARAMETERS - 3;
/// The most roles in one list to tick.
const MOST_TO_TICK: usize = 150;
/// What asks for the roles of a level, to tick some of them.
const OF_LEVEL: &str = "of";

#[derive(Template)]
#[template(path = "pack.html")]
struct PackPage<'a> {
    frame: Frame<'a>,
    contents: PackContents<'a>,
    options: PackOptions,
    cover: Cover<'a>,
    /// None, where there is nothing to print yet.
    sheets: Vec<Sheet<'a>>,
    grades: Vec<Grade>,
    /// The level whose roles are to be ticked, where it was asked for.
    level: Option<String>,
}

impl PackPage<'_> {
    fn narrower(&self) -> Vec<(Facet, Vec<Narrower>)> {
        self.contents.narrower(&self.options)
    }

    /// The roles to tick, by level: all of them, or those of one level where a list of all would be long.
    fn to_tick(&self) -> Vec<LevelGroup<'_>> {
        let mut groups = by_level(self.frame.catalogue, self.frame.catalogue.role_refs());
        if self.ticks_one_level() {
            let asked = groups.iter().position(|group| Some(group.level.id.as_str()) == self.level.as_deref());
            groups = groups.into_iter().skip(asked.unwrap_or(0)).take(1).collect();
        }
        groups
    }

    fn ticks_one_level(&self) -> bool {
        self.frame.catalogue.roles().len() > MOST_TO_TICK
    }

    /// The levels whose roles can be ticked, each with its address; none where all can be ticked together.
    fn levels_to_tick(&self) -> Vec<NavLink> {
        let shown: Vec<_> = self.to_tick().into_iter().map(|group| group.level.level).collect();
        let link = |info: &LevelInfo| NavLink {
            label: info.title.clone(),
            href: format!("{}#tick-heading", links::with_query(PATH, [(OF_LEVEL, info.id.as_str())])),
            is_current: shown.contains(&info.level),
        };
        let levels = self.frame.catalogue.levels().of_roles();
        levels.map(link).filter(|_| self.ticks_one_level()).collect()
    }

    fn legend(&self, facet: &Facet) -> &str {
        legend(self.frame.catalogue.interface(), *facet)
    }

    fn uncontracted(&self) -> String {
        self.braille(&Grade::Uncontracted)
    }

    fn braille(&self, grade: &Grade) -> String {
        self.contents.address(site_map::PACK_BRAILLE, &self.options.in_braille(*grade))
    }

    /// Whether a Braille code was asked for that cannot be had here.
    fn lacks_braille(&self) -> bool {
        self.options.grade.is_some_and(|grade| !self.grades.contains(&grade))
    }
}

/// The codes that can be had.
fn grades(state: &AppState) -> Vec<Grade> {
    if state.settings().braille.is_some() {
        vec![Grade::Contracted, Grade::Uncontracted]
    } else {
        vec![Grade::Uncontracted]
    }
}

fn page<'a>(
    catalogue: &'a CurrentCatalogue,
    state: &AppState,
    query: Option<&str>,
) -> Result<PackPage<'a>, SearchError> {
    let contents = PackContents::parse(catalogue, query)?;
    let options = PackOptions::parse(&query::pairs(query));
    let ready: &[_] = if contents.is_ready() { &contents.roles } else { &[] };
    let sheets = ready.iter().map(|role| Sheet::new(catalogue.role_at(role.index))).collect();
    let cover = Cover::new(catalogue, &contents);
    let t = catalogue.interface();
    let title = if contents.is_ready() { t.pack_titled(&cover.title) } else { t.make_a_pack().to_owned() };
    let frame = Frame::new(catalogue, title, contents.address(PATH, &options))
        .described(t.about_packs())
        .within(SiteArea::Roles)
        .under(t.roles(), site_map::ROLES)
        .styled(StyleSheet::Pack);
    let level = query::first(&query::pairs(query), OF_LEVEL).map(str::to_owned);
    Ok(PackPage { frame, contents, options, cover, sheets, grades: grades(state), level })
}

/// Whether a pack depends on the parameter with this key.
#[must_use]
pub fn reads(key: &str) -> bool {
    [links::ROLE, OF_LEVEL].contains(&key)
        || PackOptions::reads(key)
        || RoleQuery::reads(key)
        || JourneyQuery::reads(key)
}

/// Shows a pack, or how to make one.
pub async fn show(
    catalogue: CurrentCatalogue,
    state: AppState,
    RawQuery(query): RawQuery,
) -> Result<Response, PageError> {
    html(&page(&catalogue, &state, query.as_deref())?)
}

/// Gives a pack as a file for a Braille embosser; where there is none, the page of the pack says why.
pub async fn braille(
    catalogue: CurrentCatalogue,
    state: AppState,
    RawQuery(query): RawQuery,
) -> Result<Response, PageError> {
    let page = page(&catalogue, &state, query.as_deref())?;
    let asked = page.options.grade.or_else(|| page.grades.first().copied());
    let Some(grade) = asked.filter(|grade| page.grades.contains(grade) && !page.sheets.is_empty()) else {
        return Err(PageError::Elsewhere(links::with_query(PATH, query::pairs(query.as_deref()))));
    };
    let translator = state.settings().braille.as_ref();
    let blocks = embossed::blocks(catalogue.interface(), &page.cover, &page.contents.trips, &page.sheets, grade);
    let file = embossed::emboss(&blocks, grade, translator).await.map_err(|error| {
        tracing::error!(%error, "a pack in contracted Braille could not be made");
        PageError::Failed(ServerError::Braille)
    })?;
    let headers =
        [(CONTENT_TYPE, "text/plain; charset=us-ascii"), (CONTENT_DISPOSITION, "attachment; filename=\"pack.brf\"")];
    Ok((CachePolicy::Page, headers, file).into_response())
}
