//! `/about-the-data`: where the facts come from, how much is known, and what is due for review.

use askama::Template;
use axum::response::Response;
use jiff::civil::Date;

use crate::catalogue::Catalogue;
use crate::catalogue::model::indexes::SourceIndex;
use crate::catalogue::model::reference::{Figure, Source};
use crate::catalogue::model::role::Role;
use crate::catalogue::model::vocabulary::{Judged, RegistrationNeed};
use crate::site_map;
use crate::web::links;
use crate::web::state::CurrentCatalogue;
use crate::web::view::error_page::PageError;
use crate::web::view::frame::Frame;
use crate::web::view::html;

#[derive(Template)]
#[template(path = "about_data.html")]
struct AboutDataPage<'a> {
    frame: Frame<'a>,
    catalogue: &'a Catalogue,
}

/// What one source gave.
struct Gift<'a> {
    source: &'a Source,
    roles: usize,
    progressions: usize,
    ways_in: usize,
    guides: usize,
    pathways: usize,
    figures: usize,
}

/// How many roles have a fact.
struct Coverage {
    what: &'static str,
    roles: usize,
}

/// What is to be looked at again by the same day.
struct Due {
    by: Date,
    what: Vec<(String, String)>,
}

impl<'a> AboutDataPage<'a> {
    fn gifts(&self) -> Vec<Gift<'a>> {
        self.catalogue.sources().iter().enumerate().map(|(at, source)| self.gift(SourceIndex::at(at), source)).collect()
    }

    fn gift(&self, index: SourceIndex, source: &'a Source) -> Gift<'a> {
        let catalogue = self.catalogue;
        let names = |sources: &[SourceIndex]| sources.contains(&index);
        let routes = catalogue.roles().iter().flat_map(|role| &role.entry_routes);
        Gift {
            source,
            roles: catalogue.roles().iter().filter(|role| names(&role.sources)).count(),
            progressions: catalogue.graph().moves().filter(|step| names(&step.progression.sources)).count(),
            ways_in: routes.filter(|route| names(&route.sources)).count(),
            guides: catalogue.guides().iter().filter(|guide| names(&guide.sources)).count(),
            pathways: catalogue.pathways().iter().filter(|pathway| names(&pathway.sources)).count(),
            figures: catalogue.figures().iter().filter(|fact| names(&fact.sources)).count(),
        }
    }

    fn coverage(&self) -> Vec<Coverage> {
        let graph = self.catalogue.graph();
        let count = |what, has: &dyn Fn(&Role) -> bool| Coverage {
            what,
            roles: self.catalogue.roles().iter().filter(|role| has(role)).count(),
        };
        vec![
            count("a way in", &|role| !role.entry_routes.is_empty()),
            count("a progression to another role", &|role| graph.successors(role).next().is_some()),
            count("a progression from another role", &|role| graph.predecessors(role).next().is_some()),
            count("an apprenticeship among the ways in", &Role::may_suit_an_apprenticeship),
            count("a length for a way in", &|role| role.entry_routes.iter().any(|route| route.months.is_some())),
            count("registration", &|role| role.registration_need() != RegistrationNeed::NotRecorded),
            count("settings", &|role| !role.settings.is_empty()),
            count("whether it is clinical", &|role| role.contact.is_some()),
            count("what it asks of you", &|role| !role.qualities.is_empty()),
            count("where you work", &|role| !role.where_you_work.is_empty()),
            count("levels that are our judgement", &|role| role.is_judged(Judged::Levels)),
            count("pay, hours or checks", &|_| false),
        ]
    }

    fn due(&self) -> Vec<Due> {
        let catalogue = self.catalogue;
        let mut items: Vec<(Date, String, String)> = Vec::new();
        for role in catalogue.roles() {
            items.push((role.review.review_by, role.title.clone(), links::role(&role.id)));
        }
        for guide in catalogue.guides() {
            items.push((guide.review.review_by, guide.title.clone(), links::guide(&guide.id)));
        }
        for pathway in catalogue.pathways() {
            let title = format!("Pathway: {}", pathway.title);
            items.push((pathway.review.review_by, title, links::pathway(&pathway.id)));
        }
        items.sort();
        let mut due: Vec<Due> = Vec::new();
        for (by, title, href) in items {
            match due.last_mut().filter(|last| last.by == by) {
                Some(last) => last.what.push((title, href)),
                None => due.push(Due { by, what: vec![(title, href)] }),
            }
        }
        due
    }

    fn figures(&self) -> &'a [Figure] {
        self.catalogue.figures()
    }
}

/// Shows where the facts come from.
pub async fn show(catalogue: CurrentCatalogue) -> Result<Response, PageError> {
    let frame = Frame::new(&catalogue, "About the data", site_map::ABOUT_THE_DATA)
        .described("Where the facts on this site come from, how much is known, and what is due for review.");
    html(&AboutDataPage { frame, catalogue: &catalogue })
}
