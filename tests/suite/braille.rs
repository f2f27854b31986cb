//! `/pack.brf`: packs for a Braille embosser, held against liblouis where it is installed, as `tests/run` does.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use career_pathways::braille::uncontracted::translate;
use career_pathways::web::liblouis::Liblouis;
use career_pathways::web::state::Settings;

use crate::braille_corpus::{CONTRACTED, UNCONTRACTED, contracting_site, letters, liblouis};
use crate::support::TestSite;

#[test]
fn uncontracted_braille_is_what_liblouis_made_of_the_same_words() {
    let fixture = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/braille/ueb-g1.txt"));
    let lines: Vec<String> = fixture.unwrap().lines().skip(1).map(str::to_owned).collect();
    let print: Vec<String> = lines.iter().step_by(2).cloned().collect();
    let braille: Vec<String> = lines.iter().skip(1).step_by(2).cloned().collect();
    assert!(print.len() > 20);
    for (print, braille) in print.iter().zip(&braille) {
        assert_eq!(translate(print), *braille, "{print}");
    }
    if let Some(live) = liblouis("--forward", UNCONTRACTED, &print) {
        assert_eq!(live, braille, "this liblouis answers otherwise than the one that made the fixture");
    }
}

#[tokio::test]
async fn a_file_for_an_embosser_has_pages_of_25_lines_of_40_cells() {
    let mut files = Vec::new();
    for pack in
        ["category=nursing", "setting=secondary&contact=clinical&contact=non-clinical", "from=none&to=ward-nurse"]
    {
        let uncontracted = format!("/pack.brf?{pack}&braille=uncontracted");
        files.push(TestSite::new().get(&uncontracted).await.ok());
        if let Some(site) = contracting_site().await {
            files.push(site.get(&format!("/pack.brf?{pack}&braille=contracted")).await.ok());
        }
    }
    for answer in files {
        assert_eq!(answer.header("content-type"), "text/plain; charset=us-ascii");
        assert_eq!(answer.header("content-disposition"), "attachment; filename=\"pack.brf\"");
        let file = answer.text();
        assert!(file.bytes().all(|byte| matches!(byte, b' '..=b'_' | b'\r' | b'\n' | 0x0c)));
        assert!(!file.replace("\r\n", "").contains(['\r', '\n']));
        let pages: Vec<&str> = file.split('\u{c}').collect();
        assert!(pages.len() > 10);
        for (number, page) in pages.iter().enumerate() {
            assert!(page.ends_with("\r\n") && (2..=25).contains(&page.lines().count()), "{page}");
            assert!(page.lines().all(|line| line.len() <= 40 && line == line.trim_end()), "{page}");
            let first = page.lines().next().unwrap();
            assert_eq!(first.len(), 40, "{first}");
            assert!(first.ends_with(&format!("   {}", translate(&(number + 1).to_string()))), "{first}");
        }
    }
}

#[tokio::test]
async fn each_role_begins_a_page_with_its_title_in_the_middle() {
    let file = TestSite::new().get("/pack.brf?role=ward-nurse&role=hospital-mover").await.ok().text();
    for title in [",WARD ,NURSE", ",HOSPITAL ,MOVER"] {
        let centred = format!("{}{title}", " ".repeat((40 - title.len()) / 2));
        let page = file.split('\u{c}').find(|page| page.lines().nth(2) == Some(centred.as_str())).unwrap();
        assert_eq!((page.lines().nth(1), page.lines().nth(3)), (Some(""), Some("")), "{page}");
    }
}

#[tokio::test]
async fn the_cover_translated_back_says_what_is_inside_and_who_made_it() {
    let Some(site) = contracting_site().await else { return };
    let page = site.get("/pack?role=ward-nurse&role=hospital-mover&role=home-helper").await.ok();
    let mut words = vec![page.text_of("h1")];
    words.extend(page.texts_of(".inside li"));
    words.extend(page.texts_of(".cover > h2 ~ p:not(.folded)"));
    assert_eq!(words.len(), 6, "{words:?}");
    for (grade, tables) in [("contracted", CONTRACTED), ("uncontracted", UNCONTRACTED)] {
        let file = site
            .get(&format!("/pack.brf?role=ward-nurse&role=hospital-mover&role=home-helper&braille={grade}"))
            .await
            .ok();
        let cover: Vec<String> = file.text().split('\u{c}').next().unwrap().lines().map(str::to_owned).collect();
        // The colon of an address is right, but liblouis reads it back as letters.
        let cover: Vec<String> = cover.iter().map(|line| line.trim().replace("3_/", "_/")).collect();
        let back = letters(&liblouis("--backward", tables, &cover).unwrap());
        for text in &words {
            assert!(back.contains(&letters(std::slice::from_ref(text))), "{text} in {grade} Braille: {back}");
        }
    }
}

