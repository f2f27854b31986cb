//! `pay.yaml`: the schemes that set what people are paid.

use jiff::civil::Date;

use crate::content::decode::{
    AsWritten, CalendarDate, Fields, Flag, Group, IdText, PlainText, Record, WebAddress, WholeNumber,
};
use crate::content::schema::job_facts::PageKeys;
use crate::content::source::Spanned;

/// An amount in pounds a year.
const AMOUNT: WholeNumber = WholeNumber(1, 1_000_000, "pounds a year");
/// A part in per cent.
const PERCENT: WholeNumber = WholeNumber(1, 100, "hundredths of the pay");

/// An entry of `pay.yaml`.
#[derive(Debug)]
pub struct PaySchemeEntry {
    pub id: Spanned<String>,
    pub title: Spanned<String>,
    pub about: Spanned<String>,
    pub url: Option<Spanned<String>>,
    pub scale: Option<PayScaleKeys>,
}

impl Record for PaySchemeEntry {
    const NAME: &'static str = "scheme of pay";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            id: fields.required("id", &IdText),
            title: fields.required("title", &PlainText),
            about: fields.required("about", &PlainText),
            url: fields.optional("url", &WebAddress),
            scale: fields.optional("scale", &Group::new()),
        }
    }
}

impl PaySchemeEntry {
    /// The bands of its scale; none without a scale.
    pub fn bands(&self) -> impl Iterator<Item = &PayBandKeys> {
        self.scale.iter().flat_map(|scale| &scale.bands)
    }
}

/// The amounts of a scheme for one year.
#[derive(Debug)]
pub struct PayScaleKeys {
    pub starts: Spanned<Date>,
    pub ends: Spanned<Date>,
    pub confirmed: bool,
    pub bands: Vec<PayBandKeys>,
    pub supplements: Vec<PaySupplementKeys>,
    pub pages: Vec<PageKeys>,
    pub sources: Vec<Spanned<String>>,
    pub review_by: Spanned<Date>,
}

impl Record for PayScaleKeys {
    const NAME: &'static str = "scale of pay";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            starts: fields.required("starts", &CalendarDate),
            ends: fields.required("ends", &CalendarDate),
            confirmed: fields.required("confirmed", &Flag),
            bands: fields.non_empty("bands", &Group::new()),
            supplements: fields.list("supplements", &Group::new()),
            pages: fields.list("pages", &Group::new()),
            sources: fields.sources(),
            review_by: fields.required("review_by", &CalendarDate),
        }
    }
}

/// A band of a scale.
#[derive(Debug)]
pub struct PayBandKeys {
    pub band: Spanned<String>,
    pub from: Spanned<u32>,
    pub to: Spanned<u32>,
}

impl Record for PayBandKeys {
    const NAME: &'static str = "band";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            band: fields.required("band", &AsWritten),
            from: fields.required("from", &AMOUNT),
            to: fields.required("to", &AMOUNT),
        }
    }
}

/// What is added to a scale in an area.
#[derive(Debug)]
pub struct PaySupplementKeys {
    pub area: Spanned<String>,
    pub percent: Spanned<u32>,
    pub at_least: Spanned<u32>,
    pub at_most: Spanned<u32>,
}

impl Record for PaySupplementKeys {
    const NAME: &'static str = "supplement";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            area: fields.required("area", &PlainText),
            percent: fields.required("percent", &PERCENT),
            at_least: fields.required("at_least", &AMOUNT),
            at_most: fields.required("at_most", &AMOUNT),
        }
    }
}
