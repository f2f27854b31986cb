//! `/match`: a few questions, and the roles that the answers speak for.

use askama::Template;
use axum::extract::RawQuery;
use axum::response::Response;

use crate::catalogue::Catalogue;
use crate::catalogue::filter::Facet;
use crate::catalogue::matcher::{
    AnswerCount, AnswerOption, Answers, Criterion, LeftOut, Match, Outcome, Question, Reason, UnknownAnswer,
};
use crate::catalogue::model::role::Role;
use crate::interface::Markup;
use crate::site_map;
use crate::web::labels::upper_first;
use crate::web::links;
use crate::web::query;
use crate::web::state::CurrentCatalogue;
use crate::web::stylesheet::StyleSheet;
use crate::web::view::error_page::PageError;
use crate::web::view::frame::{Frame, SiteArea};
use crate::web::view::html;
use crate::web::view::match_reasons;
use crate::web::view::role_card::RoleCard;

/// So many roles are shown with their reasons.
const SHOWN: usize = 10;
/// So many reasons are said of each; the points say the rest.
const REASONS: usize = 2;
/// So many fit beside each other.
const COMPARED: usize = 4;
/// So many more are named.
const NAMED: usize = 20;
/// So many roles that few people know are shown beside them.
const LESS_KNOWN: usize = 3;
/// So many are named of what was left out.
const NAMED_LEFT_OUT: usize = 5;

#[derive(Template)]
#[template(path = "match.html")]
struct MatchPage<'a> {
    frame: Frame<'a>,
    catalogue: &'a Catalogue,
    answers: Answers<'a>,
    unknown: Vec<UnknownAnswer<'a>>,
    outcome: Option<Outcome<'a>>,
}

/// An answer that can be taken back.
struct Given {
    said: String,
    href: String,
}

