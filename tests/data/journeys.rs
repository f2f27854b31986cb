//! What somebody is told who asks how to get from here to there: ten questions, and each answer as the sources have it.

use serde_json::{Value, json};

use crate::support::TestSite;

/// What the planner says to a question.
async fn ask(question: &str) -> Value {
    TestSite::new().get(&format!("/api/v1/journeys?{question}")).await.ok().json()
}

fn each(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().unwrap().iter()
}

/// The stops of each way, with what one does to get to each: a printed `move`, a way `in`, or `study`.
fn ways(answer: &Value) -> Vec<String> {
    let stop = |step: &Value| {
        let kind = match step["kind"].as_str().unwrap() {
            "progression" => "move",
            "entry" => "in",
            other => other,
        };
        let route = step["route"].as_str().map_or(String::new(), |route| format!(" by {route}"));
        format!("{kind}: {}{route}", step["to"].as_str().unwrap())
    };
    each(&answer["journeys"]).map(|way| each(&way["steps"]).map(stop).collect::<Vec<_>>().join(", ")).collect()
}

fn ids(list: &Value) -> Vec<&str> {
    each(list).map(|near| near["id"].as_str().unwrap()).collect()
}

/// What the page says to the same question.
async fn page(question: &str) -> String {
    TestSite::new().get(&format!("/journeys?{question}")).await.ok().main()
}

/// The career map prints the move itself, and asks for a profession first: that is said below the ways that lead through one.
#[tokio::test]
async fn a_health_care_assistant_becomes_an_advanced_practitioner_by_way_of_nursing() {
    let question = "from=health-care-assistant&to=advanced-practitioner";
    let answer = ask(question).await;
    assert_eq!(
        ways(&answer),
        [
            "study: gcse, study: level-3, move: nurse by university, move: advanced-practitioner by postgraduate",
            "move: senior-healthcare-support-worker by apprenticeship, in: nurse by university, \
             move: advanced-practitioner by postgraduate",
            "study: gcse, study: level-3, move: nurse by university, \
             move: advanced-practitioner by degree-apprenticeship",
        ]
    );
    assert_eq!((&answer["printed"][0]["met"], &answer["printed"][0]["sources"]), (&json!("unmet"), &json!(["ncl"])));
    assert!(page(question).await.contains("Our source lists this as one move"), "the printed move is not named");
}

/// The work-and-learn pathway of the allied health professions, step by step.
#[tokio::test]
async fn who_has_nothing_and_must_earn_becomes_a_physiotherapist_by_the_work_and_learn_pathway() {
    let answer = ask("from=none&to=physiotherapist&keep-earning=yes").await;
    assert_eq!(
        ways(&answer),
        [
            "in: health-care-assistant by on-the-job, move: senior-healthcare-support-worker by apprenticeship, \
             move: assistant-practitioner by apprenticeship, move: physiotherapist by degree-apprenticeship",
            "study: gcse, in: palliative-care-assistant by apprenticeship, \
             move: senior-healthcare-support-worker by apprenticeship, \
             move: assistant-practitioner by apprenticeship, move: physiotherapist by degree-apprenticeship",
        ]
    );
    assert_eq!(answer["journeys"][0]["totals"]["earns_throughout"], true);
    assert!(each(&answer["journeys"][0]["steps"]).skip(1).all(|step| step["sources"].to_string().contains("ahp")));
}

/// The ladder of social care: lead care worker, deputy manager, and then the diploma that one takes as a manager.
#[tokio::test]
async fn a_care_worker_becomes_a_registered_manager_by_the_ladder_of_social_care() {
    let answer = ask("from=care-worker&to=registered-manager").await;
    assert_eq!(
        ways(&answer),
        [
            "move: senior-care-worker by on-the-job, move: deputy-manager-in-social-care by experience, \
             move: registered-manager by college",
            "study: gcse, in: senior-care-worker by apprenticeship, move: deputy-manager-in-social-care by experience, \
             move: registered-manager by college",
        ]
    );
    assert_eq!(answer["journeys"][0]["totals"]["earns_throughout"], true);
}

/// Four years at a university and one of training: there is no other way on record.
#[tokio::test]
async fn a_pharmacy_technician_studies_five_years_to_become_a_pharmacist() {
    let answer = ask("from=pharmacy-technician&to=pharmacist").await;
    assert_eq!(ways(&answer), ["in: pharmacist by university"]);
    let totals = &answer["journeys"][0]["totals"];
    assert_eq!((&totals["months_from"], &totals["months_to"]), (&json!(60), &json!(60)));
}

