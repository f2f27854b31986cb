//! Rules on `site.yaml`.

use url::{Host, Url};

use crate::content::code::Code;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::{DiagnosticSink, quoted};
use crate::content::links::{is_email, is_host};
use crate::content::rules::context::RuleContext;
use crate::content::schema::site::SiteFile;

fn site<'a>(data: &RuleContext<'a>) -> Option<&'a SiteFile> {
    data.raw.site.as_ref()
}

/// The site's address is an origin that a browser can open.
pub fn the_address_is_an_origin(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let Some(url) = site(data).map(|site| &site.base_url).filter(|url| !url.is_placeholder()) else { return };
    if !is_origin(url.as_str()) {
        let message = format!("{} is not the address of a site", quoted(url.as_str()));
        let help = "write scheme and host, and nothing after it: `https://careers.example`";
        sink.add(Diagnostic::new(Code::BadUrl, url.span, message).help(help));
    }
}

/// Whether a text is scheme and host, and a browser can go there. A machine's own name has no dot.
fn is_origin(text: &str) -> bool {
    let Ok(url) = Url::parse(text) else { return false };
    let is_whole = match url.host() {
        Some(Host::Domain(name)) => is_host(name) || is_host(&format!("{name}.test")),
        Some(_) => true,
        None => false,
    };
    // What it has besides, such as a path, makes its origin another text. Upper-case letters do not.
    let rest = text.split_once("://").map_or("", |(_, rest)| rest);
    matches!(url.scheme(), "https" | "http")
        && is_whole
        && !rest.contains(['/', '?', '#', '@', '\\'])
        && !text.contains(char::is_whitespace)
        && !text.ends_with(':')
}

/// The contact is an e-mail address.
pub fn the_contact_is_an_email_address(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let Some(contact) = site(data).and_then(|site| site.contact.as_ref()) else { return };
    if !is_email(contact.as_str()) {
        let message = format!("{} is not an e-mail address", quoted(contact.as_str()));
        sink.add(Diagnostic::new(Code::BadUrl, contact.span, message).help("write it like `name@host.uk`"));
    }
}
