//! Links to searches of other sites, with the words of a role filled in.

use crate::catalogue::RoleRef;
use crate::catalogue::model::role::Role;
use crate::catalogue::model::search_service::{SearchPurpose, SearchVariable};
use crate::catalogue::model::vocabulary::{EntryKind, Term as _};

/// So many of the words of a role are looked for; more would be a list of the same.
const MOST_WORDS: usize = 2;

/// A search of another site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutsideSearch {
    /// What the link says: the site, and what is looked for there.
    pub text: String,
    /// Where it leads.
    pub address: String,
}

/// The searches of one purpose, under what they find.
#[derive(Clone, Debug)]
pub struct SearchGroup<'a> {
    /// What they find.
    pub purpose: SearchPurpose,
    /// The same, as a heading.
    pub label: &'a str,
    /// The searches.
    pub searches: Vec<OutsideSearch>,
}

/// Every search that may help somebody on into a role: jobs, and apprenticeships and courses where ways in lead through them.
#[must_use]
pub fn groups(role: RoleRef<'_>) -> Vec<SearchGroup<'_>> {
    let t = role.entities().interface();
    let is_fitting = |purpose: &SearchPurpose| *purpose == SearchPurpose::Jobs || leads_through(&role, *purpose);
    let purposes = SearchPurpose::ALL.iter().copied().filter(is_fitting);
    let group =
        |purpose: SearchPurpose| SearchGroup { purpose, label: purpose.label(t), searches: searches(role, purpose) };
    purposes.map(group).filter(|group| !group.searches.is_empty()).collect()
}

/// The searches of one purpose: for jobs by the words of adverts, for what one learns by the title of the role.
#[must_use]
pub fn searches(role: RoleRef<'_>, purpose: SearchPurpose) -> Vec<OutsideSearch> {
    let (entities, t) = (role.entities(), role.entities().interface());
    let area = entities.site().search_area.as_ref();
    let services = entities.search_services().iter().filter(|service| service.purpose == purpose);
    let words: Vec<&str> = match purpose {
        SearchPurpose::Jobs => role.role().search_words().take(MOST_WORDS).collect(),
        _ => vec![&role.role().title],
    };
    let of_service = services.flat_map(|service| {
        words.iter().map(move |&words| OutsideSearch {
            text: t.service_and_words(&service.name, words),
            address: service.pattern.address(|variable| match variable {
                SearchVariable::Words => words.to_owned(),
                SearchVariable::Place => area.map(|area| area.place.clone()).unwrap_or_default(),
                SearchVariable::Miles => area.map(|area| area.miles.to_string()).unwrap_or_default(),
            }),
        })
    });
    of_service.collect()
}

/// What one looks for to take a way in of this kind; `None` where no search finds it.
#[must_use]
pub fn purpose_of(kind: EntryKind) -> Option<SearchPurpose> {
    match kind {
        EntryKind::OnTheJob => Some(SearchPurpose::Jobs),
        EntryKind::Apprenticeship | EntryKind::DegreeApprenticeship => Some(SearchPurpose::Apprenticeships),
        EntryKind::College => Some(SearchPurpose::Courses),
        EntryKind::University => Some(SearchPurpose::Degrees),
        EntryKind::Postgraduate | EntryKind::Experience | EntryKind::Varies => None,
    }
}

fn leads_through(role: &Role, purpose: SearchPurpose) -> bool {
    role.entry_routes.iter().any(|route| purpose_of(route.kind) == Some(purpose))
}
