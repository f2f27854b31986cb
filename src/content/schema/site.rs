//! The site file.

use jiff::civil::Date;

use crate::content::reader::{Fields, To};
use crate::content::source::At;

/// `site.yaml`.
#[derive(Debug)]
pub struct SiteFile {
    pub name: At<String>,
    pub tagline: At<String>,
    pub region: Option<At<String>>,
    pub about: At<String>,
    pub publisher: Option<At<String>>,
    pub contact: Option<At<String>>,
    pub base_url: At<String>,
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
    pub light: At<String>,
    pub dark: At<String>,
}

impl BrandKeys {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self { light: fields.text("light"), dark: fields.text("dark") }
    }
}

/// What the accessibility statement says.
#[derive(Debug)]
pub struct AccessibilityKeys {
    pub status: At<String>,
    pub known_issues: Vec<At<String>>,
    pub alternatives: Vec<At<String>>,
    pub tested_how: At<String>,
    pub enforcement: Option<EnforcementKeys>,
    pub prepared: At<Date>,
    pub reviewed: At<Date>,
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
    pub title: At<String>,
    pub url: At<String>,
    pub sources: Vec<At<String>>,
}

impl EnforcementKeys {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            title: fields.text("title"),
            url: fields.address("url"),
            sources: fields.refer_each("sources", To::Source, "this comes from a source"),
        }
    }
}
