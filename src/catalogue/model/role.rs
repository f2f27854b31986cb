//! A role: one job that a person can hold.

use crate::catalogue::model::cited_page::{CitedPage, PartialDate};
use crate::catalogue::model::codes::Codes;
use crate::catalogue::model::ids::{RoleId, slug};
use crate::catalogue::model::indexes::{
    CategoryIndex, Contact, Level, OrganisationIndex, Qualification, RoleIndex, Setting, SourceIndex,
};
use crate::catalogue::model::job_check::JobCheck;
use crate::catalogue::model::months::Months;
use crate::catalogue::model::pay::Pay;
use crate::catalogue::model::reference::{Change, Link, Review};
use crate::catalogue::model::text::Prose;
use crate::catalogue::model::vocabulary::{EntryKind, Judged, MarkKind, MediaKind, RegistrationNeed, Stated};
use crate::catalogue::model::working_time::WorkingTime;

/// One job that a person can hold.
#[derive(Clone, Debug)]
pub struct Role {
    /// Its position among all roles, by title. The graph sets it.
    pub index: RoleIndex,
    /// Its id.
    pub id: RoleId,
    /// Its name.
    pub title: String,
    /// Other names for the same job.
    pub other_titles: Vec<String>,
    /// One sentence a person can repeat.
    pub summary: String,
    /// The levels it stands on, lowest first; at least one.
    pub levels: Vec<Level>,
    /// Where it is found; empty where no source decides.
    pub settings: Vec<Setting>,
    /// Its families of careers; the first gives it its line.
    pub categories: Vec<CategoryIndex>,
    /// Whether it gives care directly to patients, where a text decides.
    pub contact: Option<Contact>,
    /// Which of its facts are our judgement.
    pub judged: Vec<Judged>,
    /// The wider role of which it is one kind.
    pub family: Option<RoleIndex>,
    /// What it is.
    pub what_it_is: Prose,
    /// Things one does in the job.
    pub what_you_do: Vec<String>,
    /// Places.
    pub where_you_work: Vec<String>,
    /// What it asks of one as a person.
    pub qualities: Vec<String>,
    /// The ways in.
    pub entry_routes: Vec<EntryRoute>,
    /// Whom one must, or may, register with.
    pub registration: Vec<Registration>,
    /// Whether no law that the data knows asks for a register: no title of it is protected, and one can begin it without a
    /// registered profession.
    pub needs_no_register: bool,
    /// What sets its pay.
    pub pay: Vec<Pay>,
    /// How long and when one works.
    pub hours: Option<WorkingTime>,
    /// What one is checked for before or in the job.
    pub checks: Vec<JobCheck>,
    /// "Progression available to", as written.
    pub progressions: Vec<Progression>,
    /// Ways to grow without moving up.
    pub grow: Vec<Sourced>,
    /// What the 2025 report says of it.
    pub marks: Vec<Mark>,
    /// What a source shows of it.
    pub media: Vec<Media>,
    /// Organisations to turn to.
    pub more_at: Vec<OrganisationIndex>,
    /// Printed addresses.
    pub links: Vec<Link>,
    /// The codes by which official lists know it.
    pub codes: Codes,
    /// The words to look for it by in searches of other sites; empty for its title.
    pub look_for: Vec<String>,
    /// Ids that it had before, under which its page still answers.
    pub former_ids: Vec<String>,
    /// What readers should know of its sources, such as that two differ.
    pub notes: Vec<String>,
    /// The pages on the web that its facts were read on.
    pub pages: Vec<CitedPage>,
    /// Where its facts come from.
    pub sources: Vec<SourceIndex>,
    /// What has changed since the sources.
    pub changed: Vec<Change>,
    /// When it was looked over.
    pub review: Review,
}

impl Role {
    /// The lowest level it stands on: moves up and down are counted from here.
    #[must_use]
    pub fn level(&self) -> Level {
        self.levels.first().copied().unwrap_or_default()
    }

    /// The family of careers whose line it stands on.
    #[must_use]
    pub fn line(&self) -> Option<CategoryIndex> {
        self.categories.first().copied()
    }

    /// Whether one must, or can, register to do it.
    #[must_use]
    pub fn registration_need(&self) -> RegistrationNeed {
        match self.registration.iter().map(|registration| registration.needed).max() {
            Some(true) => RegistrationNeed::Needed,
            Some(false) => RegistrationNeed::Possible,
            None if self.needs_no_register => RegistrationNeed::NotNeeded,
            None => RegistrationNeed::NotRecorded,
        }
    }

    /// The least qualification that everybody in it holds because of a register: the highest that a register it needs asks
    /// for. Where one of several registers is enough, the lowest of those counts. Nothing where it needs none.
    #[must_use]
    pub fn registration_floor(&self) -> Qualification {
        let needed = || self.registration.iter().filter(|it| it.needed);
        let every = needed().filter(|it| !it.own_profession).map(|it| it.floor).max();
        let any = needed().filter(|it| it.own_profession).map(|it| it.floor).min();
        every.max(any).unwrap_or_default()
    }

    /// The settings it has and another role has not.
    pub fn settings_beyond(&self, other: &Self) -> impl Iterator<Item = Setting> {
        self.settings.iter().copied().filter(|setting| !other.settings.contains(setting))
    }

    /// Whether the report puts this mark on it.
    #[must_use]
    pub fn has_mark(&self, kind: MarkKind) -> bool {
        self.marks.iter().any(|mark| mark.kind == kind)
    }

    /// Whether this fact of it is our judgement.
    #[must_use]
    pub fn is_judged(&self, fact: Judged) -> bool {
        self.judged.contains(&fact)
    }

