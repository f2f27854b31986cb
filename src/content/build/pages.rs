//! The entities whose texts may show figures: levels, settings, roles, pathways, guides.

use std::collections::BTreeMap;

use crate::catalogue::model::guide::{Guide, GuideSection};
use crate::catalogue::model::ids::{CategoryId, GuideId, OrganisationId, PathwayId, RoleId};
use crate::catalogue::model::pathway::{Pathway, PathwayRoute, PathwayStep};
use crate::catalogue::model::reference::{LevelInfo, SettingInfo};
use crate::catalogue::model::role::{EntryFrom, EntryRoute, Mark, Media, Progression, Registration, Role, Sourced};
use crate::catalogue::model::text::{Block, Inline, Prose};
use crate::catalogue::model::vocabulary::{Level, Qualification, Setting, Term as _};
use crate::content::build::values::{link, months, optional, organisations, review, roles, sources, values};
use crate::content::schema::guide::GuideFile;
use crate::content::schema::pathway::{PathwayFile, StepKeys};
use crate::content::schema::role::{EntryKeys, RoleFile};
use crate::content::schema::vocabulary::TermEntry;
use crate::content::source::Spanned;

/// Builds the entities.
pub struct PageBuilder {
    /// The value of each figure of `facts.yaml`, by its id.
    pub facts: BTreeMap<String, String>,
}

impl PageBuilder {
    fn prose(&self, text: Spanned<Prose>) -> Prose {
        let mut prose = text.value;
        for block in &mut prose.0 {
            let lines = match block {
                Block::Paragraph(line) => std::slice::from_mut(line),
                Block::List { items, .. } => items.as_mut_slice(),
            };
            for span in lines.iter_mut().flatten() {
                if let Inline::Figure { fact, value } = span {
                    *value = self.facts.get(fact.as_str()).cloned().unwrap_or_default();
                }
            }
        }
        prose
    }

    /// A level.
    pub fn level(&self, entry: TermEntry<Level>) -> LevelInfo {
        LevelInfo {
            level: entry.id.value,
            intro: self.prose(entry.intro),
            title: entry.title.value,
            short: entry.short.value,
            summary: entry.summary.value,
            sources: sources(entry.sources),
        }
    }

    /// A setting.
    pub fn setting(&self, entry: TermEntry<Setting>) -> SettingInfo {
        SettingInfo {
            setting: entry.id.value,
            intro: self.prose(entry.intro),
            title: entry.title.value,
            short: entry.short.value,
            summary: entry.summary.value,
            sources: sources(entry.sources),
        }
    }

    /// A role.
    pub fn role(&self, role: RoleFile) -> Role {
        let mut levels = values(role.levels);
        levels.sort_unstable();
        let mut settings = values(role.settings);
        settings.sort_unstable();
        Role {
            id: RoleId(role.id.value),
            title: role.title.value,
            other_titles: values(role.other_titles),
            summary: role.summary.value,
            levels,
            settings,
            categories: role.categories.into_iter().map(|id| CategoryId(id.value)).collect(),
            contact: optional(role.contact),
            judged: values(role.judged),
            family: role.family.map(|id| RoleId(id.value)),
            what_it_is: self.prose(role.what_it_is),
            what_you_do: values(role.what_you_do),
            where_you_work: values(role.where_you_work),
            qualities: values(role.qualities),
            entry_routes: role.entry_routes.into_iter().map(entry).collect(),
            registration: role
                .registration
                .into_iter()
                .map(|it| Registration {
                    with: OrganisationId(it.with.value),
                    needed: it.needed,
                    sources: sources(it.sources),
                })
                .collect(),
            progressions: role
                .progressions
                .into_iter()
                .map(|it| Progression { to: RoleId(it.to.value), how: optional(it.how), sources: sources(it.sources) })
                .collect(),
            grow: role
                .grow
                .into_iter()
                .map(|it| Sourced { text: it.text.value, sources: sources(it.sources) })
                .collect(),
            marks: role
                .marks
                .into_iter()
                .map(|it| Mark { kind: it.kind.value, sources: sources(it.sources) })
                .collect(),
            media: role
                .media
                .into_iter()
                .map(|it| Media { kind: it.kind.value, about: it.about.value, sources: sources(it.sources) })
                .collect(),
            more_at: organisations(role.more_at),
            links: role.links.into_iter().map(link).collect(),
            sources: sources(role.sources),
            review: review(&role.review),
        }
    }

    /// A pathway.
    pub fn pathway(&self, file: PathwayFile) -> Pathway {
        let routes = file.routes.into_iter().map(|route| {
            let steps = route.steps.into_iter().map(|step| self.step(step)).collect();
            PathwayRoute { kind: route.kind.value, steps }
        });
        Pathway {
            id: PathwayId(file.id.value),
            title: file.title.value,
            summary: file.summary.value,
            role: RoleId(file.role.value),
            assembled: file.assembled,
            routes: routes.collect(),
            sources: sources(file.sources),
            review: review(&file.review),
        }
    }

    fn step(&self, step: StepKeys) -> PathwayStep {
        PathwayStep {
            text: self.prose(step.text),
            title: step.title.value,
            role: step.role.map(|id| RoleId(id.value)),
            qualification: optional(step.qualification),
            level: optional(step.level),
            entry_level: step.entry_level,
            sources: sources(step.sources),
        }
    }

    /// A guide.
    pub fn guide(&self, file: GuideFile) -> Guide {
        let sections = file.sections.into_iter().map(|section| GuideSection {
            body: self.prose(section.body),
            title: section.title.value,
            more_at: organisations(section.more_at),
            links: section.links.into_iter().map(link).collect(),
            sources: sources(section.sources),
        });
        Guide {
            id: GuideId(file.id.value),
            title: file.title.value,
            summary: file.summary.value,
            order: file.order.value,
            sections: sections.collect(),
            roles: roles(file.roles),
            sources: sources(file.sources),
            review: review(&file.review),
        }
    }
}

fn entry(entry: EntryKeys) -> EntryRoute {
    let from = entry.from.iter().map(|from| beginning(from.as_str()));
    EntryRoute {
        kind: entry.kind.value,
        from: from.collect(),
        stated: entry.stated.value,
        summary: entry.summary.value,
        requires: values(entry.requires),
        level: optional(entry.level),
        months: entry.months.map(months),
        earn: entry.earn,
        run_by: organisations(entry.run_by),
        sources: sources(entry.sources),
    }
}

/// What an id under `from` names; qualifications go first, and no role may have such an id.
fn beginning(id: &str) -> EntryFrom {
    Qualification::from_id(id).map_or_else(|| EntryFrom::Role(RoleId(id.to_owned())), EntryFrom::Qualification)
}
