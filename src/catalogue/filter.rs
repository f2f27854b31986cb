//! Which roles meet a filter, and how many each further choice would give. A set is a bit for each role, so that a count is a
//! few machine words.

use std::collections::BTreeMap;

use fixedbitset::FixedBitSet;

use crate::catalogue::graph::RoleGraph;
use crate::catalogue::model::indexes::Qualification;
use crate::catalogue::model::job_check::JobCheckKind;
use crate::catalogue::model::lists::Lists;
use crate::catalogue::model::pay::{Pay, PayScheme};
use crate::catalogue::model::reference::RoleId;
use crate::catalogue::model::role::Role;
use crate::catalogue::model::vocabulary::{EntryKind, MarkKind, RegistrationNeed, Term};
use crate::catalogue::model::working_time::WorkPattern;

/// A set of roles, by index in [`RoleGraph::roles`].
pub type RoleSet = FixedBitSet;

/// The id of the starting point "I am a registered professional".
pub const REGISTERED: &str = "registered-professional";

/// A property that roles are filtered by; a key of the address. Their order is the canonical order of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// The level of the role.
    Level,
    /// Where it is found.
    Setting,
    /// Its category.
    Category,
    /// Whether it is clinical.
    Contact,
    /// What one can start from.
    Start,
    /// The kinds of its entry routes.
    Route,
    /// Whether one must register.
    Registration,
    /// The least band on which one may start, or what sets the pay.
    Pay,
    /// When one works.
    Hours,
    /// What one is checked for.
    Checks,
    /// What the 2025 report says of it.
    Mark,
}

impl Facet {
    /// Every facet, in canonical order.
    pub const ALL: [Self; 11] = [
        Self::Level,
        Self::Setting,
        Self::Category,
        Self::Contact,
        Self::Start,
        Self::Route,
        Self::Registration,
        Self::Pay,
        Self::Hours,
        Self::Checks,
        Self::Mark,
    ];

    /// The key in the address.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::Setting => "setting",
            Self::Category => "category",
            Self::Contact => "contact",
            Self::Start => "start",
            Self::Route => "route",
            Self::Registration => "registration",
            Self::Pay => "pay",
            Self::Hours => "hours",
            Self::Checks => "checks",
            Self::Mark => "mark",
        }
    }

    /// The facet with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.key() == key)
    }

    /// Whether a role has this value of the facet.
    fn is_met(self, role: &Role, lists: &Lists, id: &str) -> bool {
        match self {
            Self::Level => role.levels.iter().any(|level| lists.levels[level.position()].id == id),
            Self::Setting => role.settings.iter().any(|setting| lists.settings[setting.position()].id == id),
            Self::Category => role.categories.iter().any(|index| lists.categories[index.position()].id.as_str() == id),
            Self::Contact => role.contact.is_some_and(|contact| lists.contacts[contact.position()].id == id),
            Self::Start => {
                let held = lists.qualifications.iter().find(|info| info.id == id);
                held.is_some_and(|info| can_start(role, info.qualification))
            }
            Self::Route => role.entry_routes.iter().any(|route| route.kind.id() == id),
            Self::Registration => role.registration_need().id() == id,
            Self::Pay => role.pay.iter().any(|pay| is_paid(pay, &lists.pay_schemes[pay.scheme.position()], id)),
            Self::Hours => role.hours.iter().flat_map(|hours| &hours.pattern).any(|pattern| pattern.id() == id),
            Self::Checks => role.checks.iter().any(|check| check.kind.id() == id),
            Self::Mark => role.marks.iter().any(|mark| mark.kind.id() == id),
        }
    }
}

/// Whether somebody who holds this qualification, or a lower one, can begin one of the entry routes. Routes by experience, and
/// those that differ from place to place, ask for more than a qualification: they guarantee nothing here.
fn can_start(role: &Role, held: Qualification) -> bool {
    role.entry_routes
        .iter()
        .filter(|route| !matches!(route.kind, EntryKind::Experience | EntryKind::Varies))
        .any(|route| route.qualification_asked().is_some_and(|asked| asked <= held))
}

/// Whether the scheme is the one with this id, or one may start on its band of this name or a higher one.
fn is_paid(pay: &Pay, scheme: &PayScheme, id: &str) -> bool {
    let least = scheme.bands().iter().position(|band| band.name == id);
    let highest = pay.bands.iter().map(|band| band.position()).max();
    scheme.id.as_str() == id || least.is_some_and(|least| highest.is_some_and(|highest| highest >= least))
}

/// The values of [`Facet::Pay`]: the bands of every scale, each once, and the schemes without a scale.
fn pay_choices(schemes: &[PayScheme]) -> Vec<String> {
    let mut names: Vec<&str> = Vec::new();
    for band in schemes.iter().flat_map(PayScheme::bands) {
        if !names.contains(&band.name.as_str()) {
            names.push(&band.name);
        }
    }
    let without = schemes.iter().filter(|scheme| scheme.scale.is_none()).map(|scheme| scheme.id.as_str());
    names.into_iter().chain(without).map(str::to_owned).collect()
}

