//! Another hub: an invented region with other levels, settings, qualifications and colours, and Welsh as its language.
//! `tests/fixtures/other-hub` is all it takes; no code knows of it.

use std::collections::BTreeSet;

use career_pathways::content::report;
use career_pathways::interface::REFERENCE;
use career_pathways::interface::shape::TAGS;
use career_pathways::web::stylesheet::StyleSheet;
use career_pathways::web::{addresses, links};
use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement};
use fluent_syntax::parser;
use scraper::{ElementRef, Node};

use crate::support::{Answer, TestSite, catalogue_of, files_of, load_all};

const HUB: &str = "tests/fixtures/other-hub";

/// What leads to no page by a link, or says what goes wrong, with its status.
const ASKED: [(&str, u16); 20] = [
    ("/roles?level=cychwyn&setting=cartref&q=gofal", 200),
    ("/roles?level=pennaeth", 200),
    ("/roles?q=zzzzzz", 200),
    ("/roles?q=gofalwr&view=levels&sort=level", 200),
    ("/roles?start=registered-professional&mark=less-known&registration=needed&route=college", 200),
    ("/map?level=arwain&category=gofal", 200),
    ("/map?from=dim&to=nyrs", 200),
    ("/map?view=table", 200),
    ("/journeys?from=dim&to=nyrs-arweiniol", 200),
    ("/journeys?from=registered-professional&to=nyrs", 200),
    ("/journeys?from=gradd&to=derbynnydd&keep-earning=yes&degree=no&in=cartref", 200),
    ("/match?start=dim&dechrau=gwaith&gyda=pobl&setting=cartref&arwain=nac-ydw", 200),
    ("/compare?role=nyrs&role=therapydd&role=derbynnydd", 200),
    ("/pack?role=nyrs&role=gyrrwr-cleifion&text=large&paper=cream", 200),
    ("/pack?from=dim&to=nyrs", 200),
    ("/embed/roles/nyrs", 200),
    ("/embed/journeys?from=dim&to=nyrs", 200),
    ("/roles/nyr", 404),
    ("/nunlle", 404),
    ("/embed/journeys", 200),
];

/// Words of the hub's data that English has too.
const IN_BOTH: [&str; 2] = ["person", "staff"];

fn site() -> TestSite {
    TestSite::of(catalogue_of(files_of(HUB)))
}

/// Words of two letters or more, in lower case. Addresses are no words.
fn words(text: &str) -> BTreeSet<String> {
    let lower = text.to_lowercase();
    let texts = lower.split_whitespace().filter(|text| !text.contains(['/', '@']));
    let words = texts.flat_map(|text| text.split(|c: char| !c.is_alphabetic()));
    words.filter(|word| word.chars().count() > 1).map(str::to_owned).collect()
}

/// The words of a Fluent file that readers see.
fn said(ftl: &str) -> BTreeSet<String> {
    fn add(pattern: &Pattern<&str>, text: &mut String) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => text.push_str(value),
                PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                    variants.iter().for_each(|variant| add(&variant.value, text));
                }
                PatternElement::Placeable { .. } => {}
            }
            text.push(' ');
        }
    }
    let mut text = String::new();
    for entry in parser::parse(ftl).unwrap().body {
        if let Entry::Message(message) = entry {
            add(&message.value.unwrap(), &mut text);
        }
    }
    words(&TAGS.iter().fold(text, |text, tag| text.replace(tag, " ")))
}

