//! A way into a role in JSON.

use serde::Serialize;

use crate::catalogue::model::months::Months;
use crate::catalogue::model::role::EntryRoute;
use crate::catalogue::{RoleRef, RouteStart};
use crate::web::api::answer::sources;

/// A way into a role.
#[derive(Serialize)]
pub struct EntryRouteBody<'a> {
    kind: &'a str,
    from: Vec<&'a str>,
    stated: &'a str,
    summary: &'a str,
    requires: &'a [String],
    also: &'a [String],
    subjects: &'a [String],
    level: Option<u8>,
    months: Option<MonthsBody>,
    months_from: Option<u16>,
    months_to: Option<u16>,
    experience_months: Option<MonthsBody>,
    earn: Option<bool>,
    run_by: Vec<&'a str>,
    inferred: bool,
    sources: Vec<&'a str>,
}

/// A length of time; without `to`, it is a least one.
#[derive(Serialize)]
pub struct MonthsBody {
    from: u16,
    to: Option<u16>,
}

impl From<Months> for MonthsBody {
    fn from(months: Months) -> Self {
        Self { from: months.from, to: months.to }
    }
}

impl<'a> EntryRouteBody<'a> {
    /// Of one way in.
    pub fn new(role: RoleRef<'a>, route: &'a EntryRoute) -> Self {
        Self {
            kind: route.kind.id(),
            from: role.starts(route).map(RouteStart::id).collect(),
            stated: route.stated.id(),
            summary: &route.summary,
            requires: &route.requires,
            also: &route.also,
            subjects: &route.subjects,
            level: route.level,
            months: route.months.map(MonthsBody::from),
            months_from: route.months.map(|months| months.from),
            months_to: route.months.and_then(|months| months.to),
            experience_months: route.experience.map(MonthsBody::from),
            earn: route.earn,
            run_by: role.entities().organisations_at(&route.run_by).map(|it| it.id.as_str()).collect(),
            inferred: route.inferred,
            sources: sources(role.entities(), &route.sources),
        }
    }
}
