//! The value of a key as a cell, and a cell as the entry of a file.

use crate::content::decode::{KeyForm, ValueForm};
use crate::content::diagnostic_sink::DiagnosticSink;
use crate::content::source::SourceFiles;
use crate::content::yaml;
use crate::content::yaml::{PlainScalar, YamlNode, YamlValue, block, scalar, text_block};

/// What stands between ids in one cell.
const BETWEEN: &str = "; ";
/// With these, spreadsheets take a cell for a formula.
const FORMULA: [char; 5] = ['=', '+', '-', '@', '\t'];

/// The cell of a value: texts as they are, texts of a list one a line, ids of a list between semicolons, groups as YAML.
pub fn of(node: &YamlNode, form: &KeyForm) -> String {
    match (&node.kind, &form.value) {
        (_, ValueForm::Group(_)) => block(node).trim_end().to_owned(),
        (YamlValue::List(items), value) => {
            let texts: Vec<&str> = items.iter().filter_map(YamlNode::text).collect();
            let is_simple =
                texts.len() == items.len() && !texts.iter().any(|text| text.contains('\n') || text.starts_with('['));
            match is_simple {
                true if is_texts(value) => texts.join("\n"),
                true => texts.join(BETWEEN),
                false => {
                    format!("[{}]", texts.iter().map(|text| yaml::quoted_scalar(text)).collect::<Vec<_>>().join(", "))
                }
            }
        }
        _ => node.text().unwrap_or_default().trim_end().to_owned(),
    }
}

/// A cell that no spreadsheet takes for a formula: an apostrophe goes before it.
pub fn guarded(cell: String) -> String {
    if cell.starts_with(FORMULA) { format!("'{cell}") } else { cell }
}

/// The cell without that apostrophe, and without blanks around it.
pub fn unguarded(cell: &str) -> &str {
    let cell = cell.trim();
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(FORMULA)).unwrap_or(cell)
}

/// The entry of a file for a cell that is not empty.
///
/// # Errors
/// What is wrong with the YAML of a cell that holds groups.
pub fn entry(cell: &str, form: &KeyForm) -> Result<String, CellFault> {
    let key = form.key;
    Ok(match (&form.value, form.is_list) {
        (ValueForm::Group(_), _) => format!("{key}:\n{}", indented(&block(&parsed(cell)?))),
        (value, true) => {
            let items: Vec<String> = if cell.starts_with('[') {
                texts(&parsed(cell)?)
            } else {
                let is_end = |c: char| c == '\n' || !is_texts(value) && matches!(c, ';' | ',');
                cell.split(is_end).map(|item| item.trim().to_owned()).filter(|item| !item.is_empty()).collect()
            };
            let items: String = items.iter().map(|item| format!("  -{}", text_value(item, 4))).collect();
            format!("{key}:\n{items}")
        }
        (ValueForm::Markdown, false) => {
            format!("{key}:{}", text_value(&format!("{}\n", cell.replace("\r\n", "\n")), 2))
        }
        (ValueForm::Flag | ValueForm::Date | ValueForm::Integer(..), false)
            if PlainScalar::of(cell) != PlainScalar::Text =>
        {
            format!("{key}: {}\n", cell.to_lowercase())
        }
        (_, false) => format!("{key}:{}", text_value(cell, 2)),
    })
}

/// Why a cell cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellFault(pub String);

/// Whether items of a list are texts, which may have semicolons in them.
fn is_texts(form: &ValueForm) -> bool {
    matches!(form, ValueForm::Text | ValueForm::Markdown)
}

fn texts(node: &YamlNode) -> Vec<String> {
    match &node.kind {
        YamlValue::List(items) => items.iter().filter_map(YamlNode::text).map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}

/// A text behind a colon or a dash, with the line break.
fn text_value(text: &str, indent: usize) -> String {
    if text.contains('\n') { text_block(text, indent) } else { format!(" {}\n", scalar(text)) }
}

fn indented(block: &str) -> String {
    block.lines().map(|line| if line.is_empty() { "\n".to_owned() } else { format!("  {line}\n") }).collect()
}

fn parsed(cell: &str) -> Result<YamlNode, CellFault> {
    let cell = cell.replace("\r\n", "\n");
    let mut sink = DiagnosticSink::default();
    let file = SourceFiles::default().add(String::new(), String::new());
    let tree = yaml::parse(file, &cell, &mut sink);
    let (faults, _) = sink.into_parts();
    match (faults.into_iter().next(), tree.root) {
        (Some(fault), _) => {
            let label = if fault.label.text.is_empty() { String::new() } else { format!(" ({})", fault.label.text) };
            Err(CellFault(format!("{}{label}", fault.message)))
        }
        (None, Some(root)) if matches!(root.kind, YamlValue::List(_) | YamlValue::Map(_)) => Ok(root),
        _ => Err(CellFault("this must be groups of keys, as in a role file".to_owned())),
    }
}
