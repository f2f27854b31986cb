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
struct Coverage<'a> {
    what: &'a str,
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

    fn coverage(&self) -> Vec<Coverage<'a>> {
        let (graph, t) = (self.catalogue.graph(), self.catalogue.interface());
        let count = |what, has: &dyn Fn(&Role) -> bool| Coverage {
            what,
            roles: self.catalogue.roles().iter().filter(|role| has(role)).count(),
        };
        vec![
            count(t.a_way_in(), &|role| !role.entry_routes.is_empty()),
            count(t.a_progression_to_another_role(), &|role| graph.successors(role).next().is_some()),
            count(t.a_progression_from_another_role(), &|role| graph.predecessors(role).next().is_some()),
            count(t.an_apprenticeship_among_the_ways_in(), &Role::may_suit_an_apprenticeship),
            count(t.a_length_for_a_way_in(), &|role| role.entry_routes.iter().any(|route| route.months.is_some())),
            count(t.the_registration(), &|role| role.registration_need() != RegistrationNeed::NotRecorded),
            count(t.judged_settings(), &|role| !role.settings.is_empty()),
            count(t.whether_it_is_clinical(), &|role| role.contact.is_some()),
            count(t.the_qualities(), &|role| !role.qualities.is_empty()),
            count(t.the_places_of_work(), &|role| !role.where_you_work.is_empty()),
            count(t.levels_that_are_our_judgement(), &|role| role.is_judged(Judged::Levels)),
            count(t.pay_hours_or_checks(), &|_| false),
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
            let title = catalogue.interface().pathway_into(&pathway.title);
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
    let t = catalogue.interface();
    let frame =
        Frame::new(&catalogue, t.about_the_data(), site_map::ABOUT_THE_DATA).described(t.where_the_facts_come_from());
    html(&AboutDataPage { frame, catalogue: &catalogue })
}
