//! `/pathways` and `/pathways/{pathway}`: step-by-step examples into a profession.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use crate::catalogue::RoleRef;
use crate::catalogue::model::pathway::{Pathway, PathwayStep};
use crate::catalogue::model::reference::PathwayId;
use crate::catalogue::model::text::{Block, Inline};
use crate::catalogue::model::vocabulary::PathwayKind;
use crate::site_map;
use crate::web::links;
use crate::web::query::data_list::DataList;
use crate::web::state::CurrentCatalogue;
use crate::web::stylesheet::StyleSheet;
use crate::web::view::error_page::PageError;
use crate::web::view::frame::{Frame, SiteArea};
use crate::web::view::html;

#[derive(Template)]
#[template(path = "pathways.html")]
struct PathwaysPage<'a> {
    frame: Frame<'a>,
}

#[derive(Template)]
#[template(path = "pathway.html")]
struct PathwayPage<'a> {
    frame: Frame<'a>,
    pathway: &'a Pathway,
}

impl<'a> PathwayPage<'a> {
    fn profession(&self) -> RoleRef<'a> {
        self.frame.catalogue.role_at(self.pathway.role)
    }

    fn step_role(&self, step: &PathwayStep) -> Option<RoleRef<'a>> {
        step.role.map(|role| self.frame.catalogue.role_at(role))
    }
}

/// Lists the pathways.
pub async fn list(catalogue: CurrentCatalogue) -> Result<Response, PageError> {
    let t = catalogue.interface();
    let frame = Frame::new(&catalogue, t.pathways_into_professions(), site_map::PATHWAYS)
        .described(t.step_by_step_examples())
        .as_json(links::api_list(DataList::Pathways.name()))
        .within(SiteArea::Guides)
        .under(t.guides(), site_map::GUIDES);
    html(&PathwaysPage { frame })
}

/// Shows a pathway.
pub async fn show(catalogue: CurrentCatalogue, Path(id): Path<String>) -> Result<Response, PageError> {
    let id = PathwayId(id);
    let pathway = catalogue.pathway(&id).ok_or_else(|| PageError::not_found(&catalogue, id.as_str()))?;
    let t = catalogue.interface();
    let frame = Frame::new(&catalogue, t.pathway_into(&pathway.title), links::pathway(&id))
        .described(&pathway.summary)
        .as_json(links::api_entry(DataList::Pathways.name(), id.as_str()))
        .within(SiteArea::Guides)
        .under(t.guides(), site_map::GUIDES)
        .under(t.pathways_into_professions(), site_map::PATHWAYS)
        .on_line(catalogue.role_at(pathway.role).line())
        .styled(StyleSheet::Journey);
    html(&PathwayPage { frame, pathway })
}
