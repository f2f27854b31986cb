//! Running text as the data files may write it: paragraphs, lists, and a few kinds of words within them.

use crate::catalogue::model::ids::FigureId;

/// A text of one or more blocks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose(pub Vec<Block>);

/// A paragraph or a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Line),
    /// A list; its items are numbered where `ordered`.
    List {
        /// Whether the order matters.
        ordered: bool,
        /// The items.
        items: Vec<Line>,
    },
}

/// One run of text within a block.
pub type Line = Vec<Inline>;

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Plain words.
    Text(String),
    /// Words that matter.
    Strong(String),
    /// Words said with stress.
    Emphasis(String),
    /// Words that lead somewhere.
    Link {
        /// What is shown.
        text: String,
        /// An own path, or an address with an allowed scheme.
        href: String,
    },
    /// A figure that ages, kept in `facts.yaml`.
    Figure {
        /// Which.
        fact: FigureId,
        /// What is shown.
        value: String,
    },
}

impl Inline {
    /// The words shown, without their form.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Strong(text) | Self::Emphasis(text) | Self::Link { text, .. } => text,
            Self::Figure { value, .. } => value,
        }
    }
}

impl Prose {
    /// Every line, in order.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.0.iter().flat_map(|block| match block {
            Block::Paragraph(line) => std::slice::from_ref(line),
            Block::List { items, .. } => items.as_slice(),
        })
    }

    /// Every piece, in order.
    pub fn spans(&self) -> impl Iterator<Item = &Inline> {
        self.lines().flatten()
    }

    /// The words alone, one line each.
    #[must_use]
    pub fn plain(&self) -> String {
        let lines: Vec<String> = self.lines().map(|line| line.iter().map(Inline::text).collect()).collect();
        lines.join("\n")
    }

    /// The figures that the text uses.
    pub fn figures(&self) -> impl Iterator<Item = &FigureId> {
        self.spans().filter_map(|span| match span {
            Inline::Figure { fact, .. } => Some(fact),
            _ => None,
        })
    }
}
