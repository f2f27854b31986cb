//! `/settings/{setting}`: what a setting is, and its roles by level.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use crate::catalogue::filter::Facet;
use crate::catalogue::model::reference::SettingInfo;
use crate::catalogue::model::text::{Block, Inline};
use crate::site_map;
use crate::web::links;
use crate::web::query::data_list::DataList;
use crate::web::state::CurrentCatalogue;
use crate::web::view::error_page::PageError;
use crate::web::view::frame::{Frame, SiteArea};
use crate::web::view::html;
use crate::web::view::role_card::{LevelGroup, first_by_level};

#[derive(Template)]
#[template(path = "setting.html")]
struct SettingPage<'a> {
    frame: Frame<'a>,
    info: &'a SettingInfo,
}

impl<'a> SettingPage<'a> {
    fn groups(&self) -> Vec<LevelGroup<'a>> {
        let catalogue = self.frame.catalogue;
        first_by_level(catalogue, catalogue.roles_in(self.info.setting), (Facet::Setting, &self.info.id))
    }
}

/// Shows a setting.
pub async fn show(catalogue: CurrentCatalogue, Path(id): Path<String>) -> Result<Response, PageError> {
    let info = catalogue.setting_named(&id).ok_or_else(|| PageError::not_found(&catalogue, &id))?;
    let frame = Frame::new(&catalogue, &info.title, links::setting(&info.id))
        .described(&info.summary)
        .as_json(links::api_entry(DataList::Settings.name(), &info.id))
        .as_csv(links::csv_with(Facet::Setting, &info.id))
        .within(SiteArea::Roles)
        .under(catalogue.interface().roles(), site_map::ROLES);
    html(&SettingPage { frame, info })
}
