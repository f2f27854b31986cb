//! A role in JSON: its own types, never the model's.

use serde::Serialize;

use crate::catalogue::model::indexes::SourceIndex;
use crate::catalogue::{Catalogue, RoleRef};
use crate::web::api::answer::sources;
use crate::web::api::cited::{ChangeBody, LinkBody, PageBody, SentenceBody};
use crate::web::api::entry_route::EntryRouteBody;
use crate::web::api::job_facts::{CheckBody, CodesBody, HoursBody, PayBody};
use crate::web::api::prose::html;
use crate::web::links;
use crate::web::view::outside_search;
use crate::web::view::similar_roles::{SimilarView, similar_roles};

/// One role.
#[derive(Serialize)]
pub struct RoleBody<'a> {
    id: &'a str,
    title: &'a str,
    other_titles: &'a [String],
    summary: &'a str,
    levels: Vec<&'a str>,
    settings: Vec<&'a str>,
    categories: Vec<&'a str>,
    contact: Option<&'a str>,
    family: Option<&'a str>,
    judged: Vec<&'a str>,
    what_it_is: String,
    what_it_is_html: String,
    what_you_do: &'a [String],
    where_you_work: &'a [String],
    qualities: &'a [String],
    entry_routes: Vec<EntryRouteBody<'a>>,
    registration: Vec<RegistrationBody<'a>>,
    registration_need: &'a str,
    pay: Vec<PayBody<'a>>,
    hours: Option<HoursBody<'a>>,
    checks: Vec<CheckBody<'a>>,
    progressions: Vec<ProgressionBody<'a>>,
    progressions_from: Vec<ProgressionFromBody<'a>>,
    similar: Vec<SimilarBody<'a>>,
    grow: Vec<SentenceBody<'a>>,
    marks: Vec<&'a str>,
    marks_said: Vec<MarkBody<'a>>,
    media: Vec<MediaBody<'a>>,
    more_at: Vec<&'a str>,
    links: Vec<LinkBody<'a>>,
    searches: Vec<SearchBody<'a>>,
    codes: CodesBody<'a>,
    look_for: &'a [String],
    former_ids: &'a [String],
    notes: &'a [String],
    pages: Vec<PageBody<'a>>,
    changed: Vec<ChangeBody<'a>>,
    sources: Vec<&'a str>,
    reviewed: String,
    review_by: String,
    url: String,
}

/// A job like another.
#[derive(Serialize)]
struct SimilarBody<'a> {
    role: &'a str,
    why: Vec<String>,
}

#[derive(Serialize)]
struct RegistrationBody<'a> {
    with: &'a str,
    needed: bool,
    by_law: bool,
    own_profession: bool,
    sources: Vec<&'a str>,
}

#[derive(Serialize)]
struct ProgressionBody<'a> {
    to: &'a str,
    direction: &'a str,
    how: Option<&'a str>,
    sources: Vec<&'a str>,
}

#[derive(Serialize)]
struct ProgressionFromBody<'a> {
    from: &'a str,
    direction: &'a str,
    how: Option<&'a str>,
    sources: Vec<&'a str>,
}

/// What a report says of a role.
#[derive(Serialize)]
struct MarkBody<'a> {
    kind: &'a str,
    as_of: String,
    sources: Vec<&'a str>,
}

/// That a source shows a video or an interview.
#[derive(Serialize)]
struct MediaBody<'a> {
    kind: &'a str,
    about: &'a str,
    sources: Vec<&'a str>,
}

/// A search of another site.
#[derive(Serialize)]
struct SearchBody<'a> {
    purpose: &'a str,
    title: String,
    url: String,
}

