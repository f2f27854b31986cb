//! Rules on role files.

use std::collections::BTreeMap;

use crate::content::code::Code;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::{DiagnosticSink, quoted};
use crate::content::rules::context::RuleContext;
use crate::content::schema::vocabulary::LevelEntry;
use crate::content::source::{Span, Spanned};

/// No role is on a level that is only guidance.
pub fn no_role_is_on_a_guidance_level(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let guidance: Vec<&LevelEntry> = data.raw.levels.entries.iter().filter(|entry| !entry.roles).collect();
    for level in data.raw.role_files().flat_map(|role| &role.levels) {
        let Some(entry) = guidance.iter().find(|entry| entry.id.value == level.value) else { continue };
        let message = format!("no role stands on the level {}", quoted(level.as_str()));
        sink.add(
            Diagnostic::new(Code::LevelNotForRoles, level.span, message)
                .label("this level is only guidance")
                .related(entry.id.span, "it has `roles: false`")
                .help("put the role on another level, or take `roles: false` away"),
        );
    }
}

/// A progression leads to another role.
pub fn a_progression_leads_to_another_role(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    for role in data.raw.role_files() {
        for to in role.progressions.iter().map(|step| &step.to).filter(|to| same(to, &role.id)) {
            sink.add(
                Diagnostic::new(Code::ProgressionToItself, to.span, format!("{} leads to itself", quoted(to.as_str())))
                    .label("this very role")
                    .help("name another role, or take the progression away"),
            );
        }
    }
}

/// A progression is written once.
pub fn a_progression_is_written_once(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    for role in data.raw.role_files() {
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        for to in role.progressions.iter().map(|step| &step.to).filter(|to| !to.is_placeholder()) {
            match seen.get(to.as_str()) {
                Some(first) => sink.add(
                    Diagnostic::new(
                        Code::DuplicateProgression,
                        to.span,
                        format!("this role leads to {} twice", quoted(to.as_str())),
                    )
                    .label("the second time")
                    .related(*first, "the first time")
                    .help("make the two one progression, with the sources of both"),
                ),
                None => {
                    seen.insert(to.as_str(), to.span);
                }
            }
        }
    }
}

/// A role that is said to be the end of its line leads to no other.
pub fn the_end_of_a_line_leads_nowhere(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    for role in data.raw.role_files().filter(|role| role.end_of_line) {
        if let Some(step) = role.progressions.first() {
            let message = format!("this role is the end of its line, and leads to {}", quoted(step.to.as_str()));
            let both = Diagnostic::new(Code::EndLeadsOn, step.to.span, message).label("leads on here");
            sink.add(both.help("take `end_of_line` away, or the progressions"));
        }
    }
}

/// A way into a role does not begin at the role.
pub fn a_way_in_does_not_begin_at_its_own_role(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    for role in data.raw.role_files() {
        for from in role.entry_routes.iter().flat_map(|entry| &entry.from).filter(|from| same(from, &role.id)) {
            let message = format!("a way into {} begins at the role itself", quoted(from.as_str()));
            sink.add(
                Diagnostic::new(Code::EntryFromItself, from.span, message)
                    .label("this very role")
                    .help("name the qualification or the other role that one comes from"),
            );
        }
    }
}

/// A role is not a kind of itself.
pub fn a_role_is_not_a_kind_of_itself(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    for role in data.raw.role_files() {
        if let Some(family) = role.family.as_ref().filter(|family| same(family, &role.id)) {
            let message = format!("{} is a kind of itself", quoted(family.as_str()));
            sink.add(
                Diagnostic::new(Code::FamilyOfItself, family.span, message)
                    .label("this very role")
                    .help("name the wider role, or leave `family` out"),
            );
        }
    }
}

/// A role of which there are kinds is itself no kind of another.
pub fn a_kind_of_a_role_has_no_kinds_itself(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let families: BTreeMap<&str, &Spanned<String>> =
        data.raw.roles.iter().filter_map(|page| Some((page.stem.as_str(), page.content.family.as_ref()?))).collect();
    for role in data.raw.role_files() {
        let Some(family) = role.family.as_ref().filter(|family| !same(family, &role.id)) else { continue };
        if let Some(wider) = families.get(family.as_str()).filter(|wider| wider.as_str() != family.as_str()) {
            let message = format!("{} is itself a kind of {}", quoted(family.as_str()), quoted(wider.as_str()));
            sink.add(
                Diagnostic::new(Code::FamilyChain, family.span, message)
                    .label("not the widest role")
                    .related(wider.span, "said here")
                    .help(format!("write `family: {}`", wider.as_str())),
            );
        }
    }
}

fn same(id: &Spanned<String>, own: &Spanned<String>) -> bool {
    !own.is_placeholder() && id.value == own.value
}
