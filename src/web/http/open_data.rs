//! The headers of open data beside those of every response: the version of the data, its licence and its description.

use axum::http::header::{ACCESS_CONTROL_EXPOSE_HEADERS, HeaderMap, HeaderName, HeaderValue, LINK};

use crate::catalogue::Catalogue;
use crate::site_map;

/// Names the version of the data that a response was made from.
pub const DATA_REVISION: HeaderName = HeaderName::from_static("data-revision");

/// Writes them. Scripts of other sites see only the headers that are exposed to them.
pub fn write(headers: &mut HeaderMap, catalogue: &Catalogue) {
    headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static("Data-Revision, ETag, Link"));
    // A revision is hexadecimal; an address that no header can hold is left out.
    if let Ok(revision) = HeaderValue::from_str(catalogue.revision()) {
        headers.insert(DATA_REVISION, revision);
    }
    let licence = catalogue.site().data_licence.as_ref().map(|licence| format!("<{}>; rel=\"license\"", licence.url));
    let described = format!("<{}{}>; rel=\"describedby\"", catalogue.site().base_url, site_map::DATA_PACKAGE);
    let links = licence.into_iter().chain([described]).collect::<Vec<_>>().join(", ");
    if let Ok(links) = HeaderValue::from_str(&links) {
        headers.insert(LINK, links);
    }
}
