//! A way into a role: its facts in parts, for a page with room, and in sentences, for lists, paper and Braille.

use crate::catalogue::model::role::EntryRoute;
use crate::catalogue::model::vocabulary::{EntryKind, Stated};
use crate::catalogue::{RoleRef, RouteStart};
use crate::interface::{Interface, Markup};
use crate::web::labels::{lower_first, source_names, upper_first};
use crate::web::links;
use crate::web::view::durations::length;
use crate::web::view::job_facts::{dated, old_year};
use crate::web::view::outside_search::{OutsideSearch, purpose_of, searches};

/// One way into a role.
#[derive(Clone, Copy, Debug)]
pub struct WayIn<'a> {
    role: RoleRef<'a>,
    /// What the data says of it.
    pub route: &'a EntryRoute,
    t: &'a Interface,
}

/// The ways into a role, in the order in which they were written.
#[must_use]
pub fn ways_in(role: RoleRef<'_>) -> Vec<WayIn<'_>> {
    role.role().entry_routes.iter().map(|route| WayIn::new(role, route)).collect()
}

impl<'a> WayIn<'a> {
    /// A way into this role.
    #[must_use]
    pub fn new(role: RoleRef<'a>, route: &'a EntryRoute) -> Self {
        Self { role, route, t: role.entities().interface() }
    }

    /// What one does.
    #[must_use]
    pub fn kind(&self) -> &'a str {
        self.route.kind.label(self.t)
    }

    /// How strongly the source says it; nothing where it only says that there is this way. What several ways in each ask for is
    /// asked for once, and what one way alone asks for is no more than usual where a source knows of a way around it.
    #[must_use]
    pub fn stated(&self) -> Option<&'a str> {
        let routes =
            || self.role.entry_routes.iter().filter(|route| route.stated == Stated::Required || !route.inferred);
        let (all, required) = (routes().count(), routes().filter(|route| route.stated == Stated::Required).count());
        match self.route.stated {
            Stated::Available => None,
            Stated::Required if required > 1 => Some(self.t.you_need_one_of_these()),
            Stated::Required if all > 1 => Some(Stated::Usual.label(self.t)),
            stated => Some(stated.label(self.t)),
        }
    }

    /// That it is our reading, if it is.
    #[must_use]
    pub fn our_reading(&self) -> Option<&'a str> {
        self.route.inferred.then(|| self.t.our_reading())
    }

    /// What one does, and how strongly the source says it.
    #[must_use]
    pub fn as_stated(&self) -> String {
        match self.stated() {
            Some(stated) => self.t.way_in_as_stated(self.kind(), lower_first(stated)),
            None => self.kind().to_owned(),
        }
    }

    /// What one must have to begin; any one is enough.
    #[must_use]
    pub fn to_begin(&self) -> Markup {
        let link = |start: RouteStart<'a>| match start {
            RouteStart::Qualification(info) => (info.title.as_str(), links::roles_from(&info.id)),
            RouteStart::Role(role) => (role.role().title.as_str(), links::role(&role.id)),
            RouteStart::Experience => (self.t.experience_that_fits(), String::new()),
            RouteStart::NotKnown => (self.t.ask_what_you_need(), String::new()),
        };
        self.t.alternative_links(&self.role.starts(self.route).map(link).collect::<Vec<_>>())
    }

    /// The qualification it leads to, within a sentence.
    #[must_use]
    pub fn leads_to(&self) -> Option<String> {
        let level = self.route.level?;
        let degree =
            self.role.entities().qualifications().iter().find(|held| held.is_degree && held.level == Some(level));
        Some(match degree {
            Some(degree) => self.t.degree_of_level(&degree.in_words, level),
            None => self.t.qualification_of_level(level),
        })
    }

    /// How long it takes.
    #[must_use]
    pub fn takes(&self) -> Option<String> {
        self.route.months.map(|months| length(self.t, months))
    }

    /// How long one must have worked before.
    #[must_use]
    pub fn experience(&self) -> Option<String> {
        self.route.experience.map(|months| length(self.t, months))
    }

    /// Whether one is paid meanwhile: a source says so, or the way is to start in the job.
    #[must_use]
    pub fn earns(&self) -> Option<bool> {
        self.route.earn.or_else(|| (self.route.kind == EntryKind::OnTheJob).then_some(true))
    }

    /// The same in words.
    #[must_use]
    pub fn paid(&self) -> Option<&'a str> {
        self.earns().map(|earns| if earns { self.t.you_earn_while_you_learn() } else { self.t.no() })
    }

    /// Who runs it.
    #[must_use]
    pub fn run_by(&self) -> Vec<&'a str> {
        self.role.run_by(self.route).map(|organisation| organisation.name.as_str()).collect()
    }

    /// What else is asked, the most urgent first.
    #[must_use]
    pub fn needs(&self) -> Vec<String> {
        self.route.also.iter().map(|need| upper_first(need)).chain(self.route.requires.iter().cloned()).collect()
    }

    /// The same, a sentence each, in one line.
    #[must_use]
    pub fn needs_in_words(&self) -> Option<String> {
        let needs: Vec<String> = self.needs().iter().map(|need| ended(need)).collect();
        (!needs.is_empty()).then(|| needs.join(" "))
    }

    /// The subjects of the qualifications that it asks for.
    #[must_use]
    pub fn subjects(&self) -> Option<String> {
        let subjects = &self.route.subjects;
        (!subjects.is_empty()).then(|| upper_first(&self.t.and_list(subjects)))
    }

    /// Where one looks for it on other sites.
    #[must_use]
    pub fn searches(&self) -> Vec<OutsideSearch> {
        purpose_of(self.route.kind).map_or_else(Vec::new, |purpose| searches(self.role, purpose))
    }

    /// Who says so, with the year where all that is old.
    #[must_use]
    pub fn sources(&self) -> String {
        let names = source_names(self.role.entities().sources_at(&self.route.sources));
        dated(self.role, names, &self.route.sources)
    }

    /// Every fact of it that is recorded, in a sentence each.
    #[must_use]
    pub fn in_sentences(&self) -> Vec<String> {
        let (t, route) = (self.t, self.route);
        let mut sentences = vec![route.summary.clone(), t.you_need_first_this(self.to_begin().text())];
        sentences.extend(self.needs_in_words().map(|needs| t.you_also_need_these(needs)));
        sentences.extend(self.subjects().map(|subjects| t.subjects_asked_for(subjects)));
        sentences.extend(self.experience().map(|length| t.experience_before(length)));
        sentences.extend(self.our_reading().map(str::to_owned));
        sentences.extend(self.leads_to().map(|qualification| t.you_get_this(qualification)));
        sentences.extend(self.takes().map(|takes| t.takes_so_long(takes)));
        sentences
            .extend(self.earns().map(|earns| if earns { t.paid_while_you_learn() } else { t.paid_no() }.to_owned()));
        let run_by = self.run_by();
        if !run_by.is_empty() {
            sentences.push(t.run_by_these(t.and_list(&run_by)));
        }
        let old = old_year(self.role, &route.sources);
        sentences.extend(old.map(|year| t.a_source_of_this_year_says_so(year.to_string())));
        sentences
    }
}

/// A phrase as a sentence.
fn ended(phrase: &str) -> String {
    if phrase.ends_with(['.', '!', '?']) { phrase.to_owned() } else { format!("{phrase}.") }
}
