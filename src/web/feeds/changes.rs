//! `/changes.atom`: what changed in the content, as a feed (RFC 4287).

use std::fmt::Write as _;

use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse as _, Response};

use crate::catalogue::Catalogue;
use crate::site_map;
use crate::web::http::headers::CachePolicy;
use crate::web::links;
use crate::web::state::CurrentCatalogue;
use crate::web::view::changed_pages::{ChangedDay, changed_days};

/// Shows the feed: an entry for each day.
pub async fn show(catalogue: CurrentCatalogue) -> Response {
    (CachePolicy::Page, [(CONTENT_TYPE, "application/atom+xml; charset=utf-8")], feed(&catalogue)).into_response()
}

fn feed(catalogue: &Catalogue) -> String {
    let (t, site, days) = (catalogue.interface(), catalogue.site(), changed_days(catalogue));
    // A feed without an entry still has a day on which it was last changed: that of the site itself.
    let updated = days.first().map_or(site.accessibility.reviewed, |latest| latest.date);
    let author = site.publisher.as_deref().unwrap_or(&site.name);
    let page = escaped(&links::absolute(site, site_map::CHANGES));
    let mut feed = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(
        feed,
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n<id>{page}</id>\n<title>{}</title>\n\
         <updated>{updated}T00:00:00Z</updated>\n<author><name>{}</name></author>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{page}\"/>",
        t.language(),
        escaped(&t.site_and_page(&site.name, t.content_changes())),
        escaped(author),
        escaped(&links::absolute(site, site_map::CHANGES_FEED)),
    );
    for day in &days {
        let _ = writeln!(
            feed,
            "<entry>\n<id>{page}#day-{date}</id>\n<title>{}</title>\n<updated>{date}T00:00:00Z</updated>\n\
             <link rel=\"alternate\" type=\"text/html\" href=\"{page}#day-{date}\"/>\n<content type=\"html\">{}</content>\n</entry>",
            escaped(&day.day),
            escaped(&list(catalogue, day)),
            date = day.date,
        );
    }
    feed + "</feed>\n"
}

/// The pages of a day as a list in HTML.
fn list(catalogue: &Catalogue, day: &ChangedDay<'_>) -> String {
    let items = day.pages.iter().map(|page| {
        let title = escaped(page.title);
        let title = match &page.href {
            Some(href) => format!("<a href=\"{}\">{title}</a>", escaped(&links::absolute(catalogue.site(), href))),
            None => title,
        };
        format!("<li>{}: {title}</li>", escaped(page.change))
    });
    format!("<ul>{}</ul>", items.collect::<String>())
}

/// A text within XML, or within HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
