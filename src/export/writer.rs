//! Writing answers into files, and the manifest of all of them.

use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::body::Bytes;
use axum::http::header::CONTENT_TYPE;
use sha2::{Digest as _, Sha256};

use crate::export::error::ExportError;
use crate::export::file_name::file_of;
use crate::export::folder::Replacement;
use crate::export::manifest::{FILE, Manifest, ManifestEntry, Redirect};
use crate::export::options::Options;
use crate::export::site::{Answer, ExportedSite};
use crate::web::http::compression::{CompressionLevel, compress};
use crate::web::http::content_negotiation::{Encoding, is_compressible};

/// What `404 Not Found` is answered with; hosts know the file by this name.
const NOT_FOUND: &str = "404.html";
/// The encodings of files that are compressed ahead, by the endings that servers look for.
const ENCODINGS: [(&str, Encoding); 2] = [("gz", Encoding::Gzip), ("br", Encoding::Brotli)];

/// Writes answers, on any thread.
pub(super) struct Writer<'r> {
    replacement: &'r Replacement,
    compress: bool,
    prefix: &'r str,
    manifest: Mutex<Manifest>,
    broken: Mutex<Vec<String>>,
}

impl<'r> Writer<'r> {
    /// A writer of an export of this site.
    pub(super) fn new(replacement: &'r Replacement, site: &'r ExportedSite, options: &Options) -> Self {
        let snapshot = site.service.snapshot();
        let manifest = Mutex::new(Manifest::new(snapshot.catalogue().revision(), options.offline));
        let (compress, prefix) = (options.compress, site.prefix.as_str());
        Self { replacement, compress, prefix, manifest, broken: Mutex::default() }
    }

    /// Writes the answer to an address, with these bytes as its body.
    pub(super) fn add(&self, address: &str, answer: &Answer, body: &[u8]) -> Result<(), ExportError> {
        if let Some(location) = answer.location() {
            let redirect = Redirect { status: answer.status.as_u16(), location: location.to_owned() };
            self.manifest().redirects.insert(format!("{}{address}", self.prefix), redirect);
        } else if answer.status.is_success() {
            let mut entry = self.write(file_of(address, answer.content_type()), answer, body)?;
            let mut manifest = self.manifest();
            entry.headers = manifest.name_headers(answer.lasting_headers());
            manifest.files.insert(format!("{}{address}", self.prefix), entry);
        } else {
            self.broken.lock().unwrap_or_else(PoisonError::into_inner).push(address.to_owned());
        }
        Ok(())
    }

    /// Writes the page for addresses that are not there.
    pub(super) fn add_not_found(&self, answer: &Answer) -> Result<(), ExportError> {
        let entry = self.write(NOT_FOUND.to_owned(), answer, &answer.body)?;
        let mut manifest = self.manifest();
        let headers = manifest.name_headers(answer.lasting_headers());
        manifest.not_found = Some(ManifestEntry { headers, ..entry });
        Ok(())
    }

    /// Writes the manifest; gives the addresses that answered with an error, in order.
    pub(super) fn finish(self) -> Result<Vec<String>, ExportError> {
        let manifest = self.manifest.into_inner().unwrap_or_else(PoisonError::into_inner);
        self.replacement.put(FILE, manifest.to_json().as_bytes())?;
        let mut broken = self.broken.into_inner().unwrap_or_else(PoisonError::into_inner);
        broken.sort_unstable();
        Ok(broken)
    }

    fn write(&self, file: String, answer: &Answer, body: &[u8]) -> Result<ManifestEntry, ExportError> {
        let is_same = self.replacement.put(&file, body)?;
        let mut compressed = vec![];
        if self.compress && is_compressible(answer.headers.get(CONTENT_TYPE), body.len()) {
            for (ending, encoding) in ENCODINGS {
                let beside = format!("{file}.{ending}");
                if is_same && self.replacement.had(&beside) {
                    self.replacement.keep(&beside)?;
                } else if let Some(bytes) = compress(&Bytes::copy_from_slice(body), encoding, CompressionLevel::Often) {
                    self.replacement.put(&beside, &bytes)?;
                } else {
                    continue;
                }
                compressed.push(ending.to_owned());
            }
        }
        let sha256 = Sha256::digest(body).iter().map(|byte| format!("{byte:02x}")).collect();
        let content_type = answer.content_type().to_owned();
        Ok(ManifestEntry { file, content_type, bytes: body.len(), sha256, headers: String::new(), compressed })
    }

    fn manifest(&self) -> MutexGuard<'_, Manifest> {
        self.manifest.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
