//! `/changes`: what changed in the content, day by day.

use askama::Template;
use axum::response::Response;

use crate::site_map;
use crate::web::links;
use crate::web::state::CurrentCatalogue;
use crate::web::view::changed_pages::{ChangedDay, changed_days};
use crate::web::view::error_page::PageError;
use crate::web::view::frame::Frame;
use crate::web::view::html;

#[derive(Template)]
#[template(path = "changes.html")]
struct ChangesPage<'a> {
    frame: Frame<'a>,
    days: Vec<ChangedDay<'a>>,
    feed: String,
}

/// Shows the latest days.
pub async fn show(catalogue: CurrentCatalogue) -> Result<Response, PageError> {
    let t = catalogue.interface();
    let frame = Frame::new(&catalogue, t.content_changes(), site_map::CHANGES).described(t.what_changed_latest_first());
    let feed = links::absolute(catalogue.site(), site_map::CHANGES_FEED);
    html(&ChangesPage { frame, days: changed_days(&catalogue), feed })
}
