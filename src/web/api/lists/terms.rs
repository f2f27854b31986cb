//! Levels, settings, kinds of contact, families of careers and qualifications in JSON.

use serde::Serialize;

use crate::catalogue::Entities;
use crate::catalogue::model::reference::{
    Category, ContactInfo, LevelInfo, QualificationInfo, SettingInfo, Site, StudyRoute,
};
use crate::web::api::answer::sources;
use crate::web::api::cited::PageBody;
use crate::web::api::entry_route::MonthsBody;
use crate::web::api::prose::html;
use crate::web::links;

#[derive(Serialize)]
pub(super) struct LevelBody<'a> {
    id: &'a str,
    title: &'a str,
    short: &'a str,
    summary: &'a str,
    intro: String,
    intro_html: String,
    has_roles: bool,
    is_profession: bool,
    url: String,
    sources: Vec<&'a str>,
}

#[derive(Serialize)]
pub(super) struct SettingBody<'a> {
    id: &'a str,
    title: &'a str,
    short: &'a str,
    summary: &'a str,
    intro: String,
    intro_html: String,
    url: String,
    sources: Vec<&'a str>,
}

#[derive(Serialize)]
pub(super) struct ContactBody<'a> {
    id: &'a str,
    title: &'a str,
    summary: &'a str,
    cares: bool,
    sources: Vec<&'a str>,
}

#[derive(Serialize)]
pub(super) struct CategoryBody<'a> {
    id: &'a str,
    title: &'a str,
    short: &'a str,
    meaning: &'a str,
    colour: ColourBody,
    printed_in: Option<&'a str>,
    url: String,
    sources: Vec<&'a str>,
}

#[derive(Serialize)]
struct ColourBody {
    light: String,
    dark: String,
}

#[derive(Serialize)]
pub(super) struct QualificationBody<'a> {
    id: &'a str,
    title: &'a str,
    in_words: &'a str,
    short: &'a str,
    meaning: &'a str,
    level: Option<u8>,
    is_degree: bool,
    climbs: Vec<ClimbBody<'a>>,
    pages: Vec<PageBody<'a>>,
    sources: Vec<&'a str>,
}

/// A way of study up to a qualification.
#[derive(Serialize)]
struct ClimbBody<'a> {
    from: &'a str,
    title: &'a str,
    how: &'a str,
    months: Option<MonthsBody>,
    earn: Option<bool>,
    beside_a_job: bool,
    sources: Vec<&'a str>,
}

fn page(site: &Site, path: &str) -> String {
    links::absolute(site, path)
}

impl<'a> LevelBody<'a> {
    pub(super) fn new(entities: &'a Entities, level: &'a LevelInfo) -> Self {
        let site = entities.site();
        Self {
            id: &level.id,
            title: &level.title,
            short: &level.short,
            summary: &level.summary,
            intro: level.intro.plain(),
            intro_html: html(site, &level.intro),
            has_roles: level.has_roles,
            is_profession: level.is_profession,
            url: page(site, &links::level(&level.id)),
            sources: sources(entities, &level.sources),
        }
    }
}

impl<'a> SettingBody<'a> {
    pub(super) fn new(entities: &'a Entities, setting: &'a SettingInfo) -> Self {
        let site = entities.site();
        Self {
            id: &setting.id,
            title: &setting.title,
            short: &setting.short,
            summary: &setting.summary,
            intro: setting.intro.plain(),
            intro_html: html(site, &setting.intro),
            url: page(site, &links::setting(&setting.id)),
            sources: sources(entities, &setting.sources),
        }
    }
}

impl<'a> ContactBody<'a> {
    pub(super) fn new(entities: &'a Entities, contact: &'a ContactInfo) -> Self {
        Self {
            id: &contact.id,
            title: &contact.title,
            summary: &contact.summary,
            cares: contact.cares,
            sources: sources(entities, &contact.sources),
        }
    }
}

impl<'a> CategoryBody<'a> {
    pub(super) fn new(entities: &'a Entities, category: &'a Category) -> Self {
        Self {
            id: category.id.as_str(),
            title: &category.title,
            short: &category.short,
            meaning: &category.meaning,
            colour: ColourBody { light: category.colour.light.to_string(), dark: category.colour.dark.to_string() },
            printed_in: category.printed_in.map(|source| entities.source(source).id.as_str()),
            url: page(entities.site(), &links::category(&category.id)),
            sources: sources(entities, &category.sources),
        }
    }
}

impl<'a> QualificationBody<'a> {
    pub(super) fn new(entities: &'a Entities, info: &'a QualificationInfo) -> Self {
        let climb = |route: &'a StudyRoute| ClimbBody {
            from: &entities.qualification(route.from).id,
            title: &route.title,
            how: &route.how,
            months: route.months.map(MonthsBody::from),
            earn: route.earn,
            beside_a_job: route.beside_a_job,
            sources: sources(entities, &route.sources),
        };
        Self {
            id: &info.id,
            title: &info.title,
            in_words: &info.in_words,
            short: &info.short,
            meaning: &info.meaning,
            level: info.level,
            is_degree: info.is_degree,
            climbs: info.climbs.iter().map(climb).collect(),
            pages: PageBody::all(entities, &info.pages),
            sources: sources(entities, &info.sources),
        }
    }
}
