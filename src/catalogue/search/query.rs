//! What a search asks: its words, and everything that each of them may stand for.

use std::ops::Range;

use crate::catalogue::search::SearchIndex;
use crate::catalogue::search::engine::{Engine, IndexedField};
use crate::catalogue::search::synonym::{SynonymIndex, SynonymTarget};
use crate::catalogue::search::words::{Word, content_words, stem};

/// Words of what people say that are looked up together, at most.
const LONGEST_SAYING: usize = 5;

/// Longer words that one beginning stands for, at most.
const MOST_BEGUN: usize = 16;

/// A search, understood.
#[derive(Clone, Debug, Default)]
pub struct ParsedQuery {
    /// The words that say something, as they were typed.
    pub words: Vec<String>,
    /// For each word, whether a role must have it; a word that most roles use narrows nothing.
    pub needed: Vec<bool>,
    /// What the words may stand for.
    pub readings: Vec<Interpretation>,
}

/// One thing that some of the words may stand for.
#[derive(Clone, Debug)]
pub struct Interpretation {
    /// Which words.
    pub words: Range<usize>,
    /// What they stand for.
    pub sense: TermMeaning,
}

/// What words may stand for.
#[derive(Clone, Debug)]
pub enum TermMeaning {
    /// A word of the roles.
    Word {
        /// Its stem.
        stem: String,
        /// How surely it is meant: 1 where it was typed.
        sure: f32,
        /// Whether it was typed, or only a beginning or another word for it.
        nature: MatchKind,
    },
    /// Something people say for roles.
    SynonymTarget {
        /// What.
        meaning: SynonymTarget,
        /// How surely it is meant: 1 where it was typed in full.
        sure: f32,
    },
}

/// How a word of the roles came out of what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatchKind {
    /// It was typed.
    Typed,
    /// What was typed is its beginning, and no word by itself.
    Begun,
    /// What was typed is its beginning, and a word by itself too: only titles are searched for it.
    BegunInTitles,
    /// It is another word for what was typed.
    Another,
}

impl ParsedQuery {
    /// Reads a search.
    #[must_use]
    pub fn read(index: &SearchIndex, text: &str) -> Self {
        let mut typed: Vec<Word> = Vec::new();
        for word in content_words(text) {
            if !typed.iter().any(|before| before.stem() == word.stem()) {
                typed.push(word);
            }
        }
        let stems: Vec<String> = typed.iter().map(Word::stem).collect();
        let mut asking = Self {
            words: typed.iter().filter_map(|word| text.get(word.range.clone())).map(str::to_owned).collect(),
            needed: vec![],
            readings: vec![],
        };
        for (place, word) in typed.iter().enumerate() {
            asking.read_word(index, place, word);
            if let Some(next) = typed.get(place + 1) {
                asking.read_joined(index, place, &format!("{}{}", word.spelling, next.spelling));
            }
        }
        asking.read_sayings(&index.meanings, &typed, &stems);
        asking.needed = asking.narrowing(&index.engine, &stems);
        asking
    }

    /// The words that stand for nothing at all.
    pub fn unknown(&self) -> impl Iterator<Item = &str> {
        self.words.iter().enumerate().filter(|(place, _)| !self.is_read(*place)).map(|(_, word)| word.as_str())
    }

    fn is_read(&self, place: usize) -> bool {
        self.readings.iter().any(|reading| reading.words.contains(&place))
    }

    /// Which words a role must have: all but those that stand for nothing and those that more than a quarter of the roles
    /// use; where no word would be left, all of them.
    fn narrowing(&self, engine: &Engine, stems: &[String]) -> Vec<bool> {
        let common = engine.roles() as u64 / 4;
        let narrows = |(place, stem): (usize, &String)| {
            self.is_read(place) && engine.frequency(IndexedField::Texts, stem) <= common
        };
        let narrowing: Vec<bool> = stems.iter().enumerate().map(narrows).collect();
        if narrowing.contains(&true) { narrowing } else { (0..stems.len()).map(|place| self.is_read(place)).collect() }
    }

    fn read_word(&mut self, index: &SearchIndex, place: usize, word: &Word) {
        let typed = word.stem();
        let is_word = index.engine.frequency(IndexedField::Texts, &typed) > 0;
        if is_word {
            self.add_word(place..place + 1, typed.clone(), 1.0, MatchKind::Typed);
        }
        if word.is_whole() {
            return;
        }
        let nature = if is_word { MatchKind::BegunInTitles } else { MatchKind::Begun };
        for stem in index.lexicon.stems_beginning(&word.spelling, MOST_BEGUN).into_iter().filter(|stem| *stem != typed)
        {
            self.add_word(place..place + 1, stem.to_owned(), 0.5, nature);
        }
    }

    /// Two words that roles write as one: "health care", "mid wife".
    fn read_joined(&mut self, index: &SearchIndex, place: usize, joined: &str) {
        if index.lexicon.used(joined) > 0 {
            self.add_word(place..place + 2, stem(joined), 0.9, MatchKind::Typed);
        }
    }

    /// What people say: the longest sayings first, then those within them.
    fn read_sayings(&mut self, meanings: &SynonymIndex, typed: &[Word], stems: &[String]) {
        for start in 0..stems.len() {
            for end in (start + 1..=stems.len().min(start + LONGEST_SAYING)).rev() {
                let (Some(said), Some(last)) = (stems.get(start..end), typed.get(end - 1)) else { continue };
                if let Some(meaning) = meanings.of(&said.join(" ")) {
                    self.add_meaning(start..end, meaning, 1.0);
                } else if !last.is_whole() && end == stems.len() {
                    let before = said.get(..said.len() - 1).unwrap_or_default();
                    let begun = [before, std::slice::from_ref(&last.spelling)].concat().join(" ");
                    for meaning in meanings.beginning(&begun) {
                        self.add_meaning(start..end, meaning, 0.5);
                    }
                }
            }
        }
    }

    fn add_meaning(&mut self, words: Range<usize>, meaning: &SynonymTarget, sure: f32) {
        for stem in &meaning.stems {
            self.add_word(words.clone(), stem.clone(), 0.6 * sure, MatchKind::Another);
        }
        self.readings
            .push(Interpretation { words, sense: TermMeaning::SynonymTarget { meaning: meaning.clone(), sure } });
    }

    fn add_word(&mut self, words: Range<usize>, stem: String, sure: f32, nature: MatchKind) {
        self.readings.push(Interpretation { words, sense: TermMeaning::Word { stem, sure, nature } });
    }
}
