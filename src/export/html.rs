//! The tags of our own pages, with the place of each attribute.
//!
//! It reads what the templates of this program write: attributes in double quotes or without value, text escaped. An export reads
//! each page once, so this is a scan without a tree; the tests hold it against a parser of HTML.

use std::borrow::Cow;
use std::ops::Range;

/// A start or end tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tag<'h> {
    /// `a` for `<a href="…">` and for `</a>`.
    pub name: &'h str,
    /// Whether it is an end tag.
    pub is_end: bool,
    /// Where it is, from `<` to behind `>`.
    pub range: Range<usize>,
    attributes: &'h str,
    attributes_at: usize,
}

/// An attribute with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Attribute<'h> {
    /// Its name.
    pub name: &'h str,
    /// Its value, escaped as it is written.
    pub value: &'h str,
    /// Where the value is, without its quotes.
    pub range: Range<usize>,
}

impl<'h> Tag<'h> {
    /// Its attributes that have a value, in order.
    pub(super) fn attributes(&self) -> impl Iterator<Item = Attribute<'h>> + use<'h> {
        let (text, at) = (self.attributes, self.attributes_at);
        let mut done = 0;
        std::iter::from_fn(move || {
            let rest = &text[done..];
            let (before, after) = rest.split_once("=\"")?;
            let value = &after[..after.find('"')?];
            let name = before.rsplit(|letter: char| letter.is_ascii_whitespace()).next().unwrap_or(before);
            let start = done + before.len() + 2;
            done = start + value.len() + 1;
            Some(Attribute { name, value, range: at + start..at + start + value.len() })
        })
    }

    /// The value of an attribute, unescaped.
    pub(super) fn attribute(&self, name: &str) -> Option<Cow<'h, str>> {
        self.attributes().find(|attribute| attribute.name == name).map(|attribute| unescape(attribute.value))
    }
}

/// The tags of a page, in order; not those in comments, scripts and style sheets.
pub(super) fn tags(html: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut done = 0;
    std::iter::from_fn(move || {
        loop {
            let start = done + html[done..].find('<')?;
            if html[start..].starts_with("<!--") {
                done = start + html[start..].find("-->")? + 3;
                continue;
            }
            let tag = tag_at(html, start)?;
            done = tag.range.end;
            if matches!(tag.name, "script" | "style") && !tag.is_end {
                let end = html[done..].find(if tag.name == "script" { "</script" } else { "</style" })?;
                done += end;
            }
            return Some(tag);
        }
    })
}

/// The tag that begins at `<`; `None` where it does not end.
fn tag_at(html: &str, start: usize) -> Option<Tag<'_>> {
    let is_end = html[start + 1..].starts_with('/');
    let name_at = start + 1 + usize::from(is_end);
    let name_len =
        html[name_at..].find(|letter: char| letter.is_ascii_whitespace() || letter == '>' || letter == '/')?;
    let attributes_at = name_at + name_len;
    let mut end = attributes_at;
    loop {
        end += html[end..].find(['"', '>'])?;
        if html.as_bytes().get(end) == Some(&b'>') {
            break;
        }
        end += 1;
        end += html[end..].find('"')? + 1;
    }
    let name = &html[name_at..attributes_at];
    Some(Tag { name, is_end, range: start..end + 1, attributes: &html[attributes_at..end], attributes_at })
}

/// The attributes that hold addresses which a page is made of or leads to.
pub(super) fn is_address(name: &str) -> bool {
    matches!(name, "href" | "src")
}

/// A value without escapes: those that askama writes, and those that people write into templates.
pub(super) fn unescape(value: &str) -> Cow<'_, str> {
    const ESCAPES: [(&str, &str); 9] = [
        ("&amp;", "&"),
        ("&#38;", "&"),
        ("&lt;", "<"),
        ("&#60;", "<"),
        ("&gt;", ">"),
        ("&#62;", ">"),
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#39;", "'"),
    ];
    if !value.contains('&') {
        return Cow::Borrowed(value);
    }
    let mut plain = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let (escaped, letter) =
            ESCAPES.into_iter().find(|(escaped, _)| rest.starts_with(escaped)).unwrap_or(("&", "&"));
        plain.push_str(letter);
        rest = &rest[escaped.len()..];
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

/// A value with escapes, for an attribute in double quotes.
pub(super) fn escape(value: &str) -> Cow<'_, str> {
    if value.contains(['&', '"', '<']) {
        Cow::Owned(value.replace('&', "&#38;").replace('"', "&#34;").replace('<', "&#60;"))
    } else {
        Cow::Borrowed(value)
    }
}

#[cfg(test)]
mod tests {
    use super::{escape, tags, unescape};

    #[test]
    fn attributes_are_found_where_they_stand() {
        let html = "<!DOCTYPE html>\n<a class=\"x\" href=\"/a?b=1&#38;c=2\"\ndownload>A &lt; B</a><br/><i>";
        let found: Vec<_> = tags(html).map(|tag| (tag.name, tag.is_end)).collect();
        assert_eq!(found, [("!DOCTYPE", false), ("a", false), ("a", true), ("br", false), ("i", false)]);
        let link = tags(html).find(|tag| tag.name == "a").unwrap();
        assert_eq!(link.attribute("href").unwrap(), "/a?b=1&c=2");
        assert_eq!(link.attribute("download"), None);
        let href = link.attributes().find(|attribute| attribute.name == "href").unwrap();
        assert_eq!(&html[href.range], "/a?b=1&#38;c=2");
    }

    #[test]
    fn scripts_comments_and_quoted_signs_hold_no_tags() {
        let html =
            "<script type=\"a/b\">\"<a href='/no'>\"</script><!-- <a href=\"/no\"> --><p title=\"a > b\">x</p><a href=";
        let found: Vec<_> = tags(html).map(|tag| (tag.name, tag.is_end)).collect();
        assert_eq!(found, [("script", false), ("script", true), ("p", false), ("p", true)]);
    }

    #[test]
    fn what_was_escaped_is_read_again() {
        for text in ["a&b=\"<c>\"'d", "", "a", "&amp;", "é&"] {
            assert_eq!(unescape(&escape(text)), text);
        }
    }
}
