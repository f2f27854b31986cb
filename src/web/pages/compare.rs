//! `/compare?role=&role=`: two to four roles side by side, the same facts in the same rows.

use askama::Template;
use axum::extract::RawQuery;
use axum::response::Response;

use crate::catalogue::model::role::Role;
use crate::catalogue::{Catalogue, RoleRef};
use crate::site_map;
use crate::web::labels::lower_first;
use crate::web::links;
use crate::web::query;
use crate::web::query::role_selection::RoleSelection;
use crate::web::state::CurrentCatalogue;
use crate::web::stylesheet::StyleSheet;
use crate::web::view::error_page::PageError;
use crate::web::view::frame::{Frame, SiteArea};
use crate::web::view::html;
use crate::web::view::item::Item;
use crate::web::view::key_facts::{KeyFact, key_facts};
use crate::web::view::role_facts::{RoleField, fact};
use crate::web::view::suggested_titles::suggested_titles;

/// The most roles that fit beside each other.
const MOST: usize = 4;
const MOST_SUGGESTED: usize = 5;
/// Of a longer list the first are shown, and how many more the role's own page has.
const MOST_ITEMS: usize = 3;

/// The rows, in order: short facts, then lists. Longer texts are on the page of each role.
const ROWS: [RoleField; 14] = [
    RoleField::Summary,
    RoleField::Pay,
    RoleField::Hours,
    RoleField::Level,
    RoleField::Setting,
    RoleField::Contact,
    RoleField::Registration,
    RoleField::Checks,
    RoleField::WaysIn,
    RoleField::Next,
    RoleField::From,
    RoleField::WhatYouDo,
    RoleField::Qualities,
    RoleField::Mark,
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
    label: &'a str,
    /// Whether its cells are short enough to stand beside each other on a phone.
    is_short: bool,
    cells: Vec<Cell<'a>>,
}

struct Cell<'a> {
    role: RoleRef<'a>,
    items: Vec<Item>,
}

impl Row<'_> {
    fn differs(&self) -> bool {
        self.cells.windows(2).any(|pair| matches!(pair, [left, right] if left.items != right.items))
    }

    fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.items.is_empty())
    }
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
    fn titles(&self) -> Vec<&'a str> {
        suggested_titles(self.catalogue)
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

    /// The rows in which the roles are not alike.
    fn different(&self) -> impl Iterator<Item = &Row<'a>> {
        self.rows.iter().filter(|row| row.differs())
    }

    /// What all of these roles have in common: the name of each fact, and what it is.
    fn alike(&self) -> Vec<(&'a str, String)> {
        let alike = self.rows.iter().filter(|row| !row.differs() && !row.is_empty());
        let text = |row: &Row<'_>| {
            let items = row.cells.iter().take(1).flat_map(|cell| &cell.items);
            items.map(|item| item.text.as_str()).collect::<Vec<_>>().join(", ")
        };
        alike.map(|row| (row.label, text(row))).collect()
    }

    /// What our sources say of none of them. A report that names none of them is no gap.
    fn not_known(&self) -> Option<String> {
        let t = self.asked.catalogue.interface();
        let names: Vec<String> = self
            .rows
            .iter()
            .filter(|row| row.is_empty() && row.kind != RoleField::Mark)
            .map(|row| lower_first(row.label))
            .collect();
        (!names.is_empty()).then(|| t.sources_do_not_say(t.and_list(&names)))
    }
}

/// The facts that stand at the top of the roles' own pages.
fn key_rows<'a>(roles: &[RoleRef<'a>]) -> Vec<Row<'a>> {
    let facts: Vec<Vec<KeyFact<'a>>> = roles.iter().map(|&role| key_facts(role)).collect();
    let mut labels: Vec<&'a str> = Vec::new();
    for fact in facts.iter().flatten().filter(|fact| !fact.is_pay) {
        if !labels.contains(&fact.label) {
            labels.push(fact.label);
        }
    }
    let cell = |label: &str, role: RoleRef<'a>, facts: &[KeyFact<'a>]| Cell {
        role,
        items: facts.iter().filter(|fact| fact.label == label).map(|fact| Item::new(&fact.text)).collect(),
    };
    let cells = |label| roles.iter().zip(&facts).map(|(&role, facts)| cell(label, role, facts)).collect();
    labels
        .into_iter()
        .map(|label| Row { kind: RoleField::Summary, label, is_short: true, cells: cells(label) })
        .collect()
}

fn row<'a>(roles: &[RoleRef<'a>], kind: RoleField) -> Row<'a> {
    let items = |role: RoleRef<'a>| {
        let mut items: Vec<Item> = fact(role, kind).items.into_iter().map(|item| shortened(kind, item)).collect();
        if items.len() > MOST_ITEMS {
            let t = role.entities().interface();
            let more = t.and_so_many_more(items.len() - MOST_ITEMS).trim_start().to_owned();
            items.truncate(MOST_ITEMS);
            items.push(Item::link(more, links::role(&role.id), vec![]));
        }
        items
    };
    let cells = roles.iter().map(|&role| Cell { role, items: items(role) }).collect();
    let label = roles.first().map_or("", |role| kind.label(role.entities().interface()));
    Row { kind, label, is_short: kind.is_short(), cells }
}

/// The name alone of what has a page, or a place on one, that says the rest.
fn shortened(kind: RoleField, item: Item) -> Item {
    use RoleField::{From, Next, Pay, WaysIn};
    if matches!(kind, From | Next | Pay | WaysIn) { Item { notes: vec![], ..item } } else { item }
}

/// Shows roles side by side.
pub async fn show(catalogue: CurrentCatalogue, RawQuery(query): RawQuery) -> Result<Response, PageError> {
    let chosen = RoleSelection::parse(&catalogue, &query::pairs(query.as_deref()));
    let asked = Asked { catalogue: &catalogue, chosen };
    let shown: &[&Role] = if asked.is_enough() { &asked.chosen.roles } else { &[] };
    let shown: Vec<RoleRef<'_>> = shown.iter().map(|role| catalogue.role_at(role.index)).collect();
    let rows = key_rows(&shown).into_iter().chain(ROWS.into_iter().map(|kind| row(&shown, kind))).collect();
    let frame = Frame::new(&catalogue, asked.heading(), asked.chosen.address(site_map::COMPARE))
        .described(catalogue.interface().about_comparing())
        .within(SiteArea::Roles)
        .under(catalogue.interface().roles(), site_map::ROLES)
        .styled(StyleSheet::Compare);
    html(&ComparePage { frame, asked, rows })
}
