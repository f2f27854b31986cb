//! What an adviser would be asked, and how the first answer goes: a stop or a study each, with `(…)` for training that a step
//! contains. Judged by people; whoever changes the data or the planner reads the changed lines as an adviser would.

use serde_json::Value;

use crate::support::TestSite;

/// Questions with the stops of the first answer. `no way` where no source knows one.
const FIRST_ANSWERS: &[(&str, &str)] = &[
    (
        "from=none&to=paramedic&keep-earning=yes",
        "emergency-care-assistant, (experience), emergency-medical-technician, (on-the-job), paramedic",
    ),
    ("from=none&to=paramedic", "gcse, level-3, (university), paramedic"),
    ("from=admin-role&to=nurse", "gcse, level-3, (university), nurse"),
    ("from=none&to=advanced-practitioner", "gcse, level-3, (university), nurse, (postgraduate), advanced-practitioner"),
    ("from=registered-professional&to=gp-partner", "gp-partner"),
    ("from=doctor&to=psychiatrist", "(postgraduate), psychiatrist"),
    ("from=pharmacist&to=clinical-manager", "no way"),
    ("from=nurse&to=psychologist", "(postgraduate), psychologist"),
    ("from=domestic-service-worker&to=general-manager", "gcse, level-3, degree, (postgraduate), general-manager"),
    ("from=care-worker&to=nurse", "gcse, level-3, (university), nurse"),
    ("from=dental-nurse&to=dental-hygienist", "(university), dental-hygienist"),
    ("from=none&to=art-therapist", "gcse, level-3, degree, (postgraduate), art-therapist"),
    ("from=none&to=pharmacist", "gcse, level-3, (university), pharmacist"),
    ("from=doctor&to=surgical-care-practitioner", "no way"),
    (
        "from=health-care-assistant&to=advanced-practitioner",
        "gcse, level-3, (university), nurse, (postgraduate), advanced-practitioner",
    ),
    (
        "from=care-worker&to=registered-manager",
        "senior-care-worker, deputy-manager-in-social-care, (college), registered-manager",
    ),
    ("from=nurse&to=occupational-therapist", "(postgraduate), occupational-therapist"),
    ("from=dispensing-optician&to=nurse", "(university), nurse"),
    ("from=none&to=general-practitioner", "gcse, level-3, (university), doctor, (postgraduate), general-practitioner"),
    ("from=health-record-staff&to=primary-care-network-manager", "practice-manager, primary-care-network-manager"),
    ("from=maternity-support-worker&to=midwife", "gcse, level-3, (university), midwife"),
    ("from=none&to=clinical-scientist-in-genomics&keep-earning=yes", "no way"),
    ("from=degree&to=nurse", "(postgraduate), nurse"),
    ("from=none&to=clinical-coder&keep-earning=yes", "gcse, clinical-coder"),
    (
        "from=none&to=nurse&keep-earning=yes",
        "gcse, (apprenticeship), nursing-associate, (degree-apprenticeship), nurse",
    ),
];

fn each(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().unwrap().iter()
}

fn stops(journey: &Value) -> String {
    let stops = each(&journey["steps"]).flat_map(|step| {
        let training = (step["met"] == "added").then(|| format!("({})", step["route"].as_str().unwrap()));
        training.into_iter().chain([step["to"].as_str().unwrap().to_owned()])
    });
    stops.collect::<Vec<_>>().join(", ")
}

#[tokio::test]
async fn the_first_answer_to_each_of_these_questions_is_what_an_adviser_would_say() {
    let site = TestSite::new();
    for (question, expected) in FIRST_ANSWERS {
        let answer = site.get(&format!("/api/v1/journeys?{question}")).await.ok().json();
        let first = each(&answer["journeys"]).next().map_or_else(|| "no way".to_owned(), stops);
        assert_eq!(first, *expected, "{question}");
    }
}

/// Every pair of names in an answer differs, and what is called paid throughout is.
#[tokio::test]
async fn the_ways_of_each_answer_have_names_of_their_own() {
    let site = TestSite::new();
    for (question, _) in FIRST_ANSWERS {
        let answer = site.get(&format!("/api/v1/journeys?{question}")).await.ok().json();
        let mut names = Vec::new();
        for journey in each(&answer["journeys"]) {
            let name = journey["name"].as_str().unwrap();
            let is_paid = each(&journey["steps"]).all(|step| step["earns"] == true);
            assert_eq!(name.contains("paid throughout"), is_paid, "{question}: {name}");
            assert!(!names.contains(&name), "{question}: two ways are called {name}");
            names.push(name);
        }
    }
}

/// Experience that a way in asks for is said, and never taken for granted.
#[tokio::test]
async fn who_has_no_experience_is_told_that_they_will_need_it() {
    let site = TestSite::new();
    let answer = site.get("/api/v1/journeys?from=none&to=peer-support-worker").await.ok().json();
    assert_eq!(answer["journeys"][0]["unmet"], 1);
    let page = site.get("/journeys?from=none&to=peer-support-worker").await.ok().main_text();
    assert!(page.contains("You will also need: experience that fits the job."), "{page}");
}
