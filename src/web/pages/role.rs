//! `/roles/{role}`: one role, every way in, and where it can lead.

use std::collections::BTreeSet;

use askama::Template;
use axum::response::Response;

use crate::catalogue::model::indexes::RoleIndex;
use crate::catalogue::model::pathway::Pathway;
use crate::catalogue::model::reference::{Category, ContactInfo, SettingInfo};
use crate::catalogue::model::role::Role;
use crate::catalogue::model::text::{Block, Inline};
use crate::catalogue::model::vocabulary::MarkKind;
use crate::catalogue::{Catalogue, MoveRef, RoleRef};
use crate::interface::Markup;
use crate::site_map;
use crate::web::extractors::RoleInAddress;
use crate::web::labels;
use crate::web::links;
use crate::web::map::small_map::SmallMap;
use crate::web::stylesheet::StyleSheet;
use crate::web::view::entry_tree::EntryTree;
use crate::web::view::error_page::PageError;
use crate::web::view::frame::{Frame, SiteArea};
use crate::web::view::html;
use crate::web::view::item::Item;
use crate::web::view::job_facts;
use crate::web::view::json_ld;
use crate::web::view::key_facts::{KeyFact, key_facts};
use crate::web::view::outside_search::{self, SearchGroup};
use crate::web::view::role_card::RoleCard;
use crate::web::view::role_facts::{self, FieldValue, RoleField, judged_words};
use crate::web::view::similar_roles::{SimilarView, similar_roles};
use crate::web::view::snippet::snippet;
use crate::web::view::way_in::{self, WayIn};

/// A longer list is folded on a phone.
const MOST_UNFOLDED: usize = 3;
/// More ways in are folded there.
const MOST_WAYS_UNFOLDED: usize = 2;

/// The most rows of the tree of all ways to become one.
const MOST_ROWS: usize = 15;
/// The most roles named of all that it can lead to.
const MOST_NAMED: usize = 15;

#[derive(Template)]
#[template(path = "role.html")]
struct RolePage<'a> {
    frame: Frame<'a>,
    catalogue: &'a Catalogue,
    role: RoleRef<'a>,
    /// The roles it can lead to, by the number of steps.
    leads_to: Vec<Vec<&'a Role>>,
}

