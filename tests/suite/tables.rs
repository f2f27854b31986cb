//! The tables of moves and ways in, and the descriptions of the tables for programs.

use std::collections::BTreeSet;

use career_pathways::catalogue::model::table_columns::{ENTRY_ROUTES, PROGRESSIONS};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::csv::read;
use crate::support::{TestSite, catalogue};

const TABLES: [&str; 3] = ["/roles.csv", "/progressions.csv", "/entry-routes.csv"];

async fn table(site: &TestSite, path: &str) -> Vec<Vec<String>> {
    read(&site.get(path).await.ok().text())
}

#[tokio::test]
async fn the_table_of_moves_has_every_printed_move() {
    let lines = table(&TestSite::new(), "/progressions.csv").await;
    assert_eq!(lines[0], PROGRESSIONS.map(|column| column.name));
    let listed: BTreeSet<(&str, &str)> = lines[1..].iter().map(|line| (line[0].as_str(), line[2].as_str())).collect();
    let catalogue = catalogue();
    let printed: BTreeSet<(&str, &str)> =
        catalogue.graph().moves().map(|step| (step.from.id.as_str(), step.to.id.as_str())).collect();
    assert_eq!(listed, printed);
    let line = lines.iter().find(|line| line[0] == "ward-nurse" && line[2] == "surgery-nurse").unwrap();
    assert_eq!((line[1].as_str(), line[4].as_str(), line[6].as_str()), ("Ward Nurse", "same-level", "hub"));
}

#[tokio::test]
async fn the_table_of_ways_in_has_every_way_in() {
    let lines = table(&TestSite::new(), "/entry-routes.csv").await;
    assert_eq!(lines[0], ENTRY_ROUTES.map(|column| column.name));
    let count: usize = catalogue().roles().iter().map(|role| role.entry_routes.len()).sum();
    assert_eq!(lines.len(), count + 1);
    let line = lines.iter().find(|line| line[0] == "ward-nurse" && line[2] == "degree-apprenticeship").unwrap();
    assert_eq!(line[9], "6", "{line:?}");
}

#[tokio::test]
async fn the_table_of_roles_says_what_a_role_is() {
    let lines = table(&TestSite::new(), "/roles.csv").await;
    let column = |name: &str| lines[0].iter().position(|column| column == name).unwrap_or_else(|| panic!("no {name}"));
    for name in
        ["what_it_is", "family", "judged", "grow", "media", "more_at", "links", "look_for", "former_ids", "notes"]
    {
        let _ = column(name);
    }
    let catalogue = catalogue();
    for line in &lines[1..] {
        assert_eq!(line[column("what_it_is")], catalogue.role(&line[column("id")]).unwrap().what_it_is.plain());
    }
}

#[tokio::test]
async fn the_data_package_describes_each_table_as_it_is() {
    let site = TestSite::new();
    let package = site.get("/datapackage.json").await.ok().json();
    assert_eq!(package["name"], "saltmarsh-careers");
    let resources = package["resources"].as_array().unwrap();
    assert_eq!(resources.len(), TABLES.len());
    for (path, resource) in TABLES.into_iter().zip(resources) {
        assert_eq!(format!("/{}", resource["path"].as_str().unwrap()), path);
        let text = site.get(path).await.ok().text();
        assert_eq!(resource["bytes"], text.len(), "{path}");
        let hash: String = Sha256::digest(&text).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(resource["hash"], format!("sha256:{hash}"), "{path}");
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let names: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
        let lines = read(&text);
        assert_eq!(lines[0], names, "{path}");
        for (at, field) in fields.iter().enumerate() {
            assert!(field["description"].as_str().unwrap().ends_with('.'), "{path}: {field}");
            for cell in lines[1..].iter().map(|line| &line[at]).filter(|cell| !cell.is_empty()) {
                let fits = match field["type"].as_str().unwrap() {
                    "integer" => cell.parse::<u32>().is_ok(),
                    "boolean" => cell == "true" || cell == "false",
                    "date" => cell.parse::<jiff::civil::Date>().is_ok(),
                    _ => true,
                };
                assert!(fits, "{path}: {cell} is no {field}");
            }
        }
    }
    assert_eq!(resources[1]["schema"]["foreignKeys"][1]["fields"], json!(["to"]));
}

#[tokio::test]
async fn catalogues_of_open_data_find_the_data_with_all_its_forms() {
    let site = TestSite::new();
    let answer = site.get("/dcat.jsonld").await.ok();
    assert_eq!(answer.header("content-type"), "application/ld+json");
    let entry = answer.json();
    let graph = entry["@graph"].as_array().unwrap();
    let of_type = |kind: &str| graph.iter().find(|node| node["@type"] == kind).unwrap();
    let dataset = of_type("dcat:Dataset");
    assert_eq!(of_type("dcat:Catalog")["dcat:dataset"]["@id"], dataset["@id"]);
    assert_eq!(of_type("dcat:DataService")["dcat:servesDataset"]["@id"], dataset["@id"]);
    assert_eq!(dataset["dcat:version"], catalogue().revision());
    let base = catalogue().site().base_url.clone();
    for form in dataset["dcat:distribution"].as_array().unwrap() {
        let path = form["dcat:downloadURL"]["@id"].as_str().unwrap().strip_prefix(base.as_str()).unwrap();
        let _ = site.get(path).await.ok();
    }
}

#[tokio::test]
async fn search_engines_find_the_data_on_the_page_for_developers() {
    let page = TestSite::new().get("/developers").await.ok();
    let dataset: Value = serde_json::from_str(&page.text_of("script[type='application/ld+json']")).unwrap();
    assert_eq!((&dataset["@type"], &dataset["name"]), (&json!("Dataset"), &json!("Saltmarsh careers")));
    assert!(dataset["description"].as_str().unwrap().len() > 50);
    let forms: Vec<&str> =
        dataset["distribution"].as_array().unwrap().iter().map(|form| form["contentUrl"].as_str().unwrap()).collect();
    for path in TABLES {
        assert!(forms.contains(&format!("{}{path}", catalogue().site().base_url).as_str()), "{path}");
    }
}

#[tokio::test]
async fn every_command_of_the_page_for_developers_gets_an_answer() {
    let site = TestSite::new();
    let page = site.get("/developers").await.ok();
    let base = catalogue().site().base_url.clone();
    let mut count = 0;
    for line in page.texts_of("main pre").iter().flat_map(|text| text.split("curl ")).filter(|text| !text.is_empty()) {
        let address = line.trim_start_matches("-O ").trim().trim_matches('"');
        let _ = site.get(address.strip_prefix(base.as_str()).unwrap()).await.ok();
        count += 1;
    }
    assert_eq!(count, 4);
}
