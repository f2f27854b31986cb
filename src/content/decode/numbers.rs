//! Decoders of numbers.

use crate::catalogue::model::working_time::HalfHours;
use crate::content::code::Code;
use crate::content::decode::context::DecodeContext;
use crate::content::decode::decoder::{Decoder, Placeholder};
use crate::content::decode::form::ValueForm;
use crate::content::decode::values::wrong_type;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::DiagnosticSink;
use crate::content::source::{Span, Spanned};
use crate::content::yaml::{YamlNode, YamlValue};

/// Longest time that a step may take, in months.
const LONGEST: u16 = 240;

/// The most points for one criterion of the matcher, either way.
const MOST_POINTS: i32 = 10;
/// Most hours that a week of work may have.
const MOST_HOURS: u16 = 100;

/// A whole number.
#[derive(Clone, Copy, Debug)]
pub struct Integer;

/// A whole number within limits: the least, the most, and what it counts.
#[derive(Clone, Copy, Debug)]
pub struct WholeNumber(pub u32, pub u32, pub &'static str);

/// A number of hours a week, 1 to [`MOST_HOURS`], whole or half.
#[derive(Clone, Copy, Debug)]
pub struct HourCount;

/// A level of qualification, 2 to 8, as the sources number them.
#[derive(Clone, Copy, Debug)]
pub struct QualificationLevel;

/// A number of months, 0 to [`LONGEST`].
#[derive(Clone, Copy, Debug)]
pub struct MonthCount;

/// Points for a role or against it: -[`MOST_POINTS`] to [`MOST_POINTS`], and not 0.
#[derive(Clone, Copy, Debug)]
pub struct Points;

impl Decoder for Integer {
    type Value = Spanned<i64>;

    fn form(&self) -> ValueForm {
        ValueForm::Integer(i64::MIN, i64::MAX)
    }

    fn decode<'n>(
        &self,
        key: &'static str,
        node: &'n YamlNode,
        context: &mut DecodeContext<'n>,
    ) -> Option<Spanned<i64>> {
        integer(key, node, context.sink)
    }
}

impl Placeholder for Integer {
    fn placeholder(&self, span: Span, _context: &DecodeContext<'_>) -> Spanned<i64> {
        Spanned::placeholder(0, span)
    }
}

impl Decoder for WholeNumber {
    type Value = Spanned<u32>;

    fn form(&self) -> ValueForm {
        ValueForm::Integer(self.0.into(), self.1.into())
    }

    fn decode<'n>(
        &self,
        key: &'static str,
        node: &'n YamlNode,
        context: &mut DecodeContext<'n>,
    ) -> Option<Spanned<u32>> {
        let Self(least, most, counted) = *self;
        let number = integer(key, node, context.sink)?;
        let value = u32::try_from(number.value).ok().filter(|value| (least..=most).contains(value));
        if value.is_none() {
            let message = format!("`{key}` is not from {least} to {most}");
            let out_of_range = Diagnostic::new(Code::NumberOutOfRange, number.span, message);
            context.sink.add(out_of_range.help(format!("it counts {counted}")));
        }
        value.map(|value| number.with(value))
    }
}

impl Placeholder for WholeNumber {
    fn placeholder(&self, span: Span, _context: &DecodeContext<'_>) -> Spanned<u32> {
        Spanned::placeholder(0, span)
    }
}

impl Decoder for HourCount {
    type Value = Spanned<HalfHours>;

    fn form(&self) -> ValueForm {
        ValueForm::Hours(MOST_HOURS)
    }

    fn decode<'n>(
        &self,
        key: &'static str,
        node: &'n YamlNode,
        context: &mut DecodeContext<'n>,
    ) -> Option<Spanned<HalfHours>> {
        let written = match &node.kind {
            YamlValue::Scalar { text, plain: true } => text.as_str(),
            _ => "",
        };
        let (whole, half) = written.strip_suffix(".5").map_or((written, 0), |whole| (whole, 1));
        let hours = whole.parse::<u16>().ok().filter(|hours| (1..=MOST_HOURS).contains(hours));
        if hours.is_none() {
            let message = format!("`{key}` is no number of hours in a week");
            let out_of_range = Diagnostic::new(Code::NumberOutOfRange, node.span, message);
            context.sink.add(out_of_range.help(format!("write hours from 1 to {MOST_HOURS}: `37` or `37.5`")));
        }
        hours.map(|hours| Spanned::new(HalfHours(hours * 2 + half), node.span))
    }
}

