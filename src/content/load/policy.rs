//! The severities that a site sets, read before all else: they decide on what is reported of every file.

use crate::content::code::Code;
use crate::content::diagnostic_sink::DiagnosticSink;
use crate::content::files::DataFiles;
use crate::content::severity_policy::{SeverityChoice, SeverityPolicy};
use crate::content::source::SourceFiles;
use crate::content::yaml::{self, YamlValue};

/// The severities under `severity` of `site.yaml`. What is wrong with them is reported when the file is decoded.
#[must_use]
pub fn severity_policy(files: &DataFiles) -> SeverityPolicy {
    const FILE: &str = "site.yaml";
    let site = files.iter().find(|(path, _)| *path == FILE);
    let text = site.and_then(|(_, bytes)| std::str::from_utf8(bytes).ok()).unwrap_or_default();
    let file = SourceFiles::default().add(FILE.to_owned(), String::new());
    let root = yaml::parse(file, text, &mut DiagnosticSink::default()).root;
    let set = root.and_then(|root| root.into_value("severity")).map(|node| node.kind);
    let Some(YamlValue::Map(entries)) = set else { return SeverityPolicy::default() };
    SeverityPolicy::new(entries.into_iter().filter_map(|(code, node)| match &node.kind {
        YamlValue::Scalar { text, .. } => Some((Code::from_id(code.as_str())?, SeverityChoice::from_id(text)?)),
        _ => None,
    }))
}
