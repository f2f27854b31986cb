//! Rules on `site.yaml`.

use url::{Host, Url};

use crate::content::code::Code;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::{DiagnosticSink, quoted};
use crate::content::links::{is_email, is_host};
use crate::content::rules::context::RuleContext;
use crate::content::schema::site::{AccessibilityKeys, SiteFile};
use crate::content::source::Spanned;

fn site<'a>(data: &RuleContext<'a>) -> Option<&'a SiteFile> {
    data.raw.site.as_ref()
}

/// The site's address is an origin that a browser can open.
pub fn the_address_is_an_origin(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let Some(url) = site(data).map(|site| &site.base_url).filter(|url| !url.is_placeholder()) else { return };
    if !is_origin(url.as_str()) {
        let message = format!("{} is not the address of a site", quoted(url.as_str()));
        let help = "write scheme and host, and nothing after it: `https://careers.example`";
        sink.add(Diagnostic::new(Code::BadUrl, url.span, message).help(help));
    }
}

/// Whether a text is scheme and host, and a browser can go there. A machine's own name has no dot.
fn is_origin(text: &str) -> bool {
    let Ok(url) = Url::parse(text) else { return false };
    let is_whole = match url.host() {
        Some(Host::Domain(name)) => is_host(name) || is_host(&format!("{name}.test")),
        Some(_) => true,
        None => false,
    };
    // What it has besides, such as a path, makes its origin another text. Upper-case letters do not.
    let rest = text.split_once("://").map_or("", |(_, rest)| rest);
    matches!(url.scheme(), "https" | "http")
        && is_whole
        && !rest.contains(['/', '?', '#', '@', '\\'])
        && !text.contains(char::is_whitespace)
        && !text.ends_with(':')
}

/// The contact is an e-mail address.
pub fn the_contact_is_an_email_address(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let Some(contact) = site(data).and_then(|site| site.contact.as_ref()) else { return };
    if !is_email(contact.as_str()) {
        let message = format!("{} is not an e-mail address", quoted(contact.as_str()));
        sink.add(Diagnostic::new(Code::BadUrl, contact.span, message).help("write it like `name@host.uk`"));
    }
}

/// The accessibility statement has no placeholder.
pub fn the_statement_is_filled_in(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let Some(statement) = site(data).map(|site| &site.accessibility) else { return };
    for text in texts(statement) {
        if let Some(left) = placeholder(text.as_str()) {
            sink.add(
                Diagnostic::new(Code::PlaceholderText, text.span, "this was left to be filled in")
                    .label(format!("there is {} in it", quoted(left)))
                    .help("the statement is a legal one: say what is true of this copy of the site"),
            );
        }
    }
}

fn texts(statement: &AccessibilityKeys) -> Vec<&Spanned<String>> {
    let enforcement = statement.enforcement.iter().flat_map(|it| [&it.title, &it.url]);
    [&statement.status, &statement.tested_how]
        .into_iter()
        .chain(&statement.known_issues)
        .chain(&statement.alternatives)
        .chain(enforcement)
        .collect()
}

/// The first placeholder in a text, such as `TODO`.
fn placeholder(text: &str) -> Option<&str> {
    let words = ["todo", "tbc", "tbd", "fixme", "lorem", "xxx", "placeholder"];
    let word =
        text.split(|c: char| !c.is_alphanumeric()).find(|word| words.contains(&word.to_ascii_lowercase().as_str()));
    let host = || ["example.com", "example.org", "example.net"].iter().find(|host| text.contains(**host)).copied();
    let bracket = || {
        let open = text.find('[')?;
        let close = text[open..].find(']')?;
        Some(&text[open..=open + close])
    };
    word.or_else(host).or_else(bracket)
}

#[cfg(test)]
mod tests {
    use super::placeholder;

    #[test]
    fn what_was_left_to_fill_in_is_found_and_words_that_hold_it_are_not() {
        assert_eq!(placeholder("TODO: ask"), Some("TODO"));
        assert_eq!(placeholder("Write to [name]."), Some("[name]"));
        assert_eq!(placeholder("See https://example.com/x"), Some("example.com"));
        assert_eq!(placeholder("Todos los textos, a placeholders' list"), None);
    }
}
