//! `/developers`: how to take the data and build on it.

use askama::Template;
use axum::response::Response;

use crate::catalogue::Catalogue;
use crate::catalogue::filter::Facet;
use crate::catalogue::model::role_keys::{RoleKey, RoleKeyInfo};
use crate::site_map;
use crate::web::links;
use crate::web::query::data_list::DataList;
use crate::web::query::paging;
use crate::web::state::CurrentCatalogue;
use crate::web::view::distributions::{self, Distribution};
use crate::web::view::error_page::PageError;
use crate::web::view::frame::Frame;
use crate::web::view::html;
use crate::web::view::json_ld;

#[derive(Template)]
#[template(path = "developers.html")]
struct DevelopersPage<'a> {
    frame: Frame<'a>,
    catalogue: &'a Catalogue,
}

impl<'a> DevelopersPage<'a> {
    fn tables(&self) -> [Distribution<'a>; 4] {
        distributions::tables(self.catalogue.interface())
    }

    /// The lists of the data, each with its address.
    fn lists(&self) -> [(&'static str, String); 13] {
        DataList::ALL.map(|list| (list.name(), links::api_list(list.name())))
    }

    /// The command that saves the table of roles.
    fn save_the_table(&self) -> String {
        format!("curl -O {}", self.at(site_map::ROLES_CSV))
    }

    /// Commands that ask the API: for the first two roles of the first level, one role, and the ways to another from nothing.
    fn questions(&self) -> String {
        let catalogue = self.catalogue;
        let level = catalogue.filters().options(Facet::Level).next().unwrap_or_default();
        let held = catalogue.qualifications().first().map_or("", |info| info.id.as_str());
        let (first, last) = (catalogue.roles().first(), catalogue.roles().last());
        let two = links::with_query(site_map::API_ROLES, [(Facet::Level.key(), level), (paging::LIMIT, "2")]);
        let one = first.map(|role| links::api_role(&role.id));
        let ends = last.map(|role| [(links::FROM, held), (links::TO, role.id.as_str())]);
        let ways = ends.map(|ends| links::with_query(site_map::API_JOURNEYS, ends));
        let command = |path: String| format!("curl \"{}\"", self.at(&path));
        [Some(two), one, ways].into_iter().flatten().map(command).collect::<Vec<_>>().join("\n")
    }

    /// A whole address.
    fn at(&self, path: &str) -> String {
        links::absolute(self.catalogue.site(), path)
    }

    /// The fields of a role that its file has too.
    fn fields(&self) -> impl Iterator<Item = &'static RoleKeyInfo> {
        RoleKey::ALL.iter().map(|key| key.info()).filter(|info| info.json.is_some())
    }

    /// What the data is, for machines. It is JSON, made to stand within a script element.
    fn json_ld(&self) -> String {
        json_ld::dataset(self.catalogue)
    }
}

/// Shows how to take the data.
///
/// # Errors
///
/// When the page cannot be rendered.
pub async fn show(catalogue: CurrentCatalogue) -> Result<Response, PageError> {
    let t = catalogue.interface();
    let frame = Frame::new(&catalogue, t.for_developers(), site_map::DEVELOPERS).described(t.take_the_data_and_build());
    html(&DevelopersPage { frame, catalogue: &catalogue })
}
