//! `/about-the-data`: where the facts come from, how much is known, and what is due for review.

use askama::Template;
use axum::response::Response;
use jiff::civil::Date;

use crate::catalogue::model::indexes::SourceIndex;
use crate::catalogue::model::pay::{PayScale, PayScheme};
use crate::catalogue::model::reference::{Figure, Source};
use crate::catalogue::model::role::Role;
use crate::catalogue::model::vocabulary::{SourceKind, Term as _};
use crate::catalogue::{Catalogue, RoleRef};
use crate::interface::Markup;
use crate::site_map;
use crate::web::links;
use crate::web::state::CurrentCatalogue;
use crate::web::view::coverage::{Coverage, coverage};
use crate::web::view::error_page::PageError;
use crate::web::view::frame::Frame;
use crate::web::view::html;
use crate::web::view::role_facts::changes;

/// So many of the pages that are due on a day are named.
const MOST_NAMED: usize = 20;

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
    job_facts: usize,
    guides: usize,
    pathways: usize,
    figures: usize,
}

/// What is to be looked at again by the same day.
struct Due {
    by: Date,
    what: Vec<(String, String)>,
}

impl<'a> AboutDataPage<'a> {
    /// What each source gave, by kind of source: documents first.
    fn gifts(&self) -> Vec<(SourceKind, Vec<Gift<'a>>)> {
        let all = || self.catalogue.sources().iter().enumerate();
        let of = |kind| {
            let sources = all().filter(move |(_, source)| source.kind == kind);
            (kind, sources.map(|(at, source)| self.gift(SourceIndex::at(at), source)).collect::<Vec<_>>())
        };
        SourceKind::ALL.iter().copied().map(of).filter(|(_, gifts)| !gifts.is_empty()).collect()
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
            job_facts: catalogue.roles().iter().filter(|role| job_fact_sources(role).any(&names)).count(),
            guides: catalogue.guides().iter().filter(|guide| names(&guide.sources)).count(),
            pathways: catalogue.pathways().iter().filter(|pathway| names(&pathway.sources)).count(),
            figures: catalogue.figures().iter().filter(|fact| names(&fact.sources)).count(),
        }
    }

    fn coverage(&self) -> Vec<Coverage<'a>> {
        coverage(self.catalogue)
    }

    /// The schemes of pay with a scale.
    fn scales(&self) -> Vec<(&'a PayScheme, &'a PayScale)> {
        self.catalogue.pay_schemes().iter().filter_map(|scheme| Some((scheme, scheme.scale.as_ref()?))).collect()
    }

    /// What has changed since its source, by role.
    fn changed(&self) -> Vec<(RoleRef<'a>, Vec<Markup>)> {
        let roles = self.catalogue.role_refs().map(|role| (role, changes(role)));
        roles.filter(|(_, changes)| !changes.is_empty()).collect()
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

/// The sources of what a role says of pay, hours and checks, a list for each fact.
fn job_fact_sources(role: &Role) -> impl Iterator<Item = &[SourceIndex]> {
    let pay = role.pay.iter().map(|pay| pay.sources.as_slice());
    let hours = role.hours.iter().map(|hours| hours.sources.as_slice());
    pay.chain(hours).chain(role.checks.iter().map(|check| check.sources.as_slice()))
}

/// Shows where the facts come from.
pub async fn show(catalogue: CurrentCatalogue) -> Result<Response, PageError> {
    let t = catalogue.interface();
    let frame =
        Frame::new(&catalogue, t.about_the_data(), site_map::ABOUT_THE_DATA).described(t.where_the_facts_come_from());
    html(&AboutDataPage { frame, catalogue: &catalogue })
}
