//! What people come to a role's page for, in a few words each: what one needs, how long it takes, whether one is paid meanwhile,
//! and what the job pays.

use crate::catalogue::RoleRef;
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
    let facts = [
        (t.what_you_need_to_start(), needed(role)),
        (t.takes(), how_long(role, &ways)),
        (t.paid_while_training(), paid(role, &ways)),
        (t.pay(), pay_in_one_line(role)),
    ];
    facts
        .into_iter()
        .filter_map(|(label, text)| Some(KeyFact { label, text: text?, is_pay: label == t.pay() }))
        .collect()
}

/// The least qualification that is enough for one of the ways in, without those that are our reading if there are others; what the
/// usual way asks for, if that is more. Experience may do in its place. Where none asks for a qualification, the roles one comes from.
fn needed(role: RoleRef<'_>) -> Option<String> {
    let (entities, t) = (role.entities(), role.entities().interface());
    let begins_at = |start: EntryFrom| role.entry_routes.iter().any(|route| route.from.contains(&start));
    let experience = begins_at(EntryFrom::Experience).then(|| t.experience_that_fits());
    let least_of = |keep: fn(&&EntryRoute) -> bool| {
        role.entry_routes.iter().filter(keep).filter_map(EntryRoute::qualification_asked).min()
    };
    let least = least_of(|route| !route.inferred).or_else(|| least_of(|_| true));
    let usual = least_of(|route| route.stated == Stated::Usual && !route.inferred).filter(|usual| Some(*usual) > least);
    if let Some(usual) = usual {
        return Some(t.usually_this(lower_first(&entities.qualification(usual).title)));
    }
    if let Some(least) = least {
        let held = entities.qualification(least);
        if held.level.is_none() {
            return Some(t.no_set_qualifications().to_owned());
        }
        let enough = std::iter::once(held.title.clone()).chain(experience.map(lower_first));
        return Some(t.alternatives(&enough.collect::<Vec<_>>()));
    }
    if experience.is_some() || begins_at(EntryFrom::NotKnown) {
        return experience.map(str::to_owned);
    }
    let mut roles: Vec<&str> = Vec::new();
    let asked = role.entry_routes.iter().flat_map(EntryRoute::roles_asked).map(|index| entities.role_at(index).role());
    for from in asked.chain(role.predecessors().map(|step| step.from().role())) {
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

/// From the shortest to the longest of the ways in; where some are not known, the first that is, by its name.
fn how_long(role: RoleRef<'_>, ways: &[WayIn<'_>]) -> Option<String> {
    let t = role.entities().interface();
    let known: Vec<(&WayIn<'_>, Months)> = ways.iter().filter_map(|way| Some((way, way.route.months?))).collect();
    let &(first, months) = known.first()?;
    if known.len() < ways.len() {
        return Some(t.length_by_way(length(t, months), lower_first(first.kind())));
    }
    let from = known.iter().map(|(_, months)| months.from).min()?;
    let to =
        known.iter().map(|(_, months)| months.to).collect::<Option<Vec<u16>>>().and_then(|all| all.into_iter().max());
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
