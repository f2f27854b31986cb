//! What the matcher looks for and finds, said in words.

use crate::catalogue::Catalogue;
use crate::catalogue::filter::{Facet, REGISTERED};
use crate::catalogue::matcher::{AnswerOption, Criterion, Reason};
use crate::catalogue::model::reference::QualificationInfo;
use crate::catalogue::model::vocabulary::{EntryKind, Term as _};
use crate::web::labels::{and_list, lower_first};

/// So many words of a list are enough to show what was found.
const MOST_WORDS: usize = 4;

/// Why an answer counts for a role, or against it: "You said you like science. This role …".
#[must_use]
pub fn reason(catalogue: &Catalogue, reason: &Reason) -> String {
    let found: Vec<String> = reason
        .signs
        .iter()
        .map(|sign| {
            let words: Vec<String> = sign.words.iter().take(MOST_WORDS).map(|word| format!("“{word}”")).collect();
            match sign.fact {
                // What somebody has was just said.
                Criterion::Is(Facet::Start, _) => "has a way in that begins with that".to_owned(),
                found => fact(catalogue, found, &and_list(&words)),
            }
        })
        .collect();
    let said = format!("You said {}. This role {}.", reason.answer.said, and_list(&found));
    if reason.points == 0 { said } else { format!("{said} {}.", points(reason.points)) }
}

/// "1 point", "3 points", "2 points less".
#[must_use]
pub fn points(points: i32) -> String {
    let (many, less) = (points.unsigned_abs(), if points < 0 { " less" } else { "" });
    if many == 1 { format!("1 point{less}") } else { format!("{many} points{less}") }
}

/// One fact that an answer looks for, with its points: "is in primary care: 2 points".
pub fn looked_for(catalogue: &Catalogue, answer: &AnswerOption) -> Vec<String> {
    let line = |looked_for: Criterion, count: i32| {
        let words = match looked_for {
            Criterion::Says(words) => words.iter().map(|word| word.replace('*', "…")).collect::<Vec<_>>().join(", "),
            _ => String::new(),
        };
        format!("The role {}: {}.", fact(catalogue, looked_for, &words), points(count))
    };
    let needs = answer.needs.iter().map(|need| format!("The role {}, or it is left out.", fact(catalogue, *need, "")));
    needs.chain(answer.weights.iter().map(|weight| line(weight.fact, weight.points))).collect()
}

/// What the roles that an answer leaves out do not have.
#[must_use]
pub fn missing(need: Criterion) -> &'static str {
    match need {
        Criterion::WithoutDegree => "have no recorded way in without a degree",
        Criterion::Is(Facet::Start, _) => "have no recorded way in that begins with that",
        _ => "do not have this in our sources",
    }
}

/// A fact of a role, to stand behind "This role".
fn fact(catalogue: &Catalogue, fact: Criterion, words: &str) -> String {
    match fact {
        Criterion::Is(facet, id) => choice(catalogue, facet, id).unwrap_or_else(|| format!("is listed under “{id}”")),
        Criterion::Earns => "has a way in where you earn while you learn".to_owned(),
        Criterion::WithoutDegree => "has a way in without a degree".to_owned(),
        Criterion::Says(_) => format!("speaks of {words}"),
    }
}

fn choice(catalogue: &Catalogue, facet: Facet, id: &'static str) -> Option<String> {
    Some(match facet {
        Facet::Level => {
            format!("is on the level “{}”", catalogue.level_named(id)?.title)
        }
        Facet::Setting => format!("is found in {}", lower_first(&catalogue.setting_named(id)?.title)),
        Facet::Category => format!("is in the family “{}”", catalogue.category_named(id)?.title),
        Facet::Contact if catalogue.contact_named(id)?.cares => "gives care directly to patients".to_owned(),
        Facet::Contact => "does not give care directly to patients".to_owned(),
        Facet::Start if id == REGISTERED => "has a way in from a registered profession".to_owned(),
        Facet::Start => match catalogue.qualification_named(id)? {
            QualificationInfo { level: None, .. } => "has a way in that asks for no qualification".to_owned(),
            held => format!("has a way in that you can begin with {}", held.in_words),
        },
        Facet::Route => {
            format!("has this way in: {}", lower_first(EntryKind::from_id(id)?.label(catalogue.interface())))
        }
        Facet::Registration | Facet::Mark => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::points;

    #[test]
    fn points_are_said_as_people_say_them() {
        assert_eq!(points(1), "1 point");
        assert_eq!(points(3), "3 points");
        assert_eq!(points(-1), "1 point less");
        assert_eq!(points(-6), "6 points less");
    }
}
