//! A role file.

use super::{LinkKeys, MonthsKeys, ReviewKeys};
use crate::catalogue::text::Prose;
use crate::catalogue::vocabulary::{Contact, EntryKind, Judged, Level, MarkKind, MediaKind, Setting, Stated};
use crate::content::reader::{Fields, To};
use crate::content::source::At;

/// `roles/<id>.yaml`.
#[derive(Debug)]
pub struct RoleFile {
    pub id: At<String>,
    pub title: At<String>,
    pub other_titles: Vec<At<String>>,
    pub summary: At<String>,
    pub levels: Vec<At<Level>>,
    pub settings: Vec<At<Setting>>,
    pub categories: Vec<At<String>>,
    pub contact: Option<At<Contact>>,
    pub judged: Vec<At<Judged>>,
    pub family: Option<At<String>>,
    pub what_it_is: At<Prose>,
    pub what_you_do: Vec<At<String>>,
    pub where_you_work: Vec<At<String>>,
    pub qualities: Vec<At<String>>,
    pub entry_routes: Vec<EntryKeys>,
    pub registration: Vec<RegistrationKeys>,
    pub progressions: Vec<ProgressionKeys>,
    pub end_of_line: bool,
    pub grow: Vec<GrowKeys>,
    pub marks: Vec<MarkKeys>,
    pub media: Vec<MediaKeys>,
    pub more_at: Vec<At<String>>,
    pub links: Vec<LinkKeys>,
    pub sources: Vec<At<String>>,
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
            categories: fields.refer_some("categories", To::Category, "the role belongs to a category"),
            contact: fields.optional_word("contact"),
            judged: fields.words("judged"),
            family: fields.optional_refer("family", To::Role, "the role is a kind of a role"),
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
            more_at: fields.refer_each("more_at", To::Organisation, "this sends readers to an organisation"),
            links: fields.records("links", "link", LinkKeys::read),
            sources: fields.sources(),
            review: ReviewKeys::read(fields),
        }
    }
}

/// A way into a role.
#[derive(Debug)]
pub struct EntryKeys {
    pub kind: Option<At<EntryKind>>,
    pub from: Vec<At<String>>,
    pub stated: Option<At<Stated>>,
    pub summary: At<String>,
    pub requires: Vec<At<String>>,
    pub level: Option<At<i64>>,
    pub months: Option<MonthsKeys>,
    pub earn: Option<bool>,
    pub run_by: Vec<At<String>>,
    pub sources: Vec<At<String>>,
}

impl EntryKeys {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            kind: fields.word("kind"),
            from: fields.refer_some("from", To::Beginning, "the way in begins at a role or qualification"),
            stated: fields.word("stated"),
            summary: fields.text("summary"),
            requires: fields.texts("requires"),
            level: fields.optional_number("level"),
            months: fields.optional_record("months", "length of time", MonthsKeys::read),
            earn: fields.optional_flag("earn"),
            run_by: fields.refer_each("run_by", To::Organisation, "the way in is run by an organisation"),
            sources: fields.sources(),
        }
    }
}

/// Whom one must, or may, register with.
#[derive(Debug)]
pub struct RegistrationKeys {
    pub with: At<String>,
    pub needed: bool,
    pub sources: Vec<At<String>>,
}

impl RegistrationKeys {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            with: fields.refer("with", To::Organisation, "one registers with an organisation"),
            needed: fields.flag("needed"),
            sources: fields.sources(),
        }
    }
}

/// "Progression available to".
#[derive(Debug)]
pub struct ProgressionKeys {
    pub to: At<String>,
    pub how: Option<At<String>>,
    pub sources: Vec<At<String>>,
}

impl ProgressionKeys {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            to: fields.refer("to", To::Role, "progression leads to a role"),
            how: fields.optional_text("how"),
            sources: fields.sources(),
        }
    }
}

/// A way to grow without moving up.
#[derive(Debug)]
pub struct GrowKeys {
    pub text: At<String>,
    pub sources: Vec<At<String>>,
}

impl GrowKeys {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self { text: fields.text("text"), sources: fields.sources() }
    }
}

/// What the 2025 report says of a role.
#[derive(Debug)]
pub struct MarkKeys {
    pub kind: Option<At<MarkKind>>,
    pub sources: Vec<At<String>>,
}

impl MarkKeys {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self { kind: fields.word("kind"), sources: fields.sources() }
    }
}

/// A video or an interview.
#[derive(Debug)]
pub struct MediaKeys {
    pub kind: Option<At<MediaKind>>,
    pub about: At<String>,
    pub sources: Vec<At<String>>,
}

impl MediaKeys {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self { kind: fields.word("kind"), about: fields.text("about"), sources: fields.sources() }
    }
}
