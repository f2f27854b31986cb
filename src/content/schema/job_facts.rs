//! What a role file says of the conditions of a job, of its codes, and of the pages that say so.

use jiff::civil::Date;

use crate::catalogue::model::cited_page::PartialDate;
use crate::catalogue::model::job_check::JobCheckKind;
use crate::catalogue::model::working_time::{HalfHours, WorkPattern};
use crate::content::decode::{
    APPRENTICESHIP, AsWritten, CalendarDate, ClosedWord, Fields, Group, HourCount, MonthCount, ONET, PageAddress,
    PlainText, QualificationLevel, Record, ReferenceTarget, ReferenceTo, SOC_2020, YearMonthOrDay,
};
use crate::content::source::Spanned;

/// What sets the pay of a role.
#[derive(Debug)]
pub struct PayKeys {
    pub scheme: Spanned<String>,
    pub bands: Vec<Spanned<String>>,
    pub later: Vec<Spanned<String>>,
    pub sources: Vec<Spanned<String>>,
}

impl Record for PayKeys {
    const NAME: &'static str = "pay";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            scheme: fields.required("scheme", &ReferenceTo(ReferenceTarget::PayScheme, "the pay is set by a scheme")),
            bands: fields.list("bands", &AsWritten),
            later: fields.list("later", &AsWritten),
            sources: fields.sources(),
        }
    }
}

/// How long and when one works.
#[derive(Debug)]
pub struct HoursKeys {
    pub per_week: Option<PerWeekKeys>,
    pub pattern: Vec<Spanned<WorkPattern>>,
    pub sources: Vec<Spanned<String>>,
}

impl Record for HoursKeys {
    const NAME: &'static str = "group of hours";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            per_week: fields.optional("per_week", &Group::new()),
            pattern: fields.list("pattern", &ClosedWord::new()),
            sources: fields.sources(),
        }
    }
}

/// How many hours a week has.
#[derive(Debug)]
pub struct PerWeekKeys {
    pub from: Spanned<HalfHours>,
    pub to: Spanned<HalfHours>,
}

impl Record for PerWeekKeys {
    const NAME: &'static str = "number of hours";

    fn meant(written: &str) -> Option<String> {
        let numbers = written.split(|c: char| !(c.is_ascii_digit() || c == '.')).filter(|digits| !digits.is_empty());
        match numbers.collect::<Vec<&str>>().as_slice() {
            [from, to] => Some(format!("write `{{from: {from}, to: {to}}}`")),
            [one] => Some(format!("write `{{from: {one}, to: {one}}}`")),
            _ => None,
        }
    }

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self { from: fields.required("from", &HourCount), to: fields.required("to", &HourCount) }
    }
}

/// One thing that one is checked for.
#[derive(Debug)]
pub struct JobCheckKeys {
    pub kind: Spanned<JobCheckKind>,
    pub sources: Vec<Spanned<String>>,
}

impl Record for JobCheckKeys {
    const NAME: &'static str = "check";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self { kind: fields.required("kind", &ClosedWord::new()), sources: fields.sources() }
    }
}

/// The codes by which official lists know a role.
#[derive(Debug)]
pub struct CodesKeys {
    pub soc2020: Vec<Spanned<String>>,
    pub onet: Vec<Spanned<String>>,
    pub nhs_occupation: Vec<Spanned<String>>,
    pub apprenticeships: Vec<ApprenticeshipKeys>,
}

impl Record for CodesKeys {
    const NAME: &'static str = "group of codes";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            soc2020: fields.list("soc2020", &SOC_2020),
            onet: fields.list("onet", &ONET),
            nhs_occupation: fields.list("nhs_occupation", &AsWritten),
            apprenticeships: fields.list("apprenticeships", &Group::new()),
        }
    }
}

/// An apprenticeship standard.
#[derive(Debug)]
pub struct ApprenticeshipKeys {
    pub reference: Spanned<String>,
    pub title: Spanned<String>,
    pub level: Spanned<u8>,
    pub months: Option<Spanned<u16>>,
    pub sources: Vec<Spanned<String>>,
}

impl Record for ApprenticeshipKeys {
    const NAME: &'static str = "apprenticeship standard";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            reference: fields.required("ref", &APPRENTICESHIP),
            title: fields.required("title", &PlainText),
            level: fields.required("level", &QualificationLevel),
            months: fields.optional("months", &MonthCount),
            sources: fields.sources(),
        }
    }
}

/// A page on the web that facts were read on.
#[derive(Debug)]
pub struct PageKeys {
    pub source: Spanned<String>,
    pub url: Spanned<String>,
    pub published: Option<Spanned<PartialDate>>,
    pub read: Spanned<Date>,
}

impl Record for PageKeys {
    const NAME: &'static str = "page";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            source: fields.required("source", &ReferenceTo(ReferenceTarget::Source, "the page is of a source")),
            url: fields.required("url", &PageAddress),
            published: fields.optional("published", &YearMonthOrDay),
            read: fields.required("read", &CalendarDate),
        }
    }
}
