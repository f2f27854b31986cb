//! Texts as vectors of words, weighted by how rare each word is: the vector space model with tf-idf weights (Salton and Buckley,
//! "Term-weighting approaches in automatic text retrieval", 1988).

use std::collections::BTreeMap;

use crate::catalogue::search::word_lists::{is_asking, is_generic};
use crate::catalogue::search::words::words;

/// A word of more than this part of the roles tells none of them from the others.
const COMMON: f32 = 0.25;

/// A shared word that adds less than this to the cosine explains nothing.
const TELLING: f32 = 0.02;

/// One text: the weight of each stem in it, with unit length, and the spelling that the text has for it.
#[derive(Clone, Debug, Default)]
pub(super) struct TextVector {
    stems: BTreeMap<String, (f32, String)>,
}

/// The vectors of one text for each role.
#[derive(Clone, Debug, Default)]
pub(super) struct TextVectors {
    of_role: Vec<TextVector>,
    /// The roles whose text has a stem, each with its weight there.
    postings: BTreeMap<String, Vec<(usize, f32)>>,
}

impl TextVectors {
    /// Weighs the words of each text, in O(words). Words that ask a question or name a kind of job are left out.
    pub(super) fn new(texts: impl Iterator<Item = String>) -> Self {
        let mut vectors: Vec<TextVector> = texts.map(|text| TextVector::counting(&text)).collect();
        let mut documents: BTreeMap<String, u16> = BTreeMap::new();
        for stem in vectors.iter().flat_map(|vector| vector.stems.keys()) {
            let count = documents.entry(stem.clone()).or_default();
            *count = count.saturating_add(1);
        }
        let all = vectors.len() as f32;
        for vector in &mut vectors {
            vector.weigh(|stem| {
                let having = documents.get(stem).copied().map_or(1.0, f32::from);
                if having > all * COMMON { 0.0 } else { (all / having).ln() }
            });
        }
        let mut postings: BTreeMap<String, Vec<(usize, f32)>> = BTreeMap::new();
        for (role, vector) in vectors.iter().enumerate() {
            for (stem, (weight, _)) in vector.stems.iter().filter(|(_, (weight, _))| *weight > 0.0) {
                postings.entry(stem.clone()).or_default().push((role, *weight));
            }
        }
        Self { of_role: vectors, postings }
    }

    /// How alike one text is to each, as [`Self::alike`] says. Visits only the roles that share a word with it.
    pub(super) fn cosines(&self, one: usize) -> Vec<f32> {
        let mut cosines = vec![0.0; self.of_role.len()];
        for (stem, (weight, _)) in self.of_role.get(one).into_iter().flat_map(|vector| &vector.stems) {
            for (role, of_other) in self.postings.get(stem).into_iter().flatten() {
                cosines[*role] += weight * of_other;
            }
        }
        cosines
    }

    /// How alike two texts are, between 0 and 1: the cosine of their angle; and the telling words that both have, the most
    /// telling first, as the second text spells them.
    pub(super) fn alike(&self, one: usize, other: usize) -> (f32, Vec<&str>) {
        let (Some(one), Some(other)) = (self.of_role.get(one), self.of_role.get(other)) else { return (0.0, vec![]) };
        let mut shared: Vec<(f32, &str)> = one
            .stems
            .iter()
            .filter_map(|(stem, (weight, _))| {
                let (of_other, spelling) = other.stems.get(stem)?;
                Some((weight * of_other, spelling.as_str()))
            })
            .filter(|(product, _)| *product > 0.0)
            .collect();
        shared.sort_by(|(a, a_word), (b, b_word)| b.total_cmp(a).then_with(|| a_word.cmp(b_word)));
        let telling = shared.iter().filter(|(product, _)| *product >= TELLING).map(|(_, word)| *word).collect();
        (shared.iter().map(|(product, _)| product).sum(), telling)
    }
}

impl TextVector {
    fn counting(text: &str) -> Self {
        let mut vector = Self::default();
        for word in words(text).into_iter().filter(|word| word.is_content()) {
            if is_generic(&word.spelling) || is_asking(&word.spelling) || word.spelling.chars().count() < 3 {
                continue;
            }
            let spelling = text.get(word.range.clone()).unwrap_or(&word.spelling).to_lowercase();
            vector.stems.entry(word.stem()).or_insert((0.0, spelling)).0 += 1.0;
        }
        vector
    }

    fn weigh(&mut self, rarity: impl Fn(&str) -> f32) {
        for (stem, (weight, _)) in &mut self.stems {
            *weight = (1.0 + weight.ln()) * rarity(stem);
        }
        let length = self.stems.values().map(|(weight, _)| weight * weight).sum::<f32>().sqrt();
        if length > 0.0 {
            self.stems.values_mut().for_each(|(weight, _)| *weight /= length);
        }
    }
}