#[tokio::test]
async fn contracted_braille_comes_first_where_it_can_be_had() {
    let Some(site) = contracting_site().await else { return };
    let contracted = site.get("/pack.brf?role=ward-nurse&braille=contracted").await.ok().text();
    let uncontracted = site.get("/pack.brf?role=ward-nurse&braille=uncontracted").await.ok().text();
    assert!(contracted.contains(",? FILE IS 9 3TRACT$ ,UNIFI$ ,5GLI%"), "{contracted}");
    assert!(uncontracted.contains(",THIS FILE IS IN UNCONTRACTED ,UNIFIED"), "{uncontracted}");
    assert!(contracted.len() < uncontracted.len());
    assert_eq!(site.get("/pack.brf?role=ward-nurse").await.ok().text(), contracted);
    assert!(site.get("/pack?role=ward-nurse").await.ok().main_text().contains("Contracted (grade 2)"));
}

#[tokio::test]
async fn without_a_translator_the_page_says_that_there_is_uncontracted_braille_alone() {
    let site = TestSite::new();
    let page = site.get("/pack?role=ward-nurse").await.ok().main_text();
    assert!(page.contains("Contracted Braille (grade 2) cannot be made just now."));
    assert!(!page.contains("Contracted (grade 2)"));
    let file = site.get("/pack.brf?role=ward-nurse").await.ok().text();
    assert!(file.contains(",THIS FILE IS IN UNCONTRACTED ,UNIFIED"));
    let asked = "braille=contracted&role=ward-nurse";
    let answer = site.get(&format!("/pack.brf?{asked}")).await.status(308);
    assert_eq!(answer.header("location"), format!("/pack?{asked}"));
    let page = site.get(&format!("/pack?{asked}")).await.ok();
    assert!(page.main_text().contains("Contracted Braille cannot be made just now."));
    assert!(page.links().contains(&"/pack.brf?role=ward-nurse&braille=uncontracted".to_owned()));
}

#[tokio::test]
async fn where_there_is_nothing_to_emboss_the_page_says_why() {
    let site = TestSite::crowded("hospital-mover", 40);
    for query in ["role=ward-nusre", "setting=secondary", "level=boss", "role=ward-nurse&braille=moon"] {
        let answer = site.get(&format!("/pack.brf?{query}")).await;
        if query.contains("moon") {
            // Braille is Braille: the code goes back to what can be had.
            assert!(answer.ok().text().contains(",WARD ,NURSE"));
        } else {
            assert_eq!(answer.status(308).header("location"), format!("/pack?{query}"));
        }
    }
    assert_eq!(site.get("/pack.brf").await.status(308).header("location"), "/pack");
}

#[tokio::test]
async fn a_translator_that_fails_later_costs_the_file_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let program = folder.path().join("translator");
    // It contracts what it is tried with, and never more.
    fs::write(&program, "#!/bin/sh\necho ',P C D M4'\n").unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    let braille = Some(Liblouis::start(program).await.unwrap());
    let site = TestSite::with(Settings { braille, ..Settings::default() });
    let answer = site.get("/pack.brf?role=ward-nurse").await.status(503);
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(answer.text_of("h1"), "There is no Braille file just now");
    assert!(answer.main_text().contains("Please try again in a minute, or choose uncontracted Braille."));
    assert!(site.get("/pack.brf?role=ward-nurse&braille=uncontracted").await.ok().text().contains(",WARD ,NURSE"));
    assert_eq!(site.get("/pack?role=ward-nurse").await.ok().text_of("h1"), "Handout: Ward Nurse");
}

#[tokio::test]
async fn a_journey_is_embossed_stop_by_stop() {
    let site = TestSite::new();
    let file = site.get("/pack.brf?from=home-helper&to=house-manager").await.ok().text();
    let flat = file.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in
        ["From Home Helper to House Manager", "1. Home Helper: You start here.", "2. Shift Leader:", "3. Steering:"]
    {
        assert!(flat.contains(&translate(words)), "{words}\n{file}");
    }
}
