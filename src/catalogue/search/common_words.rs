//! Common words of English. They are spelled right even where no role has them: nobody who types "night" means "sight".

use std::collections::BTreeSet;
use std::sync::LazyLock;

static COMMON_WORDS: LazyLock<BTreeSet<&str>> =
    LazyLock::new(|| include_str!("common_words.txt").lines().filter(|line| !line.starts_with('#')).collect());

/// Whether a spelling of four letters or more is a common word, or one with an "s" behind it.
#[must_use]
pub fn is_common(spelling: &str) -> bool {
    COMMON_WORDS.contains(spelling) || spelling.strip_suffix('s').is_some_and(|one| COMMON_WORDS.contains(one))
}

#[cfg(test)]
mod tests {
    use super::is_common;

    #[test]
    fn words_are_common_and_misspellings_are_not() {
        assert!(["night", "nights", "youth", "police", "band", "part"].into_iter().all(is_common));
        assert!(!["nures", "midwfe", "parmedic", "#"].into_iter().any(is_common));
    }
}
