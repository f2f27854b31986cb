//! Word lists, and texts normalised so that they can be searched for their words.

/// Words and phrases. One that ends in `*` stands for every word that begins so.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct WordList(Vec<String>);

impl WordList {
    /// A list of these, normalised as texts are: "X-ray*" becomes "x ray*".
    pub fn new(words: impl IntoIterator<Item = String>) -> Self {
        let normalised = |word: String| {
            let (word, star) = word.strip_suffix('*').map_or((word.as_str(), ""), |prefix| (prefix, "*"));
            format!("{}{star}", NormalisedText::of([word]).0.trim())
        };
        Self(words.into_iter().map(normalised).collect())
    }

    /// The words and phrases, in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// Whether a text has any of them.
    pub(super) fn is_in(&self, text: &NormalisedText) -> bool {
        self.iter().any(|word| text.find(word).is_some())
    }
}

/// Sentences in lower-case letters and digits, with one space around each word and a line break between sentences, so that no
/// phrase runs from one into the next.
#[derive(Clone, Debug)]
pub(super) struct NormalisedText(String);

impl NormalisedText {
    /// Normalises some sentences. Apostrophes are dropped, as in ids.
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

    /// The first occurrence of a word or phrase of a list, up to the end of its last word.
    pub(super) fn find(&self, word: &str) -> Option<&str> {
        let (wanted, is_prefix) = word.strip_suffix('*').map_or((word, false), |prefix| (prefix, true));
        let end = if is_prefix { "" } else { " " };
        let start = self.0.find(&format!(" {wanted}{end}"))? + 1;
        let rest = self.0.get(start..)?;
        let length = wanted.len() + rest.get(wanted.len()..)?.find(' ')?;
        rest.get(..length)
    }
}

#[cfg(test)]
mod tests {
    use super::{NormalisedText, WordList};

    #[test]
    fn a_word_is_found_whole_and_a_prefix_at_the_start_of_words() {
        let text = NormalisedText::of(["You organise the ward's diary.", "Give personal care, in some jobs."]);
        let list = |words: &[&str]| WordList::new(words.iter().map(|word| (*word).to_owned()));
        let found =
            |words| list(words).iter().filter_map(|word| text.find(word)).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(found(&["organis*", "organ", "wards", "diar*", "iary"]), ["organise", "wards", "diary"]);
        assert_eq!(found(&["personal care", "some jobs"]), ["personal care", "some jobs"]);
        assert!(found(&["diary give"]).is_empty(), "a phrase does not run from one sentence into the next");
        assert!(!list(&["care home"]).is_in(&text));
    }

    #[test]
    fn a_list_is_normalised_as_texts_are() {
        assert!(WordList::new(["X-Ray*".to_owned()]).is_in(&NormalisedText::of(["Take x-rays."])));
        assert!(WordList::new(["Ward's diary".to_owned()]).is_in(&NormalisedText::of(["Keep the ward’s diary."])));
    }
}
