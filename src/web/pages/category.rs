//! `/categories` and `/categories/{category}`: the families of careers.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use crate::catalogue::filter::Facet;
use crate::catalogue::model::pathway::Pathway;
use crate::catalogue::model::reference::Category;
use crate::site_map;
use crate::web::links;
use crate::web::query::data_list::DataList;
use crate::web::state::CurrentCatalogue;
use crate::web::stylesheet::StyleSheet;
use crate::web::view::error_page::PageError;
use crate::web::view::frame::{Frame, SiteArea};
use crate::web::view::html;
use crate::web::view::role_card::{LevelGroup, first_by_level};

#[derive(Template)]
#[template(path = "categories.html")]
struct CategoriesPage<'a> {
    frame: Frame<'a>,
}

impl<'a> CategoriesPage<'a> {
    fn categories(&self) -> Vec<(&'a Category, usize)> {
        let count = |category: &Category| self.frame.catalogue.roles_of(category.index).count();
        self.frame.catalogue.categories().iter().map(|category| (category, count(category))).collect()
    }
}

#[derive(Template)]
#[template(path = "category.html")]
struct CategoryPage<'a> {
    frame: Frame<'a>,
    category: &'a Category,
}

impl<'a> CategoryPage<'a> {
    fn groups(&self) -> Vec<LevelGroup<'a>> {
        let catalogue = self.frame.catalogue;
        let choice = (Facet::Category, self.category.id.as_str());
        first_by_level(catalogue, catalogue.roles_of(self.category.index), choice)
    }

    fn pathways(&self) -> Vec<&'a Pathway> {
        let catalogue = self.frame.catalogue;
        let belongs =
            |pathway: &&Pathway| catalogue.graph().role(pathway.role).categories.contains(&self.category.index);
        catalogue.pathways().iter().filter(belongs).collect()
    }
}

/// Lists the families.
pub async fn list(catalogue: CurrentCatalogue) -> Result<Response, PageError> {
    let t = catalogue.interface();
    let frame = Frame::new(&catalogue, t.families_of_careers(), site_map::CATEGORIES)
        .described(t.roles_family_by_family())
        .as_json(links::api_list(DataList::Categories.name()))
        .with_all_families()
        .within(SiteArea::Roles)
        .under(t.roles(), site_map::ROLES);
    html(&CategoriesPage { frame })
}

/// Shows a family.
pub async fn show(catalogue: CurrentCatalogue, Path(id): Path<String>) -> Result<Response, PageError> {
    let category = catalogue.category_named(&id).ok_or_else(|| PageError::not_found(&catalogue, &id))?;
    let t = catalogue.interface();
    let frame = Frame::new(&catalogue, t.family_of_careers_named(&category.title), links::category(&category.id))
        .styled(StyleSheet::Place)
        .described(&category.meaning)
        .as_json(links::api_entry(DataList::Categories.name(), category.id.as_str()))
        .as_csv(links::csv_with(Facet::Category, category.id.as_str()))
        .within(SiteArea::Roles)
        .under(t.roles(), site_map::ROLES)
        .under(t.families_of_careers(), site_map::CATEGORIES)
        .on_line(Some(category));
    html(&CategoryPage { frame, category })
}
