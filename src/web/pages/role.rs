//! `/roles/{role}`: one role, every way in, and where it can lead.

use askama::Template;
use axum::response::Response;

use crate::catalogue::Catalogue;
use crate::catalogue::graph::Move;
use crate::catalogue::model::pathway::Pathway;
use crate::catalogue::model::reference::{Category, Organisation, SettingInfo};
use crate::catalogue::model::role::{EntryFrom, EntryRoute, Registration, Role};
use crate::catalogue::model::text::{Block, Inline};
use crate::catalogue::model::vocabulary::MarkKind;
use crate::site_map;
use crate::web::embed;
use crate::web::extractors::RoleInAddress;
use crate::web::feeds::discovery;
use crate::web::links;
use crate::web::map::small_map::SmallMap;
use crate::web::pages::html;
use crate::web::view::entry_tree::EntryTree;
use crate::web::view::error_page::PageError;
use crate::web::view::frame::{Frame, SiteArea};
use crate::web::view::role_card::{RoleCard, direction_words};
use crate::web::view::role_facts::{contact_words, judged_words, open_doors};

#[derive(Template)]
#[template(path = "role.html")]
struct RolePage<'a> {
    frame: Frame<'a>,
    catalogue: &'a Catalogue,
    role: &'a Role,
}

/// Where one may come from: another role, and what kind of step it is.
struct Origin<'a> {
    role: &'a Role,
    note: String,
}

/// What one must hold to begin an entry route, with its address.
struct Held<'a> {
    title: &'a str,
    href: String,
}

impl<'a> RolePage<'a> {
    fn category(&self) -> Option<&'a Category> {
        self.role.line().and_then(|line| self.catalogue.category(line))
    }

    fn other_categories(&self) -> Vec<&'a Category> {
        self.role.categories.iter().skip(1).filter_map(|id| self.catalogue.category(id)).collect()
    }

    fn settings(&self) -> Vec<&'a SettingInfo> {
        self.role.settings.iter().filter_map(|&setting| self.catalogue.setting(setting)).collect()
    }

    fn contact(&self) -> &'static str {
        contact_words(self.role).unwrap_or("Not recorded.")
    }

    fn next(&self) -> Vec<RoleCard<'a>> {
        self.catalogue.graph().next_from(self.role).map(|step| RoleCard::next(self.catalogue, step)).collect()
    }

    fn origins(&self) -> Vec<Origin<'a>> {
        let moves = self.catalogue.graph().leading_to(self.role);
        moves.map(|step| Origin { role: step.from, note: direction_words(self.catalogue, step, step.to) }).collect()
    }

    fn surroundings(&self) -> Option<SmallMap<'a>> {
        SmallMap::around(self.catalogue, self.role)
    }

    fn open_doors(&self) -> Vec<(&'a Role, &'a EntryRoute)> {
        open_doors(self.catalogue, self.role)
    }

    fn family(&self) -> Option<&'a Role> {
        self.role.family.as_ref().and_then(|id| self.catalogue.graph().get(id))
    }

    fn members(&self) -> Vec<&'a Role> {
        self.catalogue.graph().members_of(self.role).collect()
    }

    fn held(&self, route: &EntryRoute) -> Vec<Held<'a>> {
        let held = |from: &EntryFrom| match from {
            EntryFrom::Qualification(qualification) => self
                .catalogue
                .qualification(*qualification)
                .map(|info| Held { title: &info.title, href: links::roles_from(qualification) }),
            EntryFrom::Role(id) => {
                self.catalogue.graph().get(id).map(|role| Held { title: &role.title, href: links::role(&role.id) })
            }
        };
        route.from.iter().filter_map(held).collect()
    }

    fn organisation(&self, registration: &Registration) -> Option<&'a Organisation> {
        self.catalogue.organisation(&registration.with)
    }

    fn run_by(&self, route: &EntryRoute) -> Vec<&'a Organisation> {
        route.run_by.iter().filter_map(|id| self.catalogue.organisation(id)).collect()
    }

    fn more_at(&self) -> Vec<&'a Organisation> {
        self.role.more_at.iter().filter_map(|id| self.catalogue.organisation(id)).collect()
    }

    fn pathways(&self) -> Vec<&'a Pathway> {
        let has = |pathway: &&Pathway| {
            pathway.role == self.role.id
                || pathway
                    .routes
                    .iter()
                    .flat_map(|route| &route.steps)
                    .any(|step| step.role.as_ref() == Some(&self.role.id))
        };
        self.catalogue.pathways().iter().filter(has).collect()
    }

    /// What the page is about, for machines. It is JSON, made to stand within a script element.
    fn json_ld(&self) -> String {
        discovery::occupation(&self.frame, self.role)
    }

    /// The lines to copy for a frame on another page.
    fn snippet(&self) -> askama::Result<String> {
        embed::snippet(&self.frame, &format!("{}: a role in health and social care", self.role.title))
    }

    /// The settings that a move from here opens, with the roles.
    fn other_settings(&self) -> Vec<(&'a SettingInfo, Vec<&'a Role>)> {
        let graph = self.catalogue.graph();
        let into = |info: &'a SettingInfo| {
            let gains = |step: &Move<'a>| {
                step.changes_setting() && step.settings_gained().any(|setting| setting == info.setting)
            };
            let roles: Vec<&Role> = graph.next_from(self.role).filter(gains).map(|step| step.to).collect();
            (info, roles)
        };
        self.catalogue.settings().iter().map(into).filter(|(_, roles)| !roles.is_empty()).collect()
    }

    fn leads_to(&self) -> Vec<Vec<&'a Role>> {
        self.catalogue.graph().leads_to_in_steps(self.role)
    }

    fn ways(&self) -> EntryTree<'a> {
        EntryTree::new(self.catalogue.graph().ways_to_become(self.role))
    }

    fn judged(&self) -> Option<String> {
        judged_words(self.role)
    }
}

/// Shows a role.
pub async fn show(role: RoleInAddress) -> Result<Response, PageError> {
    let (catalogue, role) = (role.catalogue(), role.role());
    let mut frame = Frame::new(catalogue, &role.title, links::role(&role.id))
        .described(format!("{} See the ways in and where it can lead.", role.summary))
        .within(SiteArea::Roles)
        .under("Roles", site_map::ROLES)
        .on_line(role.line())
        .pictured(links::og_role(&role.id));
    if let Some(category) = role.line().and_then(|line| catalogue.category(line)) {
        frame = frame.under(&category.title, links::category(&category.id));
    }
    html(&RolePage { frame, catalogue, role })
}
