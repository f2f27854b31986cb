//! The decoded form of each file. These types do not leave `content`.

pub mod change_day;
pub mod choices;
pub mod guide;
pub mod job_facts;
pub mod matcher;
pub mod meanings;
pub mod pathway;
pub mod pay;
pub mod role;
pub mod search_service;
pub mod site;
pub mod synonym;
pub mod vocabulary;

use jiff::civil::Date;

use crate::catalogue::model::cited_page::PartialDate;
use crate::catalogue::model::colour::Rgb;
use crate::content::decode::{
    CalendarDate, Fields, HexColour, MonthCount, PlainText, Record, WebAddress, YearMonthOrDay,
};
use crate::content::source::Spanned;

/// `reviewed` and `review_by`.
#[derive(Debug)]
pub struct ReviewKeys {
    pub reviewed: Spanned<Date>,
    pub review_by: Spanned<Date>,
}

impl ReviewKeys {
    /// Decodes the two keys of a larger group.
    pub fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            reviewed: fields.required("reviewed", &CalendarDate),
            review_by: fields.required("review_by", &CalendarDate),
        }
    }
}

/// A printed address.
#[derive(Debug)]
pub struct LinkKeys {
    pub title: Spanned<String>,
    pub url: Spanned<String>,
    pub sources: Vec<Spanned<String>>,
}

impl Record for LinkKeys {
    const NAME: &'static str = "link";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            title: fields.required("title", &PlainText),
            url: fields.required("url", &WebAddress),
            sources: fields.sources(),
        }
    }
}

/// A colour for light and dark pages.
#[derive(Debug)]
pub struct ColourKeys {
    pub light: Spanned<Rgb>,
    pub dark: Spanned<Rgb>,
}

impl Record for ColourKeys {
    const NAME: &'static str = "colour";

    fn meant(written: &str) -> Option<String> {
        let colour = written.trim_matches(['"', '\'']);
        Some(format!("write `{{light: \"{colour}\", dark: \"#rrggbb\"}}`: one for light pages, one for dark ones"))
    }

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self { light: fields.required("light", &HexColour), dark: fields.required("dark", &HexColour) }
    }
}

/// What has changed since the sources.
#[derive(Debug)]
pub struct ChangeKeys {
    pub text: Spanned<String>,
    pub url: Spanned<String>,
    pub published: Option<Spanned<PartialDate>>,
    pub read: Spanned<Date>,
    pub sources: Vec<Spanned<String>>,
}

impl Record for ChangeKeys {
    const NAME: &'static str = "change";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            text: fields.required("text", &PlainText),
            url: fields.required("url", &WebAddress),
            published: fields.optional("published", &YearMonthOrDay),
            read: fields.required("read", &CalendarDate),
            sources: fields.sources(),
        }
    }
}

/// A length of time in months.
#[derive(Debug)]
pub struct MonthsKeys {
    pub from: Spanned<u16>,
    pub to: Option<Spanned<u16>>,
}

impl Record for MonthsKeys {
    const NAME: &'static str = "length of time";

    fn meant(written: &str) -> Option<String> {
        let in_years = written.to_lowercase().contains("year");
        let numbers = written.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
        let months = numbers.map(|digits| digits.parse::<u16>().ok()?.checked_mul(if in_years { 12 } else { 1 }));
        match months.collect::<Option<Vec<u16>>>()?.as_slice() {
            [from, to] => Some(format!("write `{{from: {from}, to: {to}}}`, in months")),
            [one] => Some(format!("write `{{from: {one}, to: {one}}}`, in months; `{{from: {one}}}` is \"at least\"")),
            _ => None,
        }
    }

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self { from: fields.required("from", &MonthCount), to: fields.optional("to", &MonthCount) }
    }
}
