//! `/guides` and `/guides/{guide}`: pages of guidance.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;

use crate::catalogue::model::guide::{Guide, GuideSection};
use crate::catalogue::model::reference::{Figure, GuideId, Organisation, slug};
use crate::catalogue::model::text::{Block, Inline};
use crate::catalogue::model::vocabulary::GuidePurpose;
use crate::interface::Markup;
use crate::site_map;
use crate::web::links;
use crate::web::query::data_list::DataList;
use crate::web::state::CurrentCatalogue;
use crate::web::view::error_page::PageError;
use crate::web::view::frame::{Frame, SiteArea};
use crate::web::view::html;
use crate::web::view::role_card::{RoleCard, cards};
use crate::web::view::role_facts::changed;

/// What the parts of every page are called.
const IDS_OF_EVERY_PAGE: [&str; 2] = ["main", "site-q"];

#[derive(Template)]
#[template(path = "guides.html")]
struct GuidesPage<'a> {
    frame: Frame<'a>,
}

#[derive(Template)]
#[template(path = "guide.html")]
struct GuidePage<'a> {
    frame: Frame<'a>,
    guide: &'a Guide,
}

impl<'a> GuidePage<'a> {
    /// The id of a section on the page: its title, where no other part of the page has that.
    fn anchor(&self, section: &GuideSection) -> String {
        let place = self.guide.sections.iter().position(|one| std::ptr::eq(one, section)).unwrap_or_default();
        let own = slug(&section.title);
        let is_before = self.guide.sections.iter().take(place).any(|before| slug(&before.title) == own);
        let is_taken = own.is_empty() || is_before || IDS_OF_EVERY_PAGE.contains(&own.as_str());
        if is_taken { format!("part-{}", place + 1) } else { own }
    }

    fn more_at(&self, section: &GuideSection) -> Vec<&'a Organisation> {
        self.frame.catalogue.organisations_at(&section.more_at).collect()
    }

    fn roles(&self) -> Vec<RoleCard<'a>> {
        let catalogue = self.frame.catalogue;
        cards(self.guide.roles.iter().map(|&role| catalogue.role_at(role)))
    }

    /// What has changed since the sources, each with its page.
    fn changes(&self) -> Vec<Markup> {
        self.guide.changed.iter().map(|change| changed(self.frame.catalogue, change)).collect()
    }

    fn is_to_fill_in(&self) -> bool {
        self.guide.purpose == Some(GuidePurpose::Worksheet)
    }

    /// The figures that the guide uses, once each.
    fn figures(&self) -> Vec<&'a Figure> {
        self.guide.figures.iter().map(|&figure| self.frame.catalogue.figure(figure)).collect()
    }
}

/// Lists the guides.
pub async fn list(catalogue: CurrentCatalogue) -> Result<Response, PageError> {
    let t = catalogue.interface();
    let frame = Frame::new(&catalogue, t.guides(), site_map::GUIDES)
        .described(t.guides_for_people_who())
        .as_json(links::api_list(DataList::Guides.name()))
        .within(SiteArea::Guides);
    html(&GuidesPage { frame })
}

/// Shows a guide.
pub async fn show(catalogue: CurrentCatalogue, Path(id): Path<String>) -> Result<Response, PageError> {
    let id = GuideId(id);
    let guide = catalogue.guide(&id).ok_or_else(|| PageError::not_found(&catalogue, id.as_str()))?;
    let frame = Frame::new(&catalogue, &guide.title, links::guide(&id))
        .described(&guide.summary)
        .as_json(links::api_entry(DataList::Guides.name(), id.as_str()))
        .within(SiteArea::Guides)
        .under(catalogue.interface().guides(), site_map::GUIDES);
    html(&GuidePage { frame, guide })
}
