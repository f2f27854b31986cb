//! A role together with the catalogue it belongs to, so that all it refers to is at hand.

use std::collections::BTreeSet;
use std::ops::Deref;

use crate::catalogue::entities::Entities;
use crate::catalogue::graph::Move;
use crate::catalogue::model::cited_page::{CitedPage, PartialDate};
use crate::catalogue::model::indexes::{CategoryIndex, Level, Qualification, RoleIndex, Setting, SourceIndex};
use crate::catalogue::model::pathway::Pathway;
use crate::catalogue::model::pay::{Pay, PayBand, PayScheme};
use crate::catalogue::model::reference::{
    Category, ContactInfo, LevelInfo, Organisation, QualificationInfo, SettingInfo, Source,
};
use crate::catalogue::model::role::{EntryFrom, EntryRoute, Registration, Role};

/// A role of a catalogue: two words that can be copied. All getters are total, since every reference of a catalogue leads
/// somewhere.
#[derive(Clone, Copy, Debug)]
pub struct RoleRef<'a> {
    entities: &'a Entities,
    role: &'a Role,
}

/// A printed move between two roles of a catalogue.
#[derive(Clone, Copy, Debug)]
pub struct MoveRef<'a> {
    entities: &'a Entities,
    step: Move<'a>,
}

/// What one must have to begin an entry route: one of its alternatives.
#[derive(Clone, Copy, Debug)]
pub enum RouteStart<'a> {
    /// A qualification, or any higher one.
    Qualification(&'a QualificationInfo),
    /// A role that one works in.
    Role(RoleRef<'a>),
    /// Experience that fits.
    Experience,
    /// What no source says.
    NotKnown,
}

/// What sets the pay of a role of a catalogue.
#[derive(Clone, Copy, Debug)]
pub struct PayRef<'a> {
    scheme: &'a PayScheme,
    pay: &'a Pay,
}

impl Entities {
    /// A role with all that it refers to.
    #[must_use]
    pub fn role_at(&self, index: RoleIndex) -> RoleRef<'_> {
        RoleRef::new(self, index)
    }

    /// Every role with all that it refers to, by title.
    pub fn role_refs(&self) -> impl Iterator<Item = RoleRef<'_>> {
        self.roles().iter().map(|role| self.role_at(role.index))
    }

    /// The roles on a level, by title.
    pub fn roles_on(&self, level: Level) -> impl Iterator<Item = RoleRef<'_>> {
        self.role_refs().filter(move |role| role.levels.contains(&level))
    }

    /// The roles in a setting, by title.
    pub fn roles_in(&self, setting: Setting) -> impl Iterator<Item = RoleRef<'_>> {
        self.role_refs().filter(move |role| role.settings.contains(&setting))
    }

    /// The roles of a category, by title.
    pub fn roles_of(&self, category: CategoryIndex) -> impl Iterator<Item = RoleRef<'_>> {
        self.role_refs().filter(move |role| role.categories.contains(&category))
    }
}

impl<'a> RoleRef<'a> {
    fn new(entities: &'a Entities, index: RoleIndex) -> Self {
        Self { entities, role: entities.graph().role(index) }
    }