impl<'a> RoleBody<'a> {
    /// Of a role.
    pub fn new(catalogue: &'a Catalogue, at: RoleRef<'a>) -> Self {
        let (entities, role) = (at.entities(), at.role());
        let sources = |of: &[SourceIndex]| sources(entities, of);
        Self {
            id: role.id.as_str(),
            title: &role.title,
            other_titles: &role.other_titles,
            summary: &role.summary,
            levels: at.levels().map(|info| info.id.as_str()).collect(),
            settings: at.settings().map(|info| info.id.as_str()).collect(),
            categories: at.categories().map(|category| category.id.as_str()).collect(),
            contact: at.contact().map(|info| info.id.as_str()),
            family: at.family().map(|family| family.role().id.as_str()),
            judged: role.judged.iter().map(|fact| fact.id()).collect(),
            what_it_is: role.what_it_is.plain(),
            what_it_is_html: html(entities.site(), &role.what_it_is),
            what_you_do: &role.what_you_do,
            where_you_work: &role.where_you_work,
            qualities: &role.qualities,
            entry_routes: role.entry_routes.iter().map(|route| EntryRouteBody::new(at, route)).collect(),
            registration: at
                .registrations()
                .map(|(item, with)| RegistrationBody {
                    with: with.id.as_str(),
                    needed: item.needed,
                    by_law: item.by_law,
                    own_profession: item.own_profession,
                    sources: sources(&item.sources),
                })
                .collect(),
            registration_need: role.registration_need().id(),
            pay: at.pay().map(|pay| PayBody::new(entities, pay)).collect(),
            hours: role.hours.as_ref().map(|hours| HoursBody::new(entities, hours)),
            checks: role.checks.iter().map(|check| CheckBody::new(entities, check)).collect(),
            progressions: at
                .successors()
                .map(|step| ProgressionBody {
                    to: step.to.id.as_str(),
                    direction: step.direction().id(),
                    how: step.progression.how.as_deref(),
                    sources: sources(&step.progression.sources),
                })
                .collect(),
            progressions_from: at
                .predecessors()
                .map(|step| ProgressionFromBody {
                    from: step.from.id.as_str(),
                    direction: step.direction().id(),
                    how: step.progression.how.as_deref(),
                    sources: sources(&step.progression.sources),
                })
                .collect(),
            similar: similar_roles(catalogue, at).into_iter().map(SimilarBody::new).collect(),
            grow: SentenceBody::all(entities, &role.grow),
            marks: role.marks.iter().map(|mark| mark.kind.id()).collect(),
            marks_said: role
                .marks
                .iter()
                .map(|mark| MarkBody {
                    kind: mark.kind.id(),
                    as_of: mark.as_of.to_string(),
                    sources: sources(&mark.sources),
                })
                .collect(),
            media: role
                .media
                .iter()
                .map(|media| MediaBody { kind: media.kind.id(), about: &media.about, sources: sources(&media.sources) })
                .collect(),
            more_at: entities.organisations_at(&role.more_at).map(|it| it.id.as_str()).collect(),
            links: LinkBody::all(entities, &role.links),
            searches: searches(at),
            codes: CodesBody::new(entities, &role.codes),
            look_for: &role.look_for,
            former_ids: &role.former_ids,
            notes: &role.notes,
            pages: at.pages().map(PageBody::new).collect(),
            changed: ChangeBody::all(entities, &role.changed),
            sources: sources(&role.sources),
            reviewed: role.review.reviewed.to_string(),
            review_by: role.review.review_by.to_string(),
            url: links::absolute(entities.site(), &links::role(&role.id)),
        }
    }
}

impl<'a> SimilarBody<'a> {
    fn new(similar: SimilarView<'a>) -> Self {
        Self { role: similar.role.role().id.as_str(), why: similar.why }
    }
}

/// The searches of other sites that its page links to.
fn searches(role: RoleRef<'_>) -> Vec<SearchBody<'_>> {
    let of_group = |group: outside_search::SearchGroup<'_>| {
        let purpose = group.purpose.id();
        group.searches.into_iter().map(move |it| SearchBody { purpose, title: it.text, url: it.address })
    };
    outside_search::groups(role).into_iter().flat_map(of_group).collect()
}