impl<'a> RolePage<'a> {
    fn category(&self) -> Option<&'a Category> {
        self.role.line()
    }

    fn other_categories(&self) -> Vec<&'a Category> {
        self.role.categories().skip(1).collect()
    }

    fn settings(&self) -> Vec<&'a SettingInfo> {
        self.role.settings().collect()
    }

    fn contact(&self) -> Option<&'a ContactInfo> {
        self.role.contact()
    }

    fn next(&self) -> Vec<RoleCard<'a>> {
        self.role.successors().map(RoleCard::next).collect()
    }

    fn similar(&self) -> Vec<SimilarView<'a>> {
        similar_roles(self.catalogue, self.role)
    }

    fn surroundings(&self) -> Option<SmallMap<'a>> {
        SmallMap::around(self.role)
    }

    fn members(&self) -> Vec<RoleRef<'a>> {
        self.role.members().collect()
    }

    fn pathways(&self) -> Vec<&'a Pathway> {
        self.role.pathways().collect()
    }

    /// What the page is about, for machines. It is JSON, made to stand within a script element.
    fn json_ld(&self) -> String {
        json_ld::occupation(&self.frame, self.role)
    }

    /// The lines to copy for a frame on another page.
    fn snippet(&self) -> askama::Result<String> {
        snippet(&self.frame, &self.catalogue.interface().role_for_another_site(&self.role.title))
    }

    /// The settings that a move from here opens, with the roles.
    fn other_settings(&self) -> Vec<(&'a SettingInfo, Vec<RoleRef<'a>>)> {
        let into = |info: &'a SettingInfo| {
            let gains = |step: &MoveRef<'a>| {
                step.changes_setting() && step.settings_gained().any(|gained| gained.setting == info.setting)
            };
            let roles: Vec<RoleRef<'_>> = self.role.successors().filter(gains).map(MoveRef::to).collect();
            (info, roles)
        };
        self.catalogue.settings().iter().map(into).filter(|(_, roles)| !roles.is_empty()).collect()
    }

    /// What the small map shows and no other list of the page names, by section.
    fn drawn_alone(&self, map: &SmallMap<'a>) -> Vec<(&'a str, Vec<&'a Role>)> {
        let before: BTreeSet<String> = self.comes_from().into_iter().filter_map(|item| item.href).collect();
        let next: BTreeSet<RoleIndex> = self.next().iter().map(|card| card.role.index).collect();
        let is_named = |role: &Role| {
            role.id == self.role.id || next.contains(&role.index) || before.contains(&links::role(&role.id))
        };
        let alone = map.sections.iter().map(|section| {
            let roles = section.signs.iter().map(|sign| sign.role).filter(|role| !is_named(role));
            (section.title, roles.collect::<Vec<_>>())
        });
        alone.filter(|(_, roles)| !roles.is_empty()).collect()
    }

    /// How many roles it can lead to, in any number of steps.
    fn count_it_leads_to(&self) -> usize {
        self.leads_to.iter().map(Vec::len).sum()
    }

    /// All the ways to become one; none where they are too many to read.
    fn ways(&self) -> Option<EntryTree<'a>> {
        let tree = EntryTree::new(self.catalogue, self.catalogue.graph().ways_to_become(self.role.role()));
        (tree.rows() <= MOST_ROWS).then_some(tree)
    }

    fn judged(&self) -> Option<String> {
        judged_words(self.role)
    }

    /// What is recorded of one kind, as comparisons and handouts have it too.
    fn items(&self, field: &RoleField) -> Vec<Item> {
        role_facts::fact(self.role, *field).items
    }

    /// Pay, hours and checks, as far as they are recorded.
    fn job_facts(&self) -> Vec<FieldValue> {
        let facts = [RoleField::Pay, RoleField::Hours, RoleField::Checks].map(|kind| role_facts::fact(self.role, kind));
        facts.into_iter().filter(|fact| !fact.items.is_empty()).collect()
    }

    /// The pages its facts were read on.
    fn pages(&self) -> Vec<Item> {
        job_facts::pages(self.role)
    }

    /// The roles from which one comes here.
    fn comes_from(&self) -> Vec<Item> {
        self.items(&RoleField::From)
    }

    /// What is recorded of the work.
    fn about(&self) -> Vec<FieldValue> {
        let kinds = [RoleField::WhatYouDo, RoleField::WhereYouWork, RoleField::Qualities];
        let facts = kinds.into_iter().map(|kind| role_facts::fact(self.role, kind));
        facts.filter(|fact| !fact.items.is_empty()).collect()
    }

    /// What people come for, in a few words each.
    fn key_facts(&self) -> Vec<KeyFact<'a>> {
        key_facts(self.role)
    }

    /// What our sources do not say.
    fn not_known(&self) -> Option<String> {
        role_facts::not_known(self.role)
    }

    /// What has changed since the sources.
    fn changes(&self) -> Vec<Markup> {
        role_facts::changes(self.role)
    }

    /// Where one looks for jobs, apprenticeships and courses.
    fn searches(&self) -> Vec<SearchGroup<'a>> {
        outside_search::groups(self.role)
    }

    fn registrations(&self) -> Vec<Markup> {
        role_facts::registrations(self.role)
    }

    fn one_kind_of(&self) -> Option<Markup> {
        role_facts::one_kind_of(self.role)
    }

    fn reviewed(&self) -> String {
        role_facts::reviewed(self.role)
    }

    fn ways_in(&self) -> Vec<WayIn<'a>> {
        way_in::ways_in(self.role)
    }
}

/// Shows a role.
pub async fn show(role: RoleInAddress) -> Result<Response, PageError> {
    let (catalogue, role) = (role.catalogue(), role.role());
    let t = catalogue.interface();
    let mut frame = Frame::new(catalogue, &role.role().title, links::role(&role.id))
        .described(t.description_of_a_role(&role.summary))
        .within(SiteArea::Roles)
        .under(t.roles(), site_map::ROLES)
        .on_line(role.line())
        .styled(StyleSheet::Role)
        .pictured(links::og_role(&role.id))
        .as_json(links::api_role(&role.id));
    if let Some(category) = role.line() {
        frame = frame.under(&category.title, links::category(&category.id));
    }
    let leads_to = catalogue.graph().leads_to_in_steps(role.role());
    html(&RolePage { frame, catalogue, role, leads_to })
}
