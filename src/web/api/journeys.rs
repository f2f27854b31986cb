//! `/api/v1/journeys`: the ways from a place to a role, as JSON.

use axum::extract::RawQuery;
use axum::response::Response;
use serde::Serialize;

use crate::catalogue::Catalogue;
use crate::catalogue::journeys::{Earns, EdgeKind, Journey, JourneyResult, NearestRole, Step, Waypoint};
use crate::site_map;
use crate::web::api::answer::{ApiQuery, answer, sources};
use crate::web::query::journey_query::{JourneyEnd, JourneyQuery};
use crate::web::query::parameters;
use crate::web::state::CurrentCatalogue;
use crate::web::view::api_error::ApiError;
use crate::web::view::asks::{AskedFor, asked_for};
use crate::web::view::error_page::PageError;
use crate::web::view::journey_names::names;
use crate::web::view::one_end::best_of_each;
use crate::web::view::trip::caution;

#[derive(Serialize)]
struct Journeys<'a> {
    from: Option<&'a str>,
    to: Option<&'a str>,
    journeys: Vec<JourneyBody<'a>>,
    /// The moves of the way that a source prints, where it is none of the journeys.
    printed: Vec<StepBody<'a>>,
    /// Where there is none: the roles one can reach that come closest.
    nearest: Vec<NearBody<'a>>,
    /// Where there is none: the roles nearest to the goal from which it can be reached.
    leading: Vec<NearBody<'a>>,
    /// Where there is none: the wishes without any one of which there would be a way.
    opened_without: Vec<&'a str>,
}

#[derive(Serialize)]
struct JourneyBody<'a> {
    name: String,
    from: Option<&'a str>,
    to: Option<&'a str>,
    stops: usize,
    months: MonthsBody,
    earn: &'static str,
    unmet: usize,
    caution: Option<String>,
    steps: Vec<StepBody<'a>>,
    totals: TotalsBody,
}

#[derive(Serialize)]
struct MonthsBody {
    known: u32,
    unknown_stops: usize,
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
    asks: Vec<AskBody>,
    met: &'static str,
    caution: Option<String>,
    sources: Vec<&'a str>,
}

#[derive(Serialize)]
struct AskBody {
    kind: &'static str,
    title: String,
    level: Option<u8>,
    months: Option<u16>,
    earn: Option<bool>,
}

impl From<AskedFor> for AskBody {
    fn from(asked: AskedFor) -> Self {
        let AskedFor { kind, title, level, months, earn } = asked;
        Self { kind, title, level, months: months.map(|months| months.from), earn }
    }
}

#[derive(Serialize)]
struct NearBody<'a> {
    id: &'a str,
    steps: Option<usize>,
}

impl<'a> JourneyBody<'a> {
    fn new(catalogue: &'a Catalogue, journey: &Journey<'a>, name: String) -> Self {
        let totals = journey.totals();
        let t = catalogue.interface();
        Self {
            name,
            from: journey.steps.first().map(|step| step.from.id()),
            to: journey.steps.last().map(|step| step.to.id()),
            stops: journey.stops(),
            months: MonthsBody { known: totals.months_from, unknown_stops: totals.unknown_lengths },
            earn: totals.earns.id(),
            unmet: journey.unmet(),
            caution: journey.below_start().map(|role| t.goes_below_the_start(&role.title)),
            steps: journey.steps.iter().map(|step| StepBody::new(catalogue, step)).collect(),
            totals: TotalsBody {
                steps: totals.steps,
                months_from: totals.months_from,
                months_to: totals.months_to,
                steps_of_unknown_length: totals.unknown_lengths,
                earns_throughout: match totals.earns {
                    Earns::Throughout => Some(true),
                    _ if journey.steps.iter().any(|step| step.earns == Some(false)) => Some(false),
                    _ => None,
                },
            },
        }
    }
}

impl<'a> StepBody<'a> {
    fn new(catalogue: &'a Catalogue, step: &Step<'a>) -> Self {
        let (how, with) = match step.edge {
            EdgeKind::Study(climb) => (Some(climb.how.as_str()), None),
            EdgeKind::Entry { route, with } => (Some(route.summary.as_str()), with),
            EdgeKind::Progression { step, .. } => (step.progression.how.as_deref(), None),
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
            asks: asked_for(catalogue, step).into_iter().map(AskBody::from).collect(),
            met: step.met.id(),
            caution: caution(catalogue, step),
            sources: sources(catalogue, step.sources()),
        }
    }
}

fn near<'a>(roles: &[NearestRole<'a>]) -> Vec<NearBody<'a>> {
    roles.iter().map(|near| NearBody { id: near.role.id.as_str(), steps: near.steps }).collect()
}

/// `/api/v1/journeys?from=&to=`: the ways that `/journeys` shows for the same query, in the same order. With one end alone: the
/// best way to each role from there, or to there from each starting point.
///
/// # Errors
///
/// What is wrong with the parameters (400); `missing-parameter` (400) without any end; `unknown-role` (404) where one of them
/// names nothing.
pub async fn journeys(catalogue: CurrentCatalogue, RawQuery(query): RawQuery) -> Result<Response, ApiError> {
    ApiQuery::parse(&catalogue, query.as_deref(), &parameters::of_journeys(&catalogue))?;
    let asked = JourneyQuery::parse(&catalogue, query.as_deref());
    let t = catalogue.interface();
    match (&asked.from, &asked.to) {
        (JourneyEnd::Unknown(text), _) | (_, JourneyEnd::Unknown(text)) => {
            return Err(PageError::unknown_role(&catalogue, site_map::API_JOURNEYS, text).into());
        }
        (JourneyEnd::Empty, JourneyEnd::Empty) => {
            return Err(ApiError::missing_parameter(&catalogue, t.say_where_from_or_where_to(site_map::API_JOURNEYS)));
        }
        _ => {}
    }
    let (from, to) = (asked.from_place_found(), asked.to_role());
    let mut body = Journeys {
        from: from.map(Waypoint::id),
        to: to.map(|role| role.id.as_str()),
        journeys: vec![],
        printed: vec![],
        nearest: vec![],
        leading: vec![],
        opened_without: vec![],
    };
    let Some((from, to)) = from.zip(to) else {
        let best = best_of_each(&catalogue, &asked);
        let named = |journey| JourneyBody::new(&catalogue, journey, names(t, std::slice::from_ref(journey)).concat());
        body.journeys = best.iter().map(named).collect();
        return Ok(answer(&catalogue, body));
    };
    match catalogue.planner().plan(from, to, &asked.wishes) {
        JourneyResult::AlreadyThere => {}
        JourneyResult::Found { journeys, printed } => {
            let named = journeys.iter().zip(names(t, &journeys));
            body.journeys = named.map(|(way, name)| JourneyBody::new(&catalogue, way, name)).collect();
            let moves = printed.iter().flat_map(|printed| &printed.moves);
            body.printed = moves.map(|printed| StepBody::new(&catalogue, &printed.step)).collect();
        }
        JourneyResult::NoRoute(no_route) => {
            body.nearest = near(&no_route.reachable);
            body.leading = near(&no_route.leading);
            body.opened_without = no_route.opened_without.iter().map(|wish| wish.key()).collect();
        }
    }
    Ok(answer(&catalogue, body))
}
