//! `/`: what this is, and the ways in.

use askama::Template;
use axum::response::Response;

use crate::catalogue::Catalogue;
use crate::catalogue::filter::{Facet, RoleFilter};
use crate::catalogue::model::reference::{Category, LevelInfo, QualificationInfo, SettingInfo};
use crate::site_map;
use crate::web::labels::lower_first;
use crate::web::map::drawing::MapDrawing;
use crate::web::map::first_ways::first_ways;
use crate::web::state::CurrentCatalogue;
use crate::web::stylesheet::StyleSheet;
use crate::web::view::error_page::PageError;
use crate::web::view::frame::Frame;
use crate::web::view::html;

#[derive(Template)]
#[template(path = "start.html")]
struct StartPage<'a> {
    frame: Frame<'a>,
    catalogue: &'a Catalogue,
}

impl<'a> StartPage<'a> {
    fn count(&self, facet: Facet, value: &str) -> usize {
        RoleFilter::default()
            .with_only(facet, value)
            .matching(self.catalogue.filters(), self.catalogue.graph(), None)
            .count_ones(..)
    }

    fn first_ways(&self) -> Option<MapDrawing<'a>> {
        first_ways(self.catalogue)
    }

    fn levels(&self) -> Vec<(&'a LevelInfo, usize)> {
        let count = |info: &LevelInfo| self.catalogue.roles_on(info.level).count();
        self.catalogue.levels().iter().map(|info| (info, count(info))).collect()
    }

    fn settings(&self) -> Vec<(&'a SettingInfo, usize)> {
        let count = |info: &SettingInfo| self.catalogue.roles_in(info.setting).count();
        self.catalogue.settings().iter().map(|info| (info, count(info))).collect()
    }

    fn qualifications(&self) -> Vec<(&'a QualificationInfo, usize)> {
        let count = |info: &QualificationInfo| self.count(Facet::Start, &info.id);
        self.catalogue.qualifications().iter().map(|info| (info, count(info))).collect()
    }

    fn categories(&self) -> Vec<(&'a Category, usize)> {
        let count = |category: &Category| self.catalogue.roles_of(category.index).count();
        self.catalogue.categories().iter().map(|category| (category, count(category))).collect()
    }
}

/// Shows the start page.
pub async fn show(catalogue: CurrentCatalogue) -> Result<Response, PageError> {
    let frame = Frame::new(&catalogue, lower_first(catalogue.interface().find_your_way()), site_map::START)
        .as_json(site_map::API_INDEX.to_owned())
        .with_all_families()
        .styled(StyleSheet::Start);
    html(&StartPage { frame, catalogue: &catalogue })
}
