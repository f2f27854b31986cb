//! What somebody is told who asks how to get from here to there: ten questions, each answer checked against the sources.

use serde_json::Value;

use crate::support::TestSite;

/// What the planner says to a question.
async fn ask(question: &str) -> Value {
    TestSite::real().get(&format!("/api/v1/journeys?{question}")).await.ok().json()
}

fn texts(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().unwrap().iter()
}

/// The stops of each way, with what one does to get to each: a printed `move`, a way `in`, or `study`.
fn ways(answer: &Value) -> Vec<String> {
    let step = |step: &Value| {
        let kind = match step["kind"].as_str().unwrap() {
            "progression" => "move",
            "entry" => "in",
            other => other,
        };
        let route = step["route"].as_str().map_or(String::new(), |route| format!(" by {route}"));
        format!("{kind} {}{route}", step["to"].as_str().unwrap())
    };
    texts(&answer["journeys"]).map(|way| texts(&way["steps"]).map(step).collect::<Vec<_>>().join(", ")).collect()
}

fn ids(list: &Value) -> Vec<&str> {
    texts(list).map(|near| near["id"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn zz() {
    for q in [
        "from=health-care-assistant&to=advanced-practitioner",
        "from=none&to=physiotherapist&keep-earning=yes",
        "from=care-worker&to=registered-manager",
        "from=pharmacy-technician&to=pharmacist",
        "from=porter&to=midwife",
        "from=health-care-assistant&to=nurse",
        "from=none&to=dentist",
        "from=none&to=physiotherapist&no-degree=yes",
        "from=none&to=doctor&keep-earning=yes",
        "from=receptionist&to=practice-manager",
        "from=registered-professional&to=ambulance-care-assistant",
        "from=registered-professional&to=dental-nurse",
        "from=none&to=nurse",
        "from=none&to=paramedic",
        "from=porter&to=paramedic",
        "from=nurse&to=porter",
        "from=nurse&to=general-practitioner",
        "from=care-worker&to=nurse",
        "from=gcse&to=social-worker",
        "from=domestic-service-worker&to=management",
        "from=receptionist&to=care-worker",
        "from=pharmacist&to=dentist",
        "from=none&to=registered-manager",
        "from=physiotherapist&to=nurse",
        "from=porter&to=radiography-assistant",
        "from=admin-role&to=occupational-therapist",
        "from=level-3&to=clinical-psychologist",
        "from=care-worker&to=social-worker&keep-earning=yes",
        "from=none&to=midwife&keep-earning=yes",
        "from=porter&to=nurse",
        "from=porter&to=occupational-therapist",
        "from=health-record-staff&to=management",
        "from=gcse&to=midwife",
        "from=care-worker&to=occupational-therapist&keep-earning=yes",
        "from=care-worker&to=paramedic",
        "from=housekeeper&to=nurse&keep-earning=yes&no-degree=yes",
    ] {
        let Ok(a) = serde_json::from_slice::<Value>(&TestSite::real().get(&format!("/api/v1/journeys?{q}")).await.body)
        else {
            continue;
        };
        println!("== {q}");
        if a["error"].is_object() {
            println!("   {}", a["error"]);
            continue;
        }
        for (w, j) in ways(&a).iter().zip(a["journeys"].as_array().unwrap()) {
            println!("   * {w} | {}", j["totals"]);
        }
        if ways(&a).is_empty() {
            println!(
                "   nearest {:?} leading {:?} without {}",
                ids(&a["nearest"]),
                ids(&a["leading"]),
                a["opened_without"]
            );
        }
    }
}
