//! `/compare?role=&role=`: two to four roles side by side, the same facts in the same rows.

use askama::Template;
use axum::extract::RawQuery;
use axum::response::Response;
use form_urlencoded::Serializer;

use super::card::and_list;
use super::facts::{FactKind, Item, fact};
use super::frame::{Area, Frame};
use super::html;
use crate::catalogue::Catalogue;
use crate::catalogue::role::Role;
use crate::web::error::PageError;
use crate::web::query;
use crate::web::state::CurrentCatalogue;

/// The most roles that fit beside each other.
const MOST: usize = 4;
const MOST_NEAR: usize = 5;
/// The key of a role in an address.
const ROLE: &str = "role";

/// The rows, in order.
const ROWS: [FactKind; 16] = [
    FactKind::Summary,
    FactKind::Level,
    FactKind::Setting,
    FactKind::Contact,
    FactKind::Registration,
    FactKind::WaysIn,
    FactKind::Next,
    FactKind::OpenDoors,
    FactKind::From,
    FactKind::WhatItIs,
    FactKind::WhatYouDo,
    FactKind::WhereYouWork,
    FactKind::Qualities,
    FactKind::Category,
    FactKind::Mark,
    FactKind::Sources,
];

#[derive(Template)]
#[template(path = "compare.html")]
struct ComparePage<'a> {
    frame: Frame<'a>,
    asked: Asked<'a>,
    rows: Vec<Row<'a>>,
}

/// What the visitor asked for: roles, and names that no role has.
struct Asked<'a> {
    catalogue: &'a Catalogue,
    roles: Vec<&'a Role>,
    unknown: Vec<Unknown<'a>>,
}

/// A name that no role has, and the roles that may have been meant.
struct Unknown<'a> {
    name: String,
    near: Vec<&'a Role>,
}

/// One fact of each role.
struct Row<'a> {
    kind: FactKind,
    cells: Vec<Cell<'a>>,
    differs: bool,
}

struct Cell<'a> {
    role: &'a Role,
    items: Vec<Item>,
}

impl<'a> Asked<'a> {
    fn parse(catalogue: &'a Catalogue, query: Option<&str>) -> Self {
        let mut asked = Self { catalogue, roles: vec![], unknown: vec![] };
        let pairs = query::pairs(query);
        let names = query::borrowed(&pairs).filter(|(key, _)| *key == ROLE).map(|(_, name)| name.trim());
        for name in names.filter(|name| !name.is_empty()) {
            match catalogue.graph().named(name) {
                Some(role) if asked.has(role) => {}
                Some(role) => asked.roles.push(role),
                None => asked.unknown.push(Unknown {
                    name: name.chars().take(100).collect(),
                    near: catalogue.graph().nearest(name, MOST_NEAR),
                }),
            }
        }
        asked
    }

    fn has(&self, role: &Role) -> bool {
        self.roles.iter().any(|chosen| chosen.id == role.id)
    }

    /// Whether there is something to compare.
    fn is_enough(&self) -> bool {
        (2..=MOST).contains(&self.roles.len())
    }

    fn is_too_many(&self) -> bool {
        self.roles.len() > MOST
    }

    fn address(&self) -> String {
        address("/compare", self.roles.iter().copied())
    }

    fn pack(&self) -> String {
        address("/pack", self.roles.iter().copied())
    }

    fn with(&self, role: &Role) -> String {
        address("/compare", self.roles.iter().copied().chain([role]))
    }

    fn without(&self, role: &Role) -> String {
        address("/compare", self.roles.iter().copied().filter(|chosen| chosen.id != role.id))
    }

    /// Roles one may want beside these: where the first leads, and what leads to it.
    fn suggestions(&self) -> Vec<&'a Role> {
        let graph = self.catalogue.graph();
        let mut beside: Vec<&Role> = Vec::new();
        for role in self.roles.iter().take(1) {
            let near = graph.next_from(role).map(|step| step.to).chain(graph.leading_to(role).map(|step| step.from));
            for role in near {
                if !self.has(role) && !beside.iter().any(|known| known.id == role.id) {
                    beside.push(role);
                }
            }
        }
        beside.truncate(MOST_NEAR);
        beside
    }

    /// What stands in each box of the form.
    fn boxes(&self) -> Vec<(usize, &'a str)> {
        (0..MOST).map(|place| (place + 1, self.roles.get(place).map_or("", |role| role.title.as_str()))).collect()
    }

    /// What a browser suggests for a box.
    fn titles(&self) -> impl Iterator<Item = &'a str> {
        self.catalogue.roles().iter().flat_map(Role::all_titles)
    }

    fn heading(&self) -> String {
        let titles: Vec<String> = self.roles.iter().map(|role| role.title.clone()).collect();
        if self.is_enough() { format!("Compare {}", and_list(&titles)) } else { "Compare roles".to_owned() }
    }
}

impl<'a> ComparePage<'a> {
    /// The names of the rows that say the same of every role, or that do not.
    fn names(&self, differs: bool) -> String {
        let rows = self.rows.iter().filter(|row| row.differs == differs);
        let names: Vec<String> = rows.map(|row| super::card::lower_first(row.kind.label())).collect();
        and_list(&names)
    }
}

fn address<'r>(path: &str, roles: impl Iterator<Item = &'r Role>) -> String {
    let mut query = Serializer::new(String::new());
    for role in roles {
        query.append_pair(ROLE, role.id.as_str());
    }
    let query = query.finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

fn row<'a>(catalogue: &Catalogue, roles: &[&'a Role], kind: FactKind) -> Row<'a> {
    let cells: Vec<Cell<'_>> =
        roles.iter().map(|role| Cell { role, items: fact(catalogue, role, kind).items }).collect();
    let differs = cells.windows(2).any(|pair| matches!(pair, [left, right] if left.items != right.items));
    Row { kind, cells, differs }
}

/// Shows roles side by side.
pub async fn show(catalogue: CurrentCatalogue, RawQuery(query): RawQuery) -> Result<Response, PageError> {
    let asked = Asked::parse(&catalogue, query.as_deref());
    let shown: &[&Role] = if asked.is_enough() { &asked.roles } else { &[] };
    let rows = ROWS.into_iter().map(|kind| row(&catalogue, shown, kind)).collect();
    let frame = Frame::new(&catalogue, asked.heading(), asked.address())
        .described("Two to four roles side by side: the same facts in the same rows, and what differs.")
        .within(Area::Roles)
        .under("Roles", "/roles");
    html(&ComparePage { frame, asked, rows })
}
