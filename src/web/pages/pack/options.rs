//! How a pack is printed: the size of its text, the colour of its paper, the code of its Braille.

use crate::catalogue::model::vocabulary::{Term, terms};
use crate::interface::{Interface, Markup};
use crate::web::query;

terms! {
    /// How large the text is.
    TextSize, "text size" {
        /// 14 point.
        Normal = "normal", normal_text;
        /// 18 point and more, no italics.
        Large = "large", large_print;
    }
}

terms! {
    /// The colour of the paper.
    Paper, "paper" {
        /// White.
        White = "white", white;
        /// Cream.
        Cream = "cream", cream;
        /// Pale blue.
        Blue = "blue", pale_blue;
        /// Pale green.
        Green = "green", pale_green;
    }
}

terms! {
    /// The code of a Braille file.
    Grade, "Braille code" {
        /// With the short forms that most readers know.
        Contracted = "contracted", contracted_braille;
        /// Letter by letter.
        Uncontracted = "uncontracted", uncontracted_braille;
    }
}

const TEXT: &str = "text";
const PAPER: &str = "paper";
const BRAILLE: &str = "braille";

/// How a pack is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackOptions {
    /// The size of its text.
    pub text: TextSize,
    /// The colour of its paper.
    pub paper: Paper,
    /// The code of its Braille; none where nobody chose.
    pub grade: Option<Grade>,
    /// Values that do not exist, with the keys they were given for.
    pub unknown: Vec<(&'static str, String)>,
}

impl PackOptions {
    /// Whether the parameter with this key is an option.
    #[must_use]
    pub fn reads(key: &str) -> bool {
        [TEXT, PAPER, BRAILLE].contains(&key)
    }

    /// Reads the options of a query.
    #[must_use]
    pub fn parse(pairs: &[(String, String)]) -> Self {
        let mut unknown = Vec::new();
        let text = read(pairs, TEXT, &mut unknown).unwrap_or(TextSize::Normal);
        let paper = read(pairs, PAPER, &mut unknown).unwrap_or(Paper::White);
        let grade = read(pairs, BRAILLE, &mut unknown);
        Self { text, paper, grade, unknown }
    }

    /// The parameters that say so, without what goes without saying.
    #[must_use]
    pub fn pairs(&self) -> Vec<(&'static str, &'static str)> {
        let mut pairs = Vec::new();
        if self.text != TextSize::Normal {
            pairs.push((TEXT, self.text.id()));
        }
        if self.paper != Paper::White {
            pairs.push((PAPER, self.paper.id()));
        }
        pairs.extend(self.grade.map(|grade| (BRAILLE, grade.id())));
        pairs
    }

    /// What is said of values that do not exist.
    #[must_use]
    pub fn notices(&self, t: &Interface) -> Vec<Markup> {
        let notice = |(key, value): &(&str, String)| match *key {
            TEXT => t.no_such_text_size(value),
            PAPER => t.no_such_paper(value),
            _ => t.no_such_braille_code(value),
        };
        self.unknown.iter().map(notice).collect()
    }

    /// The same, in this Braille code.
    #[must_use]
    pub fn in_braille(&self, grade: Grade) -> Self {
        Self { grade: Some(grade), ..self.clone() }
    }
}

fn read<T: Term>(
    pairs: &[(String, String)],
    key: &'static str,
    unknown: &mut Vec<(&'static str, String)>,
) -> Option<T> {
    let asked = query::first(pairs, key)?;
    let found = T::from_id(asked);
    if found.is_none() {
        unknown.push((key, asked.chars().take(100).collect()));
    }
    found
}
