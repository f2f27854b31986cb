//! Where links may lead.

/// Whether a link leads to a page of this site (`true`), or elsewhere by an allowed way (`false`).
///
/// # Errors
/// What is wrong with it and how to mend it.
pub fn judge_link(href: &str) -> Result<bool, (String, String)> {
    const HELP: &str = "link to `https:`, `mailto:`, `tel:`, or to a page of this site like `/roles/nurse`";
    let refuse = |message: &str| Err((message.to_owned(), HELP.to_owned()));
    if href.chars().any(|c| c.is_whitespace() || c.is_control() || c == '\\') {
        return refuse("this address has a blank, a backslash or another sign that no address has");
    }
    if href.starts_with("//") {
        return refuse("this address names a host and no scheme");
    }
    if href.starts_with('/') {
        return Ok(true);
    }
    match href.split_once(':') {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("https") => {
            let host = rest.strip_prefix("//").and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
            if host.contains('.') && !host.contains('@') { Ok(false) } else { refuse("this address names no host") }
        }
        Some((scheme, rest)) if ["mailto", "tel"].iter().any(|allowed| scheme.eq_ignore_ascii_case(allowed)) => {
            if rest.is_empty() { refuse("this address is empty") } else { Ok(false) }
        }
        Some((scheme, _)) if scheme.eq_ignore_ascii_case("http") => Err((
            "links do without `http:`".to_owned(),
            "write `https:`; without it, readers may be led astray".to_owned(),
        )),
        Some((scheme, _)) if !scheme.contains(['/', '.', '?', '#']) => refuse("links do without this scheme"),
        _ => refuse("this is neither a whole address nor a path that begins with `/`"),
    }
}

#[cfg(test)]
mod tests {
    use super::judge_link;

    #[test]
    fn links_lead_to_this_site_or_elsewhere_by_an_allowed_way() {
        for own in ["/", "/roles/nurse", "/roles?level=entry#list"] {
            assert_eq!(judge_link(own), Ok(true), "{own}");
        }
        for elsewhere in ["https://nhs.uk", "HTTPS://nhs.uk/a?b#c", "mailto:a@b.uk", "tel:+4420"] {
            assert_eq!(judge_link(elsewhere), Ok(false), "{elsewhere}");
        }
        for refused in [
            "",
            "nurse",
            "./nurse",
            "//nhs.uk",
            "/\\nhs.uk",
            "http://nhs.uk",
            "javascript:alert(1)",
            "JavaScript:x",
            "data:text/html,x",
            "https:nhs.uk",
            "https://",
            "https://nhs",
            "https://a@nhs.uk",
            "https://nhs.uk/a b",
            "java\tscript:x",
            "mailto:",
            "ftp://nhs.uk",
        ] {
            assert!(judge_link(refused).is_err(), "{refused}");
        }
    }
}
