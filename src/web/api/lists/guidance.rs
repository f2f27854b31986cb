//! Guides and pathways in JSON.

use serde::Serialize;

use crate::catalogue::Entities;
use crate::catalogue::model::guide::{Guide, GuideSection};
use crate::catalogue::model::indexes::RoleIndex;
use crate::catalogue::model::pathway::{Pathway, PathwayRoute, PathwayStep};
use crate::web::api::answer::sources;
use crate::web::api::cited::{ChangeBody, LinkBody};
use crate::web::api::prose::html;
use crate::web::links;

#[derive(Serialize)]
pub(super) struct GuideBody<'a> {
    id: &'a str,
    title: &'a str,
    summary: &'a str,
    purpose: Option<&'a str>,
    sections: Vec<SectionBody<'a>>,
    roles: Vec<&'a str>,
    facts: Vec<&'a str>,
    changed: Vec<ChangeBody<'a>>,
    url: String,
    sources: Vec<&'a str>,
    reviewed: String,
    review_by: String,
}

#[derive(Serialize)]
struct SectionBody<'a> {
    title: &'a str,
    body: String,
    body_html: String,
    more_at: Vec<&'a str>,
    links: Vec<LinkBody<'a>>,
    sources: Vec<&'a str>,
}

#[derive(Serialize)]
pub(super) struct PathwayBody<'a> {
    id: &'a str,
    title: &'a str,
    summary: &'a str,
    role: &'a str,
    assembled: bool,
    routes: Vec<RouteBody<'a>>,
    url: String,
    sources: Vec<&'a str>,
    reviewed: String,
    review_by: String,
}

#[derive(Serialize)]
struct RouteBody<'a> {
    kind: &'a str,
    steps: Vec<PathwayStepBody<'a>>,
}

#[derive(Serialize)]
struct PathwayStepBody<'a> {
    title: &'a str,
    role: Option<&'a str>,
    qualification: Option<&'a str>,
    level: Option<u8>,
    entry_level: bool,
    text: String,
    text_html: String,
    sources: Vec<&'a str>,
}

fn role_id(entities: &Entities, role: RoleIndex) -> &str {
    entities.graph().role(role).id.as_str()
}

impl<'a> GuideBody<'a> {
    pub(super) fn new(entities: &'a Entities, guide: &'a Guide) -> Self {
        Self {
            id: guide.id.as_str(),
            title: &guide.title,
            summary: &guide.summary,
            purpose: guide.purpose.map(|purpose| purpose.id()),
            sections: guide.sections.iter().map(|section| SectionBody::new(entities, section)).collect(),
            roles: guide.roles.iter().map(|&role| role_id(entities, role)).collect(),
            facts: guide.figures.iter().map(|&figure| entities.figure(figure).id.as_str()).collect(),
            changed: ChangeBody::all(entities, &guide.changed),
            url: links::absolute(entities.site(), &links::guide(&guide.id)),
            sources: sources(entities, &guide.sources),
            reviewed: guide.review.reviewed.to_string(),
            review_by: guide.review.review_by.to_string(),
        }
    }
}

impl<'a> SectionBody<'a> {
    fn new(entities: &'a Entities, section: &'a GuideSection) -> Self {
        Self {
            title: &section.title,
            body: section.body.plain(),
            body_html: html(entities.site(), &section.body),
            more_at: entities.organisations_at(&section.more_at).map(|it| it.id.as_str()).collect(),
            links: LinkBody::all(entities, &section.links),
            sources: sources(entities, &section.sources),
        }
    }
}

impl<'a> PathwayBody<'a> {
    pub(super) fn new(entities: &'a Entities, pathway: &'a Pathway) -> Self {
        let route = |route: &'a PathwayRoute| RouteBody {
            kind: route.kind.id(),
            steps: route.steps.iter().map(|step| PathwayStepBody::new(entities, step)).collect(),
        };
        Self {
            id: pathway.id.as_str(),
            title: &pathway.title,
            summary: &pathway.summary,
            role: role_id(entities, pathway.role),
            assembled: pathway.assembled,
            routes: pathway.routes.iter().map(route).collect(),
            url: links::absolute(entities.site(), &links::pathway(&pathway.id)),
            sources: sources(entities, &pathway.sources),
            reviewed: pathway.review.reviewed.to_string(),
            review_by: pathway.review.review_by.to_string(),
        }
    }
}

impl<'a> PathwayStepBody<'a> {
    fn new(entities: &'a Entities, step: &'a PathwayStep) -> Self {
        Self {
            title: &step.title,
            role: step.role.map(|role| role_id(entities, role)),
            qualification: step.qualification.map(|held| entities.qualification(held).id.as_str()),
            level: step.level,
            entry_level: step.entry_level,
            text: step.text.plain(),
            text_html: html(entities.site(), &step.text),
            sources: sources(entities, &step.sources),
        }
    }
}
