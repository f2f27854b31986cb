//! The rules on the role graph of the built catalogue: where roles lead, and whether they can be reached.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::Catalogue;
use crate::catalogue::journeys::Waypoint;
use crate::catalogue::model::ids::RoleId;
use crate::catalogue::model::role::Role;
use crate::content::code::Code;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::{DiagnosticSink, quoted};
use crate::content::rules::CheckedData;
use crate::content::source::Span;

/// A rule on the role graph.
type GraphRule = fn(&GraphContext<'_>, &mut DiagnosticSink);

/// The rules, each a function whose doc comment states it.
const RULES: [GraphRule; 2] = [every_role_can_be_reached_from_nothing, a_role_on_the_first_levels_leads_on];

/// What the data says of roles that is not in the catalogue, by id.
pub struct RoleSources(BTreeMap<RoleId, RoleSource>);

struct RoleSource {
    id: Span,
    end_of_line: bool,
}

impl RoleSources {
    /// Takes it from the data before it is built.
    pub fn of(checked: &CheckedData) -> Self {
        let source = |id: Span, end_of_line: bool| RoleSource { id, end_of_line };
        let roles = checked.raw().role_files();
        Self(roles.map(|role| (RoleId(role.id.value.clone()), source(role.id.span, role.end_of_line))).collect())
    }
}

/// The input of a rule.
struct GraphContext<'a> {
    catalogue: &'a Catalogue,
    sources: &'a RoleSources,
}

/// Runs every rule.
pub fn check(catalogue: &Catalogue, sources: &RoleSources, sink: &mut DiagnosticSink) {
    for rule in RULES {
        rule(&GraphContext { catalogue, sources }, sink);
    }
}

impl GraphContext<'_> {
    fn report(&self, role: &Role, code: Code, message: String, label: &str, help: &str, sink: &mut DiagnosticSink) {
        if let Some(source) = self.sources.0.get(&role.id) {
            sink.add(Diagnostic::new(code, source.id, message).label(label).help(help));
        }
    }

    fn leads_on(&self, role: &Role) -> bool {
        let graph = self.catalogue.graph();
        graph.successors(role).next().is_some() || graph.entry_successors(role).next().is_some()
    }
}

/// Every role can be reached by somebody who starts without qualifications. What no source says is left out, so this may stay.
fn every_role_can_be_reached_from_nothing(context: &GraphContext<'_>, sink: &mut DiagnosticSink) {
    let planner = context.catalogue.planner();
    let nothing = context.catalogue.qualifications().first().map(Waypoint::Qualification);
    let reached: BTreeSet<&RoleId> =
        nothing.map(|held| planner.within_reach(held)).into_iter().flatten().map(|role| &role.id).collect();
    for role in context.catalogue.roles().iter().filter(|role| !reached.contains(&role.id)) {
        let message = format!("there is no road to {}", quoted(&role.title));
        let is_led_to = context.catalogue.graph().predecessors(role).next().is_some();
        let (label, help) = match (role.entry_routes.is_empty(), is_led_to) {
            (true, false) => (
                "has no way in, and is nobody's progression",
                "add a way in, or a progression in another role's file, if a source gives one",
            ),
            (true, true) => (
                "what leads to it cannot be reached by somebody who starts with nothing",
                "add a way in, or mend the roles that lead to it",
            ),
            (false, _) => (
                "cannot be reached by somebody who starts with nothing",
                "what its ways in ask for cannot be reached either: mend that, or add a way in",
            ),
        };
        context.report(role, Code::NoRoad, message, label, help, sink);
    }
}

/// A role on the first two levels leads on, unless its file has `end_of_line: true`.
fn a_role_on_the_first_levels_leads_on(context: &GraphContext<'_>, sink: &mut DiagnosticSink) {
    let checked = |role: &Role| context.sources.0.get(&role.id).is_some_and(|source| source.end_of_line);
    let levels = context.catalogue.levels();
    let low = |role: &&Role| role.levels.iter().all(|level| levels.rank(*level) < 2);
    for role in context.catalogue.roles().iter().filter(low).filter(|role| !context.leads_on(role) && !checked(role)) {
        let message = format!("{} leads nowhere", quoted(&role.title));
        let label = "no progression, and no way into another role begins here";
        let help = "add a progression that a source gives; if none does, say so with `end_of_line: true`";
        context.report(role, Code::LeadsNowhere, message, label, help, sink);
    }
}
