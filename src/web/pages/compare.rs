//! `/compare?role=&role=`: two to four roles side by side, the same facts in the same rows.

use askama::Template;
use axum::extract::RawQuery;
use axum::response::Response;

use crate::catalogue::model::role::Role;
use crate::catalogue::{Catalogue, RoleRef};
use crate::site_map;
use crate::web::labels::lower_first;
use crate::web::query;
use crate::web::query::role_selection::RoleSelection;
use crate::web::state::CurrentCatalogue;
use crate::web::view::error_page::PageError;
use crate::web::view::frame::{Frame, SiteArea};
use crate::web::view::html;
use crate::web::view::item::Item;
use crate::web::view::role_facts::{RoleField, fact};

/// The most roles that fit beside each other.
const MOST: usize = 4;
const MOST_SUGGESTED: usize = 5;

/// The rows, in order.
const ROWS: [RoleField; 20] = [
    RoleField::Summary,
    RoleField::Level,
    RoleField::Setting,
    RoleField::Contact,
    RoleField::Registration,
    RoleField::Pay,
    RoleField::Hours,
    RoleField::Checks,
    RoleField::WaysIn,
    RoleField::Next,
    RoleField::OpenDoors,
    RoleField::From,
    RoleField::WhatItIs,
    RoleField::WhatYouDo,
    RoleField::WhereYouWork,
    RoleField::Qualities,
    RoleField::Category,
    RoleField::Mark,
    RoleField::Changed,
    RoleField::Sources,
];

#[derive(Template)]
#[template(path = "compare.html")]
struct ComparePage<'a> {
    frame: Frame<'a>,
    asked: Asked<'a>,
    rows: Vec<Row<'a>>,
}

/// What the visitor asked for.
struct Asked<'a> {
    catalogue: &'a Catalogue,
    chosen: RoleSelection<'a>,
}

/// One fact of each role.
struct Row<'a> {
    kind: RoleField,
    cells: Vec<Cell<'a>>,
    differs: bool,
}

struct Cell<'a> {
    role: RoleRef<'a>,
    items: Vec<Item>,
}

impl<'a> Asked<'a> {
    /// Whether there is something to compare.
    fn is_enough(&self) -> bool {
        (2..=MOST).contains(&self.chosen.roles.len())
    }

    fn is_too_many(&self) -> bool {
        self.chosen.roles.len() > MOST
    }

    fn pack(&self) -> String {
        self.chosen.address(site_map::PACK)
    }

    fn with(&self, role: &'a Role) -> String {
        self.chosen.with(role).address(site_map::COMPARE)
    }

    fn without(&self, role: &Role) -> String {
        self.chosen.without(role).address(site_map::COMPARE)
    }

    /// Roles one may want beside these: where the first leads, and what leads to it.
    fn suggestions(&self) -> Vec<&'a Role> {
        let graph = self.catalogue.graph();
        let mut beside: Vec<&Role> = Vec::new();
        for role in self.chosen.roles.iter().take(1) {
            let near = graph.successors(role).map(|step| step.to).chain(graph.predecessors(role).map(|step| step.from));
            for role in near {
                if !self.chosen.has(role) && !beside.iter().any(|known| known.id == role.id) {
                    beside.push(role);
                }
            }
        }
        beside.truncate(MOST_SUGGESTED);
        beside
    }

    /// What stands in each box of the form.
    fn boxes(&self) -> Vec<(usize, &'a str)> {
        (0..MOST)
            .map(|place| (place + 1, self.chosen.roles.get(place).map_or("", |role| role.title.as_str())))
            .collect()
    }

    /// What a browser suggests for a box.
    fn titles(&self) -> impl Iterator<Item = &'a str> {
        self.catalogue.roles().iter().flat_map(Role::all_titles)
    }

    fn heading(&self) -> String {
        let t = self.catalogue.interface();
        let titles: Vec<&str> = self.chosen.roles.iter().map(|role| role.title.as_str()).collect();
        if self.is_enough() { t.compare_these(t.and_list(&titles)) } else { t.compare_roles().to_owned() }
    }
}

impl<'a> ComparePage<'a> {
    /// The roles that are compared.
    fn columns(&self) -> Vec<RoleRef<'a>> {
        self.asked.chosen.roles.iter().map(|role| self.asked.catalogue.role_at(role.index)).collect()
    }

    /// The names of the rows that say the same of every role, or that do not.
    fn names(&self, differs: bool) -> String {
        let rows = self.rows.iter().filter(|row| row.differs == differs);
        let t = self.asked.catalogue.interface();
        t.and_list(&rows.map(|row| lower_first(row.kind.label(t))).collect::<Vec<_>>())
    }
}

fn row<'a>(roles: &[RoleRef<'a>], kind: RoleField) -> Row<'a> {
    let cells: Vec<Cell<'_>> = roles.iter().map(|&role| Cell { role, items: fact(role, kind).items }).collect();
    let differs = cells.windows(2).any(|pair| matches!(pair, [left, right] if left.items != right.items));
    Row { kind, cells, differs }
}

/// Shows roles side by side.
pub async fn show(catalogue: CurrentCatalogue, RawQuery(query): RawQuery) -> Result<Response, PageError> {
    let chosen = RoleSelection::parse(&catalogue, &query::pairs(query.as_deref()));
    let asked = Asked { catalogue: &catalogue, chosen };
    let shown: &[&Role] = if asked.is_enough() { &asked.chosen.roles } else { &[] };
    let shown: Vec<RoleRef<'_>> = shown.iter().map(|role| catalogue.role_at(role.index)).collect();
    let rows = ROWS.into_iter().map(|kind| row(&shown, kind)).collect();
    let frame = Frame::new(&catalogue, asked.heading(), asked.chosen.address(site_map::COMPARE))
        .described(catalogue.interface().about_comparing())
        .within(SiteArea::Roles)
        .under(catalogue.interface().roles(), site_map::ROLES);
    html(&ComparePage { frame, asked, rows })
}
