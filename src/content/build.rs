//! The door: what was written and checked becomes what the rest of the program trusts.
//!
//! Nothing here complains. Whatever could be wrong was reported before; where a part still is missing there is no catalogue.

use std::collections::BTreeMap;

use super::check::beginning;
use super::draft::Draft;
use super::schema::guide::GuideFile;
use super::schema::pathway::{PathwayFile, StepKeys};
use super::schema::role::{EntryKeys, RoleFile};
use super::schema::site::SiteFile;
use super::schema::vocabulary::{QualificationEntry, TermEntry};
use super::schema::{LinkKeys, MonthsKeys, ReviewKeys};
use super::source::At;
use crate::catalogue::guide::{Guide, Section};
use crate::catalogue::pathway::{Pathway, PathwayRoute, PathwayStep};
use crate::catalogue::reference::{
    Accessibility, Brand, Category, CategoryId, Climb, Fact, FactId, GuideId, LevelInfo, Link, Organisation,
    OrganisationId, PathwayId, QualificationInfo, Review, RoleId, SettingInfo, Site, Source, SourceId,
};
use crate::catalogue::role::{EntryRoute, Mark, Media, Months, Progression, Registration, Role, Sourced};
use crate::catalogue::text::{Block, Prose, Span};
use crate::catalogue::{Catalogue, Parts};

/// Builds the catalogue.
pub fn build(draft: Draft, revision: String) -> Option<Catalogue> {
    let facts: BTreeMap<String, String> =
        draft.facts.entries.iter().map(|fact| (fact.id.value.clone(), fact.value.value.clone())).collect();
    let pages = Pages { facts };
    let parts = Parts {
        site: site(draft.site?.1)?,
        levels: draft.levels.entries.into_iter().map(|entry| pages.level(entry)).collect::<Option<_>>()?,
        settings: draft.settings.entries.into_iter().map(|entry| pages.setting(entry)).collect::<Option<_>>()?,
        categories: draft
            .categories
            .entries
            .into_iter()
            .map(|entry| Category {
                id: CategoryId(entry.id.value),
                title: entry.title.value,
                short: entry.short.value,
                meaning: entry.meaning.value,
                printed_in: entry.printed_in.map(|id| SourceId(id.value)),
                sources: sources(entry.sources),
            })
            .collect(),
        qualifications: draft.qualifications.entries.into_iter().map(qualification).collect::<Option<_>>()?,
        sources: draft
            .sources
            .entries
            .into_iter()
            .map(|entry| Source {
                id: SourceId(entry.id.value),
                title: entry.title.value,
                publisher: entry.publisher.value,
                year: entry.year.map(|year| year.value),
                about: entry.about.value,
            })
            .collect(),
        organisations: draft
            .organisations
            .entries
            .into_iter()
            .map(|entry| Organisation {
                id: OrganisationId(entry.id.value),
                name: entry.name.value,
                short: optional(entry.short),
                url: optional(entry.url),
                about: optional(entry.about),
                sources: sources(entry.sources),
            })
            .collect(),
        facts: draft
            .facts
            .entries
            .into_iter()
            .map(|entry| Fact {
                id: FactId(entry.id.value),
                title: entry.title.value,
                value: entry.value.value,
                means: entry.means.value,
                as_of: optional(entry.as_of),
                sources: sources(entry.sources),
                review_by: entry.review_by.value,
            })
            .collect(),
        roles: draft.roles.into_iter().map(|page| pages.role(page.content?)).collect::<Option<_>>()?,
        pathways: draft.pathways.into_iter().map(|page| pages.pathway(page.content?)).collect::<Option<_>>()?,
        guides: draft.guides.into_iter().map(|page| Some(pages.guide(page.content?))).collect::<Option<_>>()?,
        revision,
    };
    Some(Catalogue::new(parts))
}

/// What the pages' texts need to know.
struct Pages {
    facts: BTreeMap<String, String>,
}

impl Pages {
    fn prose(&self, text: At<Prose>) -> Prose {
        let mut prose = text.value;
        for block in &mut prose.0 {
            let lines = match block {
                Block::Paragraph(line) => std::slice::from_mut(line),
                Block::List { items, .. } => items.as_mut_slice(),
            };
            for span in lines.iter_mut().flatten() {
                if let Span::Figure { fact, value } = span {
                    *value = self.facts.get(fact.as_str()).cloned().unwrap_or_default();
                }
            }
        }
        prose
    }

    fn level(&self, entry: TermEntry<crate::catalogue::vocabulary::Level>) -> Option<LevelInfo> {
        Some(LevelInfo {
            level: entry.id?.value,
            intro: self.prose(entry.intro),
            title: entry.title.value,
            short: entry.short.value,
            summary: entry.summary.value,
            sources: sources(entry.sources),
        })
    }

    fn setting(&self, entry: TermEntry<crate::catalogue::vocabulary::Setting>) -> Option<SettingInfo> {
        Some(SettingInfo {
            setting: entry.id?.value,
            intro: self.prose(entry.intro),
            title: entry.title.value,
            short: entry.short.value,
            summary: entry.summary.value,
            sources: sources(entry.sources),
        })
    }

