//! A preview for those who edit the data: every page says what is wrong with the files as they are on disk, and shows itself anew.
//!
//! The site has no script, so each page has a `Refresh` header, by which the browser asks for it again each second. Who types
//! into a form holds the page still: the key `still` in its address leaves the header out. A page that is asked for while
//! the files are being read waits for them, so that it never shows what was there before the file was saved.

use std::fmt::Write as _;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use axum::body::Bytes;
use axum::http::header::{CONTENT_TYPE, HeaderMap, REFRESH};
use axum::http::{HeaderValue, StatusCode, Uri};
use axum::response::{Html, IntoResponse as _, Response};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use tokio::sync::watch;
use tokio::time::timeout;

use crate::site_map;
use crate::site_map::SitePage;

/// The key of an address whose page stays as it is.
const STILL: &str = "still";
/// After so many seconds a page shows itself anew.
const REFRESH_SECONDS: HeaderValue = HeaderValue::from_static("1");
/// How long a page waits for files that are being read.
const PATIENCE: Duration = Duration::from_secs(5);

/// What a path in an address keeps.
const IN_PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A data folder that is edited. Cheap to clone; all clones are the same.
#[derive(Clone, Debug)]
pub struct Preview(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    /// The absolute path of the folder.
    folder: String,
    report: RwLock<Report>,
    /// Whether the folder has changed since it was read.
    is_reading: watch::Sender<bool>,
    /// Whether the folder, or a kept version of it, was ever sound: until then there is nothing of it to show.
    has_data: AtomicBool,
}

/// What is wrong with the folder as it is on disk.
#[derive(Debug, Default)]
struct Report {
    summary: String,
    faults: Vec<PreviewFault>,
    /// Why the data is not shown, if no fault of a file is the reason.
    problem: Option<String>,
}

/// A fault of a file.
#[derive(Clone, Debug)]
pub struct PreviewFault {
    /// Whether data with it is not shown.
    pub is_error: bool,
    /// The file, by its path within the folder; empty for the folder itself.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What the command `check` says of it.
    pub text: String,
}

impl Preview {
    /// The preview of a folder, by its absolute path with `/`, that has not been read yet.
    #[must_use]
    pub fn new(folder: String) -> Self {
        Self(Arc::new(Shared {
            folder,
            report: RwLock::default(),
            is_reading: watch::Sender::default(),
            has_data: AtomicBool::new(false),
        }))
    }

    /// The folder has changed: pages wait until [`Self::publish`].
    pub fn begin_reading(&self) {
        self.0.is_reading.send_replace(true);
    }

    /// Records what is wrong with the folder.
    pub fn set_faults(&self, summary: String, faults: Vec<PreviewFault>) {
        *self.0.report.write().unwrap_or_else(PoisonError::into_inner) = Report { summary, faults, problem: None };
    }

    /// The folder was read; `problem` says why it is not shown.
    pub fn publish(&self, problem: Option<String>) {
        if problem.is_none() {
            self.0.has_data.store(true, Ordering::Relaxed);
        }
        self.0.report.write().unwrap_or_else(PoisonError::into_inner).problem = problem;
        self.0.is_reading.send_replace(false);
    }

    /// Whether the folder has changed since it was read.
    #[must_use]
    pub fn is_reading(&self) -> bool {
        *self.0.is_reading.borrow()
    }

    /// Waits until the folder was read, or for five seconds: then pages show what there is.
    pub async fn settled(&self) {
        let mut is_reading = self.0.is_reading.subscribe();
        if timeout(PATIENCE, is_reading.wait_for(|is_reading| !is_reading)).await.is_err() {
            self.0.is_reading.send_replace(false);
        }
    }

    /// The page in place of all others, while there is no sound data to make them of.
    #[must_use]
    pub fn page_without_data(&self, path: &str) -> Option<Response> {
        let is_needed = path.starts_with(site_map::ASSETS) || site_map::is_of_operator(path);
        if is_needed || self.0.has_data.load(Ordering::Relaxed) {
            return None;
        }
        let page = "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
            <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Preview</title>\n</head>\n<body>\n\
            <main><h1>There is nothing to show yet</h1>\n<p>The pages appear here when the errors above are mended.</p></main>\n\
            </body>\n</html>\n";
        Some((StatusCode::SERVICE_UNAVAILABLE, Html(page)).into_response())
    }

