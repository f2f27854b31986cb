//! The site file.

use jiff::civil::Date;

use crate::content::decode::{Fields, ReferenceTarget};
use crate::content::source::Spanned;

/// `site.yaml`.
#[derive(Debug)]
pub struct SiteFile {
    pub name: Spanned<String>,
    pub tagline: Spanned<String>,
    pub region: Option<Spanned<String>>,
    pub about: Spanned<String>,
    pub publisher: Option<Spanned<String>>,
    pub contact: Option<Spanned<String>>,
    pub base_url: Spanned<String>,
    pub brand: Option<BrandKeys>,
    pub accessibility: Option<AccessibilityKeys>,
}

impl SiteFile {
    /// Reads it.
    pub fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            name: fields.text("name"),
            tagline: fields.text("tagline"),
            region: fields.optional_text("region"),
            about: fields.text("about"),
            publisher: fields.optional_text("publisher"),
            contact: fields.optional_text("contact"),
            base_url: fields.text("base_url"),
            brand: fields.record("brand", "brand", BrandKeys::read),
            accessibility: fields.record("accessibility", "accessibility statement", AccessibilityKeys::read),
        }
    }
}

/// The accent colour.
#[derive(Debug)]
pub struct BrandKeys {
    pub light: Spanned<String>,
    pub dark: Spanned<String>,
}

impl BrandKeys {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self { light: fields.text("light"), dark: fields.text("dark") }
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

impl AccessibilityKeys {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            status: fields.text("status"),
            known_issues: fields.texts("known_issues"),
            alternatives: fields.texts("alternatives"),
            tested_how: fields.text("tested_how"),
            enforcement: fields.optional_record("enforcement", "enforcement", EnforcementKeys::read),
            prepared: fields.date("prepared", Date::MIN),
            reviewed: fields.date("reviewed", Date::MAX),
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

impl EnforcementKeys {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            title: fields.text("title"),
            url: fields.address("url"),
            sources: fields.refer_each("sources", ReferenceTarget::Source, "this comes from a source"),
        }
    }
}
