//! Every text of every role in Braille, held against liblouis where it is installed, as `tests/run` does. Runs on the town
//! here, and on the shipped data in `tests/data`.

use std::io::{ErrorKind, Write as _};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;

use career_pathways::braille::uncontracted::translate;
use career_pathways::web::liblouis::Liblouis;
use career_pathways::web::state::Settings;
use scraper::{Html, Selector};

use crate::support::{TestSite, catalogue};

pub const REFERENCE: &str = "lou_translate";
pub const CONTRACTED: &str = "en-us-brf.dis,en-ueb-g2.ctb";
pub const UNCONTRACTED: &str = "en-us-brf.dis,en-ueb-g1.ctb";

/// What liblouis answers to these lines; nothing where it is not installed, unless this is where it has to be.
pub fn liblouis(direction: &str, tables: &str, lines: &[String]) -> Option<Vec<String>> {
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
pub async fn contracting_site() -> Option<TestSite> {
    liblouis("--forward", CONTRACTED, &[])?;
    let braille = Some(Liblouis::start(PathBuf::from(REFERENCE)).await.unwrap());
    Some(TestSite::with(Settings { braille, ..Settings::default() }))
}

/// The words of each piece of text in the sheets of a pack, in order, with the addresses that links print beside theirs.
pub fn words_of_sheets(page: &Html) -> Vec<String> {
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
pub fn curled(text: &str) -> String {
    let mut marks = ["“", "”"].iter().cycle();
    text.split('"').map(str::to_owned).reduce(|left, right| left + marks.next().unwrap() + &right).unwrap()
}

/// The lines of a file without page numbers, running heads and blank lines, from its second part on.
pub fn lines_of_sheets(file: &str) -> Vec<String> {
    let pages: Vec<Vec<&str>> = file.split('\u{c}').map(|page| page.lines().collect()).collect();
    let begins = |page: &Vec<&str>| page[0].trim_start().starts_with('#');
    let second = (1..pages.len()).find(|page| begins(&pages[*page])).unwrap();
    let lines = pages[second..].iter().flat_map(|page| &page[1..]);
    lines.map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// Letters and digits alone: Braille has its own signs for the rest.
pub fn letters(texts: &[String]) -> String {
    texts.iter().flat_map(|text| text.chars()).filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[tokio::test]
async fn every_word_of_every_role_is_in_uncontracted_braille_what_liblouis_makes_of_it() {
    let site = TestSite::new();
    let mut words = Vec::new();
    for role in catalogue().roles() {
        words.extend(words_of_sheets(&site.get(&format!("/pack?role={}", role.id)).await.ok().document()));
    }
    words.sort_unstable();
    words.dedup();
    assert!(words.len() > 10 * catalogue().roles().len(), "only {} texts", words.len());
    let curled: Vec<String> = words.iter().map(|text| curled(text)).collect();
    let Some(reference) = liblouis("--forward", UNCONTRACTED, &curled) else { return };
    for (print, braille) in words.iter().zip(reference) {
        assert_eq!(translate(print), braille, "{print}");
    }
}

/// Contractions that liblouis reads back as letters, though they are right, with the letters of their words: a semicolon
/// behind a bracket, "people" or "children", "it" and "still" within brackets, "enough", and the name of a county.
const READ_AS_LETTERS: [(&str, &str); 14] = [
    ("\">2", "\">"),
    ("3_/", "_/"),
    (" P2", " PEOPLE2"),
    (" ,P\">", " ,PEOPLE\">"),
    (" ,P3", " ,PEOPLE3"),
    ("*N2", "CHILDREN2"),
    ("\"<X", "\"<IT"),
    ("\"<,,X", "\"<,,IT"),
    (" X\">", " IT\">"),
    (" 5 ", " ENOUGH "),
    (" /4", " STILL4"),
    (" /\">", " STILL\">"),
    (",B$=D", ",BEDFORD"),
    ("NEWSLR", "NEWSLETTER"),
];

#[tokio::test]
async fn braille_translated_back_gives_the_words_of_the_page() {
    let Some(site) = contracting_site().await else { return };
    let mut differ = Vec::new();
    for role in catalogue().roles() {
        let query = format!("role={}", role.id);
        let page = letters(&words_of_sheets(&site.get(&format!("/pack?{query}")).await.ok().document()));
        for (grade, tables) in [("contracted", CONTRACTED), ("uncontracted", UNCONTRACTED)] {
            let file = site.get(&format!("/pack.brf?{query}&braille={grade}")).await.ok().text();
            // These are right, but liblouis reads them back as letters.
            let lines = lines_of_sheets(&file).into_iter().map(|line| {
                let spaced = READ_AS_LETTERS
                    .iter()
                    .fold(format!(" {line}"), |line, (braille, words)| line.replace(braille, words));
                spaced.trim_start().to_owned()
            });
            let back = liblouis("--backward", tables, &lines.collect::<Vec<_>>()).unwrap();
            let back = letters(&back);
            if let Some(at) = back.bytes().zip(page.bytes()).position(|(one, other)| one != other) {
                let around = |text: &str| text.get(at.saturating_sub(30)..at + 30).unwrap_or(text).to_owned();
                differ.push(format!("{} in {grade} Braille: {} for {}", role.id, around(&back), around(&page)));
            } else if back.len() != page.len() {
                differ.push(format!("{} in {grade} Braille ends early", role.id));
            }
        }
    }
    assert!(differ.is_empty(), "{}", differ.join("\n"));
}
