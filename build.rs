//! Makes a method of each message of the interface, and rebuilds when a folder that goes into the binary has a new file:
//! the compiler sees changes of known files only.

#[path = "src/interface/shape.rs"]
mod shape;

use std::error::Error;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

use fluent_syntax::ast::Entry;
use fluent_syntax::parser;
use shape::MessageShape;

/// The messages, in English.
const REFERENCE: &str = "data/interface/en-GB.ftl";
/// Words that cannot be the name of a method.
const KEYWORDS: [&str; 23] = [
    "as", "break", "const", "continue", "do", "else", "enum", "extern", "false", "fn", "for", "if", "impl", "in",
    "loop", "match", "move", "new", "return", "true", "use", "where", "while",
];

fn main() {
    for path in ["data", "static", "src/interface/shape.rs"] {
        println!("cargo::rerun-if-changed={path}");
    }
    if let Err(error) = write_methods() {
        println!("cargo::error={REFERENCE}: {error}");
    }
}

/// Writes `messages.rs`: the table `MESSAGES`, and a method of `Interface` for each message.
fn write_methods() -> Result<(), Box<dyn Error>> {
    let text = fs::read_to_string(REFERENCE)?;
    let resource = parser::parse(text.as_str()).map_err(|(_, errors)| {
        let lines = errors.iter().map(|error| format!("line {}: {error}", line_of(&text, error.pos.start)));
        lines.collect::<Vec<_>>().join("; ")
    })?;
    let (mut table, mut methods, mut count) = (String::new(), String::new(), 0);
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let id = message.id.name;
        let pattern = message.value.as_ref().ok_or_else(|| format!("{id} has no text"))?;
        let shape = MessageShape::of(pattern);
        if !shape.is_balanced() {
            return Err(format!("{id}: the markup of its variants differs, or does not end").into());
        }
        let method = id.replace('-', "_");
        if KEYWORDS.contains(&method.as_str()) || method != method.to_lowercase() {
            return Err(format!("{id} cannot be the name of a method").into());
        }
        let names: Vec<&str> = shape.variables.iter().map(|variable| variable.name).collect();
        let said = text_of(&text, id);
        writeln!(
            table,
            "    MessageSpec {{ id: {id:?}, variables: &{names:?}, tags: {:?}, text: {said:?} }},",
            shape.tags
        )?;
        write_method(&mut methods, &method, count, &shape, said)?;
        count += 1;
    }
    let code = format!(
        "/// Every message, in the order of the reference.\npub static MESSAGES: [MessageSpec; {count}] = [\n{table}];\n\n\
         impl Interface {{\n{methods}}}\n"
    );
    let folder = env::var_os("OUT_DIR").ok_or("cargo did not say where to write")?;
    fs::write(PathBuf::from(folder).join("messages.rs"), code)?;
    Ok(())
}

fn write_method(
    methods: &mut String,
    name: &str,
    index: usize,
    shape: &MessageShape<'_>,
    said: &str,
) -> Result<(), std::fmt::Error> {
    let (mut parameters, mut values) = (String::new(), String::new());
    for variable in &shape.variables {
        let parameter = variable.name.replace('-', "_");
        let bound = if variable.is_number { "Count" } else { "Argument" };
        write!(parameters, ", {parameter}: impl {bound}")?;
        write!(values, "({:?}, {parameter}.value()), ", variable.name)?;
    }
    let mut addresses = String::new();
    for link in 1..=shape.links() {
        write!(parameters, ", link_{link}: impl fmt::Display")?;
        write!(addresses, "link_{link}.to_string(), ")?;
    }
    let (returned, body) = if shape.has_markup() {
        ("Markup", format!("self.marked({index}, [{values}], [{addresses}])"))
    } else if shape.variables.is_empty() {
        ("&str", format!("self.fixed({index})"))
    } else {
        ("String", format!("self.filled({index}, [{values}])"))
    };
    let doc = format!("```text\n{said}\n```");
    writeln!(methods, "    #[doc = {doc:?}]\n    #[must_use]")?;
    writeln!(methods, "    pub fn {name}(&self{parameters}) -> {returned} {{ {body} }}")
}

/// The text of a message as it stands in the file, without its id. All lines but the first are indented, or close a choice.
fn text_of<'s>(file: &'s str, id: &str) -> &'s str {
    let begins = |line: &&str| line.strip_prefix(id).is_some_and(|rest| rest.trim_start().starts_with('='));
    let Some(line) = file.lines().find(begins) else { return "" };
    let start = line.as_ptr().addr() - file.as_ptr().addr();
    let rest = &file[start..];
    let ends =
        |at: &(usize, &str)| rest[at.0 + 1..].starts_with(|next: char| next.is_alphanumeric() || "-#".contains(next));
    let end = rest.match_indices('\n').find(ends).map_or(rest.len(), |(at, _)| at);
    rest[..end].split_once('=').map_or("", |(_, text)| text).trim()
}

fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}