impl Placeholder for HourCount {
    fn placeholder(&self, span: Span, _context: &DecodeContext<'_>) -> Spanned<HalfHours> {
        Spanned::placeholder(HalfHours::default(), span)
    }
}

impl Decoder for QualificationLevel {
    type Value = Spanned<u8>;

    fn form(&self) -> ValueForm {
        ValueForm::Integer(2, 8)
    }

    fn decode<'n>(
        &self,
        key: &'static str,
        node: &'n YamlNode,
        context: &mut DecodeContext<'n>,
    ) -> Option<Spanned<u8>> {
        let number = integer(key, node, context.sink)?;
        match u8::try_from(number.value) {
            Ok(level @ 2..=8) => Some(number.with(level)),
            _ => {
                let message = format!("{} is no qualification level", number.value);
                let help = "write the number that the sources give to its level";
                let out_of_range = Diagnostic::new(Code::LevelOutOfRange, number.span, message);
                context.sink.add(out_of_range.label("not between 2 and 8").help(help));
                None
            }
        }
    }
}

impl Placeholder for QualificationLevel {
    fn placeholder(&self, span: Span, _context: &DecodeContext<'_>) -> Spanned<u8> {
        Spanned::placeholder(0, span)
    }
}

impl Decoder for MonthCount {
    type Value = Spanned<u16>;

    fn form(&self) -> ValueForm {
        ValueForm::Integer(0, LONGEST.into())
    }

    fn decode<'n>(
        &self,
        key: &'static str,
        node: &'n YamlNode,
        context: &mut DecodeContext<'n>,
    ) -> Option<Spanned<u16>> {
        let number = integer(key, node, context.sink)?;
        let months = u16::try_from(number.value).ok().filter(|months| *months <= LONGEST);
        if months.is_none() {
            let message = format!("{} is no number of months", number.value);
            let help = format!("write months from 0 to {LONGEST}: two years are 24");
            context.sink.add(Diagnostic::new(Code::MonthRange, number.span, message).help(help));
        }
        months.map(|months| number.with(months))
    }
}

impl Placeholder for MonthCount {
    fn placeholder(&self, span: Span, _context: &DecodeContext<'_>) -> Spanned<u16> {
        Spanned::placeholder(0, span)
    }
}

impl Decoder for Points {
    type Value = Spanned<i32>;

    fn form(&self) -> ValueForm {
        ValueForm::Integer((-MOST_POINTS).into(), MOST_POINTS.into())
    }

    fn decode<'n>(
        &self,
        key: &'static str,
        node: &'n YamlNode,
        context: &mut DecodeContext<'n>,
    ) -> Option<Spanned<i32>> {
        let number = integer(key, node, context.sink)?;
        let points = i32::try_from(number.value).ok().filter(|points| *points != 0 && points.abs() <= MOST_POINTS);
        if points.is_none() {
            let message = format!("points are between -{MOST_POINTS} and {MOST_POINTS}, and not 0");
            let help = "3 for what the answer is about, 2 for a good sign of it, 1 for a hint; below zero for what counts \
                        against a role";
            context
                .sink
                .add(Diagnostic::new(Code::PointsOutOfRange, number.span, message).label("so many points").help(help));
        }
        points.map(|points| number.with(points))
    }
}

impl Placeholder for Points {
    fn placeholder(&self, span: Span, _context: &DecodeContext<'_>) -> Spanned<i32> {
        Spanned::placeholder(0, span)
    }
}

fn integer(key: &str, node: &YamlNode, sink: &mut DiagnosticSink) -> Option<Spanned<i64>> {
    let number = match &node.kind {
        YamlValue::Scalar { text, plain: true } => text.parse().ok(),
        _ => None,
    };
    if number.is_none() {
        let help = format!("write it in digits and without quotes: `{key}: 12`");
        wrong_type(&format!("`{key}`"), "a whole number", node, &help, sink);
    }
    number.map(|value| Spanned::new(value, node.span))
}
