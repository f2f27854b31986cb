//! The decoder of the severities that a site sets.

use crate::catalogue::model::role_keys::Presence;
use crate::content::code::Code;
use crate::content::decode::context::DecodeContext;
use crate::content::decode::decoder::Decoder;
use crate::content::decode::form::{GroupForm, KeyForm, ValueForm};
use crate::content::decode::values::{as_written, wrong_type};
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::quoted;
use crate::content::severity_policy::SeverityChoice;
use crate::content::yaml::{YamlNode, YamlValue};

/// A map from codes to `error`, `warning` or `off`. It is applied before files are decoded; here its faults are reported.
#[derive(Clone, Copy, Debug)]
pub struct SeverityChoices;

impl Decoder for SeverityChoices {
    type Value = ();

    fn form(&self) -> ValueForm {
        let key = |code: &Code| KeyForm {
            key: code.id(),
            presence: Presence::Optional,
            is_list: false,
            value: ValueForm::OneOf(
                SeverityChoice::ALL
                    .iter()
                    .filter(|(_, choice)| choice.is_allowed(*code))
                    .map(|(name, _)| *name)
                    .collect(),
            ),
        };
        ValueForm::Group(GroupForm { name: "severities", keys: Code::ALL.iter().map(key).collect() })
    }

    fn decode<'n>(&self, key: &'static str, node: &'n YamlNode, context: &mut DecodeContext<'n>) -> Option<()> {
        let YamlValue::Map(entries) = &node.kind else {
            let help =
                format!("write a code and what it is, each on a line of its own under `{key}:`, like `long-text: off`");
            wrong_type(&format!("`{key}`"), "a group of keys", node, &help, context.sink);
            return None;
        };
        for (code, node) in entries {
            let Some(known) = Code::from_id(code.as_str()) else {
                let hint = context.sink.hint(code.span, code.as_str(), Code::ALL.iter().map(|code| code.id()));
                let message = format!("{} is no code of a diagnostic", quoted(code.as_str()));
                let unknown = Diagnostic::new(Code::UnknownWord, code.span, message).label("no such code");
                context.sink.add(unknown.help(hint.unwrap_or_else(|| "the codes stand in data/CHECKS.md".to_owned())));
                continue;
            };
            let names = SeverityChoice::ALL.map(|(name, _)| name).join(", ");
            let Some(word) = as_written("severity", &format!("one of {names}"), node, context) else { continue };
            match SeverityChoice::from_id(word.as_str()) {
                None => {
                    let message = format!("{} is no severity", quoted(word.as_str()));
                    let unknown = Diagnostic::new(Code::UnknownWord, word.span, message).label("no such severity");
                    context.sink.add(unknown.help(format!("write one of {names}")));
                }
                Some(choice) if !choice.is_allowed(known) => {
                    let message = format!("{} stays an error", quoted(known.id()));
                    let bound =
                        Diagnostic::new(Code::SeverityBound, word.span, message).label("no site may choose this");
                    context.sink.add(
                        bound.help("without what it asks for there is no site: mend the data, and take this line away"),
                    );
                }
                Some(_) => {}
            }
        }
        Some(())
    }
}
