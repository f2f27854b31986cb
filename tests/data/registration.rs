//! Whether one must be on a register: what the law asks for, what is a choice, what no law asks for, and what is not known.

use career_pathways::catalogue::Catalogue;
use career_pathways::catalogue::model::role::Role;

use crate::support::{TestSite, catalogue};

fn role<'c>(catalogue: &'c Catalogue, id: &str) -> &'c Role {
    catalogue.role(id).unwrap_or_else(|| panic!("there is no {id}"))
}

/// What the page of a role and its CSV row say.
async fn said(id: &str) -> (String, String) {
    let site = TestSite::new();
    let page = site.get(&format!("/roles/{id}")).await.ok().main();
    let table = site.get("/roles.csv").await.ok().text();
    // Lines within a cell end in a bare line feed.
    let row = table.split("\r\n").find(|line| line.starts_with(&format!("{id},"))).unwrap_or_default().to_owned();
    (page, row)
}

#[tokio::test]
async fn a_reader_learns_whether_registration_is_the_law_a_choice_not_needed_or_not_known() {
    for (id, need, words, cell) in [
        ("nursing-associate", "needed", "By law, you must be on a register:", "(needed-by-law)"),
        ("clinical-photographer", "possible", "You can choose to be on a register:", "(possible)"),
        (
            "advanced-practitioner",
            "needed",
            "the register of <strong>your own profession</strong>",
            ", own-profession)",
        ),
        (
            "clinical-manager",
            "possible",
            "If you come from <strong>a registered profession</strong>",
            ", own-profession)",
        ),
        ("care-worker", "not-needed", "As far as we know, you <strong>do not have to register</strong>.", "not-needed"),
    ] {
        let (page, row) = said(id).await;
        assert!(page.contains(words), "the page of {id} does not say “{words}”");
        assert!(row.contains(cell), "the row of {id} does not say {cell}: {row}");
        let body = TestSite::new().get(&format!("/api/v1/roles/{id}")).await.ok().json();
        assert_eq!(body["registration_need"], need, "{id}");
    }
}

#[test]
fn every_regulated_profession_says_that_the_law_asks_for_its_register() {
    let catalogue = catalogue();
    let regulators = catalogue.regulators();
    let mut protected = 0;
    for role in catalogue.roles() {
        for regulator in role.all_titles().flat_map(|title| regulators.covering(title)) {
            let says = |it: &_| {
                let it: &career_pathways::catalogue::model::role::Registration = it;
                it.with == regulator.register && it.needed && it.by_law
            };
            assert!(role.registration.iter().any(says), "{}", role.id);
            protected += 1;
        }
    }
    assert!(protected > 40, "only {protected} roles have a protected title");
}

#[test]
fn nobody_on_a_register_holds_less_than_it_asks_for() {
    let catalogue = catalogue();
    let floor = |id| &catalogue.qualification(role(&catalogue, id).registration_floor()).id;
    for (id, least) in [
        ("doctor", "degree"),
        ("nurse", "degree"),
        ("nursing-associate", "level-5"),
        ("paramedic", "degree"),
        ("pharmacist", "degree"),
        ("pharmacy-technician", "level-3"),
        ("dental-nurse", "level-3"),
        ("dispensing-optician", "level-3"),
        ("registered-manager", "level-3"),
        ("care-worker", "none"),
    ] {
        assert_eq!(floor(id), least, "{id}");
    }
    // Registers that no law asks for have rules of their own.
    for role in catalogue.roles().iter().filter(|role| role.registration.iter().any(|it| it.needed && it.by_law)) {
        assert!(
            role.registration_floor() >= catalogue.qualification_named("level-3").unwrap().qualification,
            "{}",
            role.id
        );
    }
}
