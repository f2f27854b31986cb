//! Which documents (roles, or pages beside them) answer a search, and in which order.

use std::collections::BTreeMap;

use crate::catalogue::search::engine::{Engine, IndexedField, SearchError};
use crate::catalogue::search::query::{Interpretation, MatchKind, ParsedQuery, TermMeaning};

/// Factors on the weight of a word, by where it was found.
const TITLE_WEIGHT: f32 = 4.0;
const OTHER_TITLES_WEIGHT: f32 = 3.0;
const SYNONYM_WEIGHT: f32 = 8.0;
const TEXTS_WEIGHT: f32 = 1.0;

/// How well a document answers, best first. It decides the order before any score does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatchTier {
    /// The search is its title, word for word.
    ExactTitle,
    /// The search is its title, but for endings and stop words.
    Title,
    /// The search is one of its other titles, or a part of its title.
    OtherTitle,
    /// The search is a synonym, and the document has this rank among those it stands for.
    Synonym(usize),
    /// Some words of the search are its title or one of its other titles.
    NamedWithin,
    /// It has every required word, the worst of them in this field.
    AllWords(MatchField),
    /// It lacks so many of the required words.
    MissingWords(usize),
}

/// Where a word was found, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatchField {
    /// In the title.
    Title,
    /// In another title.
    OtherTitles,
    /// Among the synonyms of the document.
    Synonyms,
    /// In any text.
    Texts,
}

/// A document that answers a search.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SearchHit {
    /// Its index in the graph.
    pub document: usize,
    /// How well it answers.
    pub tier: MatchTier,
    /// The sum of the weights of the words in it.
    pub score: f32,
}

/// What the interpretations of a search found in each document.
struct Scores {
    /// `fields[word][document]`: the best field in which the word was found.
    fields: Vec<Vec<Option<MatchField>>>,
    /// `sums[document]`: the sum of the weights.
    sums: Vec<f32>,
}

/// The documents that answer a search, best first: by tier, then by score, then by index. `exact` has the tiers of documents that the
/// search as a whole names or is a synonym of.
///
/// Where no document has every required word, those that lack the fewest answer.
pub fn rank(
    engine: &dyn Engine,
    query: &ParsedQuery,
    exact: &BTreeMap<usize, MatchTier>,
) -> Result<Vec<SearchHit>, SearchError> {
    let scores = Scores::of(engine, query)?;
    let fields = query.required.iter().zip(&scores.fields);
    let required: Vec<&[Option<MatchField>]> =
        fields.filter(|(required, _)| **required).map(|(_, fields)| fields.as_slice()).collect();
    let mut hits = Vec::new();
    let mut fewest = required.len();
    for (document, &score) in scores.sums.iter().enumerate() {
        let missing = required.iter().filter(|fields| fields.get(document).copied().flatten().is_none()).count();
        let worst = required.iter().filter_map(|fields| fields.get(document).copied().flatten()).max();
        let tier = match (exact.get(&document), worst) {
            (Some(tier), _) => *tier,
            (None, Some(worst)) if missing == 0 => MatchTier::AllWords(worst),
            (None, Some(_)) if missing <= fewest => MatchTier::MissingWords(missing),
            (None, _) => continue,
        };
        fewest = fewest.min(if matches!(tier, MatchTier::MissingWords(_)) { missing } else { 0 });
        hits.push(SearchHit { document, tier, score });
    }
    hits.retain(|hit| !matches!(hit.tier, MatchTier::MissingWords(missing) if missing > fewest));
    hits.sort_unstable_by(|a, b| {
        a.tier.cmp(&b.tier).then_with(|| b.score.total_cmp(&a.score)).then(a.document.cmp(&b.document))
    });
    Ok(hits)
}

impl Scores {
    fn of(engine: &dyn Engine, query: &ParsedQuery) -> Result<Self, SearchError> {
        let documents = engine.document_count();
        let mut scores = Self { fields: vec![vec![None; documents]; query.words.len()], sums: vec![0.0; documents] };
        for interpretation in &query.interpretations {
            match &interpretation.meaning {
                TermMeaning::Word { stem, confidence, kind } => {
                    scores.add_word(engine, interpretation, stem, *confidence, *kind)?;
                }
                TermMeaning::Synonym { target, confidence } => {
                    for (document, fit) in target.fits() {
                        scores.add(interpretation, document, MatchField::Synonyms, SYNONYM_WEIGHT * confidence * fit);
                    }
                }
            }
        }
        Ok(scores)
    }

    fn add_word(
        &mut self,
        engine: &dyn Engine,
        interpretation: &Interpretation,
        stem: &str,
        confidence: f32,
        kind: MatchKind,
    ) -> Result<(), SearchError> {
        for (indexed, field, weight) in [
            (IndexedField::Title, MatchField::Title, TITLE_WEIGHT),
            (IndexedField::OtherTitles, MatchField::OtherTitles, OTHER_TITLES_WEIGHT),
            (IndexedField::Texts, MatchField::Texts, TEXTS_WEIGHT),
        ] {
            let (field, weight) = match kind {
                MatchKind::PrefixInTitles if indexed == IndexedField::Texts => continue,
                MatchKind::Synonym => (field.max(MatchField::Synonyms), TEXTS_WEIGHT),
                _ => (field, weight),
            };
            engine.for_each_posting(indexed, stem, &mut |document, score| {
                self.add(interpretation, document, field, weight * confidence * score);
            })?;
        }
        Ok(())
    }

    fn add(&mut self, interpretation: &Interpretation, document: usize, field: MatchField, score: f32) {
        for fields in self.fields.get_mut(interpretation.words.clone()).into_iter().flatten() {
            if let Some(best) = fields.get_mut(document) {
                *best = Some(best.map_or(field, |before| before.min(field)));
            }
        }
        if let Some(sum) = self.sums.get_mut(document) {
            *sum += score;
        }
    }
}