/// The set of roles of every value of every facet, built once for each catalogue.
#[derive(Debug)]
pub struct FilterIndex {
    choices: BTreeMap<Facet, Vec<(String, RoleSet)>>,
    everything: RoleSet,
}

impl FilterIndex {
    /// Finds the sets, in O(values * roles).
    #[must_use]
    pub fn new(graph: &RoleGraph, lists: &Lists) -> Self {
        let set = |met: &dyn Fn(&Role) -> bool| {
            let mut roles = RoleSet::with_capacity(graph.roles().len());
            for (index, role) in graph.roles().iter().enumerate() {
                roles.set(index, met(role));
            }
            roles
        };
        let choices = Facet::ALL
            .into_iter()
            .map(|facet| {
                let mut of_facet: Vec<(String, RoleSet)> = value_ids(facet, lists)
                    .into_iter()
                    .map(|id| {
                        let roles = set(&|role| facet.is_met(role, lists, &id));
                        (id, roles)
                    })
                    .collect();
                if facet == Facet::Start {
                    of_facet.push((REGISTERED.to_owned(), set(&|role| opens_to_registered(graph, role))));
                }
                (facet, of_facet)
            })
            .collect();
        Self { choices, everything: set(&|_| true) }
    }

    /// The facet it was given for.
    pub fn options(&self, facet: Facet) -> impl Iterator<Item = &str> {
        self.choices.get(&facet).into_iter().flatten().map(|(id, _)| id.as_str())
    }

    /// The roles with this value.
    #[must_use]
    pub fn roles(&self, facet: Facet, id: &str) -> Option<&RoleSet> {
        self.choices.get(&facet)?.iter().find(|(choice, _)| choice == id).map(|(_, roles)| roles)
    }

    /// The roles that have one of the chosen values of each facet that has any; every role where nothing is chosen.
    #[must_use]
    pub fn meeting(&self, choices: &[(Facet, String)]) -> RoleSet {
        let mut roles = self.everything.clone();
        for facet in Facet::ALL {
            let mut union = RoleSet::with_capacity(roles.len());
            let mut is_chosen = false;
            for (_, value) in choices.iter().filter(|(chosen, _)| *chosen == facet) {
                is_chosen = true;
                union.extend(self.roles(facet, value).into_iter().flat_map(|roles| roles.ones()));
            }
            if is_chosen {
                roles.intersect_with(&union);
            }
        }
        roles
    }
}

/// The values of a facet.
fn value_ids(facet: Facet, lists: &Lists) -> Vec<String> {
    fn ids<T: Term>() -> Vec<String> {
        T::ALL.iter().map(|term| term.id().to_owned()).collect()
    }
    match facet {
        Facet::Level => lists.levels.of_roles().map(|info| info.id.clone()).collect(),
        Facet::Setting => lists.settings.iter().map(|info| info.id.clone()).collect(),
        Facet::Category => lists.categories.iter().map(|category| category.id.0.clone()).collect(),
        Facet::Contact => lists.contacts.iter().map(|info| info.id.clone()).collect(),
        Facet::Start => lists.qualifications.iter().map(|info| info.id.clone()).collect(),
        Facet::Route => ids::<EntryKind>(),
        Facet::Registration => ids::<RegistrationNeed>(),
        Facet::Pay => pay_choices(&lists.pay_schemes),
        Facet::Hours => ids::<WorkPattern>(),
        Facet::Checks => ids::<JobCheckKind>(),
        Facet::Mark => ids::<MarkKind>(),
    }
}

/// Whether an entry route asks for a role with registration.
fn opens_to_registered(graph: &RoleGraph, role: &Role) -> bool {
    role.entry_routes
        .iter()
        .flat_map(|route| route.roles_asked())
        .any(|from| graph.role(from).registration_need() == RegistrationNeed::Needed)
}

/// Chosen values. Values of one facet are alternatives; a role must have one of each facet that is chosen. Beside its values,
/// [`Facet::Start`] takes ids of roles: what somebody in the role can step into.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoleFilter {
    chosen: BTreeMap<Facet, Vec<String>>,
}