impl<'a> MatchPage<'a> {
    fn questions(&self) -> &'a [Question] {
        self.catalogue.questions()
    }

    fn given(&self) -> Vec<Given> {
        let given = |(question, answer): (&'a Question, &'a AnswerOption)| {
            let others =
                self.answers.iter().filter(|(asked, other)| asked.key != question.key || other.id != answer.id);
            Given { said: upper_first(&answer.said), href: address(others) }
        };
        self.answers.iter().map(given).collect()
    }

    /// The address with this answer alone.
    fn alone(&self, question: &'a Question, answer: &'a AnswerOption) -> String {
        address([(question, answer)].into_iter())
    }

    fn is_skipped(&self, question: &Question) -> bool {
        !self.answers.iter().any(|(asked, _)| asked.key == question.key)
    }

    fn shown<'o>(&self, outcome: &'o Outcome<'a>) -> &'o [Match<'a>] {
        outcome.matches.get(..SHOWN).unwrap_or(&outcome.matches)
    }

    fn card(&self, one: &Match<'a>) -> RoleCard<'a> {
        let mut reasons = Reason::all(self.catalogue.matcher(), one.role, &self.answers);
        // What only leaves roles out is true of all that are shown.
        reasons.sort_by_key(|reason| reason.points == 0);
        let mut card = RoleCard::new(self.catalogue.role_at(one.role.index));
        card.why = reasons.iter().take(REASONS).map(|reason| match_reasons::reason(self.catalogue, reason)).collect();
        if !one.is_open {
            card.why.push(self.catalogue.interface().one_of_your_answers_leaves_this_role_out().to_owned());
        }
        card.note = self.standing(one);
        card
    }

    /// How the points of the roles that are shown were counted: the role, its points, and each reason with its own.
    fn counted(&self, outcome: &Outcome<'a>) -> Vec<(&'a Role, String, Vec<String>)> {
        let t = self.catalogue.interface();
        let counted = |one: &Match<'a>| {
            let reasons = Reason::all(self.catalogue.matcher(), one.role, &self.answers);
            let reasons = reasons.iter().map(|reason| match_reasons::reason_with_points(self.catalogue, reason));
            (one.role, match_reasons::points(t, one.points), reasons.collect())
        };
        let counted = self.shown(outcome).iter().map(counted);
        counted.filter(|(_, _, reasons): &(_, _, Vec<String>)| !reasons.is_empty()).collect()
    }

    /// How well a role fits, where an answer says so: "Matches 3 of your 4 answers, 1 against it."
    fn standing(&self, one: &Match<'a>) -> Option<String> {
        let mut weighing: Vec<&str> = self
            .answers
            .iter()
            .filter(|(_, answer)| !answer.weights.is_empty())
            .map(|(question, _)| question.key.as_str())
            .collect();
        weighing.dedup();
        let t = self.catalogue.interface();
        Some(match (one.speaks_for, one.speaks_against, weighing.len()) {
            (_, _, 0) => return None,
            (1, _, 1) => t.matches_your_answer().to_owned(),
            (_, 1, 1) => t.does_not_match_your_answer().to_owned(),
            (0, 0, _) => t.nothing_you_said_is_for_it().to_owned(),
            (some, 0, all) => t.matches_some_of_your_answers(some, all),
            (some, against, all) => t.matches_some_and_some_are_against(some, all, against),
        })
    }

    fn cards(&self, outcome: &Outcome<'a>) -> Vec<RoleCard<'a>> {
        self.shown(outcome).iter().map(|one| self.card(one)).collect()
    }

    /// Roles that few people know, beside those that are shown.
    fn less_known(&self, outcome: &Outcome<'a>) -> Vec<RoleCard<'a>> {
        outcome.less_known(self.shown(outcome), LESS_KNOWN).iter().map(|one| self.card(one)).collect()
    }

    /// The first four, side by side.
    fn compare(&self, outcome: &Outcome<'a>) -> String {
        links::with_roles(site_map::COMPARE, outcome.matches.iter().take(COMPARED).map(|one| &one.role.id))
    }

    /// Those that are shown, as a handout.
    fn pack(&self, outcome: &Outcome<'a>) -> String {
        links::with_roles(site_map::PACK, self.shown(outcome).iter().map(|one| &one.role.id))
    }

    /// The map of what the visitor can start from, in the places that were asked for.
    fn map(&self) -> String {
        let filters = self.answers.iter().filter(|(question, _)| Facet::from_key(&question.key).is_some());
        links::with_query(site_map::MAP, filters.map(|(question, answer)| (question.key.as_str(), answer.id.as_str())))
    }

    /// From what the visitor has to a role that was left out.
    fn journey(&self, left: &LeftOut<'a>, role: &Role) -> Option<String> {
        let from = left.answers.iter().find(|_| left.question.key == Facet::Start.key())?;
        Some(links::journeys(&from.id, role.id.as_str()))
    }

    /// The next roles in order, by name alone.
    fn named(&self, outcome: &Outcome<'a>) -> Vec<&'a Role> {
        outcome.matches.iter().skip(SHOWN).take(NAMED).map(|one| one.role).collect()
    }

    /// How many roles fit and are neither shown nor named, or are open and do not fit.
    fn rest(&self, outcome: &Outcome<'a>) -> usize {
        outcome.matches.len().saturating_sub(SHOWN + NAMED) + outcome.others
    }

    /// How many roles a question leaves out, and why: "You said that. 81 roles are left out, because they lack this."
    fn why_left_out(&self, left: &LeftOut<'a>) -> Markup {
        let t = self.catalogue.interface();
        let said = left.answers.iter().map(|answer| answer.said.clone()).reduce(|x, y| t.x_and_also_y(x, y));
        let need = left.answers.iter().flat_map(|answer| &answer.needs).next();
        let missing = need.map_or("", |need: &Criterion| match_reasons::missing(t, need));
        t.roles_are_left_out_because(left.roles.len(), said.unwrap_or_default(), missing)
    }

    /// The roles that would fit best of those that one question leaves out.
    fn best_left_out(&self, left: &LeftOut<'a>) -> Vec<&'a Role> {
        let fits = |one: &&Match<'a>| one.speaks_for > one.speaks_against;
        left.roles.iter().filter(fits).take(NAMED_LEFT_OUT).map(|one| one.role).collect()
    }

    /// What an answer looks for, for the page that explains itself.
    fn looked_for(&self, answer: &AnswerOption) -> Vec<String> {
        match_reasons::looked_for(self.catalogue, answer)
    }
}

/// The address of some answers, in the order of the questions.
fn address<'q>(answers: impl Iterator<Item = (&'q Question, &'q AnswerOption)>) -> String {
    links::with_query(site_map::MATCH, answers.map(|(question, answer)| (question.key.as_str(), answer.id.as_str())))
}

/// Whether the page depends on the parameter with this key: whether it is a question's.
#[must_use]
pub fn reads(catalogue: &Catalogue, key: &str) -> bool {
    catalogue.questions().iter().any(|question| question.key == key)
}

/// Shows the questions, and what the answers lead to.
pub async fn show(catalogue: CurrentCatalogue, RawQuery(query): RawQuery) -> Result<Response, PageError> {
    let pairs = query::pairs(query.as_deref());
    let (answers, unknown) = Answers::parse(catalogue.questions(), query::borrowed(&pairs));
    let outcome = (!answers.is_empty()).then(|| Outcome::of(catalogue.graph(), catalogue.matcher(), &answers));
    let t = catalogue.interface();
    let title = match &outcome {
        None => t.find_a_role_that_suits_you().to_owned(),
        Some(outcome) => t.n_roles_fit_your_answers(outcome.matches.len()),
    };
    let frame = Frame::new(&catalogue, title, address(answers.iter()))
        .described(t.answer_a_few_plain_questions())
        .within(SiteArea::Match)
        .under(t.roles(), site_map::ROLES)
        .styled(StyleSheet::Journey);
    html(&MatchPage { frame, catalogue: &catalogue, answers, unknown, outcome })
}
