//! Sources, organisations, protected titles, figures and searches of other sites in JSON.

use serde::Serialize;

use crate::catalogue::Entities;
use crate::catalogue::model::reference::{Figure, Organisation, Source};
use crate::catalogue::model::regulator::Regulator;
use crate::catalogue::model::search_service::SearchService;
use crate::web::api::answer::sources;

#[derive(Serialize)]
pub(super) struct SourceBody<'a> {
    id: &'a str,
    title: &'a str,
    publisher: &'a str,
    year: Option<i64>,
    about: &'a str,
    kind: &'a str,
    licence: Option<&'a str>,
    url: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct OrganisationBody<'a> {
    id: &'a str,
    name: &'a str,
    short: Option<&'a str>,
    about: Option<&'a str>,
    url: Option<&'a str>,
    sources: Vec<&'a str>,
}

/// Titles that a law protects together.
#[derive(Serialize)]
pub(super) struct RegulatorBody<'a> {
    register: &'a str,
    law: &'a str,
    titles: &'a [String],
    except: &'a [String],
    floor: &'a str,
    sources: Vec<&'a str>,
}

#[derive(Serialize)]
pub(super) struct FigureBody<'a> {
    id: &'a str,
    title: &'a str,
    value: &'a str,
    means: &'a str,
    as_of: String,
    review_by: String,
    sources: Vec<&'a str>,
}

#[derive(Serialize)]
pub(super) struct SearchServiceBody<'a> {
    id: &'a str,
    name: &'a str,
    purpose: &'a str,
    pattern: String,
}

impl<'a> SourceBody<'a> {
    pub(super) fn new(source: &'a Source) -> Self {
        Self {
            id: source.id.as_str(),
            title: &source.title,
            publisher: &source.publisher,
            year: source.year,
            about: &source.about,
            kind: source.kind.id(),
            licence: source.licence.as_deref(),
            url: source.url.as_deref(),
        }
    }
}

impl<'a> OrganisationBody<'a> {
    pub(super) fn new(entities: &'a Entities, organisation: &'a Organisation) -> Self {
        Self {
            id: organisation.id.as_str(),
            name: &organisation.name,
            short: organisation.short.as_deref(),
            about: organisation.about.as_deref(),
            url: organisation.url.as_deref(),
            sources: sources(entities, &organisation.sources),
        }
    }
}

impl<'a> RegulatorBody<'a> {
    pub(super) fn new(entities: &'a Entities, regulator: &'a Regulator) -> Self {
        Self {
            register: entities.organisation(regulator.register).id.as_str(),
            law: &regulator.law,
            titles: &regulator.titles,
            except: &regulator.except,
            floor: &entities.qualification(regulator.floor).id,
            sources: sources(entities, &regulator.sources),
        }
    }
}

impl<'a> FigureBody<'a> {
    pub(super) fn new(entities: &'a Entities, figure: &'a Figure) -> Self {
        Self {
            id: figure.id.as_str(),
            title: &figure.title,
            value: &figure.value,
            means: &figure.means,
            as_of: figure.as_of.to_string(),
            review_by: figure.review_by.to_string(),
            sources: sources(entities, &figure.sources),
        }
    }
}

impl<'a> SearchServiceBody<'a> {
    pub(super) fn new(service: &'a SearchService) -> Self {
        Self {
            id: &service.id,
            name: &service.name,
            purpose: service.purpose.id(),
            pattern: service.pattern.to_string(),
        }
    }
}
