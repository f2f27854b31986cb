//! The layering rules: which part of `src/` may use which.

use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The top-level parts of `src/`, and which others each may use.
pub const PARTS: &[(&str, &[&str])] = &[
    ("main", &["cli"]),
    ("cli", &["serve", "export", "content", "web", "braille", "catalogue", "site_map"]),
    ("serve", &["web", "catalogue", "data_folder"]),
    ("export", &["web", "catalogue", "site_map"]),
    ("web", &["catalogue", "interface", "braille", "map_layout", "text_wrap", "site_map"]),
    ("content", &["catalogue", "interface", "site_map", "data_folder"]),
    ("braille", &["text_wrap"]),
    ("map_layout", &["text_wrap"]),
    ("catalogue", &["interface"]),
    ("lib", &[]),
    ("interface", &[]),
    ("text_wrap", &[]),
    ("site_map", &[]),
    ("data_folder", &[]),
];

/// The layers within a part.
pub const LAYERS: &[Layers] = &[
    Layers {
        folder: "web",
        rows: &[
            &["mod"],
            &["canonical_target"],
            &["pages", "api", "feeds", "embed", "og_images", "health"],
            &["extractors", "addresses"],
            &["view"],
            &["query"],
            &["map"],
            &["labels"],
            &["links"],
            &["stylesheet"],
        ],
        base: &["http", "state", "liblouis"],
    },
    Layers {
        folder: "content",
        rows: &[
            &["mod"],
            &["report", "scaffold", "canonical", "starter", "table", "record", "inventory"],
            &["edit", "comparison"],
            &["json_schema", "form_config"],
            &["change_set"],
            &["graph_rules"],
            &["build"],
            &["rules"],
            &["load"],
            &["raw_data", "file_form", "documents"],
            &["schema"],
            &["decode"],
            &["yaml"],
            &["files"],
            &["journal"],
        ],
        base: &[
            "code",
            "diagnostic",
            "diagnostic_sink",
            "explain",
            "file_change",
            "links",
            "manifest",
            "markdown",
            "marks",
            "severity",
            "severity_policy",
            "source",
            "unprintable",
        ],
    },
    Layers {
        folder: "catalogue",
        rows: &[
            &["mod"],
            &["similar"],
            &["search", "matcher", "journeys"],
            &["filter"],
            &["role_ref"],
            &["entities"],
            &["graph"],
            &["model"],
        ],
        base: &[],
    },
    Layers {
        folder: "catalogue/journeys",
        rows: &[
            &["mod"],
            &["explain"],
            &["journey_builder"],
            &["journey"],
            &["waypoint", "selection"],
            &["search"],
            &["preferences"],
            &["network"],
        ],
        base: &["limits"],
    },
];

/// The layers of one folder. Each entry is a file or a folder in it.
pub struct Layers {
    /// The folder, within `src/`.
    pub folder: &'static str,
    /// From the top. An entry may use those of lower rows, and none of its own row.
    pub rows: &'static [&'static [&'static str]],
    /// What every entry may use. These may use only each other.
    pub base: &'static [&'static str],
}

/// The layering rules of a crate.
pub struct Rules<'a> {
    /// As [`PARTS`].
    pub parts: &'a [(&'a str, &'a [&'a str])],
    /// As [`LAYERS`].
    pub layers: &'a [Layers],
}

