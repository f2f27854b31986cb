//! The door: what was written and checked becomes what the rest of the program trusts.
//!
//! Nothing here complains. Whatever could be wrong was reported before; where a part still is missing there is no catalogue.

mod pages;

use crate::catalogue::model::reference::{
    Accessibility, Brand, Category, CategoryId, Figure, FigureId, Link, Organisation, OrganisationId,
    QualificationInfo, Review, RoleId, Site, Source, SourceId, StudyRoute,
};
use crate::catalogue::model::role::Months;
use crate::catalogue::search::synonym::Synonym;
use crate::catalogue::{Catalogue, CatalogueData};
use crate::content::raw_data::RawData;
use crate::content::schema::site::SiteFile;
use crate::content::schema::synonym::SynonymEntry;
use crate::content::schema::vocabulary::QualificationEntry;
use crate::content::schema::{LinkKeys, MonthsKeys, ReviewKeys};
use crate::content::source::Spanned;
use pages::Pages;

/// Builds the catalogue.
pub fn build(raw: RawData, revision: String) -> Option<Catalogue> {
    let facts = raw.facts.entries.iter().map(|fact| (fact.id.value.clone(), fact.value.value.clone()));
    let pages = Pages { facts: facts.collect() };
    let parts = CatalogueData {
        site: site(raw.site?.1)?,
        levels: raw.levels.entries.into_iter().map(|entry| pages.level(entry)).collect::<Option<_>>()?,
        settings: raw.settings.entries.into_iter().map(|entry| pages.setting(entry)).collect::<Option<_>>()?,
        categories: raw
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
        qualifications: raw.qualifications.entries.into_iter().map(qualification).collect::<Option<_>>()?,
        sources: raw
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
        organisations: raw
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
        facts: raw
            .facts
            .entries
            .into_iter()
            .map(|entry| Figure {
                id: FigureId(entry.id.value),
                title: entry.title.value,
                value: entry.value.value,
                means: entry.means.value,
                as_of: optional(entry.as_of),
                sources: sources(entry.sources),
                review_by: entry.review_by.value,
            })
            .collect(),
        roles: raw.roles.into_iter().map(|page| pages.role(page.content?)).collect::<Option<_>>()?,
        pathways: raw.pathways.into_iter().map(|page| pages.pathway(page.content?)).collect::<Option<_>>()?,
        guides: raw.guides.into_iter().map(|page| Some(pages.guide(page.content?))).collect::<Option<_>>()?,
        synonyms: raw.synonyms.entries.into_iter().map(synonym).collect(),
        revision,
    };
    Some(Catalogue::new(parts))
}

fn qualification(entry: QualificationEntry) -> Option<QualificationInfo> {
    let climbs = entry.climbs.into_iter().map(|climb| {
        Some(StudyRoute {
            from: climb.from?.value,
            title: climb.title.value,
            how: climb.how.value,
            months: months(climb.months)?,
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

fn synonym(synonym: SynonymEntry) -> Synonym {
    Synonym {
        say: values(synonym.say),
        roles: synonym.roles.into_iter().map(|id| RoleId(id.value)).collect(),
        words: values(synonym.words),
        filter: synonym.filter.into_iter().map(|(facet, choice)| (facet, choice.value)).collect(),
    }
}

fn link(link: LinkKeys) -> Link {
    Link { title: link.title.value, url: link.url.value, sources: sources(link.sources) }
}

/// A length of time that may be left out; none where a number does not fit.
fn months(months: Option<MonthsKeys>) -> Option<Option<Months>> {
    let Some(MonthsKeys { from, to }) = months else { return Some(None) };
    let to = match to {
        Some(to) => Some(u16::try_from(to.value).ok()?),
        None => None,
    };
    Some(Some(Months { from: u16::try_from(from.value).ok()?, to }))
}

fn review(review: &ReviewKeys) -> Review {
    Review { reviewed: review.reviewed.value, review_by: review.review_by.value }
}

/// A small number that may be left out.
fn small(number: Option<Spanned<i64>>) -> Option<Option<u8>> {
    number.map_or(Some(None), |number| u8::try_from(number.value).ok().map(Some))
}

fn sources(ids: Vec<Spanned<String>>) -> Vec<SourceId> {
    ids.into_iter().map(|id| SourceId(id.value)).collect()
}

fn organisations(ids: Vec<Spanned<String>>) -> Vec<OrganisationId> {
    ids.into_iter().map(|id| OrganisationId(id.value)).collect()
}

fn optional<T>(value: Option<Spanned<T>>) -> Option<T> {
    value.map(|value| value.value)
}

fn values<T>(values: Vec<Spanned<T>>) -> Vec<T> {
    values.into_iter().map(|value| value.value).collect()
}
