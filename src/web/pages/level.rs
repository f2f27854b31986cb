//! `/levels/{level}`: what a career level means, and its roles.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use crate::catalogue::filter::{Facet, RoleFilter};
use crate::catalogue::model::guide::Guide;
use crate::catalogue::model::reference::{LevelInfo, SettingInfo};
use crate::catalogue::model::text::{Block, Inline};
use crate::site_map;
use crate::web::links;
use crate::web::query::arrangement::ON_A_PAGE;
use crate::web::query::data_list::DataList;
use crate::web::state::CurrentCatalogue;
use crate::web::stylesheet::StyleSheet;
use crate::web::view::error_page::PageError;
use crate::web::view::frame::{Frame, SiteArea};
use crate::web::view::html;
use crate::web::view::role_card::{RoleCard, cards};

#[derive(Template)]
#[template(path = "level.html")]
struct LevelPage<'a> {
    frame: Frame<'a>,
    info: &'a LevelInfo,
    /// The first roles of the level.
    cards: Vec<RoleCard<'a>>,
    /// How many roles it has.
    count: usize,
}

impl<'a> LevelPage<'a> {
    /// The settings with the roles of this level in each.
    fn settings(&self) -> Vec<(&'a SettingInfo, usize)> {
        let on_level = RoleFilter::default().with_only(Facet::Level, &self.info.id);
        let catalogue = self.frame.catalogue;
        let counts = on_level.counts(catalogue.filters(), catalogue.graph(), None, Facet::Setting);
        catalogue.settings().iter().zip(counts).map(|(info, (_, count))| (info, count)).collect()
    }

    /// Guidance, for the level on which no role stands.
    fn guides(&self) -> &'a [Guide] {
        if self.info.has_roles { &[] } else { self.frame.catalogue.guides() }
    }

    /// The level after this one.
    fn next(&self) -> Option<&'a LevelInfo> {
        self.frame.catalogue.levels().iter().find(|info| info.level > self.info.level)
    }
}

/// Shows a level.
pub async fn show(catalogue: CurrentCatalogue, Path(id): Path<String>) -> Result<Response, PageError> {
    let info = catalogue.level_named(&id).ok_or_else(|| PageError::not_found(&catalogue, &id))?;
    let t = catalogue.interface();
    let mut frame = Frame::new(&catalogue, t.career_level_named(&info.title), links::level(&info.id))
        .styled(StyleSheet::Place)
        .described(&info.summary)
        .as_json(links::api_entry(DataList::Levels.name(), &info.id))
        .within(SiteArea::Roles)
        .under(t.roles(), site_map::ROLES);
    if info.has_roles {
        frame = frame.as_csv(links::csv_with(Facet::Level, &info.id));
    }
    let count = catalogue.roles_on(info.level).count();
    let cards = cards(catalogue.roles_on(info.level).take(ON_A_PAGE));
    html(&LevelPage { frame, info, cards, count })
}
