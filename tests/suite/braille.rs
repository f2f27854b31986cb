//! `/pack.brf`: packs for a Braille embosser, held against liblouis where it is installed, as `tests/run` does.

use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{fs, thread};

use career_pathways::braille::liblouis::Liblouis;
use career_pathways::braille::uncontracted::translate;
use career_pathways::web::state::Settings;
use scraper::{Html, Selector};

use crate::support::{TestSite, shipped};

const REFERENCE: &str = "lou_translate";
const CONTRACTED: &str = "en-us-brf.dis,en-ueb-g2.ctb";
const UNCONTRACTED: &str = "en-us-brf.dis,en-ueb-g1.ctb";

/// What liblouis answers to these lines; nothing where it is not installed, unless this is where it has to be.
fn liblouis(direction: &str, tables: &str, lines: &[String]) -> Option<Vec<String>> {
    // From the Debian package liblouis-bin.
    let started =
        Command::new(REFERENCE).args([direction, tables]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut child = match started {
        Ok(child) => child,
        Err(error) if error.kind() == ErrorKind::NotFound && std::env::var_os("CI").is_none() => return None,
        Err(error) => panic!("{REFERENCE}: {error}"),
    };
    // It takes a backslash as the beginning of an escape.
    let input: String = lines.iter().map(|line| format!("{}\n", line.replace('\\', "\\\\"))).collect();
    let mut stdin = child.stdin.take().unwrap();
    let writer = thread::spawn(move || stdin.write_all(input.as_bytes()).unwrap());
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    let answer: Vec<String> = String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect();
    assert_eq!(answer.len(), lines.len(), "{REFERENCE} answered with fewer lines");
    Some(answer)
}

/// A site that can contract Braille; nothing where liblouis is not installed.
async fn contracting_site() -> Option<TestSite> {
    liblouis("--forward", CONTRACTED, &[])?;
    let braille = Some(Liblouis::start(PathBuf::from(REFERENCE)).await.unwrap());
    Some(TestSite::with(Settings { braille, ..Settings::default() }))
}

/// The words of each piece of text in the sheets of a pack, in order, with the addresses that links print beside theirs.
fn words_of_sheets(page: &Html) -> Vec<String> {
    let mut words = Vec::new();
    for sheet in page.select(&Selector::parse(".sheet").unwrap()) {
        for node in sheet.descendants() {
            if let Some(text) = node.value().as_text() {
                let outside = node.parent().and_then(|parent| parent.value().as_element()?.attr("href"));
                words.push(text.split_whitespace().collect::<Vec<_>>().join(" "));
                words.extend(outside.filter(|href| href.starts_with("http")).map(|href| format!("({href})")));
            }
        }
    }
    words.retain(|text| !text.is_empty());
    words
}

/// A text with opening and closing quotation marks: in Braille they are the same as straight ones, but liblouis does not
/// see that a straight one before a full stop, or behind a number, closes.
fn curled(text: &str) -> String {
    let mut marks = ["“", "”"].iter().cycle();
    text.split('"').map(str::to_owned).reduce(|left, right| left + marks.next().unwrap() + &right).unwrap()
}

/// The lines of a file without page numbers, running heads and blank lines, from its second part on.
fn lines_of_sheets(file: &str) -> Vec<String> {
    let pages: Vec<Vec<&str>> = file.split('\u{c}').map(|page| page.lines().collect()).collect();
    let begins = |page: &Vec<&str>| page[0].trim_start().starts_with('#');
    let second = (1..pages.len()).find(|page| begins(&pages[*page])).unwrap();
    let lines = pages[second..].iter().flat_map(|page| &page[1..]);
    lines.map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

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
async fn every_word_of_every_role_is_in_uncontracted_braille_what_liblouis_makes_of_it() {
    let site = TestSite::real();
    let mut words = Vec::new();
    for role in shipped().roles() {
        words.extend(words_of_sheets(&site.get(&format!("/pack?role={}", role.id)).await.ok().document()));
    }
    words.sort_unstable();
    words.dedup();
    assert!(words.len() > 2000, "only {} texts", words.len());
    let curled: Vec<String> = words.iter().map(|text| curled(text)).collect();
    let Some(reference) = liblouis("--forward", UNCONTRACTED, &curled) else { return };
    for (print, braille) in words.iter().zip(reference) {
        assert_eq!(translate(print), braille, "{print}");
    }
}

#[tokio::test]
async fn a_file_for_an_embosser_has_pages_of_25_lines_of_40_cells() {
    let mut files = Vec::new();
    for pack in ["category=nursing", "setting=secondary&contact=clinical&contact=non-clinical", "from=none&to=nurse"] {
        let uncontracted = format!("/pack.brf?{pack}&braille=uncontracted");
        files.push(TestSite::real().get(&uncontracted).await.ok());
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
    let file = TestSite::real().get("/pack.brf?role=nurse&role=porter").await.ok().text();
    for title in [",NURSE", ",PORTER"] {
        let centred = format!("{}{title}", " ".repeat((40 - title.len()) / 2));
        let page = file.split('\u{c}').find(|page| page.lines().nth(2) == Some(centred.as_str())).unwrap();
        assert_eq!((page.lines().nth(1), page.lines().nth(3)), (Some(""), Some("")), "{page}");
    }
}

/// Letters and digits alone: Braille has its own signs for the rest.
fn letters(texts: &[String]) -> String {
    texts.iter().flat_map(|text| text.chars()).filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[tokio::test]
async fn the_cover_translated_back_says_what_is_inside_and_who_made_it() {
    let Some(site) = contracting_site().await else { return };
    let page = site.get("/pack?role=nurse&role=porter&role=care-worker").await.ok();
    let mut words = vec![page.text_of("h1")];
    words.extend(page.texts_of(".inside li"));
    words.extend(page.texts_of(".cover > h2 ~ p"));
    assert_eq!(words.len(), 6, "{words:?}");
    for (grade, tables) in [("contracted", CONTRACTED), ("uncontracted", UNCONTRACTED)] {
        let file = site.get(&format!("/pack.brf?role=nurse&role=porter&role=care-worker&braille={grade}")).await.ok();
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
async fn braille_translated_back_gives_the_words_of_the_page() {
    let Some(site) = contracting_site().await else { return };
    for role in shipped().roles() {
        let query = format!("role={}", role.id);
        let page = letters(&words_of_sheets(&site.get(&format!("/pack?{query}")).await.ok().document()));
        for (grade, tables) in [("contracted", CONTRACTED), ("uncontracted", UNCONTRACTED)] {
            let file = site.get(&format!("/pack.brf?{query}&braille={grade}")).await.ok().text();
            // These are right, but liblouis reads them back as letters: a semicolon behind a bracket or behind "people",
            // "it" within brackets, the colon of an address.
            let lines = lines_of_sheets(&file).into_iter().map(|line| {
                let line = line.replace("\">2", "\">").replace("3_/", "_/").replace(" P2", " PEOPLE2");
                line.replace("\"<X", "\"<IT").replace("\"<,,X", "\"<,,IT").replace(" X\">", " IT\">")
            });
            let back = liblouis("--backward", tables, &lines.collect::<Vec<_>>()).unwrap();
            assert_eq!(letters(&back), page, "{} in {grade} Braille", role.id);
        }
    }
}

#[tokio::test]
async fn contracted_braille_comes_first_where_it_can_be_had() {
    let Some(site) = contracting_site().await else { return };
    let contracted = site.get("/pack.brf?role=nurse&braille=contracted").await.ok().text();
    let uncontracted = site.get("/pack.brf?role=nurse&braille=uncontracted").await.ok().text();
    assert!(contracted.contains(",? FILE IS 9 3TRACT$ ,UNIFI$ ,5GLI%"), "{contracted}");
    assert!(uncontracted.contains(",THIS FILE IS IN UNCONTRACTED ,UNIFIED"), "{uncontracted}");
    assert!(contracted.len() < uncontracted.len());
    assert_eq!(site.get("/pack.brf?role=nurse").await.ok().text(), contracted);
    assert!(site.get("/pack?role=nurse").await.ok().main_text().contains("Contracted (grade 2)"));
}

#[tokio::test]
async fn without_a_translator_the_page_says_that_there_is_uncontracted_braille_alone() {
    let site = TestSite::real();
    let page = site.get("/pack?role=nurse").await.ok().main_text();
    assert!(page.contains("This copy of the site has no translator for contracted Braille."));
    assert!(!page.contains("Contracted (grade 2)"));
    let file = site.get("/pack.brf?role=nurse").await.ok().text();
    assert!(file.contains(",THIS FILE IS IN UNCONTRACTED ,UNIFIED"));
    let asked = "role=nurse&braille=contracted";
    let answer = site.get(&format!("/pack.brf?{asked}")).await.status(308);
    assert_eq!(answer.header("location"), format!("/pack?{asked}"));
    let page = site.get(&format!("/pack?{asked}")).await.ok();
    assert!(page.main_text().contains("This copy of the site cannot make contracted Braille."));
    assert!(page.links().contains(&"/pack.brf?role=nurse&braille=uncontracted".to_owned()));
}

#[tokio::test]
async fn where_there_is_nothing_to_emboss_the_page_says_why() {
    let site = TestSite::real();
    for query in ["role=nusre", "setting=secondary", "level=boss", "role=nurse&braille=moon"] {
        let answer = site.get(&format!("/pack.brf?{query}")).await;
        if query.contains("moon") {
            // Braille is Braille: the code goes back to what can be had.
            assert!(answer.ok().text().contains(",NURSE"));
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
    let answer = site.get("/pack.brf?role=nurse").await.status(503);
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(answer.text_of("h1"), "There is no Braille file just now");
    assert!(answer.main_text().contains("Please try again in a minute, or choose uncontracted Braille."));
    assert!(site.get("/pack.brf?role=nurse&braille=uncontracted").await.ok().text().contains(",NURSE"));
    assert_eq!(site.get("/pack?role=nurse").await.ok().text_of("h1"), "Handout: Nurse");
}

#[tokio::test]
async fn a_journey_is_embossed_stop_by_stop() {
    let site = TestSite::real();
    let file = site.get("/pack.brf?from=care-worker&to=registered-manager").await.ok().text();
    let flat = file.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in ["From Care Worker to Registered Manager", "1. Care Worker: You start here.", "2. Management:"] {
        assert!(flat.contains(&translate(words)), "{words}\n{file}");
    }
}
