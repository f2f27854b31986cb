//! "Did you mean": the words of a list that a written one may stand for.
//!
//! First those whose words it begins (`team-leader` finds `team-leader-or-supervisor`), then those that contain it, then
//! those a few typing errors away. Errors are counted as Damerau-Levenshtein distance, and the similarity by which
//! candidates are ordered is that of Jaro and Winkler.

use crate::catalogue::model::ids::slug;

/// Longer words are not looked up: the distance takes quadratic time.
const LONGEST: usize = 100;
/// Shorter words are not looked for within candidates: they are in too many.
const SHORTEST_PART: usize = 4;
/// Similarity at which a candidate is near whatever its distance.
const SIMILAR: f64 = 0.85;
/// Similarity below which it is not near even if the distance is small.
const DISSIMILAR: f64 = 0.6;

/// How a candidate is like what was written; the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    Same,
    Beginning,
    Words,
    Part,
    Misspelling,
}

/// A word that was written, to be compared with candidates.
#[derive(Clone, Debug)]
pub struct Misspelt(String);

/// How near a candidate is; the nearest sorts first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Nearness(Likeness, f64);

impl Eq for Nearness {}

impl PartialOrd for Nearness {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Nearness {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0).then_with(|| other.1.total_cmp(&self.1))
    }
}

impl Misspelt {
    /// A word, title or id. `None` if it is empty or too long to be looked up.
    #[must_use]
    pub fn new(written: &str) -> Option<Self> {
        if written.len() > LONGEST {
            return None;
        }
        let slug = slug(written);
        (!slug.is_empty()).then_some(Self(slug))
    }

    /// How near a candidate is, an id or a key; `None` if it is not.
    #[must_use]
    pub fn nearness(&self, candidate: &str) -> Option<Nearness> {
        let (written, candidate) = (self.0.as_str(), &candidate.replace('_', "-"));
        if candidate.len() > LONGEST {
            return None;
        }
        let similarity = strsim::jaro_winkler(written, candidate);
        let nearness = |likeness| Some(Nearness(likeness, similarity));
        if written == candidate {
            return nearness(Likeness::Same);
        }
        if written.len() >= SHORTEST_PART {
            if candidate.starts_with(written) {
                return nearness(Likeness::Beginning);
            }
            let mut words = candidate.split('-');
            if written.split('-').all(|word| words.any(|candidate| candidate.starts_with(word))) {
                return nearness(Likeness::Words);
            }
            if candidate.contains(written) {
                return nearness(Likeness::Part);
            }
        }
        let most_errors = (written.len() / 3).max(1);
        let is_misspelling = candidate.len().abs_diff(written.len()) <= 2 + written.len() / 2
            && (similarity > SIMILAR
                || similarity > DISSIMILAR && strsim::damerau_levenshtein(written, candidate) <= most_errors);
        if is_misspelling { nearness(Likeness::Misspelling) } else { None }
    }

    /// The nearest candidate; of equally near ones the first by the alphabet.
    #[must_use]
    pub fn nearest<'a>(&self, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
        let near = candidates.into_iter().filter_map(|candidate| Some((self.nearness(candidate)?, candidate)));
        near.min().map(|(_, candidate)| candidate)
    }
}

#[cfg(test)]
mod tests {
    use super::Misspelt;

    const IDS: [&str; 6] =
        ["nurse", "senior-nurse", "care-worker", "paramedic", "team-leader-or-supervisor", "physiotherapist"];

    fn nearest(written: &str) -> Option<&'static str> {
        Misspelt::new(written)?.nearest(IDS)
    }

    #[test]
    fn a_misspelling_finds_the_nearest_word() {
        assert_eq!(nearest("senor-nurse"), Some("senior-nurse"));
        assert_eq!(nearest("Care Worker"), Some("care-worker"));
        assert_eq!(nearest("nusre"), Some("nurse"));
    }

    #[test]
    fn the_beginning_of_a_long_title_finds_it() {
        assert_eq!(nearest("team-leader"), Some("team-leader-or-supervisor"));
        assert_eq!(nearest("team-supervisor"), Some("team-leader-or-supervisor"));
        assert_eq!(nearest("therapist"), Some("physiotherapist"));
    }

    #[test]
    fn words_go_before_misspellings() {
        assert_eq!(Misspelt::new("carer").unwrap().nearest(["cared", "carer-support"]), Some("carer-support"));
    }

    #[test]
    fn a_far_word_finds_nothing() {
        assert_eq!(nearest("astronaut"), None);
        assert_eq!(nearest(""), None);
        assert_eq!(nearest(&"nurse".repeat(40)), None);
    }
}
