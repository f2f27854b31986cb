//! What journeys are called, so that each can be told from the others shown.

use std::collections::BTreeMap;

use crate::catalogue::journeys::{Earns, Journey, Waypoint};
use crate::interface::Interface;
use crate::web::labels::lower_first;

/// A name for each journey, no two alike: through which roles it leads, or what one studies first; if it is paid throughout, that;
/// and how one gets into the goal, where that is needed to tell two apart.
#[must_use]
pub fn names(t: &Interface, journeys: &[Journey<'_>]) -> Vec<String> {
    let short = journeys.iter().map(|journey| with_pay(t, journey, way(t, journey, false)));
    let short: Vec<String> = short.collect();
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    short.iter().for_each(|name| *uses.entry(name).or_default() += 1);
    let mut names: Vec<String> = Vec::new();
    for (journey, name) in journeys.iter().zip(&short) {
        let is_alone = uses.get(name.as_str()).is_none_or(|count| *count < 2);
        let name = if is_alone { name.clone() } else { with_pay(t, journey, way(t, journey, true)) };
        let number = names.iter().filter(|other| other.starts_with(&name)).count() + 1;
        names.push(if number > 1 { t.another_way_called(name, number) } else { name });
    }
    names
}

fn with_pay(t: &Interface, journey: &Journey<'_>, name: String) -> String {
    match journey.totals().earns {
        Earns::Throughout => t.paid_throughout(name),
        Earns::Partly | Earns::NotKnown => name,
    }
}

/// Where a journey leads through, with how one gets into the goal if that is asked for or there is nothing else to say.
fn way(t: &Interface, journey: &Journey<'_>, in_full: bool) -> String {
    let way_in = journey
        .steps
        .last()
        .and_then(|step| step.route())
        .map_or_else(|| t.straight_on().to_owned(), |route| route.kind.label(t).to_owned());
    let roles: Vec<&str> = journey.roles_between().map(|role| role.title.as_str()).collect();
    let mut studied = journey.steps.iter().filter_map(|step| match step.to {
        Waypoint::Qualification(info) => Some(info.short.as_str()),
        Waypoint::Role(_) | Waypoint::RegisteredProfessional => None,
    });
    match (roles.is_empty(), studied.next_back(), in_full) {
        (false, _, true) => t.through_roles_then(t.and_list(&roles), lower_first(&way_in)),
        (false, _, false) => t.through_roles(t.and_list(&roles)),
        (true, Some(studied), _) => t.study_before(studied, lower_first(&way_in)),
        (true, None, _) => way_in,
    }
}
