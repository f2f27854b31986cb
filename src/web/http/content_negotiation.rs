//! Content encoding and conditional requests.

use axum::http::header::{ACCEPT_ENCODING, HeaderMap, HeaderValue, IF_MATCH, IF_NONE_MATCH};
use sha2::{Digest as _, Sha256};

/// A content encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// None.
    Identity,
    /// gzip.
    Gzip,
    /// Brotli.
    Brotli,
}

/// The smallest body that is compressed, in bytes: below it, compression saves nothing.
const SMALLEST: usize = 200;

impl Encoding {
    /// The encoding with the highest weight in `Accept-Encoding` (RFC 9110, section 12.5.3): of equal ones Brotli, then gzip,
    /// then none. A body without encoding, where the request does not name it, ranks last.
    #[must_use]
    pub fn preferred(headers: &HeaderMap) -> Self {
        let (mut brotli, mut gzip, mut identity, mut any) = (None, None, None, None);
        for line in headers.get_all(ACCEPT_ENCODING) {
            for item in line.to_str().unwrap_or_default().split(',') {
                let mut parts = item.split(';').map(str::trim);
                let slot = match parts.next().unwrap_or_default() {
                    name if name.eq_ignore_ascii_case("br") => &mut brotli,
                    name if name.eq_ignore_ascii_case("gzip") || name.eq_ignore_ascii_case("x-gzip") => &mut gzip,
                    name if name.eq_ignore_ascii_case("identity") => &mut identity,
                    "*" => &mut any,
                    _ => continue,
                };
                *slot = Some(parts.find_map(weight).unwrap_or(MOST_WEIGHT));
            }
        }
        let mut best = (Self::Identity, 0);
        for (encoding, named) in [(Self::Brotli, brotli), (Self::Gzip, gzip), (Self::Identity, identity)] {
            let weight = named.or(any).unwrap_or(0);
            if weight > best.1 {
                best = (encoding, weight);
            }
        }
        best.0
    }

    /// The value of `Content-Encoding`.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::Identity => None,
            Self::Gzip => Some("gzip"),
            Self::Brotli => Some("br"),
        }
    }
}

/// The weight of an item that names none, in thousandths.
const MOST_WEIGHT: u16 = 1000;

/// The weight that a parameter gives, in thousandths; 0 where it is not a number of RFC 9110, section 12.4.2. `None` for any
/// other parameter.
fn weight(parameter: &str) -> Option<u16> {
    let (name, value) = parameter.split_once('=')?;
    name.eq_ignore_ascii_case("q").then(|| thousandths(value).unwrap_or(0))
}

fn thousandths(weight: &str) -> Option<u16> {
    let (whole, decimals) = weight.split_once('.').unwrap_or((weight, ""));
    if decimals.len() > 3 || !decimals.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let decimals: u16 = format!("{decimals:0<3}").parse().ok()?;
    match (whole, decimals) {
        ("0", _) => Some(decimals),
        ("1", 0) => Some(MOST_WEIGHT),
        _ => None,
    }
}

/// Whether a body of this type and size is worth compressing.
#[must_use]
pub fn is_compressible(content_type: Option<&HeaderValue>, bytes: usize) -> bool {
    let content_type = content_type.and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    let is_text = essence.starts_with("text/")
        || ["+json", "+xml", "/json", "/xml"].iter().any(|ending| essence.ends_with(ending));
    is_text && bytes >= SMALLEST
}

/// The entity tag of this content: SHA-256, cut to 64 bits. Weak, since it is the same for every encoding.
#[must_use]
pub fn etag(plain: &[u8]) -> HeaderValue {
    let hash: String = Sha256::digest(plain).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    HeaderValue::try_from(format!("W/\"{hash}\"")).unwrap_or_else(|_| HeaderValue::from_static("W/\"\""))
}

/// Whether `If-None-Match` of a request matches an entity tag, by weak comparison (RFC 9110, section 13.1.2).
#[must_use]
pub fn none_matches(request: &HeaderMap, etag: &HeaderValue) -> bool {
    let wanted = opaque(etag.as_bytes());
    let mut lines = request.get_all(IF_NONE_MATCH).iter().map(|line| line.as_bytes().trim_ascii());
    lines.any(|line| line == b"*" || EntityTags(line).any(|tag| opaque(tag) == wanted))
}

/// Whether `If-Match` of a request asks for another representation than ours: our tags are weak, and none is the same by the strong
/// comparison that it asks for, so that only `*` is met (RFC 9110, section 13.1.1).
#[must_use]
pub fn precondition_fails(request: &HeaderMap) -> bool {
    let mut lines = request.get_all(IF_MATCH).iter().map(|line| line.as_bytes().trim_ascii()).peekable();
    lines.peek().is_some() && !lines.any(|line| line == b"*")
}

/// An entity tag without the mark of a weak one.
fn opaque(tag: &[u8]) -> &[u8] {
    tag.strip_prefix(b"W/").unwrap_or(tag)
}