    /// The role alone.
    #[must_use]
    pub fn role(self) -> &'a Role {
        self.role
    }

    /// What it and all that it refers to belong to.
    #[must_use]
    pub fn entities(self) -> &'a Entities {
        self.entities
    }

    /// The levels it stands on, lowest first.
    pub fn levels(self) -> impl Iterator<Item = &'a LevelInfo> {
        self.role.levels.iter().map(move |&level| self.entities.level(level))
    }

    /// The lowest of its levels.
    #[must_use]
    pub fn lowest_level(self) -> &'a LevelInfo {
        self.entities.level(self.role.level())
    }

    /// The settings it is found in.
    pub fn settings(self) -> impl Iterator<Item = &'a SettingInfo> {
        self.role.settings.iter().map(move |&setting| self.entities.setting(setting))
    }

    /// What contact it has with the people it is for, where a text decides.
    #[must_use]
    pub fn contact(self) -> Option<&'a ContactInfo> {
        self.role.contact.map(|contact| self.entities.contact(contact))
    }

    /// Its families of careers; the first gives it its line.
    pub fn categories(self) -> impl Iterator<Item = &'a Category> {
        self.role.categories.iter().map(move |&category| self.entities.category(category))
    }

    /// The family of careers whose line it stands on.
    #[must_use]
    pub fn line(self) -> Option<&'a Category> {
        self.categories().next()
    }

    /// The wider role of which it is one kind.
    #[must_use]
    pub fn family(self) -> Option<Self> {
        self.role.family.map(|family| Self::new(self.entities, family))
    }

    /// The kinds of this wider role, by title.
    pub fn members(self) -> impl Iterator<Item = Self> {
        self.entities.graph().members_of(self.role).map(move |member| Self { role: member, ..self })
    }

    /// "Progression available to": the moves that lead on from it, in the order in which they were written.
    pub fn successors(self) -> impl Iterator<Item = MoveRef<'a>> {
        self.entities.graph().successors(self.role).map(move |step| MoveRef { entities: self.entities, step })
    }

    /// "You can get here from": the moves that lead to it, by the title of where they start.
    pub fn predecessors(self) -> impl Iterator<Item = MoveRef<'a>> {
        self.entities.graph().predecessors(self.role).map(move |step| MoveRef { entities: self.entities, step })
    }

    /// [`Self::predecessors`] without kinds of a role that is itself among them: who can move on as a doctor can do so as
    /// any kind of doctor.
    pub fn predecessors_by_family(self) -> impl Iterator<Item = MoveRef<'a>> {
        let from: BTreeSet<RoleIndex> = self.predecessors().map(|step| step.from.index).collect();
        self.predecessors().filter(move |step| step.from.family.is_none_or(|wider| !from.contains(&wider)))
    }

    /// The entry routes of other roles that are open to somebody in this one.
    pub fn entry_successors(self) -> impl Iterator<Item = (Self, &'a EntryRoute)> {
        let entries = self.entities.graph().entry_successors(self.role);
        entries.map(move |(to, route)| (Self { role: to, ..self }, route))
    }

    /// The same, without roles to which a progression leads anyway, and without kinds of this role (see [`Self::members`]).
    pub fn entry_only_successors(self) -> impl Iterator<Item = (Self, &'a EntryRoute)> {
        let entries = self.entities.graph().entry_only_successors(self.role);
        let entries = entries.filter(move |(to, _)| to.family != Some(self.role.index));
        entries.map(move |(to, route)| (Self { role: to, ..self }, route))
    }

    /// What one must have to begin one of its entry routes; any one is enough.
    pub fn starts(self, route: &'a EntryRoute) -> impl Iterator<Item = RouteStart<'a>> {
        route.from.iter().map(move |from| match *from {
            EntryFrom::Qualification(held) => RouteStart::Qualification(self.entities.qualification(held)),
            EntryFrom::Role(role) => RouteStart::Role(Self::new(self.entities, role)),
            EntryFrom::Experience => RouteStart::Experience,
            EntryFrom::NotKnown => RouteStart::NotKnown,
        })
    }

    /// Who runs one of its entry routes.
    pub fn run_by(self, route: &'a EntryRoute) -> impl Iterator<Item = &'a Organisation> {
        self.entities.organisations_at(&route.run_by)
    }

    /// The registers that one must, or may, join, each with who keeps it.
    pub fn registrations(self) -> impl Iterator<Item = (&'a Registration, &'a Organisation)> {
        self.role.registration.iter().map(move |item| (item, self.entities.organisation(item.with)))
    }

    /// What sets its pay.
    pub fn pay(self) -> impl Iterator<Item = PayRef<'a>> {
        self.role.pay.iter().map(move |pay| PayRef { scheme: self.entities.pay_scheme(pay.scheme), pay })
    }

    /// The pages its facts were read on, each with its publisher.
    pub fn pages(self) -> impl Iterator<Item = (&'a CitedPage, &'a Source)> {
        self.role.pages.iter().map(move |page| (page, self.entities.source(page.source)))
    }

    /// The year of a source, as far as this role has read it: that of its newest page, else that of the document.
    #[must_use]
    pub fn year_of(self, source: SourceIndex) -> Option<i16> {
        let pages = self.role.pages.iter().filter(|page| page.source == source);
        let published = pages.map(|page| page.published.map(PartialDate::year)).collect::<Option<Vec<_>>>()?;
        let document = || i16::try_from(self.entities.source(source).year?).ok();
        published.into_iter().max().or_else(document)
    }

    /// What ways in that ask for no qualification ask for all the same, each once.
    pub fn also_asked(self) -> impl Iterator<Item = &'a str> {
        let is_lowest = |asked: Qualification| asked == Qualification::default();
        let routes = self.role.entry_routes.iter();
        let open = routes.filter(move |route| route.qualification_asked().is_some_and(is_lowest));
        let also: BTreeSet<&str> = open.flat_map(|route| &route.also).map(String::as_str).collect();
        also.into_iter()
    }

    /// Organisations to turn to.
    pub fn more_at(self) -> impl Iterator<Item = &'a Organisation> {
        self.entities.organisations_at(&self.role.more_at)
    }

    /// Where its facts come from.
    pub fn sources(self) -> impl Iterator<Item = &'a Source> {
        self.entities.sources_at(&self.role.sources)
    }

    /// The pathways that lead to it or through it, by title.
    pub fn pathways(self) -> impl Iterator<Item = &'a Pathway> {
        let index = self.role.index;
        self.entities.pathways().iter().filter(move |pathway| {
            let mut steps = pathway.routes.iter().flat_map(|route| &route.steps);
            pathway.role == index || steps.any(|step| step.role == Some(index))
        })
    }
}

