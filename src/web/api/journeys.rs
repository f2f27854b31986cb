//! `/api/v1/journeys` and `/api/v1/graph`: the roads between roles, as JSON.

use axum::extract::RawQuery;
use axum::response::Response;
use serde::Serialize;

use crate::catalogue::journeys::{EdgeKind, Journey, JourneyResult, NearestRole, Step};
use crate::catalogue::{Catalogue, RoleRef};
use crate::site_map;
use crate::web::api::answer;
use crate::web::query::journey_query::{JourneyEnd, JourneyQuery};
use crate::web::state::CurrentCatalogue;
use crate::web::view::error_page::{ApiError, PageError, missing_parameter};

#[derive(Serialize)]
struct Journeys<'a> {
    from: &'a str,
    to: &'a str,
    journeys: Vec<JourneyBody<'a>>,
    /// Where there is none: the roles one can reach that come closest.
    nearest: Vec<NearBody<'a>>,
    /// Where there is none: the roles nearest to the goal from which it can be reached.
    leading: Vec<NearBody<'a>>,
    /// Where there is none: the wishes without any one of which there would be a way.
    opened_without: Vec<&'a str>,
}

#[derive(Serialize)]
struct JourneyBody<'a> {
    steps: Vec<StepBody<'a>>,
    totals: TotalsBody,
}

#[derive(Serialize)]
struct TotalsBody {
    steps: usize,
    months_from: u32,
    months_to: Option<u32>,
    steps_of_unknown_length: usize,
    earns_throughout: Option<bool>,
}

#[derive(Serialize)]
struct StepBody<'a> {
    kind: &'a str,
    from: &'a str,
    to: &'a str,
    /// The qualification with which one takes an entry route, where it asks for one.
    with: Option<&'a str>,
    /// The kind of the entry route that is taken, or that explains the move.
    route: Option<&'a str>,
    how: Option<&'a str>,
    requires: &'a [String],
    months_from: Option<u16>,
    months_to: Option<u16>,
    earns: Option<bool>,
    sources: Vec<&'a str>,
}

#[derive(Serialize)]
struct NearBody<'a> {
    id: &'a str,
    steps: Option<usize>,
}

impl<'a> JourneyBody<'a> {
    fn new(catalogue: &'a Catalogue, journey: &Journey<'a>) -> Self {
        let totals = journey.totals();
        Self {
            steps: journey.steps.iter().map(|step| StepBody::new(catalogue, step)).collect(),
            totals: TotalsBody {
                steps: totals.steps,
                months_from: totals.months_from,
                months_to: totals.months_to,
                steps_of_unknown_length: totals.unknown_lengths,
                earns_throughout: totals.earns,
            },
        }
    }
}

impl<'a> StepBody<'a> {
    fn new(catalogue: &'a Catalogue, step: &Step<'a>) -> Self {
        let (how, with, sources) = match step.edge {
            EdgeKind::Study(climb) => (Some(climb.how.as_str()), None, &climb.sources),
            EdgeKind::Entry { route, with } => (Some(route.summary.as_str()), with, &route.sources),
            EdgeKind::Progression { step, .. } => (step.progression.how.as_deref(), None, &step.progression.sources),
        };
        let months = step.months();
        Self {
            kind: step.kind(),
            from: step.from.id(),
            to: step.to.id(),
            with: with.map(|held| held.id.as_str()),
            route: step.route().map(|route| route.kind.id()),
            how,
            requires: step.route().map_or(&[], |route| &route.requires),
            months_from: months.map(|months| months.from),
            months_to: months.and_then(|months| months.to),
            earns: step.earns,
            sources: crate::web::api::sources(catalogue, sources),
        }
    }
}

fn near<'a>(roles: &[NearestRole<'a>]) -> Vec<NearBody<'a>> {
    roles.iter().map(|near| NearBody { id: near.role.id.as_str(), steps: near.steps }).collect()
}

/// `/api/v1/journeys?from=&to=`: the ways that `/journeys` shows for the same query, in the same order.
///
/// # Errors
///
/// `missing-parameter` (400) without both ends; `unknown-role` (404) where one of them names nothing.
pub async fn journeys(catalogue: CurrentCatalogue, RawQuery(query): RawQuery) -> Result<Response, ApiError> {
    let asked = JourneyQuery::parse(&catalogue, query.as_deref());
    let (from, to) = match (&asked.from, &asked.to) {
        (JourneyEnd::Found(from), JourneyEnd::Found(to)) => (*from, *to),
        (JourneyEnd::Unknown(text), _) | (_, JourneyEnd::Unknown(text)) => {
            return Err(PageError::unknown_role(&catalogue, text).into());
        }
        _ => {
            let message = catalogue.interface().say_where_from_and_where_to(site_map::API_JOURNEYS);
            return Ok(missing_parameter(&message));
        }
    };
    let mut body = Journeys {
        from: from.id(),
        to: to.id.as_str(),
        journeys: vec![],
        nearest: vec![],
        leading: vec![],
        opened_without: vec![],
    };
    match catalogue.planner().plan(from, to, &asked.wishes) {
        JourneyResult::AlreadyThere => {}
        JourneyResult::Found(journeys) => {
            body.journeys = journeys.iter().map(|way| JourneyBody::new(&catalogue, way)).collect()
        }
        JourneyResult::NoRoute(no_route) => {
            body.nearest = near(&no_route.reachable);
            body.leading = near(&no_route.leading);
            body.opened_without = no_route.opened_without.iter().map(|wish| wish.key()).collect();
        }
    }
    Ok(answer(body))
}

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
pub async fn graph(catalogue: CurrentCatalogue) -> Response {
    let graph = catalogue.graph();
    let printed = graph.moves().map(|step| EdgeBody {
        kind: "progression",
        from: step.from.id.as_str(),
        to: step.to.id.as_str(),
        direction: step.direction().id(),
        sources: crate::web::api::sources(&catalogue, &step.progression.sources),
    });
    let implied = catalogue.role_refs().flat_map(|from| {
        from.entry_successors().map(move |(to, route)| EdgeBody {
            kind: "entry",
            from: from.role().id.as_str(),
            to: to.role().id.as_str(),
            direction: crate::catalogue::graph::Direction::between(from.level(), to.level()).id(),
            sources: crate::web::api::sources(from.entities(), &route.sources),
        })
    });
    let edges = printed.chain(implied).collect();
    answer(Graph { nodes: catalogue.role_refs().map(Node::new).collect(), edges })
}
