//! Everything that can be found: the words of the roles (or of the pages beside them) and the phrases that people say for them.

use crate::catalogue::search::engine::Engine;
use crate::catalogue::search::lexicon::Lexicon;
use crate::catalogue::search::synonym::SynonymIndex;

/// The indexes of words. All number the documents alike.
#[derive(Debug)]
pub struct TermIndex {
    /// The postings of stems.
    pub engine: Box<dyn Engine>,
    /// The spellings.
    pub lexicon: Lexicon,
    /// The phrases.
    pub synonyms: SynonymIndex,
}
