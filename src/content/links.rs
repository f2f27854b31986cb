//! The addresses that links may have.

/// Where a link leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// To a page of this site: a path.
    ThisSite,
    /// Elsewhere: `https:`, `mailto:` or `tel:`.
    OtherSite,
}

/// Why an address is not allowed in a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// It has white space, a control character or a backslash.
    InvalidCharacter,
    /// It begins with `//`.
    NoScheme,
    /// Its `https:` has no host with a dot, or has a user name.
    NoHost,
    /// Nothing follows its scheme.
    Empty,
    /// It is `http:`.
    PlainHttp,
    /// Its scheme is another one.
    OtherScheme,
    /// It has no scheme and does not begin with `/`.
    Relative,
}

impl LinkError {
    /// The message of a diagnostic.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::InvalidCharacter => "this address has a blank, a backslash or another sign that no address has",
            Self::NoScheme => "this address names a host and no scheme",
            Self::NoHost => "this address names no host",
            Self::Empty => "this address is empty",
            Self::PlainHttp => "links do without `http:`",
            Self::OtherScheme => "links do without this scheme",
            Self::Relative => "this is neither a whole address nor a path that begins with `/`",
        }
    }

    /// The help of a diagnostic.
    #[must_use]
    pub fn help(self) -> &'static str {
        match self {
            Self::PlainHttp => "write `https:`; without it, readers may be led astray",
            _ => "link to `https:`, `mailto:`, `tel:`, or to a page of this site like `/roles/nurse`",
        }
    }
}

/// Where a link with this address leads.
///
/// # Errors
/// If the address is not allowed.
pub fn parse_link(href: &str) -> Result<LinkTarget, LinkError> {
    if href.chars().any(|c| c.is_whitespace() || c.is_control() || c == '\\') {
        return Err(LinkError::InvalidCharacter);
    }
    if href.starts_with("//") {
        return Err(LinkError::NoScheme);
    }
    if href.starts_with('/') {
        return Ok(LinkTarget::ThisSite);
    }
    let Some((scheme, rest)) = href.split_once(':') else { return Err(LinkError::Relative) };
    match scheme.to_ascii_lowercase().as_str() {
        "https" => {
            let host = rest.strip_prefix("//").and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
            if host.contains('.') && !host.contains('@') { Ok(LinkTarget::OtherSite) } else { Err(LinkError::NoHost) }
        }
        "mailto" | "tel" if rest.is_empty() => Err(LinkError::Empty),
        "mailto" | "tel" => Ok(LinkTarget::OtherSite),
        "http" => Err(LinkError::PlainHttp),
        scheme if !scheme.contains(['/', '.', '?', '#']) => Err(LinkError::OtherScheme),
        _ => Err(LinkError::Relative),
    }
}

#[cfg(test)]
mod tests {
    use super::{LinkTarget, parse_link};

    #[test]
    fn links_lead_to_this_site_or_elsewhere_by_an_allowed_way() {
        for own in ["/", "/roles/nurse", "/roles?level=entry#list"] {
            assert_eq!(parse_link(own), Ok(LinkTarget::ThisSite), "{own}");
        }
        for elsewhere in ["https://nhs.uk", "HTTPS://nhs.uk/a?b#c", "mailto:a@b.uk", "tel:+4420"] {
            assert_eq!(parse_link(elsewhere), Ok(LinkTarget::OtherSite), "{elsewhere}");
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
            assert!(parse_link(refused).is_err(), "{refused}");
        }
    }
}
