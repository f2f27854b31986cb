//! The site file.

use jiff::civil::Date;

use crate::content::decode::{
    CalendarDate, Fields, Group, PlainText, Record, ReferenceTarget, ReferenceTo, SeverityChoices, WebAddress,
    WholeNumber,
};
use crate::content::schema::ColourKeys;
use crate::content::source::Spanned;

/// `site.yaml`.
#[derive(Debug)]
pub struct SiteFile {
    pub name: Spanned<String>,
    pub tagline: Spanned<String>,
    pub language: Option<Spanned<String>>,
    pub region: Option<Spanned<String>>,
    pub search_area: Option<SearchAreaKeys>,
    pub about: Spanned<String>,
    pub publisher: Option<Spanned<String>>,
    pub contact: Option<Spanned<String>>,
    pub base_url: Spanned<String>,
    pub data_licence: Option<DataLicenceKeys>,
    pub brand: ColourKeys,
    pub accessibility: AccessibilityKeys,
}

impl Record for SiteFile {
    const NAME: &'static str = "site";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        let site = Self {
            name: fields.required("name", &PlainText),
            tagline: fields.required("tagline", &PlainText),
            language: fields.optional("language", &PlainText),
            region: fields.optional("region", &PlainText),
            search_area: fields.optional("search_area", &Group::new()),
            about: fields.required("about", &PlainText),
            publisher: fields.optional("publisher", &PlainText),
            contact: fields.optional("contact", &PlainText),
            base_url: fields.required("base_url", &PlainText),
            data_licence: fields.optional("data_licence", &Group::new()),
            brand: fields.required("brand", &Group::new()),
            accessibility: fields.required("accessibility", &Group::new()),
        };
        // It was applied before any file was decoded.
        fields.optional("severity", &SeverityChoices);
        site
    }
}

/// The licence of the data.
#[derive(Debug)]
pub struct DataLicenceKeys {
    pub id: Spanned<String>,
    pub title: Spanned<String>,
    pub url: Spanned<String>,
    pub attribution: Option<Spanned<String>>,
}

impl Record for DataLicenceKeys {
    const NAME: &'static str = "licence of the data";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            id: fields.required("id", &PlainText),
            title: fields.required("title", &PlainText),
            url: fields.required("url", &WebAddress),
            attribution: fields.optional("attribution", &PlainText),
        }
    }
}

/// Where searches of other sites look.
#[derive(Debug)]
pub struct SearchAreaKeys {
    pub place: Spanned<String>,
    pub miles: Spanned<u32>,
}

impl Record for SearchAreaKeys {
    const NAME: &'static str = "area of searches";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            place: fields.required("place", &PlainText),
            miles: fields.required("miles", &WholeNumber(1, 200, "miles")),
        }
    }
}

/// What the accessibility statement says.
#[derive(Debug)]
pub struct AccessibilityKeys {
    pub status: Spanned<String>,
    pub known_issues: Vec<Spanned<String>>,
    pub alternatives: Vec<Spanned<String>>,
    pub tested_how: Spanned<String>,
    pub enforcement: Option<EnforcementKeys>,
    pub prepared: Spanned<Date>,
    pub reviewed: Spanned<Date>,
}

impl Record for AccessibilityKeys {
    const NAME: &'static str = "accessibility statement";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            status: fields.required("status", &PlainText),
            known_issues: fields.list("known_issues", &PlainText),
            alternatives: fields.list("alternatives", &PlainText),
            tested_how: fields.required("tested_how", &PlainText),
            enforcement: fields.optional("enforcement", &Group::new()),
            prepared: fields.required("prepared", &CalendarDate),
            reviewed: fields.required("reviewed", &CalendarDate),
        }
    }
}

/// Who enforces the rules.
#[derive(Debug)]
pub struct EnforcementKeys {
    pub title: Spanned<String>,
    pub url: Spanned<String>,
    pub sources: Vec<Spanned<String>>,
}

impl Record for EnforcementKeys {
    const NAME: &'static str = "enforcement";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            title: fields.required("title", &PlainText),
            url: fields.required("url", &WebAddress),
            sources: fields.list("sources", &ReferenceTo(ReferenceTarget::Source, "this comes from a source")),
        }
    }
}
