//! The addresses that links may have.

use url::Url;

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
    /// No browser can go to it: its host or its port is none.
    NoAddress,
    /// Its `mailto:` has no e-mail address.
    NoEmail,
    /// Its `tel:` is no telephone number.
    NoNumber,
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
            Self::NoAddress => "no browser can go to this address",
            Self::NoEmail => "no e-mail address follows `mailto:`",
            Self::NoNumber => "no telephone number follows `tel:`",
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
            Self::NoAddress => "look at the name of the site, and at the number behind a colon",
            Self::NoEmail => "write it like `mailto:name@host.uk`",
            Self::NoNumber => "write it like `tel:+442079460000`, without blanks",
            _ => "link to `https:`, `mailto:`, `tel:`, or to a page of this site like `/roles/nurse`",
        }
    }
}

impl LinkError {
    /// The help of a diagnostic on this address.
    #[must_use]
    pub fn help_for(self, href: &str) -> String {
        match self {
            Self::Relative if href.contains('@') && !href.contains('/') => format!("write `mailto:{href}`"),
            Self::Relative if is_host(href.split(['/', '?', '#']).next().unwrap_or_default()) => {
                format!("write `https://{href}`")
            }
            Self::NoScheme => format!("write `https:{href}`"),
            _ => self.help().to_owned(),
        }
    }
}

/// Whether a text is the name of a host: labels of letters, digits and hyphens, joined by dots, with two at least.
pub fn is_host(name: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|sign| sign.is_alphanumeric() || sign == '-')
    };
    name.contains('.') && name.split('.').all(is_label)
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
            if !host.contains('.') || host.contains('@') {
                return Err(LinkError::NoHost);
            }
            let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
            if is_host(name) && Url::parse(href).is_ok() {
                Ok(LinkTarget::OtherSite)
            } else {
                Err(LinkError::NoAddress)
            }
        }
        "mailto" | "tel" if rest.is_empty() => Err(LinkError::Empty),
        "mailto" if !is_email(rest.split('?').next().unwrap_or_default()) => Err(LinkError::NoEmail),
        "tel" if !is_number(rest) => Err(LinkError::NoNumber),
        "mailto" | "tel" => Ok(LinkTarget::OtherSite),
        "http" => Err(LinkError::PlainHttp),
        scheme if !scheme.contains(['/', '.', '?', '#']) => Err(LinkError::OtherScheme),
        _ => Err(LinkError::Relative),
    }
}

/// Whether a text is an e-mail address: a name and a host (RFC 6068).
pub fn is_email(text: &str) -> bool {
    let is_plain =
        |name: &str| !name.is_empty() && !name.contains(|c: char| c.is_whitespace() || "<>\"?&#/\\,;:@".contains(c));
    text.split_once('@').is_some_and(|(name, host)| is_plain(name) && is_host(host))
}

/// Whether a text is a telephone number (RFC 3966): digits, and signs that divide them.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('+').unwrap_or(text);
    digits.bytes().filter(u8::is_ascii_digit).count() >= 3
        && digits.bytes().all(|sign| sign.is_ascii_digit() || matches!(sign, b'-' | b'.' | b'(' | b')'))
}

#[cfg(test)]
mod tests {
    use super::{LinkTarget, parse_link};

    #[test]
    fn links_lead_to_this_site_or_elsewhere_by_an_allowed_way() {
        for own in ["/", "/roles/nurse", "/roles?level=entry#list"] {
            assert_eq!(parse_link(own), Ok(LinkTarget::ThisSite), "{own}");
        }
        for elsewhere in [
            "https://nhs.uk:8443/x",
            "https://höchst.example/ü",
            "mailto:a@b.uk?subject=x",
            "https://nhs.uk",
            "HTTPS://nhs.uk/a?b#c",
            "mailto:a@b.uk",
            "tel:+4420",
        ] {
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
            "https://www.nhs.uk:port/",
            "https://www.nhs.uk:99999/",
            "https://.",
            "https://a..b",
            "https://-a.uk",
            "https://1.2.3.4.5",
            "https://[",
            "mailto:nobody",
            "mailto:a@b",
            "mailto:@b.uk",
            "tel:call-us",
            "tel:+",
        ] {
            assert!(parse_link(refused).is_err(), "{refused}");
        }
    }
}
