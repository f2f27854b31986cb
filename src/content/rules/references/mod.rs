//! References: what one file says of another.

mod known;

use std::collections::BTreeMap;

use crate::content::code::Code;
use crate::content::decode::{ReferenceTarget, Referrer};
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::{DiagnosticSink, quoted};
use crate::content::rules::context::RuleContext;
use crate::content::source::{Span, Spanned};
use crate::site_map::{self, SitePage};
use known::Known;

/// Everything that a file refers to is there. What several places lack is reported once, with all of them.
pub fn every_reference_leads_somewhere(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let known = Known::of(data);
    let mut missing: Vec<Missing<'_>> = Vec::new();
    let mut found: BTreeMap<(Code, &str), usize> = BTreeMap::new();
    for reference in &data.raw.references {
        match &reference.by {
            Referrer::EmptyList(key, span) => add_empty_list(reference.to, key, *span, (data, &known), sink),
            Referrer::Id(said, id) if !id.is_placeholder() => {
                let Some((to, name)) = named(reference.to, id.as_str()) else {
                    broken(id, sink);
                    continue;
                };
                if known.ids(to).is_none_or(|ids| !ids.lacks(name)) {
                    continue;
                }
                match found.get(&(code(to), name)) {
                    Some(first) => missing[*first].also.push(id.span),
                    None => {
                        found.insert((code(to), name), missing.len());
                        missing.push(Missing { to, id: name, said, at: id.span, also: Vec::new() });
                    }
                }
            }
            Referrer::Id(..) => {}
        }
    }
    for missing in missing {
        missing.report(data, &known, sink);
    }
}

/// The entity that a reference names; `None` for the path of a page that no site has. Fixed pages have no entity: the role with the
/// empty id is never asked for.
fn named(to: ReferenceTarget, id: &str) -> Option<(ReferenceTarget, &str)> {
    if to != ReferenceTarget::Page {
        return Some((to, id));
    }
    let path = id.split(['?', '#']).next().unwrap_or_default();
    Some(match site_map::page_at(path)? {
        SitePage::Fixed => (ReferenceTarget::Page, path),
        SitePage::Role(id) => (ReferenceTarget::Role, id),
        SitePage::Guide(id) => (ReferenceTarget::Guide, id),
        SitePage::Pathway(id) => (ReferenceTarget::Pathway, id),
        SitePage::Category(id) => (ReferenceTarget::Category, id),
        SitePage::Level(id) => (ReferenceTarget::Level, id),
        SitePage::Setting(id) => (ReferenceTarget::Setting, id),
    })
}

/// An id that no entity has, and the places that name it.
struct Missing<'a> {
    to: ReferenceTarget,
    id: &'a str,
    said: &'static str,
    at: Span,
    also: Vec<Span>,
}

impl Missing<'_> {
    fn report(mut self, data: &RuleContext<'_>, known: &Known<'_>, sink: &mut DiagnosticSink) {
        let Some(ids) = known.ids(self.to) else { return };
        let (name, _) = self.to.name();
        // In the order of the files: decoding asks for some keys before others.
        self.also.push(self.at);
        self.also.sort();
        self.at = self.also.remove(0);
        let message = match self.also.len() {
            0 => format!("{} that does not exist", self.said),
            more => format!("{} places name {name} that does not exist: {}", more + 1, quoted(self.id)),
        };
        let former = || {
            let mut roles = data.raw.role_files();
            let renamed = roles.find(|role| role.former_ids.iter().any(|former| former.as_str() == self.id))?;
            Some(format!("its id is now `{}`: write that", renamed.id.as_str()))
        };
        let other = || {
            let (kind, key) = known.kind_of(self.id)?.name();
            let home = key.map_or_else(String::new, |key| format!(": write it under `{key}`"));
            Some(format!("{} is {kind}, and {name} is asked for here{home}", quoted(self.id)))
        };
        let is_of_roles = matches!(self.to, ReferenceTarget::Role | ReferenceTarget::Beginning);
        let help = former().filter(|_| is_of_roles).or_else(other);
        let help = help.unwrap_or_else(|| match self.also.len() {
            0..3 => ids.help(self.id, sink),
            _ => {
                let hint = ids.hint(self.id, sink).map_or_else(String::new, |hint| format!(" ({hint})"));
                format!("if it was renamed, write its new id in each place{hint}; if it was taken away, put it back or take these lines away")
            }
        });
        let unknown = Diagnostic::new(code(self.to), self.at, message).label(ids.label(self.id));
        sink.add(unknown.also(self.also).help(help));
    }
}

fn code(to: ReferenceTarget) -> Code {
    match to {
        ReferenceTarget::Page => Code::BrokenOwnLink,
        ReferenceTarget::Role | ReferenceTarget::Beginning => Code::UnknownRole,
        ReferenceTarget::Level => Code::UnknownLevel,
        ReferenceTarget::Setting => Code::UnknownSetting,
        ReferenceTarget::Qualification | ReferenceTarget::StartingPoint => Code::UnknownQualification,
        ReferenceTarget::Contact => Code::UnknownContact,
        ReferenceTarget::Category => Code::UnknownCategory,
        ReferenceTarget::Source => Code::UnknownSource,
        ReferenceTarget::Organisation => Code::UnknownOrganisation,
        ReferenceTarget::WordList => Code::UnknownWordList,
        ReferenceTarget::PayChoice => Code::UnknownPayBand,
        ReferenceTarget::PayScheme => Code::UnknownPayScheme,
        ReferenceTarget::Fact => Code::UnknownFact,
        ReferenceTarget::Guide => Code::UnknownGuide,
        ReferenceTarget::Pathway => Code::UnknownPathway,
    }
}

/// Reports a list of ids that needs one and has none, with what it could have.
fn add_empty_list(
    to: ReferenceTarget,
    key: &str,
    span: Span,
    (data, known): (&RuleContext<'_>, &Known<'_>),
    sink: &mut DiagnosticSink,
) {
    let Some(ids) = known.ids(to) else { return };
    // No role stands on a level that is only guidance.
    let is_guidance = |id: &str| {
        to == ReferenceTarget::Level && data.raw.levels.entries.iter().any(|level| level.id.value == id && !level.roles)
    };
    let help = match ids.choices(is_guidance) {
        Some(choices) => format!("add at least one of {choices}"),
        None => format!("add at least one id of {}", ids.home()),
    };
    let message = format!("`{key}` needs at least one item");
    sink.add(Diagnostic::new(Code::EmptyList, span, message).label("none here").help(help));
}

fn broken(path: &Spanned<String>, sink: &mut DiagnosticSink) {
    let help = "pages are at /roles/…, /guides/…, /pathways/…, /levels/…, /settings/…, /categories/…";
    let broken = Diagnostic::new(Code::BrokenOwnLink, path.span, "the text links to a page that this site has not");
    sink.add(broken.label(format!("there is no {}", quoted(path.as_str()))).help(help));
}
