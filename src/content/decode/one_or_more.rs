//! A value that stands for a list of one.

use crate::content::decode::context::DecodeContext;
use crate::content::decode::decoder::Decoder;
use crate::content::decode::form::ValueForm;
use crate::content::yaml::{YamlNode, YamlValue};

/// One value, or a list of values that are decoded alike.
#[derive(Clone, Copy, Debug)]
pub struct OneOrMore<D>(pub D);

impl<D: Decoder> Decoder for OneOrMore<D> {
    type Value = Vec<D::Value>;

    fn form(&self) -> ValueForm {
        ValueForm::OneOrMore(Box::new(self.0.form()))
    }

    fn decode<'n>(
        &self,
        key: &'static str,
        node: &'n YamlNode,
        context: &mut DecodeContext<'n>,
    ) -> Option<Vec<D::Value>> {
        let nodes = match &node.kind {
            YamlValue::List(items) => items.as_slice(),
            _ => std::slice::from_ref(node),
        };
        Some(nodes.iter().filter_map(|node| self.0.decode(key, node, context)).collect())
    }

    fn keep(&self, values: &Vec<D::Value>, context: &mut DecodeContext<'_>) {
        values.iter().for_each(|value| self.0.keep(value, context));
    }
}
