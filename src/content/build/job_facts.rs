//! Pay, hours, checks, codes and pages.

use crate::catalogue::model::cited_page::CitedPage;
use crate::catalogue::model::codes::{ApprenticeshipStandard, Codes};
use crate::catalogue::model::ids::PaySchemeId;
use crate::catalogue::model::job_check::JobCheck;
use crate::catalogue::model::pay::{Pay, PayBand, PayScale, PayScheme, PaySupplement};
use crate::catalogue::model::search_service::SearchService;
use crate::catalogue::model::working_time::{WeeklyHours, WorkingTime};
use crate::content::build::resolver::{Resolver, UnresolvedName};
use crate::content::build::values::{each, optional, values};
use crate::content::schema::job_facts::{ApprenticeshipKeys, CodesKeys, HoursKeys, JobCheckKeys, PageKeys, PayKeys};
use crate::content::schema::pay::{PayScaleKeys, PaySchemeEntry};
use crate::content::schema::search_service::SearchServiceEntry;

/// A scheme of pay.
pub fn pay_scheme(names: &Resolver, entry: PaySchemeEntry) -> Result<PayScheme, UnresolvedName> {
    Ok(PayScheme {
        id: PaySchemeId(entry.id.value),
        title: entry.title.value,
        about: entry.about.value,
        url: optional(entry.url),
        scale: entry.scale.map(|scale| pay_scale(names, scale)).transpose()?,
    })
}

fn pay_scale(names: &Resolver, keys: PayScaleKeys) -> Result<PayScale, UnresolvedName> {
    let bands = keys.bands.into_iter();
    let supplements = keys.supplements.into_iter();
    Ok(PayScale {
        starts: keys.starts.value,
        ends: keys.ends.value,
        confirmed: keys.confirmed,
        bands: bands.map(|it| PayBand { name: it.band.value, from: it.from.value, to: it.to.value }).collect(),
        supplements: supplements
            .map(|it| PaySupplement {
                area: it.area.value,
                percent: it.percent.value,
                at_least: it.at_least.value,
                at_most: it.at_most.value,
            })
            .collect(),
        pages: each(keys.pages, |it| page(names, it))?,
        sources: names.sources(&keys.sources)?,
        review_by: keys.review_by.value,
    })
}

/// What sets the pay of a role.
pub fn pay(names: &Resolver, keys: PayKeys) -> Result<Pay, UnresolvedName> {
    let scheme = names.pay_scheme(&keys.scheme)?;
    Ok(Pay {
        scheme,
        bands: names.pay_bands(scheme, &keys.bands)?,
        later: names.pay_bands(scheme, &keys.later)?,
        sources: names.sources(&keys.sources)?,
    })
}

/// How long and when one works.
pub fn working_time(names: &Resolver, keys: HoursKeys) -> Result<WorkingTime, UnresolvedName> {
    Ok(WorkingTime {
        per_week: keys.per_week.map(|it| WeeklyHours { from: it.from.value, to: it.to.value }),
        pattern: values(keys.pattern),
        sources: names.sources(&keys.sources)?,
    })
}

/// What one is checked for.
pub fn job_check(names: &Resolver, keys: JobCheckKeys) -> Result<JobCheck, UnresolvedName> {
    Ok(JobCheck { kind: keys.kind.value, sources: names.sources(&keys.sources)? })
}

/// The codes of a role.
pub fn codes(names: &Resolver, keys: CodesKeys) -> Result<Codes, UnresolvedName> {
    Ok(Codes {
        soc2020: values(keys.soc2020),
        onet: values(keys.onet),
        nhs_occupation: values(keys.nhs_occupation),
        apprenticeships: each(keys.apprenticeships, |it| apprenticeship(names, it))?,
    })
}

fn apprenticeship(names: &Resolver, keys: ApprenticeshipKeys) -> Result<ApprenticeshipStandard, UnresolvedName> {
    Ok(ApprenticeshipStandard {
        reference: keys.reference.value,
        title: keys.title.value,
        level: keys.level.value,
        months: optional(keys.months),
        sources: names.sources(&keys.sources)?,
    })
}

/// A page on the web.
pub fn page(names: &Resolver, keys: PageKeys) -> Result<CitedPage, UnresolvedName> {
    Ok(CitedPage {
        source: names.source(&keys.source)?,
        url: names.page_address(&keys.source, keys.url.value),
        published: optional(keys.published),
        read: keys.read.value,
    })
}

/// A search of another site.
pub fn search_service(entry: SearchServiceEntry) -> SearchService {
    SearchService {
        id: entry.id.value,
        name: entry.name.value,
        purpose: entry.finds.value,
        pattern: entry.address.value,
    }
}
