//! Texts that were left to be filled in.

use crate::content::code::Code;
use crate::content::decode::LONGEST_TEXT;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::{DiagnosticSink, quoted};
use crate::content::manifest::DataFile;
use crate::content::rules::texts::{Text, texts};
use crate::content::source::SourceFile;
use crate::content::yaml::YamlNode;

/// Words that stand for others.
const WORDS: [&str; 7] = ["todo", "tbc", "tbd", "fixme", "lorem", "xxx", "placeholder"];
/// Hosts of examples (RFC 2606).
const HOSTS: [&str; 3] = ["example.com", "example.org", "example.net"];
/// The keys of the accessibility statement in `site.yaml`.
const STATEMENT: [&str; 4] = ["status", "tested_how", "known_issues", "alternatives"];

/// No text was left to be filled in.
pub fn no_text_is_left_to_be_filled_in(
    root: &YamlNode,
    file: DataFile,
    _source: &SourceFile,
    sink: &mut DiagnosticSink,
) {
    // The address of the body that enforces the law is a part of the statement.
    let is_address = |text: &Text<'_>| file == DataFile::Site && text.key == "url";
    let is_statement = |text: &Text<'_>| file == DataFile::Site && STATEMENT.contains(&text.key) || is_address(text);
    let has_words = !matches!(file, DataFile::Synonyms | DataFile::Matcher | DataFile::Interface);
    let is_asked = |text: &Text<'_>| text.is_words() || is_address(text);
    for text in texts(root).filter(|text| has_words && is_asked(text) && text.text.len() <= LONGEST_TEXT) {
        let in_statement = || host(text.text).or_else(|| bracket(text.text)).filter(|_| is_statement(&text));
        let left = placeholder(text.text).or_else(in_statement);
        let Some(left) = left else { continue };
        let help = match is_statement(&text) {
            true => "the statement is a legal one: say what is true of this copy of the site",
            false => "say what is so; a key that nothing is known of may be left out",
        };
        let found = Diagnostic::new(Code::PlaceholderText, text.node.span, "this was left to be filled in");
        sink.add(found.label(format!("there is {} in it", quoted(left))).help(help));
    }
}

/// The first word in a text that stands for others, such as `TODO`.
fn placeholder(text: &str) -> Option<&str> {
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    words.find(|word| WORDS.iter().any(|other| word.eq_ignore_ascii_case(other)))
}

/// The host of an example in a text.
fn host(text: &str) -> Option<&'static str> {
    HOSTS.iter().find(|host| text.contains(**host)).copied()
}

/// The first words in square brackets, which in a text without Markdown stand for others.
fn bracket(text: &str) -> Option<&str> {
    let open = text.find('[')?;
    let close = text[open..].find(']')?;
    Some(&text[open..=open + close])
}

#[cfg(test)]
mod tests {
    use super::{bracket, host, placeholder};

    #[test]
    fn what_was_left_to_fill_in_is_found_and_words_that_hold_it_are_not() {
        assert_eq!(placeholder("TODO: ask"), Some("TODO"));
        assert_eq!(host("See https://example.com/x"), Some("example.com"));
        assert_eq!(bracket("Write to [name]."), Some("[name]"));
        assert_eq!(placeholder("Todos los textos, a placeholders' list"), None);
    }
}
