//! Rules on the questions of the matcher.

use crate::content::code::Code;
use crate::content::diagnostic::Diagnostic;
use crate::content::diagnostic_sink::{DiagnosticSink, quoted};
use crate::content::rules::context::RuleContext;
use crate::content::rules::names::once;
use crate::content::schema::matcher::{AnswerKeys, QuestionKeys};
use crate::content::source::{Span, Spanned};

fn questions<'a>(data: &RuleContext<'a>) -> impl Iterator<Item = &'a QuestionKeys> {
    data.raw.matcher.iter().flat_map(|matcher| &matcher.questions)
}

fn answers<'a>(data: &RuleContext<'a>) -> impl Iterator<Item = &'a AnswerKeys> {
    questions(data).flat_map(|question| &question.answers)
}

fn present(id: &Spanned<String>) -> Option<(&str, Span)> {
    (!id.is_placeholder()).then(|| (id.as_str(), id.span))
}

/// A word list, a question and an answer to one question each have an id of their own.
pub fn an_id_of_the_matcher_is_used_once(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let lists = data.raw.matcher.iter().flat_map(|matcher| &matcher.words);
    once("word list", lists.filter_map(|list| present(&list.id)), sink);
    once("question", questions(data).filter_map(|question| present(&question.key)), sink);
    for question in questions(data) {
        once("answer", question.answers.iter().filter_map(|answer| present(&answer.id)), sink);
    }
}

/// What an answer looks for is one thing at a time.
pub fn an_answer_looks_for_one_thing_at_a_time(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    let criteria = answers(data)
        .flat_map(|answer| answer.needs.iter().chain(answer.weights.iter().map(|weight| &weight.criterion)));
    for criterion in criteria.filter(|criterion| criterion.named != 1) {
        let message =
            if criterion.named == 0 { "this looks for nothing" } else { "this looks for several things at once" };
        let help = "name one: a level, setting, category, contact, start, route, registration or mark, \
                    `words: a-list`, `earns: true` or `without_degree: true`";
        sink.add(Diagnostic::new(Code::NotOneCriterion, criterion.span, message).label("begins here").help(help));
    }
}

/// An answer looks for something.
pub fn an_answer_looks_for_something(data: &RuleContext<'_>, sink: &mut DiagnosticSink) {
    for answer in answers(data).filter(|answer| answer.needs.is_empty() && answer.weights.is_empty()) {
        let message = format!("the answer {} changes nothing", quoted(answer.id.as_str()));
        let idle = Diagnostic::new(Code::AnswerMeansNothing, answer.id.span, message).label("looks for nothing");
        sink.add(idle.help("add what it looks for: `weights: [{contact: clinical, points: 3}]`, or `needs:`"));
    }
}
