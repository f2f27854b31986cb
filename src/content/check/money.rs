//! Money stands nowhere but in `facts.yaml`.

use crate::content::findings::Findings;
use crate::content::source::Source;
use crate::content::yaml::Node;

/// Money stands nowhere but in `facts.yaml`.
pub fn outside_facts(_root: &Node, _source: &Source, _findings: &mut Findings) {}
