//! Words that the texts of a role may have.

/// A short list of words and phrases, with commas between them. One that ends in `*` stands for all that begin so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WordList(pub &'static str);

impl WordList {
    /// The words, in order.
    pub fn iter(self) -> impl Iterator<Item = &'static str> {
        self.0.split(", ")
    }

    /// Whether a text has any of the words.
    pub(super) fn is_in(self, text: &NormalisedText) -> bool {
        self.iter().any(|word| text.has(word))
    }
}

/// A text as small letters and digits, with one space around each word; sentences stand apart.
#[derive(Clone, Debug)]
pub(super) struct NormalisedText(String);

impl NormalisedText {
    /// The words of some sentences. Apostrophes vanish, as in ids.
    pub(super) fn of<'t>(sentences: impl IntoIterator<Item = &'t str>) -> Self {
        let mut plain = String::new();
        for sentence in sentences {
            plain.push('\n');
            let spelled = sentence.to_lowercase().replace(['\'', '’'], "");
            for word in spelled.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
                plain.push(' ');
                plain.push_str(word);
            }
            plain.push(' ');
        }
        Self(plain)
    }

    /// The first place where the text has a word or phrase of a list, in whole words.
    pub(super) fn find(&self, word: &str) -> Option<&str> {
        let (wanted, is_start) = word.strip_suffix('*').map_or((word, false), |start| (start, true));
        let end = if is_start { "" } else { " " };
        let at = self.0.find(&format!(" {wanted}{end}"))? + 1;
        let rest = self.0.get(at..)?;
        let length = wanted.len() + rest.get(wanted.len()..)?.find(' ')?;
        rest.get(..length)
    }

    fn has(&self, word: &str) -> bool {
        self.find(word).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::{NormalisedText, WordList};

    #[test]
    fn a_word_is_found_whole_and_a_stem_at_the_start_of_words() {
        let text = NormalisedText::of(["You organise the ward's diary.", "Give personal care, in some jobs."]);
        let found = |words| WordList(words).iter().filter_map(|word| text.find(word)).collect::<Vec<_>>();
        assert_eq!(found("organis*, organ, wards, diar*, iary"), ["organise", "wards", "diary"]);
        assert_eq!(found("personal care, some jobs"), ["personal care", "some jobs"]);
        assert!(found("diary give").is_empty(), "a phrase does not run from one sentence into the next");
        assert!(!WordList("care home").is_in(&text));
    }
}
