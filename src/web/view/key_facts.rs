//! What people come to a role's page for, in a few words each: what one needs, how long it takes, whether one is paid meanwhile,
//! and what the job pays.

use crate::catalogue::RoleRef;
use crate::catalogue::model::indexes::Qualification;
use crate::catalogue::model::months::Months;
use crate::catalogue::model::role::{EntryFrom, EntryRoute};
use crate::catalogue::model::vocabulary::Stated;
use crate::web::labels::lower_first;
use crate::web::view::durations::length;
use crate::web::view::job_facts::pay_in_one_line;
use crate::web::view::way_in::{WayIn, ways_in};

/// So many roles are named that one can come from.
const MOST_ROLES: usize = 3;

/// One of the facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyFact<'a> {
    /// What it is called.
    pub label: &'a str,
    /// What is known.
    pub text: String,
    /// Whether it is what the job pays, which is a fact of its own elsewhere.
    pub is_pay: bool,
}

/// The facts that are known, in order.
#[must_use]
pub fn key_facts(role: RoleRef<'_>) -> Vec<KeyFact<'_>> {
    let t = role.entities().interface();
    let ways = ways_in(role);
    let asked = Asked::of(role);
    let facts = [
        (t.what_you_need_to_start(), needed(role, asked)),
        (t.takes(), how_long(role, &ways, asked)),
        (t.paid_while_training(), paid(role, &ways)),
        (t.pay(), pay_in_one_line(role)),
    ];
    facts
        .into_iter()
        .filter_map(|(label, text)| Some(KeyFact { label, text: text?, is_pay: label == t.pay() }))
        .collect()
}

/// The qualification that the first fact names. The second is about the ways that ask for it.
#[derive(Clone, Copy)]
enum Asked {
    /// What the usual way asks for, which is more than the least.
    Usual(Qualification),
    /// The least that is enough for one of the ways in, without those that are our reading if there are others.
    Least(Qualification),
    /// No way asks for a qualification.
    Nothing,
}

impl Asked {
    fn of(role: RoleRef<'_>) -> Self {
        let least_of = |keep: fn(&&EntryRoute) -> bool| {
            role.role().entry_routes.iter().filter(keep).filter_map(EntryRoute::qualification_asked).min()
        };
        let least = least_of(|route| !route.inferred).or_else(|| least_of(|_| true));
        let usual = least_of(|route| route.stated == Stated::Usual && !route.inferred);
        match (usual.filter(|usual| Some(*usual) > least), least) {
            (Some(usual), _) => Self::Usual(usual),
            (None, Some(least)) => Self::Least(least),
            (None, None) => Self::Nothing,
        }
    }

    fn is_of(self, route: &EntryRoute) -> bool {
        match self {
            Self::Usual(asked) | Self::Least(asked) => route.qualification_asked() == Some(asked),
            Self::Nothing => true,
        }
    }
}

/// What the ways in ask for first. Experience may do in place of the least qualification. Where none asks for a qualification, the
/// roles one comes from.
fn needed(role: RoleRef<'_>, asked: Asked) -> Option<String> {
    let (entities, t) = (role.entities(), role.entities().interface());
    let begins_at = |start: EntryFrom| role.entry_routes.iter().any(|route| route.from.contains(&start));
    let experience = begins_at(EntryFrom::Experience).then(|| t.experience_that_fits());
    match asked {
        Asked::Usual(usual) => return Some(t.usually_this(lower_first(&entities.qualification(usual).title))),
        Asked::Least(least) => {
            let held = entities.qualification(least);
            if held.level.is_some() {
                let enough = std::iter::once(held.title.clone()).chain(experience.map(lower_first));
                return Some(t.alternatives(&enough.collect::<Vec<_>>()));
            }
            return Some(match asked_of_all(role, asked) {
                None => t.no_set_qualifications().to_owned(),
                Some(need) => t.no_set_qualifications_but(need),
            });
        }
        Asked::Nothing => {}
    }
    if experience.is_some() || begins_at(EntryFrom::NotKnown) {
        return experience.map(str::to_owned);
    }
    let mut roles: Vec<&str> = Vec::new();
    let named = role.entry_routes.iter().flat_map(EntryRoute::roles_asked).map(|index| entities.role_at(index).role());
    for from in named.chain(role.predecessors_by_family().map(|step| step.from().role())) {
        if !roles.contains(&from.title.as_str()) {
            roles.push(&from.title);
        }
    }
    let named = roles.get(..MOST_ROLES).unwrap_or(&roles);
    match roles.len() {
        0 => None,
        count if count > MOST_ROLES => Some(t.experience_as_for_example(t.or_list(named))),
        _ => Some(t.experience_as(t.or_list(named))),
    }
}

/// The first thing else that every way asks for that asks for this qualification: a licence, an age. The ways in name the others,
/// which have no room on the first screen of a phone.
fn asked_of_all(role: RoleRef<'_>, asked: Asked) -> Option<&str> {
    let mut ways = role.role().entry_routes.iter().filter(|route| asked.is_of(route));
    let first = ways.next().map_or(&[][..], |route| &route.also);
    let others: Vec<&EntryRoute> = ways.collect();
    first.iter().find(|need| others.iter().all(|route| route.also.contains(need))).map(String::as_str)
}

/// From the shortest to the longest of the ways that ask for what the first fact says; where some of these are not known, the first
/// way that is, by its name.
fn how_long(role: RoleRef<'_>, ways: &[WayIn<'_>], asked: Asked) -> Option<String> {
    let t = role.entities().interface();
    let among: Vec<&WayIn<'_>> = ways.iter().filter(|way| asked.is_of(way.route)).collect();
    let known: Vec<Months> = among.iter().filter_map(|way| way.route.months).collect();
    if known.is_empty() || known.len() < among.len() {
        let by_name = |way: &WayIn<'_>| Some(t.length_by_way(length(t, way.route.months?), lower_first(way.kind())));
        return among.into_iter().chain(ways).find_map(by_name);
    }
    let from = known.iter().map(|months| months.from).min()?;
    let to = known.iter().map(|months| months.to).collect::<Option<Vec<u16>>>().and_then(|all| all.into_iter().max());
    Some(length(t, Months { from, to }))
}

/// The ways in on which one is known to be paid; "no" where none of them is, and nothing where that is not known.
fn paid(role: RoleRef<'_>, ways: &[WayIn<'_>]) -> Option<String> {
    let t = role.entities().interface();
    let mut kinds: Vec<String> = Vec::new();
    for way in ways.iter().filter(|way| way.earns() == Some(true)) {
        let kind = lower_first(way.kind());
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    let is_paid_nowhere = !ways.is_empty() && ways.iter().all(|way| way.earns() == Some(false));
    match kinds.is_empty() {
        false => Some(t.paid_on_these_ways(t.or_list(&kinds))),
        true => is_paid_nowhere.then(|| t.no().to_owned()),
    }
}
