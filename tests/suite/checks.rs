//! What `check` says: for each code a folder of faulty data and the exact words.
//!
//! A case is a folder of `fixtures/checks/`, named after its code (`code.more` is a further case of one). Its files are laid
//! over `fixtures/base/`; `removed.txt` names files of the base to take away; `expected.txt` is what is said. After a change
//! that is meant, run the suite with `INSTA_UPDATE=always` and read the difference.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use career_pathways::catalogue::model::colour::{CARD, INK, INK_SOFT, LINE, PAPER, Rgb, ThemeColour};
use career_pathways::content::code::Code;
use career_pathways::content::{Loaded, report};
use career_pathways::interface::REFERENCE;

use crate::hostile;
use crate::mistakes;
use crate::support::{files_of, load_all};

/// The file that says what a case should say.
const EXPECTED: &str = "expected.txt";
/// The file that names what a case takes away.
const REMOVED: &str = "removed.txt";
/// Where the cases are.
const CASES: &str = "tests/fixtures/checks";
/// Cases of data that comes near a fault and has none.
const SOUND: [&str; 1] = ["leads-nowhere.checked"];

/// The small, sound data that each case changes.
pub fn base() -> BTreeMap<String, Vec<u8>> {
    files_of("tests/fixtures/base")
}

fn load_case(case: &str) -> Loaded {
    load_all(files(case))
}

/// The base after the changes of a case.
fn files(case: &str) -> BTreeMap<String, Vec<u8>> {
    let mut all = base();
    for (path, bytes) in files_of(&folder(case)) {
        match path.as_str() {
            EXPECTED => {}
            REMOVED => {
                for gone in String::from_utf8(bytes).unwrap().lines() {
                    assert!(all.remove(gone).is_some(), "the base has no {gone}");
                }
            }
            _ if path.starts_with("interface/") => {
                all.insert(path, interface(&String::from_utf8(bytes).unwrap()).into_bytes());
            }
            _ => {
                all.insert(path, bytes);
            }
        }
    }
    all
}

/// The messages of a case, and after them all that the reference says besides. "# without home" leaves one out.
fn interface(case: &str) -> String {
    let id = |line: &str| line.split([' ', '=']).next().unwrap_or_default().to_owned();
    let named: BTreeSet<String> =
        case.lines().map(|line| line.strip_prefix("# without ").map_or_else(|| id(line), str::to_owned)).collect();
    let mut is_kept = true;
    let rest = REFERENCE.lines().filter(|line| {
        if line.starts_with(char::is_alphanumeric) {
            is_kept = !named.contains(&id(line));
        }
        is_kept
    });
    std::iter::once(case).chain(rest).collect::<Vec<_>>().join("\n") + "\n"
}

/// The folder of a case, within the project.
fn folder(case: &str) -> String {
    format!("{CASES}/{case}")
}

fn cases() -> Vec<String> {
    let entries = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(CASES)).unwrap();
    let mut cases: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    cases.sort();
    cases
}

/// The code that a case is named after.
fn code_of(case: &str) -> &str {
    case.split('.').next().unwrap()
}

#[test]
fn the_base_has_nothing_to_mend() {
    let loaded = load_all(base());
    assert_eq!(
        report::render(&loaded.diagnostics, report::ReportOptions::default()),
        "All is well: 18 files and nothing to mend.\n"
    );
    assert!(loaded.catalogue.is_some());
}

#[test]
fn each_case_is_said_in_its_exact_words() {
    #[expect(clippy::disallowed_methods, reason = "accepting new words is the business of whoever runs the tests")]
    let update = std::env::var("INSTA_UPDATE").is_ok_and(|when| when == "always");
    let mut wrong = Vec::new();
    for case in cases() {
        let said = report::render(&load_case(&case).diagnostics, report::ReportOptions::default());
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder(&case)).join(EXPECTED);
        if update {
            fs::write(&file, &said).unwrap();
        } else if fs::read_to_string(&file).unwrap_or_default() != said {
            wrong.push(format!("{case}\n{said}"));
        }
    }
    assert!(wrong.is_empty(), "run with INSTA_UPDATE=always if this is meant:\n{}", wrong.join("\n"));
}

