//! The files that hold one list each.

use jiff::civil::Date;

use crate::catalogue::model::cited_page::PartialDate;
use crate::catalogue::model::icon::IconPath;
use crate::catalogue::model::text::Prose;
use crate::catalogue::model::vocabulary::{SettingMark, SourceKind};
use crate::content::decode::{
    CalendarDate, ClosedWord, Fields, Flag, Group, IconData, IdText, Integer, MarkdownText, PlainText,
    QualificationLevel, Record, ReferenceTarget, ReferenceTo, WebAddress, YearMonthOrDay,
};
use crate::content::schema::job_facts::PageKeys;
use crate::content::schema::{ColourKeys, MonthsKeys};
use crate::content::source::Spanned;

/// An entry of `levels.yaml`.
#[derive(Debug)]
pub struct LevelEntry {
    pub id: Spanned<String>,
    pub title: Spanned<String>,
    pub short: Spanned<String>,
    pub summary: Spanned<String>,
    pub intro: Spanned<Prose>,
    pub roles: bool,
    pub profession: bool,
    pub sources: Vec<Spanned<String>>,
}

impl Record for LevelEntry {
    const NAME: &'static str = "level";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            id: fields.required("id", &IdText),
            title: fields.required("title", &PlainText),
            short: fields.required("short", &PlainText),
            summary: fields.required("summary", &PlainText),
            intro: fields.required("intro", &MarkdownText),
            roles: fields.optional("roles", &Flag).unwrap_or(true),
            profession: fields.optional("profession", &Flag).unwrap_or_default(),
            sources: fields.sources(),
        }
    }
}

/// An entry of `settings.yaml`.
#[derive(Debug)]
pub struct SettingEntry {
    pub id: Spanned<String>,
    pub title: Spanned<String>,
    pub short: Spanned<String>,
    pub summary: Spanned<String>,
    pub intro: Spanned<Prose>,
    pub mark: Spanned<SettingMark>,
    pub icon: Spanned<IconPath>,
    pub sources: Vec<Spanned<String>>,
}

impl Record for SettingEntry {
    const NAME: &'static str = "setting";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            id: fields.required("id", &IdText),
            title: fields.required("title", &PlainText),
            short: fields.required("short", &PlainText),
            summary: fields.required("summary", &PlainText),
            intro: fields.required("intro", &MarkdownText),
            mark: fields.required("mark", &ClosedWord::new()),
            icon: fields.required("icon", &IconData),
            sources: fields.sources(),
        }
    }
}

/// An entry of `contact.yaml`.
#[derive(Debug)]
pub struct ContactEntry {
    pub id: Spanned<String>,
    pub title: Spanned<String>,
    pub summary: Spanned<String>,
    pub cares: bool,
    pub sources: Vec<Spanned<String>>,
}

impl Record for ContactEntry {
    const NAME: &'static str = "kind of contact";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            id: fields.required("id", &IdText),
            title: fields.required("title", &PlainText),
            summary: fields.required("summary", &PlainText),
            cares: fields.required("cares", &Flag),
            sources: fields.sources(),
        }
    }
}

/// An entry of `categories.yaml`.
#[derive(Debug)]
pub struct CategoryEntry {
    pub id: Spanned<String>,
    pub title: Spanned<String>,
    pub short: Spanned<String>,
    pub meaning: Spanned<String>,
    pub colour: ColourKeys,
    pub icon: Spanned<IconPath>,
    pub printed_in: Option<Spanned<String>>,
    pub sources: Vec<Spanned<String>>,
}

impl Record for CategoryEntry {
    const NAME: &'static str = "category";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            id: fields.required("id", &IdText),
            title: fields.required("title", &PlainText),
            short: fields.required("short", &PlainText),
            meaning: fields.required("meaning", &PlainText),
            colour: fields.required("colour", &Group::new()),
            icon: fields.required("icon", &IconData),
            printed_in: fields
                .optional("printed_in", &ReferenceTo(ReferenceTarget::Source, "the category is printed in a source")),
            sources: fields.sources(),
        }
    }
}

/// An entry of `qualifications.yaml`.
#[derive(Debug)]
pub struct QualificationEntry {
    pub id: Spanned<String>,
    pub title: Spanned<String>,
    pub in_words: Spanned<String>,
    pub short: Spanned<String>,
    pub meaning: Spanned<String>,
    pub level: Option<Spanned<u8>>,
    pub degree: bool,
    pub climbs: Vec<ClimbKeys>,
    pub pages: Vec<PageKeys>,
    pub sources: Vec<Spanned<String>>,
}

