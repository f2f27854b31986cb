//! A new role file, ready to fill in.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::catalogue::model::reference::slug;
use crate::content::yaml::PlainScalar;

/// A file that is still to be written to disk.
#[derive(Debug, PartialEq, Eq)]
pub struct NewFile {
    /// Its name within the folder of its kind.
    pub name: String,
    /// What stands in it.
    pub text: String,
}

/// Every key of a role, those that may be left out behind a `#`.
const ROLE: &str = "\
# `career-pathways check` says what is still to fill in. Write what a source says, in your own words, and leave out what no
# source says: the page then tells readers \"not recorded\". To use a line that begins with `#` and a key, take the `#` away.
id: {id}
title: {title}
#other_titles: [Another name for the same job]
# One sentence that a person can repeat:
summary:
# Ids of levels.yaml:
levels: []
# Ids of settings.yaml; stays [] where no source decides:
settings: []
# Ids of categories.yaml; the first one gives the role its line:
categories: []
# An id of contact.yaml:
#contact: an-id
# Which of levels, settings, categories, contact are your own judgement:
judged: [levels, settings, categories]
# The wider role of which this is one kind:
#family: doctor
# One to three short paragraphs, with **strong** words, lists and links if need be:
what_it_is:
# Things one does in the job:
what_you_do: []
# Places, as short phrases:
#where_you_work:
#  - Hospitals
# What the job asks of you as a person:
#qualities:
#  - You can work a mix of shifts.
# The ways in. README.md beside the data lists the words for `kind`, `from` and `stated`:
#entry_routes:
#  - kind: apprenticeship
#    from: [gcse]
#    stated: usual
#    summary: An apprenticeship, with study and work side by side.
#    requires:
#      - Maths and English at GCSE level.
#    level: 3
#    months: {from: 12, to: 18}
#    earn: true
#    run_by: [an-organisation]
#    sources: [ncl]
# Whom one must register with (`needed: true`), or may:
#registration:
#  - with: an-organisation
#    needed: true
#    sources: [ncl]
# The roles that it leads to:
#progressions:
#  - to: nurse
#    how: You study for a degree.
#    sources: [ncl]
# A first job that leads nowhere in the sources, and a person has checked that:
#end_of_line: true
# Ways to grow without moving up:
#grow:
#  - text: You can train new colleagues.
#    sources: [ncl]
# What the report on the skills gap says of it, in-short-supply or less-known:
#marks:
#  - kind: in-short-supply
#    sources: [skills-gap]
# That a source shows a video or an interview:
#media:
#  - kind: video
#    about: What a day in the job is like.
#    sources: [ncl]
# Organisations to turn to:
#more_at: [an-organisation]
# Addresses printed in a source:
#links:
#  - title: Vacancies
#    url: https://www.jobs.nhs.uk
#    sources: [ncl]
# Ids of sources.yaml: where the rest of this file comes from:
sources: []
reviewed: {today}
review_by: {in_a_year}
";

/// A role file for this title; none where no id can be made of it.
#[must_use]
pub fn new_role_file(title: &str, today: Date) -> Option<NewFile> {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let id = slug(&title);
    if !id.contains(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let in_a_year = today.saturating_add(1.year());
    let text = ROLE
        .replace("{id}", &id)
        .replace("{today}", &today.to_string())
        .replace("{in_a_year}", &in_a_year.to_string())
        .replace("{title}", &as_yaml(&title));
    Some(NewFile { name: format!("{id}.yaml"), text })
}

/// A text as YAML that nothing takes for anything else.
fn as_yaml(text: &str) -> String {
    let safe = |c: char| c.is_alphanumeric() || " &'()/,.-".contains(c);
    if text.starts_with(char::is_alphabetic) && text.chars().all(safe) && PlainScalar::of(text) == PlainScalar::Text {
        return text.to_owned();
    }
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => quoted.push_str(&format!("\\U{:08x}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted + "\""
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{as_yaml, new_role_file};
    use crate::content::code::Code;
    use crate::content::{DataFiles, load};

    /// The codes of what is wrong with a role file that stands alone, but for what is missing around it.
    fn faults(name: &str, text: &str) -> Vec<Code> {
        let files = vec![(format!("roles/{name}"), text.as_bytes().to_vec())];
        let loaded = load(DataFiles::from_memory("data", files), date(2026, 11, 22));
        let around = [Code::MissingFile, Code::UnknownRole];
        loaded.diagnostics.iter().map(|item| item.code).filter(|code| !around.contains(code)).collect()
    }

    #[test]
    fn what_is_wrong_with_a_new_file_is_what_is_to_be_filled_in() {
        let file = new_role_file("Health & Wellbeing: Coach", date(2026, 11, 22)).unwrap();
        assert_eq!(file.name, "health-and-wellbeing-coach.yaml");
        let mut faults = faults(&file.name, &file.text);
        faults.sort();
        let (text, list) = (Code::EmptyText, Code::EmptyList);
        assert_eq!(faults, [Code::MissingSource, text, text, list, list, list]);
    }

    #[test]
    fn every_key_that_may_be_used_is_a_key() {
        let file = new_role_file("Coach", date(2026, 11, 22)).unwrap();
        let lines = file.text.lines().map(|line| match line.strip_prefix('#') {
            Some(key) if key.starts_with("  ") || !key.starts_with(' ') => key,
            _ => line,
        });
        let filled = lines.collect::<Vec<_>>().join("\n");
        let filled = filled.replace(": []", ": [x]").replace("levels: [x]", "levels: [entry]");
        let filled = filled.replace("settings: [x]", "settings: [social]");
        let filled = filled.replace("summary:\n", "summary: Words.\n").replace("what_it_is:\n", "what_it_is: Words.\n");
        assert_eq!(faults(&file.name, &filled), []);
        assert!(filled.contains("\nmore_at: [an-organisation]"));
    }

    #[test]
    fn a_title_stays_what_it_is() {
        assert_eq!(as_yaml("Cook / Kitchen Assistant"), "Cook / Kitchen Assistant");
        assert_eq!(as_yaml("no"), "\"no\"");
        assert_eq!(as_yaml("A: \"b\""), "\"A: \\\"b\\\"\"");
        assert_eq!(as_yaml("*x"), "\"*x\"");
    }

    #[test]
    fn a_title_without_a_letter_is_none() {
        assert_eq!(new_role_file("42 !", date(2026, 11, 22)), None);
        assert_eq!(new_role_file("", date(2026, 11, 22)), None);
    }
}
