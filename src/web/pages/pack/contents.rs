//! What is in a pack: roles chosen one by one, the roles of a journey, or the roles of a filter.

use crate::catalogue::Catalogue;
use crate::catalogue::filter::Facet;
use crate::catalogue::model::role::Role;
use crate::catalogue::search::engine::SearchError;
use crate::site_map;
use crate::web::labels::choice_label;
use crate::web::links;
use crate::web::pages::pack::options::PackOptions;
use crate::web::query;
use crate::web::query::journey_query::JourneyQuery as Question;
use crate::web::query::role_query::RoleQuery;
use crate::web::query::role_selection::RoleSelection;
use crate::web::view::journey_answer::JourneyAnswer;
use crate::web::view::trip::Trip;

/// Where a pack is, for templates.
pub const PATH: &str = site_map::PACK;
/// The most roles in a pack: with two sides for a role, as much as a stapler takes.
pub const MOST: usize = 60;

/// What is in a pack, and how it was chosen.
pub struct PackContents<'a> {
    catalogue: &'a Catalogue,
    /// Every role that was asked for, be they too many.
    pub roles: Vec<&'a Role>,
    /// How they were chosen.
    pub choice: Choice<'a>,
    /// The ways that lead through them, if they are those of a journey.
    pub trips: Vec<Trip<'a>>,
}

/// How the roles of a pack are chosen.
pub enum Choice<'a> {
    /// Not yet.
    None,
    /// One by one.
    Roles(RoleSelection<'a>),
    /// By a journey.
    Journey(Question<'a>),
    /// By a filter.
    Filter(Box<RoleQuery<'a>>),
}

/// A smaller pack.
pub struct Narrower {
    /// What it has.
    pub label: String,
    /// Where it is.
    pub href: String,
    /// How many roles it has.
    pub count: usize,
}

impl<'a> PackContents<'a> {
    /// Reads what an address asks for. Roles that are named go before a journey, and that before a filter.
    pub fn parse(catalogue: &'a Catalogue, query: Option<&str>) -> Result<Self, SearchError> {
        let pairs = query::pairs(query);
        let chosen = RoleSelection::parse(catalogue, &pairs);
        if !chosen.roles.is_empty() || !chosen.unknown.is_empty() {
            let roles = chosen.roles.clone();
            return Ok(Self { catalogue, roles, choice: Choice::Roles(chosen), trips: vec![] });
        }
        if query::first(&pairs, links::FROM).is_some() && query::first(&pairs, links::TO).is_some() {
            return Ok(Self::of_journey(catalogue, Question::parse(catalogue, query)));
        }
        let asked = RoleQuery::parse(catalogue, query)?;
        if asked.in_words().is_empty() && asked.unknown.is_empty() {
            return Ok(Self { catalogue, roles: vec![], choice: Choice::None, trips: vec![] });
        }
        // A choice that does not exist is no choice of everything.
        let roles = if asked.in_words().is_empty() { vec![] } else { asked.roles() };
        Ok(Self { catalogue, roles, choice: Choice::Filter(Box::new(asked)), trips: vec![] })
    }

    /// The ways from one place to another, and every role on them, from where one is on.
    fn of_journey(catalogue: &'a Catalogue, question: Question<'a>) -> Self {
        let (goal, trips) = match JourneyAnswer::of(catalogue, &question) {
            Some(JourneyAnswer::Found { trips, .. }) => (None, trips),
            Some(JourneyAnswer::AlreadyThere) => (question.to_role(), vec![]),
            Some(JourneyAnswer::NoRoute(_)) | None => (None, vec![]),
        };
        let start = trips.iter().filter_map(|trip| trip.start()?.role());
        let mut roles: Vec<&Role> = Vec::new();
        for role in start.chain(trips.iter().flat_map(Trip::roles)).chain(goal) {
            if !roles.iter().any(|known| known.id == role.id) {
                roles.push(role);
            }
        }
        Self { catalogue, roles, choice: Choice::Journey(question), trips }
    }

    /// Whether it can be printed as it is.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        (1..=MOST).contains(&self.roles.len())
    }

    /// Its address under a path, with these options.
    #[must_use]
    pub fn address(&self, path: &str, options: &PackOptions) -> String {
        links::with_query(path, self.pairs().into_iter().chain(options.pairs()))
    }

    /// The parameters that choose these roles, in canonical order.
    #[must_use]
    pub fn pairs(&self) -> Vec<(&'static str, &str)> {
        match &self.choice {
            Choice::None => vec![],
            Choice::Roles(chosen) => chosen.pairs().collect(),
            Choice::Journey(question) => question.pairs().collect(),
            Choice::Filter(asked) => asked.pairs(&asked.filter).collect(),
        }
    }

    /// How the roles were chosen, in a sentence; nothing where they were chosen one by one.
    #[must_use]
    pub fn in_words(&self) -> Option<String> {
        match &self.choice {
            Choice::Filter(asked) => Some(self.catalogue.interface().chosen_by(asked.in_words())),
            Choice::Journey(_) => Some(self.catalogue.interface().chosen_by_a_journey().to_owned()),
            Choice::None | Choice::Roles(_) => None,
        }
    }

    /// Smaller packs by what makes them smaller: these roles on one level, in one setting, of one family.
    #[must_use]
    pub fn narrower(&self, options: &PackOptions) -> Vec<(Facet, Vec<Narrower>)> {
        let facets = [Facet::Level, Facet::Setting, Facet::Category, Facet::Mark];
        let packs = facets.into_iter().map(|facet| (facet, self.narrower_by(facet, options)));
        packs.filter(|(_, packs)| !packs.is_empty()).collect()
    }

    fn narrower_by(&self, facet: Facet, options: &PackOptions) -> Vec<Narrower> {
        let none = RoleQuery::all(self.catalogue);
        let asked = if let Choice::Filter(asked) = &self.choice { asked } else { &none };
        let found = asked.found();
        let counts = asked.filter.counts(self.catalogue.filters(), self.catalogue.graph(), found.as_ref(), facet);
        let chosen: Vec<&str> = asked.filter.values(facet).collect();
        // Another value of what was chosen would give other roles, not a part of these.
        let is_part = |id: &str| chosen.is_empty() || chosen.contains(&id);
        let fits = counts.into_iter().filter(|(id, count)| (1..=MOST).contains(count) && is_part(id));
        fits.map(|(id, count)| {
            let filter = asked.filter.with_only(facet, id);
            let href = links::with_query(PATH, asked.pairs(&filter).chain(options.pairs()));
            Narrower { label: choice_label(self.catalogue, facet, id), href, count }
        })
        .collect()
    }
}