impl RoleFilter {
    /// Reads the choices of a query; values that do not exist are returned beside them.
    pub fn parse<'q>(
        filters: &FilterIndex,
        graph: &RoleGraph,
        pairs: impl IntoIterator<Item = (&'q str, &'q str)>,
    ) -> (Self, Vec<UnknownChoice>) {
        let mut filter = Self::default();
        let mut unknown = Vec::new();
        for (key, value) in pairs {
            let Some(facet) = Facet::from_key(key) else { continue };
            if value.is_empty() || filter.has(facet, value) {
                continue;
            }
            // A role may have had another id.
            let role = || graph.named(value).filter(|_| facet == Facet::Start).map(|role| role.id.as_str());
            match filters.options(facet).find(|id| *id == value).or_else(role) {
                Some(known) if filter.has(facet, known) => {}
                Some(known) => filter.choose(facet, known.to_owned()),
                None => unknown.push(UnknownChoice { facet, value: value.to_owned() }),
            }
        }
        filter.sort(filters);
        (filter, unknown)
    }

    /// Adds a choice.
    fn choose(&mut self, facet: Facet, value: String) {
        let values = self.chosen.entry(facet).or_default();
        if !values.contains(&value) {
            values.push(value);
        }
    }

    /// The same with these choices too, in the order in which they are shown.
    #[must_use]
    pub fn with(&self, filters: &FilterIndex, choices: impl IntoIterator<Item = (Facet, String)>) -> Self {
        let mut filter = self.clone();
        for (facet, value) in choices {
            filter.choose(facet, value);
        }
        filter.sort(filters);
        filter
    }

    /// Brings the values of each facet into the order in which they are shown.
    fn sort(&mut self, filters: &FilterIndex) {
        for (&facet, values) in &mut self.chosen {
            let position = |value: &String| filters.options(facet).position(|id| id == value).unwrap_or(usize::MAX);
            values.sort_by_key(|value| (position(value), value.clone()));
        }
    }

    /// Whether nothing is chosen.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.chosen.is_empty()
    }

    /// Whether this value is chosen.
    #[must_use]
    pub fn has(&self, facet: Facet, value: &str) -> bool {
        self.values(facet).any(|chosen| chosen == value)
    }

    /// The chosen values of a facet, in the order in which they are shown.
    pub fn values(&self, facet: Facet) -> impl Iterator<Item = &str> {
        self.chosen.get(&facet).into_iter().flatten().map(String::as_str)
    }

    /// Every choice, in canonical order.
    pub fn choices(&self) -> impl Iterator<Item = (Facet, &str)> {
        self.chosen.iter().flat_map(|(&facet, values)| values.iter().map(move |value| (facet, value.as_str())))
    }

    /// The same without one choice.
    #[must_use]
    pub fn without(&self, facet: Facet, value: &str) -> Self {
        let mut filter = self.clone();
        if let Some(values) = filter.chosen.get_mut(&facet) {
            values.retain(|chosen| chosen != value);
            if values.is_empty() {
                filter.chosen.remove(&facet);
            }
        }
        filter
    }

    /// The same with this value as the only choice of its facet.
    #[must_use]
    pub fn with_only(&self, facet: Facet, value: &str) -> Self {
        let mut filter = self.clone();
        filter.chosen.insert(facet, vec![value.to_owned()]);
        filter
    }

    /// The roles that meet the filter, among those `found` by a search if there was one.
    #[must_use]
    pub fn matching(&self, filters: &FilterIndex, graph: &RoleGraph, found: Option<&RoleSet>) -> RoleSet {
        self.matching_except(filters, graph, found, None)
    }

    /// The same without the choices of one facet.
    fn matching_except(
        &self,
        filters: &FilterIndex,
        graph: &RoleGraph,
        found: Option<&RoleSet>,
        except: Option<Facet>,
    ) -> RoleSet {
        let mut roles = found.unwrap_or(&filters.everything).clone();
        for (&facet, values) in self.chosen.iter().filter(|(facet, _)| Some(**facet) != except) {
            let mut union = RoleSet::with_capacity(roles.len());
            for value in values {
                match filters.roles(facet, value) {
                    Some(set) => union.union_with(set),
                    None => union.union_with(&successors(graph, value)),
                }
            }
            roles.intersect_with(&union);
        }
        roles
    }

    /// For every value of a facet, how many roles there would be with it alone in its facet and the other facets as they are.
    #[must_use]
    pub fn counts<'i>(
        &self,
        filters: &'i FilterIndex,
        graph: &RoleGraph,
        found: Option<&RoleSet>,
        facet: Facet,
    ) -> Vec<(&'i str, usize)> {
        let others = self.matching_except(filters, graph, found, Some(facet));
        let choices = filters.choices.get(&facet);
        choices.into_iter().flatten().map(|(id, set)| (id.as_str(), others.intersection_count(set))).collect()
    }
}

/// A value that does not exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownChoice {
    /// The key it was given for.
    pub facet: Facet,
    /// The value as given.
    pub value: String,
}

/// The roles that somebody in a role can step into: by a progression or by an entry route.
fn successors(graph: &RoleGraph, role: &str) -> RoleSet {
    let mut roles = RoleSet::with_capacity(graph.roles().len());
    if let Some(role) = graph.get(&RoleId(role.to_owned())) {
        let next = graph.successors(role).map(|step| step.to);
        for to in next.chain(graph.entry_successors(role).map(|(to, _)| to)) {
            roles.insert(to.index.position());
        }
    }
    roles
}
