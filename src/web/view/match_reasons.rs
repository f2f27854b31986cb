//! What the matcher looks for and finds, said in words.

use crate::catalogue::Catalogue;
use crate::catalogue::filter::{Facet, REGISTERED};
use crate::catalogue::matcher::{AnswerOption, Criterion, Reason};
use crate::catalogue::model::job_check::JobCheckKind;
use crate::catalogue::model::reference::QualificationInfo;
use crate::catalogue::model::vocabulary::{EntryKind, Term as _};
use crate::catalogue::model::working_time::WorkPattern;
use crate::interface::Interface;
use crate::web::labels::{choice_label, lower_first};

/// So many words of a list are enough to show what was found.
const MOST_WORDS: usize = 4;

/// Why an answer counts for a role, or against it: "You said you like science. This role …".
#[must_use]
pub fn reason(catalogue: &Catalogue, reason: &Reason<'_>) -> String {
    let t = catalogue.interface();
    let earns = |kind: &str| {
        matches!(EntryKind::from_id(kind), Some(EntryKind::Apprenticeship | EntryKind::DegreeApprenticeship))
    };
    let names_an_apprenticeship = reason
        .evidence
        .iter()
        .any(|evidence| matches!(evidence.criterion, Criterion::Choice(Facet::Route, kind) if earns(kind)));
    let found: Vec<String> = reason
        .evidence
        .iter()
        // An apprenticeship is paid: one hears it once.
        .filter(|evidence| !(names_an_apprenticeship && matches!(evidence.criterion, Criterion::Earns)))
        .map(|evidence| {
            let words: Vec<String> = evidence.words.iter().take(MOST_WORDS).map(|word| t.in_quotes(word)).collect();
            match evidence.criterion {
                // What somebody has was just said.
                Criterion::Choice(Facet::Start, _) => t.has_a_way_in_that_begins_with_that().to_owned(),
                found => fact(catalogue, found, &t.and_list(&words)),
            }
        })
        .collect();
    t.you_said_and_this_role(&reason.answer.said, t.and_list(&found))
}

/// The same with the points that it gives or takes: "You said … This role … 3 points."
#[must_use]
pub fn reason_with_points(catalogue: &Catalogue, one: &Reason<'_>) -> String {
    let t = catalogue.interface();
    match one.points {
        0 => reason(catalogue, one),
        count => t.reason_with_points(reason(catalogue, one), points(t, count)),
    }
}

/// "1 point", "3 points", "2 points less".
#[must_use]
pub fn points(t: &Interface, points: i32) -> String {
    let count = points.unsigned_abs();
    if points < 0 { t.n_points_less(count) } else { t.n_points(count) }
}

/// One fact that an answer looks for, with its points: "is in primary care: 2 points".
pub fn looked_for(catalogue: &Catalogue, answer: &AnswerOption) -> Vec<String> {
    let t = catalogue.interface();
    let line = |looked_for: &Criterion, count: i32| {
        let words = match looked_for {
            Criterion::Words(words) => words.iter().map(|word| word.replace('*', "…")).collect::<Vec<_>>().join(", "),
            _ => String::new(),
        };
        t.the_role_counts(fact(catalogue, looked_for, &words), points(t, count))
    };
    let needs = answer.needs.iter().map(|need| t.the_role_or_it_is_left_out(fact(catalogue, need, "")));
    needs.chain(answer.weights.iter().map(|weight| line(&weight.criterion, weight.points))).collect()
}

/// What the roles that an answer leaves out do not have.
#[must_use]
pub fn missing<'t>(t: &'t Interface, need: &Criterion) -> &'t str {
    match need {
        Criterion::WithoutDegree => t.have_no_recorded_way_in_without_a_degree(),
        Criterion::Choice(Facet::Start, _) => t.have_no_recorded_way_in_that_begins_with_that(),
        _ => t.do_not_have_this_in_our_sources(),
    }
}

/// A fact of a role, to stand behind "This role".
fn fact(catalogue: &Catalogue, criterion: &Criterion, words: &str) -> String {
    let t = catalogue.interface();
    match criterion {
        Criterion::Choice(facet, id) => choice(catalogue, *facet, id).unwrap_or_else(|| t.is_listed_under(id)),
        Criterion::Earns => t.has_a_way_in_where_you_earn().to_owned(),
        Criterion::WithoutDegree => t.has_a_way_in_without_a_degree().to_owned(),
        Criterion::Words(_) => t.speaks_of(words),
    }
}

fn choice(catalogue: &Catalogue, facet: Facet, id: &str) -> Option<String> {
    let t = catalogue.interface();
    Some(match facet {
        Facet::Level => t.is_on_the_level(&catalogue.level_named(id)?.title),
        Facet::Setting => t.is_found_in(lower_first(&catalogue.setting_named(id)?.title)),
        Facet::Category => t.is_in_the_family(&catalogue.category_named(id)?.title),
        Facet::Contact if catalogue.contact_named(id)?.cares => t.gives_care_directly_to_patients().to_owned(),
        Facet::Contact => t.does_not_give_care_directly_to_patients().to_owned(),
        Facet::Start if id == REGISTERED => t.has_a_way_in_from_a_registered_profession().to_owned(),
        Facet::Start => match catalogue.qualification_named(id)? {
            QualificationInfo { level: None, .. } => t.has_a_way_in_that_asks_for_no_qualification().to_owned(),
            held => t.has_a_way_in_that_you_can_begin_with(&held.in_words),
        },
        Facet::Route => t.has_this_way_in(lower_first(EntryKind::from_id(id)?.label(t))),
        Facet::Pay => t.is_paid_on(lower_first(&choice_label(catalogue, facet, id))),
        Facet::Hours => t.has_these_hours(lower_first(WorkPattern::from_id(id)?.label(t))),
        Facet::Checks => t.asks_for_this_check(lower_first(JobCheckKind::from_id(id)?.label(t))),
        Facet::Registration | Facet::Mark => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::points;
    use crate::interface::Interface;

    #[test]
    fn points_are_said_as_people_say_them() {
        let t = Interface::built_in();
        assert_eq!(points(&t, 1), "1 point");
        assert_eq!(points(&t, 3), "3 points");
        assert_eq!(points(&t, -1), "1 point less");
        assert_eq!(points(&t, -6), "6 points less");
    }
}
