//! A message with links or emphasis, as HTML.

use std::fmt::{self, Display, Formatter, Write as _};

use fluent_bundle::FluentValue;

use super::shape::TAGS;

/// Stands for `<` in a text that fills a variable, so that nothing a visitor or an editor wrote is taken for markup.
const LESS_THAN: char = '\u{e000}';

/// A value of a variable, in which nothing is markup.
pub(super) fn without_tags(value: FluentValue<'_>) -> FluentValue<'_> {
    match value {
        FluentValue::String(text) if text.contains('<') => text.replace('<', &LESS_THAN.to_string()).into(),
        other => other,
    }
}

/// A text as a link.
pub(super) fn link(text: &str) -> String {
    format!("<a>{}</a>", text.replace('<', &LESS_THAN.to_string()))
}

/// A message with links or emphasis. It is shown as HTML: its text is escaped, and the links have their addresses. A link
/// whose address is empty is text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Markup {
    text: String,
    addresses: Vec<String>,
}

impl Markup {
    /// A text with [`TAGS`](super::shape::TAGS), and the addresses of its links, in order.
    pub(super) fn new(text: String, addresses: Vec<String>) -> Self {
        Self { text, addresses }
    }

    /// The text alone.
    #[must_use]
    pub fn text(&self) -> String {
        let without = TAGS.iter().fold(self.text.clone(), |text, tag| text.replace(tag, ""));
        without.replace(LESS_THAN, "<")
    }

    /// Its lines, for a message that is a list. Each has the addresses of its own links.
    #[must_use]
    pub fn lines(&self) -> Vec<Self> {
        let mut addresses = self.addresses.iter();
        let line = |line: &str| {
            let links = TAGS.iter().take(2).map(|tag| line.matches(tag).count()).sum();
            Self::new(line.to_owned(), addresses.by_ref().take(links).cloned().collect())
        };
        self.text.lines().map(line).collect()
    }
}

impl Display for Markup {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut addresses = self.addresses.iter();
        let mut is_link = false;
        let mut rest = self.text.as_str();
        while let Some(at) = rest.find('<') {
            escape(&rest[..at], f)?;
            rest = &rest[at..];
            let length = rest.find('>').map_or(1, |end| end + 1);
            match &rest[..length] {
                tag @ ("<a>" | "<a download>") => {
                    let address = addresses.next().map_or("", String::as_str);
                    is_link = !address.is_empty();
                    if is_link {
                        f.write_str("<a href=\"")?;
                        escape(address, f)?;
                        f.write_str(if tag == "<a>" { "\">" } else { "\" download>" })?;
                    }
                }
                "</a>" if !is_link => {}
                tag if TAGS.contains(&tag) => f.write_str(tag)?,
                _ => {
                    escape("<", f)?;
                    rest = &rest[1..];
                    continue;
                }
            }
            rest = &rest[length..];
        }
        escape(rest, f)
    }
}

/// Writes a text with the characters of markup as entities, spelled as the templates' own escaper does.
fn escape(text: &str, f: &mut Formatter<'_>) -> fmt::Result {
    for character in text.chars() {
        match character {
            '<' | LESS_THAN => f.write_str("&#60;")?,
            '>' => f.write_str("&#62;")?,
            '&' => f.write_str("&#38;")?,
            '"' => f.write_str("&#34;")?,
            '\'' => f.write_str("&#39;")?,
            other => f.write_char(other)?,
        }
    }
    Ok(())
}

/// It escapes its own text.
impl askama::filters::HtmlSafe for Markup {}

#[cfg(test)]
mod tests {
    use super::Markup;

    fn html(text: &str, addresses: &[&str]) -> String {
        Markup::new(text.to_owned(), addresses.iter().map(|&address| address.to_owned()).collect()).to_string()
    }

    #[test]
    fn links_have_their_addresses_in_order() {
        assert_eq!(
            html("See <a>this</a> or take <a download>that</a>.", &["/roles", "/pack.brf?a=1&b=2"]),
            "See <a href=\"/roles\">this</a> or take <a href=\"/pack.brf?a=1&#38;b=2\" download>that</a>."
        );
    }

    #[test]
    fn a_link_without_an_address_is_text() {
        assert_eq!(html("See <a>this</a> and <a>that</a>.", &["", "/x"]), "See this and <a href=\"/x\">that</a>.");
        let marked = Markup::new("<a>This</a> <strong>is</strong> \u{e000}b>".to_owned(), vec![String::new()]);
        assert_eq!(marked.text(), "This is <b>");
    }

    #[test]
    fn each_line_has_its_own_links() {
        let addresses = ["/x", "/y", "/z"].map(str::to_owned).to_vec();
        let list = Markup::new("<a>one</a>\ntwo\n<a>three</a>, <a>four</a>".to_owned(), addresses);
        let lines: Vec<String> = list.lines().iter().map(ToString::to_string).collect();
        let expected = ["<a href=\"/x\">one</a>", "two", "<a href=\"/y\">three</a>, <a href=\"/z\">four</a>"];
        assert_eq!(lines, expected);
    }

    #[test]
    fn all_else_is_text() {
        assert_eq!(
            html("1 < 2 & <b>\"<strong>so</strong>\"", &[]),
            "1 &#60; 2 &#38; &#60;b&#62;&#34;<strong>so</strong>&#34;"
        );
        assert_eq!(html("<", &[]), "&#60;");
    }
}
