//! What `site.yaml` says of this copy of the site.

use crate::content::code::Code;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::{DiagnosticSink, quoted};
use crate::content::rules::context::RuleContext;
use crate::content::schema::site::{AccessibilityKeys, SiteFile};
use crate::content::source::Spanned;

/// The colours of the paper that the brand is read on, and how each page is called.
const PAPER: [(&str, [u8; 3]); 2] = [("light", [0xfb, 0xf9, 0xf4]), ("dark", [0x12, 0x13, 0x1c])];
/// How strongly the brand must stand out.
const CONTRAST: f64 = 7.0;

fn site<'a>(data: &RuleContext<'a>) -> Option<&'a SiteFile> {
    data.raw.site.as_ref()
}

/// The site's address is one that a browser can go to, and nothing follows the host.
pub fn the_address_is_one_that_a_browser_can_go_to(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let Some(url) = site(data).map(|site| &site.base_url).filter(|url| !url.is_placeholder()) else { return };
    let rest = url.value.strip_prefix("https://").or_else(|| url.value.strip_prefix("http://"));
    let whole = |host: &str| {
        !host.is_empty()
            && host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b':' | b'[' | b']'))
    };
    if !rest.is_some_and(whole) {
        let message = format!("{} is not the address of a site", quoted(url.as_str()));
        let help = "write scheme and host, and nothing after it: `https://careers.example`";
        sink.add(Diagnostic::new(Code::BadUrl, url.span, message).help(help));
    }
}

/// The contact is an e-mail address.
pub fn the_contact_is_an_email_address(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let Some(contact) = site(data).and_then(|site| site.contact.as_ref()) else { return };
    let whole = |(name, host): (&str, &str)| {
        !name.is_empty()
            && host.contains('.')
            && !contact.value.contains(|c: char| c.is_whitespace() || "<>\"?&#/\\,;".contains(c))
    };
    if !contact.value.split_once('@').is_some_and(whole) {
        let message = format!("{} is not an e-mail address", quoted(contact.as_str()));
        sink.add(Diagnostic::new(Code::BadUrl, contact.span, message).help("write it like `name@host.uk`"));
    }
}

/// The brand's colours are colours, and can be read on the paper of each page.
pub fn the_brand_can_be_read(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let Some(brand) = site(data).map(|site| &site.brand) else { return };
    for ((page, paper), colour) in PAPER.into_iter().zip([&brand.light, &brand.dark]) {
        if colour.is_placeholder() {
            continue;
        }
        let Some(rgb) = rgb(colour.as_str()) else {
            let message = format!("{} is not a colour", quoted(colour.as_str()));
            let help = "write it in quotes, as \"#rrggbb\" with six digits from 0 to f";
            sink.add(Diagnostic::new(Code::BadColour, colour.span, message).help(help));
            continue;
        };
        let contrast = contrast(rgb, paper);
        if contrast < CONTRAST {
            let message = format!("this colour cannot be read well on a {page} page");
            let way = if page == "light" { "darker" } else { "lighter" };
            sink.add(
                Diagnostic::new(Code::BadColour, colour.span, message)
                    // Rounded down, so that 6.99 is not said to be 7.
                    .label(format!("its contrast is {:.1} to 1", (contrast * 10.0).floor() / 10.0))
                    .help(format!("choose a {way} one: at least {CONTRAST} to 1 is asked for")),
            );
        }
    }
}

fn rgb(colour: &str) -> Option<[u8; 3]> {
    let digits =
        colour.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit()))?;
    let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
    Some([red, green, blue])
}

/// The contrast of two colours, as the accessibility guidelines reckon it.
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(rgb: [u8; 3]) -> f64 {
    let [red, green, blue] = rgb.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// Nothing in the accessibility statement was left to be filled in.
pub fn the_statement_is_filled_in(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let Some(statement) = site(data).map(|site| &site.accessibility) else { return };
    for text in texts(statement) {
        if let Some(left) = placeholder(text.as_str()) {
            sink.add(
                Diagnostic::new(Code::PlaceholderText, text.span, "this was left to be filled in")
                    .label(format!("there is {} in it", quoted(left)))
                    .help("the statement is a legal one: say what is true of this copy of the site"),
            );
        }
    }
}

fn texts(statement: &AccessibilityKeys) -> Vec<&Spanned<String>> {
    let enforcement = statement.enforcement.iter().flat_map(|it| [&it.title, &it.url]);
    [&statement.status, &statement.tested_how]
        .into_iter()
        .chain(&statement.known_issues)
        .chain(&statement.alternatives)
        .chain(enforcement)
        .collect()
}

/// What people write where they mean to write something else later.
fn placeholder(text: &str) -> Option<&str> {
    let words = ["todo", "tbc", "tbd", "fixme", "lorem", "xxx", "placeholder"];
    let word =
        text.split(|c: char| !c.is_alphanumeric()).find(|word| words.contains(&word.to_ascii_lowercase().as_str()));
    let host = || ["example.com", "example.org", "example.net"].iter().find(|host| text.contains(**host)).copied();
    let bracket = || {
        let open = text.find('[')?;
        let close = text[open..].find(']')?;
        Some(&text[open..=open + close])
    };
    word.or_else(host).or_else(bracket)
}

#[cfg(test)]
mod tests {
    use super::{contrast, placeholder, rgb};

    #[test]
    fn a_colour_is_six_digits() {
        assert_eq!(rgb("#0B4f6c"), Some([0x0b, 0x4f, 0x6c]));
        assert_eq!(rgb("0b4f6c"), None);
        assert_eq!(rgb("#fff"), None);
        assert_eq!(rgb("#+12345"), None);
    }

    #[test]
    fn black_on_white_is_21_to_1() {
        assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
        assert!((contrast([9; 3], [9; 3]) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn what_was_left_to_fill_in_is_found_and_words_that_hold_it_are_not() {
        assert_eq!(placeholder("TODO: ask"), Some("TODO"));
        assert_eq!(placeholder("Write to [name]."), Some("[name]"));
        assert_eq!(placeholder("See https://example.com/x"), Some("example.com"));
        assert_eq!(placeholder("Todos los textos, a placeholders' list"), None);
    }
}
