//! Content encoding and conditional requests.

use axum::http::header::{ACCEPT_ENCODING, HeaderMap, HeaderValue, IF_NONE_MATCH};
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
    /// The best encoding that `Accept-Encoding` allows: Brotli, then gzip, unless the quality values say otherwise.
    #[must_use]
    pub fn preferred(headers: &HeaderMap) -> Self {
        let (mut gzip, mut brotli, mut rest) = (None, None, None);
        for line in headers.get_all(ACCEPT_ENCODING) {
            for item in line.to_str().unwrap_or_default().split(',') {
                let mut parts = item.split(';');
                let name = parts.next().unwrap_or_default().trim();
                let rank =
                    parts.find_map(|part| part.trim().strip_prefix("q=")).map_or(1.0, |q| q.parse().unwrap_or(0.0));
                let slot = match name {
                    _ if name.eq_ignore_ascii_case("gzip") || name.eq_ignore_ascii_case("x-gzip") => &mut gzip,
                    _ if name.eq_ignore_ascii_case("br") => &mut brotli,
                    "*" => &mut rest,
                    _ => continue,
                };
                *slot = Some(rank);
            }
        }
        let rest: f32 = rest.unwrap_or(0.0);
        let (gzip, brotli) = (gzip.unwrap_or(rest), brotli.unwrap_or(rest));
        match (gzip > 0.0, brotli > 0.0) {
            (_, true) if brotli >= gzip => Self::Brotli,
            (true, _) => Self::Gzip,
            _ => Self::Identity,
        }
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
    let strong = |tag: &[u8]| tag.strip_prefix(b"W/").unwrap_or(tag).to_owned();
    request.get_all(IF_NONE_MATCH).iter().any(|line| {
        line.as_bytes()
            .split(|byte| *byte == b',')
            .map(<[u8]>::trim_ascii)
            .any(|tag| tag == b"*" || strong(tag) == strong(etag.as_bytes()))
    })
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
        assert_eq!(preferred(""), Encoding::Identity);
        assert_eq!(Encoding::preferred(&HeaderMap::new()), Encoding::Identity);
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
        assert!(!matches("\"b\""));
        assert!(!matches(""));
    }
}
