//! Builds the catalogue from checked data.
//!
//! [`CheckedData`] has every value that is needed. Ids become indexes here; one that does not resolve is an
//! error, which the rules on references have reported before.

mod job_facts;
mod matcher;
mod pages;
mod resolver;
mod values;

use crate::catalogue::model::colour::ThemeColour;
use crate::catalogue::model::content_change::{ChangeDay, ContentChange};
use crate::catalogue::model::ids::{CategoryId, FigureId, GuideId, OrganisationId, PathwayId, SourceId};
use crate::catalogue::model::indexes::{CategoryIndex, Contact, Level, Qualification, Setting};
use crate::catalogue::model::lists::{LevelLadder, Lists, QualificationLadder};
use crate::catalogue::model::reference::{
    Accessibility, Category, ContactInfo, DataLicence, Figure, Link, Organisation, QualificationInfo, SearchArea, Site,
    Source, StudyRoute,
};
use crate::catalogue::model::regulator::{Regulator, Regulators};
use crate::catalogue::search::synonym::{PageId, Synonym};
use crate::catalogue::{Catalogue, CatalogueData};
use crate::content::raw_data::RawInterface;
use crate::content::rules::CheckedData;
use crate::content::schema::ColourKeys;
use crate::content::schema::change_day::ChangeDayEntry;
use crate::content::schema::role::RoleFile;
use crate::content::schema::site::SiteFile;
use crate::content::schema::synonym::SynonymEntry;
use crate::content::schema::vocabulary::{
    CategoryEntry, ContactEntry, FactEntry, OrganisationEntry, QualificationEntry, RegulatorEntry, SourceEntry,
};
use crate::content::source::Spanned;
use crate::interface::{Interface, REFERENCE_LANGUAGE};
use pages::PageBuilder;
use resolver::Resolver;
pub use resolver::UnresolvedName;
use values::{each, months, numbered, optional, values};

/// Builds the catalogue.
///
/// # Errors
/// The id that does not resolve.
pub fn build(checked: CheckedData, revision: String) -> Result<Catalogue, UnresolvedName> {
    let (site_file, mut raw) = checked.into_parts();
    raw.organisations.entries.sort_by(|one, other| one.id.value.cmp(&other.id.value));
    raw.facts.entries.sort_by(|one, other| one.id.value.cmp(&other.id.value));
    let names = Resolver::new(&raw);
    let figure_values = raw.facts.entries.iter().map(|fact| fact.value.value.clone()).collect();
    let regulators = Regulators::new(each(raw.regulators.entries, |entry| regulator(&names, entry))?);
    let is_registered = |role: &&RoleFile| role.registration.iter().any(|it| it.needed);
    let roles = || raw.roles.iter().map(|page| &page.content);
    let registered = roles().filter(is_registered).map(|role| role.id.value.clone()).collect();
    let others = roles().filter(|role| !is_registered(role));
    let open_to_others = others.flat_map(|role| &role.progressions).map(|move_on| move_on.to.value.clone()).collect();
    let pages = PageBuilder { names: &names, figure_values, regulators: &regulators, registered, open_to_others };
    let data = CatalogueData {
        interface: interface(site_file.language.as_ref(), &raw.interface),
        site: site(&names, site_file)?,
        lists: Lists {
            levels: LevelLadder::new(numbered(raw.levels.entries, |at, entry| pages.level(Level::at(at), entry))?),
            settings: numbered(raw.settings.entries, |at, entry| pages.setting(Setting::at(at), entry))?,
            qualifications: QualificationLadder::new(numbered(raw.qualifications.entries, |at, entry| {
                qualification(&names, Qualification::at(at), entry)
            })?),
            contacts: numbered(raw.contacts.entries, |at, entry| contact(&names, Contact::at(at), entry))?,
            categories: numbered(raw.categories.entries, |at, entry| category(&names, CategoryIndex::at(at), entry))?,
            pay_schemes: each(raw.pay_schemes.entries, |entry| job_facts::pay_scheme(&names, entry))?,
        },
        sources: raw.sources.entries.into_iter().map(source).collect(),
        organisations: each(raw.organisations.entries, |entry| organisation(&names, entry))?,
        regulators: regulators.clone(),
        figures: each(raw.facts.entries, |entry| figure(&names, entry))?,
        search_services: raw.search_services.entries.into_iter().map(job_facts::search_service).collect(),
        roles: each(raw.roles, |page| pages.role(page.content))?,
        pathways: each(raw.pathways, |page| pages.pathway(page.content))?,
        guides: each(raw.guides, |page| pages.guide(page.content))?,
        change_days: raw.change_days.entries.into_iter().map(change_day).collect(),
        synonyms: each(raw.synonyms.entries, |entry| synonym(&names, entry))?,
        questions: raw.matcher.map_or_else(Vec::new, matcher::questions),
        revision,
    };
    Ok(Catalogue::new(data)?)
}

/// The words of the language that the site speaks: from the folder, or those inside the program.
fn interface(language: Option<&Spanned<String>>, files: &[RawInterface]) -> Interface {
    let language = language.map_or(REFERENCE_LANGUAGE, Spanned::as_str);
    let text = files.iter().find(|file| file.language == language).map(|file| file.text.as_str());
    language.parse().map_or_else(|_| Interface::built_in(), |tag| Interface::new(tag, text.unwrap_or_default()))
}

fn colour(keys: &ColourKeys) -> ThemeColour {
    ThemeColour { light: keys.light.value, dark: keys.dark.value }
}

