//! Decoders of what things look like: colours and icons.

use crate::catalogue::model::colour::Rgb;
use crate::catalogue::model::icon::IconPath;
use crate::content::code::Code;
use crate::content::decode::context::DecodeContext;
use crate::content::decode::decoder::{Decoder, Placeholder};
use crate::content::decode::form::ValueForm;
use crate::content::decode::values::PlainText;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::quoted;
use crate::content::source::{Span, Spanned};
use crate::content::yaml::YamlNode;

/// A colour as `#rrggbb`.
#[derive(Clone, Copy, Debug)]
pub struct HexColour;

/// The path data of an icon.
#[derive(Clone, Copy, Debug)]
pub struct IconData;

impl Decoder for HexColour {
    type Value = Spanned<Rgb>;

    fn form(&self) -> ValueForm {
        ValueForm::Colour
    }

    fn decode<'n>(
        &self,
        key: &'static str,
        node: &'n YamlNode,
        context: &mut DecodeContext<'n>,
    ) -> Option<Spanned<Rgb>> {
        let text = PlainText.decode(key, node, context)?;
        let colour = Rgb::parse(text.as_str());
        if colour.is_none() {
            let message = format!("{} is not a colour", quoted(text.as_str()));
            let help = "write it in quotes, as \"#rrggbb\" with six digits from 0 to f";
            context.sink.add(Diagnostic::new(Code::BadColour, text.span, message).help(help));
        }
        Some(text.with(colour?))
    }
}

impl Placeholder for HexColour {
    fn placeholder(&self, span: Span, _context: &DecodeContext<'_>) -> Spanned<Rgb> {
        Spanned::placeholder(Rgb::default(), span)
    }
}

impl Decoder for IconData {
    type Value = Spanned<IconPath>;

    fn form(&self) -> ValueForm {
        ValueForm::Icon
    }

    fn decode<'n>(
        &self,
        key: &'static str,
        node: &'n YamlNode,
        context: &mut DecodeContext<'n>,
    ) -> Option<Spanned<IconPath>> {
        let text = PlainText.decode(key, node, context)?;
        match IconPath::parse(text.as_str()) {
            Ok(icon) => Some(text.with(icon)),
            Err(error) => {
                let help = "write what stands in `d` of an SVG path that is drawn on a grid of 24 by 24";
                let bad = Diagnostic::new(Code::BadIcon, text.span, "this icon cannot be drawn");
                context.sink.add(bad.label(error.to_string()).help(help));
                None
            }
        }
    }
}

impl Placeholder for IconData {
    fn placeholder(&self, span: Span, _context: &DecodeContext<'_>) -> Spanned<IconPath> {
        Spanned::placeholder(IconPath::default(), span)
    }
}
