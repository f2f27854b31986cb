//! Rules on `synonyms.yaml`.

use std::collections::BTreeMap;

use crate::catalogue::search::words;
use crate::content::code::Code;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::DiagnosticSink;
use crate::content::rules::context::RuleContext;
use crate::content::source::Span;

/// A synonym has a meaning.
pub fn a_synonym_has_a_meaning(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    for entry in &data.raw.synonyms.entries {
        let means_something = !(entry.roles.is_empty() && entry.words.is_empty() && entry.filter.is_empty());
        if let Some(say) = entry.say.first().filter(|_| !means_something) {
            let message = format!("`{}` stands for nothing", say.value);
            let empty = Diagnostic::new(Code::SynonymMeansNothing, say.span, message).label("people say this");
            sink.add(empty.help("add the roles that it means: `roles: [nurse]`; or `words:`, or `filter:`"));
        }
    }
}

/// A synonym is in one entry, so that all its meanings are in one list.
pub fn a_synonym_is_in_one_entry(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let mut said: BTreeMap<String, (usize, Span)> = BTreeMap::new();
    for (index, entry) in data.raw.synonyms.entries.iter().enumerate() {
        for say in &entry.say {
            let (first, at) = *said.entry(words::key(say.as_str())).or_insert((index, say.span));
            if first != index {
                let message = format!("`{}` stands in two entries, or another form of it does", say.value);
                sink.add(
                    Diagnostic::new(Code::DuplicateItem, say.span, message)
                        .label("the second time")
                        .related(at, "the first time")
                        .help("leave one of them out; one entry says all that it means"),
                );
            }
        }
    }
}
