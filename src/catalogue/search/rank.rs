//! Which roles answer a search, and in which order.

use std::collections::BTreeMap;

use crate::catalogue::search::engine::{Engine, IndexedField};
use crate::catalogue::search::query::{Interpretation, MatchKind, ParsedQuery, TermMeaning};

/// How much a word weighs in the parts of a role.
const IN_TITLE: f32 = 4.0;
const IN_OTHER_TITLES: f32 = 3.0;
const IN_MEANING: f32 = 8.0;
const IN_TEXTS: f32 = 1.0;

/// How good an answer a role is, the best first: before all weighing, this decides the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatchTier {
    /// Its title is what was asked.
    IsTitle,
    /// One of its other titles, or a part of its title, is what was asked.
    IsOtherTitle,
    /// People say for it just what was asked, and it stands so far down the list of what they mean.
    IsMeant(usize),
    /// Every word was found, and this is the least of the places where.
    Has(RankKey),
    /// It lacks so many of the words.
    Lacks(usize),
}

/// Where a word was found, the best place first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RankKey {
    /// In the title.
    Title,
    /// In another title.
    OtherTitles,
    /// Among the words that people say for the role.
    Meaning,
    /// In any text.
    Texts,
}

/// A role that answers a search.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SearchHit {
    /// Its place in the graph.
    pub role: usize,
    /// How good an answer it is.
    pub answer: MatchTier,
    /// How much the words weigh in it.
    pub score: f32,
}

/// For each word and role, the best place in which the word was found; for each role, the sum of what the words weigh.
struct Findings {
    places: Vec<Vec<Option<RankKey>>>,
    scores: Vec<f32>,
}

/// The roles that answer a search, the best first; ties stand in the order of the roles. `whole` has those that the search
/// as a whole names or stands for.
///
/// Where no role has every word, those that lack the fewest answer.
#[must_use]
pub fn rank(engine: &Engine, asking: &ParsedQuery, whole: &BTreeMap<usize, MatchTier>) -> Vec<SearchHit> {
    let findings = Findings::of(engine, asking);
    let places = asking.needed.iter().zip(&findings.places);
    let needed: Vec<&[Option<RankKey>]> =
        places.filter(|(needed, _)| **needed).map(|(_, places)| places.as_slice()).collect();
    let mut hits = Vec::new();
    let mut fewest = needed.len();
    for (role, &score) in findings.scores.iter().enumerate() {
        let lacking = needed.iter().filter(|places| places.get(role).copied().flatten().is_none()).count();
        let least = needed.iter().filter_map(|places| places.get(role).copied().flatten()).max();
        let answer = match (whole.get(&role), least) {
            (Some(answer), _) => *answer,
            (None, Some(least)) if lacking == 0 => MatchTier::Has(least),
            (None, Some(_)) if lacking <= fewest => MatchTier::Lacks(lacking),
            (None, _) => continue,
        };
        fewest = fewest.min(if matches!(answer, MatchTier::Lacks(_)) { lacking } else { 0 });
        hits.push(SearchHit { role, answer, score });
    }
    hits.retain(|hit| !matches!(hit.answer, MatchTier::Lacks(lacking) if lacking > fewest));
    hits.sort_unstable_by(|a, b| {
        a.answer.cmp(&b.answer).then_with(|| b.score.total_cmp(&a.score)).then(a.role.cmp(&b.role))
    });
    hits
}

impl Findings {
    fn of(engine: &Engine, asking: &ParsedQuery) -> Self {
        let roles = engine.roles();
        let mut findings = Self { places: vec![vec![None; roles]; asking.words.len()], scores: vec![0.0; roles] };
        for reading in &asking.readings {
            match &reading.sense {
                TermMeaning::Word { stem, sure, nature } => findings.find_word(engine, reading, stem, *sure, *nature),
                TermMeaning::SynonymTarget { meaning, sure } => {
                    for (role, fit) in meaning.fits() {
                        findings.add(reading, role, RankKey::Meaning, IN_MEANING * sure * fit);
                    }
                }
            }
        }
        findings
    }

    fn find_word(&mut self, engine: &Engine, reading: &Interpretation, stem: &str, sure: f32, nature: MatchKind) {
        for (part, place, weight) in [
            (IndexedField::Title, RankKey::Title, IN_TITLE),
            (IndexedField::OtherTitles, RankKey::OtherTitles, IN_OTHER_TITLES),
            (IndexedField::Texts, RankKey::Texts, IN_TEXTS),
        ] {
            let (place, weight) = match nature {
                MatchKind::BegunInTitles if part == IndexedField::Texts => continue,
                MatchKind::Another => (place.max(RankKey::Meaning), IN_TEXTS),
                _ => (place, weight),
            };
            engine.each(part, stem, |role, score| self.add(reading, role, place, weight * sure * score));
        }
    }

    fn add(&mut self, reading: &Interpretation, role: usize, place: RankKey, score: f32) {
        for places in self.places.get_mut(reading.words.clone()).into_iter().flatten() {
            if let Some(best) = places.get_mut(role) {
                *best = Some(best.map_or(place, |before| before.min(place)));
            }
        }
        if let Some(sum) = self.scores.get_mut(role) {
            *sum += score;
        }
    }
}
