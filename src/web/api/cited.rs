//! Addresses and changes in JSON, with who says so.

use serde::Serialize;

use crate::catalogue::Entities;
use crate::catalogue::model::cited_page::CitedPage;
use crate::catalogue::model::reference::{Change, Link, Source};
use crate::catalogue::model::role::Sourced;
use crate::web::api::answer::sources;

/// A page that facts were read on.
#[derive(Serialize)]
pub struct PageBody<'a> {
    source: &'a str,
    url: &'a str,
    published: Option<String>,
    read: String,
}

impl<'a> PageBody<'a> {
    /// A page and its publisher.
    pub fn new((page, source): (&'a CitedPage, &'a Source)) -> Self {
        Self {
            source: source.id.as_str(),
            url: &page.url,
            published: page.published.map(|date| date.to_string()),
            read: page.read.to_string(),
        }
    }

    /// Every page of a list.
    pub fn all(entities: &'a Entities, pages: &'a [CitedPage]) -> Vec<Self> {
        pages.iter().map(|page| Self::new((page, entities.source(page.source)))).collect()
    }
}

/// An address that a source prints.
#[derive(Serialize)]
pub struct LinkBody<'a> {
    title: &'a str,
    url: &'a str,
    sources: Vec<&'a str>,
}

impl<'a> LinkBody<'a> {
    /// Every address of a list.
    pub fn all(entities: &'a Entities, links: &'a [Link]) -> Vec<Self> {
        let body =
            |link: &'a Link| Self { title: &link.title, url: &link.url, sources: sources(entities, &link.sources) };
        links.iter().map(body).collect()
    }
}

/// A sentence with its sources.
#[derive(Serialize)]
pub struct SentenceBody<'a> {
    text: &'a str,
    sources: Vec<&'a str>,
}

impl<'a> SentenceBody<'a> {
    /// Every sentence of a list.
    pub fn all(entities: &'a Entities, sentences: &'a [Sourced]) -> Vec<Self> {
        sentences.iter().map(|it| Self { text: &it.text, sources: sources(entities, &it.sources) }).collect()
    }
}

/// What is no longer as the sources say.
#[derive(Serialize)]
pub struct ChangeBody<'a> {
    text: &'a str,
    url: &'a str,
    published: Option<String>,
    read: String,
    sources: Vec<&'a str>,
}

impl<'a> ChangeBody<'a> {
    /// Every change of a list.
    pub fn all(entities: &'a Entities, changes: &'a [Change]) -> Vec<Self> {
        let body = |change: &'a Change| Self {
            text: &change.text,
            url: &change.url,
            published: change.published.map(|date| date.to_string()),
            read: change.read.to_string(),
            sources: sources(entities, &change.sources),
        };
        changes.iter().map(body).collect()
    }
}
