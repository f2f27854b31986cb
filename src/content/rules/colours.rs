//! Rules on colours.

use crate::catalogue::model::colour::{CARD, PAPER, Rgb};
use crate::content::code::Code;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::DiagnosticSink;
use crate::content::rules::context::RuleContext;
use crate::content::schema::ColourKeys;
use crate::content::source::Spanned;

/// Least contrast of text with its background (WCAG 2.2, level AAA).
const OF_TEXT: f64 = 7.0;
/// Least contrast of lines and icons with their background: half as much again as WCAG 2.2 asks for.
const OF_GRAPHICS: f64 = 4.5;

/// The brand's colours have enough contrast with the backgrounds of pages.
pub fn the_brand_has_contrast(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    if let Some(site) = &data.raw.site {
        stands_out(&site.brand, OF_TEXT, "read", sink);
    }
}

/// The colours of each category have enough contrast with the backgrounds of pages.
pub fn categories_have_contrast(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    for category in &data.raw.categories.entries {
        stands_out(&category.colour, OF_GRAPHICS, "seen", sink);
    }
}

fn stands_out(colour: &ColourKeys, least: f64, how: &str, sink: &mut DiagnosticSink) {
    let on = |page: &str, colour: &Spanned<Rgb>, backgrounds: [Rgb; 2], way: &str, sink: &mut DiagnosticSink| {
        let contrast = backgrounds.into_iter().map(|behind| colour.value.contrast(behind)).fold(f64::MAX, f64::min);
        if contrast < least && !colour.is_placeholder() {
            let message = format!("this colour cannot be {how} well on a {page} page");
            sink.add(
                Diagnostic::new(Code::BadColour, colour.span, message)
                    // Rounded down, so that 6.99 is not said to be 7.
                    .label(format!("its contrast is {:.1} to 1", (contrast * 10.0).floor() / 10.0))
                    .help(format!("choose a {way} one: at least {least} to 1 is asked for")),
            );
        }
    };
    on("light", &colour.light, [PAPER.light, CARD.light], "darker", sink);
    on("dark", &colour.dark, [PAPER.dark, CARD.dark], "lighter", sink);
}
