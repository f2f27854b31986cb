//! A role file.

use crate::catalogue::model::cited_page::PartialDate;
use crate::catalogue::model::role_keys::RoleKey;
use crate::catalogue::model::text::Prose;
use crate::catalogue::model::vocabulary::{EntryKind, Judged, MarkKind, MediaKind, Stated};
use crate::content::decode::{
    ClosedWord, Fields, Flag, Group, IdText, MarkdownText, PlainText, QualificationLevel, Record, ReferenceTarget,
    ReferenceTo, YearMonthOrDay,
};
use crate::content::schema::job_facts::{CodesKeys, HoursKeys, JobCheckKeys, PageKeys, PayKeys};
use crate::content::schema::{ChangeKeys, LinkKeys, MonthsKeys, ReviewKeys};
use crate::content::source::Spanned;

/// `roles/<id>.yaml`.
#[derive(Debug)]
pub struct RoleFile {
    pub id: Spanned<String>,
    pub title: Spanned<String>,
    pub other_titles: Vec<Spanned<String>>,
    pub summary: Spanned<String>,
    pub levels: Vec<Spanned<String>>,
    pub settings: Vec<Spanned<String>>,
    pub categories: Vec<Spanned<String>>,
    pub contact: Option<Spanned<String>>,
    pub judged: Vec<Spanned<Judged>>,
    pub family: Option<Spanned<String>>,
    pub what_it_is: Spanned<Prose>,
    pub what_you_do: Vec<Spanned<String>>,
    pub where_you_work: Vec<Spanned<String>>,
    pub qualities: Vec<Spanned<String>>,
    pub entry_routes: Vec<EntryKeys>,
    pub registration: Vec<RegistrationKeys>,
    pub pay: Vec<PayKeys>,
    pub hours: Option<HoursKeys>,
    pub checks: Vec<JobCheckKeys>,
    pub progressions: Vec<ProgressionKeys>,
    pub end_of_line: bool,
    pub grow: Vec<GrowKeys>,
    pub marks: Vec<MarkKeys>,
    pub media: Vec<MediaKeys>,
    pub more_at: Vec<Spanned<String>>,
    pub links: Vec<LinkKeys>,
    pub codes: Option<CodesKeys>,
    pub look_for: Vec<Spanned<String>>,
    pub former_ids: Vec<Spanned<String>>,
    pub notes: Vec<Spanned<String>>,
    pub pages: Vec<PageKeys>,
    pub sources: Vec<Spanned<String>>,
    pub changed: Vec<ChangeKeys>,
    pub review: ReviewKeys,
}

impl Record for RoleFile {
    const NAME: &'static str = "role";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            id: fields.required(RoleKey::Id.name(), &IdText),
            title: fields.required(RoleKey::Title.name(), &PlainText),
            other_titles: fields.list(RoleKey::OtherTitles.name(), &PlainText),
            summary: fields.required(RoleKey::Summary.name(), &PlainText),
            levels: fields
                .non_empty(RoleKey::Levels.name(), &ReferenceTo(ReferenceTarget::Level, "the role stands on a level")),
            settings: fields.required_list(
                RoleKey::Settings.name(),
                &ReferenceTo(ReferenceTarget::Setting, "the role is found in a setting"),
            ),
            categories: fields.non_empty(
                RoleKey::Categories.name(),
                &ReferenceTo(ReferenceTarget::Category, "the role belongs to a category"),
            ),
            contact: fields.optional(
                RoleKey::Contact.name(),
                &ReferenceTo(ReferenceTarget::Contact, "the role has a kind of contact"),
            ),
            judged: fields.required_list(RoleKey::Judged.name(), &ClosedWord::new()),
            family: fields
                .optional(RoleKey::Family.name(), &ReferenceTo(ReferenceTarget::Role, "the role is a kind of a role")),
            what_it_is: fields.required(RoleKey::WhatItIs.name(), &MarkdownText),
            what_you_do: fields.non_empty(RoleKey::WhatYouDo.name(), &PlainText),
            where_you_work: fields.list(RoleKey::WhereYouWork.name(), &PlainText),
            qualities: fields.list(RoleKey::Qualities.name(), &PlainText),
            entry_routes: fields.list(RoleKey::EntryRoutes.name(), &Group::new()),
            registration: fields.list(RoleKey::Registration.name(), &Group::new()),
            pay: fields.list(RoleKey::Pay.name(), &Group::new()),
            hours: fields.optional(RoleKey::Hours.name(), &Group::new()),
            checks: fields.list(RoleKey::Checks.name(), &Group::new()),
            progressions: fields.list(RoleKey::Progressions.name(), &Group::new()),
            end_of_line: fields.optional(RoleKey::EndOfLine.name(), &Flag).unwrap_or_default(),
            grow: fields.list(RoleKey::Grow.name(), &Group::new()),
            marks: fields.list(RoleKey::Marks.name(), &Group::new()),
            media: fields.list(RoleKey::Media.name(), &Group::new()),
            more_at: fields.list(
                RoleKey::MoreAt.name(),
                &ReferenceTo(ReferenceTarget::Organisation, "this sends readers to an organisation"),
            ),
            links: fields.list(RoleKey::Links.name(), &Group::new()),
            codes: fields.optional(RoleKey::Codes.name(), &Group::new()),
            look_for: fields.list(RoleKey::LookFor.name(), &PlainText),
            former_ids: fields.list(RoleKey::FormerIds.name(), &IdText),
            notes: fields.list(RoleKey::Notes.name(), &PlainText),
            pages: fields.list(RoleKey::Pages.name(), &Group::new()),
            sources: fields.sources(),
            changed: fields.list(RoleKey::Changed.name(), &Group::new()),
            review: ReviewKeys::read(fields),
        }
    }
}