/// What a reader sees or hears of an element: its text, but for code and for what is marked as another language, and the
/// attributes that are read out or shown.
fn shown(element: ElementRef<'_>) -> String {
    let mut text = String::new();
    for node in element.children() {
        match node.value() {
            Node::Text(words) => text.push_str(words),
            Node::Element(inner)
                if !matches!(inner.name(), "code" | "pre" | "script" | "style" | "textarea")
                    && (inner.name() == "html" || inner.attr("lang").is_none()) =>
            {
                for name in ["aria-label", "alt", "title", "placeholder"] {
                    text.push_str(&format!(" {} ", inner.attr(name).unwrap_or_default()));
                }
                let is_said = inner.attr("name").is_some_and(|name| name == "description")
                    || inner.attr("property").is_some_and(|name| matches!(name, "og:title" | "og:description"));
                if is_said {
                    text.push_str(inner.attr("content").unwrap_or_default());
                }
                text.push_str(&format!(" {} ", ElementRef::wrap(node).map(shown).unwrap_or_default()));
            }
            _ => {}
        }
    }
    text
}

/// Words of the English interface that Welsh does not have.
fn english() -> BTreeSet<String> {
    let welsh = said(std::str::from_utf8(&files_of(HUB)["interface/cy.ftl"]).unwrap());
    let mut english: BTreeSet<String> = said(REFERENCE).difference(&welsh).cloned().collect();
    english.retain(|word| !IN_BOTH.contains(&word.as_str()));
    assert!(english.len() > 500 && english.contains("the"), "{} words are only English", english.len());
    english
}

async fn every_page(site: &TestSite) -> Vec<(String, Answer)> {
    let mut pages = Vec::new();
    let listed = addresses::pages(site.state.snapshot().catalogue()).into_iter().map(|address| (address, 200));
    for (address, status) in listed.chain(ASKED.map(|(address, status)| (address.to_owned(), status))) {
        let answer = site.get(&address).await.status(status);
        pages.push((address, answer));
    }
    pages
}

#[test]
fn the_folder_has_nothing_to_mend() {
    let loaded = load_all(files_of(HUB));
    let said = report::render(&loaded.diagnostics, report::ReportOptions::default());
    assert!(said.starts_with("All is well") && loaded.catalogue.is_some(), "{said}");
}

