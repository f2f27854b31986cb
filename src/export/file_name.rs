//! The file of an address.
//!
//! | address | file |
//! |---|---|
//! | `/` | `index.html` |
//! | `/roles` | `roles.html` |
//! | `/roles/nurse` | `roles/nurse.html` |
//! | `/api/v1/roles/nurse` | `api/v1/roles/nurse.json` |
//! | `/roles.csv` | `roles.csv` |
//! | `/journeys?from=porter&to=nurse` | `journeys/from=porter,to=nurse.html` |
//! | `/pack.brf?role=nurse` | `pack/role=nurse.brf` |
//!
//! Most static hosts find pages without configuration: they try `.html` behind a path. A query has a file that no path has, because
//! paths of the site have no `=`; for these the manifest says which file answers. Names are good on any file system: no `?`, `&`,
//! `:` or `*`, at most 255 bytes, and no two that differ in capitals alone.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

/// What a name is at most, in bytes. File systems take 255; `.gz` may follow.
const LONGEST: usize = 200;

/// The file of an address whose answer has this content type.
pub(super) fn file_of(address: &str, content_type: &str) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let path = path.trim_matches('/');
    let path = if path.is_empty() { "index" } else { path };
    let extension = extension_of(content_type);
    let last = path.rsplit('/').next().unwrap_or(path);
    // A page whose id has a dot is still a page.
    let stem = match extension {
        "html" | "json" => path.strip_suffix(extension).and_then(|path| path.strip_suffix('.')),
        _ => last.rfind('.').map(|dot| &path[..path.len() - last.len() + dot]),
    };
    let (stem, extension) = match stem {
        None => (path, extension),
        Some(stem) => (stem, &path[stem.len() + 1..]),
    };
    let mut file = String::with_capacity(address.len() + 8);
    for segment in stem.split('/') {
        push_segment(&mut file, segment);
        file.push('/');
    }
    if query.is_empty() {
        file.pop();
    } else {
        push_query(&mut file, query);
    }
    file.push('.');
    file.push_str(extension);
    file
}

fn extension_of(content_type: &str) -> &'static str {
    match content_type.split(';').next().unwrap_or_default().trim() {
        "text/html" => "html",
        "application/json" => "json",
        "text/csv" => "csv",
        "text/plain" => "txt",
        "text/css" => "css",
        "application/xml" => "xml",
        "application/atom+xml" => "atom",
        "image/png" => "png",
        "image/svg+xml" => "svg",
        _ => "bin",
    }
}

fn push_segment(file: &mut String, segment: &str) {
    let before = file.len();
    if matches!(segment, "" | "." | "..") {
        file.push('~');
    }
    for byte in segment.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => file.push(char::from(byte)),
            _ => push_code(file, byte),
        }
    }
    shorten(file, before, segment);
}

/// Pairs are separated by commas: forms write a comma of a value as `%2C`. A capital is written as its code, because two searches may
/// differ in capitals alone.
fn push_query(file: &mut String, query: &str) {
    let before = file.len();
    for byte in query.bytes() {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'=' | b'+' => file.push(char::from(byte)),
            b'&' => file.push(','),
            _ => push_code(file, byte),
        }
    }
    shorten(file, before, query);
}

fn push_code(file: &mut String, byte: u8) {
    // Writing to a string does not fail.
    let _ = write!(file, "~{byte:02x}");
}

/// A name that is too long is replaced by its hash.
fn shorten(file: &mut String, from: usize, text: &str) {
    if file.len() - from > LONGEST {
        file.truncate(from);
        file.push('~');
        for byte in Sha256::digest(text).iter().take(16) {
            let _ = write!(file, "{byte:02x}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::file_of;

    const HTML: &str = "text/html; charset=utf-8";
    const JSON: &str = "application/json";

    #[test]
    fn each_kind_of_address_has_a_file_with_the_extension_of_its_type() {
        assert_eq!(file_of("/", HTML), "index.html");
        assert_eq!(file_of("/roles", HTML), "roles.html");
        assert_eq!(file_of("/roles/nurse", HTML), "roles/nurse.html");
        assert_eq!(file_of("/404.html", HTML), "404.html");
        assert_eq!(file_of("/roles/nurse-2.0", HTML), "roles/nurse-2.0.html");
        assert_eq!(file_of("/api/v1/roles/nurse", JSON), "api/v1/roles/nurse.json");
        assert_eq!(file_of("/api/v1/openapi.json", JSON), "api/v1/openapi.json");
        assert_eq!(file_of("/roles.csv", "text/csv; charset=utf-8; header=present"), "roles.csv");
        assert_eq!(file_of("/.well-known/security.txt", "text/plain; charset=utf-8"), ".well-known/security.txt");
        assert_eq!(file_of("/assets/look.0123456789.css", "text/css; charset=utf-8"), "assets/look.0123456789.css");
        assert_eq!(file_of("/assets/fonts/a.woff2", "font/woff2"), "assets/fonts/a.woff2");
    }

    #[test]
    fn a_query_has_a_file_that_no_path_has() {
        assert_eq!(file_of("/journeys?from=none&to=nurse", HTML), "journeys/from=none,to=nurse.html");
        assert_eq!(file_of("/pack.brf?role=nurse", "text/plain; charset=us-ascii"), "pack/role=nurse.brf");
        assert_eq!(file_of("/pack?role=nurse", HTML), "pack/role=nurse.html");
        assert_eq!(file_of("/roles?q=a+b%2CC", HTML), "roles/q=a+b~252~43~43.html");
        assert_eq!(file_of("/roles/a=b", HTML), "roles/a~3db.html");
    }

    #[test]
    fn two_searches_that_differ_in_capitals_have_two_files_where_capitals_do_not_count() {
        let (upper, lower) = (file_of("/roles?q=Nurse", HTML), file_of("/roles?q=nurse", HTML));
        assert_ne!(upper.to_lowercase(), lower.to_lowercase());
    }

    #[test]
    fn a_long_query_has_a_short_name_of_its_own() {
        let long = |last: &str| file_of(&format!("/compare?{}{last}", "role=nurse&".repeat(40)), HTML);
        assert!(long("role=a").len() < 100, "{}", long("role=a"));
        assert_ne!(long("role=a"), long("role=b"));
    }

    #[test]
    fn no_address_leads_out_of_the_folder() {
        assert_eq!(file_of("/../../etc/passwd", HTML), "~../~../etc/passwd.html");
    }
}
