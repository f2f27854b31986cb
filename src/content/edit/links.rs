//! The links of a text with Markdown to a role.

use std::ops::Range;

use crate::content::edit::text_edit::TextEdit;
use crate::site_map::{self, SitePage};

/// The parameters of addresses that name a role.
const PARAMETERS: [&str; 3] = ["role", "from", "to"];

/// The edits that lead the links to a role within `range` to another one.
pub fn renamed(text: &str, range: Range<usize>, old: &str, new: &str) -> Vec<TextEdit> {
    let links = links(text, range).into_iter();
    links
        .filter_map(|link| {
            Some(TextEdit::new(link.address.clone(), address_renamed(text.get(link.address)?, old, new)?))
        })
        .collect()
}

/// The edits that leave of the links to a role within `range` only their words.
pub fn unlinked(text: &str, range: Range<usize>, id: &str) -> Vec<TextEdit> {
    let links = links(text, range).into_iter();
    let to_role = links.filter(|link| {
        let address = text.get(link.address.clone()).unwrap_or_default();
        address_renamed(address, id, "").is_some()
    });
    to_role.map(|link| TextEdit::new(link.whole, text.get(link.words).unwrap_or_default())).collect()
}

struct Link {
    whole: Range<usize>,
    words: Range<usize>,
    address: Range<usize>,
}

/// The links of the form `[words](/address)` to this site.
fn links(text: &str, range: Range<usize>) -> Vec<Link> {
    let mut found = Vec::new();
    let mut at = range.start;
    while let Some(middle) = text.get(at..range.end).and_then(|rest| rest.find("](/")).map(|found| at + found) {
        let start = text.get(range.start..middle).and_then(|before| before.rfind('[')).map(|found| range.start + found);
        let end = text.get(middle..range.end).and_then(|rest| rest.find(')')).map(|found| middle + found);
        let (Some(start), Some(end)) = (start, end) else { break };
        found.push(Link { whole: start..end + 1, words: start + 1..middle, address: middle + 2..end });
        at = end;
    }
    found
}

/// An address with a role in the place of another; `None` if it does not name that role.
fn address_renamed(address: &str, old: &str, new: &str) -> Option<String> {
    let (rest, fragment) = address.split_once('#').map_or((address, None), |(rest, fragment)| (rest, Some(fragment)));
    let (path, query) = rest.split_once('?').map_or((rest, None), |(path, query)| (path, Some(query)));
    let mut is_named = false;
    let mut renamed = match site_map::page_at(path) {
        Some(SitePage::Role(id)) if id == old => {
            is_named = true;
            path.replacen(old, new, 1)
        }
        _ => path.to_owned(),
    };
    if let Some(query) = query {
        let pairs = query.split('&').map(|pair| match pair.split_once('=') {
            Some((key, value)) if value == old && PARAMETERS.contains(&key) => {
                is_named = true;
                format!("{key}={new}")
            }
            _ => pair.to_owned(),
        });
        renamed = format!("{renamed}?{}", pairs.collect::<Vec<_>>().join("&"));
    }
    if let Some(fragment) = fragment {
        renamed = format!("{renamed}#{fragment}");
    }
    is_named.then_some(renamed)
}

#[cfg(test)]
mod tests {
    use super::{renamed, unlinked};
    use crate::content::edit::text_edit::apply;

    const TEXT: &str = "See [a nurse](/roles/nurse#ways), [both](/compare?role=nurse&role=porter), [other](/roles/nurse-lead) \
                        and [out](https://nurse.test/roles/nurse).";

    #[test]
    fn a_link_to_a_role_is_led_elsewhere_or_taken_away() {
        let after = apply(TEXT, renamed(TEXT, 0..TEXT.len(), "nurse", "ward-nurse"));
        assert!(after.contains("[a nurse](/roles/ward-nurse#ways)"), "{after}");
        assert!(after.contains("(/compare?role=ward-nurse&role=porter)"), "{after}");
        assert!(after.contains("(/roles/nurse-lead)") && after.contains("(https://nurse.test/roles/nurse)"), "{after}");
        let after = apply(TEXT, unlinked(TEXT, 0..TEXT.len(), "nurse"));
        assert!(after.starts_with("See a nurse, both, [other](/roles/nurse-lead)"), "{after}");
    }
}
