//! What a shared link shows: titles, descriptions, pictures, and what a role's page is about in the words of machines.

use std::collections::BTreeMap;

use career_pathways::web::addresses;
use serde_json::Value;

use crate::support::{Answer, TestSite, shipped};

/// What the page says of itself for previews.
fn property(page: &Answer, name: &str) -> String {
    page.attribute_of(&format!("meta[property=\"og:{name}\"]"), "content")
}

#[tokio::test]
async fn every_page_says_in_a_sentence_or_two_what_no_other_page_says() {
    let site = TestSite::real();
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut faults = Vec::new();
    for address in addresses::pages(&shipped()) {
        let page = site.get(&address).await.ok();
        let (title, description) = (page.text_of("title"), page.attribute_of("meta[name=description]", "content"));
        // Search engines cut what is longer; what is much shorter says too little.
        if !(50..=170).contains(&description.chars().count()) {
            faults.push(format!("{address}: {} letters: {description}", description.chars().count()));
        }
        if !(20..=110).contains(&title.chars().count()) {
            faults.push(format!("{address}: {title}"));
        }
        if let Some(other) = seen.insert(description.clone(), address.clone()) {
            faults.push(format!("{address} and {other} say: {description}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[tokio::test]
async fn every_page_shows_the_same_when_it_is_shared_as_when_it_is_opened() {
    let site = TestSite::real();
    let base = shipped().site().base_url.clone();
    for address in addresses::pages(&shipped()) {
        let page = site.get(&address).await.ok();
        assert!(page.text_of("title").contains(&property(&page, "title")), "{address}");
        assert_eq!(property(&page, "description"), page.attribute_of("meta[name=description]", "content"));
        assert_eq!(property(&page, "url"), format!("{base}{address}"));
        assert_eq!(page.attribute_of("meta[name=\"twitter:card\"]", "content"), "summary_large_image");
        let expected = match address.strip_prefix("/roles/") {
            Some(role) => format!("{base}/og/roles/{role}.png"),
            None => format!("{base}/og/site.png"),
        };
        assert_eq!(property(&page, "image"), expected, "{address}");
    }
}

#[tokio::test]
async fn a_picture_is_a_png_of_1200_by_630() {
    let site = TestSite::real();
    for address in ["/og/site.png", "/og/roles/nurse.png"] {
        let answer = site.get(address).await.ok();
        assert_eq!(answer.header("content-type"), "image/png");
        assert!(answer.header("cache-control").starts_with("public"), "{address}");
        assert_eq!(answer.header("cross-origin-resource-policy"), "cross-origin", "{address}");
        let size = [1200_u32.to_be_bytes(), 630_u32.to_be_bytes()].concat();
        assert!(answer.body.starts_with(b"\x89PNG\r\n\x1a\n") && answer.body[16..24] == size[..], "{address}");
        assert!(answer.body.len() < 100_000, "{address} has {} bytes", answer.body.len());
    }
    let (nurse, cook) = (site.get("/og/roles/nurse.png").await.ok(), site.get("/og/roles/cook.png").await.ok());
    assert_ne!(nurse.body, cook.body);
}

#[tokio::test]
async fn there_is_no_picture_of_a_role_that_does_not_exist() {
    let site = TestSite::real();
    for address in ["/og/roles/nobody.png", "/og/roles/nurse", "/og/roles/nurse.svg", "/og/roles/.png"] {
        let _ = site.get(address).await.status(404);
    }
}

#[tokio::test]
async fn a_role_says_what_it_is_about_in_the_words_of_machines() {
    let site = TestSite::real();
    let base = shipped().site().base_url.clone();
    for role in shipped().roles() {
        let page = site.get(&format!("/roles/{}", role.id)).await.ok();
        let scripts = page.texts_of("script");
        assert_eq!(scripts.len(), 1, "{}", role.id);
        let about: Value = serde_json::from_str(&scripts[0]).unwrap();
        let occupation = &about["@graph"][0];
        assert_eq!(occupation["@type"], "Occupation");
        assert_eq!(occupation["name"], role.title.as_str());
        assert_eq!(occupation["url"], format!("{base}/roles/{}", role.id));
        assert_eq!(occupation["responsibilities"].as_array().unwrap().len(), role.what_you_do.len());
        assert_eq!(occupation.get("skills").is_some(), !role.qualities.is_empty(), "what is absent is absent");
        assert!(occupation.get("estimatedSalary").is_none());
        let way = &about["@graph"][1];
        assert_eq!(way["@type"], "BreadcrumbList");
        let stops = way["itemListElement"].as_array().unwrap();
        assert_eq!(stops.first().unwrap()["item"], format!("{base}/"));
        assert_eq!(stops.last().unwrap()["item"], format!("{base}/roles/{}", role.id));
        let positions: Vec<_> = stops.iter().map(|stop| stop["position"].as_u64().unwrap()).collect();
        assert_eq!(positions, (1..=stops.len() as u64).collect::<Vec<_>>());
    }
}

#[tokio::test]
async fn nothing_in_a_role_can_end_the_script_or_the_attribute_it_stands_in() {
    let title = "</script><b onclick=\"alert(1)\">Nurse";
    let site = TestSite::after("roles/nurse.yaml", |text| text.replace("title: Nurse", &format!("title: '{title}'")));
    let page = site.get("/roles/nurse").await.ok();
    let about: Value = serde_json::from_str(&page.texts_of("script")[0]).unwrap();
    assert_eq!(about["@graph"][0]["name"], title);
    assert!(page.attributes_of("[onclick]", "onclick").is_empty());
    assert_eq!(property(&page, "title"), title);
    let picture = site.get("/og/roles/nurse.png").await.ok();
    assert_eq!(picture.header("content-type"), "image/png");
}