impl Record for QualificationEntry {
    const NAME: &'static str = "qualification";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            id: fields.required("id", &IdText),
            title: fields.required("title", &PlainText),
            in_words: fields.required("in_words", &PlainText),
            short: fields.required("short", &PlainText),
            meaning: fields.required("meaning", &PlainText),
            level: fields.optional("level", &QualificationLevel),
            degree: fields.optional("degree", &Flag).unwrap_or_default(),
            climbs: fields.list("climbs", &Group::new()),
            pages: fields.list("pages", &Group::new()),
            sources: fields.sources(),
        }
    }
}

/// A way of study up to a qualification.
#[derive(Debug)]
pub struct ClimbKeys {
    pub from: Spanned<String>,
    pub title: Spanned<String>,
    pub how: Spanned<String>,
    pub months: Option<MonthsKeys>,
    pub earn: Option<bool>,
    pub beside_a_job: bool,
    pub sources: Vec<Spanned<String>>,
}

impl Record for ClimbKeys {
    const NAME: &'static str = "climb";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            from: fields
                .required("from", &ReferenceTo(ReferenceTarget::Qualification, "the climb begins at a qualification")),
            title: fields.required("title", &PlainText),
            how: fields.required("how", &PlainText),
            months: fields.optional("months", &Group::new()),
            earn: fields.optional("earn", &Flag),
            beside_a_job: fields.optional("beside_a_job", &Flag).unwrap_or_default(),
            sources: fields.sources(),
        }
    }
}

/// An entry of `sources.yaml`.
#[derive(Debug)]
pub struct SourceEntry {
    pub id: Spanned<String>,
    pub title: Spanned<String>,
    pub publisher: Spanned<String>,
    pub year: Option<Spanned<i64>>,
    pub about: Spanned<String>,
    pub kind: SourceKind,
    pub licence: Option<Spanned<String>>,
    pub url: Option<Spanned<String>>,
}

impl Record for SourceEntry {
    const NAME: &'static str = "source";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            id: fields.required("id", &IdText),
            title: fields.required("title", &PlainText),
            publisher: fields.required("publisher", &PlainText),
            year: fields.optional("year", &Integer),
            about: fields.required("about", &PlainText),
            kind: fields.optional("kind", &ClosedWord::new()).map_or(SourceKind::Document, |kind| kind.value),
            licence: fields.optional("licence", &PlainText),
            url: fields.optional("url", &WebAddress),
        }
    }
}

/// An entry of `organisations.yaml`.
#[derive(Debug)]
pub struct OrganisationEntry {
    pub id: Spanned<String>,
    pub name: Spanned<String>,
    pub short: Option<Spanned<String>>,
    pub url: Option<Spanned<String>>,
    pub about: Option<Spanned<String>>,
    pub sources: Vec<Spanned<String>>,
}

impl Record for OrganisationEntry {
    const NAME: &'static str = "organisation";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            id: fields.required("id", &IdText),
            name: fields.required("name", &PlainText),
            short: fields.optional("short", &PlainText),
            url: fields.optional("url", &WebAddress),
            about: fields.optional("about", &PlainText),
            sources: fields.sources(),
        }
    }
}

/// An entry of `regulators.yaml`.
#[derive(Debug)]
pub struct RegulatorEntry {
    pub register: Spanned<String>,
    pub law: Spanned<String>,
    pub titles: Vec<Spanned<String>>,
    pub except: Vec<Spanned<String>>,
    pub floor: Spanned<String>,
    pub sources: Vec<Spanned<String>>,
}

impl Record for RegulatorEntry {
    const NAME: &'static str = "regulator";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            register: fields.required(
                "register",
                &ReferenceTo(ReferenceTarget::Organisation, "the register is kept by an organisation"),
            ),
            law: fields.required("law", &PlainText),
            titles: fields.non_empty("titles", &PlainText),
            except: fields.list("except", &PlainText),
            floor: fields.required(
                "floor",
                &ReferenceTo(ReferenceTarget::Qualification, "everybody on the register holds a qualification"),
            ),
            sources: fields.sources(),
        }
    }
}

/// An entry of `facts.yaml`.
#[derive(Debug)]
pub struct FactEntry {
    pub id: Spanned<String>,
    pub title: Spanned<String>,
    pub value: Spanned<String>,
    pub means: Spanned<String>,
    pub as_of: Spanned<PartialDate>,
    pub sources: Vec<Spanned<String>>,
    pub review_by: Spanned<Date>,
}

impl Record for FactEntry {
    const NAME: &'static str = "figure";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            id: fields.required("id", &IdText),
            title: fields.required("title", &PlainText),
            value: fields.required("value", &PlainText),
            means: fields.required("means", &PlainText),
            as_of: fields.required("as_of", &YearMonthOrDay),
            sources: fields.sources(),
            review_by: fields.required("review_by", &CalendarDate),
        }
    }
}
