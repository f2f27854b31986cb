//! The entities whose texts may show figures: levels, settings, roles, pathways, guides.

use std::collections::BTreeSet;

use crate::catalogue::model::guide::{Guide, GuideSection};
use crate::catalogue::model::ids::{GuideId, PathwayId, RoleId};
use crate::catalogue::model::indexes::{FigureIndex, Level, RoleIndex, Setting};
use crate::catalogue::model::pathway::{Pathway, PathwayRoute, PathwayStep};
use crate::catalogue::model::reference::{LevelInfo, SettingInfo};
use crate::catalogue::model::regulator::Regulators;
use crate::catalogue::model::role::{EntryRoute, Mark, Media, Progression, Registration, Role, Sourced};
use crate::catalogue::model::text::{Block, Inline, Prose};
use crate::content::build::job_facts;
use crate::content::build::resolver::{Resolver, UnresolvedName};
use crate::content::build::values::{change, each, link, months, optional, review, values};
use crate::content::schema::guide::GuideFile;
use crate::content::schema::pathway::{PathwayFile, StepKeys};
use crate::content::schema::role::{EntryKeys, RoleFile};
use crate::content::schema::vocabulary::{LevelEntry, SettingEntry};
use crate::content::source::Spanned;

/// Builds the entities.
pub struct PageBuilder<'n> {
    /// The indexes of all ids.
    pub names: &'n Resolver,
    /// The value of each figure of `facts.yaml`, by its index.
    pub figure_values: Vec<String>,
    /// The protected titles.
    pub regulators: &'n Regulators,
    /// The ids of roles for which one must be on a register.
    pub registered: BTreeSet<String>,
    /// The ids of roles to which a progression leads from a role without a register.
    pub open_to_others: BTreeSet<String>,
}

