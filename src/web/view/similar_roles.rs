//! Jobs like a job, with the reasons in words.

use crate::catalogue::similar::{SharedAspect, SimilarRole};
use crate::catalogue::{Catalogue, RoleRef};
use crate::interface::Interface;
use crate::web::labels::lower_first;

/// The strongest reasons are enough.
const MOST_REASONS: usize = 2;

/// A role that is like another.
#[derive(Clone, Debug)]
pub struct SimilarView<'a> {
    /// The role.
    pub role: RoleRef<'a>,
    /// What the two share, a sentence each.
    pub why: Vec<String>,
}

/// The roles most like one, the most alike first.
#[must_use]
pub fn similar_roles<'a>(catalogue: &'a Catalogue, role: RoleRef<'a>) -> Vec<SimilarView<'a>> {
    let view = |similar: &SimilarRole| SimilarView {
        role: catalogue.role_at(similar.role),
        why: similar.shared.iter().take(MOST_REASONS).map(|aspect| sentence(catalogue, aspect)).collect(),
    };
    catalogue.similar(role.role()).iter().map(view).collect()
}

fn sentence(catalogue: &Catalogue, aspect: &SharedAspect) -> String {
    let t = catalogue.interface();
    match aspect {
        SharedAspect::Tasks(words) => t.both_mention(quoted(t, words)),
        SharedAspect::Qualities(words) => t.what_both_ask_of_you(quoted(t, words)),
        SharedAspect::Category(category) => t.both_are_in_the_family(&catalogue.category(*category).title),
        SharedAspect::WayIn(kind, None) => t.both_have_this_way_in(lower_first(kind.label(t))),
        SharedAspect::WayIn(kind, Some(qualification)) => {
            let qualification = lower_first(&catalogue.qualification(*qualification).title);
            t.both_have_this_way_in_from(lower_first(kind.label(t)), qualification)
        }
        SharedAspect::Settings(settings) => {
            let titles = settings.iter().map(|&setting| lower_first(&catalogue.setting(setting).title));
            t.both_are_found_in(t.and_list(&titles.collect::<Vec<_>>()))
        }
        SharedAspect::Level(level) => t.both_are_on_the_level(&catalogue.level(*level).title),
        SharedAspect::Contact(contact) if catalogue.contact(*contact).cares => t.both_give_care_directly().to_owned(),
        SharedAspect::Contact(_) => t.neither_gives_care_directly().to_owned(),
    }
}

fn quoted(t: &Interface, words: &[String]) -> String {
    t.and_list(&words.iter().map(|word| t.in_quotes(word)).collect::<Vec<_>>())
}
