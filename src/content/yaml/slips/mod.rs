//! Mistakes in writing YAML that the line itself shows, said in plain words with the mend.
//!
//! The parser says what it expected and often stops a line too late. Here each line is looked at as a person would: where its
//! dash, its key, its colon and its quotes are. Some mistakes are certain whatever the parser makes of them, because it would
//! take the line for a part of the one above; the others are looked for only when the parser gives up.

mod certain;
mod elements;
mod line;
mod signs;
mod slip;
mod structure;
mod values;

pub use certain::{bullet, is_private, named};
use line::{SourceLine, lines};
pub use slip::Slip;

/// The mistakes that are none of taste: data with one of them is not read further. Takes time linear in the text.
#[must_use]
pub fn certain(text: &str) -> Vec<Slip> {
    let lines = lines(text);
    let mut found = certain::signs(text);
    let mut above = None;
    let mut in_conflict = false;
    for line in lines.iter().filter(|line| !line.is_block_text) {
        let slip = certain::conflict(line, &mut in_conflict);
        let slip = slip.or_else(|| certain::indent(line)).or_else(|| certain::dash(line, above));
        found.extend(slip.map(|slip| slip.in_line(line)));
        if !line.is_blank() {
            above = Some(line);
        }
    }
    found.sort_by_key(|slip| slip.range.start);
    found
}

/// The mistake that made the parser give up at the byte offset `at`; `None` if no line near it shows one.
#[must_use]
pub fn behind_error(text: &str, at: usize) -> Option<Slip> {
    let lines = lines(text);
    let error = lines.partition_point(|line| line.start <= at).checked_sub(1)?;
    let is_looked_at = |line: &&SourceLine<'_>| !line.is_blank() && !line.is_block_text;
    // The parser stops at the mistake or on the next line, and at a tab on the line before.
    let below = lines.get(error + 1..).unwrap_or_default().iter().find(is_looked_at);
    let near: Vec<&SourceLine<'_>> = lines[..=error].iter().rev().filter(is_looked_at).take(2).chain(below).collect();
    let after =
        |line: &SourceLine<'_>| lines.get(line.number + 1..).unwrap_or_default().iter().find(|line| !line.is_blank());
    near.iter()
        .find_map(|line| Some(structure::of_line(line).or_else(|| values::of_line(line, after(line)))?.in_line(line)))
        .or_else(|| values::open_quote(&lines[..=error]))
        .or_else(|| structure::of_place(&lines[..=error]))
}

#[cfg(test)]
mod tests {
    use super::{behind_error, certain};

    /// The part of the text and the message of what is certain.
    fn said(text: &str) -> Vec<(&str, String)> {
        certain(text).into_iter().map(|slip| (&text[slip.range], slip.message)).collect()
    }

    #[test]
    fn sound_files_have_none() {
        for text in [
            "a: b\n",
            "list:\n  - one\n  - two - three\n  - -5\n",
            "about: |\n  - item\n  -none\n  • bullet\n  <<<<<<< text\n\n  \u{a0}x\nnext: - x\n",
            "a: some words\n  – and more, on the next line\n",
            "- id: x\n  text: >\n    – folded\n",
            "# • a comment\na: b # -c\n",
            "",
        ] {
            assert_eq!(said(text), [], "{text}");
        }
    }

    #[test]
    fn what_looks_like_a_dash_is_found_where_an_item_is_expected() {
        for (text, mark) in [
            ("list:\n  • One\n", "•"),
            ("list:\n  - One\n  – Two\n", "–"),
            ("list:\n  * One\n", "*"),
            ("list:\n  -One\n", "-"),
            ("list:\n  -\u{a0}One\n", "-"),
        ] {
            let found = said(text);
            assert_eq!(found.iter().map(|(part, _)| *part).collect::<Vec<_>>(), [mark], "{text}: {found:?}");
        }
    }

    #[test]
    fn no_text_makes_it_panic() {
        for text in [
            "\"",
            "a: '",
            "a:\u{a0}\n\u{a0}- x",
            "- \u{a0}|",
            "\u{a0}",
            "- ",
            "é:\u{a0}",
            "a: [\n\n",
            "\t\u{2028}",
            "a: \"\\",
        ] {
            for at in 0..=text.len() + 1 {
                let _ = behind_error(text, at);
            }
            let _ = certain(text);
        }
    }
}
