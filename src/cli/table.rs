//! `import` and `export-csv`: the roles as a table.

use std::error::Error;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use clap::builder::FalseyValueParser;

use crate::cli::clock::today;
use crate::cli::commit::commit;
use crate::cli::console::print;
use crate::cli::edit::make;
use crate::cli::progress::Working;
use crate::cli::readable::readable_files;
use crate::content::change_set::ChangeSet;
use crate::content::file_change::FileChange;
use crate::content::table;

const IMPORT_EXAMPLES: &str = "\
Examples:
  career-pathways import roles.csv --dry-run
  career-pathways import roles.csv --update --data ~/our-data";

const EXPORT_EXAMPLES: &str = "\
Examples:
  career-pathways export-csv roles.csv
  career-pathways export-csv roles.csv --data ~/our-data";

/// What spreadsheets need at the beginning of a file to read it as UTF-8.
const MARK: &str = "\u{feff}";

/// Make role files of the rows of a table
///
/// The columns are keys of a role, in any order; `export-csv` shows how each is written. Nothing is written if a row has a
/// fault, if a role is there already (without --update), or if a sound folder would have faults.
#[derive(Args, Debug)]
#[command(after_help = IMPORT_EXAMPLES)]
pub(super) struct Import {
    /// The table, as CSV in UTF-8
    file: PathBuf,
    /// Change roles that are there; a cell without anything in it changes nothing
    #[arg(long, env = "CAREER_PATHWAYS_UPDATE", value_parser = FalseyValueParser::new())]
    update: bool,
    /// The data folder
    #[arg(long, value_name = "DIR", env = "CAREER_PATHWAYS_DATA", default_value = "data")]
    data: PathBuf,
    /// Show the changes, and make none
    #[arg(long, env = "CAREER_PATHWAYS_DRY_RUN", value_parser = FalseyValueParser::new())]
    dry_run: bool,
}

/// Write the roles as a table for spreadsheets
///
/// One row a role, one column a key. `import` makes the same roles of it.
#[derive(Args, Debug)]
#[command(after_help = EXPORT_EXAMPLES)]
pub(super) struct ExportCsv {
    /// The table to write, as CSV in UTF-8
    dest: PathBuf,
    /// The data folder
    #[arg(long, value_name = "DIR", env = "CAREER_PATHWAYS_DATA", default_value = "data")]
    data: PathBuf,
}

/// Why a table cannot be read.
#[derive(Debug)]
enum ReadError {
    File(PathBuf, io::Error),
    NotUtf8(PathBuf),
    OpenQuote(PathBuf, usize),
    Csv(PathBuf, csv::Error),
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path, error) => write!(f, "{} cannot be read: {error}", path.display()),
            Self::NotUtf8(path) => write!(f, "{} is no CSV in UTF-8: save it as \"CSV UTF-8\"", path.display()),
            Self::OpenQuote(path, row) => {
                let path = path.display();
                write!(
                    f,
                    "{path}, row {row}: a quotation mark is opened here and never closed, so that all behind it is one cell"
                )
            }
            Self::Csv(path, error) => write!(f, "{} is not a table: {error}", path.display()),
        }
    }
}

impl Error for ReadError {}

impl Import {
    /// Makes the changes, or shows them.
    pub(super) fn run(self) -> Result<ExitCode, Box<dyn Error>> {
        let table = read(&self.file)?;
        let working = Working::on(format!("reading {}", self.file.display()));
        let files = readable_files(&self.data)?;
        let changes = table::import(&files, &table, self.update, today())?;
        drop(working);
        make(&self.data, &files, changes, self.dry_run)
    }
}

impl ExportCsv {
    /// Writes the table.
    pub(super) fn run(self) -> Result<ExitCode, Box<dyn Error>> {
        let working = Working::on(format!("reading {}", self.data.display()));
        let table = table::export(&readable_files(&self.data)?);
        drop(working);
        let mut writer = csv::Writer::from_writer(MARK.as_bytes().to_vec());
        for row in &table {
            writer.write_record(row)?;
        }
        let text = String::from_utf8(writer.into_inner()?)?;
        let (folder, name) = (self.dest.parent().unwrap_or(Path::new("")), self.dest.file_name().unwrap_or_default());
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let path = name.to_string_lossy().into_owned();
        let before = fs::read_to_string(&self.dest).ok();
        commit(folder, &ChangeSet::new(vec![FileChange { path, before, after: Some(text) }]))?;
        print(&format!("{} roles in {}\n", table.len().saturating_sub(1), self.dest.display()));
        Ok(ExitCode::SUCCESS)
    }
}

/// The rows of a table, that of the names of the columns first.
fn read(path: &Path) -> Result<Vec<Vec<String>>, ReadError> {
    let bytes = fs::read(path).map_err(|error| ReadError::File(path.to_owned(), error))?;
    // A workbook is an archive, whose first bytes happen to be text.
    let is_archive = bytes.starts_with(b"PK\x03\x04");
    let text = String::from_utf8(bytes).ok().filter(|_| !is_archive);
    let text = text.ok_or_else(|| ReadError::NotUtf8(path.to_owned()))?;
    let text = text.trim_start_matches(MARK);
    // Spreadsheets in some languages write semicolons or tabs in the place of commas.
    let header = text.lines().next().unwrap_or_default();
    let delimiter = [b';', b'\t'].into_iter().find(|sign| !header.contains(',') && header.contains(char::from(*sign)));
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter.unwrap_or(b','))
        .from_reader(text.as_bytes());
    let cells = |record: csv::StringRecord| record.iter().map(|cell| cell.replace("\r\n", "\n")).collect();
    let rows: Result<Vec<Vec<String>>, csv::Error> = reader.records().map(|record| record.map(cells)).collect();
    let rows = rows.map_err(|error| ReadError::Csv(path.to_owned(), error))?;
    // Within a cell a quotation mark is written twice, so that there is an even number of them (RFC 4180).
    let is_open = text.matches('"').count() % 2 == 1;
    if is_open { Err(ReadError::OpenQuote(path.to_owned(), rows.len())) } else { Ok(rows) }
}
