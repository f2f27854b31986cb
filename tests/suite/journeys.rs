//! What somebody is told who asks how to get from here to there.

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

#[tokio::test]
async fn ways_that_differ_are_shown_and_the_shortest_comes_first() {
    let answer = ask("from=hospital-mover&to=birth-nurse").await;
    assert_eq!(
        ways(&answer),
        [
            "study: gcse, study: level-3, in: birth-nurse by university",
            "in: birth-helper by on-the-job, study: gcse, study: level-3, move: birth-nurse by degree-apprenticeship",
        ]
    );
}

#[tokio::test]
async fn where_one_way_is_on_record_there_is_one() {
    let answer = ask("from=home-helper&to=house-manager").await;
    assert_eq!(ways(&answer), ["move: shift-leader, move: steering, in: house-manager by college"]);
    assert_eq!(ids(&answer["nearest"]), [] as [&str; 0]);
}

#[tokio::test]
async fn a_leap_is_called_one_and_each_step_names_its_sources() {
    let question = "from=ward-assistant&to=nurse-consultant";
    let answer = ask(question).await;
    assert_eq!(
        ways(&answer)[0],
        "move: senior-ward-assistant by apprenticeship, move: ward-nurse by university, \
         move: nurse-consultant by postgraduate"
    );
    let leap = &answer["printed"][0];
    assert_eq!((&leap["met"], &leap["sources"]), (&json!("unmet"), &json!(["hub"])));
    let page = page(question).await;
    let (_, below) = page.split_once("Our source lists this as one move").unwrap();
    assert!(below.contains("It asks for:"), "{below}");
}

#[tokio::test]
async fn who_must_earn_is_led_by_paid_steps_alone() {
    let answer = ask("from=none&to=hydrotherapist&keep-earning=yes").await;
    assert_eq!(
        ways(&answer)[0],
        "in: ward-assistant by on-the-job, move: therapy-technician by apprenticeship, \
         move: hydrotherapist by degree-apprenticeship"
    );
    assert_eq!(answer["journeys"][0]["totals"]["earns_throughout"], true);
}

#[tokio::test]
async fn lengths_add_up_and_a_step_of_unknown_length_is_counted() {
    let totals = &ask("from=dispenser&to=medicines-chief").await["journeys"][0]["totals"];
    assert_eq!((&totals["months_from"], &totals["months_to"]), (&json!(60), &json!(60)));
    let totals = &ask("from=none&to=tooth-surgeon").await["journeys"][0]["totals"];
    assert_eq!(totals["steps_of_unknown_length"], 1);
}

#[tokio::test]
async fn where_no_way_is_as_wished_the_page_says_what_stands_between_and_what_comes_nearest() {
    let question = "from=none&to=hydrotherapist&no-degree=yes";
    let answer = ask(question).await;
    assert_eq!(ways(&answer), [] as [String; 0]);
    assert_eq!(ids(&answer["nearest"])[0], "therapy-technician");
    assert_eq!(answer["opened_without"], json!(["no-degree"]));
    assert!(page(question).await.contains("The role itself does not fit your choice: no degree."));
    let question = "from=none&to=town-doctor&keep-earning=yes";
    assert_eq!(ask(question).await["opened_without"], json!(["keep-earning"]));
    let page = page(question).await;
    assert!(page.contains("does not fit your choice: keep earning all the way."), "{page}");
}

#[tokio::test]
async fn who_misspells_both_ends_gets_to_the_answer_by_two_links() {
    let site = TestSite::new();
    let mut address = "/journeys?from=hospitl-mover&to=lisetner&keep-earning=yes".to_owned();
    for next in [
        "/journeys?from=hospital-mover&to=lisetner&keep-earning=yes",
        "/journeys?from=hospital-mover&to=listener&keep-earning=yes",
    ] {
        let links = site.get(&address).await.ok().links_in(".notice");
        assert!(links.iter().any(|link| link == next), "{address}: {links:?}");
        address = next.to_owned();
    }
    assert_eq!(site.get(&address).await.ok().text_of("h1"), "From Hospital Mover to Listener");
}

#[tokio::test]
async fn who_says_what_a_job_is_about_is_offered_its_name() {
    let links = TestSite::new().get("/journeys?from=xray&to=ward-nurse").await.ok().links_in(".notice");
    assert!(links.iter().any(|link| link == "/journeys?from=lamp-reader&to=ward-nurse"), "{links:?}");
}

#[tokio::test]
async fn the_short_names_that_people_use_are_taken() {
    assert_eq!(
        TestSite::new().get("/journeys?from=WA&to=TD").await.ok().text_of("h1"),
        "From Ward Assistant to Town Doctor (TD)"
    );
}

#[tokio::test]
async fn training_is_a_stop_of_its_own_with_what_it_asks() {
    let way = &ask("from=hospital-mover&to=birth-nurse").await["journeys"][0];
    assert_eq!((&way["stops"], &way["earn"], &way["unmet"]), (&json!(4), &json!("not-known"), &json!(0)));
    let last = each(&way["steps"]).last().unwrap();
    assert_eq!(last["met"], "added");
    let kinds: Vec<_> = each(&last["asks"]).map(|asked| asked["kind"].as_str().unwrap()).collect();
    assert_eq!(&kinds[..3], ["course", "course", "registration"]);
    let page = page("from=hospital-mover&to=birth-nurse").await;
    assert!(page.contains("Training for: Birth Nurse"), "{page}");
}

#[tokio::test]
async fn no_two_ways_have_one_name() {
    for question in
        ["from=hospital-mover&to=birth-nurse", "from=none&to=hydrotherapist", "from=none&to=nurse-consultant"]
    {
        let answer = ask(question).await;
        let mut names: Vec<_> = each(&answer["journeys"]).map(|way| way["name"].as_str().unwrap()).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count, "{names:?}");
    }
}

#[tokio::test]
async fn who_only_says_where_they_are_is_told_where_they_can_go() {
    let answer = ask("from=ward-assistant").await;
    assert_eq!((&answer["from"], &answer["to"]), (&json!("ward-assistant"), &Value::Null));
    let goals: Vec<_> = each(&answer["journeys"]).map(|way| way["to"].as_str().unwrap()).collect();
    assert!(goals.contains(&"ward-nurse") && !goals.contains(&"ward-assistant"), "{goals:?}");
    let stops: Vec<_> = each(&answer["journeys"]).map(|way| way["stops"].as_u64().unwrap()).collect();
    assert!(stops.is_sorted(), "{stops:?}");
    let page = page("from=ward-assistant").await;
    assert!(page.contains("Up to a higher level") && page.contains("from=ward-assistant&amp;to=ward-nurse"), "{page}");
}

#[tokio::test]
async fn who_only_says_where_they_want_to_be_is_told_how_from_each_start() {
    let answer = ask("to=ward-nurse").await;
    assert_eq!((&answer["from"], &answer["to"]), (&Value::Null, &json!("ward-nurse")));
    let starts: Vec<_> = each(&answer["journeys"]).map(|way| way["from"].as_str().unwrap()).collect();
    assert!(starts.contains(&"none") && starts.contains(&"registered-professional"), "{starts:?}");
    assert!(page("to=ward-nurse").await.contains("/journeys?from=none&amp;to=ward-nurse"));
    let answer = TestSite::new().get("/api/v1/journeys").await.status(400).json();
    assert_eq!(answer["error"]["code"], "missing-parameter");
}
