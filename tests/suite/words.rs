//! The words of the interface: all stand in its Fluent files, each is used, and sentences are short.

use career_pathways::interface::shape::TAGS;
use career_pathways::interface::{MESSAGES, REFERENCE};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

use crate::architecture::{files, none};

const MOST_WORDS: usize = 20;

/// Attributes that are read out or shown.
const SPOKEN: [&str; 4] = ["aria-label=\"", "alt=\"", "title=\"", "placeholder=\""];

/// A template without its expressions, blocks and comments.
fn without_code(template: &str) -> String {
    let mut text = String::new();
    let mut rest = template;
    while let Some(at) = rest.find('{') {
        text.push_str(&rest[..at]);
        let end = match rest.get(at..at + 2) {
            Some("{{") => "}}",
            Some("{%") => "%}",
            Some("{#") => "#}",
            _ => "{",
        };
        rest = rest[at..].find(end).map_or("", |length| &rest[at + length + end.len()..]);
    }
    text + rest
}

/// The words of a template: its text, and the attributes that are read out or shown.
fn words(template: &str) -> Vec<String> {
    let plain = without_code(template);
    let attributes = SPOKEN.iter().flat_map(|name| plain.split(name).skip(1)).filter_map(|rest| rest.split('"').next());
    let texts = plain.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
    let found = texts.chain(attributes).filter(|text| text.contains(char::is_alphabetic));
    found.map(|text| text.trim().to_owned()).collect()
}

#[test]
fn the_words_of_a_template_are_found() {
    assert_eq!(words("{# a #}<p class=\"b\">{{ c }}{% if d > e %}<svg viewBox=\"0\">{% endif %} ×</p>"), [""; 0]);
    assert_eq!(words("<a href=\"/\">See {{ x }}</a><nav aria-label=\"Main\">"), ["See", "Main"]);
}

#[test]
fn no_template_has_words_of_its_own() {
    let templates = files("templates").into_iter().map(|(name, text)| (name, words(&text)));
    let with_words = templates.filter(|(_, words)| !words.is_empty());
    let fault = |(name, words)| format!("templates/{name} has words that belong to data/interface: {words:?}");
    none(&with_words.map(fault).collect::<Vec<_>>());
}

#[test]
fn each_message_is_used() {
    let users: String = files("src").into_values().chain(files("templates").into_values()).collect();
    // A word of a closed list names its message behind its id.
    let is_used = |name: &String| users.contains(&format!(".{name}(")) || users.contains(&format!("\", {name};"));
    let unused = MESSAGES.iter().map(|spec| spec.id.replace('-', "_")).filter(|name| !is_used(name));
    none(&unused.map(|name| format!("nobody uses the message {name}")).collect::<Vec<_>>());
}

/// A message without its markup.
fn without_tags(text: String) -> String {
    TAGS.iter().fold(text, |text, tag| text.replace(tag, ""))
}

/// A message at its longest. What is filled in counts as one word.
fn longest(pattern: &Pattern<&str>) -> String {
    let element = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => (*value).to_owned(),
        PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
            let all = variants.iter().map(|variant| longest(&variant.value));
            all.max_by_key(|text| text.split_whitespace().count()).unwrap_or_default()
        }
        PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) } => {
            (*value).to_owned()
        }
        PatternElement::Placeable { .. } => "something".to_owned(),
    };
    pattern.elements.iter().map(element).collect()
}

#[test]
fn no_sentence_is_longer_than_20_words_or_shouts() {
    let mut faults = Vec::new();
    for entry in parser::parse(REFERENCE).unwrap().body {
        let Entry::Message(message) = entry else { continue };
        let text = without_tags(longest(&message.value.unwrap()));
        for sentence in text.split_inclusive(['.', '?', '!', ':']) {
            let count = sentence.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
            if count > MOST_WORDS || sentence.ends_with('!') {
                faults.push(format!("{}: {count} words: {sentence}", message.id.name));
            }
        }
    }
    none(&faults);
}