/// A levels lead to the degree and to the apprenticeship; more and more maternity support workers are offered the apprenticeship.
#[tokio::test]
async fn a_porter_becomes_a_midwife_by_study_or_by_support_work() {
    let answer = ask("from=porter&to=midwife").await;
    assert_eq!(
        ways(&answer),
        [
            "study: gcse, study: level-3, in: midwife by university",
            "study: gcse, study: level-3, in: midwife by degree-apprenticeship",
            "in: maternity-support-worker by on-the-job, study: gcse, study: level-3, \
             move: midwife by degree-apprenticeship",
        ]
    );
}

/// Straight, or as a nursing associate first: that takes a two-year apprenticeship, and then a shorter degree or an apprenticeship.
#[tokio::test]
async fn a_health_care_assistant_becomes_a_nurse_straight_or_as_a_nursing_associate_first() {
    let answer = ask("from=health-care-assistant&to=nurse").await;
    assert_eq!(
        ways(&answer),
        [
            "study: gcse, study: level-3, move: nurse by university",
            "move: senior-healthcare-support-worker by apprenticeship, in: nurse by university",
            "study: gcse, study: level-3, move: nurse by degree-apprenticeship",
        ]
    );
    let paid = ask("from=health-care-assistant&to=nurse&keep-earning=yes").await;
    assert_eq!(
        ways(&paid)[0],
        "move: senior-healthcare-support-worker by apprenticeship, in: nurse by degree-apprenticeship"
    );
    assert_eq!(paid["journeys"][0]["earn"], "throughout");
}

/// There is one way into dentistry: a degree of five years, which asks for A levels.
#[tokio::test]
async fn who_has_nothing_studies_up_to_level_3_and_then_dentistry() {
    let answer = ask("from=none&to=dentist").await;
    assert_eq!(ways(&answer), ["study: gcse, study: level-3, in: dentist by university"]);
    let totals = &answer["journeys"][0]["totals"];
    assert_eq!((&totals["steps_of_unknown_length"], &totals["months_from"]), (&json!(2), &json!(60)));
}

/// Every way into physiotherapy is a degree or a degree apprenticeship.
#[tokio::test]
async fn nobody_becomes_a_physiotherapist_without_a_degree_and_the_page_says_what_comes_nearest() {
    let question = "from=none&to=physiotherapist&no-degree=yes";
    let answer = ask(question).await;
    assert_eq!(ways(&answer), [] as [String; 0]);
    assert_eq!(
        ids(&answer["nearest"]),
        ["assistant-practitioner", "occupational-therapist-assistant", "physiotherapy-assistant"]
    );
    assert_eq!(answer["opened_without"], json!(["no-degree"]));
    assert!(page(question).await.contains("The role itself does not fit your choice: no degree."));
}

/// Medical school is the only way on record, and no source says that one is paid there.
#[tokio::test]
async fn nobody_becomes_a_doctor_in_paid_jobs_alone_and_the_page_names_the_step_that_is_not_paid() {
    let question = "from=none&to=doctor&keep-earning=yes";
    let answer = ask(question).await;
    assert_eq!(ways(&answer), [] as [String; 0]);
    assert_eq!(answer["opened_without"], json!(["keep-earning"]));
    let page = page(question).await;
    assert!(page.contains("does not fit your choice: keep earning all the way."), "{page}");
}

/// The National Careers Service: receptionists of a surgery can train to manage it. The career map: practice managers have often
/// worked in the practice's administration, or have managed elsewhere.
#[tokio::test]
async fn a_receptionist_becomes_a_practice_manager_straight_or_by_way_of_administration() {
    let answer = ask("from=receptionist&to=practice-manager").await;
    assert_eq!(
        ways(&answer),
        ["move: practice-manager by experience", "in: admin-role by on-the-job, in: practice-manager by experience"]
    );
}

#[tokio::test]
async fn who_says_what_a_job_is_about_is_offered_its_name() {
    let links = TestSite::new().get("/journeys?from=xray&to=nurse").await.ok().links_in(".notice");
    assert!(links.iter().any(|link| link == "/journeys?from=diagnostic-radiographer&to=nurse"), "{links:?}");
}

#[tokio::test]
async fn people_say_hca_and_gp() {
    assert_eq!(
        TestSite::new().get("/journeys?from=HCA&to=GP").await.ok().text_of("h1"),
        "From Health Care Assistant to General Practitioner (GP)"
    );
}
