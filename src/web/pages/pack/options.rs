//! How a pack is printed: the size of its text, the colour of its paper, the code of its Braille.

use crate::catalogue::model::vocabulary::{Term, terms};
use crate::web::query;

terms! {
    /// How large the text is.
    TextSize, "text size" {
        /// 14 point.
        Normal = "normal", "Normal: 14 point";
        /// 18 point and more, no italics.
        Large = "large", "Large print: 18 point and more";
    }
}

terms! {
    /// The colour of the paper.
    Paper, "paper" {
        /// White.
        White = "white", "White";
        /// Cream.
        Cream = "cream", "Cream";
        /// Pale blue.
        Blue = "blue", "Pale blue";
        /// Pale green.
        Green = "green", "Pale green";
    }
}

terms! {
    /// The code of a Braille file.
    Grade, "Braille code" {
        /// With the short forms that most readers know.
        Contracted = "contracted", "Contracted (grade 2)";
        /// Letter by letter.
        Uncontracted = "uncontracted", "Uncontracted (grade 1)";
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
    /// Values that do not exist, with what they were given for.
    pub unknown: Vec<(&'static str, String)>,
}

impl PackOptions {
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

    /// The same, in this Braille code.
    #[must_use]
    pub fn in_braille(&self, grade: Grade) -> Self {
        Self { grade: Some(grade), ..self.clone() }
    }
}

fn read<T: Term>(pairs: &[(String, String)], key: &str, unknown: &mut Vec<(&'static str, String)>) -> Option<T> {
    let asked = query::first(pairs, key)?;
    let found = T::from_id(asked);
    if found.is_none() {
        unknown.push((T::NAME, asked.chars().take(100).collect()));
    }
    found
}
