//! What a code means, with a wrong and a right example. The list of all codes, for the documentation.

mod example;
mod files;
mod meaning;
mod references;
mod shape;
mod words;

use crate::content::code::Code;
use example::Example;

/// The examples of every code, by what they are about.
const EXAMPLES: [&[Example]; 5] =
    [files::EXAMPLES, shape::EXAMPLES, references::EXAMPLES, meaning::EXAMPLES, words::EXAMPLES];

fn example(code: Code) -> Option<&'static Example> {
    EXAMPLES.into_iter().flatten().find(|example| example.code == code)
}

/// What `check --explain` says of a code.
#[must_use]
pub fn explain(code: Code) -> String {
    let mut text = format!("{}[{}]: {}\n{}\n", code.severity().id(), code.id(), code.about(), choice(code));
    if let Some(Example { wrong, right, .. }) = example(code) {
        text.push_str(&format!("\nWrong:\n\n{}\nRight:\n\n{}", indented(wrong), indented(right)));
    }
    text
}

/// What a site may choose for a code.
fn choice(code: Code) -> String {
    if code.is_binding() {
        "Without what it asks for there is no site, so it is always an error.".to_owned()
    } else {
        let id = code.id();
        format!("A site may choose: under `severity:` in site.yaml, `{id}: error`, `{id}: warning` or `{id}: off`.")
    }
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("    {line}\n")).collect()
}

/// The table of all codes, as `data/README.md` has it.
#[must_use]
pub fn table() -> String {
    let mut table = "| code | is | says |\n|---|---|---|\n".to_owned();
    for code in Code::ALL {
        let severity = if code.is_binding() { "error, always" } else { code.severity().id() };
        table.push_str(&format!("| `{}` | {severity} | {} |\n", code.id(), code.about()));
    }
    table
}

#[cfg(test)]
mod tests {
    use super::{EXAMPLES, example, explain};
    use crate::content::code::Code;

    #[test]
    fn each_code_has_one_wrong_and_one_right_example() {
        for code in Code::ALL {
            let found = example(*code).unwrap_or_else(|| panic!("{} has no example", code.id()));
            assert_ne!(found.wrong, found.right, "{}", code.id());
            assert!(explain(*code).contains("\nRight:\n\n    "), "{}", code.id());
        }
        assert_eq!(EXAMPLES.into_iter().flatten().count(), Code::ALL.len());
    }
}