impl RoleFile {
    /// The sources that it names, of the file and of each fact.
    pub fn cited(&self) -> impl Iterator<Item = &Spanned<String>> {
        let facts: [Box<dyn Iterator<Item = &Vec<Spanned<String>>> + '_>; 11] = [
            Box::new(self.entry_routes.iter().map(|it| &it.sources)),
            Box::new(self.registration.iter().map(|it| &it.sources)),
            Box::new(self.pay.iter().map(|it| &it.sources)),
            Box::new(self.hours.iter().map(|it| &it.sources)),
            Box::new(self.checks.iter().map(|it| &it.sources)),
            Box::new(self.progressions.iter().map(|it| &it.sources)),
            Box::new(self.grow.iter().map(|it| &it.sources)),
            Box::new(self.marks.iter().map(|it| &it.sources)),
            Box::new(self.media.iter().map(|it| &it.sources)),
            Box::new(self.links.iter().map(|it| &it.sources)),
            Box::new(self.codes.iter().flat_map(|it| &it.apprenticeships).map(|it| &it.sources)),
        ];
        facts.into_iter().flatten().chain([&self.sources]).flatten()
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
    pub also: Vec<Spanned<String>>,
    pub subjects: Vec<Spanned<String>>,
    pub level: Option<Spanned<u8>>,
    pub months: Option<MonthsKeys>,
    pub experience_months: Option<MonthsKeys>,
    pub earn: Option<bool>,
    pub run_by: Vec<Spanned<String>>,
    pub inferred: bool,
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
            also: fields.list("also", &PlainText),
            subjects: fields.list("subjects", &PlainText),
            level: fields.optional("level", &QualificationLevel),
            months: fields.optional("months", &Group::new()),
            experience_months: fields.optional("experience_months", &Group::new()),
            earn: fields.optional("earn", &Flag),
            run_by: fields
                .list("run_by", &ReferenceTo(ReferenceTarget::Organisation, "the way in is run by an organisation")),
            inferred: fields.optional("inferred", &Flag).unwrap_or_default(),
            sources: fields.sources(),
        }
    }
}

/// Whom one must, or may, register with.
#[derive(Debug)]
pub struct RegistrationKeys {
    pub with: Spanned<String>,
    pub needed: bool,
    pub by_law: bool,
    pub own_profession: bool,
    pub sources: Vec<Spanned<String>>,
}

impl Record for RegistrationKeys {
    const NAME: &'static str = "registration";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            with: fields
                .required("with", &ReferenceTo(ReferenceTarget::Organisation, "one registers with an organisation")),
            needed: fields.required("needed", &Flag),
            by_law: fields.optional("by_law", &Flag).unwrap_or_default(),
            own_profession: fields.optional("own_profession", &Flag).unwrap_or_default(),
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
    pub as_of: Spanned<PartialDate>,
    pub sources: Vec<Spanned<String>>,
}

impl Record for MarkKeys {
    const NAME: &'static str = "mark";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            kind: fields.required("kind", &ClosedWord::new()),
            as_of: fields.required("as_of", &YearMonthOrDay),
            sources: fields.sources(),
        }
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

#[cfg(test)]
mod tests {
    use crate::catalogue::model::role_keys::RoleKey;
    use crate::content::decode::Group;
    use crate::content::schema::role::RoleFile;

    #[test]
    fn a_role_file_takes_the_declared_keys_and_needs_those_declared_as_required() {
        let asked: Vec<_> =
            Group::<RoleFile>::declaration().keys.iter().map(|form| (form.key, form.presence, form.is_list)).collect();
        let declared = RoleKey::ALL.iter().map(|key| (key.name(), key.info().presence, key.info().shape.is_list()));
        assert_eq!(asked, declared.collect::<Vec<_>>());
    }
}
