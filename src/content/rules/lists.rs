//! The closed lists and what describes their words.

use crate::catalogue::model::vocabulary::Term;
use crate::content::code::Code;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::DiagnosticSink;
use crate::content::rules::context::RuleContext;
use crate::content::source::{FileId, Span, Spanned};

/// Every level, setting and qualification is described, and in the order that people know.
pub fn every_word_is_described_once_and_in_order(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let raw = data.raw;
    let (levels, settings, qualifications) = (&raw.levels, &raw.settings, &raw.qualifications);
    described(levels.file, levels.entries.iter().map(|entry| &entry.id).collect(), sink);
    described(settings.file, settings.entries.iter().map(|entry| &entry.id).collect(), sink);
    described(qualifications.file, qualifications.entries.iter().map(|entry| &entry.id).collect(), sink);
}

fn described<T: Term>(file: Option<FileId>, ids: Vec<&Spanned<T>>, sink: &mut DiagnosticSink) {
    let Some(file) = file else { return };
    // An id that could not be decoded may be the one that seems to be missing.
    if ids.iter().any(|id| id.is_placeholder()) {
        return;
    }
    // Nor is it known which word is missed where one stands twice, and that is reported as it is.
    let twice = T::ALL.iter().any(|word| ids.iter().filter(|id| id.value == *word).count() > 1);
    for word in T::ALL.iter().filter(|word| !twice && !ids.iter().any(|id| id.value == **word)) {
        let message = format!("no {} `{}` is described here", T::NAME, word.id());
        let help = format!("add one that begins with `- id: {}`; this list has every {}", word.id(), T::NAME);
        let last = ids.last().map_or(Span::top(file), |id| id.span);
        sink.add(Diagnostic::new(Code::ListIncomplete, last, message).label("the last one here").help(help));
    }
    let mut highest: Option<&Spanned<T>> = None;
    for id in ids {
        match highest {
            Some(before) if before.value > id.value => {
                let order = T::ALL.iter().map(|word| word.id()).collect::<Vec<_>>().join(", ");
                let message = format!("`{}` stands after `{}`", id.value.id(), before.value.id());
                sink.add(
                    Diagnostic::new(Code::ListOutOfOrder, id.span, message)
                        .related(before.span, "this one comes after it")
                        .help(format!("the order is {order}")),
                );
            }
            _ => highest = Some(id),
        }
    }
}

/// A climb begins at a lower qualification than it leads to.
pub fn a_climb_goes_up(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    for entry in &data.raw.qualifications.entries {
        let to = &entry.id;
        let written = |id: &&Spanned<_>| !id.is_placeholder() && !to.is_placeholder();
        for from in entry.climbs.iter().map(|climb| &climb.from).filter(written).filter(|from| from.value >= to.value) {
            let message = format!("no climb leads from `{}` up to `{}`", from.value.id(), to.value.id());
            sink.add(
                Diagnostic::new(Code::ClimbNotUp, from.span, message)
                    .label("not a lower qualification")
                    .related(to.span, "the climb leads here")
                    .help("`climbs` of an entry say how one gets to that entry, and from which lower one"),
            );
        }
    }
}
