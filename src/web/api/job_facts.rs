//! Pay, hours, checks and codes of a role in JSON.

use serde::Serialize;

use crate::catalogue::model::codes::{ApprenticeshipStandard, Codes};
use crate::catalogue::model::job_check::JobCheck;
use crate::catalogue::model::working_time::WorkingTime;
use crate::catalogue::{Entities, PayRef};
use crate::web::api::answer::sources;

/// What sets the pay of a role, with the sums in pounds for a year of full-time work.
#[derive(Serialize)]
pub struct PayBody<'a> {
    scheme: &'a str,
    bands: Vec<&'a str>,
    later: Vec<&'a str>,
    from: Option<u32>,
    to: Option<u32>,
    /// The first month of the scale, such as `2026-04`.
    as_of: Option<String>,
    sources: Vec<&'a str>,
}

/// How long and when one works.
#[derive(Serialize)]
pub struct HoursBody<'a> {
    per_week: Option<PerWeekBody>,
    pattern: Vec<&'a str>,
    sources: Vec<&'a str>,
}

#[derive(Serialize)]
struct PerWeekBody {
    from: f64,
    to: f64,
}

/// One thing that one is checked for.
#[derive(Serialize)]
pub struct CheckBody<'a> {
    kind: &'a str,
    sources: Vec<&'a str>,
}

/// The codes by which official lists know a role.
#[derive(Serialize)]
pub struct CodesBody<'a> {
    soc2020: &'a [String],
    onet: &'a [String],
    nhs_occupation: &'a [String],
    apprenticeships: Vec<ApprenticeshipBody<'a>>,
}

#[derive(Serialize)]
struct ApprenticeshipBody<'a> {
    #[serde(rename = "ref")]
    reference: &'a str,
    title: &'a str,
    level: u8,
    months: Option<u16>,
    sources: Vec<&'a str>,
}

impl<'a> PayBody<'a> {
    /// Of one entry.
    pub fn new(entities: &'a Entities, pay: PayRef<'a>) -> Self {
        let (range, scale) = (pay.range(), pay.scheme().scale.as_ref());
        Self {
            scheme: pay.scheme().id.as_str(),
            bands: pay.bands().map(|band| band.name.as_str()).collect(),
            later: pay.later().map(|band| band.name.as_str()).collect(),
            from: range.map(|(from, _)| from),
            to: range.map(|(_, to)| to),
            as_of: scale.map(|scale| scale.starts.strftime("%Y-%m").to_string()),
            sources: sources(entities, &pay.pay().sources),
        }
    }
}

impl<'a> HoursBody<'a> {
    /// Of a role.
    pub fn new(entities: &'a Entities, hours: &WorkingTime) -> Self {
        Self {
            per_week: hours.per_week.map(|week| PerWeekBody { from: week.from.hours(), to: week.to.hours() }),
            pattern: hours.pattern.iter().map(|pattern| pattern.id()).collect(),
            sources: sources(entities, &hours.sources),
        }
    }
}

impl<'a> CheckBody<'a> {
    /// Of one check.
    pub fn new(entities: &'a Entities, check: &JobCheck) -> Self {
        Self { kind: check.kind.id(), sources: sources(entities, &check.sources) }
    }
}

impl<'a> CodesBody<'a> {
    /// Of a role.
    pub fn new(entities: &'a Entities, codes: &'a Codes) -> Self {
        let body = |standard: &'a ApprenticeshipStandard| ApprenticeshipBody {
            reference: &standard.reference,
            title: &standard.title,
            level: standard.level,
            months: standard.months,
            sources: sources(entities, &standard.sources),
        };
        Self {
            soc2020: &codes.soc2020,
            onet: &codes.onet,
            nhs_occupation: &codes.nhs_occupation,
            apprenticeships: codes.apprenticeships.iter().map(body).collect(),
        }
    }
}