#[test]
fn each_case_is_named_after_a_code_and_has_it() {
    let codes: BTreeSet<&str> = Code::ALL.iter().map(|code| code.id()).collect();
    for case in cases() {
        assert!(codes.contains(code_of(&case)), "{CASES}/{case} is named after no code");
        let has_it = load_case(&case).diagnostics.iter().any(|item| item.code.id() == code_of(&case));
        assert_eq!(has_it, !SOUND.contains(&case.as_str()), "{case}");
    }
}

#[test]
fn each_code_has_a_case() {
    let cases = cases();
    let cases: BTreeSet<&str> = cases.iter().map(|case| code_of(case)).collect();
    let built: BTreeSet<&str> = hostile::CASES.iter().map(|case| case.code.id()).collect();
    let mistakes = mistakes::codes();
    let has_case = |id: &&str| cases.contains(id) || built.contains(id) || mistakes.contains(id);
    let without: Vec<&str> = Code::ALL.iter().map(|code| code.id()).filter(|id| !has_case(id)).collect();
    assert!(without.is_empty(), "no case for {without:?}");
}

#[test]
fn only_errors_refuse_the_data() {
    for case in cases() {
        let loaded = load_case(&case);
        assert_eq!(loaded.catalogue.is_none(), loaded.diagnostics.has_errors(), "{case}");
    }
}

#[test]
fn a_machine_gets_one_object_a_line() {
    let loaded = load_case("unknown-level");
    let lines = report::json_lines(&loaded.diagnostics);
    let objects: Vec<serde_json::Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(objects.len(), 1);
    assert_eq!(objects[0]["code"], "unknown-level");
    assert_eq!(objects[0]["file"], "data/roles/senior-care-worker.yaml");
    assert_eq!((objects[0]["line"].as_u64(), objects[0]["column"].as_u64()), (Some(4), Some(10)));
    assert_eq!(objects[0]["help"], "did you mean `early`?");
}

#[test]
fn github_gets_one_annotation_a_line() {
    let loaded = load_case("unknown-level");
    assert_eq!(
        report::github_annotations(&loaded.diagnostics),
        "::error file=data/roles/senior-care-worker.yaml,line=4,col=10,endLine=4,endColumn=14,title=unknown-level::\
         the role stands on a level that does not exist%0Adata/levels.yaml has no such id%0Adid you mean `early`?\n"
    );
}

#[test]
fn what_is_binding_stays_an_error_and_what_is_not_can_be_left_out() {
    for case in cases() {
        let code = Code::from_id(code_of(&case)).unwrap();
        let mut all = files(&case);
        let site = String::from_utf8(all.remove("site.yaml").unwrap_or_default()).unwrap();
        if site.is_empty() || code == Code::BadColour || load_case(&case).diagnostics.iter().any(|it| it.code != code) {
            continue;
        }
        all.insert("site.yaml".to_owned(), format!("{site}severity:\n  {}: off\n", code.id()).into_bytes());
        let loaded = load_all(all);
        assert_eq!(loaded.diagnostics.has_errors(), code.is_binding(), "{case}");
        assert_eq!(loaded.catalogue.is_none(), code.is_binding(), "{case}");
    }
}

#[test]
fn a_file_that_cannot_be_read_is_still_there_for_the_others() {
    let mut all = base();
    all.insert("roles/nurse.yaml".to_owned(), b"id: [".to_vec());
    all.insert("organisations.yaml".to_owned(), b"\"".to_vec());
    let loaded = load_all(all);
    let codes: Vec<&str> = loaded.diagnostics.iter().map(|item| item.code.id()).collect();
    assert_eq!(codes, ["yaml-syntax", "yaml-syntax"]);
}

#[test]
fn the_colours_that_the_code_knows_are_those_of_the_style_sheet() {
    let sheet = include_str!("../../static/look/properties.css").replace("#fff,", "#ffffff,");
    for (name, ThemeColour { light, dark }) in
        [("paper", PAPER), ("card", CARD), ("ink", INK), ("ink-soft", INK_SOFT), ("line", LINE)]
    {
        let written = sheet.split(&format!("  --{name}: light-dark(")).nth(1).unwrap().split(')').next().unwrap();
        let written: Vec<Option<Rgb>> = written.split(", ").map(Rgb::parse).collect();
        assert_eq!(written, [Some(light), Some(dark)], "{name}");
    }
}
