//! Decoders of texts with a notation of their own: codes of official lists, dates of pages, addresses of searches.

use crate::catalogue::model::cited_page::PartialDate;
use crate::catalogue::model::search_service::SearchPattern;
use crate::content::code::Code;
use crate::content::decode::context::DecodeContext;
use crate::content::decode::date_notation::BadDate;
use crate::content::decode::decoder::{Decoder, Placeholder};
use crate::content::decode::form::ValueForm;
use crate::content::decode::values::{as_written, text_of};
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::quoted;
use crate::content::links::parse_link;
use crate::content::source::{Span, Spanned};
use crate::content::yaml::YamlNode;

/// A code of an official list, whose form an example shows: `9` stands for any digit, and other signs for themselves.
#[derive(Clone, Copy, Debug)]
pub struct CodeLike {
    /// The form.
    pub form: &'static str,
    /// The list.
    pub list: &'static str,
}

/// A unit group of the Standard Occupational Classification 2020.
pub const SOC_2020: CodeLike = CodeLike { form: "9999", list: "the Standard Occupational Classification 2020" };
/// A code of O*NET-SOC.
pub const ONET: CodeLike = CodeLike { form: "99-9999.99", list: "O*NET-SOC" };
/// The reference of an apprenticeship standard.
pub const APPRENTICESHIP: CodeLike = CodeLike { form: "ST9999", list: "apprenticeship standards" };

/// A year, a month or a day.
#[derive(Clone, Copy, Debug)]
pub struct YearMonthOrDay;

/// The address of a search of another site, with `{words}` in it.
#[derive(Clone, Copy, Debug)]
pub struct SearchAddress;

impl CodeLike {
    fn matches(self, text: &str) -> bool {
        let fits = |(form, sign): (u8, u8)| if form == b'9' { sign.is_ascii_digit() } else { form == sign };
        text.len() == self.form.len() && self.form.bytes().zip(text.bytes()).all(fits)
    }
}

impl Decoder for CodeLike {
    type Value = Spanned<String>;

    fn form(&self) -> ValueForm {
        ValueForm::Code(self.form)
    }

    fn decode<'n>(
        &self,
        key: &'static str,
        node: &'n YamlNode,
        context: &mut DecodeContext<'n>,
    ) -> Option<Spanned<String>> {
        let code = as_written(key, "a code", node, context)?;
        if self.matches(code.as_str()) {
            return Some(code);
        }
        let message = format!("{} is no code of {}", quoted(code.as_str()), self.list);
        let help = format!("such a code looks like `{}`, with any digits", self.form);
        context.sink.add(Diagnostic::new(Code::BadCode, code.span, message).help(help));
        None
    }

    fn identity<'v>(&self, value: &'v Spanned<String>) -> Option<(&'v str, Span)> {
        Some((value.as_str(), value.span))
    }
}

impl Placeholder for CodeLike {
    fn placeholder(&self, span: Span, _context: &DecodeContext<'_>) -> Spanned<String> {
        Spanned::placeholder(String::new(), span)
    }
}

impl Decoder for YearMonthOrDay {
    type Value = Spanned<PartialDate>;

    fn form(&self) -> ValueForm {
        ValueForm::PartialDate
    }

    fn decode<'n>(
        &self,
        key: &'static str,
        node: &'n YamlNode,
        context: &mut DecodeContext<'n>,
    ) -> Option<Spanned<PartialDate>> {
        let written = as_written(key, "a year, a month or a day", node, context)?;
        let date = written.as_str().parse();
        if date.is_err() {
            let message = format!("{} is not a date", quoted(written.as_str()));
            let BadDate { label, help } = BadDate::of_page(written.as_str());
            context.sink.add(Diagnostic::new(Code::BadDate, written.span, message).label(label).help(help));
        }
        date.ok().map(|date| written.with(date))
    }
}

impl Placeholder for YearMonthOrDay {
    fn placeholder(&self, span: Span, _context: &DecodeContext<'_>) -> Spanned<PartialDate> {
        Spanned::placeholder(PartialDate::Year(0), span)
    }
}

impl Decoder for SearchAddress {
    type Value = Spanned<SearchPattern>;

    fn form(&self) -> ValueForm {
        ValueForm::SearchAddress
    }

    fn decode<'n>(
        &self,
        key: &'static str,
        node: &'n YamlNode,
        context: &mut DecodeContext<'n>,
    ) -> Option<Spanned<SearchPattern>> {
        let address = text_of(key, node, context)?;
        // What is filled in changes nothing of the host.
        let is_secure = address.as_str().starts_with("https://");
        if let Err(error) = parse_link(address.as_str())
            && is_secure
        {
            let bad = Diagnostic::new(Code::BadSearchAddress, address.span, error.message());
            context.sink.add(bad.help(error.help_for(address.as_str())));
            return None;
        }
        let pattern = SearchPattern::parse(address.as_str());
        if let Err(error) = &pattern {
            let help = "write it like \"https://jobs.example/search?q={words}&near={place}&miles={miles}\"; \
                        {words} is needed, {place} and {miles} are not";
            context.sink.add(Diagnostic::new(Code::BadSearchAddress, address.span, error.to_string()).help(help));
        }
        pattern.ok().map(|pattern| address.with(pattern))
    }
}

impl Placeholder for SearchAddress {
    fn placeholder(&self, span: Span, _context: &DecodeContext<'_>) -> Spanned<SearchPattern> {
        Spanned::placeholder(SearchPattern::default(), span)
    }
}

#[cfg(test)]
mod tests {
    use super::{APPRENTICESHIP, ONET, SOC_2020};

    #[test]
    fn a_code_has_the_form_of_its_list() {
        assert!(SOC_2020.matches("2231") && !SOC_2020.matches("223") && !SOC_2020.matches("22311"));
        assert!(ONET.matches("29-1141.00") && !ONET.matches("29-1141"));
        assert!(APPRENTICESHIP.matches("ST0781") && !APPRENTICESHIP.matches("st0781"));
    }
}
