//! Examples for the codes on files, and their YAML.

use crate::content::code::Code;
use crate::content::explain::example::Example;

/// A wrong and a right way for each code.
pub const EXAMPLES: &[Example] = &[
    Example {
        code: Code::MissingFile,
        wrong: "data/  without levels.yaml",
        right: "data/levels.yaml\n- id: junior\n  …",
    },
    Example { code: Code::UnexpectedFile, wrong: "data/roles/porter.yaml.txt", right: "data/roles/porter.yaml" },
    Example {
        code: Code::NotAFile,
        wrong: "data/roles/porter.yaml/  (a folder)",
        right: "data/roles/porter.yaml  (a file)",
    },
    Example { code: Code::LinkLoop, wrong: "data/roles/all -> ..", right: "data/roles/  with files alone" },
    Example {
        code: Code::Unreadable,
        wrong: "data/roles/porter.yaml -> a file that is not there",
        right: "data/roles/porter.yaml  (a file that you may read)",
    },
    Example {
        code: Code::FileTooLarge,
        wrong: "data/facts.yaml of 3 MiB",
        right: "data/facts.yaml of a few kilobytes",
    },
    Example { code: Code::TooManyFiles, wrong: "career-pathways check /", right: "career-pathways check data" },
    Example {
        code: Code::TooMuchData,
        wrong: "career-pathways check ~/downloads",
        right: "career-pathways check data",
    },
    Example {
        code: Code::NotUtf8,
        wrong: "a file saved as Windows-1252: \"Caf\\xe9\"",
        right: "the file saved as UTF-8: \"Café\"",
    },
    Example {
        code: Code::NulByte,
        wrong: "a file that a program filled with zeros",
        right: "the text of the file, written anew",
    },
    Example { code: Code::FileNotRead, wrong: "data/roles/porter.docx", right: "data/roles/porter.yaml" },
    Example {
        code: Code::YamlSyntax,
        wrong: "what_you_do:\n  -Help people\ntitle:Care Worker",
        right: "what_you_do:\n  - Help people\ntitle: Care Worker",
    },
    Example {
        code: Code::YamlFeatureRefused,
        wrong: "sources: &all [handbook]\npages: *all",
        right: "sources: [handbook]",
    },
    Example {
        code: Code::DuplicateKey,
        wrong: "title: Porter\ntitle: Hospital Porter",
        right: "title: Porter\nother_titles: [Hospital Porter]",
    },
    Example { code: Code::TooDeep, wrong: "levels: [[[[[[junior]]]]]]  (33 deep)", right: "levels: [junior]" },
    Example {
        code: Code::TooManyNodes,
        wrong: "synonyms.yaml with 30,000 values",
        right: "the same, in fewer entries",
    },
    Example {
        code: Code::ControlCharacter,
        wrong: "summary: \"You\\x01care for people.\"",
        right: "summary: You care for people.",
    },
    Example {
        code: Code::InvisibleSign,
        wrong: "title: Nu\u{ad}rse  (with a soft hyphen in the word)",
        right: "title: Nurse",
    },
];