impl Rules<'_> {
    /// Why a file may not use another; `None` if it may, or if a file is in no row (see [`Self::uncovered`]).
    pub fn against(&self, from: &str, to: &str) -> Option<String> {
        let (part, used) = (top_level(from), top_level(to));
        if part != used {
            let (_, may_use) = self.parts.iter().find(|(name, _)| *name == part)?;
            return (!may_use.contains(&used)).then(|| format!("`{part}` may not use `{used}`"));
        }
        self.layers.iter().find_map(|layers| layers.against(from, to))
    }

    /// Parts without a rule, and rules without a part.
    pub fn uncovered(&self, files: &BTreeSet<String>) -> BTreeSet<String> {
        let mut violations = BTreeSet::new();
        for file in files {
            if !self.parts.iter().any(|(name, _)| *name == top_level(file)) {
                violations.insert(format!("there is no rule for `{}`", top_level(file)));
            }
            for layers in self.layers {
                if let (Some(rest), None) = (layers.rest(file), layers.place(file)) {
                    violations.insert(format!("there is no row for `{}/{}`", layers.folder, top_level(rest)));
                }
            }
        }
        for (name, _) in self.parts {
            if !files.iter().any(|file| top_level(file) == *name) {
                violations.insert(format!("there is a rule for `{name}`, which is not there"));
            }
        }
        for layers in self.layers {
            for part in layers.rows.iter().copied().flatten().chain(layers.base) {
                if !files.iter().any(|file| layers.rest(file).is_some_and(|rest| is_in(rest, part))) {
                    violations.insert(format!("there is a row for `{}/{part}`, which is not there", layers.folder));
                }
            }
        }
        violations
    }

    /// The rules as a section of the docs of `src/lib.rs`, without its heading.
    pub fn as_docs(&self) -> String {
        let quoted = |names: &[&str]| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let mut docs = String::new();
        for (name, may_use) in self.parts.iter().filter(|(_, may_use)| !may_use.is_empty()) {
            let _ = writeln!(docs, "//! - `{name}` uses {}", quoted(may_use));
        }
        let leaves: Vec<&str> =
            self.parts.iter().filter(|(_, may_use)| may_use.is_empty()).map(|(name, _)| *name).collect();
        let _ = writeln!(docs, "//! - {} use no other part", quoted(&leaves));
        let _ = writeln!(
            docs,
            "//!\n//! Within a part, an entry may use those of lower rows, and none of its own row:\n//!"
        );
        let _ = writeln!(docs, "//! ```text");
        for layers in self.layers {
            for (at, row) in layers.rows.iter().enumerate() {
                let title = if at == 0 { layers.folder } else { "" };
                let _ = writeln!(docs, "//! {title:<20}{}", row.join("  "));
            }
            if !layers.base.is_empty() {
                let _ = writeln!(docs, "//! {:<20}below all: {}", "", layers.base.join("  "));
            }
        }
        let _ = writeln!(docs, "//! ```");
        docs
    }
}

impl Layers {
    fn against(&self, from: &str, to: &str) -> Option<String> {
        let ((above, part), (below, used)) = (self.place(from)?, self.place(to)?);
        (part != used && above >= below).then(|| {
            let beside = if above == below { " beside it" } else { "" };
            format!("within `{}`, `{part}` may not use `{used}`{beside}", self.folder)
        })
    }

    /// The path of a file within this folder, without `.rs`.
    fn rest<'f>(&self, file: &'f str) -> Option<&'f str> {
        file.strip_prefix(self.folder)?.strip_prefix('/')?.strip_suffix(".rs")
    }

    /// The row and entry of a file. The base is the lowest row, and one entry.
    fn place(&self, file: &str) -> Option<(usize, &str)> {
        let rest = self.rest(file)?;
        let row = |parts: &[&'static str]| parts.iter().copied().find(|part| is_in(rest, part));
        let in_rows = self.rows.iter().enumerate().find_map(|(at, parts)| Some((at, row(parts)?)));
        in_rows.or_else(|| row(self.base).map(|_| (self.rows.len(), "the base")))
    }
}

/// Whether a path is this entry, or within it.
fn is_in(rest: &str, part: &str) -> bool {
    rest.strip_prefix(part).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The first step of a path, without `.rs`.
fn top_level(file: &str) -> &str {
    file.split('/').next().unwrap_or(file).trim_end_matches(".rs")
}

/// The doc lines of `src/lib.rs` between [`HEADING`] and the next heading.
pub fn section_of(lib: &str) -> String {
    let after = lib.lines().skip_while(|line| *line != HEADING).skip(1);
    let section = after.take_while(|line| line.starts_with("//!") && !line.starts_with("//! # "));
    section.collect::<Vec<_>>().join("\n").trim_matches(['/', '!', '\n', ' ']).to_owned()
}

/// The heading of the generated section.
pub const HEADING: &str = "//! # Who may use whom";

/// The section as it should be, heading included; `None` if `lib` has it.
pub fn to_paste(rules: &Rules<'_>, lib: &str) -> Option<String> {
    let docs = rules.as_docs();
    let bare = |text: &str| text.trim_matches(['/', '!', '\n', ' ']).to_owned();
    (bare(&section_of(lib)) != bare(&docs)).then(|| format!("{HEADING}\n//!\n{docs}"))
}
