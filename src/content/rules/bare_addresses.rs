//! Addresses in texts that are no links.

use std::ops::Range;

use crate::content::code::Code;
use crate::content::decode::SpanMap;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::{DiagnosticSink, quoted};
use crate::content::links::is_host;
use crate::content::manifest::DataFile;
use crate::content::rules::texts::{Text, words};
use crate::content::source::SourceFile;
use crate::content::yaml::YamlNode;

/// An address in a text is a link, or stands where addresses belong.
pub fn an_address_is_a_link(root: &YamlNode, file: DataFile, source: &SourceFile, sink: &mut DiagnosticSink) {
    for text in words(root, file) {
        let Some(range) = bare(text.text) else { continue };
        let address = &text.text[range.clone()];
        let span = SpanMap::new(source, text.node.span, text.text).of(&range);
        let message = format!("{} is no link, because `https://` is missing", quoted(address));
        let bare = Diagnostic::new(Code::BareAddress, span, message).label("an address in words");
        sink.add(bare.help(help(&text, address)));
    }
}

fn help(text: &Text<'_>, address: &str) -> String {
    if text.is_markdown() {
        format!("write [words](https://{address})")
    } else {
        format!(
            "this text has no links: give the address as `url: https://{address}` where links belong, and name the site here"
        )
    }
}

/// The byte range of the first address that begins with `www.` and is no part of a whole one. The words of a link may be one.
fn bare(text: &str) -> Option<Range<usize>> {
    let lower = text.to_ascii_lowercase();
    lower.match_indices("www.").map(|(at, _)| at).find_map(|at| {
        let before = text[..at].chars().next_back();
        if before.is_some_and(|sign| sign.is_alphanumeric() || "/.@-_".contains(sign)) || is_of_link(text, at) {
            return None;
        }
        let rest = &text[at..];
        let end = rest.find(|sign: char| sign.is_whitespace() || "<>\"()[]".contains(sign)).unwrap_or(rest.len());
        let address = rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*']);
        is_host(address.split(['/', '?', '#', ':']).next().unwrap_or_default()).then_some(at..at + address.len())
    })
}

/// Whether a place is within the words of `[words](address)`, or the address, which is checked as one.
fn is_of_link(text: &str, at: usize) -> bool {
    if text[..at].ends_with("](") {
        return true;
    }
    let open = text[..at].rfind(['[', ']']).is_some_and(|bracket| text[bracket..].starts_with('['));
    open && text[at..].find(']').is_some_and(|end| text[at + end..].starts_with("]("))
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn only_addresses_without_a_scheme_are_bare() {
        for (text, address) in [
            ("See www.nhs.uk.", "www.nhs.uk"),
            ("(www.nhs.uk/jobs?a=b)", "www.nhs.uk/jobs?a=b"),
            ("WWW.NHS.UK", "WWW.NHS.UK"),
        ] {
            assert_eq!(bare(text).map(|range| &text[range]), Some(address), "{text}");
        }
        for text in
            ["[here](www.nhs.uk)", "https://www.nhs.uk", "[www.nhs.uk](https://www.nhs.uk)", "the www.", "awww.nhs.uk"]
        {
            assert_eq!(bare(text), None, "{text}");
        }
    }
}
