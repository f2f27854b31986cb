//! `/roles.csv`: the table of roles.

use crate::support::{TestSite, catalogue};

/// Reads a table as RFC 4180 says: lines of cells.
pub fn read(table: &str) -> Vec<Vec<String>> {
    let (mut lines, mut line, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut letters = table.chars().peekable();
    let mut is_quoted = false;
    while let Some(letter) = letters.next() {
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => cell.push(letters.next().unwrap()),
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => line.push(std::mem::take(&mut cell)),
            '\r' if !is_quoted => {
                assert_eq!(letters.next(), Some('\n'), "a line ends in CR LF");
                line.push(std::mem::take(&mut cell));
                lines.push(std::mem::take(&mut line));
            }
            other => cell.push(other),
        }
    }
    assert!(cell.is_empty() && line.is_empty() && !is_quoted, "the table ends with a whole line");
    lines
}

/// The ids of the roles in a table.
fn ids(lines: &[Vec<String>]) -> Vec<String> {
    lines.iter().skip(1).map(|line| line[0].clone()).collect()
}

#[tokio::test]
async fn the_table_has_a_line_for_each_role_and_the_same_cells_in_each() {
    let answer = TestSite::new().get("/roles.csv").await.ok();
    assert_eq!(answer.header("content-type"), "text/csv; charset=utf-8; header=present");
    assert_eq!(answer.header("content-disposition"), "attachment; filename=\"roles.csv\"");
    let lines = read(&answer.text());
    assert_eq!(lines.len(), 1 + catalogue().roles().len());
    assert!(lines.iter().all(|line| line.len() == lines[0].len()));
    let nurse = lines.iter().find(|line| line[0] == "ward-nurse").unwrap();
    let cell = |name: &str| nurse[lines[0].iter().position(|column| column == name).unwrap()].as_str();
    assert_eq!(cell("title"), "Ward Nurse");
    assert_eq!(cell("levels"), "mid");
    assert_eq!(cell("settings"), "primary; secondary; social");
    assert_eq!(cell("progressions"), "surgery-nurse; nurse-consultant; nursing-director");
    assert!(cell("ways_in").starts_with("university: The main way is a degree in nursing"));
    assert!(cell("address").ends_with("/roles/ward-nurse"));
}

#[tokio::test]
async fn the_table_has_the_roles_of_the_api_for_the_same_query_in_their_order() {
    let site = TestSite::new();
    for query in
        ["", "?level=entry&setting=social", "?start=gcse", "?q=care&contact=clinical", "?limit=3&offset=2", "?q=zzzzz"]
    {
        let list = site.get(&format!("/api/v1/roles{query}")).await.ok().json();
        let of_api: Vec<_> =
            list["roles"].as_array().unwrap().iter().map(|role| role["id"].as_str().unwrap().to_owned()).collect();
        assert_eq!(ids(&read(&site.get(&format!("/roles.csv{query}")).await.ok().text())), of_api, "{query}");
    }
}

#[tokio::test]
async fn no_cell_can_be_taken_for_a_formula() {
    let site = TestSite::after("roles/ward-nurse.yaml", |text| {
        text.replace("title: Ward Nurse", "title: '=HYPERLINK(\"https://example.org\")'").replace(
            "summary: You care for adults and children who are ill, on a ward or at home.",
            "summary: '@You care.'",
        )
    });
    let lines = read(&site.get("/roles.csv").await.ok().text());
    let nurse = lines.iter().find(|line| line[0] == "ward-nurse").unwrap();
    let cell = |name: &str| nurse[lines[0].iter().position(|column| column == name).unwrap()].as_str();
    assert_eq!(cell("title"), "'=HYPERLINK(\"https://example.org\")");
    assert!(cell("summary").starts_with("'@You care."), "{}", cell("summary"));
    for cell in lines.iter().flatten() {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
    }
}