    /// Puts the faults on a page, and makes it show itself anew unless it is to be still. `target` is its address within the site,
    /// `sheet` that of the style sheet of the faults.
    #[must_use]
    pub fn add_to(&self, headers: &mut HeaderMap, body: Bytes, target: &str, sheet: &str, is_still: bool) -> Bytes {
        let is_html = headers.get(CONTENT_TYPE).is_some_and(|value| value.as_bytes().starts_with(b"text/html"));
        let Some(text) = std::str::from_utf8(&body).ok().filter(|_| is_html) else { return body };
        if !is_still {
            headers.insert(REFRESH, REFRESH_SECONDS);
        }
        let sheet = format!("<link rel=\"stylesheet\" href=\"{sheet}\">\n");
        let head = text.find("</head>").unwrap_or_default();
        let body = text.find("<body").and_then(|at| Some(at + text[at..].find('>')? + 1)).unwrap_or(head);
        let banner = self.banner(target, is_still);
        Bytes::from([&text[..head], &sheet, &text[head..body], &banner, &text[body..]].concat())
    }

    /// The faults as HTML, those of the page's own file first.
    fn banner(&self, target: &str, is_still: bool) -> String {
        let own = own_file(target);
        let is_own = |fault: &PreviewFault| own.as_ref().is_some_and(|own| *own == fault.file);
        let report = self.0.report.read().unwrap_or_else(PoisonError::into_inner);
        let is_broken = report.problem.is_some() || report.faults.iter().any(|fault| fault.is_error);
        let state = if is_broken { "broken" } else { "sound" };
        // Writing to a string cannot fail.
        let mut html = format!(
            "\n<aside class=\"preview {state}\" lang=\"en-GB\" aria-label=\"Preview\">\n<p><strong>Preview</strong> "
        );
        if let Some(own) = &own {
            let line = report.faults.iter().find(|fault| is_own(fault)).map_or(1, |fault| fault.line);
            let _ = write!(html, "This page is made of {}. ", self.link(own, line));
        }
        let _ = write!(html, "{}", escaped(&report.summary));
        if is_broken && self.0.has_data.load(Ordering::Relaxed) {
            html.push_str(". Until the errors are mended, the last good data is shown.");
        }
        let (address, says) = match (is_still, target.contains('?')) {
            (true, _) => (target.to_owned(), "Let this page show itself anew"),
            (false, true) => (format!("{target}&{STILL}=1"), "Hold this page still"),
            (false, false) => (format!("{target}?{STILL}=1"), "Hold this page still"),
        };
        let _ = writeln!(html, " <a href=\"{}\">{says}</a></p>", escaped(&address));
        if let Some(problem) = report.problem.as_ref().filter(|_| !report.faults.iter().any(|fault| fault.is_error)) {
            let _ = writeln!(html, "<pre>{}</pre>", escaped(problem));
        }
        let mut faults: Vec<&PreviewFault> = report.faults.iter().collect();
        faults.sort_by_key(|fault| (!is_own(fault), !fault.is_error));
        if !faults.is_empty() {
            let open = if is_broken || faults.iter().any(|fault| is_own(fault)) { " open" } else { "" };
            let _ = writeln!(html, "<details{open}><summary>What to mend</summary>");
            for fault in faults {
                let _ = writeln!(
                    html,
                    "<p>{}</p>\n<pre>{}</pre>",
                    self.link(&fault.file, fault.line),
                    escaped(&fault.text)
                );
            }
            html.push_str("</details>\n");
        }
        html + "</aside>\n"
    }

    /// A link that opens a file of the folder in Visual Studio Code, at a line.
    fn link(&self, file: &str, line: usize) -> String {
        let path = format!("{}/{file}", self.0.folder);
        let address = utf8_percent_encode(&path, IN_PATH);
        let shown = if file.is_empty() { self.0.folder.clone() } else { format!("{file}:{line}") };
        format!(
            "<a href=\"vscode://file/{}:{line}\">{}</a>",
            address.to_string().trim_start_matches('/'),
            escaped(&shown)
        )
    }
}

/// Whether the page at this address is to stay as it is.
#[must_use]
pub fn is_still(uri: &Uri) -> bool {
    form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes()).any(|(key, _)| key == STILL)
}

/// The file that a page is made of, by its path within the folder, where that is one file.
fn own_file(target: &str) -> Option<String> {
    let path = target.split('?').next().unwrap_or_default();
    let is_of_file = matches!(site_map::page_at(path)?, SitePage::Role(_) | SitePage::Guide(_) | SitePage::Pathway(_));
    is_of_file.then(|| format!("{}.yaml", path.trim_start_matches('/')))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
