//! The scalars of a YAML tree.

use crate::content::yaml::{YamlNode, YamlValue};

/// Each scalar with its text, in no particular order. A stack rather than recursion, so that the depth of the tree does not
/// matter.
pub fn texts(root: &YamlNode) -> impl Iterator<Item = (&YamlNode, &str)> {
    let mut nodes = vec![root];
    std::iter::from_fn(move || {
        loop {
            let node = nodes.pop()?;
            match &node.kind {
                YamlValue::List(items) => nodes.extend(items),
                YamlValue::Map(entries) => nodes.extend(entries.iter().map(|(_, node)| node)),
                YamlValue::Scalar { text, .. } => return Some((node, text.as_str())),
                YamlValue::Refused => {}
            }
        }
    })
}
