//! Groups of keys as values.

use std::fmt;
use std::marker::PhantomData;

use crate::content::decode::context::DecodeContext;
use crate::content::decode::decoder::{Decoder, Placeholder};
use crate::content::decode::fields::Fields;
use crate::content::decode::form::{GroupForm, ValueForm};
use crate::content::decode::values::wrong_type;
use crate::content::diagnostic_sink::DiagnosticSink;
use crate::content::source::{SourceFiles, Span};
use crate::content::yaml::{YamlNode, YamlValue};

/// A type that is decoded from a map.
pub trait Record: Sized {
    /// What messages call such a map: "role", "progression".
    const NAME: &'static str;

    /// How a text that was written in its place is to be written, where that can be told.
    fn meant(_written: &str) -> Option<String> {
        None
    }

    /// Decodes the values. Every allowed key is asked for; any other key of the map is then a fault.
    fn read(fields: &mut Fields<'_, '_>) -> Self;
}

/// The decoder of a [`Record`].
pub struct Group<T>(PhantomData<T>);

impl<T> fmt::Debug for Group<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Group")
    }
}

impl<T: Record> Group<T> {
    /// The decoder.
    #[must_use]
    pub fn new() -> Self {
        Self(PhantomData)
    }

    /// The keys that the record asks for, in order. They are asked for of an empty map.
    pub fn declaration() -> GroupForm {
        let mut sources = SourceFiles::default();
        let file = sources.add(String::new(), String::new());
        let (mut sink, mut references) = (DiagnosticSink::default(), Vec::new());
        let keys = sources.get(file).map_or_else(Vec::new, |source| {
            let mut context = DecodeContext { source, sink: &mut sink, references: &mut references };
            let mut fields = Fields::declaring(T::NAME, Span::top(file), &mut context);
            T::read(&mut fields);
            fields.into_declared()
        });
        GroupForm { name: T::NAME, keys }
    }

    /// Decodes a node that is no value of a key.
    pub fn read<'n>(node: &'n YamlNode, context: &mut DecodeContext<'n>) -> Option<T> {
        let YamlValue::Map(entries) = &node.kind else {
            let written =
                context.source.text.get(node.span.range()).unwrap_or_default().lines().next().unwrap_or_default();
            let tight = || {
                let (key, value) = written.split_once(':')?;
                let is_key = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
                is_key.then(|| format!("a blank stands behind the colon of a key: `{key}: {value}`"))
            };
            let help = T::meant(written).or_else(tight);
            let help = help.unwrap_or_else(|| "write keys, each with a colon and a value".to_owned());
            wrong_type(&format!("a {}", T::NAME), "a group of keys", node, &help, context.sink);
            return None;
        };
        let anchor = entries.first().map_or(node.span, |(key, _)| key.span);
        let mut fields = Fields::new(T::NAME, anchor, entries, context);
        let value = T::read(&mut fields);
        fields.finish();
        Some(value)
    }
}

impl<T: Record> Decoder for Group<T> {
    type Value = T;

    fn form(&self) -> ValueForm {
        ValueForm::Group(Self::declaration())
    }

    fn decode<'n>(&self, _key: &'static str, node: &'n YamlNode, context: &mut DecodeContext<'n>) -> Option<T> {
        Self::read(node, context)
    }
}

impl<T: Record> Placeholder for Group<T> {
    /// A record of placeholders: what an empty map gives, unreported.
    fn placeholder(&self, span: Span, context: &DecodeContext<'_>) -> T {
        let (mut sink, mut references) = (DiagnosticSink::default(), Vec::new());
        let mut muted = DecodeContext { source: context.source, sink: &mut sink, references: &mut references };
        T::read(&mut Fields::new(T::NAME, span, &[], &mut muted))
    }
}
