//! Builds the catalogue from checked data. Nothing here can fail: [`CheckedData`] has every value that is needed.

mod pages;
mod values;

use crate::catalogue::model::ids::{CategoryId, FigureId, OrganisationId, SourceId};
use crate::catalogue::model::reference::{
    Accessibility, Brand, Category, Figure, Link, Organisation, QualificationInfo, Site, Source, StudyRoute,
};
use crate::catalogue::search::synonym::Synonym;
use crate::catalogue::{Catalogue, CatalogueData};
use crate::content::raw_data::RawInterface;
use crate::content::rules::CheckedData;
use crate::content::schema::site::SiteFile;
use crate::content::schema::synonym::SynonymEntry;
use crate::content::schema::vocabulary::QualificationEntry;
use crate::content::source::Spanned;
use crate::interface::{Interface, REFERENCE_LANGUAGE};
use pages::PageBuilder;
use values::{months, optional, roles, sources, values};

/// Builds the catalogue.
pub fn build(checked: CheckedData, revision: String) -> Catalogue {
    let (site_file, raw) = checked.into_parts();
    let facts = raw.facts.entries.iter().map(|fact| (fact.id.value.clone(), fact.value.value.clone()));
    let pages = PageBuilder { facts: facts.collect() };
    Catalogue::new(CatalogueData {
        interface: interface(site_file.language.as_ref(), &raw.interface),
        site: site(site_file),
        levels: raw.levels.entries.into_iter().map(|entry| pages.level(entry)).collect(),
        settings: raw.settings.entries.into_iter().map(|entry| pages.setting(entry)).collect(),
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
        qualifications: raw.qualifications.entries.into_iter().map(qualification).collect(),
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
        roles: raw.roles.into_iter().map(|page| pages.role(page.content)).collect(),
        pathways: raw.pathways.into_iter().map(|page| pages.pathway(page.content)).collect(),
        guides: raw.guides.into_iter().map(|page| pages.guide(page.content)).collect(),
        synonyms: raw.synonyms.entries.into_iter().map(synonym).collect(),
        revision,
    })
}

/// The words of the language that the site speaks: from the folder, or those inside the program.
fn interface(language: Option<&Spanned<String>>, files: &[RawInterface]) -> Interface {
    let language = language.map_or(REFERENCE_LANGUAGE, Spanned::as_str);
    let text = files.iter().find(|file| file.language == language).map(|file| file.text.as_str());
    language.parse().map_or_else(|_| Interface::built_in(), |tag| Interface::new(tag, text.unwrap_or_default()))
}

fn qualification(entry: QualificationEntry) -> QualificationInfo {
    let climbs = entry.climbs.into_iter().map(|climb| StudyRoute {
        from: climb.from.value,
        title: climb.title.value,
        how: climb.how.value,
        months: climb.months.map(months),
        earn: climb.earn,
        sources: sources(climb.sources),
    });
    QualificationInfo {
        qualification: entry.id.value,
        title: entry.title.value,
        short: entry.short.value,
        meaning: entry.meaning.value,
        climbs: climbs.collect(),
        sources: sources(entry.sources),
    }
}

fn site(site: SiteFile) -> Site {
    let (brand, statement) = (site.brand, site.accessibility);
    Site {
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
    }
}

fn synonym(synonym: SynonymEntry) -> Synonym {
    Synonym {
        say: values(synonym.say),
        roles: roles(synonym.roles),
        words: values(synonym.words),
        filter: synonym.filter.into_iter().map(|(facet, choice)| (facet, choice.value)).collect(),
    }
}