    /// Whether an apprenticeship of either kind leads into it.
    #[must_use]
    pub fn may_suit_an_apprenticeship(&self) -> bool {
        self.entry_routes.iter().any(|route| route.kind.is_apprenticeship())
    }

    /// Its title and its other titles.
    pub fn all_titles(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.title.as_str()).chain(self.other_titles.iter().map(String::as_str))
    }

    /// Its former ids and the slugs of its titles, under which its page also answers.
    pub fn other_slugs(&self) -> impl Iterator<Item = String> {
        let titles = self.all_titles().map(slug);
        self.former_ids.iter().cloned().chain(titles).filter(|slug| slug != self.id.as_str())
    }

    /// The words to look for it by in searches of other sites.
    pub fn search_words(&self) -> impl Iterator<Item = &str> {
        let title = self.look_for.is_empty().then_some(self.title.as_str());
        self.look_for.iter().map(String::as_str).chain(title)
    }
}

/// A way into a role from a qualification, from a role held, or from either.
#[derive(Clone, Debug)]
pub struct EntryRoute {
    /// What one does.
    pub kind: EntryKind,
    /// What one must hold to begin: any one of these is enough. Never empty.
    pub from: Vec<EntryFrom>,
    /// How strongly the source says it.
    pub stated: Stated,
    /// What it is, in a sentence.
    pub summary: String,
    /// What else is asked.
    pub requires: Vec<String>,
    /// What is asked so early that it is said wherever the way in is: a licence, an age, experience.
    pub also: Vec<String>,
    /// The subjects of GCSEs, A levels or degrees that are asked for.
    pub subjects: Vec<String>,
    /// The qualification level it leads to, as the sources number them (2 to 7).
    pub level: Option<u8>,
    /// How long it takes.
    pub months: Option<Months>,
    /// How long one must have worked before one begins.
    pub experience: Option<Months>,
    /// Whether one is paid throughout, where a source says so.
    pub earn: Option<bool>,
    /// Who runs it.
    pub run_by: Vec<OrganisationIndex>,
    /// Whether it is our reading of a source that does not say it in these words.
    pub inferred: bool,
    /// Where that is said.
    pub sources: Vec<SourceIndex>,
}

impl EntryRoute {
    /// The least qualification that is enough to begin, if any is.
    #[must_use]
    pub fn qualification_asked(&self) -> Option<Qualification> {
        self.qualifications_asked().min()
    }

    /// The qualifications with which one may begin.
    pub fn qualifications_asked(&self) -> impl Iterator<Item = Qualification> {
        self.from.iter().filter_map(|from| match from {
            EntryFrom::Qualification(qualification) => Some(*qualification),
            EntryFrom::Role(_) | EntryFrom::Experience | EntryFrom::NotKnown => None,
        })
    }

    /// The roles from which one may begin.
    pub fn roles_asked(&self) -> impl Iterator<Item = RoleIndex> {
        self.from.iter().filter_map(|from| match from {
            EntryFrom::Role(role) => Some(*role),
            EntryFrom::Qualification(_) | EntryFrom::Experience | EntryFrom::NotKnown => None,
        })
    }

    /// Whether no source says what one must have to begin it.
    #[must_use]
    pub fn starts_unsaid(&self) -> bool {
        self.from.contains(&EntryFrom::NotKnown)
    }

    /// Whether one may begin with something that nobody is known to have: experience, or what no source says.
    #[must_use]
    pub fn asks_for_what_is_not_recorded(&self) -> bool {
        self.from.iter().any(|from| matches!(from, EntryFrom::Experience | EntryFrom::NotKnown))
    }
}

/// What one must hold to begin an entry route.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryFrom {
    /// A qualification, or any higher one.
    Qualification(Qualification),
    /// A role that one works in.
    Role(RoleIndex),
    /// Experience that fits, whatever one holds. No qualification stands in for it.
    Experience,
    /// What no source says. Nobody is known to have it.
    NotKnown,
}

impl EntryFrom {
    /// The id of [`EntryFrom::Experience`].
    pub const EXPERIENCE: &str = "experience";
    /// The id of [`EntryFrom::NotKnown`].
    pub const NOT_KNOWN: &str = "not-known";
}

/// A register that one must, or may, join to do the job.
#[derive(Clone, Debug, Default)]
pub struct Registration {
    /// Who keeps it.
    pub with: OrganisationIndex,
    /// Whether one must.
    pub needed: bool,
    /// Whether a law asks for it.
    pub by_law: bool,
    /// Whether people come from several professions and each is on the register of theirs, so that any one of the registers of
    /// this kind is enough.
    pub own_profession: bool,
    /// The least qualification of everybody on the register with a title of this role.
    pub floor: Qualification,
    /// Where that is said.
    pub sources: Vec<SourceIndex>,
}

/// One printed or sourced move from this role to another.
#[derive(Clone, Debug)]
pub struct Progression {
    /// Where it leads.
    pub to: RoleIndex,
    /// What one adds, where a source says so.
    pub how: Option<String>,
    /// Who says it.
    pub sources: Vec<SourceIndex>,
}

/// A sentence with its sources.
#[derive(Clone, Debug)]
pub struct Sourced {
    /// The sentence.
    pub text: String,
    /// Who says it.
    pub sources: Vec<SourceIndex>,
}

/// What the 2025 report says of a role.
#[derive(Clone, Debug)]
pub struct Mark {
    /// What.
    pub kind: MarkKind,
    /// The year of the report.
    pub as_of: PartialDate,
    /// Where.
    pub sources: Vec<SourceIndex>,
}

/// That a source shows a video or an interview.
#[derive(Clone, Debug)]
pub struct Media {
    /// Which of the two.
    pub kind: MediaKind,
    /// What it shows.
    pub about: String,
    /// Which source.
    pub sources: Vec<SourceIndex>,
}
