//! Signs that no text may have: control characters, and signs that nobody sees.

use crate::catalogue::model::letters::is_invisible;
use crate::content::code::Code;
use crate::content::decode::context::DecodeContext;
use crate::content::diagnostic::Diagnostic;
use crate::content::source::Span;
use crate::content::unprintable::{control_name, invisible_name, is_control, is_lost, is_variant};

/// The keys of texts by which people and pages find something: they have no hyphen for the end of a line either.
const TITLES: [&str; 5] = ["title", "other_titles", "name", "short", "id"];

/// Reports the first control character and the first invisible sign of a text.
pub fn check_signs(key: &str, text: &str, span: Span, context: &mut DecodeContext<'_>) {
    if text.is_ascii() && !text.bytes().any(|byte| byte.is_ascii_control()) {
        return;
    }
    if let Some((at, sign)) = text.char_indices().find(|(_, sign)| is_control(*sign) || is_lost(*sign)) {
        let message = format!("there is {} in `{key}`, which no page can show", control_name(sign));
        let place = place_of(at, sign, text, span, context);
        let found = Diagnostic::new(Code::ControlCharacter, place, message).label("no sign of a text");
        context.sink.add(found.help("take it out: delete it with the letters beside it, and type the letters anew"));
    }
    let unseen = text.char_indices().find(|(at, sign)| is_unseen(key, text, *at, *sign));
    if let Some((at, sign)) = unseen {
        let message = format!("there is {} in `{key}`, which nobody sees", invisible_name(sign));
        let place = place_of(at, sign, text, span, context);
        let shown = text.chars().filter(|sign| !is_invisible(*sign) && !is_variant(*sign)).take(40).collect::<String>();
        let found = Diagnostic::new(Code::InvisibleSign, place, message).label("an invisible sign");
        context.sink.add(found.help(format!("type it anew, as a copied text brings it along: `{}`", shown.trim())));
    }
}

/// The span of one sign of a text; that of the whole text where an escape stands for it.
fn place_of(at: usize, sign: char, text: &str, span: Span, context: &DecodeContext<'_>) -> Span {
    let earlier = text[..at].chars().filter(|other| *other == sign).count();
    let written = context.source.text.get(span.range()).unwrap_or_default();
    match written.match_indices(sign).nth(earlier) {
        Some((at, _)) => {
            let start = span.range().start + at;
            Span::new(span.file, start..start + sign.len_utf8())
        }
        None => span,
    }
}

/// Whether a sign is invisible and has no work to do: a soft hyphen has some in a text, and joiners have in scripts whose letters
/// join, and in pictures.
fn is_unseen(key: &str, text: &str, at: usize, sign: char) -> bool {
    match sign {
        '\u{ad}' => TITLES.contains(&key),
        '\u{200c}' | '\u{200d}' => {
            let before = text[..at].chars().next_back();
            before.is_none_or(|before| before <= '\u{370}')
        }
        // Behind a letter there is nothing for it to choose between.
        _ if is_variant(sign) => text[..at].chars().next_back().is_none_or(|before| before < '\u{2000}'),
        _ => is_invisible(sign),
    }
}
