//! The role graph as a whole: where it leads, and whether one can get there.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::graph::RoleGraph;
use crate::catalogue::journeys::{JourneyIndex, Planner, Waypoint};
use crate::catalogue::model::reference::{QualificationInfo, RoleId};
use crate::catalogue::model::role::Role;
use crate::catalogue::model::vocabulary::{Level, Qualification};
use crate::content::code::Code;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::{DiagnosticSink, quoted};
use crate::content::rules::{RuleContext, partial_role};
use crate::content::schema::role::RoleFile;

/// The role graph, and the file of each role.
pub struct Reachability<'a> {
    graph: RoleGraph,
    files: BTreeMap<&'a str, &'a RoleFile>,
    qualifications: Vec<QualificationInfo>,
}

impl<'a> Reachability<'a> {
    /// The graph, where every file that it is made of is sound.
    pub fn of(data: &RuleContext<'a>, sink: &DiagnosticSink) -> Option<Self> {
        let raw = data.raw;
        let sound = !raw.cut_short()
            && raw.qualifications.file.is_some_and(|file| !sink.is_faulty(file))
            && raw.roles.iter().all(|page| page.content.is_some() && !sink.is_faulty(page.file));
        sound.then(|| Self {
            graph: RoleGraph::new(raw.role_files().map(|(_, role)| partial_role::role(role)).collect()),
            files: raw.role_files().map(|(_, role)| (role.id.as_str(), role)).collect(),
            qualifications: raw.qualifications.entries.iter().filter_map(partial_role::qualification).collect(),
        })
    }

    fn report(&self, id: &RoleId, code: Code, message: String, label: &str, help: &str, sink: &mut DiagnosticSink) {
        if let Some(file) = self.files.get(id.as_str()) {
            sink.add(Diagnostic::new(code, file.id.span, message).label(label).help(help));
        }
    }

    fn leads_on(&self, role: &Role) -> bool {
        self.graph.next_from(role).next().is_some() || self.graph.entries_from(role).next().is_some()
    }
}

/// There is a road to every role for somebody who starts with nothing.
pub fn every_role_can_be_reached_from_nothing(roads: &Reachability<'_>, sink: &mut DiagnosticSink) {
    let index = JourneyIndex::new(&roads.graph, &roads.qualifications);
    let planner = Planner::new(&roads.graph, &roads.qualifications, &index);
    let reached: BTreeSet<&RoleId> =
        planner.within_reach(Waypoint::Qualification(Qualification::None)).into_iter().map(|role| &role.id).collect();
    for role in roads.graph.roles().iter().filter(|role| !reached.contains(&role.id)) {
        let message = format!("there is no road to {}", quoted(&role.title));
        let label = "cannot be reached by somebody who starts with nothing";
        let help = if role.entry_routes.is_empty() {
            "add a way in, or a progression that leads to it"
        } else {
            "what its ways in ask for cannot be reached either: mend that, or add a way in"
        };
        roads.report(&role.id, Code::NoRoad, message, label, help, sink);
    }
}

/// Every role has a way in, or something leads to it.
pub fn every_role_has_a_way_in(roads: &Reachability<'_>, sink: &mut DiagnosticSink) {
    let led_to = |role: &Role| roads.graph.leading_to(role).next().is_some();
    for role in roads.graph.roles().iter().filter(|role| role.entry_routes.is_empty() && !led_to(role)) {
        let message = format!("nothing leads to {}", quoted(&role.title));
        let label = "has no way in, and is nobody's progression";
        let help = "add an entry route, or a progression in another role's file";
        roads.report(&role.id, Code::NothingLeadsTo, message, label, help, sink);
    }
}

/// A role on the first two levels leads on, or a person has checked that no source says where.
pub fn a_role_on_the_first_levels_leads_on(roads: &Reachability<'_>, sink: &mut DiagnosticSink) {
    let checked = |role: &Role| roads.files.get(role.id.as_str()).is_some_and(|file| file.end_of_line);
    let low = |role: &&Role| role.levels.iter().all(|level| *level <= Level::Early);
    for role in roads.graph.roles().iter().filter(low).filter(|role| !roads.leads_on(role) && !checked(role)) {
        let message = format!("{} leads nowhere", quoted(&role.title));
        let label = "no progression, and no way into another role begins here";
        let help = "add a progression that a source gives; if none does, say so with `end_of_line: true`";
        roads.report(&role.id, Code::LeadsNowhere, message, label, help, sink);
    }
}