/// The entity tags of a list. A tag may hold commas; what is not a tag ends at the next comma and is passed over.
struct EntityTags<'l>(&'l [u8]);

impl<'l> Iterator for EntityTags<'l> {
    type Item = &'l [u8];

    fn next(&mut self) -> Option<&'l [u8]> {
        loop {
            let blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b',');
            let rest = &self.0[self.0.iter().position(|byte| !blank(byte))?..];
            let mark = if rest.starts_with(b"W/") { 2 } else { 0 };
            let quoted = rest[mark..].strip_prefix(b"\"");
            let closing = quoted.and_then(|text| text.iter().position(|byte| *byte == b'"'));
            let end = closing.map_or(0, |closing| mark + closing + 2);
            let comma = rest[end..].iter().position(|byte| *byte == b',').map_or(rest.len(), |comma| end + comma);
            self.0 = &rest[comma..];
            if end > 0 && rest[end..comma].trim_ascii().is_empty() {
                return Some(&rest[..end]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use axum::http::header::{ACCEPT_ENCODING, HeaderMap, HeaderValue, IF_NONE_MATCH};

    use super::{Encoding, none_matches};

    fn preferred(accept: &'static str) -> Encoding {
        Encoding::preferred(&HeaderMap::from_iter([(ACCEPT_ENCODING, HeaderValue::from_static(accept))]))
    }

    #[test]
    fn the_best_accepted_encoding_is_chosen() {
        assert_eq!(preferred("gzip, deflate, br, zstd"), Encoding::Brotli);
        assert_eq!(preferred("gzip, deflate"), Encoding::Gzip);
        assert_eq!(preferred("gzip;q=1.0, br;q=0.5"), Encoding::Gzip);
        assert_eq!(preferred("GZIP"), Encoding::Gzip);
        assert_eq!(preferred("*"), Encoding::Brotli);
        assert_eq!(preferred("br;q=0, *;q=0.1"), Encoding::Gzip);
        assert_eq!(preferred("br;q=0, gzip;q=0"), Encoding::Identity);
        assert_eq!(preferred("br; q=x"), Encoding::Identity);
        assert_eq!(preferred("gzip;q=0.001, br;q=0.000"), Encoding::Gzip);
        for refused in ["gzip;Q=0", "gzip;q=0.", "gzip;q=1.001", "gzip;q=0.1234", "gzip;q=-1", "gzip;q=inf", "gzip;q="]
        {
            assert_eq!(preferred(refused), Encoding::Identity, "{refused}");
        }
        assert_eq!(preferred(""), Encoding::Identity);
        assert_eq!(Encoding::preferred(&HeaderMap::new()), Encoding::Identity);
    }

    #[test]
    fn no_encoding_is_chosen_that_ranks_below_none() {
        assert_eq!(preferred("identity;q=1, gzip;q=0.5"), Encoding::Identity);
        assert_eq!(preferred("identity;q=0.5, br;q=0.4, gzip;q=0.6"), Encoding::Gzip);
        assert_eq!(preferred("identity, gzip"), Encoding::Gzip);
        assert_eq!(preferred("identity;q=0.5, *;q=0.2"), Encoding::Identity);
        assert_eq!(preferred("gzip;q=0.2, *;q=0.5"), Encoding::Brotli);
        assert_eq!(preferred("gzip, identity;q=0"), Encoding::Gzip);
        assert_eq!(preferred("gzip;q=0.1, *;q=0"), Encoding::Gzip);
        assert_eq!(preferred("identity;q=0"), Encoding::Identity, "there is nothing else to send");
    }

    #[test]
    fn a_tag_is_found_in_a_list_whether_weak_or_strong() {
        let etag = HeaderValue::from_static("W/\"a\"");
        let matches = |tags: &'static str| {
            none_matches(&HeaderMap::from_iter([(IF_NONE_MATCH, HeaderValue::from_static(tags))]), &etag)
        };
        assert!(matches("W/\"a\""));
        assert!(matches("\"b\", \"a\""));
        assert!(matches("*"));
        assert!(matches(" ,, W/\"b\" ,\t\"a\","));
        assert!(matches("b, \"a\""), "what is not a tag is passed over");
        for other in ["\"b\"", "", "a", "\"a", "w/\"a\"", "\"b, \"a\"", "\"a\"b", "\"b\", *", "\"A\""] {
            assert!(!matches(other), "{other}");
        }
    }

    #[test]
    fn a_tag_may_hold_a_comma() {
        let list = HeaderMap::from_iter([(IF_NONE_MATCH, HeaderValue::from_static("\"a,b\", W/\"c, d\""))]);
        assert!(none_matches(&list, &HeaderValue::from_static("W/\"a,b\"")));
        assert!(none_matches(&list, &HeaderValue::from_static("\"c, d\"")));
        assert!(!none_matches(&list, &HeaderValue::from_static("\"b\"")));
    }
}
