//! `matcher.yaml`: the questions of the matcher, and the words that answers look for.

use crate::catalogue::filter::Facet;
use crate::catalogue::matcher::AnswerCount;
use crate::content::decode::{
    ClosedWord, Fields, Flag, Group, IdText, PlainText, Points, Record, ReferenceTarget, ReferenceTo,
};
use crate::content::schema::choices::{ChoicePhrases, choices};
use crate::content::source::{Span, Spanned};

/// What a choice that an answer looks for is said to be where it does not exist.
const LOOKED_FOR: ChoicePhrases = ChoicePhrases {
    level: "an answer looks for a level",
    setting: "an answer looks for a setting",
    category: "an answer looks for a category",
    contact: "an answer looks for a kind of contact",
    start: "an answer looks for a qualification",
    pay: "an answer looks for a pay band",
};

/// `matcher.yaml`.
#[derive(Debug)]
pub struct MatcherFile {
    pub words: Vec<WordListKeys>,
    pub questions: Vec<QuestionKeys>,
}

impl Record for MatcherFile {
    const NAME: &'static str = "matcher";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self { words: fields.list("words", &Group::new()), questions: fields.non_empty("questions", &Group::new()) }
    }
}

/// A list of words.
#[derive(Debug)]
pub struct WordListKeys {
    pub id: Spanned<String>,
    pub any_of: Vec<Spanned<String>>,
}

impl Record for WordListKeys {
    const NAME: &'static str = "word list";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self { id: fields.required("id", &IdText), any_of: fields.non_empty("any_of", &PlainText) }
    }
}

/// A question.
#[derive(Debug)]
pub struct QuestionKeys {
    pub key: Spanned<String>,
    pub question: Spanned<String>,
    pub choose: Spanned<AnswerCount>,
    pub answers: Vec<AnswerKeys>,
}

impl Record for QuestionKeys {
    const NAME: &'static str = "question";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            key: fields.required("key", &IdText),
            question: fields.required("question", &PlainText),
            choose: fields.required("choose", &ClosedWord::new()),
            answers: fields.non_empty("answers", &Group::new()),
        }
    }
}

/// An answer.
#[derive(Debug)]
pub struct AnswerKeys {
    pub id: Spanned<String>,
    pub label: Spanned<String>,
    pub said: Spanned<String>,
    pub needs: Vec<CriterionKeys>,
    pub weights: Vec<WeightKeys>,
}

impl Record for AnswerKeys {
    const NAME: &'static str = "answer";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self {
            id: fields.required("id", &IdText),
            label: fields.required("label", &PlainText),
            said: fields.required("said", &PlainText),
            needs: fields.list("needs", &Group::new()),
            weights: fields.list("weights", &Group::new()),
        }
    }
}

/// What an answer looks for, with its points.
#[derive(Debug)]
pub struct WeightKeys {
    pub criterion: CriterionKeys,
    pub points: Spanned<i32>,
}

impl Record for WeightKeys {
    const NAME: &'static str = "weight";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        Self { criterion: CriterionKeys::read(fields), points: fields.required("points", &Points) }
    }
}

/// What an answer looks for.
#[derive(Debug)]
pub struct CriterionKeys {
    pub span: Span,
    /// How many things are named. It must be one.
    pub named: usize,
    /// The first of them.
    pub value: CriterionValue,
}

/// Something that a role may have.
#[derive(Debug)]
pub enum CriterionValue {
    /// A choice of a filter.
    Choice(Facet, Spanned<String>),
    /// A word of this list.
    Words(Spanned<String>),
    /// `earns: true`. Also the placeholder where nothing is named.
    Earns,
    /// `without_degree: true`.
    WithoutDegree,
}

impl Record for CriterionKeys {
    const NAME: &'static str = "need";

    fn read(fields: &mut Fields<'_, '_>) -> Self {
        let span = fields.anchor();
        let choices = choices(fields, &LOOKED_FOR).into_iter();
        let words = ReferenceTo(ReferenceTarget::WordList, "an answer looks for a list of words");
        let words = fields.optional("words", &words).map(CriterionValue::Words);
        let mut flag = |key, value| fields.optional(key, &Flag).filter(|named| *named).map(|_| value);
        let earns = flag("earns", CriterionValue::Earns);
        let without_degree = flag("without_degree", CriterionValue::WithoutDegree);
        let named: Vec<CriterionValue> = choices
            .map(|(facet, id)| CriterionValue::Choice(facet, id))
            .chain(words)
            .chain(earns)
            .chain(without_degree)
            .collect();
        Self { span, named: named.len(), value: named.into_iter().next().unwrap_or(CriterionValue::Earns) }
    }
}
