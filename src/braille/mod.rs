//! Braille: print words as Unified English Braille, laid out for an embosser. Pure.
//!
//! A text is a list of [`BrailleBlock`]s. Its words are translated block by block, either by [`uncontracted`] or by liblouis (see
//! [`contracted`]), and [`pages`] lays them out: 40 cells by 25 lines, in the ASCII form that every embosser reads.

pub mod contracted;
pub mod pages;
mod signs;
pub mod uncontracted;

/// A piece of a text, and how it stands on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrailleBlock {
    /// How it stands.
    pub shape: Shape,
    /// Its words, in print.
    pub words: String,
}

/// How a block stands on a Braille page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// The heading of a new part: on a new page, centred, and at the head of each page that follows.
    Part,
    /// A heading within a part: from the fifth cell.
    Heading,
    /// A paragraph: from the third cell, then from the first.
    Paragraph,
    /// An item of a list: from the first cell, then from the third.
    Item,
}

impl BrailleBlock {
    /// A block of this shape.
    pub fn new(shape: Shape, words: impl Into<String>) -> Self {
        Self { shape, words: words.into() }
    }
}