impl PageBuilder<'_> {
    /// A text with the values of its figures.
    fn prose(&self, text: Spanned<Prose>) -> Result<Prose, UnresolvedName> {
        let mut prose = text.value;
        for block in &mut prose.0 {
            let lines = match block {
                Block::Paragraph(line) => std::slice::from_mut(line),
                Block::List { items, .. } => items.as_mut_slice(),
            };
            for span in lines.iter_mut().flatten() {
                if let Inline::Figure { fact, value } = span {
                    let figure = self.names.figure(&Spanned::new(fact.0.clone(), text.span))?;
                    value.clone_from(&self.figure_values[figure.position()]);
                }
            }
        }
        Ok(prose)
    }

    /// The figures that some texts use.
    fn figures<'t>(
        &self,
        texts: impl Iterator<Item = &'t Spanned<Prose>>,
    ) -> Result<BTreeSet<FigureIndex>, UnresolvedName> {
        let named = texts.flat_map(|text| text.value.figures().map(|figure| text.with(figure.0.clone())));
        named.map(|name| self.names.figure(&name)).collect()
    }

    /// A level.
    pub fn level(&self, level: Level, entry: LevelEntry) -> Result<LevelInfo, UnresolvedName> {
        Ok(LevelInfo {
            level,
            id: entry.id.value,
            has_roles: entry.roles,
            is_profession: entry.profession,
            intro: self.prose(entry.intro)?,
            title: entry.title.value,
            short: entry.short.value,
            summary: entry.summary.value,
            sources: self.names.sources(&entry.sources)?,
        })
    }

    /// A setting.
    pub fn setting(&self, setting: Setting, entry: SettingEntry) -> Result<SettingInfo, UnresolvedName> {
        Ok(SettingInfo {
            setting,
            id: entry.id.value,
            mark: entry.mark.value,
            icon: entry.icon.value,
            intro: self.prose(entry.intro)?,
            title: entry.title.value,
            short: entry.short.value,
            summary: entry.summary.value,
            sources: self.names.sources(&entry.sources)?,
        })
    }

    /// A role.
    pub fn role(&self, role: RoleFile) -> Result<Role, UnresolvedName> {
        let names = self.names;
        let mut levels = names.levels(&role.levels)?;
        levels.sort_unstable();
        let mut settings = names.settings(&role.settings)?;
        settings.sort_unstable();
        let needs_no_register = self.needs_no_register(&role);
        let titles: Vec<String> =
            std::iter::once(&role.title).chain(&role.other_titles).map(|title| title.value.clone()).collect();
        Ok(Role {
            index: RoleIndex::default(),
            id: RoleId(role.id.value),
            title: role.title.value,
            other_titles: values(role.other_titles),
            summary: role.summary.value,
            levels,
            settings,
            categories: names.categories(&role.categories)?,
            contact: role.contact.map(|id| names.contact(&id)).transpose()?,
            judged: values(role.judged),
            family: role.family.map(|id| names.role(&id)).transpose()?,
            what_it_is: self.prose(role.what_it_is)?,
            what_you_do: values(role.what_you_do),
            where_you_work: values(role.where_you_work),
            qualities: values(role.qualities),
            entry_routes: each(role.entry_routes, |route| self.entry_route(route))?,
            needs_no_register,
            registration: each(role.registration, |it| {
                let with = names.organisation(&it.with)?;
                Ok(Registration {
                    with,
                    needed: it.needed,
                    by_law: it.by_law,
                    own_profession: it.own_profession,
                    floor: self.regulators.floor(with, titles.iter().map(String::as_str)),
                    sources: names.sources(&it.sources)?,
                })
            })?,
            pay: each(role.pay, |it| job_facts::pay(names, it))?,
            hours: role.hours.map(|it| job_facts::working_time(names, it)).transpose()?,
            checks: each(role.checks, |it| job_facts::job_check(names, it))?,
            progressions: each(role.progressions, |it| {
                Ok(Progression { to: names.role(&it.to)?, how: optional(it.how), sources: names.sources(&it.sources)? })
            })?,
            grow: each(role.grow, |it| Ok(Sourced { text: it.text.value, sources: names.sources(&it.sources)? }))?,
            marks: each(role.marks, |it| {
                Ok(Mark { kind: it.kind.value, as_of: it.as_of.value, sources: names.sources(&it.sources)? })
            })?,
            media: each(role.media, |it| {
                Ok(Media { kind: it.kind.value, about: it.about.value, sources: names.sources(&it.sources)? })
            })?,
            more_at: names.organisations(&role.more_at)?,
            links: each(role.links, |it| link(names, it))?,
            codes: role.codes.map(|it| job_facts::codes(names, it)).transpose()?.unwrap_or_default(),
            look_for: values(role.look_for),
            former_ids: values(role.former_ids),
            notes: values(role.notes),
            pages: each(role.pages, |it| job_facts::page(names, it))?,
            sources: names.sources(&role.sources)?,
            changed: each(role.changed, |it| change(names, it))?,
            review: review(&role.review),
        })
    }

    /// Whether the laws that the data knows ask for no register: no title is protected, and a way in or a progression begins
    /// without a registered profession.
    fn needs_no_register(&self, role: &RoleFile) -> bool {
        let mut titles = std::iter::once(&role.title).chain(&role.other_titles);
        let mut starts = role.entry_routes.iter().flat_map(|route| &route.from);
        !self.regulators.is_empty()
            && role.registration.is_empty()
            && titles.all(|title| self.regulators.covering(title.as_str()).next().is_none())
            && (starts.any(|start| !self.registered.contains(start.as_str()))
                || self.open_to_others.contains(role.id.as_str()))
    }

    fn entry_route(&self, entry: EntryKeys) -> Result<EntryRoute, UnresolvedName> {
        Ok(EntryRoute {
            kind: entry.kind.value,
            from: each(entry.from, |from| self.names.start(&from))?,
            stated: entry.stated.value,
            summary: entry.summary.value,
            requires: values(entry.requires),
            also: values(entry.also),
            subjects: values(entry.subjects),
            level: optional(entry.level),
            months: entry.months.map(months),
            experience: entry.experience_months.map(months),
            earn: entry.earn,
            run_by: self.names.organisations(&entry.run_by)?,
            inferred: entry.inferred,
            sources: self.names.sources(&entry.sources)?,
        })
    }

    /// A pathway.
    pub fn pathway(&self, file: PathwayFile) -> Result<Pathway, UnresolvedName> {
        let routes = each(file.routes, |route| {
            Ok(PathwayRoute { kind: route.kind.value, steps: each(route.steps, |step| self.step(step))? })
        });
        Ok(Pathway {
            id: PathwayId(file.id.value),
            title: file.title.value,
            summary: file.summary.value,
            role: self.names.role(&file.role)?,
            assembled: file.assembled,
            routes: routes?,
            sources: self.names.sources(&file.sources)?,
            review: review(&file.review),
        })
    }

    fn step(&self, step: StepKeys) -> Result<PathwayStep, UnresolvedName> {
        Ok(PathwayStep {
            text: self.prose(step.text)?,
            title: step.title.value,
            role: step.role.map(|id| self.names.role(&id)).transpose()?,
            qualification: step.qualification.map(|id| self.names.qualification(&id)).transpose()?,
            level: optional(step.level),
            entry_level: step.entry_level,
            sources: self.names.sources(&step.sources)?,
        })
    }

    /// A guide.
    pub fn guide(&self, file: GuideFile) -> Result<Guide, UnresolvedName> {
        let figures = self.figures(file.sections.iter().map(|section| &section.body))?;
        let sections = each(file.sections, |section| {
            Ok(GuideSection {
                body: self.prose(section.body)?,
                title: section.title.value,
                more_at: self.names.organisations(&section.more_at)?,
                links: each(section.links, |it| link(self.names, it))?,
                sources: self.names.sources(&section.sources)?,
            })
        });
        Ok(Guide {
            id: GuideId(file.id.value),
            title: file.title.value,
            summary: file.summary.value,
            order: file.order.value,
            purpose: optional(file.purpose),
            sections: sections?,
            roles: self.names.roles(&file.roles)?,
            figures: figures.into_iter().collect(),
            sources: self.names.sources(&file.sources)?,
            changed: each(file.changed, |it| change(self.names, it))?,
            review: review(&file.review),
        })
    }
}
