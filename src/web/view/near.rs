//! What somebody may have meant who asked for something that does not exist.

use crate::catalogue::Catalogue;
use crate::catalogue::model::did_you_mean::Misspelt;
use crate::catalogue::model::role::Role;
use crate::web::links;

/// So many are offered.
const MOST: usize = 5;

/// Something that may have been meant.
#[derive(Clone, Debug)]
pub struct Near {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Where it is.
    pub href: String,
}

impl Near {
    fn new(id: &str, title: &str, href: String) -> Self {
        Self { id: id.to_owned(), title: title.to_owned(), href }
    }

    fn role(role: &Role) -> Self {
        Self::new(role.id.as_str(), &role.title, links::role(&role.id))
    }
}

/// The roles whose names are most like a text.
#[must_use]
pub fn near_roles(catalogue: &Catalogue, asked: &str) -> Vec<Near> {
    catalogue.graph().nearest(asked, MOST).into_iter().map(Near::role).collect()
}

/// The pages whose names are most like a text: guides, pathways, levels, settings and families of careers, then roles.
#[must_use]
pub fn near_pages(catalogue: &Catalogue, asked: &str) -> Vec<Near> {
    let Some(misspelt) = Misspelt::new(asked) else { return vec![] };
    let guides = catalogue.guides().iter().map(|it| Near::new(it.id.as_str(), &it.title, links::guide(&it.id)));
    let pathways = catalogue.pathways().iter().map(|it| Near::new(it.id.as_str(), &it.title, links::pathway(&it.id)));
    let levels = catalogue.levels().iter().map(|it| Near::new(&it.id, &it.title, links::level(&it.id)));
    let settings = catalogue.settings().iter().map(|it| Near::new(&it.id, &it.title, links::setting(&it.id)));
    let categories =
        catalogue.categories().iter().map(|it| Near::new(it.id.as_str(), &it.title, links::category(&it.id)));
    let all = guides.chain(pathways).chain(levels).chain(settings).chain(categories);
    let mut near: Vec<_> = all.filter_map(|page| Some((misspelt.nearness(&page.id)?, page))).collect();
    near.sort_by_key(|(nearness, _)| *nearness);
    near.into_iter().map(|(_, page)| page).chain(near_roles(catalogue, asked)).take(MOST).collect()
}
