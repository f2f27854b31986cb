//! Mistakes in the elements of a list or a group in brackets on one line.

use std::ops::Range;

use crate::content::yaml::quoting::in_quotes;
use crate::content::yaml::slips::signs::{RESERVED, closing};
use crate::content::yaml::slips::slip::LineSlip;

/// A mistake within a value.
pub(super) struct ElementSlip {
    range: Range<usize>,
    message: String,
    label: &'static str,
    help: String,
}

impl ElementSlip {
    /// The same in its line, in which the value begins at this offset.
    pub fn at(self, value_at: usize) -> LineSlip {
        LineSlip {
            range: value_at + self.range.start..value_at + self.range.end,
            message: self.message,
            label: self.label.to_owned(),
            help: self.help,
        }
    }
}

/// An element of brackets that are closed.
struct Element<'v> {
    at: usize,
    text: &'v str,
    is_in_group: bool,
}

/// The first mistake in a value in brackets, which are all closed.
pub(super) fn of_brackets(value: &str) -> Option<ElementSlip> {
    let elements = elements(value);
    elements.iter().find_map(|element| nothing(element).or_else(|| quoted(element)).or_else(|| plain(element)))
}

/// The elements of all brackets, the inner ones first. Behind the last comma there need not be one.
fn elements(value: &str) -> Vec<Element<'_>> {
    let mut found = Vec::new();
    // The opening bracket, where its element begins, and whether the element has brackets itself.
    let mut open: Vec<(char, usize, bool)> = Vec::new();
    let mut before = ' ';
    let mut signs = value.char_indices();
    while let Some((at, sign)) = signs.next() {
        match sign {
            '"' | '\'' if " [{,:".contains(before) => {
                let end = closing(&value[at..]).map_or(value.len(), |len| at + len);
                signs.by_ref().take_while(|(place, _)| *place < end).for_each(drop);
            }
            '[' | '{' => {
                if let Some(outer) = open.last_mut() {
                    outer.2 = true;
                }
                open.push((sign, at + 1, false));
            }
            ']' | '}' | ',' => {
                let Some((bracket, from, has_brackets)) = open.pop() else { continue };
                let text = value[from..at].trim();
                if !has_brackets && (sign == ',' || !text.is_empty()) {
                    let at = from + value[from..at].len() - value[from..at].trim_start().len();
                    found.push(Element { at, text, is_in_group: bracket == '{' });
                }
                if sign == ',' {
                    open.push((bracket, at + 1, false));
                }
            }
            _ => {}
        }
        before = sign;
    }
    found
}

fn nothing(element: &Element<'_>) -> Option<ElementSlip> {
    element.text.is_empty().then(|| ElementSlip {
        range: element.at..element.at + 1,
        message: "there is nothing before this comma".to_owned(),
        label: "a comma too many",
        help: "take it away, or write what is missing".to_owned(),
    })
}

/// A text that goes on behind its closing quote.
fn quoted(element: &Element<'_>) -> Option<ElementSlip> {
    let value = value_of(element);
    let quote = value.chars().next().filter(|sign| matches!(sign, '"' | '\''))?;
    let end = closing(value)?;
    let rest = value[end + 1..].trim();
    let from = element.at + element.text.len() - value.len() + end + 1;
    // An apostrophe closes single quotes, and is part of the text.
    let whole = if quote == '"' { value.to_owned() } else { value.trim_matches(quote).replace("''", "'") };
    (!rest.is_empty() && !rest.starts_with(':')).then(|| ElementSlip {
        range: from..element.at + element.text.len(),
        message: "this text goes on after its closing quote".to_owned(),
        label: "after the text has ended",
        help: format!("put the whole text in quotes: `{}`", in_quotes(&whole)),
    })
}

/// A text without quotes with a sign that means something to YAML.
fn plain(element: &Element<'_>) -> Option<ElementSlip> {
    let value = value_of(element);
    let first = value.chars().next().filter(|sign| !matches!(sign, '"' | '\''))?;
    let start = element.at + element.text.len() - value.len();
    let slip = |range: Range<usize>, message: String, label| {
        Some(ElementSlip { range, message, label, help: format!("put it in quotes: `{}`", in_quotes(value)) })
    };
    let is_dash = value == "-" || value.starts_with("- ");
    if is_dash || first == '#' || RESERVED.contains(first) {
        let message = format!("a text without quotes cannot begin with `{first}`");
        return slip(start..start + first.len_utf8(), message, "means something else to YAML");
    }
    let colon = value.find(": ").filter(|_| element.is_in_group);
    if let Some(at) = colon {
        let message = "this text has a colon that YAML takes for the end of a key".to_owned();
        return slip(start + at..start + at + 1, message, "a colon with a blank behind it");
    }
    None
}

/// The value of an element: what stands behind the key of a group.
fn value_of<'v>(element: &Element<'v>) -> &'v str {
    let value = if element.is_in_group { element.text.split_once(':').map(|(_, value)| value) } else { None };
    value.unwrap_or(element.text).trim_start()
}

#[cfg(test)]
mod tests {
    use super::of_brackets;

    #[test]
    fn what_is_wrong_within_brackets_is_found_and_what_is_right_is_not() {
        for (value, part) in [
            ("[mid,, early]", ","),
            ("[,mid]", ","),
            ("[Nurse, & Midwife]", "&"),
            ("[Nurse, *]", "*"),
            ("[- Nurse]", "-"),
            ("[#1 Nurse]", "#"),
            ("['Nurse's aide']", "s aide'"),
            ("[\"Nurse\" aide]", " aide"),
            ("{id: x, summary: Here: in town}", ":"),
            ("{a: {b: c: d}, e: f}", ":"),
            ("{title: %x}", "%"),
        ] {
            let found = of_brackets(value).map(|slip| &value[slip.range]);
            assert_eq!(found, Some(part), "{value}");
        }
        for value in
            ["[a, b]", "[]", "{}", "[a, b,]", "{a: b, c: [d, e]}", "['it''s', \"x: y\"]", "[a: b]", "{a: \"b: c\"}"]
        {
            assert!(of_brackets(value).is_none(), "{value}");
        }
    }

    #[test]
    fn no_text_makes_it_panic() {
        for value in ["[", "]", "[\"", "{é: é, '", "[,", "{:", "[é,é", "}{", ",", "['", "[''x"] {
            let _ = of_brackets(value);
        }
    }
}
