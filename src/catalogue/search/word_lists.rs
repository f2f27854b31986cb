//! Words of English that say little: stop words, words of questions, and words for kinds of jobs and organisations.

/// Stop words, sorted: those of the language, and those people use to ask. "No", "not" and "without" tell roles apart: they are none.
const STOP_WORDS: [&str; 94] = [
    "a",
    "about",
    "all",
    "also",
    "am",
    "an",
    "and",
    "any",
    "are",
    "around",
    "as",
    "at",
    "be",
    "become",
    "becoming",
    "been",
    "being",
    "but",
    "by",
    "can",
    "career",
    "careers",
    "could",
    "did",
    "do",
    "does",
    "doing",
    "etc",
    "for",
    "from",
    "get",
    "getting",
    "had",
    "has",
    "have",
    "having",
    "how",
    "i",
    "id",
    "if",
    "im",
    "in",
    "interested",
    "into",
    "is",
    "it",
    "its",
    "ive",
    "job",
    "jobs",
    "like",
    "looking",
    "love",
    "may",
    "me",
    "might",
    "my",
    "of",
    "on",
    "or",
    "other",
    "our",
    "out",
    "please",
    "role",
    "roles",
    "should",
    "so",
    "some",
    "someone",
    "something",
    "than",
    "that",
    "the",
    "their",
    "them",
    "there",
    "these",
    "they",
    "this",
    "those",
    "to",
    "want",
    "was",
    "we",
    "what",
    "when",
    "where",
    "which",
    "who",
    "will",
    "with",
    "would",
    "you",
];

/// Words that people ask with, sorted. Unlike stop words they are looked for, but need not be there.
const ASKING_WORDS: [&str; 37] = [
    "bad",
    "best",
    "between",
    "change",
    "daughter",
    "difference",
    "difficult",
    "easy",
    "exactly",
    "find",
    "good",
    "hard",
    "know",
    "long",
    "lot",
    "many",
    "maybe",
    "mean",
    "much",
    "near",
    "nearby",
    "need",
    "now",
    "possible",
    "really",
    "require",
    "required",
    "son",
    "start",
    "take",
    "tell",
    "thing",
    "think",
    "versus",
    "vs",
    "way",
    "well",
];

/// Words that say of a job or an organisation only what kind it is, sorted.
const GENERIC_WORDS: [&str; 22] = [
    "adviser",
    "advisor",
    "assistant",
    "associate",
    "association",
    "college",
    "coordinator",
    "council",
    "helper",
    "institute",
    "national",
    "officer",
    "operator",
    "practitioner",
    "royal",
    "society",
    "specialist",
    "staff",
    "support",
    "team",
    "technician",
    "worker",
];

/// Whether a spelling is no stop word.
#[must_use]
pub fn is_content(spelling: &str) -> bool {
    STOP_WORDS.binary_search(&spelling).is_err()
}

/// Whether a spelling is a word that people ask with.
#[must_use]
pub fn is_asking(spelling: &str) -> bool {
    ASKING_WORDS.binary_search(&spelling).is_ok()
}

/// Whether a spelling says of a job or an organisation only what kind it is.
#[must_use]
pub fn is_generic(spelling: &str) -> bool {
    GENERIC_WORDS.binary_search(&spelling.strip_suffix('s').unwrap_or(spelling)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{ASKING_WORDS, GENERIC_WORDS, STOP_WORDS};

    #[test]
    fn the_words_are_sorted_for_the_binary_search() {
        assert!(STOP_WORDS.is_sorted() && ASKING_WORDS.is_sorted() && GENERIC_WORDS.is_sorted());
    }
}
