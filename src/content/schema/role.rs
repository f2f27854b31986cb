//! A role file.

use crate::catalogue::model::text::Prose;
use crate::catalogue::model::vocabulary::{Contact, EntryKind, Judged, Level, MarkKind, MediaKind, Setting, Stated};
use crate::content::decode::{
    ClosedWord, Fields, Flag, Group, IdText, MarkdownText, PlainText, QualificationLevel, Record, ReferenceTarget,
    ReferenceTo,
};
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

impl Record for RoleFile {
    const NAME: &'static str = "role";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            id: fields.required("id", &IdText),
            title: fields.required("title", &PlainText),
            other_titles: fields.list("other_titles", &PlainText),
            summary: fields.required("summary", &PlainText),
            levels: fields.non_empty("levels", &ClosedWord::new()),
            settings: fields.required_list("settings", &ClosedWord::new()),
            categories: fields
                .non_empty("categories", &ReferenceTo(ReferenceTarget::Category, "the role belongs to a category")),
            contact: fields.optional("contact", &ClosedWord::new()),
            judged: fields.required_list("judged", &ClosedWord::new()),
            family: fields.optional("family", &ReferenceTo(ReferenceTarget::Role, "the role is a kind of a role")),
            what_it_is: fields.required("what_it_is", &MarkdownText),
            what_you_do: fields.non_empty("what_you_do", &PlainText),
            where_you_work: fields.list("where_you_work", &PlainText),
            qualities: fields.list("qualities", &PlainText),
            entry_routes: fields.list("entry_routes", &Group::new()),
            registration: fields.list("registration", &Group::new()),
            progressions: fields.list("progressions", &Group::new()),
            end_of_line: fields.optional("end_of_line", &Flag).unwrap_or_default(),
            grow: fields.list("grow", &Group::new()),
            marks: fields.list("marks", &Group::new()),
            media: fields.list("media", &Group::new()),
            more_at: fields
                .list("more_at", &ReferenceTo(ReferenceTarget::Organisation, "this sends readers to an organisation")),
            links: fields.list("links", &Group::new()),
            sources: fields.sources(),
            review: ReviewKeys::read(fields),
        }
    }
}

/// A way into a role.
#[derive(Debug)]
pub struct EntryKeys {
    pub kind: Spanned<EntryKind>,
    pub from: Vec<Spanned<String>>,
    pub stated: Spanned<Stated>,
    pub summary: Spanned<String>,
    pub requires: Vec<Spanned<String>>,
    pub level: Option<Spanned<u8>>,
    pub months: Option<MonthsKeys>,
    pub earn: Option<bool>,
    pub run_by: Vec<Spanned<String>>,
    pub sources: Vec<Spanned<String>>,
}

impl Record for EntryKeys {
    const NAME: &'static str = "way in";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            kind: fields.required("kind", &ClosedWord::new()),
            from: fields.non_empty(
                "from",
                &ReferenceTo(ReferenceTarget::Beginning, "the way in begins at a role or qualification"),
            ),
            stated: fields.required("stated", &ClosedWord::new()),
            summary: fields.required("summary", &PlainText),
            requires: fields.list("requires", &PlainText),
            level: fields.optional("level", &QualificationLevel),
            months: fields.optional("months", &Group::new()),
            earn: fields.optional("earn", &Flag),
            run_by: fields
                .list("run_by", &ReferenceTo(ReferenceTarget::Organisation, "the way in is run by an organisation")),
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

impl Record for RegistrationKeys {
    const NAME: &'static str = "registration";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            with: fields
                .required("with", &ReferenceTo(ReferenceTarget::Organisation, "one registers with an organisation")),
            needed: fields.required("needed", &Flag),
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

impl Record for ProgressionKeys {
    const NAME: &'static str = "progression";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            to: fields.required("to", &ReferenceTo(ReferenceTarget::Role, "progression leads to a role")),
            how: fields.optional("how", &PlainText),
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

impl Record for GrowKeys {
    const NAME: &'static str = "way to grow";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self { text: fields.required("text", &PlainText), sources: fields.sources() }
    }
}

/// What the 2025 report says of a role.
#[derive(Debug)]
pub struct MarkKeys {
    pub kind: Spanned<MarkKind>,
    pub sources: Vec<Spanned<String>>,
}

impl Record for MarkKeys {
    const NAME: &'static str = "mark";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self { kind: fields.required("kind", &ClosedWord::new()), sources: fields.sources() }
    }
}

/// A video or an interview.
#[derive(Debug)]
pub struct MediaKeys {
    pub kind: Spanned<MediaKind>,
    pub about: Spanned<String>,
    pub sources: Vec<Spanned<String>>,
}

impl Record for MediaKeys {
    const NAME: &'static str = "medium";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            kind: fields.required("kind", &ClosedWord::new()),
            about: fields.required("about", &PlainText),
            sources: fields.sources(),
        }
    }
}