fn category(names: &Resolver, index: CategoryIndex, entry: CategoryEntry) -> Result<Category, UnresolvedName> {
    Ok(Category {
        index,
        id: CategoryId(entry.id.value),
        title: entry.title.value,
        short: entry.short.value,
        meaning: entry.meaning.value,
        colour: colour(&entry.colour),
        icon: entry.icon.value,
        printed_in: entry.printed_in.map(|id| names.source(&id)).transpose()?,
        sources: names.sources(&entry.sources)?,
    })
}

fn change_day(entry: ChangeDayEntry) -> ChangeDay {
    let changes = entry.changes.into_iter().map(|keys| ContentChange {
        page: keys.kind.value,
        id: keys.id.value,
        title: keys.title.value,
        change: keys.change.value,
    });
    ChangeDay { day: entry.day.value, changes: changes.collect() }
}

fn source(entry: SourceEntry) -> Source {
    Source {
        id: SourceId(entry.id.value),
        title: entry.title.value,
        publisher: entry.publisher.value,
        year: entry.year.map(|year| year.value),
        about: entry.about.value,
        kind: entry.kind,
        licence: optional(entry.licence),
        url: optional(entry.url),
    }
}

fn organisation(names: &Resolver, entry: OrganisationEntry) -> Result<Organisation, UnresolvedName> {
    Ok(Organisation {
        id: OrganisationId(entry.id.value),
        name: entry.name.value,
        short: optional(entry.short),
        url: optional(entry.url),
        about: optional(entry.about),
        sources: names.sources(&entry.sources)?,
    })
}

fn figure(names: &Resolver, entry: FactEntry) -> Result<Figure, UnresolvedName> {
    Ok(Figure {
        id: FigureId(entry.id.value),
        title: entry.title.value,
        value: entry.value.value,
        means: entry.means.value,
        as_of: entry.as_of.value,
        sources: names.sources(&entry.sources)?,
        review_by: entry.review_by.value,
    })
}

fn regulator(names: &Resolver, entry: RegulatorEntry) -> Result<Regulator, UnresolvedName> {
    Ok(Regulator {
        register: names.organisation(&entry.register)?,
        law: entry.law.value,
        titles: values(entry.titles),
        except: values(entry.except),
        floor: names.qualification(&entry.floor)?,
        sources: names.sources(&entry.sources)?,
    })
}

fn contact(names: &Resolver, contact: Contact, entry: ContactEntry) -> Result<ContactInfo, UnresolvedName> {
    Ok(ContactInfo {
        contact,
        id: entry.id.value,
        title: entry.title.value,
        summary: entry.summary.value,
        cares: entry.cares,
        sources: names.sources(&entry.sources)?,
    })
}

fn qualification(
    names: &Resolver,
    qualification: Qualification,
    entry: QualificationEntry,
) -> Result<QualificationInfo, UnresolvedName> {
    let climbs = each(entry.climbs, |climb| {
        Ok(StudyRoute {
            from: names.qualification(&climb.from)?,
            title: climb.title.value,
            how: climb.how.value,
            months: climb.months.map(months),
            earn: climb.earn,
            beside_a_job: climb.beside_a_job,
            sources: names.sources(&climb.sources)?,
        })
    });
    Ok(QualificationInfo {
        qualification,
        id: entry.id.value,
        title: entry.title.value,
        in_words: entry.in_words.value,
        short: entry.short.value,
        meaning: entry.meaning.value,
        level: optional(entry.level),
        is_degree: entry.degree,
        climbs: climbs?,
        pages: each(entry.pages, |it| job_facts::page(names, it))?,
        sources: names.sources(&entry.sources)?,
    })
}

fn site(names: &Resolver, site: SiteFile) -> Result<Site, UnresolvedName> {
    let (brand, statement) = (site.brand, site.accessibility);
    let enforcement = statement.enforcement.map(|it| -> Result<Link, UnresolvedName> {
        Ok(Link { title: it.title.value, url: it.url.value, sources: names.sources(&it.sources)? })
    });
    Ok(Site {
        name: site.name.value,
        tagline: site.tagline.value,
        region: optional(site.region),
        search_area: site.search_area.map(|it| SearchArea { place: it.place.value, miles: it.miles.value }),
        about: site.about.value,
        publisher: optional(site.publisher),
        contact: optional(site.contact),
        base_url: site.base_url.value,
        data_licence: site.data_licence.map(|it| DataLicence {
            id: it.id.value,
            title: it.title.value,
            url: it.url.value,
            attribution: optional(it.attribution),
        }),
        brand: colour(&brand),
        accessibility: Accessibility {
            status: statement.status.value,
            known_issues: values(statement.known_issues),
            alternatives: values(statement.alternatives),
            tested_how: statement.tested_how.value,
            enforcement: enforcement.transpose()?,
            prepared: statement.prepared.value,
            reviewed: statement.reviewed.value,
        },
    })
}

fn synonym(names: &Resolver, synonym: SynonymEntry) -> Result<Synonym, UnresolvedName> {
    Ok(Synonym {
        say: values(synonym.say),
        language: optional(synonym.language),
        roles: names.roles(&synonym.roles)?,
        words: values(synonym.words),
        filter: synonym.filter.into_iter().map(|(facet, choice)| (facet, choice.value)).collect(),
        pages: values(synonym.guides)
            .into_iter()
            .map(|id| PageId::Guide(GuideId(id)))
            .chain(values(synonym.pathways).into_iter().map(|id| PageId::Pathway(PathwayId(id))))
            .chain(values(synonym.organisations).into_iter().map(|id| PageId::Organisation(OrganisationId(id))))
            .collect(),
        note: optional(synonym.note),
    })
}
