//! A role file.

use crate::catalogue::model::text::Prose;
use crate::catalogue::model::vocabulary::{Contact, EntryKind, Judged, Level, MarkKind, MediaKind, Setting, Stated};
use crate::content::decode::{Fields, ReferenceTarget};
use crate::content::schema::{LinkKeys, MonthsKeys, ReviewKeys};
use crate::content::source::Spanned;

/// `roles/<id>.yaml`.
#[derive(Debug)]
pub struct RoleFile {
    pub id: Spanned<String>,
    pub title: Spanned<String>,
    pub other_titles: Vec<Spanned<String>>,
    pub summary: Spanned<String>,
    pub levels: Vec<Spanned<Level>>,
    pub settings: Vec<Spanned<Setting>>,
    pub categories: Vec<Spanned<String>>,
    pub contact: Option<Spanned<Contact>>,
    pub judged: Vec<Spanned<Judged>>,
    pub family: Option<Spanned<String>>,
    pub what_it_is: Spanned<Prose>,
    pub what_you_do: Vec<Spanned<String>>,
    pub where_you_work: Vec<Spanned<String>>,
    pub qualities: Vec<Spanned<String>>,
    pub entry_routes: Vec<EntryKeys>,
    pub registration: Vec<RegistrationKeys>,
    pub progressions: Vec<ProgressionKeys>,
    pub end_of_line: bool,
    pub grow: Vec<GrowKeys>,
    pub marks: Vec<MarkKeys>,
    pub media: Vec<MediaKeys>,
    pub more_at: Vec<Spanned<String>>,
    pub links: Vec<LinkKeys>,
    pub sources: Vec<Spanned<String>>,
    pub review: ReviewKeys,
}

impl RoleFile {
    /// Reads one.
    pub fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            id: fields.id("id"),
            title: fields.text("title"),
            other_titles: fields.texts("other_titles"),
            summary: fields.text("summary"),
            levels: fields.some_words("levels"),
            settings: fields.words("settings"),
            categories: fields.refer_some("categories", ReferenceTarget::Category, "the role belongs to a category"),
            contact: fields.optional_word("contact"),
            judged: fields.words("judged"),
            family: fields.optional_refer("family", ReferenceTarget::Role, "the role is a kind of a role"),
            what_it_is: fields.markdown("what_it_is"),
            what_you_do: fields.some_texts("what_you_do"),
            where_you_work: fields.texts("where_you_work"),
            qualities: fields.texts("qualities"),
            entry_routes: fields.records("entry_routes", "way in", EntryKeys::read),
            registration: fields.records("registration", "registration", RegistrationKeys::read),
            progressions: fields.records("progressions", "progression", ProgressionKeys::read),
            end_of_line: fields.optional_flag("end_of_line").unwrap_or_default(),
            grow: fields.records("grow", "way to grow", GrowKeys::read),
            marks: fields.records("marks", "mark", MarkKeys::read),
            media: fields.records("media", "medium", MediaKeys::read),
            more_at: fields.refer_each(
                "more_at",
                ReferenceTarget::Organisation,
                "this sends readers to an organisation",
            ),
            links: fields.records("links", "link", LinkKeys::read),
            sources: fields.sources(),
            review: ReviewKeys::read(fields),
        }
    }
}

/// A way into a role.
#[derive(Debug)]
pub struct EntryKeys {
    pub kind: Option<Spanned<EntryKind>>,
    pub from: Vec<Spanned<String>>,
    pub stated: Option<Spanned<Stated>>,
    pub summary: Spanned<String>,
    pub requires: Vec<Spanned<String>>,
    pub level: Option<Spanned<i64>>,
    pub months: Option<MonthsKeys>,
    pub earn: Option<bool>,
    pub run_by: Vec<Spanned<String>>,
    pub sources: Vec<Spanned<String>>,
}

impl EntryKeys {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            kind: fields.word("kind"),
            from: fields.refer_some("from", ReferenceTarget::Beginning, "the way in begins at a role or qualification"),
            stated: fields.word("stated"),
            summary: fields.text("summary"),
            requires: fields.texts("requires"),
            level: fields.optional_number("level"),
            months: fields.optional_record("months", "length of time", MonthsKeys::read),
            earn: fields.optional_flag("earn"),
            run_by: fields.refer_each("run_by", ReferenceTarget::Organisation, "the way in is run by an organisation"),
            sources: fields.sources(),
        }
    }
}

/// Whom one must, or may, register with.
#[derive(Debug)]
pub struct RegistrationKeys {
    pub with: Spanned<String>,
    pub needed: bool,
    pub sources: Vec<Spanned<String>>,
}

impl RegistrationKeys {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            with: fields.refer("with", ReferenceTarget::Organisation, "one registers with an organisation"),
            needed: fields.flag("needed"),
            sources: fields.sources(),
        }
    }
}

/// "Progression available to".
#[derive(Debug)]
pub struct ProgressionKeys {
    pub to: Spanned<String>,
    pub how: Option<Spanned<String>>,
    pub sources: Vec<Spanned<String>>,
}

impl ProgressionKeys {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            to: fields.refer("to", ReferenceTarget::Role, "progression leads to a role"),
            how: fields.optional_text("how"),
            sources: fields.sources(),
        }
    }
}

/// A way to grow without moving up.
#[derive(Debug)]
pub struct GrowKeys {
    pub text: Spanned<String>,
    pub sources: Vec<Spanned<String>>,
}

impl GrowKeys {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self { text: fields.text("text"), sources: fields.sources() }
    }
}

/// What the 2025 report says of a role.
#[derive(Debug)]
pub struct MarkKeys {
    pub kind: Option<Spanned<MarkKind>>,
    pub sources: Vec<Spanned<String>>,
}

impl MarkKeys {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self { kind: fields.word("kind"), sources: fields.sources() }
    }
}

/// A video or an interview.
#[derive(Debug)]
pub struct MediaKeys {
    pub kind: Option<Spanned<MediaKind>>,
    pub about: Spanned<String>,
    pub sources: Vec<Spanned<String>>,
}

impl MediaKeys {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self { kind: fields.word("kind"), about: fields.text("about"), sources: fields.sources() }
    }
}
