//! The data that `serve` shows: where it comes from, and at which address the site is found.

use std::error::Error;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;

use crate::catalogue::Catalogue;
use crate::cli::clock::today;
use crate::cli::site_address::SiteAddress;
use crate::content;
use crate::content::diagnostic::Diagnostics;
use crate::content::journal::unfinished_change;
use crate::content::severity::Severity;
use crate::content::{DataFiles, Loaded, report};
use crate::serve::last_good::{KeptData, LastGood};
use crate::serve::reload::{DataError, Folder};
use crate::web::http::preview::{Preview, PreviewFault};

/// What the command line says of the data.
#[derive(Clone, Debug)]
pub(super) struct SiteData {
    /// The folder; without it, the data inside the program.
    pub(super) folder: Option<PathBuf>,
    /// Where the last good version of the folder is kept.
    pub(super) last_good: Option<LastGood>,
    /// Where the site is found.
    pub(super) address: SiteAddress,
    /// Where an editor is told what is wrong with the folder.
    pub(super) preview: Option<Preview>,
}

/// What is shown first.
pub(super) struct FirstData {
    pub(super) catalogue: Catalogue,
    /// The folder to follow.
    pub(super) folder: Option<Folder>,
    /// Why this is not what the folder holds.
    pub(super) problem: Option<String>,
}

/// Diagnostics with an error. Displayed, they are the report of `check`.
#[derive(Debug)]
struct RefusedData(Diagnostics);

impl fmt::Display for RefusedData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&report::render(&self.0, report::ReportOptions::default()))
    }
}

impl Error for RefusedData {}

impl SiteData {
    /// Loads what is shown first: the folder, or its last good version where the folder is not sound.
    ///
    /// # Errors
    ///
    /// Why the data is not sound, if there is no last good version.
    pub(super) fn load(self) -> Result<FirstData, DataError> {
        let Some(path) = self.folder.clone() else {
            return Ok(FirstData { catalogue: self.embedded()?, folder: None, problem: None });
        };
        let (data, read) = (self.clone(), path.clone());
        let mut folder = Folder::new(path, Arc::new(move || data.load_folder(&read)));
        let refused = match folder.load() {
            Ok(catalogue) => {
                self.publish(None);
                return Ok(FirstData { catalogue, folder: Some(folder), problem: None });
            }
            Err(refused) => refused,
        };
        let Some((catalogue, kept_at)) = self.load_last_good() else {
            if self.preview.is_none() {
                return Err(refused);
            }
            // The preview shows the faults alone, until there is data of the folder itself.
            let problem = refused.to_string();
            self.publish(Some(problem.clone()));
            return Ok(FirstData { catalogue: self.embedded()?, folder: Some(folder), problem: Some(problem) });
        };
        self.publish(None);
        let problem =
            format!("the folder is not sound; its last good version of {kept_at} is shown instead:\n{refused}");
        tracing::error!(revision = catalogue.revision(), %problem, "THE DATA FOLDER IS NOT SOUND: its last good version is shown");
        Ok(FirstData { catalogue, folder: Some(folder), problem: Some(problem) })
    }

    /// Loads the folder, and keeps it if it is sound.
    fn load_folder(&self, folder: &Path) -> Result<Catalogue, DataError> {
        if let Ok(Some(changes)) = unfinished_change(folder) {
            let files = changes.len();
            tracing::warn!(
                files,
                "a change of several files is not finished, and is shown as if it were: unless a command is writing now, the command `check` finishes it"
            );
        }
        let files = DataFiles::folder(folder);
        let kept = self.last_good.as_ref().map(|last_good| (last_good, files.clone()));
        let loaded = content::load(files, today());
        if let Some(preview) = &self.preview {
            let faults = report::entries(&loaded.diagnostics).map(|entry| PreviewFault {
                is_error: entry.severity == Severity::Error,
                file: entry.file,
                line: entry.line,
                text: entry.text,
            });
            preview.set_faults(report::summary(&loaded.diagnostics), faults.collect());
        }
        let catalogue = self.catalogue(loaded)?;
        if let Some((last_good, files)) = kept {
            let text = |(path, bytes): (&str, &[u8])| (path.to_owned(), String::from_utf8_lossy(bytes).into_owned());
            let revision = catalogue.revision().to_owned();
            let data =
                KeptData { kept_at: Timestamp::now().to_string(), revision, files: files.iter().map(text).collect() };
            if let Err(error) = last_good.keep(&data) {
                tracing::error!(%error, "the last good data cannot be kept: a broken folder at the next start would be an outage");
            }
        }
        Ok(catalogue)
    }

    /// The last good version, and when it was kept.
    fn load_last_good(&self) -> Option<(Catalogue, String)> {
        let kept = self.last_good.as_ref()?.load();
        let kept = kept.inspect_err(|error| tracing::error!(%error, "the last good data cannot be read")).ok()??;
        let files = kept.files.into_iter().map(|(path, text)| (path, text.into_bytes()));
        let root = self.folder.as_deref().unwrap_or(Path::new("data")).to_string_lossy();
        let loaded = content::load(DataFiles::from_memory(&root, files.collect()), today());
        let catalogue = self.catalogue(loaded);
        let catalogue = catalogue.and_then(|catalogue| {
            catalogue.build_indexes()?;
            Ok(catalogue)
        });
        let unsound = |error: &DataError| tracing::error!(%error, "the last good data is no longer sound");
        Some((catalogue.inspect_err(unsound).ok()?, kept.kept_at))
    }

    /// The data inside the program.
    fn embedded(&self) -> Result<Catalogue, DataError> {
        let catalogue = self.catalogue(content::load_embedded(today()))?;
        catalogue.build_indexes()?;
        Ok(catalogue)
    }

    /// Tells the pages of a preview that the folder was read, and why it is not shown.
    fn publish(&self, problem: Option<String>) {
        if let Some(preview) = &self.preview {
            preview.publish(problem);
        }
    }

    /// What was loaded, at the address of the site. Warnings are counted in the log.
    fn catalogue(&self, loaded: Loaded) -> Result<Catalogue, DataError> {
        let warnings = loaded.diagnostics.count(Severity::Warning);
        if warnings > 0 {
            tracing::warn!(warnings, "the data has warnings: the command `check` lists them");
        }
        let catalogue = loaded.into_result().map_err(RefusedData)?;
        let address = self.address.of(catalogue.site());
        Ok(catalogue.with_base_url(address).with_warnings(warnings))
    }
}
