//! What the README says is so.

use std::fs;
use std::path::Path;

use career_pathways::cli::Cli;
use career_pathways::content::scaffold::example_role_file;
use clap::{CommandFactory as _, Parser as _};

const DOCS: [&str; 4] = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "data/README.md"];

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The words of a command, as a shell would split them.
fn split(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (number, part) in command.split('"').enumerate() {
        if number % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

#[test]
fn each_link_of_the_docs_to_a_file_finds_it() {
    let mut count = 0;
    for doc in DOCS {
        let folder = root().join(doc).parent().unwrap().to_path_buf();
        let text = read(doc);
        let outside_code = text.split("```").step_by(2).collect::<String>();
        for target in outside_code.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let is_of_the_site = target.starts_with('/');
            if !target.starts_with("https://") && !is_of_the_site {
                assert!(folder.join(target).exists(), "{doc} leads to {target}");
                count += 1;
            }
        }
    }
    assert!(count > 10, "only {count} links");
}

#[test]
fn each_command_of_the_docs_is_one_the_program_knows() {
    let mut count = 0;
    for doc in DOCS {
        for line in read(doc).lines() {
            let quoted = line.split('`').skip(1).step_by(2);
            let indented = line.strip_prefix("    ").map(|line| line.split('#').next().unwrap_or_default());
            for command in quoted.chain(indented).map(str::trim).filter(|text| text.starts_with("career-pathways")) {
                let is_help = command.ends_with(" help");
                match Cli::try_parse_from(split(command)) {
                    Ok(_) => count += 1,
                    Err(error) if is_help && error.kind() == clap::error::ErrorKind::DisplayHelp => count += 1,
                    Err(error) => panic!("{doc}: {command}\n{error}"),
                }
            }
        }
    }
    assert!(count > 5, "only {count} commands");
}

/// Whether a command or a flag is named within backquotes or in a line of commands, and not as a part of another word.
fn has_word(text: &str, word: &str) -> bool {
    let is_within = |c: char| c.is_alphanumeric() || c == '-';
    let code = text.split('`').skip(1).step_by(2).chain(text.lines().filter_map(|line| line.strip_prefix("    ")));
    code.flat_map(|code| code.split(|c| !is_within(c))).any(|found| found == word)
}

#[test]
fn a_command_is_not_named_by_a_word_that_holds_it() {
    let text = "It is anew and new. `career-pathways renew --fresh-data`";
    assert!(!has_word(text, "new") && !has_word(text, "--fresh"));
    assert!(has_word(text, "renew") && has_word(text, "--fresh-data"));
}

#[test]
fn the_readme_names_each_command_and_each_flag() {
    let readme = read("README.md");
    let program = Cli::command();
    let mut open: Vec<_> = program.get_subcommands().collect();
    while let Some(command) = open.pop() {
        assert!(has_word(&readme, command.get_name()), "the README does not name {}", command.get_name());
        for flag in command.get_arguments().filter_map(|argument| argument.get_long()) {
            assert!(has_word(&readme, &format!("--{flag}")), "the README does not name --{flag}");
        }
        open.extend(command.get_subcommands());
    }
}

#[test]
fn the_readme_shows_a_picture_of_the_site() {
    let picture =
        read("README.md").split("![").nth(1).unwrap().split("](").nth(1).unwrap().split(')').next().unwrap().to_owned();
    let bytes = fs::read(root().join(&picture)).unwrap();
    assert!(bytes.starts_with(b"\x89PNG") && bytes.len() > 20_000, "{picture}");
}

#[test]
fn the_docs_name_no_machine_and_no_registry() {
    let files =
        ["tests/run", ".ci/run", "tests/browser/package-lock.json", "tests/api/package-lock.json", "Cargo.toml"];
    for doc in DOCS.into_iter().chain(files).chain(["tests/api/requirements.txt"]) {
        let text = read(doc);
        for word in ["/home/", "/root/", "/tmp/", "\"resolved\"", "registry."] {
            assert!(!text.contains(word), "{doc} names {word}");
        }
    }
}

#[test]
fn the_data_readme_lists_every_code_of_check() {
    let table = career_pathways::content::explain::table();
    assert!(read("data/README.md").ends_with(&table), "put this at the end of data/README.md:\n\n{table}");
}

#[test]
fn the_data_readme_shows_a_role_file_with_every_key_as_it_is_declared() {
    let example = format!("```yaml\n{}```\n", example_role_file());
    assert!(read("data/README.md").contains(&example), "put this example into data/README.md:\n\n{example}");
}
