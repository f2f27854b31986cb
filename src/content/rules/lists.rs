//! The closed lists: how many entries each has, and in which order.

use crate::catalogue::model::indexes::MOST_TERMS;
use crate::content::code::Code;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::{DiagnosticSink, quoted};
use crate::content::raw_data::RawList;
use crate::content::rules::context::RuleContext;
use crate::content::source::{Span, Spanned};

/// The closed lists have no more entries than pages and tables have room for.
pub fn a_list_is_short(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let raw = data.raw;
    short(&raw.levels, |entry| &entry.id, "levels", sink);
    short(&raw.settings, |entry| &entry.id, "settings", sink);
    short(&raw.qualifications, |entry| &entry.id, "qualifications", sink);
    short(&raw.contacts, |entry| &entry.id, "kinds of contact", sink);
}

fn short<T>(list: &RawList<T>, id: impl Fn(&T) -> &Spanned<String>, what: &str, sink: &mut DiagnosticSink) {
    if let Some(beyond) = list.entries.get(MOST_TERMS) {
        let message = format!("there are {} {what}", list.entries.len());
        sink.add(
            Diagnostic::new(Code::ListTooLong, id(beyond).span, message)
                .label(format!("one more than {MOST_TERMS}"))
                .help(format!("make some of them one: the site has room for {MOST_TERMS}")),
        );
    }
}

/// There is a level with roles, a setting, and a qualification that asks for nothing.
pub fn a_list_has_what_every_site_needs(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let (levels, settings, qualifications) = (&data.raw.levels, &data.raw.settings, &data.raw.qualifications);
    if levels.complete && !levels.entries.iter().any(|entry| entry.roles) {
        let help = "roles need a level: take `roles: false` away from one";
        incomplete(levels, "there is no level with roles", help, sink);
    }
    if settings.complete && settings.entries.is_empty() {
        incomplete(settings, "there is no setting", "add an entry that begins with `- id:`", sink);
    }
    if qualifications.complete && !qualifications.entries.iter().any(|entry| entry.level.is_none()) {
        let help = "begin the list with what people have who hold no qualification: an entry without `level`";
        incomplete(qualifications, "there is no qualification without a level", help, sink);
    }
}

fn incomplete<T>(list: &RawList<T>, message: &str, help: &str, sink: &mut DiagnosticSink) {
    if let Some(file) = list.file {
        sink.add(Diagnostic::new(Code::ListIncomplete, Span::top(file), message).help(help));
    }
}

/// Qualifications stand lowest first, and only the first has no level.
pub fn qualifications_stand_lowest_first(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    for pair in data.raw.qualifications.entries.windows(2) {
        let [before, after] = pair else { continue };
        let level = |level: &Option<Spanned<u8>>| level.as_ref().map(|level| level.value);
        let is_placeholder = [&before.id, &after.id].into_iter().any(Spanned::is_placeholder);
        if !is_placeholder && level(&after.level) <= level(&before.level) {
            let message = format!("{} stands after {}", quoted(after.id.as_str()), quoted(before.id.as_str()));
            sink.add(
                Diagnostic::new(Code::ListOutOfOrder, after.id.span, message)
                    .label("not on a higher `level`")
                    .related(before.id.span, "the one before")
                    .help("order them by `level`, lowest first; only the first has none"),
            );
        }
    }
}

/// A climb begins at a lower qualification than it leads to.
pub fn a_climb_goes_up(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let entries = &data.raw.qualifications.entries;
    for (position, entry) in entries.iter().enumerate() {
        let is_lower = |id: &str| entries.iter().take(position).any(|entry| entry.id.as_str() == id);
        let is_known = |id: &str| entries.iter().any(|entry| entry.id.as_str() == id);
        let starts = entry.climbs.iter().map(|climb| &climb.from);
        for from in starts.filter(|from| is_known(from.as_str()) && !is_lower(from.as_str())) {
            let message = format!("no climb leads from {} up to {}", quoted(from.as_str()), quoted(entry.id.as_str()));
            sink.add(
                Diagnostic::new(Code::ClimbNotUp, from.span, message)
                    .label("not a lower qualification")
                    .related(entry.id.span, "the climb leads here")
                    .help("`climbs` of an entry say how one gets to that entry, and from which lower one"),
            );
        }
    }
}