#[tokio::test]
async fn every_page_is_in_the_language_of_the_hub_and_none_has_an_english_word() {
    let english = english();
    let mut faults = Vec::new();
    for (address, page) in every_page(&site()).await {
        assert_eq!(page.attribute_of("html", "lang"), "cy", "{address}");
        let found: Vec<_> = words(&shown(page.document().root_element())).intersection(&english).cloned().collect();
        if !found.is_empty() {
            faults.push(format!("{address}: {}", found.join(", ")));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn an_english_word_on_a_page_is_found() {
    let page = scraper::Html::parse_document(
        "<html lang=cy><body><p>Ble <code>what</code> <b lang=en>when</b> <b aria-label=\"Where\">wyt ti</b></p>",
    );
    let found: Vec<_> = words(&shown(page.root_element())).intersection(&english()).cloned().collect();
    assert_eq!(found, ["where"]);
}

#[tokio::test]
async fn every_link_leads_somewhere() {
    let site = site();
    let mut seen = BTreeSet::new();
    for (address, page) in every_page(&site).await {
        for link in page.links() {
            if seen.insert(link.clone()) {
                let code = site.get(&link).await.code;
                assert!(code.is_success() || code.is_redirection(), "{address} leads to {link}: {code}");
            }
        }
    }
    assert!(seen.len() > 100, "{} links", seen.len());
}

#[tokio::test]
async fn lists_are_filtered_by_the_hubs_own_levels_and_settings() {
    let site = site();
    let roles = async |query: &str| site.get(&format!("/roles?{query}")).await.ok().links_in("main .cards h3");
    assert_eq!(roles("level=arwain").await, ["/roles/nyrs-arweiniol", "/roles/rheolwr-gofal"]);
    assert_eq!(roles("level=arwain&setting=cartref").await, ["/roles/rheolwr-gofal"]);
    assert_eq!(roles("contact=heb-gleifion&start=dim").await, ["/roles/derbynnydd"]);
    assert_eq!(roles("q=gofalwr").await[0], "/roles/cynorthwyydd-gofal", "a word that people say");
    let page = site.get("/roles").await.ok();
    let levels = page.attributes_of("input[name=level]", "value");
    assert_eq!(levels, ["cychwyn", "ymarfer", "arwain"]);
    assert_eq!(page.attributes_of("input[name=setting]", "value"), ["cartref", "clinig"]);
}

#[tokio::test]
async fn the_map_has_every_role_on_the_hubs_own_levels() {
    let site = site();
    let page = site.get("/map").await.ok();
    let drawn: BTreeSet<String> = page.links_in("svg.map:not(.small)").into_iter().collect();
    assert_eq!(drawn, site.state.snapshot().catalogue().roles().iter().map(|role| links::role(&role.id)).collect());
    let drawing = page.texts_of("svg.map:not(.small)").join(" ");
    for level in ["Swyddi cyntaf", "Ymarfer", "Arwain"] {
        assert!(drawing.contains(level), "{level} is not on the map: {drawing}");
    }
}

#[tokio::test]
async fn journeys_are_planned_over_the_hubs_own_qualifications() {
    let site = site();
    let answer = site.get("/api/v1/journeys?from=dim&to=nyrs-arweiniol").await.ok().json();
    let stops = |way: &serde_json::Value| -> Vec<String> {
        way["steps"].as_array().unwrap().iter().map(|step| step["to"].as_str().unwrap().to_owned()).collect()
    };
    let ways: Vec<Vec<String>> = answer["journeys"].as_array().unwrap().iter().map(stops).collect();
    assert_eq!(ways, [["lefel-2", "lefel-3", "nyrs", "nyrs-arweiniol"].map(str::to_owned)]);
    let page = site.get("/journeys?from=lefel-3&to=nyrs").await.ok().main_text();
    assert!(page.contains("Nyrs") && page.contains("Gradd"), "{page}");
}

#[tokio::test]
async fn the_matcher_asks_the_hubs_own_questions_and_finds_its_roles() {
    let site = site();
    let page = site.get("/match").await.ok();
    assert_eq!(page.texts_of("fieldset legend").len(), 5);
    assert!(page.text().contains("Gyda beth wyt ti&#39;n hoffi gweithio?"), "{}", page.main());
    let found = site.get("/match?start=dim&gyda=cerbydau").await.ok().links_in("main h3");
    assert_eq!(found[0], "/roles/gyrrwr-cleifion");
}

#[tokio::test]
async fn ways_on_lead_to_the_hubs_own_first_jobs() {
    let site = site();
    for (address, status, expected) in [
        ("/", 200, "/roles?start=dim"),
        ("/", 200, "/guides/i-athrawon"),
        ("/nunlle", 404, "/levels/cychwyn"),
        ("/roles?q=zzzzzz", 200, "/levels/cychwyn"),
    ] {
        let links = site.get(address).await.status(status).links_in("main");
        assert!(links.contains(&expected.to_owned()), "{address} does not lead to {expected}: {links:?}");
    }
}

#[tokio::test]
async fn pictures_feeds_and_the_style_sheet_are_the_hubs_own() {
    let site = site();
    let snapshot = site.state.snapshot();
    let catalogue = snapshot.catalogue();
    for address in addresses::beside_pages(catalogue) {
        let _ = site.get(&address).await.ok();
    }
    let sheet = site.get(&links::stylesheet(catalogue, StyleSheet::Text)).await.ok().text();
    for colour in ["#5b1a5e", "#8a1538", "#9cc4f2"] {
        assert!(sheet.contains(colour), "the style sheet lacks {colour}");
    }
    let table = site.get("/roles.csv").await.ok().text();
    assert!(table.contains("rheolwr-gofal,") && table.contains("gyda-chleifion"), "{table}");
    let role = site.get("/api/v1/roles/nyrs").await.ok().json();
    assert_eq!(role["settings"], serde_json::json!(["cartref", "clinig"]));
    let braille = site.get("/pack.brf?role=nyrs&grade=1").await.ok();
    assert!(braille.text().contains("NYRS") || braille.text().contains("nyrs"), "{}", braille.text());
}
