//! The lines of HTML that show a page of this site in a frame on another page.

use askama::Template;

use crate::web::links;
use crate::web::view::frame::Frame;

#[derive(Template)]
#[template(path = "snippet.html")]
struct Snippet<'a> {
    address: String,
    title: &'a str,
}

/// The lines to copy into a page that shows the small view of a page in a frame.
///
/// # Errors
///
/// An internal error when the template cannot be rendered.
pub fn snippet(frame: &Frame<'_>, title: &str) -> askama::Result<String> {
    let address = links::absolute(frame.catalogue.site(), &links::embed(&frame.path));
    Snippet { address, title }.render()
}
