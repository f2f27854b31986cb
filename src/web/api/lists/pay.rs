//! Schemes of pay in JSON, with their scales.

use serde::Serialize;

use crate::catalogue::Entities;
use crate::catalogue::model::pay::{PayScale, PayScheme};
use crate::web::api::answer::sources;
use crate::web::api::cited::PageBody;

#[derive(Serialize)]
pub(super) struct PaySchemeBody<'a> {
    id: &'a str,
    title: &'a str,
    about: &'a str,
    url: Option<&'a str>,
    scale: Option<ScaleBody<'a>>,
}

/// The amounts of a scheme for one year, in pounds for a year of full-time work.
#[derive(Serialize)]
struct ScaleBody<'a> {
    starts: String,
    ends: String,
    confirmed: bool,
    bands: Vec<BandBody<'a>>,
    supplements: Vec<SupplementBody<'a>>,
    pages: Vec<PageBody<'a>>,
    sources: Vec<&'a str>,
    review_by: String,
}

#[derive(Serialize)]
struct BandBody<'a> {
    name: &'a str,
    from: u32,
    to: u32,
}

#[derive(Serialize)]
struct SupplementBody<'a> {
    area: &'a str,
    percent: u32,
    at_least: u32,
    at_most: u32,
}

impl<'a> PaySchemeBody<'a> {
    pub(super) fn new(entities: &'a Entities, scheme: &'a PayScheme) -> Self {
        Self {
            id: scheme.id.as_str(),
            title: &scheme.title,
            about: &scheme.about,
            url: scheme.url.as_deref(),
            scale: scheme.scale.as_ref().map(|scale| ScaleBody::new(entities, scale)),
        }
    }
}

impl<'a> ScaleBody<'a> {
    fn new(entities: &'a Entities, scale: &'a PayScale) -> Self {
        let bands = scale.bands.iter().map(|band| BandBody { name: &band.name, from: band.from, to: band.to });
        let supplements = scale.supplements.iter().map(|it| SupplementBody {
            area: &it.area,
            percent: it.percent,
            at_least: it.at_least,
            at_most: it.at_most,
        });
        Self {
            starts: scale.starts.to_string(),
            ends: scale.ends.to_string(),
            confirmed: scale.confirmed,
            bands: bands.collect(),
            supplements: supplements.collect(),
            pages: PageBody::all(entities, &scale.pages),
            sources: sources(entities, &scale.sources),
            review_by: scale.review_by.to_string(),
        }
    }
}
