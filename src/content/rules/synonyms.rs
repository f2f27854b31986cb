//! Rules on `synonyms.yaml`.

use std::collections::BTreeMap;

use crate::catalogue::search::words::{key, whole_key, words};
use crate::content::code::Code;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::{DiagnosticSink, quoted};
use crate::content::rules::context::RuleContext;
use crate::content::source::Span;
use crate::interface::Language;

/// A synonym has a meaning.
pub fn a_synonym_has_a_meaning(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    for entry in &data.raw.synonyms.entries {
        let pages = [&entry.guides, &entry.pathways, &entry.organisations];
        let names_something = pages.into_iter().chain([&entry.roles, &entry.words]).any(|named| !named.is_empty());
        let means_something = names_something || !entry.filter.is_empty() || entry.note.is_some();
        if let Some(say) = entry.say.first().filter(|_| !means_something) {
            let message = format!("`{}` stands for nothing", say.value);
            let empty = Diagnostic::new(Code::SynonymMeansNothing, say.span, message).label("people say this");
            sink.add(
                empty.help(
                    "add the roles that it means: `roles: [nurse]`; or `words:`, `filter:`, `guides:` or `note:`",
                ),
            );
        }
    }
}

/// The language of a synonym has a valid tag.
pub fn the_language_of_a_synonym_is_one(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    for language in data.raw.synonyms.entries.iter().filter_map(|entry| entry.language.as_ref()) {
        if !language.value.parse::<Language>().is_ok_and(|tag| tag.to_string() == language.value) {
            let message = format!("{} is the name of no language", quoted(language.as_str()));
            let help = "write it as web pages do: `pl`, `pt-BR`";
            sink.add(Diagnostic::new(Code::UnknownLanguage, language.span, message).help(help));
        }
    }
}

/// A synonym is in one entry, so that all its meanings are in one list. One that makes choices or is told something is compared
/// with all its words: "learn on the job" is not "learn".
pub fn a_synonym_is_in_one_entry(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let mut said: BTreeMap<String, (usize, Span)> = BTreeMap::new();
    for (index, entry) in data.raw.synonyms.entries.iter().enumerate() {
        let is_instruction = !entry.filter.is_empty() || entry.note.is_some();
        for say in &entry.say {
            let key = if is_instruction { whole_key(&words(say.as_str())) } else { key(say.as_str()) };
            let (first, at) = *said.entry(key).or_insert((index, say.span));
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