    fn role(&self, role: RoleFile) -> Option<Role> {
        let mut levels = values(role.levels);
        levels.sort_unstable();
        let mut settings = values(role.settings);
        settings.sort_unstable();
        Some(Role {
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
            entry_routes: role.entry_routes.into_iter().map(entry).collect::<Option<_>>()?,
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
                .map(|it| Some(Mark { kind: it.kind?.value, sources: sources(it.sources) }))
                .collect::<Option<_>>()?,
            media: role
                .media
                .into_iter()
                .map(|it| Some(Media { kind: it.kind?.value, about: it.about.value, sources: sources(it.sources) }))
                .collect::<Option<_>>()?,
            more_at: organisations(role.more_at),
            links: role.links.into_iter().map(link).collect(),
            sources: sources(role.sources),
            review: review(&role.review),
        })
    }

    fn pathway(&self, file: PathwayFile) -> Option<Pathway> {
        let routes = file.routes.into_iter().map(|route| {
            let steps = route.steps.into_iter().map(|step| self.step(step)).collect::<Option<_>>()?;
            Some(PathwayRoute { kind: route.kind?.value, steps })
        });
        Some(Pathway {
            id: PathwayId(file.id.value),
            title: file.title.value,
            summary: file.summary.value,
            role: RoleId(file.role.value),
            assembled: file.assembled,
            routes: routes.collect::<Option<_>>()?,
            sources: sources(file.sources),
            review: review(&file.review),
        })
    }

    fn step(&self, step: StepKeys) -> Option<PathwayStep> {
        Some(PathwayStep {
            text: self.prose(step.text),
            title: step.title.value,
            role: step.role.map(|id| RoleId(id.value)),
            qualification: optional(step.qualification),
            level: small(step.level)?,
            entry_level: step.entry_level,
            sources: sources(step.sources),
        })
    }

    fn guide(&self, file: GuideFile) -> Guide {
        let sections = file.sections.into_iter().map(|section| Section {
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
            roles: file.roles.into_iter().map(|id| RoleId(id.value)).collect(),
            sources: sources(file.sources),
            review: review(&file.review),
        }
    }
}

fn entry(entry: EntryKeys) -> Option<EntryRoute> {
    let from = entry.from.iter().map(|from| beginning(from.as_str()));
    Some(EntryRoute {
        kind: entry.kind?.value,
        from: from.collect(),
        stated: entry.stated?.value,
        summary: entry.summary.value,
        requires: values(entry.requires),
        level: small(entry.level)?,
        months: entry.months.map_or(Some(None), |months| self::months(&months).map(Some))?,
        earn: entry.earn,
        run_by: organisations(entry.run_by),
        sources: sources(entry.sources),
    })
}

fn qualification(entry: QualificationEntry) -> Option<QualificationInfo> {
    let climbs = entry.climbs.into_iter().map(|climb| {
        Some(Climb {
            from: climb.from?.value,
            title: climb.title.value,
            how: climb.how.value,
            months: climb.months.map_or(Some(None), |months| self::months(&months).map(Some))?,
            earn: climb.earn,
            sources: sources(climb.sources),
        })
    });
    Some(QualificationInfo {
        qualification: entry.id?.value,
        title: entry.title.value,
        short: entry.short.value,
        meaning: entry.meaning.value,
        climbs: climbs.collect::<Option<_>>()?,
        sources: sources(entry.sources),
    })
}

fn site(site: SiteFile) -> Option<Site> {
    let brand = site.brand?;
    let statement = site.accessibility?;
    Some(Site {
        name: site.name.value,
        tagline: site.tagline.value,
        region: optional(site.region),
        about: site.about.value,
        publisher: optional(site.publisher),
        contact: optional(site.contact),
        base_url: site.base_url.value,
        brand: Brand { light: brand.light.value, dark: brand.dark.value },
        accessibility: Accessibility {
            status: statement.status.value,
            known_issues: values(statement.known_issues),
            alternatives: values(statement.alternatives),
            tested_how: statement.tested_how.value,
            enforcement: statement.enforcement.map(|it| Link {
                title: it.title.value,
                url: it.url.value,
                sources: sources(it.sources),
            }),
            prepared: statement.prepared.value,
            reviewed: statement.reviewed.value,
        },
    })
}

fn link(link: LinkKeys) -> Link {
    Link { title: link.title.value, url: link.url.value, sources: sources(link.sources) }
}

fn months(months: &MonthsKeys) -> Option<Months> {
    let to = match &months.to {
        Some(to) => Some(u16::try_from(to.value).ok()?),
        None => None,
    };
    Some(Months { from: u16::try_from(months.from.value).ok()?, to })
}

fn review(review: &ReviewKeys) -> Review {
    Review { reviewed: review.reviewed.value, review_by: review.review_by.value }
}

/// A small number that may be left out.
fn small(number: Option<At<i64>>) -> Option<Option<u8>> {
    number.map_or(Some(None), |number| u8::try_from(number.value).ok().map(Some))
}

fn sources(ids: Vec<At<String>>) -> Vec<SourceId> {
    ids.into_iter().map(|id| SourceId(id.value)).collect()
}

fn organisations(ids: Vec<At<String>>) -> Vec<OrganisationId> {
    ids.into_iter().map(|id| OrganisationId(id.value)).collect()
}

fn optional<T>(value: Option<At<T>>) -> Option<T> {
    value.map(|value| value.value)
}

fn values<T>(values: Vec<At<T>>) -> Vec<T> {
    values.into_iter().map(|value| value.value).collect()
}