impl Deref for RoleRef<'_> {
    type Target = Role;

    fn deref(&self) -> &Role {
        self.role
    }
}

impl PartialEq for RoleRef<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.role.index == other.role.index
    }
}

impl Eq for RoleRef<'_> {}

impl<'a> MoveRef<'a> {
    /// What both roles belong to.
    #[must_use]
    pub fn entities(self) -> &'a Entities {
        self.entities
    }

    /// Where one comes from.
    #[must_use]
    pub fn from(self) -> RoleRef<'a> {
        RoleRef { entities: self.entities, role: self.step.from }
    }

    /// Where one gets to.
    #[must_use]
    pub fn to(self) -> RoleRef<'a> {
        RoleRef { entities: self.entities, role: self.step.to }
    }

    /// The settings one gains by it.
    pub fn settings_gained(self) -> impl Iterator<Item = &'a SettingInfo> {
        let (entities, step) = (self.entities, self.step);
        step.to.settings_beyond(step.from).map(move |setting| entities.setting(setting))
    }

    /// The settings one loses by it.
    pub fn settings_lost(self) -> impl Iterator<Item = &'a SettingInfo> {
        let (entities, step) = (self.entities, self.step);
        step.from.settings_beyond(step.to).map(move |setting| entities.setting(setting))
    }

    /// What one adds, where a source says so.
    #[must_use]
    pub fn how(self) -> Option<&'a str> {
        self.step.progression.how.as_deref()
    }
}

impl<'a> Deref for MoveRef<'a> {
    type Target = Move<'a>;

    fn deref(&self) -> &Move<'a> {
        &self.step
    }
}

impl<'a> PayRef<'a> {
    /// What sets the pay.
    #[must_use]
    pub fn scheme(self) -> &'a PayScheme {
        self.scheme
    }

    /// What the role says of it.
    #[must_use]
    pub fn pay(self) -> &'a Pay {
        self.pay
    }

    /// The bands on which the job usually starts.
    pub fn bands(self) -> impl Iterator<Item = &'a PayBand> {
        self.pay.bands.iter().map(move |band| &self.scheme.bands()[band.position()])
    }

    /// The bands that one may reach in the same job.
    pub fn later(self) -> impl Iterator<Item = &'a PayBand> {
        self.pay.later.iter().map(move |band| &self.scheme.bands()[band.position()])
    }

    /// The least and the most that the bands on which one starts pay, in pounds a year; `None` where no amount is known.
    #[must_use]
    pub fn range(self) -> Option<(u32, u32)> {
        let least = self.bands().map(|band| band.from).min()?;
        let most = self.bands().map(|band| band.to).max()?;
        Some((least, most))
    }
}

impl<'a> RouteStart<'a> {
    /// Its id in data files and in the API.
    #[must_use]
    pub fn id(self) -> &'a str {
        match self {
            Self::Qualification(info) => &info.id,
            Self::Role(role) => role.role().id.as_str(),
            Self::Experience => EntryFrom::EXPERIENCE,
            Self::NotKnown => EntryFrom::NOT_KNOWN,
        }
    }
}
