//! `/api/v1/graph`: every role, and every move from role to role, as JSON.

use axum::extract::RawQuery;
use axum::response::Response;
use serde::Serialize;

use crate::catalogue::RoleRef;
use crate::catalogue::graph::Direction;
use crate::web::api::answer::{ApiQuery, answer, sources};
use crate::web::state::CurrentCatalogue;
use crate::web::view::api_error::ApiError;

#[derive(Serialize)]
struct Graph<'a> {
    nodes: Vec<Node<'a>>,
    edges: Vec<EdgeBody<'a>>,
}

#[derive(Serialize)]
struct Node<'a> {
    id: &'a str,
    title: &'a str,
    levels: Vec<&'a str>,
    settings: Vec<&'a str>,
    categories: Vec<&'a str>,
}

/// A move from role to role: a printed progression, or an entry route that starts in a role.
#[derive(Serialize)]
struct EdgeBody<'a> {
    kind: &'static str,
    from: &'a str,
    to: &'a str,
    direction: &'static str,
    sources: Vec<&'a str>,
}

impl<'a> Node<'a> {
    fn new(at: RoleRef<'a>) -> Self {
        let role = at.role();
        Self {
            id: role.id.as_str(),
            title: &role.title,
            levels: at.levels().map(|info| info.id.as_str()).collect(),
            settings: at.settings().map(|info| info.id.as_str()).collect(),
            categories: at.categories().map(|category| category.id.as_str()).collect(),
        }
    }
}

/// `/api/v1/graph`: every role, and every move from role to role.
///
/// # Errors
///
/// `unknown-parameter` (400) where it is asked with any.
pub async fn graph(catalogue: CurrentCatalogue, RawQuery(query): RawQuery) -> Result<Response, ApiError> {
    ApiQuery::parse(&catalogue, query.as_deref(), &[])?;
    let graph = catalogue.graph();
    let printed = graph.moves().map(|step| EdgeBody {
        kind: "progression",
        from: step.from.id.as_str(),
        to: step.to.id.as_str(),
        direction: step.direction().id(),
        sources: sources(&catalogue, &step.progression.sources),
    });
    let implied = catalogue.role_refs().flat_map(|from| {
        from.entry_successors().map(move |(to, route)| EdgeBody {
            kind: "entry",
            from: from.role().id.as_str(),
            to: to.role().id.as_str(),
            direction: Direction::between(from.level(), to.level()).id(),
            sources: sources(from.entities(), &route.sources),
        })
    });
    let edges = printed.chain(implied).collect();
    Ok(answer(&catalogue, Graph { nodes: catalogue.role_refs().map(Node::new).collect(), edges }))
}
