//! `diff`: what changed between two data folders.

use std::error::Error;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::FalseyValueParser;
use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use crate::cli::clock::today;
use crate::cli::commit::commit;
use crate::cli::console::print;
use crate::cli::progress::Working;
use crate::cli::readable::readable_files;
use crate::content::change_set::ChangeSet;
use crate::content::comparison::{Difference, EntityDifference, compare};
use crate::content::record::record;

const EXAMPLES: &str = "\
Examples:
  career-pathways diff last-month data
  career-pathways diff last-month data --format json
  career-pathways diff last-month data --record";

/// Say what changed between two data folders
///
/// Roles, guides, pathways and the entries of each list are compared by their ids, key by key.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Diff {
    /// The folder as it was
    old: PathBuf,
    /// The folder as it is
    #[arg(env = "CAREER_PATHWAYS_DATA")]
    new: PathBuf,
    /// For people, or one JSON object
    #[arg(long, env = "CAREER_PATHWAYS_FORMAT", default_value = "text")]
    format: Format,
    /// Add what changed of roles, guides and pathways to changes.yaml of the new folder, under today's date: /changes shows it
    #[arg(long, env = "CAREER_PATHWAYS_RECORD", value_parser = FalseyValueParser::new())]
    record: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Text,
    Json,
}

impl Diff {
    /// Says what changed.
    pub(super) fn run(self) -> Result<ExitCode, Box<dyn Error>> {
        let working = Working::on(format!("comparing {} with {}", self.old.display(), self.new.display()));
        let (old, new) = (readable_files(&self.old)?, readable_files(&self.new)?);
        let differences = compare(&old, &new);
        drop(working);
        print(&match self.format {
            Format::Text => as_text(&differences),
            Format::Json => format!("{:#}\n", as_json(&differences)),
        });
        if self.record {
            let changes = record(&new, &differences, today());
            commit(&self.new, &ChangeSet::new(changes.into_iter().collect()))?;
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn as_text(differences: &[EntityDifference]) -> String {
    let mut text = String::new();
    for item in differences {
        let id = if item.id.is_empty() { String::new() } else { format!(" {}", item.id) };
        let from = match &item.difference {
            Difference::Renamed(old) => format!(" from {old}"),
            _ => String::new(),
        };
        let _ = writeln!(text, "{} {}{id}{from}: {}", item.difference.word(), item.kind, item.title);
        for key in &item.keys {
            let _ = writeln!(text, "  {}", key.key);
            key.removed.iter().for_each(|line| _ = writeln!(text, "    - {line}"));
            key.added.iter().for_each(|line| _ = writeln!(text, "    + {line}"));
        }
    }
    let count = |word: &str| differences.iter().filter(|item| item.difference.word() == word).count();
    let counts = ["added", "changed", "renamed", "removed"].map(|word| format!("{} {word}", count(word)));
    let _ = writeln!(text, "{}", counts.join(", "));
    text
}

fn as_json(differences: &[EntityDifference]) -> Value {
    let changes = differences.iter().map(|item| {
        let from = match &item.difference {
            Difference::Renamed(old) => Value::from(old.as_str()),
            _ => Value::Null,
        };
        let keys = item.keys.iter().map(|key| json!({"key": key.key, "removed": key.removed, "added": key.added}));
        json!({
            "change": item.difference.word(),
            "kind": item.kind,
            "id": item.id,
            "title": item.title,
            "from": from,
            "keys": keys.collect::<Vec<_>>(),
        })
    });
    json!({"changes": changes.collect::<Vec<_>>()})
}
