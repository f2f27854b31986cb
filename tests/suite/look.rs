//! The colours and icons of the data, on pages and in the style sheet.

use std::sync::Arc;

use career_pathways::catalogue::Catalogue;
use career_pathways::web::links;
use career_pathways::web::stylesheet::StyleSheet;

use crate::support::{TestSite, catalogue, catalogue_of, files_of, stylesheet};

const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// The town, with another text in place of one in its files.
fn town_with(file: &str, text: &str, other: &str) -> Catalogue {
    let mut files = files_of(crate::DATA);
    let changed = String::from_utf8(files[file].clone()).unwrap().replacen(text, other, 1).into_bytes();
    assert_ne!(files.insert(file.to_owned(), changed.clone()), Some(changed), "{file} does not say {text}");
    catalogue_of(files)
}

#[tokio::test]
async fn the_style_sheet_has_the_colours_of_the_data_and_of_the_brand() {
    let sheet = TestSite::new().get(stylesheet()).await.ok();
    assert_eq!(sheet.header("content-type"), "text/css; charset=utf-8");
    for category in catalogue().categories() {
        let line = format!("[data-line=\"{}\"]{{--light:#", category.id);
        assert!(sheet.text().contains(&line), "{line}");
    }
    assert!(sheet.text().contains("[data-line=\"nursing\"]{--light:#1257a6;--dark:#8cbcf7}"));
    assert!(sheet.text().contains("--brand-light: #0b4f6c; --brand-dark: #8fd3ee;"));
    assert!(sheet.text().contains("light-dark(var(--brand-light"));
}

#[tokio::test]
async fn a_page_links_to_the_style_sheet_that_may_be_kept_for_ever() {
    let site = TestSite::new();
    for (page, sheet) in [
        ("/roles", StyleSheet::Text),
        ("/levels/entry", StyleSheet::Place),
        ("/categories/nursing", StyleSheet::Place),
        ("/", StyleSheet::Start),
        ("/roles/ward-nurse", StyleSheet::Role),
        ("/map", StyleSheet::Map),
        ("/journeys", StyleSheet::Journey),
        ("/compare", StyleSheet::Compare),
        ("/pack", StyleSheet::Pack),
        ("/embed/roles/ward-nurse", StyleSheet::Embed),
    ] {
        let address = links::stylesheet(&catalogue(), sheet);
        assert_eq!(
            site.get(page).await.ok().attributes_of("link[rel=stylesheet]", "href"),
            std::slice::from_ref(&address),
            "{page}"
        );
        assert_eq!(site.get(&address).await.ok().header("cache-control"), FOR_EVER, "{page}");
    }
}

#[tokio::test]
async fn after_a_change_of_colour_old_pages_get_the_new_style_sheet_and_do_not_keep_it() {
    let site = TestSite::new();
    let repainted = Arc::new(town_with("categories.yaml", "#1257a6", "#123456"));
    let address = links::stylesheet(&repainted, StyleSheet::Text);
    assert_ne!(address, stylesheet());
    assert!(site.get(&address).await.ok().text().contains("--light:#1257a6;"), "not there yet");
    site.state.replace(repainted);
    let after = site.get(&address).await.ok();
    assert!(after.text().contains("--light:#123456;"));
    assert_eq!(after.header("cache-control"), FOR_EVER);
    let old = site.get(stylesheet()).await.ok();
    assert!(old.text().contains("--light:#123456;"));
    // Which kind of page asks is not known: it gets the rules of all.
    for part in [".key-facts", ".trip", ".compare", ".pack", ".embed", ".map-key"] {
        assert!(old.text().contains(part), "{part}");
    }
    assert!(old.header("cache-control").starts_with("public, max-age=60,"));
}

#[tokio::test]
async fn what_is_no_fingerprint_is_no_style_sheet() {
    let site = TestSite::new();
    for wrong in ["look.css", "look..css", "look.0123456789abcdef.css", "look.ABCDEF0123.css", "look.0123456789.svg"] {
        let _ = site.get(&format!("/assets/{wrong}")).await.status(404);
    }
}

#[tokio::test]
async fn an_icon_is_drawn_as_the_data_says() {
    let site = TestSite::new();
    let page = site.get("/").await.ok();
    for info in catalogue().settings() {
        assert!(page.text().contains(&format!("<symbol id=\"icon-setting-{}\"", info.id)), "{}", info.id);
        assert!(page.text().contains(&format!("<use href=\"#icon-setting-{}\"/>", info.id)), "{}", info.id);
    }
    for category in catalogue().categories() {
        let symbol = format!(
            "<symbol id=\"icon-category-{}\" viewBox=\"0 0 24 24\"><path d=\"{}\"/></symbol>",
            category.id, category.icon
        );
        assert!(page.text().contains(&symbol), "{symbol}");
    }
}

#[tokio::test]
async fn the_picture_of_a_role_has_the_colour_of_its_line() {
    let site = TestSite::new();
    let before = site.get("/og/roles/ward-nurse.png").await.ok();
    site.state.replace(Arc::new(town_with("categories.yaml", "#1257a6", "#123456")));
    assert_ne!(site.get("/og/roles/ward-nurse.png").await.ok().body, before.body);
}
