//! Jobs like a job, for every role.

use career_pathways::catalogue::similar::SharedAspect;

use crate::support::{TestSite, catalogue};

#[test]
fn every_role_has_jobs_like_it_each_explained() {
    let catalogue = catalogue();
    for role in catalogue.roles() {
        let similar = catalogue.similar(role);
        assert!(similar.len() >= 3, "{} has only {} jobs like it", role.id, similar.len());
        for found in similar {
            let other = catalogue.graph().role(found.role);
            assert!(other.index != role.index && other.family != Some(role.index), "{} for {}", other.id, role.id);
            assert!(!found.shared.is_empty(), "{} is said to be like {} for no reason", other.id, role.id);
            for aspect in &found.shared {
                let is_shared = match aspect {
                    SharedAspect::Category(category) => {
                        role.categories.contains(category) && other.categories.contains(category)
                    }
                    SharedAspect::Settings(settings) => settings
                        .iter()
                        .all(|setting| role.settings.contains(setting) && other.settings.contains(setting)),
                    SharedAspect::Level(level) => role.level() == *level && other.level() == *level,
                    SharedAspect::Contact(contact) => role.contact == Some(*contact) && other.contact == Some(*contact),
                    SharedAspect::WayIn(kind, _) => {
                        let has = |role: &career_pathways::catalogue::model::role::Role| {
                            role.entry_routes.iter().any(|route| route.kind == *kind)
                        };
                        has(role) && has(other)
                    }
                    SharedAspect::Tasks(words) | SharedAspect::Qualities(words) => {
                        !words.is_empty() && words.iter().all(|word| !word.is_empty())
                    }
                };
                assert!(is_shared, "{} and {} do not share {aspect:?}", role.id, other.id);
            }
        }
    }
}

#[tokio::test]
async fn a_role_that_leads_nowhere_still_shows_jobs_like_it() {
    let site = TestSite::new();
    let page = site.get("/roles/porter").await.ok();
    assert!(page.main_text().contains("Jobs like this one"), "{}", page.main_text());
    assert!(page.links().contains(&"/roles/ambulance-care-assistant".to_owned()));
    let json = site.get("/api/v1/roles/porter").await.ok().json();
    let similar = json["similar"].as_array().unwrap();
    assert_eq!(similar.len(), 5);
    assert!(similar.iter().all(|found| !found["why"].as_array().unwrap().is_empty()), "{similar:?}");
}
