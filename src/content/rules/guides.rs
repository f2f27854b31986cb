//! Guides that pages link to.

use crate::catalogue::model::vocabulary::GuidePurpose;
use crate::content::code::Code;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::DiagnosticSink;
use crate::content::rules::context::RuleContext;
use crate::content::source::Span;

/// There is a guide for each purpose for which pages link to one: for advisers, from the foot of every page; on marks, from each
/// mark. A folder with a single guide is only begun, and may still lack the former.
pub fn pages_find_their_guides(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let raw = data.raw;
    let has = |purpose: GuidePurpose| {
        raw.guide_files().any(|guide| guide.purpose.as_ref().is_some_and(|written| written.value == purpose))
    };
    // An unreadable guide may be the one.
    if raw.cut_short || raw.unread_stems("guides").next().is_some() {
        return;
    }
    let mark = raw.role_files().find_map(|role| role.marks.first()).map(|mark| mark.kind.span);
    let site = raw.site.as_ref().filter(|_| raw.guides.len() > 1).map(|site| Span::top(site.name.span.file));
    let needed = [
        (site, GuidePurpose::Advisers, "the foot of every page and the start page leave a link out"),
        (mark, GuidePurpose::Marks, "the marks of roles lead to no explanation"),
    ];
    for (place, purpose, effect) in needed {
        let Some(place) = place.filter(|_| !has(purpose)) else { continue };
        let id = purpose.id();
        let message = format!("no guide has `purpose: {id}`, so {effect}");
        let missing = Diagnostic::new(Code::GuideMissing, place, message);
        sink.add(
            missing.help(format!(
                "put `purpose: {id}` into one of the files of guides/, or put back the guide that had it"
            )),
        );
    }
}
